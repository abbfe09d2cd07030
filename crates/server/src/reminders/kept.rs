//! What the reminders of a server keep between runs, and where: one small private file.
//!
//! The server's key, each person's rules, the devices that asked to be written to, what is on its way, and the hash
//! of a calendar's address (never the address itself). Nothing of the journal is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use counterpose_coach::reminder::{Memory, Settings};
use counterpose_journal::Entry;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The version of the file.
pub const VERSION: u16 = 1;

/// Everything.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The version of this file.
    pub version: u16,
    /// The server's key, secret.
    pub key: String,
    /// The device that the server is when it writes into journals.
    pub device: Uuid,
    /// By person.
    pub people: BTreeMap<Uuid, Person>,
}

/// One person's reminders.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// What they set, as their device sent it.
    pub settings: Settings,
    /// The zone they live by: its name in the usual database.
    pub zone: String,
    /// The language of a calendar's titles.
    pub language: String,
    /// What the engine remembers.
    pub memory: Memory,
    /// Devices to write to.
    pub devices: Vec<Device>,
    /// Pushes on their way.
    pub letters: Vec<Waiting>,
    /// Reminders that the open app has taken over: rule and due time.
    pub taken: BTreeSet<(String, i64)>,
    /// Entries that are not in the journal yet.
    pub unwritten: Vec<Entry>,
    /// The calendar, where there is one.
    pub calendar: Option<Calendar>,
}

/// A device that asked to be written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Its address at its push service: whoever has it can be refused there, not read anything.
    pub address: String,
    /// Its public key.
    pub key: String,
    /// Its authentication secret.
    pub auth: String,
}

/// A push on its way to one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The device's address.
    pub address: String,
    /// What it says.
    pub said: Said,
    /// How often it was tried.
    pub tries: u32,
    /// Not before this.
    pub from_ms: i64,
    /// After this nobody wants it any more.
    pub until_ms: i64,
}

/// What a push says: nothing that means anything to anybody but the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The place of the rule in what the device sent; none for a trial.
    pub rule: Option<usize>,
    /// When it was due.
    pub due_ms: i64,
    /// Without a sound.
    pub silent: bool,
}

/// A calendar that other programs subscribe to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// SHA-256 of the token in its address, as hexadecimal digits.
    pub token_hash: String,
    /// When it was asked for.
    pub made_ms: i64,
    /// The first date.
    pub from: Date,
}

/// Where it is kept.
pub trait Keep: Send + Sync + 'static {
    /// What was kept; `None` on the first run.
    ///
    /// # Errors
    /// When it cannot be read.
    fn load(&self) -> io::Result<Option<Vec<u8>>>;

    /// Keeps it instead of what was kept before: all of it or nothing.
    ///
    /// # Errors
    /// When it cannot be written.
    fn save(&self, bytes: &[u8]) -> io::Result<()>;
}

/// A file that only its owner can read.
#[derive(Clone, Debug)]
pub struct PrivateFile(pub PathBuf);

impl Keep for PrivateFile {
    fn load(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::read(&self.0) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn save(&self, bytes: &[u8]) -> io::Result<()> {
        let beside = self.0.with_extension("new");
        let mut file = private(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, &self.0)?;
        if cfg!(unix)
            && let Some(folder) = self.0.parent()
        {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

fn private(path: &std::path::Path) -> io::Result<File> {
    // One that was left behind may be readable by others: never written into.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_only_its_owner_can_read_it() {
        let folder = std::env::temp_dir().join(format!("counterpose-kept-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = PrivateFile(folder.join("reminders.json"));
        assert_eq!(file.load().unwrap(), None);
        fs::write(folder.join("reminders.new"), "left behind by a crash").unwrap();
        file.save(b"one").unwrap();
        file.save(b"two").unwrap();
        assert_eq!(file.load().unwrap().unwrap(), b"two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&file.0).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
