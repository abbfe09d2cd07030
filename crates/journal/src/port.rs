//! The storage port: what every keeper of journals promises, and the ways it may fail.
//!
//! Memory, IndexedDB and SQLite stand behind this one trait and are proved equal by one story.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entry::Entry;

/// A place in a person's journal as one keeper holds it: everything up to it has been seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub u64);

/// Some entries after a cursor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The entries, in the order this keeper got them.
    pub entries: Vec<Entry>,
    /// Where to go on.
    pub cursor: Cursor,
    /// Whether there is more.
    pub more: bool,
}

/// What became of an append.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appended {
    /// How many were new.
    pub added: usize,
    /// How many were already there (same identifier) and were left as they were.
    pub known: usize,
}

/// Why a keeper could not do it. Nothing acknowledged before is lost by any of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No room left.
    #[error("the storage is full: free some space, or export your data ({detail})")]
    Full {
        /// What the keeper said.
        detail: String,
    },
    /// Somebody else holds it.
    #[error("the storage is in use by another program: close it and try again ({detail})")]
    Locked {
        /// What the keeper said.
        detail: String,
    },
    /// Not allowed to write or read there.
    #[error("no permission to use the storage: check who owns it ({detail})")]
    Permission {
        /// What the keeper said.
        detail: String,
    },
    /// What lies there cannot be read.
    #[error("the storage is damaged: restore a backup, or export what can be read ({detail})")]
    Corrupt {
        /// What the keeper said.
        detail: String,
    },
    /// Two different entries claim the same identifier.
    #[error("entry {id} exists already with other content; neither was changed")]
    Conflict {
        /// The identifier.
        id: Uuid,
    },
    /// Anything else.
    #[error("the storage failed: {detail}")]
    Other {
        /// What the keeper said.
        detail: String,
    },
}

/// A keeper of journals. When `append` returns `Ok`, the entries survive a crash.
#[allow(
    async_fn_in_trait,
    reason = "browser futures cannot be Send; servers bound theirs where they need it"
)]
pub trait JournalStore {
    /// Adds entries in one piece: all or none. Entries already there are counted, not changed.
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError>;

    /// Entries of one person after a cursor, at most `limit`.
    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError>;
}
