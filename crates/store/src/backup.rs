//! Backups while the server runs, and putting one back.
//!
//! A backup is a whole, compact database of one moment. Putting it back never destroys what was there: the replaced
//! database is kept beside it under another name.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use counterpose_journal::StoreError;

use crate::error::of_sqlx;
use crate::folder::{DataFolder, ServingLock, at, private_file, sync_folder};
use crate::sqlite::{Options, SqliteStore};

/// Marks an SQLite file as ours; see the first migration.
const APPLICATION_ID: i64 = 1_129_335_345;

impl SqliteStore {
    /// Writes a backup of this moment to a new file; reading and writing go on meanwhile.
    ///
    /// # Errors
    /// When something stands at the target, or it cannot be written: then nothing is left there.
    pub async fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        if target.exists() {
            let detail = format!("{} exists already: choose another name", target.display());
            return Err(StoreError::Permission { detail });
        }
        let beside = with_ending(target, ".part");
        let written = self.vacuum_into(&beside).await;
        if let Err(error) = written.and_then(|()| put_in_place(&beside, target)) {
            fs::remove_file(&beside).ok();
            return Err(error);
        }
        Ok(())
    }

    async fn vacuum_into(&self, path: &Path) -> Result<(), StoreError> {
        fs::remove_file(path).ok();
        // An empty file of ours keeps the copy as private as the original.
        private_file(path).map_err(|error| at(path, &error))?;
        let name = path.to_str().ok_or_else(|| StoreError::Other {
            detail: format!("{} has a name SQLite cannot take", path.display()),
        })?;
        sqlx::query("vacuum into ?").bind(name).execute(self.pool()).await.map_err(of_sqlx)?;
        Ok(())
    }
}

/// Puts a backup in the place of a folder's journal. Returns where the journal that was there lies now.
///
/// The lock proves that nobody serves the folder meanwhile. The restored journal becomes a new keeper, so that every
/// client looks at all of it again.
///
/// # Errors
/// When the file is no backup of ours or is damaged: then nothing was changed.
pub async fn restore(
    folder: &DataFolder,
    backup: &Path,
    _lock: &ServingLock,
) -> Result<Option<PathBuf>, StoreError> {
    let staged = folder.restoring();
    for ending in ["", "-wal", "-shm"] {
        fs::remove_file(with_ending(&staged, ending)).ok();
    }
    let copied = stage(backup, &staged).await;
    if let Err(error) = copied {
        for ending in ["", "-wal", "-shm"] {
            fs::remove_file(with_ending(&staged, ending)).ok();
        }
        return Err(error);
    }
    let aside = set_aside(folder).await?;
    let database = folder.database();
    put_in_place(&staged, &database)?;
    Ok(aside)
}

/// Copies the backup, makes sure it is whole, and gives it a new identity.
async fn stage(backup: &Path, staged: &Path) -> Result<(), StoreError> {
    let mut from = File::open(backup).map_err(|error| at(backup, &error))?;
    let mut to = private_file(staged).map_err(|error| at(staged, &error))?;
    std::io::copy(&mut from, &mut to).map_err(|error| at(staged, &error))?;
    if to.metadata().map_err(|error| at(staged, &error))?.len() == 0 {
        return Err(StoreError::Corrupt { detail: format!("{} is empty", backup.display()) });
    }
    drop(to);
    is_ours(staged, backup).await?;
    let store = SqliteStore::open_file(staged, Options { connections: 1, ..Options::default() }).await?;
    let done = renew(&store).await;
    store.close().await;
    done
}

/// Looks before anything is written: a database of another program must not get our tables.
async fn is_ours(staged: &Path, backup: &Path) -> Result<(), StoreError> {
    use sqlx::{ConnectOptions, Connection};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(staged).read_only(true);
    let mut connection = options.connect().await.map_err(of_sqlx)?;
    let found = sqlx::query_scalar::<_, i64>("pragma application_id").fetch_one(&mut connection).await;
    connection.close().await.ok();
    if found.map_err(of_sqlx)? == APPLICATION_ID {
        return Ok(());
    }
    Err(StoreError::Corrupt { detail: format!("{} is no backup of a Counterpose journal", backup.display()) })
}

async fn renew(store: &SqliteStore) -> Result<(), StoreError> {
    let found = store.damage().await?;
    if let Some(first) = found.first() {
        return Err(StoreError::Corrupt { detail: first.clone() });
    }
    sqlx::query("update keeper set id = randomblob(16) where one = 1")
        .execute(store.pool())
        .await
        .map_err(of_sqlx)?;
    // A log-in that was ended since, and a link that was used, must not come back.
    for forget in ["delete from session", "delete from invitation"] {
        sqlx::query(forget).execute(store.pool()).await.map_err(of_sqlx)?;
    }
    sqlx::query("pragma wal_checkpoint(truncate)").execute(store.pool()).await.map_err(of_sqlx)?;
    Ok(())
}

/// Moves the present database to a free name, with its log where that could not be folded in.
///
/// The database goes first: from then on the folder has no database but a restore that was not finished, and a
/// crash leaves something that refuses to open instead of something that opens and lacks the last entries.
async fn set_aside(folder: &DataFolder) -> Result<Option<PathBuf>, StoreError> {
    let database = folder.database();
    if database.exists()
        && let Ok(present) = SqliteStore::open_file(&database, Options::default()).await
    {
        present.close().await;
    }
    let free = (1..)
        .map(|n| folder.path().join(format!("journal.before-restore-{n}.db")))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.path().join("journal.before-restore.db"));
    let mut moved = false;
    for ending in ["", "-wal", "-shm"] {
        let from = with_ending(&database, ending);
        if from.exists() {
            fs::rename(&from, with_ending(&free, ending)).map_err(|error| at(&from, &error))?;
            moved = true;
        }
    }
    Ok(moved.then_some(free))
}

/// Names a finished file, so that a crash leaves either all of it or nothing under that name.
fn put_in_place(from: &Path, to: &Path) -> Result<(), StoreError> {
    let file = File::options().read(true).write(true).open(from).map_err(|error| at(from, &error))?;
    file.sync_all().map_err(|error| at(from, &error))?;
    fs::rename(from, to).map_err(|error| at(to, &error))?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sync_folder(folder).map_err(|error| at(folder, &error))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
