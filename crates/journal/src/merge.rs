//! Union of journals: commutative, associative, idempotent.
//!
//! Two different entries under one identifier cannot come from honest devices; keepers refuse the second. Where
//! they meet anyway (two files, two servers), the one whose bytes sort first stands, everywhere alike.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::entry::Entry;

/// All entries of both, each once, in the order of history.
#[must_use]
pub fn union(one: &[Entry], two: &[Entry]) -> Vec<Entry> {
    in_order(one.iter().chain(two)).into_iter().cloned().collect()
}

/// Each entry once, in the order of history.
pub fn in_order<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut by_id: BTreeMap<Uuid, &Entry> = BTreeMap::new();
    for entry in entries {
        by_id.entry(entry.id).and_modify(|kept| *kept = first_of(kept, entry)).or_insert(entry);
    }
    let mut ordered: Vec<&Entry> = by_id.into_values().collect();
    ordered.sort_by(|a, b| a.order(b));
    ordered
}

fn first_of<'a>(one: &'a Entry, two: &'a Entry) -> &'a Entry {
    if rank(two) < rank(one) { two } else { one }
}

type Rank<'a> = (u64, i64, Uuid, jiff::civil::Date, &'a str, &'a str, u16, &'a str);

fn rank(entry: &Entry) -> Rank<'_> {
    (
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
