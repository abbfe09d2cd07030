//! When something happens, and the randomness that comes with it: passed in with every action.
//!
//! The client reads no clock and rolls no dice, so that a test can replay a week in a millisecond. What this
//! module does not do: decide anything by the time of day other than which civil day it counts as.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use uuid::Uuid;

/// The hour at which a day begins: somebody awake at one in the morning is still in yesterday.
pub const DAY_STARTS_AT_HOUR: i64 = 4;

/// The instant of an action as the shell knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970 UTC by the device's clock.
    pub now_ms: i64,
    /// Minutes the device's zone is ahead of UTC right now.
    pub offset_minutes: i16,
    /// The IANA name of the zone, or its offset as `+01:00`.
    pub zone: String,
    /// 128 fresh random bits.
    pub entropy: u128,
}

impl Moment {
    /// The civil day this moment counts for; it begins at 4 in the morning.
    #[must_use]
    pub fn day(&self) -> Date {
        let hours = i64::from(self.offset_minutes) * 60_000 - DAY_STARTS_AT_HOUR * 3_600_000;
        let shifted = self.now_ms.saturating_add(hours);
        let instant = jiff::Timestamp::from_millisecond(shifted).unwrap_or(if shifted < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        });
        instant.to_zoned(TimeZone::fixed(Offset::UTC)).date()
    }

    /// The `nth` identifier made at this moment: UUIDv7, time first, the rest from the entropy.
    #[must_use]
    pub fn identifier(&self, nth: u64) -> Uuid {
        let mixed = mix(self.entropy, nth);
        let time = u128::from(self.now_ms.max(0).unsigned_abs()) & 0xFFFF_FFFF_FFFF;
        let random_a = (mixed >> 64) & 0x0FFF;
        let random_b = mixed & 0x3FFF_FFFF_FFFF_FFFF;
        Uuid::from_u128((time << 80) | (0x7 << 76) | (random_a << 64) | (0b10 << 62) | random_b)
    }
}

/// Spreads the entropy so that neighbouring identifiers of one moment share no pattern (two SplitMix64 rounds).
fn mix(entropy: u128, nth: u64) -> u128 {
    let round = |seed: u64| {
        let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(nth.wrapping_add(1)));
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let high = round((entropy >> 64) as u64);
    let low = round((entropy & u128::from(u64::MAX)) as u64 ^ high.rotate_left(32));
    (u128::from(high) << 64) | u128::from(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(now_ms: i64, offset_minutes: i16) -> Moment {
        Moment { now_ms, offset_minutes, zone: "+00:00".into(), entropy: 7 }
    }

    #[test]
    fn the_day_begins_at_four_where_the_person_is() {
        let base = 1_795_305_600_000; // 2026-11-22 00:00 UTC
        assert_eq!(at(base, 0).day().to_string(), "2026-11-21");
        assert_eq!(at(base + 4 * 3_600_000 - 1, 0).day().to_string(), "2026-11-21");
        assert_eq!(at(base + 4 * 3_600_000, 0).day().to_string(), "2026-11-22");
        assert_eq!(at(base, 330).day().to_string(), "2026-11-22");
        assert_eq!(at(i64::MAX, 0).day().year(), 9999);
        assert_eq!(at(i64::MIN, -720).day().year(), -9999);
    }

    #[test]
    fn identifiers_are_version_seven_and_differ() {
        let moment = at(1_795_305_600_000, 0);
        let many: std::collections::BTreeSet<_> = (0..1000).map(|nth| moment.identifier(nth)).collect();
        assert_eq!(many.len(), 1000);
        for id in many {
            assert_eq!(id.get_version_num(), 7);
            assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
            assert_eq!((id.as_u128() >> 80) as i64, 1_795_305_600_000);
        }
    }
}
