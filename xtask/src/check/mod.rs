//! `cargo xtask check`: the rules of this repository that a machine can hold.
//!
//! Each rule is a function from what it looks at to a list of findings, with a test that it can find something.
//! What needs the product's own code (texts, catalogue, claims) is checked by the tests of the crate that has it.

pub mod allowed;
mod graph;
mod licence;
mod map;
mod purity;
mod source;

use std::fs;

use cargo_metadata::{Metadata, MetadataCommand};

use crate::shell::{self, During, Outcome, failure};
use crate::{place, table};

/// What one rule found: nothing is good.
pub type Findings = Vec<String>;

/// How many rules held and how many did not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// Rules without a finding.
    pub passed: usize,
    /// Rules with one or more.
    pub failed: usize,
}

/// What to do besides looking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// First rewrite the generated blocks of ARCHITECTURE.md.
    pub write: bool,
    /// Leave out what has to compile.
    pub quick: bool,
}

/// Runs every rule and prints what they found.
pub fn run(wish: Wish) -> Outcome<Held> {
    let metadata = metadata()?;
    let architecture = place::root().join("ARCHITECTURE.md");
    let mut text = fs::read_to_string(&architecture).during(|| format!("read {}", architecture.display()))?;
    if wish.write {
        text = map::rewrite(&text, &metadata).map_err(failure)?;
        fs::write(&architecture, &text).during(|| format!("write {}", architecture.display()))?;
    }
    let sources = source::read(&place::root())?;
    let crates = graph::crates(&metadata);
    let mut rules: Vec<(&str, Findings)> = vec![
        ("format", of_command(shell::cargo().args(["fmt", "--all", "--", "--check"]))),
        ("layers", graph::layers(&crates)),
        ("allowed dependencies", graph::allowed(&crates)),
        ("pure crates reach nothing impure", graph::pure_closure(&metadata)),
        ("code map", map::check(&text, &metadata)),
        ("invariants name their tests", map::invariants(&text, &sources)),
        ("modules open with a doc line", source::doc_lines(&sources)),
        ("length of files", source::lengths(&sources)),
        ("pure crates name nothing impure", purity::check(&sources)),
        ("licences", licence::check(&metadata)),
    ];
    if !wish.quick {
        rules.push(("clippy", clippy()));
    }
    let mut held = Held::default();
    for (name, findings) in &rules {
        let mark = if findings.is_empty() { "ok" } else { "FAILED" };
        println!("{:<40} {mark}", format!("check: {name}"));
        for finding in findings {
            println!("  {finding}");
        }
        if findings.is_empty() {
            held.passed += 1;
        } else {
            held.failed += 1;
        }
    }
    println!("{:<40} not checked: the list of advisories is not fetched here", "check: advisories");
    println!("check: {}", table::counts(held.passed, held.failed, 0));
    Ok(held)
}

fn metadata() -> Outcome<Metadata> {
    MetadataCommand::new()
        .manifest_path(place::root().join("Cargo.toml"))
        .other_options(vec!["--locked".to_owned()])
        .exec()
        .during(|| "read the workspace with cargo metadata".to_owned())
}

fn clippy() -> Findings {
    let words = ["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    of_command(shell::cargo().args(words))
}

fn of_command(command: &mut std::process::Command) -> Findings {
    shell::read(command).err().map(|failure| failure.to_string()).into_iter().collect()
}
