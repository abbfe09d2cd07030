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
use crate::planner::progress::History;
use crate::planner::{self, Known};
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

/// Checks an intake against a library, before anything has been done.
#[must_use]
pub fn check(intake: &Intake, library: &Library) -> CheckOutcome {
    check_with(intake, library, &History::default())
}

/// Checks an intake against a library and what has been done so far.
#[must_use]
pub fn check_with(intake: &Intake, library: &Library, history: &History) -> CheckOutcome {
    let screening = screening::assess(intake);
    let country = intake.person.as_ref().and_then(|person| person.country);
    let meanwhile = screening::meanwhile(&screening, country);
    // A stop says whom to see and why, and nothing else.
    let stop = screening.tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    let (findings, patterns, plan) = if stop {
        (Vec::new(), pattern::silent(), None)
    } else {
        let findings = finding::findings(intake);
        let gate = screening.allows_plan().then(|| Gate::of(intake, &screening));
        let (patterns, plan) = planned(intake, library, history, &findings, gate.as_ref());
        (findings, patterns, plan)
    };
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

/// Where to start and the plan that follows. Every four weeks that changed nothing set the pattern aside that led them,
/// and make what was done in them count for less.
fn planned(
    intake: &Intake,
    library: &Library,
    history: &History,
    findings: &[Finding],
    gate: Option<&Gate>,
) -> (Vec<ScoredPattern>, Option<Plan>) {
    let mut set_aside = Vec::new();
    let mut history = history.clone();
    let mut left = history.blocks_without_change;
    loop {
        let patterns = pattern::patterns(intake, findings, &set_aside);
        let plan = gate.map(|gate| {
            planner::plan(&Known { intake, gate, findings, patterns: &patterns, library, history: &history })
        });
        let Some(plan) = plan else { return (patterns, None) };
        if left == 0 {
            return (patterns, Some(plan));
        }
        left -= 1;
        set_aside.push(pattern::leading(&patterns));
        history.no_change.extend(plan.items.iter().map(|item| item.exercise.clone()));
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
