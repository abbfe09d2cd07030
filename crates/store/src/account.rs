//! The books of accounts in SQLite: accounts, sessions, invitations and rates.
//!
//! Every method is one statement or one transaction, so that two servers on one file, or a crash, leave nothing half
//! done. What this module does not do: hash, or decide who may do what.

use counterpose_journal::StoreError;
use counterpose_journal::account::{
    Accepted, Account, AccountStore, Answer, Hash, Invitation, Rate, Session,
};
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::{Connection, Row, Sqlite};
use uuid::Uuid;

use crate::error::of_sqlx;
use crate::sqlite::{SqliteStore, identifier};

type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

impl SqliteStore {
    /// Writes with one statement; how many rows it touched.
    async fn write_one(&self, query: Query<'_>) -> Result<u64, StoreError> {
        let _gate = self.gate().await;
        Ok(query.execute(self.pool()).await.map_err(of_sqlx)?.rows_affected())
    }

    async fn accept_now(&self, token: &Hash, now_ms: i64, account: &Account) -> Result<Accepted, StoreError> {
        let _gate = self.gate().await;
        let mut connection = self.pool().acquire().await.map_err(of_sqlx)?;
        let mut transaction = connection.begin_with("begin immediate").await.map_err(of_sqlx)?;
        let accepted = accept(&mut transaction, token, now_ms, account).await?;
        if accepted == Accepted::Done {
            transaction.commit().await.map_err(of_sqlx)?;
        } else {
            transaction.rollback().await.map_err(of_sqlx)?;
        }
        Ok(accepted)
    }

    async fn remove_now(&self, person: Uuid) -> Result<bool, StoreError> {
        let _gate = self.gate().await;
        let mut connection = self.pool().acquire().await.map_err(of_sqlx)?;
        let mut transaction = connection.begin_with("begin immediate").await.map_err(of_sqlx)?;
        let person = person.as_bytes().as_slice();
        run(&mut transaction, sqlx::query("delete from invitation where person = ?").bind(person)).await?;
        // Sessions go with their account.
        let gone =
            run(&mut transaction, sqlx::query("delete from account where person = ?").bind(person)).await?;
        transaction.commit().await.map_err(of_sqlx)?;
        Ok(gone > 0)
    }

    async fn change_secret_now(
        &self,
        person: Uuid,
        secret: &str,
        but: Option<&Hash>,
    ) -> Result<(), StoreError> {
        let _gate = self.gate().await;
        let mut connection = self.pool().acquire().await.map_err(of_sqlx)?;
        let mut transaction = connection.begin_with("begin immediate").await.map_err(of_sqlx)?;
        let person = person.as_bytes().as_slice();
        let change = sqlx::query("update account set secret = ? where person = ?").bind(secret).bind(person);
        run(&mut transaction, change).await?;
        run(&mut transaction, end_all(person, but)).await?;
        transaction.commit().await.map_err(of_sqlx)
    }

    async fn try_once_now(&self, what: &Hash, rate: Rate, now_ms: i64) -> Result<Option<i64>, StoreError> {
        let _gate = self.gate().await;
        let room_ms = rate.every_ms.saturating_mul(i64::from(rate.burst) - 1);
        let allowed = sqlx::query(
            "insert into rate (what, free_at_ms) values (?1, ?2 + ?3) \
             on conflict (what) do update set free_at_ms = max(free_at_ms, ?2) + ?3 \
             where free_at_ms - ?2 <= ?4",
        )
        .bind(what.as_slice())
        .bind(now_ms)
        .bind(rate.every_ms)
        .bind(room_ms)
        .execute(self.pool())
        .await
        .map_err(of_sqlx)?;
        if allowed.rows_affected() > 0 {
            return Ok(None);
        }
        let free_at_ms: Option<i64> = sqlx::query_scalar("select free_at_ms from rate where what = ?")
            .bind(what.as_slice())
            .fetch_optional(self.pool())
            .await
            .map_err(of_sqlx)?;
        Ok(Some((free_at_ms.unwrap_or(now_ms) - now_ms - room_ms).max(1)))
    }
}

