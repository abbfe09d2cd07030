//! The core inside a real browser: the same bits as here, and a keeper of journals that keeps its promises.
//!
//! `COUNTERPOSE_PROBE` names the folder that `cargo xtask test` builds; without it this is skipped.

use std::path::PathBuf;
use std::process::ExitCode;

use e2e::browser::{Browser, Programs};
use e2e::runner::{self, Runner};
use e2e::static_files::StaticFiles;
use e2e::{Outcome, expect};

/// Length and hash of the core's digest, as committed; the native test compares with the same file.
const DIGEST: &str = include_str!("../../fixtures/digest.txt");

const RUN: &str = r"
const [name, done] = [arguments[0], arguments[arguments.length - 1]];
const call = async () => {
  const glue = await import('/probe.js');
  await glue.default({ module_or_path: '/probe_bg.wasm' });
  return await glue[name]();
};
call().then(done, error => done('failed: ' + error));
";

#[tokio::main]
async fn main() -> ExitCode {
    let given = std::env::var_os("COUNTERPOSE_PROBE").map(PathBuf::from).zip(Programs::find());
    let Some((folder, programs)) = given else {
        runner::skip(2, "COUNTERPOSE_PROBE names no folder, or there is no Chromium with its driver");
        return ExitCode::SUCCESS;
    };
    let run = async move |name: &'static str, wanted: &'static str| -> Outcome<()> {
        let files = StaticFiles::serve(&folder).await?;
        let browser = Browser::start(&programs, None).await?;
        browser.web().goto(format!("{}/index.html", files.origin())).await?;
        let result = browser.web().execute_async(RUN, vec![name.into()]).await?;
        let answer = result.json().as_str().unwrap_or_default().trim().to_owned();
        browser.quit().await?;
        expect!(answer == wanted, "{name} answered `{answer}` instead of `{wanted}`");
        Ok(())
    };
    let (digest, contract) = (run.clone(), run);
    let runner = Runner::default()
        .with("the_core_gives_the_same_bits_in_the_browser", move || async move {
            digest("digest", DIGEST.trim()).await
        })
        .with("indexeddb_keeps_every_promise_of_a_keeper", move || async move {
            contract("contract", "kept").await
        });
    if runner.run(1).await { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
