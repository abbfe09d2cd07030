//! The rules of the catalogue: every reference resolves, every claim is graded and sourced, every word is there.
//!
//! Reads a whole library and says everything that is wrong with it; `counterpose catalog check` prints that, and a
//! test holds the library of this repository to it. What it does not do: judge whether a dose or a tag is right for
//! a body. That is read by people, and held by the tests of the shut-out table.

mod evidence;
mod links;
mod parts;
mod selftests;
mod texts;
mod words;

use std::collections::BTreeMap;

use counterpose_body::spec::ExercisePoses;
use counterpose_coach::library::Library;
use counterpose_coach::selftest::SelfTest;

use crate::bundle::{Bundle, Card, TextFile};
use crate::ftl::{self, Message};

pub use parts::STARTER_SET;
pub use words::{FORBIDDEN, FORBIDDEN_GERMAN, Word, forbidden_word, forbidden_word_of};

/// A rule of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A link leads nowhere.
    BrokenLink,
    /// A step easier or harder is not linked back.
    OneWayLink,
    /// A source that is named does not exist.
    MissingSource,
    /// An entry has no claim shown from both sides.
    OneSidedEvidence,
    /// A claim stands in the texts but nothing grades it, or speaks against without anything that speaks for it.
    UngradedClaim,
    /// A claim of a benefit, or a norm, rests on a source nobody here has read.
    UnverifiedClaim,
    /// A caution that does not say whose it is.
    UnlabelledCaution,
    /// Experience or reasoning graded as if it were a study.
    GradeTooHigh,
    /// A step or cue is longer than twelve words.
    LongCue,
    /// An education card is longer than ninety words.
    LongCard,
    /// A phase names a key pose that does not exist.
    MissingPose,
    /// A text is missing.
    MissingText,
    /// A text in another language takes other values, or chooses by other words, than in English.
    OtherValues,
    /// A target names a structure nobody knows.
    UnknownStructure,
    /// A member of the starter set carries a movement tag or is missing, or something else carries none.
    StarterSet,
    /// Two things of different kinds share an identifier.
    SharedId,
    /// A word that promises or frightens.
    ForbiddenWord,
    /// A home test is missing, or asks for something that its measure cannot hold.
    BadTest,
}

impl Rule {
    /// Its identifier.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BrokenLink => "broken-link",
            Self::OneWayLink => "one-way-link",
            Self::MissingSource => "missing-source",
            Self::OneSidedEvidence => "one-sided-evidence",
            Self::UngradedClaim => "ungraded-claim",
            Self::UnverifiedClaim => "unverified-claim",
            Self::UnlabelledCaution => "unlabelled-caution",
            Self::GradeTooHigh => "grade-too-high",
            Self::LongCue => "long-cue",
            Self::LongCard => "long-card",
            Self::MissingPose => "missing-pose",
            Self::MissingText => "missing-text",
            Self::OtherValues => "other-values",
            Self::UnknownStructure => "unknown-structure",
            Self::StarterSet => "starter-set",
            Self::SharedId => "shared-id",
            Self::ForbiddenWord => "forbidden-word",
            Self::BadTest => "bad-test",
        }
    }
}

/// Something wrong: which rule, with what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The entry or text key it is about.
    pub entry: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl core::fmt::Display for Finding {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {} [{}]", self.entry, self.message, self.rule.as_str())
    }
}

/// Everything wrong with a library and its texts, in a fixed order; empty where all is well.
#[must_use]
pub fn run(bundle: &Bundle, texts: &[TextFile]) -> Vec<Finding> {
    let catalogue = Catalogue::of(bundle, texts);
    let mut report = Report::default();
    links::check(&catalogue, &mut report);
    evidence::check(&catalogue, &mut report);
    parts::check(&catalogue, &mut report);
    selftests::check(&catalogue, &mut report);
    texts::check(&catalogue, &mut report);
    words::check(&catalogue, &mut report);
    report.findings.sort();
    report.findings.dedup();
    report.findings
}

/// A bundle with its texts by language and key.
struct Catalogue<'a> {
    library: &'a Library,
    poses: BTreeMap<&'a str, &'a ExercisePoses>,
    cards: &'a [Card],
    tests: &'a [SelfTest],
    texts: BTreeMap<&'a str, BTreeMap<&'a str, Message<'a>>>,
}

impl<'a> Catalogue<'a> {
    fn of(bundle: &'a Bundle, files: &'a [TextFile]) -> Self {
        let mut texts: BTreeMap<&str, BTreeMap<&str, Message<'_>>> = BTreeMap::new();
        for file in files {
            let of_locale = texts.entry(&file.locale).or_default();
            of_locale.extend(ftl::messages(&file.text).into_iter().map(|message| (message.key, message)));
        }
        Self {
            library: &bundle.library,
            poses: bundle.poses.iter().map(|(id, poses)| (id.as_str(), poses)).collect(),
            cards: &bundle.cards,
            tests: &bundle.tests,
            texts,
        }
    }

    /// The English words under a key.
    fn english(&self, key: &str) -> Option<&str> {
        self.texts.get("en").and_then(|texts| texts.get(key)).map(|message| message.words.as_str())
    }
}

#[derive(Default)]
struct Report {
    findings: Vec<Finding>,
}

impl Report {
    fn add(&mut self, rule: Rule, entry: &str, message: String) {
        self.findings.push(Finding { rule, entry: entry.to_owned(), message });
    }
}

#[cfg(test)]
mod tests;
