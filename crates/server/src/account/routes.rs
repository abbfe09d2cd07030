//! The routes of accounts: logging in and out, devices, another password, invitations.
//!
//! Whoever is not logged in learns from them neither who has an account nor how many there are.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use counterpose_journal::account::{Accepted, Account, Invitation, Session, key_of_name};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::rates::{ADDRESS, NAME, NAME_HERE, PERSON, Peer, named};
use super::token::{self, Token};
use super::{Caller, Gate, INVITATION_MS, SESSION_MS, device, invitation_path, log_in_needed, password};
use crate::problem::Refusal;
use crate::sync::read_body_up_to;

/// Names and passwords are short.
const BODY_MAX_BYTES: usize = 8 * 1024;
const NAME_MAX_CHARACTERS: usize = 64;

type Done = Result<Response, Refusal>;
type Connection = Option<Extension<ConnectInfo<Peer>>>;

pub(super) fn all<T: Clone + Send + Sync + 'static>(gate: &Arc<Gate>) -> Router<T> {
    Router::new()
        .route("/", get(look))
        .route("/log-in", post(log_in))
        .route("/log-out", post(log_out))
        .route("/password", post(change_password))
        .route("/devices/end", post(end_devices))
        .route("/invitations", post(invite))
        .route("/invitations/look", post(look_at_invitation))
        .route("/invitations/accept", post(accept))
        .with_state(Arc::clone(gate))
}

/// A device in the list.
#[derive(Serialize)]
struct Device {
    id: Uuid,
    label: String,
    made_ms: i64,
    seen_ms: i64,
    this: bool,
}

