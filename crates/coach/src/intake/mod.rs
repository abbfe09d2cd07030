//! The intake: what a person answers, as a file and as a type.
//!
//! Strict at this edge: an unknown key, a key given twice or a number out of range is refused with its path and,
//! for keys and words, the nearest known one. Everything but the safety answers may be missing; less input gives a
//! more general plan. What this module does not do: decide anything.

mod answers;
pub mod format;
mod measure;
mod nearest;
mod node;
mod parts;
mod schema;
mod wishes;

pub use answers::{Answer, Answers, EarlyBackPain, InflammatoryFeature};
pub use measure::{
    ActiveSlr, BendsIn, BridgeHold, Direction, Effect, Felt, FigureFourHeight, FigureFourPain, FingerFloor,
    HasSide, HipRotation, KneeExtension90, MeasureEntry, NinetyNinety, PelvicObliquity, Reading,
    RepeatedMovement, RotationPosition, Shared, SideLyingAbduction, SingleLegStance, SitToStand30s,
    StraightLegRaise, TestId, Thomas,
};
pub use nearest::nearest;
pub use node::{IntakeError, Node, Reader, Unknown};
pub use parts::{
    Activity, BodySide, BroughtOnBy, Clearance, ClearedRule, Complaint, Country, Gearbox, Irritability,
    LegSymptoms, Life, OneSidedTask, Person, PrecautionEntry, Settles, Sex, Site,
};
pub use schema::schema;
pub use wishes::{ExercisesPerSession, Goal, Means, Preferences, SessionsPerDay, Strain};

use crate::vocabulary::Pattern;
use counterpose_quantity::Mirror;
use format::{Format, records};

records! {
    /// What a person answers: the input of every decision.
    Intake: Default {
        /// The version of this format: 1.
        format: Option<FormatVersion>,
        /// Whatever identifies it; given back unchanged.
        id: Option<Id>,
        /// The day the answers describe.
        as_of: Option<jiff::civil::Date>,
        /// Who it is.
        person: Option<Person>,
        /// The answers to the safety questions.
        screening: Answers,
        /// What a clinician has allowed or limited.
        clearances: Vec<Clearance>,
        /// Known conditions. An empty list means asked and none; left out means not known.
        precautions: Option<Vec<PrecautionEntry>>,
        /// What hurts, and when.
        complaint: Option<Complaint>,
        /// How easily it is stirred up.
        irritability: Option<Irritability>,
        /// How the days look.
        life: Option<Life>,
        /// What the home tests measured.
        measures: Vec<MeasureEntry>,
        /// What the person wants to be able to do.
        goals: Vec<Goal>,
        /// Time, things and floor.
        means: Option<Means>,
        /// Patterns the person does not see themselves in: none of them leads.
        disagree: Vec<Pattern>,
        /// What weighs on them besides the pain.
        strain: Option<Strain>,
        /// What they want, and do not want, in the plan.
        preferences: Option<Preferences>,
    }
}

/// The version of the format; only 1 exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct FormatVersion(u8);

impl FormatVersion {
    /// The one version this program reads and writes.
    pub const CURRENT: Self = Self(1);
}

impl Format for FormatVersion {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        match at.whole()? {
            1 => Ok(Self::CURRENT),
            other => Err(at.error(format!("format {other} is not known; this program reads format 1"))),
        }
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({"const": 1})
    }
}

/// An identifier given back unchanged.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Id {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl Format for Id {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        match at.node() {
            Node::Text(text) => Ok(Self::Text(text.clone())),
            Node::Number(_) => at.whole().map(Self::Number),
            _ => Err(at.mismatch("a text or a whole number")),
        }
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({"type": ["string", "integer"]})
    }
}

impl Mirror for Intake {
    fn mirror(self) -> Self {
        Self {
            precautions: self.precautions.mirror(),
            complaint: self.complaint.mirror(),
            life: self.life.mirror(),
            measures: self.measures.mirror(),
            ..self
        }
    }
}

