//! SQLite and PostgreSQL keep what every keeper promises, and say plainly when they cannot.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may")]

mod erasing;
mod servers;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use counterpose_journal::contract::sample;
use counterpose_journal::{Cursor, Entry, JournalStore, StoreError};
use counterpose_store::{DataFolder, Options, SqliteStore, restore};
use uuid::Uuid;

const ANNA: Uuid = Uuid::from_u128(0xa);

/// A folder of its own for each test, gone when the test is.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("counterpose-store-{}-{name}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn folder(&self) -> DataFolder {
        DataFolder::open(&self.0.join("data")).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

async fn everything(store: &SqliteStore) -> Vec<Entry> {
    JournalStore::read(store, ANNA, Cursor(0), 1_000_000).await.unwrap().entries
}

fn impatient() -> Options {
    Options { busy: Duration::from_millis(50), ..Options::default() }
}

/// Whoever has read up to a cursor has seen everything up to it, however many write at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_reader_beside_many_writers_misses_nothing() {
    let scratch = Scratch::new("writers");
    let path = scratch.0.join("j.db");
    let one = std::sync::Arc::new(SqliteStore::open_file(&path, Options::default()).await.unwrap());
    let two = std::sync::Arc::new(SqliteStore::open_file(&path, Options::default()).await.unwrap());
    let writers: Vec<_> = (0..6_u64)
        .map(|writer| {
            let store = if writer % 2 == 0 { one.clone() } else { two.clone() };
            tokio::spawn(async move {
                for n in 0..40 {
                    let entries = [sample(writer * 1000 + n), sample(writer * 1000 + n + 500)];
                    JournalStore::append(&*store, ANNA, &entries).await.unwrap();
                }
            })
        })
        .collect();
    let (mut seen, mut cursor) = (Vec::new(), Cursor(0));
    while seen.len() < 6 * 40 * 2 {
        let page = JournalStore::read(&*one, ANNA, cursor, 7).await.unwrap();
        cursor = page.cursor;
        seen.extend(page.entries.into_iter().map(|entry| entry.id));
        tokio::task::yield_now().await;
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let kept: Vec<Uuid> = everything(&two).await.into_iter().map(|entry| entry.id).collect();
    assert_eq!(seen, kept, "the reader who followed saw the same as one who reads it all afterwards");
}

