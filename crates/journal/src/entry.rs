//! One entry of the journal: an envelope this version always understands around a payload it may not.
//!
//! The envelope is frozen: what a later version wants to add goes into the payload, which every version keeps
//! byte for byte. So an unknown key of the envelope is an error, and an unknown key of a payload never is.

use core::cmp::Ordering;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::erasure;
use crate::moment::Moment;
use crate::payload::{Erasure, Payload, PayloadError};

/// The longest kind, in bytes.
pub const KIND_MAX_BYTES: usize = 64;
/// The longest name of a zone, in bytes.
pub const ZONE_MAX_BYTES: usize = 64;
/// The largest payload, in bytes.
pub const PAYLOAD_MAX_BYTES: usize = 64 * 1024;
/// The deepest nesting of a payload that is let in.
pub const PAYLOAD_MAX_DEPTH: usize = 64;
/// The largest count and instant that survive every JSON reader (2^53 - 1).
pub const EXACT_MAX: u64 = (1 << 53) - 1;

/// One immutable line of history.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// UUIDv7, made by the device that wrote it; two entries with the same identifier are the same entry.
    pub id: Uuid,
    /// The device that wrote it.
    pub device: Uuid,
    /// One more than the largest count this device had seen when it wrote: order does not hang on device clocks.
    pub lamport: u64,
    /// The instant, in milliseconds since 1970 UTC, by the device's clock.
    pub at_ms: i64,
    /// The civil date the entry counts for (the day rolls over at 4 in the morning).
    #[serde(with = "counterpose_coach::dates")]
    pub date: jiff::civil::Date,
    /// The IANA name of the device's time zone, or its offset as `+01:00`.
    pub zone: String,
    /// What kind of payload, kebab-case.
    pub kind: String,
    /// The version of that kind, from 1.
    pub version: u16,
    /// The payload, kept as it was written, unknown fields and all.
    pub payload: Box<RawValue>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.same_envelope(other) && self.payload.get() == other.payload.get()
    }
}

impl Eq for Entry {}

/// Writes entries of one device, counting on from what it has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The device.
    pub device: Uuid,
    /// The largest count seen so far. At its end it stays there and the instant orders alone.
    pub lamport: u64,
    written: u64,
}

impl Writer {
    /// A writer that has seen entries up to this count ([`crate::State::lamport`]).
    #[must_use]
    pub const fn new(device: Uuid, lamport: u64) -> Self {
        Self { device, lamport, written: 0 }
    }

    /// Takes note of entries that came from elsewhere.
    pub fn see(&mut self, lamport: u64) {
        self.lamport = self.lamport.max(lamport);
    }

    /// Writes the next entry. Several in one moment get different identifiers.
    ///
    /// # Errors
    /// When the payload breaks a limit of [`Entry::check`].
    pub fn write(&mut self, moment: &Moment, payload: &Payload) -> Result<Entry, EntryError> {
        let lamport = self.lamport.saturating_add(1).min(EXACT_MAX);
        let entry = Entry::new(moment, self.written, self.device, lamport, payload)?;
        self.lamport = lamport;
        self.written += 1;
        Ok(entry)
    }

