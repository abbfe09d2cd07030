//! The shape of the library: what an exercise, a habit and a source are.
//!
//! Types only. The data lie in `content/` and are checked and compiled by the `content` crate; the words stand
//! in Fluent files under the keys named here. Nothing in this module decides. The types are stored in a compact
//! binary form that has no field names, so no field may be skipped when written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::vocabulary::{Equipment, MovementTag, vocabulary};
use counterpose_quantity as quantity;

/// The starter set: on a chair and on the feet, without any movement tag, open to everybody who may start at all. In
/// the order of importance.
pub const STARTER: [&str; 4] =
    ["seated-glute-squeeze", "sit-to-stand", "walking-programme", "seated-weight-shift"];

vocabulary! {
    /// The position an exercise starts in. The declared order runs from upright to the floor and is the order in
    /// which a routine visits positions, so that nobody gets up and down twice.
    Position {
        /// Walking about.
        Walking = "walking",
        /// On both feet.
        Standing = "standing",
        /// On a chair.
        Sitting = "sitting",
        /// One knee on the floor.
        HalfKneeling = "half-kneeling",
        /// On hands and knees.
        HandsAndKnees = "hands-and-knees",
        /// On the floor, sitting.
        FloorSitting = "floor-sitting",
        /// On the side.
        SideLying = "side-lying",
        /// Face down.
        Prone = "prone",
        /// On the back.
        Supine = "supine",
    }

    /// How sides are worked.
    Laterality {
        /// Both sides at once; no side is named.
        Both = "both",
        /// One side, then the other, each with its own dose.
        Each = "each",
        /// Left and right in turn within one set (walking, bird dog); no side is named.
        Alternating = "alternating",
    }

    /// What an exercise does to a structure.
    Role {
        /// Lengthens a muscle.
        Lengthens = "lengthens",
        /// Loads a muscle.
        Strengthens = "strengthens",
        /// Takes a joint through its range.
        Moves = "moves",
        /// Presses on a muscle from outside.
        Presses = "presses",
    }

    /// What an exercise is for when a week is balanced.
    Purpose {
        /// Lengthening.
        Lengthening = "lengthening",
        /// Strength of hip and leg.
        Strength = "strength",
        /// Strength and control of the trunk.
        Trunk = "trunk",
        /// Easy range of motion.
        Mobility = "mobility",
        /// Walking.
        Walking = "walking",
        /// Gliding a nerve.
        NerveGlide = "nerve-glide",
        /// Settling the breath.
        Breathing = "breathing",
    }

    /// What the body model says about a claim that an exercise lengthens a muscle.
    ModelVerdict {
        /// The pose lengthens it.
        Supported = "supported",
        /// It hardly changes, or the models do not agree, or no path is anatomy in the pose.
        Unsupported = "unsupported",
        /// It gets shorter, or the models agree that it does.
        Contradicted = "contradicted",
        /// The model does not have it.
        NotModelled = "not-modelled",
    }

    /// How sure a source lets one be.
    Grade {
        /// Several good trials agree.
        High = "high",
        /// Some trials, some doubt.
        Moderate = "moderate",
        /// Few or small studies.
        Low = "low",
        /// Very little, or indirect.
        VeryLow = "very-low",
        /// Experience and reasoning only.
        Opinion = "opinion",
    }
}

/// How one repetition of a phase runs. All times in seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub enum Motion {
    /// Take the pose and stay.
    Hold {
        /// How long to stay.
        hold_s: Bounded,
    },
    /// Go out, stay a moment, come back (also a slide).
    Repetition {
        /// Seconds going out.
        out_s: f64,
        /// Seconds staying out.
        hold_s: f64,
        /// Seconds coming back.
        back_s: f64,
    },
    /// A number of breaths at a pace.
    Breaths {
        /// Seconds in.
        in_s: f64,
        /// Seconds out.
        out_s: f64,
    },
    /// Go on for a while (walking, shifting about).
    Continue {
        /// How long.
        duration_s: Bounded,
    },
}

/// A number with its usual value and the range within which a plan may move it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounded {
    /// The usual value.
    pub default: f64,
    /// The least that still makes sense.
    pub min: f64,
    /// The most a plan may ask.
    pub max: f64,
}

