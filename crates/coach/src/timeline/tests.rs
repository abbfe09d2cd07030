//! What a timeline promises.

use std::collections::BTreeMap;

use counterpose_quantity::{Mirror, Side};
use proptest::prelude::*;

use super::minutes::TOLERANCE_MS;
use super::*;
use crate::library::{Exercise, Library, Motion, Position, Variant, When};
use crate::plan::{Plan, Sides};
use crate::routine::samples::{library, planned};
use crate::routine::{self, Routine, Today, Which, of_exercises, within};

const DAY_ONE: Today = Today { day: 1, which: Which::Morning, worse_side: Some(Side::Right) };

fn timeline_of(ids: &[&str]) -> Timeline {
    let asked: Vec<(&str, Option<&str>)> = ids.iter().map(|&id| (id, None)).collect();
    compile(&of_exercises(&asked, &library(), &DAY_ONE).unwrap(), &library()).unwrap()
}

/// A step as one line, for reading a whole timeline at a glance.
fn line(step: &Step) -> String {
    let side = step.side.map_or("", Side::as_str);
    format!("{} {} {} {}", step.kind, step.phase.as_deref().unwrap_or("-"), side, step.for_ms)
}

#[test]
fn a_heel_slide_runs_through_both_sides_and_closes_once() {
    let timeline = timeline_of(&["supine-heel-slide"]);
    let lines: Vec<String> = timeline.steps.iter().map(line).collect();
    let times = |text: &str, count: usize| vec![text.to_owned(); count];
    let expected: Vec<String> = [
        times("get-ready - right 38000", 1),
        times("repetition slide right 7000", 6),
        times("repetition turns right 2000", 5),
        times("change-sides - left 8000", 1),
        times("repetition slide left 7000", 6),
        times("repetition turns left 2000", 5),
        times("breaths settle  30000", 1),
        times("transition -  25000", 1),
    ]
    .concat();
    assert_eq!(lines, expected);
    assert_eq!(timeline.steps[1].cue.key, "supine-heel-slide-cue-slide");
    assert_eq!(timeline.steps[2].cue.key, "session-repetition");
    assert_eq!(timeline.steps[6].cue.key, "session-last-repetition");
    assert_eq!((timeline.steps[3].repetition, timeline.steps[3].of_repetitions), (Some(3), Some(6)));
}

/// The heel slide ends rolled to the side; the voice then said "roll to one side" a second time.
#[test]
fn coming_up_goes_on_from_where_the_last_phase_left_the_body() {
    let mut library = library();
    let slide = library.exercises.iter_mut().find(|exercise| exercise.id == "supine-heel-slide").unwrap();
    let mut roll = slide.phases[2].clone();
    (roll.id, roll.ends_in) = ("roll".to_owned(), Some(Position::SideLying));
    slide.phases.push(roll);
    let session = |ids: &[&str], library: &Library| {
        let asked: Vec<(&str, Option<&str>)> = ids.iter().map(|&id| (id, None)).collect();
        compile(&of_exercises(&asked, library, &DAY_ONE).unwrap(), library).unwrap()
    };
    let last = |timeline: &Timeline| timeline.steps.last().unwrap().cue.key.clone();
    assert_eq!(last(&session(&["supine-heel-slide"], &library)), "session-come-up-side-lying");
    assert_eq!(last(&session(&["glute-bridge"], &library)), "session-come-up-supine");
    assert_eq!(last(&session(&["seated-forward-fold"], &library)), "session-come-up-floor-sitting");
    // Nor can one stay where one is for the next exercise on the back.
    let slide = library.exercise("supine-heel-slide").unwrap().clone();
    let mut again = Exercise { id: "second-slide".to_owned(), ..slide };
    again.needs.clear();
    library.exercises.push(again);
    let timeline = session(&["supine-heel-slide", "second-slide"], &library);
    let transition = timeline.steps.iter().find(|step| step.kind == StepKind::Transition).unwrap();
    assert_eq!(transition.cue.key, "session-next-supine");
}

#[test]
fn alternating_repetitions_go_to_either_side_in_turn() {
    let mut library = library();
    let shift = library.exercises.iter_mut().find(|exercise| exercise.id == "seated-weight-shift").unwrap();
    shift.phases[0].to_other = Some("other".to_owned());
    let routine = of_exercises(&[("seated-weight-shift", None)], &library, &DAY_ONE).unwrap();
    let timeline = compile(&routine, &library).unwrap();
    let far: Vec<&str> = timeline
        .steps
        .iter()
        .filter(|step| step.kind == StepKind::Repetition)
        .map(|step| step.pose_to.as_deref().unwrap())
        .collect();
    assert_eq!(far, ["shift-to", "other", "shift-to", "other", "shift-to", "other"]);
}

