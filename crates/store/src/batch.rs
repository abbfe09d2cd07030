//! What becomes of a batch, decided before anything is written: the same for every database.
//!
//! The caller holds the person's row, so what stands in the journal does not change meanwhile.

use std::collections::{HashMap, HashSet};

use counterpose_journal::{Appended, Entry, Floor, StoreError};
use uuid::Uuid;

/// How a person's journal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The last serial given.
    pub last_serial: i64,
    /// Nothing before it is kept.
    pub floor: Option<Floor>,
}

/// What is to be written.
#[derive(Debug, PartialEq)]
pub struct Plan<'a> {
    /// The entries to add, with their serials.
    pub fresh: Vec<(i64, &'a Entry)>,
    /// Everything before it is to be deleted first.
    pub raised: Option<Floor>,
    /// The last serial given afterwards.
    pub last_serial: i64,
    /// The answer.
    pub appended: Appended,
}

/// Decides. `kept` holds the entries of the journal that have identifiers of the batch.
pub fn plan<'a>(
    standing: Standing,
    kept: &HashMap<Uuid, Entry>,
    entries: &'a [Entry],
) -> Result<Plan<'a>, StoreError> {
    let (mut floor, mut serial, mut known) = (standing.floor, standing.last_serial, 0);
    let mut raised = None;
    let mut fresh: Vec<(i64, &Entry)> = Vec::with_capacity(entries.len());
    let mut new: HashMap<Uuid, &Entry> = HashMap::with_capacity(entries.len());
    let mut forgotten: HashSet<Uuid> = HashSet::new();
    for entry in entries {
        if floor.is_some_and(|floor| floor.takes(entry)) {
            known += 1;
            continue;
        }
        let there = kept.get(&entry.id).filter(|kept| !forgotten.contains(&kept.id));
        match new.get(&entry.id).copied().or(there) {
            Some(there) if there.same_content(entry) => known += 1,
            Some(_) => return Err(StoreError::Conflict { id: entry.id }),
            None => {
                serial += 1;
                fresh.push((serial, entry));
                new.insert(entry.id, entry);
            }
        }
        if let Some(reached) = Floor::of(entry).filter(|reached| floor.is_none_or(|floor| floor < *reached)) {
            floor = Some(reached);
            raised = Some(reached);
            fresh.retain(|(_, entry)| !reached.takes(entry));
            new.retain(|_, entry| !reached.takes(entry));
            forgotten.extend(kept.values().filter(|entry| reached.takes(entry)).map(|entry| entry.id));
        }
    }
    let added = usize::try_from(serial - standing.last_serial).unwrap_or(0);
    Ok(Plan { fresh, raised, last_serial: serial, appended: Appended { added, known } })
}

/// A floor from its three columns.
pub fn floor(lamport: Option<i64>, at_ms: Option<i64>, id: Option<Uuid>) -> Option<Floor> {
    Some(Floor { lamport: u64::try_from(lamport?).ok()?, at_ms: at_ms?, id: id? })
}

/// A count as databases hold it; entries are checked, so it fits.
pub fn signed(lamport: u64) -> i64 {
    i64::try_from(lamport).unwrap_or(i64::MAX)
}
