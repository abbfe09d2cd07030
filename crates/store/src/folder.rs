//! The data folder: where it lies, who may read it, and who serves it.
//!
//! Only its owner can read it. One server at a time: a lock the system frees when the process ends, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use counterpose_journal::StoreError;

use crate::error::of_io;

/// A folder that holds a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    path: PathBuf,
}

/// Held while a server serves the folder, or something replaces what is in it.
#[derive(Debug)]
pub struct ServingLock {
    _file: File,
}

impl DataFolder {
    /// The folder, made if it is not there, readable by its owner alone.
    ///
    /// # Errors
    /// When it cannot be made, or is no folder.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.is_dir() {
            make_private(path).map_err(|error| at(path, &error))?;
        }
        Ok(Self { path: path.to_owned() })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database file in it.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.path.join("journal.db")
    }

    /// A backup that is being put in the database's place.
    #[must_use]
    pub fn restoring(&self) -> PathBuf {
        self.path.join("journal.db.restoring")
    }

    /// Makes this process the one that serves the folder.
    ///
    /// # Errors
    /// [`StoreError::Locked`] when another process does.
    pub fn lock(&self) -> Result<ServingLock, StoreError> {
        let path = self.path.join("serving.lock");
        let file = private_file(&path).map_err(|error| at(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(ServingLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked {
                detail: format!("another counterpose serves {}", self.path.display()),
            }),
            Err(TryLockError::Error(error)) => Err(at(&path, &error)),
        }
    }
}

/// A failure with the path it happened at.
pub fn at(path: &Path, error: &io::Error) -> StoreError {
    of_io(&io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// Opens or makes a file that only its owner can read.
pub fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn make_private(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Makes the names in a folder survive a power cut, where the system offers that.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}
