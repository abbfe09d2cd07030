//! The same answer with the words: sentences beside the identifiers, and every source it names in full.

use std::collections::BTreeSet;

use counterpose_coach::check::CheckOutcome;
use counterpose_content::{Texts, cite, library};
use serde_json::{Map, Value, json};

use crate::language;

/// The keys whose identifiers have a text, and what stands before the identifier in its key.
const WITH_TEXT: &[(&str, &str)] = &[
    ("mechanism", "claim-"),
    ("would_change", "change-"),
    ("rule", "rule-"),
    ("because", "left-out-"),
    ("finding", "finding-"),
    ("who", ""),
    ("when", ""),
    ("reach", ""),
];

/// The keys that list sources.
const SOURCES: [&str; 3] = ["sources", "for", "against"];

/// The answer as one line of JSON, with the words.
pub fn line(outcome: &CheckOutcome) -> String {
    let texts = language::for_machines();
    let mut value = serde_json::to_value(outcome).unwrap_or(Value::Null);
    let mut named = BTreeSet::new();
    explain(&mut value, &texts, &mut named);
    let sources: Map<String, Value> = named
        .into_iter()
        .filter_map(|id| library().source(&id).map(|source| (id, Value::String(cite(source)))))
        .collect();
    if let Some(answer) = value.as_object_mut() {
        answer.insert("sources".to_owned(), Value::Object(sources));
    }
    value.to_string()
}

fn explain(value: &mut Value, texts: &Texts, named: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| explain(item, texts, named)),
        Value::Object(map) => {
            let mut added = Vec::new();
            for (key, prefix) in WITH_TEXT {
                if let Some(Value::String(id)) = map.get(*key)
                    && let Some(words) = texts.find(&format!("{prefix}{id}"))
                {
                    added.push((format!("{key}_text"), json!(words)));
                }
            }
            if let Some(Value::String(key)) = map.get("text")
                && let Some(words) = texts.find(key)
            {
                added.push(("text".to_owned(), json!(words)));
            }
            for key in ["exercise", "id"] {
                if let Some(Value::String(id)) = map.get(key)
                    && let Some(words) = name(texts, id)
                {
                    added.push(("name".to_owned(), json!(words)));
                }
            }
            for key in SOURCES {
                if let Some(Value::Array(ids)) = map.get(key) {
                    named.extend(ids.iter().filter_map(Value::as_str).map(str::to_owned));
                }
            }
            map.values_mut().for_each(|inner| explain(inner, texts, named));
            map.extend(added);
        }
        _ => {}
    }
}

fn name(texts: &Texts, id: &str) -> Option<String> {
    let keys = [format!("{id}-name"), format!("pattern-{id}"), format!("finding-{id}")];
    keys.iter().find_map(|key| texts.find(key))
}
