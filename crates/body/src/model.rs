//! The immutable model: a tree of bodies, the joints between them and the coordinates that move them.
//!
//! A [`Model`] is made once, by [`Builder::finish`], which refuses what cannot be a body: two joints to one body, a
//! joint to nowhere, a coupler on a coupler. Afterwards nothing can change it. Muscles are no part of this module.

use crate::{Rotation, Spline, Transform, Vector};

/// A coordinate of one model, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CoordinateId(pub(crate) usize);

impl CoordinateId {
    /// Its place in [`Model::coordinates`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// A body of one model, by its place in the list; parents come before children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyId(pub(crate) usize);

impl BodyId {
    /// Its place in [`Model::bodies`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// What a coordinate measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoordinateKind {
    /// Radians.
    Rotation,
    /// Metres.
    Translation,
}

/// A coordinate that follows another: `slope * other + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coupling {
    /// The coordinate it follows; never itself a coupled one.
    pub follows: CoordinateId,
    /// How much it moves with it.
    pub slope: f64,
    /// Where it is when the other is zero.
    pub offset: f64,
}

/// One way the body can move.
#[derive(Clone, Debug, PartialEq)]
pub struct Coordinate {
    /// Its name, unique in the model.
    pub name: String,
    /// What it measures.
    pub kind: CoordinateKind,
    /// The least it may be.
    pub min: f64,
    /// The most it may be.
    pub max: f64,
    /// Set where it follows another coordinate and cannot be chosen.
    pub coupling: Option<Coupling>,
}

/// How an axis of a joint follows its coordinate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Curve {
    /// Always the same.
    Constant(f64),
    /// `slope * q + offset` of an independent coordinate.
    Line { input: CoordinateId, slope: f64, offset: f64 },
    /// A spline of `slope * q + offset` of an independent coordinate.
    Bent { input: CoordinateId, slope: f64, offset: f64, spline: Spline },
}

impl Curve {
    /// The value at a pose.
    pub(crate) fn value(&self, values: &[f64]) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Line { input, slope, offset } => slope * values[input.0] + offset,
            Self::Bent { input, slope, offset, spline } => spline.at(slope * values[input.0] + offset).0,
        }
    }
}

/// The direction of a joint's axis; the three plain ones are kept apart because they are cheaper and exact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Axis {
    X,
    Y,
    Z,
    Other(Vector),
}

impl Axis {
    fn along(direction: Vector) -> Option<Self> {
        Some(match (direction.x, direction.y, direction.z) {
            (1.0, 0.0, 0.0) => Self::X,
            (0.0, 1.0, 0.0) => Self::Y,
            (0.0, 0.0, 1.0) => Self::Z,
            _ => Self::Other(direction.unit()?),
        })
    }

    pub(crate) const fn vector(self) -> Vector {
        match self {
            Self::X => Vector::new(1.0, 0.0, 0.0),
            Self::Y => Vector::new(0.0, 1.0, 0.0),
            Self::Z => Vector::new(0.0, 0.0, 1.0),
            Self::Other(vector) => vector,
        }
    }

    pub(crate) fn turn(self, angle: f64) -> Rotation {
        match self {
            Self::X => Rotation::about_x(angle),
            Self::Y => Rotation::about_y(angle),
            Self::Z => Rotation::about_z(angle),
            Self::Other(vector) => Rotation::about(vector, angle),
        }
    }
}

/// A joint: `parent_from_child = parent_from_joint * motion * joint_from_child`, where the motion turns about each
/// of `turns` in order (each axis carried along by those before it) and shifts along `shifts`, which are not turned.
#[derive(Clone, Debug, PartialEq)]
pub struct Joint {
    /// Its name.
    pub name: String,
    /// The body it hangs on; `None` for the ground.
    pub parent: Option<BodyId>,
    /// The body it carries.
    pub child: BodyId,
    pub(crate) parent_from_joint: Transform,
    pub(crate) joint_from_child: Transform,
    pub(crate) turns: Vec<(Axis, Curve)>,
    pub(crate) shifts: Vec<(Axis, Curve)>,
}

