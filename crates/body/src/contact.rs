//! What touches what: the names a key pose uses for parts of the body and for surfaces.
//!
//! A part is a pad (`foot_right`, `sit`, `hand_left`), the balls of the envelope that touch when it rests on
//! something. A target is a surface (`floor`, or the top of a thing), another part (they just touch), or a face of
//! another part (`thigh_front_left`: the part lies on that face). This module gives the names meaning; `settle`
//! makes them true.

use counterpose_quantity::{Side, num};

use crate::envelope::{Ball, part};
use crate::nearest::hint;
use crate::spec::{Prop, PropKind};
use crate::{Model, Vector};

/// A pad: its name, whether it has a side, the part it belongs to and which of its balls touch.
struct PadRow(&'static str, bool, &'static str, &'static [usize]);

/// Longer names before their beginnings are not needed: names are compared whole.
const PADS: [PadRow; 27] = [
    PadRow("foot", true, "foot", &[0, 2, 3]),
    PadRow("heel", true, "foot", &[0]),
    PadRow("forefoot", true, "foot", &[2, 3]),
    PadRow("toes", true, "foot", &[4]),
    PadRow("instep", true, "foot", &[1, 2]),
    PadRow("ankle", true, "shank", &[4]),
    PadRow("shin", true, "shank", &[3]),
    PadRow("calf", true, "shank", &[1]),
    PadRow("knee", true, "shank", &[0]),
    PadRow("lower_thigh", true, "thigh", &[2]),
    PadRow("thigh", true, "thigh", &[1]),
    PadRow("hip", true, "thigh", &[0]),
    PadRow("sit", true, "glute", &[0]),
    PadRow("pelvis", false, "trunk", &[0]),
    PadRow("belly", false, "trunk", &[1]),
    PadRow("waist", false, "trunk", &[2]),
    PadRow("ribs", false, "trunk", &[3]),
    PadRow("chest", false, "trunk", &[4]),
    PadRow("upper_back", false, "trunk", &[5]),
    PadRow("neck", false, "neck", &[1]),
    PadRow("head", false, "head", &[0]),
    PadRow("shoulder", true, "upper-arm", &[0]),
    PadRow("upper_arm", true, "upper-arm", &[2]),
    PadRow("elbow", true, "forearm", &[0]),
    PadRow("forearm", true, "forearm", &[1, 2]),
    PadRow("wrist", true, "forearm", &[3]),
    PadRow("hand", true, "hand", &[0, 3, 4]),
];

/// Faces of a part and their direction along its bone, on the right side.
const FACES: [(&str, Vector); 6] = [
    ("_front", Vector::new(1.0, 0.0, 0.0)),
    ("_back", Vector::new(-1.0, 0.0, 0.0)),
    ("_top", Vector::new(0.0, 1.0, 0.0)),
    ("_under", Vector::new(0.0, -1.0, 0.0)),
    ("_outer", Vector::new(0.0, 0.0, 1.0)),
    ("_inner", Vector::new(0.0, 0.0, -1.0)),
];

/// The middle of the palm in a right hand's frame, as a ball, and the way the palm looks.
pub(crate) const PALM: (Vector, f64) = (Vector::new(0.008, -0.058, 0.0), 0.018);
pub(crate) const PALM_LOOKS: Vector = Vector::new(1.0, 0.0, 0.0);

/// Surfaces and the thing that brings them.
const SURFACES: [(&str, Option<PropKind>); 7] = [
    ("floor", None),
    ("seat", Some(PropKind::Chair)),
    ("block", Some(PropKind::Block)),
    ("step", Some(PropKind::Step)),
    ("cushion", Some(PropKind::Cushion)),
    ("wall", Some(PropKind::Wall)),
    ("ball", Some(PropKind::Ball)),
];

/// A flat surface: points with `normal . p = offset`; the body is on the side the normal points to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    /// The unit normal.
    pub normal: Vector,
    /// The distance from the origin along it, in metres.
    pub offset: f64,
}

/// A part of the body that can touch something.
#[derive(Clone, Debug, PartialEq)]
pub struct Pad {
    /// Its name without its side.
    pub name: &'static str,
    /// Its side.
    pub side: Option<Side>,
    /// The balls that touch.
    pub balls: Vec<Ball>,
}

/// What a pad touches.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Target {
    Surface(Plane),
    Part(Ball),
    Face(Ball, Vector),
}

/// The usual size of a thing: length forward, height and width, in centimetres.
#[must_use]
pub const fn usual_size_cm(kind: PropKind) -> [f64; 3] {
    match kind {
        PropKind::Chair => [42.0, 45.0, 44.0],
        PropKind::Block => [15.0, 9.0, 30.0],
        PropKind::Step => [32.0, 16.0, 60.0],
        PropKind::Cushion => [36.0, 6.0, 36.0],
        PropKind::Mat => [185.0, 1.0, 65.0],
        PropKind::Wall => [6.0, 190.0, 130.0],
        PropKind::Ball => [16.0, 16.0, 16.0],
        PropKind::Stick => [2.5, 120.0, 2.5],
        PropKind::Band | PropKind::Strap => [4.0, 4.0, 4.0],
    }
}

impl Prop {
    /// Its size in centimetres.
    #[must_use]
    pub fn size(&self) -> [f64; 3] {
        self.size_cm.unwrap_or(usual_size_cm(self.kind))
    }

