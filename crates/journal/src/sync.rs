//! The messages between a client and a server: union of entries with a cursor, in bounded batches.
//!
//! Each message may be lost, repeated or late without harm: pushing is a union, pulling only reads. A cursor is
//! good with the keeper that gave it and with no other, so every answer names the keeper. How a client goes about
//! it is `app`'s; how a server answers is `server`'s.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entry::Entry;
use crate::port::Cursor;

/// The version of these messages that this program speaks.
pub const PROTOCOL: u16 = 1;
/// The oldest version it still understands.
pub const PROTOCOL_OLDEST: u16 = 1;
/// The most entries in one push or one page.
pub const BATCH_MAX: usize = 500;
/// The largest body of a push, in bytes.
pub const BODY_MAX_BYTES: usize = 4 * 1024 * 1024;

/// A server introduces itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The version of the messages it speaks.
    pub protocol: u16,
    /// The oldest version it understands.
    pub protocol_oldest: u16,
    /// The version of the program.
    pub program: String,
    /// The keeper: a database and the line of cursors it gives. A restored backup is a new one.
    pub keeper: Uuid,
    /// The person whose journal it gives to whoever asked.
    pub person: Uuid,
    /// The name of the account that asked, where somebody logged in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The version of the database's tables.
    pub schema: u32,
    /// The most entries it takes in one push.
    pub batch_max: usize,
    /// The largest body it takes, in bytes.
    pub body_max_bytes: usize,
}

/// Entries for a server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// The version of the messages.
    pub protocol: u16,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Why the body of a push was not taken.
#[derive(Debug, thiserror::Error)]
pub enum PushError {
    /// No JSON, an unknown key, a missing one.
    #[error("the push cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Another version of the messages.
    #[error(
        "the push speaks version {found}; this program speaks {PROTOCOL_OLDEST} to {PROTOCOL}: update the older"
    )]
    OtherProtocol {
        /// The version it speaks.
        found: u16,
    },
    /// More entries than a push may have.
    #[error("the push has {found} entries; it may have {BATCH_MAX}: send smaller batches")]
    TooMany {
        /// How many it has.
        found: usize,
    },
}

/// Only what says whether the rest can be read.
#[derive(Deserialize)]
struct Header {
    protocol: Option<u16>,
}

impl Push {
    /// Reads the body of a push. Whether each entry may be kept is the keeper's question.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(body: &[u8]) -> Result<Self, PushError> {
        let header: Header = serde_json::from_slice(body)?;
        match header.protocol {
            Some(found) if !(PROTOCOL_OLDEST..=PROTOCOL).contains(&found) => {
                return Err(PushError::OtherProtocol { found });
            }
            _ => {}
        }
        let push: Self = serde_json::from_slice(body)?;
        let found = push.entries.len();
        if found > BATCH_MAX { Err(PushError::TooMany { found }) } else { Ok(push) }
    }
}

/// A server took entries in; they survive its crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pushed {
    /// The keeper that has them now.
    pub keeper: Uuid,
    /// How many were new to it.
    pub added: usize,
    /// How many it had.
    pub known: usize,
}

/// Entries from a server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pulled {
    /// The keeper whose cursor this is.
    pub keeper: Uuid,
    /// The entries, in the order it got them.
    pub entries: Vec<Entry>,
    /// Where to go on.
    pub cursor: Cursor,
    /// Whether there is more.
    pub more: bool,
}

/// What went wrong, in the form of RFC 9457.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Which problem: a stable name under `/problems/`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The problem in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// This case, and what to do.
    pub detail: String,
    /// The entry it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Uuid>,
}
