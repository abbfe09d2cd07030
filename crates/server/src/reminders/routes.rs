//! The routes of reminders: rules, devices, answers, a trial, and the address of a calendar.
//!
//! Guarded like sync: only this server's own pages, and only the person's own journal. Each may be repeated without
//! harm, but for a new calendar address, which ends the old one.

use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use counterpose_coach::reminder::engine::Answer;
use counterpose_coach::reminder::{Memory, Rule, Settings, When};
use counterpose_journal::SharedJournalStore;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::engine::Answered;
use super::kept::Device;
use super::{Reminders, base64url, calendar};
use crate::problem::{Refusal, not_json, wrong_method};
use crate::sync::{known_person, read_body};
use crate::{Assets, Shared};

/// The most devices of one person.
const DEVICES_MAX: usize = 20;
/// The most rules, and times of a rule.
const RULES_MAX: usize = 20;
const TIMES_MAX: usize = 100;
/// The longest identifier, name of a zone or of a language.
const NAME_BYTES: usize = 64;
const SNOOZE_MINUTES: u16 = 10;
const SNOOZE_MAX_MINUTES: u16 = 240;

/// The routes, below a person.
pub(crate) fn routes<S, A>() -> Router<Shared<S, A>>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    Router::new()
        .route("/", get(about::<S, A>).put(set::<S, A>))
        .route("/devices", post(subscribe::<S, A>).delete(unsubscribe::<S, A>))
        .route("/answers", post(answer::<S, A>))
        .route("/trial", post(trial::<S, A>))
        .route("/calendar", post(new_calendar::<S, A>).delete(no_calendar::<S, A>))
        .method_not_allowed_fallback(wrong_method)
}

type PersonPath = Result<Path<Uuid>, PathRejection>;

fn reminders<S, A>(shared: &Shared<S, A>, person: PersonPath) -> Result<(&Reminders, Uuid), Refusal> {
    let person = known_person(shared, person)?;
    let reminders = shared.reminders.as_deref().ok_or_else(|| {
        Refusal::new(
            StatusCode::NOT_FOUND,
            "no-reminders",
            "This server reminds nobody",
            "Run `counterpose serve`, which does.",
        )
    })?;
    Ok((reminders, person))
}

async fn read<T: DeserializeOwned>(body: Body) -> Result<T, Refusal> {
    serde_json::from_slice(&read_body(body).await?).map_err(not_json)
}

fn bad(detail: impl Into<String>) -> Refusal {
    Refusal::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "bad-reminders",
        "The reminders cannot be taken in",
        detail,
    )
}

fn not_kept(error: std::io::Error) -> Refusal {
    tracing::error!(%error, "the reminders cannot be kept");
    Refusal::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "reminders-not-kept",
        "The server could not keep that",
        "Nothing was changed. Check the disk of the machine that runs the server.",
    )
}

/// What a device sets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    settings: Settings,
    /// The name of the zone the person lives by.
    zone: String,
    /// The language of calendar titles.
    #[serde(default)]
    language: String,
}

#[derive(Serialize)]
struct About {
    /// What a browser needs as `applicationServerKey`.
    key: String,
    settings: Option<Settings>,
    devices: usize,
    calendar: bool,
}

async fn about<S, A>(State(shared): State<Shared<S, A>>, person: PersonPath) -> Result<Json<About>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    let kept = reminders.lock().await;
    let known = kept.people.get(&person);
    Ok(Json(About {
        key: reminders.identity.public(),
        settings: known.filter(|it| !it.zone.is_empty()).map(|it| it.settings.clone()),
        devices: known.map_or(0, |it| it.devices.len()),
        calendar: known.is_some_and(|it| it.calendar.is_some()),
    }))
}

async fn set<S, A>(
    State(shared): State<Shared<S, A>>,
    person: PersonPath,
    body: Body,
) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    let wish: Wish = read(body).await?;
    check(&wish.settings)?;
    if wish.language.len() > NAME_BYTES {
        return Err(bad("The name of the language is too long."));
    }
    if wish.zone.is_empty() || wish.zone.len() > NAME_BYTES || (reminders.means.zone)(&wish.zone).is_none() {
        return Err(bad("The zone must be one that this server has rules for, as in Europe/Berlin."));
    }
    let changed = |it: &mut super::Person| {
        if it.settings != wish.settings {
            // Rules begin to hold now: nothing of this morning is brought up, nothing old is on its way.
            it.memory = Memory::default();
            it.letters.clear();
            it.taken.clear();
        }
        it.settings = wish.settings;
        it.zone = wish.zone;
        it.language = wish.language;
    };
    reminders.change(person, changed).await.map_err(not_kept)?;
    Ok(Json(json!({})))
}

