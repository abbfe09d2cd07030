//! `cargo xtask test`: every proof there is, in stages, with one table and one line at the end.
//!
//! A stage that fails does not stop the others, except those that need what it makes. Nothing is skipped in silence:
//! what could not run is counted, and continuous integration (`CI` set) takes no skips.

mod counts;
mod interop;
mod stages;

use std::time::{Duration, Instant};

use crate::packages::Install;
use crate::shell::{Outcome, failure};
use crate::table;

pub use counts::Tally;

/// Longer than this, and the run is a failure of its own.
const LIMIT: Duration = Duration::from_secs(35 * 60);

/// What a finished stage was.
struct Finished {
    name: &'static str,
    took: Duration,
    tally: Tally,
    note: Option<String>,
}

/// Runs the stages whose names are given, all without names; `passed_on` goes to the journeys as filters.
pub fn run(names: &[String], passed_on: &[String], install: Install) -> Outcome<()> {
    let all = stages::all();
    if let Some(unknown) = names.iter().find(|name| !all.iter().any(|stage| stage.name == name.as_str())) {
        let known: Vec<&str> = all.iter().map(|stage| stage.name).collect();
        return Err(failure(format!("there is no stage `{unknown}`; there are {}", known.join(", "))));
    }
    let started = Instant::now();
    let mut made = stages::Made::new(install, passed_on.to_vec());
    let mut finished = Vec::new();
    for stage in all.iter().filter(|stage| names.is_empty() || names.iter().any(|name| name == stage.name)) {
        println!("\n== {}: {}", stage.name, stage.what);
        let began = Instant::now();
        let (tally, note) = match (stage.run)(&mut made) {
            Ok(tally) => (tally, None),
            Err(failure) => {
                println!("{failure}");
                (Tally::failed(), failure.to_string().lines().next().map(str::to_owned))
            }
        };
        finished.push(Finished { name: stage.name, took: began.elapsed(), tally, note });
    }
    let total = print_table(&finished);
    verdict(total, started.elapsed(), is_ci(std::env::var("CI").ok().as_deref()))
}

/// Takes every picture anew, those of the documents too.
pub fn screenshots(install: Install) -> Outcome<()> {
    let tally = stages::pictures(&mut stages::Made::new(install, Vec::new()))?;
    println!("{}", table::counts(tally.passed, tally.failed, tally.skipped));
    if tally.failed + tally.skipped == 0 { Ok(()) } else { Err(failure("not every picture was taken")) }
}

fn print_table(finished: &[Finished]) -> Tally {
    println!("\n{:<12} {:>8} {:>7} {:>7} {:>8}", "stage", "seconds", "passed", "failed", "skipped");
    let mut total = Tally::default();
    for Finished { name, took, tally, note } in finished {
        let note = note.as_deref().unwrap_or_default();
        println!(
            "{name:<12} {:>8.1} {:>7} {:>7} {:>8}  {note}",
            took.as_secs_f64(),
            tally.passed,
            tally.failed,
            tally.skipped
        );
        total = total.plus(*tally);
    }
    let seconds: f64 = finished.iter().map(|stage| stage.took.as_secs_f64()).sum();
    println!("{:<12} {seconds:>8.1}\n", "in all");
    println!("{}", table::counts(total.passed, total.failed, total.skipped));
    total
}

fn verdict(total: Tally, took: Duration, ci: bool) -> Outcome<()> {
    if total.failed > 0 {
        return Err(failure(format!("{} failed", total.failed)));
    }
    if ci && total.skipped > 0 {
        return Err(failure(format!("{} skipped, and continuous integration takes no skips", total.skipped)));
    }
    if took > LIMIT {
        let minutes = took.as_secs() / 60;
        return Err(failure(format!("took {minutes} minutes; at most {} are allowed", LIMIT.as_secs() / 60)));
    }
    Ok(())
}

fn is_ci(value: Option<&str>) -> bool {
    value.is_some_and(|value| !matches!(value, "" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skips_are_fine_at_home_and_not_in_integration() {
        let skipped = Tally { passed: 9, failed: 0, skipped: 1 };
        assert!(verdict(skipped, Duration::ZERO, false).is_ok());
        assert!(verdict(skipped, Duration::ZERO, true).is_err());
        assert!(is_ci(Some("true")) && !is_ci(Some("false")) && !is_ci(None));
    }

    #[test]
    fn one_failure_or_too_much_time_fails_the_run() {
        let good = Tally { passed: 9, failed: 0, skipped: 0 };
        assert!(verdict(good, LIMIT, true).is_ok());
        assert!(verdict(good, LIMIT + Duration::from_secs(1), true).is_err());
        assert!(verdict(Tally { failed: 1, ..good }, Duration::ZERO, false).is_err());
    }
}
