//! Speeds: `cargo xtask bench NAME` measures one thing in a release build and prints a line a person can read.
//!
//! One file a bench. A bench that has a floor fails below it; the tests of the repository only smoke the same
//! paths. A comparison with other programs is asked for with `--peers`.

mod body;
mod check;
mod server;
mod verdict;

use crate::shell::{Outcome, failure};

/// One bench: its name, what it measures, and how it is run with the words after its name.
struct Bench {
    name: &'static str,
    what: &'static str,
    run: fn(&[String]) -> Outcome<()>,
}

/// Every bench, in the order in which all of them run.
const BENCHES: &[Bench] = &[
    Bench { name: "check", what: check::WHAT, run: check::run },
    Bench { name: "verdict", what: verdict::WHAT, run: verdict::run },
    Bench { name: "body", what: body::WHAT, run: body::run },
    Bench { name: "server", what: server::WHAT, run: server::run },
    Bench { name: "sync", what: server::SYNC_WHAT, run: server::sync },
];

/// Runs one bench by name, or all of them.
pub fn run(words: &[String]) -> Outcome<()> {
    match words.split_first() {
        None => BENCHES.iter().try_for_each(|bench| (bench.run)(&[])),
        Some((name, rest)) => match BENCHES.iter().find(|bench| bench.name == name) {
            Some(bench) => (bench.run)(rest),
            None => Err(failure(format!("there is no bench `{name}`; there are:\n{}", list()))),
        },
    }
}

fn list() -> String {
    let lines: Vec<String> =
        BENCHES.iter().map(|bench| format!("  {:<10} {}", bench.name, bench.what)).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn benches_have_names_of_their_own_and_an_unknown_one_is_refused_with_the_list() {
        let names: std::collections::BTreeSet<_> = BENCHES.iter().map(|bench| bench.name).collect();
        assert_eq!(names.len(), BENCHES.len());
        let words = run(&["chekc".to_owned()]).err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(words.contains("chekc") && words.contains("check "), "{words}");
    }
}
