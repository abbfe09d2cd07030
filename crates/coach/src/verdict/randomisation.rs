//! The test that rests on the draw alone: among all the assignments the draw could have given, how many would have
//! shown a fall in pain at least as clear as the one that was lived?
//!
//! Needs no model to be right: the model only chooses what is compared (the effect in units of its own uncertainty,
//! with the error model held at what the real assignment found). With a window of k start days its smallest value
//! is 1/k. What this module does not do: draw ([`super::draw`] does).

use super::diary::{Day, DesignKind, Diary};
use super::model::{Posterior, clearness_under};

/// The share of possible assignments, the real one included, whose effect is at least as clear a fall as the real
/// one's; `None` where nothing was drawn or what else could have been drawn is not known.
#[must_use]
pub fn p_value(diary: &Diary, posterior: &Posterior) -> Option<f64> {
    let real = clearness_under(diary, &posterior.typical, |index| {
        diary.days().get(index).is_some_and(Day::is_treated)
    })?;
    let all = match diary.design().kind {
        DesignKind::BeforeAfter => return None,
        DesignKind::RandomisedStart => of_window(diary, posterior)?,
        // The first block's window, where the assignments of all blocks are not written down.
        DesignKind::StaggeredStarts => {
            of_assignments(diary, posterior).or_else(|| of_window(diary, posterior))?
        }
        DesignKind::AlternatingBlocks | DesignKind::AlternatingDays => {
            diary.design().seed?;
            of_assignments(diary, posterior)?
        }
    };
    if all.is_empty() {
        return None;
    }
    // A hair of slack so that the real assignment always counts itself.
    let as_clear = all.iter().filter(|&&clearness| clearness <= real + 1e-9).count();
    Some(as_clear.max(1) as f64 / all.len() as f64)
}

fn of_window(diary: &Diary, posterior: &Posterior) -> Option<Vec<f64>> {
    let first = diary.design().first_possible_start_day?;
    let last = diary.design().last_possible_start_day?;
    let start = diary.start_day()?;
    if !(first..=last).contains(&start) {
        return None;
    }
    (first..=last)
        .map(|candidate| {
            clearness_under(diary, &posterior.typical, |index| {
                diary.days().get(index).is_some_and(|day| day.day >= candidate)
            })
        })
        .collect()
}

fn of_assignments(diary: &Diary, posterior: &Posterior) -> Option<Vec<f64>> {
    let days = diary.days();
    diary
        .design()
        .assignments
        .as_ref()?
        .iter()
        .map(|assignment| {
            clearness_under(diary, &posterior.typical, |index| {
                let at = if assignment.len() == days.len() {
                    Some(index)
                } else {
                    days.get(index).and_then(|day| usize::try_from(day.day).ok())
                };
                at.and_then(|at| assignment.get(at)) == Some(&1)
            })
        })
        .collect()
}
