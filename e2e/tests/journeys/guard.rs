//! The policy that keeps everything at home.

use e2e::browser::Look;
use e2e::http;
use e2e::world::{Given, World};
use e2e::{Outcome, expect};

/// Word for word; a single source more is a hole.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; media-src blob:; \
    connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";

pub async fn every_answer_of_the_server_carries_the_policy(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::DESKTOP).await?;
    let mut person = world.person();
    person.open("/").await?;
    let seen = world.proxy.seen();
    expect!(seen.len() > 4, "only {} requests to start the app", seen.len());
    let others = ["/api/v1/hello", "/no-such-file.js", "/some/old/address"].map(str::to_owned);
    let asked = seen.into_iter().filter(|request| request.method == "GET").map(|request| request.path);
    for path in asked.chain(others) {
        let answer = http::get(world.server.port(), &path).await?;
        let policy = answer.header("content-security-policy").unwrap_or_default().to_owned();
        expect!(policy == POLICY, "{path} ({}) carries the policy `{policy}`", answer.status);
        let sniff = answer.header("x-content-type-options").unwrap_or_default().to_owned();
        expect!(sniff == "nosniff", "{path} lets its type be guessed");
    }
    // The browser keeps to it: what is tried all the same is refused and never leaves.
    let tried = "const done = arguments[0]; fetch('http://example.org/').then(() => done('sent'), () => done('refused'))";
    let result = world.browser.web().execute_async(tried, vec![]).await?;
    expect!(result.json() == "refused", "a request to another origin was {}", result.json());
    expect!(world.proxy.strangers().is_empty(), "a request to another origin left the browser");
    // Its complaint about the attempt is what this journey wanted.
    world.browser.complaints().await?;
    world.end().await
}
