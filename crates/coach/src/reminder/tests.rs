//! Days, nights, clock changes and flights; and whole simulated months in which nothing is lost or doubled.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time, date, time};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::dose::What;
use super::engine::{Activity, Answer, Event, Memory, Moment, Stepped, answer, step};
use super::quiet::{Busy, instant};
use super::rule::{QuietHours, Rule, Settings, When, squeeze};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

fn zone(posix: &str) -> TimeZone {
    TimeZone::posix(posix).unwrap()
}

/// Zones by their rules, with what is odd about them.
const ZONES: [(&str, &str); 8] = [
    ("UTC", "UTC0"),
    ("London", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("New York", "EST5EDT,M3.2.0,M11.1.0"),
    ("Sydney, the other half of the year", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
    ("Lord Howe, half an hour", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"),
    ("Kolkata, half an hour off", "IST-5:30"),
    ("Santiago, at midnight", "<-04>4<-03>,M9.1.6/24,M4.1.6/24"),
    ("Kiritimati, fourteen hours ahead", "<+14>-14"),
];

fn at_times(times: &[Time]) -> Rule {
    Rule {
        id: "walk".into(),
        habit: "walk".into(),
        when: When::Times { times: times.to_vec() },
        most_per_day: 20,
    }
}

fn settings(rules: Vec<Rule>) -> Settings {
    Settings { rules, quiet_hours: vec![], ..Settings::default() }
}

struct World {
    memory: Memory,
    settings: Settings,
    zone: TimeZone,
    busy: Vec<Busy>,
    now: i64,
    events: Vec<Event>,
}

impl World {
    fn new(settings: Settings, zone: TimeZone, start: i64) -> Self {
        let mut world =
            Self { memory: Memory::default(), settings, zone, busy: vec![], now: start, events: vec![] };
        world.at(start, Activity::Active);
        world
    }

    fn at(&mut self, now: i64, activity: Activity) -> Stepped {
        self.now = now;
        let moment =
            Moment { now_ms: now, zone: &self.zone, activity, busy: &self.busy, quiet_until_ms: None };
        let stepped = step(&mut self.memory, &self.settings, &moment);
        assert!(stepped.next_ms > now, "the next step lies ahead");
        self.events.extend(stepped.events.clone());
        stepped
    }

    /// Goes on until a time, a step a minute.
    fn until(&mut self, end: i64, activity: Activity) {
        self.strolling(end, activity, MINUTE);
    }

    fn strolling(&mut self, end: i64, activity: Activity, stride: i64) {
        while self.now < end {
            self.at((self.now + stride).min(end), activity);
        }
    }

    fn delivered(&self) -> Vec<i64> {
        self.events
            .iter()
            .filter_map(|event| match event {
                Event::Deliver { occurrence, .. } => Some(occurrence.due_ms),
                _ => None,
            })
            .collect()
    }

    fn over(&self, wanted: What) -> usize {
        self.events
            .iter()
            .filter(|event| matches!(event, Event::Over { what, .. } if *what == wanted))
            .count()
    }
}

fn clock(day: Date, hour: i8, minute: i8, zone: &TimeZone) -> i64 {
    instant(day, time(hour, minute, 0, 0), zone).unwrap()
}

const DAY: Date = date(2026, 3, 10);

#[test]
fn the_squeeze_comes_every_thirty_minutes_and_eight_times_at_most() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let mut world = World::new(settings(vec![squeeze(30)]), TimeZone::UTC, start);
    world.until(start + 9 * HOUR, Activity::Active);
    let expected: Vec<i64> = (1..=8).map(|n| start + n * 30 * MINUTE).collect();
    assert_eq!(world.delivered(), expected);
    assert_eq!(world.over(What::Missed), 8, "nobody answered");
    assert_eq!(world.memory.sat(), Some((DAY, 9 * HOUR)));
    world.until(start + 24 * HOUR, Activity::Active);
    assert!(world.delivered().len() > 8, "a new day begins at four");
}

#[test]
fn getting_up_by_oneself_counts() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let mut world = World::new(settings(vec![squeeze(30)]), TimeZone::UTC, start);
    world.until(start + 25 * MINUTE, Activity::Active);
    let away = Activity::Idle { since_ms: world.now };
    world.until(start + 31 * MINUTE, away);
    world.until(start + 55 * MINUTE, Activity::Active);
    assert_eq!(world.delivered(), Vec::<i64>::new());
    world.until(start + 62 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 1);
    // Held in a meeting, then got up: not needed any more.
    world.busy = vec![Busy { from_ms: world.now, to_ms: world.now + 2 * HOUR }];
    world.until(start + 100 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 1);
    let away = Activity::Idle { since_ms: world.now };
    world.until(start + 107 * MINUTE, away);
    assert_eq!(world.over(What::NaturalBreak), 1);
}

#[test]
fn after_eight_hours_of_sleep_nothing_comes_in_a_heap() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let times = [time(10, 0, 0, 0), time(12, 0, 0, 0), time(17, 30, 0, 0)];
    let mut world = World::new(settings(vec![squeeze(30), at_times(&times)]), TimeZone::UTC, start);
    world.until(start + 10 * MINUTE, Activity::Active);
    let woke = clock(DAY, 18, 0, &TimeZone::UTC);
    world.at(woke, Activity::Active);
    assert_eq!(world.over(What::Missed), 2, "ten and twelve went by");
    assert_eq!(
        world.delivered(),
        vec![clock(DAY, 17, 30, &TimeZone::UTC)],
        "half an hour ago is not too late"
    );
    world.until(woke + 29 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 1, "sitting began anew");
    world.until(woke + 30 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 2);
}

