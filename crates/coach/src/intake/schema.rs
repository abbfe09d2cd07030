//! The JSON Schema of the intake, made from the same tables that read it.

use serde_json::{Value, json};

use super::Intake;
use super::format::Format;

/// The schema as a JSON value (draft 2020-12).
#[must_use]
pub fn schema() -> Value {
    let mut schema = Intake::schema();
    if let Some(map) = schema.as_object_mut() {
        map.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        map.insert("title".to_owned(), json!("Counterpose intake"));
        map.insert("required".to_owned(), json!(["screening"]));
    }
    schema
}
