//! Parts of the body that must not pass through each other.
//!
//! Each part is taken as capsules between its balls, as thick as its skin. Flesh gives: what lies on something sinks in
//! a little, what is folded together more. Deeper than that, one part passes through the other. Parts that grow out of
//! each other are not compared where they meet. It pushes nothing by itself; `settle` does.

use std::sync::LazyLock;

use crate::envelope::{Ball, Part, parts};
use crate::goal::Pull;
use crate::{Placement, Vector};

/// Metres by which flesh gives where parts lie on each other.
const GIVES_M: f64 = 0.02;
/// Metres by which it gives where the body is folded: belly and chest on the thighs, heel and calf on the seat.
const FOLDED_M: f64 = 0.055;
/// Metres by which two hands or two feet may lie in each other: fingers and toes make room.
const CLASPED_M: f64 = 0.035;
/// How firmly parts are held apart, in metres, as a contact is held to the millimetre.
const FIRM_M: f64 = 0.004;

/// Two balls of a part and what is between them.
struct Capsule {
    part: &'static Part,
    /// Which capsule of its part, counted from the trunk outwards.
    number: usize,
    from: Ball,
    to: Ball,
    /// How thick it is at most, in metres.
    thick_m: f64,
}

/// Two capsules that are compared, by their places in the list, and how deep they may be in each other.
struct Pair {
    a: usize,
    b: usize,
    gives_m: f64,
}

struct Body {
    capsules: Vec<Capsule>,
    pairs: Vec<Pair>,
}

static BODY: LazyLock<Body> = LazyLock::new(|| {
    let capsules: Vec<Capsule> = parts().iter().flat_map(capsules_of).collect();
    let mut pairs = Vec::new();
    for (a, one) in capsules.iter().enumerate() {
        for (b, other) in capsules.iter().enumerate().skip(a + 1) {
            pairs.extend(gives_m(one, other).map(|gives_m| Pair { a, b, gives_m }));
        }
    }
    Body { capsules, pairs }
});

fn capsules_of(part: &'static Part) -> impl Iterator<Item = Capsule> {
    let ends: Vec<(usize, usize)> = match part.name {
        "foot" => vec![(0, 2), (0, 3), (2, 4), (3, 5)],
        "hand" => vec![(0, 3), (0, 4)],
        "head" | "glute" => vec![(0, 0)],
        // What the head and the hand have besides is small and close to them.
        "face" | "nose" | "ear" | "thumb" => Vec::new(),
        _ => (1..part.balls.len()).map(|i| (i - 1, i)).collect(),
    };
    ends.into_iter().enumerate().filter_map(move |(number, (a, b))| {
        let (from, to) = (*part.balls.get(a)?, *part.balls.get(b)?);
        let thick = |ball: &Ball| ball.radii.x.max(ball.radii.y).max(ball.radii.z);
        let thick_m = thick(&from).max(thick(&to));
        Some(Capsule { part, number, from, to, thick_m })
    })
}

/// How deep two capsules may be in each other; `None` where they are not compared.
fn gives_m(a: &Capsule, b: &Capsule) -> Option<f64> {
    let same_side = a.part.side == b.part.side;
    let is = |x: &str, y: &str| (a.part.name, b.part.name) == (x, y) || (a.part.name, b.part.name) == (y, x);
    let number = |name: &str| if a.part.name == name { a.number } else { b.number };
    let neighbours = |chain: &[&str]| {
        let at = |name: &str| chain.iter().position(|one| *one == name);
        matches!((at(a.part.name), at(b.part.name)), (Some(x), Some(y)) if x.abs_diff(y) <= 1)
    };
    let limb = neighbours(&["thigh", "shank", "foot"]) || neighbours(&["upper-arm", "forearm", "hand"]);
    let grown = (same_side && (a.part.name == b.part.name || limb))
        || neighbours(&["trunk", "neck", "head"])
        || is("trunk", "glute")
        || is("glute", "glute")
        || is("glute", "thigh")
        || (is("thigh", "thigh") && a.number == 0 && b.number == 0)
        || (is("trunk", "thigh") && number("thigh") == 0)
        || (is("trunk", "upper-arm") && number("upper-arm") <= 1)
        || (is("trunk", "head") && number("trunk") >= 4)
        || (is("neck", "upper-arm") && number("upper-arm") == 0);
    if grown {
        return None;
    }
    let folded = is("trunk", "thigh")
        || is("trunk", "shank")
        || is("glute", "shank")
        || is("glute", "foot")
        || is("thigh", "thigh")
        || (same_side && (is("foot", "thigh") || is("hand", "upper-arm")));
    let clasped = is("hand", "hand") || is("foot", "foot");
    Some(match (folded, clasped) {
        (true, _) => FOLDED_M,
        (_, true) => CLASPED_M,
        _ => GIVES_M,
    })
}

/// How two capsules meet in a pose.
struct Meeting<'a> {
    a: &'a Capsule,
    b: &'a Capsule,
    /// How far along each the nearest points are.
    at: (f64, f64),
    points: (Vector, Vector),
    /// From the first to the second.
    along: Vector,
    /// How much deeper than flesh gives, in metres.
    too_deep_m: f64,
}