/// One part of a set: figure-four has two, the heel slide has slides and thigh turns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Kebab-case, unique in its exercise; also the tail of its cue keys.
    pub id: String,
    /// What one repetition is.
    pub motion: Motion,
    /// How many repetitions (for `Breaths`: how many breaths). One for a plain hold.
    pub repetitions: Bounded,
    /// The key pose at the start of a repetition.
    pub from: String,
    /// The key pose at its far end; the same as `from` for a hold.
    pub to: String,
    /// The far end of every second repetition, where the sides alternate.
    #[serde(default)]
    pub to_other: Option<String>,
    /// When the phase is done: with every set of a side, or once at the very end.
    #[serde(default)]
    pub when: When,
    /// The position it leaves the body in, where that is not the exercise's own.
    #[serde(default)]
    pub ends_in: Option<Position>,
}

/// When a phase is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// In every set of every side.
    #[default]
    EverySet,
    /// In the first set of a side only, before or after the others as listed.
    FirstSet,
    /// In the last set of a side only.
    LastSet,
    /// Once, after both sides.
    Closing,
}

/// A muscle, group or joint, and what the exercise does to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The anatomical name as an identifier, for example `gluteus-maximus`; its text key is `structure-<id>`.
    pub structure: String,
    /// What is done to it.
    pub role: Role,
    /// Set where it holds for one side other than the worked one (`opposite`) or for a rear leg.
    #[serde(default)]
    pub of: Option<String>,
}

/// A thing needed and what can stand in for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The thing.
    pub item: Equipment,
    /// What does as well.
    #[serde(default)]
    pub instead: Vec<Equipment>,
    /// Whether it can be left out.
    #[serde(default)]
    pub optional: bool,
}

/// Another way to do the same exercise; replaces the tags where it is easier on something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Kebab-case, unique in its exercise; text key `<exercise>-variant-<id>`.
    pub id: String,
    /// The tags of this way of doing it (all of them, not a difference).
    pub tags: Vec<MovementTag>,
    /// The things this way needs (all of them).
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Where this way starts, where it starts elsewhere.
    #[serde(default)]
    pub position: Option<Position>,
    /// The key poses that stand in for those the phases name.
    #[serde(default)]
    pub poses: BTreeMap<String, String>,
}

/// A step easier or harder: another exercise, a variant of this one, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Another exercise.
    #[serde(default)]
    pub exercise: Option<String>,
    /// A variant, of that exercise or of this one.
    #[serde(default)]
    pub variant: Option<String>,
}

/// Whether a source speaks for or against a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Speaks for it.
    For,
    /// Speaks against it, or finds nothing.
    Against,
}

/// A claim of an entry and the source behind or against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The source's identifier.
    pub source: String,
    /// For or against.
    pub stance: Stance,
    /// How sure it lets one be.
    pub grade: Grade,
    /// Kebab-case name of the claim; its text key is `claim-<id>`.
    pub claim: String,
}

/// Something published, or the project's own caution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Kebab-case, unique.
    pub id: String,
    /// Authors, year, title or journal as one would cite it.
    pub citation: String,
    /// Where it can be found, if it has an address (DOI preferred).
    #[serde(default)]
    pub doi: Option<String>,
    /// What kind of thing it is: `trial`, `review`, `guideline`, `cohort`, `cross-sectional`, `model`, `practice`.
    pub kind: String,
    /// Whether the figure was read in the source by this project's authors.
    pub verified: bool,
}

/// An exercise, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Kebab-case, never changes.
    pub id: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it starts.
    pub position: Position,
    /// How sides are worked.
    pub laterality: Laterality,
    /// Things needed.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What it asks of the body; empty for the starter set.
    #[serde(default)]
    pub tags: Vec<MovementTag>,
    /// Other ways of doing it.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// What it does to what.
    pub targets: Vec<Target>,
    /// Sets per session.
    pub sets: Bounded,
    /// Rest between sets, in seconds.
    #[serde(default)]
    pub rest_s: f64,
    /// Days a week.
    pub days_per_week: Bounded,
    /// The parts of a set.
    pub phases: Vec<Phase>,
    /// Easier.
    #[serde(default)]
    pub regressions: Vec<Link>,
    /// Harder.
    #[serde(default)]
    pub progressions: Vec<Link>,
    /// How many numbered steps the text has: keys `<id>-step-1` and so on, each at most 12 words.
    pub steps: u8,
    /// Kebab-case names of the rules that end it at once: keys `stop-<name>`.
    pub stop: Vec<String>,
    /// What is claimed and who says so or otherwise.
    pub evidence: Vec<Evidence>,
    /// Which of the five founding sources name it: `s0` to `s4`.
    #[serde(default)]
    pub founding: Vec<String>,
    /// Who read the entry: `authors` until a named clinician has.
    pub reviewed_by: String,
}

