//! The diary and what it comes to: asked in small portions, never twice, and nothing called a difference that is none.

use counterpose_app::Route;
use counterpose_app::action::{Action, Field};
use counterpose_app::route::Asking;
use counterpose_app::view::{Page, ProgressPage, TodayPage};
use counterpose_coach::vocabulary::Tier;

use crate::days::trained;
use crate::person::{Person, actions};
use crate::sixty::{Course, sixty_days};

const HOUR_MS: i64 = 3_600_000;

fn today(person: &mut Person) -> TodayPage {
    match person.page() {
        Page::Today(page) => *page,
        other => panic!("not today: {other:?}"),
    }
}

fn progress(person: &mut Person) -> ProgressPage {
    person.act(Action::Go(Route::Progress));
    match person.page() {
        Page::Progress(page) => *page,
        other => panic!("not progress: {other:?}"),
    }
}

/// Somebody who has trained and has nothing to take care with.
fn careful() -> Person {
    let mut person = trained();
    person.press("Tell us now");
    person.press("None of these");
    person
}

/// Somebody who has trained so often, on so many days.
fn after_days(days: i64) -> Person {
    let mut person = careful();
    for _ in 0..days {
        person.next_day();
        person.press("Nothing new");
        person.press("Look and start");
        person.press("4");
        person.press("Start");
        for _ in 0..40 {
            if person.route() == Route::Session {
                person.wait(60_000);
            }
        }
        person.press("About right");
        person.press("4");
        person.press("To Today");
    }
    person
}

#[test]
fn the_day_is_asked_about_from_the_afternoon_on_and_takes_two_taps() {
    let mut person = trained();
    assert!(today(&mut person).evening.is_none(), "nine in the morning");
    person.now_ms += 8 * HOUR_MS;
    person.press("Write it down");
    assert_eq!(person.route(), Route::Diary(Asking::Day));
    person.act(Action::Choose { field: Field::DayAverage, value: 4.into() });
    person.act(Action::Choose { field: Field::DayWorst, value: 6.into() });
    person.press("Keep");
    assert_eq!(person.route(), Route::Today);
    let page = today(&mut person);
    assert!(page.evening.is_none());
    let done = page.done.unwrap().points;
    assert!(done.contains(&"Pain of the day: 4 on average, 6 at its worst".to_owned()), "{done:?}");
    // After midnight it is still the same day.
    person.now_ms += 8 * HOUR_MS;
    person.act(Action::Tick);
    assert!(today(&mut person).evening.is_none());
}

#[test]
fn a_line_without_a_number_says_so_and_one_put_off_stays_away_for_the_day() {
    let mut person = trained();
    person.now_ms += 8 * HOUR_MS;
    person.press("Write it down");
    person.press("Keep");
    assert!(matches!(person.page(), Page::Form(form) if form.problem.is_some()));
    person.press("Back");
    person.press("Not today");
    assert!(today(&mut person).evening.is_none());
    person.next_day();
    assert!(today(&mut person).evening.is_some());
}

#[test]
fn an_earlier_day_is_filled_in_and_counts_for_that_day() {
    let mut person = trained();
    person.next_day();
    person.act(Action::Go(Route::Diary(Asking::Day)));
    person.press("Yesterday");
    person.act(Action::Choose { field: Field::DayAverage, value: 7.into() });
    // The worst is no less than the average.
    person.act(Action::Choose { field: Field::DayWorst, value: 2.into() });
    person.press("A flare");
    person.press("Keep");
    let told = &person.client.state().tracking.pain;
    assert_eq!(told.len(), 1);
    let (date, pain) = told.iter().next().unwrap();
    assert_eq!(date.to_string(), "2026-11-23");
    assert_eq!((pain.average.unwrap().get(), pain.worst.unwrap().get(), pain.flare), (7, 7, Some(true)));
}

