//! Balls of the body where they stand in the ground, and their shadows on the picture.
//!
//! A ball may be an ellipsoid; seen from anywhere it is an ellipse.

use counterpose_body::envelope::{Ball, Part, Skin};
use counterpose_body::{Placement, Vector};
use counterpose_quantity::{Mirror, Side};

use crate::camera::{Camera, UNITS_PER_METRE};
use crate::path::Point;

/// An ellipsoid in the ground: its middle and its three half axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Solid {
    pub centre: Vector,
    pub axes: [Vector; 3],
}

impl Solid {
    pub(crate) fn of(ball: &Ball, placement: &Placement) -> Self {
        let frame = placement.ground_from(ball.body);
        let axis = |x, y, z| frame.rotation.apply(Vector::new(x, y, z));
        let r = ball.radii;
        let axes = [axis(r.x, 0.0, 0.0), axis(0.0, r.y, 0.0), axis(0.0, 0.0, r.z)];
        Self { centre: ball.centre_in(placement), axes }
    }

    /// The solid a fraction of the way to another.
    pub(crate) fn lerp(&self, other: &Self, t: f64) -> Self {
        let axes = core::array::from_fn(|i| self.axes[i].lerp(other.axes[i], t));
        Self { centre: self.centre.lerp(other.centre, t), axes }
    }

    /// The same with all radii multiplied.
    pub(crate) fn scaled(&self, factor: f64) -> Self {
        Self { centre: self.centre, axes: self.axes.map(|axis| axis * factor) }
    }

    /// How far it reaches in a direction.
    pub(crate) fn reach(&self, direction: Vector) -> f64 {
        let [a, b, c] = self.axes.map(|axis| axis.dot(direction));
        (a * a + b * b + c * c).sqrt()
    }

    /// Its ellipse in the picture.
    pub(crate) fn seen(&self, camera: &Camera) -> Ellipse {
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for axis in self.axes {
            let (x, y) = (camera.right.dot(axis) * UNITS_PER_METRE, -camera.up.dot(axis) * UNITS_PER_METRE);
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        let centre = camera.point(self.centre);
        Ellipse { centre, xx, xy, yy, nearness: camera.nearness(self.centre) }
    }
}

impl Mirror for Solid {
    fn mirror(self) -> Self {
        Self { centre: self.centre.mirrored(), axes: self.axes.map(Vector::mirrored) }
    }
}

/// A solid as seen: an ellipse by its second moments, and how near it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ellipse {
    pub centre: Point,
    xx: f64,
    xy: f64,
    yy: f64,
    pub nearness: f64,
}

impl Ellipse {
    /// The radius where it is a circle.
    pub(crate) fn circle(&self) -> Option<f64> {
        let round = (self.xx - self.yy).abs() + self.xy.abs() < 1e-6 * self.xx;
        round.then(|| self.xx.sqrt())
    }

    /// The radius of a circle about as large.
    pub(crate) fn size(&self) -> f64 {
        ((self.xx + self.yy) * 0.5).sqrt()
    }

    /// The point that lies farthest in a direction of the picture (of length one), and how far.
    pub(crate) fn farthest(&self, dx: f64, dy: f64) -> (Point, f64) {
        let (sx, sy) = (self.xx * dx + self.xy * dy, self.xy * dx + self.yy * dy);
        let reach = (sx * dx + sy * dy).sqrt();
        let scale = if reach > 0.0 { 1.0 / reach } else { 0.0 };
        let point = Point::new(self.centre.x + sx * scale, self.centre.y + sy * scale);
        (point, self.centre.x * dx + self.centre.y * dy + reach)
    }
}

/// A part of the body where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartSolid {
    pub name: &'static str,
    pub side: Option<Side>,
    pub skin: Skin,
    pub solids: Vec<Solid>,
}

impl PartSolid {
    pub(crate) fn of(part: &Part, placement: &Placement) -> Self {
        let solids = part.balls.iter().map(|ball| Solid::of(ball, placement)).collect();
        Self { name: part.name, side: part.side, skin: part.skin, solids }
    }
}

impl Mirror for PartSolid {
    fn mirror(self) -> Self {
        Self {
            side: self.side.mirror(),
            solids: self.solids.into_iter().map(Solid::mirror).collect(),
            ..self
        }
    }
}
