//! Which days of a plan an item falls on.
//!
//! Days are counted from the start of the plan, not by weekday: a plan begun on a Thursday has its first week end
//! on the Wednesday after. What this module does not do: know dates.

/// The week of a plan that a day lies in; day 1 to 7 are week 1.
#[must_use]
pub const fn week_of(day: u32) -> u32 {
    day.saturating_sub(1) / 7 + 1
}

/// Whether something done so many days a week is due on this day (from 1). Its first day of a week (1 to 7) is always
/// among them, the others are spread as evenly as seven days allow.
#[must_use]
pub const fn is_due_on(days_per_week: u8, first_day: u8, day: u32) -> bool {
    let days = if days_per_week > 7 { 7 } else { days_per_week as u32 };
    let before = (first_day as u32).saturating_sub(1) % 7;
    let since = (day.saturating_sub(1) % 7 + 7 - before) % 7;
    (since * days) % 7 < days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frequency_falls_on_just_so_many_days_of_every_week_and_on_its_first() {
        for week in 0..60 {
            for (days, first) in (0..=7_u8).flat_map(|days| (1..=7_u8).map(move |first| (days, first))) {
                let due = (1..=7).filter(|of_week| is_due_on(days, first, week * 7 + of_week)).count();
                assert_eq!(due, usize::from(days));
                assert_eq!(is_due_on(days, first, week * 7 + u32::from(first)), days > 0);
            }
            assert_eq!(week_of(week * 7 + 1), week + 1);
            assert_eq!(week_of(week * 7 + 7), week + 1);
        }
    }

    #[test]
    fn days_off_are_spread() {
        for days in 1..=6_u8 {
            let gaps: Vec<u32> = {
                let due: Vec<u32> = (1..=21).filter(|&day| is_due_on(days, 1, day)).collect();
                due.windows(2).map(|pair| pair[1] - pair[0]).collect()
            };
            let (least, most) = (gaps.iter().min().unwrap(), gaps.iter().max().unwrap());
            assert!(most - least <= 1, "{days} days a week leave gaps {gaps:?}");
        }
    }
}
