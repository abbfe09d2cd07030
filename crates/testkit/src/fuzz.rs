//! Fuzz targets: whatever the bytes, a reader answers with a value or an error, and a value survives a round trip.
//!
//! Plain functions on stable Rust. The tests replay a corpus and some thousand bent copies of it; a fuzzer may call
//! the same functions for longer. What a target finds goes into the corpus under `fixtures/fuzz/`.

use std::fs;
use std::io;
use std::path::Path;

use counterpose_coach::reminder::ics;
use counterpose_coach::verdict::{Design, Diary, csv, verdict};
use counterpose_journal::sync::{Hello, Problem, Pulled, Push, Pushed};
use counterpose_journal::{Entry, export, fold, merge};
use jiff::tz::TimeZone;
use serde_json::value::RawValue;

use crate::chance::Chance;

/// A fuzz target: panics where a promise is broken.
pub type Target = fn(&[u8]);

/// Every target with the name of its corpus.
pub const TARGETS: [(&str, Target); 6] = [
    ("import-file", import_file),
    ("entry-lines", entry_lines),
    ("push-body", push_body),
    ("sync-answer", sync_answer),
    ("diary-table", diary_table),
    ("calendar", calendar),
];

/// A file somebody wants to take in.
pub fn import_file(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    if let Ok(read) = export::read(text) {
        let written = export::write(&read.entries, read.device, read.exported_at_ms);
        let again = written.ok().and_then(|text| export::read(&text).ok());
        assert_eq!(again.as_ref(), Some(&read), "an export does not come back as it was");
        history(&read.entries);
    }
}

/// Entries one a line.
pub fn entry_lines(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    if let Ok(entries) = export::read_lines(text) {
        let lines: Vec<String> =
            entries.iter().filter_map(|entry| serde_json::to_string(entry).ok()).collect();
        let again = export::read_lines(&lines.join("\n")).ok();
        assert_eq!(again.as_ref(), Some(&entries), "lines do not come back as they were");
        history(&entries);
    }
}

/// The body of a push.
pub fn push_body(bytes: &[u8]) {
    if let Ok(push) = Push::read(bytes) {
        let fine: Vec<Entry> = push.entries.into_iter().filter(|entry| entry.check().is_ok()).collect();
        history(&fine);
    }
}

/// What a server answers.
pub fn sync_answer(bytes: &[u8]) {
    let _ = serde_json::from_slice::<Hello>(bytes);
    let _ = serde_json::from_slice::<Pushed>(bytes);
    let _ = serde_json::from_slice::<Problem>(bytes);
    if let Ok(pulled) = serde_json::from_slice::<Pulled>(bytes) {
        let fine: Vec<Entry> = pulled.entries.into_iter().filter(|entry| entry.check().is_ok()).collect();
        history(&fine);
    }
}

/// A diary as a table: read or refused, and what is read makes a diary with a verdict or a reason why not.
pub fn diary_table(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    let Ok(days) = csv::parse(text) else { return };
    if days.len() <= 60
        && let Ok(diary) = Diary::new(Design::before_after(), None, days)
    {
        let outcome = verdict(&diary);
        assert!(outcome.days_used <= diary.days().len());
        for bound in outcome.effect.iter().flat_map(|effect| [effect.low_95, effect.mean, effect.high_95]) {
            assert!(bound.is_finite() && bound.abs() <= 10.0, "an effect beyond the scale");
        }
    }
}

/// A calendar: read or refused; busy times touch the window, in order, each with a length.
pub fn calendar(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    let window = (1_770_000_000_000, 1_780_000_000_000);
    let Ok(calendar) = ics::read(text, window, &TimeZone::UTC, &|_| None) else { return };
    assert!(calendar.busy.is_sorted() && calendar.busy.len() <= ics::MOST_BUSY);
    for busy in &calendar.busy {
        assert!(busy.from_ms < busy.to_ms && busy.from_ms < window.1 && busy.to_ms > window.0);
    }
}

