//! The session itself: where it stands, what it says, and what was really done.
//!
//! A [`Player`] is a plain value. Its place follows from the timeline, the moment it began, the pauses and the
//! changes the person made, and from now; it never counts ticks, so any rhythm of ticks gives the same session.
//! A gap that nobody explains (the device slept, the clock was moved) stops it at the last second shown. What this
//! module does not do: read a clock, speak, draw, or keep anything.

mod advance;
mod obey;
mod record;
mod schedule;
mod shown;
#[cfg(test)]
mod tests;

use counterpose_coach::timeline::{Cue, StepKind, Timeline};
use serde::{Deserialize, Serialize};

pub use record::{Amount, ItemResult, Light, PainReport, SessionResult, SideResults};
pub use shown::{Adjustment, Next, Pacing, PacingPart, Shown};

use record::Record;
use schedule::Schedule;

/// A gap between two looks at the clock that is longer than this, either way, is asked about.
pub const GAP_MS: u64 = 5_000;
/// Countdowns and half-way marks that come later than this are left out: late, they would only confuse.
pub const LATE_MS: u64 = 1_200;
/// Time to get back into place when work goes on after a pause.
pub const COUNT_IN_MS: u64 = 5_000;
/// A pause shorter than this needs no time to get back into place.
const SHORT_PAUSE_MS: u64 = 3_000;
/// Going back within this time from the start of something goes to what was before it.
const BACK_WITHIN_MS: u64 = 2_000;

/// What the person does inside a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Stop the clock.
    Pause,
    /// Go on.
    Resume,
    /// To the start of what is shown, or to what was before it.
    Back,
    /// On to what is shown as next.
    Skip,
    /// Leave out the rest of this exercise.
    LeaveOut,
    /// More of this step: seconds, a breath or a repetition.
    More,
    /// Less of this step.
    Less,
    /// The other side first; what this side still has to do comes after.
    SwitchSide,
    /// It hurts: stop the clock and ask how much.
    Hurts,
    /// Fine: at most a little more than at the start.
    Green,
    /// Clearly more than at the start: lighten the rest.
    Amber,
    /// Much more, or something new: stop for today.
    Red,
    /// No voice and no tones for the rest of this session.
    Mute,
    /// Voice and tones again, as the settings have them.
    Unmute,
    /// End the session? Asks first.
    Leave,
    /// End the session; what was done counts.
    LeaveNow,
}

/// Something asked of the person; the clock stands meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Time passed that nobody explained: go on from here?
    Gap,
    /// How much does it hurt?
    Hurts,
    /// The rest is lighter now: go on?
    Lightened,
    /// The rest of this exercise was left out: go on with the next?
    LeftOut,
    /// End the session here?
    Leaving,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// At its end.
    Finished,
    /// The person ended it earlier.
    Left,
    /// Stopped for pain or a symptom: what to do first comes next.
    Stopped,
}

/// Whether the clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Running,
    Paused,
    Asking(Question),
    Ended(Outcome),
}

/// Something to say, sound or tell screen readers, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// A step began.
    Began {
        /// What kind.
        kind: StepKind,
        /// What to say.
        cue: Cue,
        /// Whether it only counts on in what is already known (repetition 2 and later, letting go).
        counts_on: bool,
    },
    /// Three, two, one.
    CountDown(u8),
    /// Half of a long step is done.
    HalfWay,
    /// Work goes on in a moment: get back into place.
    CountIn,
    /// The clock stands; a question may be the reason.
    Stands(Option<Question>),
    /// The session is over.
    Over(Outcome),
}

/// A session under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Player {
    schedule: Schedule,
    record: Record,
    state: State,
    /// Where it stood at `last_ms`.
    index: usize,
    into_ms: u64,
    /// Time still to get back into place before the step goes on.
    count_in_ms: u64,
    /// Grows with every step entered, also when one is entered again.
    serial: usize,
    half_way_said: bool,
    muted: bool,
    last_ms: i64,
    stood_since_ms: i64,
}

impl Player {
    /// Begins a session now. An empty timeline is over at once.
    #[must_use]
    pub fn start(timeline: &Timeline, now_ms: i64) -> (Self, Vec<Signal>) {
        let schedule = Schedule::new(timeline);
        let record = Record::new(&schedule, now_ms);
        let mut player = Self {
            schedule,
            record,
            state: State::Running,
            index: 0,
            into_ms: 0,
            count_in_ms: 0,
            serial: 0,
            half_way_said: false,
            muted: false,
            last_ms: now_ms,
            stood_since_ms: now_ms,
        };
        let signals = player.enter(0);
        (player, signals)
    }

    /// Looks at the clock: moves on to now, and says what became due since the last look.
    pub fn observe(&mut self, now_ms: i64) -> Vec<Signal> {
        let passed_ms = now_ms.saturating_sub(self.last_ms);
        self.last_ms = now_ms;
        match (self.state, u64::try_from(passed_ms)) {
            (State::Running, Ok(passed_ms)) if passed_ms <= GAP_MS => self.advance(passed_ms),
            // A clock set back by a little: hold the place, lose nothing.
            (State::Running, Err(_)) if passed_ms.unsigned_abs() <= GAP_MS => Vec::new(),
            (State::Running, _) => {
                self.record.gap();
                self.stand(State::Asking(Question::Gap))
            }
            _ => Vec::new(),
        }
    }

    /// Was away with everything around it (a reload, a closed tab) and is back now. A clock that ran is asked about;
    /// what stood stands.
    pub fn found_again(&mut self, now_ms: i64) -> Vec<Signal> {
        self.last_ms = now_ms;
        match self.state {
            State::Running => {
                self.record.gap();
                self.stand(State::Asking(Question::Gap))
            }
            State::Paused | State::Asking(_) => vec![Signal::Stands(self.question())],
            State::Ended(_) => Vec::new(),
        }
    }

    /// Does what the person asks, now. What makes no sense at the moment does nothing.
    pub fn update(&mut self, command: Command, now_ms: i64) -> Vec<Signal> {
        let mut signals = self.observe(now_ms);
        signals.extend(self.obey(command));
        signals
    }

    /// Whether the clock runs (and ticks are wanted).
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self.state, State::Running)
    }

    /// Whether the person wants to hear nothing for the rest of this session.
    #[must_use]
    pub const fn is_muted(&self) -> bool {
        self.muted
    }

    /// What is asked, if anything.
    #[must_use]
    pub const fn question(&self) -> Option<Question> {
        match self.state {
            State::Asking(question) => Some(question),
            _ => None,
        }
    }

    /// How it ended, once it has.
    #[must_use]
    pub const fn outcome(&self) -> Option<Outcome> {
        match self.state {
            State::Ended(outcome) => Some(outcome),
            _ => None,
        }
    }

    /// What was really done up to the last look at the clock.
    #[must_use]
    pub fn result(&self) -> SessionResult {
        self.record.result(self.outcome(), self.last_ms)
    }

    /// Stops the clock.
    fn stand(&mut self, state: State) -> Vec<Signal> {
        self.state = state;
        self.stood_since_ms = self.last_ms;
        vec![Signal::Stands(self.question())]
    }

    fn end(&mut self, outcome: Outcome) -> Vec<Signal> {
        self.state = State::Ended(outcome);
        vec![Signal::Over(outcome)]
    }
}
