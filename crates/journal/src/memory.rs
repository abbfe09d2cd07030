//! A keeper in memory: for tests, and for a browser that refuses to store anything.
//!
//! It promises what every keeper promises except to outlive the process.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use crate::entry::Entry;
use crate::port::{Appended, Cursor, Page, SharedJournalStore, StoreError, check_batch};

#[derive(Debug, Default)]
struct Person {
    log: Vec<Entry>,
    place: BTreeMap<Uuid, usize>,
}

/// Journals in memory. Clones share the same journals.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    people: Arc<Mutex<BTreeMap<Uuid, Person>>>,
}

impl MemoryStore {
    /// An empty keeper.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Uuid, Person>> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn append_now(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        check_batch(entries)?;
        let mut people = self.lock();
        let journal = people.entry(person).or_default();
        let before = journal.log.len();
        let mut known = 0;
        for entry in entries {
            match journal.place.get(&entry.id).and_then(|place| journal.log.get(*place)) {
                Some(kept) if kept.same_content(entry) => known += 1,
                Some(_) => {
                    for undone in journal.log.drain(before..) {
                        journal.place.remove(&undone.id);
                    }
                    return Err(StoreError::Conflict { id: entry.id });
                }
                None => {
                    journal.place.insert(entry.id, journal.log.len());
                    journal.log.push(entry.clone());
                }
            }
        }
        Ok(Appended { added: journal.log.len() - before, known })
    }

    fn read_now(&self, person: Uuid, after: Cursor, limit: usize) -> Page {
        let people = self.lock();
        let log = people.get(&person).map_or(&[][..], |journal| &journal.log);
        let start = usize::try_from(after.0).unwrap_or(usize::MAX).min(log.len());
        let end = start.saturating_add(limit).min(log.len());
        let cursor = if end > start { Cursor(end as u64) } else { after };
        Page { entries: log[start..end].to_vec(), cursor, more: end < log.len() }
    }
}

impl SharedJournalStore for MemoryStore {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        self.append_now(person, entries)
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        Ok(self.read_now(person, after, limit))
    }
}
