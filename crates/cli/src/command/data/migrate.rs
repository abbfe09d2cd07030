//! `counterpose migrate`: every journal of a data folder goes over to PostgreSQL.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use counterpose_journal::StoreError;
use counterpose_store::{DataFolder, PostgresOptions, PostgresStore, SqliteStore, Store, move_all};

use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Copy every journal of a data folder into a PostgreSQL database, and compare each entry with its copy. Stop the app
/// first. A move that was cut goes on where it was when it is run again; the folder is only read.
#[derive(clap::Args)]
pub struct Arguments {
    /// The data folder to copy from
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// The database to copy to, as postgres://NAME@HOST/DATABASE; - reads the address from the variable
    /// COUNTERPOSE_DATABASE, which can hold a password unseen
    #[arg(long, value_name = "URL")]
    to: String,
    /// Print the numbers as JSON
    #[arg(long)]
    json: bool,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let url = match arguments.to.as_str() {
        "-" => std::env::var("COUNTERPOSE_DATABASE").unwrap_or_default(),
        named => named.to_owned(),
    };
    if !Store::is_postgres(&url) {
        return Err(Failure::BadInput("--to names a database as postgres://NAME@HOST/DATABASE".to_owned()));
    }
    runtime::block_on(migrate(arguments, &url))?
}

async fn migrate(arguments: &Arguments, url: &str) -> Result<Outcome, Failure> {
    if !arguments.from.join("journal.db").exists() {
        return Err(Failure::BadInput(format!("there is no journal in {}", arguments.from.display())));
    }
    let folder = DataFolder::open(&arguments.from)?;
    // Held until the end: what is written meanwhile would be left behind.
    let _lock = folder.lock()?;
    let from = SqliteStore::open(&folder).await?;
    let to = PostgresStore::open(url, PostgresOptions::default()).await?;
    let shown = std::io::stderr().is_terminal();
    let moved = move_all(&from, &to, |copied| {
        if shown {
            eprint!("\r{copied} entries copied ");
        }
        Ok::<(), StoreError>(())
    })
    .await;
    if shown {
        eprintln!();
    }
    from.close().await;
    to.close().await;
    let moved = moved?;
    let mut out = std::io::stdout();
    if arguments.json {
        let answer = serde_json::json!({
            "people": moved.people, "copied": moved.copied, "verified": moved.verified,
        });
        writeln!(out, "{answer}")?;
    } else {
        writeln!(
            out,
            "{} people: {} entries copied now, {} compared with their copies and equal.",
            moved.people, moved.copied, moved.verified
        )?;
        writeln!(
            out,
            "Serve it with COUNTERPOSE_DATABASE set to its address; the folder is left as it was."
        )?;
    }
    Ok(Outcome::Done)
}
