//! When something happens, and the randomness that comes with it: passed in with every action.
//!
//! Nothing in the core reads a clock or rolls dice, so that a test can replay a week in a millisecond.

use jiff::civil::Date;
use uuid::Uuid;

use crate::day;

/// The instant of an action as the shell knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970 UTC by the device's clock.
    pub now_ms: i64,
    /// Minutes the device's zone is ahead of UTC right now.
    pub offset_minutes: i16,
    /// The IANA name of the zone; empty where the device does not say, then the offset is written.
    pub zone: String,
    /// 128 fresh random bits.
    pub entropy: u128,
}

impl Moment {
    /// The civil day this moment counts for; it begins at 4 in the morning.
    #[must_use]
    pub fn day(&self) -> Date {
        day::civil_day(self.now_ms, i32::from(self.offset_minutes))
    }

    /// The name of the zone, or its offset as `+01:00`.
    #[must_use]
    pub fn zone_name(&self) -> String {
        if self.zone.is_empty() {
            day::offset_name(i32::from(self.offset_minutes))
        } else {
            self.zone.clone()
        }
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

    #[test]
    fn identifiers_are_version_seven_and_differ() {
        let moment =
            Moment { now_ms: 1_795_305_600_000, offset_minutes: -210, zone: String::new(), entropy: 7 };
        let many: std::collections::BTreeSet<_> = (0..1000).map(|nth| moment.identifier(nth)).collect();
        assert_eq!(many.len(), 1000);
        for id in many {
            assert_eq!(id.get_version_num(), 7);
            assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
            assert_eq!(id.as_u128() >> 80, 1_795_305_600_000);
        }
        assert_eq!(moment.zone_name(), "-03:30");
    }
}