#[test]
fn what_falls_into_the_night_is_said_once_at_its_end() {
    let night = QuietHours { from: time(21, 0, 0, 0), to: time(8, 0, 0, 0) };
    let times = [time(22, 0, 0, 0), time(23, 0, 0, 0), time(7, 0, 0, 0)];
    let settings = Settings { quiet_hours: vec![night], ..settings(vec![at_times(&times)]) };
    let start = clock(DAY, 20, 0, &TimeZone::UTC);
    let mut world = World::new(settings, TimeZone::UTC, start);
    world.until(start + 13 * HOUR, Activity::Unknown);
    let next_day = date(2026, 3, 11);
    assert_eq!(world.delivered(), vec![clock(next_day, 7, 0, &TimeZone::UTC)]);
    let folded = world.events.iter().filter(|event| matches!(event, Event::Folded { .. })).count();
    assert_eq!(folded, 2);
    // The same with the machine asleep all night.
    let mut world = World::new(world.settings.clone(), TimeZone::UTC, start);
    world.at(clock(next_day, 8, 20, &TimeZone::UTC), Activity::Active);
    assert_eq!(world.delivered(), vec![clock(next_day, 7, 0, &TimeZone::UTC)]);
}

#[test]
fn a_meeting_holds_back_but_not_for_ever_and_then_without_a_sound() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let mut world = World::new(settings(vec![at_times(&[time(10, 0, 0, 0)])]), TimeZone::UTC, start);
    world.busy = vec![Busy { from_ms: start, to_ms: start + 8 * HOUR }];
    world.until(start + 3 * HOUR - MINUTE, Activity::Active);
    assert!(world.delivered().is_empty());
    world.until(start + 3 * HOUR, Activity::Active);
    assert!(
        matches!(world.events.as_slice(), [Event::Deliver { silent: true, held: true, .. }]),
        "{:?}",
        world.events
    );
}

#[test]
fn a_snoozed_one_is_looked_at_again_when_it_falls_due() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let mut world = World::new(settings(vec![at_times(&[time(10, 0, 0, 0)])]), TimeZone::UTC, start);
    world.until(start + HOUR, Activity::Active);
    let due = start + HOUR;
    let put_off = answer(&mut world.memory, "walk", due, Answer::Snooze { minutes: 20 }, world.now).unwrap();
    assert!(matches!(put_off, Event::PutOff { until_ms, .. } if until_ms == due + 20 * MINUTE));
    assert_eq!(answer(&mut world.memory, "walk", due, Answer::Done, world.now), None, "it is put off");
    world.busy = vec![Busy { from_ms: due + 10 * MINUTE, to_ms: due + 40 * MINUTE }];
    world.until(due + 39 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 1, "not into the meeting");
    world.until(due + 40 * MINUTE, Activity::Active);
    assert_eq!(world.delivered(), vec![due, due], "the same one again");
    let over = answer(&mut world.memory, "walk", due, Answer::Done, world.now).unwrap();
    assert!(matches!(over, Event::Over { what: What::Done, .. }));
    assert_eq!(answer(&mut world.memory, "walk", due, Answer::Done, world.now), None, "once is enough");
}

#[test]
fn a_clock_set_back_doubles_nothing_and_stops_nothing() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let rules = vec![squeeze(30), at_times(&[time(10, 0, 0, 0)])];
    let mut world = World::new(settings(rules), TimeZone::UTC, start);
    world.until(start + 65 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 3);
    world.at(world.now - HOUR, Activity::Active);
    world.until(start + 29 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 3, "sitting goes on as measured: 29 minutes since the last");
    world.until(start + 30 * MINUTE, Activity::Active);
    assert_eq!(world.delivered().len(), 4);
    world.until(start + 90 * MINUTE, Activity::Active);
    let ten = clock(DAY, 10, 0, &TimeZone::UTC);
    let tens = world.events.iter().filter(|event| {
        matches!(event, Event::Deliver { occurrence, .. } if occurrence.rule == "walk" && occurrence.due_ms == ten)
    });
    assert_eq!(tens.count(), 1, "ten o'clock came twice on the wall and once here");
}