impl AccountStore for SqliteStore {
    fn accounts(&self) -> Answer<'_, Vec<Account>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, name, key, secret, may_invite, made_ms from account order by key",
            );
            query.fetch_all(self.pool()).await.map_err(of_sqlx)?.iter().map(account).collect()
        })
    }

    fn account_named<'a>(&'a self, key: &'a str) -> Answer<'a, Option<Account>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, name, key, secret, may_invite, made_ms from account where key = ?",
            );
            let row = query.bind(key).fetch_optional(self.pool()).await.map_err(of_sqlx)?;
            row.as_ref().map(account).transpose()
        })
    }

    fn account(&self, person: Uuid) -> Answer<'_, Option<Account>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, name, key, secret, may_invite, made_ms from account where person = ?",
            );
            let query = query.bind(person.as_bytes().as_slice());
            let row = query.fetch_optional(self.pool()).await.map_err(of_sqlx)?;
            row.as_ref().map(account).transpose()
        })
    }

    fn remove_account(&self, person: Uuid) -> Answer<'_, bool> {
        Box::pin(self.remove_now(person))
    }

    fn invite<'a>(&'a self, invitation: &'a Invitation) -> Answer<'a, ()> {
        Box::pin(async move {
            let query = sqlx::query(
                "insert into invitation (token, person, may_invite, ends_ms) values (?, ?, ?, ?)",
            )
            .bind(invitation.token.as_slice())
            .bind(invitation.person.as_bytes().as_slice())
            .bind(invitation.may_invite)
            .bind(invitation.ends_ms);
            self.write_one(query).await.map(drop)
        })
    }

    fn invitation<'a>(&'a self, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Invitation>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select token, person, may_invite, ends_ms from invitation where token = ? and ends_ms > ?",
            );
            let query = query.bind(token.as_slice()).bind(now_ms);
            let row = query.fetch_optional(self.pool()).await.map_err(of_sqlx)?;
            row.as_ref().map(invitation).transpose()
        })
    }

    fn accept<'a>(&'a self, token: &'a Hash, now_ms: i64, account: &'a Account) -> Answer<'a, Accepted> {
        Box::pin(self.accept_now(token, now_ms, account))
    }

    fn change_secret<'a>(&'a self, person: Uuid, secret: &'a str, but: Option<&'a Hash>) -> Answer<'a, ()> {
        Box::pin(self.change_secret_now(person, secret, but))
    }

    fn begin_session<'a>(&'a self, session: &'a Session) -> Answer<'a, ()> {
        Box::pin(async move {
            let query = sqlx::query(
                "insert into session (person, token, id, label, made_ms, seen_ms, ends_ms) \
                 values (?, ?, ?, ?, ?, ?, ?)",
            )
            .bind(session.person.as_bytes().as_slice())
            .bind(session.token.as_slice())
            .bind(session.id.as_bytes().as_slice())
            .bind(session.label.as_str())
            .bind(session.made_ms)
            .bind(session.seen_ms)
            .bind(session.ends_ms);
            self.write_one(query).await.map(drop)
        })
    }

    fn session<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Session>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, token, id, label, made_ms, seen_ms, ends_ms from session \
                 where person = ? and token = ? and ends_ms > ?",
            );
            let query = query.bind(person.as_bytes().as_slice()).bind(token.as_slice()).bind(now_ms);
            let row = query.fetch_optional(self.pool()).await.map_err(of_sqlx)?;
            row.as_ref().map(session).transpose()
        })
    }

    fn seen<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64, ends_ms: i64) -> Answer<'a, ()> {
        Box::pin(async move {
            let query =
                sqlx::query("update session set seen_ms = ?, ends_ms = ? where person = ? and token = ?")
                    .bind(now_ms)
                    .bind(ends_ms)
                    .bind(person.as_bytes().as_slice())
                    .bind(token.as_slice());
            self.write_one(query).await.map(drop)
        })
    }

    fn sessions(&self, person: Uuid, now_ms: i64) -> Answer<'_, Vec<Session>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, token, id, label, made_ms, seen_ms, ends_ms from session \
                 where person = ? and ends_ms > ? order by seen_ms desc, id desc",
            );
            let query = query.bind(person.as_bytes().as_slice()).bind(now_ms);
            query.fetch_all(self.pool()).await.map_err(of_sqlx)?.iter().map(session).collect()
        })
    }

    fn end_session(&self, person: Uuid, id: Uuid) -> Answer<'_, bool> {
        Box::pin(async move {
            let query = sqlx::query("delete from session where person = ? and id = ?");
            let query = query.bind(person.as_bytes().as_slice()).bind(id.as_bytes().as_slice());
            Ok(self.write_one(query).await? > 0)
        })
    }

    fn end_sessions<'a>(&'a self, person: Uuid, but: Option<&'a Hash>) -> Answer<'a, u64> {
        Box::pin(async move { self.write_one(end_all(person.as_bytes().as_slice(), but)).await })
    }

    fn try_once<'a>(&'a self, what: &'a Hash, rate: Rate, now_ms: i64) -> Answer<'a, Option<i64>> {
        Box::pin(self.try_once_now(what, rate, now_ms))
    }

    fn sweep(&self, now_ms: i64) -> Answer<'_, ()> {
        Box::pin(async move {
            self.write_one(sqlx::query("delete from session where ends_ms <= ?").bind(now_ms)).await?;
            self.write_one(sqlx::query("delete from invitation where ends_ms <= ?").bind(now_ms)).await?;
            self.write_one(sqlx::query("delete from rate where free_at_ms <= ?").bind(now_ms)).await?;
            Ok(())
        })
    }
}

