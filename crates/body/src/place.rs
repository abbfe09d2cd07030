//! Forward kinematics: where every body stands in a pose.
//!
//! One pass over the joints, parents first. The result is a value of its own; nothing is cached in the model.

use crate::model::Joint;
use crate::{BodyId, Model, Pose, Rotation, Transform, Vector};

/// Where every body of a model stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    ground_from_body: Vec<Transform>,
}

impl Placement {
    /// The frame of one body in the ground.
    #[must_use]
    pub fn ground_from(&self, body: BodyId) -> &Transform {
        &self.ground_from_body[body.0]
    }

    /// The frame of one body by name.
    #[must_use]
    pub fn by_name(&self, model: &Model, name: &str) -> Option<&Transform> {
        model.body(name).map(|body| self.ground_from(body))
    }

    /// Every frame, in the model's order of bodies.
    #[must_use]
    pub fn frames(&self) -> &[Transform] {
        &self.ground_from_body
    }
}

/// Places every body of the model.
#[must_use]
pub fn place(model: &Model, pose: &Pose) -> Placement {
    let mut placed: Vec<Transform> = Vec::with_capacity(model.joints().len());
    for joint in model.joints() {
        let ground_from_parent = joint.parent.map_or_else(Transform::default, |parent| placed[parent.0]);
        let parent_from_child =
            joint.parent_from_joint * motion(joint, pose.values()) * joint.joint_from_child;
        placed.push(ground_from_parent * parent_from_child);
    }
    Placement { ground_from_body: placed }
}

/// The moving part of a joint.
fn motion(joint: &Joint, values: &[f64]) -> Transform {
    let mut rotation = Rotation::IDENTITY;
    for (axis, curve) in &joint.turns {
        rotation = rotation * axis.turn(curve.value(values));
    }
    let mut translation = Vector::ZERO;
    for (axis, curve) in &joint.shifts {
        translation = translation + axis.vector() * curve.value(values);
    }
    Transform { rotation, translation }
}
