//! One table of every fact, by RFC 4180: what spreadsheets open.

use jiff::Timestamp;
use serde_json::Value;

use super::fact::Fact;

const HEADER: &str = "date,time_utc,kind,about,side,value,unit";

/// The table.
pub fn table(facts: &[Fact]) -> String {
    let mut text = format!("{HEADER}\r\n");
    for fact in facts {
        let date = fact.date.map(|date| date.to_string()).unwrap_or_default();
        let time = fact.at_ms.and_then(|at_ms| Timestamp::from_millisecond(at_ms).ok());
        let time = time.map(|time| time.to_string()).unwrap_or_default();
        let value = match &fact.value {
            Value::String(word) => tame(word),
            other => other.to_string(),
        };
        let cells = [&date, &time, fact.kind, &tame(&fact.about), &fact.side, &value, fact.unit];
        let quoted: Vec<String> = cells.into_iter().map(quote).collect();
        text += &quoted.join(",");
        text += "\r\n";
    }
    text
}

/// A person's words that a spreadsheet would take for a formula begin with an apostrophe.
fn tame(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}") } else { words.to_owned() }
}

fn quote(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
