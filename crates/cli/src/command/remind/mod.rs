//! `counterpose remind`: reminders on the desktop, without a browser.
//!
//! Keeps nothing running but itself. What became of each reminder, and the time sat, go into the journal where there
//! is one. The engine (`coach`) decides; this watches the clock and the desktop and shows what it is told to.

mod desk;
pub mod wishes;

use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use counterpose_coach::reminder::engine::{self, Answer, Event, Memory, Moment};
use counterpose_coach::reminder::{Busy, Occurrence, Settings, What, When, ics};
use counterpose_content::Texts;
use counterpose_journal::tracking::{ReminderAnswered, Sat};
use counterpose_journal::{JournalStore, Payload, Writer, fold};
use jiff::tz::TimeZone;
use uuid::Uuid;

use self::desk::{Desk, Words};
use self::wishes::Wishes;
use super::data::everything;
use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::{input, language, runtime, zone};

/// What the engine remembers, beside the journal.
const MEMORY_FILE: &str = "reminder-memory.json";
const DAY_MS: i64 = 24 * 3_600_000;
const SNOOZE_MINUTES: u16 = 10;
/// The desktop is looked at at least so often.
const LOOK_EVERY: Duration = Duration::from_secs(20);
/// Minutes sat are written down in pieces of this length.
const SAT_PIECE_MS: i64 = 30 * 60_000;

/// Remind you on this desktop until you stop it (Ctrl+C).
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    wishes: Wishes,
    /// Be quiet during the busy times of this calendar file (.ics); read anew every ten minutes
    #[arg(long, value_name = "FILE")]
    calendar: Option<String>,
    /// Say what this desktop can do, show one note, and end
    #[arg(long = "try")]
    try_once: bool,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let settings = arguments.wishes.settings()?;
    let texts = language::for_people();
    let desk = Desk::look();
    let here = zone::here();
    let mut out = std::io::stdout();
    for line in desk.in_words() {
        writeln!(out, "{line}")?;
    }
    if !here.known {
        writeln!(out, "Time: this system tells no time zone; times of the day are read as UTC.")?;
    }
    if arguments.try_once {
        let words = words(&texts, &settings, None, false);
        writeln!(out, "{}: {}", words.title, words.body)?;
        desk::show(desk.note, &words);
        return Ok(Outcome::Done);
    }
    runtime::log();
    let mut keeper = Keeper::new(&arguments.place, &here.name);
    writeln!(
        out,
        "{}",
        if keeper.is_some() {
            "Answers go into your journal."
        } else {
            "There is no journal here, so answers are not kept (start the app once, or say --data DIR)."
        }
    )?;
    writeln!(out, "Reminding you; stop it with Ctrl+C.")?;
    out.flush()?;
    watch(arguments, &settings, &texts, desk, &here.zone, keeper.as_mut())
}

