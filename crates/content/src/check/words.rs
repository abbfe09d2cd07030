//! The English words that are never used: those that promise, and those that frighten.
//!
//! Whole words and their forms, so that "heal" is refused and "health" is not. Two exceptions: the statement of
//! intended use, which says what the program does not do, and titles quoted between “ and ”. Other languages have
//! their own lists when they come.

use super::{Catalogue, Report, Rule};

/// Words that are never used, as whole words, openings of words (`damag…`) or phrases.
pub const FORBIDDEN: [Word; 20] = [
    Word::Whole("cure"),
    Word::Whole("cures"),
    Word::Whole("cured"),
    Word::Whole("curing"),
    Word::Whole("heal"),
    Word::Whole("heals"),
    Word::Whole("healed"),
    Word::Whole("healing"),
    Word::Opening("treat"),
    Word::Opening("therap"),
    Word::Whole("patient"),
    Word::Whole("patients"),
    Word::Opening("prescri"),
    Word::Opening("proven"),
    Word::Opening("misalign"),
    Word::Opening("imbalanc"),
    Word::Opening("damag"),
    Word::Opening("unstab"),
    Word::Phrase("out of place"),
    Word::Phrase("weak glutes"),
];

/// How a forbidden word is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Just this word.
    Whole(&'static str),
    /// Every word that opens like this.
    Opening(&'static str),
    /// These words in this order.
    Phrase(&'static str),
}

/// The first forbidden word in a text; quoted titles are left out.
#[must_use]
pub fn forbidden_word(text: &str) -> Option<&'static str> {
    let plain: String = without_quoted(text).to_lowercase();
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let joined = format!(" {} ", words.join(" "));
    FORBIDDEN.iter().find_map(|forbidden| match *forbidden {
        Word::Whole(word) => words.contains(&word).then_some(word),
        Word::Opening(head) => words.iter().any(|word| word.starts_with(head)).then_some(head),
        Word::Phrase(phrase) => joined.contains(&format!(" {phrase} ")).then_some(phrase),
    })
}

fn without_quoted(text: &str) -> String {
    let mut quoted = false;
    text.chars()
        .filter(|letter| {
            quoted = match letter {
                '“' => true,
                '”' => false,
                _ => quoted,
            };
            !quoted
        })
        .collect()
}

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    for (key, message) in catalogue.texts.get("en").into_iter().flatten() {
        if key.starts_with("intended-use") {
            continue;
        }
        if let Some(word) = forbidden_word(&message.words) {
            report.add(
                Rule::ForbiddenWord,
                key,
                format!("uses \"{word}\"; say it without promise or fright"),
            );
        }
    }
}
