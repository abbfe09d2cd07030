//! What is asked of the server about accounts, in a form that every shell carries alike.

use core::fmt;

use serde_json::{Value, json};
use uuid::Uuid;

/// A form of the pages of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Name and password.
    LogIn,
    /// Name and a new password, by a link.
    Invitation {
        /// What opens it.
        token: String,
    },
    /// The present password and a new one.
    Password,
}

impl Form {
    /// What it asks. `None`: a field is empty.
    pub(super) fn question(&self, values: &[String]) -> Option<Question> {
        let [first, second] = values else { return None };
        if first.trim().is_empty() || second.is_empty() {
            return None;
        }
        let (first, second) = (first.clone(), second.clone());
        Some(match self {
            Self::LogIn => Question::LogIn { name: first, password: second },
            Self::Invitation { token } => {
                Question::Accept { token: token.clone(), name: first, password: second }
            }
            Self::Password => Question::Password { old: first, new: second },
        })
    }
}

/// A question to the server.
#[derive(Clone, PartialEq, Eq)]
pub enum Question {
    /// Who am I, and on which devices?
    Look,
    /// Let me in.
    LogIn {
        /// The name.
        name: String,
        /// The password.
        password: String,
    },
    /// I am leaving.
    LogOut,
    /// Another password.
    Password {
        /// The present one.
        old: String,
        /// The new one.
        new: String,
    },
    /// Log this device out, or every other.
    EndDevice(Option<Uuid>),
    /// A link for somebody new.
    Invite,
    /// What is this link for?
    LookAt {
        /// What it carries.
        token: String,
    },
    /// Use a link.
    Accept {
        /// What it carries.
        token: String,
        /// The name chosen.
        name: String,
        /// The password chosen.
        password: String,
    },
}

impl fmt::Debug for Question {
    /// Without what it carries: passwords and tokens stand in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

impl Question {
    /// `GET` or `POST`.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        if matches!(self, Self::Look) { "GET" } else { "POST" }
    }

    /// The path below the server's root.
    #[must_use]
    pub fn path(&self) -> String {
        let rest = match self {
            Self::Look => "",
            Self::LogIn { .. } => "/log-in",
            Self::LogOut => "/log-out",
            Self::Password { .. } => "/password",
            Self::EndDevice(_) => "/devices/end",
            Self::Invite => "/invitations",
            Self::LookAt { .. } => "/invitations/look",
            Self::Accept { .. } => "/invitations/accept",
        };
        format!("/api/v1/account{rest}")
    }

    /// The body, as `application/json`.
    #[must_use]
    pub fn body(&self) -> Option<String> {
        let body: Value = match self {
            Self::Look => return None,
            Self::LogIn { name, password } => json!({ "name": name, "password": password }),
            Self::LogOut | Self::Invite => json!({}),
            Self::Password { old, new } => json!({ "old": old, "new": new }),
            Self::EndDevice(id) => json!({ "id": id }),
            Self::LookAt { token } => json!({ "token": token }),
            Self::Accept { token, name, password } => {
                json!({ "token": token, "name": name, "password": password })
            }
        };
        Some(body.to_string())
    }
}
