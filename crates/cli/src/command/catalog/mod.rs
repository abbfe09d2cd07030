//! `counterpose catalog`: the library as a list, one entry as a page, and the check of the whole.
//!
//! Prints what the library holds. It chooses nothing for anybody; that is `counterpose check`.

mod list;
mod page;
mod show;

use std::io::Write;

use serde_json::json;

use crate::language;
use crate::outcome::{Failure, Outcome};

/// Look at the exercises, habits and sources, and check that they hold together.
#[derive(clap::Args)]
#[command(arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// List the exercises.
    List(list::Filter),
    /// Show one exercise, habit, card or source.
    Show {
        /// Its identifier, as in the list.
        id: String,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Check every reference, claim, text and key pose; exit code 1 if something is wrong.
    Check {
        /// For machines.
        #[arg(long)]
        json: bool,
    },
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let machine = matches!(
        &arguments.what,
        What::List(list::Filter { json: true, .. }) | What::Show { json: true, .. }
    );
    let texts = if machine { language::for_machines() } else { language::for_people() };
    let (answer, outcome) = match &arguments.what {
        What::List(filter) => (list::run(filter, &texts)?, Outcome::Done),
        What::Show { id, json } => (show::run(id, *json, &texts)?, Outcome::Done),
        What::Check { json } => check(*json),
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", answer.trim_end())?;
    Ok(outcome)
}

fn check(json: bool) -> (String, Outcome) {
    let bundle = counterpose_content::bundle();
    let findings = counterpose_content::check::run(bundle, &counterpose_content::text_files());
    let outcome = if findings.is_empty() { Outcome::Done } else { Outcome::Finding };
    let answer = if json {
        let list: Vec<_> = findings
            .iter()
            .map(|one| json!({"rule": one.rule.as_str(), "entry": one.entry, "message": one.message}))
            .collect();
        json!({"ok": findings.is_empty(), "findings": list}).to_string()
    } else if findings.is_empty() {
        let library = &bundle.library;
        page::wrapped(
            &format!(
                "All is well: {} exercises, {} habits, {} cards and {} sources hold together.",
                library.exercises.len(),
                library.habits.len(),
                bundle.cards.len(),
                library.sources.len()
            ),
            0,
            0,
        )
    } else {
        let mut lines: Vec<String> =
            findings.iter().map(|one| page::wrapped(&one.to_string(), 0, 2)).collect();
        lines.push(format!("{} found", findings.len()));
        lines.join("\n")
    };
    (answer, outcome)
}
