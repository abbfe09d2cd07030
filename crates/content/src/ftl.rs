//! A line reader for Fluent files: which keys stand where, and the words under each.
//!
//! Enough for finding doubles and for the language rules, which look at every variant of a text and not only at
//! the one that would be shown. It does not resolve anything; formatting is the business of `texts`.

/// One message as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message<'a> {
    /// Its key.
    pub key: &'a str,
    /// The line it starts on, from 1.
    pub line: usize,
    /// The words of it, every line and every variant, without comments.
    pub words: String,
}

/// The messages of a file in order. Comments and blank lines are skipped; terms (keys opening with `-`) count too.
#[must_use]
pub fn messages(text: &str) -> Vec<Message<'_>> {
    let mut found: Vec<Message<'_>> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if line.starts_with([' ', '\t', '}', '[', '*']) {
            if let Some(message) = found.last_mut() {
                message.words.push(' ');
                message.words.push_str(line.trim());
            }
        } else if let Some((key, rest)) = line.split_once('=') {
            let (key, words) = (key.trim(), rest.trim().to_owned());
            found.push(Message { key, line: index + 1, words });
        }
    }
    found
}

/// How many words a person reads or hears in a text; a placeable counts as one.
#[must_use]
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lines_and_continued_words_are_found() {
        let found = messages(
            "# note\na-b = One\n    two\n\nc =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n",
        );
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].key, found[0].line, found[0].words.as_str()), ("a-b", 2, "One two"));
        assert!(found[1].words.contains("[one] x") && found[1].words.contains("*[other] y"));
    }

    #[test]
    fn a_dash_alone_is_no_word() {
        assert_eq!(word_count("Lift the hips – hold it"), 5);
    }
}