fn check(settings: &Settings) -> Result<(), Refusal> {
    if settings.rules.len() > RULES_MAX || settings.quiet_hours.len() > RULES_MAX {
        return Err(bad(format!("There may be {RULES_MAX} rules and as many quiet hours.")));
    }
    for (at, rule) in settings.rules.iter().enumerate() {
        let times = match &rule.when {
            When::Times { times } => times.len(),
            When::BeforeDriving { departures, .. } => departures.len(),
            When::Sitting { .. } | When::OnWaking { .. } => 0,
        };
        let named = |name: &str| !name.is_empty() && name.len() <= NAME_BYTES;
        if !named(&rule.id) || !named(&rule.habit) || times > TIMES_MAX {
            return Err(bad(format!(
                "Rule {at} needs an identifier and a habit of at most {NAME_BYTES} bytes, and at most {TIMES_MAX} \
                 times."
            )));
        }
        let twice = |other: &&Rule| other.id == rule.id;
        if settings.rules.iter().filter(twice).count() > 1 {
            return Err(bad(format!("Two rules have the identifier of rule {at}.")));
        }
    }
    Ok(())
}

/// What `PushSubscription.toJSON()` gives.
#[derive(Deserialize)]
struct Subscription {
    endpoint: String,
    keys: Keys,
}

#[derive(Deserialize)]
struct Keys {
    p256dh: String,
    auth: String,
}

async fn subscribe<S, A>(
    State(shared): State<Shared<S, A>>,
    person: PersonPath,
    body: Body,
) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    let Subscription { endpoint, keys } = read(body).await?;
    if reminders.means.services.origin_of(&endpoint).is_none() {
        return Err(bad(
            "The address is not one of a push service this server writes to. Start it with --push-service ORIGIN \
             where you run your own.",
        ));
    }
    let point = base64url::decode(&keys.p256dh).filter(|key| p256::PublicKey::from_sec1_bytes(key).is_ok());
    let auth = base64url::decode(&keys.auth).filter(|auth| auth.len() == super::seal::AUTH_BYTES);
    let (Some(point), Some(auth)) = (point, auth) else {
        return Err(bad("The device's keys are none."));
    };
    let device = Device { address: endpoint, key: base64url::encode(&point), auth: base64url::encode(&auth) };
    let change = |it: &mut super::Person| {
        if it.devices.is_empty() {
            // While there was nobody to tell, nothing was missed.
            it.memory = Memory::default();
            it.taken.clear();
        }
        it.devices.retain(|known| known.address != device.address);
        let full = it.devices.len() >= DEVICES_MAX;
        if !full {
            it.devices.push(device);
        }
        !full
    };
    if !reminders.change(person, change).await.map_err(not_kept)? {
        return Err(bad(format!("{DEVICES_MAX} devices are reminded already: turn it off on one of them.")));
    }
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
struct Address {
    endpoint: String,
}

async fn unsubscribe<S, A>(
    State(shared): State<Shared<S, A>>,
    person: PersonPath,
    body: Body,
) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    let Address { endpoint } = read(body).await?;
    let change = |it: &mut super::Person| {
        it.devices.retain(|device| device.address != endpoint);
        it.letters.retain(|letter| letter.address != endpoint);
    };
    reminders.change(person, change).await.map_err(not_kept)?;
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Said {
    Done,
    Skip,
    Snooze,
    InApp,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    /// The `n` of the push.
    n: usize,
    /// The `due` of the push.
    due: i64,
    answer: Said,
    #[serde(default)]
    minutes: Option<u16>,
}

async fn answer<S, A>(
    State(shared): State<Shared<S, A>>,
    person: PersonPath,
    body: Body,
) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    let told: Told = read(body).await?;
    let minutes = told.minutes.unwrap_or(SNOOZE_MINUTES).clamp(1, SNOOZE_MAX_MINUTES);
    let answered = match told.answer {
        Said::Done => Answered::By(Answer::Done),
        Said::Skip => Answered::By(Answer::Skip),
        Said::Snooze => Answered::By(Answer::Snooze { minutes }),
        Said::InApp => Answered::InApp,
    };
    let taken = reminders.answer(&shared.store, person, told.n, told.due, answered).await;
    Ok(Json(json!({"taken": taken.map_err(not_kept)?})))
}

async fn trial<S, A>(State(shared): State<Shared<S, A>>, person: PersonPath) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    reminders.try_once(person).await.map_err(not_kept)?;
    Ok(Json(json!({})))
}

async fn new_calendar<S, A>(
    State(shared): State<Shared<S, A>>,
    person: PersonPath,
) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    let zone = reminders.lock().await.people.get(&person).map(|it| it.zone.clone()).unwrap_or_default();
    let made = calendar::new(reminders.now_ms(), &reminders.zone(&zone));
    let (token, calendar) = made.map_err(|error| not_kept(std::io::Error::other(error.to_string())))?;
    reminders.change(person, |it| it.calendar = Some(calendar)).await.map_err(not_kept)?;
    Ok(Json(json!({"path": format!("/calendar/{token}.ics")})))
}

async fn no_calendar<S, A>(
    State(shared): State<Shared<S, A>>,
    person: PersonPath,
) -> Result<Json<Value>, Refusal>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let (reminders, person) = reminders(&shared, person)?;
    reminders.change(person, |it| it.calendar = None).await.map_err(not_kept)?;
    Ok(Json(json!({})))
}
