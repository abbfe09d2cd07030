//! From the chosen exercises to items that grow over four weeks and never leave the minutes there are.
//!
//! Each week every item may grow by one step, the most important first, as far as the longest session still fits. What
//! this module does not do: choose exercises.

use counterpose_quantity::Side;

use crate::finding::Finding;
use crate::library::{Exercise, Purpose};
use crate::plan::{Dose, Later, Sides};
use crate::routine::{Which, in_order, is_due_on};
use crate::timeline::{minutes_of, session_ms, work_ms};

use super::candidate::Candidate;
use super::dose::{self, When};
use super::limits::{Limits, Load};
use super::spread;

/// The week in which growing ends until there are results to go by.
pub const LAST_WEEK: u8 = 4;
/// From this week on easy movement may come twice a day: three finished sessions lie behind.
const TWICE_FROM_WEEK: u8 = 2;
/// A walk that fills up a short first session grows by this; in seconds.
const FILL_STEP_S: f64 = 10.0;

/// An exercise of the plan with its doses.
#[derive(Clone, Debug)]
pub struct Ramped<'l> {
    /// The exercise.
    pub exercise: &'l Exercise,
    /// The way of doing it.
    pub way: Option<&'l str>,
    /// The week it begins.
    pub starts_in_week: u8,
    /// Days a week.
    pub days: u8,
    /// The first of them in a week, from 1.
    pub first_day: u8,
    /// The first dose.
    pub sides: Sides,
    /// Later doses.
    pub later: Vec<Later>,
    /// The side that gets more and the measure that says so.
    pub uneven: Option<(Side, String)>,
    per_day: u8,
    now: Sides,
}

/// Seconds of walking a goal says are bearable to begin with, where it says so.
pub type WalkTolerance = Option<f64>;

/// The first dose of an exercise.
#[must_use]
pub fn first_dose(
    exercise: &Exercise,
    limits: &Limits,
    findings: &[Finding],
    walk_s: WalkTolerance,
    week: u8,
) -> Sides {
    let more = dose::worse_side(exercise, findings).map(|(side, _)| side);
    let when = When { week, grown: 0, load: limits.load, per_day: 1, more };
    match walk_s {
        Some(seconds) if exercise.purpose == Purpose::Walking && limits.load == Load::Usual => {
            Sides::Both { both: dose::bearable_walk(exercise, seconds) }
        }
        _ => dose::sides(exercise, &when),
    }
}

/// Lays out the chosen exercises over the weeks. `chosen` holds each with the week it begins.
#[must_use]
pub fn lay_out<'l>(
    chosen: &[(&Candidate<'l>, u8)],
    limits: &Limits,
    findings: &[Finding],
    walk_s: WalkTolerance,
) -> Vec<Ramped<'l>> {
    let mut items: Vec<Ramped<'l>> = chosen
        .iter()
        .map(|(candidate, week)| {
            let exercise = candidate.exercise;
            let sides = first_dose(exercise, limits, findings, walk_s, *week);
            Ramped {
                exercise,
                way: candidate.way,
                starts_in_week: *week,
                days: dose::days(exercise, limits.load),
                first_day: 1,
                sides,
                later: Vec::new(),
                uneven: dose::worse_side(exercise, findings).filter(|_| is_uneven(&sides)),
                per_day: 1,
                now: sides,
            }
        })
        .collect();
    spread_out(&mut items);
    // Who says how long walking is bearable does not walk longer to fill the minutes.
    if walk_s.is_none() {
        fill_first_week(&mut items, limits);
    }
    if limits.load != Load::Half {
        for week in 2..=LAST_WEEK {
            for index in 0..items.len() {
                grow(&mut items, index, week, limits, findings);
            }
        }
    }
    items
}

fn is_uneven(sides: &Sides) -> bool {
    matches!(sides, Sides::Each(doses) if doses.left != doses.right)
}

