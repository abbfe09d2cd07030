//! The library as data: exercises, habits, sources, key poses and texts, compiled at build and decoded here.
//!
//! Clinicians edit files, engineers edit rules. The build script reads `content/` at the root of the repository,
//! checks its shape and writes one compact blob, so that the browser carries no parser. Decoded once, the library
//! is the same for everybody; nothing here knows a person, and nothing here decides.

use std::sync::OnceLock;

use counterpose_body::spec::ExercisePoses;
use counterpose_coach::library::{Library, Source};
use counterpose_coach::selftest::SelfTest;

mod bundle;
pub mod check;
#[cfg(test)]
mod compile;
mod cue;
pub mod ftl;
#[cfg(test)]
mod load;
mod locale;
mod pack;
#[cfg(test)]
mod pack_tests;
#[cfg(test)]
mod shut_out_tests;
pub mod stretch;
mod texts;
#[cfg(test)]
mod texts_tests;

pub use bundle::{Bundle, Card, TextFile};
pub use counterpose_coach::library::Exercise;
pub use locale::Locale;
pub use pack::{Pack, PackError};
pub use texts::{Arg, Texts};

// Written by the build script: `PACKS`, the language packs by folder name, and `SOURCES`, the Fluent files as written.
// What a program does not name is not linked: the browser client carries neither, it fetches the pack it needs.
include!(concat!(env!("OUT_DIR"), "/texts.rs"));

static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.postcard"));

/// Decodes a blob the build script wrote.
///
/// # Errors
/// When the bytes are not such a blob.
pub fn decode(blob: &[u8]) -> Result<Bundle, postcard::Error> {
    postcard::from_bytes(blob)
}

/// Everything the program carries, decoded once.
#[must_use]
pub fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    // The blob and the types come from one build, and a test decodes it; were it unreadable all the same, an empty
    // library leads to "no plan", never to a wrong one.
    BUNDLE.get_or_init(|| decode(BLOB).unwrap_or_default())
}

/// The pack this program carries for a language. A browser carries none, and must not name this.
#[must_use]
pub fn carried_pack(locale: Locale) -> Pack {
    let carried = PACKS.iter().find(|(language, _)| *language == locale.folder());
    // The packs and this code come from one build, and a test reads every one of them.
    carried.and_then(|&(_, bytes)| Pack::read(bytes).ok()).unwrap_or_default()
}

/// The Fluent files of every language as written, for the rules of the catalogue.
#[must_use]
pub fn text_files() -> Vec<TextFile> {
    let file = |&(locale, name, text): &(&str, &str, &str)| TextFile {
        locale: locale.to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
    };
    SOURCES.iter().map(file).collect()
}

/// Exercises, habits and sources.
#[must_use]
pub fn library() -> &'static Library {
    &bundle().library
}

/// The named key poses of an exercise, for the right side working.
#[must_use]
pub fn poses(exercise: &str) -> Option<&'static ExercisePoses> {
    let all = &bundle().poses;
    all.binary_search_by(|(id, _)| id.as_str().cmp(exercise))
        .ok()
        .and_then(|at| all.get(at))
        .map(|(_, poses)| poses)
}

/// The cards: things to read and checklists.
#[must_use]
pub fn cards() -> &'static [Card] {
    &bundle().cards
}

/// The home tests, in the order in which they are offered.
#[must_use]
pub fn selftests() -> &'static [SelfTest] {
    &bundle().tests
}

/// A source as one would cite it, with its address where it has one.
#[must_use]
pub fn cite(source: &Source) -> String {
    match &source.doi {
        Some(doi) => format!("{} doi:{doi}", source.citation),
        None => source.citation.clone(),
    }
}

/// How many bytes of content the program carries.
#[must_use]
pub const fn size_in_bytes() -> usize {
    BLOB.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blob_decodes_to_what_was_written() {
        let bundle = decode(BLOB).unwrap();
        assert!(!bundle.library.exercises.is_empty());
        assert_eq!(postcard::to_allocvec(&bundle).unwrap(), BLOB);
    }

    #[test]
    fn a_cut_or_garbled_blob_is_an_error_and_no_panic() {
        for end in (0..BLOB.len()).step_by(97) {
            assert!(decode(&BLOB[..end]).is_err());
        }
        let mut garbled = BLOB.to_vec();
        for at in (0..garbled.len()).step_by(31) {
            garbled[at] ^= 0xff;
        }
        let _ = decode(&garbled);
    }

    #[test]
    fn every_exercise_has_its_poses_and_unknown_ones_have_none() {
        for exercise in &library().exercises {
            assert!(poses(&exercise.id).is_some(), "{}", exercise.id);
        }
        assert!(poses("no-such-exercise").is_none());
    }
}