#[tokio::test]
async fn a_database_at_its_largest_says_full_and_keeps_what_it_has() {
    let scratch = Scratch::new("pages");
    let path = scratch.0.join("j.db");
    let options = Options { pages_max: Some(40), ..Options::default() };
    let store = SqliteStore::open_file(&path, options).await.unwrap();
    let mut kept = 0;
    let error = loop {
        match JournalStore::append(&store, ANNA, &[sample(kept)]).await {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    assert!(error.to_string().contains("free some space"));
    assert_eq!(everything(&store).await.len() as u64, kept);
    store.close().await;
    let roomy = SqliteStore::open_file(&path, Options::default()).await.unwrap();
    assert_eq!(everything(&roomy).await.len() as u64, kept);
    JournalStore::append(&roomy, ANNA, &[sample(kept)]).await.unwrap();
    assert_eq!(everything(&roomy).await.len() as u64, kept + 1);
}

/// A file system of two megabytes, really full. Needs root to mount it; CI runs as root.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_disk_says_full_and_keeps_what_it_has() {
    let scratch = Scratch::new("disk");
    let mount = |words: &[&str]| {
        let done = std::process::Command::new(words[0]).args(&words[1..]).arg(&scratch.0).output();
        done.is_ok_and(|output| output.status.success())
    };
    if !mount(&["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs"]) {
        eprintln!("skipped: no permission to mount a small file system (the page limit is tested instead)");
        return;
    }
    let outcome = fill(&scratch.0).await;
    let unmounted = mount(&["umount"]);
    outcome.unwrap();
    assert!(unmounted);
}

#[cfg(target_os = "linux")]
async fn fill(root: &Path) -> Result<(), String> {
    let ballast = root.join("ballast");
    fs::write(&ballast, vec![1_u8; 700_000]).map_err(|error| error.to_string())?;
    let path = root.join("j.db");
    let store = SqliteStore::open_file(&path, impatient()).await.map_err(|error| error.to_string())?;
    let mut kept = 0_u64;
    let error = loop {
        let batch: Vec<Entry> = (kept..kept + 20).map(sample).collect();
        match JournalStore::append(&store, ANNA, &batch).await {
            Ok(_) => kept += 20,
            Err(error) => break error,
        }
    };
    if !matches!(error, StoreError::Full { .. }) {
        return Err(format!("not told as full: {error:?}"));
    }
    if everything(&store).await.len() as u64 != kept {
        return Err("something acknowledged was lost, or something refused was kept".to_owned());
    }
    store.close().await;
    // With the disk still full it opens or says that it is full; with room it goes on where it was.
    if let Err(error) = SqliteStore::open_file(&path, impatient()).await
        && !matches!(error, StoreError::Full { .. })
    {
        return Err(format!("opening on a full disk: {error:?}"));
    }
    fs::remove_file(&ballast).map_err(|error| error.to_string())?;
    let store = SqliteStore::open_file(&path, impatient()).await.map_err(|error| error.to_string())?;
    JournalStore::append(&store, ANNA, &[sample(kept)]).await.map_err(|error| error.to_string())?;
    let now = everything(&store).await.len() as u64;
    store.close().await;
    if now == kept + 1 { Ok(()) } else { Err(format!("{now} entries instead of {}", kept + 1)) }
}

/// The same file system, mounted so that nobody may write, root neither.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_read_only_disk_says_permission() {
    let scratch = Scratch::new("readonly");
    let mount = |words: &[&str]| {
        let done = std::process::Command::new(words[0]).args(&words[1..]).arg(&scratch.0).output();
        done.is_ok_and(|output| output.status.success())
    };
    if !mount(&["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs"]) {
        eprintln!("skipped: no permission to mount a small file system");
        return;
    }
    let folder = scratch.folder();
    let store = SqliteStore::open(&folder).await.unwrap();
    JournalStore::append(&store, ANNA, &[sample(0)]).await.unwrap();
    store.close().await;
    let frozen = mount(&["mount", "-o", "remount,ro"]);
    let opened = SqliteStore::open(&folder).await.map(drop);
    let locked = folder.lock().map(drop);
    let unmounted = mount(&["umount", "--lazy"]);
    assert!(frozen && unmounted);
    for error in [opened.unwrap_err(), locked.unwrap_err()] {
        assert!(matches!(error, StoreError::Permission { .. }), "{error:?}");
        assert!(error.to_string().contains("check who owns it"), "{error}");
    }
}

#[tokio::test]
async fn a_file_in_use_says_locked_and_goes_on_afterwards() {
    let scratch = Scratch::new("locked");
    let path = scratch.0.join("j.db");
    let store = SqliteStore::open_file(&path, impatient()).await.unwrap();
    JournalStore::append(&store, ANNA, &[sample(0)]).await.unwrap();
    let mut other = hold_write_lock(&path).await;
    let error = JournalStore::append(&store, ANNA, &[sample(1)]).await.unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    assert_eq!(everything(&store).await.len(), 1, "reading goes on meanwhile");
    sqlx::query("rollback").execute(&mut other).await.unwrap();
    JournalStore::append(&store, ANNA, &[sample(1)]).await.unwrap();
    assert_eq!(everything(&store).await.len(), 2);
}

async fn hold_write_lock(path: &Path) -> sqlx::SqliteConnection {
    use sqlx::ConnectOptions;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    let mut other = options.connect().await.unwrap();
    sqlx::query("begin immediate").execute(&mut other).await.unwrap();
    other
}

#[tokio::test]
async fn a_folder_is_served_by_one() {
    let scratch = Scratch::new("one");
    let folder = scratch.folder();
    let lock = folder.lock().unwrap();
    let error = folder.lock().unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }) && error.to_string().contains("another counterpose"));
    drop(lock);
    folder.lock().unwrap();
}

