//! `counterpose restore`: puts a backup in the place of the database; what was there is kept beside it.

use std::io::Write;
use std::path::PathBuf;

use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Put a backup in the place of the database. Stop the app first; what is there now is kept beside it.
#[derive(clap::Args)]
pub struct Arguments {
    /// The backup.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    runtime::block_on(async {
        if arguments.place.database()?.is_some() {
            let advice = "a backup file goes back into a folder: for PostgreSQL use its own `pg_restore`, or \
                          `counterpose import` for one person's export";
            return Err(Failure::BadInput(advice.to_owned()));
        }
        let folder = arguments.place.folder()?;
        let lock = folder.lock()?;
        let aside = counterpose_store::restore(&folder, &arguments.file, &lock).await?;
        let mut out = std::io::stdout();
        writeln!(out, "{} is back in {}", arguments.file.display(), folder.path().display())?;
        if let Some(aside) = aside {
            writeln!(out, "What was there before is kept as {}", aside.display())?;
        }
        writeln!(
            out,
            "Devices that were synced will look at everything again and bring back what they have."
        )?;
        Ok(Outcome::Done)
    })?
}
