//! What sessions and mornings do to a plan: a step up, a step down, a swap.
//!
//! Three sessions in the green (the full dose, pain at most two above its start, settled by morning, effort at most
//! six) change one variable of one exercise. One red session or two amber ones take a step back. Skipped three times
//! running an exercise is swapped, and the reason asked. Everything is a fold over what was done: the same sessions
//! always give the same plan. What this module does not do: remember; the journal does.

mod course;
mod step;

pub use course::{FlareToday, Review, Told, blocks_without_change, flare_began, flare_today, review};

use counterpose_quantity::{EffortScore, PainScore};

use super::candidate::Ask;
use crate::library::Library;
use crate::plan::Prescription;
use crate::timeline::longest_session_minutes;

/// Pain may rise by this much in a session and still be green.
const GREEN_RISE: u8 = 2;
/// From this rise on a session is red.
const RED_RISE: u8 = 5;
/// Effort up to this leaves room for more.
const GREEN_EFFORT: u8 = 6;
/// Sessions in the green before one thing changes.
const GREEN_SESSIONS: u8 = 3;
/// Amber sessions before a step back.
const AMBER_SESSIONS: u8 = 2;
/// Skipped so often running, an exercise is swapped.
const SKIPS: u8 = 3;

/// How an exercise of a session was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The whole dose.
    Full,
    /// Less than the dose, or made lighter on the way.
    Less,
    /// Passed over.
    Skipped,
    /// Stopped for a reason.
    Stopped,
    /// Stopped because something spread further down the leg.
    Spread,
}

/// One exercise of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDone {
    /// The exercise.
    pub exercise: String,
    /// How it was done.
    pub how: How,
}

/// One session that ended. What was not told is not known, and never counts as good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionDone {
    /// Its exercises.
    pub items: Vec<ItemDone>,
    /// Whether it was done to its end.
    pub finished: bool,
    /// Pain before it.
    pub pain_before: Option<PainScore>,
    /// Pain after it.
    pub pain_after: Option<PainScore>,
    /// How hard it was.
    pub effort: Option<EffortScore>,
    /// Whether it had settled by the next morning.
    pub settled: Option<bool>,
}

/// The traffic light of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// At most two above the start, settled by morning, not too hard.
    Green,
    /// Nothing bad is known, and not everything good.
    Unknown,
    /// More than two above the start, or not settled by morning.
    Amber,
    /// Five or more above the start, or stopped for a symptom.
    Red,
}

impl SessionDone {
    /// Its traffic light.
    #[must_use]
    pub fn light(&self) -> Light {
        let rise = match (self.pain_before, self.pain_after) {
            (Some(before), Some(after)) => Some(after.get().saturating_sub(before.get())),
            _ => None,
        };
        let spread = self.items.iter().any(|item| item.how == How::Spread);
        let fits = self.effort.is_some_and(|effort| effort.get() <= GREEN_EFFORT);
        match (rise, self.settled) {
            _ if spread => Light::Red,
            (Some(rise), _) if rise >= RED_RISE => Light::Red,
            (Some(rise), _) if rise > GREEN_RISE => Light::Amber,
            (_, Some(false)) => Light::Amber,
            (Some(_), Some(true)) if fits => Light::Green,
            _ => Light::Unknown,
        }
    }
}

/// What has been done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Sessions that ended, in order.
    pub sessions: Vec<SessionDone>,
    /// Exercises that are out: skipped three times running, or stopped because something spread down the leg.
    pub swapped: Vec<String>,
    /// Four-week blocks that changed nothing: each changes the plan.
    pub blocks_without_change: u8,
    /// Exercises done in those blocks; filled in by the check.
    pub no_change: Vec<String>,
}

impl History {
    /// The history of these sessions.
    #[must_use]
    pub fn of(sessions: Vec<SessionDone>, blocks_without_change: u8) -> Self {
        let swapped = swapped(&sessions);
        Self { sessions, swapped, blocks_without_change, no_change: Vec::new() }
    }

    /// Sessions that were done to their end.
    #[must_use]
    pub fn finished(&self) -> usize {
        self.sessions.iter().filter(|session| session.finished).count()
    }
}

/// Exercises skipped three times running, and those that spread something down the leg, in the order it happened.
fn swapped(sessions: &[SessionDone]) -> Vec<String> {
    let mut running: Vec<(&str, u8)> = Vec::new();
    let mut out: Vec<String> = Vec::new();
    for item in sessions.iter().flat_map(|session| &session.items) {
        let skips = match running.iter_mut().find(|(exercise, _)| *exercise == item.exercise) {
            Some((_, skips)) => skips,
            None => {
                running.push((&item.exercise, 0));
                let Some((_, skips)) = running.last_mut() else { continue };
                skips
            }
        };
        *skips = if item.how == How::Skipped { skips.saturating_add(1) } else { 0 };
        if (*skips >= SKIPS || item.how == How::Spread) && !out.contains(&item.exercise) {
            out.push(item.exercise.clone());
        }
    }
    out
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    green: u8,
    amber: u8,
    steps: i8,
}

