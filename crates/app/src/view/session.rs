//! What the session page shows.
//!
//! Everything that changes from second to second stands in [`SessionNow`], so that a shell can redraw that alone.

use counterpose_quantity::Side;

use super::{Button, Emphasis, TurnWords};
use crate::action::{Action, SessionCommand};

/// The session page, but for what changes from second to second: that is [`SessionNow`], asked for by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionPage {
    /// What the session is, for screen readers.
    pub heading: String,
    /// What can be pressed: pause or go on, back, skip, more, less, it hurts, other side, leave out, sound, end.
    pub controls: Vec<Control>,
    /// What turns the picture.
    pub turn: TurnWords,
    /// Something asked before going on (how much does it hurt, after a gap, after amber); in place of the controls.
    pub question: Option<SessionQuestion>,
}

/// Something to press during a session. It keeps its place also when it can do nothing now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// What it does.
    pub command: SessionCommand,
    /// What it says.
    pub label: String,
    /// Whether it can do it now.
    pub enabled: bool,
}

impl Control {
    /// The same as a button.
    #[must_use]
    pub fn button(&self) -> Button {
        Button {
            label: self.label.clone(),
            detail: None,
            action: Action::InSession(self.command),
            emphasis: Emphasis::Secondary,
        }
    }
}

/// Something asked before a session goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionQuestion {
    /// What is asked.
    pub text: String,
    /// A line of help.
    pub help: Option<String>,
    /// Whether the first three answers are the traffic light: green, amber, red.
    pub lights: bool,
    /// The answers.
    pub buttons: Vec<Button>,
}

/// What a moment of a session is, as one sees it from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beat {
    /// Working: hold, move, breathe, go on.
    Work,
    /// Resting.
    Rest,
    /// Getting into place or changing sides.
    Ready,
}

impl Beat {
    /// Its name, for the page's style.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Rest => "rest",
            Self::Ready => "ready",
        }
    }
}

/// What changes from second to second.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionNow {
    /// Names the step; changes exactly when the step does.
    pub step: usize,
    /// Whether the clock stands.
    pub paused: bool,
    /// The exercise.
    pub exercise: String,
    /// What a moment this is, as one sees it from afar.
    pub beat: Beat,
    /// What kind of moment this is, in a word: hold, rest, change sides.
    pub kind: String,
    /// The side, in words; `None` where none is worked alone.
    pub side: Option<String>,
    /// The large number: the seconds left, or in movements the repetition.
    pub countdown: String,
    /// What stands below it: "of 8", "hold 2 of 5".
    pub unit: Option<String>,
    /// Seconds left in this step, rounded up.
    pub seconds_left: u64,
    /// The caption: what is being said.
    pub caption: String,
    /// "Round 2", where there are several.
    pub round: Option<String>,
    /// What comes next.
    pub next: Option<String>,
    /// How far through the step, 0 to 1.
    pub step_fraction: f64,
    /// How far through the session, 0 to 1.
    pub session_fraction: f64,
    /// "3 min left", in words.
    pub time_left: String,
    /// The pace of the breath or of the movement.
    pub pace: Option<Pace>,
    /// The picture.
    pub figure: Option<FigureNow>,
}

/// Where a breath or a movement stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// "In", "Out", "Hold".
    pub label: String,
    /// 0 empty or at the start, 1 full or at the far end.
    pub fraction: f64,
}

/// Which picture to show: two key poses and how far between them.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureNow {
    /// The exercise.
    pub exercise: String,
    /// The key pose at the start.
    pub from: String,
    /// The key pose at the far end.
    pub to: String,
    /// 0 at `from`, 1 at `to`.
    pub fraction: f64,
    /// The working side; the picture is mirrored for the right one.
    pub side: Option<Side>,
    /// The pose in words.
    pub description: String,
}
