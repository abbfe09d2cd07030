//! What the API takes and answers, as an OpenAPI document, built from the same limits that the code holds.
//!
//! A test holds its schemas to what the types write, and a schema-driven tester asks the running server by it. What
//! this module does not do: describe the client's files.

use counterpose_journal::entry::{EXACT_MAX, KIND_MAX_BYTES, ZONE_MAX_BYTES};
use counterpose_journal::sync::{BATCH_MAX, BODY_MAX_BYTES, PROTOCOL, PROTOCOL_OLDEST};
use serde_json::{Value, json};

use crate::sync::LIMIT_MAX;

/// The document.
pub fn document(program: &str) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Counterpose: sync",
            "version": program,
            "summary": "Union of a person's journal with a cursor.",
            "description": "Every request may be repeated without harm. What goes wrong comes as \
                            application/problem+json (RFC 9457) with a stable type under /problems/.",
            "license": {"name": "Apache-2.0 OR MIT", "identifier": "Apache-2.0 OR MIT"}
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {
            "/hello": {"get": {
                "operationId": "hello",
                "summary": "Who keeps whose journal, and what it understands",
                "responses": answers("Hello", &[]),
            }},
            "/health": {"get": {
                "operationId": "health",
                "summary": "Whether it runs and can read its journal",
                "responses": answers("Health", &["500", "503", "507"]),
            }},
            "/metrics": {"get": {
                "operationId": "metrics",
                "summary": "Counts for Prometheus; nothing about anybody",
                "responses": {"200": {
                    "description": "Text of Prometheus.",
                    "content": {"text/plain; version=0.0.4; charset=utf-8": {"schema": {"type": "string"}}}
                }},
            }},
            "/openapi.json": {"get": {
                "operationId": "openapi",
                "summary": "This document",
                "responses": {"200": {
                    "description": "An OpenAPI document.",
                    "content": {"application/json": {"schema": {"type": "object"}}}
                }},
            }},
            "/people/{person}/entries": {
                "parameters": [{
                    "name": "person", "in": "path", "required": true,
                    "description": "As told by /hello.", "schema": {"$ref": "#/components/schemas/Identifier"}
                }],
                "get": {
                    "operationId": "pull",
                    "summary": "Entries after a cursor, in the order this keeper got them",
                    "parameters": [
                        {"name": "after", "in": "query", "description": "The cursor of the last answer.",
                         "schema": {"type": "integer", "minimum": 0, "maximum": EXACT_MAX, "default": 0}},
                        {"name": "limit", "in": "query", "description": "Brought into 1 to its default.",
                         "schema": {"type": "integer", "minimum": 0, "maximum": LIMIT_MAX, "default": BATCH_MAX}}
                    ],
                    "responses": answers("Pulled", &["400", "404", "500", "503", "507"]),
                },
                "post": {
                    "operationId": "push",
                    "summary": "Takes entries in, all or none; answered, they survive a crash of the server",
                    "requestBody": {
                        "required": true,
                        "description": format!("At most {BODY_MAX_BYTES} bytes."),
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Push"}}}
                    },
                    "responses": answers(
                        "Pushed",
                        &["400", "404", "408", "409", "413", "415", "422", "500", "503", "507"],
                    ),
                }
            }
        },
        "components": {"schemas": schemas()},
    })
}

/// A good answer and the problems there may be.
fn answers(schema: &str, problems: &[&str]) -> Value {
    let mut answers = json!({"200": {
        "description": "Done.",
        "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{schema}")}}}
    }});
    let always = ["403", "405", "421"];
    for status in problems.iter().chain(&always) {
        answers[*status] = json!({
            "description": "A problem, and what to do.",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        });
    }
    answers
}

