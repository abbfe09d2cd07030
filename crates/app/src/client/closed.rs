//! Reminders with the page closed: the card of the settings, and what the browser's side is told.
//!
//! The rules are the person's reminders; the server gets them anew whenever they change. The browser's side (`push.js`) asks for leave, subscribes and says how it stands.
//! What this module does not do: remind in the open page.

use counterpose_coach::reminder::{Rule, When};
use counterpose_journal::Moment;
use serde_json::{Value, json};

use super::{Client, Phase};
use crate::action::{Action, Closed};
use crate::effect::Effect;
use crate::view::{Emphasis, InfoCard};
use crate::words::{button, card};

/// How reminders with the page closed stand on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nobody asked the browser yet.
    #[default]
    Unknown,
    /// The browser was asked.
    Asked,
    Off,
    On,
    /// One was just sent on trial.
    Tried,
    /// The person's browser says no to notifications from here.
    Denied,
    /// The browser reaches no push service.
    NoService,
    Failed,
    /// The browser cannot.
    Unsupported,
}

impl Standing {
    fn said(how: &str) -> Self {
        match how {
            "off" => Self::Off,
            "on" => Self::On,
            "tried" => Self::Tried,
            "denied" => Self::Denied,
            "no-service" => Self::NoService,
            "unsupported" => Self::Unsupported,
            _ => Self::Failed,
        }
    }

    const fn is_on(self) -> bool {
        matches!(self, Self::On | Self::Tried)
    }

    /// What is said of it.
    const fn key(self) -> Option<&'static str> {
        match self {
            Self::Unknown | Self::Off | Self::Unsupported => None,
            Self::Asked => Some("closed-asked"),
            Self::On => Some("closed-on"),
            Self::Tried => Some("closed-tried"),
            Self::Denied => Some("closed-denied"),
            Self::NoService => Some("closed-no-service"),
            Self::Failed => Some("closed-failed"),
        }
    }
}

impl Client {
    /// The card; `None` where there is no server to remind, the browser cannot, or there is nothing to be reminded of.
    pub(super) fn closed_card(&self) -> Option<InfoCard> {
        let offered = self.reminder_settings().is_some() || self.closed.is_on();
        let can = !matches!(self.closed, Standing::Unknown | Standing::Unsupported);
        if self.sync.person().is_none() || !offered || !can {
            return None;
        }
        let texts = &self.texts;
        let mut paragraphs = vec![texts.get("closed-lead"), texts.get("closed-who-sees")];
        paragraphs.extend(self.closed.key().map(|key| texts.get(key)));
        let one = |key, emphasis, ask| button(texts, key, emphasis, Action::Closed(ask));
        let buttons = match self.closed {
            Standing::Asked => vec![],
            Standing::On | Standing::Tried => vec![
                one("closed-try", Emphasis::Secondary, Closed::Trial),
                one("closed-turn-off", Emphasis::Secondary, Closed::Off),
            ],
            _ => vec![one("closed-turn-on", Emphasis::Secondary, Closed::On)],
        };
        Some(InfoCard { paragraphs, buttons, ..card(texts.get("closed-heading")) })
    }

    /// Asks the browser's side for something.
    pub(super) fn ask_closed(&mut self, ask: Closed, now: &Moment) -> Vec<Effect> {
        let Some(person) = self.sync.person() else { return Vec::new() };
        let settings = self.reminder_settings().unwrap_or_default();
        let texts = &self.texts;
        let language = texts.locale().tag();
        let say = |body: &str| json!({"title": texts.get("reminder-say-title"), "body": texts.get(body)});
        let words: Vec<Value> = settings.rules.iter().map(|rule| say(words_of(rule))).collect();
        let actions = [("done", "reminder-answer-done"), ("snooze", "reminder-answer-snooze")];
        let actions = actions.map(|(action, key)| json!({"action": action, "title": texts.get(key)}));
        let text = json!({
            "do": ask.name(),
            "address": format!("/api/v1/people/{person}/reminders"),
            "wish": {"settings": &settings, "zone": now.zone, "language": language},
            "words": words,
            "trial": say("closed-trial"),
            "actions": actions,
        });
        self.closed = Standing::Asked;
        self.closed_with = Some((settings, language));
        vec![Effect::RemindClosed(text.to_string())]
    }

    /// The browser's side says how it stands.
    pub(super) fn closed_stands(&mut self, how: &str) -> Vec<Effect> {
        let looked = core::mem::replace(&mut self.closed_looking, false);
        self.closed = Standing::said(how);
        match self.closed.key().filter(|_| !looked) {
            Some(key) => vec![Effect::Announce { text: self.texts.get(key), urgent: false }],
            None => Vec::new(),
        }
    }

