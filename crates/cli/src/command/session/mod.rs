//! `counterpose session`: the routine of a day, compiled to its timeline.
//!
//! The same gates stand before it as before the app: without a plan there is no session, and a chosen exercise that
//! a precaution shuts is refused with its reason. What this module does not do: decide any of it; `coach` does.

mod table;
#[cfg(test)]
mod tests;

use std::io::Write;

use clap::ValueEnum;
use counterpose_coach::check::{CheckOutcome, check};
use counterpose_coach::intake::{self, Intake};
use counterpose_coach::library::Library;
use counterpose_coach::plan::Plan;
use counterpose_coach::planner::{Possible, first_session};
use counterpose_coach::precaution::Gate;
use counterpose_coach::routine::{self, Routine, Today, Which};
use counterpose_coach::screening;
use counterpose_coach::timeline::{self, StepKind, Timeline};
use counterpose_content::Texts;
use counterpose_quantity::Side;
use serde::Serialize;

use crate::outcome::{Failure, Outcome};
use crate::{input, language};

/// Print a day's session, step by step.
#[derive(clap::Args)]
pub struct Arguments {
    /// The intake: a JSON file, or - for standard input.
    intake: String,
    /// The day of the plan, counted from 1.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=36_500))]
    day: u32,
    /// The first or the second session of the day.
    #[arg(long, value_enum, default_value_t = WhichArgument::Morning)]
    which: WhichArgument,
    /// These exercises in their usual dose instead of the plan's: identifiers with commas between; a way of doing
    /// one follows it after a colon.
    #[arg(long, value_delimiter = ',', value_name = "ID[:VARIANT]")]
    exercises: Vec<String>,
    /// JSON for machines.
    #[arg(long)]
    json: bool,
}

/// The session of the day.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum WhichArgument {
    /// The first session of the day.
    Morning,
    /// The second.
    Evening,
}

impl WhichArgument {
    const fn which(self) -> Which {
        match self {
            Self::Morning => Which::Morning,
            Self::Evening => Which::Evening,
        }
    }
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let text = input::read(&arguments.intake)?;
    let intake = intake::parse(&text)
        .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(&arguments.intake))))?;
    let library = counterpose_content::library();
    let texts = if arguments.json { language::for_machines() } else { language::for_people() };
    let outcome = check(&intake, library);
    let mut out = std::io::stdout().lock();
    let Some(plan) = &outcome.plan else {
        if arguments.json {
            write_json(&mut out, &stopped(arguments, &outcome))?;
        } else {
            let key = if outcome.eligible { "session-cli-no-plan" } else { "session-cli-not-made-for" };
            table::write_wrapped(&mut out, &texts.get(key))?;
        }
        return Ok(Outcome::Finding);
    };
    let worse_side =
        intake.complaint.as_ref().and_then(|complaint| complaint.side).and_then(|side| side.one());
    let today = Today { day: arguments.day, which: arguments.which.which(), worse_side };
    let routine = if arguments.exercises.is_empty() {
        of_day(plan, &intake, library, &today)
    } else {
        let chosen = chosen(&arguments.exercises, &intake, library, &texts)?;
        routine::of_exercises(&chosen, library, &today)
    };
    let bad_input = |error: routine::RoutineError| Failure::BadInput(error.to_string());
    let routine = routine.map_err(bad_input)?;
    let timeline = timeline::compile(&routine, library).map_err(bad_input)?;
    if arguments.json {
        write_json(&mut out, &printed(&routine, &timeline, &texts))?;
    } else {
        table::write(&mut out, &routine, &timeline, &texts)?;
    }
    Ok(Outcome::Done)
}

/// The routine of a day. The very first session is the starter set on a chair, as in the app.
fn of_day(
    plan: &Plan,
    intake: &Intake,
    library: &Library,
    today: &Today,
) -> Result<Routine, routine::RoutineError> {
    if today.day == 1 && today.which == Which::Morning {
        let gate = Gate::of(intake, &screening::assess(intake));
        return routine::of_items(&first_session(intake, &gate, library), library, today);
    }
    routine::compile(plan, library, today)
}

