//! Every exercise, with a search and filters.
//!
//! What this module does not do: hide what is not for this person; their page says so.

use std::collections::{BTreeMap, BTreeSet};

use counterpose_coach::library::{Exercise, Library, Position, Purpose};
use counterpose_coach::vocabulary::Equipment;
use counterpose_content::Texts;
use serde_json::{Value, json};

use super::exercise::item_card;
use super::reading;
use crate::action::{Action, Field};
use crate::view::{Choice, ChoiceField, Emphasis, InfoCard, LibraryPage, NumberField};
use crate::words::{button, card, count};

/// What the library is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Words searched for.
    pub words: String,
    /// The value picked of each filter.
    pub filters: BTreeMap<String, String>,
}

/// The library, narrowed.
pub fn library(
    texts: &Texts,
    library: &Library,
    narrowed: &Narrowed,
    open: &BTreeSet<String>,
) -> LibraryPage {
    let found: Vec<&Exercise> =
        library.exercises.iter().filter(|exercise| fits(texts, exercise, narrowed)).collect();
    let n = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let empty = found.is_empty().then(|| InfoCard {
        paragraphs: vec![texts.get("library-empty-text")],
        buttons: vec![button(texts, "library-clear", Emphasis::Secondary, Action::ClearFilters)],
        ..card(texts.get("library-empty"))
    });
    LibraryPage {
        heading: texts.get("title-library"),
        search: NumberField {
            field: Field::Search,
            label: texts.get("library-search"),
            help: texts.find("library-search-help"),
            text: narrowed.words.clone(),
            unit: None,
            problem: None,
        },
        filters: filters(texts, library, narrowed),
        count: count(texts, "library-count", n),
        items: found.into_iter().map(|exercise| item_card(texts, exercise, None)).collect(),
        reading: reading::cards(texts, &reading::CARDS, open),
        empty,
    }
}

fn fits(texts: &Texts, exercise: &Exercise, narrowed: &Narrowed) -> bool {
    let filters = narrowed.filters.iter().all(|(name, value)| match name.as_str() {
        "position" => positions(exercise).any(|position| position.as_str() == value),
        "place" => positions(exercise).any(|position| places(position).contains(&value.as_str())),
        "structure" => exercise.targets.iter().any(|target| target.structure == *value),
        "purpose" => exercise.purpose.as_str() == value,
        "equipment" => exercise.needs.iter().any(|need| {
            need.item.as_str() == value || need.instead.iter().any(|other| other.as_str() == value)
        }),
        _ => true,
    });
    filters && {
        let haystack = searchable(texts, exercise);
        narrowed.words.to_lowercase().split_whitespace().all(|word| haystack.contains(word))
    }
}

/// The positions in which one of its ways is done.
fn positions(exercise: &Exercise) -> impl Iterator<Item = Position> {
    let ways = exercise.variants.iter().map(|way| exercise.position_of(Some(&way.id)));
    core::iter::once(exercise.position).chain(ways)
}

/// Where a position can be taken.
const fn places(position: Position) -> &'static [&'static str] {
    match position {
        Position::Sitting => &["chair"],
        Position::Standing | Position::Walking => &["feet"],
        Position::Supine | Position::SideLying | Position::Prone => &["bed", "floor"],
        Position::HalfKneeling | Position::HandsAndKnees | Position::FloorSitting => &["floor"],
    }
}

/// Every place, nearest first.
const PLACES: [&str; 4] = ["chair", "feet", "bed", "floor"];

/// Everything a search looks at, in small letters.
fn searchable(texts: &Texts, exercise: &Exercise) -> String {
    let id = &exercise.id;
    let mut parts = vec![id.replace('-', " ")];
    for key in [format!("{id}-name"), format!("{id}-synonyms"), format!("{id}-summary")] {
        parts.extend(texts.find(&key));
    }
    parts.push(texts.get(&format!("position-{}", exercise.position)));
    parts.push(texts.get(&format!("purpose-{}", exercise.purpose)));
    parts.extend(exercise.targets.iter().filter_map(|t| texts.find(&format!("structure-{}", t.structure))));
    parts.join(" ").to_lowercase()
}

