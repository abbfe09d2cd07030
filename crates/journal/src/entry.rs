//! One entry of the journal: an envelope this version always understands around a payload it may not.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

/// One immutable line of history.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
        self.id == other.id
            && self.device == other.device
            && self.lamport == other.lamport
            && self.at_ms == other.at_ms
            && self.date == other.date
            && self.zone == other.zone
            && self.kind == other.kind
            && self.version == other.version
            && self.payload.get() == other.payload.get()
    }
}