/// The loop. It ends with the process: everything worth keeping is written as it happens.
fn watch(
    arguments: &Arguments,
    settings: &Settings,
    texts: &Texts,
    desk: Desk,
    zone: &TimeZone,
    mut keeper: Option<&mut Keeper>,
) -> Result<Outcome, Failure> {
    let file = arguments.place.path().ok().filter(|folder| folder.is_dir()).map(|it| it.join(MEMORY_FILE));
    let mut memory = file.as_deref().map(remembered).unwrap_or_default();
    let (answers, answered) = mpsc::channel::<(Occurrence, Option<usize>)>();
    let mut busy = Vec::new();
    let mut read_at = i64::MIN;
    let mut sat_written = (jiff::civil::Date::MIN, 0);
    loop {
        let now = runtime::now_ms();
        if let Some(file) = &arguments.calendar
            && (now < read_at || now.saturating_sub(read_at) >= 10 * 60_000)
        {
            busy = busy_of(file, now, zone)?;
            read_at = now;
        }
        let moment =
            Moment { now_ms: now, zone, activity: desk.activity(now), busy: &busy, quiet_until_ms: None };
        let stepped = engine::step(&mut memory, settings, &moment);
        for event in &stepped.events {
            if let Event::Deliver { occurrence, silent, .. } = event {
                let words = words(texts, settings, Some(&occurrence.rule), *silent);
                writeln!(std::io::stdout(), "{}: {}", words.title, words.body)?;
                let (answers, occurrence) = (answers.clone(), occurrence.clone());
                thread::spawn(move || {
                    let answer = desk::show(desk.note, &words);
                    answers.send((occurrence, answer)).ok();
                });
            }
            keep(keeper.as_deref_mut(), event, now)?;
        }
        if let Some((date, ms)) = memory.sat() {
            let before = if sat_written.0 == date { sat_written.1 } else { 0 };
            if ms - before >= SAT_PIECE_MS {
                sat_written = (date, ms);
                if let Some(keeper) = keeper.as_deref_mut() {
                    keeper.write(
                        &Payload::Sat(Sat { minutes: (ms - before) as f64 / 60_000.0 }),
                        now,
                        zone,
                    )?;
                }
            }
        }
        if let Some(file) = &file {
            remember(file, &memory);
        }
        let wait = u64::try_from(stepped.next_ms.saturating_sub(runtime::now_ms()).max(200)).unwrap_or(200);
        match answered.recv_timeout(Duration::from_millis(wait).min(LOOK_EVERY)) {
            Ok((occurrence, answer)) => {
                let answer = match answer {
                    Some(0) => Answer::Done,
                    Some(1) => Answer::Snooze { minutes: SNOOZE_MINUTES },
                    Some(_) => Answer::Skip,
                    None => continue,
                };
                let now = runtime::now_ms();
                let event = engine::answer(&mut memory, &occurrence.rule, occurrence.due_ms, answer, now);
                if let Some(event) = event {
                    keep(keeper.as_deref_mut(), &event, now)?;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(Outcome::Done),
        }
    }
}

/// What a former run remembers; nothing where it cannot be read: then sitting begins anew.
fn remembered(file: &Path) -> Memory {
    std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Keeps it over a restart: a half-written file is never put in place of a whole one.
fn remember(file: &Path, memory: &Memory) {
    let beside = file.with_extension("new");
    let written = serde_json::to_vec(memory).map_err(std::io::Error::from);
    let written = written.and_then(|bytes| std::fs::write(&beside, bytes));
    if let Err(error) = written.and_then(|()| std::fs::rename(&beside, file)) {
        tracing::warn!(%error, "sitting time is not kept over a restart");
    }
}

fn keep(keeper: Option<&mut Keeper>, event: &Event, now: i64) -> Result<(), Failure> {
    let (occurrence, what) = match event {
        Event::Over { occurrence, what } => (occurrence, *what),
        Event::PutOff { occurrence, .. } => (occurrence, What::Snoozed),
        Event::Deliver { .. } | Event::Folded { .. } => return Ok(()),
    };
    let Some(keeper) = keeper else { return Ok(()) };
    let zone = keeper.zone.clone();
    let answered = ReminderAnswered {
        rule: occurrence.rule.clone(),
        habit: occurrence.habit.clone(),
        due_ms: occurrence.due_ms,
        what,
    };
    keeper.write(&Payload::ReminderAnswered(answered), now, &zone)
}

fn busy_of(file: &str, now: i64, zone: &TimeZone) -> Result<Vec<Busy>, Failure> {
    let window = (now - DAY_MS, now + 2 * DAY_MS);
    let calendar = ics::read(&input::read(file)?, window, zone, &zone::named)
        .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(file))))?;
    for name in &calendar.unknown_zones {
        tracing::warn!(name, "no rules for a time zone of the calendar; read as this machine's");
    }
    Ok(calendar.busy)
}

/// The words of a reminder of a rule (of the squeeze, where none is named).
fn words(texts: &Texts, settings: &Settings, rule: Option<&str>, silent: bool) -> Words {
    let found = rule.and_then(|id| settings.rules.iter().find(|rule| rule.id == id));
    let body = match found.map(|rule| &rule.when) {
        None | Some(When::Sitting { .. }) => "reminder-say-sitting",
        Some(When::Times { .. }) => "reminder-say-times",
        Some(When::BeforeDriving { .. }) => "reminder-say-before-driving",
        Some(When::OnWaking { .. }) => "reminder-say-on-waking",
    };
    let answers =
        ["reminder-answer-done", "reminder-answer-snooze", "reminder-answer-skip"].map(|key| texts.get(key));
    Words { title: texts.get("reminder-say-title"), body: texts.get(body), answers, silent }
}