/// Lets every session change the items, within the minutes there are.
pub fn apply(items: &mut [Prescription], ask: &Ask<'_>, library: &Library, history: &History, limit_ms: u64) {
    let mut counts: Vec<Count> = vec![Count::default(); items.len()];
    for session in &history.sessions {
        let light = session.light();
        let stopped = session.items.iter().any(|done| matches!(done.how, How::Stopped | How::Spread));
        for index in 0..items.len() {
            let Some(how) = items.get(index).and_then(|item| how_done(session, &item.exercise)) else {
                continue;
            };
            let Some(count) = counts.get_mut(index) else { continue };
            // Where one exercise was stopped, the light is its own.
            let concerned = !stopped || matches!(how, How::Stopped | How::Spread);
            let back = match light {
                Light::Red => concerned,
                Light::Amber if concerned => {
                    count.amber = count.amber.saturating_add(1);
                    count.amber >= AMBER_SESSIONS
                }
                Light::Unknown | Light::Green if how == How::Stopped => {
                    count.amber = count.amber.saturating_add(1);
                    count.amber >= AMBER_SESSIONS
                }
                _ => false,
            };
            match light {
                Light::Green if how == How::Full => count.green = count.green.saturating_add(1),
                Light::Green | Light::Unknown => {}
                Light::Amber | Light::Red => count.green = 0,
            }
            if back {
                *count = Count { steps: count.steps.saturating_sub(1), ..Count::default() };
                change(items, index, ask, library, u64::MAX, step::Direction::Down);
            }
        }
        // One variable of one exercise: of those that are ready the one that has come least far.
        let mut ready: Vec<usize> = (0..items.len())
            .filter(|&index| counts.get(index).is_some_and(|count| count.green >= GREEN_SESSIONS))
            .collect();
        ready.sort_by_key(|&index| (counts.get(index).map(|count| count.steps), index));
        // The first whose step is there and fits the minutes.
        let mut up = |&index: &usize| change(items, index, ask, library, limit_ms, step::Direction::Up);
        if let Some(index) = ready.into_iter().find(|index| up(index)) {
            for count in &mut counts {
                count.green = 0;
            }
            if let Some(count) = counts.get_mut(index) {
                count.steps = count.steps.saturating_add(1);
            }
        }
    }
}

fn how_done(session: &SessionDone, exercise: &str) -> Option<How> {
    // Of both sides the worse counts.
    let rank = |how: How| match how {
        How::Full => 0,
        How::Less => 1,
        How::Skipped => 2,
        How::Stopped => 3,
        How::Spread => 4,
    };
    session
        .items
        .iter()
        .filter(|done| done.exercise == exercise)
        .map(|done| done.how)
        .max_by_key(|how| rank(*how))
}

/// Takes a step with one item, where there is one and it fits; whether it did.
fn change(
    items: &mut [Prescription],
    index: usize,
    ask: &Ask<'_>,
    library: &Library,
    limit_ms: u64,
    direction: step::Direction,
) -> bool {
    let Some(before) = items.get(index).cloned() else { return false };
    let Some(after) = step::step(items, &before, ask, library, direction) else { return false };
    if let Some(item) = items.get_mut(index) {
        *item = after;
    }
    #[expect(clippy::cast_precision_loss, reason = "minutes of a session in milliseconds")]
    let limit_minutes = limit_ms as f64 / 60_000.0;
    let fits = longest_session_minutes(items, library).is_ok_and(|minutes| minutes <= limit_minutes);
    if !fits && let Some(item) = items.get_mut(index) {
        *item = before;
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(before: i64, after: i64, settled: Option<bool>, effort: i64) -> SessionDone {
        SessionDone {
            items: Vec::new(),
            finished: true,
            pain_before: PainScore::new(before).ok(),
            pain_after: PainScore::new(after).ok(),
            effort: EffortScore::new(effort).ok(),
            settled,
        }
    }

    #[test]
    fn the_light_follows_the_rise_the_morning_and_the_effort() {
        assert_eq!(session(3, 5, Some(true), 6).light(), Light::Green);
        assert_eq!(session(3, 6, Some(true), 6).light(), Light::Amber);
        assert_eq!(session(3, 8, Some(true), 6).light(), Light::Red);
        assert_eq!(session(3, 3, Some(false), 6).light(), Light::Amber);
        assert_eq!(session(3, 3, Some(true), 7).light(), Light::Unknown);
        assert_eq!(session(3, 3, None, 6).light(), Light::Unknown);
    }

    #[test]
    fn skipped_three_times_running_is_swapped_and_twice_is_not() {
        let of = |hows: &[How]| {
            let sessions = hows
                .iter()
                .map(|&how| SessionDone {
                    items: vec![ItemDone { exercise: "bird-dog".to_owned(), how }],
                    ..SessionDone::default()
                })
                .collect();
            History::of(sessions, 0).swapped
        };
        assert!(of(&[How::Skipped, How::Skipped, How::Full, How::Skipped]).is_empty());
        assert_eq!(of(&[How::Skipped, How::Skipped, How::Skipped]), ["bird-dog"]);
        assert_eq!(of(&[How::Spread]), ["bird-dog"]);
    }
}
