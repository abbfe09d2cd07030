//! The page of reminders, and the cards of the day that belong to them: the offer, "I am sitting now".
//!
//! What this module does not do: remind; `reminding` does.

use counterpose_coach::reminder::rule::{
    QuietHours, SQUEEZE_EVERY_MINUTES, SQUEEZE_OFTEN_MINUTES, SQUEEZES_PER_DAY, offered_squeeze, squeeze,
};
use counterpose_coach::reminder::{Rule, Settings, When};
use counterpose_journal::Moment;
use jiff::civil::Time;

use super::Client;
use super::reminding::{DECLINED, clock, is_of_sitting};
use crate::action::{Action, Field, Notifications, ReminderSetting, Setting as Wish};
use crate::route::Route;
use crate::view::{Choice, ChoiceField, Emphasis, InfoCard, RemindersPage};
use crate::words::{button, card, link};

/// Quiet hours offered: name, from, to.
const NIGHTS: [(&str, i8, i8); 4] = [("20-9", 20, 9), ("21-8", 21, 8), ("22-7", 22, 7), ("none", 0, 0)];
/// Walks offered: name and hours.
const WALKS: [(&str, &[i8]); 4] =
    [("none", &[]), ("noon", &[13]), ("twice", &[11, 15]), ("thrice", &[10, 13, 16])];
/// Departures offered, in hours.
const DEPARTURES: [i8; 6] = [6, 7, 8, 9, 16, 17];
/// The most squeezes a day offered.
const MOST: [u8; 3] = [4, 6, SQUEEZES_PER_DAY];
/// Minutes of quiet offered by hand.
const QUIET_MINUTES: [u32; 3] = [30, 60, 180];
/// Five easy minutes come no earlier.
const WAKING_FROM: i8 = 5;
/// Before a drive by so many minutes.
const BEFORE_DRIVE_MINUTES: u16 = 10;

/// Lays a change over the settings.
pub(super) fn changed(settings: &mut Settings, change: &ReminderSetting) {
    let most =
        settings.rules.iter().find(|rule| is_of_sitting(rule)).map_or(SQUEEZES_PER_DAY, |it| it.most_per_day);
    let every = every_of(settings);
    match change {
        ReminderSetting::Off => settings.rules.clear(),
        ReminderSetting::Every(minutes) => {
            put(settings, "squeeze", minutes.map(|minutes| Rule { most_per_day: most, ..squeeze(minutes) }));
        }
        ReminderSetting::Most(most) => {
            let minutes = every.unwrap_or(SQUEEZE_EVERY_MINUTES);
            put(settings, "squeeze", Some(Rule { most_per_day: (*most).max(1), ..squeeze(minutes) }));
        }
        ReminderSetting::Night(name) => {
            if let Some((_, from, to)) = NIGHTS.into_iter().find(|(known, ..)| known == name) {
                settings.quiet_hours = vec![QuietHours { from: clock(from, 0), to: clock(to, 0) }];
            }
        }
        ReminderSetting::Walks(name) => {
            let hours = WALKS.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, hours)| *hours);
            let times: Vec<Time> = hours.iter().map(|hour| clock(*hour, 0)).collect();
            put(settings, "walk", clock_rule("walk", "walk", times.len(), When::Times { times }));
        }
        ReminderSetting::Departure(hour) => {
            let departures: Vec<Time> = hour.iter().map(|hour| clock(*hour, 0)).collect();
            let when = When::BeforeDriving { departures, minutes_before: BEFORE_DRIVE_MINUTES };
            put(settings, "drive", clock_rule("drive", "drive-setup", usize::from(hour.is_some()), when));
        }
        ReminderSetting::Waking(on) => {
            let when = When::OnWaking { not_before: clock(WAKING_FROM, 0) };
            put(settings, "waking", clock_rule("waking", "morning-session", usize::from(*on), when));
        }
        ReminderSetting::QuietMinutes(_) => {}
    }
}

fn clock_rule(id: &str, habit: &str, many: usize, when: When) -> Option<Rule> {
    let most_per_day = u8::try_from(many).unwrap_or(u8::MAX);
    (many > 0).then(|| Rule { id: id.to_owned(), habit: habit.to_owned(), when, most_per_day })
}

/// One rule in the place of the one of the same name; `None` takes it away.
fn put(settings: &mut Settings, id: &str, rule: Option<Rule>) {
    settings.rules.retain(|known| known.id != id);
    settings.rules.extend(rule);
}

fn every_of(settings: &Settings) -> Option<u16> {
    settings.rules.iter().find_map(|rule| match rule.when {
        When::Sitting { every_minutes } => Some(every_minutes),
        _ => None,
    })
}

