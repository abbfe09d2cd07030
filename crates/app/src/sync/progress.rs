//! How far two journals are known to agree: what is remembered between starts.
//!
//! Losing it costs time and nothing else. It carries a mark of the entries it speaks of, so that it is never
//! believed about a journal that is not the one it was written for.

use counterpose_journal::{Cursor, Entry};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How far this device and one keeper of one person agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The server's keeper: its cursors mean nothing elsewhere.
    pub keeper: Uuid,
    /// The server's person.
    pub person: Uuid,
    /// Everything there up to here is kept here.
    pub pulled: Cursor,
    /// The first so many entries here are there.
    pub pushed: u64,
    /// All their identifiers, folded together.
    pub mark: Uuid,
    /// Whether the person had logged in there.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub account: bool,
}

impl Progress {
    /// Nothing agreed yet with this keeper about this person.
    #[must_use]
    pub fn fresh(keeper: Uuid, person: Uuid) -> Self {
        Self { keeper, person, ..Self::default() }
    }

    pub(super) fn pushed_count(&self) -> usize {
        usize::try_from(self.pushed).unwrap_or(usize::MAX)
    }

    /// Whether this is about that keeper, that person and that journal.
    pub(super) fn fits(&self, keeper: Uuid, person: Uuid, entries: &[Entry]) -> bool {
        self.keeper == keeper
            && self.person == person
            && entries.get(..self.pushed_count()).is_some_and(|begin| folded(begin) == self.mark.as_u128())
    }

    /// The first `through` entries are there now.
    pub(super) fn advance(&mut self, entries: &[Entry], through: usize) {
        let from = self.pushed_count().min(through);
        let added = folded(entries.get(from..through).unwrap_or_default());
        self.mark = Uuid::from_u128(self.mark.as_u128() ^ added);
        self.pushed = through as u64;
    }
}

fn folded(entries: &[Entry]) -> u128 {
    entries.iter().fold(0, |mark, entry| mark ^ entry.id.as_u128())
}
