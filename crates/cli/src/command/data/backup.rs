//! `counterpose backup`: a copy of the database of this moment, also while the app runs.

use std::io::Write;
use std::path::PathBuf;

use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Copy the database to a new file; the app may go on meanwhile. PostgreSQL has its own tool for that, `pg_dump`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file to write; it must not exist yet.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    runtime::block_on(async {
        let store = arguments.place.journal().await?;
        let done = store.backup_to(&arguments.file).await;
        store.close().await;
        done?;
        writeln!(std::io::stdout(), "Backup written to {}", arguments.file.display())?;
        Ok(Outcome::Done)
    })?
}
