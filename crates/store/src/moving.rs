//! Moving every journal from SQLite to PostgreSQL: resumable, and looked through afterwards.
//!
//! Entries go over in the order the old keeper got them, in pages; how far each person's journal has come is written
//! beside the copies. A move that was cut goes on there; one that ended can be run again and finds nothing to do. At the
//! end every entry of the old database is compared with its copy, byte for byte. The old database is only read.

use std::collections::HashMap;

use counterpose_journal::{Cursor, Entry, JournalStore, StoreError};
use uuid::Uuid;

use crate::error::of_sqlx;
use crate::postgres::{self, PostgresStore};
use crate::sqlite::SqliteStore;

/// Entries in one step.
const PAGE: usize = 500;

/// What was moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// People whose journals are in the new database now.
    pub people: usize,
    /// Entries that this run copied.
    pub copied: usize,
    /// Entries that were compared with their copies and are equal.
    pub verified: usize,
}

/// Moves everything. `step` hears after every page how many entries this run copied; what it answers with an error
/// ends the move there, to be gone on with later.
///
/// # Errors
/// When either database fails, when the new one keeps other people's journals, or when a copy is not equal.
pub async fn move_all(
    from: &SqliteStore,
    to: &PostgresStore,
    mut step: impl FnMut(usize) -> Result<(), StoreError>,
) -> Result<Moved, StoreError> {
    let people = from.people().await?;
    adopt(to, from.person(), &people).await?;
    let mut moved = Moved { people: people.len(), ..Moved::default() };
    for person in &people {
        let mut cursor = upto(to, from.keeper(), *person).await?;
        loop {
            let page = JournalStore::read(from, *person, cursor, PAGE).await?;
            moved.copied += JournalStore::append(to, *person, &page.entries).await?.added;
            cursor = page.cursor;
            note(to, from.keeper(), *person, cursor).await?;
            step(moved.copied)?;
            if !page.more {
                break;
            }
        }
    }
    for person in &people {
        moved.verified += verify(from, to, *person).await?;
    }
    Ok(moved)
}

/// Makes the new database answer for the same person, which it may only while it keeps nobody else's journal.
async fn adopt(to: &PostgresStore, person: Uuid, people: &[Uuid]) -> Result<(), StoreError> {
    let strangers = to.people().await?.into_iter().filter(|there| !people.contains(there)).count();
    if strangers > 0 && to.person() != person {
        return Err(StoreError::Other {
            detail: format!(
                "the new database keeps the journals of {strangers} people who are not in the old one: \
                 make an empty database for this move"
            ),
        });
    }
    sqlx::query("update keeper set person = $1 where one = 1")
        .bind(person)
        .execute(to.pool())
        .await
        .map_err(of_sqlx)?;
    Ok(())
}

async fn upto(to: &PostgresStore, source: Uuid, person: Uuid) -> Result<Cursor, StoreError> {
    let upto: Option<i64> = sqlx::query_scalar("select upto from moved where person = $1 and source = $2")
        .bind(person)
        .bind(source)
        .fetch_optional(to.pool())
        .await
        .map_err(of_sqlx)?;
    Ok(Cursor(upto.and_then(|upto| u64::try_from(upto).ok()).unwrap_or(0)))
}

async fn note(to: &PostgresStore, source: Uuid, person: Uuid, cursor: Cursor) -> Result<(), StoreError> {
    sqlx::query(
        "insert into moved (source, person, upto) values ($1, $2, $3) \
         on conflict (person, source) do update set upto = excluded.upto",
    )
    .bind(source)
    .bind(person)
    .bind(crate::batch::signed(cursor.0))
    .execute(to.pool())
    .await
    .map_err(of_sqlx)?;
    Ok(())
}

/// How many entries have an equal copy: all of them.
async fn verify(from: &SqliteStore, to: &PostgresStore, person: Uuid) -> Result<usize, StoreError> {
    let (mut cursor, mut equal) = (Cursor::default(), 0);
    loop {
        let page = JournalStore::read(from, person, cursor, PAGE).await?;
        let ids: Vec<Uuid> = page.entries.iter().map(|entry| entry.id).collect();
        let copies: HashMap<Uuid, Entry> = postgres::kept(to.pool(), person, &ids)
            .await?
            .into_iter()
            .map(|entry| (entry.id, entry))
            .collect();
        if let Some(lost) = page.entries.iter().find(|entry| copies.get(&entry.id) != Some(entry)) {
            return Err(StoreError::Corrupt {
                detail: format!(
                    "the copy of entry {} is missing or differs; the old database is whole",
                    lost.id
                ),
            });
        }
        equal += page.entries.len();
        cursor = page.cursor;
        if !page.more {
            return Ok(equal);
        }
    }
}
