//! Answers as QuestionnaireResponses: one a section, every answer under the path of its question.

use counterpose_journal::{Dated, State};
use serde_json::{Value, json};

use super::fhir::{Bundle, day_or_instant, local};

/// Adds the responses.
pub fn responses(state: &State, bundle: &mut Bundle) {
    for (name, section) in &state.sections {
        let items = items(name, &section.value);
        if items.is_empty() {
            continue;
        }
        let response = response(name, section, &items, bundle.subject());
        bundle.add(&format!("answers {name}"), response);
    }
}

fn response(name: &str, section: &Dated<Value>, items: &[Value], subject: Value) -> Value {
    json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{}|1", local("questionnaire", name)),
        // Asked in portions: more may come.
        "status": "in-progress",
        "subject": subject,
        "authored": day_or_instant(Some(section.date), Some(section.at_ms)),
        "source": subject,
        "item": items,
    })
}

/// The items of a value: an object's keys, a list's parts, or one answer.
fn items(path: &str, value: &Value) -> Vec<Value> {
    match value {
        Value::Object(fields) => {
            fields.iter().filter_map(|(key, value)| item(&format!("{path}.{key}"), value)).collect()
        }
        Value::Array(parts) if parts.iter().any(Value::is_object) => parts
            .iter()
            .map(|part| items(path, part))
            .filter(|inner| !inner.is_empty())
            .map(|inner| json!({"linkId": path, "item": inner}))
            .collect(),
        other => item(path, other).into_iter().collect(),
    }
}

fn item(path: &str, value: &Value) -> Option<Value> {
    match value {
        Value::Object(_) => {
            let inner = items(path, value);
            (!inner.is_empty()).then(|| json!({"linkId": path, "item": inner}))
        }
        Value::Array(parts) if parts.iter().any(Value::is_object) => {
            let inner = items(path, value);
            (!inner.is_empty()).then(|| json!({"linkId": path, "item": inner}))
        }
        Value::Array(parts) => {
            let answers: Vec<Value> = parts.iter().filter_map(answer).collect();
            (!answers.is_empty()).then(|| json!({"linkId": path, "answer": answers}))
        }
        scalar => answer(scalar).map(|answer| json!({"linkId": path, "answer": [answer]})),
    }
}

fn answer(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(yes) => Some(json!({"valueBoolean": yes})),
        Value::Number(number) => match number.as_i64().filter(|whole| i32::try_from(*whole).is_ok()) {
            Some(whole) => Some(json!({"valueInteger": whole})),
            None => Some(json!({"valueDecimal": number})),
        },
        Value::String(words) if words.is_empty() || words.trim() != words => None,
        Value::String(words) => match words.parse::<jiff::civil::Date>() {
            Ok(date) => Some(json!({"valueDate": date.to_string()})),
            Err(_) => Some(json!({"valueString": words})),
        },
        _ => None,
    }
}
