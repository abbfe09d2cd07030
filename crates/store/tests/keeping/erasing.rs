//! Deleting really deletes: what was erased is in no file any more.

use std::fs;
use std::path::Path;

use counterpose_journal::contract::{erasure, sample, since};
use counterpose_journal::{Cursor, Entry, JournalStore};
use counterpose_store::{Options, SqliteStore};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::{ANNA, Scratch, everything};

const SECRET: &str = "whispered-into-the-diary";

/// An entry with something that is found in a file without knowing its format.
fn telling(n: u64) -> Entry {
    let payload = format!(r#"{{"key":"note","value":"{SECRET}-{n} {}"}}"#, "and much more of it ".repeat(20));
    Entry { payload: RawValue::from_string(payload).unwrap(), ..sample(n) }
}

/// The files of a folder that hold these bytes.
fn holding(folder: &Path, secret: &[u8]) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|path| fs::read(path).unwrap().windows(secret.len()).any(|window| window == secret))
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_erased_is_in_no_file_any_more_while_the_database_stays_open() {
    let scratch = Scratch::new("erased");
    let folder = scratch.folder();
    let store = SqliteStore::open(&folder).await.unwrap();
    let told: Vec<Entry> = (0..400).map(telling).collect();
    for batch in told.chunks(50) {
        JournalStore::append(&store, ANNA, batch).await.unwrap();
    }
    let ben = Uuid::from_u128(0xb);
    JournalStore::append(&store, ben, &[sample(1)]).await.unwrap();
    assert!(!holding(folder.path(), SECRET.as_bytes()).is_empty(), "the test looks in the wrong place");
    // Somebody reads meanwhile.
    let page = JournalStore::read(&store, ANNA, Cursor(0), 10).await.unwrap();
    assert_eq!(page.entries.len(), 10);

    let gone = erasure(1000, 0);
    JournalStore::append(&store, ANNA, &[gone.clone(), since(&gone, 5)]).await.unwrap();
    assert_eq!(holding(folder.path(), SECRET.as_bytes()), Vec::<String>::new());
    assert_eq!(
        holding(folder.path(), told[17].id.as_bytes()),
        Vec::<String>::new(),
        "its identifier is left"
    );
    assert_eq!(everything(&store).await, [gone.clone(), since(&gone, 5)]);
    assert_eq!(JournalStore::read(&store, ben, Cursor(0), 10).await.unwrap().entries, [sample(1)]);

    // An old device brings it back: it goes nowhere.
    let old = JournalStore::append(&store, ANNA, &told).await.unwrap();
    assert_eq!((old.added, old.known), (0, told.len()));
    assert_eq!(holding(folder.path(), SECRET.as_bytes()), Vec::<String>::new());
    store.close().await;
    let again = SqliteStore::open(&folder).await.unwrap();
    assert_eq!(everything(&again).await.len(), 2);
    assert!(again.report().await.unwrap().damage.is_empty());
}

/// A database of the first released tables opens, keeps what it has and learns to erase.
#[tokio::test]
async fn a_database_of_the_first_tables_opens_and_learns_to_erase() {
    let scratch = Scratch::new("first-tables");
    let path = scratch.0.join("j.db");
    first_tables(&path).await;
    let store = SqliteStore::open_file(&path, Options::default()).await.unwrap();
    assert_eq!(store.person(), ANNA);
    assert_eq!(everything(&store).await, [sample(0)]);
    let gone = erasure(5, 0);
    JournalStore::append(&store, ANNA, &[gone.clone(), sample(3)]).await.unwrap();
    assert_eq!(everything(&store).await, [gone]);
}

async fn first_tables(path: &Path) {
    let store = SqliteStore::open_file(path, Options::default()).await.unwrap();
    JournalStore::append(&store, ANNA, &[sample(0)]).await.unwrap();
    store.close().await;
    let mut back = super::hold_write_lock(path).await;
    for sql in [
        "alter table person drop column floor_lamport",
        "alter table person drop column floor_at_ms",
        "alter table person drop column floor_id",
        "delete from _sqlx_migrations where version = 2",
        "update keeper set person = x'0000000000000000000000000000000a'",
        "commit",
    ] {
        sqlx::query(sql).execute(&mut back).await.unwrap();
    }
}
