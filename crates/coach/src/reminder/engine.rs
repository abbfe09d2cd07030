//! The engine: from the time and what is known of the person to what is said now and when to ask again.
//!
//! Every occurrence has one fate. It is said once (again only after a snooze) and then answered or missed; or it goes
//! by unsaid: a natural break came first, the machine slept too long, or a later one of the same rule stands for it.
//! What falls into quiet time is held and said once at its end; a meeting may hold it only so long.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use serde::{Deserialize, Serialize};

use super::dose::What;
use super::quiet::{Busy, day_of, instant, local, quiet_at};
use super::rule::{Rule, Settings, When};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// Dates of the clock that are kept apart one by one, behind today.
const DATES_KEPT: i64 = 3;

/// What is known of the person at the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Activity {
    /// Using it.
    Active,
    /// Away from it.
    Idle {
        /// Since when, in milliseconds since 1970 UTC.
        since_ms: i64,
    },
    /// The system does not say.
    Unknown,
}

/// What is true at a step.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Now, by the device's clock.
    pub now_ms: i64,
    /// The rules of the zone the person is in now.
    pub zone: &'a TimeZone,
    /// What is known of the person.
    pub activity: Activity,
    /// Busy times of the calendar.
    pub busy: &'a [Busy],
    /// "Quiet until", set by hand.
    pub quiet_until_ms: Option<i64>,
}

/// One thing that was due. Rule and due time together name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Occurrence {
    /// The rule.
    pub rule: String,
    /// The habit.
    pub habit: String,
    /// When it was due.
    pub due_ms: i64,
    /// The day it counts for.
    pub date: Date,
}

/// Something that happened in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// Say it now.
    Deliver {
        /// What.
        occurrence: Occurrence,
        /// Without sound or window: only a sign that it is there.
        silent: bool,
        /// Whether it was held back before.
        held: bool,
    },
    /// It is over: answered, missed, or not needed.
    Over {
        /// What.
        occurrence: Occurrence,
        /// How.
        what: What,
    },
    /// Put off; it comes again.
    PutOff {
        /// What.
        occurrence: Occurrence,
        /// Until when.
        until_ms: i64,
    },
    /// It went by because a later one of the same rule stands for it, or the day has had its most.
    Folded {
        /// What.
        occurrence: Occurrence,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
enum Stage {
    /// Not said yet, not before this time.
    Waiting { from_ms: i64 },
    /// Said and not answered.
    Shown { at_ms: i64 },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Open {
    occurrence: Occurrence,
    #[serde(flatten)]
    stage: Stage,
}

/// What the engine remembers between steps; the shell keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    last_ms: Option<i64>,
    /// Since when each rule is known: what was due before is nobody's business.
    known: BTreeMap<String, i64>,
    /// Dates before this are settled as a whole.
    floor: Option<Date>,
    /// Clock occurrences that had their turn.
    settled: BTreeSet<(String, Date, Time)>,
    sitting_since_ms: Option<i64>,
    /// When each sitting rule last spoke.
    spoke: BTreeMap<String, i64>,
    open: Vec<Open>,
    /// How often each rule spoke on its last day.
    said: BTreeMap<String, (Date, u8)>,
    /// Sitting of the day, in milliseconds.
    sat: Option<(Date, i64)>,
}

impl Memory {
    /// How long the person sat on the last day that was seen.
    #[must_use]
    pub const fn sat(&self) -> Option<(Date, i64)> {
        self.sat
    }

    /// What was said and is not answered yet.
    pub fn unanswered(&self) -> impl Iterator<Item = &Occurrence> {
        let shown = self.open.iter().filter(|open| matches!(open.stage, Stage::Shown { .. }));
        shown.map(|open| &open.occurrence)
    }

    fn said_on(&self, rule: &str, day: Date) -> u8 {
        self.said.get(rule).filter(|(on, _)| *on == day).map_or(0, |(_, count)| *count)
    }
}

/// What a step gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// When to call again at the latest.
    pub next_ms: i64,
}

