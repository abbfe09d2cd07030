//! Busy times out of a calendar file (iCalendar, RFC 5545).
//!
//! Reads what matters for "is somebody in a meeting": start, end or duration, repetition, exceptions, changed
//! instances. Whole-day, transparent and cancelled events are not busy. What is not understood is counted and said,
//! never guessed; an event whose repetition is not understood stands for its first time only. Titles, places and
//! people are not even looked at.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use super::ics_repeat::Repeat;
use super::quiet::{Busy, local};

/// The longest file that is read, in bytes.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// The most busy times that come out.
pub const MOST_BUSY: usize = 20_000;
/// No single event is busy for longer than this.
const LONGEST_DAYS: i64 = 31;

/// What a calendar comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Busy times that touch the window, in order; they may overlap.
    pub busy: Vec<Busy>,
    /// Names of zones that nobody could give rules for; the person's own zone was taken.
    pub unknown_zones: BTreeSet<String>,
    /// Events or parts of them that were not understood.
    pub not_understood: usize,
}

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IcsError {
    /// Not a calendar at all.
    #[error("this is no calendar file: it must begin with BEGIN:VCALENDAR")]
    NotACalendar,
    /// Too large.
    #[error("the calendar is larger than 16 MiB; export a shorter time")]
    TooLarge,
}

/// Gives the rules of a zone by its name.
pub type ZoneOf<'a> = &'a dyn Fn(&str) -> Option<TimeZone>;

/// The busy times of a calendar that touch the window from `from_ms` to `to_ms`.
///
/// # Errors
/// When it is no calendar, or too large.
pub fn read(
    text: &str,
    (from_ms, to_ms): (i64, i64),
    own_zone: &TimeZone,
    zone_of: ZoneOf<'_>,
) -> Result<Calendar, IcsError> {
    if text.len() > MOST_BYTES {
        return Err(IcsError::TooLarge);
    }
    let lines = unfolded(text);
    let first = lines.iter().map(|line| line.trim()).find(|line| !line.is_empty());
    if !first.is_some_and(|line| line.trim_start_matches('\u{feff}').eq_ignore_ascii_case("BEGIN:VCALENDAR"))
    {
        return Err(IcsError::NotACalendar);
    }
    let mut reading = Reading {
        own_zone,
        zone_of,
        calendar: Calendar::default(),
        zones: std::collections::BTreeMap::new(),
    };
    let events = reading.events(&lines);
    // An instance that was moved is left out of its series.
    let moved: BTreeSet<(String, i64)> =
        events.iter().filter_map(|event| Some((event.uid.clone(), event.instance_of?))).collect();
    for event in &events {
        reading.expand(event, &moved, from_ms, to_ms);
    }
    let mut calendar = reading.calendar;
    calendar.busy.sort_unstable();
    calendar.busy.dedup();
    Ok(calendar)
}

/// Lines with their continuations joined.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `NAME;PARAMETER=VALUE:VALUE`, taken apart.
struct Property<'a> {
    name: String,
    parameters: Vec<(String, &'a str)>,
    value: &'a str,
}

fn property(line: &str) -> Option<Property<'_>> {
    let mut quoted = false;
    let colon = line.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == ':' && !quoted).then_some(at)
    })?;
    let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let mut parts = head.split(';');
    let name = parts.next()?.trim().to_ascii_uppercase();
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(key, value)| (key.trim().to_ascii_uppercase(), value.trim_matches('"')))
        .collect();
    Some(Property { name, parameters, value: value.trim() })
}

impl Property<'_> {
    fn parameter(&self, key: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == key).map(|(_, value)| *value)
    }
}

/// A start or end: with its zone, or a whole day.
#[derive(Clone, Debug)]
enum Stamp {
    At(DateTime, TimeZone),
    Day,
}

impl Stamp {
    fn ms(&self) -> Option<i64> {
        match self {
            Self::At(at, zone) => instant(*at, zone),
            Self::Day => None,
        }
    }
}

fn instant(at: DateTime, zone: &TimeZone) -> Option<i64> {
    super::quiet::instant(at.date(), at.time(), zone)
}

#[derive(Default)]
struct Event {
    uid: String,
    start: Option<Stamp>,
    end: Option<Stamp>,
    duration: Option<SignedDuration>,
    repeat: Option<Repeat>,
    left_out: Vec<i64>,
    further: Vec<i64>,
    instance_of: Option<i64>,
    free: bool,
}

struct Reading<'a> {
    own_zone: &'a TimeZone,
    zone_of: ZoneOf<'a>,
    calendar: Calendar,
    zones: std::collections::BTreeMap<String, TimeZone>,
}

