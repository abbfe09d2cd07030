//! SQLite behind the journal's storage port: one file in the person's own data folder.
//!
//! What is acknowledged is on the disk (WAL with `synchronous=FULL`), deleted bytes are overwritten, and every failure
//! comes back as a kind with advice. What this crate does not do: decide what entries mean, or speak HTTP.

mod backup;
mod error;
mod folder;
mod report;
mod sqlite;

pub use backup::restore;
pub use folder::{DataFolder, ServingLock};
pub use report::Report;
pub use sqlite::{Options, SqliteStore};
