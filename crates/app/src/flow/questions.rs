//! The safety questions as large toggles that open in place.
//!
//! A tap means "this applies to me". Questions with ordered values open their values, C2 opens its parts, and
//! every one offers "I am not sure". What this module does not do: weigh an answer.

use std::collections::BTreeSet;

use counterpose_coach::intake::InflammatoryFeature;
use counterpose_coach::screening::{Kind, Question};
use counterpose_content::Texts;
use serde_json::{Map, Value, json};

use super::draft::{Answers, Given, is_no};
use super::fields::same;
use crate::action::{Action, Field};
use crate::view::{Block, Choice, ChoiceField, QuestionList, QuestionView};
use crate::words::fold;

/// The answer "I am not sure", as in the answers.
pub const UNSURE: &str = "unsure";
/// Parts of C2.
const BEGAN: &str = "started_before_45";
const MONTHS: &str = "months";
const FEATURES: &str = "features";
/// Spans offered for how long it has lasted: text key and months.
const MONTHS_OFFERED: &[(&str, u32)] =
    &[("months-under-3", 2), ("months-3-to-12", 6), ("months-over-12", 24)];

/// A list of questions.
pub fn list(
    texts: &Texts,
    answers: &Answers<'_>,
    questions: &[Question],
    open: &BTreeSet<String>,
) -> QuestionList {
    QuestionList {
        heading: None,
        questions: questions.iter().map(|question| view(texts, answers, question, open)).collect(),
    }
}

fn view(texts: &Texts, answers: &Answers<'_>, question: &Question, open: &BTreeSet<String>) -> QuestionView {
    let id = question.id.as_str();
    let field = Field::Question(id.to_owned());
    let picked = answers.question_on(id);
    let inside = if picked { inside(texts, answers, question) } else { Vec::new() };
    let text = texts.get(&question.text);
    let help = texts.find(&question.help);
    let key = format!("about-{id}");
    let about = help.is_some().then(|| {
        let label = texts.format("screening-about", &[("question", (&text).into())]);
        let is_open = picked || open.contains(&key);
        fold(label, key, is_open)
    });
    QuestionView {
        id: id.to_owned(),
        text,
        help,
        about,
        picked,
        answered_no: !picked && answers.value(&field).is_some_and(|value| is_no(&value)),
        toggle: Action::Toggle { field, value: String::new() },
        inside,
    }
}

fn inside(texts: &Texts, answers: &Answers<'_>, question: &Question) -> Vec<Block> {
    let id = question.id.as_str();
    match &question.kind {
        Kind::YesNo => vec![Block::Choice(sureness(texts, answers, id))],
        Kind::Choice(values) => vec![Block::Choice(ordered(texts, answers, id, values))],
        Kind::EarlyBackPain => early_back_pain(texts, answers, id),
    }
}

fn option(texts: &Texts, answers: &Answers<'_>, id: &str, key: String, value: Value) -> Choice {
    let field = Field::Question(id.to_owned());
    let given = answers.value(&field);
    Choice {
        id: value.as_str().map_or_else(|| "yes".to_owned(), str::to_owned),
        label: texts.get(&key),
        help: None,
        picked: given.is_some_and(|given| same(&given, &value)),
        action: Action::Choose { field, value },
        inside: Vec::new(),
    }
}

fn choices(texts: &Texts, answers: &Answers<'_>, id: &str, choices: Vec<Choice>) -> ChoiceField {
    let field = Field::Question(id.to_owned());
    let open = matches!(answers.draft.get(&field), Some(Given::Opened));
    ChoiceField {
        field,
        label: texts.get("question-choose"),
        help: None,
        many: false,
        scale: None,
        choices,
        problem: (answers.draft.tried && open).then(|| texts.get("question-problem")),
    }
}

fn sureness(texts: &Texts, answers: &Answers<'_>, id: &str) -> ChoiceField {
    let offered = vec![
        option(texts, answers, id, "screening-yes".to_owned(), json!(true)),
        option(texts, answers, id, "screening-unsure".to_owned(), json!(UNSURE)),
    ];
    choices(texts, answers, id, offered)
}