impl Reading<'_> {
    fn events(&mut self, lines: &[String]) -> Vec<Event> {
        let mut events = Vec::new();
        let mut stack: Vec<String> = Vec::new();
        let mut event = Event::default();
        for line in lines {
            let Some(property) = property(line) else { continue };
            match property.name.as_str() {
                "BEGIN" => {
                    stack.push(property.value.to_ascii_uppercase());
                    if stack.last().is_some_and(|name| name == "VEVENT") {
                        event = Event::default();
                    }
                }
                "END" => {
                    let ended = property.value.to_ascii_uppercase();
                    if let Some(at) = stack.iter().rposition(|name| *name == ended) {
                        stack.truncate(at);
                        if ended == "VEVENT" {
                            events.push(core::mem::take(&mut event));
                        }
                    }
                }
                _ if stack.last().is_some_and(|name| name == "VEVENT") => self.take(&mut event, &property),
                _ => {}
            }
        }
        events
    }

    fn take(&mut self, event: &mut Event, property: &Property<'_>) {
        match property.name.as_str() {
            "UID" => property.value.clone_into(&mut event.uid),
            "DTSTART" => event.start = self.stamp(property, property.value),
            "DTEND" => event.end = self.stamp(property, property.value),
            "DURATION" => event.duration = duration(property.value),
            "RRULE" => {
                event.repeat = Repeat::parse(property.value, self.own_zone);
                self.calendar.not_understood += usize::from(event.repeat.is_none());
            }
            "EXDATE" | "RDATE" => {
                let stamps: Vec<i64> = property
                    .value
                    .split(',')
                    .filter_map(|value| self.stamp(property, value).and_then(|stamp| stamp.ms()))
                    .collect();
                let list = if property.name == "EXDATE" { &mut event.left_out } else { &mut event.further };
                list.extend(stamps);
            }
            "RECURRENCE-ID" => {
                event.instance_of = self.stamp(property, property.value).and_then(|stamp| stamp.ms());
            }
            "STATUS" if property.value.eq_ignore_ascii_case("CANCELLED") => event.free = true,
            "TRANSP" if property.value.eq_ignore_ascii_case("TRANSPARENT") => event.free = true,
            _ => {}
        }
    }

    /// `20260310T093000Z`, the same without Z in the named or own zone, or `20260310` for a whole day.
    fn stamp(&mut self, property: &Property<'_>, value: &str) -> Option<Stamp> {
        let value = value.trim();
        let (date, rest) = (date(value.get(..8)?)?, value.get(8..)?);
        if rest.is_empty() {
            return Some(Stamp::Day);
        }
        let digits = rest.strip_prefix('T')?;
        let (digits, utc) = digits.strip_suffix('Z').map_or((digits, false), |digits| (digits, true));
        let number = |range| digits.get(range).and_then(|text: &str| text.parse::<i8>().ok());
        let second = number(4..6).unwrap_or(0).min(59);
        let at = date.to_datetime(jiff::civil::Time::new(number(0..2)?, number(2..4)?, second, 0).ok()?);
        let zone = match property.parameter("TZID") {
            _ if utc => TimeZone::UTC,
            Some(name) => self.zone(name),
            None => self.own_zone.clone(),
        };
        Some(Stamp::At(at, zone))
    }

    fn zone(&mut self, name: &str) -> TimeZone {
        if let Some(known) = self.zones.get(name) {
            return known.clone();
        }
        let zone = (self.zone_of)(name).unwrap_or_else(|| {
            self.calendar.unknown_zones.insert(name.to_owned());
            self.own_zone.clone()
        });
        self.zones.insert(name.to_owned(), zone.clone());
        zone
    }

    fn expand(&mut self, event: &Event, moved: &BTreeSet<(String, i64)>, from_ms: i64, to_ms: i64) {
        if event.free {
            return;
        }
        let (start, zone) = match &event.start {
            Some(Stamp::At(at, zone)) => (*at, zone.clone()),
            Some(Stamp::Day) => return,
            None => {
                self.calendar.not_understood += 1;
                return;
            }
        };
        let Some(start_ms) = instant(start, &zone) else { return };
        let length = match (&event.end, event.duration) {
            (Some(end), _) => end.ms().map_or(0, |end| end.saturating_sub(start_ms)),
            (None, Some(duration)) => i64::try_from(duration.as_millis()).unwrap_or(0),
            (None, None) => 0,
        };
        let length = length.clamp(0, LONGEST_DAYS * 24 * 3_600_000);
        let until = local(to_ms, &zone).saturating_add(1.day());
        let mut starts: Vec<i64> = match (&event.repeat, event.instance_of) {
            (Some(repeat), None) => {
                repeat.starts(start, until).into_iter().filter_map(|at| instant(at, &zone)).collect()
            }
            _ => vec![start_ms],
        };
        starts.extend(&event.further);
        for at in starts {
            let series = event.instance_of.is_none();
            let out = event.left_out.contains(&at) || (series && moved.contains(&(event.uid.clone(), at)));
            let end = at.saturating_add(length);
            if !out && at < to_ms && end > from_ms && end > at && self.calendar.busy.len() < MOST_BUSY {
                self.calendar.busy.push(Busy { from_ms: at, to_ms: end });
            }
        }
    }
}

