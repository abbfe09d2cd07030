//! From what is known to a plan: what to do until the review, for how long, why, and what is not for now.
//!
//! One page says how it decides: `docs/planning.md`. In short: the gate and the means say what is open (`candidate`), a
//! table says which of a person's reasons calls for what (`table`, `calls`), an exact search takes the best first week
//! and then the best to add (`search`), doses grow within the minutes (`ramp`, `dose`), and what is not in says why
//! (`left_out`). Sessions change it by `progress`. What this module does not do: ask whether a plan may be made at all;
//! that is `check`.

mod calls;
mod candidate;
mod dose;
mod goals;
mod habits;
mod instead;
mod ladder;
mod left_out;
mod limits;
mod means;
pub mod progress;
mod ramp;
mod search;
mod spread;
mod starter;
pub mod table;

pub use left_out::left_out;
pub use limits::{END_RANGE, Limits, Load};
pub use means::{Missing, Possible};
pub use starter::{first_session, starter};

pub use crate::library::STARTER;

use crate::finding::{Finding, is_irritable};
use crate::intake::{Activity, Intake};
use crate::ledger::{Start, chain};
use crate::library::{Library, Purpose};
use crate::pattern::ScoredPattern;
use crate::plan::{Because, Plan, Prescription};
use crate::precaution::Gate;
use crate::timeline::{longest_session_minutes, minutes_of, work_ms};
use counterpose_quantity::order;

use calls::Calls;
use candidate::{Ask, Candidate, candidates};
use left_out::Unchosen;
use limits::{is_high, is_strained};
use progress::History;
use ramp::Ramped;
use search::{Entry, Rules};

/// Days until a plan is looked at again: with easily stirred pain, with young pain, and otherwise.
const REVIEW_IRRITABLE_DAYS: u16 = 3;
const REVIEW_YOUNG_DAYS: u16 = 14;
const REVIEW_DAYS: u16 = 28;
/// Pain younger than this is young; in weeks.
const YOUNG_WEEKS: f64 = 6.0;
/// Reasons given for one item.
const MOST_REASONS: usize = 3;
/// Points that an exercise done for four weeks without any change loses.
const WITHOUT_CHANGE: i32 = 8;

/// Everything a plan is made from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The answers.
    pub intake: &'a Intake,
    /// What is shut.
    pub gate: &'a Gate,
    /// What the answers and measures amount to.
    pub findings: &'a [Finding],
    /// Where to start, the leading pattern first.
    pub patterns: &'a [ScoredPattern],
    /// What there is to choose from.
    pub library: &'a Library,
    /// What has been done so far.
    pub history: &'a History,
}

