//! What stands on a form and is not yet in the journal, over what is.
//!
//! A form shows the draft where there is one and the saved answers elsewhere; leaving the screen in any direction
//! writes the draft. What this module does not do: decide what is asked, or write.

use std::collections::BTreeMap;

use counterpose_quantity::decimal;
use serde_json::{Map, Value, json};

use crate::action::Field;

/// Something given on a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// As typed.
    Text(String),
    /// A value, as it will stand in the answers.
    Value(Value),
    /// Switched on, with the value still to be picked.
    Opened,
}

/// What stands on a form and is not yet in the journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    given: BTreeMap<Field, Given>,
    /// Whether going on was tried, so that what is missing is said.
    pub tried: bool,
}

impl Draft {
    /// Nothing given.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a value.
    pub fn set(&mut self, field: Field, given: Given) {
        self.given.insert(field, given);
    }

    /// What was given for a field.
    #[must_use]
    pub fn get(&self, field: &Field) -> Option<&Given> {
        self.given.get(field)
    }

    /// Everything given.
    pub fn iter(&self) -> impl Iterator<Item = (&Field, &Given)> {
        self.given.iter()
    }
}

/// The answers as they stand: an intake as JSON, with the draft laid over it.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    /// The intake the journal gives, as JSON.
    pub saved: &'a Value,
    /// What is not yet in it.
    pub draft: &'a Draft,
}