fn filters(texts: &Texts, library: &Library, narrowed: &Narrowed) -> Vec<ChoiceField> {
    let used = |wanted: &dyn Fn(&Exercise) -> bool| library.exercises.iter().any(wanted);
    let position = |wanted: Position| used(&|e| positions(e).any(|position| position == wanted));
    let known = Position::ALL.iter().filter(|p| position(**p)).map(|p| p.as_str()).collect();
    let mut structures: Vec<&str> =
        library.exercises.iter().flat_map(|e| &e.targets).map(|target| target.structure.as_str()).collect();
    structures.sort_unstable();
    structures.dedup();
    let purposes = Purpose::ALL.iter().filter(|p| used(&|e| e.purpose == **p)).map(|p| p.as_str()).collect();
    let things = Equipment::ALL
        .iter()
        .filter(|thing| used(&|e| e.needs.iter().any(|n| n.item == **thing || n.instead.contains(thing))))
        .map(|thing| thing.as_str())
        .collect();
    vec![
        filter(texts, narrowed, "place", PLACES.to_vec()),
        filter(texts, narrowed, "position", known),
        filter(texts, narrowed, "structure", structures),
        filter(texts, narrowed, "purpose", purposes),
        filter(texts, narrowed, "equipment", things),
    ]
}

fn filter(texts: &Texts, narrowed: &Narrowed, name: &str, values: Vec<&str>) -> ChoiceField {
    let field = Field::Filter(name.to_owned());
    let now = narrowed.filters.get(name).map(String::as_str);
    let choice = |id: &str, label: String, value: Value, picked: bool| Choice {
        id: id.to_owned(),
        label,
        help: None,
        picked,
        action: Action::Choose { field: field.clone(), value },
        inside: Vec::new(),
    };
    let mut choices = vec![choice("any", texts.get("library-any"), Value::Null, now.is_none())];
    choices.extend(
        values.into_iter().map(|value| {
            choice(value, texts.get(&format!("{name}-{value}")), json!(value), now == Some(value))
        }),
    );
    ChoiceField {
        label: texts.get(&format!("library-filter-{name}")),
        help: None,
        many: false,
        scale: None,
        choices,
        problem: None,
        field,
    }
}

#[cfg(test)]
mod tests {
    use counterpose_content::Locale;

    use super::*;

    fn found(name: &str, value: &str) -> Vec<String> {
        let filters = BTreeMap::from([(name.to_owned(), value.to_owned())]);
        let narrowed = Narrowed { words: String::new(), filters };
        let texts = Texts::new(Locale::English);
        let page = library(&texts, counterpose_content::library(), &narrowed, &BTreeSet::new());
        page.items.into_iter().map(|item| item.id).collect()
    }

    #[test]
    fn an_exercise_is_found_under_every_place_one_of_its_ways_is_done_in() {
        let entry = counterpose_content::library().exercise("pelvic-tilt").unwrap();
        assert!(entry.variants.iter().any(|way| way.position == Some(Position::Sitting)));
        for (name, value) in [("place", "bed"), ("place", "chair"), ("position", "sitting")] {
            assert!(found(name, value).contains(&"pelvic-tilt".to_owned()), "{name} {value}");
        }
        assert!(!found("place", "chair").contains(&"curl-up".to_owned()));
    }

    #[test]
    fn every_filter_finds_something_and_less_than_everything() {
        let texts = Texts::new(Locale::English);
        let all = counterpose_content::library();
        for filter in filters(&texts, all, &Narrowed::default()) {
            let Field::Filter(name) = &filter.field else { panic!("no filter") };
            for choice in filter.choices.iter().filter(|choice| choice.id != "any") {
                let n = found(name, &choice.id).len();
                assert!(n > 0 && n < all.exercises.len(), "{name} {}: {n}", choice.id);
            }
        }
    }
}