/// Calls back with every pair that is deeper in each other than flesh gives.
fn each(placement: &Placement, mut look: impl FnMut(&Meeting<'_>)) {
    let Body { capsules, pairs } = &*BODY;
    let ends: Vec<(Vector, Vector)> = capsules
        .iter()
        .map(|capsule| (capsule.from.centre_in(placement), capsule.to.centre_in(placement)))
        .collect();
    let around: Vec<(Vector, f64)> = capsules
        .iter()
        .zip(&ends)
        .map(|(capsule, (from, to))| (from.lerp(*to, 0.5), (*to - *from).norm() * 0.5 + capsule.thick_m))
        .collect();
    for Pair { a, b, gives_m } in pairs {
        let (a, b) = (*a, *b);
        let near = around[a].1 + around[b].1 - gives_m;
        let between = around[b].0 - around[a].0;
        if between.dot(between) >= near * near {
            continue;
        }
        let (one, other) = (&capsules[a], &capsules[b]);
        let at = nearest(ends[a], ends[b]);
        let points = (ends[a].0.lerp(ends[a].1, at.0), ends[b].0.lerp(ends[b].1, at.1));
        let gap = points.1 - points.0;
        let Some(along) = gap.unit() else { continue };
        let reach = |capsule: &Capsule, t: f64| {
            let from = capsule.from.reach(placement, along);
            from + (capsule.to.reach(placement, along) - from) * t
        };
        let too_deep_m = reach(one, at.0) + reach(other, at.1) - gap.norm() - gives_m;
        if too_deep_m > 0.0 {
            look(&Meeting { a: one, b: other, at, points, along, too_deep_m });
        }
    }
}

/// Where two stretches come nearest to each other, as shares of their ways.
fn nearest((a0, a1): (Vector, Vector), (b0, b1): (Vector, Vector)) -> (f64, f64) {
    let (u, v, w) = (a1 - a0, b1 - b0, a0 - b0);
    let (uu, vv, uv, uw, vw) = (u.dot(u), v.dot(v), u.dot(v), u.dot(w), v.dot(w));
    let share = |value: f64, of: f64| if of > 1e-12 { (value / of).clamp(0.0, 1.0) } else { 0.0 };
    let s = share(uv * vw - vv * uw, uu * vv - uv * uv);
    let t = share(uv * s + vw, vv);
    (share(uv * t - uw, uu), t)
}

/// The rows that hold parts of the body apart: residual, weight and what moves them.
pub(crate) fn rows(placement: &Placement, row: &mut impl FnMut(f64, f64, &[Pull])) {
    each(placement, |meeting| {
        let Meeting { a, b, at, points, along, too_deep_m } = meeting;
        let pull = |ball: Ball, point: Vector, along: Vector| Pull { ball, point, along, turns: false };
        let pulls = [
            pull(a.from, points.0, *along * (at.0 - 1.0)),
            pull(a.to, points.0, *along * -at.0),
            pull(b.from, points.1, *along * (1.0 - at.1)),
            pull(b.to, points.1, *along * at.1),
        ];
        row(-too_deep_m, 1.0 / FIRM_M, &pulls);
    });
}

/// The parts that pass through each other in a pose, each pair once, and by how much more than flesh gives, in metres.
#[must_use]
pub fn crossings(placement: &Placement) -> Vec<(String, f64)> {
    let name = |part: &Part| {
        part.side.map_or_else(|| part.name.to_owned(), |side| format!("{} {}", side.as_str(), part.name))
    };
    let mut found: Vec<(String, f64)> = Vec::new();
    each(placement, |meeting| {
        let pair = format!("{} in {}", name(meeting.a.part), name(meeting.b.part));
        match found.iter_mut().find(|(known, _)| *known == pair) {
            Some((_, deepest)) => *deepest = deepest.max(meeting.too_deep_m),
            None => found.push((pair, meeting.too_deep_m)),
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Pose, human, place};

    #[test]
    fn the_nearest_points_of_two_stretches_are_found() {
        let v = Vector::new;
        let crossed = nearest((v(-1.0, 0.0, 0.0), v(1.0, 0.0, 0.0)), (v(0.5, 1.0, -1.0), v(0.5, 1.0, 1.0)));
        assert_eq!(crossed, (0.75, 0.5));
        let apart = nearest((v(0.0, 0.0, 0.0), v(1.0, 0.0, 0.0)), (v(2.0, 0.0, 0.0), v(3.0, 0.0, 0.0)));
        assert_eq!(apart, (1.0, 0.0));
        let level = nearest((v(0.0, 0.0, 0.0), v(1.0, 0.0, 0.0)), (v(0.0, 1.0, 0.0), v(1.0, 1.0, 0.0)));
        assert_eq!(level.0, level.1);
    }

    #[test]
    fn a_limb_in_the_trunk_is_seen_and_standing_upright_is_free() {
        let model = human();
        let mut pose = Pose::zero(model);
        assert_eq!(crossings(&place(model, &pose)), Vec::new());
        for (name, value) in [("arm_flex_r", 0.4), ("elbow_flex_r", 1.2), ("arm_add_r", 0.7)] {
            pose.set(model, name, value).unwrap();
        }
        let found = crossings(&place(model, &pose));
        assert!(found.iter().any(|(pair, _)| pair.contains("trunk in right")), "{found:?}");
    }
}
