//! Which days of a week each item falls on: shared out, so that no day holds everything and another next to nothing.
//!
//! What this module does not do: say how many days an item has, or what it takes.

use crate::routine::is_due_on;

const DAYS: u32 = 7;

/// The first day of a week (1 to 7) for each item, given how many days a week it has. The items are taken in order;
/// each goes where it meets the fewest of those before it, the earliest such day first.
#[must_use]
pub fn first_days(days_per_week: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut held = [0_usize; DAYS as usize];
    days_per_week
        .map(|days| {
            // What is due every day meets everything everywhere.
            let meets = |first: u8| -> usize {
                (1..=DAYS)
                    .zip(held)
                    .filter(|(day, _)| is_due_on(days, first, *day))
                    .map(|(_, held)| held)
                    .sum()
            };
            let first = (1..=7_u8).min_by_key(|&first| (meets(first), first)).unwrap_or(1);
            for (day, held) in (1..=DAYS).zip(&mut held) {
                *held += usize::from(is_due_on(days, first, day));
            }
            first
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items_of_days(days: &[u8]) -> Vec<usize> {
        let firsts = first_days(days.iter().copied());
        (1..=DAYS)
            .map(|day| {
                days.iter().zip(&firsts).filter(|(days, first)| is_due_on(**days, **first, day)).count()
            })
            .collect()
    }

    #[test]
    fn work_of_three_and_four_days_a_week_shares_the_week() {
        assert_eq!(items_of_days(&[4, 3]), [1; 7]);
        assert_eq!(items_of_days(&[3, 7, 4]), [2; 7]);
    }

    #[test]
    fn no_day_holds_two_more_than_another() {
        for one in 1..=7 {
            for two in 1..=7 {
                let held = items_of_days(&[one, two]);
                let spread = held.iter().max().unwrap() - held.iter().min().unwrap();
                assert!(spread <= 1, "{one} and {two} days: {held:?}");
            }
        }
    }

    #[test]
    fn what_stands_alone_begins_on_the_first_day() {
        assert_eq!(first_days([3, 7].into_iter()), [1, 1]);
    }
}
