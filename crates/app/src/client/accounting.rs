//! Accounts in the client: when the server is asked about them, and what their pages show.
//!
//! What this module does not do: stand in the way. Whoever does not log in uses everything on this device.

use counterpose_journal::day::civil_day;

use super::{Client, Phase};
use crate::account::{Event, Form, Next, Question, Trouble};
use crate::action::{Action, NoticeId};
use crate::effect::Effect;
use crate::route::Route;
use crate::sync::{self, Failure};
use crate::view::{
    AccountField, AccountForm, AccountPage, Button, Emphasis, FieldKind, InfoCard, Notice, Weight,
};
use crate::words::{button, card, link};

impl Client {
    pub(super) fn account_event(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Sent { form, values } => match self.accounts.question(&form, &values) {
                Some(question) => self.ask_account(question),
                None => Vec::new(),
            },
            Event::Ask(question) => self.ask_account(question),
            Event::Replied { question, reply, origin } => {
                let next = self.accounts.replied(&question, reply, &origin);
                self.account_next(next)
            }
            Event::Adopt => self.sync_event(sync::Event::Adopt),
        }
    }

    fn ask_account(&mut self, question: Question) -> Vec<Effect> {
        if self.accounts.busy {
            return Vec::new();
        }
        self.accounts.asking();
        vec![Effect::Account(question)]
    }

    fn account_next(&mut self, next: Next) -> Vec<Effect> {
        match next {
            Next::Show => Vec::new(),
            Next::Look => self.ask_account(Question::Look),
            Next::LoggedIn => {
                self.account_asked = None;
                self.dismissed.remove(&NoticeId::LogIn);
                let mut effects = self.sync_event(sync::Event::Forget);
                effects.extend(self.look_at_server());
                let here = self.open_page_for(&Route::Today);
                // A link that was used leaves the address bar.
                effects.extend(self.move_to(here, true));
                effects.push(Effect::Announce { text: self.texts.get("account-logged-in"), urgent: false });
                effects
            }
            Next::LoggedOut => {
                let mut effects = self.sync_event(sync::Event::Forget);
                effects.extend(self.look_at_server());
                effects
            }
        }
    }

    /// After every action: what a page of accounts needs to know, asked once when it is shown.
    pub(super) fn account_due(&mut self) -> Vec<Effect> {
        let question = match &self.route {
            Route::Invitation(token) => Question::LookAt { token: token.clone() },
            Route::Account => Question::Look,
            _ => {
                self.account_asked = None;
                return Vec::new();
            }
        };
        let asked = self.account_asked.as_ref() == Some(&self.route);
        if self.phase != Phase::Ready || asked || self.accounts.busy {
            return Vec::new();
        }
        self.account_asked = Some(self.route.clone());
        self.ask_account(question)
    }

    /// A new device with nothing on it: whoever opens a household's server there wants to log in.
    pub(super) fn lead_to_log_in(&mut self) -> Vec<Effect> {
        let new_here = self.entries.is_empty() && self.route == Route::Welcome && !self.led_to_log_in;
        if !new_here || self.phase != Phase::Ready || !self.log_in_is_needed() {
            return Vec::new();
        }
        self.led_to_log_in = true;
        self.move_to(Route::Account, false)
    }

    pub(super) fn log_in_is_needed(&self) -> bool {
        matches!(self.sync.failure(), Some(Failure::Refused { problem }) if problem.status == 401)
    }

    fn other_persons(&self) -> bool {
        matches!(self.sync.failure(), Some(Failure::OtherPerson { .. }))
    }

    /// Whether this server has accounts at all, as far as is known here.
    pub(super) fn has_accounts(&self) -> bool {
        self.sync.account().is_some() || self.log_in_is_needed() || self.other_persons()
    }

    pub(super) fn notice_log_in(&self) -> Option<Notice> {
        let on_page = matches!(self.route, Route::Account | Route::Invitation(_) | Route::Session);
        if on_page {
            return None;
        }
        let texts = &self.texts;
        if self.other_persons() {
            let see = link(texts, "account-see", Emphasis::Secondary, Route::Account);
            return Some(self.notice(NoticeId::OtherAccount, Weight::Attention, "account-other", vec![see]));
        }
        if !self.log_in_is_needed() {
            return None;
        }
        let log_in = link(texts, "account-log-in", Emphasis::Secondary, Route::Account);
        let close = button(texts, "close", Emphasis::Quiet, Action::Dismiss(NoticeId::LogIn));
        Some(self.notice(NoticeId::LogIn, Weight::Calm, "account-needed", vec![log_in, close]))
    }

    pub(super) fn account_page(&self) -> AccountPage {
        let texts = &self.texts;
        let member = self.accounts.member.as_ref().filter(|member| member.name.is_some());
        let Some(member) = member else { return self.log_in_page() };
        let name = member.name.clone().unwrap_or_default();
        let mut cards = vec![self.devices_card(&member.devices)];
        if self.other_persons() {
            cards.insert(0, self.other_card());
        }
        if member.may_invite {
            cards.push(self.invite_card());
        }
        let password = AccountForm {
            form: Form::Password,
            heading: Some(texts.get("account-password-heading")),
            fields: vec![
                self.account_field(FieldKind::Password, "account-password-old", None),
                self.account_field(
                    FieldKind::NewPassword,
                    "account-password-new",
                    Some("account-password-help"),
                ),
            ],
            submit: texts.get("account-password-change"),
        };
        AccountPage {
            heading: texts.format("account-heading", &[("name", name.as_str().into())]),
            lead: None,
            done: self.accounts.password_changed.then(|| texts.get("account-password-changed")),
            cards,
            forms: vec![password],
            buttons: vec![self.to_today(Emphasis::Secondary)],
            problem: self.account_problem(),
        }
    }

    fn log_in_page(&self) -> AccountPage {
        let texts = &self.texts;
        let form = AccountForm {
            form: Form::LogIn,
            heading: None,
            fields: vec![
                self.account_field(FieldKind::Name, "account-name", None),
                self.account_field(FieldKind::Password, "account-password", None),
            ],
            submit: texts.get("account-log-in"),
        };
        let without = button(texts, "account-without", Emphasis::Secondary, Action::Back);
        AccountPage {
            heading: texts.get("account-log-in-heading"),
            lead: Some(texts.get("account-log-in-lead")),
            problem: self.account_problem(),
            done: None,
            cards: Vec::new(),
            forms: vec![form],
            buttons: vec![without],
        }
    }

    pub(super) fn invitation_page(&self, token: &str) -> AccountPage {
        let texts = &self.texts;
        let again = matches!(&self.accounts.invitation, Some(Ok(Some(_))));
        let good = matches!(&self.accounts.invitation, Some(Ok(_)));
        let form = AccountForm {
            form: Form::Invitation { token: token.to_owned() },
            heading: None,
            fields: vec![
                self.account_field(FieldKind::Name, "account-name", (!again).then_some("account-name-help")),
                self.account_field(
                    FieldKind::NewPassword,
                    "account-password-new",
                    Some("account-password-help"),
                ),
            ],
            submit: texts.get(if again { "account-password-change" } else { "account-join" }),
        };
        let lead = if again { texts.get("account-again-lead") } else { texts.get("account-join-lead") };
        AccountPage {
            heading: if again {
                texts.get("account-again-heading")
            } else {
                texts.get("account-join-heading")
            },
            lead: good.then_some(lead),
            problem: self.account_problem(),
            done: None,
            cards: Vec::new(),
            forms: if good { vec![form] } else { Vec::new() },
            buttons: vec![button(texts, "account-without", Emphasis::Secondary, Action::Back)],
        }
    }

    fn account_field(&self, kind: FieldKind, label: &str, help: Option<&str>) -> AccountField {
        let text = if kind == FieldKind::Name { self.accounts.name.clone() } else { String::new() };
        AccountField { kind, label: self.texts.get(label), help: help.map(|key| self.texts.get(key)), text }
    }

    fn devices_card(&self, devices: &[crate::account::Device]) -> InfoCard {
        let texts = &self.texts;
        let mut points = Vec::new();
        let mut buttons = Vec::new();
        for device in devices {
            let label =
                if device.label == "?" { texts.get("account-device-unknown") } else { device.label.clone() };
            let label = label.as_str();
            if device.this {
                points.push(texts.format("account-device-this", &[("device", label.into())]));
                continue;
            }
            // As the world counts it: a day off at night does not matter for "last used".
            let day = crate::pages::selftest::date(texts, civil_day(device.seen_ms, 0));
            let args = [("device", label.into()), ("day", day.as_str().into())];
            points.push(texts.format("account-device", &args));
            let action = Action::Account(Event::Ask(Question::EndDevice(Some(device.id))));
            let label = texts.format("account-device-end", &args);
            buttons.push(Button { label, detail: None, action, emphasis: Emphasis::Secondary });
        }
        if devices.len() > 2 {
            let all = Action::Account(Event::Ask(Question::EndDevice(None)));
            buttons.push(button(texts, "account-devices-end", Emphasis::Secondary, all));
        }
        let out = Action::Account(Event::Ask(Question::LogOut));
        buttons.push(button(texts, "account-log-out", Emphasis::Secondary, out));
        let paragraphs = vec![texts.get("account-log-out-keeps")];
        InfoCard { paragraphs, points, buttons, ..card(texts.get("account-devices")) }
    }

    fn invite_card(&self) -> InfoCard {
        let texts = &self.texts;
        let invite = Action::Account(Event::Ask(Question::Invite));
        let mut paragraphs = vec![texts.get("account-invite-lead")];
        let mut points = Vec::new();
        if let Some(link) = &self.accounts.link {
            paragraphs.push(texts.get("account-invite-link"));
            points.push(link.clone());
        }
        let buttons = vec![button(texts, "account-invite", Emphasis::Secondary, invite)];
        InfoCard { paragraphs, points, buttons, ..card(texts.get("account-invite-heading")) }
    }

    /// This device's journal was copied to somebody else's account, or to none.
    fn other_card(&self) -> InfoCard {
        let texts = &self.texts;
        let adopt = button(texts, "account-other-adopt", Emphasis::Secondary, Action::Account(Event::Adopt));
        let out = Action::Account(Event::Ask(Question::LogOut));
        let out = button(texts, "account-log-out", Emphasis::Primary, out);
        let paragraphs = vec![texts.get("account-other-advice"), texts.get("account-other-adopt-means")];
        InfoCard { paragraphs, buttons: vec![out, adopt], ..card(texts.get("account-other")) }
    }

    fn account_problem(&self) -> Option<String> {
        let texts = &self.texts;
        Some(match self.accounts.trouble? {
            Trouble::NotFilledIn => texts.get("account-trouble-empty"),
            Trouble::Unreachable => texts.get("account-trouble-unreachable"),
            Trouble::LogInNeeded => return None,
            Trouble::LogInFailed => texts.get("account-trouble-failed"),
            Trouble::PasswordWeak => texts.get("account-trouble-weak"),
            Trouble::PasswordWrong => texts.get("account-trouble-wrong"),
            Trouble::NameTaken => texts.get("account-trouble-taken"),
            Trouble::NameOdd => texts.get("account-trouble-name"),
            Trouble::NoInvitation => texts.get("account-trouble-link"),
            Trouble::TooOften => texts.get("account-trouble-often"),
            Trouble::Other => texts.get("account-trouble-other"),
        })
    }
}
