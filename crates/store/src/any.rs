//! Whichever database the person chose.

use std::path::Path;

use counterpose_journal::account::{
    Accepted, Account, AccountStore, Answer, Hash, Invitation, Rate, Session,
};
use counterpose_journal::{Appended, Cursor, Entry, Page, SharedJournalStore, StoreError};
use uuid::Uuid;

use crate::postgres::{PostgresOptions, PostgresStore};
use crate::report::Report;
use crate::sqlite::SqliteStore;

/// A keeper of journals, in a file or in a database that servers share.
#[derive(Debug)]
pub enum Store {
    /// One file in the data folder.
    Sqlite(SqliteStore),
    /// A database of its own.
    Postgres(PostgresStore),
}

impl Store {
    /// Whether an address is one of PostgreSQL.
    #[must_use]
    pub fn is_postgres(url: &str) -> bool {
        url.starts_with("postgres://") || url.starts_with("postgresql://")
    }

    /// Opens the PostgreSQL database at an address.
    ///
    /// # Errors
    /// As [`PostgresStore::open`].
    pub async fn open_url(url: &str) -> Result<Self, StoreError> {
        Ok(Self::Postgres(PostgresStore::open(url, PostgresOptions::default()).await?))
    }

    /// This database and its line of cursors.
    #[must_use]
    pub const fn keeper(&self) -> Uuid {
        match self {
            Self::Sqlite(store) => store.keeper(),
            Self::Postgres(store) => store.keeper(),
        }
    }

    /// The person whose journal it keeps.
    #[must_use]
    pub const fn person(&self) -> Uuid {
        match self {
            Self::Sqlite(store) => store.person(),
            Self::Postgres(store) => store.person(),
        }
    }

    /// The version of its tables.
    #[must_use]
    pub fn schema(&self) -> u32 {
        match self {
            Self::Sqlite(_) => SqliteStore::schema(),
            Self::Postgres(_) => PostgresStore::schema(),
        }
    }

    /// Looks at the whole database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn report(&self) -> Result<Report, StoreError> {
        match self {
            Self::Sqlite(store) => store.report().await,
            Self::Postgres(store) => store.report().await,
        }
    }

    /// Writes a backup of this moment to a new file.
    ///
    /// # Errors
    /// When it cannot be written, or the database has its own tool for that.
    pub async fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.backup_to(target).await,
            Self::Postgres(_) => Err(StoreError::Other {
                detail:
                    "PostgreSQL makes its own backups while it runs: use pg_dump (see docs/self-hosting.md), \
                         or `counterpose export` for one person's file"
                        .to_owned(),
            }),
        }
    }

    /// Ends every connection.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(store) => store.close().await,
            Self::Postgres(store) => store.close().await,
        }
    }
}

impl SharedJournalStore for Store {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        match self {
            Self::Sqlite(store) => SharedJournalStore::append(store, person, entries).await,
            Self::Postgres(store) => SharedJournalStore::append(store, person, entries).await,
        }
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        match self {
            Self::Sqlite(store) => SharedJournalStore::read(store, person, after, limit).await,
            Self::Postgres(store) => SharedJournalStore::read(store, person, after, limit).await,
        }
    }
}

impl Store {
    fn books(&self) -> &dyn AccountStore {
        match self {
            Self::Sqlite(store) => store,
            Self::Postgres(store) => store,
        }
    }
}

impl AccountStore for Store {
    fn accounts(&self) -> Answer<'_, Vec<Account>> {
        self.books().accounts()
    }

    fn account_named<'a>(&'a self, key: &'a str) -> Answer<'a, Option<Account>> {
        self.books().account_named(key)
    }

    fn account(&self, person: Uuid) -> Answer<'_, Option<Account>> {
        self.books().account(person)
    }

    fn remove_account(&self, person: Uuid) -> Answer<'_, bool> {
        self.books().remove_account(person)
    }

    fn invite<'a>(&'a self, invitation: &'a Invitation) -> Answer<'a, ()> {
        self.books().invite(invitation)
    }

    fn invitation<'a>(&'a self, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Invitation>> {
        self.books().invitation(token, now_ms)
    }

    fn accept<'a>(&'a self, token: &'a Hash, now_ms: i64, account: &'a Account) -> Answer<'a, Accepted> {
        self.books().accept(token, now_ms, account)
    }

    fn change_secret<'a>(&'a self, person: Uuid, secret: &'a str, but: Option<&'a Hash>) -> Answer<'a, ()> {
        self.books().change_secret(person, secret, but)
    }

    fn begin_session<'a>(&'a self, session: &'a Session) -> Answer<'a, ()> {
        self.books().begin_session(session)
    }

    fn session<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Session>> {
        self.books().session(person, token, now_ms)
    }

    fn seen<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64, ends_ms: i64) -> Answer<'a, ()> {
        self.books().seen(person, token, now_ms, ends_ms)
    }

    fn sessions(&self, person: Uuid, now_ms: i64) -> Answer<'_, Vec<Session>> {
        self.books().sessions(person, now_ms)
    }

    fn end_session(&self, person: Uuid, id: Uuid) -> Answer<'_, bool> {
        self.books().end_session(person, id)
    }

    fn end_sessions<'a>(&'a self, person: Uuid, but: Option<&'a Hash>) -> Answer<'a, u64> {
        self.books().end_sessions(person, but)
    }

    fn try_once<'a>(&'a self, what: &'a Hash, rate: Rate, now_ms: i64) -> Answer<'a, Option<i64>> {
        self.books().try_once(what, rate, now_ms)
    }

    fn sweep(&self, now_ms: i64) -> Answer<'_, ()> {
        self.books().sweep(now_ms)
    }
}
