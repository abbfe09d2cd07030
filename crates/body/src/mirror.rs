//! Left and right of a pose.
//!
//! The paired coordinates of the model carry the same sign on both sides (adduction is towards the midline on
//! either), so they swap; the ones of the midline that lead sideways or turn change their sign.

use crate::{Model, Pose};

/// Midline coordinates that change sign in a mirror. Coupled ones follow by themselves.
const SIDEWAYS: [&str; 7] = [
    "pelvis_list",
    "pelvis_rotation",
    "pelvis_tz",
    "L5_S1_Lat_Bending",
    "L5_S1_axial_rotation",
    "neck_bending",
    "neck_rotation",
];

/// The name of the coordinate (or body) on the other side; itself on the midline.
pub(crate) fn other_side(name: &str) -> String {
    match name.strip_suffix("_r") {
        Some(stem) => format!("{stem}_l"),
        None => name.strip_suffix("_l").map_or_else(|| name.to_owned(), |stem| format!("{stem}_r")),
    }
}

impl Pose {
    /// The same pose as seen in a mirror: left and right swapped, nothing else.
    #[must_use]
    pub fn mirrored(&self, model: &Model) -> Self {
        let of = |name: &str| model.coordinate(name).map_or(0.0, |id| self.values()[id.0]);
        let mirror = |coordinate: &crate::Coordinate| {
            if coordinate.coupling.is_some() {
                0.0
            } else if SIDEWAYS.contains(&coordinate.name.as_str()) {
                -of(&coordinate.name)
            } else {
                of(&other_side(&coordinate.name))
            }
        };
        Self::from_values(model.coordinates().iter().map(mirror).collect())
    }
}
