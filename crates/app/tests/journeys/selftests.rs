//! Home tests: by feel, by number, with the phone's sensor and with the watch; what is kept, and what stops it.

use counterpose_app::action::{Action, Field, SensorStatus};
use counterpose_app::view::{GaugeNow, Page, TestPage, TestsPage};
use counterpose_app::{Effect, Route};
use counterpose_coach::check::check;
use counterpose_quantity::Side;

use crate::days::trained;
use crate::person::Person;

fn tests(person: &mut Person) -> TestsPage {
    person.act(Action::Go(Route::Tests));
    match person.page() {
        Page::Tests(page) => *page,
        other => panic!("not the tests: {other:?}"),
    }
}

fn test(person: &mut Person, id: &str) -> TestPage {
    person.act(Action::Go(Route::Test(id.into())));
    shown(person)
}

fn shown(person: &mut Person) -> TestPage {
    match person.page() {
        Page::Test(page) => *page,
        other => panic!("not a test: {other:?}"),
    }
}

/// Somebody who has trained and said that there is nothing to take care with.
fn careful() -> Person {
    let mut person = trained();
    person.act(Action::Go(Route::Care));
    person.press("None of these");
    person
}

fn answer(person: &mut Person, key: &str, side: Option<Side>, id: &str) {
    person.tap(Action::Choose { field: Field::TestAnswer { key: key.into(), side }, value: id.into() });
}

fn measures(person: &mut Person) -> serde_json::Value {
    let day = person.moment().day();
    person.client.state().intake_json(day).get("measures").cloned().unwrap_or_default()
}

#[test]
fn before_the_first_session_no_test_is_offered_and_after_it_the_safe_one_is() {
    let mut person = trained();
    person.act(Action::Go(Route::Today));
    let Page::Today(today) = person.page() else { panic!("not today") };
    assert!(today.test.is_some());
    // Nobody has said what to take care with: only the chair test is open.
    let page = tests(&mut person);
    assert!(page.today.heading.contains("chair"), "{:?}", page.today);
    assert!(page.today.buttons.iter().any(|button| button.action == Action::Go(Route::Care)));
    assert!(test(&mut person, "thomas").keep.is_none());
}

#[test]
fn by_feel_both_sides_become_measures_and_the_plan_page_can_be_told_why() {
    let mut person = careful();
    test(&mut person, "thomas");
    person.press("Keep it");
    assert!(shown(&mut person).problem.is_some(), "nothing was answered yet");
    for (side, rests) in [(Side::Left, "above"), (Side::Right, "below")] {
        answer(&mut person, "thigh_deg", Some(side), rests);
        answer(&mut person, "pelvis_held", Some(side), "yes");
    }
    person.press("Keep it");
    let day = person.moment().day().to_string();
    assert_eq!(
        measures(&mut person),
        serde_json::json!([
            {"test": "thomas", "side": "left", "method": "by-eye", "on": day, "thigh_deg": 10.0, "pelvis_held": true},
            {"test": "thomas", "side": "right", "method": "by-eye", "on": day, "thigh_deg": -10.0, "pelvis_held": true},
        ])
    );
    let page = shown(&mut person);
    let found = page.found.expect("what came of it");
    assert!(found.lines.iter().any(|line| line.counts && line.text.contains("left")), "{found:?}");
    // By feel an angle is uncertain by fifteen degrees, and the page says so.
    assert!(found.lines.iter().any(|line| line.text.contains("give or take 15")), "{found:?}");
    // One a day: the same may be done over, no other may be begun.
    assert!(page.keep.is_some());
    assert!(test(&mut person, "finger-floor").keep.is_none());
    assert!(tests(&mut person).today.buttons.is_empty());
    person.next_day();
    assert!(test(&mut person, "finger-floor").keep.is_none(), "first comes the day's check-in");
    person.press("To Today");
    person.press("Nothing new");
    assert!(test(&mut person, "finger-floor").keep.is_some());
}

#[test]
fn typed_takes_give_their_median_and_nonsense_is_not_kept() {
    let mut person = careful();
    test(&mut person, "thomas");
    person.press("With a number");
    for (nth, text) in [(0, "7"), (1, "−3"), (2, "500")] {
        person.type_in(Field::TestTake { side: Some(Side::Left), nth }, text);
    }
    answer(&mut person, "pelvis_held", Some(Side::Left), "yes");
    person.press("Keep it");
    let kept = measures(&mut person);
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
    assert_eq!((&kept[0]["thigh_deg"], &kept[0]["repeats"]), (&2.0.into(), &2.into()));
    assert_eq!(kept[0]["method"], "phone-inclinometer");
    // The other side is still to be done: it is today's test.
    assert!(tests(&mut person).today.heading.contains("Hanging"));
}

fn gauge(person: &mut Person) -> GaugeNow {
    let moment = person.moment();
    person.client.gauge_now(&moment).expect("a measurement")
}

/// Which way is up for a phone whose length is raised so far.
fn up(raised_deg: f64) -> [f64; 3] {
    let (sin, cos) = counterpose_quantity::num::sin_cos(raised_deg.to_radians());
    [0.0, sin, cos]
}

/// Lets time pass with the leg raised so far, in the ticks the client asked for.
fn hold(person: &mut Person, raised_deg: f64, ms: i64) {
    for _ in 0..ms / 100 {
        person.now_ms += 100;
        person.quietly(Action::Tilted(up(raised_deg)));
        person.quietly(Action::Tick);
    }
}

