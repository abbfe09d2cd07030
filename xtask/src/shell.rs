//! Running other programs, and what it means that one failed.
//!
//! Nothing here goes through a shell: words are passed as they are, so paths with spaces work.

use std::ffi::OsStr;
use std::fmt;
use std::process::{Command, Stdio};

/// Why a command of this tool stopped: a sentence for the person who called it.
#[derive(Debug)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a step of this tool gives.
pub type Outcome<T> = Result<T, Failure>;

/// A failure with these words.
pub fn failure(words: impl Into<String>) -> Failure {
    Failure(words.into())
}

/// Says what was being done when an error came up.
pub trait During<T> {
    /// `what` continues "could not ".
    fn during(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> During<T> for Result<T, E> {
    fn during(self, what: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| failure(format!("could not {}: {error}", what())))
    }
}

/// The words of a command, for people.
pub fn words(command: &Command) -> String {
    let mut all = vec![command.get_program().to_string_lossy().into_owned()];
    all.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    all.join(" ")
}

/// Runs with the output shown as it comes.
pub fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().during(|| format!("start `{}`", words(command)))?;
    if status.success() { Ok(()) } else { Err(failure(format!("`{}` failed ({status})", words(command)))) }
}

/// Runs in silence; the output of both channels, or all of it as the failure.
pub fn read(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().during(|| format!("start `{}`", words(command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(failure(format!("`{}` failed ({})\n{text}{complaint}", words(command), output.status)))
}

/// Where a program stands in the search path.
pub fn find(program: impl AsRef<OsStr>) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program.as_ref())).find(|file| file.is_file())
}

/// The cargo that runs this tool.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::place::root());
    command
}

/// The compiler that belongs to that cargo.
pub fn rustc() -> Command {
    let mut command = Command::new("rustc");
    command.current_dir(crate::place::root());
    command
}
