//! The keeper in SQLite.
//!
//! Serials are given inside the transaction that writes, and SQLite has one writer at a time: so whoever has read up
//! to a cursor has seen every entry up to it. A write that fails leaves nothing behind. What an erasure takes is
//! overwritten, in the file and in its log, before the erasure counts as done.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use counterpose_journal::port::check_batch;
use counterpose_journal::row::Row;
use counterpose_journal::{Appended, Cursor, Entry, Floor, Page, SharedJournalStore, StoreError};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{Connection, QueryBuilder, Row as _, Sqlite};
use tokio::sync::{Mutex, MutexGuard};
use uuid::Uuid;

use crate::batch::{self, Standing};
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

    /// Everybody who has a journal here.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn people(&self) -> Result<Vec<Uuid>, StoreError> {
        let rows = sqlx::query("select id from person order by id").fetch_all(&self.pool).await;
        rows.map_err(of_sqlx)?.iter().map(|row| identifier(row, "id")).collect()
    }

    pub(crate) const fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// Held by whoever writes.
    pub(crate) async fn gate(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().await
    }

    async fn append_now(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        check_batch(entries)?;
        if entries.is_empty() {
            return Ok(Appended { added: 0, known: 0 });
        }
        let _gate = self.writing.lock().await;
        let mut connection = self.pool.acquire().await.map_err(of_sqlx)?;
        let mut transaction = connection.begin_with("begin immediate").await.map_err(of_sqlx)?;
        let (appended, erased) = write(&mut transaction, person, entries).await?;
        transaction.commit().await.map_err(of_sqlx)?;
        if erased && let Err(error) = scrub(&mut connection).await {
            // It is erased; only its bytes may stay in the log until that is folded in the next time.
            tracing::warn!(%error, "what was erased could not be taken off the disk at once");
        }
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

/// Rows in one statement: a batch of the largest size takes a few.
const ROWS_AT_ONCE: usize = 100;
/// How often a log that somebody reads is tried to be folded in, a tenth of a second apart.
const SCRUB_TRIES: u32 = 50;

/// What became of it, and whether anything was erased.
async fn write(
    connection: &mut SqliteConnection,
    person: Uuid,
    entries: &[Entry],
) -> Result<(Appended, bool), StoreError> {
    let person = person.as_bytes().as_slice();
    sqlx::query("insert into person (id, last_serial) values (?, 0) on conflict do nothing")
        .bind(person)
        .execute(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    let standing = standing(connection, person).await?;
    let kept = kept(connection, person, entries).await?;
    let plan = batch::plan(standing, &kept, entries)?;
    if let Some(floor) = plan.raised {
        erase(connection, person, floor).await?;
    }
    for rows in plan.fresh.chunks(ROWS_AT_ONCE) {
        insert(connection, person, rows).await?;
    }
    if plan.last_serial > standing.last_serial {
        sqlx::query("update person set last_serial = ? where id = ?")
            .bind(plan.last_serial)
            .bind(person)
            .execute(&mut *connection)
            .await
            .map_err(of_sqlx)?;
    }
    Ok((plan.appended, plan.raised.is_some()))
}

async fn standing(connection: &mut SqliteConnection, person: &[u8]) -> Result<Standing, StoreError> {
    let row =
        sqlx::query("select last_serial, floor_lamport, floor_at_ms, floor_id from person where id = ?")
            .bind(person)
            .fetch_one(connection)
            .await
            .map_err(of_sqlx)?;
    let id: Option<&[u8]> = row.try_get("floor_id").map_err(of_sqlx)?;
    let id = id.map(Uuid::from_slice).transpose().map_err(|_| out_of_range("floor_id"))?;
    Ok(Standing {
        last_serial: row.try_get("last_serial").map_err(of_sqlx)?,
        floor: batch::floor(
            row.try_get("floor_lamport").map_err(of_sqlx)?,
            row.try_get("floor_at_ms").map_err(of_sqlx)?,
            id,
        ),
    })
}

/// What the journal has under the identifiers of a batch.
async fn kept(
    connection: &mut SqliteConnection,
    person: &[u8],
    entries: &[Entry],
) -> Result<HashMap<Uuid, Entry>, StoreError> {
    let mut found = HashMap::new();
    for some in entries.chunks(ROWS_AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "select id, device, lamport, at_ms, date, zone, kind, version, payload from entry where person = ",
        );
        query.push_bind(person.to_vec()).push(" and id in (");
        let mut list = query.separated(", ");
        for entry in some {
            list.push_bind(entry.id.as_bytes().to_vec());
        }
        query.push(")");
        for row in query.build().fetch_all(&mut *connection).await.map_err(of_sqlx)? {
            let entry = entry(&row)?;
            found.insert(entry.id, entry);
        }
    }
    Ok(found)
}

async fn insert(
    connection: &mut SqliteConnection,
    person: &[u8],
    rows: &[(i64, &Entry)],
) -> Result<(), StoreError> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "insert into entry (person, serial, id, device, lamport, at_ms, date, zone, kind, version, payload) ",
    );
    query.push_values(rows, |mut values, (serial, entry)| {
        let row = Row::from(*entry);
        values
            .push_bind(person.to_vec())
            .push_bind(*serial)
            .push_bind(row.id.as_bytes().to_vec())
            .push_bind(row.device.as_bytes().to_vec())
            .push_bind(batch::signed(row.lamport))
            .push_bind(row.at_ms)
            .push_bind(row.date)
            .push_bind(row.zone)
            .push_bind(row.kind)
            .push_bind(i64::from(row.version))
            .push_bind(row.payload);
    });
    query.build().execute(connection).await.map_err(of_sqlx)?;
    Ok(())
}

async fn erase(connection: &mut SqliteConnection, person: &[u8], floor: Floor) -> Result<(), StoreError> {
    sqlx::query("delete from entry where person = ? and (lamport, at_ms, id) < (?, ?, ?)")
        .bind(person)
        .bind(batch::signed(floor.lamport))
        .bind(floor.at_ms)
        .bind(floor.id.as_bytes().as_slice())
        .execute(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    sqlx::query("update person set floor_lamport = ?, floor_at_ms = ?, floor_id = ? where id = ?")
        .bind(batch::signed(floor.lamport))
        .bind(floor.at_ms)
        .bind(floor.id.as_bytes().as_slice())
        .bind(person)
        .execute(connection)
        .await
        .map_err(of_sqlx)?;
    Ok(())
}

/// Takes what was deleted off the disk: the pages are overwritten (`secure_delete`), the file is written anew without
/// gaps, and the log that held the old pages is emptied, before and after.
async fn scrub(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    fold_log_in(connection).await?;
    sqlx::query("vacuum").execute(&mut *connection).await.map_err(of_sqlx)?;
    fold_log_in(connection).await
}

async fn fold_log_in(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for _ in 0..SCRUB_TRIES {
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)")
            .fetch_one(&mut *connection)
            .await
            .map_err(of_sqlx)?;
        if busy == 0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tracing::warn!("somebody reads all the time: what was erased leaves the log with its next folding in");
    Ok(())
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

pub(crate) fn identifier(row: &SqliteRow, column: &str) -> Result<Uuid, StoreError> {
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