/// Why a model could not be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// A name stands for two things.
    #[error("the {kind} `{name}` is there twice: give each its own name")]
    Twice {
        /// Body, joint or coordinate.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// A name stands for nothing.
    #[error("`{user}` names the {kind} `{name}`, which the model does not have: add it or correct the name")]
    Unknown {
        /// Body or coordinate.
        kind: &'static str,
        /// What is not there.
        name: String,
        /// Who asked for it.
        user: String,
    },
    /// A body cannot be reached from the ground.
    #[error("the body `{0}` hangs on a ring of joints that never reaches the ground")]
    NotGrounded(String),
    /// A coordinate follows one that itself follows another.
    #[error("the coordinate `{0}` follows a coupled coordinate: let it follow the independent one")]
    ChainOfCouplings(String),
    /// A range that is no range, a number that is no number, an axis without direction.
    #[error("{0}")]
    Number(String),
}

/// What one axis of a joint does before names are resolved.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AxisFunction {
    Constant(f64),
    Linear { coordinate: String, slope: f64, offset: f64 },
    Spline { coordinate: String, spline: Spline },
}

/// A joint before names are resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct JointPlan {
    pub name: String,
    pub parent: String,
    pub child: String,
    pub parent_from_joint: Transform,
    pub child_from_joint: Transform,
    pub turns: Vec<(Vector, AxisFunction)>,
    pub shifts: Vec<(Vector, AxisFunction)>,
}

/// The makings of a model, to be checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Builder {
    pub notice: Vec<String>,
    pub coordinates: Vec<(String, CoordinateKind, f64, f64)>,
    pub couplings: Vec<(String, String, f64, f64)>,
    pub joints: Vec<JointPlan>,
}

/// The name of the frame everything stands in.
pub(crate) const GROUND: &str = "ground";

/// A body model. Immutable; see the module's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    notice: Vec<String>,
    coordinates: Vec<Coordinate>,
    bodies: Vec<String>,
    joints: Vec<Joint>,
}

impl Model {
    /// Source, licence, citations and changes, a line each.
    #[must_use]
    pub fn notice(&self) -> &[String] {
        &self.notice
    }

    /// Every coordinate, coupled ones included.
    #[must_use]
    pub fn coordinates(&self) -> &[Coordinate] {
        &self.coordinates
    }

    /// The names of the bodies, parents before children.
    pub fn bodies(&self) -> impl Iterator<Item = &str> {
        self.bodies.iter().map(String::as_str)
    }

    /// The joints; the one at place i carries the body at place i.
    #[must_use]
    pub fn joints(&self) -> &[Joint] {
        &self.joints
    }

    /// The coordinate with this name.
    #[must_use]
    pub fn coordinate(&self, name: &str) -> Option<CoordinateId> {
        self.coordinates.iter().position(|coordinate| coordinate.name == name).map(CoordinateId)
    }

    /// The body with this name.
    #[must_use]
    pub fn body(&self, name: &str) -> Option<BodyId> {
        self.bodies.iter().position(|body| body == name).map(BodyId)
    }

    /// The name of a body.
    #[must_use]
    pub fn body_name(&self, body: BodyId) -> &str {
        self.bodies.get(body.0).map_or("", String::as_str)
    }
}

impl Builder {
    /// Checks everything and makes the model.
    pub(crate) fn finish(self) -> Result<Model, ModelError> {
        let coordinates = resolve_coordinates(&self.coordinates, &self.couplings)?;
        let order = order_joints(&self.joints)?;
        let bodies: Vec<String> = order.iter().map(|&i| self.joints[i].child.clone()).collect();
        let joints = order
            .iter()
            .enumerate()
            .map(|(child, &i)| resolve_joint(&self.joints[i], child, &bodies, &coordinates))
            .collect::<Result<_, _>>()?;
        Ok(Model { notice: self.notice, coordinates, bodies, joints })
    }
}

fn resolve_coordinates(
    plans: &[(String, CoordinateKind, f64, f64)],
    couplings: &[(String, String, f64, f64)],
) -> Result<Vec<Coordinate>, ModelError> {
    let mut coordinates: Vec<Coordinate> = Vec::new();
    for (name, kind, min, max) in plans {
        if coordinates.iter().any(|known| known.name == *name) {
            return Err(ModelError::Twice { kind: "coordinate", name: name.clone() });
        }
        if !(min.is_finite() && max.is_finite() && min <= max) {
            return Err(ModelError::Number(format!("the range {min} to {max} of `{name}` is no range")));
        }
        coordinates.push(Coordinate {
            name: name.clone(),
            kind: *kind,
            min: *min,
            max: *max,
            coupling: None,
        });
    }
    let independent = coordinates.len();
    for (name, follows, slope, offset) in couplings {
        if coordinates.iter().any(|known| known.name == *name) {
            return Err(ModelError::Twice { kind: "coordinate", name: name.clone() });
        }
        let Some(index) = coordinates.iter().position(|known| known.name == *follows) else {
            return Err(ModelError::Unknown {
                kind: "coordinate",
                name: follows.clone(),
                user: name.clone(),
            });
        };
        if index >= independent {
            return Err(ModelError::ChainOfCouplings(name.clone()));
        }
        let (a, b) = (coordinates[index].min * slope + offset, coordinates[index].max * slope + offset);
        if !(a.is_finite() && b.is_finite()) {
            return Err(ModelError::Number(format!("the coupling of `{name}` is not a finite number")));
        }
        coordinates.push(Coordinate {
            name: name.clone(),
            kind: coordinates[index].kind,
            min: a.min(b),
            max: a.max(b),
            coupling: Some(Coupling { follows: CoordinateId(index), slope: *slope, offset: *offset }),
        });
    }
    Ok(coordinates)
}

