//! The course of the days: a flare, and whether four weeks changed anything.
//!
//! What this module does not do: say whether the plan helps; that is the verdict's business and takes longer.

use counterpose_quantity::{PainScore, order};

/// Pain told on a day; days are counted from any first day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The day.
    pub day: i64,
    /// The pain.
    pub pain: PainScore,
}

/// What a flare asks of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlareToday {
    /// Nothing: no flare.
    No,
    /// Half the dose.
    Half,
    /// Three quarters: on the way back.
    Back,
}

/// Points above the usual that make a flare.
const FLARE_RISE: f64 = 2.0;
/// Days of half the dose, at least and at most; then the days of coming back.
const HALF_DAYS: (i64, i64) = (2, 5);
const BACK_DAYS: i64 = 2;
/// Days that say what is usual, and how many of them must have been told.
const USUAL_DAYS: i64 = 14;
const USUAL_TOLD: usize = 4;
/// Days of a block, and of the weeks at its ends that are compared.
const BLOCK_DAYS: i64 = 28;
const WEEK_DAYS: i64 = 7;
const WEEK_TOLD: usize = 4;
/// A smaller difference than this between two weeks is no change.
const CHANGE: f64 = 1.0;

/// What today's dose is in a flare. A flare is pain two above the usual on two days running; the usual is the median of
/// the two weeks before. It asks for half the dose for two to five days and then for two days of coming back.
#[must_use]
pub fn flare_today(told: &[Told], today: i64) -> FlareToday {
    let days = by_day(told, today);
    let Some(start) = flare_start(&days, today) else { return FlareToday::No };
    let Some(usual) = usual_before(&days, start - 1) else { return FlareToday::No };
    // It is over when pain is back near the usual; unknown days say nothing.
    let settled = days
        .iter()
        .find(|(day, pain)| *day > start && *pain < usual + FLARE_RISE)
        .map_or(i64::MAX, |(day, _)| *day);
    let half_until = (settled.min(start + HALF_DAYS.1) - 1).max(start + HALF_DAYS.0 - 1);
    match today {
        day if day <= half_until => FlareToday::Half,
        day if day <= half_until + BACK_DAYS => FlareToday::Back,
        _ => FlareToday::No,
    }
}

/// The day on which the flare of today began; `None` where there is none.
#[must_use]
pub fn flare_began(told: &[Told], today: i64) -> Option<i64> {
    if flare_today(told, today) == FlareToday::No {
        return None;
    }
    flare_start(&by_day(told, today), today)
}

/// The latest day on which pain had been two above the usual for a day and a night.
fn flare_start(days: &[(i64, f64)], today: i64) -> Option<i64> {
    let earliest = today - HALF_DAYS.1 - BACK_DAYS;
    let mut start = None;
    for pair in days.windows(2) {
        let [(before, one), (day, other)] = pair else { continue };
        let running = start.is_some_and(|start| *day <= start + HALF_DAYS.1 + BACK_DAYS);
        if *day < earliest || day - before != 1 || running {
            continue;
        }
        let Some(usual) = usual_before(days, before - 1) else { continue };
        if *one >= usual + FLARE_RISE && *other >= usual + FLARE_RISE {
            start = Some(*day);
        }
    }
    start
}

/// The median of the pain told in the two weeks up to a day; `None` where too little was told.
fn usual_before(days: &[(i64, f64)], last: i64) -> Option<f64> {
    let mut told: Vec<f64> = days
        .iter()
        .filter(|(day, _)| *day <= last && *day > last - USUAL_DAYS)
        .map(|(_, pain)| *pain)
        .collect();
    order::sort_by(&mut told, f64::total_cmp);
    let middle = told.len() / 2;
    let median = match (told.len() % 2, told.get(middle), middle.checked_sub(1).and_then(|at| told.get(at))) {
        (1, Some(middle), _) => *middle,
        (_, Some(upper), Some(lower)) => f64::midpoint(*upper, *lower),
        _ => return None,
    };
    (told.len() >= USUAL_TOLD).then_some(median)
}

/// The last pain told on each day up to today.
fn by_day(told: &[Told], today: i64) -> Vec<(i64, f64)> {
    let mut days: Vec<(i64, f64)> = Vec::new();
    for line in told.iter().filter(|line| line.day <= today) {
        let pain = f64::from(line.pain.get());
        match days.iter_mut().find(|(day, _)| *day == line.day) {
            Some((_, known)) => *known = pain,
            None => days.push((line.day, pain)),
        }
    }
    order::sort_by_key(&mut days, |(day, _)| *day);
    days
}

