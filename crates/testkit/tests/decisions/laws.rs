//! Only more careful, mirror, no plan past a stop, whole chains, dose within bounds.

use std::collections::BTreeSet;

use counterpose_coach::check::{CheckOutcome, check};
use counterpose_coach::intake::{Answer, Intake, parse};
use counterpose_coach::library::Library;
use counterpose_coach::pattern::Confidence;
use counterpose_coach::plan::LeftOutKind;
use counterpose_coach::precaution::Gate;
use counterpose_coach::screening::{QuestionId, Screening, assess};
use counterpose_coach::vocabulary::{Precaution, Tier};
use counterpose_content::library;
use counterpose_quantity::Mirror;
use counterpose_testkit::people::{answer, intake, known_intake, precaution};
use proptest::prelude::*;

type Way = (String, Option<String>);

/// Every (exercise, variant) that a gate shuts.
fn shut(intake: &Intake, screening: &Screening, library: &Library) -> BTreeSet<Way> {
    let gate = Gate::of(intake, screening);
    let mut shut = BTreeSet::new();
    for exercise in &library.exercises {
        for (way, by) in gate.ways(exercise) {
            if by.is_some() {
                shut.insert((exercise.id.clone(), way.map(str::to_owned)));
            }
        }
    }
    shut
}

/// How urgent a tier is; nothing known is less urgent than anything.
fn urgency(tier: Option<Tier>) -> u8 {
    match tier {
        Some(Tier::Emergency) => 5,
        Some(Tier::SameDay) => 4,
        Some(Tier::ClinicianFirst) => 3,
        Some(Tier::Adapted) => 2,
        Some(Tier::Ok) => 1,
        None => 0,
    }
}

/// Whether the second answer is at least as cautious as the first, by the declared order. Not being sure stands above
/// a no; above not being sure stands only the most cautious answer there is, for a lesser one says what was open.
fn at_least_as_cautious(question: QuestionId, before: &Answer, after: &Answer) -> bool {
    match (before, after) {
        (Answer::Level(before), Answer::Level(after)) => after >= before,
        (Answer::Level(before), Answer::Unsure) => *before == 0,
        (Answer::Unsure, Answer::Level(after)) => usize::from(*after) + 1 == question.values().len(),
        (Answer::History(before), Answer::History(after)) => {
            before.features.iter().all(|feature| after.features.contains(feature))
                && (before.started_before_45 == after.started_before_45
                    || after.started_before_45 == Some(true))
                && before.months.is_none_or(|before| after.months.is_some_and(|after| after >= before))
        }
        (before, after) => before == after,
    }
}

fn only_more_careful(before: &Intake, after: &Intake) -> Result<(), TestCaseError> {
    let (one, other) = (assess(before), assess(after));
    prop_assert!(urgency(other.tier) >= urgency(one.tier), "{:?} became {:?}", one.tier, other.tier);
    let (were, are) = (shut(before, &one, library()), shut(after, &other, library()));
    prop_assert!(were.is_subset(&are), "let in {:?}", were.difference(&are).collect::<Vec<_>>());
    if let Some(plan) = check(after, library()).plan {
        for item in &plan.items {
            let way = (item.exercise.clone(), item.variant.clone());
            prop_assert!(!were.contains(&way), "{way:?} was shut and is planned");
        }
    }
    Ok(())
}

