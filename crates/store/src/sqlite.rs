//! The keeper in SQLite.
//!
//! Serials are given inside the transaction that writes, and SQLite has one writer at a time: so whoever has read up
//! to a cursor has seen every entry up to it. A write that fails leaves nothing behind.

use std::path::{Path, PathBuf};
use std::time::Duration;

use counterpose_journal::port::check_batch;
use counterpose_journal::row::Row;
use counterpose_journal::{Appended, Cursor, Entry, Page, SharedJournalStore, StoreError};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{Connection, Row as _};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::error::{of_migration, of_sqlx};
use crate::folder::{DataFolder, at, private_file};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// How to open a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How long to wait for somebody else's write.
    pub busy: Duration,
    /// How many may read at once.
    pub connections: u32,
    /// The most pages (of 4 KiB) the database may grow to; for tests of a full disk.
    pub pages_max: Option<u32>,
}

impl Default for Options {
    fn default() -> Self {
        Self { busy: Duration::from_secs(5), connections: 4, pages_max: None }
    }
}

/// Journals in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    pool: SqlitePool,
    /// One writer of this process at a time waits here instead of in SQLite's sleep.
    writing: Mutex<()>,
    path: PathBuf,
    keeper: Uuid,
    person: Uuid,
}

impl SqliteStore {
    /// Opens the journal in a folder, making it if there is none.
    ///
    /// # Errors
    /// When it cannot be read or written, is damaged, or a later program wrote it.
    pub async fn open(folder: &DataFolder) -> Result<Self, StoreError> {
        let path = folder.database();
        if !path.exists() && folder.restoring().exists() {
            let detail = format!("a restore into {} was interrupted: run it again", folder.path().display());
            return Err(StoreError::Other { detail });
        }
        Self::open_file(&path, Options::default()).await
    }

    /// Opens a database file, making it if there is none.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub async fn open_file(path: &Path, options: Options) -> Result<Self, StoreError> {
        private_file(path).map_err(|error| at(path, &error))?;
        let mut connect = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(options.busy)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("secure_delete", "on")
            .pragma("trusted_schema", "off")
            .pragma("cell_size_check", "on");
        if let Some(pages) = options.pages_max {
            connect = connect.pragma("max_page_count", pages.to_string());
        }
        let pool = SqlitePoolOptions::new()
            .max_connections(options.connections)
            .acquire_timeout(options.busy + Duration::from_secs(10))
            .connect_with(connect)
            .await
            .map_err(of_sqlx)?;
        MIGRATIONS.run(&pool).await.map_err(of_migration)?;
        let row = sqlx::query("select id, person from keeper where one = 1").fetch_one(&pool).await;
        let row = row.map_err(of_sqlx)?;
        let (keeper, person) = (identifier(&row, "id")?, identifier(&row, "person")?);
        Ok(Self { pool, writing: Mutex::new(()), path: path.to_owned(), keeper, person })
    }

    /// This database and its line of cursors.
    #[must_use]
    pub const fn keeper(&self) -> Uuid {
        self.keeper
    }

    /// The person whose journal it keeps.
    #[must_use]
    pub const fn person(&self) -> Uuid {
        self.person
    }

    /// The version of its tables.
    #[must_use]
    pub fn schema() -> u32 {
        MIGRATIONS
            .iter()
            .map(|migration| migration.version)
            .max()
            .and_then(|max| max.try_into().ok())
            .unwrap_or(0)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Ends every connection; the write-ahead log goes into the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    pub(crate) const fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    async fn append_now(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        check_batch(entries)?;
        if entries.is_empty() {
            return Ok(Appended { added: 0, known: 0 });
        }
        let _gate = self.writing.lock().await;
        let mut connection = self.pool.acquire().await.map_err(of_sqlx)?;
        let mut transaction = connection.begin_with("begin immediate").await.map_err(of_sqlx)?;
        let appended = write(&mut transaction, person, entries).await?;
        transaction.commit().await.map_err(of_sqlx)?;
        Ok(appended)
    }

    async fn read_now(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        let (Ok(after_serial), Ok(rows)) = (i64::try_from(after.0), i64::try_from(limit.saturating_add(1)))
        else {
            return Ok(Page { entries: Vec::new(), cursor: after, more: false });
        };
        let mut found = sqlx::query(
            "select serial, id, device, lamport, at_ms, date, zone, kind, version, payload \
             from entry where person = ? and serial > ? order by serial limit ?",
        )
        .bind(person.as_bytes().as_slice())
        .bind(after_serial)
        .bind(rows)
        .fetch_all(&self.pool)
        .await
        .map_err(of_sqlx)?;
        let more = found.len() > limit;
        found.truncate(limit);
        let cursor = match found.last() {
            Some(last) => Cursor(number(last, "serial")?),
            None => after,
        };
        let entries = found.iter().map(entry).collect::<Result<_, _>>()?;
        Ok(Page { entries, cursor, more })
    }
}

