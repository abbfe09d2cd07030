//! Somebody who has kept a diary for sixty days: written straight into the journal, opened on the last day.

use counterpose_app::action::Field;
use counterpose_journal::payload::{CheckIn, Done, DoneHow, Ended, Payload, SessionFinished, SessionStarted};
use counterpose_journal::tracking::{DailyPain, OutcomeAnswered};
use counterpose_journal::{Moment, Section, Writer, export, fold};
use counterpose_quantity::{PainScore, RatingScore, Side};
use jiff::ToSpan;
use serde_json::json;
use uuid::Uuid;

use crate::first_visit::no_to_all;
use crate::person::{DAY_MS, Person, START_MS};

/// The last of the sixty days: 2026-11-23, eight in the evening.
pub const LAST_MS: i64 = START_MS + 11 * 3_600_000;
/// The days before it.
pub const DAYS: i64 = 60;

/// What somebody's sixty days were like.
#[derive(Clone, Copy)]
pub struct Course {
    /// Pain on average, by day.
    pub pain: fn(i64) -> i64,
    /// Whether a day was written down.
    pub told: fn(i64) -> bool,
    /// The day of the first session.
    pub began: i64,
    /// How long the pain had been there, as on the form.
    pub pain_for: &'static str,
}

impl Course {
    /// Eight days of diary, then the plan, and pain falls from about six to about three.
    pub const HELPING: Self = Self {
        pain: |day| match day {
            0..8 => 6 + i64::from(day % 3 == 0) - i64::from(day % 4 == 1),
            8..26 => 6 - (day - 8) / 6 + i64::from(day % 5 == 0),
            _ => 2 + i64::from(day % 3 != 1),
        },
        told: |day| day % 9 != 4,
        began: 8,
        pain_for: "3 to 12 months",
    };
    /// Pain rises from about three to about seven.
    pub const WORSE: Self = Self {
        pain: |day| match day {
            0..10 => 3 + i64::from(day % 3 == 0),
            _ => 6 + i64::from(day % 3 == 0) + i64::from(day % 7 == 0),
        },
        told: |_| true,
        began: 10,
        pain_for: "More than a year",
    };
}

struct Pen {
    writer: Writer,
    entries: Vec<counterpose_journal::Entry>,
}

impl Pen {
    /// Writes at so many hours after nine in the morning of a day.
    fn write(&mut self, day: i64, hours: i64, payload: &Payload) {
        let now_ms = LAST_MS - (DAYS - day) * DAY_MS + (hours - 11) * 3_600_000;
        let nth = self.entries.len() as u128;
        let entropy = 0x5EED_u128.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835 + nth);
        let moment = Moment { now_ms, offset_minutes: 0, zone: "UTC".into(), entropy };
        self.entries.push(self.writer.write(&moment, payload).unwrap());
    }
}

/// The person on the evening of the last day.
pub fn sixty_days(course: Course) -> Person {
    let mut person = Person::new();
    person.now_ms = LAST_MS - DAYS * DAY_MS - 11 * 3_600_000;
    visit(&mut person, course);
    let mut pen =
        Pen { writer: Writer::new(Uuid::from_u128(9), fold(&person.kept).lamport), entries: Vec::new() };
    let first = fold(&person.kept).sections.values().next().unwrap().date;
    let answers = |value: serde_json::Value, section: Section| section.answers(value, first);
    pen.write(0, 1, &answers(json!([]), Section::Precautions));
    let goals = json!([
        {"activity": "Sitting", "kind": "sitting", "now_0_10": 8, "target_0_10": 9, "by_weeks": 12, "tolerance_minutes": 45},
        {"activity": "play on the floor with the children", "now_0_10": 5, "target_0_10": 8, "by_weeks": 12},
    ]);
    pen.write(0, 1, &answers(goals, Section::Goals));
    for day in 0..DAYS {
        a_day(&mut pen, day, course);
    }
    person.kept.extend(pen.entries);
    person.now_ms = LAST_MS;
    person.reload_at("/");
    person
}

pub fn visit(person: &mut Person, course: Course) {
    person.press("Start");
    person.type_in(Field::Age, "42");
    person.press("Rather not say");
    person.press("Continue");
    person.press("Low back");
    person.press("Left");
    person.press("Nothing");
    person.press("Continue");
    person.press("4");
    person.press(course.pain_for);
    person.press("Continue");
    no_to_all(person);
    person.press("8 hours");
    person.press("1 hour");
    person.press("Continue");
}