#[test]
fn a_clock_that_was_years_ahead_does_not_silence_the_present() {
    let start = clock(DAY, 9, 0, &TimeZone::UTC);
    let mut world = World::new(settings(vec![at_times(&[time(10, 0, 0, 0)])]), TimeZone::UTC, start);
    world.at(clock(date(2029, 1, 1), 9, 0, &TimeZone::UTC), Activity::Active);
    world.events.clear();
    world.at(start + MINUTE, Activity::Active);
    world.until(start + 2 * HOUR, Activity::Active);
    assert_eq!(world.delivered(), vec![start + HOUR]);
}

#[test]
fn a_flight_neither_doubles_nor_loses() {
    let (london, new_york, tokyo) = (zone(ZONES[1].1), zone(ZONES[2].1), zone("JST-9"));
    let times = [time(10, 0, 0, 0), time(20, 0, 0, 0)];
    let start = clock(DAY, 6, 0, &london);
    for (to, hours) in [(new_york, 8), (tokyo, 12)] {
        let mut world = World::new(settings(vec![at_times(&times)]), london.clone(), start);
        world.until(clock(DAY, 11, 0, &london), Activity::Unknown);
        assert_eq!(world.delivered().len(), 1);
        let landed = world.now + hours * HOUR;
        world.zone = to.clone();
        world.at(landed, Activity::Unknown);
        world.until(clock(date(2026, 3, 13), 6, 0, &to), Activity::Unknown);
        let mut fates: BTreeMap<i64, u32> = BTreeMap::new();
        for event in &world.events {
            if let Event::Deliver { occurrence, .. } | Event::Folded { occurrence } = event {
                *fates.entry(occurrence.due_ms).or_default() += 1;
            }
        }
        let shown = fates.len();
        let gone = world.over(What::Missed) - world.delivered().len();
        assert_eq!(shown + gone, 6, "two a day on three dates, wherever they were lived: {:?}", world.events);
        assert!(fates.values().all(|count| *count == 1));
    }
}

#[test]
fn before_a_drive_and_on_waking() {
    let start = clock(DAY, 5, 0, &TimeZone::UTC);
    let drive = Rule {
        id: "drive".into(),
        habit: "drive-setup".into(),
        when: When::BeforeDriving {
            departures: vec![time(0, 5, 0, 0), time(17, 0, 0, 0)],
            minutes_before: 10,
        },
        most_per_day: 4,
    };
    let wake = Rule {
        id: "wake".into(),
        habit: "morning-session".into(),
        when: When::OnWaking { not_before: time(6, 0, 0, 0) },
        most_per_day: 1,
    };
    let mut world = World::new(settings(vec![drive, wake]), TimeZone::UTC, start);
    world.until(clock(DAY, 7, 0, &TimeZone::UTC), Activity::Idle { since_ms: start });
    assert!(world.delivered().is_empty());
    world.until(clock(DAY, 23, 59, &TimeZone::UTC), Activity::Active);
    let expected = vec![
        clock(DAY, 7, 1, &TimeZone::UTC),
        clock(DAY, 16, 50, &TimeZone::UTC),
        clock(DAY, 23, 55, &TimeZone::UTC),
    ];
    assert_eq!(world.delivered(), expected);
}

#[test]
fn a_new_rule_does_not_bring_up_this_morning() {
    let start = clock(DAY, 15, 0, &TimeZone::UTC);
    let mut world = World::new(settings(vec![]), TimeZone::UTC, start);
    world.settings.rules.push(at_times(&[time(10, 0, 0, 0), time(16, 0, 0, 0)]));
    world.until(start + 2 * HOUR, Activity::Active);
    assert_eq!(world.delivered(), vec![start + HOUR]);
    assert_eq!(world.over(What::Missed), 1);
}

