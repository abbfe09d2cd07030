//! `cargo xtask calibrate`: how often the verdict is right about simulated people, printed or written into the
//! document.
//!
//! The simulation itself is an example of the test kit, built in release; this runs it and puts its table between
//! the marks of `docs/calibration.md`. The text around the table is written by people and left alone.

use std::fs;

use crate::place;
use crate::shell::{self, During, Outcome, failure};

const BEGIN: &str = "<!-- calibration: begin, written by `cargo xtask calibrate --write` -->";
const END: &str = "<!-- calibration: end -->";
const PEOPLE: u32 = 200;

/// Runs it.
pub fn run(words: &[String]) -> Outcome<()> {
    let (mut people, mut write) = (PEOPLE, false);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--write" => write = true,
            "--people" => {
                people = words
                    .next()
                    .and_then(|word| word.parse().ok())
                    .filter(|people| *people > 0)
                    .ok_or_else(|| failure("--people needs a number from 1"))?;
            }
            _ => return Err(failure("cargo xtask calibrate [--people N] [--write]")),
        }
    }
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "--locked", "--release", "--package", "counterpose-testkit"]);
    command.args(["--example", "calibrate", "--"]).arg(people.to_string());
    let table = shell::read(&mut command)?;
    if !write {
        print!("{table}");
        return Ok(());
    }
    let file = place::root().join("docs/calibration.md");
    let text = fs::read_to_string(&file).during(|| format!("read {}", file.display()))?;
    let text = between(&text, &table)
        .ok_or_else(|| failure(format!("{} has lost its marks `{BEGIN}` and `{END}`", file.display())))?;
    fs::write(&file, text).during(|| format!("write {}", file.display()))
}

/// The text with what stands between the marks replaced.
fn between(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{}\n\n{END}{after}", table.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let text = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        assert_eq!(between(&text, "new\n"), Some(format!("a\n{BEGIN}\n\nnew\n\n{END}\nb\n")));
        assert_eq!(between("no marks", "new"), None);
    }
}
