//! What the pages show of the decisions: where to start with its evidence, and what can be changed in the plan.

use super::Button;
use super::form::Fold;
use super::pages::SourceView;

/// Where to start: every pattern that something speaks for or against, the one that leads first.
#[derive(Clone, Debug, PartialEq)]
pub struct StartHere {
    /// Its heading.
    pub heading: String,
    /// That it is a working guess.
    pub lead: String,
    /// The patterns.
    pub patterns: Vec<PatternView>,
    /// The heading above what was noted.
    pub noted_heading: String,
    /// What was asked or measured, shown and not counted.
    pub noted: Vec<String>,
    /// To the home tests.
    pub buttons: Vec<Button>,
}

/// One pattern with what speaks for and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternView {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// "We start here", or how sure.
    pub hint: String,
    /// Whether the plan starts with it.
    pub leads: bool,
    /// Whether the person disagrees with it.
    pub disagreed: bool,
    /// The side, in words.
    pub side: Option<String>,
    /// Points for it, out of [`PatternView::MOST`].
    pub points: u8,
    /// The bar in words: "4 points for, 1 sign against".
    pub sum: String,
    /// Opens what stands below.
    pub fold: Fold,
    /// "Speaks for it".
    pub for_label: String,
    /// What speaks for it, filled when open.
    pub speaks_for: Vec<SignView>,
    /// "Speaks against it".
    pub against_label: String,
    /// What speaks against it, filled when open.
    pub against: Vec<SignView>,
    /// "What would change our mind".
    pub change_label: String,
    /// What would change our mind.
    pub change: String,
    /// "I disagree", or taking it back; absent for the general programme.
    pub disagree: Option<Button>,
}

impl PatternView {
    /// The length of a bar.
    pub const MOST: u8 = 6;
}

/// One sign for or against.
#[derive(Clone, Debug, PartialEq)]
pub struct SignView {
    /// What was found.
    pub text: String,
    /// Its points; none for a sign against.
    pub points: u8,
    /// "2 points, measured".
    pub detail: String,
    /// Who says so.
    pub sources: Vec<SourceView>,
}

/// Ways to change an item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// The button that opens it.
    pub fold: Fold,
    /// Lighter, out, another in its place; filled when open.
    pub buttons: Vec<Button>,
    /// The heading above what can come in its place.
    pub swap_heading: String,
    /// What can come in its place, filled when open.
    pub swaps: Vec<Button>,
}

/// What the person changed in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesCard {
    /// Its heading.
    pub heading: String,
    /// Each change, the newest first, with the way back where it still holds.
    pub lines: Vec<ChangeLine>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeLine {
    /// What and when.
    pub text: String,
    /// Back to what the plan says; absent where it no longer holds.
    pub undo: Option<Button>,
}