    /// The surface it offers.
    fn plane(&self) -> Plane {
        let [forward, up, right] = self.at_cm;
        if self.kind == PropKind::Wall {
            let (s, c) = num::sin_cos(self.turn_deg * core::f64::consts::PI / 180.0);
            let normal = Vector::new(-c, 0.0, s);
            return Plane { normal, offset: normal.dot(Vector::new(forward, up, right)) * 0.01 };
        }
        Plane { normal: Vector::new(0.0, 1.0, 0.0), offset: (up + self.size()[1]) * 0.01 }
    }
}

/// A name and its side.
fn split(name: &str) -> (&str, Option<Side>) {
    if let Some(stem) = name.strip_suffix("_right") {
        return (stem, Some(Side::Right));
    }
    name.strip_suffix("_left").map_or((name, None), |stem| (stem, Some(Side::Left)))
}

/// Every name of a pad.
pub fn pad_names() -> impl Iterator<Item = String> {
    let both = |row: &PadRow| vec![format!("{}_right", row.0), format!("{}_left", row.0)];
    PADS.iter().flat_map(move |row| if row.1 { both(row) } else { vec![row.0.to_owned()] })
}

/// The pad with this name. `sit` without a side is both sides.
#[must_use]
pub fn pad(name: &str) -> Option<Pad> {
    let (stem, side) = split(name);
    let row = PADS.iter().find(|row| row.0 == stem)?;
    let sides: &[Option<Side>] = match (row.1, side) {
        (true, Some(_)) | (false, None) => &[side],
        (true, None) => &[Some(Side::Right), Some(Side::Left)],
        (false, Some(_)) => return None,
    };
    let mut balls = Vec::new();
    for &side in sides {
        let part = part(row.2, side)?;
        balls.extend(row.3.iter().filter_map(|&index| part.balls.get(index).copied()));
    }
    Some(Pad { name: row.0, side, balls })
}

/// The palm of a hand as a ball, and the way it looks, where a pad is a hand.
pub(crate) fn palm(model: &Model, pad: &Pad) -> Option<(Ball, Vector)> {
    let side = pad.side.filter(|_| pad.name == "hand")?;
    let (body, centre) = match side {
        Side::Right => ("hand_r", PALM.0),
        Side::Left => ("hand_l", PALM.0.mirrored()),
    };
    let radii = Vector::new(PALM.1, PALM.1, PALM.1);
    Some((Ball { body: model.body(body)?, centre, radii }, PALM_LOOKS))
}

/// What a name of a target means among the things used; an error says what is wrong.
pub(crate) fn target(name: &str, props: &[Prop]) -> Result<Target, String> {
    if let Some((_, kind)) = SURFACES.iter().find(|(surface, _)| *surface == name) {
        let Some(kind) = kind else {
            return Ok(Target::Surface(Plane { normal: Vector::new(0.0, 1.0, 0.0), offset: 0.0 }));
        };
        let missing = || format!("`{name}` needs a prop that brings it");
        let prop = props.iter().find(|prop| prop.kind == *kind).ok_or_else(missing)?;
        return Ok(Target::Surface(prop.plane()));
    }
    if let Some(ball) = pad(name).and_then(|pad| pad.balls.first().copied()) {
        return Ok(Target::Part(ball));
    }
    let (stem, side) = split(name);
    let suffix = side.map_or("", |side| if side == Side::Right { "_right" } else { "_left" });
    // The side of a part of the midline is its face on that side.
    if let (Some(side), Some(ball)) = (side, pad(stem).and_then(|pad| pad.balls.first().copied())) {
        let right = Vector::new(0.0, 0.0, 1.0);
        return Ok(Target::Face(ball, if side == Side::Left { right.mirrored() } else { right }));
    }
    for (face, direction) in FACES {
        let Some(part) = stem.strip_suffix(face) else { continue };
        let Some(ball) = pad(&format!("{part}{suffix}")).and_then(|pad| pad.balls.first().copied()) else {
            continue;
        };
        let direction = if side == Some(Side::Left) { direction.mirrored() } else { direction };
        return Ok(Target::Face(ball, direction));
    }
    let known: Vec<String> = pad_names().chain(SURFACES.iter().map(|(name, _)| (*name).to_owned())).collect();
    Err(format!("there is nothing called `{name}` to touch{}", hint(name, known.iter().map(String::as_str))))
}

/// The pad a contact starts from; an error names the nearest.
pub(crate) fn touching(name: &str) -> Result<Pad, String> {
    pad(name).ok_or_else(|| {
        let known: Vec<String> = pad_names().collect();
        format!("there is no part `{name}`{}", hint(name, known.iter().map(String::as_str)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pad_has_balls_and_mirrors() {
        for name in pad_names() {
            let pad = pad(&name).unwrap();
            assert!(!pad.balls.is_empty(), "{name}");
        }
        assert_eq!(pad("sit").unwrap().balls.len(), 2);
        assert!(pad("head_right").is_none());
    }

    #[test]
    fn targets_are_surfaces_parts_and_faces() {
        let chair = Prop {
            kind: PropKind::Chair,
            at_cm: [0.0; 3],
            size_cm: None,
            turn_deg: 0.0,
            between: Vec::new(),
        };
        let seat = target("seat", std::slice::from_ref(&chair)).unwrap();
        assert_eq!(seat, Target::Surface(Plane { normal: Vector::new(0.0, 1.0, 0.0), offset: 0.45 }));
        assert!(target("seat", &[]).unwrap_err().contains("needs a prop"));
        assert!(matches!(target("ankle_left", &[]).unwrap(), Target::Part(_)));
        let Target::Face(_, direction) = target("thigh_outer_left", &[]).unwrap() else { panic!("no face") };
        assert!(direction.z < 0.0);
        assert!(target("flor", &[]).unwrap_err().contains("`floor`"));
    }
}
