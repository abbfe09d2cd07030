//! Precautions: which movements a condition closes, and so which exercises, ways of doing them, habits and home
//! tests are shut.
//!
//! Exercises say what they ask of the body (tags, in `content/`); the table here says which tags a condition
//! closes. Nothing else connects the two, so a new exercise is gated without a line of code. Unknown is not none:
//! without a list of precautions, or without an age, only what carries no tag at all is open.

mod direction;
mod table;
mod tests_shut;

pub use direction::{leading_direction, measured_direction};

pub use table::{CLOSES, Closes, Only};
pub use tests_shut::{SHUT_TESTS, ShutTest};

use crate::intake::{Intake, LegSymptoms, PrecautionEntry, TestId};
use crate::library::{Exercise, STARTER};
use crate::screening::{QuestionId, Screening};
use crate::vocabulary::{MovementTag, Precaution};
use counterpose_quantity::order;

/// Who or what closes a movement, or everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClosedBy {
    /// A condition.
    Precaution(Precaution),
    /// Symptoms below the knee or a weak leg, whatever their cause.
    LegSymptoms,
    /// A limit a clinician wrote down.
    ClinicianLimit,
    /// Nobody knows whether anything goes down the leg.
    UnknownLegSymptoms,
    /// Repeating the movement made things worse; see the direction test.
    Direction,
    /// Repeating the opposite movement drew the pain back toward the spine.
    DirectionOpposite,
    /// Nobody knows the precautions: everything with a tag is shut.
    UnknownPrecautions,
    /// Nobody knows the age: everything with a tag is shut.
    UnknownAge,
}

impl ClosedBy {
    /// The identifier, as in `left_out`. Its text is `left-out-<id>`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Precaution(precaution) => precaution.as_str(),
            Self::LegSymptoms => "leg-symptoms",
            Self::ClinicianLimit => "clinician-limit",
            Self::UnknownLegSymptoms => "unknown-leg-symptoms",
            Self::Direction => "direction",
            Self::DirectionOpposite => "direction-opposite",
            Self::UnknownPrecautions => "unknown-precautions",
            Self::UnknownAge => "unknown-age",
        }
    }
}

/// What is shut for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    closed: Vec<(MovementTag, ClosedBy)>,
    unknown: Option<ClosedBy>,
    conditions: Vec<Condition>,
    opens: Vec<MovementTag>,
}

/// A condition as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    id: Precaution,
    weeks_at_least_20: bool,
    weeks_since_12: bool,
    settled: bool,
    leg_symptoms: bool,
}

/// Weeks of pregnancy from which lying on the back or front for long is closed.
const LATE_PREGNANCY_WEEKS: f64 = 20.0;
/// Weeks after birth or surgery in which load and impact are closed.
const EARLY_WEEKS: f64 = 12.0;
/// Weeks after a fusion from which, cleared and free of symptoms, end ranges open.
const FUSION_SETTLED_WEEKS: f64 = 26.0;

impl Condition {
    /// What is not known counts as the more careful case.
    fn of(entry: &PrecautionEntry, leg: Option<LegSymptoms>) -> Self {
        let since = entry.weeks_since.map(|weeks| weeks.get());
        Self {
            id: entry.id,
            weeks_at_least_20: entry.weeks.is_none_or(|weeks| weeks.get() >= LATE_PREGNANCY_WEEKS),
            weeks_since_12: since.is_some_and(|weeks| weeks >= EARLY_WEEKS),
            settled: entry.cleared_by_clinician == Some(true)
                && entry.symptom_free == Some(true)
                && since.is_some_and(|weeks| weeks >= FUSION_SETTLED_WEEKS),
            leg_symptoms: leg.is_none_or(|symptoms| symptoms != LegSymptoms::None),
        }
    }

    /// A condition that follows from an answer: nothing else is known of it.
    fn implied(id: Precaution, leg: Option<LegSymptoms>) -> Self {
        let entry = PrecautionEntry {
            id,
            side: None,
            weeks: None,
            weeks_since: None,
            cleared_by_clinician: None,
            symptom_free: None,
        };
        Self::of(&entry, leg)
    }

    const fn meets(&self, only: Only) -> bool {
        match only {
            Only::Always => true,
            Only::FromWeek20 => self.weeks_at_least_20,
            Only::FirstTwelveWeeks => !self.weeks_since_12,
            Only::UntilSettled => !self.settled,
            Only::WithLegSymptoms => self.leg_symptoms,
        }
    }
}

impl Gate {
    /// What is shut for a person, by the table.
    #[must_use]
    pub fn of(intake: &Intake, screening: &Screening) -> Self {
        Self::with_table(intake, screening, CLOSES)
    }

