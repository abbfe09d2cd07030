//! What should hold in a settled pose, as residuals and how they move.
//!
//! Each goal gives some scalars that are zero when it holds, with their weight and with the points whose movement
//! changes them. It searches for nothing; `settle` does.

use crate::contact::Plane;
use crate::envelope::Ball;
use crate::{Placement, Vector};

/// How far a contact may be off before it outweighs a degree of a named angle, in metres.
const CONTACT_M: f64 = 0.001;
/// How firmly a palm looks at what it lies on (a number without unit: the difference of two directions).
const PALM_LOOKS: f64 = 1.0;

/// Something that should hold.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Goal {
    /// A ball rests on a surface.
    OnPlane(Ball, Plane),
    /// Two balls just touch.
    Touch(Ball, Ball),
    /// A ball lies on the face of another that a direction of its bone points to.
    Meet(Ball, Ball, Vector),
    /// A direction of one bone looks against a direction of another.
    Look(Ball, Vector, Ball, Vector),
    /// The middle of a ball is at a point.
    At(Ball, Vector),
}

/// How a residual moves with a point of a bone, or with a direction of it.
pub(crate) struct Pull {
    pub ball: Ball,
    pub point: Vector,
    pub along: Vector,
    /// Whether `point` is a direction that only turns.
    pub turns: bool,
}

impl Pull {
    pub(crate) fn gain(&self, screw: &crate::Screw) -> f64 {
        let moved = if self.turns { screw.turn.cross(self.point) } else { screw.moves(self.point) };
        moved.dot(self.along)
    }
}

const AXES: [Vector; 3] =
    [Vector::new(1.0, 0.0, 0.0), Vector::new(0.0, 1.0, 0.0), Vector::new(0.0, 0.0, 1.0)];

impl Goal {
    pub(crate) fn rows(&self, placement: &Placement, row: &mut impl FnMut(f64, f64, &[Pull])) {
        let firm = 1.0 / CONTACT_M;
        let pull =
            |ball: &Ball, point: Vector, along: Vector| Pull { ball: *ball, point, along, turns: false };
        match self {
            Self::OnPlane(ball, plane) => {
                let height =
                    ball.centre_in(placement).dot(plane.normal) - ball.reach(placement, plane.normal);
                let point = ball.farthest(placement, -plane.normal);
                row(height - plane.offset, firm, &[pull(ball, point, plane.normal)]);
            }
            Self::Touch(a, b) => {
                let (here, there) = (a.centre_in(placement), b.centre_in(placement));
                let gap = here - there;
                let along = gap.unit().unwrap_or(AXES[1]);
                let residual = gap.norm() - a.mean_radius() - b.mean_radius();
                row(residual, firm, &[pull(a, here, along), pull(b, there, -along)]);
            }
            Self::Meet(a, b, face) => {
                let here = a.centre_in(placement);
                let outwards = placement.ground_from(b.body).rotation.apply(*face);
                let there =
                    b.centre_in(placement) + outwards * (b.reach(placement, outwards) + a.mean_radius());
                for axis in AXES {
                    let residual = (here - there).dot(axis);
                    row(residual, firm, &[pull(a, here, axis), pull(b, there, -axis)]);
                }
            }
            Self::Look(a, looks, b, face) => {
                let here = placement.ground_from(a.body).rotation.apply(*looks);
                let there = placement.ground_from(b.body).rotation.apply(*face);
                let turning = |ball: &Ball, point, along| Pull { ball: *ball, point, along, turns: true };
                for axis in AXES {
                    let pulls = [turning(a, here, axis), turning(b, there, axis)];
                    row((here + there).dot(axis), 1.0 / PALM_LOOKS, &pulls);
                }
            }
            Self::At(ball, point) => {
                let here = ball.centre_in(placement);
                for axis in AXES {
                    row((here - *point).dot(axis), firm, &[pull(ball, here, axis)]);
                }
            }
        }
    }
}
