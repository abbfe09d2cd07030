//! What the page for drivers shows.

use super::form::ChoiceField;
use super::{Button, InfoCard};

/// For drivers.
#[derive(Clone, Debug, PartialEq)]
pub struct DrivePage {
    /// Its heading.
    pub heading: String,
    /// The check while parked.
    pub check: InfoCard,
    /// What the track is.
    pub companion: InfoCard,
    /// How it is wanted.
    pub fields: Vec<ChoiceField>,
    /// Make it; absent while the track that is shown fits.
    pub make: Option<Button>,
    /// The track.
    pub track: Option<TrackView>,
    /// Who says so.
    pub sources: Option<InfoCard>,
    /// Back.
    pub buttons: Vec<Button>,
}

/// A track to play; the shell makes its sound.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackView {
    /// Minutes between tones.
    pub tone_every: Option<u16>,
    /// Minutes to the call to stop.
    pub stop_after: u16,
    /// The name of the player.
    pub label: String,
    /// What it holds, and how it is played.
    pub notes: Vec<String>,
}
