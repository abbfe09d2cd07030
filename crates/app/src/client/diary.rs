//! The diary: what is asked on a day, and how it is offered without nagging.
//!
//! One thing at a time, at most one longer question a day, everything skippable; what was put off stays away for a
//! while. What this module does not do: draw the questions (`asking`) or keep the answers (`answering`).

use counterpose_coach::dates;
use counterpose_coach::intake::Goal;
use counterpose_coach::outcome::{self, Ask, InstrumentId, Past};
use counterpose_coach::vocabulary::Tier;
use counterpose_content::Arg;
use counterpose_journal::Moment;
use counterpose_journal::day::{days_between, plus_days};
use counterpose_journal::payload::{Payload, Setting};
use counterpose_journal::tracking::OutcomeAnswered;
use jiff::civil::Date;
use serde_json::json;

use super::Client;
use crate::action::Action;
use crate::effect::Effect;
use crate::pages::selftest::date as day_and_month;
use crate::route::{Asking, Route};
use crate::view::{Button, Emphasis, InfoCard};
use crate::words::{button, card, link};

/// From this hour on the day is asked about.
const EVENING_FROM: i64 = 16;
/// So many days back a line can be filled in.
pub(super) const DAYS_BACK: i64 = 3;
/// Goals that were put off are not asked about for so many days.
const GOALS_AGAIN_DAYS: i64 = 7;
/// Goals a person can have.
pub(super) const MOST_GOALS: usize = 3;

impl Client {
    /// Whether the diary can be kept: also while somebody waits to be seen by a clinician, who will ask for it.
    pub(super) fn may_keep_diary(&self) -> bool {
        let waits =
            self.is_visited() && self.decided.eligible() && self.decided.tier() == Some(Tier::ClinicianFirst);
        self.may_move() || waits
    }

    /// The day the plan's questions count from: the first session.
    pub(super) fn began(&self) -> Option<Date> {
        self.state.sessions_done().into_iter().filter_map(|(_, session)| session.date()).min()
    }

    /// What is asked today by the calendar.
    fn asks(&self) -> Vec<Ask> {
        let tracking = &self.state.tracking;
        let mut past = Past {
            began: self.began(),
            sessions_done: u32::try_from(self.state.sessions_done().len()).unwrap_or(u32::MAX),
            ..Past::default()
        };
        for told in tracking.outcomes.iter().filter(|told| !told.value.from_clinic) {
            if let Some(ask) = ask_of(&told.value.instrument) {
                let list = if told.value.skipped { &mut past.skipped } else { &mut past.answered };
                list.push((ask, told.date));
            }
        }
        past.answered.extend(tracking.pain.keys().map(|date| (Ask::DailyPain, *date)));
        outcome::due(&past, self.day)
    }

    /// The one longer thing to ask today; none where one was answered or put off already.
    pub(super) fn asking_today(&self) -> Option<Asking> {
        if !self.may_move() {
            return None;
        }
        let told_today = self.state.tracking.outcomes.iter().any(|it| it.date == self.day);
        let put_off = self.setting_date("goals-later");
        if self.began().is_some() && self.goals().is_empty() && !told_today {
            let waits = put_off.is_some_and(|on| days_between(on, self.day) < GOALS_AGAIN_DAYS);
            if !waits && self.saved.get("precautions").is_some() {
                return Some(Asking::Goals);
            }
        }
        if told_today || put_off == Some(self.day) {
            return None;
        }
        self.asks().into_iter().find_map(|ask| match ask {
            Ask::OwnActivities | Ask::Interference => Some(Asking::Week),
            Ask::RolandMorris => Some(Asking::Statements),
            Ask::GlobalChange => Some(Asking::Change),
            Ask::DailyPain | Ask::SelfTests => None,
        })
    }

    /// The line of the day, from the afternoon on, until it is written or put off.
    pub(super) fn evening_card(&self, now: &Moment) -> Option<InfoCard> {
        let texts = &self.texts;
        let begun = self.began().is_some() || !self.may_move();
        let told = self.state.tracking.pain.contains_key(&self.day);
        let put_off = self.setting_date("diary-later") == Some(self.day);
        if !self.may_keep_diary() || !begun || told || put_off || !is_evening(now) {
            return None;
        }
        Some(InfoCard {
            paragraphs: vec![texts.get("today-evening-text")],
            buttons: vec![
                link(texts, "today-evening-write", Emphasis::Secondary, Route::Diary(Asking::Day)),
                button(texts, "not-today", Emphasis::Quiet, Action::NotNow(Asking::Day)),
            ],
            ..card(texts.get("today-evening"))
        })
    }

