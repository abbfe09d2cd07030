//! Erasure: what makes a journal forget, and keeps it forgotten wherever journals meet.
//!
//! An erasure is an entry like any other. It begins a new epoch: its count is far beyond any count that could have
//! been written before it, so that everything before it in the order of history is taken away, on every device and
//! server it reaches, also what an old device brings along years later; and what is written after it, by a device that
//! knows of it, stays. What this module does not do: take bytes off a disk; keepers do.

use uuid::Uuid;

use crate::entry::{EXACT_MAX, Entry};

/// The kind of an erasure.
pub const KIND: &str = "erasure";
/// How many counts an epoch has: more than a device can write before it hears of the next one.
const EPOCH: u64 = 1 << 32;
/// The zone of an erasure: it says nothing of the person.
pub const ZONE: &str = "Etc/UTC";

/// The place in history before which nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Floor {
    /// See [`Entry::lamport`].
    pub lamport: u64,
    /// See [`Entry::at_ms`].
    pub at_ms: i64,
    /// See [`Entry::id`].
    pub id: Uuid,
}

impl Floor {
    /// The floor that an entry is, if it is an erasure, of whatever version.
    #[must_use]
    pub fn of(entry: &Entry) -> Option<Self> {
        (entry.kind == KIND).then(|| Self::at(entry))
    }

    /// The highest floor among entries.
    #[must_use]
    pub fn among<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<Self> {
        entries.into_iter().filter_map(Self::of).max()
    }

    /// Whether an entry stands before it, and so is not kept.
    #[must_use]
    pub fn takes(&self, entry: &Entry) -> bool {
        Self::at(entry) < *self
    }

    const fn at(entry: &Entry) -> Self {
        Self { lamport: entry.lamport, at_ms: entry.at_ms, id: entry.id }
    }
}

/// The epoch of a count: how many erasures stand before it.
#[must_use]
pub const fn epoch(lamport: u64) -> u64 {
    lamport / EPOCH
}

/// The first count of the next epoch. At its end the count stays there, and the instant orders alone.
#[must_use]
pub const fn next_epoch(lamport: u64) -> u64 {
    let begins = (epoch(lamport) + 1).saturating_mul(EPOCH);
    if begins > EXACT_MAX { EXACT_MAX } else { begins }
}

/// Takes away what an erasure among the entries takes. Says whether anything went.
pub fn forget(entries: &mut Vec<Entry>) -> bool {
    let before = entries.len();
    if let Some(floor) = Floor::among(entries.iter()) {
        entries.retain(|entry| !floor.takes(entry));
    }
    entries.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{erasure, sample};

    #[test]
    fn an_erasure_takes_what_was_written_before_it_and_leaves_what_came_after() {
        let gone = erasure(500, 3);
        let after = Entry { lamport: gone.lamport + 1, ..sample(501) };
        let unaware = Entry { at_ms: gone.at_ms + 1_000_000, ..sample(1000) };
        let mut entries = vec![sample(1), after.clone(), gone.clone(), unaware];
        assert!(forget(&mut entries));
        assert_eq!(entries, [after, gone]);
        assert!(!forget(&mut entries));
    }

    #[test]
    fn epochs_grow_and_stay_at_their_end() {
        assert_eq!((epoch(1), epoch(next_epoch(1)), epoch(next_epoch(next_epoch(1)))), (0, 1, 2));
        assert_eq!(next_epoch(next_epoch(1)), 2 * next_epoch(1));
        assert_eq!(next_epoch(EXACT_MAX), EXACT_MAX);
    }
}
