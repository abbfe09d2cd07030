//! The laws of the plan: sides, doses, minutes, weeks, and what is never asked of whom.

use std::collections::BTreeSet;

use counterpose_coach::check::{CheckOutcome, check};
use counterpose_coach::finding::is_irritable;
use counterpose_coach::intake::{Intake, Life, Preferences};
use counterpose_coach::library::{Laterality, Motion, Purpose, Role, When};
use counterpose_coach::plan::{Dose, Plan, Prescription, Sides};
use counterpose_coach::planner::{END_RANGE, STARTER};
use counterpose_coach::routine::{self, Today, Which, usual_dose};
use counterpose_coach::timeline;
use counterpose_coach::vocabulary::{Pattern, Precaution};
use counterpose_content::library;
use counterpose_quantity::Sided;
use counterpose_testkit::people::{intake, known_intake};
use proptest::prelude::*;

fn planned(person: &Intake) -> Option<(CheckOutcome, Plan)> {
    let outcome = check(person, library());
    let plan = outcome.plan.clone()?;
    Some((outcome, plan))
}

/// Every dose an item ever has, with the times a day that go with it.
fn doses(item: &Prescription) -> Vec<(Sides, u8)> {
    let later = item.later.iter().map(|later| (later.sides, later.per_day));
    core::iter::once((item.sides, item.per_day)).chain(later).collect()
}

fn each(sides: &Sides) -> Vec<Dose> {
    match sides {
        Sides::Both { both } => vec![*both],
        Sides::Each(Sided { left, right }) => vec![*left, *right],
    }
}

/// Seconds of one side in the phases of every set, worked out here anew from the catalogue.
fn lengthened_s(exercise: &str, dose: &Dose) -> f64 {
    let Some(entry) = library().exercise(exercise) else { return f64::INFINITY };
    let every: Vec<_> = entry.phases.iter().filter(|phase| phase.when == When::EverySet).collect();
    let first_hold = every.iter().find_map(|phase| match &phase.motion {
        Motion::Hold { hold_s } => Some(hold_s.default),
        _ => None,
    });
    let mut sum = 0.0;
    for (index, phase) in every.iter().enumerate() {
        let usual = phase.repetitions.default;
        let times = if index == 0 { dose.repetitions.map_or(usual, f64::from) } else { usual };
        sum += times
            * match &phase.motion {
                Motion::Hold { hold_s } => {
                    hold_s.default * dose.hold_s.unwrap_or(hold_s.default) / first_hold.unwrap_or(1.0)
                }
                Motion::Repetition { out_s, hold_s, back_s } => out_s + hold_s + back_s,
                _ => 0.0,
            };
    }
    sum * f64::from(dose.sets.unwrap_or(1))
}

/// Minutes of the morning session of a day; without end where the plan does not fit the library.
fn minutes_of_day(plan: &Plan, day: u32) -> f64 {
    let today = Today { day, which: Which::Morning, worse_side: None };
    routine::compile(plan, library(), &today)
        .and_then(|routine| timeline::compile(&routine, library()))
        .map_or(f64::INFINITY, |timeline| timeline.duration_ms() as f64 / 60_000.0)
}

/// The same plan with a longer walk in the first week and after; `None` where it holds no walk or the walk is as long as
/// it may be.
fn with_ten_seconds_more_walking(plan: &Plan) -> Option<Plan> {
    let mut longer = plan.clone();
    let walks = |item: &&mut Prescription| {
        let exercise = library().exercise(&item.exercise);
        item.starts_in_week == 1 && exercise.is_some_and(|exercise| exercise.purpose == Purpose::Walking)
    };
    let walk = longer.items.iter_mut().find(walks)?;
    let main =
        library().exercise(&walk.exercise)?.phases.iter().find(|phase| phase.when == When::EverySet)?;
    let Motion::Continue { duration_s: range } = &main.motion else { return None };
    for sides in core::iter::once(&mut walk.sides).chain(walk.later.iter_mut().map(|later| &mut later.sides))
    {
        let Sides::Both { both: Dose { duration_s: Some(seconds), .. } } = sides else { return None };
        *seconds += 10.0;
        if *seconds > range.max {
            return None;
        }
    }
    Some(longer)
}

