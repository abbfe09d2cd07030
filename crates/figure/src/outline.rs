//! Outlines of rows and bundles of balls.
//!
//! Two neighbouring balls are wrapped in the tightest skin; a part is the union of such skins. All pieces run the
//! same way round, so the usual filling rule makes one shape of them.

use counterpose_body::envelope::Skin;
use counterpose_quantity::num;

use crate::camera::Camera;
use crate::path::{Path, Point};
use crate::solid::{Ellipse, Solid};

/// Directions in which a bundle of ellipses is felt for its outline: for shapes with an edge, and for soft ones.
const FINE: usize = 48;
const COARSE: usize = 20;

/// The outline of some balls.
pub(crate) fn outline(path: &mut Path, solids: &[Solid], skin: Skin, camera: &Camera) {
    outline_in(path, solids, skin, camera, FINE);
}

/// The same for lights and shadows, whose edges nobody follows.
pub(crate) fn soft_outline(path: &mut Path, solids: &[Solid], skin: Skin, camera: &Camera) {
    outline_in(path, solids, skin, camera, COARSE);
}

fn outline_in(path: &mut Path, solids: &[Solid], skin: Skin, camera: &Camera, directions: usize) {
    let seen: Vec<Ellipse> = solids.iter().map(|solid| solid.seen(camera)).collect();
    match (skin, seen.as_slice()) {
        (_, []) => {}
        (Skin::Row, [_, _, ..]) => seen.windows(2).for_each(|pair| wrap_in(path, pair, directions)),
        (_, all) => wrap_in(path, all, directions),
    }
}

/// The tightest skin round some ellipses.
pub(crate) fn wrap(path: &mut Path, seen: &[Ellipse]) {
    wrap_in(path, seen, FINE);
}

fn wrap_in(path: &mut Path, seen: &[Ellipse], directions: usize) {
    match seen {
        [only] if only.circle().is_some() => circle(path, only.centre, only.size()),
        [a, b] => match (a.circle(), b.circle()) {
            (Some(ra), Some(rb)) => capsule(path, a.centre, ra, b.centre, rb),
            _ => felt(path, seen, directions),
        },
        _ => felt(path, seen, directions),
    }
}

pub(crate) fn circle(path: &mut Path, centre: Point, radius: f64) {
    path.move_to(Point::new(centre.x - radius, centre.y));
    path.arc_to(radius, true, Point::new(centre.x + radius, centre.y));
    path.arc_to(radius, true, Point::new(centre.x - radius, centre.y));
    path.close();
}

/// Two circles and the lines that touch both.
fn capsule(path: &mut Path, a: Point, ra: f64, b: Point, rb: f64) {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let distance = num::hypot(dx, dy);
    if distance <= (ra - rb).abs() + 1e-6 {
        let (centre, radius) = if ra >= rb { (a, ra) } else { (b, rb) };
        return circle(path, centre, radius);
    }
    let (ux, uy) = (dx / distance, dy / distance);
    let cosine = (ra - rb) / distance;
    let sine = (1.0 - cosine * cosine).max(0.0).sqrt();
    let touch = |c: Point, r: f64, turn: f64| {
        Point::new(c.x + r * (ux * cosine - uy * sine * turn), c.y + r * (uy * cosine + ux * sine * turn))
    };
    // Clockwise on the screen, where y points down: the turn with the positive sign comes first.
    path.move_to(touch(a, ra, 1.0));
    path.arc_to(ra, cosine > 0.0, touch(a, ra, -1.0));
    path.line_to(touch(b, rb, -1.0));
    path.arc_to(rb, cosine < 0.0, touch(b, rb, 1.0));
    path.close();
}

/// Any bundle, felt from many directions and joined by soft curves.
fn felt(path: &mut Path, seen: &[Ellipse], steps: usize) {
    let mut points: Vec<Point> = Vec::with_capacity(steps);
    for (dx, dy) in directions(steps) {
        let far = seen.iter().map(|ellipse| ellipse.farthest(dx, dy));
        let Some((point, _)) = far.max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
        let moved = points.last().is_none_or(|last| num::hypot(last.x - point.x, last.y - point.y) > 0.3);
        if moved {
            points.push(point);
        }
    }
    path.polygon(&points);
}

/// Unit directions all the way round, clockwise on the screen; exact mirrors of each other.
fn directions(steps: usize) -> impl Iterator<Item = (f64, f64)> {
    let quarter = steps / 4;
    (0..quarter * 4).map(move |i| {
        let (turn, step) = (i / quarter, i % quarter);
        let angle = core::f64::consts::FRAC_PI_2 * step as f64 / quarter as f64;
        // Both ends of a quarter are taken from the sine of its first half, so that left and right agree exactly.
        let (s, c) = if step * 2 == quarter {
            (core::f64::consts::FRAC_1_SQRT_2, core::f64::consts::FRAC_1_SQRT_2)
        } else if step * 2 < quarter {
            num::sin_cos(angle)
        } else {
            let rest = core::f64::consts::FRAC_PI_2 * (quarter - step) as f64 / quarter as f64;
            let (s, c) = num::sin_cos(rest);
            (c, s)
        };
        match turn {
            0 => (c, s),
            1 => (-s, c),
            2 => (-c, -s),
            _ => (s, -c),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_have_length_one_and_exact_mirrors() {
        let all: Vec<(f64, f64)> = directions(FINE).collect();
        for (x, y) in &all {
            assert!((x * x + y * y - 1.0).abs() < 1e-15);
            assert!(all.iter().any(|(a, b)| *a == -x && b == y), "{x} {y}");
        }
    }

    #[test]
    fn a_ball_inside_another_is_drawn_as_the_larger() {
        let mut path = Path::default();
        capsule(&mut path, Point::new(0.0, 0.0), 5.0, Point::new(1.0, 0.0), 2.0);
        let mut alone = Path::default();
        circle(&mut alone, Point::new(0.0, 0.0), 5.0);
        assert_eq!(path, alone);
    }
}
