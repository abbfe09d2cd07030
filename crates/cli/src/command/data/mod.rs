//! The commands by which data belong to the person: `export`, `import`, `backup`, `restore`, `erase`, `migrate`.
//!
//! Each works whether or not the app is running, except `restore` and `migrate`, which replace what a running app holds.

pub mod backup;
pub mod erase;
pub mod export;
pub mod import;
pub mod migrate;
pub mod restore;

use counterpose_journal::{Cursor, Entry, JournalStore};
use counterpose_store::Store;

use crate::outcome::Failure;

const PAGE: usize = 1000;

/// Every entry of the person this folder or database belongs to.
pub async fn everything(store: &Store) -> Result<Vec<Entry>, Failure> {
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