    /// Writes an erasure: everything this device knows of, and whatever was written without knowing of the erasure,
    /// is forgotten wherever this entry arrives.
    ///
    /// # Errors
    /// Never for a moment that a clock gave.
    pub fn erase(&mut self, moment: &Moment) -> Result<Entry, EntryError> {
        let lamport = erasure::next_epoch(self.lamport);
        let payload = Payload::Erasure(Erasure::default());
        let written = Entry::new(moment, self.written, self.device, lamport, &payload)?;
        self.lamport = lamport;
        self.written += 1;
        Ok(Entry { zone: erasure::ZONE.to_owned(), ..written })
    }
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// A field outside its limits.
    #[error("the field `{field}` of the entry {id} {fault}")]
    Field {
        /// Which entry.
        id: Uuid,
        /// Which field.
        field: &'static str,
        /// What is wrong with it.
        fault: String,
    },
    /// The payload could not be written.
    #[error(transparent)]
    Payload(#[from] PayloadError),
}

impl Entry {
    /// An entry of this moment; `nth` tells several of the same moment apart.
    ///
    /// # Errors
    /// When the payload breaks a limit of [`Entry::check`].
    pub fn new(
        moment: &Moment,
        nth: u64,
        device: Uuid,
        lamport: u64,
        payload: &Payload,
    ) -> Result<Self, EntryError> {
        let entry = Self {
            id: moment.identifier(nth),
            device,
            lamport,
            at_ms: moment.now_ms,
            date: moment.day(),
            zone: moment.zone_name(),
            kind: payload.kind().to_owned(),
            version: payload.version(),
            payload: payload.encode()?,
        };
        entry.check()?;
        Ok(entry)
    }

    /// Whether the entry may be kept: what every keeper asks before it takes one in.
    ///
    /// # Errors
    /// Names the field and what is wrong with it.
    pub fn check(&self) -> Result<(), EntryError> {
        let fail =
            |field, fault: &str| Err(EntryError::Field { id: self.id, field, fault: fault.to_owned() });
        if self.id.is_nil() || self.id.is_max() {
            return fail("id", "must be a UUID that a device made");
        }
        if self.lamport == 0 || self.lamport > EXACT_MAX {
            return fail("lamport", "must be a count from 1 to 2^53 - 1");
        }
        if self.at_ms.unsigned_abs() > EXACT_MAX {
            return fail("at_ms", "must be an instant a browser can hold");
        }
        if self.kind.len() > KIND_MAX_BYTES || !is_kebab_case(&self.kind) {
            return fail("kind", "must be at most 64 letters, digits and hyphens in kebab-case");
        }
        if self.version == 0 {
            return fail("version", "must count from 1");
        }
        if self.zone.is_empty()
            || self.zone.len() > ZONE_MAX_BYTES
            || !self.zone.chars().all(|c| c.is_ascii_graphic())
        {
            return fail("zone", "must be the name of a time zone or an offset such as +01:00");
        }
        let payload = self.payload.get();
        if payload.len() > PAYLOAD_MAX_BYTES {
            return fail("payload", "is larger than 64 KiB");
        }
        if payload.bytes().any(|byte| byte < b' ') {
            return fail("payload", "must stand on one line");
        }
        if depth(payload) > PAYLOAD_MAX_DEPTH {
            return fail("payload", "is nested deeper than 64");
        }
        Ok(())
    }

    /// The order in which history is read: by count, then instant, then identifier.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        (self.lamport, self.at_ms, self.id).cmp(&(other.lamport, other.at_ms, other.id))
    }

    /// Whether both say the same: equal bytes, or equal JSON where a tool in between laid the payload out anew.
    #[must_use]
    pub fn same_content(&self, other: &Self) -> bool {
        self == other
            || (self.same_envelope(other)
                && match (parse(&self.payload), parse(&other.payload)) {
                    (Some(one), Some(two)) => one == two,
                    _ => false,
                })
    }

    fn same_envelope(&self, other: &Self) -> bool {
        self.id == other.id
            && self.device == other.device
            && self.lamport == other.lamport
            && self.at_ms == other.at_ms
            && self.date == other.date
            && self.zone == other.zone
            && self.kind == other.kind
            && self.version == other.version
    }
}

fn parse(raw: &RawValue) -> Option<serde_json::Value> {
    serde_json::from_str(raw.get()).ok()
}

fn is_kebab_case(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// How deep the brackets outside strings nest.
fn depth(json: &str) -> usize {
    let (mut deepest, mut now, mut in_string, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                now += 1;
                deepest = deepest.max(now);
            }
            b'}' | b']' if !in_string => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
