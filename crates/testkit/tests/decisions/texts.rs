//! Every key the decisions can utter has a text, and every source they name stands in the library.

use std::collections::BTreeSet;

use counterpose_coach::finding::Finding;
use counterpose_coach::pattern::{AGAINST, FOR};
use counterpose_coach::planner::table::every_row;
use counterpose_coach::precaution::{CLOSES, ClosedBy};
use counterpose_coach::screening::{Asked, DueBecause, Group, Kind, QuestionId, RULES, questions};
use counterpose_coach::vocabulary::{Equipment, Pattern, Precaution, Tier};
use counterpose_content::{Locale, Texts, library};
use counterpose_testkit::people::intake;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

fn missing(keys: impl IntoIterator<Item = String>) -> Vec<String> {
    let texts = Texts::new(Locale::English);
    keys.into_iter().filter(|key| !texts.has(key)).collect()
}

#[test]
fn every_question_group_value_and_feature_has_its_words() {
    let mut keys = Vec::new();
    for question in questions(&Asked::default()) {
        keys.extend([question.text, question.help]);
        match question.kind {
            Kind::Choice(values) => {
                keys.extend(values.iter().map(|value| format!("question-{}-value-{value}", question.id)));
            }
            Kind::EarlyBackPain => keys.extend(
                counterpose_coach::intake::InflammatoryFeature::ALL
                    .iter()
                    .map(|feature| format!("question-{}-feature-{feature}", question.id)),
            ),
            Kind::YesNo => {}
        }
    }
    keys.extend(["question-E11-male", "question-E11-female"].map(str::to_owned));
    keys.extend(
        Group::ALL.iter().flat_map(|group| [format!("group-{group}"), format!("group-{group}-help")]),
    );
    keys.extend(DueBecause::ALL.iter().map(|because| format!("due-{because}")));
    assert_eq!(missing(keys), Vec::<String>::new());
}

#[test]
fn every_rule_tier_and_way_out_has_its_words() {
    let mut keys: Vec<String> = RULES.iter().map(|rule| format!("reason-{}", rule.id)).collect();
    keys.extend(
        ["cleared", "precaution", "limits", "not-for-age", "not-for-site"].map(|id| format!("reason-{id}")),
    );
    keys.extend(Tier::ALL.iter().map(|tier| format!("tier-{tier}-title")));
    for stop in ["emergency", "same-day", "clinician-first"] {
        keys.extend(["who", "when", "reach", "say"].map(|part| format!("care-{part}-{stop}")));
    }
    keys.extend(Pattern::ALL.iter().map(|pattern| format!("pattern-{pattern}")));
    keys.extend(Precaution::ALL.iter().map(|id| format!("precaution-{id}")));
    let closed = Precaution::ALL.iter().map(|&id| ClosedBy::Precaution(id)).chain([
        ClosedBy::LegSymptoms,
        ClosedBy::ClinicianLimit,
        ClosedBy::UnknownLegSymptoms,
        ClosedBy::Direction,
        ClosedBy::DirectionOpposite,
        ClosedBy::UnknownPrecautions,
        ClosedBy::UnknownAge,
    ]);
    keys.extend(closed.map(|by| format!("left-out-{}", by.as_str())));
    keys.extend(Equipment::ALL.iter().map(|thing| format!("left-out-{thing}")));
    let open_and_out = [
        "you-left-it-out",
        "mid-range-only",
        "no-lengthening",
        "not-measured-short",
        "tests-normal",
        "not-called-for",
        "same-job",
        "comes-later",
        "enough-for-now",
        "no-room",
    ];
    keys.extend(["kneeling", "floor", "lying", "starter-first"].map(|id| format!("left-out-{id}")));
    keys.extend(open_and_out.map(|id| format!("left-out-{id}")));
    keys.extend(every_row().map(|row| format!("rule-{}", row.rule)));
    let others = [
        "measured-short",
        "you-like-it",
        "sides-differ",
        "feared-movement",
        "step-up",
        "step-down",
        "lengthens-the-same",
    ];
    keys.extend(others.map(|id| format!("rule-{id}")));
    keys.extend(["ladder", "ladder-feared", "habit-squeeze"].map(|id| format!("rule-{id}")));
    keys.extend(FOR.iter().chain(AGAINST).map(|sign| format!("finding-{}", sign.finding)));
    assert_eq!(missing(keys), Vec::<String>::new());
}

#[test]
fn every_statement_question_and_reading_of_the_outcomes_has_its_words() {
    use counterpose_coach::outcome::{Ask, Reading, score};
    let statements = (1..=score::ROLAND_MORRIS_STATEMENTS).map(|n| format!("roland-morris-{n}"));
    let mut keys: Vec<String> = statements.collect();
    keys.extend(["roland-morris-intro", "roland-morris-source"].map(str::to_owned));
    keys.extend(Ask::ALL.iter().map(|ask| format!("ask-{ask}")));
    keys.extend(Reading::ALL.iter().map(|reading| format!("reading-{reading}")));
    assert_eq!(missing(keys), Vec::<String>::new());
}

#[test]
fn every_source_a_rule_names_stands_in_the_library() {
    let rules = RULES.iter().flat_map(|rule| rule.sources);
    let signs = FOR.iter().chain(AGAINST).flat_map(|sign| sign.sources);
    let lines = CLOSES.iter().flat_map(|line| line.sources);
    let named: BTreeSet<&str> = rules.chain(signs).chain(lines).copied().collect();
    let absent: Vec<&str> = named.into_iter().filter(|id| library().source(id).is_none()).collect();
    assert_eq!(absent, Vec::<&str>::new());
}

/// Whatever people answer, what comes out can be said in words.
#[test]
fn whatever_is_answered_can_be_said_in_words() {
    let mut runner = TestRunner::deterministic();
    let mut keys = BTreeSet::new();
    for _ in 0..1500 {
        let person = intake().new_tree(&mut runner).unwrap().current();
        let outcome = counterpose_coach::check::check(&person, library());
        keys.extend(outcome.triage.reasons.iter().map(|reason| reason.text.clone()));
        keys.extend(outcome.findings.iter().map(|Finding { id, .. }| format!("finding-{id}")));
        if let Some(plan) = outcome.plan {
            keys.extend(plan.left_out.iter().map(|out| format!("left-out-{}", out.because)));
            let items = plan.items.iter().flat_map(|item| &item.because);
            let ladders = plan.ladders.iter().flat_map(|ladder| &ladder.because);
            for because in items.chain(plan.habits.iter().flat_map(|habit| &habit.because)).chain(ladders) {
                keys.insert(format!("claim-{}", because.mechanism));
                keys.insert(format!("rule-{}", because.rule));
                keys.insert(format!("change-{}", because.would_change));
            }
        }
    }
    assert_eq!(missing(keys), Vec::<String>::new());
}

#[test]
fn the_derived_question_is_never_asked() {
    assert!(questions(&Asked::default()).iter().all(|question| question.id != QuestionId::C9));
}
