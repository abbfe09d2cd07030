//! What a person must be able to do, start to end, in a real browser against the shipped binary.
//!
//! `COUNTERPOSE_BIN` names the binary; without it, or without a browser, everything is skipped.

use std::process::ExitCode;

use e2e::browser::Look;
use e2e::runner::{self, Runner};
use e2e::world::{Given, World};
use e2e::{Outcome, expect};

const AT_ONCE: usize = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let given = match Given::from_environment() {
        Ok(given) => given,
        Err(missing) => {
            runner::skip(1, &missing.to_string());
            return ExitCode::SUCCESS;
        }
    };
    let runner = Runner::default().with("the_app_opens", move || the_app_opens(given));
    if runner.run(AT_ONCE).await { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn the_app_opens(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::PHONE).await?;
    let mut person = world.person();
    person.open("/").await?;
    let heading = person.heading().await?;
    expect!(!heading.is_empty(), "the page has no heading");
    world.end().await
}
