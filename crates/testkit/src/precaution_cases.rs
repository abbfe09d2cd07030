//! The coverage tables of the precautions: which movements a condition closes, and which exercises, habits and home
//! tests that shuts. Written from the rules, in both directions.

use counterpose_coach::intake::{Intake, TestId};
use counterpose_coach::library::Library;
use counterpose_coach::precaution::{CLOSES, ClosedBy, Closes, Gate};
use counterpose_coach::screening::assess;
use counterpose_coach::vocabulary::MovementTag;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::people::clear_with;

const CLOSED: &str = include_str!("../../../fixtures/precautions/closes.json");
const SHUT: &str = include_str!("../../../fixtures/precautions/shut.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<T> {
    #[allow(dead_code, reason = "for whoever reads the file")]
    about: String,
    cases: Vec<T>,
}

/// A person's conditions and every movement that they close.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosesCase {
    /// What it is about.
    pub name: String,
    precautions: Value,
    leg_symptoms: Value,
    #[serde(default)]
    answers: Value,
    closed: Vec<MovementTag>,
}

/// A person's conditions and what is shut, and stays open, for them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShutCase {
    /// What it is about.
    pub name: String,
    precautions: Value,
    leg_symptoms: Value,
    shut: Vec<String>,
    open: Vec<String>,
    habits: Vec<String>,
    tests: Vec<TestId>,
    open_tests: Vec<TestId>,
}

fn person(precautions: &Value, leg_symptoms: &Value, answers: &Value) -> Intake {
    let mut over = json!({"precautions": precautions, "complaint": {"leg_symptoms": leg_symptoms}});
    if answers.is_object() {
        over["screening"] = answers.clone();
    }
    clear_with(&over)
}

#[allow(clippy::panic, reason = "a broken fixture must stop the tests")]
fn table<T: serde::de::DeserializeOwned>(text: &str, name: &str) -> Vec<T> {
    let table: Table<T> =
        serde_json::from_str(text).unwrap_or_else(|error| panic!("fixtures/precautions/{name}: {error}"));
    table.cases
}

/// The table of closed movements with the intakes it stands for.
#[must_use]
pub fn closes_cases() -> Vec<(ClosesCase, Intake)> {
    let cases: Vec<ClosesCase> = table(CLOSED, "closes.json");
    let with = |case: ClosesCase| {
        let person = person(&case.precautions, &case.leg_symptoms, &case.answers);
        (case, person)
    };
    cases.into_iter().map(with).collect()
}

/// Every case of closed movements that a table gets wrong.
#[must_use]
pub fn closes_failures(cases: &[(ClosesCase, Intake)], table: &[Closes]) -> Vec<String> {
    let wrong = |(case, intake): &(ClosesCase, Intake)| {
        let gate = Gate::with_table(intake, &assess(intake), table);
        let closed: Vec<MovementTag> =
            MovementTag::ALL.iter().copied().filter(|&tag| gate.closes(tag).is_some()).collect();
        let mut expected = case.closed.clone();
        expected.sort_unstable();
        expected.dedup();
        (closed != expected)
            .then(|| format!("{}:\n  expected {expected:?}\n  came     {closed:?}", case.name))
    };
    cases.iter().filter_map(wrong).collect()
}

/// Ways of breaking a line of the precaution table that nobody notices, and how many were tried: the line gone, and
/// each of its movements gone.
#[must_use]
pub fn survivors() -> (Vec<String>, usize) {
    let cases = closes_cases();
    // A case that fails anyway would notice everything.
    let mut survived = closes_failures(&cases, CLOSES);
    let mut tried = 0;
    for (index, line) in CLOSES.iter().enumerate() {
        for left_out in 0..=line.tags.len() {
            let mut table = CLOSES.to_vec();
            let tags: Vec<MovementTag> =
                line.tags.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, tag)| *tag).collect();
            if left_out == line.tags.len() {
                table.remove(index);
            } else {
                table[index].tags = tags.leak();
            }
            tried += 1;
            if closes_failures(&cases, &table).is_empty() {
                survived.push(format!("{} {:?} without {left_out}", line.precaution, line.only));
            }
        }
    }
    (survived, tried)
}

/// What the library gets wrong of the exercises, habits and home tests that must be shut or open. What the library
/// does not hold yet is passed over.
#[must_use]
pub fn shut_failures(library: &Library) -> Vec<String> {
    let cases: Vec<ShutCase> = table(SHUT, "shut.json");
    let mut wrong = Vec::new();
    for case in cases {
        let intake = person(&case.precautions, &case.leg_symptoms, &Value::Null);
        let gate = Gate::of(&intake, &assess(&intake));
        let mut note = |what: String| wrong.push(format!("{}: {what}", case.name));
        for name in &case.shut {
            for (way, by) in ways(&gate, library, name) {
                if by.is_none() {
                    note(format!("{way} should be shut and is open"));
                }
            }
        }
        for name in &case.open {
            let ways = ways(&gate, library, name);
            if !ways.is_empty() && ways.iter().all(|(_, by)| by.is_some()) {
                note(format!("{name} should be open and is shut: {ways:?}"));
            }
        }
        for habit in case.habits.iter().filter_map(|id| library.habit(id)) {
            if gate.shuts(&habit.tags).is_none() {
                note(format!("the habit {} should be shut and is open", habit.id));
            }
        }
        case.tests
            .iter()
            .filter(|test| gate.shuts_test(**test).is_none())
            .for_each(|test| note(format!("the test {test} should be shut")));
        case.open_tests
            .iter()
            .filter(|test| gate.shuts_test(**test).is_some())
            .for_each(|test| note(format!("the test {test} should be open")));
    }
    wrong
}

/// The ways of doing what a fixture names: all of an exercise, or the one after the colon; `block` is the plain way.
fn ways(gate: &Gate, library: &Library, name: &str) -> Vec<(String, Option<ClosedBy>)> {
    let (id, wanted) = name.split_once(':').map_or((name, None), |(id, way)| (id, Some(way)));
    let Some(exercise) = library.exercise(id) else { return Vec::new() };
    let named = |way: Option<&str>| way.unwrap_or("block").to_owned();
    gate.ways(exercise)
        .filter(|(way, _)| wanted.is_none_or(|wanted| named(*way) == wanted))
        .map(|(way, by)| (format!("{id} ({})", named(way)), by))
        .collect()
}
