//! Today: the session, the check-in with the list in sight, the drive card, the habit, what was done, tomorrow.
//!
//! No streaks and no scores: a day without a session is a day. What this module does not do: run the session.

use counterpose_coach::screening::emergency_list;
use counterpose_content::{Arg, Locale};
use counterpose_journal::Moment;
use counterpose_journal::payload::Ended;

use super::Client;
use super::decided::Due;
use crate::action::{Action, Setting, TextSize, Theme};
use crate::pages::{exercise, safety};
use crate::route::{Route, Screen};
use crate::view::{
    Button, CheckInCard, Choice, ChoiceField, Emphasis, InfoCard, SessionCard, SettingsPage, TodayPage,
};
use crate::words::{button, card, count, link, plain};

const MEGABYTE: f64 = 1_000_000.0;

impl Client {
    pub(super) fn today_page(&self, now: &Moment) -> TodayPage {
        let texts = &self.texts;
        let heading = texts.format(
            "today-heading",
            &[
                (
                    "weekday",
                    texts.get(&format!("weekday-{}", self.day.weekday().to_monday_one_offset())).into(),
                ),
                ("day", Arg::from(i64::from(self.day.day()))),
                ("month", texts.get(&format!("month-{}", self.day.month())).into()),
            ],
        );
        let mut page = TodayPage {
            heading,
            lead: None,
            stop: None,
            check_in: None,
            session: None,
            evening: self.evening_card(now),
            ask: None,
            asking: None,
            remind: None,
            test: None,
            drive: None,
            habit: None,
            done: self.done_card(),
            tomorrow: None,
        };
        if !self.may_move() {
            page.stop = Some(self.stop_card());
            return page;
        }
        let finished = self.sessions_today().iter().any(|(ended, _)| *ended == Ended::Completed);
        let trained = !self.state.sessions_done().is_empty();
        let lead = match (trained, finished) {
            (false, _) => "today-lead-first",
            (true, false) => "today-lead-open",
            (true, true) => "today-lead-done",
        };
        page.lead = Some(self.held_lead().unwrap_or_else(|| texts.get(lead)));
        page.check_in = self.check_in_card();
        page.session = self.session_card(finished);
        page.ask = (trained && self.saved.get("precautions").is_none()).then(|| InfoCard {
            paragraphs: vec![texts.get("today-ask-care-text")],
            buttons: vec![link(texts, "today-ask-care-button", Emphasis::Secondary, Route::Care)],
            ..card(texts.get("today-ask-care"))
        });
        // One longer thing a day: what to take care with comes before questions of the diary.
        page.asking = if page.ask.is_none() { self.asking_card() } else { None };
        page.test = self.test_card();
        page.drive = self.drives().then(|| InfoCard {
            paragraphs: vec![texts.get("today-drive-text")],
            buttons: vec![link(texts, "today-drive-open", Emphasis::Secondary, Route::DriveCard)],
            ..card(texts.get("today-drive"))
        });
        page.habit = self.habit_card();
        page.remind = self.remind_card();
        page.tomorrow = self.tomorrow_card();
        page
    }

    /// Where a stop stands, or something is still to be answered: what to do first, instead of a session.
    fn stop_card(&self) -> InfoCard {
        let texts = &self.texts;
        let open = link(texts, "today-stop-open", Emphasis::Primary, Route::Result);
        let heading = match &self.decided.screening {
            Some(screening) => crate::pages::result::heading(texts, screening),
            None => texts.get("title-result"),
        };
        InfoCard { buttons: vec![open], ..card(heading) }
    }

    fn check_in_card(&self) -> Option<CheckInCard> {
        if self.is_checked_in() {
            return None;
        }
        let texts = &self.texts;
        let due = self.due();
        let why = due.first().map(|due| {
            texts.get(match due {
                Due::Never => "today-check-in-due-never",
                Due::Stopped => "today-check-in-due-stopped",
                Due::Reported => "today-check-in-due-reported",
                Due::Worse => "today-check-in-due-worse",
                Due::Because(because) => return texts.get(&format!("due-{because}")),
            })
        });
        let list =
            emergency_list(&self.decided.asked).iter().map(|question| texts.get(&question.text)).collect();
        let buttons = if why.is_some() {
            vec![button(texts, "today-check-in-answer", Emphasis::Primary, Action::SomethingNew)]
        } else {
            vec![
                button(texts, "check-in-nothing-new", Emphasis::Primary, Action::NothingNew),
                button(texts, "today-check-in-something", Emphasis::Secondary, Action::SomethingNew),
            ]
        };
        Some(CheckInCard { heading: texts.get("check-in-line"), why, list, buttons })
    }