/// Writes into the journal that is there.
struct Keeper {
    runtime: tokio::runtime::Runtime,
    store: counterpose_store::Store,
    writer: Writer,
    zone: TimeZone,
    zone_name: String,
    entropy: u128,
}

impl Keeper {
    fn new(place: &Place, zone_name: &str) -> Option<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
        let opened = runtime.block_on(async {
            let store = place.journal().await?;
            let entries = everything(&store).await?;
            Ok::<_, Failure>((store, fold(&entries).lamport))
        });
        let (store, lamport) = opened.ok()?;
        // Not secret: identifiers only have to differ from those of other devices.
        let seed = u128::from(std::process::id()) << 64 | u128::from(runtime::now_ms().unsigned_abs());
        let entropy = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
        let device = Uuid::from_u128(entropy);
        Some(Self {
            runtime,
            store,
            writer: Writer::new(device, lamport),
            zone: zone::here().zone,
            zone_name: zone_name.to_owned(),
            entropy,
        })
    }

    fn write(&mut self, payload: &Payload, now_ms: i64, zone: &TimeZone) -> Result<(), Failure> {
        let at = jiff::Timestamp::from_millisecond(now_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let offset = zone.to_offset(at).seconds() / 60;
        self.entropy = self.entropy.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(1);
        let moment = counterpose_journal::Moment {
            now_ms,
            offset_minutes: i16::try_from(offset).unwrap_or(0),
            zone: self.zone_name.clone(),
            entropy: self.entropy,
        };
        let entry = self.writer.write(&moment, payload).map_err(|error| Failure::Serve(error.to_string()))?;
        let person = self.store.person();
        let done = self.runtime.block_on(self.store.append(person, &[entry]))?;
        if done.added == 0 {
            // Everything was erased meanwhile: what is written from now on must say that it knows.
            let entries = self.runtime.block_on(everything(&self.store))?;
            self.writer.see(fold(&entries).lamport);
            let entry =
                self.writer.write(&moment, payload).map_err(|error| Failure::Serve(error.to_string()))?;
            self.runtime.block_on(self.store.append(person, &[entry]))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use counterpose_content::Locale;

    use super::*;

    #[test]
    fn what_is_remembered_comes_back_and_damage_begins_anew() {
        let folder = std::env::temp_dir().join(format!("counterpose-remind-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(MEMORY_FILE);
        assert_eq!(remembered(&file), Memory::default());
        let mut memory = Memory::default();
        let rules = vec![counterpose_coach::reminder::rule::squeeze(30)];
        let settings = Settings { rules, ..Settings::default() };
        for minute in 0..40 {
            let moment = Moment {
                now_ms: 1_800_000_000_000 + minute * 60_000,
                zone: &TimeZone::UTC,
                activity: counterpose_coach::reminder::Activity::Active,
                busy: &[],
                quiet_until_ms: None,
            };
            engine::step(&mut memory, &settings, &moment);
        }
        assert_eq!(memory.unanswered().count(), 1);
        remember(&file, &memory);
        assert_eq!(remembered(&file), memory);
        std::fs::write(&file, "{").unwrap();
        assert_eq!(remembered(&file), Memory::default());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn every_kind_of_rule_has_its_words_and_they_are_few() {
        let texts = Texts::new(Locale::English);
        for key in ["sitting", "times", "before-driving", "on-waking"] {
            let text = texts.get(&format!("reminder-say-{key}"));
            assert!(text.split_whitespace().count() <= 12, "{text}");
        }
        let words = words(&texts, &Settings::default(), None, false);
        assert!(words.answers.iter().all(|answer| !answer.is_empty() && !answer.starts_with("reminder")));
    }
}