    /// What is shut by a given table; anything but [`Gate::of`] is for tests of the table.
    #[must_use]
    pub fn with_table(intake: &Intake, screening: &Screening, table: &[Closes]) -> Self {
        let leg = intake.complaint.as_ref().and_then(|complaint| complaint.leg_symptoms);
        let listed = intake.precautions.iter().flatten().map(|entry| Condition::of(entry, leg));
        let implied = screening.implied.iter().map(|&id| Condition::implied(id, leg));
        let conditions: Vec<Condition> = listed.chain(implied).collect();

        let mut closed = Vec::new();
        for row in table {
            if conditions.iter().any(|condition| condition.id == row.precaution && condition.meets(row.only))
            {
                closed.extend(row.tags.iter().map(|&tag| (tag, ClosedBy::Precaution(row.precaution))));
            }
        }
        if leg.is_some_and(LegSymptoms::below_knee) {
            closed.extend(table::NERVE_TAGS.iter().map(|&tag| (tag, ClosedBy::LegSymptoms)));
        }
        // A clear no to the question about pain below the knee is as good as the answer about the leg.
        let no_leg_pain = intake.screening.level(QuestionId::C4) == Some(0);
        if leg.is_none() && !no_leg_pain {
            closed.extend(table::NERVE_TAGS.iter().map(|&tag| (tag, ClosedBy::UnknownLegSymptoms)));
        }
        closed.retain(|(tag, _)| !screening.opens.contains(tag));
        closed.extend(direction::closes(intake));
        closed.extend(screening.limits.iter().map(|&tag| (tag, ClosedBy::ClinicianLimit)));
        order::sort(&mut closed);
        closed.dedup();

        let age_known = intake.person.as_ref().is_some_and(|person| person.age.is_some());
        let unknown = match (intake.precautions.is_some(), age_known) {
            (false, _) => Some(ClosedBy::UnknownPrecautions),
            (true, false) => Some(ClosedBy::UnknownAge),
            (true, true) => None,
        };
        Self { closed, unknown, conditions, opens: screening.opens.clone() }
    }

    /// Who shuts something with these tags; `None` where it is open. Where several do, the first in declared order
    /// is named.
    #[must_use]
    pub fn shuts(&self, tags: &[MovementTag]) -> Option<ClosedBy> {
        let closed = self.closed.iter().filter(|(tag, _)| tags.contains(tag)).map(|(_, by)| *by).min();
        closed.or(if tags.is_empty() { None } else { self.unknown })
    }

    /// Who shuts one way of doing an exercise; `None` where it is open. While precautions or age are not known only
    /// the starter set is open.
    #[must_use]
    pub fn shuts_way(&self, exercise: &Exercise, way: Option<&str>) -> Option<ClosedBy> {
        let beyond_starter = !STARTER.contains(&exercise.id.as_str());
        self.shuts(exercise.tags_of(way)).or(if beyond_starter { self.unknown } else { None })
    }

    /// Whether the person is known to have a condition, or an answer implies it.
    #[must_use]
    pub fn has(&self, precaution: Precaution) -> bool {
        self.conditions.iter().any(|condition| condition.id == precaution)
    }

    /// Whether only the starter set is open, because precautions or age are not known.
    #[must_use]
    pub const fn knows_too_little(&self) -> bool {
        self.unknown.is_some()
    }

    /// Who closes a movement.
    #[must_use]
    pub fn closes(&self, tag: MovementTag) -> Option<ClosedBy> {
        self.shuts(&[tag])
    }

    /// The ways of doing an exercise, the plain one first, each with who shuts it.
    pub fn ways<'e>(
        &'e self,
        exercise: &'e Exercise,
    ) -> impl Iterator<Item = (Option<&'e str>, Option<ClosedBy>)> {
        let variants = exercise.variants.iter().map(|variant| Some(variant.id.as_str()));
        core::iter::once(None).chain(variants).map(|way| (way, self.shuts_way(exercise, way)))
    }

    /// Who shuts a home test; `None` where it may be done.
    #[must_use]
    pub fn shuts_test(&self, test: TestId) -> Option<ClosedBy> {
        let shut = SHUT_TESTS.iter().filter(|row| row.tests.contains(&test)).find_map(|row| {
            let has = |condition: &Condition| condition.id == row.precaution && condition.meets(row.only);
            // A clinician who expressly allowed everything the test asks has allowed the test.
            let asked = tests_shut::asks(test);
            if !asked.is_empty() && asked.iter().all(|tag| self.opens.contains(tag)) {
                return None;
            }
            self.conditions.iter().any(has).then_some(ClosedBy::Precaution(row.precaution))
        });
        let by_tag =
            self.closed.iter().find(|(tag, _)| tests_shut::asks(test).contains(tag)).map(|(_, by)| *by);
        let unknown = if test == TestId::SitToStand30s { None } else { self.unknown };
        shut.or(by_tag).or(unknown)
    }
}
