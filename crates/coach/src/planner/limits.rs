//! How much a plan may ask of one person: exercises, minutes, dose, range.
//!
//! What this module does not do: choose.

use crate::finding::{Finding, is_irritable};
use crate::intake::{Intake, LegSymptoms, Strain};
use crate::library::Exercise;
use crate::precaution::Gate;
use crate::vocabulary::{MovementTag, Precaution};

use super::means::Possible;

/// Exercises of a session in the first week, and later.
const FIRST_WEEK_ITEMS: usize = 3;
const LATER_ITEMS: usize = 5;
/// Exercises of a session while life weighs on somebody: fewer are done better.
const STRAINED_ITEMS: usize = 3;
/// The longest and shortest session of the first week.
const FIRST_WEEK_MINUTES: (f64, f64) = (5.0, 8.0);
/// A strain from here on counts as high, 0 to 10.
const HIGH_STRAIN: u8 = 7;
/// From this age on, or with these scores, the easier way of doing an exercise comes first.
const EASIER_FROM_AGE: u8 = 70;
const EASIER_FROM_PAIN: u8 = 6;

/// Movements that go to the end of a range.
pub const END_RANGE: [MovementTag; 10] = [
    MovementTag::LumbarFlexionEnd,
    MovementTag::LumbarExtensionEnd,
    MovementTag::LumbarRotationEnd,
    MovementTag::HipExtensionEnd,
    MovementTag::HipErEnd,
    MovementTag::HipErExtended,
    MovementTag::HipIrEnd,
    MovementTag::HipAbductionEnd,
    MovementTag::KneeFlexionEnd,
    MovementTag::PassiveEndRange,
];

/// How much of the usual dose a plan begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// About four fifths, growing week by week.
    Usual,
    /// Clearly less, growing later: training became more a short while ago.
    Less,
    /// Half, without growing: pain is easily stirred up.
    Half,
}

/// The limits of one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// Exercises of a session in the first week.
    pub first_week_items: usize,
    /// Exercises of a session later.
    pub items: usize,
    /// Milliseconds of a session in the first week.
    pub first_week_ms: u64,
    /// A first session shorter than this is filled up by walking.
    pub first_week_least_ms: u64,
    /// Milliseconds of a session later.
    pub ms: u64,
    /// Sessions a day the person wants.
    pub sessions: u8,
    /// How much to begin with.
    pub load: Load,
    /// Whether the ends of range stay out.
    pub mid_range: bool,
    /// Whether anything may be lengthened.
    pub lengthening: bool,
    /// Whether the easier way of an exercise comes first.
    pub easier: bool,
}

impl Limits {
    /// The limits of a person.
    #[must_use]
    pub fn of(intake: &Intake, findings: &[Finding], gate: &Gate, possible: &Possible) -> Self {
        let irritable = is_irritable(intake);
        let wish = intake.preferences.as_ref().and_then(|wishes| wishes.exercises_per_session);
        let wish = wish.map_or(LATER_ITEMS, |wish| usize::from(wish.get()));
        let strained = is_strained(intake);
        let items = if irritable || strained { STRAINED_ITEMS } else { LATER_ITEMS }.min(wish);
        let minutes = possible.minutes;
        let load = match () {
            () if irritable => Load::Half,
            () if trains_more(intake) => Load::Less,
            () => Load::Usual,
        };
        Self {
            first_week_items: FIRST_WEEK_ITEMS.min(items),
            items,
            first_week_ms: milliseconds(minutes.min(FIRST_WEEK_MINUTES.1)),
            first_week_least_ms: milliseconds(minutes.min(FIRST_WEEK_MINUTES.0)),
            ms: milliseconds(minutes),
            sessions: possible.sessions,
            load,
            mid_range: irritable,
            lengthening: !irritable && !gate.has(Precaution::Hypermobility) && !nerve_signs(intake, findings),
            easier: easier(intake, gate),
        }
    }

    /// Whether one way of doing an exercise stays within the range these limits allow.
    #[must_use]
    pub fn allows_range(&self, exercise: &Exercise, way: Option<&str>) -> bool {
        !self.mid_range || exercise.tags_of(way).iter().all(|tag| !END_RANGE.contains(tag))
    }
}

/// Whether something goes below the knee, is told of there, or a stretch is felt there.
pub fn nerve_signs(intake: &Intake, findings: &[Finding]) -> bool {
    let told = intake.complaint.as_ref().and_then(|complaint| complaint.leg_symptoms);
    told.is_some_and(LegSymptoms::below_knee)
        || findings.iter().any(|finding| finding.meaningful && finding.id == "stretch-felt-below-knee")
}

/// Whether training became clearly more in the last weeks.
pub fn trains_more(intake: &Intake) -> bool {
    intake.life.as_ref().is_some_and(|life| life.recent_training_jump == Some(true))
}

/// Whether anything weighs heavily.
pub fn is_strained(intake: &Intake) -> bool {
    let Some(strain) = &intake.strain else { return false };
    let Strain { poor_sleep, stress, low_mood, worry_moving_harms, low_confidence, little_support, .. } =
        strain;
    let scores = [poor_sleep, stress, low_mood, worry_moving_harms, low_confidence, little_support];
    scores.into_iter().any(|score| is_high(*score))
}

/// Whether a strain counts as high.
pub fn is_high(score: Option<counterpose_quantity::RatingScore>) -> bool {
    score.is_some_and(|score| score.get() >= HIGH_STRAIN)
}

fn easier(intake: &Intake, gate: &Gate) -> bool {
    let age = intake.person.as_ref().and_then(|person| person.age);
    let pain = intake.complaint.as_ref().and_then(|complaint| complaint.pain_now);
    let worried = intake
        .strain
        .as_ref()
        .is_some_and(|strain| is_high(strain.worry_moving_harms) || is_high(strain.low_confidence));
    let conditions = [
        Precaution::PoorBalance,
        Precaution::Pregnancy,
        Precaution::Postpartum,
        Precaution::RecentSurgery,
        Precaution::SpinalFusion,
        Precaution::DiscRadiculopathy,
        Precaution::Osteoporosis,
    ];
    is_irritable(intake)
        || worried
        || trains_more(intake)
        || age.is_some_and(|age| age.get() >= EASIER_FROM_AGE)
        || pain.is_some_and(|pain| pain.get() >= EASIER_FROM_PAIN)
        || conditions.into_iter().any(|condition| gate.has(condition))
}

fn milliseconds(minutes: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes of a day, never negative"
    )]
    let whole = (minutes.clamp(0.0, 1440.0) * 60_000.0).floor() as u64;
    whole
}
