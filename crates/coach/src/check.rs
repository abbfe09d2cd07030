//! The whole way from answers to what to do: triage, findings, patterns, plan. The JSON of `counterpose check`.
//!
//! Here the laws stand that keep a plan away from a stop: at `emergency` and `same-day` nothing is said but whom
//! to see and why; at `clinician-first` the meanwhile card stands in the plan's place.

use counterpose_quantity::Mirror;
use serde::Serialize;

use crate::finding::{self, Finding};
use crate::intake::{Id, Intake};
use crate::library::Library;
use crate::pattern::{self, ScoredPattern};
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
    /// What answers and measures amount to.
    pub findings: Vec<Finding>,
    /// Where to start: every pattern, the first one leading.
    pub patterns: Vec<ScoredPattern>,
    /// What to do until the review; `None` where the laws allow none.
    pub plan: Option<Plan>,
}

/// Checks an intake against a library.
#[must_use]
pub fn check(intake: &Intake, library: &Library) -> CheckOutcome {
    let screening = screening::assess(intake);
    let country = intake.person.as_ref().and_then(|person| person.country);
    let meanwhile = screening::meanwhile(&screening, country);
    // A stop says whom to see and why, and nothing else.
    let stop = screening.tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    let (findings, patterns) = if stop {
        (Vec::new(), pattern::silent())
    } else {
        let findings = finding::findings(intake);
        let patterns = pattern::patterns(intake, &findings);
        (findings, patterns)
    };
    let plan = screening.allows_plan().then(|| {
        let gate = Gate::of(intake, &screening);
        starter(intake, &gate, &Possible::of(intake), library)
    });
    let Screening { not_for, tier, reasons, unanswered, .. } = screening;
    CheckOutcome {
        id: intake.id.clone(),
        eligible: not_for.is_none(),
        why: not_for,
        triage: Triage { tier, reasons, unanswered },
        meanwhile,
        findings,
        patterns,
        plan,
    }
}

impl Mirror for CheckOutcome {
    fn mirror(self) -> Self {
        Self {
            findings: self.findings.mirror(),
            patterns: self.patterns.mirror(),
            plan: self.plan.mirror(),
            ..self
        }
    }
}