fn question_and_answer() -> impl Strategy<Value = (QuestionId, Answer)> {
    proptest::sample::select(QuestionId::ALL).prop_flat_map(|question| (Just(question), answer(question)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn a_more_cautious_answer_makes_it_only_more_careful(
        before in known_intake(),
        (question, more) in question_and_answer(),
    ) {
        let Some(given) = before.screening.get(question) else { return Ok(()) };
        prop_assume!(at_least_as_cautious(question, given, &more));
        let mut after = before.clone();
        after.screening.set(question, more);
        only_more_careful(&before, &after)?;
    }

    #[test]
    fn one_more_precaution_makes_it_only_more_careful(before in known_intake(), more in precaution()) {
        // To say which of the two it is, pregnancy or the time after birth, answers C8; it adds no precaution.
        let answers_c8 = matches!(more.id, Precaution::Pregnancy | Precaution::Postpartum)
            && before.screening.get(QuestionId::C8) != Some(&Answer::Level(0));
        prop_assume!(!answers_c8);
        let mut after = before.clone();
        after.precautions.get_or_insert_default().push(more);
        only_more_careful(&before, &after)?;
    }

    #[test]
    fn not_knowing_is_never_less_careful_than_knowing_of_none(mut person in known_intake()) {
        person.precautions = Some(Vec::new());
        let mut unknown = person.clone();
        unknown.precautions = None;
        let (known, unknowing) = (assess(&person), assess(&unknown));
        prop_assert!(shut(&person, &known, library()).is_subset(&shut(&unknown, &unknowing, library())));
    }

    #[test]
    fn the_mirror_of_the_person_has_the_mirror_of_the_answer(person in intake()) {
        let mirrored = check(&person.clone().mirror(), library());
        prop_assert_eq!(check(&person, library()).mirror(), mirrored);
    }

    #[test]
    fn no_plan_stands_past_a_stop(person in intake()) {
        let screening = assess(&person);
        let outcome = check(&person, library());
        nothing_past_a_stop(&screening, &outcome)?;
    }

    #[test]
    fn what_is_planned_is_open_whole_and_within_bounds(person in intake()) {
        let screening = assess(&person);
        let Some(plan) = check(&person, library()).plan else { return Ok(()) };
        let shut = shut(&person, &screening, library());
        for item in &plan.items {
            prop_assert!(!shut.contains(&(item.exercise.clone(), item.variant.clone())));
            prop_assert!(!item.because.is_empty());
        }
        for because in plan.items.iter().flat_map(|item| &item.because).chain(plan.habits.iter().flat_map(|h| &h.because)) {
            prop_assert!(!because.from.is_empty() && !because.rule.is_empty() && !because.mechanism.is_empty());
            prop_assert!(!because.sources_for.is_empty() && !because.against.is_empty());
            prop_assert!(!because.would_change.is_empty());
        }
        if let Some(minutes) = person.means.as_ref().and_then(|means| means.minutes_per_session) {
            prop_assert!(plan.minutes_per_session <= minutes.get());
        }
        let listed: BTreeSet<Way> = plan.left_out.iter()
            .filter(|out| out.kind == LeftOutKind::Precaution && library().exercise(&out.exercise).is_some())
            .map(|out| (out.exercise.clone(), out.variant.clone()))
            .collect();
        prop_assert_eq!(listed, shut);
    }

    #[test]
    fn what_is_written_is_read_back(person in intake()) {
        let text = serde_json::to_string(&person).unwrap();
        prop_assert_eq!(parse(&text).unwrap(), person);
    }
}

fn nothing_past_a_stop(screening: &Screening, outcome: &CheckOutcome) -> Result<(), TestCaseError> {
    let stop = outcome.triage.tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    let silent = outcome.findings.is_empty()
        && outcome
            .patterns
            .iter()
            .all(|pattern| pattern.points == 0 && pattern.confidence == Confidence::None);
    if stop || !outcome.eligible {
        prop_assert!(outcome.plan.is_none() && silent);
    }
    if !screening.missing.is_empty() {
        prop_assert!(outcome.plan.is_none());
    }
    prop_assert_eq!(outcome.meanwhile.is_some(), outcome.triage.tier == Some(Tier::ClinicianFirst));
    let may = outcome.eligible && !stop && screening.missing.is_empty();
    prop_assert_eq!(outcome.plan.is_some(), may);
    prop_assert_eq!(outcome.patterns.len(), 7);
    Ok(())
}
