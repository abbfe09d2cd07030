//! Exercises, plans and libraries for tests: a few by hand, any number at random.

use counterpose_quantity::Sided;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::library::{Bounded, Exercise, Laterality, Library, Motion, Need, Phase, Position, Purpose, When};
use crate::plan::{Dose, Later, Plan, Prescription, Sides};
use crate::vocabulary::{Equipment, MovementTag};

pub(crate) const fn bounded(default: f64, min: f64, max: f64) -> Bounded {
    Bounded { default, min, max }
}

pub(crate) fn phase(id: &str, motion: Motion, repetitions: f64, when: When) -> Phase {
    Phase {
        id: id.to_owned(),
        motion,
        repetitions: bounded(repetitions, 1.0, 30.0),
        from: format!("{id}-from"),
        to: format!("{id}-to"),
        to_other: None,
        when,
        ends_in: None,
    }
}

pub(crate) fn exercise(id: &str, position: Position, laterality: Laterality, phases: Vec<Phase>) -> Exercise {
    Exercise {
        id: id.to_owned(),
        purpose: Purpose::Strength,
        position,
        laterality,
        needs: Vec::new(),
        tags: Vec::new(),
        variants: Vec::new(),
        targets: Vec::new(),
        sets: bounded(1.0, 1.0, 3.0),
        rest_s: 30.0,
        days_per_week: bounded(7.0, 3.0, 7.0),
        phases,
        regressions: Vec::new(),
        progressions: Vec::new(),
        steps: 1,
        stop: Vec::new(),
        evidence: Vec::new(),
        founding: Vec::new(),
        reviewed_by: "authors".to_owned(),
    }
}

const fn hold(seconds: f64) -> Motion {
    Motion::Hold { hold_s: bounded(seconds, 3.0, 60.0) }
}

const fn tempo(out_s: f64, hold_s: f64, back_s: f64) -> Motion {
    Motion::Repetition { out_s, hold_s, back_s }
}

/// The starter set and some of the floor, much as the catalogue has them.
pub(crate) fn library() -> Library {
    use Laterality::{Alternating, Both, Each};
    let mut bridge = exercise(
        "glute-bridge",
        Position::Supine,
        Both,
        vec![phase("lift", hold(15.0), 3.0, When::EverySet)],
    );
    bridge.sets = bounded(2.0, 1.0, 3.0);
    let mut slide = exercise(
        "supine-heel-slide",
        Position::Supine,
        Each,
        vec![
            phase("slide", tempo(3.0, 1.0, 3.0), 6.0, When::EverySet),
            phase("turns", tempo(1.0, 0.0, 1.0), 5.0, When::LastSet),
            phase("settle", Motion::Breaths { in_s: 4.0, out_s: 6.0 }, 3.0, When::Closing),
        ],
    );
    slide.needs = vec![Need { item: Equipment::Block, instead: Vec::new(), optional: false }];
    let mut fold = exercise(
        "seated-forward-fold",
        Position::FloorSitting,
        Both,
        vec![phase("fold", hold(30.0), 1.0, When::EverySet)],
    );
    fold.tags = vec![MovementTag::LumbarFlexionEnd];
    let walking = Motion::Continue { duration_s: bounded(180.0, 60.0, 1800.0) };
    let mut exercises = vec![
        exercise(
            "seated-glute-squeeze",
            Position::Sitting,
            Both,
            vec![phase("squeeze", hold(5.0), 5.0, When::EverySet)],
        ),
        exercise(
            "seated-weight-shift",
            Position::Sitting,
            Alternating,
            vec![phase("shift", tempo(2.0, 1.0, 2.0), 6.0, When::EverySet)],
        ),
        exercise(
            "sit-to-stand",
            Position::Sitting,
            Both,
            vec![phase("stand", tempo(2.0, 0.0, 2.0), 6.0, When::EverySet)],
        ),
        exercise(
            "cued-walking",
            Position::Walking,
            Alternating,
            vec![phase("walk", walking, 1.0, When::EverySet)],
        ),
        exercise(
            "clamshell",
            Position::SideLying,
            Each,
            vec![phase("open", tempo(2.0, 1.0, 2.0), 20.0, When::EverySet)],
        ),
        exercise(
            "supine-figure-four",
            Position::Supine,
            Each,
            vec![
                phase("draw", hold(30.0), 1.0, When::EverySet),
                phase("press", hold(30.0), 1.0, When::EverySet),
            ],
        ),
        bridge,
        slide,
        fold,
    ];
    exercises.sort_by(|a, b| a.id.cmp(&b.id));
    Library { exercises, ..Library::default() }
}