#[test]
fn another_way_has_its_own_position_and_key_poses() {
    let mut library = library();
    let bridge = library.exercises.iter_mut().find(|exercise| exercise.id == "glute-bridge").unwrap();
    bridge.variants.push(Variant {
        id: "seated".to_owned(),
        tags: Vec::new(),
        needs: Vec::new(),
        position: Some(Position::Sitting),
        poses: BTreeMap::from([("lift-to".to_owned(), "sitting".to_owned())]),
    });
    let routine = of_exercises(&[("glute-bridge", Some("seated"))], &library, &DAY_ONE).unwrap();
    let timeline = compile(&routine, &library).unwrap();
    assert_eq!(timeline.steps[0].cue.key, "session-ready-sitting");
    let hold = timeline.steps.iter().find(|step| step.kind == StepKind::Hold).unwrap();
    assert_eq!((hold.pose_from.as_deref(), hold.pose_to.as_deref()), (Some("lift-from"), Some("sitting")));
    assert_ne!(timeline.steps.last().unwrap().kind, StepKind::Transition, "nothing to come up from");
}

#[test]
fn a_held_bridge_lets_go_between_holds_and_rests_between_sets() {
    let kinds: Vec<StepKind> = timeline_of(&["glute-bridge"]).steps.iter().map(|step| step.kind).collect();
    use StepKind::{GetReady, Hold, Rest, Transition};
    assert_eq!(
        kinds,
        [GetReady, Hold, Rest, Hold, Rest, Hold, Rest, Hold, Rest, Hold, Rest, Hold, Transition]
    );
}

#[test]
fn the_starter_set_lasts_about_five_minutes() {
    let timeline =
        timeline_of(&["seated-glute-squeeze", "seated-weight-shift", "sit-to-stand", "cued-walking"]);
    let minutes = timeline.duration_ms() as f64 / 60_000.0;
    assert!((4.5..=6.0).contains(&minutes), "{minutes} minutes");
}

#[test]
fn the_planner_and_the_timeline_count_the_same_minutes() {
    let library = library();
    let exercise = library.exercise("glute-bridge").unwrap();
    let sides = routine::usual_sides(exercise);
    // 8 s to settle, six holds of 15 s, four times 5 s to let go, 30 s of rest: 148 s, rounded up.
    assert_eq!(minutes_of(exercise, None, &sides), Ok(2.5));
}

/// Seconds or counts that each side did of each phase of every set.
fn done(timeline: &Timeline) -> BTreeMap<(String, String, Option<Side>), (u64, u64)> {
    let mut sums = BTreeMap::new();
    for step in &timeline.steps {
        let Some(phase) = step.phase.clone().filter(|_| step.kind != StepKind::Rest) else { continue };
        let sum: &mut (u64, u64) = sums.entry((step.exercise.clone(), phase, step.side)).or_default();
        sum.0 += step.for_ms;
        sum.1 += if step.kind == StepKind::Breaths { u64::from(step.of_repetitions.unwrap()) } else { 1 };
    }
    sums
}

/// The holds of every set, in order, with their usual seconds.
fn holds(exercise: &Exercise) -> impl Iterator<Item = (&String, f64)> {
    exercise.phases.iter().filter(|phase| phase.when == When::EverySet).filter_map(|phase| {
        match &phase.motion {
            Motion::Hold { hold_s } => Some((&phase.id, hold_s.default)),
            _ => None,
        }
    })
}

