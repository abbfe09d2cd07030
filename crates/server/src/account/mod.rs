//! Who is asking: a log-in by name and password, sessions, invitations, and one journal for each.
//!
//! A token is 256 random bits in a cookie that scripts cannot read and other sites cannot send; only its hash is kept.
//! Unknown names cost the same time and the same tries as wrong passwords. What this module does not do: keep the
//! books (a port of `journal`), or say what a journal holds.

mod device;
mod password;
mod rates;
mod routes;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use counterpose_journal::StoreError;
use counterpose_journal::account::{Account, Invitation, Session};
use uuid::Uuid;

use crate::access::Access;
use crate::problem::Refusal;
use password::Passwords;
pub(crate) use rates::Peer;
use token::Token;

const DAY_MS: i64 = 86_400_000;
/// A device that was not used for so long logs in again.
const SESSION_MS: i64 = 180 * DAY_MS;
/// How long an invitation is good.
pub const INVITATION_MS: i64 = 7 * DAY_MS;

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    /// Somebody at the machine the server runs on, where no log-in is needed.
    Owner(Uuid),
    /// Somebody who logged in.
    Member(Session, Account),
}

impl Caller {
    /// Whose journal it is.
    pub(crate) const fn person(&self) -> Uuid {
        match self {
            Self::Owner(person) => *person,
            Self::Member(session, _) => session.person,
        }
    }

    /// The name of the account, where there is one.
    pub(crate) fn account_name(&self) -> Option<&str> {
        match self {
            Self::Owner(_) => None,
            Self::Member(_, account) => Some(&account.name),
        }
    }
}

/// What every question passes.
pub(crate) struct Gate {
    access: Arc<Access>,
    /// Whose journal it is where no log-in is needed.
    owner: Uuid,
    passwords: Passwords,
}

impl Gate {
    pub(crate) fn new(access: Arc<Access>, owner: Uuid) -> Arc<Self> {
        Arc::new(Self { access, owner, passwords: Passwords::default() })
    }

    fn now_ms(&self) -> i64 {
        (self.access.clock)()
    }

    /// Who asks. A token that opens nothing is refused, even where none is needed: whoever had logged in must not
    /// become somebody else without being told.
    async fn caller(&self, headers: &HeaderMap) -> Result<Caller, Refusal> {
        let presented = token::presented(headers);
        if presented.is_none() && !self.access.demanded {
            return Ok(Caller::Owner(self.owner));
        }
        let Some(token) = presented.and_then(|text| Token::parse(&text)) else { return Err(log_in_needed()) };
        let books = &self.access.books;
        let session = books.session(token.person, &token.hash(), self.now_ms()).await?;
        let Some(session) = session else { return Err(log_in_needed()) };
        let account = books.account(session.person).await?.ok_or_else(log_in_needed)?;
        Ok(Caller::Member(session, account))
    }
}

/// Lets only those through who may ask at all, and says to what follows who it is.
pub(crate) async fn known(State(gate): State<Arc<Gate>>, mut request: Request, next: Next) -> Response {
    let caller = match gate.caller(request.headers()).await {
        Ok(caller) => caller,
        Err(refusal) => return refused(request.headers(), refusal),
    };
    let renewed = match gate.keep_on(&caller, request.headers()).await {
        Ok(renewed) => renewed,
        Err(error) => return Refusal::from(error).into_response(),
    };
    request.extensions_mut().insert(caller);
    let mut response = next.run(request).await;
    if let Some(cookie) = renewed {
        response.headers_mut().entry(header::SET_COOKIE).or_insert(cookie);
    }
    response
}

/// Lets a person's own journal through and no other; another answers like one that is not there.
pub(crate) async fn own_journal(request: Request, next: Next) -> Response {
    let asked = request.uri().path().trim_start_matches('/').split('/').next();
    let asked = asked.and_then(|person| Uuid::try_parse(person).ok());
    let own = request.extensions().get::<Caller>().map(Caller::person);
    if asked.is_some() && asked == own {
        return next.run(request).await;
    }
    no_such_person().into_response()
}

pub(crate) fn no_such_person() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "no-such-person",
        "No journal of this person is kept here",
        "Ask /api/v1/hello whose journal it is.",
    )
}

/// A refusal, and an end to the cookie that opened nothing.
fn refused(headers: &HeaderMap, refusal: Refusal) -> Response {
    let unknown = refusal.status() == StatusCode::UNAUTHORIZED.as_u16();
    let mut response = refusal.into_response();
    if unknown && token::presented(headers).is_some() {
        response.headers_mut().insert(header::SET_COOKIE, token::end_cookie());
    }
    response
}

fn log_in_needed() -> Refusal {
    Refusal::new(
        StatusCode::UNAUTHORIZED,
        "log-in-needed",
        "A log-in is needed",
        "Log in on the page of this server; what is on this device stays there meanwhile.",
    )
}

impl Gate {
    /// A session that is used goes on; noted once a day. The cookie with its new end, if so.
    async fn keep_on(&self, caller: &Caller, headers: &HeaderMap) -> Result<Option<HeaderValue>, StoreError> {
        let Caller::Member(session, _) = caller else { return Ok(None) };
        let now_ms = self.now_ms();
        if now_ms - session.seen_ms < DAY_MS {
            return Ok(None);
        }
        let books = &self.access.books;
        books.seen(session.person, &session.token, now_ms, now_ms + SESSION_MS).await?;
        Ok(token::presented(headers).and_then(|token| token::cookie(&token, SESSION_MS / 1000)))
    }
}

/// The routes of accounts, to be nested where those of the data are.
pub(crate) fn routes<T: Clone + Send + Sync + 'static>(gate: &Arc<Gate>) -> Router<T> {
    routes::all(gate)
}

/// An invitation for a person, and the one token that uses it.
///
/// # Errors
/// When the system gives no randomness.
pub fn invitation(
    person: Uuid,
    may_invite: bool,
    ends_ms: i64,
) -> Result<(String, Invitation), getrandom::Error> {
    let token = Token::new(person)?;
    Ok((token.text(), Invitation { token: token.hash(), person, may_invite, ends_ms }))
}

/// Somebody new, with an own journal.
///
/// # Errors
/// When the system gives no randomness.
pub fn new_person() -> Result<Uuid, getrandom::Error> {
    token::random_uuid()
}

/// The address behind which an invitation is used. What follows the `#` a browser sends to no server.
#[must_use]
pub fn invitation_path(token: &str) -> String {
    format!("/#/invitation/{token}")
}
