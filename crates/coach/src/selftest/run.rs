//! Measuring one side with a phone strapped to the leg, out of sight: zero, into position, "hold still, 3, 2, 1",
//! three times over.
//!
//! A state machine on times and samples that come in as arguments. It says what to say; whoever runs it speaks. A
//! take counts only if the leg was held still; three that were not end it, because feel and typed numbers remain. A
//! sensor that has nothing new to say is taken to hold its last word, so a leg at perfect rest is still; a gap in
//! the ticks (the page slept) loses the take and nothing else.

use super::data::{Phone, Reads};
use super::tilt::{Repeats, Sample, Stillness, Up, WINDOW_MS, Zero, ZeroError, repeats, stillness};

/// A longer gap between two ticks loses what was being measured.
pub const STALLED_MS: i64 = 2_500;
/// How long to wait for stillness at the zero.
const ZERO_WITHIN_MS: i64 = 20_000;
/// One beat of "hold still, 3, 2, 1".
const BEAT_MS: i64 = 1_000;
/// Beats from "hold still" to the take.
const BEATS: i64 = 4;
/// So many takes in a row that were not still end it.
const MOST_TRIES: u8 = 3;
/// A movement of this size shows which end of the phone is up.
const SHOWS_END_DEG: f64 = 30.0;

/// How one side is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Protocol {
    /// The phone's part of the test.
    pub phone: Phone,
    /// How many takes.
    pub takes: u8,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phase {
    /// Waiting for the leg to lie still, to set the zero.
    Zeroing {
        /// Since when.
        since_ms: i64,
    },
    /// Getting into position.
    Getting {
        /// Until when.
        until_ms: i64,
    },
    /// Holding still for a take.
    Holding {
        /// Since when.
        from_ms: i64,
        /// Beats said so far.
        beats: i64,
    },
    /// All takes are there.
    Done,
    /// It ended without a result.
    Stuck(Stuck),
}

/// Why it ended without a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// The leg was never held still.
    NotStill,
    /// The phone does not lie along the limb as the zero needs it.
    Zero(ZeroError),
    /// Nothing showed which end of the phone is up.
    WhichEnd,
    /// The sensor said nothing.
    Silent,
}

impl Stuck {
    /// The identifier; its text is `tilt-stuck-<id>`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStill => "not-still",
            Self::Zero(ZeroError::NotLevel) => "not-level",
            Self::Zero(ZeroError::NotHanging) => "not-hanging",
            Self::WhichEnd => "which-end",
            Self::Silent => "silent",
        }
    }
}

/// Something to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cue {
    /// The zero is set; now into position, in so many seconds.
    GetReady {
        /// How long.
        seconds: i64,
    },
    /// Hold still.
    HoldStill,
    /// 3, 2, 1.
    Count(u8),
    /// That take is there.
    Taken {
        /// Which, from 1.
        nth: u8,
        /// Of how many.
        of: u8,
    },
    /// It was not still: once more.
    Moved,
    /// The page slept: once more.
    Lost,
    /// All takes are there.
    Finished,
    /// It ended without a result.
    Stuck(Stuck),
}

/// One side being measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    protocol: Protocol,
    phase: Phase,
    zero: Option<Zero>,
    samples: Vec<Sample>,
    /// The largest movement since the zero, with its sign.
    largest_deg: f64,
    taken: Vec<f64>,
    tries: u8,
    ticked_ms: i64,
}

impl Run {
    /// Begins with the zero.
    #[must_use]
    pub const fn begin(protocol: Protocol, now_ms: i64) -> Self {
        Self {
            protocol,
            phase: Phase::Zeroing { since_ms: now_ms },
            zero: None,
            samples: Vec::new(),
            largest_deg: 0.0,
            taken: Vec::new(),
            tries: 0,
            ticked_ms: now_ms,
        }
    }

    /// Where it stands.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The takes so far, in the unit of the test.
    #[must_use]
    pub fn taken(&self) -> &[f64] {
        &self.taken
    }

    /// Median and spread, once all takes are there.
    #[must_use]
    pub fn result(&self) -> Option<Repeats> {
        if self.phase == Phase::Done { repeats(&self.taken) } else { None }
    }

