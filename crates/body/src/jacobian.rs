//! How every point of the body moves when a coordinate does.
//!
//! Each axis of each joint is a screw: at a given pose, a point `p` carried by it moves by `turn x p + shift` per
//! unit of its coordinate. Couplings and splines are in the screws already. Nothing here is finite-differenced; a
//! test compares with differences.

use crate::model::Curve;
use crate::{BodyId, CoordinateId, Model, Placement, Pose, Rotation, Transform, Vector};

/// What one unit of a coordinate does to everything a joint carries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screw {
    /// The independent coordinate.
    pub coordinate: CoordinateId,
    /// The turn, as a vector in the ground.
    pub turn: Vector,
    /// The movement of the ground's origin, were it carried along.
    pub shift: Vector,
}

impl Screw {
    /// How a carried point of the ground moves per unit of the coordinate.
    #[must_use]
    pub fn moves(&self, point: Vector) -> Vector {
        self.turn.cross(point) + self.shift
    }
}

/// The screws of every joint of a model in one pose.
#[derive(Clone, Debug, PartialEq)]
pub struct Screws {
    by_body: Vec<Vec<Screw>>,
    parents: Vec<Option<BodyId>>,
}

impl Screws {
    /// The screws of a model in a pose already placed.
    #[must_use]
    pub fn of(model: &Model, pose: &Pose, placement: &Placement) -> Self {
        let by_body = model.joints().iter().map(|joint| {
            let ground_from_parent =
                joint.parent.map_or_else(Transform::default, |parent| *placement.ground_from(parent));
            screws_of(joint, ground_from_parent * joint.parent_from_joint, pose.values())
        });
        Self {
            by_body: by_body.collect(),
            parents: model.joints().iter().map(|joint| joint.parent).collect(),
        }
    }

    /// Every screw that carries a body: those of its own joint and of all joints towards the ground.
    pub fn carrying(&self, body: BodyId) -> impl Iterator<Item = &Screw> {
        let chain = core::iter::successors(Some(body), |body| self.parents[body.0]);
        chain.flat_map(|body| &self.by_body[body.0])
    }
}

fn screws_of(joint: &crate::Joint, ground_from_joint: Transform, values: &[f64]) -> Vec<Screw> {
    let mut screws = Vec::with_capacity(joint.turns.len() + joint.shifts.len());
    let mut offset = Vector::ZERO;
    for (axis, curve) in &joint.shifts {
        offset = offset + axis.vector() * curve.value(values);
        if let Some((coordinate, slope)) = curve.slope(values) {
            let shift = ground_from_joint.rotation.apply(axis.vector()) * slope;
            screws.push(Screw { coordinate, turn: Vector::ZERO, shift });
        }
    }
    let centre = ground_from_joint.apply(offset);
    let mut turned = Rotation::IDENTITY;
    for (axis, curve) in &joint.turns {
        if let Some((coordinate, slope)) = curve.slope(values) {
            let turn = ground_from_joint.rotation.apply(turned.apply(axis.vector())) * slope;
            screws.push(Screw { coordinate, turn, shift: centre.cross(turn) });
        }
        turned = turned * axis.turn(curve.value(values));
    }
    screws
}

impl Curve {
    /// The coordinate it follows and how fast; `None` where it is constant.
    fn slope(&self, values: &[f64]) -> Option<(CoordinateId, f64)> {
        match self {
            Self::Constant(_) => None,
            Self::Line { input, slope, .. } => Some((*input, *slope)),
            Self::Bent { input, slope, offset, spline } => {
                Some((*input, slope * spline.at(slope * values[input.0] + offset).1))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{human, place};

    #[test]
    fn screws_agree_with_differences() {
        let model = human();
        let mut pose = Pose::zero(model);
        for (i, coordinate) in model.coordinates().iter().enumerate().filter(|(_, c)| c.coupling.is_none()) {
            let share = 0.2 + 0.6 * ((i * 7 % 11) as f64) / 11.0;
            pose.clamp_set(
                model,
                CoordinateId(i),
                coordinate.min + share * (coordinate.max - coordinate.min),
            );
        }
        let placement = place(model, &pose);
        let screws = Screws::of(model, &pose, &placement);
        let local = Vector::new(0.03, -0.12, 0.05);
        let step = 1e-6;
        for (body_index, body) in model.bodies().enumerate() {
            let point = placement.frames()[body_index].apply(local);
            for (i, _) in model.coordinates().iter().enumerate().filter(|(_, c)| c.coupling.is_none()) {
                let shifted = |by: f64| {
                    let mut values = pose.values().to_vec();
                    values[i] += by;
                    place(model, &Pose::from_values(values)).frames()[body_index].apply(local)
                };
                let differenced = (shifted(step) - shifted(-step)) * (0.5 / step);
                let carried = screws.carrying(BodyId(body_index)).filter(|s| s.coordinate.index() == i);
                let worked_out = carried.fold(Vector::ZERO, |sum, screw| sum + screw.moves(point));
                let gap = (differenced - worked_out).norm();
                assert!(gap < 1e-8, "{body} by {}: {gap:e}", model.coordinates()[i].name);
            }
        }
    }
}