impl Exercise {
    /// The tags of one way of doing it; the plain way where `variant` is `None` or unknown.
    #[must_use]
    pub fn tags_of(&self, variant: Option<&str>) -> &[MovementTag] {
        self.variant(variant).map_or(&self.tags, |v| &v.tags)
    }

    /// Where one way of doing it starts.
    #[must_use]
    pub fn position_of(&self, variant: Option<&str>) -> Position {
        self.variant(variant).and_then(|v| v.position).unwrap_or(self.position)
    }

    /// The key pose that one way of doing it has where the phases name `pose`.
    #[must_use]
    pub fn pose_of<'a>(&'a self, variant: Option<&str>, pose: &'a str) -> &'a str {
        self.variant(variant).and_then(|v| v.poses.get(pose)).map_or(pose, String::as_str)
    }

    fn variant(&self, variant: Option<&str>) -> Option<&Variant> {
        variant.and_then(|id| self.variants.iter().find(|v| v.id == id))
    }
}

/// A habit between sessions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habit {
    /// Kebab-case, never changes; unique across kinds.
    pub id: String,
    /// What prompts it: `every-minutes`, `before-driving`, `on-waking`, `evening`, `daily`, `logged`.
    pub prompt: String,
    /// Minutes between prompts, where it repeats through the day.
    #[serde(default)]
    pub every_minutes: Option<Bounded>,
    /// How many numbered steps the text has: keys `<id>-step-1` and so on.
    pub steps: u8,
    /// The exercise it borrows, if any.
    #[serde(default)]
    pub exercise: Option<String>,
    /// Tags, for shutting it out.
    #[serde(default)]
    pub tags: Vec<MovementTag>,
    /// What is claimed and who says so or otherwise.
    pub evidence: Vec<Evidence>,
    /// Which of the five founding sources name it.
    #[serde(default)]
    pub founding: Vec<String>,
}

/// How much longer one way of doing an exercise makes a muscle its entry names, by the body model: the pose in which
/// it is longest, against standing. Computed where the library is made; no decision knows the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lengthened {
    /// The exercise.
    pub exercise: String,
    /// The way of doing it; `None` is the plain way.
    pub variant: Option<String>,
    /// The muscle, as the targets name it.
    pub structure: String,
    /// What the model says about the claim.
    pub verdict: ModelVerdict,
    /// By how much, in thousandths of optimal fibre length.
    pub permille_of_fibre: i32,
}

/// Everything the decisions may choose from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// Exercises, sorted by identifier.
    pub exercises: Vec<Exercise>,
    /// Habits, sorted by identifier.
    pub habits: Vec<Habit>,
    /// Sources, sorted by identifier.
    pub sources: Vec<Source>,
    /// What the body model says about what exercises lengthen, sorted by exercise, way and muscle.
    #[serde(default)]
    pub lengthened: Vec<Lengthened>,
}

impl Library {
    /// By how much one way of an exercise lengthens a muscle, in thousandths of fibre length; `None` where the model
    /// does not bear it out, or does not have it.
    #[must_use]
    pub fn lengthens(&self, exercise: &str, variant: Option<&str>, structure: &str) -> Option<i32> {
        let row = self.lengthened.iter().find(|row| {
            row.exercise == exercise && row.variant.as_deref() == variant && row.structure == structure
        })?;
        (row.verdict == ModelVerdict::Supported).then_some(row.permille_of_fibre)
    }

    /// The exercise with this identifier.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }

    /// The habit with this identifier.
    #[must_use]
    pub fn habit(&self, id: &str) -> Option<&Habit> {
        self.habits.iter().find(|habit| habit.id == id)
    }

    /// The source with this identifier.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