/// What four weeks came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// They are not over.
    TooEarly,
    /// Too little was told to say.
    NotEnough,
    /// The last week is better than the first by a point or more.
    Better,
    /// They differ by less than a point.
    NoChange,
    /// The last week is worse by a point or more.
    Worse,
}

/// The review of the block of four weeks that began on a day.
#[must_use]
pub fn review(told: &[Told], began: i64, today: i64) -> Review {
    if today < began + BLOCK_DAYS {
        return Review::TooEarly;
    }
    let days = by_day(told, today);
    let mean = |from: i64| {
        let week: Vec<f64> = days
            .iter()
            .filter(|(day, _)| *day >= from && *day < from + WEEK_DAYS)
            .map(|(_, pain)| *pain)
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of days")]
        let mean = week.iter().sum::<f64>() / week.len().max(1) as f64;
        (week.len() >= WEEK_TOLD).then_some(mean)
    };
    match (mean(began), mean(began + BLOCK_DAYS - WEEK_DAYS)) {
        (Some(first), Some(last)) if first - last >= CHANGE => Review::Better,
        (Some(first), Some(last)) if last - first >= CHANGE => Review::Worse,
        (Some(_), Some(_)) => Review::NoChange,
        _ => Review::NotEnough,
    }
}

/// How many four-week blocks since a plan began changed nothing, or made it worse: each changes the plan.
#[must_use]
pub fn blocks_without_change(told: &[Told], began: i64, today: i64) -> u8 {
    let mut without: u8 = 0;
    let mut start = began;
    while start + BLOCK_DAYS <= today && without < u8::MAX {
        if matches!(review(told, start, today), Review::NoChange | Review::Worse) {
            without += 1;
        }
        start += BLOCK_DAYS;
    }
    without
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pains: &[(i64, i64)]) -> Vec<Told> {
        pains.iter().filter_map(|&(day, pain)| Some(Told { day, pain: PainScore::new(pain).ok()? })).collect()
    }

    fn steady(days: core::ops::Range<i64>, pain: i64) -> Vec<(i64, i64)> {
        days.map(|day| (day, pain)).collect()
    }

    #[test]
    fn a_flare_halves_for_two_to_five_days_and_comes_back() {
        let mut pains = steady(0..10, 3);
        pains.extend([(10, 6), (11, 6)]);
        let lines = told(&pains);
        assert_eq!(flare_today(&lines, 9), FlareToday::No);
        assert_eq!(flare_today(&lines, 10), FlareToday::No, "one day is not a flare yet");
        for day in 11..=15 {
            assert_eq!(flare_today(&lines, day), FlareToday::Half, "day {day}: nothing says it is over");
        }
        assert_eq!(flare_today(&lines, 16), FlareToday::Back);
        assert_eq!(flare_today(&lines, 18), FlareToday::No);
        let mut settled = pains.clone();
        settled.push((12, 3));
        let lines = told(&settled);
        assert_eq!(flare_today(&lines, 12), FlareToday::Half, "two days at least");
        assert_eq!(flare_today(&lines, 13), FlareToday::Back);
        assert_eq!(flare_today(&lines, 15), FlareToday::No);
    }

    #[test]
    fn without_a_usual_there_is_no_flare() {
        assert_eq!(flare_today(&told(&[(0, 9), (1, 9)]), 1), FlareToday::No);
    }

    #[test]
    fn four_weeks_are_better_worse_unchanged_or_not_known() {
        let weeks = |first, last| {
            let mut pains = steady(0..7, first);
            pains.extend(steady(21..28, last));
            told(&pains)
        };
        assert_eq!(review(&weeks(5, 3), 0, 27), Review::TooEarly);
        assert_eq!(review(&weeks(5, 4), 0, 28), Review::Better);
        assert_eq!(review(&weeks(5, 5), 0, 28), Review::NoChange);
        assert_eq!(review(&weeks(3, 5), 0, 28), Review::Worse);
        assert_eq!(review(&told(&[(0, 5), (27, 5)]), 0, 28), Review::NotEnough);
        assert_eq!(blocks_without_change(&weeks(5, 5), 0, 60), 1);
        assert_eq!(blocks_without_change(&weeks(5, 3), 0, 60), 0);
    }
}
