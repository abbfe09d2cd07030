//! Moving on: from the last look at the clock to now, and what became due on the way.
//!
//! Marks lie at fixed places of a step; one is due when the session passes it, so none comes twice however often
//! the clock is looked at. What this module does not do: decide what may be late, beyond leaving stale marks out.

use counterpose_coach::timeline::StepKind;

use super::schedule::Planned;
use super::{LATE_MS, Outcome, Player, Signal};

/// Steps at least this long are counted down.
const COUNTED_DOWN_MS: u64 = 6_000;
/// Holds at least this long have their half-way mark.
const HALVED_HOLD_MS: u64 = 20_000;
/// Walking and the like, too.
const HALVED_CONTINUE_MS: u64 = 60_000;

/// Something due inside a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Count(u8),
    HalfWay,
}

impl Player {
    /// Moves on by so much of running time.
    pub(super) fn advance(&mut self, passed_ms: u64) -> Vec<Signal> {
        let mut signals = Vec::new();
        let mut left_ms = passed_ms;
        while left_ms > 0 && self.is_running() {
            let counting_in = self.count_in_ms > 0;
            let Some(planned) = self.schedule.get(self.index) else { break };
            let (at_ms, end_ms) = if counting_in {
                (super::COUNT_IN_MS.saturating_sub(self.count_in_ms), super::COUNT_IN_MS)
            } else {
                (self.into_ms, planned.for_ms)
            };
            let used_ms = left_ms.min(end_ms.saturating_sub(at_ms));
            left_ms -= used_ms;
            let marks = if counting_in { counts(end_ms) } else { marks_of(planned) };
            let passed: Vec<(u64, Mark)> = marks
                .into_iter()
                .filter(|&(mark_ms, _)| mark_ms > at_ms && mark_ms <= at_ms + used_ms)
                .collect();
            let mut timely =
                passed.into_iter().filter(|&(mark_ms, _)| at_ms + used_ms - mark_ms + left_ms <= LATE_MS);
            // Of several marks that became due at once only the latest makes sense.
            if let Some((_, mark)) = timely.next_back()
                && (mark != Mark::HalfWay || !self.half_way_said)
            {
                self.half_way_said |= mark == Mark::HalfWay;
                signals.push(match mark {
                    Mark::Count(number) => Signal::CountDown(number),
                    Mark::HalfWay => Signal::HalfWay,
                });
            }
            if counting_in {
                self.count_in_ms -= used_ms;
                self.record.idle(used_ms);
                continue;
            }
            self.record.spend(planned, self.into_ms, used_ms);
            self.into_ms += used_ms;
            if self.into_ms >= planned.for_ms {
                self.record.complete(planned, self.schedule.ends_set(self.index));
                // What was due before is stale the moment another step begins; that it begins is not.
                signals = self.enter(self.index + 1);
            }
        }
        signals
    }

    /// Begins a step, or ends the session behind the last.
    pub(super) fn enter(&mut self, index: usize) -> Vec<Signal> {
        self.index = index;
        self.into_ms = 0;
        self.count_in_ms = 0;
        self.half_way_said = false;
        self.serial += 1;
        match self.schedule.get(index) {
            Some(planned) => vec![began(planned)],
            None => self.end(Outcome::Finished),
        }
    }

    /// Where the session stands after so much more running time: step, how far into it, how much count-in is left.
    /// The same walk as [`Self::advance`], without changing anything; past the end it stays on the last moment.
    pub(super) fn peek(&self, passed_ms: u64) -> (usize, u64, u64) {
        let counted_in = self.count_in_ms.min(passed_ms);
        let mut left_ms = passed_ms - counted_in;
        let (mut index, mut into_ms) = (self.index, self.into_ms);
        while let Some(planned) = self.schedule.get(index) {
            let room_ms = planned.for_ms.saturating_sub(into_ms);
            if left_ms < room_ms {
                return (index, into_ms + left_ms, self.count_in_ms - counted_in);
            }
            left_ms -= room_ms;
            index += 1;
            into_ms = 0;
        }
        (index, 0, 0)
    }
}

/// The signal of a step's beginning.
pub(super) fn began(planned: &Planned) -> Signal {
    let step = &planned.step;
    let lets_go = step.kind == StepKind::Rest && step.phase.is_some();
    Signal::Began {
        kind: step.kind,
        cue: step.cue.clone(),
        counts_on: lets_go || step.repetition.is_some_and(|repetition| repetition > 1),
    }
}

/// Three, two, one before the end.
fn counts(end_ms: u64) -> Vec<(u64, Mark)> {
    [3_u8, 2, 1]
        .into_iter()
        .filter_map(|number| {
            end_ms.checked_sub(u64::from(number) * 1_000).map(|at| (at, Mark::Count(number)))
        })
        .collect()
}

/// What is due inside a step, in order of time.
fn marks_of(planned: &Planned) -> Vec<(u64, Mark)> {
    let mut marks = Vec::new();
    let half_from_ms = match planned.step.kind {
        StepKind::Hold => HALVED_HOLD_MS,
        StepKind::Continue => HALVED_CONTINUE_MS,
        _ => u64::MAX,
    };
    if planned.for_ms >= half_from_ms {
        marks.push((planned.for_ms / 2, Mark::HalfWay));
    }
    if planned.for_ms >= COUNTED_DOWN_MS && planned.step.kind != StepKind::Repetition {
        marks.extend(counts(planned.for_ms));
    }
    marks
}
