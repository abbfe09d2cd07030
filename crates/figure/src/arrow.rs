//! The small arrow that shows where a movement goes.
//!
//! It follows the part that travels farthest, a little outside the body. What hardly moves gets no arrow.

use counterpose_body::contact::pad;
use counterpose_body::{Placement, Vector};
use counterpose_quantity::num;

use crate::camera::Camera;
use crate::path::{Path, Point};

/// Parts whose way is worth an arrow.
const TRAVELLERS: [&str; 9] = [
    "knee_right",
    "knee_left",
    "ankle_right",
    "ankle_left",
    "forefoot_right",
    "forefoot_left",
    "pelvis",
    "chest",
    "head",
];

/// Metres a part must travel to be pointed at.
const LEAST_M: f64 = 0.06;

/// The way of the part that travels farthest.
pub(crate) fn longest_way(moments: &[Placement]) -> Vec<Vector> {
    let mut best = (LEAST_M, Vec::new());
    for name in TRAVELLERS {
        let Some(ball) = pad(name).and_then(|pad| pad.balls.first().copied()) else { continue };
        let way: Vec<Vector> = moments.iter().map(|placement| ball.centre_in(placement)).collect();
        let (Some(first), Some(last)) = (way.first(), way.last()) else { continue };
        let length = (*last - *first).norm();
        if length > best.0 {
            best = (length, way);
        }
    }
    best.1
}

/// The arrow along a way, from a sixth to five sixths of it.
pub(crate) fn draw(way: &[Vector], camera: &Camera) -> Option<Path> {
    let points: Vec<Point> = way.iter().map(|p| camera.point(*p)).collect();
    let at = |share: f64| {
        let along = share * (points.len().saturating_sub(1)) as f64;
        let i = (along as usize).min(points.len().checked_sub(2)?);
        let t = along - i as f64;
        let (a, b) = (points.get(i)?, points.get(i + 1)?);
        Some(Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t))
    };
    let mut path = Path::default();
    path.move_to(at(0.1)?);
    for i in 1..=4 {
        path.line_to(at(0.1 + 0.2 * f64::from(i))?);
    }
    let (tip, before) = (at(0.9)?, at(0.7)?);
    let (dx, dy) = (tip.x - before.x, tip.y - before.y);
    let length = num::hypot(dx, dy);
    if length < 2.0 {
        return None;
    }
    let (ux, uy) = (dx / length, dy / length);
    // A short arrow has short barbs; a very short one would be a blot.
    let tail = at(0.1)?;
    let size = (num::hypot(tip.x - tail.x, tip.y - tail.y) * 0.4).min(14.0);
    if size < 5.0 {
        return None;
    }
    let wide = size * 0.64;
    let barb =
        |turn: f64| Point::new(tip.x - size * ux - wide * turn * uy, tip.y - size * uy + wide * turn * ux);
    path.move_to(barb(1.0));
    path.line_to(tip);
    path.line_to(barb(-1.0));
    Some(path)
}
