//! The words on the screen, by their keys: read from the same files the app compiles in.
//!
//! A journey names keys, so rewording a button breaks no journey. Only plain lines are understood, which is what
//! buttons and headings are; plurals and selectors are not needed here.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// The English text of a key; a missing one comes back in brackets and is found nowhere on the screen.
#[must_use]
pub fn word(key: &str) -> String {
    word_in("en", key)
}

/// The text of a key in a language.
#[must_use]
pub fn word_in(language: &str, key: &str) -> String {
    static WORDS: OnceLock<BTreeMap<String, BTreeMap<String, String>>> = OnceLock::new();
    let languages = WORDS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/text");
        let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
        all.map(|entry| (entry.file_name().to_string_lossy().into_owned(), read(&entry.path()))).collect()
    });
    let word = languages.get(language).and_then(|words| words.get(key));
    word.cloned().unwrap_or_else(|| format!("⟦{key}⟧"))
}

/// The same with arguments in the place of `{ $name }`.
#[must_use]
pub fn word_with(key: &str, arguments: &[(&str, &str)]) -> String {
    arguments.iter().fold(word(key), |text, (name, value)| text.replace(&format!("{{ ${name} }}"), value))
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        words.extend(lines(&text));
    }
    // The name of the product is the one text that others quote.
    let brand = words.get("brand").cloned().unwrap_or_default();
    for text in words.values_mut() {
        *text = text.replace("{ brand }", &brand);
    }
    words
}

fn lines(text: &str) -> impl Iterator<Item = (String, String)> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, value)| (key.to_owned(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_lines_are_read_and_everything_else_is_left() {
        let text = "# a = b\ngo-on = Continue\nn =\n    { $n ->\n        [one] 1\n    }\n";
        assert_eq!(lines(text).collect::<Vec<_>>(), [("go-on".to_owned(), "Continue".to_owned())]);
        assert_eq!(word(["no-such-key"][0]), "⟦no-such-key⟧");
    }

    #[test]
    fn every_key_a_journey_names_has_its_words() {
        let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()];
        let mut named = 0;
        while let Some(folder) = open.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    open.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    for key in text.split("word(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                        assert!(!word(key).starts_with('⟦'), "{} names {key}", path.display());
                        named += 1;
                    }
                }
            }
        }
        assert!(named > 20);
    }
}
