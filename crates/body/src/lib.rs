//! The body model: poses by named coordinate and where every bone then stands.
//!
//! A [`Model`] is immutable and comes out of a validating builder; a [`Pose`] is a plain list of coordinate values;
//! [`place`] returns what follows from the two. Radians and metres inside; degrees and centimetres only in
//! [`spec`], where people write key poses. Sines and cosines come from `counterpose_quantity::num`, so native and
//! WASM agree to the last bit. What this crate does not do: forces, dynamics, drawing.
//!
//! Frames: ground and every body have X forward, Y up, Z to the person's right when standing. A transform is named
//! `target_from_source`.

pub mod apart;
mod between;
mod clinical;
pub mod contact;
pub mod envelope;
mod format;
mod goal;
mod human;
mod jacobian;
mod key_pose;
mod lane;
mod linear;
mod mirror;
mod model;
pub mod muscle;
mod nearest;
mod place;
mod pose;
mod rigid;
mod settle;
pub mod spec;
mod spline;
mod trig;

pub use between::{Way, settle_between};
pub use clinical::{CLINICAL, ClinicalName, clinical_names, clinical_value};
pub use format::{FormatError, parse};
pub use human::human;
pub use jacobian::{Screw, Screws};
pub use key_pose::KeyPose;
pub use model::{BodyId, Coordinate, CoordinateId, CoordinateKind, Coupling, Joint, Model, ModelError};
pub use place::{Placement, place};
pub use pose::{Pose, PoseError};
pub use rigid::{Rotation, Transform, Vector};
pub use settle::{PlacedPose, Settled, Status, settle};
pub use spline::Spline;
