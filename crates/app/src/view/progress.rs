//! What the progress page shows: goals first, then the verdict, the diary, minutes and tests as charts with words.

use super::form::Fold;
use super::{Button, InfoCard, Weight};

/// What it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressPage {
    /// Its heading.
    pub heading: String,
    /// One sentence.
    pub lead: String,
    /// The person's own goals and how long things are bearable.
    pub goals: GoalsCard,
    /// Is it helping?
    pub verdict: Option<VerdictCard>,
    /// The last seven days.
    pub look_back: Option<InfoCard>,
    /// The charts: the diary, minutes, tests, questionnaires.
    pub charts: Vec<ChartCard>,
    /// What has one value so far, in a line each.
    pub single: Option<InfoCard>,
    /// What to write down.
    pub buttons: Vec<Button>,
}

/// The goals.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalsCard {
    /// Its heading.
    pub heading: String,
    /// Where there is none yet: why it is worth naming some.
    pub empty: Option<String>,
    /// Each goal.
    pub goals: Vec<GoalLine>,
    /// To name or change them, to tell how they go.
    pub buttons: Vec<Button>,
}

/// One goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLine {
    /// Its name.
    pub name: String,
    /// How it goes, for how long it is bearable, and whether that is a difference.
    pub lines: Vec<String>,
}

/// Is it helping?
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictCard {
    /// The question.
    pub heading: String,
    /// The answer in a few words.
    pub title: String,
    /// The answer in one sentence.
    pub sentence: String,
    /// What is missing, and what such a diary cannot tell.
    pub notes: Vec<String>,
    /// Interval, days, share done: label and value.
    pub rows: Vec<(String, String)>,
    /// How it weighs.
    pub weight: Weight,
    /// To the safety questions, or to knowing for sure.
    pub buttons: Vec<Button>,
}

/// A chart with its sentence and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartCard {
    /// Unique on the page.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What it says, in plain words.
    pub sentences: Vec<String>,
    /// The picture: SVG with title and description.
    pub svg: String,
    /// Opens the table.
    pub fold: Fold,
    /// The same as a table; without rows while it is shut.
    pub table: TableView,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// What it holds.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}
