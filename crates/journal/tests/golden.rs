//! Journals written by every released version keep decoding, and to the same state.
//!
//! The journals are never edited. A new version of a kind adds a folder. `BLESS=1` writes the state of a journal
//! that has none; where the state gains a field, the old state file is removed by hand first, and the change shows.

#![allow(clippy::unwrap_used, reason = "tests may")]

use std::fs;
use std::path::{Path, PathBuf};

use counterpose_journal::{Payload, export, fold};

fn journals() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/journal");
    let mut found = Vec::new();
    for version in fs::read_dir(root).unwrap() {
        for file in fs::read_dir(version.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "jsonl") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn old_entries_always_decode_to_the_same_state() {
    let journals = journals();
    assert!(!journals.is_empty());
    for path in journals {
        let entries = export::read_lines(&fs::read_to_string(&path).unwrap()).unwrap();
        let is = format!("{}\n", serde_json::to_string_pretty(&fold(&entries)).unwrap());
        let golden = path.with_extension("state.json");
        if !golden.exists() && std::env::var_os("BLESS").is_some() {
            fs::write(&golden, &is).unwrap();
        }
        let should = fs::read_to_string(&golden).unwrap();
        assert!(is == should, "{} folds differently now:\n{is}", path.display());
    }
}

#[test]
fn every_byte_of_an_old_entry_survives_reading_and_writing() {
    for path in journals() {
        let text = fs::read_to_string(&path).unwrap();
        let entries = export::read_lines(&text).unwrap();
        for (line, entry) in text.lines().zip(&entries) {
            assert_eq!(serde_json::to_string(entry).unwrap(), line);
        }
        let file = export::write(&entries, None, None).unwrap();
        assert_eq!(export::read(&file).unwrap().entries, entries);
    }
}

#[test]
fn every_kind_of_this_version_stands_in_the_golden_journals() {
    let text: String = journals().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let entries = export::read_lines(&text).unwrap();
    for (kind, version) in Payload::KINDS {
        let seen = entries.iter().any(|entry| entry.kind == *kind && entry.version == *version);
        assert!(seen, "no golden entry of kind {kind} version {version}: add a file under fixtures/journal");
    }
}
