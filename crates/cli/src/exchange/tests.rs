//! The table and the bundle hold what the journal says; the bundle keeps to HL7's own schema of FHIR R4.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use counterpose_content::{Locale, Texts};
use counterpose_journal::contract::sample;
use counterpose_journal::{Entry, State, export, fold};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{csv, fact, fhir};

const NOW_MS: i64 = 1_795_600_000_000;

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(path)
}

fn journals() -> Vec<(String, State)> {
    let mut found = Vec::new();
    for name in ["every-kind", "tracking", "erasure"] {
        let text = fs::read_to_string(fixture(&format!("journal/v1/{name}.jsonl"))).unwrap();
        found.push((name.to_owned(), fold(&export::read_lines(&text).unwrap())));
    }
    found.push(("somebody-with-a-plan".to_owned(), fold(&somebody())));
    found.push(("nobody".to_owned(), State::default()));
    found
}

/// Somebody whose answers lead to a plan, as told on one day.
fn somebody() -> Vec<Entry> {
    let intake = fs::read_to_string(fixture("intakes/golfer-stiff-hip.json")).unwrap();
    let intake: Value = serde_json::from_str(&intake).unwrap();
    let today = jiff::civil::date(2026, 11, 22);
    let mut entries = Vec::new();
    for section in counterpose_journal::Section::ALL {
        if let Some(value) = intake.get(section.intake_key()) {
            let payload = section.answers(value.clone(), today);
            let n = entries.len() as u64;
            entries.push(Entry {
                kind: payload.kind().to_owned(),
                payload: payload.encode().unwrap(),
                date: today,
                ..sample(n)
            });
        }
    }
    entries
}

fn bundle(state: &State) -> Value {
    let today = jiff::civil::date(2026, 11, 25);
    fhir::bundle(state, Uuid::from_u128(7), today, NOW_MS, &Texts::new(Locale::English))
}

fn kinds(bundle: &Value) -> BTreeSet<&str> {
    let entries = bundle["entry"].as_array().unwrap();
    entries.iter().filter_map(|entry| entry["resource"]["resourceType"].as_str()).collect()
}

#[test]
fn every_bundle_keeps_to_the_published_schema_and_refers_only_inside() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(fixture("fhir/r4.schema.json")).unwrap()).unwrap();
    let mut seen = BTreeSet::new();
    for (name, state) in journals() {
        let bundle = bundle(&state);
        check(&schema, &json!({"$ref": "#/definitions/Bundle"}), &bundle, &name).unwrap();
        seen.extend(kinds(&bundle).into_iter().map(str::to_owned));
        let text = bundle.to_string();
        let urls: BTreeSet<&str> = bundle["entry"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["fullUrl"].as_str().unwrap())
            .collect();
        assert_eq!(
            urls.len(),
            bundle["entry"].as_array().unwrap().len(),
            "{name}: two resources share a name"
        );
        for reference in text.split("\"reference\":\"").skip(1) {
            let reference = reference.split('"').next().unwrap();
            assert!(urls.contains(reference), "{name}: {reference} leads nowhere");
        }
        assert_eq!(text, self::bundle(&state).to_string(), "{name}: twice is not the same");
        write_for_the_validator(&name, &bundle);
    }
    let all = ["CarePlan", "Goal", "Observation", "Patient", "QuestionnaireResponse", "ServiceRequest"];
    assert_eq!(seen, BTreeSet::from(all.map(str::to_owned)));
}

/// `cargo xtask test interop` gives these to validators that others wrote.
fn write_for_the_validator(name: &str, bundle: &Value) {
    if let Some(folder) = std::env::var_os("COUNTERPOSE_FHIR_SAMPLES") {
        fs::write(Path::new(&folder).join(format!("{name}.json")), bundle.to_string()).unwrap();
    }
}

#[test]
fn only_confirmed_codes_of_others_are_used() {
    let confirmed = ["72514-3", "97909-6", "229065009"];
    let categories = "http://terminology.hl7.org/CodeSystem/observation-category";
    let mut used = BTreeSet::new();
    fn codings<'a>(value: &'a Value, into: &mut Vec<(&'a str, &'a str)>) {
        match value {
            Value::Object(fields) => {
                if let (Some(system), Some(code)) =
                    (fields.get("system").and_then(Value::as_str), fields.get("code").and_then(Value::as_str))
                {
                    into.push((system, code));
                }
                fields.values().for_each(|value| codings(value, into));
            }
            Value::Array(items) => items.iter().for_each(|value| codings(value, into)),
            _ => {}
        }
    }
    for (name, state) in journals() {
        let bundle = bundle(&state);
        let mut all = Vec::new();
        codings(&bundle, &mut all);
        for (system, code) in all {
            if !system.starts_with("urn:counterpose:") && system != categories {
                assert!(confirmed.contains(&code), "{name}: {system} {code} was never confirmed");
                used.insert(code.to_owned());
            }
        }
    }
    assert_eq!(used, BTreeSet::from(confirmed.map(str::to_owned)));
}

