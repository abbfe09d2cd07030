//! A session as a table for people: the clock, how long, the side, what is said; 80 columns wide.

use std::io::Write;

use counterpose_coach::routine::{FirstSideBecause, Routine, RoutineNote};
use counterpose_coach::timeline::{Step, StepKind, Timeline};
use counterpose_content::{Arg, Texts};

use crate::outcome::Failure;

/// The width of what is printed for people.
pub(super) const WIDTH: usize = 80;

/// A calm table: the clock, how long, the side, what is said. Repetitions of one phase share a row.
pub(super) fn write(
    out: &mut impl Write,
    routine: &Routine,
    timeline: &Timeline,
    texts: &Texts,
) -> Result<(), Failure> {
    let which = texts.get(&format!("session-cli-{}", routine.which));
    let day = Arg::from(routine.day);
    if timeline.steps.is_empty() {
        return write_wrapped(
            out,
            &texts.format("session-cli-nothing", &[("day", day), ("which", Arg::from(which))]),
        );
    }
    let count = Arg::from(i64::try_from(routine.items.len()).unwrap_or(i64::MAX));
    let head = [
        ("day", day),
        ("which", which.into()),
        ("time", clock(timeline.duration_ms()).into()),
        ("count", count),
    ];
    write_wrapped(out, &texts.format("session-cli-head", &head))?;
    let one_sided = timeline.steps.iter().any(|step| step.side.is_some());
    if one_sided {
        let because = match routine.first_side.because {
            FirstSideBecause::Worse => "worse",
            FirstSideBecause::LargerDose => "larger-dose",
            FirstSideBecause::Custom => "custom",
        };
        let arguments = [("side", routine.first_side.side.as_str().into()), ("because", because.into())];
        write_wrapped(out, &texts.format("session-cli-first-side", &arguments))?;
    }
    for note in &routine.notes {
        match note {
            RoutineNote::LaterThanFirstHour => write_wrapped(out, &texts.get("session-note-first-hour"))?,
        }
    }
    let mut rest = timeline.steps.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|step| shares_row(first, step)).count().max(1);
        let (row, after) = rest.split_at(same);
        rest = after;
        if matches!(first.kind, StepKind::GetReady | StepKind::Transition) {
            writeln!(out)?;
        }
        let works = row.iter().filter(|step| step.kind == first.kind).count();
        let each = plain_seconds(first.for_ms);
        let lasts = if works > 1 { format!("{works} × {each}") } else { each };
        let side =
            first.side.map_or_else(String::new, |side| texts.get(&format!("session-side-{}", side.as_str())));
        let side = if one_sided { format!("{side:<6} ") } else { side };
        let left = format!("{:>5}  {lasts:<11} {side}", clock(first.at_ms));
        write_row(out, &left, &texts.cue(&first.cue))?;
    }
    writeln!(out, "\n{:>5}  {}", clock(timeline.duration_ms()), texts.get("session-cli-end"))?;
    Ok(())
}

/// Whether a step belongs in the row of another: the same phase, set and side, with the letting go between holds.
fn shares_row(first: &Step, step: &Step) -> bool {
    let counts = |step: &Step| matches!(step.kind, StepKind::Hold | StepKind::Repetition);
    let lets_go = step.kind == StepKind::Rest;
    first.phase.is_some()
        && counts(first)
        && (counts(step) || lets_go)
        && first.exercise == step.exercise
        && (&first.phase, first.set, first.side) == (&step.phase, step.set, step.side)
        && (step == first || step.repetition != Some(1))
}

/// Minutes and seconds.
fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Seconds, with a tenth where there is one; minutes from two on.
fn plain_seconds(ms: u64) -> String {
    match ms {
        120_000.. if ms.is_multiple_of(60_000) => format!("{} min", ms / 60_000),
        120_000.. => format!("{} min", clock(ms)),
        _ if ms.is_multiple_of(1_000) => format!("{} s", ms / 1_000),
        _ => format!("{}.{} s", ms / 1_000, ms % 1_000 / 100),
    }
}

/// Writes text on lines no wider than the table.
pub(super) fn write_wrapped(out: &mut impl Write, text: &str) -> Result<(), Failure> {
    write_row(out, "", text)
}

/// Writes text behind a left column, folded so that no line is wider than the table.
fn write_row(out: &mut impl Write, left: &str, text: &str) -> Result<(), Failure> {
    let indent = left.chars().count();
    let mut line = left.to_owned();
    let mut is_fresh = true;
    for word in text.split_whitespace() {
        let width = line.chars().count() + usize::from(!is_fresh) + word.chars().count();
        if !is_fresh && width > WIDTH {
            writeln!(out, "{}", line.trim_end())?;
            line = " ".repeat(indent);
            is_fresh = true;
        }
        if !is_fresh {
            line.push(' ');
        }
        line.push_str(word);
        is_fresh = false;
    }
    writeln!(out, "{}", line.trim_end())?;
    Ok(())
}