/// Who is logged in, and on which devices.
async fn look(State(gate): State<Arc<Gate>>, headers: HeaderMap) -> Done {
    let (session, account) = match gate.caller(&headers).await? {
        Caller::Member(session, account) => (session, account),
        Caller::Owner(person) => {
            return Ok(Json(json!({ "person": person, "name": null, "may_invite": true, "devices": [] }))
                .into_response());
        }
    };
    let all = gate.access.books.sessions(account.person, gate.now_ms()).await?;
    let devices: Vec<Device> = all
        .into_iter()
        .map(|it| Device {
            this: it.id == session.id,
            id: it.id,
            label: it.label,
            made_ms: it.made_ms,
            seen_ms: it.seen_ms,
        })
        .collect();
    let said = json!({
        "person": account.person,
        "name": account.name,
        "may_invite": account.may_invite,
        "devices": devices,
    });
    Ok(Json(said).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LogIn {
    name: String,
    password: String,
}

async fn log_in(State(gate): State<Arc<Gate>>, from: Connection, headers: HeaderMap, body: Body) -> Done {
    let asked: LogIn = read(body).await?;
    let from = gate.caller_address(from.map(|Extension(ConnectInfo(peer))| peer), &headers);
    let key = key_of_name(&asked.name);
    let tries = [
        (named(&["address", &from]), ADDRESS),
        (named(&["name-here", &key, &from]), NAME_HERE),
        (named(&["name", &key]), NAME),
    ];
    gate.try_all(&tries).await?;
    let account = gate.access.books.account_named(&key).await?;
    let secret = account.as_ref().map(|account| account.secret.clone());
    let right = gate.passwords.is_right(&asked.password, secret).await?;
    match account {
        Some(account) if right => gate.begin(&headers, &account).await,
        _ => Err(Refusal::new(
            StatusCode::UNAUTHORIZED,
            "log-in-failed",
            "Name and password do not belong together",
            "Look at both and try again. Whoever invited you can give you a link for a new password.",
        )),
    }
}

async fn log_out(State(gate): State<Arc<Gate>>, headers: HeaderMap, body: Body) -> Done {
    let _nothing: Nothing = read(body).await?;
    if let Ok(Caller::Member(session, _)) = gate.caller(&headers).await {
        gate.access.books.end_session(session.person, session.id).await?;
    }
    Ok(([(header::SET_COOKIE, token::end_cookie())], Json(json!({}))).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangePassword {
    old: String,
    new: String,
}

/// Another password ends every other device's session: perhaps somebody knew the old one.
async fn change_password(State(gate): State<Arc<Gate>>, headers: HeaderMap, body: Body) -> Done {
    let asked: ChangePassword = read(body).await?;
    let (session, account) = gate.member(&headers).await?;
    gate.try_all(&[(named(&["password", &account.person.to_string()]), PERSON)]).await?;
    let right = gate.passwords.is_right(&asked.old, Some(account.secret)).await?;
    if !right {
        return Err(Refusal::new(
            StatusCode::FORBIDDEN,
            "password-wrong",
            "The present password is another",
            "Nothing was changed. Try again.",
        ));
    }
    password::check(&asked.new, &account.name)?;
    let secret = gate.passwords.secret(&asked.new).await?;
    gate.access.books.change_secret(account.person, &secret, Some(&session.token)).await?;
    Ok(Json(json!({})).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndDevices {
    /// This one; without it every one but the one that asks.
    id: Option<Uuid>,
}

async fn end_devices(State(gate): State<Arc<Gate>>, headers: HeaderMap, body: Body) -> Done {
    let asked: EndDevices = read(body).await?;
    let (session, _) = gate.member(&headers).await?;
    let books = &gate.access.books;
    let ended = match asked.id {
        Some(id) => u64::from(books.end_session(session.person, id).await?),
        None => books.end_sessions(session.person, Some(&session.token)).await?,
    };
    Ok(Json(json!({ "ended": ended })).into_response())
}

/// A link for somebody new.
async fn invite(State(gate): State<Arc<Gate>>, headers: HeaderMap, body: Body) -> Done {
    let _nothing: Nothing = read(body).await?;
    let caller = gate.caller(&headers).await?;
    if let Caller::Member(_, account) = &caller
        && !account.may_invite
    {
        return Err(Refusal::new(
            StatusCode::FORBIDDEN,
            "may-not-invite",
            "You cannot invite others",
            "Ask whoever runs this server.",
        ));
    }
    gate.try_all(&[(named(&["invite", &caller.person().to_string()]), PERSON)]).await?;
    let ends_ms = gate.now_ms() + INVITATION_MS;
    let person = super::new_person().map_err(no_chance)?;
    let (token, invitation) = super::invitation(person, false, ends_ms).map_err(no_chance)?;
    gate.access.books.invite(&invitation).await?;
    let path = invitation_path(&token);
    Ok(Json(json!({ "path": path, "ends_ms": ends_ms })).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    token: String,
}

async fn look_at_invitation(
    State(gate): State<Arc<Gate>>,
    from: Connection,
    headers: HeaderMap,
    body: Body,
) -> Done {
    let asked: Look = read(body).await?;
    let from = gate.caller_address(from.map(|Extension(ConnectInfo(peer))| peer), &headers);
    let (invitation, _) = gate.invitation(&asked.token, &from).await?;
    let known = gate.access.books.account(invitation.person).await?;
    let name = known.map(|account| account.name);
    Ok(Json(json!({ "name": name, "ends_ms": invitation.ends_ms })).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accept {
    token: String,
    name: String,
    password: String,
}

async fn accept(State(gate): State<Arc<Gate>>, from: Connection, headers: HeaderMap, body: Body) -> Done {
    let asked: Accept = read(body).await?;
    let from = gate.caller_address(from.map(|Extension(ConnectInfo(peer))| peer), &headers);
    let (invitation, token) = gate.invitation(&asked.token, &from).await?;
    let name = checked_name(&asked.name)?;
    password::check(&asked.password, &name)?;
    let account = Account {
        person: invitation.person,
        key: key_of_name(&name),
        name,
        secret: gate.passwords.secret(&asked.password).await?,
        may_invite: invitation.may_invite,
        made_ms: gate.now_ms(),
    };
    match gate.access.books.accept(&token.hash(), gate.now_ms(), &account).await? {
        Accepted::Done => gate.begin(&headers, &account).await,
        Accepted::NoInvitation => Err(no_invitation()),
        Accepted::NameTaken => Err(Refusal::new(
            StatusCode::CONFLICT,
            "name-taken",
            "Somebody here has this name",
            "Choose another; your link is still good.",
        )),
    }
}

fn checked_name(name: &str) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    if length == 0 || length > NAME_MAX_CHARACTERS || name.chars().any(char::is_control) {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "name-odd",
            "Choose another name",
            format!("A name has 1 to {NAME_MAX_CHARACTERS} letters or other signs."),
        ));
    }
    Ok(name)
}

impl Gate {
    /// Somebody who is logged in.
    async fn member(&self, headers: &HeaderMap) -> Result<(Session, Account), Refusal> {
        match self.caller(headers).await? {
            Caller::Member(session, account) => Ok((session, account)),
            Caller::Owner(_) => Err(log_in_needed()),
        }
    }

    async fn invitation(&self, text: &str, from: &str) -> Result<(Invitation, Token), Refusal> {
        self.try_all(&[(named(&["address", from]), ADDRESS)]).await?;
        let token = Token::parse(text).ok_or_else(no_invitation)?;
        let found = self.access.books.invitation(&token.hash(), self.now_ms()).await?;
        Ok((found.ok_or_else(no_invitation)?, token))
    }

    /// A new session with a new token, whatever the request carried; a session it carried ends.
    async fn begin(&self, headers: &HeaderMap, account: &Account) -> Done {
        let books = &self.access.books;
        if let Ok(Caller::Member(before, _)) = self.caller(headers).await {
            books.end_session(before.person, before.id).await?;
        }
        let now_ms = self.now_ms();
        let token = Token::new(account.person).map_err(no_chance)?;
        let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or("");
        let session = Session {
            person: account.person,
            token: token.hash(),
            id: token::random_uuid().map_err(no_chance)?,
            label: device::label(agent),
            made_ms: now_ms,
            seen_ms: now_ms,
            ends_ms: now_ms + SESSION_MS,
        };
        books.begin_session(&session).await?;
        books.sweep(now_ms).await?;
        let mut response = Json(json!({ "person": account.person, "name": account.name })).into_response();
        let cookie = token::cookie(&token.text(), SESSION_MS / 1000).unwrap_or_else(token::end_cookie);
        response.headers_mut().insert(header::SET_COOKIE, cookie);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        Ok(response)
    }
}

async fn read<T: serde::de::DeserializeOwned>(body: Body) -> Result<T, Refusal> {
    let bytes = read_body_up_to(body, BODY_MAX_BYTES).await?;
    serde_json::from_slice(&bytes).map_err(|_| {
        // What was sent is never said back: it may hold a password.
        Refusal::new(
            StatusCode::BAD_REQUEST,
            "bad-body",
            "The body cannot be read",
            "See docs/accounts.md for what this path takes.",
        )
    })
}

fn no_chance(error: getrandom::Error) -> Refusal {
    tracing::error!(%error, "the system gives no randomness");
    Refusal::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "no-randomness",
        "The server cannot make a secret",
        "The server's log says more.",
    )
}

fn no_invitation() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "no-invitation",
        "This link is not good any more",
        "Each is good once and for a few days. Ask for another.",
    )
}
