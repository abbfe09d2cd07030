//! The language is the browser's, can be switched, and works without a network; every page fits in German, and from
//! right to left nothing is nailed to a side.

use std::time::Duration;

use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::page::session;
use e2e::person::Person;
use e2e::words::{word, word_in};
use e2e::world::{Given, World};
use e2e::{Failure, Outcome, axe, expect, wait};
use serde_json::{Value, json};

/// A Monday morning: 2026-11-23, 08:00 UTC.
const NOW_MS: i64 = 1_795_420_800_000;

const PAGES: [(&str, &str); 18] = [
    ("welcome", "/welcome"),
    ("today", "/"),
    ("plan", "/plan"),
    ("library", "/library"),
    ("progress", "/progress"),
    ("exercise", "/library/half-kneeling-hip-flexor-stretch"),
    ("drive", "/drive"),
    ("safety", "/safety"),
    ("take-care", "/take-care"),
    ("check-in", "/check-in"),
    ("tests", "/tests"),
    ("test", "/tests/sit-to-stand-30s"),
    ("settings", "/settings"),
    ("about", "/about"),
    ("result", "/result"),
    ("ready", "/ready"),
    ("you", "/start/you"),
    ("unknown-address", "/no/such/page"),
];

pub async fn the_language_is_the_browsers_and_can_be_switched_even_without_a_network(
    given: Given,
) -> Outcome<()> {
    let german = |key: &str| word_in("de", key);
    let mut world = World::new(&given, Look::PHONE).await?;
    world.browser.ask_for_language("de-AT,de,en").await?;
    let origin = world.server.origin();
    {
        let mut person = Person::new(&world.browser, origin.clone());
        person.open("/").await?;
        expect!(
            person.heading().await? == german("welcome-heading"),
            "not in German: {}",
            person.text().await?
        );
        expect!(document(&person).await? == json!(["de", "ltr"]), "{}", document(&person).await?);
        expect!(packs(&person).await? == ["de"], "fetched {:?}", packs(&person).await?);

        person.press("English").await?;
        heading(&person, &word("welcome-heading")).await?;
        expect!(document(&person).await? == json!(["en", "ltr"]), "{}", document(&person).await?);
        // A language chosen is the first to be shown from then on.
        person.reload().await?;
        heading(&person, &word("welcome-heading")).await?;
        let again = packs(&person).await?;
        expect!(!again.contains(&"de".to_owned()), "fetched {again:?}");
        person.press("Deutsch").await?;
        heading(&person, &german("welcome-heading")).await?;

        fits(&given, "welcome-first", "de", &person).await?;
        person.press(&german("welcome-begin")).await?;
        person.enter(&german("field-age"), "42").await?;
        person.choose(&german("sex-female")).await?;
        fits(&given, "you-first", "de", &person).await?;
        person.press(&german("go-on")).await?;
        person.choose(&german("site-low-back")).await?;
        person.choose(&german("complaint-side-left")).await?;
        person.choose(&german("leg-none")).await?;
        fits(&given, "where", "de", &person).await?;
        person.press(&german("go-on")).await?;
        person.choose("4").await?;
        person.choose(&german("duration-weeks")).await?;
        fits(&given, "pain", "de", &person).await?;
        person.press(&german("go-on")).await?;
        let mut list = 0;
        while person.path().await?.starts_with("/start/safety") {
            list += 1;
            fits(&given, &format!("safety-questions-{list}"), "de", &person).await?;
            person.press(&german("screening-none-of-these")).await?;
        }
        person.choose("8 Stunden").await?;
        person.choose("1 Stunde").await?;
        fits(&given, "days", "de", &person).await?;
        person.press(&german("go-on")).await?;
        fits(&given, "result-first", "de", &person).await?;
        person.read(&german("result-first-session")).await?;
        offline_ready(&person).await?;
    }
    world.proxy.cut();
    world.server.kill().await?;
    {
        let mut person = Person::new(&world.browser, origin);
        person.open("/settings").await?;
        heading(&person, &german("title-settings")).await?;
        person.choose("English").await?;
        heading(&person, &word("title-settings")).await?;
        person.reload().await?;
        heading(&person, &word("title-settings")).await?;
    }
    world.end().await
}