/// Reads an intake from JSON.
///
/// # Errors
/// What is wrong and where: syntax, an unknown key or word with the nearest known one, a number out of range.
pub fn parse(text: &str) -> Result<Intake, IntakeError> {
    let node: Node = serde_json::from_str(text)
        .map_err(|error| IntakeError { message: format!("not valid JSON: {error}"), path: String::new() })?;
    let root = Reader::root(&node, Unknown::Refused);
    root.object(Intake::KEYS)?;
    root.field("screening", |field| match field {
        Some(_) => Ok(()),
        None => {
            Err(root.error("the key \"screening\" is missing; without safety answers nothing can be said"))
        }
    })?;
    Intake::read(&root)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the format's description, whole.
    const WHOLE: &str = r#"{
  "format": 1, "id": "optional, echoed", "as_of": "2026-11-22",
  "person": {"age": 42, "sex": "female", "country": "GB"},
  "screening": {"E1": false, "E5": "no", "C2": {"started_before_45": true, "months": 6, "features": ["better-with-movement"]}},
  "clearances": [{"rule": "C1", "date": "2026-10-01", "by": "GP", "limits": ["hip-flexion-gt90"]}],
  "precautions": [{"id": "spinal-fusion", "weeks_since": 60, "cleared_by_clinician": true, "symptom_free": true}],
  "complaint": {"side": "left", "sites": ["low-back", "buttock"], "pain_now": 4, "pain_average_week": 5, "duration_weeks": 20,
    "worse_with": ["sitting", "driving"], "better_with": ["walking"], "leg_symptoms": "none",
    "morning_stiffness_minutes": 20, "one_sided_tasks": ["mouse"], "eased_by_leaving_the_car": true, "old_injury_side": "none"},
  "irritability": {"brought_on_by": "moderate", "settles": "hours"},
  "life": {"sitting_hours_per_day": 9, "driving_hours_per_day": 1.5, "active_minutes_per_week": 60, "pedal_foot": "right", "gearbox": "automatic"},
  "measures": [{"test": "thomas", "side": "left", "thigh_deg": 6, "knee_deg": 60, "pelvis_held": true, "method": "phone-inclinometer", "repeats": 3}],
  "goals": [{"activity": "drive 90 minutes", "now_0_10": 4, "target_0_10": 8, "by_weeks": 8, "tolerance_minutes": 40}],
  "means": {"minutes_per_session": 15, "sessions_per_day": 2, "equipment": ["band", "block"], "can_kneel": true, "can_lie_on_floor": true, "can_lie_on_bed": true}
}"#;

    #[test]
    fn the_whole_example_is_read_and_comes_back_the_same() {
        let intake = parse(WHOLE).unwrap();
        let written: serde_json::Value = serde_json::to_value(&intake).unwrap();
        let given: serde_json::Value = serde_json::from_str(WHOLE).unwrap();
        assert_eq!(written, given);
        assert_eq!(parse(&written.to_string()).unwrap(), intake);
    }

    #[test]
    fn everything_but_the_safety_answers_may_be_missing() {
        assert_eq!(parse(r#"{"screening": {}}"#).unwrap(), Intake::default());
        let error = parse("{}").unwrap_err();
        assert!(error.message.contains("screening"), "{error}");
    }

    #[test]
    fn errors_name_the_place_and_the_nearest_word() {
        let cases = [
            (r#"{"screening": {}, "persn": {}}"#, "persn", "person"),
            (r#"{"screening": {"E13": false}}"#, "screening.E13", "E1"),
            (r#"{"screening": {"E1": "yes"}}"#, "screening.E1", "true"),
            (r#"{"screening": {}, "person": {"age": 130}}"#, "person.age", "0 to 120"),
            (r#"{"screening": {}, "person": {"age": 41.5}}"#, "person.age", "whole"),
            (
                r#"{"screening": {}, "precautions": [{"id": "osteoporsis"}]}"#,
                "precautions[0].id",
                "osteoporosis",
            ),
            (r#"{"screening": {}, "precautions": [{"weeks": 3}]}"#, "precautions[0]", "\"id\" is missing"),
            (
                r#"{"screening": {}, "measures": [{"test": "thomas", "side": "left", "thighdeg": 3}]}"#,
                "measures[0].thighdeg",
                "thigh_deg",
            ),
            (r#"{"screening": {}, "measures": [{"test": "thomas"}]}"#, "measures[0]", "side by side"),
            (r#"{"screening": {}, "as_of": "22.11.2026"}"#, "as_of", "year-month-day"),
            (r#"{"screening": {}, "format": 2}"#, "format", "format 1"),
            (r#"{"screening": {}, "goals": {}}"#, "goals", "a list"),
        ];
        for (text, path, word) in cases {
            let error = parse(text).unwrap_err();
            assert_eq!(error.path, path, "{text}");
            assert!(error.message.contains(word), "{text}: {error}");
        }
    }

    #[test]
    fn the_mirror_swaps_sides_and_undoes_itself() {
        let intake = parse(WHOLE).unwrap();
        let mirrored = intake.clone().mirror();
        assert_ne!(mirrored, intake);
        assert_eq!(mirrored.complaint.as_ref().and_then(|c| c.side), Some(BodySide::Right));
        assert_eq!(mirrored.mirror(), intake);
    }
}
