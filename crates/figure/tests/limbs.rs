//! No limb passes through another, in any key pose or between them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;

use counterpose_body::apart::crossings;
use counterpose_body::{Placement, Way, human, place, settle_between};
use counterpose_content::{Exercise, library, poses};
use counterpose_figure::Stage;

/// Metres by which a part may be deeper in another than flesh gives.
const OFF_M: f64 = 0.015;
/// Moments looked at between two key poses.
const MOMENTS: u32 = 8;

/// The movements of an exercise in each of its ways, each once.
fn movements(exercise: &Exercise) -> BTreeSet<(String, String)> {
    let ways = exercise.variants.iter().map(|variant| Some(variant.id.as_str())).chain([None]);
    let mut all = BTreeSet::new();
    for way in ways {
        for phase in &exercise.phases {
            let from = exercise.pose_of(way, &phase.from);
            for to in [Some(&phase.to), phase.to_other.as_ref()].into_iter().flatten() {
                let to = exercise.pose_of(way, to);
                if from != to {
                    all.insert((from.to_owned(), to.to_owned()));
                }
            }
        }
    }
    all
}

#[test]
fn no_limb_passes_through_another_in_a_key_pose_or_between() {
    let mut wrong = Vec::new();
    for exercise in &library().exercises {
        let stage = Stage::of(poses(&exercise.id).unwrap()).unwrap();
        let mut say = |moment: &str, placement: &Placement| {
            for (pair, depth) in crossings(placement).into_iter().filter(|(_, depth)| *depth > OFF_M) {
                wrong.push(format!("{} {moment}: {pair} by {:.0} mm", exercise.id, depth * 1000.0));
            }
        };
        for (pose, placed) in stage.poses() {
            say(pose, &place(human(), &placed.found.pose));
        }
        let find = |wanted: &str| stage.poses().find(|(name, _)| *name == wanted).unwrap().1;
        for (from, to) in movements(exercise) {
            let (start, end) = (find(&from), find(&to));
            let via = end.key.via.as_deref().map(find);
            for step in 1..MOMENTS {
                let t = f64::from(step) / f64::from(MOMENTS);
                let found = settle_between(human(), Way { from: start, via, to: end }, t);
                say(&format!("{from} to {to} at {step}/{MOMENTS}"), &place(human(), &found.pose));
            }
        }
    }
    assert!(wrong.is_empty(), "{} meetings too deep:\n{}", wrong.len(), wrong.join("\n"));
}
