//! The books of accounts in PostgreSQL, as many servers share them: accounts, sessions, invitations and rates.
//!
//! Every method is one statement or one transaction. Whoever uses an invitation holds its row until it is done, so it
//! is used once however many servers are asked. What this module does not do: hash, or decide who may do what.

use counterpose_journal::StoreError;
use counterpose_journal::account::{
    Accepted, Account, AccountStore, Answer, Hash, Invitation, Rate, Session,
};
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::{Postgres, Row};
use uuid::Uuid;

use crate::error::of_sqlx;
use crate::postgres::PostgresStore;

type Query<'q> = sqlx::query::Query<'q, Postgres, PgArguments>;

impl PostgresStore {
    /// Writes with one statement; how many rows it touched.
    async fn write_one(&self, query: Query<'_>) -> Result<u64, StoreError> {
        Ok(query.execute(self.pool()).await.map_err(of_sqlx)?.rows_affected())
    }

    async fn accept_now(&self, token: &Hash, now_ms: i64, account: &Account) -> Result<Accepted, StoreError> {
        let mut transaction = self.pool().begin().await.map_err(of_sqlx)?;
        let accepted = accept(&mut transaction, token, now_ms, account).await?;
        if accepted == Accepted::Done {
            transaction.commit().await.map_err(of_sqlx)?;
        } else {
            transaction.rollback().await.map_err(of_sqlx)?;
        }
        Ok(accepted)
    }

    async fn remove_now(&self, person: Uuid) -> Result<bool, StoreError> {
        let mut transaction = self.pool().begin().await.map_err(of_sqlx)?;
        run(&mut transaction, sqlx::query("delete from invitation where person = $1").bind(person)).await?;
        // Sessions go with their account.
        let gone =
            run(&mut transaction, sqlx::query("delete from account where person = $1").bind(person)).await?;
        transaction.commit().await.map_err(of_sqlx)?;
        Ok(gone > 0)
    }

    async fn change_secret_now(
        &self,
        person: Uuid,
        secret: &str,
        but: Option<&Hash>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool().begin().await.map_err(of_sqlx)?;
        let change =
            sqlx::query("update account set secret = $1 where person = $2").bind(secret).bind(person);
        run(&mut transaction, change).await?;
        run(&mut transaction, end_all(person, but)).await?;
        transaction.commit().await.map_err(of_sqlx)
    }

    async fn try_once_now(&self, what: &Hash, rate: Rate, now_ms: i64) -> Result<Option<i64>, StoreError> {
        let room_ms = rate.every_ms.saturating_mul(i64::from(rate.burst) - 1);
        let allowed = sqlx::query(
            "insert into rate (what, free_at_ms) values ($1, $2 + $3) \
             on conflict (what) do update set free_at_ms = greatest(rate.free_at_ms, $2) + $3 \
             where rate.free_at_ms - $2 <= $4",
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
        let free_at_ms: Option<i64> = sqlx::query_scalar("select free_at_ms from rate where what = $1")
            .bind(what.as_slice())
            .fetch_optional(self.pool())
            .await
            .map_err(of_sqlx)?;
        Ok(Some((free_at_ms.unwrap_or(now_ms) - now_ms - room_ms).max(1)))
    }
}

impl AccountStore for PostgresStore {
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
                "select person, name, key, secret, may_invite, made_ms from account where key = $1",
            );
            let row = query.bind(key).fetch_optional(self.pool()).await.map_err(of_sqlx)?;
            row.as_ref().map(account).transpose()
        })
    }

    fn account(&self, person: Uuid) -> Answer<'_, Option<Account>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, name, key, secret, may_invite, made_ms from account where person = $1",
            );
            let query = query.bind(person);
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
                "insert into invitation (token, person, may_invite, ends_ms) values ($1, $2, $3, $4)",
            )
            .bind(invitation.token.as_slice())
            .bind(invitation.person)
            .bind(invitation.may_invite)
            .bind(invitation.ends_ms);
            self.write_one(query).await.map(drop)
        })
    }

    fn invitation<'a>(&'a self, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Invitation>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select token, person, may_invite, ends_ms from invitation where token = $1 and ends_ms > $2",
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
                 values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(session.person)
            .bind(session.token.as_slice())
            .bind(session.id)
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
                 where person = $1 and token = $2 and ends_ms > $3",
            );
            let query = query.bind(person).bind(token.as_slice()).bind(now_ms);
            let row = query.fetch_optional(self.pool()).await.map_err(of_sqlx)?;
            row.as_ref().map(session).transpose()
        })
    }

    fn seen<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64, ends_ms: i64) -> Answer<'a, ()> {
        Box::pin(async move {
            let query =
                sqlx::query("update session set seen_ms = $1, ends_ms = $2 where person = $3 and token = $4")
                    .bind(now_ms)
                    .bind(ends_ms)
                    .bind(person)
                    .bind(token.as_slice());
            self.write_one(query).await.map(drop)
        })
    }

    fn sessions(&self, person: Uuid, now_ms: i64) -> Answer<'_, Vec<Session>> {
        Box::pin(async move {
            let query = sqlx::query(
                "select person, token, id, label, made_ms, seen_ms, ends_ms from session \
                 where person = $1 and ends_ms > $2 order by seen_ms desc, id desc",
            );
            let query = query.bind(person).bind(now_ms);
            query.fetch_all(self.pool()).await.map_err(of_sqlx)?.iter().map(session).collect()
        })
    }

    fn end_session(&self, person: Uuid, id: Uuid) -> Answer<'_, bool> {
        Box::pin(async move {
            let query = sqlx::query("delete from session where person = $1 and id = $2");
            let query = query.bind(person).bind(id);
            Ok(self.write_one(query).await? > 0)
        })
    }

    fn end_sessions<'a>(&'a self, person: Uuid, but: Option<&'a Hash>) -> Answer<'a, u64> {
        Box::pin(async move { self.write_one(end_all(person, but)).await })
    }

    fn try_once<'a>(&'a self, what: &'a Hash, rate: Rate, now_ms: i64) -> Answer<'a, Option<i64>> {
        Box::pin(self.try_once_now(what, rate, now_ms))
    }

    fn sweep(&self, now_ms: i64) -> Answer<'_, ()> {
        Box::pin(async move {
            self.write_one(sqlx::query("delete from session where ends_ms <= $1").bind(now_ms)).await?;
            self.write_one(sqlx::query("delete from invitation where ends_ms <= $1").bind(now_ms)).await?;
            self.write_one(sqlx::query("delete from rate where free_at_ms <= $1").bind(now_ms)).await?;
            Ok(())
        })
    }
}

