//! One intake a line in, one answer a line out, in constant memory.

use std::io::{self, BufRead, Read, Write};

use counterpose_coach::intake::IntakeError;
use jiff::civil::Date;
use serde_json::json;

use super::{answer, explain, line};
use crate::outcome::Outcome;

/// The longest line that is read, in bytes; an intake has a few thousand.
const LONGEST_LINE: u64 = 1 << 20;

/// Answers every line. Blank lines are passed over.
pub fn run(
    mut input: impl BufRead,
    output: &mut impl Write,
    today: Option<Date>,
    with_words: bool,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut bytes = Vec::new();
    let mut number = 0_u64;
    while let Some(whole) = next_line(&mut input, &mut bytes)? {
        number += 1;
        if whole && bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match read(&bytes, whole).and_then(|text| answer(text, today)) {
            Ok((_, answer)) if with_words => writeln!(output, "{}", explain::line(&answer))?,
            Ok((_, answer)) => writeln!(output, "{}", line(&answer))?,
            Err(error) => {
                outcome = Outcome::BadInput;
                writeln!(output, "{}", json!({"line": number, "error": error}))?;
            }
        }
    }
    Ok(outcome)
}

fn read(bytes: &[u8], whole: bool) -> Result<&str, IntakeError> {
    let refuse = |message: &str| IntakeError { message: message.to_owned(), path: String::new() };
    if !whole {
        return Err(refuse("the line is longer than a megabyte; one intake a line"));
    }
    core::str::from_utf8(bytes).map_err(|_| refuse("the line is not UTF-8 text"))
}

/// The next line without its end; false where it was too long, and is then passed over. `None` at the end.
fn next_line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<Option<bool>> {
    bytes.clear();
    if input.by_ref().take(LONGEST_LINE).read_until(b'\n', bytes)? == 0 {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        return Ok(Some(true));
    }
    // Either the last line of the input, or one that is too long.
    let mut whole = true;
    loop {
        let waiting = input.fill_buf()?;
        if waiting.is_empty() {
            return Ok(Some(whole));
        }
        whole = false;
        match waiting.iter().position(|byte| *byte == b'\n') {
            Some(end) => {
                input.consume(end + 1);
                return Ok(Some(false));
            }
            None => {
                let all = waiting.len();
                input.consume(all);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (Outcome, Vec<serde_json::Value>) {
        let mut output = Vec::new();
        let outcome = run(input, &mut output, None, false).unwrap();
        let lines = String::from_utf8(output).unwrap();
        (outcome, lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
    }

    #[test]
    fn a_bad_line_answers_in_its_place_and_the_others_go_on() {
        let input =
            b"{\"id\":1,\"screening\":{}}\n\n{\"screning\":{}}\n\xff\n{\"id\":\"last\",\"screening\":{}}";
        let (outcome, lines) = answers(input);
        assert_eq!(outcome, Outcome::BadInput);
        assert_eq!(lines.len(), 4);
        assert_eq!(lines[0]["id"], 1);
        assert_eq!((&lines[1]["line"], &lines[1]["error"]["path"]), (&json!(3), &json!("screning")));
        assert_eq!(lines[2]["line"], 4);
        assert_eq!(lines[3]["id"], "last");
    }

    #[test]
    fn a_line_without_end_is_refused_without_being_kept() {
        let mut input = vec![b' '; 3 << 20];
        input.extend_from_slice(b"\n{\"screening\":{}}\n");
        let (outcome, lines) = answers(&input);
        assert_eq!(outcome, Outcome::BadInput);
        assert_eq!((&lines[0]["line"], lines.len()), (&json!(1), 2));
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert_eq!(answers(b""), (Outcome::Done, Vec::new()));
    }
}