impl Client {
    /// The offer after the second session, then the switch for sitting.
    pub(super) fn remind_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        if let Some(settings) = self.reminder_settings() {
            let sits = settings.rules.iter().any(is_of_sitting);
            return sits.then(|| self.sitting_card());
        }
        let sessions = u32::try_from(self.state.sessions_done().len()).unwrap_or(u32::MAX);
        offered_squeeze(sessions).filter(|_| !self.setting_chosen(DECLINED))?;
        Some(InfoCard {
            paragraphs: vec![texts.get("remind-offer-text")],
            buttons: vec![
                button(texts, "remind-offer-yes", Emphasis::Secondary, Action::AnswerOffer(true)),
                button(texts, "remind-offer-no", Emphasis::Quiet, Action::AnswerOffer(false)),
            ],
            ..card(texts.get("remind-offer"))
        })
    }

    fn sitting_card(&self) -> InfoCard {
        let texts = &self.texts;
        let (heading, text, press) = if self.is_sitting() {
            ("sitting-now", "sitting-now-text", "sitting-up")
        } else {
            ("sitting-not", "sitting-not-text", "sitting-down")
        };
        let sit = Action::Sit(!self.is_sitting());
        InfoCard {
            paragraphs: vec![texts.get(text)],
            buttons: vec![
                button(texts, press, Emphasis::Secondary, sit),
                link(texts, "remind-settings", Emphasis::Quiet, Route::Reminders),
            ],
            ..card(texts.get(heading))
        }
    }

    pub(super) fn reminders_page(&self, now: &Moment) -> RemindersPage {
        let texts = &self.texts;
        let settings = self.reminder_settings();
        let on = settings.is_some();
        let settings = settings.unwrap_or_default();
        let mut fields = vec![self.every_field(&settings)];
        if every_of(&settings).is_some() {
            fields.push(self.most_field(&settings));
        }
        fields.push(self.walks_field(&settings));
        fields.push(self.waking_field(&settings));
        if self.drives() {
            fields.push(self.departure_field(&settings));
        }
        fields.push(self.night_field(&settings));
        let mut buttons = vec![link(texts, "go-today", Emphasis::Secondary, Route::Today)];
        if on {
            let off = Action::Set(Wish::Reminders(ReminderSetting::Off));
            buttons.insert(0, button(texts, "remind-off", Emphasis::Secondary, off));
        }
        RemindersPage {
            heading: texts.get("title-reminders"),
            lead: texts.get("remind-lead"),
            sitting: (on && every_of(&settings).is_some()).then(|| {
                let mut sitting = self.sitting_card();
                // The way to this page is no use on it.
                sitting.buttons.truncate(1);
                sitting
            }),
            quiet: on.then(|| self.quiet_card(now)),
            fields,
            delivery: self.delivery_card(),
            closed: self.closed_card(),
            buttons,
        }
    }

    fn remind_field(
        &self,
        name: &'static str,
        offered: Vec<(String, String, bool, ReminderSetting)>,
    ) -> ChoiceField {
        let choices = offered
            .into_iter()
            .map(|(id, label, picked, change)| Choice {
                id,
                label,
                help: None,
                picked,
                action: Action::Set(Wish::Reminders(change)),
                inside: Vec::new(),
            })
            .collect();
        ChoiceField {
            field: Field::Setting(name),
            label: self.texts.get(&format!("field-{name}")),
            help: self.texts.find(&format!("field-{name}-help")),
            many: false,
            scale: None,
            choices,
            problem: None,
        }
    }

    fn every_field(&self, settings: &Settings) -> ChoiceField {
        let texts = &self.texts;
        let every = every_of(settings);
        let minutes = |n: u16| {
            let label = texts.format("remind-every-minutes", &[("n", n.into())]);
            (n.to_string(), label, every == Some(n), ReminderSetting::Every(Some(n)))
        };
        let none = (
            "none".to_owned(),
            texts.get("remind-not-at-all"),
            every.is_none(),
            ReminderSetting::Every(None),
        );
        self.remind_field(
            "remind-every",
            vec![none, minutes(SQUEEZE_EVERY_MINUTES), minutes(SQUEEZE_OFTEN_MINUTES)],
        )
    }

    fn most_field(&self, settings: &Settings) -> ChoiceField {
        let most = settings.rules.iter().find(|rule| is_of_sitting(rule)).map(|rule| rule.most_per_day);
        let offered = MOST.map(|n| (n.to_string(), n.to_string(), most == Some(n), ReminderSetting::Most(n)));
        self.remind_field("remind-most", offered.into())
    }

    fn walks_field(&self, settings: &Settings) -> ChoiceField {
        let times = settings.rules.iter().find_map(|rule| match &rule.when {
            When::Times { times } => Some(times.len()),
            _ => None,
        });
        let offered = WALKS.map(|(name, hours)| {
            let picked = times.unwrap_or(0) == hours.len();
            let label = if hours.is_empty() {
                self.texts.get("remind-not-at-all")
            } else {
                let hours: Vec<String> = hours.iter().map(|hour| format!("{hour}:00")).collect();
                hours.join(", ")
            };
            (name.to_owned(), label, picked, ReminderSetting::Walks(name))
        });
        self.remind_field("remind-walks", offered.into())
    }

    fn waking_field(&self, settings: &Settings) -> ChoiceField {
        let is_on = settings.rules.iter().any(|rule| matches!(rule.when, When::OnWaking { .. }));
        let offered = [false, true].map(|on| {
            let (id, key) = if on { ("yes", "remind-waking-yes") } else { ("no", "remind-not-at-all") };
            (id.to_owned(), self.texts.get(key), is_on == on, ReminderSetting::Waking(on))
        });
        self.remind_field("remind-waking", offered.into())
    }

    fn departure_field(&self, settings: &Settings) -> ChoiceField {
        let known = settings.rules.iter().find_map(|rule| match &rule.when {
            When::BeforeDriving { departures, .. } => departures.first().map(|time| time.hour()),
            _ => None,
        });
        let none = (
            "none".to_owned(),
            self.texts.get("remind-not-at-all"),
            known.is_none(),
            ReminderSetting::Departure(None),
        );
        let hours = DEPARTURES.map(|hour| {
            (
                format!("h{hour}"),
                format!("{hour}:00"),
                known == Some(hour),
                ReminderSetting::Departure(Some(hour)),
            )
        });
        self.remind_field("remind-drive", core::iter::once(none).chain(hours).collect())
    }

    fn night_field(&self, settings: &Settings) -> ChoiceField {
        let night = settings.quiet_hours.first();
        let offered = NIGHTS.map(|(name, from, to)| {
            let picked = match night {
                Some(hours) if hours.from != hours.to => (hours.from.hour(), hours.to.hour()) == (from, to),
                _ => from == to,
            };
            let label = if from == to {
                self.texts.get("remind-no-night")
            } else {
                self.texts
                    .format("remind-night", &[("from", i32::from(from).into()), ("to", i32::from(to).into())])
            };
            (name.to_owned(), label, picked, ReminderSetting::Night(name))
        });
        self.remind_field("remind-night", offered.into())
    }

    fn quiet_card(&self, now: &Moment) -> InfoCard {
        let texts = &self.texts;
        let quiet = |minutes| Action::Set(Wish::Reminders(ReminderSetting::QuietMinutes(minutes)));
        if let Some(until) = self.quiet_until_ms().filter(|until| *until > now.now_ms) {
            let minutes = until.div_euclid(60_000) + i64::from(now.offset_minutes);
            let time = format!("{}:{:02}", minutes.rem_euclid(1440) / 60, minutes.rem_euclid(60));
            return InfoCard {
                paragraphs: vec![texts.format("remind-quiet-until", &[("time", time.into())])],
                buttons: vec![button(texts, "remind-quiet-end", Emphasis::Secondary, quiet(None))],
                ..card(texts.get("remind-quiet"))
            };
        }
        let buttons = QUIET_MINUTES
            .iter()
            .map(|minutes| {
                let mut made = button(texts, "remind-quiet", Emphasis::Secondary, quiet(Some(*minutes)));
                made.label = texts.format("remind-quiet-for", &[("n", (*minutes).into())]);
                made
            })
            .collect();
        InfoCard {
            paragraphs: vec![texts.get("remind-quiet-text")],
            buttons,
            ..card(texts.get("remind-quiet"))
        }
    }

    /// Where a reminder can reach, said as it is.
    fn delivery_card(&self) -> InfoCard {
        let texts = &self.texts;
        let mut shown = card(texts.get("remind-where"));
        shown.paragraphs.push(texts.get("remind-where-open"));
        let can = self.abilities.map_or(Notifications::Missing, |abilities| abilities.notifications);
        match can {
            Notifications::Ask => {
                shown.paragraphs.push(texts.get("remind-notify-ask"));
                let ask = Action::AskToNotify;
                shown.buttons.push(button(texts, "remind-notify-allow", Emphasis::Secondary, ask));
            }
            Notifications::Granted => shown.paragraphs.push(texts.get("remind-notify-granted")),
            Notifications::Denied => shown.paragraphs.push(texts.get("remind-notify-denied")),
            Notifications::Missing => shown.paragraphs.push(texts.get("remind-notify-missing")),
        }
        shown
    }

    /// The line of the settings that leads here.
    pub(super) fn reminders_line(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        self.may_move().then(|| InfoCard {
            paragraphs: vec![texts.get(if self.reminder_settings().is_some() {
                "remind-are-on"
            } else {
                "remind-are-off"
            })],
            buttons: vec![link(texts, "remind-settings", Emphasis::Secondary, Route::Reminders)],
            ..card(texts.get("title-reminders"))
        })
    }
}
