//! The routes of sync: who we are, take these entries, give what came since.
//!
//! Every one may be repeated without harm. An answer to a push means that the entries survive a crash of this
//! machine.

use core::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use counterpose_journal::entry::EXACT_MAX;
use counterpose_journal::sync::{
    BATCH_MAX, BODY_MAX_BYTES, Hello, PROTOCOL, PROTOCOL_OLDEST, Pulled, Push, PushError, Pushed,
};
use counterpose_journal::{Cursor, SharedJournalStore};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::{Caller, no_such_person};
use crate::metrics::TakenIn;
use crate::problem::Refusal;
use crate::{Assets, Shared};

/// How long a body may take to arrive.
const BODY_WITHIN: Duration = Duration::from_secs(30);

/// That it runs and can read its journal.
#[derive(Serialize)]
pub struct Health {
    status: &'static str,
}

/// Who we are.
pub(crate) async fn hello<S, A>(
    State(shared): State<Shared<S, A>>,
    Extension(caller): Extension<Caller>,
) -> Json<Hello>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    Json(Hello {
        protocol: PROTOCOL,
        protocol_oldest: PROTOCOL_OLDEST,
        program: shared.about.program.clone(),
        keeper: shared.about.keeper,
        person: caller.person(),
        account: caller.account_name().map(ToOwned::to_owned),
        schema: shared.about.schema,
        batch_max: BATCH_MAX,
        body_max_bytes: BODY_MAX_BYTES,
    })
}

/// Whether all is well.
pub async fn health<S, A>(State(shared): State<Shared<S, A>>) -> Result<Json<Health>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    shared.store.read(shared.about.person, Cursor(0), 1).await?;
    Ok(Json(Health { status: "ok" }))
}

/// Takes entries in.
pub async fn push<S, A>(
    State(shared): State<Shared<S, A>>,
    person: Result<Path<Uuid>, PathRejection>,
    body: Body,
) -> Result<(Extension<TakenIn>, Json<Pushed>), Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let person = known_person(&shared, person)?;
    let push = Push::read(&read_body(body).await?).map_err(refused)?;
    let done = shared.store.append(person, &push.entries).await?;
    let taken = TakenIn { added: done.added, known: done.known };
    Ok((Extension(taken), Json(Pushed { keeper: shared.about.keeper, added: done.added, known: done.known })))
}

/// The most entries somebody may ask for; they get at most [`BATCH_MAX`] at a time.
pub(crate) const LIMIT_MAX: usize = 1_000_000;

/// Where to read from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Since {
    after: Option<u64>,
    limit: Option<usize>,
}

/// Gives entries out.
pub async fn pull<S, A>(
    State(shared): State<Shared<S, A>>,
    person: Result<Path<Uuid>, PathRejection>,
    since: Result<Query<Since>, QueryRejection>,
) -> Result<Json<Pulled>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let person = known_person(&shared, person)?;
    let Query(since) = since.map_err(|rejection| {
        let detail = format!("{}. Known are `after` and `limit`, both whole numbers.", rejection.body_text());
        Refusal::new(StatusCode::BAD_REQUEST, "bad-query", "The query cannot be read", detail)
    })?;
    if since.after.is_some_and(|after| after > EXACT_MAX)
        || since.limit.is_some_and(|limit| limit > LIMIT_MAX)
    {
        let detail = format!("`after` is at most {EXACT_MAX} and `limit` at most {LIMIT_MAX}.");
        return Err(Refusal::new(StatusCode::BAD_REQUEST, "bad-query", "The query cannot be read", detail));
    }
    let limit = since.limit.unwrap_or(BATCH_MAX).clamp(1, BATCH_MAX);
    let page = shared.store.read(person, Cursor(since.after.unwrap_or(0)), limit).await?;
    let keeper = shared.about.keeper;
    Ok(Json(Pulled { keeper, entries: page.entries, cursor: page.cursor, more: page.more }))
}

/// The person of a path. That it is the caller is seen to before any route below a person runs.
pub(crate) fn known_person<S, A>(
    _shared: &Shared<S, A>,
    person: Result<Path<Uuid>, PathRejection>,
) -> Result<Uuid, Refusal> {
    person.map(|Path(person)| person).map_err(|_| no_such_person())
}

pub(crate) async fn read_body(body: Body) -> Result<Vec<u8>, Refusal> {
    read_body_up_to(body, BODY_MAX_BYTES).await
}

/// A body of at most so many bytes.
pub(crate) async fn read_body_up_to(body: Body, most: usize) -> Result<Vec<u8>, Refusal> {
    match tokio::time::timeout(BODY_WITHIN, to_bytes(body, most)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(error)) if is_too_long(&error) => {
            Err(too_large(format!("A body may have {most} bytes: send smaller batches.")))
        }
        Ok(Err(_)) => Err(Refusal::new(
            StatusCode::BAD_REQUEST,
            "body-cut",
            "The body ended too early",
            "Send it again; nothing was taken in.",
        )),
        Err(_) => Err(Refusal::new(
            StatusCode::REQUEST_TIMEOUT,
            "body-late",
            "The body did not arrive in time",
            "Send it again; nothing was taken in.",
        )),
    }
}

fn is_too_long(error: &axum::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.to_string().contains("length limit") {
            return true;
        }
        cause = inner.source();
    }
    false
}

fn refused(error: PushError) -> Refusal {
    let bad = |name, title| Refusal::new(StatusCode::BAD_REQUEST, name, title, error.to_string());
    match error {
        PushError::TooMany { .. } => too_large(error.to_string()),
        PushError::OtherProtocol { .. } => bad("other-protocol", "Another version of the messages"),
        PushError::Unreadable(_) => bad("bad-push", "The push cannot be read"),
    }
}

fn too_large(detail: String) -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The push is too large", detail)
}