/// What the routine asks of each phase and side, written down independently of the compiler.
fn asked(routine: &Routine, library: &Library) -> BTreeMap<(String, String, Option<Side>), (u64, u64)> {
    let mut sums = BTreeMap::new();
    for item in &routine.items {
        let exercise = library.exercise(&item.exercise).unwrap();
        let works = match item.sides {
            Sides::Each(doses) => vec![(Some(Side::Left), doses.left), (Some(Side::Right), doses.right)],
            Sides::Both { both } => vec![(None, both)],
        };
        for (index, phase) in exercise.phases.iter().enumerate() {
            for &(side, dose) in &works {
                let sets = f64::from(dose.sets.unwrap_or(exercise.sets.default as u16));
                let every = phase.when == When::EverySet;
                let (side, visits) = match phase.when {
                    When::EverySet => (side, sets),
                    When::FirstSet | When::LastSet => (side, 1.0),
                    When::Closing => (None, 1.0),
                };
                let usual = phase.repetitions.default;
                let repetitions = if index == 0 { dose.repetitions.map_or(usual, f64::from) } else { usual };
                let (each_s, counted) = match &phase.motion {
                    Motion::Hold { hold_s } => {
                        let first = holds(exercise).next().filter(|_| every);
                        let each_s = match (dose.hold_s, first) {
                            (Some(asked), Some((id, _))) if *id == phase.id => asked,
                            (Some(asked), Some((_, usual))) => {
                                within(hold_s, (hold_s.default * asked / usual).round())
                            }
                            _ => hold_s.default,
                        };
                        (each_s, repetitions)
                    }
                    Motion::Repetition { out_s, hold_s, back_s } => (out_s + hold_s + back_s, repetitions),
                    Motion::Breaths { in_s, out_s } => (in_s + out_s, repetitions),
                    Motion::Continue { duration_s } => {
                        (dose.duration_s.filter(|_| every).map_or(duration_s.default, |all| all / sets), 1.0)
                    }
                };
                sums.insert(
                    (item.exercise.clone(), phase.id.clone(), side),
                    ((each_s * counted * visits * 1000.0) as u64, (counted * visits) as u64),
                );
            }
        }
    }
    sums
}

proptest! {
    #[test]
    fn steps_follow_each_other_without_gap_or_overlap_and_every_moment_has_its_step(
        made in planned(), day in 1_u32..22, moment in 0.0..1.2_f64,
    ) {
        let (library, plan) = made;
        let today = Today { day, ..DAY_ONE };
        let timeline = compile(&routine::compile(&plan, &library, &today).unwrap(), &library).unwrap();
        let mut at_ms = 0;
        for (index, step) in timeline.steps.iter().enumerate() {
            prop_assert_eq!(step.at_ms, at_ms);
            prop_assert!(step.for_ms > 0);
            prop_assert_eq!(timeline.index_at(step.at_ms), Some(index));
            prop_assert_eq!(timeline.index_at(step.ends_at_ms() - 1), Some(index));
            at_ms = step.ends_at_ms();
        }
        prop_assert_eq!(timeline.duration_ms(), at_ms);
        let elapsed_ms = (moment * at_ms as f64) as u64;
        match timeline.index_at(elapsed_ms) {
            Some(index) => {
                let step = &timeline.steps[index];
                prop_assert!(step.at_ms <= elapsed_ms && elapsed_ms < step.ends_at_ms());
            }
            None => prop_assert!(elapsed_ms >= at_ms),
        }
    }

    #[test]
    fn each_side_does_exactly_its_dose(made in planned(), day in 1_u32..22) {
        let (library, plan) = made;
        let routine = routine::compile(&plan, &library, &Today { day, ..DAY_ONE }).unwrap();
        let (got, want) = (done(&compile(&routine, &library).unwrap()), asked(&routine, &library));
        prop_assert_eq!(got.keys().collect::<Vec<_>>(), want.keys().collect::<Vec<_>>());
        for (key, (ms, count)) in want {
            prop_assert_eq!(got[&key].1, count);
            // Each step is rounded to a millisecond of its own.
            prop_assert!(got[&key].0.abs_diff(ms) <= 3 * count + 1, "{:?}: {} for {}", key, got[&key].0, ms);
        }
    }

    #[test]
    fn a_mirrored_plan_gives_the_mirrored_steps(made in planned(), day in 1_u32..22) {
        let (library, plan) = made;
        let today = Today { day, ..DAY_ONE };
        let steps =
            |plan: &Plan, today| compile(&routine::compile(plan, &library, &today).unwrap(), &library).unwrap();
        let there = steps(&plan.clone().mirror(), Today { worse_side: today.worse_side.mirror(), ..today });
        prop_assert_eq!(there, steps(&plan, today).mirror());
    }
}

proptest! {
    // Each case compiles some hundred sessions.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_session_lasts_longer_than_its_plan_said(made in planned()) {
        let (library, plan) = made;
        let said = longest_session_minutes(&plan.items, &library).unwrap();
        let mut longest_ms = 0;
        for day in 1..=35 {
            for &which in Which::ALL {
                for worse_side in [None, Some(Side::Left), Some(Side::Right)] {
                    let routine = routine::compile(&plan, &library, &Today { day, which, worse_side }).unwrap();
                    longest_ms = longest_ms.max(compile(&routine, &library).unwrap().duration_ms());
                }
            }
        }
        prop_assert!(longest_ms as f64 <= said * 60_000.0 + TOLERANCE_MS as f64 + 0.5);
        prop_assert!(longest_ms as f64 >= said * 60_000.0 - 6_000.5, "said far too much");
    }
}
