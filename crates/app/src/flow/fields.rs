//! Fields of the first visit as form parts: what each offers, and what is picked.
//!
//! What this module does not do: order the screens or read the safety questions.

use counterpose_content::Texts;
use serde_json::{Value, json};

use super::draft::{Answers, Given, in_range};
use crate::action::{Action, Field};
use crate::view::{Choice, ChoiceField, NumberField, ScaleEnds};
use crate::words::count;

/// Where it can hurt, as on the form, head to foot from the middle out.
pub const SITES: &[&str] = &[
    "low-back",
    "buttock",
    "outer-hip",
    "groin",
    "thigh",
    "mid-back",
    "knee",
    "below-knee",
    "foot",
    "neck",
    "shoulder",
    "arm",
];

/// The member of the list of places that stands for "nowhere".
pub const NOWHERE: &str = "nowhere";

/// Durations offered: key and weeks. The number is the nearer end of what the words span.
const DURATIONS: &[(&str, u32)] = &[
    ("duration-days", 1),
    ("duration-weeks", 3),
    ("duration-months", 8),
    ("duration-long", 26),
    ("duration-years", 60),
];

/// Hours of sitting offered; the last means "or more".
const SITTING_HOURS: &[u32] = &[2, 4, 6, 8, 10];

/// Hours of driving offered beside none and half an hour; the last means "or more".
const DRIVING_HOURS: &[u32] = &[1, 2, 3, 4];

/// A number to type.
pub fn typed(texts: &Texts, answers: &Answers<'_>, field: Field, key: &str) -> NumberField {
    let text = answers.text(&field);
    let wrong = match answers.draft.get(&field) {
        Some(Given::Text(_)) => !answers.value(&field).is_some_and(|value| in_range(&field, &value)),
        _ => text.is_empty(),
    };
    let problem = (answers.draft.tried && wrong).then(|| texts.get(&format!("{key}-problem")));
    NumberField {
        label: texts.get(key),
        help: texts.find(&format!("{key}-help")),
        unit: texts.find(&format!("{key}-unit")),
        field,
        text,
        problem,
    }
}

/// One of several: `offered` are the texts' keys with the values behind them.
pub fn one_of(
    texts: &Texts,
    answers: &Answers<'_>,
    field: Field,
    key: &str,
    offered: Vec<(String, String, Value)>,
) -> ChoiceField {
    let picked = answers.value(&field);
    let choices = offered
        .into_iter()
        .map(|(id, label, value)| Choice {
            help: None,
            label,
            picked: picked.as_ref().is_some_and(|given| same(given, &value)),
            action: Action::Choose { field: field.clone(), value },
            inside: Vec::new(),
            id,
        })
        .collect::<Vec<_>>();
    let problem = (answers.draft.tried && picked.is_none())
        .then(|| texts.find(&format!("{key}-problem")).unwrap_or_else(|| texts.get("one-of-these")));
    ChoiceField {
        label: texts.get(key),
        help: texts.find(&format!("{key}-help")),
        many: false,
        scale: None,
        field,
        choices,
        problem,
    }
}

/// Whether two values say the same, 3 and 3.0 alike.
pub fn same(one: &Value, two: &Value) -> bool {
    match (one.as_f64(), two.as_f64()) {
        (Some(one), Some(two)) => (one - two).abs() < 1e-9,
        _ => one == two,
    }
}

fn keyed(texts: &Texts, stem: &str, values: &[&str]) -> Vec<(String, String, Value)> {
    values
        .iter()
        .map(|value| ((*value).to_owned(), texts.get(&format!("{stem}-{value}")), json!(value)))
        .collect()
}

/// Female, male, rather not say.
pub fn sex(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    one_of(texts, answers, Field::Sex, "field-sex", keyed(texts, "sex", &["female", "male", "unspecified"]))
}

/// Whether the places were asked and none hurts.
pub fn nowhere(answers: &Answers<'_>) -> bool {
    answers.value(&Field::Side) == Some(json!("none")) && answers.members(&Field::Sites).is_empty()
}

