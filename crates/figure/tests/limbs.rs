//! No limb passes through another, in any key pose or between them.
//!
//! Every part of the body is taken as capsules between its balls, as thick as the skin that is drawn. Flesh gives: what
//! lies on something sinks in a little, and what is folded together sinks in more. What is deeper than that, passes
//! through. Parts that grow out of each other are not compared where they meet.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;

use counterpose_body::envelope::{Ball, Part, parts};
use counterpose_body::{Placement, Vector, Way, human, place, settle_between};
use counterpose_content::{Exercise, library, poses};
use counterpose_figure::Stage;
use counterpose_quantity::Side;

/// Metres by which flesh gives where parts lie on each other.
const GIVES_M: f64 = 0.025;
/// Metres by which it gives where the body is folded: belly and chest on the thighs, heel and calf on the seat.
const FOLDED_M: f64 = 0.06;
/// Moments looked at between two key poses.
const MOMENTS: u32 = 8;
/// Points compared along a capsule.
const POINTS: u32 = 6;

/// Two balls of a part and what is between them.
struct Capsule<'a> {
    part: &'a Part,
    /// Which capsule of its part, counted from the trunk outwards.
    number: usize,
    from: Ball,
    to: Ball,
}

/// The pairs of balls that make a part.
fn pairs(part: &Part) -> Vec<(usize, usize)> {
    match part.name {
        "foot" => vec![(0, 2), (0, 3), (2, 4), (3, 5)],
        "hand" => vec![(0, 3), (0, 4)],
        "head" | "glute" => vec![(0, 0)],
        "face" | "nose" | "ear" | "thumb" => Vec::new(),
        _ => (1..part.balls.len()).map(|i| (i - 1, i)).collect(),
    }
}

fn capsules() -> Vec<Capsule<'static>> {
    let of = |part: &'static Part| {
        let each = pairs(part).into_iter().enumerate();
        each.map(move |(number, (a, b))| Capsule { part, number, from: part.balls[a], to: part.balls[b] })
    };
    parts().iter().flat_map(of).collect()
}

/// How two capsules are allowed to meet: `None` where they are not compared.
fn gives(a: &Capsule<'_>, b: &Capsule<'_>) -> Option<f64> {
    let same_side = a.part.side == b.part.side;
    let is = |x: &str, y: &str| (a.part.name, b.part.name) == (x, y) || (a.part.name, b.part.name) == (y, x);
    let number = |name: &str| if a.part.name == name { a.number } else { b.number };
    let chain = ["thigh", "shank", "foot"];
    let arm = ["upper-arm", "forearm", "hand"];
    let beside = |chain: &[&str]| {
        let at = |name: &str| chain.iter().position(|one| *one == name);
        matches!((at(a.part.name), at(b.part.name)), (Some(x), Some(y)) if x.abs_diff(y) <= 1)
    };
    if a.part.name == b.part.name && same_side || same_side && (beside(&chain) || beside(&arm)) {
        return None;
    }
    let grown = is("trunk", "neck") || is("neck", "head") || is("trunk", "glute") || is("glute", "glute");
    let at_the_hip = is("glute", "thigh") || (is("thigh", "thigh") && a.number + b.number == 0);
    let at_the_root = (is("trunk", "thigh") && number("thigh") == 0)
        || (is("trunk", "upper-arm") && number("upper-arm") <= 1)
        || (is("neck", "upper-arm") && number("upper-arm") == 0)
        || (is("trunk", "head") && number("trunk") >= 4);
    if grown || at_the_hip || at_the_root {
        return None;
    }
    let folded = is("trunk", "thigh")
        || (same_side && (is("foot", "thigh") || is("hand", "upper-arm")))
        || is("glute", "shank")
        || is("glute", "foot")
        || is("trunk", "shank");
    Some(if folded { FOLDED_M } else { GIVES_M })
}

/// How deep one capsule is in another, in metres; negative where there is room between them.
fn depth_m(placement: &Placement, a: &Capsule<'_>, b: &Capsule<'_>) -> f64 {
    let ends = |capsule: &Capsule<'_>| (capsule.from.centre_in(placement), capsule.to.centre_in(placement));
    let ((a0, a1), (b0, b1)) = (ends(a), ends(b));
    let (way, way_2) = (b1 - b0, (b1 - b0).dot(b1 - b0));
    let reach = |capsule: &Capsule<'_>, t: f64, along: Vector| {
        let (from, to) = (capsule.from.reach(placement, along), capsule.to.reach(placement, along));
        from + (to - from) * t
    };
    let mut deepest = f64::NEG_INFINITY;
    for i in 0..=POINTS {
        let t = f64::from(i) / f64::from(POINTS);
        let here = a0.lerp(a1, t);
        let u = if way_2 > 0.0 { ((here - b0).dot(way) / way_2).clamp(0.0, 1.0) } else { 0.0 };
        let gap = b0.lerp(b1, u) - here;
        let along = gap.unit().unwrap_or(Vector::new(0.0, 1.0, 0.0));
        deepest = deepest.max(reach(a, t, along) + reach(b, u, along) - gap.norm());
    }
    deepest
}

fn name(part: &Part) -> String {
    part.side.map_or_else(|| part.name.to_owned(), |side| format!("{} {}", side.as_str(), part.name))
}

/// The deepest meeting of every pair of parts that is deeper than flesh gives.
fn crossings(placement: &Placement, capsules: &[Capsule<'_>]) -> Vec<(String, f64)> {
    let mut found: Vec<(String, f64)> = Vec::new();
    for (i, a) in capsules.iter().enumerate() {
        for b in &capsules[i + 1..] {
            let Some(gives) = gives(a, b) else { continue };
            let depth = depth_m(placement, a, b);
            if depth <= gives {
                continue;
            }
            let pair = format!("{} in {}", name(a.part), name(b.part));
            match found.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, deepest)) => *deepest = deepest.max(depth),
                None => found.push((pair, depth)),
            }
        }
    }
    found
}

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
    let capsules = capsules();
    let mut wrong = Vec::new();
    for exercise in &library().exercises {
        let stage = Stage::of(poses(&exercise.id).unwrap()).unwrap();
        let mut say = |moment: &str, placement: &Placement| {
            for (pair, depth) in crossings(placement, &capsules) {
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

/// The measure itself: arms hanging beside the body are free, an arm pushed into the chest is not.
#[test]
fn a_limb_in_the_trunk_is_seen() {
    let model = human();
    let mut pose = counterpose_body::Pose::zero(model);
    let capsules = capsules();
    assert_eq!(crossings(&place(model, &pose), &capsules), Vec::new());
    for (name, value) in [("arm_flex_r", 0.4), ("elbow_flex_r", 1.2), ("arm_add_r", 0.5)] {
        pose.set(model, name, value).unwrap();
    }
    let found = crossings(&place(model, &pose), &capsules);
    assert!(found.iter().any(|(pair, _)| pair.contains(Side::Right.as_str())), "{found:?}");
}