    /// Once there is a journal and a server: how does it stand here? Brings rules up to date where it is on.
    pub(super) fn look_at_closed(&mut self, now: &Moment) -> Vec<Effect> {
        let ready = self.phase == Phase::Ready && self.sync.person().is_some();
        let wanted = (self.reminder_settings().unwrap_or_default(), self.texts.locale().tag());
        let told = self.closed_with.as_ref() == Some(&wanted);
        if !ready || !(self.closed == Standing::Unknown || self.closed.is_on() && !told) {
            return Vec::new();
        }
        self.closed_looking = true;
        self.ask_closed(Closed::Look, now)
    }
}

/// The words of a rule.
const fn words_of(rule: &Rule) -> &'static str {
    match rule.when {
        When::Sitting { .. } => "reminder-say-sitting",
        When::Times { .. } => "reminder-say-times",
        When::BeforeDriving { .. } => "reminder-say-before-driving",
        When::OnWaking { .. } => "reminder-say-on-waking",
    }
}

#[cfg(test)]
mod tests {
    use counterpose_coach::reminder::{Settings, rule};
    use counterpose_content::{Locale, Texts};
    use uuid::Uuid;

    use super::*;
    use crate::Setup;
    use crate::sync::Sync;

    fn now() -> Moment {
        Moment { now_ms: 1_800_000_000_000, offset_minutes: 0, zone: "Europe/London".into(), entropy: 7 }
    }

    /// Somebody with a journal, a server, and rules of their own.
    fn client() -> Client {
        let setup = Setup {
            device: Uuid::from_u128(1),
            languages: vec!["en".into()],
            has_server: true,
            asked_language: None,
        };
        let mut client = Client::new(setup, Texts::new(Locale::English));
        client.sync = Sync::greeted(Uuid::from_u128(3));
        client.phase = Phase::Ready;
        let rules = Settings { rules: vec![rule::squeeze(15)], ..Settings::default() };
        client.state.settings.insert("reminders".into(), json!(rules));
        client
    }

    fn asked(effects: &[Effect]) -> Value {
        match effects {
            [Effect::RemindClosed(text)] => serde_json::from_str(text).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn it_is_offered_on_browsers_that_can_and_says_how_it_stands() {
        let mut client = client();
        assert_eq!(client.closed_card(), None, "nobody asked the browser yet");
        let look = asked(&client.look_at_closed(&now()));
        assert_eq!(look["do"], "look");
        assert!(client.look_at_closed(&now()).is_empty(), "once is enough");
        assert_eq!(client.closed_stands("off"), [], "nobody pressed anything, so nothing is said");
        assert_eq!(client.closed_card().unwrap().buttons.len(), 1);
        let on = asked(&client.ask_closed(Closed::On, &now()));
        assert_eq!(on["do"], "on");
        assert_eq!(on["address"], format!("/api/v1/people/{}/reminders", Uuid::from_u128(3)));
        assert_eq!(on["wish"]["zone"], "Europe/London");
        assert_eq!(on["wish"]["settings"]["rules"][0]["every_minutes"], 15);
        assert!(on["words"][0]["body"].as_str().unwrap().split_whitespace().count() <= 12);
        assert_eq!(on["actions"][0]["action"], "done");
        assert!(client.closed_card().unwrap().buttons.is_empty(), "while the browser asks");
        let said = client.closed_stands("on");
        assert!(matches!(said.as_slice(), [Effect::Announce { urgent: false, .. }]));
        assert_eq!(client.closed_card().unwrap().buttons.len(), 2);
        client.closed_stands("unsupported");
        assert_eq!(client.closed_card(), None);
    }

    #[test]
    fn without_reminders_or_a_server_it_is_not_offered() {
        let mut none = client();
        none.state.settings.clear();
        none.look_at_closed(&now());
        none.closed_stands("off");
        assert_eq!(none.closed_card(), None);
        let mut alone = client();
        alone.sync = Sync::new(None);
        assert!(alone.look_at_closed(&now()).is_empty());
        assert!(alone.ask_closed(Closed::On, &now()).is_empty());
        assert_eq!(alone.closed_card(), None);
    }

    #[test]
    fn rules_that_change_are_told_to_the_server_where_it_is_on() {
        let mut client = client();
        client.look_at_closed(&now());
        client.closed_stands("on");
        assert!(client.look_at_closed(&now()).is_empty(), "the same rules");
        client.state.settings.clear();
        let told = asked(&client.look_at_closed(&now()));
        assert_eq!((&told["do"], &told["wish"]["settings"]["rules"]), (&json!("look"), &json!([])));
        client.closed_stands("off");
        assert!(client.look_at_closed(&now()).is_empty());
    }

    #[test]
    fn every_standing_has_its_words() {
        let texts = Texts::new(Locale::English);
        for how in ["off", "on", "tried", "denied", "no-service", "unsupported", "failed", "what?"] {
            assert!(Standing::said(how).key().is_none_or(|key| texts.has(key)), "{how}");
        }
        assert!(texts.has(Standing::Asked.key().unwrap()));
        for when in [
            When::Times { times: vec![] },
            When::BeforeDriving { departures: vec![], minutes_before: 1 },
            rule::squeeze(30).when,
        ] {
            assert!(texts.has(words_of(&Rule { when, ..rule::squeeze(30) })));
        }
    }
}