/// One step.
pub fn step(memory: &mut Memory, settings: &Settings, moment: &Moment<'_>) -> Stepped {
    let mut events = Vec::new();
    set_back(memory, moment);
    sitting(memory, settings, moment, &mut events);
    for rule in &settings.rules {
        let since = *memory.known.entry(rule.id.clone()).or_insert(moment.now_ms);
        match &rule.when {
            When::Sitting { every_minutes } => of_sitting(memory, rule, *every_minutes, moment),
            When::OnWaking { not_before } => of_waking(memory, rule, *not_before, moment),
            When::Times { .. } | When::BeforeDriving { .. } => {
                of_clock(memory, settings, rule, since, moment, &mut events);
            }
        }
    }
    let today = local(moment.now_ms, moment.zone).date();
    let keep_from = today.saturating_sub(DATES_KEPT.days());
    memory.floor = Some(memory.floor.map_or(today, |floor| floor.max(keep_from)));
    memory.settled.retain(|(_, date, _)| *date >= keep_from);
    memory.open.retain(|open| settings.rules.iter().any(|rule| rule.id == open.occurrence.rule));
    fates(memory, settings, moment, &mut events);
    memory.last_ms = Some(moment.now_ms);
    Stepped { events, next_ms: next(memory, settings, moment) }
}

/// What the person did with a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Did it.
    Done,
    /// Said no.
    Skip,
    /// Later.
    Snooze {
        /// In so many minutes.
        minutes: u16,
    },
}

/// Takes an answer; `None` where nothing of that name waits for one (it was answered before, or went by).
pub fn answer(memory: &mut Memory, rule: &str, due_ms: i64, answer: Answer, now_ms: i64) -> Option<Event> {
    let at = memory.open.iter().position(|open| {
        open.occurrence.rule == rule
            && open.occurrence.due_ms == due_ms
            && matches!(open.stage, Stage::Shown { .. })
    })?;
    if let Answer::Snooze { minutes } = answer {
        let until_ms = now_ms.saturating_add(i64::from(minutes.max(1)) * MINUTE_MS);
        let open = memory.open.get_mut(at)?;
        open.stage = Stage::Waiting { from_ms: until_ms };
        return Some(Event::PutOff { occurrence: open.occurrence.clone(), until_ms });
    }
    let what = if answer == Answer::Done { What::Done } else { What::Skipped };
    Some(Event::Over { occurrence: memory.open.remove(at).occurrence, what })
}

/// A clock that was set back takes with it what was measured by it; names of occurrences stay.
fn set_back(memory: &mut Memory, moment: &Moment<'_>) {
    let Some(back) = memory.last_ms.map(|last| last - moment.now_ms).filter(|back| *back > 0) else { return };
    memory.sitting_since_ms = memory.sitting_since_ms.map(|since| since - back);
    for spoke in memory.spoke.values_mut() {
        *spoke -= back;
    }
    for open in &mut memory.open {
        match &mut open.stage {
            Stage::Waiting { from_ms: at } | Stage::Shown { at_ms: at } => *at -= back,
        }
    }
    if back > DAY_MS {
        // The dates it showed were wrong: what they settled is taken back, today's stays.
        let today = local(moment.now_ms, moment.zone).date();
        memory.floor = memory.floor.map(|floor| floor.min(today));
        memory.settled.retain(|(_, date, _)| *date <= today);
        for known in memory.known.values_mut() {
            *known = (*known).min(moment.now_ms);
        }
    }
}

/// Sitting since when; a time away, or a time in which nobody called, is a break.
fn sitting(memory: &mut Memory, settings: &Settings, moment: &Moment<'_>, events: &mut Vec<Event>) {
    let break_ms = i64::from(settings.break_minutes.max(1)) * MINUTE_MS;
    let gap = memory.last_ms.map_or(0, |last| moment.now_ms - last).max(0);
    let away = matches!(moment.activity, Activity::Idle { since_ms } if moment.now_ms - since_ms >= break_ms);
    if gap >= break_ms || away {
        memory.sitting_since_ms = None;
        memory.open.retain(|open| {
            let of_sitting = settings
                .rules
                .iter()
                .any(|rule| rule.id == open.occurrence.rule && matches!(rule.when, When::Sitting { .. }));
            let covered = of_sitting && matches!(open.stage, Stage::Waiting { .. });
            if covered {
                events.push(Event::Over { occurrence: open.occurrence.clone(), what: What::NaturalBreak });
            }
            !covered
        });
    } else if memory.sitting_since_ms.is_some() && !matches!(moment.activity, Activity::Idle { .. }) {
        let day = day_of(moment.now_ms, moment.zone);
        let before = memory.sat.filter(|(on, _)| *on == day).map_or(0, |(_, ms)| ms);
        memory.sat = Some((day, before + gap));
    }
    if !away && !matches!(moment.activity, Activity::Idle { .. }) {
        memory.sitting_since_ms.get_or_insert(moment.now_ms);
    }
}

