//! Findings: what an answer or a measure amounts to, if it is more than noise.
//!
//! A measured finding is *meaningful* only where it lies past its mark and further from the ordinary than the
//! test's error; sides are compared only where method and position are the same. Some things are asked or measured
//! because people expect it, and shown, but not *counted*: studies do not separate people by them. What a finding
//! means for where to start is the business of `pattern`.

mod answered;
mod errors;
mod measured;

use counterpose_quantity::{Mirror, Side};
use serde::Serialize;

pub use errors::error_of;

use crate::intake::Intake;

/// One finding. Its text is `finding-<id>`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// What was found; unique together with the side.
    pub id: &'static str,
    /// The side it was found on; absent where it has none.
    pub side: Option<Side>,
    /// The number behind it; absent for answers.
    pub value: Option<f64>,
    /// The unit of value and error: `deg`, `cm`, `s`, `times`, `points`.
    pub unit: Option<&'static str>,
    /// The smallest change that is more than noise.
    pub error: Option<f64>,
    /// Whether it is past its mark and past its error.
    pub meaningful: bool,
    /// Whether it counts for where to start.
    pub counted: bool,
    /// The answer or measure it comes from, as a chain of reasons names it.
    #[serde(skip)]
    pub from: Origin,
}

/// Where a finding comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// An answer, by its place in the intake.
    Answer(&'static str),
    /// A measure of one side, or of none.
    Measure(&'static str, Option<Side>),
}

impl Origin {
    /// The answer's place or the test.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Answer(name) | Self::Measure(name, _) => name,
        }
    }
}

impl core::fmt::Display for Origin {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Answer(place) => write!(f, "answer:{place}"),
            Self::Measure(test, Some(side)) => write!(f, "measure:{test}:{}", side.as_str()),
            Self::Measure(test, None) => write!(f, "measure:{test}"),
        }
    }
}

impl Mirror for Finding {
    fn mirror(self) -> Self {
        let from = match self.from {
            Origin::Measure(test, side) => Origin::Measure(test, side.mirror()),
            answer @ Origin::Answer(_) => answer,
        };
        Self { side: self.side.mirror(), from, ..self }
    }
}

/// Every finding of an intake: measures first, each test in declared order, the side first listed first; then
/// answers. No order depends on which side is which.
#[must_use]
pub fn findings(intake: &Intake) -> Vec<Finding> {
    let mut found = measured::findings(intake);
    found.extend(several_mild_limits(&found));
    found.extend(answered::findings(intake));
    found
}

/// The findings that count as a limit of movement.
const LIMITS: &[&str] =
    &["thomas-thigh", "knee-extension-short", "hip-internal-rotation-low", "forward-bend-short"];

/// Two or more different limits, and no measured difference between the sides.
fn several_mild_limits(found: &[Finding]) -> Option<Finding> {
    let counts = |finding: &&Finding| finding.meaningful && finding.counted;
    let limits = LIMITS.iter().filter(|id| found.iter().filter(counts).any(|finding| finding.id == **id));
    let one_sided = found.iter().filter(counts).any(|finding| finding.id.ends_with("-difference"));
    let from = found.iter().filter(counts).find(|finding| LIMITS.contains(&finding.id))?.from.clone();
    (limits.count() >= 2 && !one_sided).then(|| Finding {
        id: "several-mild-limits",
        side: None,
        value: None,
        unit: None,
        error: None,
        meaningful: true,
        counted: true,
        from: Origin::Measure(from.name(), None),
    })
}

/// Whether pain is easily stirred up: the dose is then halved and nobody looks for patterns.
#[must_use]
pub fn is_irritable(intake: &Intake) -> bool {
    use crate::intake::{BroughtOnBy, Settles};
    let stirred = intake.irritability.as_ref().is_some_and(|irritability| {
        irritability.brought_on_by == Some(BroughtOnBy::Little)
            && matches!(irritability.settles, Some(Settles::NextDay | Settles::Longer))
    });
    let severe = intake.complaint.as_ref().is_some_and(|complaint| {
        let scores = [complaint.pain_now, complaint.pain_average_week];
        scores.into_iter().flatten().any(|pain| pain.get() >= SEVERE_PAIN)
    });
    stirred || severe
}

/// Pain from which on somebody counts as irritable.
const SEVERE_PAIN: u8 = 7;