/// The plan of a person who may have one.
#[must_use]
pub fn plan(known: &Known<'_>) -> Plan {
    let Known { intake, gate, findings, patterns, library, history } = *known;
    let possible = Possible::of(intake);
    if gate.knows_too_little() {
        return starter(intake, gate, &possible, library);
    }
    let limits = Limits::of(intake, findings, gate, &possible);
    let calls = Calls::of(intake, findings, patterns, gate);
    let wishes = intake.preferences.clone().unwrap_or_default();
    let without: Vec<String> = wishes.without.iter().chain(&history.swapped).cloned().collect();
    let ask = Ask {
        intake,
        gate,
        possible: &possible,
        limits: &limits,
        calls: &calls,
        without: &without,
        prefer: &wishes.prefer,
    };
    let (mut found, rest) = candidates(&ask, library);
    for candidate in &mut found {
        if history.no_change.contains(&candidate.exercise.id) {
            candidate.called -= WITHOUT_CHANGE;
            candidate.base -= candidate.base.min(WITHOUT_CHANGE);
        }
    }
    let walk_s = bearable_walk_s(intake);
    let first = first_week(&found, &limits, findings, walk_s);
    let all = later_weeks(&found, &first, &limits, findings, walk_s);
    let chosen = in_weeks(&found, &first, &all);
    let laid_out: Vec<(&Candidate<'_>, u8)> =
        chosen.iter().filter_map(|&(index, week)| found.get(index).map(|c| (c, week))).collect();
    let ramped = ramp::lay_out(&laid_out, &limits, findings, walk_s);
    let mut items: Vec<Prescription> = laid_out
        .iter()
        .zip(&ramped)
        .filter_map(|((candidate, _), ramped)| prescription(candidate, ramped, intake))
        .collect();
    progress::apply(&mut items, &ask, library, history, limits.ms);
    let unchosen = Unchosen { candidates: &found, chosen: &all, rest: &rest, limits: &limits };
    Plan {
        left_out: left_out(&items, gate, &possible, library, &unchosen),
        minutes_per_session: longest_session_minutes(&items, library).unwrap_or(0.0),
        habits: habits::habits(intake, gate, library, history.finished()),
        ladders: ladder::ladders(&ask, library),
        education: education(intake),
        talk_to_somebody: wants_somebody_to_talk_to(intake),
        review_after_days: review_after_days(intake),
        items,
    }
}

fn entries<'l>(
    found: &[Candidate<'l>],
    limits: &Limits,
    findings: &[Finding],
    walk_s: Option<f64>,
    week: u8,
    worth: impl Fn(&Candidate<'l>) -> i32,
) -> Vec<Entry<'l>> {
    let entry = |candidate: &Candidate<'l>| {
        let sides = ramp::first_dose(candidate.exercise, limits, findings, walk_s, week);
        Entry {
            exercise: candidate.exercise,
            way: candidate.way,
            worth: worth(candidate),
            leads: candidate.leads,
            work_ms: work_ms(candidate.exercise, candidate.way, &sides),
        }
    };
    found.iter().map(entry).collect()
}

