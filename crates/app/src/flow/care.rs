//! What to take care with: a list of conditions, each with the details that decide.
//!
//! Details are asked in place, and every one can be left at "not sure": unknown is a value. What this module does
//! not do: know what a condition closes.

use counterpose_coach::vocabulary::Precaution;
use counterpose_content::Texts;
use serde_json::{Map, Value, json};

use super::draft::{Answers, Draft, Given, in_range, number};
use super::fields::same;
use super::questions::UNSURE;
use crate::action::{Action, Field};
use crate::view::{Block, Choice, ChoiceField, NumberField};

/// A new hip put in from where nobody remembers: counts as both.
pub const HIP_UNKNOWN: &str = "hip-replacement-unknown";

/// Conditions in the order shown: the common first.
const SHOWN: &[&str] = &[
    "disc-radiculopathy",
    "hip-osteoarthritis",
    "osteoporosis",
    "knee-problem",
    "anticoagulants",
    "spinal-stenosis",
    "spondylolisthesis",
    "spinal-fusion",
    "hip-replacement-posterior",
    "hip-replacement-anterior",
    HIP_UNKNOWN,
    "fai-labral",
    "hypermobility",
    "poor-balance",
    "recent-surgery",
    "pelvic-girdle-pain",
    "pregnancy",
    "postpartum",
];

/// A detail of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    Side,
    Weeks,
    WeeksSince,
    Cleared,
    SymptomFree,
}

impl Detail {
    const fn key(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Weeks => "weeks",
            Self::WeeksSince => "weeks_since",
            Self::Cleared => "cleared_by_clinician",
            Self::SymptomFree => "symptom_free",
        }
    }
}

fn details(id: &str) -> &'static [Detail] {
    match id {
        "spinal-fusion" => &[Detail::WeeksSince, Detail::Cleared, Detail::SymptomFree],
        "hip-replacement-posterior" | "hip-replacement-anterior" | HIP_UNKNOWN => {
            &[Detail::Side, Detail::WeeksSince, Detail::Cleared]
        }
        "recent-surgery" => &[Detail::WeeksSince, Detail::Cleared],
        "postpartum" => &[Detail::WeeksSince],
        "pregnancy" => &[Detail::Weeks],
        "fai-labral" | "hip-osteoarthritis" | "knee-problem" => &[Detail::Side],
        _ => &[],
    }
}

/// Whether a condition can apply at all.
fn can_apply(id: &str, saved: &Value) -> bool {
    let male = saved.pointer("/person/sex") == Some(&json!("male"));
    !(male && matches!(id, "pregnancy" | "postpartum"))
}

fn saved_entries(saved: &Value) -> Vec<&Map<String, Value>> {
    saved
        .get("precautions")
        .and_then(Value::as_array)
        .map(|all| all.iter().filter_map(Value::as_object).collect())
        .unwrap_or_default()
}

fn saved_entry<'a>(saved: &'a Value, id: &str) -> Option<&'a Map<String, Value>> {
    saved_entries(saved).into_iter().find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))
}

/// The conditions ticked now: from the draft, else as saved. Both hips saved alike show as "I do not know".
fn ticked(draft: &Draft, saved: &Value) -> Vec<String> {
    if let Some(Given::Value(Value::Array(list))) = draft.get(&Field::Precautions) {
        return list.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect();
    }
    let mut ids: Vec<String> = saved_entries(saved)
        .iter()
        .filter_map(|entry| entry.get("id").and_then(Value::as_str).map(str::to_owned))
        .collect();
    let both = ["hip-replacement-posterior", "hip-replacement-anterior"];
    if both.iter().all(|id| ids.iter().any(|known| known == id)) {
        ids.retain(|id| !both.contains(&id.as_str()));
        ids.push(HIP_UNKNOWN.to_owned());
    }
    ids
}

/// Ticks or unticks a condition.
pub fn toggle(draft: &mut Draft, saved: &Value, id: &str) {
    if !SHOWN.contains(&id) {
        return;
    }
    let mut ids = ticked(draft, saved);
    match ids.iter().position(|known| known == id) {
        Some(at) => {
            ids.remove(at);
        }
        None => ids.push(id.to_owned()),
    }
    draft.set(Field::Precautions, Given::Value(json!(ids)));
}

