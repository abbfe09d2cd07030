//! Where a command reads from: a file, or standard input for `-`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use crate::outcome::Failure;

/// The argument that means standard input.
const STANDARD_INPUT: &str = "-";

/// What the argument is called in messages.
pub fn name(argument: &str) -> String {
    if argument == STANDARD_INPUT { "standard input".to_owned() } else { argument.to_owned() }
}

/// A buffered reader over the file or standard input.
///
/// # Errors
/// [`Failure::Read`] where the file cannot be opened.
pub fn open(argument: &str) -> Result<Box<dyn BufRead>, Failure> {
    if argument == STANDARD_INPUT {
        return Ok(Box::new(io::stdin().lock()));
    }
    match File::open(argument) {
        Ok(file) => Ok(Box::new(BufReader::new(file))),
        Err(source) => Err(Failure::Read { what: name(argument), source }),
    }
}

/// The whole text of the file or standard input.
///
/// # Errors
/// [`Failure::Read`] where it cannot be opened or is not UTF-8.
pub fn read(argument: &str) -> Result<String, Failure> {
    let mut text = String::new();
    open(argument)?
        .read_to_string(&mut text)
        .map_err(|source| Failure::Read { what: name(argument), source })?;
    Ok(text)
}