impl SharedJournalStore for SqliteStore {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        self.append_now(person, entries).await
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        self.read_now(person, after, limit).await
    }
}

async fn write(
    connection: &mut SqliteConnection,
    person: Uuid,
    entries: &[Entry],
) -> Result<Appended, StoreError> {
    sqlx::query("insert into person (id, last_serial) values (?, 0) on conflict do nothing")
        .bind(person.as_bytes().as_slice())
        .execute(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    let last: i64 = sqlx::query_scalar("select last_serial from person where id = ?")
        .bind(person.as_bytes().as_slice())
        .fetch_one(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    let (mut serial, mut known) = (last, 0);
    for entry in entries {
        if insert(connection, person, serial + 1, entry).await? {
            serial += 1;
        } else {
            same_as_kept(connection, person, entry).await?;
            known += 1;
        }
    }
    if serial > last {
        sqlx::query("update person set last_serial = ? where id = ?")
            .bind(serial)
            .bind(person.as_bytes().as_slice())
            .execute(&mut *connection)
            .await
            .map_err(of_sqlx)?;
    }
    Ok(Appended { added: usize::try_from(serial - last).unwrap_or(0), known })
}

/// Whether it was new.
async fn insert(
    connection: &mut SqliteConnection,
    person: Uuid,
    serial: i64,
    entry: &Entry,
) -> Result<bool, StoreError> {
    let row = Row::from(entry);
    let done = sqlx::query(
        "insert into entry (person, serial, id, device, lamport, at_ms, date, zone, kind, version, payload) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (person, id) do nothing",
    )
    .bind(person.as_bytes().as_slice())
    .bind(serial)
    .bind(row.id.as_bytes().as_slice())
    .bind(row.device.as_bytes().as_slice())
    .bind(i64::try_from(row.lamport).unwrap_or(i64::MAX))
    .bind(row.at_ms)
    .bind(row.date)
    .bind(row.zone)
    .bind(row.kind)
    .bind(i64::from(row.version))
    .bind(row.payload)
    .execute(connection)
    .await
    .map_err(of_sqlx)?;
    Ok(done.rows_affected() == 1)
}

async fn same_as_kept(
    connection: &mut SqliteConnection,
    person: Uuid,
    new: &Entry,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "select id, device, lamport, at_ms, date, zone, kind, version, payload \
         from entry where person = ? and id = ?",
    )
    .bind(person.as_bytes().as_slice())
    .bind(new.id.as_bytes().as_slice())
    .fetch_one(connection)
    .await
    .map_err(of_sqlx)?;
    if entry(&row)?.same_content(new) { Ok(()) } else { Err(StoreError::Conflict { id: new.id }) }
}

fn entry(row: &SqliteRow) -> Result<Entry, StoreError> {
    let text = |column| row.try_get::<String, _>(column).map_err(of_sqlx);
    Entry::try_from(Row {
        id: identifier(row, "id")?,
        device: identifier(row, "device")?,
        lamport: number(row, "lamport")?,
        at_ms: row.try_get("at_ms").map_err(of_sqlx)?,
        date: text("date")?,
        zone: text("zone")?,
        kind: text("kind")?,
        version: number(row, "version")?,
        payload: text("payload")?,
    })
}

fn identifier(row: &SqliteRow, column: &str) -> Result<Uuid, StoreError> {
    let bytes: &[u8] = row.try_get(column).map_err(of_sqlx)?;
    Uuid::from_slice(bytes).map_err(|_| out_of_range(column))
}

fn number<T: TryFrom<i64>>(row: &SqliteRow, column: &str) -> Result<T, StoreError> {
    let number: i64 = row.try_get(column).map_err(of_sqlx)?;
    T::try_from(number).map_err(|_| out_of_range(column))
}

fn out_of_range(column: &str) -> StoreError {
    StoreError::Corrupt { detail: format!("the column {column} holds something it cannot") }
}
