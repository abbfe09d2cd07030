//! What the server said about accounts.

use serde_json::Value;
use uuid::Uuid;

use super::Question;

/// A device that is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What it is called towards the server.
    pub id: Uuid,
    /// What it seems to be.
    pub label: String,
    /// When it was last used.
    pub seen_ms: i64,
    /// The one at hand.
    pub this: bool,
}

/// Who is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The name; none at the machine the server runs on, where nobody needs to log in.
    pub name: Option<String>,
    /// Whether this person may invite others.
    pub may_invite: bool,
    /// Where.
    pub devices: Vec<Device>,
}

/// What went wrong, as far as somebody can act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A field is empty.
    NotFilledIn,
    /// No network, no server, or not in time.
    Unreachable,
    /// Nobody is logged in.
    LogInNeeded,
    /// Name and password do not belong together.
    LogInFailed,
    /// The new password is too easy.
    PasswordWeak,
    /// The present password is another.
    PasswordWrong,
    /// Somebody has the name.
    NameTaken,
    /// That is no name.
    NameOdd,
    /// The link is not good.
    NoInvitation,
    /// Too many tries.
    TooOften,
    /// Anything else.
    Other,
}

impl Trouble {
    fn read(status: u16, body: &Value) -> Self {
        let name = body.get("type").and_then(Value::as_str).unwrap_or_default();
        match (name.strip_prefix("/problems/").unwrap_or_default(), status) {
            ("log-in-failed", _) => Self::LogInFailed,
            ("password-weak", _) => Self::PasswordWeak,
            ("password-wrong", _) => Self::PasswordWrong,
            ("name-taken", _) => Self::NameTaken,
            ("name-odd", _) => Self::NameOdd,
            ("no-invitation", _) => Self::NoInvitation,
            (_, 429) => Self::TooOften,
            (_, 401) => Self::LogInNeeded,
            _ => Self::Other,
        }
    }
}

/// An answer that is no trouble.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    LoggedIn,
    LoggedOut,
    Member(Member),
    Changed,
    Ended,
    Link(String),
    Invitation(Option<String>),
}

impl Said {
    pub(super) fn read(
        question: &Question,
        reply: Option<(u16, String)>,
        origin: &str,
    ) -> Result<Self, Trouble> {
        let (status, body) = reply.ok_or(Trouble::Unreachable)?;
        let body: Value = serde_json::from_str(&body).unwrap_or_default();
        if !(200..300).contains(&status) {
            return Err(Trouble::read(status, &body));
        }
        Ok(match question {
            Question::Look => Self::Member(member(&body).ok_or(Trouble::Other)?),
            Question::LogIn { .. } | Question::Accept { .. } => Self::LoggedIn,
            Question::LogOut => Self::LoggedOut,
            Question::Password { .. } => Self::Changed,
            Question::EndDevice(_) => Self::Ended,
            Question::Invite => {
                let path = body.get("path").and_then(Value::as_str).ok_or(Trouble::Other)?;
                Self::Link(format!("{origin}{path}"))
            }
            Question::LookAt { .. } => Self::Invitation(text(&body, "name")),
        })
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(ToOwned::to_owned)
}

fn member(body: &Value) -> Option<Member> {
    let devices = body.get("devices")?.as_array()?;
    let devices = devices.iter().map(|device| {
        Some(Device {
            id: device.get("id")?.as_str()?.parse().ok()?,
            label: text(device, "label")?,
            seen_ms: device.get("seen_ms")?.as_i64()?,
            this: device.get("this")?.as_bool()?,
        })
    });
    Some(Member {
        name: text(body, "name"),
        may_invite: body.get("may_invite")?.as_bool()?,
        devices: devices.collect::<Option<_>>()?,
    })
}
