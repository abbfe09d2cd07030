//! The client's side of accounts: what is asked of the server, and what it said.
//!
//! The journal on the device comes first: nothing here is needed to use the app, only to have a copy on a household's
//! server. Passwords pass through to the question and are kept nowhere. What this module does not do: touch a network,
//! or draw.

mod question;
mod said;

pub use question::{Form, Question};
pub use said::{Device, Member, Trouble};

use said::Said;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A form was sent, with what stood in its fields in order.
    Sent {
        /// Which.
        form: Form,
        /// What stood in it.
        values: Vec<String>,
    },
    /// The person wants this asked.
    Ask(Question),
    /// What came of a question: status and body, or nothing where no answer came.
    Replied {
        /// The question.
        question: Question,
        /// The answer.
        reply: Option<(u16, String)>,
        /// The beginning of the server's own address, for links.
        origin: String,
    },
    /// The person wants this device's journal to go into the account it is logged in to now.
    Adopt,
}

/// What is known of accounts on this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accounts {
    /// A question is under way.
    pub busy: bool,
    /// The name typed last.
    pub name: String,
    /// What went wrong last.
    pub trouble: Option<Trouble>,
    /// Another password was kept.
    pub password_changed: bool,
    /// Who is logged in, once the server has said so.
    pub member: Option<Member>,
    /// A link for somebody new.
    pub link: Option<String>,
    /// What the link that was opened is for: somebody new, or the one of this name. `Err`: it is not good.
    pub invitation: Option<Result<Option<String>, ()>>,
}

/// What follows from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing but another picture.
    Show,
    /// Somebody is logged in.
    LoggedIn,
    /// Nobody is.
    LoggedOut,
    /// The list of devices is another.
    Look,
}

impl Accounts {
    /// The question a form asks. `None`: it is not filled in.
    pub fn question(&mut self, form: &Form, values: &[String]) -> Option<Question> {
        if let (Form::LogIn | Form::Invitation { .. }, Some(name)) = (form, values.first()) {
            name.clone_into(&mut self.name);
        }
        let question = form.question(values);
        self.trouble = question.is_none().then_some(Trouble::NotFilledIn);
        question
    }

    /// A question goes out.
    pub fn asking(&mut self) {
        self.busy = true;
        self.trouble = None;
        self.password_changed = false;
    }

    /// Takes an answer.
    pub fn replied(&mut self, question: &Question, reply: Option<(u16, String)>, origin: &str) -> Next {
        self.busy = false;
        let said = match Said::read(question, reply, origin) {
            Ok(said) => said,
            Err(Trouble::LogInNeeded) => {
                self.member = None;
                return Next::LoggedOut;
            }
            Err(trouble) => {
                if matches!(question, Question::LookAt { .. }) && trouble == Trouble::NoInvitation {
                    self.invitation = Some(Err(()));
                }
                self.trouble = Some(trouble);
                return Next::Show;
            }
        };
        match said {
            Said::LoggedIn => {
                *self = Self::default();
                Next::LoggedIn
            }
            Said::LoggedOut => {
                *self = Self::default();
                Next::LoggedOut
            }
            Said::Member(member) => {
                self.member = Some(member);
                Next::Show
            }
            Said::Changed => {
                self.password_changed = true;
                Next::Look
            }
            Said::Ended => Next::Look,
            Said::Link(link) => {
                self.link = Some(link);
                Next::Show
            }
            Said::Invitation(name) => {
                self.name = name.clone().unwrap_or_default();
                self.invitation = Some(Ok(name));
                Next::Show
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(accounts: &mut Accounts, question: &Question, status: u16, body: &str) -> Next {
        accounts.replied(question, Some((status, body.to_owned())), "https://nuc.test")
    }

    fn log_in() -> Question {
        Question::LogIn { name: "Anna".to_owned(), password: "p".to_owned() }
    }

    #[test]
    fn a_log_in_is_asked_and_forgets_the_password() {
        let mut accounts = Accounts::default();
        let values = ["Anna".to_owned(), "kettle-orbit-fern".to_owned()];
        let question = accounts.question(&Form::LogIn, &values).unwrap();
        assert_eq!((question.method(), question.path().as_str()), ("POST", "/api/v1/account/log-in"));
        assert_eq!(question.body().unwrap(), r#"{"name":"Anna","password":"kettle-orbit-fern"}"#);
        accounts.asking();
        assert!(!format!("{accounts:?} {question:?}").contains("kettle"));
        assert_eq!(answer(&mut accounts, &question, 200, "{}"), Next::LoggedIn);
        assert_eq!(accounts, Accounts::default());
    }

    #[test]
    fn an_empty_field_asks_nothing() {
        let mut accounts = Accounts::default();
        assert_eq!(accounts.question(&Form::LogIn, &["Anna".to_owned(), String::new()]), None);
        assert_eq!(accounts.trouble, Some(Trouble::NotFilledIn));
        assert_eq!(accounts.name, "Anna");
    }

    #[test]
    fn what_went_wrong_is_told_by_what_the_server_named() {
        let cases = [
            (401, "log-in-failed", Trouble::LogInFailed),
            (422, "password-weak", Trouble::PasswordWeak),
            (409, "name-taken", Trouble::NameTaken),
            (422, "name-odd", Trouble::NameOdd),
            (403, "password-wrong", Trouble::PasswordWrong),
            (429, "too-often", Trouble::TooOften),
            (404, "no-invitation", Trouble::NoInvitation),
            (500, "log-in-broken", Trouble::Other),
        ];
        for (status, name, trouble) in cases {
            let mut accounts = Accounts::default();
            let body = format!(r#"{{"type":"/problems/{name}","title":"t","status":{status},"detail":"d"}}"#);
            assert_eq!(answer(&mut accounts, &log_in(), status, &body), Next::Show);
            assert_eq!(accounts.trouble, Some(trouble));
        }
        let mut accounts = Accounts::default();
        assert_eq!(accounts.replied(&log_in(), None, ""), Next::Show);
        assert_eq!(accounts.trouble, Some(Trouble::Unreachable));
        assert_eq!(answer(&mut accounts, &log_in(), 200, "<html>"), Next::LoggedIn);
        assert_eq!(answer(&mut accounts, &Question::Look, 200, "<html>"), Next::Show);
        assert_eq!(accounts.trouble, Some(Trouble::Other));
    }

    #[test]
    fn devices_and_links_are_read() {
        let mut accounts = Accounts::default();
        let said = r#"{"person":"00000000-0000-0000-0000-000000000070","name":"Anna","may_invite":true,"devices":[
            {"id":"00000000-0000-0000-0000-000000000001","label":"Firefox, Linux","made_ms":1,"seen_ms":2,"this":true}
        ]}"#;
        assert_eq!(answer(&mut accounts, &Question::Look, 200, said), Next::Show);
        let member = accounts.member.clone().unwrap();
        assert_eq!((member.name.as_deref(), member.may_invite), (Some("Anna"), true));
        assert!(member.devices[0].this && member.devices[0].label == "Firefox, Linux");
        answer(&mut accounts, &Question::Invite, 200, r##"{"path":"/#/invitation/ab","ends_ms":9}"##);
        assert_eq!(accounts.link.as_deref(), Some("https://nuc.test/#/invitation/ab"));
        let needed = r#"{"type":"/problems/log-in-needed","title":"t","status":401,"detail":"d"}"#;
        assert_eq!(answer(&mut accounts, &Question::Look, 401, needed), Next::LoggedOut);
        assert_eq!(accounts.member, None);
    }
}
