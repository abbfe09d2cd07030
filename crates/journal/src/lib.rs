//! The person's history: append-only entries, their fold to state, merge laws, sync messages, the storage port.
//!
//! History outlives every database and every version of this program: entries are never edited, a newer kind that
//! this version does not know is kept byte for byte, and a better rule re-reads the same entries. What this crate
//! does not do: talk to a database or a network, or decide what the history means.

pub mod account;
#[cfg(any(test, feature = "testing"))]
pub mod contract;
pub mod dated;
pub mod day;
pub mod entry;
pub mod erasure;
pub mod export;
pub mod memory;
pub mod merge;
pub mod moment;
pub mod payload;
pub mod port;
pub mod row;
pub mod section;
pub mod state;
pub mod sync;
pub mod tracking;

pub use entry::{Entry, EntryError, Writer};
pub use erasure::Floor;
pub use memory::MemoryStore;
pub use moment::Moment;
pub use payload::Payload;
pub use port::{Appended, Cursor, JournalStore, Page, SharedJournalStore, StoreError};
pub use section::Section;
pub use state::{Dated, Session, State, fold};