#[tokio::test]
async fn a_damaged_file_says_damaged() {
    let scratch = Scratch::new("damaged");
    let text = scratch.0.join("text.db");
    fs::write(&text, "this was never a database, but it is long enough to be read as one").unwrap();
    let error = SqliteStore::open_file(&text, impatient()).await.unwrap_err();
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
    assert!(error.to_string().contains("restore a backup"));

    let path = scratch.0.join("j.db");
    let store = SqliteStore::open_file(&path, impatient()).await.unwrap();
    let entries: Vec<Entry> = (0..2000).map(sample).collect();
    JournalStore::append(&store, ANNA, &entries).await.unwrap();
    store.close().await;
    let mut bytes = fs::read(&path).unwrap();
    for byte in &mut bytes[40_000..300_000] {
        *byte = 0xAA;
    }
    fs::write(&path, bytes).unwrap();
    let told = match SqliteStore::open_file(&path, impatient()).await {
        Err(error) => error,
        Ok(store) => match JournalStore::read(&store, ANNA, Cursor(0), 5000).await {
            Err(error) => error,
            Ok(page) => {
                panic!("{} entries were read from a damaged file as if it were whole", page.entries.len())
            }
        },
    };
    assert!(matches!(told, StoreError::Corrupt { .. }), "{told:?}");
}

#[tokio::test]
async fn a_file_of_a_later_version_is_left_alone() {
    let scratch = Scratch::new("later");
    let path = scratch.0.join("j.db");
    let store = SqliteStore::open_file(&path, impatient()).await.unwrap();
    store.close().await;
    let mut other = hold_write_lock(&path).await;
    let later = "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
                 values (9999, 'of 2031', 1, x'00', 0)";
    sqlx::query(later).execute(&mut other).await.unwrap();
    sqlx::query("commit").execute(&mut other).await.unwrap();
    let error = SqliteStore::open_file(&path, impatient()).await.unwrap_err();
    assert!(matches!(error, StoreError::Later { .. }), "{error:?}");
    assert!(error.to_string().contains("update the program"));
}

/// Root may write anywhere, so this shows only for others; the mapping is tested by code in any case.
#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_may_not_be_written_says_permission() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new("permission");
    fs::set_permissions(&scratch.0, fs::Permissions::from_mode(0o500)).unwrap();
    let opened = DataFolder::open(&scratch.0.join("data"));
    fs::set_permissions(&scratch.0, fs::Permissions::from_mode(0o700)).unwrap();
    match opened {
        Err(error) => assert!(matches!(error, StoreError::Permission { .. }), "{error:?}"),
        Ok(_) => eprintln!("skipped: this user may write anywhere"),
    }
    let file = scratch.0.join("a-file");
    fs::write(&file, "").unwrap();
    assert!(DataFolder::open(&file.join("data")).is_err());
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_the_journal() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new("private");
    let folder = scratch.folder();
    let store = SqliteStore::open(&folder).await.unwrap();
    JournalStore::append(&store, ANNA, &[sample(0)]).await.unwrap();
    let _lock = folder.lock().unwrap();
    let backup = scratch.0.join("backup.db");
    store.backup_to(&backup).await.unwrap();
    let mut looked_at = vec![backup];
    looked_at.extend(fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()));
    assert!(looked_at.len() >= 4);
    for path in looked_at {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} can be read by others: {mode:o}", path.display());
    }
    assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o077, 0);
}

