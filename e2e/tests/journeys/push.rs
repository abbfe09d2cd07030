//! A reminder that comes as a push, with no page open.
//!
//! A browser's push address comes from its maker over the internet, which tests do not have. So the DevTools protocol
//! hands the push to the service worker, as the browser itself would after decrypting it; that what the server sends
//! can be decrypted is tested beside the server.

use std::time::Duration;

use e2e::browser::Look;
use e2e::person::Person;
use e2e::world::{Given, World};
use e2e::{Outcome, expect, wait};
use serde_json::{Value, json};

pub async fn a_push_reminds_with_the_page_closed(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::DESKTOP).await?;
    let origin = world.server.origin();
    let browser = &world.browser;
    {
        let mut person = Person::new(browser, origin.clone());
        person.open("/").await?;
        wait::until("the app to be ready for no network", || async {
            let ready =
                browser.script("return document.documentElement.dataset.offline === 'ready'", vec![]).await?;
            Ok((ready == Value::Bool(true)).then_some(()))
        })
        .await?;
    }
    browser
        .devtools(
            "Browser.setPermission",
            json!({"permission": {"name": "notifications"}, "setting": "granted", "origin": origin}),
        )
        .await?;
    // What turning reminders on leaves for the worker, by the same function; the browser gives no push address here.
    let left = browser
        .script(
            "return import('/push.js').then((push) => push.remember({ address: '/api/v1/people/x/reminders', \
             wish: { language: 'en' }, words: [{ title: 'A short move', body: 'Get up and walk.' }], \
             trial: { title: 'Trial', body: 'It works.' }, actions: [{ action: 'done', title: 'Done' }] }, 'key'))\
             .then(() => 'left', (error) => String(error))",
            vec![],
        )
        .await?;
    expect!(left == "left", "nothing was left for the worker: {left}");
    // The page is gone; only the worker is there.
    browser.web().goto("about:blank").await?;
    let due = 1_773_138_600_000_i64;
    browser.devtools("ServiceWorker.enable", json!({})).await?;
    deliver(&world, &origin, &json!({"v": 1, "n": 0, "due": due, "silent": false})).await?;
    deliver(&world, &origin, &json!({"v": 1, "n": 0, "due": due, "silent": false})).await?;
    deliver(&world, &origin, &json!({"v": 1, "n": null, "due": due, "silent": false})).await?;
    browser.web().goto(format!("{origin}/about")).await?;
    let shown = wait::until_within(Duration::from_secs(20), "two notes", || async {
        let shown = browser
            .script(
                "return navigator.serviceWorker.ready.then((it) => it.getNotifications())\
                 .then((all) => all.map((one) => [one.tag, one.title, one.body]))",
                vec![],
            )
            .await?;
        Ok(shown.as_array().filter(|shown| shown.len() == 2).cloned())
    })
    .await?;
    let reminder = json!(["counterpose-reminder", "A short move", "Get up and walk."]);
    expect!(shown.contains(&reminder), "the words of the rule are missing: {shown:?}");
    let trial = json!(["counterpose-trial", "Trial", "It works."]);
    expect!(shown.contains(&trial), "the words of the trial are missing: {shown:?}");
    world.end().await
}

/// Gives a push to the worker of the first registration of a fresh profile.
async fn deliver(world: &World, origin: &str, said: &Value) -> Outcome<()> {
    let parameters = json!({"origin": origin, "registrationId": "0", "data": said.to_string()});
    let delivered = world.browser.devtools("ServiceWorker.deliverPushMessage", parameters).await;
    delivered.map(drop).map_err(|error| error.during("deliver a push"))
}