/// Whether anything is ticked.
#[must_use]
pub fn any(draft: &Draft, saved: &Value) -> bool {
    !ticked(draft, saved).is_empty()
}

/// The list with its details in place.
#[must_use]
pub fn blocks(texts: &Texts, answers: &Answers<'_>) -> Vec<Block> {
    let ids = ticked(answers.draft, answers.saved);
    let choices = SHOWN
        .iter()
        .filter(|id| can_apply(id, answers.saved))
        .map(|id| {
            let picked = ids.iter().any(|known| known == id);
            Choice {
                id: (*id).to_owned(),
                label: texts.get(&format!("precaution-{id}")),
                help: None,
                picked,
                action: Action::Toggle { field: Field::Precautions, value: (*id).to_owned() },
                inside: if picked { detail_blocks(texts, answers, id) } else { Vec::new() },
            }
        })
        .collect();
    vec![Block::Choice(ChoiceField {
        field: Field::Precautions,
        label: texts.get("title-care"),
        help: None,
        many: true,
        scale: None,
        choices,
        problem: None,
    })]
}

fn detail_field(id: &str, detail: Detail) -> Field {
    Field::PrecautionDetail(id.to_owned(), detail.key().to_owned())
}

/// The value of a detail: from the draft, else as saved; `None` is unknown or not answered.
fn detail_value(answers: &Answers<'_>, id: &str, detail: Detail) -> Option<Value> {
    match answers.draft.get(&detail_field(id, detail)) {
        Some(Given::Value(value)) => Some(value.clone()),
        Some(Given::Text(text)) => number(text),
        Some(Given::Opened) => None,
        None => saved_detail(answers.saved, id, detail),
    }
}

fn saved_detail(saved: &Value, id: &str, detail: Detail) -> Option<Value> {
    let id = if id == HIP_UNKNOWN { "hip-replacement-posterior" } else { id };
    saved_entry(saved, id)?.get(detail.key()).cloned()
}

fn detail_blocks(texts: &Texts, answers: &Answers<'_>, id: &str) -> Vec<Block> {
    details(id)
        .iter()
        .map(|&detail| match detail {
            Detail::Weeks => Block::Number(weeks(texts, answers, id)),
            Detail::Side => {
                let sides = ["left", "right", "both"];
                let offered = sides.iter().map(|side| (format!("complaint-side-{side}"), json!(side)));
                Block::Choice(one_of(texts, answers, id, detail, "care-side", offered.collect()))
            }
            Detail::WeeksSince => {
                let spans = [0, 13, 26, 52].iter().map(|n| (format!("care-weeks-{n}"), json!(n)));
                Block::Choice(one_of(texts, answers, id, detail, "care-weeks-since", spans.collect()))
            }
            Detail::Cleared => {
                let key = if id == "spinal-fusion" { "care-cleared-turning" } else { "care-cleared" };
                Block::Choice(one_of(texts, answers, id, detail, key, yes_no()))
            }
            Detail::SymptomFree => {
                Block::Choice(one_of(texts, answers, id, detail, "care-symptom-free", yes_no()))
            }
        })
        .collect()
}

fn yes_no() -> Vec<(String, Value)> {
    vec![("answer-yes".to_owned(), json!(true)), ("answer-no".to_owned(), json!(false))]
}

fn one_of(
    texts: &Texts,
    answers: &Answers<'_>,
    id: &str,
    detail: Detail,
    key: &str,
    mut offered: Vec<(String, Value)>,
) -> ChoiceField {
    offered.push(("screening-unsure".to_owned(), json!(UNSURE)));
    let field = detail_field(id, detail);
    let given = detail_value(answers, id, detail);
    let choices = offered
        .into_iter()
        .map(|(key, value)| Choice {
            id: key.clone(),
            label: texts.get(&key),
            help: None,
            picked: given.as_ref().is_some_and(|given| picks(detail, given, &value)),
            action: Action::Choose { field: field.clone(), value },
            inside: Vec::new(),
        })
        .collect();
    ChoiceField {
        label: texts.get(key),
        help: None,
        many: false,
        scale: None,
        choices,
        problem: (answers.draft.tried && given.is_none()).then(|| texts.get("care-detail-problem")),
        field,
    }
}