#[test]
fn goals_come_in_three_small_portions_and_open_the_progress_page() {
    let mut person = careful();
    assert!(today(&mut person).asking.is_some());
    person.press("Answer now");
    person.press("Continue");
    assert!(matches!(person.page(), Page::Form(form) if form.problem.is_some()), "none named");
    person.press("Driving");
    person.act(Action::Type { field: Field::GoalWords(0), text: "play on the floor".into() });
    person.press("Continue");
    assert_eq!(person.route(), Route::Diary(Asking::Goal(1)));
    person.act(Action::Choose { field: Field::GoalNow(0), value: 4.into() });
    person.press("30");
    person.act(Action::Choose { field: Field::GoalTarget(0), value: 8.into() });
    person.press("Keep");
    assert_eq!(person.route(), Route::Diary(Asking::Goal(2)));
    person.act(Action::Choose { field: Field::GoalNow(1), value: 5.into() });
    person.press("Keep");
    assert_eq!(person.route(), Route::Today);
    assert!(today(&mut person).asking.is_none(), "one longer question a day");
    let page = progress(&mut person);
    let first = &page.goals.goals[0];
    assert_eq!(first.name, "Driving");
    assert_eq!(first.lines, ["4 of 10 now", "Bearable for 30 minutes", "You want 8 of 10"]);
    assert_eq!(page.goals.goals[1].name, "play on the floor");
    // Every item of the plan can name the goal now, and changing the goals keeps what was told of one that stays.
    person.press("Change them");
    person.press("Driving");
    person.press("Stairs");
    person.press("Continue");
    let day = person.moment().day();
    let goals = person.client.state().intake(day).unwrap().goals;
    assert_eq!((goals.len(), goals[0].now_0_10, goals[1].now_0_10.unwrap().get()), (2, None, 5));
}

#[test]
fn the_statements_come_after_the_second_session_and_stay_away_when_skipped() {
    let mut person = careful();
    person.act(Action::NotNow(Asking::Goals));
    let titles = |person: &mut Person| today(person).asking.map(|card| card.heading);
    assert_eq!(titles(&mut person), None, "put off today");
    let mut person = after_days(1);
    person.act(Action::NotNow(Asking::Goals));
    person.next_day();
    assert_eq!(titles(&mut person).as_deref(), Some("Your week"));
    person.act(Action::NotNow(Asking::Week));
    assert_eq!(titles(&mut person), None);
    person.next_day();
    assert_eq!(titles(&mut person).as_deref(), Some("Twenty-four short sentences"));
    person.press("Answer now");
    person.press("I walk more slowly than usual because of my back.");
    person.press("I sleep less well because of my back.");
    person.press("Keep");
    let told = person.client.state().tracking.outcomes.last().unwrap().value.clone();
    assert_eq!((told.total, told.ticked), (Some(2.0), vec![3, 18]));
    for _ in 0..20 {
        person.next_day();
        assert_ne!(titles(&mut person).as_deref(), Some("Twenty-four short sentences"));
        person.act(Action::NotNow(Asking::Goals));
    }
}

#[test]
fn a_total_from_a_clinic_is_held_to_its_range() {
    let mut person = trained();
    progress(&mut person);
    person.press("Keep a total from a clinic");
    person.press("Oswestry index (ODI)");
    person.act(Action::Type { field: Field::ClinicTotal, text: "101".into() });
    person.press("Keep");
    assert!(matches!(person.page(), Page::Form(form) if form.problem.is_some()));
    person.act(Action::Type { field: Field::ClinicTotal, text: "42".into() });
    person.press("Keep");
    let lines = progress(&mut person).single.unwrap().points;
    assert_eq!(lines, ["Oswestry index (ODI): 42 (23 November)"]);
}

