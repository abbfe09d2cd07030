//! `counterpose doctor`: whether all is well with the program and the data, without telling any of the data.

use std::io::Write;

use counterpose_journal::{State, fold};
use counterpose_store::{DataFolder, Report, Store};
use serde::Serialize;

use super::data::everything;
use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::{client, runtime};

/// Look whether the program and the data are well.
#[derive(clap::Args)]
pub struct Arguments {
    /// Print a report you can show to others: no answer, no name, no path
    #[arg(long)]
    report: bool,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// What was found. Numbers and versions only.
#[derive(Debug, Serialize)]
struct Diagnosis {
    program: &'static str,
    system: &'static str,
    machine: &'static str,
    client_inside: bool,
    data: String,
    running: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<Database>,
    /// What is not well, each with what to do.
    findings: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Database {
    engine: String,
    schema: u32,
    journal_mode: String,
    bytes: u64,
    people: u64,
    entries: u64,
    entries_not_understood: usize,
    entries_not_readable: usize,
    damage: usize,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let diagnosis = runtime::block_on(diagnose(arguments))??;
    let mut out = std::io::stdout();
    if arguments.json {
        let text = serde_json::to_string(&diagnosis).map_err(|error| Failure::BadInput(error.to_string()))?;
        writeln!(out, "{text}")?;
    } else {
        print(&mut out, &diagnosis)?;
    }
    Ok(if diagnosis.findings.is_empty() { Outcome::Done } else { Outcome::Finding })
}

async fn diagnose(arguments: &Arguments) -> Result<Diagnosis, Failure> {
    let named = arguments.place.database()?;
    let data = match (&named, arguments.report) {
        (_, true) => arguments.place.redacted().to_owned(),
        // The address may hold a password.
        (Some(_), false) => "a PostgreSQL database".to_owned(),
        (None, false) => arguments.place.path()?.display().to_string(),
    };
    let mut diagnosis = Diagnosis {
        program: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
        machine: std::env::consts::ARCH,
        client_inside: client::is_inside(),
        data,
        running: false,
        database: None,
        findings: Vec::new(),
    };
    if !diagnosis.client_inside {
        diagnosis.findings.push("The app's pages are not in this binary: run `cargo xtask run`.".to_owned());
    }
    if named.is_none() {
        let Ok(folder) = arguments.place.existing() else {
            diagnosis.findings.push("There is no journal yet: `counterpose serve` makes one.".to_owned());
            return Ok(diagnosis);
        };
        diagnosis.running = folder.lock().is_err();
        private(&folder, &mut diagnosis.findings);
    }
    match look(&arguments.place).await {
        Ok((report, state)) => diagnosis.database = Some(database(report, &state, &mut diagnosis.findings)),
        Err(failure) if arguments.report => {
            // The message may hold a path.
            diagnosis.findings.push(format!("The database cannot be read: {}.", failure.kind()));
        }
        Err(failure) => diagnosis.findings.push(format!("The database cannot be read: {failure}.")),
    }
    Ok(diagnosis)
}

async fn look(place: &Place) -> Result<(Report, State), Failure> {
    let store: Store = place.journal().await?;
    let report = store.report().await;
    let entries = everything(&store).await;
    store.close().await;
    Ok((report?, fold(&entries?)))
}

fn database(report: Report, state: &State, findings: &mut Vec<String>) -> Database {
    if !report.damage.is_empty() {
        findings.push("The database is damaged: restore a backup (`counterpose restore FILE`).".to_owned());
    }
    if state.unknown > 0 {
        findings.push(format!(
            "{} entries come from a later version of the program; they are kept. Update this one.",
            state.unknown
        ));
    }
    Database {
        engine: report.engine,
        schema: report.schema,
        journal_mode: report.journal_mode,
        bytes: report.bytes,
        people: report.people,
        entries: report.entries,
        entries_not_understood: state.unknown,
        entries_not_readable: state.unreadable.len(),
        damage: report.damage.len(),
    }
}

/// Whether others on this machine could read the data.
fn private(folder: &DataFolder, findings: &mut Vec<String>) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = |path: &std::path::Path| {
            std::fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
        };
        if open(folder.path()) && open(&folder.database()) {
            let advice =
                "Others on this machine can read your data: take their permission to the folder away.";
            findings.push(advice.to_owned());
        }
    }
    #[cfg(not(unix))]
    let _ = (folder, findings);
}

fn print(out: &mut impl Write, diagnosis: &Diagnosis) -> Result<(), Failure> {
    let yes = |is: bool| if is { "yes" } else { "no" };
    writeln!(out, "counterpose {} on {} ({})", diagnosis.program, diagnosis.system, diagnosis.machine)?;
    writeln!(out, "app inside the binary: {}", yes(diagnosis.client_inside))?;
    writeln!(out, "data: {}", diagnosis.data)?;
    writeln!(out, "running now: {}", yes(diagnosis.running))?;
    if let Some(database) = &diagnosis.database {
        writeln!(
            out,
            "database: {}, tables of version {}, {} mode, {} bytes",
            database.engine, database.schema, database.journal_mode, database.bytes
        )?;
        writeln!(out, "entries: {} of {} people", database.entries, database.people)?;
        writeln!(
            out,
            "not understood: {}, not readable: {}",
            database.entries_not_understood, database.entries_not_readable
        )?;
    }
    if diagnosis.findings.is_empty() {
        writeln!(out, "All is well.")?;
    }
    for finding in &diagnosis.findings {
        writeln!(out, "- {finding}")?;
    }
    Ok(())
}
