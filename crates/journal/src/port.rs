//! The storage port: what every keeper of journals promises, and the ways it may fail.
//!
//! Memory, IndexedDB and SQLite stand behind this one trait and are proved equal by one story.

use std::sync::Arc;

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
    /// How many were already there (same identifier) and were left as they were, or stand before an erasure and stay
    /// forgotten.
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
    /// A later version of the program wrote it.
    #[error("the storage was written by a later version of this program: update the program ({detail})")]
    Later {
        /// What the keeper said.
        detail: String,
    },
    /// Two different entries claim the same identifier.
    #[error("entry {id} exists already with other content; neither was changed")]
    Conflict {
        /// The identifier.
        id: Uuid,
    },
    /// An entry breaks a limit that holds for all.
    #[error("entry {id} cannot be kept: {detail}")]
    Refused {
        /// The identifier.
        id: Uuid,
        /// What is wrong with it.
        detail: String,
    },
    /// Anything else.
    #[error("the storage failed: {detail}")]
    Other {
        /// What the keeper said.
        detail: String,
    },
}

/// A keeper of journals. When `append` returns `Ok`, the entries survive a crash.
///
/// Browser adapters implement this one: their futures cannot move between threads. Keepers that serve many threads
/// implement [`SharedJournalStore`] and get this one with it.
#[allow(async_fn_in_trait, reason = "browser futures cannot be Send; servers use SharedJournalStore")]
pub trait JournalStore {
    /// Adds entries in one piece: all or none. Entries already there are counted, not changed. An erasure takes away
    /// everything before it, and what stands before one is counted as known and never kept (see [`crate::erasure`]).
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError>;

    /// Entries of one person after a cursor, at most `limit`, in the order this keeper got them. With nothing
    /// after it, the page's cursor is the one given.
    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError>;
}

/// A keeper whose futures may move between threads, as a server needs.
pub trait SharedJournalStore: Send + Sync {
    /// See [`JournalStore::append`].
    fn append(
        &self,
        person: Uuid,
        entries: &[Entry],
    ) -> impl Future<Output = Result<Appended, StoreError>> + Send;

    /// See [`JournalStore::read`].
    fn read(
        &self,
        person: Uuid,
        after: Cursor,
        limit: usize,
    ) -> impl Future<Output = Result<Page, StoreError>> + Send;
}

impl<S: SharedJournalStore> JournalStore for S {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        SharedJournalStore::append(self, person, entries).await
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        SharedJournalStore::read(self, person, after, limit).await
    }
}

impl<S: SharedJournalStore> SharedJournalStore for Arc<S> {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        SharedJournalStore::append(&**self, person, entries).await
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        SharedJournalStore::read(&**self, person, after, limit).await
    }
}

/// What every keeper asks of a batch before it takes it in.
///
/// # Errors
/// [`StoreError::Refused`] names the entry and what is wrong with it.
pub fn check_batch(entries: &[Entry]) -> Result<(), StoreError> {
    for entry in entries {
        entry.check().map_err(|error| StoreError::Refused { id: entry.id, detail: error.to_string() })?;
    }
    Ok(())
}