fn of_sitting(memory: &mut Memory, rule: &Rule, every_minutes: u16, moment: &Moment<'_>) {
    let Some(since) = memory.sitting_since_ms else { return };
    let waits = memory.open.iter().any(|open| open.occurrence.rule == rule.id);
    let day = day_of(moment.now_ms, moment.zone);
    if waits || memory.said_on(&rule.id, day) >= rule.most_per_day {
        return;
    }
    let from = memory.spoke.get(&rule.id).map_or(since, |spoke| since.max(*spoke));
    let due_ms = from.saturating_add(i64::from(every_minutes) * MINUTE_MS);
    if due_ms <= moment.now_ms {
        open(memory, rule, due_ms, day, due_ms);
    }
}

fn of_waking(memory: &mut Memory, rule: &Rule, not_before: Time, moment: &Moment<'_>) {
    let now = local(moment.now_ms, moment.zone);
    let key = (rule.id.clone(), now.date(), not_before);
    let floor = memory.floor.unwrap_or(now.date());
    if moment.activity == Activity::Active
        && now.time() >= not_before
        && now.date() >= floor
        && memory.settled.insert(key)
    {
        open(memory, rule, moment.now_ms, day_of(moment.now_ms, moment.zone), moment.now_ms);
    }
}

fn of_clock(
    memory: &mut Memory,
    settings: &Settings,
    rule: &Rule,
    since_ms: i64,
    moment: &Moment<'_>,
    events: &mut Vec<Event>,
) {
    let today = local(moment.now_ms, moment.zone).date();
    let mut due: Vec<(i64, Date, Time)> = Vec::new();
    // A drive just after midnight is announced on the date before; so look one date ahead.
    let mut date = memory.floor.unwrap_or(today);
    let last = today.saturating_add(1.day());
    while date <= last {
        for time in clock_times(rule) {
            if let Some(due_ms) = due_at(rule, date, time, moment.zone)
                && due_ms <= moment.now_ms
                && due_ms >= since_ms
                && memory.settled.insert((rule.id.clone(), date, time))
            {
                due.push((due_ms, date, time));
            }
        }
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    due.sort_unstable();
    for (due_ms, _, _) in due {
        let quiet = quiet_at(due_ms, &settings.quiet_hours, moment.busy, moment.quiet_until_ms, moment.zone);
        let sayable_ms = quiet.map_or(due_ms, |quiet| quiet.until_ms);
        let occurrence = Occurrence {
            rule: rule.id.clone(),
            habit: rule.habit.clone(),
            due_ms,
            date: day_of(due_ms, moment.zone),
        };
        if moment.now_ms - sayable_ms > i64::from(settings.late_minutes) * MINUTE_MS {
            events.push(Event::Over { occurrence, what: What::Missed });
            continue;
        }
        make_room(memory, &rule.id, events);
        memory.open.push(Open { occurrence, stage: Stage::Waiting { from_ms: due_ms } });
    }
}

/// One of a rule is open at a time: an older one that still waits is folded, one that was said is missed.
fn make_room(memory: &mut Memory, rule: &str, events: &mut Vec<Event>) {
    memory.open.retain(|open| {
        if open.occurrence.rule != rule {
            return true;
        }
        let occurrence = open.occurrence.clone();
        events.push(match open.stage {
            Stage::Waiting { .. } => Event::Folded { occurrence },
            Stage::Shown { .. } => Event::Over { occurrence, what: What::Missed },
        });
        false
    });
}

fn open(memory: &mut Memory, rule: &Rule, due_ms: i64, date: Date, from_ms: i64) {
    let occurrence = Occurrence { rule: rule.id.clone(), habit: rule.habit.clone(), due_ms, date };
    memory.open.push(Open { occurrence, stage: Stage::Waiting { from_ms } });
}

fn clock_times(rule: &Rule) -> Vec<Time> {
    match &rule.when {
        When::Times { times } => times.clone(),
        When::BeforeDriving { departures, .. } => departures.clone(),
        When::Sitting { .. } | When::OnWaking { .. } => vec![],
    }
}

/// The instant of a clock occurrence: the same date and time never comes twice, an hour that is skipped moves it.
fn due_at(rule: &Rule, date: Date, time: Time, zone: &TimeZone) -> Option<i64> {
    let before = match rule.when {
        When::BeforeDriving { minutes_before, .. } => SignedDuration::from_mins(i64::from(minutes_before)),
        _ => SignedDuration::ZERO,
    };
    let at = date.to_datetime(time).saturating_sub(before);
    instant(at.date(), at.time(), zone)
}

/// Says what may be said now, and ends what went unanswered.
fn fates(memory: &mut Memory, settings: &Settings, moment: &Moment<'_>, events: &mut Vec<Event>) {
    let now = moment.now_ms;
    let quiet = quiet_at(now, &settings.quiet_hours, moment.busy, moment.quiet_until_ms, moment.zone);
    let hold_ms = i64::from(settings.longest_hold_minutes) * MINUTE_MS;
    let day = day_of(now, moment.zone);
    let away = matches!(moment.activity, Activity::Idle { .. });
    for open in core::mem::take(&mut memory.open) {
        let occurrence = open.occurrence.clone();
        match open.stage {
            Stage::Shown { at_ms } if now - at_ms >= i64::from(settings.answer_minutes) * MINUTE_MS => {
                events.push(Event::Over { occurrence, what: What::Missed });
            }
            Stage::Shown { .. } => memory.open.push(open),
            Stage::Waiting { from_ms } if now < from_ms => memory.open.push(open),
            Stage::Waiting { from_ms } => {
                let too_long = now - from_ms >= hold_ms;
                let held = match quiet {
                    Some(quiet) => !(quiet.only_busy && too_long),
                    None => away && !too_long,
                };
                if held {
                    memory.open.push(open);
                } else if away && quiet.is_none() {
                    // Nobody there for as long as anything is held: it went by.
                    events.push(Event::Over { occurrence, what: What::Missed });
                } else {
                    say(memory, settings, open, quiet.is_some(), moment, day, events);
                }
            }
        }
    }
}

fn say(
    memory: &mut Memory,
    settings: &Settings,
    mut open: Open,
    silent: bool,
    moment: &Moment<'_>,
    day: Date,
    events: &mut Vec<Event>,
) {
    let occurrence = open.occurrence.clone();
    let most =
        settings.rules.iter().find(|rule| rule.id == occurrence.rule).map_or(0, |rule| rule.most_per_day);
    let said = memory.said_on(&occurrence.rule, day);
    if said >= most {
        events.push(Event::Folded { occurrence });
        return;
    }
    memory.said.insert(occurrence.rule.clone(), (day, said + 1));
    memory.spoke.insert(occurrence.rule.clone(), moment.now_ms);
    let held = moment.now_ms - occurrence.due_ms >= MINUTE_MS;
    open.stage = Stage::Shown { at_ms: moment.now_ms };
    memory.open.push(open);
    events.push(Event::Deliver { occurrence, silent, held });
}

/// The next instant at which something can change; at most half a break away, because a longer silence reads as
/// sleep.
fn next(memory: &Memory, settings: &Settings, moment: &Moment<'_>) -> i64 {
    let now = moment.now_ms;
    let latest = now + i64::from(settings.break_minutes.max(1)) * MINUTE_MS / 2;
    let mut at: Vec<i64> = vec![latest];
    for rule in &settings.rules {
        if let (When::Sitting { every_minutes }, Some(since)) = (&rule.when, memory.sitting_since_ms) {
            let from = memory.spoke.get(&rule.id).map_or(since, |spoke| since.max(*spoke));
            at.push(from.saturating_add(i64::from(*every_minutes) * MINUTE_MS));
        }
        let today = local(now, moment.zone).date();
        for date in [today, today.saturating_add(1.day())] {
            at.extend(clock_times(rule).into_iter().filter_map(|time| due_at(rule, date, time, moment.zone)));
        }
    }
    for open in &memory.open {
        at.push(match open.stage {
            Stage::Waiting { from_ms } => from_ms,
            Stage::Shown { at_ms } => at_ms + i64::from(settings.answer_minutes) * MINUTE_MS,
        });
    }
    if !memory.open.is_empty() {
        let quiet = quiet_at(now, &settings.quiet_hours, moment.busy, moment.quiet_until_ms, moment.zone);
        at.extend(quiet.map(|quiet| quiet.until_ms));
    }
    at.into_iter().filter(|at| *at > now).min().unwrap_or(latest)
}
