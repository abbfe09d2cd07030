//! Two people on one household's server: links, an own journal each, and nothing for anybody else.

use std::time::Duration;

use e2e::axe;
use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::person::{Person, Role};
use e2e::words::{word, word_with};
use e2e::world::{Given, World};
use e2e::{Outcome, expect, http, wait};

const PASSWORD: &str = "kettle-orbit-fern";
const SYNC_WITHIN: Duration = Duration::from_secs(60);

pub async fn two_people_share_one_server_and_a_stranger_gets_nothing(given: Given) -> Outcome<()> {
    let world = World::household(&given, Look::PHONE).await?;
    let origin = world.server.origin();
    let port = world.server.port();

    // Somebody of the network: asked to log in, and nothing else is to be had.
    for path in
        ["/api/v1/hello", "/api/v1/account", "/api/v1/people/00000000-0000-0000-0000-000000000001/entries"]
    {
        let answer = http::get(port, path).await?;
        expect!(answer.status == 401, "a stranger gets {} at {path}", answer.status);
    }
    let mut anna = Person::new(&world.browser, origin.clone());
    anna.open("/").await?;
    anna.find(Role::Heading, &word("account-log-in-heading")).await?;
    sound(&world, &anna, "log-in").await?;
    anna.enter(&word("account-name"), "Anna").await?;
    anna.enter(&word("account-password"), "a guess of mine").await?;
    anna.press(&word("account-log-in")).await?;
    anna.read(&word("account-trouble-failed")).await?;

    // The first account, by the link the server printed; what was typed wrongly costs nothing.
    anna.open(&world.server.invitation().await?).await?;
    anna.find(Role::Heading, &word("account-join-heading")).await?;
    sound(&world, &anna, "invitation").await?;
    anna.enter(&word("account-name"), "Anna").await?;
    anna.enter(&word("account-password-new"), "short").await?;
    anna.press(&word("account-join")).await?;
    anna.read(&word("account-trouble-weak")).await?;
    // The wrong password and the weak one were refused, as they should be; the browser notes both.
    world.browser.complaints().await?;
    anna.enter(&word("account-password-new"), PASSWORD).await?;
    anna.press(&word("account-join")).await?;
    wait::until("the link to leave the address bar", || async {
        Ok((!anna.path().await?.contains("invitation")).then_some(()))
    })
    .await?;
    first_visit::complete(&mut anna, Visitor::DRIVER).await?;
    anna.open("/settings").await?;
    copied(&mut anna).await?;

    // Bert, on his own device.
    let second = world.another_browser(Look::DESKTOP).await?;
    {
        let mut bert = Person::new(&second, origin.clone());
        bert.open(&world.server.invite().await?).await?;
        bert.enter(&word("account-name"), "Bert").await?;
        bert.enter(&word("account-password-new"), PASSWORD).await?;
        bert.press(&word("account-join")).await?;
        // He sees nothing of Anna's: his first visit is still before him.
        bert.find(Role::Press, &word("welcome-begin")).await?;
        bert.open("/account").await?;
        bert.find(Role::Heading, &word_with("account-heading", &[("name", "Bert")])).await?;
        let faults = axe::findings(&second).await?;
        expect!(faults.is_empty(), "the account page on a desk: {faults:?}");

        // Anna on a further device finds what she answered; there Bert's account is ended first.
        bert.press(&word("account-log-out")).await?;
        bert.find(Role::Heading, &word("account-log-in-heading")).await?;
        bert.enter(&word("account-name"), "anna").await?;
        bert.enter(&word("account-password"), PASSWORD).await?;
        bert.press(&word("account-log-in")).await?;
    }
    {
        let mut anna_there = Person::new(&second, origin);
        anna_there.open("/account").await?;
        anna_there.find(Role::Heading, &word_with("account-heading", &[("name", "Anna")])).await?;
    }
    second.quit().await?;

    // Her devices, and one of them logged out from here.
    anna.open("/account").await?;
    anna.find(Role::Heading, &word_with("account-heading", &[("name", "Anna")])).await?;
    sound(&world, &anna, "account").await?;
    let end = word("account-device-end");
    let end = end.split('{').next().unwrap_or_default().trim_end().to_owned() + " Chrome";
    anna.press(&end).await?;
    wait::until("the other device to be gone", || async {
        Ok((!anna.sees(Role::Press, &end).await?).then_some(()))
    })
    .await?;
    drop(anna);
    world.end().await
}

/// A page without a fault, with a picture of it.
async fn sound(world: &World, person: &Person<'_>, name: &str) -> Outcome<()> {
    let faults = axe::findings(&world.browser).await?;
    expect!(faults.is_empty(), "{name}: {faults:?}");
    std::fs::create_dir_all(&world.given.pictures)?;
    person.browser().web().screenshot(&world.given.pictures.join(format!("household-{name}.png"))).await?;
    Ok(())
}

/// Everything noted here is on the server too.
async fn copied(person: &mut Person<'_>) -> Outcome<()> {
    wait::until_within(SYNC_WITHIN, "everything to be copied", || async {
        Ok(person.text().await?.contains(&word("setting-data-server")).then_some(()))
    })
    .await
}
