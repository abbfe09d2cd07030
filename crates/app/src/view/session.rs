//! What the session page shows.
//!
//! Everything that changes from second to second stands in [`SessionNow`], so that a shell can redraw that alone.

use counterpose_quantity::Side;

use super::Button;

/// The session page.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionPage {
    /// What the session is, for screen readers.
    pub heading: String,
    /// What changes from second to second.
    pub now: SessionNow,
    /// Pause or go on.
    pub pause: Button,
    /// Back, skip, more, less, other side.
    pub controls: Vec<Button>,
    /// "It hurts": stops the clock and asks how much.
    pub light: Vec<Button>,
    /// What that button is for, for screen readers.
    pub light_label: String,
    /// Leave the session.
    pub leave: Button,
    /// Something asked before going on (after a gap, after amber); covers the controls.
    pub question: Option<SessionQuestion>,
}

/// Something asked before a session goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionQuestion {
    /// What is asked.
    pub text: String,
    /// A line of help.
    pub help: Option<String>,
    /// The answers.
    pub buttons: Vec<Button>,
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
    /// What kind of moment this is: hold, rest, change sides.
    pub kind: String,
    /// The side, in words; `None` where none is worked alone.
    pub side: Option<String>,
    /// The seconds left in this step, as shown.
    pub countdown: String,
    /// Seconds left in this step, rounded up.
    pub seconds_left: u64,
    /// The caption: what is being said.
    pub caption: String,
    /// "2 of 6", "Set 1 of 2".
    pub count: Option<String>,
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
