//! What the pages of the home tests show, and the part of it that changes from moment to moment.

use super::form::{Block, ChoiceField, Problem};
use super::{Button, InfoCard, SourceView};

/// Every test, and the one of today.
#[derive(Clone, Debug, PartialEq)]
pub struct TestsPage {
    /// Its heading.
    pub heading: String,
    /// A sentence or two.
    pub lead: String,
    /// Today's test, or why there is none.
    pub today: InfoCard,
    /// The heading above the list.
    pub list_heading: String,
    /// Every test and how it stands.
    pub list: Vec<TestLine>,
    /// What is asked, shown and not counted.
    pub noted: NotedCard,
    /// What to do now.
    pub buttons: Vec<Button>,
}

/// One test in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct TestLine {
    /// Its identifier.
    pub id: String,
    /// Its name, leading to its page.
    pub open: Button,
    /// What it tells.
    pub about: String,
    /// How it stands: open, done on a day, not for you now and why.
    pub standing: String,
    /// What came of it, line by line.
    pub results: Vec<ResultLine>,
}

/// What one side of a test came to.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine {
    /// In words, with side and number.
    pub text: String,
    /// Whether it counts, lies within the error, or is only noted.
    pub weight: String,
    /// Whether it counts.
    pub counts: bool,
}

/// What is asked because people expect it, and not counted.
#[derive(Clone, Debug, PartialEq)]
pub struct NotedCard {
    /// Its heading.
    pub heading: String,
    /// Why it is not counted.
    pub text: String,
    /// The questions.
    pub fields: Vec<ChoiceField>,
    /// Who says so.
    pub sources: Vec<SourceView>,
}

/// One test.
#[derive(Clone, Debug, PartialEq)]
pub struct TestPage {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub heading: String,
    /// What it tells.
    pub lead: String,
    /// How long, where.
    pub facts: Vec<String>,
    /// Why it is not for today, or not for this person now.
    pub not_now: Option<InfoCard>,
    /// How.
    pub steps: InfoCard,
    /// When to stop.
    pub stop: InfoCard,
    /// By feel, by number, with this phone; absent where there is only one way, or it may not be done.
    pub way: Option<ChoiceField>,
    /// What is asked, side by side.
    pub sides: Vec<TestSide>,
    /// The phone as a measure of angles.
    pub tilt: Option<TiltPart>,
    /// The watch.
    pub watch: Option<WatchPart>,
    /// What is wrong, after trying to keep it.
    pub problem: Option<Problem>,
    /// Keep it; absent where it may not be done.
    pub keep: Option<Button>,
    /// It hurts; absent where it may not be done.
    pub hurts: Option<Button>,
    /// What the number can be trusted to tell.
    pub error: InfoCard,
    /// Who says so.
    pub sources: Vec<SourceView>,
    /// What came of it so far.
    pub found: Option<FoundCard>,
    /// To all tests.
    pub back: Button,
}

/// What came of a test.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundCard {
    /// Its heading.
    pub heading: String,
    /// Line by line; or one line that nothing stands out.
    pub lines: Vec<ResultLine>,
    /// Where to go from here.
    pub buttons: Vec<Button>,
}

/// What is asked of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct TestSide {
    /// "Left side", where there are sides.
    pub heading: Option<String>,
    /// The questions and numbers.
    pub blocks: Vec<Block>,
    /// Measure it with the phone, or start the watch.
    pub buttons: Vec<Button>,
}

/// The phone as a measure of angles.
#[derive(Clone, Debug, PartialEq)]
pub struct TiltPart {
    /// "Left side", where there are sides.
    pub heading: String,
    /// How to strap it on, and how to lie or sit for the zero.
    pub steps: Vec<String>,
    /// What is wrong with the sensor, where something is.
    pub trouble: Option<String>,
    /// Set the zero, once more, stop.
    pub buttons: Vec<Button>,
    /// The takes so far.
    pub takes: Vec<String>,
    /// That the takes lie far apart.
    pub note: Option<String>,
    /// Whether it is measuring, so that nothing else needs room.
    pub runs: bool,
}

/// The watch.
#[derive(Clone, Debug, PartialEq)]
pub struct WatchPart {
    /// "Left side", where there are sides.
    pub heading: Option<String>,
    /// Stop it; absent once it stands.
    pub stop: Option<Button>,
}

/// What changes from moment to moment while something is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GaugeNow {
    /// The angle or the seconds, huge.
    pub number: String,
    /// What is to be done now.
    pub state: String,
    /// Seconds until the next word, where there are any.
    pub seconds: Option<String>,
    /// How still it is, in words.
    pub stillness: Option<String>,
    /// How still it is.
    pub still: Still,
    /// What was said last.
    pub caption: Option<String>,
}

/// How still the phone is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Still {
    /// Nothing is known.
    #[default]
    Unknown,
    /// It moves.
    Moving,
    /// It is still.
    Still,
}

impl Still {
    /// A word for the style sheet.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Moving => "moving",
            Self::Still => "still",
        }
    }
}