    /// Whether it has ended, one way or another.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Done | Phase::Stuck(_))
    }

    /// What the test's value would be now; before the zero none.
    #[must_use]
    pub fn value_now(&self) -> Option<f64> {
        let last = self.samples.last()?;
        self.zero.map(|zero| self.value(zero.moved_deg(last.up)))
    }

    /// Whether the leg is held still at this moment.
    #[must_use]
    pub fn stillness(&self, now_ms: i64) -> Stillness {
        stillness(&self.samples, now_ms)
    }

    /// Whole seconds until the next word or take; none while waiting for stillness.
    #[must_use]
    pub fn seconds_left(&self, now_ms: i64) -> Option<i64> {
        let until_ms = match self.phase {
            Phase::Getting { until_ms } => until_ms,
            Phase::Holding { from_ms, .. } => from_ms + BEATS * BEAT_MS,
            _ => return None,
        };
        Some((until_ms - now_ms + 999).max(0) / 1_000)
    }

    /// The sensor said something.
    pub fn sample(&mut self, up: Up, now_ms: i64) {
        // A clock that was set back would put samples out of order: what came before it is forgotten.
        if self.samples.last().is_some_and(|last| last.at_ms > now_ms) {
            self.samples.clear();
        }
        self.samples.push(Sample { at_ms: now_ms, up });
        self.samples.retain(|sample| sample.at_ms >= now_ms - 2 * WINDOW_MS);
        if let Some(zero) = self.zero {
            let moved = zero.moved_deg(up);
            if moved.abs() > self.largest_deg.abs() {
                self.largest_deg = moved;
            }
        }
    }

    /// The page was hidden or the phone taken off: what was being measured is lost, the takes so far stay.
    pub fn lose(&mut self, now_ms: i64) -> Vec<Cue> {
        self.samples.clear();
        match self.phase {
            Phase::Zeroing { .. } => self.phase = Phase::Zeroing { since_ms: now_ms },
            Phase::Getting { .. } | Phase::Holding { .. } => {
                self.get_ready(now_ms);
                return vec![Cue::Lost];
            }
            Phase::Done | Phase::Stuck(_) => {}
        }
        Vec::new()
    }

    /// Time passed.
    pub fn tick(&mut self, now_ms: i64) -> Vec<Cue> {
        let gap_ms = now_ms - self.ticked_ms;
        self.ticked_ms = now_ms;
        if !(0..=STALLED_MS).contains(&gap_ms) {
            return self.lose(now_ms);
        }
        if let Some(last) = self.samples.last().copied()
            && last.at_ms < now_ms
        {
            self.sample(last.up, now_ms);
        }
        match self.phase {
            Phase::Zeroing { since_ms } => self.zeroing(since_ms, now_ms),
            Phase::Getting { until_ms } if now_ms >= until_ms => {
                self.phase = Phase::Holding { from_ms: now_ms, beats: 1 };
                vec![Cue::HoldStill]
            }
            Phase::Holding { from_ms, beats } if now_ms >= from_ms + beats * BEAT_MS => {
                if beats == BEATS {
                    return self.take(now_ms);
                }
                self.phase = Phase::Holding { from_ms, beats: beats + 1 };
                vec![Cue::Count(u8::try_from(BEATS - beats).unwrap_or(1))]
            }
            Phase::Getting { .. } | Phase::Holding { .. } | Phase::Done | Phase::Stuck(_) => Vec::new(),
        }
    }

    fn zeroing(&mut self, since_ms: i64, now_ms: i64) -> Vec<Cue> {
        // The tap that began it shook the phone: only a window that began after it counts.
        let waited_ms = now_ms - since_ms;
        match stillness(&self.samples, now_ms) {
            Stillness::Still(up) if waited_ms > WINDOW_MS => match Zero::set(self.protocol.phone.zero, up) {
                Ok(zero) => {
                    self.zero = Some(zero);
                    self.largest_deg = 0.0;
                    let seconds = i64::from(self.protocol.phone.settle_s);
                    self.phase = Phase::Getting { until_ms: now_ms + seconds * 1_000 };
                    vec![Cue::GetReady { seconds }]
                }
                Err(error) => self.end(Stuck::Zero(error)),
            },
            _ if waited_ms < ZERO_WITHIN_MS => Vec::new(),
            Stillness::Unknown if self.samples.is_empty() => self.end(Stuck::Silent),
            _ => self.end(Stuck::NotStill),
        }
    }

    fn take(&mut self, now_ms: i64) -> Vec<Cue> {
        let (Some(zero), Stillness::Still(up)) = (self.zero, stillness(&self.samples, now_ms)) else {
            self.tries += 1;
            if self.tries >= MOST_TRIES {
                return self.end(Stuck::NotStill);
            }
            self.get_ready(now_ms);
            return vec![Cue::Moved];
        };
        if self.protocol.phone.reads == Reads::AboveLevel && self.largest_deg.abs() < SHOWS_END_DEG {
            return self.end(Stuck::WhichEnd);
        }
        self.tries = 0;
        let value = self.value(zero.moved_deg(up));
        // A tenth of a degree is finer than any of this is.
        self.taken.push((value * 10.0).round() / 10.0);
        let (nth, of) = (u8::try_from(self.taken.len()).unwrap_or(u8::MAX), self.protocol.takes);
        if nth >= of {
            self.phase = Phase::Done;
            return vec![Cue::Taken { nth, of }, Cue::Finished];
        }
        self.get_ready(now_ms);
        vec![Cue::Taken { nth, of }]
    }

    fn value(&self, moved_deg: f64) -> f64 {
        match self.protocol.phone.reads {
            Reads::Moved => moved_deg.abs(),
            Reads::ShortOfUpright => (90.0 - moved_deg.abs()).max(0.0),
            // A knee drawn up is above level, whichever end of the phone is at the knee.
            Reads::AboveLevel if self.largest_deg < 0.0 => -moved_deg,
            Reads::AboveLevel => moved_deg,
        }
    }

    fn get_ready(&mut self, now_ms: i64) {
        let first = self.taken.is_empty() && self.tries == 0;
        let phone = self.protocol.phone;
        let seconds = if first { phone.settle_s } else { phone.again_s };
        self.phase = Phase::Getting { until_ms: now_ms + i64::from(seconds) * 1_000 };
    }

    fn end(&mut self, stuck: Stuck) -> Vec<Cue> {
        self.phase = Phase::Stuck(stuck);
        vec![Cue::Stuck(stuck)]
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
