//! `counterpose import`: takes an export in. What is known already stays as it is.

use std::io::Write;

use counterpose_journal::{JournalStore, export};

use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::{input, runtime};

/// Take an export in: all of it, or nothing where something in it cannot be kept.
#[derive(clap::Args)]
pub struct Arguments {
    /// The export: a JSON file, or - for standard input.
    export: String,
    /// Print the numbers as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let text = input::read(&arguments.export)?;
    let export = export::read(&text)
        .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(&arguments.export))))?;
    runtime::block_on(async {
        let store = arguments.place.journal_or_new().await?;
        let done = JournalStore::append(&store, store.person(), &export.entries).await;
        store.close().await;
        let done = done?;
        if arguments.json {
            writeln!(std::io::stdout(), "{}", serde_json::json!({"added": done.added, "known": done.known}))?;
        } else {
            let (added, known) = (done.added, done.known);
            writeln!(std::io::stdout(), "{added} entries taken in, {known} were here already")?;
        }
        Ok(Outcome::Done)
    })?
}