pub(crate) fn prescription(id: &str, sides: Sides) -> Prescription {
    Prescription {
        exercise: id.to_owned(),
        variant: None,
        goal: None,
        sides,
        per_day: 1,
        days_per_week: 7,
        first_day: 1,
        minutes: 1.0,
        starts_in_week: 1,
        later: Vec::new(),
        because: Vec::new(),
    }
}

pub(crate) fn plan(items: Vec<Prescription>) -> Plan {
    Plan {
        items,
        habits: Vec::new(),
        ladders: Vec::new(),
        education: Vec::new(),
        talk_to_somebody: false,
        left_out: Vec::new(),
        minutes_per_session: 0.0,
        review_after_days: 7,
    }
}

fn motions() -> impl Strategy<Value = Motion> {
    let seconds = || (0_u32..80).prop_map(|tenths| f64::from(tenths) / 10.0);
    prop_oneof![
        (3.0..60.0_f64).prop_map(|s| hold(s.round())),
        (1.0..5.0_f64, seconds(), seconds()).prop_map(|(out, stay, back)| tempo(out, stay, back)),
        (2.0..6.0_f64, 2.0..8.0_f64).prop_map(|(in_s, out_s)| Motion::Breaths { in_s, out_s }),
        (30.0..600.0_f64).prop_map(|s| Motion::Continue { duration_s: bounded(s.round(), 30.0, 600.0) }),
    ]
}

prop_compose! {
    fn exercises(index: usize)(
        position in proptest::sample::select(Position::ALL),
        laterality in proptest::sample::select(Laterality::ALL),
        purpose in proptest::sample::select(Purpose::ALL),
        flexes in any::<bool>(),
        first in motions(),
        others in vec((motions(), 1_u8..6, 0_u8..4), 0..3),
        repetitions in 1_u8..9,
        sets in 1_u8..4,
        rest_s in prop_oneof![Just(0.0), 10.0..60.0_f64],
    ) -> Exercise {
        let mut phases = vec![phase("main", first, f64::from(repetitions), When::EverySet)];
        for (at, (motion, count, when)) in others.into_iter().enumerate() {
            let when = [When::EverySet, When::FirstSet, When::LastSet, When::Closing][usize::from(when)];
            phases.push(phase(&format!("part-{at}"), motion, f64::from(count), when));
        }
        let mut made = exercise(&format!("exercise-{index}"), position, laterality, phases);
        made.purpose = purpose;
        made.sets = bounded(f64::from(sets), 1.0, 3.0);
        made.rest_s = rest_s;
        if flexes {
            made.tags.push(MovementTag::LumbarFlexionEnd);
        }
        made
    }
}

fn doses() -> impl Strategy<Value = Dose> {
    (
        proptest::option::of(1_u16..4),
        proptest::option::of(1_u16..12),
        proptest::option::of((3_u16..60).prop_map(f64::from)),
        proptest::option::of((30_u16..900).prop_map(f64::from)),
    )
        .prop_map(|(sets, repetitions, hold_s, duration_s)| Dose {
            sets,
            repetitions,
            hold_s,
            duration_s,
        })
}

/// Any library with a plan that fits it.
pub(crate) fn planned() -> impl Strategy<Value = (Library, Plan)> {
    let one = |index: usize| {
        let later = proptest::option::of((1_u8..3, doses(), 1_u8..3));
        (exercises(index), doses(), doses(), 1_u8..3, (1_u8..=7, 1_u8..=7), 1_u8..4, later).prop_map(
            |(exercise, left, right, per_day, (days_per_week, first_day), starts_in_week, later)| {
                let sides = |left, right| match exercise.laterality {
                    Laterality::Each => Sides::Each(Sided { left, right }),
                    _ => Sides::Both { both: left },
                };
                let grown = later.map(|(weeks, dose, per_day)| Later {
                    from_week: starts_in_week + weeks,
                    sides: sides(dose, right),
                    per_day,
                    minutes: 0.0,
                });
                let item = Prescription {
                    per_day,
                    days_per_week,
                    first_day,
                    starts_in_week,
                    later: grown.into_iter().collect(),
                    ..prescription(&exercise.id, sides(left, right))
                };
                (exercise, item)
            },
        )
    };
    (one(0), one(1), one(2), one(3), one(4), 1_usize..=5).prop_map(|(a, b, c, d, e, used)| {
        let (mut exercises, items): (Vec<Exercise>, Vec<Prescription>) =
            [a, b, c, d, e].into_iter().take(used).unzip();
        exercises.sort_by(|a, b| a.id.cmp(&b.id));
        (Library { exercises, ..Library::default() }, plan(items))
    })
}
