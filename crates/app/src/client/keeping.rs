//! Writing to the journal, reading it, other tabs, the server, and the copy a person can save.
//!
//! What this module does not do: decide what is written; the parts that act do.

use counterpose_journal::payload::{HabitDone, Payload, Setting as SettingEntry};
use counterpose_journal::port::StoreError;
use counterpose_journal::{Entry, Moment, Section, erasure, export, fold};
use serde_json::{Value, json};

use super::{Client, Phase};
use crate::action::{NoticeId, Setting, TextSize, Theme};
use crate::effect::Effect;

impl Client {
    /// Writes payloads: into the state at once, and on their way to the journal.
    pub(super) fn record(&mut self, payloads: Vec<Payload>, now: &Moment) -> Vec<Effect> {
        let mut entries = Vec::new();
        for payload in payloads {
            // An entry that breaks a limit cannot come from a form; were it to, it is left out and nothing else is.
            if let Ok(entry) = self.writer.write(now, &payload) {
                entries.push(entry);
            }
        }
        if entries.is_empty() {
            return Vec::new();
        }
        self.take_in(entries.clone());
        self.keeper.keep(entries)
    }

    /// Writes answers to a part of a section, in the intake's words.
    pub(super) fn record_part(&mut self, section: &str, value: Value, now: &Moment) -> Vec<Effect> {
        let Some(section) = section_of(section) else { return Vec::new() };
        self.record(vec![section.part(value, now.day())], now)
    }

    /// Adds entries to what is known and decides anew.
    pub(super) fn take_in(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            self.writer.see(entry.lamport);
            if self.known.insert(entry.id) {
                self.entries.push(entry);
            }
        }
        if erasure::forget(&mut self.entries) {
            self.sync.forgot();
        }
        self.state = fold(&self.entries);
        self.decide();
    }

    pub(super) fn journal_read(
        &mut self,
        result: Result<Vec<Entry>, StoreError>,
        now: &Moment,
    ) -> Vec<Effect> {
        match result {
            Ok(entries) => {
                self.phase = Phase::Ready;
                self.take_in(entries);
                let mut effects = self.arrive();
                effects.extend(self.take_up_place(now));
                effects.extend(self.keeper.retry());
                effects.extend(self.look_at_server());
                effects
            }
            Err(error) => {
                // A journal that was read once stays in memory; only the first reading leaves nothing to show.
                if self.phase != Phase::Ready {
                    self.phase = Phase::Unreadable(error);
                }
                Vec::new()
            }
        }
    }

    pub(super) fn appended(&mut self, ticket: u64, result: Result<(), StoreError>) -> Vec<Effect> {
        if let Some(arrived) = self.arriving.remove(&ticket) {
            return if result.is_ok() { self.arrived(arrived) } else { Vec::new() };
        }
        let failed = result.is_err();
        let answered = self.keeper.answered(ticket, result);
        let mut effects = answered.effects;
        if failed {
            self.dismissed.remove(&NoticeId::NotKept);
        }
        if !answered.kept.is_empty() {
            effects.push(Effect::TellOtherTabs);
            effects.extend(self.look_at_server());
        }
        effects
    }

    pub(super) fn retry_keeping(&mut self) -> Vec<Effect> {
        if self.phase == Phase::Ready { self.keeper.retry() } else { vec![Effect::ReadJournal] }
    }

    pub(super) fn writer_changed(&mut self, may_write: bool, now: &Moment) -> Vec<Effect> {
        let gained = may_write && !self.may_write;
        self.told_whether_writer = true;
        self.may_write = may_write;
        self.refused = false;
        self.dismissed.remove(&NoticeId::Follower);
        if gained { vec![Effect::ReadJournal] } else { self.take_up_place(now) }
    }

    /// Forgets everything, here and on every device and server this one syncs with.
    pub(super) fn erase(&mut self, now: &Moment) -> Vec<Effect> {
        let Ok(erasure) = self.writer.erase(now) else { return Vec::new() };
        self.take_in(vec![erasure.clone()]);
        self.keeper.keep(vec![erasure])
    }

    /// Everything this device knows, kept or not yet kept, as one file.
    pub(super) fn export(&self, now: &Moment) -> Vec<Effect> {
        let device = Some(self.setup.device);
        let Ok(text) = export::write(&self.entries, device, Some(now.now_ms)) else { return Vec::new() };
        let name = format!("counterpose-{}.json", now.day());
        let said = Effect::Announce { text: self.texts.get("exported"), urgent: false };
        vec![Effect::SaveFile { name, media_type: "application/json", text }, said]
    }

    pub(super) fn set(&mut self, setting: Setting, now: &Moment) -> Vec<Effect> {
        let (key, value) = match setting {
            Setting::Language(locale) => {
                // A choice goes before what an address asked for earlier.
                self.setup.asked_language = None;
                self.unfetched = None;
                ("language", json!(locale.tag()))
            }
            Setting::Theme(theme) => ("theme", json!(theme_name(theme))),
            Setting::TextSize(size) => ("text-size", json!(text_size_name(size))),
            Setting::Voice(on) => ("voice", json!(on)),
            Setting::Tones(on) => ("tones", json!(on)),
            Setting::Mirror(on) => ("mirror", json!(on)),
            Setting::Reminders(change) => return self.set_reminders(&change, now),
            Setting::Country(country) => {
                return self.record_part("person", json!({"country": country}), now);
            }
        };
        self.record(vec![Payload::Setting(SettingEntry { key: key.to_owned(), value })], now)
    }

    pub(super) fn did_habit(&mut self, habit: String, now: &Moment) -> Vec<Effect> {
        if self.library.habit(&habit).is_none() || !self.may_move() {
            return Vec::new();
        }
        self.record(vec![Payload::HabitDone(HabitDone { habit, times: 1 })], now)
    }

    /// Whether anything was answered or done already; a language that was chosen is neither.
    pub(super) fn has_begun(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind != "setting")
    }

    pub(super) fn setting_text(&self, key: &str) -> Option<&str> {
        self.state.settings.get(key).and_then(Value::as_str)
    }

    /// Whether something that can be switched off is on; on unless said otherwise.
    pub(super) fn setting_on(&self, key: &str) -> bool {
        self.state.settings.get(key).and_then(Value::as_bool).unwrap_or(true)
    }

    /// Whether something that can be switched on is on; off unless said otherwise.
    pub(super) fn setting_chosen(&self, key: &str) -> bool {
        self.state.settings.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(super) fn theme(&self) -> Theme {
        match self.setting_text("theme") {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }

    pub(super) fn text_size(&self) -> TextSize {
        match self.setting_text("text-size") {
            Some("large") => TextSize::Large,
            Some("larger") => TextSize::Larger,
            _ => TextSize::Normal,
        }
    }
}

/// A section by the key it has in an intake.
fn section_of(intake_key: &str) -> Option<Section> {
    Section::ALL.into_iter().find(|section| section.intake_key() == intake_key)
}

/// The name of a theme, as in the journal and in text keys.
pub(super) const fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

/// The name of a text size, as in the journal and in text keys.
pub(super) const fn text_size_name(size: TextSize) -> &'static str {
    match size {
        TextSize::Normal => "normal",
        TextSize::Large => "large",
        TextSize::Larger => "larger",
    }
}
