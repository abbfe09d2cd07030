//! `counterpose export`: the whole journal as one file, for the person, for a spreadsheet or for a health record.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use counterpose_content::{Locale, Texts};
use counterpose_journal::{Entry, export, fold};
use uuid::Uuid;

use super::everything;
use crate::exchange::{csv, fact, fhir};
use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Write everything that is kept as one file.
#[derive(clap::Args)]
pub struct Arguments {
    /// What kind of file; only json can be taken in again
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The file to write; it must not exist yet [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Every entry, byte for byte: for `counterpose import`.
    Json,
    /// One table with a line for each fact: for spreadsheets.
    Csv,
    /// A bundle of HL7 FHIR R4 resources: for health records.
    Fhir,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    runtime::block_on(async {
        let store = arguments.place.journal().await?;
        let entries = everything(&store).await?;
        let person = store.person();
        store.close().await;
        let text = written(arguments.format, &entries, person)?;
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

fn written(format: Format, entries: &[Entry], person: Uuid) -> Result<String, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now_ms = i64::try_from(now.as_millis()).unwrap_or(i64::MAX);
    let bad = |error: serde_json::Error| Failure::BadInput(error.to_string());
    match format {
        Format::Json => export::write(entries, None, Some(now_ms)).map_err(bad),
        Format::Csv => Ok(csv::table(&fact::all(&fold(entries)))),
        Format::Fhir => {
            let today = counterpose_journal::day::civil_day(now_ms, 0);
            let texts = Texts::new(Locale::English);
            let bundle = fhir::bundle(&fold(entries), person, today, now_ms, &texts);
            serde_json::to_string_pretty(&bundle).map(|text| text + "\n").map_err(bad)
        }
    }
}