/// The best first week.
fn first_week(
    found: &[Candidate<'_>],
    limits: &Limits,
    findings: &[Finding],
    walk_s: Option<f64>,
) -> Vec<usize> {
    let entries = entries(found, limits, findings, walk_s, 1, |c| (c.base + c.called).max(0));
    let rules = Rules {
        fixed: Vec::new(),
        most: limits.first_week_items,
        limit_ms: limits.first_week_ms.min(limits.ms),
    };
    search::best(&entries, &rules)
}

/// The best to add to it: what a reason of the person's own calls for strongly enough, and what every week holds and the
/// first one had no room for.
fn later_weeks(
    found: &[Candidate<'_>],
    first: &[usize],
    limits: &Limits,
    findings: &[Finding],
    walk_s: Option<f64>,
) -> Vec<usize> {
    let purposes: Vec<Purpose> = first
        .iter()
        .filter_map(|&index| found.get(index))
        .map(|candidate| candidate.exercise.purpose)
        .collect();
    let is_missing =
        |candidate: &Candidate<'_>| candidate.base > 0 && !purposes.contains(&candidate.exercise.purpose);
    let worth = |candidate: &Candidate<'_>| {
        candidate.called.max(0) + if is_missing(candidate) { candidate.base } else { 0 }
    };
    let entries = entries(found, limits, findings, walk_s, 2, worth);
    // What no reason calls for strongly enough stays out of the search.
    let worthwhile: Vec<usize> = (0..found.len())
        .filter(|index| {
            first.contains(index)
                || found
                    .get(*index)
                    .is_some_and(|candidate| candidate.called >= table::WORTH_ADDING || is_missing(candidate))
        })
        .collect();
    let kept: Vec<Entry<'_>> = worthwhile.iter().filter_map(|&index| entries.get(index).cloned()).collect();
    let fixed: Vec<usize> =
        (0..worthwhile.len()).filter(|at| worthwhile.get(*at).is_some_and(|i| first.contains(i))).collect();
    let rules = Rules { fixed, most: limits.items, limit_ms: limits.ms };
    search::best(&kept, &rules).into_iter().filter_map(|at| worthwhile.get(at).copied()).collect()
}

/// The chosen ones in the order of importance, each with the week it begins: the first week's, then one more a week.
fn in_weeks(found: &[Candidate<'_>], first: &[usize], all: &[usize]) -> Vec<(usize, u8)> {
    let importance = |index: &usize| {
        let candidate = found.get(*index);
        core::cmp::Reverse(candidate.map(|c| (c.leads, c.called, c.base)))
    };
    let mut begins = first.to_vec();
    order::sort_by_key(&mut begins, importance);
    let mut added: Vec<usize> = all.iter().copied().filter(|index| !first.contains(index)).collect();
    order::sort_by_key(&mut added, importance);
    let later = added.into_iter().zip(2_u8..=ramp::LAST_WEEK);
    begins.into_iter().map(|index| (index, 1)).chain(later).collect()
}

fn prescription(candidate: &Candidate<'_>, ramped: &Ramped<'_>, intake: &Intake) -> Option<Prescription> {
    let because = reasons(candidate, ramped);
    if because.is_empty() {
        return None;
    }
    // What serves no goal of its own serves the first: it is why somebody is here.
    let goal = candidate.goal.or(if intake.goals.is_empty() { None } else { Some(0) });
    Some(Prescription {
        exercise: candidate.exercise.id.clone(),
        variant: candidate.way.map(str::to_owned),
        goal: goal.and_then(|index| intake.goals.get(index)).map(|goal| goal.activity.clone()),
        sides: ramped.sides,
        per_day: 1,
        days_per_week: ramped.days,
        first_day: ramped.first_day,
        minutes: minutes_of(candidate.exercise, candidate.way, &ramped.sides).ok()?,
        starts_in_week: ramped.starts_in_week,
        later: ramped.later.clone(),
        because,
    })
}

/// The chains of an item: its strongest reasons, each rule once, and the measure behind uneven sides.
fn reasons(candidate: &Candidate<'_>, ramped: &Ramped<'_>) -> Vec<Because> {
    let evidence = &candidate.exercise.evidence;
    let mut chains: Vec<Because> = Vec::new();
    for (call, _) in &candidate.reasons {
        if chains.len() < MOST_REASONS && chains.iter().all(|known| known.rule != call.row.rule) {
            let start = Start { from: call.from.clone(), rule: call.row.rule };
            let instead = candidate.instead.clone().filter(|_| call.row.rule == table::INSTEAD);
            chains.extend(chain(&start, evidence, call.row.claims).map(|one| Because { instead, ..one }));
        }
    }
    if let Some((_, from)) = &ramped.uneven {
        let start = Start { from: from.clone(), rule: "sides-differ" };
        chains.extend(chain(&start, evidence, table::LENGTHENING_CLAIMS));
    }
    chains
}

/// Seconds of walking to begin with, where a goal says how long it is bearable.
fn bearable_walk_s(intake: &Intake) -> Option<f64> {
    const START: f64 = 0.8;
    goals::activities(intake)
        .filter(|(_, activity)| *activity == Activity::Walking)
        .find_map(|(index, _)| intake.goals.get(index)?.tolerance_minutes)
        .map(|minutes| minutes.get() * 60.0 * START)
}

fn review_after_days(intake: &Intake) -> u16 {
    let weeks = intake.complaint.as_ref().and_then(|complaint| complaint.duration_weeks);
    match weeks {
        _ if is_irritable(intake) => REVIEW_IRRITABLE_DAYS,
        Some(weeks) if weeks.get() < YOUNG_WEEKS => REVIEW_YOUNG_DAYS,
        _ => REVIEW_DAYS,
    }
}

/// What is worth reading for this person.
fn education(intake: &Intake) -> Vec<String> {
    let Some(strain) = &intake.strain else {
        return if is_irritable(intake) { vec!["education-flares".to_owned()] } else { Vec::new() };
    };
    let worried = is_high(strain.worry_moving_harms)
        || is_high(strain.low_confidence)
        || strain.feared_movement.is_some();
    [
        (worried, "education-hurt"),
        (is_high(strain.poor_sleep), "education-sleep"),
        (is_high(strain.little_support), "education-work"),
        (is_irritable(intake), "education-flares"),
        (is_strained(intake), "education-outlook"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, card)| card.to_owned())
    .collect()
}

fn wants_somebody_to_talk_to(intake: &Intake) -> bool {
    intake.strain.as_ref().is_some_and(|strain| {
        is_high(strain.low_mood) || is_high(strain.stress) || is_high(strain.little_support)
    })
}
