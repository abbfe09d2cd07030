//! The binary `counterpose`: reads arguments, calls one command, turns its outcome into an exit code.
//!
//! The only crate that names both a database and a router. It decides nothing clinical; every command lives in
//! its own module under `command` and does its printing there.

mod client;
mod command;
mod exchange;
mod home;
mod input;
mod language;
mod outcome;
mod page;
mod runtime;
mod zone;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = command::Cli::parse();
    match arguments.run() {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            eprintln!("counterpose: {failure}");
            failure.outcome().into()
        }
    }
}
