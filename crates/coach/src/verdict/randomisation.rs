//! The test that rests on the draw alone: among all the assignments the draw could have given, how many would have
//! shown a fall in pain at least as large as the one that was lived?
//!
//! Needs no model to be right. With a window of k start days its smallest value is 1/k.

use super::diary::{Day, DesignKind, Diary};
use super::model::{Posterior, effect_under};

/// The share of possible assignments, the real one included, whose effect is at least as low as the real one's;
/// `None` where nothing was drawn or the alternatives are not known.
#[must_use]
pub fn p_value(diary: &Diary, posterior: &Posterior) -> Option<f64> {
    let real = effect_under(diary, &posterior.typical, true, |index| {
        diary.days().get(index).is_some_and(Day::is_treated)
    })?;
    let effects = match diary.design().kind {
        DesignKind::BeforeAfter => return None,
        DesignKind::RandomisedStart => window_effects(diary, posterior)?,
        _ => assignment_effects(diary, posterior)?,
    };
    if effects.is_empty() {
        return None;
    }
    // A hair of slack so that the real assignment always counts itself.
    let as_low = effects.iter().filter(|&&effect| effect <= real + 1e-9).count();
    Some(as_low.max(1) as f64 / effects.len() as f64)
}

fn window_effects(diary: &Diary, posterior: &Posterior) -> Option<Vec<f64>> {
    let first = diary.design().first_possible_start_day?;
    let last = diary.design().last_possible_start_day?;
    let start = diary.start_day()?;
    if !(first..=last).contains(&start) {
        return None;
    }
    (first..=last)
        .map(|candidate| {
            effect_under(diary, &posterior.typical, true, |index| {
                diary.days().get(index).is_some_and(|day| day.day >= candidate)
            })
        })
        .collect()
}

fn assignment_effects(diary: &Diary, posterior: &Posterior) -> Option<Vec<f64>> {
    diary
        .design()
        .assignments
        .as_ref()?
        .iter()
        .map(|assignment| {
            effect_under(diary, &posterior.typical, true, |index| assignment.get(index) == Some(&1))
        })
        .collect()
}

/// Draws the first day of the plan from a window, evenly, from a seed that is kept beside it.
#[must_use]
pub fn draw_start(first_day: i32, last_day: i32, seed: u64) -> Option<i32> {
    let width =
        u64::try_from(i64::from(last_day) - i64::from(first_day) + 1).ok().filter(|&width| width > 0)?;
    // Splitmix64: one well-mixed word from one seed; the remainder's bias is below one in 2^50 for any real window.
    let mut word = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^= word >> 31;
    i32::try_from(i64::from(first_day) + i64::try_from(word % width).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_window_is_drawn_about_as_often() {
        let mut counts = [0_u32; 20];
        for seed in 0..20_000 {
            let day = draw_start(7, 26, seed).unwrap();
            counts[usize::try_from(day - 7).unwrap()] += 1;
        }
        assert!(counts.iter().all(|&count| (850..1150).contains(&count)), "{counts:?}");
        assert_eq!(draw_start(9, 8, 1), None);
    }
}
