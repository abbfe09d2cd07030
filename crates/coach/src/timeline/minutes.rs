//! How many minutes an item and a session take, by compiling them. The planner fits plans with these.
//!
//! What this module does not do: estimate. The minutes are those of the timeline the person will get, rounded up
//! to a tenth, so a session never lasts longer than its plan said.

use counterpose_quantity::Side;

use crate::library::{Exercise, Library};
use crate::plan::{Prescription, Sides};
use crate::routine::{RoutineError, Today, Which, due_items, of_prescriptions};

use super::compile::{compile, item_ms};

/// A session may last this much longer than its plan said: nothing.
#[cfg(test)]
pub(super) const TOLERANCE_MS: u64 = 0;

/// Minutes that one exercise takes, with the time to find its pose but without any change of position before it.
///
/// # Errors
/// When the dose does not fit the exercise.
pub fn minutes_of(exercise: &Exercise, variant: Option<&str>, sides: &Sides) -> Result<f64, RoutineError> {
    item_ms(exercise, variant, sides).map(tenths_up)
}

/// Minutes of the longest session that these items give on any day, whatever the first side.
///
/// # Errors
/// When an item does not fit the library.
pub fn longest_session_minutes(items: &[Prescription], library: &Library) -> Result<f64, RoutineError> {
    let weeks = items.iter().map(|item| u32::from(item.starts_in_week)).max().unwrap_or(1).max(1);
    let mut longest_ms = 0;
    for day in 1..=weeks * 7 {
        for &which in Which::ALL {
            let due = due_items(items, library, day, which);
            if due.is_empty() {
                continue;
            }
            for side in Side::ALL {
                let routine = of_prescriptions(&due, library, &Today { day, which, worse_side: Some(side) })?;
                longest_ms = longest_ms.max(compile(&routine, library)?.duration_ms());
            }
        }
    }
    Ok(tenths_up(longest_ms))
}

#[expect(clippy::cast_precision_loss, reason = "a session is some millions of milliseconds at most")]
fn tenths_up(ms: u64) -> f64 {
    ms.div_ceil(6_000) as f64 / 10.0
}
