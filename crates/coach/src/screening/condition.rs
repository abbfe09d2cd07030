//! Conditions of rules, as data, and the facts they look at.
//!
//! A condition on an answer only ever asks "at least this value": so a more cautious answer can make a rule hold
//! but never make it cease, and screening is only ever more careful by construction.

use counterpose_quantity as quantity;

use super::QuestionId;
use crate::intake::{Activity, Answer, BodySide, EarlyBackPain, Intake, PrecautionEntry, Reading, Site};
use crate::vocabulary::Precaution;

/// When a rule holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// The answer is this value or a more cautious one.
    AtLeast(QuestionId, &'static str),
    /// The answer is anything but no: a value, or not sure.
    NotNo(QuestionId),
    /// The person is not sure.
    Unsure(QuestionId),
    /// Older than this many years, or of unknown age.
    OlderThan(u8),
    /// It hurts there.
    Hurts(Site),
    /// This makes it worse.
    WorseWith(Activity),
    /// A hip was measured to turn in by fewer degrees than this.
    InternalRotationUnder(f64),
    /// This precaution is listed.
    Has(Precaution),
    /// This precaution is listed without its date, without a clinician's clearance, or less than twelve weeks ago.
    Unsettled(Precaution),
    /// Both approaches of a hip replacement are listed for one hip: nobody knows which it was.
    ApproachUnknown,
    /// Every one of these.
    All(&'static [When]),
    /// At least one of these.
    Any(&'static [When]),
}

/// Weeks after an operation before this program says anything about exercise without a clearance.
pub const WEEKS_AFTER_SURGERY: f64 = 12.0;

/// How many features of an inflamed spine make a visit worth while.
const FEATURES_ENOUGH: usize = 4;
/// How many make a blood test decide.
const FEATURES_FOR_BLOOD_TEST: usize = 3;
/// Back pain of an inflamed spine begins before this age.
const EARLY_ONSET_AGE: f64 = 45.0;
/// And lasts longer than this.
const LASTING_MONTHS: f64 = 3.0;
/// Weeks in a month, for people who gave weeks.
const WEEKS_PER_MONTH: f64 = 52.0 / 12.0;

/// What the conditions look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    intake: &'a Intake,
}

impl<'a> Facts<'a> {
    /// The facts of an intake.
    #[must_use]
    pub const fn new(intake: &'a Intake) -> Self {
        Self { intake }
    }

    /// The age in years, if known.
    #[must_use]
    pub fn age(&self) -> Option<u8> {
        self.intake.person.as_ref()?.age.map(quantity::AgeYears::get)
    }

    /// The level of an answer in its order of caution; `None` where it is missing or unsure.
    #[must_use]
    pub fn level(&self, question: QuestionId) -> Option<u8> {
        match self.intake.screening.get(question)? {
            Answer::Level(level) => Some(*level),
            Answer::Unsure => None,
            Answer::History(history) => self.early_back_pain_level(history),
        }
    }

    /// What the record of C2 amounts to; `None` where too little of it is known to say.
    fn early_back_pain_level(&self, history: &EarlyBackPain) -> Option<u8> {
        let features = history.feature_count();
        if features < FEATURES_FOR_BLOOD_TEST {
            return Some(0);
        }
        let early = self.began_early(history)?;
        let said = history.months.map(quantity::MonthCount::get);
        let lasted = self.duration_weeks().map(|weeks| weeks / WEEKS_PER_MONTH);
        // Where both are given the longer counts: the more careful reading.
        let months = said.into_iter().chain(lasted).reduce(f64::max)?;
        if !early || months <= LASTING_MONTHS {
            return Some(0);
        }
        Some(if features >= FEATURES_ENOUGH { 2 } else { 1 })
    }

    fn began_early(&self, history: &EarlyBackPain) -> Option<bool> {
        use crate::intake::InflammatoryFeature::Before35;
        let said_young = history.features.contains(&Before35) || history.started_before_45 == Some(true);
        let young = self.age().is_some_and(|age| f64::from(age) < EARLY_ONSET_AGE);
        if said_young || young { Some(true) } else { history.started_before_45 }
    }

    /// Whether the answer is "not sure".
    #[must_use]
    pub fn unsure(&self, question: QuestionId) -> bool {
        matches!(self.intake.screening.get(question), Some(Answer::Unsure))
    }

    /// The listed precautions; empty where none are known.
    #[must_use]
    pub fn precautions(&self) -> &'a [PrecautionEntry] {
        self.intake.precautions.as_deref().unwrap_or(&[])
    }

    fn unsettled(entry: &PrecautionEntry) -> bool {
        entry.cleared_by_clinician != Some(true)
            || entry.weeks_since.is_none_or(|weeks| weeks.get() < WEEKS_AFTER_SURGERY)
    }

    fn approach_unknown(&self) -> bool {
        let of = |id| self.precautions().iter().filter(move |entry| entry.id == id);
        of(Precaution::HipReplacementPosterior).any(|posterior| {
            of(Precaution::HipReplacementAnterior)
                .any(|anterior| may_be_one_hip(posterior.side, anterior.side))
        })
    }

    fn internal_rotation_under(&self, degrees: f64) -> bool {
        self.intake.measures.iter().any(|measure| match &measure.reading {
            Reading::HipInternalRotation(rotation) => rotation.deg.is_some_and(|deg| deg.get() < degrees),
            _ => false,
        })
    }

    /// How many weeks it has hurt, if known.
    #[must_use]
    pub fn duration_weeks(&self) -> Option<f64> {
        Some(self.intake.complaint.as_ref()?.duration_weeks?.get())
    }
}

/// Whether two named sides may mean one and the same hip; a side not named may be either.
fn may_be_one_hip(one: Option<BodySide>, other: Option<BodySide>) -> bool {
    match (one.and_then(BodySide::one), other.and_then(BodySide::one)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

impl When {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        let complaint = facts.intake.complaint.as_ref();
        match *self {
            Self::AtLeast(question, value) => match (facts.level(question), question.level(value)) {
                (Some(answered), Some(wanted)) => answered >= wanted,
                _ => false,
            },
            Self::NotNo(question) => {
                facts.unsure(question) || facts.level(question).is_some_and(|level| level > 0)
            }
            Self::Unsure(question) => facts.unsure(question),
            Self::OlderThan(years) => facts.age().is_none_or(|age| age > years),
            Self::Hurts(site) => complaint.is_some_and(|complaint| complaint.sites.contains(&site)),
            Self::WorseWith(activity) => {
                complaint.is_some_and(|complaint| complaint.worse_with.contains(&activity))
            }
            Self::InternalRotationUnder(degrees) => facts.internal_rotation_under(degrees),
            Self::Has(precaution) => facts.precautions().iter().any(|entry| entry.id == precaution),
            Self::Unsettled(precaution) => {
                facts.precautions().iter().any(|entry| entry.id == precaution && Facts::unsettled(entry))
            }
            Self::ApproachUnknown => facts.approach_unknown(),
            Self::All(parts) => parts.iter().all(|part| part.holds(facts)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(facts)),
        }
    }

    /// Every question it asks about.
    #[must_use]
    pub fn questions(&self) -> Vec<QuestionId> {
        match *self {
            Self::AtLeast(question, _) | Self::NotNo(question) | Self::Unsure(question) => vec![question],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::questions).collect(),
            _ => Vec::new(),
        }
    }
}
