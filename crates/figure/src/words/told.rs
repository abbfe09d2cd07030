//! What there is to say: how the body lies or stands, what the trunk, the joints and the arms do.
//!
//! Everything is read off the settled pose and its contacts. Only keys and sides; the texts are elsewhere.

use std::collections::BTreeMap;

use counterpose_body::contact::pad;
use counterpose_body::{PlacedPose, Vector, clinical_value, human, place};
use counterpose_quantity::Side;

use super::{Phrase, Sides};

/// What there is to say about a key pose, as it was written (the right side working).
pub(crate) fn phrases(placed: &PlacedPose) -> Vec<Phrase> {
    let told = Told::of(placed);
    let mut phrases = Vec::new();
    told.position(&mut phrases);
    told.trunk(&mut phrases);
    told.joints(&mut phrases);
    told.arms(&mut phrases);
    told.touches(&mut phrases);
    told.things(&mut phrases);
    phrases
}

pub(super) struct Told<'a> {
    pub(super) placed: &'a PlacedPose,
    pub(super) contacts: &'a BTreeMap<String, String>,
    /// The pelvis's own forward, up and right in the ground.
    forward: Vector,
    up: Vector,
    right: Vector,
    /// From the pelvis to the shoulders.
    lean: Vector,
    /// Whether the pelvis is near the floor, as it is in no standing pose.
    low: bool,
}

/// A pelvis lower than this, in metres, neither stands nor kneels tall.
const LOW_PELVIS_M: f64 = 0.6;

impl<'a> Told<'a> {
    fn of(placed: &'a PlacedPose) -> Self {
        let model = human();
        let placement = place(model, &placed.found.pose);
        let axis = |x, y, z| {
            let turned =
                placement.by_name(model, "pelvis").map(|frame| frame.rotation.apply(Vector::new(x, y, z)));
            turned.unwrap_or(Vector::ZERO)
        };
        let at = |name: &str| {
            let ball = pad(name).and_then(|pad| pad.balls.first().copied());
            ball.map_or(Vector::ZERO, |ball| ball.centre_in(&placement))
        };
        let lean = (at("upper_back") - at("pelvis")).unit().unwrap_or(Vector::ZERO);
        let (forward, up, right) = (axis(1.0, 0.0, 0.0), axis(0.0, 1.0, 0.0), axis(0.0, 0.0, 1.0));
        let low = at("pelvis").y < LOW_PELVIS_M;
        Self { placed, contacts: &placed.key.contacts, forward, up, right, lean, low }
    }

    pub(super) fn on(&self, part: &str) -> Option<&str> {
        self.contacts.get(part).map(String::as_str)
    }

    fn on_floor(&self, part: &str, side: Side) -> bool {
        matches!(self.on(&format!("{part}_{}", side.as_str())), Some("floor" | "cushion" | "block"))
    }

    /// A clinical angle of a side, in degrees.
    fn angle(&self, name: &str, side: Side) -> f64 {
        let full = format!("{name}_{}", side.as_str());
        clinical_value(human(), &self.placed.found.pose, &full).unwrap_or(0.0)
    }

    fn midline(&self, name: &str) -> f64 {
        clinical_value(human(), &self.placed.found.pose, name).unwrap_or(0.0)
    }

    pub(super) fn sits_on(&self) -> Option<&str> {
        let on = ["sit", "sit_right", "sit_left"].into_iter().find_map(|part| self.on(part));
        on.filter(|on| matches!(*on, "seat" | "floor" | "block" | "cushion" | "ball"))
    }

    pub(super) fn lying(&self) -> bool {
        let belly = ["pelvis", "belly"].into_iter().any(|part| self.on(part) == Some("floor"));
        self.low && (self.up.y.abs() < 0.6 || belly) && !self.on_all_fours()
    }

    /// On a knee and a hand at least, the seat on nothing.
    fn on_all_fours(&self) -> bool {
        let any = |part: &str| Side::ALL.iter().any(|side| self.on_floor(part, *side));
        let hands = any("hand") || Side::ALL.iter().any(|side| self.rests_hand(*side));
        any("knee") && hands && self.sits_on().is_none() && self.forward.y < -0.5
    }

    fn rests_hand(&self, side: Side) -> bool {
        self.on(&format!("hand_{}", side.as_str())) == Some("seat")
    }

