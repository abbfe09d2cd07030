//! The person's history: append-only entries, their fold to state, merge laws, sync messages, the storage port.
//!
//! History outlives every database and every version of this program: entries are never edited, a newer kind that
//! this version does not know is kept byte for byte, and a better rule re-reads the same entries. What this crate
//! does not do: talk to a database or a network, or decide what the history means.

pub mod entry;
pub mod port;
