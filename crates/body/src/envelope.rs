//! The soft outside of the body: balls fixed to the bones, grouped into parts.
//!
//! Bones alone neither rest on a floor nor make a picture. Each part of the body (thigh, hand, chest) is a row of
//! balls that hang on bones of the model; what lies between two neighbours is skin too. Bone ends come from the
//! model's geometry (skull, rib cage, pelvis, feet, hands), the flesh around them from plain adult proportions:
//! these radii are a drawing's, not a measurement's. Right-sided parts are written down once; the left is their
//! mirror.

use std::sync::LazyLock;

use counterpose_quantity::Side;

use crate::{BodyId, Model, Placement, Vector, human};

/// A ball (or ellipsoid along the bone's axes) fixed to a bone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ball {
    /// The bone.
    pub body: BodyId,
    /// Its middle in the bone's frame, in metres.
    pub centre: Vector,
    /// Half its extent along the bone's X, Y and Z, in metres.
    pub radii: Vector,
}

impl Ball {
    /// Its middle in the ground.
    #[must_use]
    pub fn centre_in(&self, placement: &Placement) -> Vector {
        placement.ground_from(self.body).apply(self.centre)
    }

    /// How far it reaches from its middle in a direction of the ground (a unit vector).
    #[must_use]
    pub fn reach(&self, placement: &Placement, direction: Vector) -> f64 {
        let local = placement.ground_from(self.body).rotation.apply_inverse(direction);
        let Vector { x, y, z } = self.radii;
        Vector::new(x * local.x, y * local.y, z * local.z).norm()
    }

    /// The point of its skin that lies farthest in a direction of the ground (a unit vector).
    #[must_use]
    pub fn farthest(&self, placement: &Placement, direction: Vector) -> Vector {
        let frame = placement.ground_from(self.body);
        let local = frame.rotation.apply_inverse(direction);
        let r = self.radii;
        let reach = Vector::new(r.x * local.x, r.y * local.y, r.z * local.z).norm();
        if reach <= 0.0 {
            return frame.apply(self.centre);
        }
        let skin = Vector::new(r.x * r.x * local.x, r.y * r.y * local.y, r.z * r.z * local.z);
        frame.apply(self.centre + skin * (1.0 / reach))
    }

    /// The mean of its three radii.
    #[must_use]
    pub fn mean_radius(&self) -> f64 {
        (self.radii.x + self.radii.y + self.radii.z) / 3.0
    }
}

/// How the balls of a part make its skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skin {
    /// Each ball is joined to the next.
    Row,
    /// All are wrapped together.
    Wrap,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name, without its side.
    pub name: &'static str,
    /// Its side, where it has one.
    pub side: Option<Side>,
    /// How its balls make its skin.
    pub skin: Skin,
    /// Its balls.
    pub balls: Vec<Ball>,
}

/// A part as written: bone, middle and radii of each ball, in millimetres.
struct Plan {
    name: &'static str,
    sided: bool,
    skin: Skin,
    balls: &'static [(&'static str, [f64; 3], [f64; 3])],
}

/// A ball that is round.
const fn round(body: &'static str, centre: [f64; 3], radius: f64) -> (&'static str, [f64; 3], [f64; 3]) {
    (body, centre, [radius, radius, radius])
}

