//! What the page of reminders shows.

use super::form::ChoiceField;
use super::{Button, InfoCard};

/// Reminders while the app is open.
#[derive(Clone, Debug, PartialEq)]
pub struct RemindersPage {
    /// Its heading.
    pub heading: String,
    /// What they are like.
    pub lead: String,
    /// "I am sitting now", where that counts.
    pub sitting: Option<InfoCard>,
    /// Quiet for a while.
    pub quiet: Option<InfoCard>,
    /// What can be set.
    pub fields: Vec<ChoiceField>,
    /// Where a reminder can reach.
    pub delivery: InfoCard,
    /// With the page closed, where a server can do that.
    pub closed: Option<InfoCard>,
    /// Off, and back.
    pub buttons: Vec<Button>,
}