/// What the schema check must not let through, or it would prove nothing.
#[test]
fn the_schema_check_finds_what_is_wrong() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(fixture("fhir/r4.schema.json")).unwrap()).unwrap();
    let root = json!({"$ref": "#/definitions/Bundle"});
    let good = bundle(&fold(&somebody()));
    assert!(check(&schema, &root, &good, "good").is_ok());
    let wrong: [fn(&mut Value); 5] = [
        |bundle| bundle["colour"] = json!("red"),
        |bundle| bundle["type"] = json!("heap"),
        |bundle| bundle["entry"][0]["resource"]["gender"] = json!("f"),
        |bundle| bundle["entry"][1]["resource"]["resourceType"] = json!("Recipe"),
        |bundle| bundle["entry"][0]["fullUrl"] = json!(7),
    ];
    for (number, change) in wrong.iter().enumerate() {
        let mut changed = good.clone();
        change(&mut changed);
        assert!(check(&schema, &root, &changed, "changed").is_err(), "change {number} was not found");
    }
}

#[test]
fn the_table_holds_every_fact_and_no_formula() {
    let text = fs::read_to_string(fixture("journal/v1/every-kind.jsonl")).unwrap();
    let state = fold(&export::read_lines(&text).unwrap());
    let table = csv::table(&fact::all(&state));
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[0], "date,time_utc,kind,about,side,value,unit");
    for wanted in [
        ",measure,thomas.thigh,left,6,deg",
        ",measure,bridge-hold.seconds,,45,s",
        ",answer,complaint.sites,,low-back,",
        ",pain-now,,,3,of 10",
        ",session,morning,,4.78,min",
        ",habit,walk,,3,times",
        ",settled-by-morning,,,true,",
    ] {
        assert!(lines.iter().any(|line| line.ends_with(wanted)), "{wanted} is missing:\n{table}");
    }
    let evil = fact::Fact {
        date: None,
        at_ms: Some(0),
        kind: "answer",
        about: "goals.activity".to_owned(),
        side: String::new(),
        value: json!("=HYPERLINK(\"http://evil.example\"), \"quoted\"\nand a line"),
        unit: "",
    };
    let line = csv::table(&[evil]);
    let expected = ",1970-01-01T00:00:00Z,answer,goals.activity,,\"'=HYPERLINK(\"\"http://evil.example\"\"), \
                    \"\"quoted\"\"\nand a line\",\r\n";
    assert!(line.ends_with(expected), "{line}");
}

/// As much of JSON Schema as HL7's file uses, but for the patterns of words, which the interop stage checks.
fn check(schema: &Value, rule: &Value, value: &Value, at: &str) -> Result<(), String> {
    if let Some(name) = rule.get("$ref").and_then(Value::as_str) {
        let name = name.trim_start_matches("#/definitions/");
        let definition = schema["definitions"].get(name).ok_or_else(|| format!("no definition {name}"))?;
        return check(schema, definition, value, at);
    }
    if let Some(choices) = rule.get("oneOf").and_then(Value::as_array) {
        let tried: Vec<Result<(), String>> =
            choices.iter().map(|choice| check(schema, choice, value, at)).collect();
        let fits = tried.iter().filter(|result| result.is_ok()).count();
        let why = tried.into_iter().filter_map(Result::err).collect::<Vec<_>>().join("; ");
        return if fits == 1 { Ok(()) } else { Err(format!("{at}: {fits} of the choices fit: {why}")) };
    }
    if rule.get("const").is_some_and(|wanted| wanted != value) {
        return Err(format!("{at}: {value} instead of {}", rule["const"]));
    }
    if let Some(words) = rule.get("enum").and_then(Value::as_array)
        && !words.contains(value)
    {
        return Err(format!("{at}: {value} is none of the words"));
    }
    let fits = match rule.get("type").and_then(Value::as_str) {
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        _ if rule.get("properties").is_some() => value.is_object(),
        _ => true,
    };
    if !fits {
        return Err(format!("{at}: {value} is of another type"));
    }
    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
        check(schema, rule.get("items").unwrap_or(&Value::Null), item, &format!("{at}[{number}]"))?;
    }
    if let (Some(properties), Some(fields)) =
        (rule.get("properties").and_then(Value::as_object), value.as_object())
    {
        check_object(schema, rule, properties, fields, at)?;
    }
    Ok(())
}

fn check_object(
    schema: &Value,
    rule: &Value,
    properties: &Map<String, Value>,
    fields: &Map<String, Value>,
    at: &str,
) -> Result<(), String> {
    for required in rule.get("required").and_then(Value::as_array).into_iter().flatten() {
        let name = required.as_str().unwrap_or_default();
        if !fields.contains_key(name) {
            return Err(format!("{at}: {name} is missing"));
        }
    }
    for (name, value) in fields {
        match properties.get(name) {
            Some(rule) => check(schema, rule, value, &format!("{at}.{name}"))?,
            None => return Err(format!("{at}: there is no {name}")),
        }
    }
    Ok(())
}
