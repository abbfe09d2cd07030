//! What was said in ages and weeks comes back the same on the day, and grows with the days after.

use super::*;
use crate::payload::Payload;
use crate::{Entry, Moment, fold};
use counterpose_coach::intake::{Intake, parse};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

const WHOLE: &str = r#"{"format":1,"as_of":"2026-11-22","person":{"age":42,"sex":"female","country":"GB"},
 "screening":{"E1":false,"E5":"no","C2":{"started_before_45":true,"months":6,"features":["psoriasis"]}},
 "clearances":[{"rule":"C1","date":"2026-10-01","by":"GP","limits":["hip-flexion-gt90"]}],
 "precautions":[{"id":"spinal-fusion","weeks_since":60,"cleared_by_clinician":true},{"id":"pregnancy","weeks":21}],
 "complaint":{"side":"left","sites":["low-back"],"pain_now":4,"duration_weeks":20},
 "irritability":{"brought_on_by":"moderate","settles":"hours"},"life":{"sitting_hours_per_day":9},
 "measures":[{"test":"thomas","side":"left","thigh_deg":6,"on":"2026-11-01"}],
 "goals":[{"activity":"drive 90 minutes","by_weeks":8}],"means":{"minutes_per_session":15}}"#;

fn journal_of(intake: &str, today: Date) -> Vec<Entry> {
    let intake: Value = serde_json::from_str(intake).unwrap();
    let noon_ms =
        today.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_millisecond();
    let moment = Moment { now_ms: noon_ms, offset_minutes: 0, zone: "Etc/UTC".to_owned(), entropy: 1 };
    let mut writer = crate::Writer::new(Uuid::from_u128(1), 0);
    Section::ALL
        .into_iter()
        .filter_map(|section| Some((section, intake.get(section.intake_key())?.clone())))
        .map(|(section, value)| writer.write(&moment, &section.answers(value, today)).unwrap())
        .collect()
}

#[test]
fn a_whole_intake_comes_back_on_its_day() {
    let today = date(2026, 11, 22);
    let state = fold(&journal_of(WHOLE, today));
    assert_eq!(state.intake(today).unwrap(), parse(WHOLE).unwrap());
}

#[test]
fn ages_and_weeks_are_never_stored() {
    let entries = journal_of(WHOLE, date(2026, 11, 22));
    for stale in ["\"age\"", "weeks", "months"] {
        assert!(entries.iter().all(|entry| !entry.payload.get().contains(stale)), "{stale} was stored");
    }
}

#[test]
fn a_year_later_everything_has_grown() {
    let today = date(2026, 11, 22);
    let later: Intake = fold(&journal_of(WHOLE, today)).intake(date(2027, 11, 22)).unwrap();
    let json = serde_json::to_value(&later).unwrap();
    assert_eq!(json["person"]["age"], 43);
    assert_eq!(json["complaint"]["duration_weeks"], 20 + 52);
    assert_eq!(json["precautions"][0]["weeks_since"], 60 + 52);
    assert_eq!(json["screening"]["C2"]["months"], 18);
    assert_eq!(json["goals"][0]["by_weeks"], 0);
    // A pregnancy told a year ago: whether and when the child was born is not known, so both filters hold.
    assert_eq!(json["precautions"][1], json!({"id": "pregnancy", "weeks": 42}));
    assert_eq!(json["precautions"][2]["id"], "postpartum");
}

#[test]
fn nobody_comes_of_age_at_new_year() {
    let told = date(2026, 11, 22);
    let stored = to_stored(Section::Profile, json!({"age": 17}), told);
    let age = |as_of| to_intake(Section::Profile, stored.clone(), as_of)["age"].as_i64();
    assert_eq!(age(date(2027, 1, 1)), Some(17));
    assert_eq!(age(date(2027, 11, 21)), Some(17));
    assert_eq!(age(date(2027, 11, 22)), Some(18));
    let bare = to_intake(Section::Profile, json!({"birth_year": 2009}), date(2027, 12, 31));
    assert_eq!(bare["age"], 17);
}

#[test]
fn an_answer_from_a_later_version_stops_only_where_it_could_matter() {
    let today = date(2026, 11, 22);
    let with = |screening: &str| {
        let text = format!(r#"{{"screening":{screening},"life":{{"hours_on_a_horse":3}}}}"#);
        fold(&journal_of(&text, today)).intake(today)
    };
    assert!(with(r#"{"E1":false,"E99":false}"#).is_ok());
    let error = with(r#"{"E1":false,"E99":true}"#).unwrap_err();
    assert_eq!(error.path, "screening.E99");
}

#[test]
fn a_part_takes_an_answer_back() {
    let today = date(2026, 11, 22);
    let mut entries = journal_of(WHOLE, today);
    let moment = Moment { now_ms: 1_795_400_000_000, offset_minutes: 0, zone: String::new(), entropy: 9 };
    let mut writer = crate::Writer::new(Uuid::from_u128(2), 99);
    let takes_back = [
        Section::Profile.part(json!({"age": null}), today),
        Section::Complaint.part(json!({"duration_weeks": null, "pain_now": 7}), today),
        Section::Measures.part(json!([{"test": "bridge-hold", "seconds": 30}]), today),
    ];
    entries.extend(takes_back.iter().map(|payload: &Payload| writer.write(&moment, payload).unwrap()));
    let json = serde_json::to_value(fold(&entries).intake(today).unwrap()).unwrap();
    assert_eq!(json["person"], json!({"sex": "female", "country": "GB"}));
    assert_eq!(json["complaint"]["duration_weeks"], Value::Null);
    assert_eq!(json["complaint"]["pain_now"], 7);
    assert_eq!(json["complaint"]["side"], "left");
    assert_eq!(json["measures"].as_array().unwrap().len(), 2);
    assert_eq!(json["measures"][1]["on"], "2026-11-22");
}

proptest! {
    #[test]
    fn told_and_shown_on_the_same_day_are_the_same(
        age in 0_i64..=120, weeks in 0_i64..=6240, pregnant in 0_i64..=42, months in 0_i64..=1440,
        day in 0_i64..36_500,
    ) {
        let today = plus_days(date(1990, 1, 1), day);
        let cases = [
            (Section::Profile, json!({"age": age})),
            (Section::Complaint, json!({"duration_weeks": weeks})),
            (Section::Screening, json!({"C2": {"months": months}})),
            (Section::Precautions, json!([{"id": "a", "weeks_since": weeks}, {"id": "pregnancy", "weeks": pregnant}])),
            (Section::Goals, json!([{"activity": "a", "by_weeks": weeks}])),
        ];
        for (section, told) in cases {
            let stored = to_stored(section, told.clone(), today);
            prop_assert_ne!(&stored, &told);
            prop_assert_eq!(to_intake(section, stored, today), told);
        }
    }

    #[test]
    fn weeks_grow_by_the_days(weeks in 0_i64..=500, later in 0_i64..4000) {
        let today = date(2026, 11, 22);
        let stored = to_stored(Section::Complaint, json!({"duration_weeks": weeks}), today);
        let shown = to_intake(Section::Complaint, stored, plus_days(today, later));
        prop_assert_eq!(&shown["duration_weeks"], &json!(weeks + later / 7));
    }
}