#[test]
fn sixty_days_come_to_a_verdict_with_everything_it_rests_on() {
    let mut person = sixty_days(Course::HELPING);
    let page = progress(&mut person);
    let goal = &page.goals.goals[0];
    assert_eq!(goal.lines[0], "8 of 10 now, 3 at the start: a little better");
    let second = &page.goals.goals[1];
    assert_eq!(second.lines[0], "5 of 10 now, 4 at the start: no difference that can be told from chance");
    let verdict = page.verdict.unwrap();
    assert!(["It is helping", "It is probably helping"].contains(&verdict.title.as_str()), "{verdict:?}");
    assert!(verdict.sentence.starts_with("In your diary"), "{}", verdict.sentence);
    assert!(verdict.notes.iter().any(|note| note.contains("getting better by itself")), "before and after");
    assert_eq!(verdict.rows.len(), 4, "{:?}", verdict.rows);
    let ids: Vec<&str> = page.charts.iter().map(|chart| chart.id.as_str()).collect();
    let expected = [
        "chart-pain",
        "chart-instrument-own-activities",
        "chart-instrument-interference",
        "chart-instrument-roland-morris",
        "chart-minutes",
        "chart-test-hip-internal-rotation",
    ];
    assert_eq!(ids, expected);
    let pain = &page.charts[0];
    assert!(
        pain.svg.contains("<title") && pain.svg.contains("<desc") && pain.svg.contains("cp-chart-missed")
    );
    assert!(pain.svg.contains("cp-chart-band") && pain.svg.contains("before the plan"));
    assert!(pain.sentences[1].contains("days written down"), "{:?}", pain.sentences);
    assert!(pain.table.rows.is_empty());
    person.act(Action::Unfold("chart-pain".into()));
    assert_eq!(progress(&mut person).charts[0].table.rows.len(), 61);
    let test = &page.charts[5];
    assert!(test.sentences[0].contains("more than the test’s own error"), "{:?}", test.sentences);
    assert!(test.sentences[1].contains("within what the test can tell"), "{:?}", test.sentences);
    assert!(page.look_back.unwrap().points.iter().any(|line| line.contains("sessions")));
}

#[test]
fn pain_that_is_young_gets_no_verdict_and_nothing_is_called_better() {
    let mut person = sixty_days(Course { pain_for: "A few days", ..Course::HELPING });
    let page = progress(&mut person);
    let verdict = page.verdict.unwrap();
    assert_eq!(verdict.title, "Not enough to say yet");
    assert!(verdict.notes[0].contains("under six weeks"), "{:?}", verdict.notes);
    assert_eq!(verdict.rows.len(), 2, "no effect is shown: {:?}", verdict.rows);
    let words = format!("{:?}", page.charts[0].sentences);
    assert!(!words.contains("better, by enough"), "{words}");
    assert!(!page.charts[0].svg.contains("cp-chart-band"));
}

#[test]
fn getting_worse_leads_to_the_safety_questions_and_not_every_day() {
    let mut person = sixty_days(Course::WORSE);
    let page = progress(&mut person);
    let verdict = page.verdict.unwrap();
    assert_eq!(verdict.title, "It is getting worse");
    person.act(Action::Go(Route::Today));
    let card = today(&mut person).check_in.unwrap();
    assert!(card.why.unwrap().contains("getting worse"));
    assert!(!actions(&person.view()).contains(&Action::Go(Route::Ready)));
    progress(&mut person);
    person.press("Go through the safety questions");
    assert_eq!(person.route(), Route::CheckIn);
    person.press("6");
    person.press("Nothing");
    person.press("Continue");
    crate::first_visit::no_to_all(&mut person);
    person.press("To Today");
    assert!(today(&mut person).check_in.is_none(), "gone through: not again tomorrow");
    person.next_day();
    person.press("Nothing new");
    assert!(today(&mut person).check_in.is_none());
}

#[test]
fn who_waits_for_a_clinician_can_keep_the_diary_and_nothing_else() {
    let mut person = sixty_days(Course::HELPING);
    person.act(Action::SomethingNew);
    person.press("4");
    person.press("Nothing");
    person.press("Continue");
    for _ in 0..9 {
        let label = person.view();
        let stops = crate::person::questions(&label).into_iter().any(|question| question.id == "C10");
        if stops {
            person.toggle("C10");
            person.press("Only what I tapped");
        } else if matches!(person.route(), Route::Start(_)) {
            person.press("None of these");
        }
    }
    assert!(matches!(person.page(), Page::Result(page) if page.tier == Some(Tier::ClinicianFirst)));
    let page = progress(&mut person);
    assert_eq!(page.buttons.len(), 1, "only a day to write down: {:?}", page.buttons);
    assert!(page.goals.buttons.is_empty());
    person.act(Action::Go(Route::Diary(Asking::Day)));
    assert_eq!(person.route(), Route::Diary(Asking::Day));
    person.act(Action::Go(Route::Diary(Asking::Week)));
    assert_eq!(person.route(), Route::Result);
}
