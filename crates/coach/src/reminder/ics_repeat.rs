//! How an event of a calendar repeats: the part of RFC 5545 that calendars of people use.
//!
//! Daily, weekly, monthly and yearly, every so many, until or so often, on weekdays (with their place in the month)
//! and on days of the month. Anything else is not understood, and says so, instead of being guessed.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

/// The most periods that are looked through.
const MOST_PERIODS: i64 = 12_000;
/// The most starts of one event.
const MOST_STARTS: usize = 5_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule of repetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    every: Every,
    interval: i64,
    count: Option<usize>,
    until: Option<DateTime>,
    weekdays: Vec<(i8, Weekday)>,
    days_of_month: Vec<i8>,
    months: Vec<i8>,
    week_begins: Weekday,
}

impl Repeat {
    /// Reads the value of an RRULE; `None` where a part is not understood.
    pub(super) fn parse(value: &str, own_zone: &TimeZone) -> Option<Self> {
        let mut repeat = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            weekdays: vec![],
            days_of_month: vec![],
            months: vec![],
            week_begins: Weekday::Monday,
        };
        let mut said = false;
        for part in value.split(';').filter(|part| !part.trim().is_empty()) {
            let (key, value) = part.split_once('=')?;
            match key.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    said = true;
                    repeat.every = match value.trim().to_ascii_uppercase().as_str() {
                        "DAILY" => Every::Day,
                        "WEEKLY" => Every::Week,
                        "MONTHLY" => Every::Month,
                        "YEARLY" => Every::Year,
                        _ => return None,
                    };
                }
                "INTERVAL" => repeat.interval = value.parse().ok().filter(|n| (1..=1000).contains(n))?,
                "COUNT" => repeat.count = Some(value.parse().ok().filter(|n| *n > 0)?),
                "UNTIL" => repeat.until = Some(until(value, own_zone)?),
                "BYDAY" => repeat.weekdays = list(value, weekday)?,
                "BYMONTHDAY" => {
                    repeat.days_of_month = list(value, |text| {
                        text.parse().ok().filter(|day: &i8| *day != 0 && day.abs() <= 31)
                    })?;
                }
                "BYMONTH" => {
                    repeat.months =
                        list(value, |text| text.parse().ok().filter(|month| (1..=12).contains(month)))?;
                }
                "WKST" => repeat.week_begins = weekday(value)?.1,
                _ => return None,
            }
        }
        let placed = repeat.weekdays.iter().any(|(place, _)| *place != 0);
        let fits = match repeat.every {
            Every::Day | Every::Week => !placed,
            Every::Month => true,
            Every::Year => repeat.weekdays.is_empty(),
        };
        (said && fits).then_some(repeat)
    }

    /// The starts from the first one on, up to a moment.
    pub(super) fn starts(&self, first: DateTime, to: DateTime) -> Vec<DateTime> {
        let mut starts = Vec::new();
        let end = self.until.map_or(to, |until| until.min(to));
        for period in 0..MOST_PERIODS {
            let Some(dates) = self.period(first.date(), period) else { break };
            // A period without any date still has a beginning by which to see that the end is past.
            if dates.first().is_some_and(|date| *date > end.date()) {
                break;
            }
            for date in dates {
                let at = date.to_datetime(first.time());
                if at < first || !self.fits(date) {
                    continue;
                }
                if at > end
                    || self.count.is_some_and(|count| starts.len() >= count)
                    || starts.len() >= MOST_STARTS
                {
                    return starts;
                }
                starts.push(at);
            }
        }
        starts
    }

    fn fits(&self, date: Date) -> bool {
        let weekday_fits = self.every != Every::Day
            || self.weekdays.is_empty()
            || self.weekdays.iter().any(|(_, day)| *day == date.weekday());
        weekday_fits && (self.months.is_empty() || self.months.contains(&date.month()))
    }

    /// The dates of the nth period, in order; `None` past the end of the calendar.
    fn period(&self, first: Date, nth: i64) -> Option<Vec<Date>> {
        let steps = nth.checked_mul(self.interval)?;
        Some(match self.every {
            Every::Day => vec![first.checked_add(steps.days()).ok()?],
            Every::Week => {
                let back = i64::from(first.weekday().since(self.week_begins));
                let begins = first.checked_sub(back.days()).ok()?.checked_add(steps.weeks()).ok()?;
                let days: Vec<Weekday> = if self.weekdays.is_empty() {
                    vec![first.weekday()]
                } else {
                    self.weekdays.iter().map(|(_, day)| *day).collect()
                };
                let dates = (0..7_i64).filter_map(|day| begins.checked_add(day.days()).ok());
                dates.filter(|date| days.contains(&date.weekday())).collect()
            }
            Every::Month => {
                self.of_month(first.first_of_month().checked_add(steps.months()).ok()?, first.day())
            }
            Every::Year => {
                let year = first.checked_add(steps.years()).ok()?.year();
                if self.months.is_empty() {
                    Date::new(year, first.month(), first.day()).into_iter().collect()
                } else {
                    let months = self.months.iter().filter_map(|month| Date::new(year, *month, 1).ok());
                    let mut dates: Vec<Date> =
                        months.flat_map(|month| self.of_month(month, first.day())).collect();
                    dates.sort_unstable();
                    dates
                }
            }
        })
    }

    fn of_month(&self, month: Date, day: i8) -> Vec<Date> {
        let length = month.days_in_month();
        let on = |day: i8| Date::new(month.year(), month.month(), day).ok();
        let mut dates: Vec<Date> = if !self.weekdays.is_empty() {
            let all: Vec<Date> = (1..=length).filter_map(on).collect();
            self.weekdays
                .iter()
                .flat_map(|(place, weekday)| {
                    let same: Vec<Date> =
                        all.iter().copied().filter(|date| date.weekday() == *weekday).collect();
                    match usize::try_from(*place) {
                        Ok(0) => same,
                        Ok(place) => same.get(place - 1).copied().into_iter().collect(),
                        Err(_) => same
                            .iter()
                            .rev()
                            .nth(usize::from(place.unsigned_abs()) - 1)
                            .copied()
                            .into_iter()
                            .collect(),
                    }
                })
                .collect()
        } else if self.days_of_month.is_empty() {
            on(day).into_iter().collect()
        } else {
            let days = self.days_of_month.iter();
            days.filter_map(|day| on(if *day > 0 { *day } else { length + 1 + *day })).collect()
        };
        dates.sort_unstable();
        dates.dedup();
        dates
    }
}

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(|text| read(text.trim())).collect()
}