const PLANS: &[Plan] = &[
    Plan {
        name: "trunk",
        sided: false,
        skin: Skin::Row,
        balls: &[
            ("pelvis", [-88.0, -62.0, 0.0], [100.0, 78.0, 160.0]),
            ("pelvis", [-86.0, 20.0, 0.0], [100.0, 80.0, 150.0]),
            ("lumbar3", [0.0, 0.0, 0.0], [92.0, 70.0, 132.0]),
            ("torso", [10.0, 150.0, 0.0], [100.0, 90.0, 142.0]),
            ("torso", [12.0, 270.0, 0.0], [108.0, 105.0, 160.0]),
            ("torso", [-2.0, 352.0, 0.0], [80.0, 58.0, 158.0]),
            ("torso", [-5.0, 396.0, 0.0], [58.0, 40.0, 98.0]),
        ],
    },
    Plan {
        name: "neck",
        sided: false,
        skin: Skin::Row,
        balls: &[
            round("torso", [-2.0, 412.0, 0.0], 57.0),
            round("cervical", [14.0, 28.0, 0.0], 51.0),
            round("head", [0.0, 10.0, 0.0], 50.0),
        ],
    },
    Plan {
        name: "head",
        sided: false,
        skin: Skin::Wrap,
        balls: &[("head", [-4.0, 72.0, 0.0], [98.0, 96.0, 79.0])],
    },
    Plan {
        name: "face",
        sided: false,
        skin: Skin::Wrap,
        balls: &[
            ("head", [42.0, 82.0, 0.0], [53.0, 46.0, 66.0]),
            ("head", [38.0, 30.0, 0.0], [57.0, 46.0, 65.0]),
            ("head", [50.0, -30.0, 0.0], [42.0, 38.0, 45.0]),
        ],
    },
    Plan {
        name: "nose",
        sided: false,
        skin: Skin::Row,
        balls: &[round("head", [84.0, 48.0, 0.0], 9.0), round("head", [104.0, 16.0, 0.0], 10.0)],
    },
    Plan {
        name: "ear",
        sided: true,
        skin: Skin::Wrap,
        balls: &[("head", [-8.0, 40.0, 76.0], [16.0, 27.0, 8.0])],
    },
    Plan {
        name: "glute",
        sided: true,
        skin: Skin::Wrap,
        balls: &[round("pelvis", [-126.0, -74.0, 74.0], 84.0)],
    },
    Plan {
        name: "thigh",
        sided: true,
        skin: Skin::Row,
        balls: &[
            round("femur_r", [-4.0, -12.0, 6.0], 86.0),
            round("femur_r", [4.0, -120.0, 2.0], 82.0),
            round("femur_r", [8.0, -260.0, -2.0], 68.0),
            round("femur_r", [-2.0, -400.0, -3.0], 54.0),
        ],
    },
    Plan {
        name: "shank",
        sided: true,
        skin: Skin::Row,
        balls: &[
            round("tibia_r", [0.0, -18.0, 0.0], 53.0),
            round("tibia_r", [-18.0, -125.0, 3.0], 56.0),
            round("tibia_r", [-14.0, -210.0, 2.0], 49.0),
            round("tibia_r", [-4.0, -330.0, 0.0], 37.0),
            round("tibia_r", [-4.0, -424.0, 0.0], 34.0),
        ],
    },
    Plan {
        name: "foot",
        sided: true,
        skin: Skin::Wrap,
        balls: &[
            round("calcn_r", [20.0, 20.0, -2.0], 31.0),
            round("calcn_r", [50.0, 44.0, -6.0], 33.0),
            round("calcn_r", [166.0, 9.0, -26.0], 22.0),
            round("calcn_r", [150.0, 6.0, 32.0], 19.0),
            round("toes_r", [54.0, 4.0, -18.0], 15.0),
            round("toes_r", [34.0, 2.0, 32.0], 12.0),
        ],
    },
    Plan {
        name: "upper-arm",
        sided: true,
        skin: Skin::Row,
        balls: &[
            round("humerus_r", [-2.0, -12.0, -10.0], 52.0),
            round("humerus_r", [0.0, -70.0, -2.0], 47.0),
            round("humerus_r", [6.0, -180.0, 0.0], 41.0),
            round("humerus_r", [10.0, -284.0, 0.0], 36.0),
        ],
    },
    Plan {
        name: "forearm",
        sided: true,
        skin: Skin::Row,
        balls: &[
            round("ulna_r", [0.0, 0.0, 8.0], 36.0),
            round("ulna_r", [0.0, -70.0, 13.0], 38.0),
            round("ulna_r", [-4.0, -160.0, 18.0], 31.0),
            round("hand_r", [0.0, 2.0, 0.0], 25.0),
        ],
    },
    Plan {
        name: "hand",
        sided: true,
        skin: Skin::Wrap,
        balls: &[
            round("hand_r", [2.0, -18.0, 0.0], 23.0),
            round("hand_r", [6.0, -74.0, -24.0], 14.0),
            round("hand_r", [6.0, -82.0, 20.0], 15.0),
            round("hand_r", [30.0, -134.0, -20.0], 10.0),
            round("hand_r", [34.0, -146.0, 4.0], 10.0),
        ],
    },
    Plan {
        name: "thumb",
        sided: true,
        skin: Skin::Row,
        balls: &[
            round("hand_r", [4.0, -30.0, 18.0], 16.0),
            round("hand_r", [12.0, -66.0, 36.0], 12.0),
            round("hand_r", [24.0, -94.0, 42.0], 10.0),
        ],
    },
];

static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| parts_of(human()));

/// The parts of the built-in body, each left one beside its right one.
#[must_use]
pub fn parts() -> &'static [Part] {
    &PARTS
}

/// The part with this name and side.
#[must_use]
pub fn part(name: &str, side: Option<Side>) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.name == name && part.side == side)
}

fn parts_of(model: &Model) -> Vec<Part> {
    let mut parts = Vec::new();
    for plan in PLANS {
        let sides: &[Option<Side>] =
            if plan.sided { &[Some(Side::Right), Some(Side::Left)] } else { &[None] };
        for &side in sides {
            let balls = plan.balls.iter().filter_map(|ball| ball_of(model, ball, side)).collect();
            parts.push(Part { name: plan.name, side, skin: plan.skin, balls });
        }
    }
    parts
}

fn ball_of(
    model: &Model,
    (body, centre, radii): &(&str, [f64; 3], [f64; 3]),
    side: Option<Side>,
) -> Option<Ball> {
    let metres = |v: &[f64; 3]| Vector::new(v[0], v[1], v[2]) * 0.001;
    let (centre, radii) = (metres(centre), metres(radii));
    if side == Some(Side::Left) {
        let body = crate::mirror::other_side(body);
        return Some(Ball { body: model.body(&body)?, centre: centre.mirrored(), radii });
    }
    Some(Ball { body: model.body(body)?, centre, radii })
}
