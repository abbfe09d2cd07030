//! Somebody who has kept a diary for sixty days: what it comes to, a reminder while the app is open, a track for a drive.

use std::path::{Path, PathBuf};
use std::time::Duration;

use e2e::browser::Look;
use e2e::person::{Person, Role};
use e2e::words::word;
use e2e::world::{Given, World};
use e2e::{Outcome, expect, wait};

use crate::tour::Tour;

/// Eight in the evening of the last of the sixty days, 2026-11-23.
const EVENING_MS: i64 = 1_795_464_000_000;
/// Nine in the morning of that day.
const MORNING_MS: i64 = EVENING_MS - 11 * 3_600_000;
/// Between two looks at the clock: less than what counts as a break.
const STEP_MS: u32 = 120_000;

fn history() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/people/sixty-days.json")
}

/// The app with the sixty days in it; the server brings them.
async fn world(given: &Given, now_ms: i64) -> Outcome<World> {
    let world = World::with_history(given, Look::PHONE, &history()).await?;
    world.browser.stop_the_clock(now_ms).await?;
    let mut person = world.person();
    person.open("/").await?;
    wait::until_within(Duration::from_secs(60), "the history from the server", || async {
        Ok(person.sees(Role::Press, &word("nav-plan")).await?.then_some(()))
    })
    .await?;
    Ok(world)
}

pub async fn sixty_days_are_shown_soundly(given: Given) -> Outcome<()> {
    let world = world(&given, EVENING_MS).await?;
    std::fs::create_dir_all(&given.pictures)?;
    let mut tour = Tour { given: &given, findings: Vec::new(), pictures: 0 };
    let mut person = world.person();
    for (name, path) in [
        ("sixty-today", "/"),
        ("sixty-progress", "/progress"),
        ("sixty-know", "/progress/know"),
        ("sixty-week", "/diary/week"),
        ("sixty-change", "/diary/change"),
        ("sixty-clinic", "/diary/clinic"),
        ("sixty-goal", "/diary/goal-1"),
        ("sixty-try", "/library/clamshell"),
    ] {
        person.open(path).await?;
        let stop = word("figure-stop");
        if person.sees(Role::Press, &stop).await? {
            person.press(&stop).await?;
        }
        tour.look_at(name, &mut person).await?;
    }
    person.open("/progress").await?;
    person.press(&word("progress-table")).await?;
    tour.look_at("sixty-progress-table", &mut person).await?;
    expect!(tour.findings.is_empty(), "{}", tour.findings.join("\n      "));
    // The evening line: two taps and kept; a reload finds it again.
    person.open("/").await?;
    person.press(&word("today-evening-write")).await?;
    let number = |n: u32, of: &str| format!("document.getElementById('{of}-{n}').click()");
    for of in ["day-average", "day-worst"] {
        person.browser().script(&number(3, of), vec![]).await?;
    }
    person.press(&word("diary-keep")).await?;
    person.reload().await?;
    expect!(!person.sees(Role::Press, &word("today-evening-write")).await?, "the day is asked about again");
    world.end().await
}

/// Lets time go by in steps, with the page looking at the clock as it does when it is shown again.
async fn pass(person: &Person<'_>, minutes: u32) -> Outcome<()> {
    for _ in 0..(minutes * 60_000).div_ceil(STEP_MS) {
        let script =
            format!("window.__pass({STEP_MS}); document.dispatchEvent(new Event('visibilitychange'))");
        person.browser().script(&script, vec![]).await?;
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    Ok(())
}

pub async fn a_reminder_comes_while_the_app_is_open(given: Given) -> Outcome<()> {
    let world = world(&given, MORNING_MS).await?;
    let mut person = world.person();
    person.press(&word("remind-offer-yes")).await?;
    expect!(person.path().await? == "/reminders", "the offer did not lead to the settings");
    person.press(&word("sitting-down")).await?;
    pass(&person, 28).await?;
    let done = word("reminder-answer-done");
    expect!(!person.sees(Role::Press, &done).await?, "a reminder came before its time");
    pass(&person, 6).await?;
    person.read(&word("reminder-say-sitting")).await?;
    std::fs::create_dir_all(&given.pictures)?;
    let mut tour = Tour { given: &given, findings: Vec::new(), pictures: 0 };
    tour.look_at("reminder", &mut person).await?;
    expect!(tour.findings.is_empty(), "{}", tour.findings.join("\n      "));
    // It stays through a reload, and one tap ends it.
    person.reload().await?;
    person.read(&word("reminder-say-sitting")).await?;
    person.press(&done).await?;
    expect!(!person.sees(Role::Press, &done).await?, "an answered reminder is still there");
    person.press(&word("remind-off")).await?;
    pass(&person, 40).await?;
    expect!(!person.sees(Role::Press, &done).await?, "a reminder came after all were switched off");
    world.end().await
}

pub async fn the_track_for_a_drive_plays(given: Given) -> Outcome<()> {
    let world = world(&given, MORNING_MS).await?;
    let mut person = world.person();
    person.open("/drive").await?;
    person.press(&word("track-make")).await?;
    std::fs::create_dir_all(&given.pictures)?;
    let mut tour = Tour { given: &given, findings: Vec::new(), pictures: 0 };
    tour.look_at("drive-track", &mut person).await?;
    expect!(tour.findings.is_empty(), "{}", tour.findings.join("\n      "));
    let play = "const done = arguments[0]; const track = document.querySelector('audio'); track.volume = 0;
        track.play().then(() => done('plays'), error => done(String(error)))";
    let said = world.browser.web().execute_async(play, vec![]).await?;
    expect!(said.json() == "plays", "the track did not play: {}", said.json());
    wait::until_within(Duration::from_secs(30), "the track to go on", || async {
        let at =
            person.browser().script("return document.querySelector('audio').currentTime", vec![]).await?;
        Ok(at.as_f64().is_some_and(|at| at > 1.0).then_some(()))
    })
    .await?;
    let length = person.browser().script("return document.querySelector('audio').duration", vec![]).await?;
    let length = length.as_f64().unwrap_or_default();
    // Two hours to the call to stop, and the call itself.
    expect!((length - 7220.0).abs() < 1.0, "the track lasts {length} seconds");
    world.end().await
}
