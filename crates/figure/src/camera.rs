//! From the ground to the picture: parallel projection in a named view.
//!
//! Parallel, because lengths then compare across the picture and nothing depends on a distance. One metre is
//! [`UNITS_PER_METRE`] units.

use counterpose_body::Vector;
use counterpose_body::spec::View;
use counterpose_quantity::num;

use crate::path::Point;
use crate::turn::Turn;

/// SVG units in a metre.
pub(crate) const UNITS_PER_METRE: f64 = 200.0;

/// A direction of looking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Camera {
    /// To the right in the picture.
    pub right: Vector,
    /// Up in the picture.
    pub up: Vector,
    /// Towards whoever looks.
    pub near: Vector,
}

impl Camera {
    /// The camera of a view.
    pub(crate) fn of(view: View) -> Self {
        Self::from(view, Turn::FRONT)
    }

    /// The camera of a view after walking round.
    pub(crate) fn from(view: View, turn: Turn) -> Self {
        // The turn from looking at the person's face, to the person's right, and the height above the horizontal.
        let (azimuth_deg, height_deg) = match view {
            View::Front => (0.0, 12.0),
            View::Back => (180.0, 12.0),
            View::SideRight => (90.0, 8.0),
            View::SideLeft => (-90.0, 8.0),
            View::ThreeQuarterRight => (42.0, 16.0),
            View::ThreeQuarterLeft => (-42.0, 16.0),
            View::BehindRight => (130.0, 16.0),
            View::BehindLeft => (-130.0, 16.0),
            View::HighRight => (62.0, 32.0),
            View::HighLeft => (-62.0, 32.0),
            View::HighFront => (0.0, 58.0),
        };
        Self::turned(azimuth_deg + turn.degrees(), height_deg)
    }

    fn turned(azimuth_deg: f64, height_deg: f64) -> Self {
        // The sines of a negative angle are exactly the negative sines, so mirrored views mirror to the bit.
        let radians = core::f64::consts::PI / 180.0;
        let (sa, ca) = num::sin_cos(azimuth_deg * radians);
        let (sh, ch) = num::sin_cos(height_deg * radians);
        Self {
            right: Vector::new(sa, 0.0, -ca),
            up: Vector::new(-ca * sh, ch, -sa * sh),
            near: Vector::new(ca * ch, sh, sa * ch),
        }
    }

    /// Where a point of the ground is drawn.
    pub(crate) fn point(&self, p: Vector) -> Point {
        Point::new(self.right.dot(p) * UNITS_PER_METRE, -self.up.dot(p) * UNITS_PER_METRE)
    }

    /// How near a point is, in units.
    pub(crate) fn nearness(&self, p: Vector) -> f64 {
        self.near.dot(p) * UNITS_PER_METRE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterpose_quantity::Mirror;

    #[test]
    fn a_camera_is_a_right_handed_frame() {
        for view in [View::Front, View::SideRight, View::ThreeQuarterLeft, View::BehindRight, View::HighFront]
        {
            let camera = Camera::of(view);
            assert!((camera.right.cross(camera.up) - camera.near).norm() < 1e-15, "{view:?}");
            assert!(camera.right.dot(camera.up).abs() < 1e-15);
        }
    }

    #[test]
    fn seen_from_the_right_the_person_looks_to_the_right() {
        let ahead = Camera::of(View::SideRight).point(Vector::new(1.0, 0.0, 0.0));
        assert!(ahead.x > 199.0);
        let right_hand = Camera::of(View::Front).point(Vector::new(0.0, 0.0, 1.0));
        assert!(right_hand.x < -199.0);
    }

    #[test]
    fn a_mirrored_view_mirrors_the_picture() {
        let p = Vector::new(0.3, 0.7, -0.2);
        for view in [View::SideRight, View::ThreeQuarterRight, View::BehindLeft, View::Front, View::HighFront]
        {
            let (a, b) = (Camera::of(view).point(p), Camera::of(view.mirror()).point(p.mirrored()));
            assert!((a.x + b.x).abs() < 1e-12 && (a.y - b.y).abs() < 1e-12, "{view:?}");
        }
    }
}
