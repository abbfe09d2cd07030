//! The language of what is printed: for people the one asked for with `--lang`, else the system's; for machines English
//! unless one is asked for, so that what they read does not hang on where they run.

use std::sync::OnceLock;

use counterpose_content::{Locale, Texts};

/// The language asked for, once the arguments are read.
static ASKED: OnceLock<Option<Locale>> = OnceLock::new();

/// Reads the value of `--lang`.
///
/// # Errors
/// When there is no such language.
pub fn named(tag: &str) -> Result<Locale, String> {
    Locale::known(tag).ok_or_else(|| {
        let all = Locale::OFFERED.map(Locale::tag).join(", ");
        format!("there is no language `{tag}`; there are {all}")
    })
}

/// Notes what the arguments asked for; the first call stands.
pub fn note(asked: Option<Locale>) {
    let _first = ASKED.set(asked);
}

/// The texts for somebody who reads the terminal.
pub fn for_people() -> Texts {
    let locale = match ASKED.get() {
        Some(Some(asked)) => *asked,
        Some(None) => of_system(|name| std::env::var(name).ok()),
        // Nothing read any arguments: a test.
        None => Locale::English,
    };
    Texts::new(locale)
}

/// The texts for a program that reads the answer.
pub fn for_machines() -> Texts {
    Texts::new(ASKED.get().copied().flatten().unwrap_or_default())
}

/// What POSIX says: the first of these that is set decides.
fn of_system(variable: impl Fn(&str) -> Option<String>) -> Locale {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set);
    value.and_then(|tag| Locale::known(&tag)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let system = |values: &'static [(&str, &str)]| {
            of_system(|name| {
                values.iter().find(|(one, _)| *one == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(system(&[("LANG", "de_DE.UTF-8")]), Locale::German);
        assert_eq!(system(&[("LC_ALL", "C.UTF-8"), ("LANG", "de_DE.UTF-8")]), Locale::English);
        assert_eq!(system(&[("LC_ALL", ""), ("LC_MESSAGES", "de"), ("LANG", "en_GB")]), Locale::German);
        assert_eq!(system(&[]), Locale::English);
    }

    #[test]
    fn an_unknown_language_is_refused_with_those_there_are() {
        assert_eq!(named("de"), Ok(Locale::German));
        assert!(named("tlh").unwrap_err().contains("en, de"));
    }
}
