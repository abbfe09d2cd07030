//! The keeper in PostgreSQL, for those who outgrow one machine: many servers on one database.
//!
//! Whoever writes into a person's journal holds that person's row until the transaction ends. So serials become
//! visible in their order, a reader's cursor never skips, and pushes of different people do not wait for each other.
//! Nothing is kept in the process: any server may answer any request. What this keeper cannot do: take deleted bytes
//! off the disk itself; PostgreSQL does that in its own time.

use std::collections::HashMap;
use std::str::FromStr;
use std::time::Duration;

use counterpose_journal::port::check_batch;
use counterpose_journal::row::Row;
use counterpose_journal::{Appended, Cursor, Entry, Floor, Page, SharedJournalStore, StoreError};
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions, PgRow};
use sqlx::{Executor, Row as _};
use uuid::Uuid;

use crate::batch::{self, Standing};
use crate::error::{of_migration, of_sqlx};
use crate::report::Report;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations-postgres");

/// An acknowledged entry survives a crash of the database, and nobody waits for ever for somebody's row.
const SESSION: &str = "select set_config('synchronous_commit', 'on', false) \
     where current_setting('synchronous_commit') = 'off'; \
     select set_config('lock_timeout', '10s', false)";

/// How to open a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostgresOptions {
    /// How many connections this process may hold.
    pub connections: u32,
    /// How long to wait for one.
    pub acquire: Duration,
}

impl Default for PostgresOptions {
    fn default() -> Self {
        Self { connections: 10, acquire: Duration::from_secs(10) }
    }
}

/// Journals in one PostgreSQL database.
#[derive(Debug)]
pub struct PostgresStore {
    pool: PgPool,
    keeper: Uuid,
    person: Uuid,
}

impl PostgresStore {
    /// Opens the database behind a URL such as `postgres://name:word@host/database`, making the tables if there are
    /// none.
    ///
    /// # Errors
    /// When it cannot be reached, read or written, or a later program wrote it.
    pub async fn open(url: &str, options: PostgresOptions) -> Result<Self, StoreError> {
        let connect = PgConnectOptions::from_str(url).map_err(|_| StoreError::Other {
            detail: "the database's address is not of the form postgres://name:word@host/database".to_owned(),
        })?;
        let connect = connect.application_name("counterpose");
        let pool = PgPoolOptions::new()
            .max_connections(options.connections)
            .acquire_timeout(options.acquire)
            .after_connect(|connection, _| {
                Box::pin(async move { connection.execute(SESSION).await.map(|_| ()) })
            })
            .connect_with(connect)
            .await
            .map_err(of_sqlx)?;
        MIGRATIONS.run(&pool).await.map_err(of_migration)?;
        let row = sqlx::query("select id, person from keeper where one = 1").fetch_one(&pool).await;
        let row = row.map_err(of_sqlx)?;
        let (keeper, person) = (row.try_get("id").map_err(of_sqlx)?, row.try_get("person").map_err(of_sqlx)?);
        Ok(Self { pool, keeper, person })
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
        let versions = MIGRATIONS.iter().map(|migration| migration.version);
        versions.max().and_then(|max| max.try_into().ok()).unwrap_or(0)
    }

