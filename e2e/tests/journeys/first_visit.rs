//! The first visit: quick where nothing speaks against it, and straight to help where something does.

use std::time::Duration;

use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::page::session;
use e2e::person::Role;
use e2e::words::word;
use e2e::world::{Given, World};
use e2e::{Outcome, expect};

const SCREENS: usize = 12;
const TAPS: usize = 30;
const TIME: Duration = Duration::from_secs(4 * 60);

pub async fn from_nothing_to_the_first_movement_within_the_budget(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    let mut person = world.person();
    first_visit::complete(&mut person, Visitor::DRIVER).await?;
    person.press(&word("result-first-session")).await?;
    // From here on the session leads, and its first words are said while getting ready.
    let reading_s = person.effort().reading_seconds();
    person.press(&word("ready-start")).await?;
    session::first_movement(&person).await?;
    let (effort, spent) = (person.effort(), person.spent());
    println!(
        "first movement after {} screens, {} taps, {} words (about {reading_s:.0} s to read and tap), {:.0} s here",
        effort.screens,
        effort.taps,
        effort.words,
        spent.as_secs_f64()
    );
    for (screen, words) in &effort.each {
        println!("  {words:>4} words at {screen}");
    }
    expect!(reading_s < TIME.as_secs_f64(), "{reading_s:.0} s to read every word once");
    expect!(effort.screens <= SCREENS, "{} screens", effort.screens);
    expect!(effort.taps <= TAPS, "{} taps", effort.taps);
    expect!(effort.typed == [word("field-age")], "typed into {:?}", effort.typed);
    expect!(spent < TIME, "took {} s", spent.as_secs());
    world.end().await
}

pub async fn an_emergency_answer_leads_to_help_and_nothing_else(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    let mut person = world.person();
    first_visit::begin(&mut person, Visitor::DRIVER).await?;
    person.choose(&word("question-E1")).await?;
    person.press(&word("these-only")).await?;
    expect!(person.path().await? == "/result", "at {} instead of the result", person.path().await?);
    expect!(
        person.heading().await? == word("result-emergency-heading"),
        "it says {}",
        person.heading().await?
    );
    for path in ["/", "/ready", "/session", "/plan", "/library/glute-bridge", "/drive"] {
        person.open(path).await?;
        for way in ["ready-start", "result-first-session", "today-session-start"] {
            let name = word(way);
            let there = person.sees(Role::Press, &name).await? && name != word("welcome-begin");
            expect!(!there, "{path} offers \"{name}\" after an emergency answer");
        }
        expect!(person.path().await? != "/session", "{path} leads into a session");
    }
    world.end().await
}
