//! The plan on paper, and one page about it for somebody who helps.

use super::{Button, FigureNow};

/// What is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutPage {
    /// Its heading.
    pub heading: String,
    /// From when, and how long a session.
    pub lead: String,
    /// Print, and the way back; never on paper.
    pub buttons: Vec<Button>,
    /// The heading above the exercises.
    pub exercises_heading: String,
    /// Each exercise.
    pub exercises: Vec<HandoutExercise>,
    /// The heading above the habits.
    pub habits_heading: String,
    /// What to do between sessions, a line each.
    pub habits: Vec<String>,
    /// Boxes to tick.
    pub grid: TickGrid,
    /// For somebody who helps.
    pub summary: HandoutSummary,
    /// What this program is for.
    pub closing: String,
}

/// One exercise on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutExercise {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How much.
    pub dose: String,
    /// Its last key pose.
    pub figure: Option<FigureNow>,
    /// How it goes.
    pub steps: Vec<String>,
}

/// A table of boxes: a row for each exercise, a column for each of the coming days.
#[derive(Clone, Debug, PartialEq)]
pub struct TickGrid {
    /// Its heading.
    pub heading: String,
    /// What the first column holds.
    pub what: String,
    /// The days, short.
    pub days: Vec<String>,
    /// Name, and for each day whether there is a box.
    pub rows: Vec<(String, Vec<bool>)>,
    /// What stands where there is none.
    pub free: String,
}

/// One page about the person's plan.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutSummary {
    /// Its heading.
    pub heading: String,
    /// What it is and is not.
    pub lead: String,
    /// What, and its lines.
    pub rows: Vec<(String, Vec<String>)>,
}
