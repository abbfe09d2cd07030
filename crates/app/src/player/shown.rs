//! What the screen shows at a moment: numbers, keys and places, no words.
//!
//! A pure function of the player and now, so that a shell may draw as often as it likes. What this module does not
//! do: change anything, or turn keys into words.

use counterpose_coach::timeline::{Cue, Step, StepKind};
use counterpose_quantity::Side;

use super::schedule::{Planned, Schedule};
use super::{COUNT_IN_MS, GAP_MS, Player, Question};

/// Holds at least this long come with a slow breath to follow.
const PACED_HOLD_MS: u64 = 15_000;
/// The slow breath of a long hold.
const SLOW_BREATH_MS: (u64, u64) = (4_000, 6_000);
/// Bounds of "more" and "less", in milliseconds over the usual.
const MOST_MORE_HOLD_MS: u64 = 60_000;
const MOST_MORE_CONTINUE_MS: u64 = 600_000;
const MOST_MORE_OTHER_MS: u64 = 120_000;
const MOST_REPETITIONS: u16 = 60;
/// The least time that stays after "less".
const LEAST_LEFT_MS: u64 = 1_000;

/// What "more" and "less" change by here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// Seconds.
    Seconds(u16),
    /// A breath.
    Breath,
    /// A repetition.
    Repetition,
}

/// The change that "more" and "less" make, and whether they may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub by: Adjustment,
    pub can_more: bool,
    pub can_less: bool,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Another exercise.
    Exercise(String),
    /// Changing to this side.
    ChangeSides(Side),
    /// A rest.
    Rest,
    /// Another part of this exercise, by its cue.
    Part(Cue),
    /// Coming up from the floor.
    ComeUp,
    /// The end.
    End,
}

/// Which part of a breath or a movement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PacingPart {
    /// Breathing in.
    In,
    /// Breathing out.
    Out,
    /// Moving out.
    Go,
    /// Staying there.
    Stay,
    /// Coming back.
    Return,
}

/// Where a breath or a movement stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pacing {
    /// Which part.
    pub part: PacingPart,
    /// 0 empty or at the start, 1 full or at the far end.
    pub fraction: f64,
}

/// What the screen shows at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Names the step; changes exactly when a step begins.
    pub serial: usize,
    /// The step, as the timeline or the person's changes have it.
    pub step: Step,
    /// Whether the clock stands.
    pub stands: bool,
    /// What is asked, if anything.
    pub question: Option<Question>,
    /// Whether this is the time to get back into place.
    pub counting_in: bool,
    /// Seconds left to show, rounded up; never 0 while the step lasts.
    pub seconds_left: u64,
    /// How far through the step, 0 to 1.
    pub step_fraction: f64,
    /// How far through the session, 0 to 1.
    pub session_fraction: f64,
    /// Seconds left of the whole session, rounded up.
    pub session_seconds_left: u64,
    /// The breath or movement to follow.
    pub pacing: Option<Pacing>,
    /// How far from the first key pose to the second, 0 to 1.
    pub pose_fraction: f64,
    /// What comes next.
    pub next: Next,
    /// What "more" and "less" change by.
    pub adjustment: Adjustment,
    /// Whether more is possible.
    pub can_more: bool,
    /// Whether less is possible.
    pub can_less: bool,
    /// Whether the other side has work left in this exercise.
    pub can_switch: bool,
}