    fn lying_on_back(&self) -> bool {
        self.lying() && self.forward.y > 0.6
    }

    fn position(&self, phrases: &mut Vec<Phrase>) {
        let kneels: Vec<Side> = Side::ALL.into_iter().filter(|side| self.on_floor("knee", *side)).collect();
        let phrase = match (self.sits_on(), kneels.as_slice()) {
            _ if self.on_all_fours() => Phrase::Plain("figure-hands-and-knees"),
            _ if self.lying() && self.forward.y > 0.6 => Phrase::Plain("figure-lying-back"),
            _ if self.lying() && self.forward.y < -0.3 => Phrase::Plain("figure-lying-front"),
            _ if self.lying() => {
                let below = if self.right.y > 0.0 { Side::Left } else { Side::Right };
                Phrase::Sided("figure-lying-side", Sides::One(below))
            }
            (Some("seat"), _) => Phrase::Plain("figure-sitting-chair"),
            (Some("block"), _) => Phrase::Plain("figure-sitting-block"),
            (Some("cushion"), _) => Phrase::Plain("figure-sitting-cushion"),
            (Some(_), _) => Phrase::Plain("figure-sitting-floor"),
            (None, [_, _]) => Phrase::Plain("figure-kneeling"),
            (None, [one]) => Phrase::Sided("figure-half-kneeling", Sides::One(*one)),
            (None, _) => self.standing(),
        };
        phrases.push(phrase);
        self.lifted(phrases);
    }

    /// What is off the floor that usually lies on it.
    fn lifted(&self, phrases: &mut Vec<Phrase>) {
        let on_side = self.lying() && self.forward.y.abs() <= 0.6;
        let props = Side::ALL.into_iter().find(|side| self.on_floor("elbow", *side));
        if let (true, Some(side)) = (on_side, props) {
            phrases.push(Phrase::Sided("figure-on-forearm", Sides::One(side)));
        }
        let hip_down = Side::ALL.iter().any(|side| self.on_floor("hip", *side));
        let bridged = self.lying_on_back() && self.on("upper_back").is_some() && self.sits_on().is_none();
        if bridged || (on_side && props.is_some() && !hip_down) {
            phrases.push(Phrase::Plain("figure-hips-lifted"));
        }
        if self.lying_on_back() && self.on("head").is_none() {
            phrases.push(Phrase::Plain("figure-head-lifted"));
        }
        let face_down = self.lying() && self.forward.y < -0.3;
        if face_down && self.on("chest").is_none() && self.lean.y > 0.3 {
            phrases.push(Phrase::Plain("figure-chest-lifted"));
        }
        let knees = Side::ALL.iter().all(|side| self.angle("knee_flexion", *side) > 112.0);
        if self.on_all_fours() && knees {
            phrases.push(Phrase::Plain("figure-hips-to-heels"));
        }
    }

    fn standing(&self) -> Phrase {
        let ahead = self.angle("hip_flexion", Side::Right) - self.angle("hip_flexion", Side::Left);
        let stands = |side: &Side| {
            let parts = ["foot", "heel", "forefoot", "toes"].map(|part| format!("{part}_{}", side.as_str()));
            parts.iter().any(|part| self.contacts.contains_key(part))
        };
        let feet: Vec<Side> = Side::ALL.into_iter().filter(stands).collect();
        if let [one] = feet.as_slice() {
            return Phrase::Sided("figure-standing-one", Sides::One(*one));
        }
        if ahead.abs() < 25.0 {
            return Phrase::Plain("figure-standing");
        }
        let front = if ahead > 0.0 { Side::Right } else { Side::Left };
        let steps = self.on(&format!("heel_{}", front.as_str())).is_some();
        let key = if steps { "figure-stepping" } else { "figure-foot-ahead" };
        Phrase::Sided(key, Sides::One(front))
    }