/// The joints in an order in which every parent stands before its children.
fn order_joints(joints: &[JointPlan]) -> Result<Vec<usize>, ModelError> {
    for (i, joint) in joints.iter().enumerate() {
        if joint.child == GROUND || joints[..i].iter().any(|other| other.child == joint.child) {
            return Err(ModelError::Twice { kind: "body", name: joint.child.clone() });
        }
        if joints[..i].iter().any(|other| other.name == joint.name) {
            return Err(ModelError::Twice { kind: "joint", name: joint.name.clone() });
        }
        if joint.parent != GROUND && !joints.iter().any(|other| other.child == joint.parent) {
            let (name, user) = (joint.parent.clone(), joint.name.clone());
            return Err(ModelError::Unknown { kind: "body", name, user });
        }
    }
    let mut order: Vec<usize> = Vec::new();
    loop {
        let placed = |name: &str| name == GROUND || order.iter().any(|&i| joints[i].child == name);
        let ready = (0..joints.len()).find(|i| !order.contains(i) && placed(&joints[*i].parent));
        match ready {
            Some(i) => order.push(i),
            None => break,
        }
    }
    match (0..joints.len()).find(|i| !order.contains(i)) {
        Some(i) => Err(ModelError::NotGrounded(joints[i].child.clone())),
        None => Ok(order),
    }
}

fn resolve_joint(
    plan: &JointPlan,
    child: usize,
    bodies: &[String],
    coordinates: &[Coordinate],
) -> Result<Joint, ModelError> {
    let axes = |plans: &[(Vector, AxisFunction)]| -> Result<Vec<(Axis, Curve)>, ModelError> {
        let one = |(direction, function): &(Vector, AxisFunction)| {
            let axis = Axis::along(*direction)
                .ok_or_else(|| ModelError::Number(format!("an axis of `{}` has no direction", plan.name)))?;
            Ok((axis, resolve_function(function, &plan.name, coordinates)?))
        };
        plans.iter().map(one).collect()
    };
    Ok(Joint {
        name: plan.name.clone(),
        parent: bodies.iter().position(|body| *body == plan.parent).map(BodyId),
        child: BodyId(child),
        parent_from_joint: plan.parent_from_joint,
        joint_from_child: plan.child_from_joint.inverse(),
        turns: axes(&plan.turns)?,
        shifts: axes(&plan.shifts)?,
    })
}

/// Resolves a name to the independent coordinate behind it, so that placing never looks at couplings.
fn resolve_function(
    function: &AxisFunction,
    joint: &str,
    coordinates: &[Coordinate],
) -> Result<Curve, ModelError> {
    let source = |name: &str| {
        let index = coordinates.iter().position(|coordinate| coordinate.name == name).ok_or_else(|| {
            ModelError::Unknown { kind: "coordinate", name: name.to_owned(), user: joint.to_owned() }
        })?;
        Ok::<_, ModelError>(match coordinates[index].coupling {
            Some(Coupling { follows, slope, offset }) => (follows, slope, offset),
            None => (CoordinateId(index), 1.0, 0.0),
        })
    };
    Ok(match function {
        AxisFunction::Constant(value) => Curve::Constant(*value),
        AxisFunction::Linear { coordinate, slope, offset } => {
            let (input, inner, shift) = source(coordinate)?;
            Curve::Line { input, slope: slope * inner, offset: slope * shift + offset }
        }
        AxisFunction::Spline { coordinate, spline } => {
            let (input, slope, offset) = source(coordinate)?;
            Curve::Bent { input, slope, offset, spline: spline.clone() }
        }
    })
}
