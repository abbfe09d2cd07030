//! A diary as a table: `date,pain,phase,done_fraction,flare` with a header line, blank for what is missing.
//!
//! Columns may stand in any order and any but `date`, `pain` and `phase` may be left out; an unknown one is an error,
//! so that a misspelt column is not silently lost.

use super::diary::{Day, DiaryError};

const COLUMNS: [&str; 6] = ["date", "pain", "phase", "done_fraction", "flare", "treated"];

fn wrong(line: usize, message: &str) -> DiaryError {
    DiaryError { message: format!("line {line}: {message}"), path: format!("line {line}") }
}

/// The days of a diary table; day 0 is the earliest date.
///
/// # Errors
/// Names the line, the column and what to do.
pub fn parse(text: &str) -> Result<Vec<Day>, DiaryError> {
    let mut lines =
        text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (_, header) = lines.next().ok_or_else(|| {
        wrong(1, "the table is empty; its first line must be date,pain,phase,done_fraction,flare")
    })?;
    let columns = header_columns(header)?;
    let mut dated = Vec::new();
    for (index, line) in lines {
        dated.push(row(index + 1, line, &columns)?);
    }
    let first = dated.iter().map(|(date, _)| *date).min();
    let mut days = Vec::with_capacity(dated.len());
    for (date, mut day) in dated {
        let since = first.and_then(|first| date.since(first).ok()).map_or(0, |span| span.get_days());
        day.day = since;
        days.push(day);
    }
    Ok(days)
}

fn header_columns(header: &str) -> Result<Vec<&'static str>, DiaryError> {
    let mut columns = Vec::new();
    for cell in fields(header) {
        let name = cell.trim().to_lowercase();
        let known = COLUMNS.iter().find(|column| **column == name).ok_or_else(|| {
            wrong(1, &format!("unknown column {name:?}; the columns are {}", COLUMNS.join(", ")))
        })?;
        if columns.contains(known) {
            return Err(wrong(1, &format!("the column {name:?} stands twice")));
        }
        columns.push(*known);
    }
    for needed in ["date", "pain", "phase"] {
        if !columns.contains(&needed) {
            return Err(wrong(1, &format!("the column {needed:?} is missing from the header line")));
        }
    }
    Ok(columns)
}

fn row(line: usize, text: &str, columns: &[&'static str]) -> Result<(jiff::civil::Date, Day), DiaryError> {
    let cells = fields(text);
    if cells.len() != columns.len() {
        return Err(wrong(line, &format!("has {} cells, the header has {}", cells.len(), columns.len())));
    }
    let cell = |name: &str| {
        columns
            .iter()
            .position(|column| *column == name)
            .and_then(|at| cells.get(at))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    let number = |name: &str| {
        cell(name)
            .map(|text| {
                text.parse::<f64>()
                    .map_err(|_| wrong(line, &format!("{name} must be a number or blank, not {text:?}")))
            })
            .transpose()
    };
    let flag = |name: &str| match cell(name).map(str::to_lowercase).as_deref() {
        None => Ok(None),
        Some("true" | "yes" | "1") => Ok(Some(true)),
        Some("false" | "no" | "0") => Ok(Some(false)),
        Some(other) => Err(wrong(line, &format!("{name} must be yes, no or blank, not {other:?}"))),
    };
    let date_text = cell("date").ok_or_else(|| wrong(line, "the date is missing"))?;
    let date: jiff::civil::Date = date_text
        .parse()
        .map_err(|_| wrong(line, &format!("the date must look like 2026-11-22, not {date_text:?}")))?;
    let phase =
        cell("phase").ok_or_else(|| wrong(line, "the phase is missing: baseline, plan, or a block"))?;
    let day = Day {
        day: 0,
        pain: number("pain")?,
        phase: phase.to_owned(),
        treated: flag("treated")?,
        done_fraction: number("done_fraction")?,
        flare: flag("flare")?.unwrap_or(false),
    };
    Ok((date, day))
}

/// The cells of a line; a cell in double quotes may hold commas and doubled quotes.
fn fields(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                push(&mut cells, '"');
            }
            '"' => quoted = !quoted,
            ',' | ';' if !quoted => cells.push(String::new()),
            other => push(&mut cells, other),
        }
    }
    cells
}

fn push(cells: &mut [String], letter: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(letter);
    }
}
