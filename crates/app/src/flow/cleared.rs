//! A clearance: a clinician has looked at what stood in the way and said that one may start.
//!
//! What this module does not do: judge who said it; that it lifts only what it may is the screening's business.

use counterpose_content::Texts;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::draft::{Answers, Draft};
use super::fields::one_of;
use crate::action::{Action, Field};
use crate::view::{Block, Choice, ChoiceField};

/// Who may have looked; also what is written down.
const BY: &[&str] = &["gp", "physiotherapist", "specialist", "other"];
/// How long ago, in days, with the text keys.
const WHEN: &[(&str, i64)] =
    &[("cleared-today", 0), ("cleared-week", 4), ("cleared-month", 18), ("cleared-earlier", 60)];

/// The form; `clearable` are the rules that stop, with their words.
pub fn blocks(texts: &Texts, answers: &Answers<'_>, clearable: &[(String, String)]) -> Vec<Block> {
    let rules = clearable
        .iter()
        .map(|(rule, words)| Choice {
            id: rule.clone(),
            label: words.clone(),
            help: None,
            picked: answers.has_member(&Field::Cleared, rule),
            action: Action::Toggle { field: Field::Cleared, value: rule.clone() },
            inside: Vec::new(),
        })
        .collect();
    let by = BY
        .iter()
        .map(|who| ((*who).to_owned(), texts.get(&format!("cleared-by-{who}")), json!(who)))
        .collect();
    let when = WHEN.iter().map(|(key, days)| ((*key).to_owned(), texts.get(key), json!(days))).collect();
    vec![
        Block::Choice(ChoiceField {
            field: Field::Cleared,
            label: texts.get("field-cleared"),
            help: None,
            many: true,
            scale: None,
            choices: rules,
            problem: None,
        }),
        Block::Choice(one_of(texts, answers, Field::ClearedBy, "field-cleared-by", by)),
        Block::Choice(one_of(texts, answers, Field::ClearedWhen, "field-cleared-when", when)),
    ]
}

/// What going on writes: the clearances that stood, and one for each rule picked. `None` while something is open.
#[must_use]
pub fn entries(draft: &Draft, saved: &Value, clearable: &[(String, String)], today: Date) -> Option<Value> {
    let answers = Answers { saved: &Value::Null, draft };
    let rules: Vec<String> = answers
        .members(&Field::Cleared)
        .into_iter()
        .filter(|rule| clearable.iter().any(|(known, _)| known == rule))
        .collect();
    let by = answers.value(&Field::ClearedBy)?;
    let days = answers.value(&Field::ClearedWhen)?.as_i64()?;
    if rules.is_empty() {
        return None;
    }
    let date = counterpose_journal::day::plus_days(today, -days.clamp(0, 3_650));
    let mut entries: Vec<Value> = standing(saved);
    entries.extend(
        rules
            .iter()
            .map(|rule| json!({"rule": rule, "date": counterpose_coach::dates::written(date), "by": by})),
    );
    Some(Value::Array(entries))
}

fn standing(saved: &Value) -> Vec<Value> {
    saved.get("clearances").and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The clearances after a new symptom: they no longer lift anything, but the limits that came with them stay.
#[must_use]
pub fn lapsed(saved: &Value) -> Option<Value> {
    let mut entries = standing(saved);
    let mut changed = false;
    for entry in entries.iter_mut().filter_map(Value::as_object_mut) {
        changed |= entry.remove("date").is_some();
    }
    changed.then_some(Value::Array(entries))
}