impl Player {
    /// What to show now; `None` once the session is over (or would be, had the clock been looked at).
    #[must_use]
    pub fn shown(&self, now_ms: i64) -> Option<Shown> {
        if self.outcome().is_some() {
            return None;
        }
        let passed_ms = u64::try_from(now_ms.saturating_sub(self.last_ms)).unwrap_or(0);
        let counts = self.is_running() && passed_ms <= GAP_MS;
        let (index, into_ms, count_in_ms) = self.peek(if counts { passed_ms } else { 0 });
        let planned = self.schedule.get(index)?;
        let change = adjustment(&self.schedule, index, into_ms);
        let before_ms = self.schedule.length_ms(0..index) + into_ms;
        let all_ms = self.schedule.length_ms(0..self.schedule.steps.len());
        let (left_ms, step_fraction) = if count_in_ms > 0 {
            (count_in_ms, 1.0 - ratio(count_in_ms, COUNT_IN_MS))
        } else {
            (planned.for_ms - into_ms, ratio(into_ms, planned.for_ms))
        };
        let pacing = if count_in_ms > 0 { None } else { pacing(planned, into_ms) };
        Some(Shown {
            serial: self.serial + (index - self.index),
            step: planned.step.clone(),
            stands: !self.is_running(),
            question: self.question(),
            counting_in: count_in_ms > 0,
            seconds_left: left_ms.div_ceil(1_000),
            step_fraction,
            session_fraction: ratio(before_ms, all_ms),
            session_seconds_left: (all_ms - before_ms + count_in_ms).div_ceil(1_000),
            pacing,
            pose_fraction: pose_fraction(planned, into_ms),
            next: next(&self.schedule, index),
            adjustment: change.by,
            can_more: change.can_more,
            can_less: change.can_less,
            can_switch: self.schedule.can_switch(index),
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a session are far below 2^52")]
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { (part as f64 / whole as f64).clamp(0.0, 1.0) }
}

/// What "more" and "less" would do here.
pub(super) fn adjustment(schedule: &Schedule, index: usize, into_ms: u64) -> Change {
    let Some(planned) = schedule.get(index) else {
        return Change { by: Adjustment::Repetition, can_more: false, can_less: false };
    };
    let of = planned.step.of_repetitions.unwrap_or(1);
    let seconds = |by: u16, least_ms: u64, most_more_ms: u64| {
        let by_ms = u64::from(by) * 1_000;
        Change {
            by: Adjustment::Seconds(by),
            can_more: planned.for_ms + by_ms <= planned.usual_ms + most_more_ms,
            can_less: planned.for_ms >= least_ms.max(into_ms + LEAST_LEFT_MS) + by_ms,
        }
    };
    match planned.step.kind {
        StepKind::Repetition => Change {
            by: Adjustment::Repetition,
            can_more: of < MOST_REPETITIONS,
            can_less: planned.step.repetition.is_some_and(|repetition| repetition < of),
        },
        StepKind::Breaths => Change {
            by: Adjustment::Breath,
            can_more: of < MOST_REPETITIONS,
            can_less: of > 1 && planned.for_ms > into_ms + planned.breath_ms(),
        },
        StepKind::Hold => seconds(5, 3_000, MOST_MORE_HOLD_MS),
        StepKind::Continue => seconds(30, 30_000, MOST_MORE_CONTINUE_MS),
        _ => seconds(5, 1_000, MOST_MORE_OTHER_MS),
    }
}

fn next(schedule: &Schedule, index: usize) -> Next {
    let Some(planned) = schedule.get(schedule.group(index).end) else { return Next::End };
    let step = &planned.step;
    match (step.kind, step.side) {
        (StepKind::GetReady | StepKind::Transition, _) => {
            let works = schedule.steps.iter().any(|other| other.item == planned.item && other.is_work());
            if works { Next::Exercise(step.exercise.clone()) } else { Next::ComeUp }
        }
        (StepKind::ChangeSides, Some(side)) => Next::ChangeSides(side),
        (StepKind::Rest, _) => Next::Rest,
        _ => Next::Part(step.cue.clone()),
    }
}

/// Where the breath or the movement stands.
fn pacing(planned: &Planned, into_ms: u64) -> Option<Pacing> {
    let step = &planned.step;
    match (step.kind, step.tempo) {
        (StepKind::Repetition, Some(tempo)) => {
            let part = if into_ms < tempo.out_ms {
                PacingPart::Go
            } else if into_ms < tempo.out_ms + tempo.hold_ms {
                PacingPart::Stay
            } else {
                PacingPart::Return
            };
            Some(Pacing { part, fraction: out_and_back(into_ms, tempo.out_ms, tempo.hold_ms, tempo.back_ms) })
        }
        (StepKind::Breaths, Some(tempo)) => Some(breath(into_ms, tempo.out_ms, tempo.back_ms)),
        (StepKind::Hold, _) if planned.for_ms >= PACED_HOLD_MS => {
            Some(breath(into_ms, SLOW_BREATH_MS.0, SLOW_BREATH_MS.1))
        }
        _ => None,
    }
}

fn breath(into_ms: u64, in_ms: u64, out_ms: u64) -> Pacing {
    let at_ms = into_ms % (in_ms + out_ms).max(1);
    let part = if at_ms < in_ms { PacingPart::In } else { PacingPart::Out };
    Pacing { part, fraction: out_and_back(at_ms, in_ms, 0, out_ms) }
}

/// 0 at the start, 1 at the far end, 0 again at the end.
fn out_and_back(at_ms: u64, out_ms: u64, hold_ms: u64, back_ms: u64) -> f64 {
    if at_ms < out_ms {
        ratio(at_ms, out_ms)
    } else if at_ms < out_ms + hold_ms {
        1.0
    } else {
        1.0 - ratio(at_ms - out_ms - hold_ms, back_ms)
    }
}

/// How far the picture is from its first pose to its second; movements begin and end softly.
fn pose_fraction(planned: &Planned, into_ms: u64) -> f64 {
    let soft = |t: f64| t * t * (3.0 - 2.0 * t);
    match (planned.step.kind, planned.step.tempo) {
        (StepKind::Repetition, Some(tempo)) => {
            soft(out_and_back(into_ms, tempo.out_ms, tempo.hold_ms, tempo.back_ms))
        }
        (StepKind::Breaths, Some(tempo)) => {
            let at_ms = into_ms % planned.breath_ms();
            soft(out_and_back(at_ms, tempo.out_ms, tempo.hold_ms, tempo.back_ms))
        }
        // Into the pose in the first moments, and out of it at the end.
        (StepKind::Hold, _) => soft(ratio(into_ms, 1_500.min(planned.for_ms / 2))),
        // Forth and back, slowly, for as long as it goes on.
        (StepKind::Continue, _) => soft(out_and_back(into_ms % 2_400, 1_200, 0, 1_200)),
        _ => 0.0,
    }
}
