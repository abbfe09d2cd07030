//! The app as plain files on somebody's web space, below a path, with nothing of ours behind it.

use e2e::browser::{Browser, Look};
use e2e::page::first_visit::{self, Visitor};
use e2e::page::session;
use e2e::person::{Person, Role};
use e2e::static_files::StaticFiles;
use e2e::world::Given;
use e2e::{Failure, Outcome, expect, wait};

pub async fn any_web_host_can_serve_the_app_with_no_server_of_ours(given: Given) -> Outcome<()> {
    let folder = given
        .static_host
        .clone()
        .ok_or_else(|| Failure::new("COUNTERPOSE_STATIC_HOST does not name the folder of plain files"))?;
    let host = StaticFiles::serve_below(&folder, "/some/where").await?;
    let browser = Browser::start(&given.programs, None).await?;
    browser.look(Look::PHONE).await?;
    let mut person = Person::new(&browser, format!("{}/some/where", host.origin()));
    person.open("/").await?;
    first_visit::complete(&mut person, Visitor::DRIVER).await?;
    session::start_first(&mut person).await?;
    session::first_movement(&person).await?;
    session::skip_to_the_end(&mut person).await?;
    session::feedback(&mut person).await?;
    person.open("/settings").await?;
    person.read("There is no server behind this page").await?;
    // Nothing was asked of a server that is not there: every such answer would be a complaint of the page.
    let complaints = browser.complaints().await?;
    expect!(complaints.is_empty(), "the page complained: {}", complaints.join("; "));
    wait::until("the app to be stored for offline use", || async {
        let ready =
            browser.script("return document.documentElement.dataset.offline === 'ready'", vec![]).await?;
        Ok(ready.as_bool().filter(|ready| *ready))
    })
    .await?;
    // The host goes away; the app stays, with what was recorded.
    drop(host);
    person.open("/").await?;
    expect!(
        session::sees_tomorrow(&person).await?,
        "the session that was done is not there after a cold start"
    );
    expect!(!person.sees(Role::Heading, "Counterpose stopped").await?, "the app stopped");
    browser.quit().await
}
