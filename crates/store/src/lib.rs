//! SQLite and PostgreSQL behind the journal's storage port: one file in the person's own data folder, or one database
//! for many servers.
//!
//! What is acknowledged is on the disk, deleted bytes are overwritten where the database lets us, and every failure
//! comes back as a kind with advice. What this crate does not do: decide what entries mean, or speak HTTP.

mod account;
mod account_postgres;
mod any;
mod backup;
mod batch;
mod error;
mod folder;
mod moving;
mod postgres;
mod report;
mod sqlite;

pub use any::Store;
pub use backup::restore;
pub use folder::{DataFolder, ServingLock};
pub use moving::{Moved, move_all};
pub use postgres::{PostgresOptions, PostgresStore};
pub use report::Report;
pub use sqlite::{Options, SqliteStore};