    fn trunk(&self, phrases: &mut Vec<Phrase>) {
        // Forward in the room is the pelvis's forward laid flat.
        let flat = Vector::new(self.forward.x, 0.0, self.forward.z).unit().unwrap_or(Vector::ZERO);
        if !self.lying() && !self.on_all_fours() {
            let leans = self.lean.dot(flat);
            if leans > 0.3 {
                phrases.push(Phrase::Plain("figure-leaning-forward"));
            } else if leans < -0.25 {
                phrases.push(Phrase::Plain("figure-leaning-back"));
            }
        }
        let flexion = self.midline("lumbar_flexion");
        if flexion > 22.0 {
            phrases.push(Phrase::Plain("figure-back-rounded"));
        } else if flexion < -13.0 {
            phrases.push(Phrase::Plain("figure-back-arched"));
        }
        let sided = |value: f64, least: f64, positive: Side| {
            (value.abs() > least).then(|| Sides::One(if value > 0.0 { positive } else { positive.other() }))
        };
        let turned = sided(self.midline("lumbar_rotation"), 19.0, Side::Left);
        phrases.extend(turned.map(|side| Phrase::Sided("figure-turned", side)));
        let bent = sided(self.midline("lumbar_bending"), 11.0, Side::Right);
        phrases.extend(bent.map(|side| Phrase::Sided("figure-bent-sideways", side)));
    }

    fn joints(&self, phrases: &mut Vec<Phrase>) {
        let each: [&dyn Fn(Side) -> Option<&'static str>; 3] =
            [&|side| self.hip(side), &|side| self.turn(side), &|side| self.knee(side)];
        for word in each {
            each_side(phrases, word);
        }
    }

    fn hip(&self, side: Side) -> Option<&'static str> {
        // Sitting on a chair says this already.
        let flexion = self.angle("hip_flexion", side);
        match flexion {
            _ if self.sits_on() == Some("seat") && flexion < 108.0 => None,
            _ if flexion > 112.0 && self.lying() => Some("figure-hip-deep"),
            _ if (78.0..=112.0).contains(&flexion) => Some("figure-hip-right-angle"),
            _ if flexion < -9.0 && self.knee_on_floor(side) => Some("figure-hip-back"),
            _ => None,
        }
    }

    fn knee_on_floor(&self, side: Side) -> bool {
        self.on_floor("knee", side)
    }

    fn turn(&self, side: Side) -> Option<&'static str> {
        let (rotation, adduction) = (self.angle("hip_rotation", side), self.angle("hip_adduction", side));
        match () {
            () if rotation < -24.0 => Some("figure-hip-out"),
            () if adduction < -26.0 => Some("figure-hip-wide"),
            () if rotation > 18.0 => Some("figure-hip-in"),
            () => None,
        }
    }

    fn knee(&self, side: Side) -> Option<&'static str> {
        let flexion = self.angle("knee_flexion", side);
        let upright = !self.lying() && self.sits_on().is_none();
        match flexion {
            _ if self.sits_on() == Some("seat") && (75.0..=110.0).contains(&flexion) => None,
            _ if flexion < 14.0 && upright => None,
            _ if flexion < 14.0 => Some("figure-knee-straight"),
            _ if (78.0..=104.0).contains(&flexion) => Some("figure-knee-right-angle"),
            _ if flexion > 125.0 => Some("figure-knee-folded"),
            _ if flexion > 35.0 => Some("figure-knee-bent"),
            _ => None,
        }
    }

    /// Arms that reach somewhere and touch nothing.
    fn arms(&self, phrases: &mut Vec<Phrase>) {
        let reaches = |side: Side| {
            let free = self.on(&format!("hand_{}", side.as_str())).is_none();
            let straight = self.angle("elbow_flexion", side) < 40.0;
            let (flexion, abduction) =
                (self.angle("shoulder_flexion", side), self.angle("shoulder_abduction", side));
            match () {
                () if !free || !straight => None,
                () if flexion > 125.0 => Some("figure-arm-past-head"),
                () if flexion > 62.0 => Some("figure-arm-forward"),
                () if abduction > 62.0 => Some("figure-arm-sideways"),
                () => None,
            }
        };
        each_side(phrases, reaches);
    }
}

/// What is said of each side, once where both are alike.
fn each_side(phrases: &mut Vec<Phrase>, word: impl Fn(Side) -> Option<&'static str>) {
    match (word(Side::Left), word(Side::Right)) {
        (Some(left), Some(right)) if left == right => phrases.push(Phrase::Sided(left, Sides::Both)),
        (left, right) => {
            phrases.extend(right.map(|key| Phrase::Sided(key, Sides::One(Side::Right))));
            phrases.extend(left.map(|key| Phrase::Sided(key, Sides::One(Side::Left))));
        }
    }
}
