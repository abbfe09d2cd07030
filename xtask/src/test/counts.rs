//! Counting tests by the lines `cargo test` prints, while they are shown.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::shell::{self, During, Outcome};

/// How many tests went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
    /// Not run.
    pub skipped: usize,
}

impl Tally {
    /// One thing done and right.
    pub const fn passed() -> Self {
        Self { passed: 1, failed: 0, skipped: 0 }
    }

    /// One thing that went wrong.
    pub const fn failed() -> Self {
        Self { passed: 0, failed: 1, skipped: 0 }
    }

    /// Both together.
    pub const fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

/// Runs a command that prints what `cargo test` prints, shows it, and counts. A command that fails without a failed
/// test (it did not compile, it crashed) counts as one failure.
pub fn run(command: &mut Command) -> Outcome<Tally> {
    let words = shell::words(command);
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().during(|| format!("start `{words}`"))?;
    let mut tally = Tally::default();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let line = line.during(|| format!("read what `{words}` prints"))?;
        tally = tally.plus(of_line(&line).unwrap_or_default());
        if worth_showing(&line) {
            println!("{line}");
        }
    }
    let status = child.wait().during(|| format!("wait for `{words}`"))?;
    if !status.success() && tally.failed == 0 {
        println!("`{words}` failed ({status})");
        tally.failed = 1;
    }
    Ok(tally)
}

/// The counts of `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`.
fn of_line(line: &str) -> Option<Tally> {
    let counts = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |word: &str| {
        counts.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim().parse::<usize>().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored")? })
}

/// Thousands of passed tests hide the one that failed.
fn worth_showing(line: &str) -> bool {
    let passed = line.starts_with("test ") && line.ends_with(" ... ok");
    !(passed || line.is_empty() || line == "running 0 tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_are_read_from_the_standard_line_alone() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.1s";
        assert_eq!(of_line(line), Some(Tally { passed: 12, failed: 2, skipped: 1 }));
        assert_eq!(of_line("test result_is_kept ... ok"), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_command_that_dies_without_a_word_is_a_failure() {
        assert_eq!(run(Command::new("sh").args(["-c", "exit 3"])).unwrap(), Tally::failed());
        let told = "echo 'test result: FAILED. 1 passed; 1 failed; 0 ignored'; exit 101";
        assert_eq!(
            run(Command::new("sh").args(["-c", told])).unwrap(),
            Tally { passed: 1, failed: 1, skipped: 0 }
        );
    }

    #[test]
    fn what_failed_is_shown_and_what_passed_is_not() {
        assert!(worth_showing("test a ... FAILED") && worth_showing("test a ... ignored"));
        assert!(!worth_showing("test a ... ok"));
    }
}
