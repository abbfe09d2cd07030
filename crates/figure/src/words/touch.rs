//! What touches what, and what is held, worn or squeezed.

use counterpose_body::spec::PropKind;
use counterpose_quantity::Side;

use super::told::Told;
use super::{Phrase, Sides};

impl Told<'_> {
    /// What is held, worn or squeezed.
    pub(super) fn things(&self, phrases: &mut Vec<Phrase>) {
        for prop in &self.placed.key.props {
            let (first, last) = (prop.between.first(), prop.between.last());
            let phrase = match (prop.kind, first.map(|name| split(name)), last.map(|name| split(name))) {
                (PropKind::Band, Some(("lower_thigh" | "thigh", _)), _) => {
                    Phrase::Plain("figure-band-thighs")
                }
                (PropKind::Band, Some(("hand", _)), _) => Phrase::Plain("figure-band-hands"),
                (PropKind::Strap, _, Some(("foot" | "forefoot" | "ankle", Some(side)))) => {
                    Phrase::Sided("figure-strap-foot", Sides::One(side))
                }
                (PropKind::Ball, Some(("lower_thigh" | "knee", _)), _) => Phrase::Plain("figure-ball-knees"),
                (PropKind::Ball, Some(("sit", Some(side))), _) => {
                    Phrase::Sided("figure-ball-seat", Sides::One(side))
                }
                (PropKind::Cushion, Some(("lower_thigh" | "knee", _)), _) => {
                    Phrase::Plain("figure-cushion-knees")
                }
                _ => continue,
            };
            if !phrases.contains(&phrase) {
                phrases.push(phrase);
            }
        }
    }

    pub(super) fn touches(&self, phrases: &mut Vec<Phrase>) {
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