fn ordered(texts: &Texts, answers: &Answers<'_>, id: &str, values: &[&str]) -> ChoiceField {
    let mut offered: Vec<Choice> = values
        .iter()
        .filter(|value| **value != "no")
        .map(|value| option(texts, answers, id, format!("question-{id}-value-{value}"), json!(value)))
        .collect();
    offered.push(option(texts, answers, id, "screening-unsure".to_owned(), json!(UNSURE)));
    choices(texts, answers, id, offered)
}

/// The record of C2 as it stands; empty where there is none.
fn record(answers: &Answers<'_>, id: &str) -> Map<String, Value> {
    match answers.value(&Field::Question(id.to_owned())) {
        Some(Value::Object(record)) => record,
        _ => Map::new(),
    }
}

fn early_back_pain(texts: &Texts, answers: &Answers<'_>, id: &str) -> Vec<Block> {
    let record = record(answers, id);
    let part = |name: &str| Field::QuestionPart(id.to_owned(), name.to_owned());
    let choice = |name: &str, key: &str, value: Value| Choice {
        id: key.to_owned(),
        label: texts.get(key),
        help: None,
        picked: record.get(name).is_some_and(|given| same(given, &value)),
        action: Action::Choose { field: part(name), value },
        inside: Vec::new(),
    };
    let field = |name: &str, key: &str, many: bool, choices: Vec<Choice>| {
        Block::Choice(ChoiceField {
            field: part(name),
            label: texts.get(&format!("question-{id}-{key}")),
            help: None,
            many,
            scale: None,
            choices,
            problem: None,
        })
    };
    let began = vec![choice(BEGAN, "answer-yes", json!(true)), choice(BEGAN, "answer-no", json!(false))];
    let months = MONTHS_OFFERED.iter().map(|(key, months)| choice(MONTHS, key, json!(months))).collect();
    let has = |feature: &str| {
        record.get(FEATURES).and_then(Value::as_array).is_some_and(|all| all.iter().any(|f| f == feature))
    };
    let features = InflammatoryFeature::ALL
        .iter()
        .map(|feature| Choice {
            id: feature.as_str().to_owned(),
            label: texts.get(&format!("question-{id}-feature-{feature}")),
            help: None,
            picked: has(feature.as_str()),
            action: Action::Toggle { field: part(FEATURES), value: feature.as_str().to_owned() },
            inside: Vec::new(),
        })
        .collect();
    let unsure = option(texts, answers, id, "screening-unsure".to_owned(), json!(UNSURE));
    vec![
        field(BEGAN, "started", false, began),
        field(MONTHS, "months", false, months),
        field(FEATURES, "features", true, features),
        Block::Choice(choices(texts, answers, id, vec![unsure])),
    ]
}

/// What switching a question on or off gives.
pub fn toggled(answers: &Answers<'_>, question: &Question) -> Given {
    if answers.question_on(question.id.as_str()) {
        return Given::Value(plain_no(question));
    }
    match question.kind {
        Kind::YesNo => Given::Value(json!(true)),
        Kind::Choice(_) => Given::Opened,
        Kind::EarlyBackPain => Given::Value(json!({FEATURES: []})),
    }
}

/// The plain no of a question, as it stands in the answers.
pub fn plain_no(question: &Question) -> Value {
    match question.kind {
        Kind::YesNo => json!(false),
        Kind::Choice(_) => json!("no"),
        Kind::EarlyBackPain => json!({BEGAN: false, FEATURES: []}),
    }
}

/// The record of C2 with one part changed.
pub fn with_part(answers: &Answers<'_>, id: &str, part: &str, value: Value) -> Value {
    let mut record = record(answers, id);
    record.insert(part.to_owned(), value);
    Value::Object(record)
}

/// The record of C2 with one feature switched on or off.
pub fn with_feature(answers: &Answers<'_>, id: &str, feature: &str) -> Value {
    let known = record(answers, id);
    let mut features: Vec<String> = known
        .get(FEATURES)
        .and_then(Value::as_array)
        .map(|all| all.iter().filter_map(|f| f.as_str().map(str::to_owned)).collect())
        .unwrap_or_default();
    match features.iter().position(|given| given == feature) {
        Some(at) => {
            features.remove(at);
        }
        None => features.push(feature.to_owned()),
    }
    with_part(answers, id, FEATURES, json!(features))
}
