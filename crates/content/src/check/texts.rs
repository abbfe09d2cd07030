//! Every text there must be, in every language there is, and the lengths that are kept.

use std::collections::BTreeSet;

use counterpose_coach::library::{Exercise, Grade, Habit, Laterality, Position, Purpose, Role};
use counterpose_coach::vocabulary::{Equipment, MovementTag};

use super::evidence::is_caution;
use super::{Catalogue, Report, Rule};
use crate::bundle::Card;
use crate::ftl::word_count;

const MOST_WORDS_IN_A_CUE: usize = 12;
const MOST_WORDS_ON_A_CARD: usize = 90;

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    missing(catalogue, report);
    only_elsewhere(catalogue, report);
    other_values(catalogue, report);
    too_long(catalogue, report);
}

fn missing(catalogue: &Catalogue<'_>, report: &mut Report) {
    let mut needed: BTreeSet<String> = needed(catalogue);
    for locale in ["en"].into_iter().chain(catalogue.texts.keys().copied()) {
        let have = catalogue.texts.get(locale);
        for key in &needed {
            if have.is_none_or(|texts| texts.get(key.as_str()).is_none_or(|text| text.words.is_empty())) {
                report.add(Rule::MissingText, key, format!("no text in `{locale}`; write it"));
            }
        }
        if locale == "en" {
            // Every other language must have what English has.
            needed.extend(have.into_iter().flat_map(|texts| texts.keys().map(|key| (*key).to_owned())));
        }
    }
}

/// What another language has and English has not.
fn only_elsewhere(catalogue: &Catalogue<'_>, report: &mut Report) {
    let Some(english) = catalogue.texts.get("en") else { return };
    for (locale, texts) in catalogue.texts.iter().filter(|(locale, _)| **locale != "en") {
        for key in texts.keys().filter(|key| !english.contains_key(*key)) {
            let message = format!("stands in `{locale}` but not in `en`; write it there or remove it");
            report.add(Rule::MissingText, key, message);
        }
    }
}

/// Texts that take other values than their English, name other texts, or choose by other words.
fn other_values(catalogue: &Catalogue<'_>, report: &mut Report) {
    let Some(english) = catalogue.texts.get("en") else { return };
    for (locale, texts) in catalogue.texts.iter().filter(|(locale, _)| **locale != "en") {
        for (key, message) in texts {
            let Some(original) = english.get(key) else { continue };
            let (here, there) = (marks(&message.words), marks(&original.words));
            if here != there {
                let message = format!("in `{locale}` it has {here:?}, in `en` {there:?}; make them the same");
                report.add(Rule::OtherValues, key, message);
            }
        }
    }
}

/// What a text takes (`$name`), names (`{ key }`) and chooses by (`[word]`). Plural categories are each language's own.
fn marks(words: &str) -> BTreeSet<String> {
    const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let mut found = BTreeSet::new();
    let inside = |open: char, close: char| {
        words.split(open).skip(1).filter_map(move |rest| rest.split(close).next()).map(str::trim)
    };
    found.extend(inside('[', ']').filter(|word| !PLURALS.contains(word)).map(|word| format!("[{word}]")));
    for placed in inside('{', '}') {
        let name = placed.split_whitespace().next().unwrap_or_default();
        if name.starts_with(|first: char| first == '$' || first.is_ascii_lowercase()) {
            found.insert(name.to_owned());
        }
    }
    found
}

/// The keys that the data of the library and its vocabularies ask for.
fn needed(catalogue: &Catalogue<'_>) -> BTreeSet<String> {
    let library = catalogue.library;
    let mut keys: BTreeSet<String> = BTreeSet::new();
    keys.extend(library.exercises.iter().flat_map(of_exercise));
    keys.extend(library.habits.iter().flat_map(of_habit));
    keys.extend(catalogue.cards.iter().flat_map(of_card));
    keys.extend(catalogue.tests.iter().flat_map(super::selftests::keys));
    let evidence = library
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.evidence)
        .chain(library.habits.iter().flat_map(|habit| &habit.evidence));
    for one in evidence {
        keys.insert(format!("claim-{}", one.claim));
        if !is_caution(&one.claim) {
            keys.insert(format!("change-{}", one.claim));
        }
    }
    keys.extend(library.sources.iter().map(|source| format!("found-{}", source.id)));
    keys.extend(Position::ALL.iter().map(|one| format!("position-{one}")));
    keys.extend(Purpose::ALL.iter().map(|one| format!("purpose-{one}")));
    keys.extend(Laterality::ALL.iter().map(|one| format!("laterality-{one}")));
    keys.extend(Role::ALL.iter().map(|one| format!("role-{one}")));
    keys.extend(Grade::ALL.iter().map(|one| format!("grade-{one}")));
    keys.extend(Equipment::ALL.iter().map(|one| format!("equipment-{one}")));
    keys.extend(MovementTag::ALL.iter().map(|one| format!("tag-{one}")));
    keys
}

fn of_exercise(exercise: &Exercise) -> Vec<String> {
    let id = &exercise.id;
    let fixed = ["name", "synonyms", "summary", "feel", "not-feel"].map(|part| format!("{id}-{part}"));
    fixed
        .into_iter()
        .chain((1..=exercise.steps).map(|step| format!("{id}-step-{step}")))
        .chain(exercise.phases.iter().map(|phase| format!("{id}-cue-{}", phase.id)))
        .chain(exercise.variants.iter().map(|variant| format!("{id}-variant-{}", variant.id)))
        .chain(exercise.stop.iter().map(|rule| format!("stop-{rule}")))
        .collect()
}

fn of_habit(habit: &Habit) -> Vec<String> {
    let id = &habit.id;
    let steps = (1..=habit.steps).map(|step| format!("{id}-step-{step}"));
    [format!("{id}-name"), format!("prompt-{}", habit.prompt)].into_iter().chain(steps).collect()
}

fn of_card(card: &Card) -> Vec<String> {
    let id = &card.id;
    let body = (card.steps == 0).then(|| format!("{id}-body"));
    let steps = (1..=card.steps).map(|step| format!("{id}-step-{step}"));
    [format!("{id}-title")].into_iter().chain(body).chain(steps).collect()
}

fn too_long(catalogue: &Catalogue<'_>, report: &mut Report) {
    let library = catalogue.library;
    let owners = library
        .exercises
        .iter()
        .map(|exercise| exercise.id.as_str())
        .chain(library.habits.iter().map(|habit| habit.id.as_str()))
        .chain(catalogue.cards.iter().map(|card| card.id.as_str()));
    let tests = catalogue.tests.iter().map(|test| test.key("step-"));
    let heads: Vec<String> =
        owners.flat_map(|id| [format!("{id}-step-"), format!("{id}-cue-")]).chain(tests).collect();
    for (locale, texts) in &catalogue.texts {
        for (key, message) in texts {
            let words = word_count(&message.words);
            if words > MOST_WORDS_IN_A_CUE && heads.iter().any(|head| key.starts_with(head.as_str())) {
                let message = format!("{words} words in `{locale}`; say it in {MOST_WORDS_IN_A_CUE} at most");
                report.add(Rule::LongCue, key, message);
            }
        }
        for card in catalogue.cards.iter().filter(|card| card.steps == 0) {
            let key = format!("{}-body", card.id);
            let words = texts.get(key.as_str()).map_or(0, |message| word_count(&message.words));
            if words > MOST_WORDS_ON_A_CARD {
                let message = format!("{words} words in `{locale}`; keep to {MOST_WORDS_ON_A_CARD}");
                report.add(Rule::LongCard, &key, message);
            }
        }
    }
}
