//! What was done stays done: without a network, without a server, and when both are back.

use std::time::Duration;

use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::page::session;
use e2e::person::Person;
use e2e::words::word;
use e2e::world::{Given, World};
use e2e::{Failure, Outcome, expect, http, wait};
use serde_json::Value;

/// How long after the network is back everything must have been copied.
const SYNC_WITHIN: Duration = Duration::from_secs(90);

pub async fn a_session_survives_a_cut_network_and_a_killed_server(given: Given) -> Outcome<()> {
    let mut world = World::new(&given, Look::PHONE).await?;
    let origin = world.server.origin();
    {
        let mut person = Person::new(&world.browser, origin.clone());
        first_visit::complete(&mut person, Visitor::DRIVER).await?;
        offline_ready(&person).await?;
        session::start_first(&mut person).await?;
        session::skip(&mut person, 4).await?;
    }
    world.proxy.cut();
    {
        let mut person = Person::new(&world.browser, origin.clone());
        session::skip(&mut person, 4).await?;
    }
    world.server.kill().await?;
    {
        let mut person = Person::new(&world.browser, origin.clone());
        session::skip_to_the_end(&mut person).await?;
        session::feedback(&mut person).await?;
        expect!(session::sees_tomorrow(&person).await?, "nothing is said of tomorrow");
        person.press(&word("go-today")).await?;
        person.reload().await?;
        person.read(&word("today-done")).await?;
    }
    world.server.restart().await?;
    expect!(world.server.origin() == origin, "the server came back elsewhere");
    world.proxy.mend();
    let port = world.server.port();
    let here = entries_here(&world).await?;
    expect!(here.len() > 3, "only {} entries are in the browser", here.len());
    wait::until_within(SYNC_WITHIN, "the server to have every entry of the browser", || async {
        let there = entries_there(port).await?;
        Ok(here.iter().all(|id| there.contains(id)).then_some(()))
    })
    .await?;
    let kinds = kinds_there(port).await?;
    for kind in ["session-started", "session-finished", "session-feedback"] {
        expect!(kinds.iter().any(|known| known == kind), "no {kind} on the server, only {kinds:?}");
    }
    world.end().await
}

pub async fn the_app_starts_and_works_without_a_network(given: Given) -> Outcome<()> {
    let mut world = World::new(&given, Look::DESKTOP).await?;
    let origin = world.server.origin();
    {
        let mut person = Person::new(&world.browser, origin.clone());
        person.open("/").await?;
        offline_ready(&person).await?;
    }
    world.proxy.cut();
    world.server.kill().await?;
    let mut person = Person::new(&world.browser, origin);
    // Everything from the very first answer to the end of a session, with nothing on the other side.
    first_visit::complete(&mut person, Visitor::DRIVER).await?;
    session::start_first(&mut person).await?;
    session::skip_to_the_end(&mut person).await?;
    session::feedback(&mut person).await?;
    for path in
        ["/", "/plan", "/library", "/library/glute-bridge", "/settings", "/about", "/safety", "/drive"]
    {
        person.open(path).await?;
        expect!(!person.heading().await?.is_empty(), "{path} is empty without a network");
    }
    drop(person);
    world.end().await
}

/// The page says when it would start without a network.
async fn offline_ready(person: &Person<'_>) -> Outcome<()> {
    wait::until("the app to be ready for no network", || async {
        let mark = person
            .browser()
            .script("return document.documentElement.dataset.offline || null", vec![])
            .await?;
        Ok((mark == "ready").then_some(()))
    })
    .await
}

/// The identifiers of every entry in this browser's database.
async fn entries_here(world: &World) -> Outcome<Vec<String>> {
    let script = r"
        const done = arguments[0];
        const open = indexedDB.open('counterpose');
        open.onerror = () => done('cannot open the database');
        open.onsuccess = () => {
          const all = open.result.transaction('entries').objectStore('entries').getAll();
          all.onerror = () => done('cannot read the entries');
          all.onsuccess = () => { open.result.close(); done(all.result.map(row => JSON.parse(row.text).id)); };
        };";
    let answer = world.browser.web().execute_async(script, vec![]).await?;
    match answer.json() {
        Value::Array(ids) => Ok(ids.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()),
        other => Err(Failure::new(other.to_string())),
    }
}

async fn pages_there(port: u16) -> Outcome<Vec<Value>> {
    let hello = http::get(port, "/api/v1/hello").await?.json()?;
    let person = hello["person"].as_str().unwrap_or_default().to_owned();
    let (mut entries, mut cursor) = (Vec::new(), 0);
    loop {
        let path = format!("/api/v1/people/{person}/entries?after={cursor}&limit=500");
        let page = http::get(port, &path).await?.json()?;
        entries.extend(page["entries"].as_array().cloned().unwrap_or_default());
        cursor = page["cursor"].as_u64().ok_or_else(|| Failure::new(format!("no cursor in {page}")))?;
        if page["more"] != true {
            return Ok(entries);
        }
    }
}

async fn entries_there(port: u16) -> Outcome<Vec<String>> {
    Ok(words_of(&pages_there(port).await?, "id"))
}

async fn kinds_there(port: u16) -> Outcome<Vec<String>> {
    Ok(words_of(&pages_there(port).await?, "kind"))
}

fn words_of(entries: &[Value], key: &str) -> Vec<String> {
    entries.iter().filter_map(|entry| entry[key].as_str().map(str::to_owned)).collect()
}