    fn session_card(&self, again: bool) -> Option<SessionCard> {
        let texts = &self.texts;
        let session = self.next_session()?;
        let key = if again { "today-session-again" } else { "today-session" };
        let exercises: Vec<_> =
            session.exercises().iter().filter_map(|id| self.library.exercise(id)).collect();
        let figure = exercises.first().and_then(|first| exercise::key_poses(texts, first).into_iter().last());
        let checked = self.is_checked_in();
        // Before the check-in the card shows what is coming and no way to start it.
        let button = if self.is_training() {
            Some(link(texts, "today-session-resume", Emphasis::Primary, Route::Session))
        } else {
            checked.then(|| {
                let emphasis = if again { Emphasis::Secondary } else { Emphasis::Primary };
                link(texts, "today-session-start", emphasis, Route::Ready)
            })
        };
        Some(SessionCard {
            heading: texts.get(key),
            facts: self.session_facts(&session),
            exercises: exercises.iter().map(|found| exercise::name(texts, &found.id)).collect(),
            figure,
            hint: (!checked).then(|| texts.get("today-session-check-first")),
            button,
        })
    }

    /// Whether the person drives.
    pub(super) fn drives(&self) -> bool {
        let hours = self.saved.pointer("/life/driving_hours_per_day").and_then(serde_json::Value::as_f64);
        hours.is_some_and(|hours| hours > 0.0)
    }

