//! How the program begins, and what is left to the person when it has stopped for good.

use e2e::browser::{Browser, Look};
use e2e::page::first_visit::{self, Visitor};
use e2e::person::Role;
use e2e::world::{Given, World};
use e2e::{Outcome, expect, wait};

/// From nothing to a page that answers, in milliseconds.
const COLD_MS: f64 = 2000.0;
/// Other journeys run beside this one: the quickest of some starts says what the program needs.
const STARTS: usize = 4;

/// When the largest part of the app's first page was drawn, counted from the navigation; nothing before that. What the
/// page shows while it waits for the client does not count.
const DRAWN: &str = r"return new Promise(done => {
  new PerformanceObserver(list => {
    const drawn = list.getEntries().filter(entry => entry.element?.closest('#main h1, #main p, #main button, #main a'));
    done(drawn.at(-1)?.startTime ?? null);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => done(null), 500);
})";

/// An uncaught trap of a module, as a panic of the client is one.
const TRAP: &str = r"setTimeout(() => {
  const unreachable = [0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 3,2,1,0, 8,1,0, 10,5,1,3,0,0,11];
  new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(unreachable)));
})";

pub async fn a_cold_start_takes_less_than_two_seconds(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    let origin = world.server.origin();
    let mut each_ms = Vec::new();
    for _ in 0..STARTS {
        // A browser that has never been here: nothing cached, nothing compiled.
        let browser = Browser::start(&given.programs, None).await?;
        browser.look(Look::PHONE).await?;
        browser.web().goto(format!("{origin}/")).await?;
        let drawn =
            wait::until("the first page", || async { Ok(browser.script(DRAWN, vec![]).await?.as_f64()) })
                .await?;
        each_ms.push(drawn);
        browser.quit().await?;
    }
    let quickest = each_ms.iter().copied().fold(f64::INFINITY, f64::min);
    println!("cold start: first page after {quickest:.0} ms, the quickest of {each_ms:.0?}");
    expect!(quickest < COLD_MS, "{quickest:.0} ms from nothing to the first page");
    world.end().await
}

pub async fn a_program_that_stopped_still_gives_the_data_away(given: Given) -> Outcome<()> {
    let mut world = World::new(&given, Look::PHONE).await?;
    let mut person = world.person();
    first_visit::begin(&mut person, Visitor::DRIVER).await?;
    person.browser().script(TRAP, vec![]).await?;
    person.find(Role::Heading, "Counterpose stopped").await?;
    let page = person.text().await?;
    expect!(page.contains("What you recorded is still in this browser"), "it says {page}");
    person.press("Export my data").await?;
    person.read("entries were saved to a file").await?;
    let text = person.text().await?;
    expect!(!text.contains("\n0 entries"), "nothing was in the file: {text}");
    person.press("Start again").await?;
    expect!(!person.sees(Role::Heading, "Counterpose stopped").await?, "it did not start again");
    // The trap was a complaint of the page, and meant.
    world.browser.quit().await?;
    world.server.kill().await
}