fn a_day(pen: &mut Pen, day: i64, course: Course) {
    let whole = day % 13 == 0;
    pen.write(
        day,
        0,
        &Payload::CheckIn(CheckIn { pain: None, anything_new: Some(false), new: vec![], whole }),
    );
    if day >= course.began && day % 6 != 5 {
        session(pen, day);
    }
    if day >= course.began && (day - course.began) % 7 == 0 {
        let rated = |n: i64| RatingScore::new(n.min(10)).unwrap();
        let week = (day - course.began) / 7;
        let ratings = vec![rated(3 + week), rated(4 + week / 4)];
        let total = Some(ratings.iter().map(|it| f64::from(it.get())).sum::<f64>() / 2.0);
        let minutes = vec![Some(u16::try_from(15 + 5 * week).unwrap()), None];
        let activities = vec!["sitting".to_owned(), "play on the floor with the children".to_owned()];
        let own =
            OutcomeAnswered { total, ratings, minutes, activities, ..OutcomeAnswered::of("own-activities") };
        pen.write(day, 10, &Payload::OutcomeAnswered(own));
        let total = |id, total| OutcomeAnswered { total: Some(total), ..OutcomeAnswered::of(id) };
        #[allow(clippy::cast_precision_loss)]
        let interference = total("interference", 6.0 - 0.5 * week as f64);
        pen.write(day, 10, &Payload::OutcomeAnswered(interference));
        if week % 4 == 0 {
            let statements = total("roland-morris", if week == 0 { 12.0 } else { 6.0 });
            pen.write(day, 10, &Payload::OutcomeAnswered(statements));
        }
    }
    if [12, 42].contains(&day) {
        let date = (LAST_MS - (DAYS - day) * DAY_MS) / DAY_MS;
        let on = jiff::civil::date(1970, 1, 1).saturating_add(date.days()).to_string();
        let (left, right) = if day == 12 { (24, 33) } else { (33, 34) };
        let value = json!([
            {"test": "hip-internal-rotation", "side": "left", "deg": left, "method": "phone-inclinometer", "repeats": 3, "on": on},
            {"test": "hip-internal-rotation", "side": "right", "deg": right, "method": "phone-inclinometer", "repeats": 3, "on": on},
        ]);
        pen.write(day, 2, &Section::Measures.part(value, jiff::civil::date(2026, 1, 1)));
    }
    if (course.told)(day) {
        let score = |n: i64| PainScore::new(n.clamp(0, 10)).ok();
        let average = score((course.pain)(day));
        let worst = score((course.pain)(day) + 2);
        let pain = DailyPain { average, worst, flare: (day == 33).then_some(true), ..DailyPain::default() };
        pen.write(day, 11, &Payload::DailyPain(pain));
    }
}

fn session(pen: &mut Pen, day: i64) {
    let session = Uuid::from_u128(0x00A0_0000_0000_7000_8000_0000_0000_0000 + u128::try_from(day).unwrap());
    let started = SessionStarted {
        session,
        day: u32::try_from(day).unwrap(),
        which: "morning".to_owned(),
        exercises: vec!["glute-bridge".to_owned(), "clamshell".to_owned()],
        planned_ms: 480_000,
        pain_before: PainScore::new(4).ok(),
    };
    pen.write(day, 1, &Payload::SessionStarted(started));
    let done = |exercise: &str, side, worked_ms| Done {
        exercise: exercise.to_owned(),
        variant: None,
        side,
        how: DoneHow::Full,
        sets: 2,
        repetitions: 16,
        worked_ms,
    };
    let finished = SessionFinished {
        session,
        ended: Ended::Completed,
        active_ms: 480_000,
        done: vec![
            done("glute-bridge", None, 150_000),
            done("clamshell", Some(Side::Left), 120_000),
            done("clamshell", Some(Side::Right), 110_000),
        ],
        stopped_by: None,
    };
    pen.write(day, 1, &Payload::SessionFinished(finished));
}

/// The journal of these sixty days is what the journeys in a real browser open. `BLESS=1` writes it anew.
#[test]
fn the_sixty_days_of_the_journeys_are_these() {
    let person = sixty_days(Course::HELPING);
    let is = export::write(&person.kept, None, None).unwrap();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/people/sixty-days.json");
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &is).unwrap();
    }
    let should = std::fs::read_to_string(&file).unwrap();
    assert!(is == should, "{} differs: BLESS=1 writes it anew", file.display());
}