    /// The longer question of the day.
    pub(super) fn asking_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        let asking = self.asking_today()?;
        let stem = format!("today-ask-{}", asking.slug());
        let open = Button {
            label: texts.get("today-ask-open"),
            detail: None,
            action: Action::Go(Route::Diary(asking)),
            emphasis: Emphasis::Secondary,
        };
        let later = button(texts, "not-now", Emphasis::Quiet, Action::NotNow(asking));
        Some(InfoCard {
            paragraphs: vec![texts.get(&format!("{stem}-text"))],
            buttons: vec![open, later],
            ..card(texts.get(&stem))
        })
    }

    /// What was told today, for the list of what was done.
    pub(super) fn told_today(&self) -> Option<String> {
        let pain = self.state.tracking.pain.get(&self.day)?;
        let average = pain.average?;
        let n = Arg::from(average.get());
        Some(match pain.worst {
            Some(worst) => {
                self.texts.format("told-average-and-worst", &[("n", n), ("worst", worst.get().into())])
            }
            None => self.texts.format("told-average", &[("n", n)]),
        })
    }

    pub(super) fn not_now(&mut self, asking: Asking, now: &Moment) -> Vec<Effect> {
        if !self.may_keep_diary() {
            return Vec::new();
        }
        let later = |key: &str| {
            let value = json!(dates::written(self.day));
            Payload::Setting(Setting { key: key.to_owned(), value })
        };
        let skipped = |id: InstrumentId| {
            Payload::OutcomeAnswered(OutcomeAnswered { skipped: true, ..OutcomeAnswered::of(id.as_str()) })
        };
        let payloads = match asking {
            Asking::Day => vec![later("diary-later")],
            Asking::Goals | Asking::Goal(_) => vec![later("goals-later")],
            Asking::Week => vec![skipped(InstrumentId::OwnActivities), skipped(InstrumentId::Interference)],
            Asking::Statements => vec![skipped(InstrumentId::RolandMorris)],
            Asking::Change => vec![skipped(InstrumentId::GlobalChange)],
            Asking::Clinic => Vec::new(),
        };
        let mut effects = self.record(payloads, now);
        if self.route == Route::Diary(asking) {
            self.draft = crate::flow::draft::Draft::new();
            effects.extend(self.move_to(Route::Today, false));
        }
        effects
    }

    /// A setting that is a date.
    pub(super) fn setting_date(&self, key: &str) -> Option<Date> {
        dates::read(self.setting_text(key)?)
    }

    /// What the person wants back.
    pub(super) fn goals(&self) -> &[Goal] {
        &self.decided.intake.goals
    }

    /// The name of a goal: the words of its kind, else the person's own.
    pub(super) fn goal_name(&self, goal: &Goal) -> String {
        match goal.kind {
            Some(kind) => self.texts.find(&format!("goal-{kind}")).unwrap_or_else(|| goal.activity.clone()),
            None => goal.activity.clone(),
        }
    }

    /// The days a line can be about: today and the last few, as far as they count.
    pub(super) fn days_to_tell(&self) -> Vec<Date> {
        (0..=DAYS_BACK).map(|back| plus_days(self.day, -back)).collect()
    }

    /// "Today", "Yesterday", "Monday, 3 March".
    pub(super) fn day_name(&self, date: Date) -> String {
        let texts = &self.texts;
        match days_between(date, self.day) {
            0 => texts.get("day-today"),
            1 => texts.get("day-yesterday"),
            _ => {
                let weekday = texts.get(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
                let day = day_and_month(texts, date);
                texts.format("day-named", &[("weekday", weekday.into()), ("day", day.into())])
            }
        }
    }
}

/// The name under which the ratings of a goal are kept: its kind, else the person's own words.
pub(super) fn goal_key(goal: &Goal) -> String {
    goal.kind.map_or_else(|| goal.activity.clone(), |kind| kind.as_str().to_owned())
}

fn ask_of(instrument: &str) -> Option<Ask> {
    Ask::ALL.iter().copied().find(|ask| ask.as_str() == instrument)
}

/// Whether it is late enough to ask about the day, or still the night after it.
fn is_evening(now: &Moment) -> bool {
    let minutes = now.now_ms.div_euclid(60_000) + i64::from(now.offset_minutes);
    let hour = minutes.rem_euclid(24 * 60) / 60;
    !(counterpose_journal::day::ROLLS_OVER_AT_HOUR..EVENING_FROM).contains(&hour)
}
