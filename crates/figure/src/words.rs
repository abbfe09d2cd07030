//! A pose in words, for those who do not see the picture.
//!
//! Everything is read off the pose and its contacts: how the body lies or stands, what the trunk does, what hips and
//! knees do where it is worth saying, and what touches what. The words themselves are texts; here are only their keys
//! and sides. A joint that does nothing remarkable is not mentioned, so the sentence stays short.

use std::collections::BTreeMap;

use counterpose_body::{PlacedPose, Vector, clinical_value, human, place};
use counterpose_content::Texts;
use counterpose_quantity::{Mirror, Side};

/// One or both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// One.
    One(Side),
    /// Left and right alike.
    Both,
}

impl Sides {
    /// `left`, `right` or `both`, as texts name it.
    const fn name(self) -> &'static str {
        match self {
            Self::One(side) => side.as_str(),
            Self::Both => "both",
        }
    }
}

/// One piece of the sentence: a text key and its side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// A text without a side.
    Plain(&'static str),
    /// A text with a side.
    Sided(&'static str, Sides),
    /// A part of the body on a place, each a text of its own.
    Touch(&'static str, Option<Side>, &'static str, Option<Side>),
}

impl Mirror for Phrase {
    fn mirror(self) -> Self {
        match self {
            Self::Plain(key) => Self::Plain(key),
            Self::Sided(key, Sides::Both) => Self::Sided(key, Sides::Both),
            Self::Sided(key, Sides::One(side)) => Self::Sided(key, Sides::One(side.other())),
            Self::Touch(part, side, on, other) => Self::Touch(part, side.mirror(), on, other.mirror()),
        }
    }
}

/// The pieces joined into one sentence.
#[must_use]
pub fn sentence(texts: &Texts, phrases: &[Phrase]) -> String {
    let with = |key: &str, side: Option<Side>| match side {
        Some(side) => texts.format(key, &[("side", side.as_str().into())]),
        None => texts.get(key),
    };
    let say = |phrase: &Phrase| match phrase {
        Phrase::Plain(key) => texts.get(key),
        Phrase::Sided(key, sides) => texts.format(key, &[("side", sides.name().into())]),
        Phrase::Touch(part, side, on, other) => {
            let (part, on) = (with(part, *side), with(on, *other));
            texts.format("figure-touch", &[("part", part.into()), ("on", on.into())])
        }
    };
    let joined = phrases.iter().map(say).collect::<Vec<_>>().join(", ");
    let mut letters = joined.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    texts.format("figure-sentence", &[("pieces", format!("{first}{}", letters.as_str()).into())])
}

/// What there is to say about a key pose, as it was written (the right side working).
pub(crate) fn phrases(placed: &PlacedPose) -> Vec<Phrase> {
    let told = Told::of(placed);
    let mut phrases = Vec::new();
    told.position(&mut phrases);
    told.trunk(&mut phrases);
    told.joints(&mut phrases);
    told.touches(&mut phrases);
    phrases
}

struct Told<'a> {
    placed: &'a PlacedPose,
    contacts: &'a BTreeMap<String, String>,
    /// The pelvis's own forward, up and right in the ground.
    forward: Vector,
    up: Vector,
    right: Vector,
    /// From the pelvis to the head.
    lean: Vector,
}

impl<'a> Told<'a> {
    fn of(placed: &'a PlacedPose) -> Self {
        let model = human();
        let placement = place(model, &placed.found.pose);
        let axis = |x, y, z| {
            let turned =
                placement.by_name(model, "pelvis").map(|frame| frame.rotation.apply(Vector::new(x, y, z)));
            turned.unwrap_or(Vector::ZERO)
        };
        let at = |name: &str| placement.by_name(model, name).map_or(Vector::ZERO, |frame| frame.translation);
        let lean = (at("torso") - at("sacrum")).unit().unwrap_or(Vector::ZERO);
        let (forward, up, right) = (axis(1.0, 0.0, 0.0), axis(0.0, 1.0, 0.0), axis(0.0, 0.0, 1.0));
        Self { placed, contacts: &placed.key.contacts, forward, up, right, lean }
    }