#[tokio::test]
async fn a_backup_taken_while_writing_is_whole_and_comes_back() {
    let scratch = Scratch::new("backup");
    let folder = scratch.folder();
    let store = std::sync::Arc::new(SqliteStore::open(&folder).await.unwrap());
    let entries: Vec<Entry> = (0..300).map(sample).collect();
    JournalStore::append(&*store, ANNA, &entries).await.unwrap();
    let writer = {
        let store = store.clone();
        tokio::spawn(async move {
            for n in 1000..1050 {
                JournalStore::append(&*store, ANNA, &[sample(n)]).await.unwrap();
            }
        })
    };
    let backup = scratch.0.join("backup.db");
    store.backup_to(&backup).await.unwrap();
    writer.await.unwrap();
    assert!(store.backup_to(&backup).await.is_err(), "a backup was overwritten");
    let (keeper, person) = (store.keeper(), store.person());
    JournalStore::append(&*store, ANNA, &[sample(5000)]).await.unwrap();
    store.close().await;

    let lock = folder.lock().unwrap();
    let aside = restore(&folder, &backup, &lock).await.unwrap().unwrap();
    let restored = SqliteStore::open(&folder).await.unwrap();
    let kept = everything(&restored).await;
    assert_eq!(kept[..300], entries);
    assert!(!kept.contains(&sample(5000)));
    assert_eq!(restored.person(), person, "the person stays");
    assert_ne!(restored.keeper(), keeper, "old cursors must not be believed");
    let report = restored.report().await.unwrap();
    assert!(report.damage.is_empty());
    assert_eq!((report.people, report.entries), (1, kept.len() as u64));

    let before = SqliteStore::open_file(&aside, impatient()).await.unwrap();
    assert!(everything(&before).await.contains(&sample(5000)), "what was replaced is kept");
}

#[tokio::test]
async fn what_is_no_backup_changes_nothing() {
    let scratch = Scratch::new("nobackup");
    let folder = scratch.folder();
    let store = SqliteStore::open(&folder).await.unwrap();
    JournalStore::append(&store, ANNA, &[sample(0)]).await.unwrap();
    let lock = folder.lock().unwrap();
    let text = scratch.0.join("text.db");
    fs::write(&text, "dear diary, this is not a database, nor will it ever be one, however long it gets")
        .unwrap();
    let empty = scratch.0.join("empty.db");
    fs::write(&empty, "").unwrap();
    let foreign = scratch.0.join("foreign.db");
    foreign_database(&foreign).await;
    for path in [&text, &empty, &foreign, &scratch.0.join("missing.db")] {
        let error = restore(&folder, path, &lock).await.unwrap_err();
        assert!(
            error.to_string().contains(path.file_name().unwrap().to_str().unwrap()) || path == &text,
            "{error}"
        );
        assert!(!folder.restoring().exists());
        assert_eq!(everything(&store).await.len(), 1);
    }
}

async fn foreign_database(path: &Path) {
    use sqlx::ConnectOptions;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut other = options.connect().await.unwrap();
    sqlx::query("create table recipe (name text)").execute(&mut other).await.unwrap();
}

#[tokio::test]
async fn a_restore_that_was_cut_does_not_open_as_an_empty_journal() {
    let scratch = Scratch::new("cut");
    let folder = scratch.folder();
    fs::write(folder.restoring(), "half").unwrap();
    let error = SqliteStore::open(&folder).await.unwrap_err();
    assert!(error.to_string().contains("run it again"), "{error}");
}

/// Databases in the world were made by these very files.
#[test]
fn released_migrations_are_never_edited() {
    let hashes = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut found: Vec<(String, u64)> = fs::read_dir(folder)
            .unwrap()
            .map(|file| {
                let path = file.unwrap().path();
                let text = fs::read(&path).unwrap();
                let hash = text.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                    (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
                });
                (path.file_name().unwrap().to_str().unwrap().to_owned(), hash)
            })
            .collect();
        found.sort();
        found
    };
    let of = |name: &str, hash| (name.to_owned(), hash);
    let sqlite = [
        of("0001_journal.sql", 0x1e85_c9b6_aa11_458a),
        of("0002_erasure.sql", 0xea73_2b36_7aa9_10bb),
        of("0003_accounts.sql", 0x1a15_4556_104b_c57c),
    ];
    assert_eq!(hashes("migrations"), sqlite);
    let postgres =
        [of("0001_journal.sql", 0x83dd_0b0f_2a70_d684), of("0002_accounts.sql", 0xb2eb_88ac_0ef9_e33b)];
    assert_eq!(hashes("migrations-postgres"), postgres);
}
