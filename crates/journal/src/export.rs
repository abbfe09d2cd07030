//! A journal as one file, for the person to keep, and back.
//!
//! The file is JSON with one entry a line. Reading is strict about everything around the payloads (an unknown key,
//! a broken entry or a file of a later version is refused with its place) and leaves the payloads as they are.
//! What it does not do: say whose journal it is; a file can be taken in by whoever holds it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::entry::{Entry, EntryError};

/// What the file calls itself.
pub const FORMAT: &str = "counterpose-journal";
/// The version of the file that this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// A journal as read from a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// When it was written, in milliseconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exported_at_ms: Option<i64>,
    /// The device that wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Uuid>,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Why a file could not be taken in. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No JSON, an unknown key, a missing one.
    #[error("this file cannot be read as an export: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Something else.
    #[error("this is no export of a Counterpose journal: its `format` is `{found}`, not `{FORMAT}`")]
    OtherFormat {
        /// What it calls itself.
        found: String,
    },
    /// Written by a later program.
    #[error("this export has version {found} and this program reads up to {VERSION}: update the program")]
    Later {
        /// Its version.
        found: u32,
    },
    /// An entry breaks a limit.
    #[error("entry number {number} cannot be taken in: {fault}")]
    Entry {
        /// Which, from 1.
        number: usize,
        /// What is wrong with it.
        fault: EntryError,
    },
    /// A line cannot be read as an entry.
    #[error("line {number} cannot be read as an entry: {fault}")]
    Line {
        /// Which, from 1.
        number: usize,
        /// What is wrong with it.
        fault: serde_json::Error,
    },
}

/// Only what says whether the rest can be read.
#[derive(Deserialize)]
struct Header {
    format: Option<String>,
    version: Option<u32>,
}

/// Writes a journal as a file.
///
/// # Errors
/// When an entry has no JSON form, which no entry that was read or written here can lack.
pub fn write(
    entries: &[Entry],
    device: Option<Uuid>,
    exported_at_ms: Option<i64>,
) -> Result<String, serde_json::Error> {
    let mut text = format!("{{\n\"format\":\"{FORMAT}\",\n\"version\":{VERSION},\n");
    if let Some(at_ms) = exported_at_ms {
        text += &format!("\"exported_at_ms\":{at_ms},\n");
    }
    if let Some(device) = device {
        text += &format!("\"device\":\"{device}\",\n");
    }
    text += "\"entries\":[";
    for (number, entry) in entries.iter().enumerate() {
        text += if number == 0 { "\n" } else { ",\n" };
        text += &serde_json::to_string(entry)?;
    }
    text += "\n]\n}\n";
    Ok(text)
}

/// Reads a file. Payloads that a tool in between spread over several lines are drawn together again; all others
/// keep their bytes.
///
/// # Errors
/// What is wrong and where.
pub fn read(text: &str) -> Result<Export, ExportError> {
    let header: Header = serde_json::from_str(text)?;
    match (header.format, header.version) {
        (Some(format), _) if format != FORMAT => return Err(ExportError::OtherFormat { found: format }),
        (Some(_), Some(found)) if found > VERSION => return Err(ExportError::Later { found }),
        _ => {}
    }
    let mut export: Export = serde_json::from_str(text)?;
    for (index, entry) in export.entries.iter_mut().enumerate() {
        on_one_line(entry);
        entry.check().map_err(|fault| ExportError::Entry { number: index + 1, fault })?;
    }
    Ok(export)
}

/// Reads entries written one a line; empty lines are passed over.
///
/// # Errors
/// The first line that is no entry, or breaks a limit.
pub fn read_lines(text: &str) -> Result<Vec<Entry>, ExportError> {
    let mut entries = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = index + 1;
        let entry: Entry = serde_json::from_str(line).map_err(|fault| ExportError::Line { number, fault })?;
        entry.check().map_err(|fault| ExportError::Entry { number, fault })?;
        entries.push(entry);
    }
    Ok(entries)
}

/// Takes the white space outside strings away from a payload that has line breaks, and touches no other.
fn on_one_line(entry: &mut Entry) {
    let payload = entry.payload.get();
    if !payload.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\t')) {
        return;
    }
    let (mut kept, mut in_string, mut escaped) = (String::with_capacity(payload.len()), false, false);
    for sign in payload.chars() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            ' ' | '\n' | '\r' | '\t' if !in_string => continue,
            _ => {}
        }
        kept.push(sign);
    }
    if let Ok(drawn) = RawValue::from_string(kept) {
        entry.payload = drawn;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::sample;

    fn with_payload(n: u64, payload: &str) -> Entry {
        Entry { payload: RawValue::from_string(payload.to_owned()).unwrap(), ..sample(n) }
    }

    #[test]
    fn a_file_comes_back_byte_for_byte() {
        let entries = vec![
            sample(0),
            with_payload(1, r#"{ "b" : 1.50, "a": [1e400 ] }"#),
            with_payload(2, r#""\u00e9 tab\t \" {""#),
        ];
        let text = write(&entries, Some(Uuid::from_u128(7)), Some(1_795_305_600_000)).unwrap();
        let export = read(&text).unwrap();
        assert_eq!(export.entries, entries);
        assert_eq!(export.device, Some(Uuid::from_u128(7)));
        let again = write(&export.entries, export.device, export.exported_at_ms).unwrap();
        assert_eq!(again, text);
        assert_eq!(read(&write(&[], None, None).unwrap()).unwrap().entries, []);
    }

    #[test]
    fn a_file_that_a_tool_laid_out_anew_gives_the_same_bytes() {
        let entries = vec![with_payload(0, r#"{"key":"a b\" \\","value":[1,{"x":null}]}"#)];
        let text = write(&entries, None, None).unwrap();
        let spread = text.replace(r#":[1,{"x":null}]}"#, ":[\n\t1,\n  {\n \"x\" : null } ]\r\n }");
        assert_ne!(spread, text);
        assert_eq!(read(&spread).unwrap().entries, entries);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let good = write(&[sample(0), sample(1)], None, None).unwrap();
        let cases = [
            ("[]", "cannot be read"),
            (r#"{"format":"shopping-list"}"#, "shopping-list"),
            (r#"{"format":"counterpose-journal","version":2,"colour":"red"}"#, "update the program"),
            (r#"{"format":"counterpose-journal","version":1}"#, "entries"),
        ];
        for (text, word) in cases {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(word), "{text}: {error}");
        }
        let refused = |from: &str, to: &str| read(&good.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(refused("\"version\":1,", "\"version\":1,\"colour\":\"red\",").contains("colour"));
        assert!(refused("\"zone\":", "\"zonne\":").contains("zonne"));
        assert!(refused("\"lamport\":2", "\"lamport\":0").contains("number 2"));
        assert!(refused("\"at_ms\":", "\"at_ms\":1,\"at_ms\":").contains("duplicate"));
        assert!(refused("}\n]", "").contains("line"));
    }

    #[test]
    fn lines_name_the_line() {
        let line = serde_json::to_string(&sample(3)).unwrap();
        assert_eq!(read_lines(&format!("\n{line}\n\n")).unwrap(), [sample(3)]);
        let error = read_lines(&format!("{line}\n{{}}\n")).unwrap_err().to_string();
        assert!(error.starts_with("line 2"), "{error}");
    }
}