pub async fn every_page_fits_in_german_and_from_right_to_left(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    world.browser.stop_the_clock(NOW_MS).await?;
    std::fs::create_dir_all(&given.pictures)?;
    let mut person = world.person();
    let mut findings = Vec::new();
    first_visit::complete(&mut person, Visitor::DRIVER).await?;
    session::start_first(&mut person).await?;
    person.browser().pass(30_000).await?;
    // The session asks whether to go on where it stood, in whatever language.
    person.open_in("de", "/session").await?;
    person.press(&word_in("de", "player-go-on")).await?;
    note(&mut findings, fits(&given, "session", "de", &person).await);
    person.open_in("en-XB", "/session").await?;
    note(&mut findings, fits(&given, "session", "en-XB", &person).await);
    person.open("/session").await?;
    person.press(&word("player-go-on")).await?;
    session::skip_to_the_end(&mut person).await?;
    session::feedback(&mut person).await?;
    for language in ["de", "en-XB"] {
        for (name, path) in PAGES {
            person.open_in(language, path).await?;
            note(&mut findings, fits(&given, name, language, &person).await);
            let sound = axe::findings(person.browser()).await?;
            findings.extend(sound.into_iter().map(|finding| format!("{name} in {language}: {finding}")));
        }
    }
    person.open_in("en-XB", "/library/clamshell").await?;
    expect!(document(&person).await? == json!(["en-XB", "rtl"]), "{}", document(&person).await?);
    let sides = person.browser().script(SIDES, vec![]).await?;
    if sides != json!([]) {
        findings.push(format!("from right to left: {sides}"));
    }
    expect!(findings.is_empty(), "{} findings:\n      {}", findings.len(), findings.join("\n      "));
    drop(person);
    world.end().await
}

fn note(findings: &mut Vec<String>, looked: Outcome<()>) {
    if let Err(found) = looked {
        findings.push(found.to_string());
    }
}

/// Takes a picture; fails where something is wider than the screen or than its own box.
async fn fits(given: &Given, name: &str, language: &str, person: &Person<'_>) -> Outcome<()> {
    std::fs::create_dir_all(&given.pictures)?;
    let picture = given.pictures.join(format!("{language}-{name}-phone.png"));
    person.browser().web().screenshot(&picture).await?;
    let wrong = person.browser().script(TOO_WIDE, vec![]).await?;
    let wrong: Vec<&str> = wrong.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{name} in {language}: {}", wrong.join("; "))))
}

/// Waits for a heading: another language comes a moment after it was chosen.
async fn heading(person: &Person<'_>, wanted: &str) -> Outcome<()> {
    wait::until(&format!("the heading \"{wanted}\""), || async {
        Ok((person.heading().await? == wanted).then_some(()))
    })
    .await
}

/// The language and the direction of the document.
async fn document(person: &Person<'_>) -> Outcome<Value> {
    let script = "return [document.documentElement.lang, document.documentElement.dir]";
    person.browser().script(script, vec![]).await
}

/// The languages whose texts this page has asked for.
async fn packs(person: &Person<'_>) -> Outcome<Vec<String>> {
    let script = r"
        const names = performance.getEntriesByType('resource').map(entry => entry.name);
        return names.map(name => /texts-([a-z]+)-/.exec(name)?.[1]).filter(Boolean);";
    let found = person.browser().script(script, vec![]).await?;
    let found = found.as_array().into_iter().flatten();
    Ok(found.filter_map(|one| one.as_str().map(str::to_owned)).collect())
}

/// The page says when it would start without a network.
async fn offline_ready(person: &Person<'_>) -> Outcome<()> {
    wait::until_within(Duration::from_secs(30), "the app to be ready for no network", || async {
        let script = "return document.documentElement.dataset.offline || null";
        Ok((person.browser().script(script, vec![]).await? == "ready").then_some(()))
    })
    .await
}

/// What makes the page wider than the screen, to either side, and buttons whose words stick out of them.
const TOO_WIDE: &str = r"
const page = document.documentElement;
const tell = e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
const wrong = [...document.querySelectorAll('.button, .control')]
  .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => 'words stick out of ' + tell(e));
if (page.scrollWidth > page.clientWidth) {
  const off = [...document.querySelectorAll('body *')].find(e => {
    const box = e.getBoundingClientRect();
    return box.right > page.clientWidth + 1 || box.left < -1;
  });
  wrong.push('the page is ' + page.scrollWidth + ' wide: ' + (off ? tell(off) : 'something'));
}
return wrong.slice(0, 4);
";

/// What does not stand where it should when lines run from right to left. Figures keep their own left and right.
const SIDES: &str = r"
const wrong = [];
const box = selector => document.querySelector(selector)?.getBoundingClientRect();
const [brand, safety] = [box('.brand'), box('.safety')];
if (!(brand.left > safety.left)) wrong.push('the name does not stand to the right of the safety net');
const heading = document.querySelector('h1');
const words = document.createRange();
words.selectNodeContents(heading);
const [text, room] = [words.getBoundingClientRect(), heading.getBoundingClientRect()];
if (Math.abs(text.right - room.right) > 2) wrong.push('the heading does not begin on the right');
const step = document.querySelector('ol.steps > li');
const number = getComputedStyle(step).direction;
if (number !== 'rtl') wrong.push('the steps run ' + number);
const [left, right] = [box('.turn.left'), box('.turn.right')];
if (!(left.right <= right.left)) wrong.push('the figure is turned the wrong way round');
return wrong;
";