#[test]
fn strapped_to_the_leg_it_counts_three_takes_and_says_so_aloud() {
    let mut person = careful();
    test(&mut person, "straight-leg-raise");
    person.press("With this phone");
    person.tap(Action::Measure { side: Some(Side::Right) });
    assert!(person.effects.contains(&Effect::Sensor(true)));
    person.quietly(Action::Sensor(SensorStatus::Speaks));
    person.press("Set the zero");
    person.effects.clear();
    hold(&mut person, 2.0, 2_000);
    assert_eq!(gauge(&mut person).number, "0°");
    for raised in [62.0, 70.0, 66.0] {
        hold(&mut person, raised + 2.0, 20_000);
    }
    let said: Vec<String> = person
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Speak { text, .. } => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(said.iter().filter(|text| *text == "Hold still.").count(), 3, "{said:?}");
    assert_eq!(said.iter().filter(|text| *text == "1").count(), 3);
    assert!(said.last().is_some_and(|text| text.contains("All three")), "{said:?}");
    let part = shown(&mut person).tilt.expect("the phone's part");
    assert_eq!(part.takes, ["62°", "70°", "66°"]);
    assert!(part.note.is_some(), "eight degrees apart is more than the test can tell");
    assert_eq!(gauge(&mut person).number, "66°");
    answer(&mut person, "felt", Some(Side::Right), "thigh");
    person.press("Keep it");
    let kept = measures(&mut person);
    assert_eq!((&kept[0]["hip_deg"], &kept[0]["repeats"]), (&66.0.into(), &3.into()));
    assert_eq!((&kept[0]["method"], &kept[0]["side"]), (&"phone-inclinometer".into(), &"right".into()));
    assert!(person.effects.contains(&Effect::Sensor(false)), "the sensor is let go");
}

#[test]
fn without_a_sensor_the_page_says_so_and_feel_remains() {
    for status in [SensorStatus::Insecure, SensorStatus::Missing, SensorStatus::Denied] {
        let mut person = careful();
        test(&mut person, "straight-leg-raise");
        person.press("With this phone");
        person.tap(Action::Measure { side: Some(Side::Left) });
        person.quietly(Action::Sensor(status));
        assert!(shown(&mut person).tilt.and_then(|part| part.trouble).is_some());
        person.press("By feel");
        answer(&mut person, "hip_deg", Some(Side::Left), "nearly-upright");
        answer(&mut person, "felt", Some(Side::Left), "thigh");
        person.press("Keep it");
        assert_eq!(measures(&mut person).as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn leaving_the_page_lets_the_sensor_go_and_keeps_nothing() {
    let mut person = careful();
    test(&mut person, "straight-leg-raise");
    person.press("With this phone");
    person.tap(Action::Measure { side: Some(Side::Left) });
    person.quietly(Action::Sensor(SensorStatus::Speaks));
    person.press("Set the zero");
    hold(&mut person, 0.0, 3_000);
    person.effects.clear();
    person.act(Action::Go(Route::Safety));
    let ended =
        [Effect::Sensor(false), Effect::Wake { every_ms: None }, Effect::KeepAwake(false), Effect::Hush];
    assert!(ended.iter().all(|effect| person.effects.contains(effect)), "{:?}", person.effects);
    assert!(measures(&mut person).is_null());
}

#[test]
fn what_hurts_is_left_alone() {
    let mut person = careful();
    test(&mut person, "finger-floor");
    person.press("It hurts, stop here");
    assert_eq!(person.route(), Route::Tests);
    assert!(measures(&mut person).is_null());
    let standing = |person: &mut Person| {
        let list = tests(person).list;
        list.into_iter().find(|line| line.id == "finger-floor").map(|line| line.standing)
    };
    person.next_day();
    assert!(standing(&mut person).is_some_and(|words| words.contains("It hurt on")));
    for _ in 0..28 {
        person.next_day();
    }
    assert_eq!(standing(&mut person).as_deref(), Some("Not done yet"));
}

#[test]
fn the_watch_fills_the_takes_and_stops_by_itself() {
    let mut person = careful();
    test(&mut person, "single-leg-stance");
    person.press("With a number");
    for (n, ms) in [(0, 12_400), (1, 60_000)] {
        person.tap(Action::StartWatch { side: Some(Side::Left) });
        for _ in 0..ms / 200 {
            person.now_ms += 200;
            person.quietly(Action::Tick);
        }
        if n == 0 {
            person.press("Stop the watch");
        }
    }
    assert_eq!(gauge(&mut person).number, "45");
    answer(&mut person, "trunk_lean", Some(Side::Left), "level");
    person.press("Keep it");
    // Twelve and forty-five, in whole seconds; a tap takes a moment.
    let seconds = measures(&mut person)[0]["seconds"].as_f64().unwrap();
    assert!((29.0..=30.0).contains(&seconds), "{seconds}");
}

#[test]
fn what_is_asked_and_not_counted_changes_nothing_that_is_decided() {
    let mut person = careful();
    let before = decided(&mut person);
    tests(&mut person);
    person.tap(Action::Choose { field: Field::Noted("deep-arch".into()), value: "yes".into() });
    person.tap(Action::Choose { field: Field::Noted("higher-hip".into()), value: "left".into() });
    assert_eq!(decided(&mut person), before);
    person.act(Action::Go(Route::Result));
    let Page::Result(page) = person.page() else { panic!("not the result") };
    assert_eq!(page.start.expect("where to start").noted.len(), 2);
}

/// What the journal decides to, as the command line would print it.
fn decided(person: &mut Person) -> serde_json::Value {
    let day = person.moment().day();
    let intake = person.client.state().intake(day).unwrap();
    serde_json::to_value(check(&intake, counterpose_content::library())).unwrap()
}