/// Every date and time of a span comes once, by the clock on the wall, whatever the zone does to its clocks.
#[test]
fn a_year_of_every_zone_has_each_time_of_each_date_once() {
    for (name, posix) in ZONES {
        let zone = zone(posix);
        let times = [time(1, 30, 0, 0), time(2, 15, 0, 0), time(23, 45, 0, 0), time(0, 0, 0, 0)];
        let mut rule = at_times(&times);
        rule.most_per_day = 200;
        let start = clock(date(2026, 1, 1), 0, 0, &zone) - MINUTE;
        let mut world = World::new(settings(vec![rule]), zone.clone(), start);
        let end = clock(date(2027, 1, 1), 0, 0, &zone) - MINUTE;
        while world.now < end {
            world.at(world.now + 30 * MINUTE, Activity::Unknown);
        }
        let mut said = world.delivered();
        said.sort_unstable();
        let mut expected: Vec<i64> = (0..365)
            .map(|n: i64| date(2026, 1, 1).saturating_add(n.days()))
            .flat_map(|day| times.map(|at| instant(day, at, &zone).unwrap()))
            .collect();
        expected.sort_unstable();
        assert_eq!(said.len(), expected.len(), "{name}");
        assert_eq!(said, expected, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    /// A month with sleeps, absences, meetings, nights, answers and snoozes: every occurrence has one fate.
    #[test]
    fn over_a_month_none_is_lost_and_none_doubled(
        which in 0..ZONES.len(),
        month in 1_i8..=12,
        moves in proptest::collection::vec((1_i64..200, 0_u8..12, any::<bool>()), 400..700),
        with_night in any::<bool>(),
    ) {
        let zone = zone(ZONES[which].1);
        let times = [time(7, 30, 0, 0), time(12, 0, 0, 0), time(16, 45, 0, 0), time(22, 30, 0, 0)];
        let mut settings = settings(vec![at_times(&times), squeeze(30)]);
        if with_night {
            settings.quiet_hours = vec![QuietHours { from: time(21, 0, 0, 0), to: time(8, 0, 0, 0) }];
        }
        let start = clock(date(2026, month, 1), 5, 0, &zone);
        let mut world = World::new(settings, zone.clone(), start);
        for (minutes, kind, meeting) in moves {
            let from = world.now;
            if meeting {
                world.busy = vec![Busy { from_ms: from + minutes * MINUTE / 3, to_ms: from + minutes * MINUTE }];
            }
            match kind {
                0 => { world.at(from + 8 * minutes.max(30) * MINUTE / 2, Activity::Active); }
                1..=3 => world.strolling(from + minutes * MINUTE, Activity::Idle { since_ms: from }, 4 * MINUTE),
                4 => world.strolling(from + minutes * MINUTE, Activity::Unknown, 4 * MINUTE),
                _ => world.strolling(from + minutes * MINUTE, Activity::Active, 4 * MINUTE),
            }
            let waiting: Vec<_> = world.memory.unanswered().cloned().collect();
            for it in waiting {
                let said = match kind % 4 {
                    0 => Answer::Done,
                    1 => Answer::Skip,
                    2 => Answer::Snooze { minutes: 10 },
                    _ => continue,
                };
                if let Some(event) = answer(&mut world.memory, &it.rule, it.due_ms, said, world.now) {
                    world.events.push(event);
                }
            }
            if world.now > start + 31 * 24 * HOUR { break; }
        }
        // A quiet end of the month in which everything open comes to its end.
        world.busy.clear();
        let last_due = world.now;
        world.strolling(last_due + 14 * HOUR, Activity::Unknown, 4 * MINUTE);
        let mut said: BTreeMap<(String, i64), (u32, u32, u32)> = BTreeMap::new();
        for event in &world.events {
            let (occurrence, place) = match event {
                Event::Deliver { occurrence, .. } => (occurrence, 0),
                Event::PutOff { occurrence, .. } => (occurrence, 1),
                Event::Over { occurrence, .. } | Event::Folded { occurrence } => (occurrence, 2),
            };
            let entry = said.entry((occurrence.rule.clone(), occurrence.due_ms)).or_default();
            *[&mut entry.0, &mut entry.1, &mut entry.2][place] += 1;
        }
        for (key, (delivered, put_off, ended)) in &said {
            let recent = key.1 > last_due - 4 * HOUR;
            prop_assert!(*delivered <= 1 + put_off, "{key:?} said {delivered} times, put off {put_off}");
            prop_assert!(*ended == 1 || (recent && *ended == 0), "{key:?} ended {ended} times");
        }
        // By the clock: exactly the dates and times of the span.
        let mut day = date(2026, month, 1);
        let mut expected = 0;
        while clock(day, 0, 0, &zone) <= last_due {
            for at in times {
                let due = instant(day, at, &zone).unwrap();
                if due > start && due <= last_due {
                    expected += 1;
                    prop_assert!(said.contains_key(&("walk".to_owned(), due)), "{day} {at} is lost");
                }
            }
            day = day.tomorrow().unwrap();
        }
        let known = said.keys().filter(|(rule, due)| rule == "walk" && *due <= last_due).count();
        prop_assert_eq!(known, expected);
    }
}
