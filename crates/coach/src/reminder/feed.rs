//! Reminders as a calendar that other programs subscribe to (iCalendar, RFC 5545, with alarms).
//!
//! A calendar cannot know whether somebody sits, and is read again only now and then: good for a few fixed times a
//! day, poor for every fifteen minutes. Times float (they mean the clock on the wall wherever the person is). Titles
//! are the caller's and neutral; no answer, score or name of a complaint is in it.

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

use super::rule::{QuietHours, Rule, Settings, When};

/// What a feed says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed<'a> {
    /// The name of the calendar, neutral.
    pub name: &'a str,
    /// The first date.
    pub from: Date,
    /// When it was made.
    pub made_ms: i64,
    /// How long one entry lasts, in minutes.
    pub minutes: u16,
}

/// Writes the calendar. `title` gives each rule its neutral title.
#[must_use]
pub fn write(feed: &Feed<'_>, settings: &Settings, title: impl Fn(&Rule) -> String) -> String {
    let mut out = String::new();
    let mut line = |text: String| fold(&mut out, &text);
    let stamp = Timestamp::from_millisecond(feed.made_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    let stamp = compact(jiff::tz::TimeZone::UTC.to_datetime(stamp));
    line("BEGIN:VCALENDAR".into());
    line("VERSION:2.0".into());
    line("PRODID:-//Counterpose//Reminders//EN".into());
    line(format!("NAME:{}", escaped(feed.name)));
    line(format!("X-WR-CALNAME:{}", escaped(feed.name)));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT6H".into());
    for rule in &settings.rules {
        let title = escaped(&title(rule));
        for (nth, time) in fixed_times(rule, &settings.quiet_hours).into_iter().enumerate() {
            line("BEGIN:VEVENT".into());
            line(format!("UID:{}-{nth}@counterpose.invalid", uid(&rule.id)));
            line(format!("DTSTAMP:{stamp}Z"));
            line(format!("DTSTART:{}", compact(feed.from.to_datetime(time))));
            line(format!("DURATION:PT{}M", feed.minutes.max(1)));
            line("RRULE:FREQ=DAILY".into());
            line(format!("SUMMARY:{title}"));
            line("TRANSP:TRANSPARENT".into());
            line("CLASS:PRIVATE".into());
            line("BEGIN:VALARM".into());
            line("ACTION:DISPLAY".into());
            line(format!("DESCRIPTION:{title}"));
            line("TRIGGER:PT0S".into());
            line("END:VALARM".into());
            line("END:VEVENT".into());
        }
    }
    line("END:VCALENDAR".into());
    out
}

/// The times of the day a rule can have in a calendar, none in quiet hours.
#[must_use]
pub fn fixed_times(rule: &Rule, quiet: &[QuietHours]) -> Vec<Time> {
    let most = usize::from(rule.most_per_day);
    let mut times: Vec<Time> = match &rule.when {
        When::Times { times } => times.clone(),
        When::BeforeDriving { departures, minutes_before } => {
            let before = SignedDuration::from_mins(i64::from(*minutes_before));
            departures.iter().map(|at| at.wrapping_sub(before)).collect()
        }
        When::OnWaking { not_before } => vec![*not_before],
        // Nobody knows who sits when: spread over the hours that are not quiet.
        When::Sitting { every_minutes } => {
            let step = usize::from((*every_minutes).max(1));
            let free: Vec<Time> = (0..24 * 60)
                .step_by(step)
                .filter_map(|minute| {
                    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
                    Time::new(hour, minute, 0, 0).ok()
                })
                .filter(|time| !is_quiet(*time, quiet))
                .collect();
            let count = free.len().min(most);
            (0..count).filter_map(|nth| free.get(nth * free.len() / count).copied()).collect()
        }
    };
    times.retain(|time| !is_quiet(*time, quiet));
    times.sort_unstable();
    times.dedup();
    times.truncate(most);
    times
}

/// The rules as somebody can keep them who sees nobody: what needs a sign of the person becomes times of the day.
#[must_use]
pub fn at_fixed_times(settings: &Settings) -> Settings {
    let fixed = |rule: &Rule| match rule.when {
        When::Sitting { .. } | When::OnWaking { .. } => {
            Rule { when: When::Times { times: fixed_times(rule, &settings.quiet_hours) }, ..rule.clone() }
        }
        When::Times { .. } | When::BeforeDriving { .. } => rule.clone(),
    };
    Settings { rules: settings.rules.iter().map(fixed).collect(), ..settings.clone() }
}

fn is_quiet(time: Time, quiet: &[QuietHours]) -> bool {
    quiet.iter().any(|hours| {
        if hours.from <= hours.to {
            (hours.from..hours.to).contains(&time)
        } else {
            time >= hours.from || time < hours.to
        }
    })
}

fn compact(at: jiff::civil::DateTime) -> String {
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// Only letters, digits and hyphens: an identifier of a rule may hold anything.
fn uid(id: &str) -> String {
    id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line of at most 75 bytes, its continuations begun with a space; no letter is cut in two.
fn fold(out: &mut String, text: &str) {
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::super::rule::squeeze;
    use super::super::{ics, quiet};
    use super::*;

    const FEED: Feed<'static> = Feed { name: "Move", from: date(2026, 3, 2), made_ms: 0, minutes: 5 };

    #[test]
    fn what_is_written_is_a_calendar_with_alarms_that_is_never_busy() {
        let rule = Rule {
            id: "walk at noon".into(),
            habit: "walk".into(),
            when: When::Times { times: vec![time(12, 30, 0, 0), time(22, 0, 0, 0)] },
            most_per_day: 3,
        };
        let settings = Settings { rules: vec![rule], ..Settings::default() };
        let text = write(&FEED, &settings, |_| "Move 10 min".to_owned());
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "ten at night is quiet");
        assert!(text.contains("DTSTART:20260302T123000\r\n") && text.contains("TRIGGER:PT0S\r\n"));
        assert!(text.contains("UID:walk-at-noon-0@counterpose.invalid\r\n"));
        assert!(text.lines().all(|line| line.len() <= 75));
        // Our own reader reads it, and finds nobody busy; made opaque it finds every day.
        let read = |text: &str| ics::read(text, (0, i64::MAX / 4), &TimeZone::UTC, &|_| None).unwrap();
        assert_eq!(read(&text).busy, vec![]);
        let busy =
            read(&text.replace("TRANSP:TRANSPARENT\r\n", "").replace("FREQ=DAILY", "FREQ=DAILY;COUNT=3"));
        let noon = quiet::instant(date(2026, 3, 2), time(12, 30, 0, 0), &TimeZone::UTC);
        assert_eq!((busy.busy.len(), busy.busy.first().map(|it| it.from_ms)), (3, noon));
    }

    #[test]
    fn a_sitting_rule_is_spread_over_the_day_up_to_its_most() {
        let settings = Settings::default();
        let times = fixed_times(&squeeze(30), &settings.quiet_hours);
        assert_eq!(times.len(), 8);
        assert!(times.iter().all(|at| (time(8, 0, 0, 0)..time(21, 0, 0, 0)).contains(at)));
        assert_eq!(times[0], time(8, 0, 0, 0));
    }

    #[test]
    fn without_signs_of_the_person_sitting_and_waking_become_times_and_the_rest_stays() {
        let drive = When::BeforeDriving { departures: vec![time(17, 0, 0, 0)], minutes_before: 10 };
        let rules = vec![
            squeeze(30),
            Rule { when: When::OnWaking { not_before: time(9, 0, 0, 0) }, ..squeeze(30) },
            Rule { when: drive.clone(), ..squeeze(30) },
        ];
        let settings = Settings { rules, ..Settings::default() };
        let fixed = at_fixed_times(&settings);
        let eight = fixed_times(&squeeze(30), &settings.quiet_hours);
        assert_eq!(fixed.rules[0].when, When::Times { times: eight });
        assert_eq!(fixed.rules[1].when, When::Times { times: vec![time(9, 0, 0, 0)] });
        assert_eq!(fixed.rules[2].when, drive);
        assert_eq!(at_fixed_times(&fixed), fixed);
    }

    proptest! {
        #[test]
        fn any_title_survives_folding(title in "[ -~äöü😀,;\\\\]{0,200}") {
            let settings = Settings { rules: vec![squeeze(30)], ..Settings::default() };
            let text = write(&FEED, &settings, |_| title.clone());
            prop_assert!(text.lines().all(|line| line.len() <= 75));
            let joined = text.replace("\r\n ", "");
            let line = format!("SUMMARY:{}\r\n", escaped(&title));
            prop_assert!(joined.contains(&line), "{joined}");
        }
    }
}