/// What every checked entry must bear: folding, showing as an intake of any day, merging with itself.
fn history(entries: &[Entry]) {
    let state = fold(entries);
    for as_of in [jiff::civil::Date::MIN, jiff::civil::date(2026, 11, 22), jiff::civil::Date::MAX] {
        let _ = state.intake(as_of);
    }
    let once = merge::union(entries, &[]);
    assert_eq!(merge::union(&once, entries), once, "a union with itself changes something");
    assert_eq!(fold(&once), state, "repetition changes the state");
    for entry in entries {
        let payload: Result<Box<RawValue>, _> = serde_json::from_str(entry.payload.get());
        assert!(payload.is_ok(), "a checked payload is no JSON");
    }
}

/// Runs a target over its corpus and over bent copies of it. Returns how many inputs it saw.
///
/// # Errors
/// When the corpus cannot be read or is empty.
pub fn replay(corpus: &Path, target: Target, bent_copies: u64) -> io::Result<u64> {
    let mut seeds: Vec<(String, Vec<u8>)> = Vec::new();
    for file in fs::read_dir(corpus)? {
        let path = file?.path();
        seeds.push((path.display().to_string(), fs::read(&path)?));
    }
    if seeds.is_empty() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("{} is empty", corpus.display())));
    }
    seeds.sort();
    let mut seen = 0;
    for (_, bytes) in &seeds {
        target(bytes);
        seen += 1;
    }
    for copy in 0..bent_copies {
        let mut chance = Chance::new(copy);
        target(&bend(&seeds, &mut chance));
        seen += 1;
    }
    Ok(seen)
}

/// A seed with a few bytes changed, cut, doubled, or a piece of another seed or a hostile word put in.
fn bend(seeds: &[(String, Vec<u8>)], chance: &mut Chance) -> Vec<u8> {
    const WORDS: [&[u8]; 18] = [
        b"null",
        b"-1",
        b"9007199254740993",
        b"1e999",
        b"[[[[[[[[",
        b"\"\\ud800\"",
        b"{}",
        b"\\u0000",
        b"\xff\xfe",
        b"-9999-01-01",
        b"\n",
        b"\"age\":17",
        b"\"2026-02-30\"",
        b",",
        b"RRULE:FREQ=DAILY;COUNT=999999999",
        b"99991231T235960",
        b"-P9999999999W",
        b"2026-02-29,10.0001",
    ];
    let pick = |chance: &mut Chance, below: usize| usize::try_from(chance.below(below as u64)).unwrap_or(0);
    let mut bytes = seeds.get(pick(chance, seeds.len())).map(|(_, bytes)| bytes.clone()).unwrap_or_default();
    for _ in 0..=chance.below(4) {
        let at = pick(chance, bytes.len() + 1);
        let end = (at + 1 + pick(chance, 40)).min(bytes.len());
        match chance.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => bytes.truncate(at),
            2 if at < end => drop(bytes.drain(at..end)),
            3 if at < end => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let other = seeds.get(pick(chance, seeds.len())).map_or(&[][..], |(_, bytes)| bytes);
                let from = pick(chance, other.len() + 1);
                let to = (from + 60).min(other.len());
                bytes.splice(at..at, other[from..to].to_vec());
            }
            5 => {
                // A whole value in place of another: what looks right and is not.
                let word = WORDS[pick(chance, WORDS.len())];
                let from =
                    bytes[at..].iter().position(|byte| *byte == b':').map_or(at, |colon| at + colon + 1);
                let to = bytes[from..]
                    .iter()
                    .position(|byte| matches!(byte, b',' | b'}'))
                    .map_or(from, |end| from + end);
                bytes.splice(from..to, word.to_vec());
            }
            _ => drop(bytes.splice(at..at, WORDS[pick(chance, WORDS.len())].to_vec())),
        }
    }
    bytes
}