impl Answers<'_> {
    /// The value of a field: from the draft, else from what is saved. `None` is unknown.
    #[must_use]
    pub fn value(&self, field: &Field) -> Option<Value> {
        match self.draft.get(field) {
            Some(Given::Value(Value::Null) | Given::Opened) => None,
            Some(Given::Value(value)) => Some(value.clone()),
            Some(Given::Text(text)) => number(text),
            None => self.saved_value(field),
        }
    }

    fn saved_value(&self, field: &Field) -> Option<Value> {
        let (section, key) = place(field)?;
        self.saved.get(section)?.get(key).filter(|value| !value.is_null()).cloned()
    }

    /// The text of a field: as typed, else the saved number.
    #[must_use]
    pub fn text(&self, field: &Field) -> String {
        match self.draft.get(field) {
            Some(Given::Text(text)) => text.clone(),
            _ => match self.value(field) {
                Some(Value::Number(number)) => number.to_string(),
                Some(Value::String(text)) => text,
                _ => String::new(),
            },
        }
    }

    /// Whether a member of a list is in it.
    #[must_use]
    pub fn has_member(&self, field: &Field, member: &str) -> bool {
        self.members(field).iter().any(|known| known == member)
    }

    /// The members of a list; empty where it is unknown.
    #[must_use]
    pub fn members(&self, field: &Field) -> Vec<String> {
        match self.value(field) {
            Some(Value::Array(list)) => {
                list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether a question is switched on: any answer but no, or opened and not yet answered.
    #[must_use]
    pub fn question_on(&self, id: &str) -> bool {
        let field = Field::Question(id.to_owned());
        match self.draft.get(&field) {
            Some(Given::Opened) => true,
            _ => self.value(&field).is_some_and(|value| !is_no(&value)),
        }
    }

    /// Everything in the draft that has a place in the answers, by section: what leaving the screen writes.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, Value)> {
        let mut sections: BTreeMap<&'static str, Map<String, Value>> = BTreeMap::new();
        for (field, given) in self.draft.iter() {
            let Some((section, key)) = place(field) else { continue };
            let value = match given {
                Given::Opened => continue,
                Given::Value(value) => value.clone(),
                Given::Text(text) => match number(text) {
                    Some(value) if in_range(field, &value) => value,
                    _ => continue,
                },
            };
            if self.saved_value(field).as_ref() != Some(&value) {
                sections.entry(section).or_default().insert(key.to_owned(), value);
            }
        }
        sections.into_iter().map(|(section, map)| (section, Value::Object(map))).collect()
    }
}

/// Whether an answer to a safety question is a plain no; for the record of C2: began later, and nothing with it.
#[must_use]
pub fn is_no(value: &Value) -> bool {
    let empty_record = value.get("started_before_45") == Some(&json!(false))
        && value.get("features").is_none_or(|features| features.as_array().is_none_or(Vec::is_empty));
    *value == json!(false) || *value == json!("no") || empty_record
}

/// Where a field stands in the answers: the key of its section in an intake, and its own.
fn place(field: &Field) -> Option<(&'static str, &str)> {
    Some(match field {
        Field::Age => ("person", "age"),
        Field::Sex => ("person", "sex"),
        Field::Sites => ("complaint", "sites"),
        Field::Side => ("complaint", "side"),
        Field::LegSymptoms => ("complaint", "leg_symptoms"),
        Field::PainNow => ("complaint", "pain_now"),
        Field::Duration => ("complaint", "duration_weeks"),
        Field::Question(id) => ("screening", id),
        Field::Sitting => ("life", "sitting_hours_per_day"),
        Field::Driving => ("life", "driving_hours_per_day"),
        _ => return None,
    })
}

/// A number as people type it; `None` for anything else. Decimal commas and spaces around it are fine.
#[must_use]
pub fn number(text: &str) -> Option<Value> {
    let text = text.trim().replace(',', ".");
    if text.len() > 8 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    if let Ok(whole) = text.parse::<u32>() {
        return Some(json!(whole));
    }
    decimal(&text).map(|real| json!(real))
}

/// Whether a typed number can be what the field asks for.
#[must_use]
pub fn in_range(field: &Field, value: &Value) -> bool {
    match field {
        Field::Age => value.as_u64().is_some_and(|years| (1..=120).contains(&years)),
        Field::PrecautionDetail(_, detail) if detail == "weeks" => {
            value.as_u64().is_some_and(|weeks| weeks <= 60)
        }
        _ => value.as_f64().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers<'a>(saved: &'a Value, draft: &'a Draft) -> Answers<'a> {
        Answers { saved, draft }
    }

    #[test]
    fn the_draft_lies_over_what_is_saved() {
        let saved = json!({"person": {"age": 42}, "screening": {"E1": false, "E5": "severe"}});
        let mut draft = Draft::new();
        assert_eq!(answers(&saved, &draft).text(&Field::Age), "42");
        assert!(answers(&saved, &draft).question_on("E5") && !answers(&saved, &draft).question_on("E1"));
        draft.set(Field::Age, Given::Text("4".into()));
        draft.set(Field::Question("E5".into()), Given::Value(json!("no")));
        draft.set(Field::Question("E2".into()), Given::Opened);
        let now = answers(&saved, &draft);
        assert_eq!(now.text(&Field::Age), "4");
        assert!(!now.question_on("E5") && now.question_on("E2"));
        assert_eq!(now.parts(), vec![("person", json!({"age": 4})), ("screening", json!({"E5": "no"}))]);
    }

    #[test]
    fn what_did_not_change_or_makes_no_sense_is_not_written() {
        let saved = json!({"person": {"age": 42}});
        let mut draft = Draft::new();
        draft.set(Field::Age, Given::Text(" 42 ".into()));
        assert!(answers(&saved, &draft).parts().is_empty());
        for nonsense in ["", "-3", "abc", "1e9", "0", "121", "٤٢", "4 2"] {
            draft.set(Field::Age, Given::Text(nonsense.into()));
            assert!(answers(&saved, &draft).parts().is_empty(), "{nonsense}");
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(number(" 7 "), Some(json!(7)));
        assert_eq!(number("1,5"), Some(json!(1.5)));
        assert_eq!(number("."), None);
        assert_eq!(number("1.2.3"), None);
        assert_eq!(number("NaN"), None);
    }
}