async fn run(connection: &mut SqliteConnection, query: Query<'_>) -> Result<u64, StoreError> {
    Ok(query.execute(connection).await.map_err(of_sqlx)?.rows_affected())
}

/// Every session of a person, or every one but one.
fn end_all<'q>(person: &'q [u8], but: Option<&'q Hash>) -> Query<'q> {
    // No token is empty.
    let but: &[u8] = but.map_or(&[], Hash::as_slice);
    sqlx::query("delete from session where person = ? and token <> ?").bind(person).bind(but)
}

async fn accept(
    connection: &mut SqliteConnection,
    token: &Hash,
    now_ms: i64,
    account: &Account,
) -> Result<Accepted, StoreError> {
    let person = account.person.as_bytes().as_slice();
    let may_invite: Option<bool> = sqlx::query_scalar(
        "select may_invite from invitation where token = ? and person = ? and ends_ms > ?",
    )
    .bind(token.as_slice())
    .bind(person)
    .bind(now_ms)
    .fetch_optional(&mut *connection)
    .await
    .map_err(of_sqlx)?;
    let Some(may_invite) = may_invite else { return Ok(Accepted::NoInvitation) };
    let others: i64 = sqlx::query_scalar("select count(*) from account where key = ? and person <> ?")
        .bind(account.key.as_str())
        .bind(person)
        .fetch_one(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    if others > 0 {
        return Ok(Accepted::NameTaken);
    }
    let make = sqlx::query(
        "insert into account (person, name, key, secret, may_invite, made_ms) values (?, ?, ?, ?, ?, ?) \
         on conflict (person) do update set name = excluded.name, key = excluded.key, secret = excluded.secret",
    )
    .bind(person)
    .bind(account.name.as_str())
    .bind(account.key.as_str())
    .bind(account.secret.as_str())
    .bind(may_invite)
    .bind(account.made_ms);
    run(connection, make).await?;
    run(connection, sqlx::query("delete from invitation where person = ?").bind(person)).await?;
    run(connection, end_all(person, None)).await?;
    Ok(Accepted::Done)
}

fn account(row: &SqliteRow) -> Result<Account, StoreError> {
    Ok(Account {
        person: identifier(row, "person")?,
        name: row.try_get("name").map_err(of_sqlx)?,
        key: row.try_get("key").map_err(of_sqlx)?,
        secret: row.try_get("secret").map_err(of_sqlx)?,
        may_invite: row.try_get("may_invite").map_err(of_sqlx)?,
        made_ms: row.try_get("made_ms").map_err(of_sqlx)?,
    })
}

fn session(row: &SqliteRow) -> Result<Session, StoreError> {
    Ok(Session {
        person: identifier(row, "person")?,
        token: hash(row, "token")?,
        id: identifier(row, "id")?,
        label: row.try_get("label").map_err(of_sqlx)?,
        made_ms: row.try_get("made_ms").map_err(of_sqlx)?,
        seen_ms: row.try_get("seen_ms").map_err(of_sqlx)?,
        ends_ms: row.try_get("ends_ms").map_err(of_sqlx)?,
    })
}

fn invitation(row: &SqliteRow) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        token: hash(row, "token")?,
        person: identifier(row, "person")?,
        may_invite: row.try_get("may_invite").map_err(of_sqlx)?,
        ends_ms: row.try_get("ends_ms").map_err(of_sqlx)?,
    })
}

fn hash(row: &SqliteRow, column: &str) -> Result<Hash, StoreError> {
    let bytes: &[u8] = row.try_get(column).map_err(of_sqlx)?;
    let odd = || StoreError::Corrupt { detail: format!("the column {column} holds something it cannot") };
    bytes.try_into().map_err(|_| odd())
}
