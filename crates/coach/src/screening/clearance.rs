//! What a clinician's clearance does: it lifts a stop of block C, P or an operation to an adapted start, brings
//! limits, and may open what a precaution closes. It never lifts a current E or S answer.

use super::condition::Facts;
use super::rules::Lift;
use crate::intake::{Answers, Clearance, ClearedRule, Intake};
use crate::screening::QuestionId;
use crate::vocabulary::{MovementTag, Precaution};
use counterpose_quantity::order;

/// The clearances that count.
#[derive(Clone, Debug, Default)]
pub struct Clearances<'a> {
    valid: Vec<&'a Clearance>,
}

impl<'a> Clearances<'a> {
    /// The clearances of an intake that have a date, and one not after the day of the answers. None count while an
    /// E or S answer is current: a new symptom ends what was said before it.
    #[must_use]
    pub fn of(intake: &'a Intake, current_symptom: bool) -> Self {
        if current_symptom {
            return Self::default();
        }
        let in_force = |clearance: &&Clearance| {
            clearance.date.is_some_and(|date| intake.as_of.is_none_or(|today| date <= today))
        };
        Self { valid: intake.clearances.iter().filter(in_force).collect() }
    }

    fn names(&self, rule: ClearedRule) -> bool {
        self.valid.iter().any(|clearance| clearance.rule == rule)
    }

    /// Whether they lift a rule.
    #[must_use]
    pub fn lift(&self, lift: &Lift, facts: &Facts<'_>) -> bool {
        let has = |precaution: &&Precaution| facts.precautions().iter().any(|entry| entry.id == **precaution);
        match lift {
            Lift::Never => false,
            Lift::Questions(questions) => {
                questions.iter().any(|question| self.names(ClearedRule::Question(*question)))
            }
            Lift::Precaution(precaution) => self.names(ClearedRule::Precaution(*precaution)),
            Lift::EveryPresent(precautions) => precautions
                .iter()
                .filter(has)
                .all(|precaution| self.names(ClearedRule::Precaution(*precaution))),
        }
    }

    /// Movements expressly allowed.
    #[must_use]
    pub fn opens(&self) -> Vec<MovementTag> {
        let mut tags: Vec<MovementTag> = self.valid.iter().flat_map(|c| c.opens.iter().copied()).collect();
        order::sort(&mut tags);
        tags.dedup();
        tags
    }
}

/// Every limit a clinician ever wrote down, in force or not: a limit needs no date to be respected.
#[must_use]
pub fn limits(intake: &Intake) -> Vec<MovementTag> {
    let mut tags: Vec<MovementTag> =
        intake.clearances.iter().flat_map(|clearance| clearance.limits.iter().copied()).collect();
    order::sort(&mut tags);
    tags.dedup();
    tags
}

/// The questions answered more cautiously than before: new symptoms, at which earlier clearances lapse.
#[must_use]
pub fn new_symptoms(before: &Answers, after: &Answers) -> Vec<QuestionId> {
    let rank = |answers: &Answers, question: QuestionId| match answers.get(question) {
        None => 0,
        Some(crate::intake::Answer::Unsure) => 1,
        Some(crate::intake::Answer::Level(level)) => usize::from(*level) * 2,
        Some(crate::intake::Answer::History(history)) => history.feature_count() * 2,
    };
    QuestionId::ALL
        .iter()
        .copied()
        .filter(|&question| rank(after, question) > rank(before, question))
        .collect()
}