async fn run(connection: &mut PgConnection, query: Query<'_>) -> Result<u64, StoreError> {
    Ok(query.execute(connection).await.map_err(of_sqlx)?.rows_affected())
}

/// Every session of a person, or every one but one.
fn end_all(person: Uuid, but: Option<&Hash>) -> Query<'_> {
    // No token is empty.
    let but: &[u8] = but.map_or(&[], Hash::as_slice);
    sqlx::query("delete from session where person = $1 and token <> $2").bind(person).bind(but)
}

async fn accept(
    connection: &mut PgConnection,
    token: &Hash,
    now_ms: i64,
    account: &Account,
) -> Result<Accepted, StoreError> {
    let person = account.person;
    let may_invite: Option<bool> = sqlx::query_scalar(
        "select may_invite from invitation where token = $1 and person = $2 and ends_ms > $3 for update",
    )
    .bind(token.as_slice())
    .bind(person)
    .bind(now_ms)
    .fetch_optional(&mut *connection)
    .await
    .map_err(of_sqlx)?;
    let Some(may_invite) = may_invite else { return Ok(Accepted::NoInvitation) };
    let others: i64 = sqlx::query_scalar("select count(*) from account where key = $1 and person <> $2")
        .bind(account.key.as_str())
        .bind(person)
        .fetch_one(&mut *connection)
        .await
        .map_err(of_sqlx)?;
    if others > 0 {
        return Ok(Accepted::NameTaken);
    }
    let make = sqlx::query(
        "insert into account (person, name, key, secret, may_invite, made_ms) values ($1, $2, $3, $4, $5, $6) \
         on conflict (person) do update set name = excluded.name, key = excluded.key, secret = excluded.secret",
    )
    .bind(person)
    .bind(account.name.as_str())
    .bind(account.key.as_str())
    .bind(account.secret.as_str())
    .bind(may_invite)
    .bind(account.made_ms);
    run(connection, make).await?;
    run(connection, sqlx::query("delete from invitation where person = $1").bind(person)).await?;
    run(connection, end_all(person, None)).await?;
    Ok(Accepted::Done)
}

fn account(row: &PgRow) -> Result<Account, StoreError> {
    Ok(Account {
        person: row.try_get("person").map_err(of_sqlx)?,
        name: row.try_get("name").map_err(of_sqlx)?,
        key: row.try_get("key").map_err(of_sqlx)?,
        secret: row.try_get("secret").map_err(of_sqlx)?,
        may_invite: row.try_get("may_invite").map_err(of_sqlx)?,
        made_ms: row.try_get("made_ms").map_err(of_sqlx)?,
    })
}

fn session(row: &PgRow) -> Result<Session, StoreError> {
    Ok(Session {
        person: row.try_get("person").map_err(of_sqlx)?,
        token: hash(row, "token")?,
        id: row.try_get("id").map_err(of_sqlx)?,
        label: row.try_get("label").map_err(of_sqlx)?,
        made_ms: row.try_get("made_ms").map_err(of_sqlx)?,
        seen_ms: row.try_get("seen_ms").map_err(of_sqlx)?,
        ends_ms: row.try_get("ends_ms").map_err(of_sqlx)?,
    })
}

fn invitation(row: &PgRow) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        token: hash(row, "token")?,
        person: row.try_get("person").map_err(of_sqlx)?,
        may_invite: row.try_get("may_invite").map_err(of_sqlx)?,
        ends_ms: row.try_get("ends_ms").map_err(of_sqlx)?,
    })
}

fn hash(row: &PgRow, column: &str) -> Result<Hash, StoreError> {
    let bytes: &[u8] = row.try_get(column).map_err(of_sqlx)?;
    let odd = || StoreError::Corrupt { detail: format!("the column {column} holds something it cannot") };
    bytes.try_into().map_err(|_| odd())
}
