//! `counterpose export`: the whole journal as one JSON file.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use counterpose_journal::export;

use super::everything;
use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Write everything that is kept as one JSON file.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file to write; it must not exist yet [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    runtime::block_on(async {
        let store = arguments.place.journal().await?;
        let entries = everything(&store).await?;
        store.close().await;
        let now_ms = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|past| past.as_millis().try_into().ok());
        let text =
            export::write(&entries, None, now_ms).map_err(|error| Failure::BadInput(error.to_string()))?;
        match &arguments.output {
            None => std::io::stdout().write_all(text.as_bytes())?,
            Some(path) => {
                let fail = |error| Failure::BadInput(format!("cannot write {}: {error}", path.display()));
                let mut file = File::create_new(path).map_err(fail)?;
                file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(fail)?;
                writeln!(std::io::stdout(), "{} entries written to {}", entries.len(), path.display())?;
            }
        }
        Ok(Outcome::Done)
    })?
}
