//! A keeper in memory: for tests, and for a browser that refuses to store anything.
//!
//! It promises what every keeper promises except to outlive the process.

use core::ops::Bound;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use crate::entry::Entry;
use crate::erasure::Floor;
use crate::port::{Appended, Cursor, Page, SharedJournalStore, StoreError, check_batch};

#[derive(Clone, Debug, Default)]
struct Person {
    /// By serial; what an erasure took leaves gaps.
    log: BTreeMap<u64, Entry>,
    place: BTreeMap<Uuid, u64>,
    last_serial: u64,
    floor: Option<Floor>,
}

impl Person {
    /// Whether it was new.
    fn take(&mut self, entry: &Entry) -> Result<bool, StoreError> {
        if self.floor.is_some_and(|floor| floor.takes(entry)) {
            return Ok(false);
        }
        if let Some(kept) = self.place.get(&entry.id).and_then(|serial| self.log.get(serial)) {
            return if kept.same_content(entry) {
                Ok(false)
            } else {
                Err(StoreError::Conflict { id: entry.id })
            };
        }
        self.last_serial += 1;
        self.place.insert(entry.id, self.last_serial);
        self.log.insert(self.last_serial, entry.clone());
        if let Some(floor) = Floor::of(entry) {
            self.floor = Some(floor);
            self.log.retain(|_, kept| !floor.takes(kept));
            let log = &self.log;
            self.place.retain(|_, serial| log.contains_key(serial));
        }
        Ok(true)
    }
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

    /// What [`SharedJournalStore::append`] does, at once.
    ///
    /// # Errors
    /// As there.
    pub fn append_now(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        check_batch(entries)?;
        let mut people = self.lock();
        let kept = people.entry(person).or_default();
        // An erasure cannot be taken back step by step; without one the steps are cheaper than a copy.
        let copy = entries.iter().any(|entry| Floor::of(entry).is_some()).then(|| kept.clone());
        let before = kept.last_serial;
        let mut known = 0;
        for entry in entries {
            match kept.take(entry) {
                Ok(true) => {}
                Ok(false) => known += 1,
                Err(error) => {
                    match copy {
                        Some(copy) => *kept = copy,
                        None => {
                            for undone in kept.log.split_off(&(before + 1)).into_values() {
                                kept.place.remove(&undone.id);
                            }
                            kept.last_serial = before;
                        }
                    }
                    return Err(error);
                }
            }
        }
        Ok(Appended { added: usize::try_from(kept.last_serial - before).unwrap_or(usize::MAX), known })
    }

    /// What [`SharedJournalStore::read`] does, at once.
    #[must_use]
    pub fn read_now(&self, person: Uuid, after: Cursor, limit: usize) -> Page {
        let people = self.lock();
        let Some(kept) = people.get(&person) else {
            return Page { entries: Vec::new(), cursor: after, more: false };
        };
        let mut rest = kept.log.range((Bound::Excluded(after.0), Bound::Unbounded));
        let page: Vec<(&u64, &Entry)> = rest.by_ref().take(limit).collect();
        let cursor = page.last().map_or(after, |(serial, _)| Cursor(**serial));
        Page {
            entries: page.into_iter().map(|(_, entry)| entry.clone()).collect(),
            cursor,
            more: rest.next().is_some(),
        }
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
