//! Pure crates have no clock, no files, no threads, no network and no chance of their own.
//!
//! Looks at words in the sources; comments, modules under `#[cfg(test)]` and what follows `mod tests {` are left
//! out. A test may read a file; a rule may not.

use super::Findings;
use super::allowed::PURE;
use super::source::Source;

/// Words that only somebody impure needs.
const WORDS: &[&str] = &[
    "SystemTime",
    "time::Instant",
    "Instant::now",
    "std::fs",
    "std::thread",
    "std::net",
    "std::env",
    "std::process",
    "std::io",
    "rand::",
    "getrandom",
    "wasm_bindgen",
    "js_sys",
    "web_sys",
    "Zoned::now",
    "Timestamp::now",
    "now_v7",
    "new_v4",
    "RandomState",
    "println!",
    "HashMap",
    "HashSet",
];

/// Impure words in pure crates.
pub fn check(sources: &[Source]) -> Findings {
    let mut findings = Findings::new();
    let tests = test_modules(sources);
    let of_tests = |path: &str| tests.iter().any(|test| path.starts_with(test.as_str()));
    for source in sources.iter().filter(|source| is_pure(&source.path) && !of_tests(&source.path)) {
        for (number, line) in product_lines(&source.text) {
            for word in WORDS.iter().filter(|word| line.contains(**word)) {
                findings.push(format!(
                    "{}:{number} names {word}; a pure crate takes such things as arguments",
                    source.path
                ));
            }
        }
    }
    findings
}

fn is_pure(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.next() == Some("crates")
        && parts.next().is_some_and(|name| PURE.contains(&name))
        && parts.next() == Some("src")
}

/// How the paths of files begin whose module stands under `#[cfg(test)]`.
fn test_modules(sources: &[Source]) -> Vec<String> {
    let mut modules = Vec::new();
    for source in sources {
        let (folder, file) = source.path.rsplit_once('/').unwrap_or(("", &source.path));
        let stem = file.trim_end_matches(".rs");
        let folder = match stem {
            "lib" | "main" | "mod" => folder.to_owned(),
            _ => format!("{folder}/{stem}"),
        };
        let mut lines = source.text.lines().map(str::trim);
        while let Some(line) = lines.next() {
            if line == "#[cfg(test)]" {
                let next = lines.next().unwrap_or_default();
                let name = next.strip_prefix("pub(crate) ").unwrap_or(next).strip_prefix("mod ");
                if let Some(name) = name.and_then(|name| name.strip_suffix(';')) {
                    modules.extend([format!("{folder}/{name}.rs"), format!("{folder}/{name}/")]);
                }
            }
        }
    }
    modules
}

/// The lines that ship, with their numbers: no comments, and nothing from the test module on.
fn product_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim_start()))
        .take_while(|(_, line)| !line.starts_with("mod tests {"))
        .filter(|(_, line)| !line.starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&[Source { path: path.to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn a_clock_in_a_pure_crate_is_found() {
        assert_eq!(
            found("crates/coach/src/plan.rs", "//! Plans.\nlet now = std::time::SystemTime::now();"),
            1
        );
        assert_eq!(found("crates/coach/src/deep/er.rs", "use std::fs;"), 1);
    }

    #[test]
    fn comments_tests_and_shells_are_left_alone() {
        assert_eq!(found("crates/coach/src/plan.rs", "// no std::fs here"), 0);
        assert_eq!(found("crates/coach/src/plan.rs", "#[cfg(test)]\nmod tests { use std::fs; }"), 0);
        assert_eq!(found("crates/coach/tests/laws.rs", "use std::fs;"), 0);
        assert_eq!(found("crates/store/src/lib.rs", "use std::fs;"), 0);
    }

    #[test]
    fn a_file_is_a_test_only_where_its_parent_says_so() {
        let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
        let tests = source("crates/coach/src/plan/tests.rs", "use std::fs;");
        let says = source("crates/coach/src/plan.rs", "#[cfg(test)]\nmod tests;");
        let silent = source("crates/coach/src/plan.rs", "mod tests;");
        assert_eq!(check(&[says, Source { path: tests.path.clone(), text: tests.text.clone() }]).len(), 0);
        assert_eq!(check(&[silent, tests]).len(), 1);
    }
}
