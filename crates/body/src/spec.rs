//! Key poses as people write them: clinical angles in degrees, what touches what, and what is used.
//!
//! In an exercise's file a key pose is a table:
//!
//! ```toml
//! [pose.start]
//! view = "side-right"
//! contacts = { foot_right = "floor", foot_left = "floor", sit = "seat" }
//! [pose.start.angles]
//! hip_flexion_right = 90
//! [[pose.start.prop]]
//! kind = "chair"
//!
//! [pose.up]
//! base = "start"          # everything as in `start` unless said otherwise
//! keep = ["foot_right", "foot_left"]
//! via = "lean"            # passed half way
//! ```
//!
//! The angles say what the pose should be, the contacts what must hold; `settle` finds the pose nearest to the
//! angles in which the contacts hold. These types are stored in a compact binary form without field names, so no
//! field may be skipped when written. They hold the right side working; the left is its mirror.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clinical::{ClinicalName, clinical_names};
use crate::contact::{target, touching};
use crate::nearest::hint;

/// From where a pose is looked at. The names of sides are the person's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// From the person's right.
    SideRight,
    /// From the person's left.
    SideLeft,
    /// From in front.
    Front,
    /// From behind.
    Back,
    /// From in front and a little to the person's right.
    #[default]
    ThreeQuarterRight,
    /// From in front and a little to the person's left.
    ThreeQuarterLeft,
    /// From behind and to the person's right.
    BehindRight,
    /// From behind and to the person's left.
    BehindLeft,
    /// From the right and rather high: what somebody lying does with both legs.
    HighRight,
    /// From the left and rather high.
    HighLeft,
    /// From in front and rather high; for somebody lying on the back, from the feet.
    HighFront,
}

/// A thing used in a pose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PropKind {
    /// A chair with a backrest; its seat is the surface `seat`.
    Chair,
    /// A yoga block, firm roll or book; its top is the surface `block`.
    Block,
    /// A step; its top is the surface `step`.
    Step,
    /// A flat cushion or folded towel; its top is the surface `cushion`. With two parts named it lies between them.
    Cushion,
    /// An exercise mat. Only drawn.
    Mat,
    /// An upright wall; the surface `wall`.
    Wall,
    /// A loop of band round the two parts named in `between`.
    Band,
    /// A strap or towel from one named part to the other.
    Strap,
    /// A ball between the two parts named, or where it lies with one; its top is the surface `ball`.
    Ball,
    /// A stick along the back.
    Stick,
}

/// Where a thing stands and how large it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prop {
    /// What it is.
    pub kind: PropKind,
    /// The middle of its base on the floor: forward, up and right of the origin, in centimetres.
    #[serde(default)]
    pub at_cm: [f64; 3],
    /// Length forward, height and width, in centimetres; the usual size of its kind where absent.
    #[serde(default)]
    pub size_cm: Option<[f64; 3]>,
    /// Turned to the left about the upright, in degrees.
    #[serde(default)]
    pub turn_deg: f64,
    /// The two parts of the body it goes round or joins.
    #[serde(default)]
    pub between: Vec<String>,
}

/// A key pose as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PoseSpec {
    /// Another pose of the same exercise to start from; angles and contacts given here replace its own.
    #[serde(default)]
    pub base: Option<String>,
    /// Whether the base is taken as in a mirror.
    #[serde(default)]
    pub mirrored: bool,
    /// The view that explains it; the base's where absent.
    #[serde(default)]
    pub view: Option<View>,
    /// A pose that is passed half way when the body moves here from another one.
    #[serde(default)]
    pub via: Option<String>,
    /// What touches what: a part of the body and the surface or part it rests on; `"free"` lets a base's go.
    #[serde(default)]
    pub contacts: BTreeMap<String, String>,
    /// Parts that stay where they are in the base.
    #[serde(default)]
    pub keep: Vec<String>,
    /// Clinical angles in degrees and shifts in centimetres.
    #[serde(default)]
    pub angles: BTreeMap<String, f64>,
    /// Things used; the base's where empty.
    #[serde(default, rename = "prop")]
    pub props: Vec<Prop>,
}

/// The key poses of one exercise by name, right side working.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExercisePoses {
    /// The poses.
    pub poses: BTreeMap<String, PoseSpec>,
}

/// What is wrong with a written pose.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("pose `{pose}`: {problem}")]
pub struct SpecError {
    /// The pose.
    pub pose: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

impl ExercisePoses {
    /// Checks every name and range.
    ///
    /// # Errors
    /// The first thing that is wrong, with the pose it stands in.
    pub fn check(&self) -> Result<(), SpecError> {
        for (name, spec) in &self.poses {
            let fail = |problem: String| SpecError { pose: name.clone(), problem };
            spec.check().map_err(fail)?;
            let whole = self.whole(name)?;
            if let Some(via) = &spec.via {
                self.chain(via).map_err(|error| fail(format!("`via`: {}", error.problem)))?;
            }
            for (part, on) in &whole.contacts {
                touching(part).map_err(fail)?;
                target(on, &whole.props).map_err(fail)?;
            }
            for part in whole.keep.iter().chain(whole.props.iter().flat_map(|prop| &prop.between)) {
                touching(part).map_err(fail)?;
            }
        }
        Ok(())
    }

    /// The pose and its bases, the pose first.
    pub(crate) fn chain(&self, name: &str) -> Result<Vec<&PoseSpec>, SpecError> {
        let mut chain: Vec<&PoseSpec> = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(wanted) = next {
            let fail = |problem: String| SpecError { pose: name.to_owned(), problem };
            let Some(spec) = self.poses.get(&wanted) else {
                let hint = hint(&wanted, self.poses.keys().map(String::as_str));
                return Err(fail(format!("there is no pose `{wanted}`{hint}")));
            };
            if chain.len() > self.poses.len() {
                return Err(fail("the bases go round in a ring".to_owned()));
            }
            chain.push(spec);
            next = spec.base.clone();
        }
        Ok(chain)
    }
}

impl PoseSpec {
    fn check(&self) -> Result<(), String> {
        for (name, value) in &self.angles {
            let Some((entry, _)) = ClinicalName::find(name) else {
                let known: Vec<String> = clinical_names().collect();
                let hint = hint(name, known.iter().map(String::as_str));
                return Err(format!("there is no angle `{name}`{hint}"));
            };
            let unit = if entry.name.ends_with("_cm") { "cm" } else { "degrees" };
            if !(entry.min..=entry.max).contains(value) {
                let (min, max) = (entry.min, entry.max);
                return Err(format!("`{name}` is {value}, outside {min} to {max} {unit}"));
            }
        }
        if self.base.is_none() && (self.mirrored || !self.keep.is_empty()) {
            return Err("`mirrored` and `keep` need a `base`".to_owned());
        }
        Ok(())
    }
}
