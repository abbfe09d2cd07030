//! The pose at a moment between key poses.
//!
//! Joint by joint and contact by contact along a smooth curve, then settled by a few steps: what both ends of the way
//! touch stays touched, and nothing goes through the floor. It does not know time or tempo.

use crate::envelope::Ball;
use crate::goal::Goal;
use crate::settle::{Contact, PlacedPose, Problem, Settled};
use crate::{CoordinateId, Model, Placement, Pose, Vector, place};

/// The most steps; most moments need two or three.
const STEPS: u32 = 16;

/// The poses of a movement: where it starts, what it passes half way, where it ends.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    /// Where it starts.
    pub from: &'a PlacedPose,
    /// What it passes half way, where the path matters.
    pub via: Option<&'a PlacedPose>,
    /// Where it ends.
    pub to: &'a PlacedPose,
}

/// The pose a fraction `t` of the way between key poses of the same exercise: joint by joint, with what both ends
/// of the stretch touch still touched and nothing through the floor.
pub fn settle_between(model: &Model, way: Way<'_>, t: f64) -> Settled {
    let stops: Vec<&PlacedPose> = [Some(way.from), way.via, Some(way.to)].into_iter().flatten().collect();
    let mean: Vec<f64> = (0..model.coordinates().len())
        .map(|i| through(&stops.iter().map(|stop| stop.found.pose.values()[i]).collect::<Vec<f64>>(), t))
        .collect();
    let placements: Vec<Placement> = stops.iter().map(|stop| place(model, &stop.found.pose)).collect();
    let path = |ball: &Ball| {
        let at: Vec<Vector> = placements.iter().map(|placement| ball.centre_in(placement)).collect();
        let along = |of: fn(&Vector) -> f64| through(&at.iter().map(of).collect::<Vec<f64>>(), t);
        Vector::new(along(|v| v.x), along(|v| v.y), along(|v| v.z))
    };
    // What holds on this stretch: from the stop before to the stop after.
    let (before, after) = match way.via {
        Some(via) if t < 0.5 => (way.from, via),
        Some(via) => (via, way.to),
        None => (way.from, way.to),
    };
    let mut goals = Vec::new();
    for contact in &before.contacts {
        let same = |other: &&Contact| other.part == contact.part;
        let Some(other) = after.contacts.iter().find(same) else { continue };
        if contact.surface && other.surface {
            goals.extend(contact.balls.iter().map(|ball| Goal::At(*ball, path(ball))));
        } else if contact.on == other.on {
            goals.extend(contact.goals.iter().cloned());
        }
    }
    let mut start = Pose::zero(model);
    for (i, value) in mean.iter().enumerate() {
        start.clamp_set(model, CoordinateId(i), *value);
    }
    Problem::between(model, mean, goals).search(start, STEPS)
}

/// The value a fraction of the way from the first to the last: straight between two, and through a middle one on a
/// curve that neither stops there on its way nor swings past any of them.
fn through(values: &[f64], t: f64) -> f64 {
    match *values {
        [from, to] => from + (to - from) * t,
        [from, via, to] => {
            let (first, second) = (via - from, to - via);
            let slope = if first * second > 0.0 { 2.0 * first * second / (first + second) } else { 0.0 };
            if t < 0.5 {
                curve((from, first), (via, slope), t * 2.0)
            } else {
                curve((via, slope), (to, second), t * 2.0 - 1.0)
            }
        }
        _ => values.first().copied().unwrap_or(0.0),
    }
}

/// The cubic with these values and slopes at its ends.
fn curve((a, slope_a): (f64, f64), (b, slope_b): (f64, f64), t: f64) -> f64 {
    let (t2, t3) = (t * t, t * t * t);
    a * (2.0 * t3 - 3.0 * t2 + 1.0)
        + slope_a * (t3 - 2.0 * t2 + t)
        + b * (3.0 * t2 - 2.0 * t3)
        + slope_b * (t3 - t2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_meets_its_stops_and_stays_between_them() {
        for stops in [[0.0, 1.0, 2.0], [0.0, 1.0, 0.5], [3.0, 3.0, -1.0], [0.0, 0.1, 4.0]] {
            let at = |t: f64| through(&stops, t);
            assert!((at(0.0) - stops[0]).abs() < 1e-12 && (at(1.0) - stops[2]).abs() < 1e-12);
            assert!((at(0.5) - stops[1]).abs() < 1e-12);
            for step in 0..=40 {
                let t = f64::from(step) / 40.0;
                let (a, b) = if t < 0.5 { (stops[0], stops[1]) } else { (stops[1], stops[2]) };
                assert!((a.min(b) - 1e-12..=a.max(b) + 1e-12).contains(&at(t)), "{stops:?} at {t}");
            }
        }
        assert_eq!(through(&[1.0, 3.0], 0.25), 1.5);
    }
}
