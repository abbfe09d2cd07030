//! The commands, one module each. A new command is one `mod` line, one variant and one arm, in alphabetical order.

mod account;
mod body;
mod calendar;
mod catalog;
pub(crate) mod check;
mod data;
mod doctor;
mod drive;
mod remind;
mod serve;
mod session;
mod verdict;

use crate::language;
use crate::outcome::{Failure, Outcome};

/// Choose, pace and record movement and sitting habits for hips and low back.
#[derive(clap::Parser)]
#[command(name = "counterpose", version, max_term_width = 80, arg_required_else_help = true)]
pub struct Cli {
    /// The language of the answer: en or de. Without it people get the system's, and JSON is in English.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language::named)]
    lang: Option<counterpose_content::Locale>,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Account(account::Arguments),
    Backup(data::backup::Arguments),
    Body(body::Arguments),
    Calendar(calendar::Arguments),
    Catalog(catalog::Arguments),
    Check(check::Arguments),
    Doctor(doctor::Arguments),
    Drive(drive::Arguments),
    Erase(data::erase::Arguments),
    Export(data::export::Arguments),
    Import(data::import::Arguments),
    Migrate(data::migrate::Arguments),
    Remind(remind::Arguments),
    Restore(data::restore::Arguments),
    Serve(serve::Arguments),
    Session(session::Arguments),
    Verdict(verdict::Arguments),
}

impl Cli {
    /// Runs the chosen command.
    ///
    /// # Errors
    /// Whatever stopped it; `main` prints the message and sets the exit code.
    pub fn run(self) -> Result<Outcome, Failure> {
        language::note(self.lang);
        match self.command {
            Command::Account(arguments) => account::run(&arguments),
            Command::Backup(arguments) => data::backup::run(&arguments),
            Command::Body(arguments) => body::run(&arguments),
            Command::Calendar(arguments) => calendar::run(&arguments),
            Command::Catalog(arguments) => catalog::run(&arguments),
            Command::Check(arguments) => check::run(&arguments),
            Command::Doctor(arguments) => doctor::run(&arguments),
            Command::Drive(arguments) => drive::run(&arguments),
            Command::Erase(arguments) => data::erase::run(&arguments),
            Command::Export(arguments) => data::export::run(&arguments),
            Command::Import(arguments) => data::import::run(&arguments),
            Command::Migrate(arguments) => data::migrate::run(&arguments),
            Command::Remind(arguments) => remind::run(&arguments),
            Command::Restore(arguments) => data::restore::run(&arguments),
            Command::Serve(arguments) => serve::run(&arguments),
            Command::Session(arguments) => session::run(&arguments),
            Command::Verdict(arguments) => verdict::run(&arguments),
        }
    }
}