fn schemas() -> Value {
    let identifier = json!({"$ref": "#/components/schemas/Identifier"});
    let count = json!({"type": "integer", "minimum": 0, "maximum": EXACT_MAX});
    let version = json!({"type": "integer", "minimum": 0, "maximum": u16::MAX});
    json!({
        "Identifier": {
            "type": "string",
            "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
        },
        "Hello": closed_but_for(&["account"], json!({
            "protocol": version, "protocol_oldest": version, "program": {"type": "string"},
            "keeper": identifier, "person": identifier, "schema": count,
            "batch_max": count, "body_max_bytes": count, "account": {"type": "string"},
        })),
        "Health": closed(json!({"status": {"const": "ok"}})),
        "Push": closed(json!({
            "protocol": {"type": "integer", "minimum": PROTOCOL_OLDEST, "maximum": PROTOCOL},
            "entries": {"type": "array", "maxItems": BATCH_MAX,
                        "items": {"$ref": "#/components/schemas/Entry"}},
        })),
        "Pushed": closed(json!({"keeper": identifier, "added": count, "known": count})),
        "Pulled": closed(json!({
            "keeper": identifier,
            "entries": {"type": "array", "maxItems": BATCH_MAX,
                        "items": {"$ref": "#/components/schemas/Entry"}},
            "cursor": count,
            "more": {"type": "boolean"},
        })),
        "Entry": closed(json!({
            "id": identifier,
            "device": {"type": "string", "format": "uuid"},
            "lamport": {"type": "integer", "minimum": 1, "maximum": EXACT_MAX},
            "at_ms": {"type": "integer", "minimum": -(EXACT_MAX as i64), "maximum": EXACT_MAX},
            "date": {"type": "string", "format": "date"},
            "zone": {"type": "string", "pattern": format!("^[!-~]{{1,{ZONE_MAX_BYTES}}}$")},
            "kind": {"type": "string", "maxLength": KIND_MAX_BYTES, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "version": {"type": "integer", "minimum": 1, "maximum": u16::MAX},
            "payload": {"description": "Any JSON on one line, at most 64 KiB and 64 levels deep."},
        })),
        "Problem": {
            "type": "object",
            "properties": {
                "type": {"type": "string", "pattern": "^/problems/[a-z-]+$"},
                "title": {"type": "string"},
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
                "detail": {"type": "string"},
                "entry": identifier,
            },
            "required": ["type", "title", "status", "detail"],
            "additionalProperties": false
        }
    })
}

/// An object with these keys, all of them and no others.
fn closed(properties: Value) -> Value {
    closed_but_for(&[], properties)
}

/// The same, where some keys may be missing.
fn closed_but_for(optional: &[&str], properties: Value) -> Value {
    let keys = properties.as_object().into_iter().flat_map(|fields| fields.keys());
    let required: Vec<&String> = keys.filter(|key| !optional.contains(&key.as_str())).collect();
    json!({"type": "object", "required": required, "additionalProperties": false, "properties": properties})
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterpose_journal::Cursor;
    use counterpose_journal::contract::sample;
    use counterpose_journal::sync::{Hello, Problem, Pulled, Push, Pushed};
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn keys(value: &Value) -> BTreeSet<String> {
        value.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
    }

    /// What the types write has the keys of their schemas, so that a new field cannot be forgotten here.
    #[test]
    fn every_schema_has_the_keys_that_its_type_writes() {
        let schemas = schemas();
        let id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
        let hello = Hello {
            protocol: PROTOCOL,
            protocol_oldest: PROTOCOL_OLDEST,
            program: String::new(),
            keeper: id,
            person: id,
            account: Some("anna".to_owned()),
            schema: 1,
            batch_max: 1,
            body_max_bytes: 1,
        };
        let text = String::new;
        let problem = Problem { kind: text(), title: text(), status: 404, detail: text(), entry: Some(id) };
        let pulled = Pulled { keeper: id, entries: vec![sample(0)], cursor: Cursor(1), more: false };
        let written = [
            ("Hello", serde_json::to_value(hello)),
            ("Push", serde_json::to_value(Push { protocol: PROTOCOL, entries: vec![] })),
            ("Pushed", serde_json::to_value(Pushed { keeper: id, added: 1, known: 0 })),
            ("Pulled", serde_json::to_value(pulled)),
            ("Entry", serde_json::to_value(sample(0))),
            ("Problem", serde_json::to_value(problem)),
        ];
        for (name, value) in written {
            assert_eq!(keys(&value.unwrap()), keys(&schemas[name]["properties"]), "{name}");
        }
    }

    /// Every reference of the document leads somewhere.
    #[test]
    fn every_reference_leads_somewhere() {
        let document = document("1.0.0");
        let text = document.to_string();
        let mut found = 0;
        for part in text.split("\"$ref\":\"#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(document["components"]["schemas"].get(name).is_some(), "{name}");
            found += 1;
        }
        assert!(found > 20);
    }
}
