//! Reckoning with civil dates, and how they are written: `2026-11-22`.
//!
//! The type is `jiff`'s; its readers and spans know times, zones and every calendar unit, which is 80 kilobytes the
//! browser has no use for. What stands here needs a date's year, month and day alone, and a test holds it to
//! `jiff`'s own answers. Reckoning past the ends of the calendar (the years -9999 and 9999) stops at them.

use core::fmt;

use jiff::civil::Date;
use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// Days from the first of March of year 0, in which 400 years have the same number of days each.
fn number(date: Date) -> i64 {
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    // March is month 0, so that the leap day ends a year.
    let year = if month > 2 { year } else { year - 1 };
    let (cycle, of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    cycle * 146_097 + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year
}

/// The date of such a number, or the end of the calendar it lies beyond.
fn from_number(number: i64) -> Date {
    let (cycle, of_cycle) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let of_cycle_year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * of_cycle_year + of_cycle_year / 4 - of_cycle_year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = cycle * 400 + of_cycle_year + i64::from(month <= 2);
    held(year, month, day)
}

fn held(year: i64, month: i64, day: i64) -> Date {
    new(year, month, day).unwrap_or(if year < 0 { Date::MIN } else { Date::MAX })
}

fn new(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The whole days from one date to another; negative when the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    number(to) - number(from)
}

/// A date so many days later (or earlier), held at the ends of the calendar.
#[must_use]
pub fn plus_days(date: Date, days: i64) -> Date {
    from_number(number(date).saturating_add(days).clamp(-8_000_000, 8_000_000))
}

/// The date that lies so many days after the first of January 1970.
#[must_use]
pub fn since_1970(days: i64) -> Date {
    const EPOCH: i64 = 719_468;
    from_number(days.clamp(-8_000_000, 8_000_000) + EPOCH)
}

/// The same day so many months earlier, or the last day of that month where it is shorter.
#[must_use]
pub fn minus_months(date: Date, months: i64) -> Date {
    let all = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 - months.clamp(-300_000, 300_000);
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
    let last = i64::from(held(year, month, 1).days_in_month());
    held(year, month, i64::from(date.day()).min(last))
}

/// The whole months gone by; none when `to` is the earlier one.
#[must_use]
pub fn whole_months(from: Date, to: Date) -> i64 {
    let years = i64::from(to.year()) - i64::from(from.year());
    let months = years * 12 + i64::from(to.month()) - i64::from(from.month());
    (months - i64::from(to.day() < from.day())).max(0)
}

/// Reads a date as it is written: `2026-11-22`, with a sign and six digits for years beyond 0 to 9999.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (0, text),
    };
    let mut parts = rest.split('-');
    let mut part = |length: usize| {
        let digits = parts.next().filter(|part| part.len() == length)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i64>().ok())?
    };
    let year = part(if sign == 0 { 4 } else { 6 })?;
    let (month, day) = (part(2)?, part(2)?);
    let is_whole = parts.next().is_none() && !(sign < 0 && year == 0);
    is_whole.then(|| new(if sign < 0 { -year } else { year }, month, day))?
}

/// A date as it is written.
#[must_use]
pub fn written(date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    if year < 0 {
        format!("-{:06}-{month:02}-{day:02}", year.unsigned_abs())
    } else {
        format!("{year:04}-{month:02}-{day:02}")
    }
}

/// Writes a date, for serde (`#[serde(with = "dates")]`).
///
/// # Errors
/// Whatever the writer says.
pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&written(*date))
}

/// Reads a date, for serde.
///
/// # Errors
/// When it is not one.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    struct Written;

    impl Visitor<'_> for Written {
        type Value = Date;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a date as 2026-11-22")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
            read(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
        }
    }

    from.deserialize_str(Written)
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, ToSpan, Unit};
    use proptest::prelude::*;

    use super::*;

    fn any_date() -> impl Strategy<Value = Date> {
        let near = (1900_i16..2100, 1_i8..=12, 1_i8..=31);
        let far = (-9999_i16..=9999, 1_i8..=12, 1_i8..=31);
        prop_oneof![near, far].prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
    }

    proptest! {
        #[test]
        fn days_are_those_of_the_calendar(a in any_date(), b in any_date(), days in -20_000_i64..20_000) {
            prop_assert_eq!(days_between(a, b), b.duration_since(a).as_hours() / 24);
            prop_assert_eq!(plus_days(a, days), a.saturating_add(SignedDuration::from_hours(days * 24)));
            prop_assert_eq!(from_number(number(a)), a);
        }

        #[test]
        fn months_are_those_of_the_calendar(a in any_date(), b in any_date(), months in -3000_i64..3000) {
            prop_assert_eq!(minus_months(a, months), a.saturating_sub(months.months()));
            let span = a.until((Unit::Month, b)).unwrap();
            prop_assert_eq!(whole_months(a, b), i64::from(span.get_months()).max(0));
        }

        #[test]
        fn what_is_written_is_the_calendars_form_and_reads_back(a in any_date()) {
            prop_assert_eq!(written(a), a.to_string());
            prop_assert_eq!(read(&written(a)), Some(a));
        }

        #[test]
        fn anything_else_is_no_date_and_no_panic(text in "[-+0-9T: ]{0,14}|\\PC{0,12}") {
            if let Some(date) = read(&text) {
                prop_assert_eq!(text.parse::<Date>().unwrap(), date);
            }
        }
    }

    #[test]
    fn the_ends_of_the_calendar_hold_and_the_epoch_is_where_it_is() {
        assert_eq!((plus_days(Date::MAX, 1), plus_days(Date::MIN, -1)), (Date::MAX, Date::MIN));
        assert_eq!((plus_days(Date::ZERO, i64::MAX), since_1970(i64::MIN)), (Date::MAX, Date::MIN));
        assert_eq!(since_1970(0).to_string(), "1970-01-01");
        for text in [
            "2026-02-29",
            "2026-13-01",
            "26-01-01",
            "2026-1-1",
            "20261122",
            "2026-11-22T00:00",
            "-000000-01-01",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
