//! What people who belong here can do.

use counterpose_journal::contract::sample;
use counterpose_journal::sync::{PROTOCOL, Push};
use serde_json::json;
use uuid::Uuid;

use crate::world::{OWNER, PASSWORD, Question, Way, World, cookie, entries, is_problem};

const DAY_MS: i64 = 86_400_000;
const BERT: Uuid = Uuid::from_u128(0xb2);

fn push(n: u64) -> serde_json::Value {
    serde_json::to_value(Push { protocol: PROTOCOL, entries: vec![sample(n)] }).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_person_cannot_read_or_write_anothers_journal() {
    let world = World::new(Way::Household).await;
    let anna = world.join(OWNER, "Anna", true).await;
    let bert = world.join(BERT, "Bert", false).await;
    let hello = world.ask(Question::get("/api/v1/hello").cookie(&anna)).await.json();
    assert_eq!((&hello["person"], &hello["account"]), (&json!(OWNER), &json!("Anna")));
    let hello = world.ask(Question::get("/api/v1/hello").cookie(&bert)).await.json();
    assert_eq!((&hello["person"], &hello["account"]), (&json!(BERT), &json!("Bert")));

    let written = world.ask(Question::post(&entries(OWNER), &push(1)).cookie(&anna)).await;
    assert_eq!(written.json()["added"], 1, "{}", written.text());
    let written = world.ask(Question::post(&entries(BERT), &push(2)).cookie(&bert)).await;
    assert_eq!(written.json()["added"], 1);

    // Another's journal answers like one that is not there, whether it is or not.
    for person in [OWNER, Uuid::from_u128(0xdead)] {
        is_problem(&world.ask(Question::get(&entries(person)).cookie(&bert)).await, 404, "no-such-person");
        let write = Question::post(&entries(person), &push(3)).cookie(&bert);
        is_problem(&world.ask(write).await, 404, "no-such-person");
    }
    for odd in [format!("/api/v1/people/{BERT}%2F../{OWNER}/entries"), "/api/v1/people//entries".to_owned()] {
        assert_eq!(world.ask(Question::get(&odd).cookie(&bert)).await.status, 404, "{odd}");
    }
    let kept = world.ask(Question::get(&entries(OWNER)).cookie(&anna)).await.json();
    assert_eq!(kept["entries"].as_array().unwrap().len(), 1);
    assert_eq!(kept["entries"][0]["id"], json!(sample(1).id));
    let kept = world.ask(Question::get(&entries(BERT)).cookie(&bert)).await.json();
    assert_eq!(kept["entries"].as_array().unwrap().len(), 1);
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_this_machine_nobody_logs_in_and_others_may() {
    let world = World::new(Way::Loopback).await;
    let hello = world.ask(Question::get("/api/v1/hello")).await.json();
    assert_eq!(hello["person"], json!(OWNER));
    assert!(hello.get("account").is_none());
    assert_eq!(world.ask(Question::post(&entries(OWNER), &push(1))).await.json()["added"], 1);
    // A second person of the household, by a link from the first.
    let link = world.ask(Question::post("/api/v1/account/invitations", &json!({}))).await.json();
    let token = link["path"].as_str().unwrap().strip_prefix("/#/invitation/").unwrap().to_owned();
    let body = json!({ "token": token, "name": "Bert", "password": PASSWORD });
    let answer = world.ask(Question::post("/api/v1/account/invitations/accept", &body)).await;
    let (bert, person) = (cookie(&answer), answer.json()["person"].as_str().unwrap().to_owned());
    assert_ne!(person, OWNER.to_string());
    let person: Uuid = person.parse().unwrap();
    assert_eq!(world.ask(Question::post(&entries(person), &push(2)).cookie(&bert)).await.json()["added"], 1);
    is_problem(&world.ask(Question::get(&entries(OWNER)).cookie(&bert)).await, 404, "no-such-person");
    is_problem(&world.ask(Question::get(&entries(person))).await, 404, "no-such-person");
    // Whoever had logged in does not become the owner when that ends.
    let out = world.ask(Question::post("/api/v1/account/log-out", &json!({})).cookie(&bert)).await;
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    is_problem(&world.ask(Question::get("/api/v1/hello").cookie(&bert)).await, 401, "log-in-needed");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_makes_one_account_and_only_in_time() {
    let world = World::new(Way::Household).await;
    let anna = world.join(OWNER, "Anna", true).await;
    let invited = world.ask(Question::post("/api/v1/account/invitations", &json!({})).cookie(&anna)).await;
    let path = invited.json()["path"].as_str().unwrap().to_owned();
    let token = path.strip_prefix("/#/invitation/").unwrap().to_owned();
    let look = |token: &str| Question::post("/api/v1/account/invitations/look", &json!({ "token": token }));
    assert_eq!(world.ask(look(&token)).await.json()["name"], json!(null));
    let accept = |name: &str, password: &str| {
        let body = json!({ "token": token, "name": name, "password": password });
        Question::post("/api/v1/account/invitations/accept", &body)
    };
    is_problem(&world.ask(accept("Bert", "short")).await, 422, "password-weak");
    is_problem(&world.ask(accept("  ", PASSWORD)).await, 422, "name-odd");
    is_problem(&world.ask(accept(" ANNA ", PASSWORD)).await, 409, "name-taken");
    let bert = world.ask(accept("Bert", PASSWORD)).await;
    assert_eq!(bert.status, 200, "{}", bert.text());
    is_problem(&world.ask(accept("Carl", PASSWORD)).await, 404, "no-invitation");
    is_problem(&world.ask(look(&token)).await, 404, "no-invitation");
    // Whoever was invited may not invite.
    let further = Question::post("/api/v1/account/invitations", &json!({})).cookie(&cookie(&bert));
    is_problem(&world.ask(further).await, 403, "may-not-invite");

    let late = world.ask(Question::post("/api/v1/account/invitations", &json!({})).cookie(&anna)).await;
    let late = late.json()["path"].as_str().unwrap().strip_prefix("/#/invitation/").unwrap().to_owned();
    world.pass_ms(7 * DAY_MS);
    is_problem(&world.ask(look(&late)).await, 404, "no-invitation");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn devices_are_listed_ended_and_forgotten_in_time() {
    let world = World::new(Way::Household).await;
    let first = world.join(OWNER, "Anna", true).await;
    world.join(BERT, "Bert", false).await;
    let second = cookie(&world.log_in("anna", PASSWORD, "192.0.2.1").await);
    let list = |cookie: &str| Question::get("/api/v1/account").cookie(cookie);
    let said = world.ask(list(&first)).await.json();
    assert_eq!((&said["name"], &said["may_invite"]), (&json!("Anna"), &json!(true)));
    let devices = said["devices"].as_array().unwrap().clone();
    assert_eq!(devices.len(), 2);
    assert_eq!(devices.iter().filter(|device| device["this"] == true).count(), 1);
    let other = devices.iter().find(|device| device["this"] == false).unwrap()["id"].clone();
    let end = Question::post("/api/v1/account/devices/end", &json!({ "id": other })).cookie(&first);
    assert_eq!(world.ask(end).await.json()["ended"], 1);
    is_problem(&world.ask(list(&second)).await, 401, "log-in-needed");

    // Another password ends all others at once.
    let third = cookie(&world.log_in("Anna", PASSWORD, "192.0.2.1").await);
    let change = |old: &str, new: &str| {
        Question::post("/api/v1/account/password", &json!({ "old": old, "new": new })).cookie(&first)
    };
    is_problem(&world.ask(change("wrong-wrong-wrong", "seven-bright-kites")).await, 403, "password-wrong");
    is_problem(&world.ask(change(PASSWORD, "annaannaanna")).await, 422, "password-weak");
    assert_eq!(world.ask(change(PASSWORD, "seven-bright-kites")).await.status, 200);
    is_problem(&world.ask(list(&third)).await, 401, "log-in-needed");
    assert_eq!(world.ask(list(&first)).await.status, 200);
    is_problem(&world.log_in("Anna", PASSWORD, "192.0.2.2").await, 401, "log-in-failed");
    assert_eq!(world.log_in("Anna", "seven-bright-kites", "192.0.2.2").await.status, 200);

    // A device that is used stays, with a cookie that ends later; one that is not, goes.
    let idle = cookie(&world.log_in("Anna", "seven-bright-kites", "192.0.2.3").await);
    for _ in 0..3 {
        world.pass_ms(70 * DAY_MS);
        let used = world.ask(Question::get("/api/v1/hello").cookie(&first)).await;
        assert_eq!(used.status, 200);
        assert!(used.header("set-cookie").is_some_and(|set| set.starts_with(&first)));
    }
    is_problem(&world.ask(list(&idle)).await, 401, "log-in-needed");
    world.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forgotten_password_is_mended_by_a_link_that_ends_every_session() {
    let world = World::new(Way::Household).await;
    let before = world.join(OWNER, "Anna", true).await;
    let token = world.link(OWNER, true).await;
    let look =
        world.ask(Question::post("/api/v1/account/invitations/look", &json!({ "token": token }))).await;
    assert_eq!(look.json()["name"], "Anna");
    let body = json!({ "token": token, "name": "Anna", "password": "seven-bright-kites" });
    let after = world.ask(Question::post("/api/v1/account/invitations/accept", &body)).await;
    assert_eq!(after.status, 200, "{}", after.text());
    is_problem(&world.ask(Question::get("/api/v1/hello").cookie(&before)).await, 401, "log-in-needed");
    let hello = world.ask(Question::get("/api/v1/hello").cookie(&cookie(&after))).await.json();
    assert_eq!(hello["person"], json!(OWNER));
    world.end().await;
}