    /// Ends every connection.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Looks at the whole database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn report(&self) -> Result<Report, StoreError> {
        Ok(Report {
            engine: format!("PostgreSQL {}", self.text("select current_setting('server_version')").await?),
            schema: Self::schema(),
            journal_mode: self
                .text("select 'synchronous_commit=' || current_setting('synchronous_commit')")
                .await?,
            bytes: self.number("select pg_database_size(current_database())").await?,
            people: self.number("select count(*) from person").await?,
            entries: self.number("select count(*) from entry").await?,
            damage: self.damage().await?,
        })
    }

    /// What does not fit together: PostgreSQL looks after its own pages.
    async fn damage(&self) -> Result<Vec<String>, StoreError> {
        let torn = "select count(*) from person where last_serial < \
             (select coalesce(max(serial), 0) from entry where entry.person = person.id)";
        let torn = self.number(torn).await?;
        Ok(if torn == 0 { Vec::new() } else { vec![format!("{torn} people have serials beyond their last")] })
    }

    async fn number(&self, sql: &'static str) -> Result<u64, StoreError> {
        let number: i64 = sqlx::query_scalar(sql).fetch_one(&self.pool).await.map_err(of_sqlx)?;
        Ok(number.unsigned_abs())
    }

    async fn text(&self, sql: &'static str) -> Result<String, StoreError> {
        sqlx::query_scalar(sql).fetch_one(&self.pool).await.map_err(of_sqlx)
    }

    /// Everybody who has a journal here.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn people(&self) -> Result<Vec<Uuid>, StoreError> {
        sqlx::query_scalar("select id from person order by id").fetch_all(&self.pool).await.map_err(of_sqlx)
    }

    pub(crate) const fn pool(&self) -> &PgPool {
        &self.pool
    }

    async fn append_now(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        check_batch(entries)?;
        if entries.is_empty() {
            return Ok(Appended { added: 0, known: 0 });
        }
        let mut transaction = self.pool.begin().await.map_err(of_sqlx)?;
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
             from entry where person = $1 and serial > $2 order by serial limit $3",
        )
        .bind(person)
        .bind(after_serial)
        .bind(rows)
        .fetch_all(&self.pool)
        .await
        .map_err(of_sqlx)?;
        let more = found.len() > limit;
        found.truncate(limit);
        let cursor = match found.last() {
            Some(last) => Cursor(number(last.try_get("serial").map_err(of_sqlx)?, "serial")?),
            None => after,
        };
        let entries = found.iter().map(entry).collect::<Result<_, _>>()?;
        Ok(Page { entries, cursor, more })
    }
}

impl SharedJournalStore for PostgresStore {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        self.append_now(person, entries).await
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        self.read_now(person, after, limit).await
    }
}

async fn write(
    connection: &mut PgConnection,
    person: Uuid,
    entries: &[Entry],
) -> Result<Appended, StoreError> {
    let standing = hold(connection, person).await?;
    let ids: Vec<Uuid> = entries.iter().map(|entry| entry.id).collect();
    let kept: HashMap<Uuid, Entry> =
        kept(&mut *connection, person, &ids).await?.into_iter().map(|entry| (entry.id, entry)).collect();
    let plan = batch::plan(standing, &kept, entries)?;
    if let Some(floor) = plan.raised {
        erase(connection, person, floor).await?;
    }
    insert(connection, person, &plan.fresh).await?;
    if plan.last_serial > standing.last_serial {
        sqlx::query("update person set last_serial = $1 where id = $2")
            .bind(plan.last_serial)
            .bind(person)
            .execute(connection)
            .await
            .map_err(of_sqlx)?;
    }
    Ok(plan.appended)
}

/// Takes the person's row, which nobody else gets until the transaction ends.
async fn hold(connection: &mut PgConnection, person: Uuid) -> Result<Standing, StoreError> {
    const HOLD: &str =
        "select last_serial, floor_lamport, floor_at_ms, floor_id from person where id = $1 for update";
    let mut row = sqlx::query(HOLD).bind(person).fetch_optional(&mut *connection).await.map_err(of_sqlx)?;
    if row.is_none() {
        sqlx::query("insert into person (id, last_serial) values ($1, 0) on conflict do nothing")
            .bind(person)
            .execute(&mut *connection)
            .await
            .map_err(of_sqlx)?;
        row = sqlx::query(HOLD).bind(person).fetch_optional(&mut *connection).await.map_err(of_sqlx)?;
    }
    let row = row.ok_or_else(|| StoreError::Other { detail: "a person's row vanished".to_owned() })?;
    Ok(Standing {
        last_serial: row.try_get("last_serial").map_err(of_sqlx)?,
        floor: batch::floor(
            row.try_get("floor_lamport").map_err(of_sqlx)?,
            row.try_get("floor_at_ms").map_err(of_sqlx)?,
            row.try_get("floor_id").map_err(of_sqlx)?,
        ),
    })
}

