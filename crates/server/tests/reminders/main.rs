//! Reminders with the app closed, over real sockets: a push service that decrypts and checks who sent, and a calendar.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "tests may")]

mod receiver;
mod world;

use counterpose_coach::reminder::feed::{self, Feed};
use counterpose_coach::reminder::{What, ics};
use counterpose_journal::contract::sample;
use counterpose_journal::{Entry, JournalStore};
use jiff::civil::date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use uuid::Uuid;

use receiver::{Device, verify};
use world::{JSON, MINUTE, PERSON, World, morning, one_rule, settings};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reminder_reaches_the_device_encrypted_signed_and_with_nothing_private() {
    let world = World::new("push").await;
    let key = world.on("GET", "", &Value::Null).await.json()["key"].as_str().unwrap().to_owned();
    world.turn_on(&settings()).await;
    let about = world.on("GET", "", &Value::Null).await.json();
    assert_eq!((&about["devices"], &about["calendar"]), (&json!(1), &json!(false)));
    assert_eq!(about["settings"], json!(settings()));
    world.until(29).await;
    assert!(world.receiver.take().is_empty(), "nothing was due");
    world.until(30).await;
    let pushes = world.receiver.take();
    assert_eq!(pushes.len(), 1);
    let push = &pushes[0];
    assert_eq!(push.path, "/push/device-9");
    assert_eq!(push.header("content-encoding"), "aes128gcm");
    assert_eq!((push.header("ttl"), push.header("urgency")), ("900", "normal"));
    let topic = push.header("topic");
    assert!(
        topic.len() == 32 && topic.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    );
    let claims = verify(push, &key);
    assert_eq!(claims["aud"], world.receiver.origin());
    assert_eq!(claims["sub"], "mailto:somebody@example.org");
    let left = claims["exp"].as_i64().unwrap() * 1000 - (morning() + 30 * MINUTE);
    assert!((MINUTE..=24 * 60 * MINUTE).contains(&left));
    let text = String::from_utf8(world.device.read(&push.body)).unwrap();
    let due = morning() + 30 * MINUTE;
    assert_eq!(
        serde_json::from_str::<Value>(&text).unwrap(),
        json!({"v": 1, "n": 0, "due": due, "silent": false})
    );
    for private in ["secret", "squeeze", "glute", &PERSON.to_string()] {
        assert!(!text.contains(private), "{text}");
        assert!(push.headers.iter().all(|(_, value)| !value.contains(private)));
    }
    // The squeeze has no sign of sitting here: eight times over the day, no more, each once.
    world.until(11 * 60).await;
    let rest = world.receiver.take();
    let read =
        |push: &receiver::Push| serde_json::from_slice::<Value>(&world.device.read(&push.body)).unwrap();
    let squeezes: Vec<Value> = rest.iter().map(read).filter(|said| said["n"] == 1).collect();
    let mut dues: Vec<i64> = squeezes.iter().map(|said| said["due"].as_i64().unwrap()).collect();
    assert_eq!(dues.len(), 6, "eight from eight to nine, two of them before ten");
    dues.dedup();
    assert_eq!(dues.len(), 6, "none doubled");
    assert!(rest.iter().all(|push| push.body.len() == pushes[0].body.len()), "the length tells nothing");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn done_snoozed_missed_and_the_apps_own_are_told_apart() {
    let world = World::new("answers").await;
    // Somebody else's entry, so that ours has to sort after it.
    let before = Entry { lamport: 41, ..sample(0) };
    JournalStore::append(&world.store, PERSON, &[before]).await.unwrap();
    world.turn_on(&one_rule()).await;
    world.until(30).await;
    let due = morning() + 30 * MINUTE;
    let tell = |n: usize, answer: &str| json!({"n": n, "due": due, "answer": answer});
    assert_eq!(world.on("POST", "/answers", &tell(7, "done")).await.json()["taken"], false);
    let later = json!({"n": 0, "due": due, "answer": "snooze", "minutes": 20});
    assert_eq!(world.on("POST", "/answers", &later).await.json()["taken"], true);
    assert_eq!(world.on("POST", "/answers", &tell(0, "done")).await.json()["taken"], false, "it is put off");
    world.until(49).await;
    assert_eq!(world.receiver.take().len(), 1);
    world.until(50).await;
    assert_eq!(world.receiver.take().len(), 1, "the same one again");
    assert_eq!(world.on("POST", "/answers", &tell(0, "done")).await.json()["taken"], true);
    assert_eq!(world.on("POST", "/answers", &tell(0, "done")).await.json()["taken"], false, "once is enough");
    let whats: Vec<What> = world.written().await.iter().map(|answered| answered.what).collect();
    assert_eq!(whats, [What::Snoozed, What::Done]);
    let entries = JournalStore::read(&world.store, PERSON, counterpose_journal::Cursor(0), 9).await.unwrap();
    let lamports: Vec<u64> = entries.entries.iter().map(|entry| entry.lamport).collect();
    assert_eq!(lamports, [41, 42, 43]);

    // At three nobody answers.
    world.until(5 * 60 + 20).await;
    assert_eq!(world.written().await.last().map(|answered| answered.what), Some(What::Missed));
    // At ten at night it is quiet; at eight it comes, and the open app takes it over.
    world.receiver.take();
    world.until(22 * 60 + 2).await;
    let pushes = world.receiver.take();
    assert_eq!(pushes.len(), 1, "said once at the end of the night");
    let said: Value = serde_json::from_slice(&world.device.read(&pushes[0].body)).unwrap();
    assert_eq!(said["due"].as_i64(), Some(morning() + 12 * 60 * MINUTE));
    let own = json!({"n": 0, "due": said["due"], "answer": "in-app"});
    assert_eq!(world.on("POST", "/answers", &own).await.json()["taken"], true);
    world.until(23 * 60).await;
    assert_eq!(world.written().await.len(), 3, "the app keeps the books of that one");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_busy_service_is_tried_again_and_a_device_that_is_gone_is_forgotten() {
    let world = World::new("retry").await;
    world.turn_on(&one_rule()).await;
    world.receiver.answer(&[
        "429 Too Many Requests\r\nRetry-After: 300\r\n",
        "500 Oh\r\n",
        "201 Created\r\n",
    ]);
    world.until(30).await;
    assert_eq!(world.receiver.take().len(), 1);
    world.until(34).await;
    assert_eq!(world.receiver.take().len(), 0, "it said five minutes");
    world.until(36).await;
    assert_eq!(world.receiver.take().len(), 1);
    world.until(38).await;
    let third = world.receiver.take();
    assert_eq!(third.len(), 1);
    assert_eq!(third[0].header("ttl"), "420", "what is late is not kept for long");
    world.until(60).await;
    assert_eq!(world.receiver.take().len(), 0, "taken is taken");

    // A service that stays away: given up when nobody wants the reminder any more.
    world.receiver.answer(&["503 No\r\n"; 30]);
    world.until(5 * 60 + 14).await;
    let tries = world.receiver.take().len();
    assert!((3..=8).contains(&tries), "{tries}");
    world.until(6 * 60).await;
    assert_eq!(world.receiver.take().len(), 0);
    assert_eq!(world.on("GET", "", &Value::Null).await.json()["devices"], 1);

    // What a trial meets: gone for good.
    world.receiver.forget_answers();
    world.receiver.answer(&["410 Gone\r\n"]);
    assert_eq!(world.on("POST", "/trial", &json!({})).await.status, 200);
    world.until(6 * 60).await;
    assert_eq!(world.receiver.take().len(), 1);
    assert_eq!(world.on("GET", "", &Value::Null).await.json()["devices"], 0, "it is forgotten");
    let second = Device::new(5, &world.receiver.origin());
    assert_eq!(world.on("POST", "/devices", &second.subscription()).await.status, 200);
    assert_eq!(world.on("POST", "/trial", &json!({})).await.status, 200);
    world.until(6 * 60).await;
    let trials = world.receiver.take();
    assert_eq!(trials.len(), 1);
    assert_eq!(serde_json::from_slice::<Value>(&second.read(&trials[0].body)).unwrap()["n"], Value::Null);
    let off = json!({"endpoint": second.endpoint});
    assert_eq!(world.on("DELETE", "/devices", &off).await.status, 200);
    assert_eq!(world.on("GET", "", &Value::Null).await.json()["devices"], 0);
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_ends_in_between_goes_on_where_it_was() {
    let mut world = World::new("kept").await;
    let key = world.on("GET", "", &Value::Null).await.json()["key"].clone();
    world.turn_on(&one_rule()).await;
    world.receiver.answer(&["503 No\r\n"]);
    world.until(30).await;
    assert_eq!(world.receiver.take().len(), 1);
    world.restart().await;
    assert_eq!(world.on("GET", "", &Value::Null).await.json()["key"], key, "the key stays");
    world.until(32).await;
    let pushes = world.receiver.take();
    assert_eq!(pushes.len(), 1, "what was on its way still is");
    verify(&pushes[0], key.as_str().unwrap());
    world.until(40).await;
    world.restart().await;
    world.until(44).await;
    assert_eq!(world.receiver.take().len(), 0, "and comes once");
    let told = json!({"n": 0, "due": morning() + 30 * MINUTE, "answer": "done"});
    assert_eq!(world.on("POST", "/answers", &told).await.json()["taken"], true);
    // The same rules again change nothing; others begin now.
    world.turn_on(&one_rule()).await;
    world.until(60).await;
    assert_eq!(world.written().await.len(), 1);
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_file_is_named_and_not_written_over() {
    let world = World::new("damaged").await;
    let file = world.file();
    std::fs::write(&file, b"{\"version\":1").unwrap();
    let means = counterpose_server::reminders::Means {
        keep: std::sync::Arc::new(counterpose_server::reminders::PrivateFile(file.clone())),
        now: std::sync::Arc::new(|| 0),
        zone: |_| None,
        titles: |_, _| counterpose_server::reminders::Titles { name: String::new(), entry: String::new() },
        services: counterpose_server::reminders::Services::default(),
        contact: String::new(),
    };
    let error = counterpose_server::Reminders::open(means).unwrap_err().to_string();
    assert!(error.contains("move the file away"), "{error}");
    assert_eq!(std::fs::read(&file).unwrap(), b"{\"version\":1");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_foreign_pages_and_foreign_addresses_are_refused() {
    let world = World::new("guarded").await;
    let path = format!("/api/v1/people/{PERSON}/reminders/devices");
    let body = world.device.subscription().to_string();
    for (headers, status) in [
        (vec![JSON, ("Host", "evil.example")], 421),
        (vec![JSON, ("Origin", "http://evil.example")], 403),
        (vec![JSON, ("Sec-Fetch-Site", "cross-site")], 403),
        (vec![("Content-Type", "text/plain")], 415),
    ] {
        let answer = world.ask("POST", &path, &headers, body.as_bytes()).await;
        assert_eq!(answer.status, status, "{headers:?}: {}", answer.text());
    }
    let stranger = format!("/api/v1/people/{}/reminders/devices", Uuid::from_u128(5));
    assert_eq!(world.ask("POST", &stranger, &[JSON], body.as_bytes()).await.status, 404);
    for endpoint in
        ["http://169.254.169.254/latest", "https://evil.example/push", "http://localhost:22/x", "file:///x"]
    {
        let mut foreign = world.device.subscription();
        foreign["endpoint"] = json!(endpoint);
        let answer = world.on("POST", "/devices", &foreign).await;
        assert_eq!(answer.status, 422, "{endpoint}");
        assert_eq!(answer.json()["type"], "/problems/bad-reminders");
    }
    for (field, value) in [("p256dh", "BAAA"), ("p256dh", "!"), ("auth", "AAAA"), ("auth", "")] {
        let mut foreign = world.device.subscription();
        foreign["keys"][field] = json!(value);
        assert_eq!(world.on("POST", "/devices", &foreign).await.status, 422, "{field} {value}");
    }
    let wish = |zone: &str, settings: Value| json!({"settings": settings, "zone": zone});
    let mut twice = one_rule();
    twice.rules.push(twice.rules[0].clone());
    for refused in [
        wish("Middle/Earth", json!(settings())),
        wish("", json!(settings())),
        wish("Europe/London", json!(twice)),
    ] {
        assert_eq!(world.on("PUT", "", &refused).await.status, 422, "{refused}");
    }
    assert_eq!(world.on("PUT", "", &json!({"settings": 1})).await.status, 400);
    assert_eq!(world.on("PATCH", "", &json!({})).await.status, 405);
    let about = world.on("GET", "", &Value::Null).await.json();
    assert_eq!((&about["devices"], &about["settings"]), (&json!(0), &Value::Null), "nothing of it went in");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_lies_behind_an_address_that_can_be_taken_back() {
    let mut world = World::new("calendar").await;
    world.turn_on(&settings()).await;
    let made = world.on("POST", "/calendar", &json!({})).await;
    let path = made.json()["path"].as_str().unwrap().to_owned();
    assert_eq!(path.len(), "/calendar/".len() + 43 + ".ics".len());
    let got = world.ask("GET", &path, &[], b"").await;
    assert_eq!((got.status, got.header("content-type")), (200, Some("text/calendar; charset=utf-8")));
    assert_eq!(got.header("cache-control"), Some("no-store"));
    let text = got.text();
    assert_eq!(text.matches("BEGIN:VALARM").count(), 2 + 8, "ten at night is quiet");
    assert!(text.contains("SUMMARY:Move for 5 minutes\r\n") && !text.contains("squeeze for"), "{text}");
    for private in ["glute", "pain", "back"] {
        assert!(!text.to_lowercase().contains(private), "{private}");
    }
    ics::read(&text, (0, i64::MAX / 4), &TimeZone::UTC, &|_| None).unwrap();
    // The same pure writer that the command line uses.
    let feed = Feed { name: "Move", from: date(2026, 3, 10), made_ms: morning(), minutes: 5 };
    assert_eq!(text, feed::write(&feed, &settings(), |_| "Move for 5 minutes".to_owned()));

    let nowhere = world.ask("GET", "/calendar/", &[], b"").await;
    assert_eq!(nowhere.status, 404);
    let mut wrong = path.clone();
    wrong.replace_range(11..12, if &path[11..12] == "A" { "B" } else { "A" });
    for guess in [wrong.as_str(), "/calendar/.ics", "/calendar/x.ics", path.strip_suffix(".ics").unwrap()] {
        let answer = world.ask("GET", guess, &[], b"").await;
        assert_eq!(
            (answer.status, answer.json()["type"].as_str()),
            (404, Some("/problems/no-such-file")),
            "{guess}"
        );
    }
    let kept = std::fs::read_to_string(world.file()).unwrap();
    assert!(!kept.contains(&path["/calendar/".len()..30]), "only a hash is kept");
    world.restart().await;
    assert_eq!(world.ask("GET", &path, &[], b"").await.text(), text);

    let next = world.on("POST", "/calendar", &json!({})).await.json()["path"].as_str().unwrap().to_owned();
    assert_eq!(world.ask("GET", &path, &[], b"").await.status, 404, "a new address ends the old");
    assert_eq!(world.ask("GET", &next, &[], b"").await.status, 200);
    assert_eq!(world.on("DELETE", "/calendar", &json!({})).await.status, 200);
    assert_eq!(world.ask("GET", &next, &[], b"").await.status, 404);
    world.end().await;
}
