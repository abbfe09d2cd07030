//! Home tests: one by feel, one with the phone's tilt sensor, both from the day's page to what they come to.

use std::time::Duration;

use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::page::session;
use e2e::person::{Person, Role};
use e2e::words::word;
use e2e::world::{Given, World};
use e2e::{Outcome, expect, wait};
use serde_json::json;

/// Three takes of one side with everything that is said in between.
const MEASURED_WITHIN: Duration = Duration::from_secs(120);
/// How far the emulated shin is swung from hanging, in degrees.
const SWUNG_DEG: f64 = 32.0;

/// Somebody who has done the first session and has nothing to take care with.
async fn trained(person: &mut Person<'_>) -> Outcome<()> {
    first_visit::complete(person, Visitor::DRIVER).await?;
    session::start_first(person).await?;
    session::skip_to_the_end(person).await?;
    session::feedback(person).await?;
    person.press(&word("go-today")).await?;
    person.press(&word("today-ask-care-button")).await?;
    person.press(&word("care-none")).await
}

pub async fn a_home_test_is_done_by_feel(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    let mut person = world.person();
    trained(&mut person).await?;
    person.press(&word("tests-open")).await?;
    expect!(person.path().await?.starts_with("/tests/"), "the test's page did not open");
    // Keeping nothing says what is missing.
    person.press(&word("test-keep")).await?;
    person.read(&word("test-problem")).await?;
    person.choose(&word("test-sit-to-stand-30s-count-easily")).await?;
    person.press(&word("test-keep")).await?;
    person.read(&word("test-found")).await?;
    // One a day is enough, and what was kept survives a reload.
    person.reload().await?;
    person.open("/tests").await?;
    person.read(&word("tests-none-enough")).await?;
    // What people expect to be asked is asked, and only noted.
    person.choose(&word("noted-deep-arch-yes")).await?;
    person.press(&word("tests-to-result")).await?;
    person.read(&word("start-here")).await?;
    person.read(&word("noted-deep-arch")).await?;
    world.end().await
}

pub async fn a_home_test_is_measured_with_the_phone(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    let mut person = world.person();
    trained(&mut person).await?;
    person.open("/tests/hip-internal-rotation").await?;
    person.choose(&word("test-way-phone")).await?;
    tilt(&person, 90.0).await?;
    person.press(&word("tilt-begin")).await?;
    person.press(&word("tilt-zero")).await?;
    person.read(&word("tilt-now-getting")).await?;
    tilt(&person, 90.0 - SWUNG_DEG).await?;
    wait::until_within(MEASURED_WITHIN, "three takes", || async {
        Ok(person.text().await?.contains(&word("tilt-say-finished")).then_some(()))
    })
    .await?;
    let takes = person
        .browser()
        .script(
            "return [...document.querySelectorAll('.takes li')].map(e => e.textContent).join(' ')",
            vec![],
        )
        .await?;
    expect!(takes.as_str() == Some("32° 32° 32°"), "the takes are {takes}");
    person.press(&word("test-keep")).await?;
    person.read(&word("test-found")).await?;
    // The other side is still to be done today.
    person.open("/tests").await?;
    expect!(person.sees(Role::Press, &word("tests-open")).await?, "the other side is not offered");
    world.end().await
}

/// Holds the emulated phone at this angle about the short edge of its screen. A real sensor speaks all the time; the
/// browser's own emulation speaks only when something changes.
async fn tilt(person: &Person<'_>, beta_deg: f64) -> Outcome<()> {
    let script = r"
        window.__beta = arguments[0];
        window.__sensor ??= setInterval(() => {
          const angles = { alpha: 0, beta: window.__beta, gamma: 0 };
          window.dispatchEvent(new DeviceOrientationEvent('deviceorientation', angles));
        }, 50);";
    person.browser().script(script, vec![json!(beta_deg)]).await?;
    Ok(())
}
