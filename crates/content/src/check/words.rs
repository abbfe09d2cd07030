//! The words that are never used: those that promise, and those that frighten. One list for each language.
//!
//! Whole words and their forms, so that "heal" is refused and "health" is not. Two exceptions: the statement of
//! intended use, which says what the program does not do, and titles in quotation marks (“…”, „…“).

use super::{Catalogue, Report, Rule};

/// English words that are never used, as whole words, openings of words (`damag…`) or phrases.
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

/// German words that are never used. Their forms are many, so most stand as openings.
pub const FORBIDDEN_GERMAN: [Word; 43] = [
    // cure, heal
    Word::Whole("heil"),
    Word::Whole("heile"),
    Word::Whole("heilen"),
    Word::Whole("heilt"),
    Word::Whole("heilte"),
    Word::Opening("heilend"),
    Word::Opening("heilung"),
    Word::Opening("heilsam"),
    Word::Opening("geheilt"),
    Word::Opening("verheil"),
    Word::Opening("ausheil"),
    Word::Opening("kurier"),
    Word::Opening("auskurier"),
    // treat, therapy, patient, prescribe
    Word::Opening("behand"),
    Word::Opening("therap"),
    Word::Opening("patient"),
    Word::Opening("verschreib"),
    Word::Opening("verschrieb"),
    Word::Opening("verordn"),
    // proven, guaranteed
    Word::Opening("bewiesen"),
    Word::Opening("nachgewiesen"),
    Word::Opening("erwiesen"),
    Word::Opening("garantier"),
    Word::Whole("garantie"),
    Word::Opening("wundermittel"),
    // misaligned, imbalance, out of place
    Word::Opening("fehlstell"),
    Word::Opening("fehlhalt"),
    Word::Opening("dysbalanc"),
    Word::Opening("ungleichgewicht"),
    Word::Opening("verschoben"),
    Word::Opening("ausgerenkt"),
    Word::Opening("blockade"),
    // damage, worn out, unstable
    Word::Opening("schaden"),
    Word::Opening("schäden"),
    Word::Opening("schädig"),
    Word::Opening("geschädigt"),
    Word::Opening("beschädig"),
    Word::Opening("verschleiß"),
    Word::Opening("kaputt"),
    Word::Opening("instabil"),
    Word::Phrase("schwaches gesäß"),
    Word::Phrase("schwache gesäßmuskeln"),
    Word::Phrase("schwacher po"),
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

/// The first forbidden word in an English text; quoted titles are left out.
#[must_use]
pub fn forbidden_word(text: &str) -> Option<&'static str> {
    forbidden_word_of(&FORBIDDEN, text)
}

/// The first word of a list in a text; quoted titles are left out.
#[must_use]
pub fn forbidden_word_of(list: &[Word], text: &str) -> Option<&'static str> {
    let plain: String = without_quoted(text).to_lowercase();
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let joined = format!(" {} ", words.join(" "));
    list.iter().find_map(|forbidden| match *forbidden {
        Word::Whole(word) => words.contains(&word).then_some(word),
        Word::Opening(head) => words.iter().any(|word| word.starts_with(head)).then_some(head),
        Word::Phrase(phrase) => joined.contains(&format!(" {phrase} ")).then_some(phrase),
    })
}

/// English quotes open with “ and close with ”, German ones open with „ and close with “.
fn without_quoted(text: &str) -> String {
    let mut quoted = false;
    text.chars()
        .filter(|letter| {
            quoted = match letter {
                '„' => true,
                '“' => !quoted,
                '”' => false,
                _ => quoted,
            };
            !quoted
        })
        .collect()
}

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    let lists: [(&str, &[Word]); 2] = [("en", &FORBIDDEN), ("de", &FORBIDDEN_GERMAN)];
    for (locale, list) in lists {
        for (key, message) in catalogue.texts.get(locale).into_iter().flatten() {
            if key.starts_with("intended-use") {
                continue;
            }
            if let Some(word) = forbidden_word_of(list, &message.words) {
                let message = format!("uses \"{word}\" in `{locale}`; say it without promise or fright");
                report.add(Rule::ForbiddenWord, key, message);
            }
        }
    }
}
