//! Every page and state in every look: axe-core finds nothing, nothing is wider than the screen, a picture is taken.
//!
//! The clock stands, so the pictures are the same every day; the few for the documents are copied from here.

use std::path::Path;

use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::page::session;
use e2e::person::{Person, Role};
use e2e::words::word;
use e2e::world::{Given, World};
use e2e::{Failure, Outcome, axe, expect};

/// A Monday morning: 2026-11-23, 08:00 UTC.
const NOW_MS: i64 = 1_795_420_800_000;
const LOOKS: [Look; 4] = [Look::PHONE, Look::PHONE.dark(), Look::DESKTOP, Look::DESKTOP.dark()];
/// The pictures the documents show: state and look.
const FOR_DOCUMENTS: [(&str, Look); 6] = [
    ("welcome", Look::PHONE),
    ("safety-questions", Look::PHONE),
    ("today", Look::PHONE),
    ("session", Look::PHONE),
    ("session", Look::DESKTOP.dark()),
    ("plan", Look::DESKTOP),
];

pub async fn every_page_is_sound_on_phone_and_desk_in_light_and_dark(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    world.browser.stop_the_clock(NOW_MS).await?;
    std::fs::create_dir_all(&given.pictures)?;
    let mut tour = Tour { given: &given, findings: Vec::new(), pictures: 0 };
    let mut person = world.person();
    tour.first_visit(&mut person).await?;
    tour.session(&mut person).await?;
    tour.pages(&mut person).await?;
    tour.emergency(&world).await?;
    println!("{} pictures in {}", tour.pictures, given.pictures.display());
    expect!(
        tour.findings.is_empty(),
        "{} findings:\n      {}",
        tour.findings.len(),
        tour.findings.join("\n      ")
    );
    world.end().await
}

pub(crate) struct Tour<'a> {
    pub(crate) given: &'a Given,
    pub(crate) findings: Vec<String>,
    pub(crate) pictures: usize,
}