/// Whether an offered value is the picked one; weeks that went by since keep the span they have reached.
fn picks(detail: Detail, given: &Value, offered: &Value) -> bool {
    match (detail, given.as_f64(), offered.as_f64()) {
        (Detail::WeeksSince, Some(weeks), Some(from)) => {
            let to = match from {
                0.0 => 13.0,
                13.0 => 26.0,
                26.0 => 52.0,
                _ => f64::INFINITY,
            };
            (from..to).contains(&weeks)
        }
        _ => same(given, offered),
    }
}

fn weeks(texts: &Texts, answers: &Answers<'_>, id: &str) -> NumberField {
    let field = detail_field(id, Detail::Weeks);
    let text = match answers.draft.get(&field) {
        Some(Given::Text(text)) => text.clone(),
        _ => detail_value(answers, id, Detail::Weeks).map(|value| value.to_string()).unwrap_or_default(),
    };
    let fine = number(&text).is_some_and(|value| in_range(&field, &value));
    NumberField {
        label: texts.get("care-weeks"),
        help: None,
        unit: None,
        problem: (answers.draft.tried && !fine && !text.trim().is_empty())
            .then(|| texts.get("care-weeks-problem")),
        field,
        text,
    }
}

/// Whether the weeks were left empty: not known, which is an answer too.
fn left_empty(draft: &Draft, id: &str) -> bool {
    match draft.get(&detail_field(id, Detail::Weeks)) {
        Some(Given::Text(text)) => text.trim().is_empty(),
        _ => true,
    }
}

/// What going on writes: the whole section. `None` while a detail is neither given nor "not sure".
#[must_use]
pub fn entries(draft: &Draft, saved: &Value) -> Option<Value> {
    let answers = Answers { saved, draft };
    let mut entries = Vec::new();
    for id in ticked(draft, saved).iter().filter(|id| can_apply(id, saved)) {
        let mut entry = Map::new();
        for &detail in details(id) {
            let Some(value) = detail_value(&answers, id, detail) else {
                if detail == Detail::Weeks && left_empty(draft, id) {
                    continue;
                }
                return None;
            };
            if detail == Detail::Weeks && !in_range(&detail_field(id, detail), &value) {
                return None;
            }
            if value != json!(UNSURE) {
                entry.insert(detail.key().to_owned(), value);
            }
        }
        let ids: &[&str] = if id == HIP_UNKNOWN {
            &["hip-replacement-posterior", "hip-replacement-anterior"]
        } else {
            &[id.as_str()]
        };
        for id in ids.iter().filter(|id| Precaution::parse(id).is_some()) {
            let mut entry = entry.clone();
            entry.insert("id".to_owned(), json!(id));
            entries.push(Value::Object(entry));
        }
    }
    Some(Value::Array(entries))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_may_be_unknown_but_not_nonsense() {
        let saved = json!({});
        let mut draft = Draft::new();
        toggle(&mut draft, &saved, "pregnancy");
        assert_eq!(entries(&draft, &saved), Some(json!([{"id": "pregnancy"}])));
        draft.set(detail_field("pregnancy", Detail::Weeks), Given::Text("24".into()));
        assert_eq!(entries(&draft, &saved), Some(json!([{"id": "pregnancy", "weeks": 24}])));
        draft.set(detail_field("pregnancy", Detail::Weeks), Given::Text("many".into()));
        assert_eq!(entries(&draft, &saved), None);
    }

    #[test]
    fn a_hip_put_in_from_where_nobody_remembers_counts_as_both_and_details_are_asked() {
        let saved = json!({});
        let mut draft = Draft::new();
        toggle(&mut draft, &saved, HIP_UNKNOWN);
        assert_eq!(entries(&draft, &saved), None, "side, time and clearance are still open");
        for detail in [Detail::Side, Detail::WeeksSince, Detail::Cleared] {
            draft.set(detail_field(HIP_UNKNOWN, detail), Given::Value(json!(UNSURE)));
        }
        let both = json!([{"id": "hip-replacement-posterior"}, {"id": "hip-replacement-anterior"}]);
        assert_eq!(entries(&draft, &saved), Some(both));
    }
}