fn has(person: &Intake, precaution: Precaution) -> bool {
    person.precautions.iter().flatten().any(|entry| entry.id == precaution)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn sides_are_equal_unless_a_difference_larger_than_its_error_was_measured(person in intake()) {
        let Some((outcome, plan)) = planned(&person) else { return Ok(()) };
        for item in &plan.items {
            for (sides, _) in doses(item) {
                let Sides::Each(Sided { left, right }) = sides else { continue };
                if left == right {
                    continue;
                }
                let amount = |dose: &Dose| lengthened_s(&item.exercise, dose);
                let more = if amount(&left) > amount(&right) { "left" } else { "right" };
                let measured = outcome.findings.iter().any(|finding| {
                    finding.meaningful && finding.counted
                        && finding.id.ends_with("-difference")
                        && finding.side.is_some_and(|side| side.as_str() == more)
                        && finding.value.zip(finding.error).is_some_and(|(value, error)| value > error)
                });
                prop_assert!(measured, "{} does more on the {more} without a measure", item.exercise);
                prop_assert!(item.because.iter().any(|because| because.from.starts_with("measure:")));
            }
        }
    }

    #[test]
    fn exercises_minutes_and_sessions_never_pass_what_was_said(person in intake()) {
        let Some((_, plan)) = planned(&person) else { return Ok(()) };
        let means = person.means.clone().unwrap_or_default();
        let wish = person.preferences.as_ref().and_then(|wishes| wishes.exercises_per_session);
        let most = wish.map_or(5, |wish| usize::from(wish.get()));
        let sessions = means.sessions_per_day.map_or(1, |sessions| sessions.get());
        prop_assert!(plan.items.len() <= most.min(5));
        prop_assert!(plan.items.iter().filter(|item| item.starts_in_week == 1).count() <= most.min(3));
        prop_assert!(plan.items.iter().all(|item| item.starts_in_week <= 4 && item.per_day == 1));
        prop_assert!(plan.items.iter().flat_map(doses).all(|(_, per_day)| per_day <= sessions.max(1)));
        for day in (1..=7).chain(22..=28) {
            for &which in Which::ALL {
                let today = Today { day, which, worse_side: None };
                let routine = routine::compile(&plan, library(), &today).unwrap();
                prop_assert!(which == Which::Morning || sessions >= 2 || routine.items.is_empty());
                prop_assert!(which == Which::Morning || day > 7 || routine.items.is_empty(), "one session a day");
                let minutes = timeline::compile(&routine, library()).unwrap().duration_ms() as f64 / 60_000.0;
                prop_assert!(minutes <= plan.minutes_per_session + 1e-9);
                if let Some(said) = means.minutes_per_session {
                    prop_assert!(minutes <= said.get() + 1e-9);
                }
                prop_assert!(day > 7 || minutes <= 8.0 + 1e-9, "the first week: {minutes}");
            }
        }
    }

    #[test]
    fn every_week_holds_walking_strength_and_trunk_where_nothing_stands_against_it(mut person in known_intake()) {
        // Somebody with time, a floor and nothing to take care with.
        person.precautions = Some(Vec::new());
        person.clearances.clear();
        person.means = None;
        person.preferences = None;
        person.measures.clear();
        person.complaint = None;
        let Some((_, plan)) = planned(&person) else { return Ok(()) };
        let first: BTreeSet<Purpose> = plan.items.iter()
            .filter(|item| item.starts_in_week == 1)
            .map(|item| library().exercise(&item.exercise).unwrap().purpose)
            .collect();
        for purpose in [Purpose::Walking, Purpose::Strength, Purpose::Trunk] {
            prop_assert!(first.contains(&purpose), "{purpose} is missing: {first:?}");
        }
    }

    #[test]
    fn every_day_of_the_first_week_takes_five_to_eight_minutes_where_walking_and_the_minutes_allow(
        mut person in known_intake()
    ) {
        // Whoever has easily stirred pain, just trained more or says how far they can walk does less.
        person.irritability = None;
        person.life = person.life.map(|life| Life { recent_training_jump: None, ..life });
        for goal in &mut person.goals {
            goal.tolerance_minutes = None;
        }
        let Some((_, plan)) = planned(&person) else { return Ok(()) };
        let said = person.means.as_ref().and_then(|means| means.minutes_per_session);
        let limit = said.map_or(10.0, |minutes| minutes.get());
        let Some(longer) = with_ten_seconds_more_walking(&plan) else { return Ok(()) };
        if is_irritable(&person) || limit < 8.0 {
            return Ok(());
        }
        let room = (1..=28).all(|day| minutes_of_day(&longer, day) <= if day <= 7 { 8.0 } else { limit });
        for day in 1..=7 {
            let minutes = minutes_of_day(&plan, day);
            prop_assert!(minutes <= 8.0, "day {day}: {minutes} minutes");
            prop_assert!(minutes >= 5.0 || !room, "day {day}: {minutes} minutes, and the walk might be longer");
        }
    }

    #[test]
    fn lengthening_is_for_what_was_measured_short_and_never_more_than_ten_minutes_a_week(person in intake()) {
        let Some((outcome, plan)) = planned(&person) else { return Ok(()) };
        let nerve = person.complaint.as_ref().and_then(|c| c.leg_symptoms).is_some_and(|leg| leg.below_knee());
        for item in &plan.items {
            let exercise = library().exercise(&item.exercise).unwrap();
            if exercise.purpose == Purpose::Lengthening {
                prop_assert!(!nerve && !is_irritable(&person) && !has(&person, Precaution::Hypermobility));
                prop_assert!(outcome.findings.iter().any(|f| f.meaningful && f.counted && f.value.is_some()));
                prop_assert!(item.because.iter().any(|because| because.from.starts_with("measure:")));
            }
            if exercise.targets.iter().any(|target| target.role == Role::Lengthens) {
                for (sides, per_day) in doses(item) {
                    for dose in each(&sides) {
                        let weekly = lengthened_s(&item.exercise, &dose)
                            * f64::from(per_day) * f64::from(item.days_per_week);
                        let bound = if exercise.purpose == Purpose::Lengthening { 600.0 } else { 1800.0 };
                        prop_assert!(weekly <= bound + 30.0, "{}: {weekly} s a week", item.exercise);
                    }
                }
            }
        }
        // No structure is lengthened by two items.
        let mut seen = BTreeSet::new();
        for item in &plan.items {
            let exercise = library().exercise(&item.exercise).unwrap();
            let own: BTreeSet<&str> = exercise.targets.iter()
                .filter(|target| target.role == Role::Lengthens)
                .map(|target| target.structure.as_str())
                .collect();
            for structure in own {
                prop_assert!(seen.insert(structure.to_owned()), "{structure} is lengthened twice");
            }
        }
    }

    #[test]
    fn easily_stirred_pain_gets_half_the_dose_in_mid_range_and_a_look_on_day_three(person in intake()) {
        let Some((outcome, plan)) = planned(&person) else { return Ok(()) };
        let unknown = person.precautions.is_none() || person.person.as_ref().is_none_or(|p| p.age.is_none());
        if !is_irritable(&person) || unknown {
            return Ok(());
        }
        prop_assert_eq!(outcome.patterns[0].id, Pattern::General);
        prop_assert!(plan.items.len() <= 3);
        prop_assert_eq!(plan.review_after_days, 3);
        for item in &plan.items {
            let exercise = library().exercise(&item.exercise).unwrap();
            let tags = exercise.tags_of(item.variant.as_deref());
            prop_assert!(tags.iter().all(|tag| !END_RANGE.contains(tag)), "{} goes to an end", item.exercise);
            prop_assert!(item.later.is_empty() && item.starts_in_week == 1);
            let usual = usual_dose(exercise);
            let work = |dose: &Dose| {
                f64::from(dose.sets.unwrap_or(1)) * f64::from(dose.repetitions.unwrap_or(1))
                    * dose.hold_s.unwrap_or(1.0) + dose.duration_s.unwrap_or(0.0)
            };
            for dose in each(&item.sides) {
                prop_assert!(work(&dose) <= work(&usual) / 2.0 + 0.5, "{}: {dose:?} of {usual:?}", item.exercise);
            }
        }
    }

    #[test]
    fn a_pattern_somebody_disagrees_with_never_leads(person in intake()) {
        let outcome = check(&person, library());
        let leading = outcome.patterns[0].id;
        prop_assert!(leading == Pattern::General || !person.disagree.contains(&leading));
        prop_assert_eq!(outcome.patterns.len(), Pattern::ALL.len());
    }

    #[test]
    fn strain_never_gates_and_never_adds(person in intake()) {
        let with = check(&person, library());
        let without = check(&Intake { strain: None, ..person.clone() }, library());
        prop_assert_eq!(&with.triage, &without.triage);
        prop_assert_eq!(with.plan.is_some(), without.plan.is_some());
        if let (Some(with), Some(without)) = (with.plan, without.plan) {
            let feared = person.strain.as_ref().is_some_and(|strain| strain.feared_movement.is_some());
            prop_assert!(feared || with.items.len() <= without.items.len());
        }
    }

    #[test]
    fn every_exercise_is_planned_or_says_why_not_and_what_is_not_wanted_is_not_there(person in intake()) {
        let Some((_, plan)) = planned(&person) else { return Ok(()) };
        let wishes = person.preferences.clone().unwrap_or_else(Preferences::default);
        for exercise in &library().exercises {
            let inside = plan.items.iter().any(|item| item.exercise == exercise.id);
            let outside = plan.left_out.iter().any(|out| out.exercise == exercise.id);
            prop_assert!(inside || outside, "{} is nowhere", exercise.id);
            prop_assert!(!(inside && wishes.without.contains(&exercise.id)), "{} is not wanted", exercise.id);
        }
    }

    #[test]
    fn every_item_names_the_goal_it_serves_and_begins_below_where_it_goes(person in intake()) {
        let Some((_, plan)) = planned(&person) else { return Ok(()) };
        for item in &plan.items {
            match &item.goal {
                Some(goal) => prop_assert!(person.goals.iter().any(|known| known.activity == *goal)),
                None => prop_assert!(person.goals.is_empty()),
            }
            let exercise = library().exercise(&item.exercise).unwrap();
            let by_side = matches!(item.sides, Sides::Each(_));
            prop_assert_eq!(by_side, exercise.laterality == Laterality::Each);
            let weeks: Vec<u8> = item.later.iter().map(|later| later.from_week).collect();
            prop_assert!(weeks.is_sorted() && weeks.iter().all(|week| (item.starts_in_week + 1..=4).contains(week)));
        }
        for ladder in &plan.ladders {
            let minutes: Vec<f64> = ladder.rungs.iter().filter_map(|rung| rung.minutes).collect();
            prop_assert!(minutes.is_sorted());
            let told = person.goals.iter().filter(|goal| Some(&goal.activity) == ladder.goal.as_ref());
            let tolerated = told.filter_map(|goal| goal.tolerance_minutes).map(|minutes| minutes.get());
            if let (Some(first), Some(most)) = (minutes.first(), tolerated.reduce(f64::max)) {
                prop_assert!(*first <= most.max(0.5), "begins below what is tolerated");
            }
        }
    }

    #[test]
    fn while_too_little_is_known_only_the_starter_set_is_there(mut person in intake(), age_too in any::<bool>()) {
        if age_too {
            person.person = None;
        } else {
            person.precautions = None;
        }
        let Some((_, plan)) = planned(&person) else { return Ok(()) };
        prop_assert!(plan.items.iter().all(|item| STARTER.contains(&item.exercise.as_str())));
    }
}
