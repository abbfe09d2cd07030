//! A key pose with its bases folded in: the whole of what its file says about it.
//!
//! Names and angles only; what follows from them (where hands and feet end up) is worked out elsewhere.

use std::collections::BTreeMap;

use counterpose_quantity::Mirror;

use crate::clinical::pose_of;
use crate::spec::{ExercisePoses, Prop, SpecError, View};
use crate::{Model, Pose};

/// A key pose, whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyPose {
    /// The view that explains it.
    pub view: View,
    /// Clinical angles in degrees and shifts in centimetres.
    pub angles: BTreeMap<String, f64>,
    /// What touches what.
    pub contacts: BTreeMap<String, String>,
    /// Parts that stay where they are in the base.
    pub keep: Vec<String>,
    /// Things used.
    pub props: Vec<Prop>,
    /// A pose passed half way on the way here.
    pub via: Option<String>,
}

impl ExercisePoses {
    /// The key pose with this name, its bases folded in.
    ///
    /// # Errors
    /// Where there is no such pose or its bases do not end.
    pub fn whole(&self, name: &str) -> Result<KeyPose, SpecError> {
        let mut pose = KeyPose::default();
        for spec in self.chain(name)?.into_iter().rev() {
            if spec.mirrored {
                pose = pose.mirror();
            }
            pose.view = spec.view.unwrap_or(pose.view);
            pose.angles.extend(spec.angles.iter().map(|(name, value)| (name.clone(), *value)));
            pose.contacts.extend(spec.contacts.iter().map(|(part, on)| (part.clone(), on.clone())));
            pose.contacts.retain(|_, on| on != "free");
            pose.keep.clone_from(&spec.keep);
            pose.via.clone_from(&spec.via);
            if !spec.props.is_empty() {
                pose.props.clone_from(&spec.props);
            }
        }
        Ok(pose)
    }
}

impl KeyPose {
    /// The pose its angles describe, before anything is put on the floor.
    #[must_use]
    pub fn written(&self, model: &Model) -> Pose {
        pose_of(model, self.angles.iter().map(|(name, value)| (name.as_str(), *value)))
    }
}

/// The name of the part or angle on the other side.
fn other_side(name: &str) -> String {
    match name.strip_suffix("_right") {
        Some(stem) => format!("{stem}_left"),
        None => name.strip_suffix("_left").map_or_else(|| name.to_owned(), |stem| format!("{stem}_right")),
    }
}

/// Angles of the midline that lead sideways.
const SIDEWAYS: [&str; 7] = [
    "pelvis_list",
    "pelvis_rotation",
    "pelvis_right_cm",
    "lumbar_bending",
    "lumbar_rotation",
    "neck_bending",
    "neck_rotation",
];

impl Mirror for KeyPose {
    fn mirror(self) -> Self {
        let angle = |(name, value): (String, f64)| match SIDEWAYS.contains(&name.as_str()) {
            true => (name, -value),
            false => (other_side(&name), value),
        };
        Self {
            view: self.view.mirror(),
            angles: self.angles.into_iter().map(angle).collect(),
            contacts: self.contacts.iter().map(|(a, b)| (other_side(a), other_side(b))).collect(),
            keep: self.keep.iter().map(|part| other_side(part)).collect(),
            props: self.props.mirror(),
            via: self.via,
        }
    }
}

impl Mirror for Prop {
    fn mirror(self) -> Self {
        let [forward, up, right] = self.at_cm;
        Self {
            at_cm: [forward, up, -right],
            turn_deg: -self.turn_deg,
            between: self.between.iter().map(|part| other_side(part)).collect(),
            ..self
        }
    }
}

impl Mirror for View {
    fn mirror(self) -> Self {
        match self {
            Self::SideRight => Self::SideLeft,
            Self::SideLeft => Self::SideRight,
            Self::ThreeQuarterRight => Self::ThreeQuarterLeft,
            Self::ThreeQuarterLeft => Self::ThreeQuarterRight,
            Self::BehindRight => Self::BehindLeft,
            Self::BehindLeft => Self::BehindRight,
            Self::HighRight => Self::HighLeft,
            Self::HighLeft => Self::HighRight,
            same @ (Self::Front | Self::Back | Self::HighFront) => same,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::human;
    use crate::spec::PoseSpec;

    fn spec(base: Option<&str>, mirrored: bool, angles: &[(&str, f64)]) -> PoseSpec {
        let angles = angles.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
        PoseSpec { base: base.map(str::to_owned), mirrored, angles, ..PoseSpec::default() }
    }

    fn poses(list: Vec<(&str, PoseSpec)>) -> ExercisePoses {
        ExercisePoses { poses: list.into_iter().map(|(name, spec)| (name.to_owned(), spec)).collect() }
    }

    #[test]
    fn a_mirrored_key_pose_is_the_mirrored_pose() {
        let model = human();
        let angles = [("hip_flexion_right", 40.0), ("lumbar_bending", 10.0), ("pelvis_list", 5.0)];
        let all = poses(vec![("a", spec(None, false, &angles)), ("b", spec(Some("a"), true, &[]))]);
        all.check().unwrap();
        let (a, b) = (all.whole("a").unwrap(), all.whole("b").unwrap());
        assert_eq!(a.written(model).mirrored(model), b.written(model));
        assert_eq!(b.clone().mirror(), a);
        assert_ne!(a.written(model), b.written(model));
    }

    #[test]
    fn a_slip_in_a_key_pose_is_named() {
        let say = |list| poses(list).check().unwrap_err().to_string();
        let said = say(vec![("up", spec(None, false, &[("hip_flexon_right", 1.0)]))]);
        assert_eq!(
            said,
            "pose `up`: there is no angle `hip_flexon_right`, did you mean `hip_flexion_right`?"
        );
        assert!(
            say(vec![("up", spec(None, false, &[("knee_flexion_left", 170.0)]))])
                .contains("0 to 155 degrees")
        );
        assert!(say(vec![("up", spec(Some("down"), false, &[]))]).contains("no pose `down`"));
        assert!(say(vec![("up", spec(Some("up"), false, &[]))]).contains("ring"));
        assert!(say(vec![("up", spec(None, true, &[]))]).contains("need a `base`"));
    }
}
