//! Which day something counts for: the civil date where the person is, rolling over at 4 in the morning.
//!
//! No clock and no zone database: the shell passes the instant and the offset it had then.

use counterpose_coach::dates::since_1970;
pub use counterpose_coach::dates::{days_between, plus_days};
use jiff::civil::Date;

/// The hour at which a new day begins: what is done after midnight still belongs to the evening before.
pub const ROLLS_OVER_AT_HOUR: i64 = 4;

/// The date an instant counts for. Offsets beyond a day and instants beyond the calendar are brought to its edge.
#[must_use]
pub fn civil_day(at_ms: i64, offset_minutes: i32) -> Date {
    const HOUR_MS: i64 = 3_600_000;
    let offset_ms = i64::from(offset_minutes.clamp(-24 * 60, 24 * 60)) * 60_000;
    let local_ms = at_ms.saturating_add(offset_ms).saturating_sub(ROLLS_OVER_AT_HOUR * HOUR_MS);
    since_1970(local_ms.div_euclid(24 * HOUR_MS))
}

/// An offset as written where a zone has no name: `+01:00`.
#[must_use]
pub fn offset_name(offset_minutes: i32) -> String {
    let sign = if offset_minutes < 0 { '-' } else { '+' };
    let minutes = offset_minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use jiff::civil::date;

    const HOUR_MS: i64 = 3_600_000;

    fn at(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn the_day_rolls_over_at_four_in_the_morning() {
        let four_utc = at("2026-11-22T04:00:00Z");
        assert_eq!(civil_day(four_utc, 0), date(2026, 11, 22));
        assert_eq!(civil_day(four_utc - 1, 0), date(2026, 11, 21));
        assert_eq!(civil_day(at("2026-11-22T00:30:00Z"), 0), date(2026, 11, 21));
        assert_eq!(civil_day(four_utc + 23 * HOUR_MS, 0), date(2026, 11, 22));
    }

    #[test]
    fn the_offset_moves_the_day() {
        let instant = at("2026-11-22T20:00:00Z");
        assert_eq!(civil_day(instant, 14 * 60), date(2026, 11, 23));
        assert_eq!(civil_day(instant, -11 * 60), date(2026, 11, 22));
        assert_eq!(offset_name(-210), "-03:30");
        assert_eq!(offset_name(60), "+01:00");
    }

    #[test]
    fn absurd_clocks_give_a_day_and_no_panic() {
        for at_ms in [i64::MIN, i64::MAX, 0] {
            for offset in [i32::MIN, 0, i32::MAX] {
                let _ = civil_day(at_ms, offset);
            }
        }
        assert_eq!(civil_day(i64::MAX, 0).year(), 9999);
        assert_eq!(civil_day(i64::MIN, -720).year(), -9999);
        assert_eq!(days_between(date(2026, 2, 28), date(2026, 3, 1)), 1);
        assert_eq!(plus_days(date(2026, 3, 1), -1), date(2026, 2, 28));
    }
}
