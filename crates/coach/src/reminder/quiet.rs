//! When nothing may be said: the night, a meeting, "quiet until".

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::rule::QuietHours;

/// A busy time of the calendar; the end is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Busy {
    /// From, in milliseconds since 1970 UTC.
    pub from_ms: i64,
    /// To.
    pub to_ms: i64,
}

/// Why it is quiet now, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// When it ends, all quiet times that follow without a gap together.
    pub until_ms: i64,
    /// Whether only the calendar is the reason: that may hold something back, but not for ever.
    pub only_busy: bool,
}

/// The instant of a clock time on a date, where the zone skips it the instant after the gap.
pub(super) fn instant(date: Date, time: Time, zone: &TimeZone) -> Option<i64> {
    zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok().map(Timestamp::as_millisecond)
}

/// The civil date and time of an instant.
pub(super) fn local(at_ms: i64, zone: &TimeZone) -> jiff::civil::DateTime {
    let edge = if at_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
    let at = Timestamp::from_millisecond(at_ms).unwrap_or(edge);
    zone.to_datetime(at)
}

/// Whether it is quiet at an instant, and until when; `None` where something may be said.
#[must_use]
pub fn quiet_at(
    at_ms: i64,
    hours: &[QuietHours],
    busy: &[Busy],
    manual_until_ms: Option<i64>,
    zone: &TimeZone,
) -> Option<Quiet> {
    let mut until_ms = at_ms;
    let mut only_busy = true;
    // Each round takes the quiet time that covers the end of the last; a chain of more than this is for ever.
    for _ in 0..1000 {
        let night = night_end(until_ms, hours, zone);
        let manual = manual_until_ms.filter(|end| *end > until_ms);
        let meeting =
            busy.iter().filter(|it| it.from_ms <= until_ms && until_ms < it.to_ms).map(|it| it.to_ms).max();
        let Some(end) = night.max(manual).max(meeting) else { break };
        // What holds at the instant itself decides what kind of quiet it is.
        only_busy &= night.is_none() && manual.is_none();
        until_ms = end;
    }
    (until_ms > at_ms).then_some(Quiet { until_ms, only_busy })
}

/// The end of the night that covers an instant.
fn night_end(at_ms: i64, hours: &[QuietHours], zone: &TimeZone) -> Option<i64> {
    let today = local(at_ms, zone).date();
    let mut latest: Option<i64> = None;
    for quiet in hours.iter().filter(|quiet| quiet.from != quiet.to) {
        for back in 0..=1 {
            let from_date = today.saturating_sub(back.days());
            let to_date = if quiet.from < quiet.to { from_date } else { from_date.saturating_add(1.day()) };
            let from = instant(from_date, quiet.from, zone)?;
            let to = instant(to_date, quiet.to, zone)?;
            if from <= at_ms && at_ms < to {
                latest = latest.max(Some(to));
            }
        }
    }
    latest
}

/// The civil day an instant counts for: it begins at 4 in the morning.
#[must_use]
pub fn day_of(at_ms: i64, zone: &TimeZone) -> Date {
    local(at_ms, zone).saturating_sub(SignedDuration::from_hours(4)).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    const MINUTE: i64 = 60_000;

    fn night() -> Vec<QuietHours> {
        vec![QuietHours { from: time(21, 0, 0, 0), to: time(8, 0, 0, 0) }]
    }

    #[test]
    fn the_night_runs_over_midnight_and_joins_the_meeting_after_it() {
        let zone = TimeZone::UTC;
        let at = |hour, minute| instant(date(2026, 3, 2), time(hour, minute, 0, 0), &zone).unwrap();
        let quiet = quiet_at(at(3, 0), &night(), &[], None, &zone).unwrap();
        assert_eq!((quiet.until_ms, quiet.only_busy), (at(8, 0), false));
        assert_eq!(quiet_at(at(8, 0), &night(), &[], None, &zone), None);
        assert_eq!(quiet_at(at(20, 59), &night(), &[], None, &zone), None);
        let meeting = [Busy { from_ms: at(7, 30), to_ms: at(9, 0) }];
        assert_eq!(quiet_at(at(3, 0), &night(), &meeting, None, &zone).unwrap().until_ms, at(9, 0));
        let busy = quiet_at(at(8, 30), &night(), &meeting, None, &zone).unwrap();
        assert_eq!((busy.until_ms, busy.only_busy), (at(9, 0), true));
        let manual = quiet_at(at(12, 0), &night(), &[], Some(at(12, 0) + 5 * MINUTE), &zone).unwrap();
        assert_eq!((manual.until_ms, manual.only_busy), (at(12, 5), false));
        assert_eq!(quiet_at(at(12, 0), &[], &[], Some(at(11, 0)), &zone), None, "an end that is past");
    }

    #[test]
    fn the_night_of_a_clock_change_ends_by_the_clock_on_the_wall() {
        let zone = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
        let before = instant(date(2026, 3, 7), time(22, 0, 0, 0), &zone).unwrap();
        let quiet = quiet_at(before, &night(), &[], None, &zone).unwrap();
        assert_eq!(quiet.until_ms - before, 9 * 60 * MINUTE, "the hour that is skipped");
        let before = instant(date(2026, 10, 31), time(22, 0, 0, 0), &zone).unwrap();
        let quiet = quiet_at(before, &night(), &[], None, &zone).unwrap();
        assert_eq!(quiet.until_ms - before, 11 * 60 * MINUTE, "the hour that comes twice");
    }
}
