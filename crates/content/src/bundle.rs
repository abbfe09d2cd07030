//! The shape of the blob the build script writes and the library decodes: everything but the texts.
//!
//! Types only, shared by the build script and the crate. They are stored in a compact binary form without field
//! names, so no field may be skipped when written. Nothing here reads a file or checks a reference.

use counterpose_body::spec::ExercisePoses;
use counterpose_coach::library::Library;
use counterpose_coach::selftest::SelfTest;
use serde::{Deserialize, Serialize};

/// A card: something to read, or a short checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Kebab-case, also the head of its text keys: `<id>-title`, then `<id>-body` or `<id>-step-N`.
    pub id: String,
    /// How many numbered steps it has; a card without steps has a body.
    #[serde(default)]
    pub steps: u8,
    /// The sources it rests on.
    pub sources: Vec<String>,
}

/// One Fluent file of one language, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// The language folder, for example `en`.
    pub locale: String,
    /// The file's name without its folder.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// Everything the program carries as content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// Exercises, habits and sources.
    pub library: Library,
    /// The key poses of each exercise, sorted by exercise; the right side works.
    pub poses: Vec<(String, ExercisePoses)>,
    /// Cards, sorted by identifier.
    pub cards: Vec<Card>,
    /// Home tests, in the order in which they are offered.
    pub tests: Vec<SelfTest>,
}
