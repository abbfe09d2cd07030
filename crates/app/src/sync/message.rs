//! What is asked of the server and what comes back, in a form that every shell carries alike.

use counterpose_journal::sync::{Hello, PROTOCOL, Problem, Pulled, Push, Pushed};
use counterpose_journal::{Cursor, Entry};
use uuid::Uuid;

/// What a push holds around its entries, at most, in bytes.
pub(super) const PUSH_BYTES: usize = 64;
const ENVELOPE_BYTES: usize = 512;

/// What an entry takes up in a push, at most.
pub(super) fn entry_bytes(entry: &Entry) -> usize {
    entry.payload.get().len() + entry.kind.len() + entry.zone.len() + ENVELOPE_BYTES
}

/// A question to the server.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Who are you?
    Hello,
    /// Take these entries; those you know are left alone.
    Push {
        /// Whose.
        person: Uuid,
        /// The entries.
        entries: Vec<Entry>,
    },
    /// Give what came after the cursor.
    Pull {
        /// Whose.
        person: Uuid,
        /// Seen up to here.
        after: Cursor,
        /// At most so many.
        limit: usize,
    },
}

/// What the server said.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Who it is.
    Hello(Hello),
    /// It took entries in.
    Pushed(Pushed),
    /// Entries.
    Pulled(Pulled),
}

/// What came of a question.
pub type Reply = Result<Answer, Failure>;

/// Why the server did not do it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// No network, or no server.
    #[error("the server cannot be reached")]
    Unreachable,
    /// Nothing came back in time.
    #[error("the server did not answer in time")]
    NoAnswer,
    /// What it sent could not be kept on this device.
    #[error("what the server sent could not be kept on this device")]
    NotKept,
    /// It answered with an error.
    #[error("the server refused: {}", problem.detail)]
    Refused {
        /// What it said.
        problem: Box<Problem>,
    },
    /// It speaks another version of the messages.
    #[error("the server runs version {program}, which this app does not understand: update both")]
    OtherVersion {
        /// The version of its program.
        program: String,
    },
    /// Somebody else is logged in than the one whose journal this device has copied there so far.
    #[error("another account is logged in than the one this device's journal was copied to")]
    OtherPerson {
        /// The account that is logged in now.
        account: Option<String>,
    },
    /// Its answer made no sense.
    #[error("the server's answer could not be read: {0}")]
    Unreadable(String),
}

impl Failure {
    pub(super) fn too_large(&self) -> bool {
        matches!(self, Self::Refused { problem } if problem.status == 413)
    }

    /// The one entry the server will not take.
    pub(super) fn entry(&self) -> Option<Uuid> {
        match self {
            Self::Refused { problem } if (400..500).contains(&problem.status) => problem.entry,
            _ => None,
        }
    }

    /// Whether it says nothing about the server itself.
    pub(super) const fn on_the_way(&self) -> bool {
        matches!(self, Self::Unreachable | Self::NoAnswer | Self::NotKept)
    }

    pub(super) fn waiting_helps(&self) -> bool {
        match self {
            Self::Unreachable | Self::NoAnswer | Self::NotKept | Self::Unreadable(_) => true,
            Self::Refused { problem } => problem.status >= 500 || matches!(problem.status, 404 | 408 | 429),
            Self::OtherVersion { .. } | Self::OtherPerson { .. } => false,
        }
    }
}

impl Request {
    /// `GET` or `POST`.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        match self {
            Self::Hello | Self::Pull { .. } => "GET",
            Self::Push { .. } => "POST",
        }
    }

    /// The path and query below the server's root.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Hello => "/api/v1/hello".to_owned(),
            Self::Push { person, .. } => format!("/api/v1/people/{person}/entries"),
            Self::Pull { person, after, limit } => {
                format!("/api/v1/people/{person}/entries?after={}&limit={limit}", after.0)
            }
        }
    }

    /// The body, as `application/json`.
    #[must_use]
    pub fn body(&self) -> Option<String> {
        let Self::Push { entries, .. } = self else { return None };
        serde_json::to_string(&Push { protocol: PROTOCOL, entries: entries.clone() }).ok()
    }

    /// Reads what came back: the HTTP status and the body.
    ///
    /// # Errors
    /// The server's refusal, or what could not be read.
    pub fn read(&self, status: u16, body: &str) -> Reply {
        if !(200..300).contains(&status) {
            let problem = serde_json::from_str::<Problem>(body).unwrap_or_else(|_| Problem {
                kind: "about:blank".to_owned(),
                title: "No explanation".to_owned(),
                status,
                detail: format!("it answered {status} without an explanation"),
                entry: None,
            });
            return Err(Failure::Refused { problem: Box::new(Problem { status, ..problem }) });
        }
        let read = match self {
            Self::Hello => serde_json::from_str(body).map(Answer::Hello),
            Self::Push { .. } => serde_json::from_str(body).map(Answer::Pushed),
            Self::Pull { .. } => serde_json::from_str(body).map(Answer::Pulled),
        };
        read.map_err(|error| Failure::Unreadable(error.to_string()))
    }
}