impl Tour<'_> {
    async fn first_visit(&mut self, person: &mut Person<'_>) -> Outcome<()> {
        person.open("/").await?;
        self.look_at("welcome", person).await?;
        person.press(&word("welcome-begin")).await?;
        self.look_at("you", person).await?;
        person.press(&word("go-on")).await?;
        self.look_at("you-incomplete", person).await?;
        person.enter(&word("field-age"), "42").await?;
        person.choose(&word("sex-female")).await?;
        person.press(&word("go-on")).await?;
        self.look_at("where", person).await?;
        person.choose(&word("site-low-back")).await?;
        person.choose(&word("complaint-side-left")).await?;
        person.choose(&word("leg-none")).await?;
        person.press(&word("go-on")).await?;
        self.look_at("pain", person).await?;
        person.choose("4").await?;
        person.choose(&word("duration-weeks")).await?;
        person.press(&word("go-on")).await?;
        self.look_at("safety-questions", person).await?;
        let mut list = 1;
        while person.path().await?.starts_with("/start/safety") {
            if list > 1 {
                self.look_at(&format!("safety-questions-{list}"), person).await?;
            }
            list += 1;
            person.press(&word("screening-none-of-these")).await?;
        }
        self.look_at("days", person).await?;
        first_visit::days(person, Visitor::DRIVER).await?;
        self.look_at("result", person).await
    }

    async fn session(&mut self, person: &mut Person<'_>) -> Outcome<()> {
        person.press(&word("result-first-session")).await?;
        self.look_at("ready", person).await?;
        person.press(&word("ready-start")).await?;
        self.look_at("session-get-ready", person).await?;
        person.browser().pass(30_000).await?;
        self.look_at("session", person).await?;
        person.press(&word("player-pause")).await?;
        self.look_at("session-paused", person).await?;
        person.press(&word("player-resume")).await?;
        session::skip_to_the_end(person).await?;
        self.look_at("feedback", person).await?;
        session::feedback(person).await?;
        self.look_at("feedback-given", person).await?;
        person.press(&word("go-today")).await
    }

    async fn pages(&mut self, person: &mut Person<'_>) -> Outcome<()> {
        let pages = [
            ("today", "/"),
            ("plan", "/plan"),
            ("plan-on-paper", "/plan/paper"),
            ("library", "/library"),
            ("exercise", "/library/glute-bridge"),
            ("drive", "/drive"),
            ("safety", "/safety"),
            ("take-care", "/take-care"),
            ("tests", "/tests"),
            ("test", "/tests/sit-to-stand-30s"),
            ("test-not-now", "/tests/thomas"),
            ("progress-empty", "/progress"),
            ("know", "/progress/know"),
            ("diary-day", "/diary/day"),
            ("diary-goals", "/diary/goals"),
            ("diary-statements", "/diary/statements"),
            ("reminders", "/reminders"),
            ("settings", "/settings"),
            ("about", "/about"),
            ("result-again", "/result"),
            ("ready-again", "/ready"),
            ("unknown-address", "/no/such/page"),
        ];
        for (name, path) in pages {
            person.open(path).await?;
            // Pictures that move would be other ones every time.
            let stop = word("figure-stop");
            if person.sees(Role::Press, &stop).await? {
                person.press(&stop).await?;
            }
            self.look_at(name, person).await?;
        }
        // What lengthens is drawn on the body, on the page of a stretch.
        person.open("/library/half-kneeling-hip-flexor-stretch").await?;
        person.press(&word("figure-stop")).await?;
        let drawn = "return document.querySelectorAll('.movement [class^=cp-fig-stretch-], .figures [class^=cp-fig-stretch-]').length";
        let muscles = person.browser().script(drawn, vec![]).await?.as_u64().unwrap_or_default();
        expect!(muscles > 1, "{muscles} muscles are drawn on the stretch");
        self.look_at("exercise-stretch", person).await?;
        // A movement opens on the Plan page, one at a time.
        person.open("/plan").await?;
        person.press(&word("plan-watch")).await?;
        person.press(&word("figure-stop")).await?;
        self.look_at("plan-watch", person).await?;
        person.open("/library/clamshell").await?;
        person.press(&word("figure-stop")).await?;
        for _ in 0..3 {
            person.press(&word("figure-turn-right")).await?;
        }
        self.look_at("exercise-turned", person).await
    }

    /// In a browser of its own, because an emergency stays one.
    async fn emergency(&mut self, world: &World) -> Outcome<()> {
        let other = World::new(&world.given, Look::PHONE).await?;
        other.browser.stop_the_clock(NOW_MS).await?;
        let mut person = other.person();
        first_visit::begin(&mut person, Visitor::DRIVER).await?;
        person.choose(&word("question-E1")).await?;
        self.look_at("safety-question-tapped", &mut person).await?;
        person.press(&word("these-only")).await?;
        self.look_at("result-emergency", &mut person).await?;
        other.end().await
    }

    /// One state of one page in every look.
    pub(crate) async fn look_at(&mut self, name: &str, person: &mut Person<'_>) -> Outcome<()> {
        let browser = person.browser();
        for look in LOOKS {
            browser.look(look).await?;
            person.settle().await?;
            let place = format!("{name} ({})", look.name());
            let found = axe::findings(browser).await.map_err(|failure| failure.during(&place))?;
            self.findings.extend(found.into_iter().map(|finding| format!("{place}: {finding}")));
            let too_wide = browser.script(TOO_WIDE, vec![]).await?;
            if let Some(what) = too_wide.as_str() {
                self.findings.push(format!("{place}: wider than the screen: {what}"));
            }
            let picture = self.given.pictures.join(format!("{name}-{}.png", look.name()));
            browser.web().screenshot(&picture).await?;
            self.pictures += 1;
            self.for_documents(name, look, &picture)?;
        }
        browser.look(LOOKS[0]).await?;
        person.settle().await
    }

    fn for_documents(&self, name: &str, look: Look, picture: &Path) -> Outcome<()> {
        let wanted = FOR_DOCUMENTS.iter().any(|(state, its_look)| *state == name && *its_look == look);
        if let (true, Some(folder)) = (wanted, &self.given.documents) {
            std::fs::create_dir_all(folder)?;
            std::fs::copy(picture, folder.join(format!("{name}-{}.png", look.name())))
                .map_err(Failure::from)?;
        }
        Ok(())
    }
}

/// What sticks out of the screen to the right, if anything does.
const TOO_WIDE: &str = r"
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return null;
const out = [...document.querySelectorAll('body *')].find(e => e.getBoundingClientRect().right > width + 1);
return (out ? out.outerHTML.slice(0, 120) : 'something') + ' (' + document.documentElement.scrollWidth + ' > ' + width + ')';
";
