//! `counterpose erase`: everything is forgotten, here and on every device that syncs with it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use counterpose_journal::{JournalStore, Moment, Writer, fold};
use uuid::Uuid;

use super::everything;
use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Forget everything for ever, here and on every device that syncs with this place. Write an export first if you may
/// want something of it back.
#[derive(clap::Args)]
pub struct Arguments {
    /// Really do it; without this nothing is touched
    #[arg(long)]
    yes: bool,
    /// Print the numbers as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    runtime::log();
    runtime::block_on(erase(arguments))?
}

async fn erase(arguments: &Arguments) -> Result<Outcome, Failure> {
    let store = arguments.place.journal().await?;
    let entries = everything(&store).await?;
    let old = replaced(&arguments.place)?;
    if !arguments.yes {
        store.close().await;
        return Err(Failure::BadInput(format!(
            "this forgets {} entries for ever, here and on every device that syncs with this place, and {} older \
             databases beside it. Nothing was touched. Write `counterpose export -o FILE` first if you may want \
             something of it back, then run it again with --yes",
            entries.len(),
            old.len()
        )));
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now_ms = i64::try_from(now.as_millis()).unwrap_or(i64::MAX);
    // What tells erasures of one millisecond apart: the person, the process and the part of the second.
    let entropy =
        store.person().as_u128() ^ (u128::from(std::process::id()) << 64) ^ u128::from(now.subsec_nanos());
    let moment =
        Moment { now_ms, offset_minutes: 0, zone: counterpose_journal::erasure::ZONE.to_owned(), entropy };
    let mut writer = Writer::new(Uuid::from_u128(entropy), fold(&entries).lamport);
    let erasure = writer.erase(&moment).map_err(|error| Failure::BadInput(error.to_string()))?;
    let done = JournalStore::append(&store, store.person(), &[erasure]).await;
    store.close().await;
    done?;
    for path in &old {
        fs::remove_file(path)
            .map_err(|error| Failure::BadInput(format!("cannot remove {}: {error}", path.display())))?;
    }
    let mut out = std::io::stdout();
    if arguments.json {
        let (erased, removed) = (entries.len(), old.len());
        writeln!(out, "{}", serde_json::json!({"erased": erased, "older_databases": removed}))?;
    } else {
        writeln!(out, "{} entries are forgotten, and {} older databases removed.", entries.len(), old.len())?;
        writeln!(
            out,
            "Each device forgets them too when it syncs next. Exports and backups are yours to delete."
        )?;
    }
    Ok(Outcome::Done)
}

/// Databases that a restore set aside, with their logs.
fn replaced(place: &Place) -> Result<Vec<PathBuf>, Failure> {
    if place.database()?.is_some() {
        return Ok(Vec::new());
    }
    let folder = place.path()?;
    let files =
        fs::read_dir(&folder).into_iter().flatten().filter_map(|file| file.ok().map(|file| file.path()));
    let is_old = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("journal.before-restore")
    };
    Ok(files.filter(is_old).collect())
}