/// Fills up a first week some day of which holds less than it should: by walking a little longer, and where that makes
/// another day too long, by one day more of what is not yet done daily.
fn fill_first_week(items: &mut [Ramped<'_>], limits: &Limits) {
    if limits.load != Load::Usual {
        return;
    }
    while missing_ms(items, limits) > 0 {
        if !walk_longer(items, limits) && !one_day_more(items, limits) {
            return;
        }
    }
}

/// Milliseconds that all days of the first week together lack.
fn missing_ms(items: &[Ramped<'_>], limits: &Limits) -> u64 {
    days(items, 1).map(|ms| limits.first_week_least_ms.saturating_sub(ms)).sum()
}

fn is_too_long(items: &[Ramped<'_>], limits: &Limits) -> bool {
    days(items, 1).any(|ms| ms > limits.first_week_ms) || days(items, LAST_WEEK).any(|ms| ms > limits.ms)
}

/// Makes the walk longer, where it may be and every day still fits; whether it did.
fn walk_longer(items: &mut [Ramped<'_>], limits: &Limits) -> bool {
    let walks = |item: &Ramped<'_>| item.exercise.purpose == Purpose::Walking && item.starts_in_week == 1;
    let Some(index) = items.iter().position(walks) else { return false };
    let Some(item) = items.get_mut(index) else { return false };
    let before = item.sides;
    let Sides::Both { both: both @ Dose { duration_s: Some(seconds), .. } } = before else { return false };
    let longer = Sides::Both { both: walk_of(item.exercise, both, seconds + FILL_STEP_S) };
    item.sides = longer;
    item.now = longer;
    if longer != before && !is_too_long(items, limits) {
        return true;
    }
    if let Some(item) = items.get_mut(index) {
        item.sides = before;
        item.now = before;
    }
    false
}

/// Puts one of the first week's items on one day more, the first that may be and leaves less missing; whether it did.
fn one_day_more(items: &mut [Ramped<'_>], limits: &Limits) -> bool {
    let missing = missing_ms(items, limits);
    for index in 0..items.len() {
        let before: Vec<(u8, u8)> = items.iter().map(|item| (item.days, item.first_day)).collect();
        let Some(item) = items.get_mut(index) else { return false };
        let most = item.exercise.days_per_week.max.min(7.0);
        if item.starts_in_week > 1 || f64::from(item.days) >= most {
            continue;
        }
        item.days += 1;
        spread_out(items);
        if missing_ms(items, limits) < missing && !is_too_long(items, limits) {
            return true;
        }
        for (item, (days, first_day)) in items.iter_mut().zip(before) {
            item.days = days;
            item.first_day = first_day;
        }
    }
    false
}

/// Shares the days of a week out among the items.
fn spread_out(items: &mut [Ramped<'_>]) {
    let first_days = spread::first_days(items.iter().map(|item| item.days));
    for (item, first_day) in items.iter_mut().zip(first_days) {
        item.first_day = first_day;
    }
}

/// A walk whose main part lasts so long, at most as long as the catalogue says.
fn walk_of(exercise: &Exercise, now: Dose, seconds: f64) -> Dose {
    let most = dose::walk(exercise, f64::from(u16::MAX)).duration_s.unwrap_or(seconds);
    Dose { duration_s: Some(seconds.min(most)), ..now }
}

/// One step more of one item in a week, where the longest session of that week still fits.
fn grow(items: &mut [Ramped<'_>], index: usize, week: u8, limits: &Limits, findings: &[Finding]) {
    let Some(item) = items.get(index) else { return };
    if item.starts_in_week >= week {
        return;
    }
    let per_day = per_day(item.exercise, week, limits);
    let more = dose::worse_side(item.exercise, findings).map(|(side, _)| side);
    let grown = week - item.starts_in_week;
    let target = match (item.exercise.purpose, item.now) {
        (Purpose::Walking, Sides::Both { both: both @ Dose { duration_s: Some(seconds), .. } }) => {
            Sides::Both { both: walk_of(item.exercise, both, stepped(seconds)) }
        }
        _ => dose::sides(item.exercise, &When { week, grown, load: limits.load, per_day, more }),
    };
    let before = (item.now, item.per_day);
    if target == item.now && per_day == item.per_day {
        return;
    }
    set(items, index, target, per_day);
    // What begins later must find its room as well.
    if session(items, LAST_WEEK) > limits.ms {
        set(items, index, before.0, before.1);
        return;
    }
    if let Some(item) = items.get_mut(index) {
        let minutes = minutes_of(item.exercise, item.way, &target).unwrap_or(0.0);
        item.later.push(Later { from_week: week, sides: target, per_day, minutes });
    }
}

fn set(items: &mut [Ramped<'_>], index: usize, sides: Sides, per_day: u8) {
    if let Some(item) = items.get_mut(index) {
        item.now = sides;
        item.per_day = per_day;
    }
}

/// A tenth to a fifth more, in steps of ten seconds.
fn stepped(seconds: f64) -> f64 {
    const STEP_S: f64 = 10.0;
    const LEAST: f64 = 1.1;
    const MOST: f64 = 1.2;
    let more = (seconds * MOST / STEP_S).floor() * STEP_S;
    if more >= seconds * LEAST { more } else { seconds }
}

/// Easy movement and lengthening may come twice a day once three sessions are behind; work against load does not.
const fn per_day(exercise: &Exercise, week: u8, limits: &Limits) -> u8 {
    let easy = matches!(
        exercise.purpose,
        Purpose::Mobility | Purpose::Lengthening | Purpose::NerveGlide | Purpose::Breathing
    );
    if easy && limits.sessions >= 2 && week >= TWICE_FROM_WEEK { 2 } else { 1 }
}

/// Milliseconds of all that a week holds, done in one session: longer than any day's, which leaves room for what
/// sessions that go well add.
fn session(items: &[Ramped<'_>], week: u8) -> u64 {
    length_ms(items.iter().filter(|item| item.starts_in_week <= week))
}

/// Milliseconds of the sessions of a week, day by day.
fn days(items: &[Ramped<'_>], week: u8) -> impl Iterator<Item = u64> {
    (1..=7).map(move |day| {
        let is_due = |item: &&Ramped<'_>| is_due_on(item.days, item.first_day, day);
        length_ms(items.iter().filter(|item| item.starts_in_week <= week).filter(is_due))
    })
}

fn length_ms<'i, 'l: 'i>(due: impl Iterator<Item = &'i Ramped<'l>>) -> u64 {
    let ordered = in_order(due.collect(), Which::Morning, |item| (item.exercise, item.way));
    session_ms(
        ordered
            .into_iter()
            .map(|item| (item.exercise, item.way, work_ms(item.exercise, item.way, &item.now))),
    )
}