/// The chosen exercises, once the gates of this intake have let them through.
fn chosen<'a>(
    asked: &'a [String],
    intake: &Intake,
    library: &Library,
    texts: &Texts,
) -> Result<Vec<(&'a str, Option<&'a str>)>, Failure> {
    let screening = screening::assess(intake);
    let (gate, possible) = (Gate::of(intake, &screening), Possible::of(intake));
    let ways = asked.iter().map(|way| match way.split_once(':') {
        Some((id, variant)) => (id.trim(), Some(variant.trim())),
        None => (way.trim(), None),
    });
    let mut chosen = Vec::new();
    for (id, variant) in ways {
        let Some(exercise) = library.exercise(id) else {
            chosen.push((id, variant));
            continue;
        };
        let name = variant.map_or_else(|| id.to_owned(), |variant| format!("{id}:{variant}"));
        if let Some(by) = gate.shuts_way(exercise, variant) {
            let reason = texts.get(&format!("left-out-{}", by.as_str()));
            let open = gate
                .ways(exercise)
                .find(|(_, shut)| shut.is_none())
                .map(|(way, _)| way.map_or_else(|| id.to_owned(), |way| format!("{id}:{way}")));
            let advice = open.map_or_else(String::new, |open| format!("; \"{open}\" is open"));
            return Err(Failure::BadInput(format!(
                "\"{name}\" is not for this person now: {reason}{advice}"
            )));
        }
        if let Some(missing) = possible.lacks(exercise, variant) {
            eprintln!(
                "counterpose: note: \"{name}\": {}",
                texts.get(&format!("left-out-{}", missing.as_str()))
            );
        }
        chosen.push((id, variant));
    }
    Ok(chosen)
}

/// What `--json` prints.
#[derive(Serialize)]
struct Printed {
    day: u32,
    which: &'static str,
    duration_s: f64,
    steps: Vec<PrintedStep>,
    /// Only where there is no session: the tier that stands before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_by: Option<&'static str>,
}

/// One step of it.
#[derive(Serialize)]
struct PrintedStep {
    at_s: f64,
    for_s: f64,
    kind: StepKind,
    exercise: String,
    side: Option<Side>,
    set: Option<u16>,
    repetition: Option<u16>,
    cue: String,
}

fn printed(routine: &Routine, timeline: &Timeline, texts: &Texts) -> Printed {
    let steps = timeline.steps.iter().map(|step| PrintedStep {
        at_s: seconds(step.at_ms),
        for_s: seconds(step.for_ms),
        kind: step.kind,
        exercise: step.exercise.clone(),
        side: step.side,
        set: step.set,
        repetition: step.repetition,
        cue: texts.cue(&step.cue),
    });
    Printed {
        day: routine.day,
        which: routine.which.as_str(),
        duration_s: seconds(timeline.duration_ms()),
        steps: steps.collect(),
        stopped_by: None,
    }
}

/// No session: the tier that stands before it, or why this is not made for the person.
fn stopped(arguments: &Arguments, outcome: &CheckOutcome) -> Printed {
    let not_made_for = (!outcome.eligible).then_some("not-eligible");
    let tier = outcome.triage.tier.map(|tier| tier.as_str());
    Printed {
        day: arguments.day,
        which: arguments.which.which().as_str(),
        duration_s: 0.0,
        steps: Vec::new(),
        stopped_by: Some(not_made_for.or(tier).unwrap_or("unanswered")),
    }
}

fn write_json(out: &mut impl Write, printed: &Printed) -> Result<(), Failure> {
    let text = serde_json::to_string(printed).map_err(std::io::Error::from)?;
    writeln!(out, "{text}")?;
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a session is some millions of milliseconds at most")]
fn seconds(ms: u64) -> f64 {
    ms as f64 / 1_000.0
}
