//! What a server carries: entries, histories, open clients, people; and the sync simulation at its full size.
//!
//! The measuring itself is in `crates/cli/benches/server.rs` (the real binary over loopback) and
//! `crates/store/benches/people.rs` (the keepers with more and more people); both print a Markdown table. PostgreSQL is
//! started for it and syncs to the disk.

use std::time::Instant;

use crate::shell::{self, Outcome, failure};

/// What it measures.
pub const WHAT: &str = "entries synced, histories opened, memory, cost per person (--quick: small sizes; \
                        --people N: up to so many people, 1000000 without)";
/// What the other one does.
pub const SYNC_WHAT: &str = "100000 random schedules of a bad network, or as many as the word says";

/// How many schedules.
const SCHEDULES: &str = "100000";

/// Runs both parts.
pub fn run(words: &[String]) -> Outcome<()> {
    let people = match words {
        [] => "1000000",
        [quick] if quick == "--quick" => "1000",
        [people, number] if people == "--people" && number.parse::<u64>().is_ok() => number,
        _ => return Err(failure("cargo xtask bench server [--quick | --people N]")),
    };
    let size = if people == "1000" { "quick" } else { "full" };
    let mut over_loopback = shell::cargo();
    over_loopback.args([
        "bench",
        "--locked",
        "--package",
        "counterpose-cli",
        "--bench",
        "server",
        "--",
        size,
    ]);
    shell::run(&mut over_loopback)?;
    let mut with_people = shell::cargo();
    with_people.args([
        "bench",
        "--locked",
        "--package",
        "counterpose-store",
        "--bench",
        "people",
        "--",
        people,
    ]);
    shell::run(&mut with_people)
}

/// Runs the simulation of sync.
pub fn sync(words: &[String]) -> Outcome<()> {
    let schedules = match words {
        [] => SCHEDULES,
        [number] if number.parse::<u64>().is_ok() => number,
        _ => return Err(failure("cargo xtask bench sync [SCHEDULES]")),
    };
    let began = Instant::now();
    let mut command = shell::cargo();
    command.args([
        "test",
        "--locked",
        "--package",
        "counterpose-app",
        "--lib",
        "every_schedule_ends_at_the_union",
    ]);
    shell::run(command.env("COUNTERPOSE_SYNC_SCHEDULES", schedules))?;
    println!(
        "sync: {schedules} schedules ended at the union; {:.0} s, compiling included",
        began.elapsed().as_secs_f64()
    );
    Ok(())
}