pub(super) fn date(text: &str) -> Option<Date> {
    let year = text.get(0..4)?.parse().ok()?;
    Date::new(year, text.get(4..6)?.parse().ok()?, text.get(6..8)?.parse().ok()?).ok()
}

/// `P1DT2H30M`, `PT45M`, `P1W`.
fn duration(text: &str) -> Option<SignedDuration> {
    let mut seconds: i64 = 0;
    let mut number: i64 = 0;
    for letter in text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?.chars() {
        let unit = match letter {
            'T' => 0,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            digit => {
                number = number.checked_mul(10)?.checked_add(i64::from(digit.to_digit(10)?))?;
                continue;
            }
        };
        seconds = seconds.checked_add(number.checked_mul(unit)?)?;
        number = 0;
    }
    Some(SignedDuration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy_of(events: &str) -> Calendar {
        let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
        let zone_of = |name: &str| {
            (name == "Europe/London").then(|| TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap())
        };
        let ms = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_millisecond();
        let window = (ms("2026-03-01T00:00:00Z"), ms("2026-05-01T00:00:00Z"));
        read(&text, window, &TimeZone::UTC, &zone_of).unwrap()
    }

    fn starts(events: &str) -> Vec<String> {
        let stamp = |ms| jiff::Timestamp::from_millisecond(ms).unwrap().to_string();
        busy_of(events).busy.iter().map(|busy| stamp(busy.from_ms)).collect()
    }

    fn event(lines: &str) -> String {
        let lines = lines.replace('\n', "\r\n");
        format!(
            "BEGIN:VEVENT\r\nUID:a@b\r\n{lines}\r\nBEGIN:VALARM\r\nDTSTART:20260101T000000Z\r\nEND:VALARM\r\nEND:VEVENT\r\n"
        )
    }

    #[test]
    fn a_meeting_in_a_named_zone_keeps_its_wall_clock_over_the_change() {
        let weekly =
            event("DTSTART;TZID=Europe/London:20260325T093000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;COUNT=3");
        assert_eq!(starts(&weekly), ["2026-03-25T09:30:00Z", "2026-04-01T08:30:00Z", "2026-04-08T08:30:00Z"]);
        let busy = busy_of(&weekly).busy[0];
        assert_eq!(busy.to_ms - busy.from_ms, 45 * 60_000);
    }

    #[test]
    fn exceptions_and_moved_instances_leave_their_series() {
        let series = event(
            "DTSTART:20260302T100000Z\nDTEND:20260302T110000Z\nRRULE:FREQ=DAILY;UNTIL=20260306T235959Z\nEXDATE:20260303T100000Z",
        );
        let moved = event("RECURRENCE-ID:20260304T100000Z\nDTSTART:20260304T150000Z\nDTEND:20260304T160000Z");
        assert_eq!(
            starts(&(series + &moved)),
            ["2026-03-02T10:00:00Z", "2026-03-04T15:00:00Z", "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z"]
        );
    }

    #[test]
    fn whole_days_free_times_and_cancelled_ones_are_not_busy() {
        for lines in [
            "DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260312",
            "DTSTART:20260310T100000Z\nDTEND:20260310T110000Z\nTRANSP:TRANSPARENT",
            "DTSTART:20260310T100000Z\nDTEND:20260310T110000Z\nSTATUS:CANCELLED",
            "DTSTART:20260310T100000Z",
        ] {
            assert_eq!(busy_of(&event(lines)).busy, vec![], "{lines}");
        }
    }

    #[test]
    fn folded_lines_quoted_names_and_unknown_zones_are_read() {
        let text =
            event("DTSTART;TZID=\"Moon: far\n  side\":20260310T100000\nDTEND:20260310T110000Z\nSUMMARY:a:b");
        let calendar = busy_of(&text);
        assert_eq!(calendar.busy.len(), 1);
        assert_eq!(calendar.unknown_zones.iter().collect::<Vec<_>>(), ["Moon: far side"]);
        let odd = busy_of(&event("DTSTART:20260310T100000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY"));
        assert_eq!((odd.busy.len(), odd.not_understood), (1, 1));
    }

    #[test]
    fn what_is_no_calendar_is_refused() {
        let read = |text: &str| read(text, (0, 1), &TimeZone::UTC, &|_| None);
        assert_eq!(read("").unwrap_err(), IcsError::NotACalendar);
        assert_eq!(read("<html>").unwrap_err(), IcsError::NotACalendar);
        assert!(read("BEGIN:VCALENDAR").is_ok());
    }
}