    fn on(&self, part: &str) -> Option<&str> {
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

    fn sits_on(&self) -> Option<&str> {
        ["sit", "sit_right", "sit_left"].into_iter().find_map(|part| self.on(part))
    }

    fn lying(&self) -> bool {
        self.up.y.abs() < 0.6 && !self.on_all_fours()
    }

    fn on_all_fours(&self) -> bool {
        Side::ALL.iter().all(|side| self.on_floor("knee", *side)) && self.forward.y < -0.6
    }

    fn position(&self, phrases: &mut Vec<Phrase>) {
        let kneels: Vec<Side> = Side::ALL.into_iter().filter(|side| self.on_floor("knee", *side)).collect();
        let phrase = match (self.sits_on(), kneels.as_slice()) {
            _ if self.on_all_fours() => Phrase::Plain("figure-hands-and-knees"),
            _ if self.lying() && self.forward.y > 0.6 => Phrase::Plain("figure-lying-back"),
            _ if self.lying() && self.forward.y < -0.6 => Phrase::Plain("figure-lying-front"),
            _ if self.lying() => {
                let below = if self.right.y > 0.0 { Side::Left } else { Side::Right };
                Phrase::Sided("figure-lying-side", Sides::One(below))
            }
            (Some("seat"), _) => Phrase::Plain("figure-sitting-chair"),
            (Some(_), _) => Phrase::Plain("figure-sitting-floor"),
            (None, [_, _]) => Phrase::Plain("figure-kneeling"),
            (None, [one]) => Phrase::Sided("figure-half-kneeling", Sides::One(*one)),
            (None, _) => self.standing(),
        };
        phrases.push(phrase);
        let lifted = self.forward.y > 0.6 && self.on("upper_back").is_some() && self.sits_on().is_none();
        if lifted {
            phrases.push(Phrase::Plain("figure-hips-lifted"));
        }
    }

    fn standing(&self) -> Phrase {
        let ahead = self.angle("hip_flexion", Side::Right) - self.angle("hip_flexion", Side::Left);
        if ahead.abs() < 25.0 {
            return Phrase::Plain("figure-standing");
        }
        let front = if ahead > 0.0 { Side::Right } else { Side::Left };
        Phrase::Sided("figure-stepping", Sides::One(front))
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
        let turned = sided(self.midline("lumbar_rotation"), 12.0, Side::Left);
        phrases.extend(turned.map(|side| Phrase::Sided("figure-turned", side)));
        let bent = sided(self.midline("lumbar_bending"), 11.0, Side::Right);
        phrases.extend(bent.map(|side| Phrase::Sided("figure-bent-sideways", side)));
    }

    fn joints(&self, phrases: &mut Vec<Phrase>) {
        let each: [&dyn Fn(Side) -> Option<&'static str>; 3] =
            [&|side| self.hip(side), &|side| self.turn(side), &|side| self.knee(side)];
        for word in each {
            match (word(Side::Left), word(Side::Right)) {
                (Some(left), Some(right)) if left == right => phrases.push(Phrase::Sided(left, Sides::Both)),
                (left, right) => {
                    phrases.extend(right.map(|key| Phrase::Sided(key, Sides::One(Side::Right))));
                    phrases.extend(left.map(|key| Phrase::Sided(key, Sides::One(Side::Left))));
                }
            }
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
            () if adduction < -40.0 => Some("figure-hip-wide"),
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

    fn touches(&self, phrases: &mut Vec<Phrase>) {
        let flat = |side: &Side| self.on(&format!("foot_{}", side.as_str())) == Some("floor");
        let palm = |side: &Side| self.on(&format!("hand_{}", side.as_str())) == Some("floor");
        pair(phrases, Side::ALL.into_iter().filter(flat).collect(), "figure-feet-flat", "figure-foot-flat");
        pair(
            phrases,
            Side::ALL.into_iter().filter(palm).collect(),
            "figure-hands-floor",
            "figure-hand-floor",
        );
        if self.lying() && self.sits_on() == Some("block") {
            phrases.push(Phrase::Plain("figure-on-block"));
        }
        let together = |side: Side| self.on(&format!("heel_{}", side.as_str()));
        if Side::ALL.into_iter().any(|side| together(side).is_some_and(|on| on.starts_with("heel_"))) {
            phrases.push(Phrase::Plain("figure-heels-together"));
        }
        let mut touches: Vec<Phrase> =
            self.contacts.iter().filter_map(|(part, on)| touch(part, on)).collect();
        merge_hands(&mut touches);
        phrases.extend(touches);
    }
}

fn pair(phrases: &mut Vec<Phrase>, sides: Vec<Side>, both: &'static str, one: &'static str) {
    match sides.as_slice() {
        [_, _] => phrases.push(Phrase::Plain(both)),
        [side] => phrases.push(Phrase::Sided(one, Sides::One(*side))),
        _ => {}
    }
}

/// A name and its side.
fn split(name: &str) -> (&str, Option<Side>) {
    if let Some(stem) = name.strip_suffix("_right") {
        return (stem, Some(Side::Right));
    }
    name.strip_suffix("_left").map_or((name, None), |stem| (stem, Some(Side::Left)))
}

/// What a contact says, where it is worth saying.
fn touch(part: &str, on: &str) -> Option<Phrase> {
    let ((part, side), (on, other)) = (split(part), split(on));
    let part = match part {
        "ankle" => "figure-part-ankle",
        "hand" => "figure-part-hand",
        "foot" | "forefoot" => "figure-part-foot",
        "knee" => "figure-part-knee",
        "elbow" => "figure-part-elbow",
        "head" => "figure-part-head",
        _ => return None,
    };
    let place = match on {
        "thigh_back" | "lower_thigh_back" => "figure-place-thigh-back",
        _ if on.starts_with("thigh") || on.starts_with("lower_thigh") => "figure-place-thigh",
        _ if on.starts_with("shin") || on.starts_with("calf") => "figure-place-shin",
        _ if on.starts_with("knee") => "figure-place-knee",
        _ if on.starts_with("foot") || on.starts_with("instep") || on.starts_with("ankle") => {
            "figure-place-foot"
        }
        _ if on.contains("arm") => "figure-place-arm",
        _ if on.starts_with("hip")
            || on.starts_with("sit")
            || (on.starts_with("belly") && other.is_some()) =>
        {
            "figure-place-hip"
        }
        _ if on.starts_with("belly") || on.starts_with("waist") => "figure-place-belly",
        _ if on.starts_with("chest") || on.starts_with("ribs") => "figure-place-chest",
        "wall" => "figure-place-wall",
        "step" => "figure-place-step",
        "seat" => "figure-place-chair",
        _ => return None,
    };
    Some(Phrase::Touch(part, side, place, other))
}

/// Two hands in one place are said once.
fn merge_hands(touches: &mut Vec<Phrase>) {
    let hand = |phrase: &Phrase| match phrase {
        Phrase::Touch("figure-part-hand", Some(side), on, other) => Some((*side, *on, *other)),
        _ => None,
    };
    let hands: Vec<_> = touches.iter().filter_map(hand).collect();
    let [(left, on, a), (right, on_right, b)] = hands.as_slice() else { return };
    let own = *a == Some(*left) && *b == Some(*right);
    if on != on_right || !(a == b || own) {
        return;
    }
    let place = match *on {
        "figure-place-thigh" if own => "figure-place-thighs",
        "figure-place-shin" if own => "figure-place-shins",
        _ if own => return,
        same => same,
    };
    let other = if own { None } else { *a };
    touches.retain(|phrase| hand(phrase).is_none());
    touches.push(Phrase::Touch("figure-part-hands", None, place, other));
}