/// Where it hurts.
pub fn sites(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    let nothing = nowhere(answers);
    let mut choices: Vec<Choice> = SITES
        .iter()
        .map(|site| Choice {
            id: (*site).to_owned(),
            label: texts.get(&format!("site-{site}")),
            help: None,
            picked: answers.has_member(&Field::Sites, site),
            action: Action::Toggle { field: Field::Sites, value: (*site).to_owned() },
            inside: Vec::new(),
        })
        .collect();
    choices.push(Choice {
        id: NOWHERE.to_owned(),
        label: texts.get("site-nowhere"),
        help: texts.find("site-nowhere-help"),
        picked: nothing,
        action: Action::Toggle { field: Field::Sites, value: NOWHERE.to_owned() },
        inside: Vec::new(),
    });
    let missing = !nothing && answers.members(&Field::Sites).is_empty();
    ChoiceField {
        field: Field::Sites,
        label: texts.get("field-sites"),
        help: None,
        many: true,
        scale: None,
        choices,
        problem: (answers.draft.tried && missing).then(|| texts.get("field-sites-problem")),
    }
}

/// Which side.
pub fn side(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    let offered = keyed(texts, "complaint-side", &["left", "right", "both", "central"]);
    one_of(texts, answers, Field::Side, "field-side", offered)
}

/// What the legs feel.
pub fn leg_symptoms(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    let values = ["none", "above-knee", "below-knee-pain", "below-knee-tingling", "weakness"];
    one_of(texts, answers, Field::LegSymptoms, "field-leg-symptoms", keyed(texts, "leg", &values))
}

/// 0 to 10.
pub fn zero_to_ten(texts: &Texts, answers: &Answers<'_>, field: Field, key: &str) -> ChoiceField {
    let offered = (0..=10).map(|n: u32| (n.to_string(), n.to_string(), json!(n))).collect();
    let ends = ScaleEnds { low: texts.get("field-pain-low"), high: texts.get("field-pain-high") };
    ChoiceField { scale: Some(ends), ..one_of(texts, answers, field, key, offered) }
}

/// How long it has been there.
pub fn duration(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    let offered =
        DURATIONS.iter().map(|(key, weeks)| ((*key).to_owned(), texts.get(key), json!(weeks))).collect();
    let mut field = one_of(texts, answers, Field::Duration, "field-duration", offered);
    // Weeks go on counting after they were given: the nearest span below stays picked.
    if let Some(weeks) = answers.value(&Field::Duration).as_ref().and_then(Value::as_f64) {
        let nearest = DURATIONS.iter().rposition(|(_, from)| f64::from(*from) <= weeks + 0.5).unwrap_or(0);
        for (at, choice) in field.choices.iter_mut().enumerate() {
            choice.picked = at == nearest;
        }
    }
    field
}

fn hours(texts: &Texts, values: &[u32]) -> Vec<(String, String, Value)> {
    let last = values.len().saturating_sub(1);
    values
        .iter()
        .enumerate()
        .map(|(at, &n)| {
            let key = if at == last { "hours-more" } else { "hours-about" };
            (format!("hours-{n}"), count(texts, key, n), json!(n))
        })
        .collect()
}

/// Hours of sitting.
pub fn sitting(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    let mut field = one_of(texts, answers, Field::Sitting, "field-sitting", hours(texts, SITTING_HOURS));
    field.problem = field.problem.map(|_| texts.get("field-hours-problem"));
    field
}

/// Hours of driving.
pub fn driving(texts: &Texts, answers: &Answers<'_>) -> ChoiceField {
    let mut offered = vec![
        ("hours-0".to_owned(), texts.get("hours-no-driving"), json!(0)),
        ("hours-half".to_owned(), texts.get("hours-half"), json!(0.5)),
    ];
    offered.extend(hours(texts, DRIVING_HOURS));
    let mut field = one_of(texts, answers, Field::Driving, "field-driving", offered);
    field.problem = field.problem.map(|_| texts.get("field-hours-problem"));
    field
}