/// `MO`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i8, Weekday)> {
    let text = text.trim();
    let split = text.len().checked_sub(2)?;
    let (place, name) = (text.get(..split)?, text.get(split..)?);
    let day = match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let place =
        if place.is_empty() { 0 } else { place.parse().ok().filter(|n: &i8| *n != 0 && n.abs() <= 5)? };
    Some((place, day))
}

/// The last moment, in the clock of the event's own zone as nearly as a date and time can say.
fn until(value: &str, own_zone: &TimeZone) -> Option<DateTime> {
    let date = super::ics::date(value.get(..8)?)?;
    let Some(rest) = value.get(8..).filter(|rest| !rest.is_empty()) else {
        return Some(date.at(23, 59, 59, 0));
    };
    let digits = rest.strip_prefix('T')?;
    let utc = digits.ends_with('Z');
    let number = |range| digits.get(range).and_then(|text: &str| text.parse::<i8>().ok());
    let second = number(4..6).unwrap_or(0).min(59);
    let at = date.to_datetime(jiff::civil::Time::new(number(0..2)?, number(2..4)?, second, 0).ok()?);
    if !utc {
        return Some(at);
    }
    let ms = super::quiet::instant(at.date(), at.time(), &TimeZone::UTC)?;
    Some(super::quiet::local(ms, own_zone))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn starts(rule: &str, first: Date) -> Vec<String> {
        let repeat = Repeat::parse(rule, &TimeZone::UTC).unwrap();
        let to = date(2026, 12, 31).at(23, 0, 0, 0);
        repeat.starts(first.at(9, 0, 0, 0), to).into_iter().map(|at| at.date().to_string()).collect()
    }

    #[test]
    fn common_rules_give_their_dates() {
        let first = date(2026, 1, 30);
        assert_eq!(
            starts("FREQ=DAILY;INTERVAL=3;COUNT=3", first),
            ["2026-01-30", "2026-02-02", "2026-02-05"]
        );
        assert_eq!(
            starts("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4", first),
            ["2026-01-30", "2026-02-09", "2026-02-13", "2026-02-23"]
        );
        assert_eq!(
            starts("FREQ=MONTHLY;COUNT=3", first),
            ["2026-01-30", "2026-03-30", "2026-04-30"],
            "a month without a 30th has none"
        );
        assert_eq!(
            starts("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260401", first),
            ["2026-01-30", "2026-02-27", "2026-03-27"]
        );
        assert_eq!(starts("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", first), ["2026-02-10", "2026-03-10"]);
        assert_eq!(starts("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", first), ["2026-01-31", "2026-02-28"]);
        assert_eq!(starts("FREQ=YEARLY", first), ["2026-01-30"]);
        assert_eq!(
            starts("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", first),
            ["2026-01-31", "2026-02-01", "2026-02-07"]
        );
    }

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        for rule in [
            "",
            "FREQ=HOURLY",
            "FREQ=MONTHLY;BYSETPOS=1",
            "FREQ=WEEKLY;BYDAY=2MO",
            "INTERVAL=2",
            "FREQ=DAILY;COUNT=0",
        ] {
            assert_eq!(Repeat::parse(rule, &TimeZone::UTC), None, "{rule}");
        }
    }
}
