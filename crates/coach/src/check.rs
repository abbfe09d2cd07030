//! The whole way from answers to what to do: triage, findings, patterns, plan. The JSON of `counterpose check`.
//!
//! Here the laws stand that keep a plan away from a stop: at `emergency` and `same-day` nothing is said but whom
//! to see and why; at `clinician-first` the meanwhile card stands in the plan's place.

use serde::Serialize;

use crate::intake::{Id, Intake};
use crate::library::Library;
use crate::plan::Plan;
use crate::planner::{Possible, starter};
use crate::precaution::Gate;
use crate::screening::{self, Meanwhile, NotFor, QuestionId, Reason, Screening};
use crate::vocabulary::Tier;

/// What to do first, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Triage {
    /// The most urgent tier established so far; `None` where nothing can be said.
    pub tier: Option<Tier>,
    /// Every rule that holds, the most urgent first.
    pub reasons: Vec<Reason>,
    /// Questions that apply and have no answer that says anything.
    pub unanswered: Vec<QuestionId>,
}

/// The answer to an intake.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckOutcome {
    /// The identifier of the intake, given back unchanged.
    pub id: Option<Id>,
    /// Whether this program is made for the person.
    pub eligible: bool,
    /// Why it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<NotFor>,
    /// What to do first.
    pub triage: Triage,
    /// What stands in the plan's place at `clinician-first`.
    pub meanwhile: Option<Meanwhile>,
    /// What to do until the review; `None` where the laws allow none.
    pub plan: Option<Plan>,
}

/// Checks an intake against a library.
#[must_use]
pub fn check(intake: &Intake, library: &Library) -> CheckOutcome {
    let screening = screening::assess(intake);
    let country = intake.person.as_ref().and_then(|person| person.country);
    let meanwhile = screening::meanwhile(&screening, country);
    let plan = plan_for(intake, &screening, library);
    let Screening { not_for, tier, reasons, unanswered, .. } = screening;
    CheckOutcome {
        id: intake.id.clone(),
        eligible: not_for.is_none(),
        why: not_for,
        triage: Triage { tier, reasons, unanswered },
        meanwhile,
        plan,
    }
}

/// A plan, where the laws allow one.
fn plan_for(intake: &Intake, screening: &Screening, library: &Library) -> Option<Plan> {
    if !screening.allows_plan() {
        return None;
    }
    let gate = Gate::of(intake, screening);
    Some(starter(intake, &gate, &Possible::of(intake), library))
}