    /// The first habit of the plan, with a way to note it.
    fn habit_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        let planned = self.decided.plan()?.habits.first()?;
        let habit = self.library.habit(&planned.id)?;
        let done = self.state.habits.get(&habit.id).and_then(|days| days.get(&self.day)).is_some();
        let mut shown = self.steps_card("today-habit", &format!("{}-step", habit.id));
        shown.paragraphs = vec![exercise::name(texts, &habit.id)];
        if let Some(minutes) = planned.every_minutes {
            shown.paragraphs.push(count(texts, "plan-every-minutes", minutes));
        }
        if done {
            shown.paragraphs.push(texts.get("today-habit-done"));
        } else {
            let did = Action::DidHabit(habit.id.clone());
            shown.buttons = vec![button(texts, "today-habit-did", Emphasis::Secondary, did)];
        }
        Some(shown)
    }

    /// The sessions of today: how each ended and its minutes.
    pub(super) fn sessions_today(&self) -> Vec<(Ended, i64)> {
        self.state
            .sessions_done()
            .into_iter()
            .filter(|(_, session)| session.date() == Some(self.day))
            .filter_map(|(_, session)| session.finished.as_ref())
            .map(|end| (end.value.ended, i64::try_from(end.value.active_ms.div_ceil(60_000)).unwrap_or(0)))
            .collect()
    }

    fn done_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        let mut points: Vec<String> = self
            .sessions_today()
            .into_iter()
            .map(|(ended, minutes)| {
                let whole = ended == Ended::Completed;
                let key = if whole { "today-done-session" } else { "today-done-session-part" };
                texts.format(key, &[("minutes", Arg::from(minutes))])
            })
            .collect();
        for (habit, days) in &self.state.habits {
            if days.contains_key(&self.day) && self.library.habit(habit).is_some() {
                points.push(exercise::name(texts, habit));
            }
        }
        points.extend(self.told_today());
        (!points.is_empty()).then(|| InfoCard { points, ..card(texts.get("today-done")) })
    }

    pub(super) fn settings_page(&self) -> SettingsPage {
        let texts = &self.texts;
        let theme = [Theme::System, Theme::Light, Theme::Dark].map(|theme| {
            let name = super::keeping::theme_name(theme);
            let picked = self.theme() == theme;
            (name, texts.get(&format!("theme-{name}")), picked, Setting::Theme(theme))
        });
        let size = [TextSize::Normal, TextSize::Large, TextSize::Larger].map(|size| {
            let name = super::keeping::text_size_name(size);
            let picked = self.text_size() == size;
            (name, texts.get(&format!("text-size-{name}")), picked, Setting::TextSize(size))
        });
        let switch = |on: bool, make: fn(bool) -> Setting| {
            [true, false].map(|value| {
                let name = if value { "on" } else { "off" };
                (name, texts.get(&format!("setting-{name}")), on == value, make(value))
            })
        };
        let languages = Locale::OFFERED.map(|locale| {
            let picked = locale == texts.locale();
            (locale.tag(), locale.own_name().to_owned(), picked, Setting::Language(locale))
        });
        SettingsPage {
            heading: texts.get("title-settings"),
            fields: vec![
                self.setting_field("language", languages.into()),
                self.setting_field("theme", theme.into()),
                self.setting_field("text-size", size.into()),
                self.setting_field("voice", switch(self.setting_on("voice"), Setting::Voice).into()),
                self.setting_field("tones", switch(self.setting_on("tones"), Setting::Tones).into()),
                self.setting_field("mirror", switch(self.setting_chosen("mirror"), Setting::Mirror).into()),
                safety::country_field(texts, self.country(), "setting-country"),
            ],
            reminders: self.reminders_line(),
            try_sound: button(texts, "setting-try-sound", Emphasis::Secondary, Action::TrySound),
            data: self.data_card(),
            off: self.what_is_off(),
        }
    }

    fn setting_field(
        &self,
        name: &'static str,
        choices: Vec<(&'static str, String, bool, Setting)>,
    ) -> ChoiceField {
        let choices = choices
            .into_iter()
            .map(|(id, label, picked, setting)| Choice {
                id: id.to_owned(),
                label,
                help: None,
                picked,
                action: Action::Set(setting),
                inside: Vec::new(),
            })
            .collect();
        ChoiceField {
            field: crate::action::Field::Setting(name),
            label: self.texts.get(&format!("setting-{name}")),
            help: self.texts.find(&format!("setting-{name}-help")),
            many: false,
            scale: None,
            choices,
            problem: None,
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "megabytes with one decimal need no exact bytes")]
    fn data_card(&self) -> InfoCard {
        let texts = &self.texts;
        let entries = i64::try_from(self.entries.len()).unwrap_or(i64::MAX);
        let mut paragraphs =
            vec![texts.get("setting-data-where"), count(texts, "setting-data-count", entries)];
        if let (Some(used), Some(quota)) = (self.storage.used_bytes, self.storage.quota_bytes) {
            let megabytes = |bytes: u64| plain(bytes as f64 / MEGABYTE);
            let args = [("used", megabytes(used)), ("quota", megabytes(quota))];
            paragraphs.push(texts.format("setting-data-used", &args));
        }
        match self.storage.persistent {
            Some(true) => paragraphs.push(texts.get("setting-data-persistent")),
            Some(false) => paragraphs.push(texts.get("setting-data-not-persistent")),
            None => {}
        }
        paragraphs.extend(self.server_lines());
        let mut buttons = vec![button(texts, "setting-export", Emphasis::Primary, Action::Export)];
        if self.storage.persistent == Some(false) {
            buttons.push(button(texts, "setting-keep", Emphasis::Secondary, Action::AskToKeep));
        }
        if self.has_accounts() {
            buttons.push(link(texts, "account-see", Emphasis::Secondary, Route::Account));
        }
        if self.may_move() {
            buttons.push(link(texts, "setting-care", Emphasis::Secondary, Route::Care));
        }
        if self.is_visited() {
            let again = Route::Start(Screen::You);
            buttons.push(link(texts, "setting-answers", Emphasis::Secondary, again));
        }
        buttons.push(link(texts, "nav-about", Emphasis::Quiet, Route::About));
        InfoCard { paragraphs, buttons, ..card(texts.get("setting-data")) }
    }

    fn what_is_off(&self) -> Vec<String> {
        let Some(abilities) = self.abilities else { return Vec::new() };
        let off = [
            (abilities.secure, "off-insecure"),
            (abilities.local_voice, "off-voice"),
            (abilities.wake_lock || !abilities.secure, "off-wake-lock"),
            (abilities.offline_ready || !abilities.secure, "off-offline"),
        ];
        off.into_iter().filter(|(fine, _)| !fine).map(|(_, key)| self.texts.get(key)).collect()
    }

    /// A button that leads to the day.
    pub(super) fn to_today(&self, emphasis: Emphasis) -> Button {
        link(&self.texts, "go-today", emphasis, Route::Today)
    }
}
