//! What people who do not belong here try.

use std::time::Instant;

use counterpose_journal::account::AccountStore;
use counterpose_journal::contract::sample;
use counterpose_journal::sync::{PROTOCOL, Push};
use serde_json::json;
use uuid::Uuid;

use crate::world::{HOST, ORIGIN, OWNER, PASSWORD, Question, Way, World, cookie, entries, is_problem};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_on_the_network_gets_nothing() {
    let world = World::new(Way::Household).await;
    let anna = world.join(OWNER, "Anna", true).await;
    let entry = Push { protocol: PROTOCOL, entries: vec![sample(1)] };
    let entry = serde_json::to_value(entry).unwrap();
    assert_eq!(world.ask(Question::post(&entries(OWNER), &entry).cookie(&anna)).await.status, 200);

    let id = Uuid::from_u128(1);
    let named = ["/api/v1/hello", "/api/v1/account", "/api/v1/metrics"].map(str::to_owned);
    let gets = named.into_iter().chain([entries(OWNER), entries(id)]).collect::<Vec<_>>();
    let posts = [
        (entries(OWNER), entry),
        ("/api/v1/account/password".to_owned(), json!({ "old": PASSWORD, "new": "seven-bright-kites" })),
        ("/api/v1/account/devices/end".to_owned(), json!({ "id": null })),
        ("/api/v1/account/invitations".to_owned(), json!({})),
    ];
    let forged = [
        String::new(),
        "__Host-counterpose=".to_owned(),
        format!("__Host-counterpose={}", "0".repeat(96)),
        // The person is known, the secret is not.
        format!("__Host-counterpose={}{}", OWNER.simple(), "0".repeat(64)),
        format!("counterpose={}", anna.split_once('=').unwrap().1),
        format!("{anna}; {anna}"),
    ];
    for cookie in &forged {
        for path in &gets {
            let answer = world.ask(Question::get(path).cookie(cookie)).await;
            is_problem(&answer, 401, "log-in-needed");
            assert!(!answer.text().contains(&OWNER.to_string()) && !answer.text().contains("Anna"));
        }
        for (path, body) in &posts {
            is_problem(&world.ask(Question::post(path, body).cookie(cookie)).await, 401, "log-in-needed");
        }
    }
    // What is left open says nothing.
    let health = world.ask(Question::get("/api/v1/health")).await;
    assert_eq!(health.text(), r#"{"status":"ok"}"#);
    let kept = world.ask(Question::get(&entries(OWNER)).cookie(&anna)).await.json();
    assert_eq!(kept["entries"].as_array().unwrap().len(), 1);
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_foreign_name_or_page_is_refused_even_with_the_cookie() {
    let world = World::new(Way::Household).await;
    let anna = world.join(OWNER, "Anna", true).await;
    let hello = || Question::get("/api/v1/hello").cookie(&anna);
    // DNS rebinding: the browser believes it asks another name.
    for name in
        ["evil.example", "localhost", "127.0.0.1", "counterpose.test.evil.example", "counterpose.test:81"]
    {
        is_problem(&world.ask(hello().with("Host", name)).await, 421, "host-not-ours");
    }
    // Another origin, and the same name unencrypted or on another port.
    for origin in ["https://evil.example", "null", "http://counterpose.test", "https://counterpose.test:81"] {
        is_problem(&world.ask(hello().with("Origin", origin)).await, 403, "foreign-page");
        let end = Question::post("/api/v1/account/devices/end", &json!({})).cookie(&anna);
        is_problem(&world.ask(end.with("Origin", origin)).await, 403, "foreign-page");
    }
    for site in ["cross-site", "same-site"] {
        is_problem(&world.ask(hello().with("Sec-Fetch-Site", site)).await, 403, "foreign-page");
    }
    // Cross-site request forgery by a form, also one that would log the victim in as somebody else.
    for path in ["log-in", "log-out", "password", "devices/end", "invitations", "invitations/accept"] {
        let mut form = Question::post(&format!("/api/v1/account/{path}"), &json!({})).cookie(&anna);
        form.headers.retain(|(name, _)| name != "Content-Type");
        let form = form.with("Content-Type", "text/plain");
        is_problem(&world.ask(form).await, 415, "not-json");
    }
    let own = world.ask(hello().with("Origin", ORIGIN).with("Sec-Fetch-Site", "same-origin")).await;
    assert_eq!(own.status, 200);
    assert!(!own.headers.iter().any(|(name, _)| name.starts_with("access-control")));
    assert_eq!(world.ask(hello().with("Host", &format!("{HOST}:443"))).await.status, 200);
    world.end().await;
}

/// Otherwise a careless proxy would let the whole network in as the person.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_without_log_in_refuses_what_a_proxy_passed_on() {
    let world = World::new(Way::Loopback).await;
    for name in ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"]
    {
        is_problem(&world.ask(Question::get("/api/v1/hello").with(name, "x")).await, 403, "passed-on");
    }
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let world = World::new(Way::Household).await;
    world.join(OWNER, "Anna", true).await;
    let answer = world.log_in("Anna", PASSWORD, "192.0.2.1").await;
    let set = answer.header("set-cookie").unwrap();
    assert!(set.starts_with("__Host-counterpose="), "{set}");
    for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age="] {
        assert!(set.contains(part), "{set}");
    }
    assert!(!set.contains("Domain"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    // The token is in the cookie alone.
    let token = cookie(&answer).split_once('=').unwrap().1.to_owned();
    assert_eq!(token.len(), 96);
    assert!(!answer.text().contains(&token));
    world.end().await;
}

/// Whoever plants a cookie in somebody's browser does not share the session that begins there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_planted_session_is_not_taken_over_at_log_in() {
    let world = World::new(Way::Household).await;
    let mallory = world.join(Uuid::from_u128(0x3a11), "Mallory", false).await;
    world.join(OWNER, "Anna", true).await;
    let planted_nonsense = format!("__Host-counterpose={}{}", OWNER.simple(), "ab".repeat(32));
    for planted in [&mallory, &planted_nonsense] {
        let body = json!({ "name": "Anna", "password": PASSWORD });
        let answer = world.ask(Question::post("/api/v1/account/log-in", &body).cookie(planted)).await;
        assert_eq!(answer.status, 200);
        let anna = cookie(&answer);
        assert_ne!(&anna, planted);
        let hello = world.ask(Question::get("/api/v1/hello").cookie(&anna)).await.json();
        assert_eq!(hello["person"], json!(OWNER));
        is_problem(&world.ask(Question::get("/api/v1/hello").cookie(planted)).await, 401, "log-in-needed");
    }
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_passwords_is_limited_and_locks_nobody_out() {
    let world = World::new(Way::Household).await;
    world.join(OWNER, "Anna", true).await;
    let mut refused = 0;
    for n in 0..12 {
        let answer = world.log_in("Anna", &format!("wrong-guess-{n}"), "198.51.100.9").await;
        match answer.status {
            401 => {}
            429 => {
                refused += 1;
                assert!(answer.header("retry-after").unwrap().parse::<u32>().unwrap() <= 61);
                is_problem(&answer, 429, "too-often");
            }
            other => panic!("{other}: {}", answer.text()),
        }
    }
    assert_eq!(refused, 7);
    // Even the right one has to wait there, and Anna at home does not.
    is_problem(&world.log_in("Anna", PASSWORD, "198.51.100.9").await, 429, "too-often");
    assert_eq!(world.log_in("Anna", PASSWORD, "192.0.2.1").await.status, 200);
    // One address tries many names.
    let mut statuses = Vec::new();
    for n in 0..25 {
        statuses.push(world.log_in(&format!("name {n}"), PASSWORD, "203.0.113.5").await.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == 401).count(), 20);
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 5);
    // What somebody writes in front of the address their proxy saw does not help.
    let spoofed = world.log_in("Anna", PASSWORD, "192.0.2.77, 198.51.100.9").await;
    is_problem(&spoofed, 429, "too-often");
    // Many addresses try one name.
    let mut over = 0;
    for n in 0..60 {
        let answer = world.log_in("Carl", "wrong-guess-1", &format!("198.18.0.{n}")).await;
        over += u32::from(answer.status == 429);
    }
    assert_eq!(over, 10);
    world.pass_ms(60_000);
    is_problem(&world.log_in("Anna", "wrong", "198.51.100.9").await, 401, "log-in-failed");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_nobody_has_looks_like_a_wrong_password() {
    let world = World::new(Way::Household).await;
    world.join(OWNER, "Anna", true).await;
    let mut texts = Vec::new();
    let mut times = Vec::new();
    // The first one also makes the secret nobody knows.
    world.log_in("warm", "up-up-up-up", "192.0.2.99").await;
    for name in ["Anna", "Nobody"] {
        let mut best = u128::MAX;
        for n in 0..5 {
            let begin = Instant::now();
            let answer = world.log_in(name, "wrong-guess", &format!("192.0.2.{n}")).await;
            best = best.min(begin.elapsed().as_micros());
            is_problem(&answer, 401, "log-in-failed");
            texts.push(answer.text());
        }
        times.push(best);
    }
    assert!(texts.iter().all(|text| *text == texts[0]));
    let (known, unknown) = (times[0], times[1]);
    assert!(unknown * 2 > known && known * 2 > unknown, "known {known} µs, unknown {unknown} µs");
    // And an unknown name is limited like a known one.
    let mut statuses = Vec::new();
    for _ in 0..7 {
        statuses.push(world.log_in("Nobody", "wrong-guess", "192.0.2.50").await.status);
    }
    assert_eq!(statuses, [401, 401, 401, 401, 401, 429, 429]);
    world.end().await;
}

/// Whoever copies the database can neither log in with it nor read a password.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stolen_database_holds_nothing_that_opens_a_journal() {
    let world = World::new(Way::Household).await;
    let anna = world.join(OWNER, "Anna", true).await;
    let link = world.link(Uuid::from_u128(0xc), false).await;
    let token = anna.split_once('=').unwrap().1.to_owned();
    let account = world.books.account(OWNER).await.unwrap().unwrap();
    let session = world.books.sessions(OWNER, world.now_ms()).await.unwrap().remove(0);
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let stolen = hex(&session.token);
    assert!(account.secret.starts_with("$argon2id$") && !account.secret.contains(PASSWORD));
    assert!(!token.contains(&stolen) && !link.contains(&stolen));
    for text in
        [&stolen, &format!("{}{stolen}", OWNER.simple()), &account.secret, &session.id.simple().to_string()]
    {
        let cookie = format!("__Host-counterpose={text}");
        is_problem(&world.ask(Question::get("/api/v1/hello").cookie(&cookie)).await, 401, "log-in-needed");
    }
    is_problem(&world.log_in("Anna", &account.secret, "192.0.2.1").await, 401, "log-in-failed");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn odd_bodies_are_refused_and_never_said_back() {
    let world = World::new(Way::Household).await;
    let long = json!({ "name": "x".repeat(9000), "password": "y" });
    is_problem(&world.ask(Question::post("/api/v1/account/log-in", &long)).await, 413, "too-large");
    for body in [json!({}), json!([]), json!({ "name": "a", "password": "hunter2hunter2", "more": 1 })] {
        let answer = world.ask(Question::post("/api/v1/account/log-in", &body)).await;
        is_problem(&answer, 400, "bad-body");
        assert!(!answer.text().contains("hunter2"));
    }
    for token in ["", "x", &"0".repeat(96), &"0".repeat(4000)] {
        let look = Question::post("/api/v1/account/invitations/look", &json!({ "token": token }));
        is_problem(&world.ask(look).await, 404, "no-invitation");
    }
    world.end().await;
}
