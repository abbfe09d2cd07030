//! What the keeper can say about itself without telling anything of the person.

use counterpose_journal::StoreError;

use crate::error::of_sqlx;
use crate::sqlite::SqliteStore;

/// Numbers about a database; no identifier, no kind, no date and no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The database and its version.
    pub engine: String,
    /// The version of the tables.
    pub schema: u32,
    /// How it is written.
    pub journal_mode: String,
    /// Bytes of the database, its log left out.
    pub bytes: u64,
    /// How many people have a journal in it.
    pub people: u64,
    /// How many entries there are in all.
    pub entries: u64,
    /// What is wrong with it; empty when it is whole.
    pub damage: Vec<String>,
}

impl SqliteStore {
    /// Looks at the whole database.
    ///
    /// # Errors
    /// When it cannot be read at all.
    pub async fn report(&self) -> Result<Report, StoreError> {
        let pages = self.number("pragma page_count").await?;
        let page_bytes = self.number("pragma page_size").await?;
        Ok(Report {
            engine: format!("SQLite {}", self.text("select sqlite_version()").await?),
            schema: Self::schema(),
            journal_mode: self.text("pragma journal_mode").await?,
            bytes: pages.saturating_mul(page_bytes),
            people: self.number("select count(*) from person").await?,
            entries: self.number("select count(*) from entry").await?,
            damage: self.damage().await?,
        })
    }

    /// What SQLite finds wrong with the file.
    pub(crate) async fn damage(&self) -> Result<Vec<String>, StoreError> {
        let lines: Vec<String> =
            sqlx::query_scalar("pragma integrity_check(20)").fetch_all(self.pool()).await.map_err(of_sqlx)?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }

    async fn number(&self, sql: &'static str) -> Result<u64, StoreError> {
        let number: i64 = sqlx::query_scalar(sql).fetch_one(self.pool()).await.map_err(of_sqlx)?;
        Ok(number.unsigned_abs())
    }

    async fn text(&self, sql: &'static str) -> Result<String, StoreError> {
        sqlx::query_scalar(sql).fetch_one(self.pool()).await.map_err(of_sqlx)
    }
}
