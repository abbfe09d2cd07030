//! The stages, in order: what each does and what it leaves for the next.

use std::path::PathBuf;
use std::process::Command;

use super::counts::{self, Tally};
use super::interop;
use crate::packages::Install;
use crate::shell::{self, Outcome, failure};
use crate::{browser, check, client, dist, place, postgres, run, wasm_std};

/// One stage.
pub struct Stage {
    /// Its name, as in `cargo xtask test NAME`.
    pub name: &'static str,
    /// What it does.
    pub what: &'static str,
    /// Does it.
    pub run: fn(&mut Made) -> Outcome<Tally>,
}

/// What stages made, for those after them.
pub struct Made {
    install: Install,
    passed_on: Vec<String>,
    client: Option<PathBuf>,
    binary: Option<PathBuf>,
}

impl Made {
    /// Nothing yet.
    pub const fn new(install: Install, passed_on: Vec<String>) -> Self {
        Self { install, passed_on, client: None, binary: None }
    }

    fn client(&mut self) -> Outcome<PathBuf> {
        if self.client.is_none() {
            self.client = Some(client::build(client::Profile::Full, self.install)?);
        }
        self.client.clone().ok_or_else(|| failure("there is no client"))
    }

    fn binary(&mut self) -> Outcome<PathBuf> {
        if self.binary.is_none() {
            let client = self.client()?;
            self.binary = Some(run::release(&client)?);
        }
        self.binary.clone().ok_or_else(|| failure("there is no binary"))
    }
}

/// All of them.
pub fn all() -> [Stage; 9] {
    [
        Stage { name: "packages", what: "what the system must have", run: packages },
        Stage { name: "check", what: "the rules of the repository", run: rules },
        Stage { name: "native", what: "every test that needs no browser", run: native },
        Stage { name: "client", what: "the browser client within its budget", run: the_client },
        Stage { name: "probe", what: "the core and the keeper inside Chromium", run: probe },
        Stage { name: "release", what: "the one release binary, client inside", run: release },
        Stage { name: "kill", what: "the server killed while it writes", run: kill },
        Stage { name: "interop", what: "what we say to other programs, checked by them", run: others },
        Stage { name: "journeys", what: "people at the app in Chromium", run: journeys },
    ]
}

fn packages(made: &mut Made) -> Outcome<Tally> {
    let way = wasm_std::ensure(made.install)?;
    println!("standard library for WASM: {way:?}");
    let browser = browser::ensure(made.install)?;
    let database = postgres::ensure(made.install)?;
    let of = |found: bool| if found { Tally::passed() } else { Tally { skipped: 1, ..Tally::default() } };
    Ok(Tally::passed().plus(of(browser)).plus(of(database)))
}

fn rules(_: &mut Made) -> Outcome<Tally> {
    let held = check::run(check::Wish::default())?;
    Ok(Tally { passed: held.passed, failed: held.failed, skipped: 0 })
}

fn native(_: &mut Made) -> Outcome<Tally> {
    let words = ["test", "--locked", "--workspace", "--exclude", "e2e", "--no-fail-fast"];
    let product = counts::run(shell::cargo().args(words))?;
    // The machinery of the journeys has tests of its own; the journeys themselves have a stage.
    let machinery = counts::run(shell::cargo().args(["test", "--locked", "--package", "e2e", "--lib"]))?;
    Ok(product.plus(machinery))
}

fn the_client(made: &mut Made) -> Outcome<Tally> {
    made.client().map(|_| Tally::passed())
}

fn probe(made: &mut Made) -> Outcome<Tally> {
    let folder = client::probe(made.install)?;
    counts::run(e2e("probe").env("COUNTERPOSE_PROBE", folder))
}

fn release(made: &mut Made) -> Outcome<Tally> {
    made.binary().map(|_| Tally::passed())
}

fn kill(made: &mut Made) -> Outcome<Tally> {
    let binary = made.binary()?;
    counts::run(e2e("kill").env("COUNTERPOSE_BIN", binary))
}

fn others(made: &mut Made) -> Outcome<Tally> {
    let binary = made.binary()?;
    interop::run(&binary, made.install)
}

fn journeys(made: &mut Made) -> Outcome<Tally> {
    let binary = made.binary()?;
    let words = made.passed_on.clone();
    let static_host = dist::static_host(&made.client()?)?;
    counts::run(
        e2e("journeys")
            .arg("--")
            .args(words)
            .env("COUNTERPOSE_BIN", binary)
            .env("COUNTERPOSE_STATIC_HOST", static_host)
            .env("COUNTERPOSE_PICTURES", place::target().join("screenshots")),
    )
}

/// The journey that looks at every page, with the pictures of the documents.
pub fn pictures(made: &mut Made) -> Outcome<Tally> {
    browser::ensure(made.install)?;
    let binary = made.binary()?;
    counts::run(
        e2e("journeys")
            .args(["--", "every_page_is_sound"])
            .env("COUNTERPOSE_BIN", binary)
            .env("COUNTERPOSE_PICTURES", place::target().join("screenshots"))
            .env("COUNTERPOSE_DOCUMENTS", place::root().join("docs/screenshots")),
    )
}

fn e2e(test: &str) -> Command {
    let mut command = shell::cargo();
    command.args(["test", "--locked", "--package", "e2e", "--test", test]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_have_names_of_their_own() {
        let stages = all();
        let names: std::collections::BTreeSet<_> = stages.iter().map(|stage| stage.name).collect();
        assert_eq!(names.len(), stages.len());
    }
}
