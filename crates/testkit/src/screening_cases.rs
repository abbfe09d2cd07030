//! The coverage table of the screening: a clear person, one change, and what must be said.
//!
//! The table lies in `fixtures/screening/cases.json` and is written from the rules, never from the program's
//! output. The same table must notice every way of breaking a rule; see [`survivors`].

use counterpose_coach::intake::{Intake, parse};
use counterpose_coach::screening::{Mutation, RULES, RuleSet, Screening, assess_with};
use counterpose_coach::vocabulary::Tier;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::merge::merge;

const TABLE: &str = include_str!("../../../fixtures/screening/cases.json");

/// One line of the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is about.
    pub name: String,
    #[serde(default)]
    answers: Map<String, Value>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    also: Option<Value>,
    tier: Option<Tier>,
    reasons: Vec<String>,
    #[serde(default)]
    implies: Vec<String>,
    #[serde(default)]
    visit: bool,
    #[serde(default = "yes")]
    walking: bool,
    #[serde(default)]
    unanswered: Vec<String>,
    plan: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[allow(dead_code, reason = "for whoever reads the file")]
    about: String,
    clear: Value,
    cases: Vec<Case>,
}

/// The intake of a person with nothing to report, as JSON: every applicable question answered no.
///
/// # Panics
/// When the fixture is not what it should be.
#[must_use]
pub fn clear_person() -> Value {
    table().clear
}

#[allow(clippy::panic, reason = "a broken fixture must stop the tests")]
fn table() -> Table {
    serde_json::from_str(TABLE).unwrap_or_else(|error| panic!("fixtures/screening/cases.json: {error}"))
}

/// Every case with the intake it stands for.
///
/// # Panics
/// When the fixture is not what it should be.
#[must_use]
#[allow(clippy::panic, reason = "a broken fixture must stop the tests")]
pub fn cases() -> Vec<(Case, Intake)> {
    let Table { clear, cases, .. } = table();
    let with_intake = |case: Case| {
        let mut person = clear.clone();
        if let Some(also) = &case.also {
            merge(&mut person, also);
        }
        if let Some(screening) = person.get_mut("screening").and_then(Value::as_object_mut) {
            screening.extend(case.answers.clone());
            screening.retain(|question, _| !case.without.contains(question));
        }
        match parse(&person.to_string()) {
            Ok(intake) => (case, intake),
            Err(error) => panic!("case \"{}\": {error}", case.name),
        }
    };
    cases.into_iter().map(with_intake).collect()
}

/// What a case expects and what came out, where they differ.
#[must_use]
pub fn difference(case: &Case, found: &Screening) -> Option<String> {
    let ids = |found: &[String]| found.to_vec();
    let reasons: Vec<String> =
        found.reasons.iter().map(|reason| reason.text.trim_start_matches("reason-").to_owned()).collect();
    let implied: Vec<String> = found.implied.iter().map(ToString::to_string).collect();
    let unanswered: Vec<String> = found.unanswered.iter().map(ToString::to_string).collect();
    let expected = (
        case.tier,
        ids(&case.reasons),
        sorted(ids(&case.implies)),
        case.visit,
        case.walking,
        ids(&case.unanswered),
        case.plan,
    );
    let came = (
        found.tier,
        reasons,
        sorted(implied),
        found.book_visit,
        found.walking,
        unanswered,
        found.allows_plan(),
    );
    (expected != came).then(|| format!("{}:\n  expected {expected:?}\n  came     {came:?}", case.name))
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

/// Every case a set of rules gets wrong.
#[must_use]
pub fn failures(cases: &[(Case, Intake)], rules: &RuleSet) -> Vec<String> {
    cases.iter().filter_map(|(case, intake)| difference(case, &assess_with(intake, rules))).collect()
}

/// Ways of breaking a rule that the table does not notice, and how many ways were tried.
#[must_use]
pub fn survivors() -> (Vec<String>, usize) {
    let cases = cases();
    // A case that fails anyway would notice everything.
    let mut survived = failures(&cases, &RuleSet::standard());
    let mut tried = 0;
    for (index, rule) in RULES.iter().enumerate() {
        for mutation in Mutation::ALL {
            let Some(broken) = RuleSet::mutated(index, mutation) else { continue };
            tried += 1;
            let noticed =
                cases.iter().any(|(case, intake)| difference(case, &assess_with(intake, &broken)).is_some());
            if !noticed {
                survived.push(format!("{} about {}: {mutation:?}", rule.id, rule.subject.as_str()));
            }
        }
    }
    (survived, tried)
}
