//! Reminders as a calendar behind an address that nobody can guess (iCalendar, with alarms).
//!
//! Calendar programs cannot log in, so the address is the key: 256 random bits, shown once, kept only as a hash,
//! compared in constant time, and taken back by asking for another or none. Titles are neutral, because calendars
//! are seen by others. An address that is not known answers like every file that is not there.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterpose_coach::reminder::feed::{self, Feed};
use counterpose_journal::SharedJournalStore;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::kept::{Calendar, Person};
use super::{Reminders, base64url};
use crate::problem::Refusal;
use crate::{Assets, Shared};

/// How long an entry lasts.
const MINUTES: u16 = 5;
const TOKEN_BYTES: usize = 32;

/// A new address: its token, and what is kept of it.
///
/// # Errors
/// When the system gives no randomness.
pub(super) fn new(now_ms: i64, zone: &jiff::tz::TimeZone) -> Result<(String, Calendar), getrandom::Error> {
    let mut token = [0; TOKEN_BYTES];
    getrandom::fill(&mut token)?;
    let token = base64url::encode(&token);
    let today = zone.to_datetime(Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH)).date();
    let calendar = Calendar { token_hash: hash(&token), made_ms: now_ms, from: today };
    Ok((token, calendar))
}

fn hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares without stopping at the first difference.
fn same(a: &str, b: &str) -> bool {
    let differences = a.bytes().zip(b.bytes()).fold(0_u8, |sum, (a, b)| sum | (a ^ b));
    core::hint::black_box(differences) == 0 && a.len() == b.len()
}

impl Reminders {
    /// The calendar behind a token. Every calendar is compared, so that the time tells nothing either.
    async fn calendar(&self, token: &str) -> Option<String> {
        let hash = hash(token);
        let kept = self.lock().await;
        let mut found: Option<(&Person, &Calendar)> = None;
        for person in kept.people.values() {
            let Some(calendar) = &person.calendar else { continue };
            if same(&calendar.token_hash, &hash) {
                found = Some((person, calendar));
            }
        }
        let (person, calendar) = found?;
        let titles = (self.means.titles)(&person.language, MINUTES);
        let feed =
            Feed { name: &titles.name, from: calendar.from, made_ms: calendar.made_ms, minutes: MINUTES };
        Some(feed::write(&feed, &person.settings, |_| titles.entry.clone()))
    }
}

/// Gives out a calendar.
pub async fn feed<S, A>(State(shared): State<Shared<S, A>>, Path(name): Path<String>) -> Response
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let token = name.strip_suffix(".ics").unwrap_or("");
    let text = match &shared.reminders {
        Some(reminders) => reminders.calendar(token).await,
        None => None,
    };
    let Some(text) = text else {
        return Refusal::new(StatusCode::NOT_FOUND, "no-such-file", "No such file", "Open the start page.")
            .into_response();
    };
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"reminders.ics\""));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_256_bits_and_only_its_hash_is_kept() {
        let (token, calendar) = new(0, &jiff::tz::TimeZone::UTC).unwrap();
        assert_eq!(base64url::decode(&token).unwrap().len() * 8, 256);
        assert!(!serde_json::to_string(&calendar).unwrap().contains(&token));
        assert!(same(&calendar.token_hash, &hash(&token)));
        let other = new(0, &jiff::tz::TimeZone::UTC).unwrap().0;
        assert_ne!(other, token);
        assert!(!same(&calendar.token_hash, &hash(&other)));
        assert!(!same(&calendar.token_hash, &calendar.token_hash[1..]) && !same("", "a") && same("", ""));
    }
}
