//! Union of journals: commutative, associative, idempotent.
//!
//! Two different entries under one identifier cannot come from honest devices; keepers refuse the second. Where
//! they meet anyway (two files, two servers), the one whose fields sort last stands, everywhere alike (so that the one an
//! erasure spares is not lost to the one it takes). What stands
//! before an erasure is not in the union.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::entry::Entry;
use crate::erasure::{self, Floor};

/// All entries of both, each once, in the order of history.
#[must_use]
pub fn union(one: &[Entry], two: &[Entry]) -> Vec<Entry> {
    in_order(one.iter().chain(two)).into_iter().cloned().collect()
}

/// Each entry once, in the order of history, without what an erasure among them takes.
pub fn in_order<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut kept: Vec<&Entry> = entries.into_iter().collect();
    if let Some(floor) = Floor::among(kept.iter().copied()) {
        kept.retain(|entry| !floor.takes(entry));
    }
    let mut by_id: BTreeMap<Uuid, &Entry> = BTreeMap::new();
    for entry in kept {
        by_id.entry(entry.id).and_modify(|kept| *kept = last_of(kept, entry)).or_insert(entry);
    }
    let mut ordered: Vec<&Entry> = by_id.into_values().collect();
    ordered.sort_by(|a, b| a.order(b));
    ordered
}

fn last_of<'a>(one: &'a Entry, two: &'a Entry) -> &'a Entry {
    if rank(two) > rank(one) { two } else { one }
}

type Rank<'a> = (bool, u64, i64, Uuid, jiff::civil::Date, &'a str, &'a str, u16, &'a str);

fn rank(entry: &Entry) -> Rank<'_> {
    (
        // An erasure stands against any other claim to its identifier, or it could be argued away.
        entry.kind == erasure::KIND,
        entry.lamport,
        entry.at_ms,
        entry.device,
        entry.date,
        &entry.zone,
        &entry.kind,
        entry.version,
        entry.payload.get(),
    )
}
