//! An entry as keepers store it: plain numbers and texts.
//!
//! Keepers know nothing of dates or JSON; they store columns and hand them back. What comes back is checked, so that
//! a damaged store is told and never read as history.

use counterpose_coach::dates;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::entry::Entry;
use crate::port::StoreError;

/// The columns of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// See [`Entry::id`].
    pub id: Uuid,
    /// See [`Entry::device`].
    pub device: Uuid,
    /// See [`Entry::lamport`].
    pub lamport: u64,
    /// See [`Entry::at_ms`].
    pub at_ms: i64,
    /// See [`Entry::date`]; `2026-11-22`.
    pub date: String,
    /// See [`Entry::zone`].
    pub zone: String,
    /// See [`Entry::kind`].
    pub kind: String,
    /// See [`Entry::version`].
    pub version: u16,
    /// See [`Entry::payload`]; its bytes.
    pub payload: String,
}

impl From<&Entry> for Row {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            device: entry.device,
            lamport: entry.lamport,
            at_ms: entry.at_ms,
            date: dates::written(entry.date),
            zone: entry.zone.clone(),
            kind: entry.kind.clone(),
            version: entry.version,
            payload: entry.payload.get().to_owned(),
        }
    }
}

impl TryFrom<Row> for Entry {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id;
        let corrupt =
            |what: &str| StoreError::Corrupt { detail: format!("the {what} of entry {id} is unreadable") };
        let entry = Self {
            id,
            device: row.device,
            lamport: row.lamport,
            at_ms: row.at_ms,
            date: dates::read(&row.date).ok_or_else(|| corrupt("date"))?,
            zone: row.zone,
            kind: row.kind,
            version: row.version,
            payload: RawValue::from_string(row.payload).map_err(|_| corrupt("payload"))?,
        };
        entry.check().map_err(|_| corrupt("envelope"))?;
        Ok(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::sample;

    #[test]
    fn a_row_comes_back_as_its_entry_and_a_damaged_one_is_told() {
        let row = Row::from(&sample(5));
        assert_eq!(Entry::try_from(row.clone()), Ok(sample(5)));
        let damaged = [
            Row { date: "yesterday".to_owned(), ..row.clone() },
            Row { payload: "{".to_owned(), ..row.clone() },
            Row { lamport: 0, ..row },
        ];
        for row in damaged {
            assert!(matches!(Entry::try_from(row), Err(StoreError::Corrupt { .. })));
        }
    }
}
