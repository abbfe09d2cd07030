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
        "position" => exercise.position.as_str() == value,
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
    let positions =
        Position::ALL.iter().filter(|p| used(&|e| e.position == **p)).map(|p| p.as_str()).collect();
    let purposes = Purpose::ALL.iter().filter(|p| used(&|e| e.purpose == **p)).map(|p| p.as_str()).collect();
    let things = Equipment::ALL
        .iter()
        .filter(|thing| used(&|e| e.needs.iter().any(|n| n.item == **thing || n.instead.contains(thing))))
        .map(|thing| thing.as_str())
        .collect();
    vec![
        filter(texts, narrowed, "position", positions),
        filter(texts, narrowed, "purpose", purposes),
        filter(texts, narrowed, "equipment", things),
    ]
}

fn filter(texts: &Texts, narrowed: &Narrowed, name: &str, values: Vec<&'static str>) -> ChoiceField {
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
