//! How many minutes an item and a session take. The planner fits plans with these.
//!
//! What this module does not do: estimate. The minutes are those of the timeline the person will get, rounded up
//! to a tenth, so a session never lasts longer than its plan said.

use crate::library::{Exercise, Library};
use crate::plan::{Prescription, Sides};
use crate::routine::{RoutineError, RoutineItem, Which, check_item, check_sides, due_items, in_order};

use super::length::{ms, session_ms, work_ms};
use super::transition::change_of_position_s;

/// A session may last this much longer than its plan said: nothing.
#[cfg(test)]
pub(super) const TOLERANCE_MS: u64 = 0;

/// Minutes that one exercise takes, with the time to find its pose but without any change of position before it.
///
/// # Errors
/// When the dose does not fit the exercise.
pub fn minutes_of(exercise: &Exercise, variant: Option<&str>, sides: &Sides) -> Result<f64, RoutineError> {
    check_sides(exercise, variant, sides)?;
    let position = exercise.position_of(variant);
    Ok(tenths_up(ms(change_of_position_s(position, position)) + work_ms(exercise, variant, sides)))
}

/// Minutes of the longest session that these items give on any day.
///
/// # Errors
/// When an item does not fit the library.
pub fn longest_session_minutes(items: &[Prescription], library: &Library) -> Result<f64, RoutineError> {
    let weeks = items.iter().map(Prescription::last_change).max().unwrap_or(1).max(1);
    let mut longest_ms = 0;
    for day in 1..=u32::from(weeks) * 7 {
        for &which in Which::ALL {
            let due = due_items(items, library, day, which);
            let mut known = Vec::with_capacity(due.len());
            for (item, stage) in due {
                let routine_item = RoutineItem {
                    exercise: item.exercise.clone(),
                    variant: item.variant.clone(),
                    goal: None,
                    sides: stage.sides,
                };
                let exercise = check_item(&routine_item, library)?;
                let variant = item.variant.as_deref();
                known.push((exercise, variant, work_ms(exercise, variant, &stage.sides)));
            }
            let ordered = in_order(known, which, |(exercise, variant, _)| (*exercise, *variant));
            longest_ms = longest_ms.max(session_ms(ordered));
        }
    }
    Ok(tenths_up(longest_ms))
}

/// Milliseconds as minutes, rounded up to a tenth.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a session is some millions of milliseconds at most")]
pub(crate) fn tenths_up(ms: u64) -> f64 {
    ms.div_ceil(6_000) as f64 / 10.0
}
