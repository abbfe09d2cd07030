//! Every linked crate carries a licence that ours can live with.
//!
//! Reads the SPDX expressions of `cargo metadata`. What it does not do: look for known faults in the crates; the list
//! of those has to be fetched, and machines without a network are told that it was not checked.

use cargo_metadata::Metadata;

use super::Findings;
use super::allowed::LICENCES;

/// Crates whose licence is missing or not on the list.
pub fn check(metadata: &Metadata) -> Findings {
    let packages = metadata.packages.iter().filter(|package| package.source.is_some());
    packages
        .filter_map(|package| {
            judge(&package.name, package.license.as_deref(), package.license_file.is_some())
        })
        .collect()
}

fn judge(name: &str, licence: Option<&str>, has_file: bool) -> Option<String> {
    match licence {
        Some(expression) if fits(expression) => None,
        Some(expression) => Some(format!("{name}: the licence `{expression}` is not on the list")),
        None if has_file => Some(format!("{name}: has a licence file but no expression to check")),
        None => Some(format!("{name}: no licence")),
    }
}

/// Whether an expression can be met with licences of the list. What cannot be read does not fit.
fn fits(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, at: 0 };
    reader.any().is_some_and(|met| met && reader.at == words.len())
}

struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
}

impl Reader<'_> {
    fn takes(&mut self, word: &str) -> bool {
        let here = self.words.get(self.at) == Some(&word);
        self.at += usize::from(here);
        here
    }

    fn any(&mut self) -> Option<bool> {
        let mut met = self.all()?;
        while self.takes("OR") {
            met |= self.all()?;
        }
        Some(met)
    }

    fn all(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.takes("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.takes("(") {
            let met = self.any()?;
            return self.takes(")").then_some(met);
        }
        let name = *self.words.get(self.at)?;
        self.at += 1;
        if self.takes("WITH") {
            let exception = *self.words.get(self.at)?;
            self.at += 1;
            let both = format!("{name} WITH {exception}");
            return Some(LICENCES.contains(&both.as_str()));
        }
        Some(LICENCES.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_needs_one_good_licence_and_a_sum_needs_all() {
        assert!(fits("MIT OR GPL-3.0-only"));
        assert!(fits("MIT/Apache-2.0"));
        assert!(fits("(MIT OR GPL-2.0-only) AND Unicode-3.0"));
        assert!(fits("Apache-2.0 WITH LLVM-exception OR Apache-2.0"));
        assert!(!fits("MIT AND GPL-3.0-only"));
        assert!(!fits("GPL-3.0-only"));
        assert!(!fits("Apache-2.0 WITH Something-exception"));
        for broken in ["", "MIT OR", "(MIT", "MIT MIT"] {
            assert!(!fits(broken), "{broken}");
        }
    }

    #[test]
    fn a_crate_without_a_licence_is_found() {
        assert!(judge("x", None, false).is_some() && judge("x", None, true).is_some());
        assert!(judge("x", Some("AGPL-3.0-only"), false).unwrap().contains("AGPL"));
        assert_eq!(judge("x", Some("MIT"), false), None);
    }
}
