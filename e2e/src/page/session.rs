//! The session and what comes after it.

use crate::person::{Person, Role};
use crate::words::word;
use crate::{Failure, Outcome, wait};

/// The kinds of moment before, between and after movements.
const NOT_MOVING: [&str; 5] = [
    "player-kind-get-ready",
    "player-kind-transition",
    "player-kind-change-sides",
    "player-kind-rest",
    "player-kind-count-in",
];

/// From what to do first into the session.
pub async fn start_first(person: &mut Person<'_>) -> Outcome<()> {
    person.press(&word("result-first-session")).await?;
    person.press(&word("ready-start")).await
}

/// Waits for the first movement: the moment after getting ready.
pub async fn first_movement(person: &Person<'_>) -> Outcome<()> {
    wait::until("the first movement", || async {
        let script = "return document.querySelector('.dial-kind')?.textContent.trim() || null";
        let kind = person.browser().script(script, vec![]).await?;
        let moves = kind.as_str().is_some_and(|kind| NOT_MOVING.iter().all(|key| word(key) != kind));
        Ok(moves.then_some(()))
    })
    .await
}

/// Skips so many steps, or fewer where the session ends.
pub async fn skip(person: &mut Person<'_>, steps: usize) -> Outcome<()> {
    for _ in 0..steps {
        if person.path().await? != "/session" {
            return Ok(());
        }
        person.press(&word("player-skip")).await?;
    }
    Ok(())
}

/// Skips to the end.
pub async fn skip_to_the_end(person: &mut Person<'_>) -> Outcome<()> {
    skip(person, 400).await?;
    if person.path().await? == "/session" {
        return Err(Failure::new("the session never ends"));
    }
    Ok(())
}

/// The two taps after a session.
pub async fn feedback(person: &mut Person<'_>) -> Outcome<()> {
    person.choose(&word("effort-right")).await?;
    person.choose("3").await
}

/// Whether the page says what comes tomorrow.
pub async fn sees_tomorrow(person: &Person<'_>) -> Outcome<bool> {
    person.sees(Role::Heading, &word("tomorrow-heading")).await
}
