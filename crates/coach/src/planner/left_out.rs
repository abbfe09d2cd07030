//! Everything that is not in a plan, and why: shut by a precaution, missing means, or other things first.

use super::candidate::{Candidate, NotNow, same_job};
use super::habits;
use super::limits::Limits;
use super::means::Possible;
use super::table::WORTH_ADDING;
use crate::library::{Exercise, Library};
use crate::plan::{LeftOut, LeftOutKind, Prescription};
use crate::precaution::Gate;

/// What was open and not chosen.
#[derive(Clone, Copy)]
pub struct Unchosen<'a, 'l> {
    /// Every candidate.
    pub candidates: &'a [Candidate<'l>],
    /// Those chosen, by position.
    pub chosen: &'a [usize],
    /// Open exercises that are no candidates, and why.
    pub rest: &'a [(&'l Exercise, NotNow)],
    /// The limits of the plan.
    pub limits: &'a Limits,
}

/// Why something open is not in the plan.
pub trait WhyNot {
    /// The identifier of the reason; its text is `left-out-<id>`.
    fn why(&self, exercise: &Exercise) -> &'static str;
}

/// One reason for everything.
impl WhyNot for &'static str {
    fn why(&self, _: &Exercise) -> &'static str {
        self
    }
}

impl WhyNot for Unchosen<'_, '_> {
    fn why(&self, exercise: &Exercise) -> &'static str {
        if let Some((_, why)) = self.rest.iter().find(|(other, _)| other.id == exercise.id) {
            return why.as_str();
        }
        let chosen = || self.chosen.iter().filter_map(|&index| self.candidates.get(index));
        let harder = |candidate: &Candidate<'_>| {
            candidate.exercise.progressions.iter().any(|link| link.exercise.as_deref() == Some(&exercise.id))
        };
        let same_purpose = |candidate: &&Candidate<'_>| candidate.exercise.purpose == exercise.purpose;
        let called = self
            .candidates
            .iter()
            .find(|candidate| candidate.exercise.id == exercise.id)
            .map_or(0, |candidate| candidate.called);
        if chosen().any(harder) {
            "comes-later"
        } else if chosen().any(|candidate| same_job(candidate.exercise, exercise)) {
            "same-job"
        } else if called < WORTH_ADDING {
            "not-called-for"
        } else if self.chosen.len() >= self.limits.items || chosen().filter(same_purpose).count() >= 2 {
            "enough-for-now"
        } else {
            "no-room"
        }
    }
}

/// Every way of every exercise that is shut, every habit that is, and every exercise that is open but not in the plan.
#[must_use]
pub fn left_out(
    items: &[Prescription],
    gate: &Gate,
    possible: &Possible,
    library: &Library,
    why_not: &impl WhyNot,
) -> Vec<LeftOut> {
    let mut list = Vec::new();
    for exercise in &library.exercises {
        let out = |variant: Option<&str>, kind, because: &str| LeftOut {
            exercise: exercise.id.clone(),
            variant: variant.map(str::to_owned),
            kind,
            because: because.to_owned(),
        };
        let mut lacking = None;
        let mut open = false;
        for (way, shut) in gate.ways(exercise) {
            match (shut, possible.lacks(exercise, way)) {
                (Some(by), _) => list.push(out(way, LeftOutKind::Precaution, by.as_str())),
                (None, Some(missing)) => lacking = lacking.or(Some((way, missing))),
                (None, None) => open = true,
            }
        }
        let planned = items.iter().any(|item| item.exercise == exercise.id);
        match lacking {
            _ if planned => {}
            _ if open => list.push(out(None, LeftOutKind::Choice, why_not.why(exercise))),
            Some((way, missing)) => list.push(out(way, LeftOutKind::Means, missing.as_str())),
            None => {}
        }
    }
    for habit in &library.habits {
        if let Some(by) = habits::shut(habit, gate, library) {
            list.push(LeftOut {
                exercise: habit.id.clone(),
                variant: None,
                kind: LeftOutKind::Precaution,
                because: by.as_str().to_owned(),
            });
        }
    }
    list
}
