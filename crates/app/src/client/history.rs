//! What the journal says of sessions and days, in the words of the planner.
//!
//! Everything is worked out anew from the journal. What was not told stays unknown: a morning without a check-in says
//! nothing about whether a session had settled. What this module does not do: decide what follows; `coach` does.

use counterpose_coach::check::{CheckOutcome, check_with};
use counterpose_coach::intake::Intake;
use counterpose_coach::library::Library;
use counterpose_coach::planner::progress::{
    FlareToday, History, How, ItemDone, SessionDone, Told, blocks_without_change, flare_began, flare_today,
};
use counterpose_coach::vocabulary::Pattern;
use counterpose_journal::day::days_between;
use counterpose_journal::payload::{Choice, DoneHow, Ended};
use counterpose_journal::{Session, State};
use counterpose_quantity::order;
use jiff::civil::Date;

/// Pain on the morning after may be this much above the start and still count as settled.
const SETTLED_WITHIN: u8 = 1;
/// A disagreement with a pattern is about this and the pattern.
const ABOUT_PATTERN: &str = "pattern:";

/// What was done so far, up to a day.
pub(super) fn history(state: &State, today: Date) -> History {
    let done = state.sessions_done();
    let sessions = done.iter().map(|(_, session)| session_done(state, session)).collect();
    let began = done.iter().filter_map(|(_, session)| session.date()).min();
    let without =
        began.map_or(0, |began| blocks_without_change(&told(state, began), 0, days_between(began, today)));
    History::of(sessions, without)
}

/// What a flare asks of today.
pub(super) fn flare(state: &State, today: Date) -> FlareToday {
    match state.check_ins.first() {
        Some(first) => flare_today(&told(state, first.date), days_between(first.date, today)),
        None => FlareToday::No,
    }
}

/// Whether the flare of today began after a day.
pub(super) fn flare_began_after(state: &State, day: Date, today: Date) -> bool {
    let Some(first) = state.check_ins.first() else { return false };
    let began = flare_began(&told(state, first.date), days_between(first.date, today));
    began.is_some_and(|began| began > days_between(first.date, day))
}

/// Pain told at check-ins and before sessions, by days since a first one.
fn told(state: &State, first: Date) -> Vec<Told> {
    let lines = state.check_ins.iter().filter_map(|line| Some((line.at_ms, line.date, line.value.pain?)));
    let before = state.sessions_done().into_iter().filter_map(|(_, session)| {
        let started = session.started.as_ref()?;
        Some((started.at_ms, started.date, started.value.pain_before?))
    });
    let mut all: Vec<_> = lines.chain(before).collect();
    order::sort_by_key(&mut all, |(at_ms, ..)| *at_ms);
    all.into_iter().map(|(_, date, pain)| Told { day: days_between(first, date), pain }).collect()
}

fn session_done(state: &State, session: &Session) -> SessionDone {
    let ended = session.finished.as_ref().map(|end| &end.value);
    let feedback = session.feedback.as_ref().map(|feedback| feedback.value);
    let pain_before = session.started.as_ref().and_then(|started| started.value.pain_before);
    let items = ended.map(|end| {
        let one = |done: &counterpose_journal::payload::Done| ItemDone {
            exercise: done.exercise.clone(),
            how: match done.how {
                DoneHow::Full => How::Full,
                DoneHow::Partly | DoneHow::Lightened => How::Less,
                DoneHow::Skipped => How::Skipped,
                DoneHow::Stopped => How::Stopped,
            },
        };
        end.done.iter().map(one).collect()
    });
    SessionDone {
        items: items.unwrap_or_default(),
        finished: ended.is_some_and(|end| end.ended == Ended::Completed),
        pain_before,
        pain_after: feedback.and_then(|feedback| feedback.pain_after),
        effort: feedback.and_then(|feedback| feedback.effort),
        settled: feedback
            .and_then(|feedback| feedback.settled_by_morning)
            .or_else(|| settled_by_morning(state, session, pain_before?)),
    }
}

/// The pain told on the morning after says whether a session had settled, where it was told.
fn settled_by_morning(
    state: &State,
    session: &Session,
    before: counterpose_quantity::PainScore,
) -> Option<bool> {
    let date = session.date()?;
    let next = state
        .check_ins
        .iter()
        .find(|line| days_between(date, line.date) == 1 && line.value.pain.is_some())?;
    let pain = next.value.pain?;
    Some(pain.get() <= before.get().saturating_add(SETTLED_WITHIN))
}

/// The answers with what the person said about the plan laid over: patterns they do not see themselves in, exercises
/// they took out.
pub(super) fn with_choices(mut intake: Intake, state: &State) -> Intake {
    let patterns = state
        .disagreements
        .keys()
        .filter_map(|about| about.strip_prefix(ABOUT_PATTERN).and_then(Pattern::parse));
    intake.disagree.extend(patterns);
    let mut wishes = intake.preferences.take().unwrap_or_default();
    for (exercise, chosen) in &state.plan_choices {
        match chosen.value.choice {
            Choice::Remove => wishes.without.push(exercise.clone()),
            // Laid over the finished plan, so that it is this one and no other that comes in.
            Choice::Keep | Choice::Lighten | Choice::Swap => {}
        }
    }
    // What somebody tried themselves again and again, beside what they said.
    let (helps, worsens) = super::trying::leanings(state);
    wishes.prefer.extend(helps.into_iter().filter(|id| !wishes.without.contains(id)));
    wishes.without.extend(worsens);
    let none =
        wishes.without.is_empty() && wishes.prefer.is_empty() && wishes.exercises_per_session.is_none();
    intake.preferences = if none { None } else { Some(wishes) };
    intake
}

/// The answers and the history together.
pub(super) fn checked(intake: &Intake, library: &Library, state: &State, today: Date) -> CheckOutcome {
    check_with(intake, library, &history(state, today))
}
