//! Where a person's data lie when nobody says otherwise.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use counterpose_store::{DataFolder, SqliteStore, Store};

use crate::outcome::Failure;

/// Names a database where none is named on the command line: there a password would be seen by everybody who lists the
/// processes.
const DATABASE_VARIABLE: &str = "COUNTERPOSE_DATABASE";

/// Where the journal lies.
#[derive(clap::Args)]
pub struct Place {
    /// A PostgreSQL database instead of the folder's own, as postgres://NAME@HOST/DATABASE [default: the variable
    /// COUNTERPOSE_DATABASE, which can hold a password unseen; else the folder's own]
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// The folder with your data [default: the place your system has for them]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Place {
    /// The folder, whether it is there or not.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        match &self.data {
            Some(path) => Ok(path.clone()),
            None => default_path(|name| env::var_os(name)).ok_or_else(|| {
                Failure::BadInput("your system names no home folder: say where with --data DIR".to_owned())
            }),
        }
    }

    /// The folder, made if it is not there.
    pub fn folder(&self) -> Result<DataFolder, Failure> {
        Ok(DataFolder::open(&self.path()?)?)
    }

    /// The folder, if it holds a journal.
    pub fn existing(&self) -> Result<DataFolder, Failure> {
        let path = self.path()?;
        if !path.is_dir() {
            return Err(Failure::BadInput(format!("there is no journal in {}", path.display())));
        }
        let folder = DataFolder::open(&path)?;
        if folder.database().exists() || folder.restoring().exists() {
            return Ok(folder);
        }
        Err(Failure::BadInput(format!("there is no journal in {}", path.display())))
    }

    /// Opens the journal that is there.
    pub async fn journal(&self) -> Result<Store, Failure> {
        match self.database()? {
            Some(url) => Ok(Store::open_url(&url).await?),
            None => Ok(Store::Sqlite(SqliteStore::open(&self.existing()?).await?)),
        }
    }

    /// Opens the journal, made if it is not there.
    pub async fn journal_or_new(&self) -> Result<Store, Failure> {
        match self.database()? {
            Some(url) => Ok(Store::open_url(&url).await?),
            None => Ok(Store::Sqlite(SqliteStore::open(&self.folder()?).await?)),
        }
    }

    /// The address of the PostgreSQL database, where one is named.
    pub fn database(&self) -> Result<Option<String>, Failure> {
        let from_variable = || {
            let folder_named = self.data.is_some();
            env::var(DATABASE_VARIABLE).ok().filter(|url| !url.is_empty() && !folder_named)
        };
        match self.database.clone().or_else(from_variable) {
            Some(url) if self.database.is_some() && self.data.is_some() => Err(Failure::BadInput(format!(
                "name a folder (--data) or a database (--database), not both{}",
                if Store::is_postgres(&url) {
                    ""
                } else {
                    "; a database is named as postgres://HOST/DATABASE"
                }
            ))),
            Some(url) if !Store::is_postgres(&url) => Err(Failure::BadInput(
                "a database is named as postgres://NAME@HOST/DATABASE; for a file use --data DIR".to_owned(),
            )),
            named => Ok(named),
        }
    }

    /// The folder for a report that others may read: no name of a person in it.
    pub fn redacted(&self) -> &'static str {
        if self.database().is_ok_and(|named| named.is_some()) {
            return "a PostgreSQL database";
        }
        if self.data.is_some() { "a folder of your choice" } else { "the system's place for your data" }
    }
}

/// The system's place for a program's data.
fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        return folder("LOCALAPPDATA").map(|path| path.join("Counterpose"));
    }
    if cfg!(target_os = "macos") {
        return folder("HOME").map(|home| home.join("Library/Application Support/Counterpose"));
    }
    let shared =
        folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(Path::new(".local/share"))));
    shared.map(|path| path.join("counterpose"))
}

#[cfg(all(test, not(windows), not(target_os = "macos")))]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Option<PathBuf> {
        default_path(|name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_data_folder_follows_the_desktop_rules() {
        assert_eq!(with(&[("HOME", "/home/a")]), Some("/home/a/.local/share/counterpose".into()));
        assert_eq!(
            with(&[("HOME", "/home/a"), ("XDG_DATA_HOME", "/data")]),
            Some("/data/counterpose".into())
        );
        // A relative one is to be ignored, says the standard.
        let relative = with(&[("HOME", "/home/a"), ("XDG_DATA_HOME", "data")]);
        assert_eq!(relative, Some("/home/a/.local/share/counterpose".into()));
        assert_eq!(with(&[]), None);
    }
}
