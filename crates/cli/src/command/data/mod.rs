//! The commands by which data belong to the person: `export`, `import`, `backup`, `restore`.
//!
//! Each works whether or not the app is running, except `restore`, which replaces what a running app holds.

pub mod backup;
pub mod export;
pub mod import;
pub mod restore;

use counterpose_journal::{Cursor, Entry, JournalStore};
use counterpose_store::SqliteStore;

use crate::outcome::Failure;

const PAGE: usize = 1000;

/// Every entry of the person this folder belongs to.
pub async fn everything(store: &SqliteStore) -> Result<Vec<Entry>, Failure> {
    let (mut entries, mut cursor) = (Vec::new(), Cursor::default());
    loop {
        let page = JournalStore::read(store, store.person(), cursor, PAGE).await?;
        entries.extend(page.entries);
        cursor = page.cursor;
        if !page.more {
            return Ok(entries);
        }
    }
}