/// The entries of a person that have one of these identifiers.
pub(crate) async fn kept(
    connection: impl Executor<'_, Database = sqlx::Postgres>,
    person: Uuid,
    ids: &[Uuid],
) -> Result<Vec<Entry>, StoreError> {
    let rows = sqlx::query(
        "select id, device, lamport, at_ms, date, zone, kind, version, payload \
         from entry where person = $1 and id = any($2)",
    )
    .bind(person)
    .bind(ids)
    .fetch_all(connection)
    .await
    .map_err(of_sqlx)?;
    rows.iter().map(entry).collect()
}

/// One statement, however many rows.
async fn insert(
    connection: &mut PgConnection,
    person: Uuid,
    fresh: &[(i64, &Entry)],
) -> Result<(), StoreError> {
    if fresh.is_empty() {
        return Ok(());
    }
    let rows: Vec<Row> = fresh.iter().map(|(_, entry)| Row::from(*entry)).collect();
    fn column<T>(rows: &[Row], of: impl Fn(&Row) -> T) -> Vec<T> {
        rows.iter().map(of).collect()
    }
    sqlx::query(
        "insert into entry (person, serial, id, device, lamport, at_ms, date, zone, kind, version, payload) \
         select $1, * from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], \
         $7::text[], $8::text[], $9::text[], $10::integer[], $11::text[])",
    )
    .bind(person)
    .bind(fresh.iter().map(|(serial, _)| *serial).collect::<Vec<_>>())
    .bind(column(&rows, |row| row.id))
    .bind(column(&rows, |row| row.device))
    .bind(column(&rows, |row| batch::signed(row.lamport)))
    .bind(column(&rows, |row| row.at_ms))
    .bind(column(&rows, |row| row.date.clone()))
    .bind(column(&rows, |row| row.zone.clone()))
    .bind(column(&rows, |row| row.kind.clone()))
    .bind(column(&rows, |row| i32::from(row.version)))
    .bind(column(&rows, |row| row.payload.clone()))
    .execute(connection)
    .await
    .map_err(of_sqlx)?;
    Ok(())
}

async fn erase(connection: &mut PgConnection, person: Uuid, floor: Floor) -> Result<(), StoreError> {
    sqlx::query("delete from entry where person = $1 and (lamport, at_ms, id) < ($2, $3, $4)")
        .bind(person)
        .bind(batch::signed(floor.lamport))
        .bind(floor.at_ms)
        .bind(floor.id)
        .execute(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    sqlx::query("update person set floor_lamport = $2, floor_at_ms = $3, floor_id = $4 where id = $1")
        .bind(person)
        .bind(batch::signed(floor.lamport))
        .bind(floor.at_ms)
        .bind(floor.id)
        .execute(connection)
        .await
        .map_err(of_sqlx)?;
    Ok(())
}

fn entry(row: &PgRow) -> Result<Entry, StoreError> {
    let text = |column| row.try_get::<String, _>(column).map_err(of_sqlx);
    Entry::try_from(Row {
        id: row.try_get("id").map_err(of_sqlx)?,
        device: row.try_get("device").map_err(of_sqlx)?,
        lamport: number(row.try_get("lamport").map_err(of_sqlx)?, "lamport")?,
        at_ms: row.try_get("at_ms").map_err(of_sqlx)?,
        date: text("date")?,
        zone: text("zone")?,
        kind: text("kind")?,
        version: number(row.try_get::<i32, _>("version").map_err(of_sqlx)?.into(), "version")?,
        payload: text("payload")?,
    })
}

fn number<T: TryFrom<i64>>(number: i64, column: &str) -> Result<T, StoreError> {
    T::try_from(number)
        .map_err(|_| StoreError::Corrupt { detail: format!("the column {column} holds something it cannot") })
}
