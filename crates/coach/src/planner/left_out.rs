//! Everything that is not in a plan, and why: shut by a precaution, missing means, or simply later.

use super::means::Possible;
use crate::library::Library;
use crate::plan::{LeftOut, LeftOutKind, Prescription};
use crate::precaution::Gate;

/// Every way of every exercise that is shut, and every exercise that is open but not in the plan.
#[must_use]
pub fn left_out(
    items: &[Prescription],
    gate: &Gate,
    possible: &Possible,
    library: &Library,
    why_not_chosen: &str,
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
            _ if open => list.push(out(None, LeftOutKind::Choice, why_not_chosen)),
            Some((way, missing)) => list.push(out(way, LeftOutKind::Means, missing.as_str())),
            None => {}
        }
    }
    list
}
