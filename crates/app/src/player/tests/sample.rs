//! Timelines to play: compiled from a small library, so that they are what the app will get.

use counterpose_coach::library::{
    Bounded, Exercise, Laterality, Library, Motion, Phase, Position, Purpose, When,
};
use counterpose_coach::routine::{Today, Which, of_exercises};
use counterpose_coach::timeline::{Timeline, compile};
use proptest::prelude::*;

const fn bounded(default: f64) -> Bounded {
    Bounded { default, min: 1.0, max: 900.0 }
}

fn phase(id: &str, motion: Motion, repetitions: f64, when: When) -> Phase {
    Phase {
        id: id.to_owned(),
        motion,
        repetitions: bounded(repetitions),
        from: "rest".to_owned(),
        to: id.to_owned(),
        to_other: None,
        when,
        ends_in: None,
    }
}

fn exercise(id: &str, position: Position, laterality: Laterality, sets: f64, phases: Vec<Phase>) -> Exercise {
    Exercise {
        id: id.to_owned(),
        purpose: Purpose::Strength,
        position,
        laterality,
        needs: Vec::new(),
        tags: Vec::new(),
        variants: Vec::new(),
        targets: Vec::new(),
        sets: bounded(sets),
        rest_s: 20.0,
        days_per_week: bounded(7.0),
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

pub(super) fn library() -> Library {
    use Laterality::{Both, Each};
    use When::{Closing, EverySet, LastSet};
    let hold = |hold_s| Motion::Hold { hold_s: bounded(hold_s) };
    let tempo = |out_s, hold_s, back_s| Motion::Repetition { out_s, hold_s, back_s };
    let exercises = vec![
        exercise("bridge", Position::Supine, Both, 2.0, vec![phase("lift", hold(15.0), 3.0, EverySet)]),
        exercise(
            "clam",
            Position::SideLying,
            Each,
            2.0,
            vec![phase("open", tempo(2.0, 1.0, 2.0), 6.0, EverySet)],
        ),
        exercise(
            "four",
            Position::Supine,
            Each,
            1.0,
            vec![phase("draw", hold(30.0), 1.0, EverySet), phase("press", hold(10.0), 2.0, EverySet)],
        ),
        exercise(
            "slide",
            Position::Supine,
            Each,
            1.0,
            vec![
                phase("slide", tempo(3.0, 0.0, 3.0), 5.0, EverySet),
                phase("turns", tempo(1.0, 0.0, 1.0), 4.0, LastSet),
                phase("settle", Motion::Breaths { in_s: 4.0, out_s: 6.0 }, 3.0, Closing),
            ],
        ),
        exercise("squeeze", Position::Sitting, Both, 1.0, vec![phase("squeeze", hold(5.0), 5.0, EverySet)]),
        exercise(
            "walk",
            Position::Walking,
            Both,
            1.0,
            vec![phase("walk", Motion::Continue { duration_s: bounded(180.0) }, 1.0, EverySet)],
        ),
    ];
    Library { exercises, ..Library::default() }
}

pub(super) fn timeline(ids: &[&str]) -> Timeline {
    let chosen: Vec<(&str, Option<&str>)> = ids.iter().map(|&id| (id, None)).collect();
    let today = Today { day: 1, which: Which::Morning, worse_side: None };
    compile(&of_exercises(&chosen, &library(), &today).unwrap(), &library()).unwrap()
}

/// Any session of one to four of the exercises.
pub(super) fn timelines() -> impl Strategy<Value = Timeline> {
    let all = library().exercises.into_iter().map(|exercise| exercise.id).collect::<Vec<_>>();
    proptest::sample::subsequence(all, 1..=4)
        .prop_map(|ids| timeline(&ids.iter().map(String::as_str).collect::<Vec<_>>()))
}
