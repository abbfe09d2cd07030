//! Reminders while the app is open: offered after the second session, answered with one tap, quiet at night, and right
//! across sleep, reloads and clocks that are set back.

use counterpose_app::action::{
    Abilities, Action, NoticeId, Notifications, ReminderAnswer, ReminderSetting, Setting,
};
use counterpose_app::view::{Notice, Page};
use counterpose_app::{Effect, Route};
use counterpose_coach::reminder::What;
use counterpose_journal::Payload;

use crate::days::trained;
use crate::person::Person;

const MINUTE_MS: i64 = 60_000;

/// Somebody with two sessions behind them, in the morning.
fn twice_trained() -> Person {
    let mut person = trained();
    person.quietly(Action::Writer(true));
    person.next_day();
    person.press("Nothing new");
    person.press("Look and start");
    person.press("4");
    person.press("Start");
    for _ in 0..40 {
        if person.route() == Route::Session {
            person.wait(MINUTE_MS);
        }
    }
    person.press("About right");
    person.press("4");
    person.press("To Today");
    person
}

fn with_reminders() -> Person {
    let mut person = twice_trained();
    person.press("Yes, remind me");
    assert_eq!(person.route(), Route::Reminders);
    person.press("Today");
    person
}

fn reminder(person: &mut Person) -> Option<Notice> {
    person.view().frame.notices.into_iter().find(|notice| notice.id == NoticeId::Reminder)
}

/// Lets minutes go by, with the shell asking when it was told to.
fn pass(person: &mut Person, minutes: i64) {
    for _ in 0..minutes {
        person.now_ms += MINUTE_MS;
        person.act(Action::Tick);
    }
}

fn told(person: &Person) -> Vec<What> {
    let entries = person.kept.iter().filter_map(|entry| Payload::decode(entry).ok().flatten());
    entries
        .filter_map(|payload| match payload {
            Payload::ReminderAnswered(answered) => Some(answered.what),
            _ => None,
        })
        .collect()
}

#[test]
fn squeezes_are_offered_after_the_second_session_and_no_is_no() {
    let mut person = trained();
    let offer = |person: &mut Person| match person.page() {
        Page::Today(page) => page.remind,
        other => panic!("not today: {other:?}"),
    };
    assert!(offer(&mut person).is_none(), "one session");
    let mut person = twice_trained();
    assert!(offer(&mut person).is_some());
    person.press("No, thanks");
    assert!(offer(&mut person).is_none());
    person.next_day();
    assert!(offer(&mut person).is_none());
}

#[test]
fn thirty_minutes_of_sitting_bring_one_calm_line_of_twelve_words_and_one_tap_ends_it() {
    let mut person = with_reminders();
    pass(&mut person, 60);
    assert!(reminder(&mut person).is_none(), "nobody said that they sit");
    person.press("I am sitting now");
    pass(&mut person, 29);
    assert!(reminder(&mut person).is_none());
    pass(&mut person, 2);
    let shown = reminder(&mut person).unwrap();
    assert!(shown.text.split_whitespace().count() <= 12, "{}", shown.text);
    assert_eq!(shown.buttons.len(), 3);
    person.press("Done");
    assert!(reminder(&mut person).is_none());
    assert_eq!(told(&person), [What::Done]);
    pass(&mut person, 31);
    person.press("In 10 minutes");
    assert!(reminder(&mut person).is_none());
    pass(&mut person, 11);
    person.press("Not now");
    assert_eq!(told(&person), [What::Done, What::Snoozed, What::Skipped]);
    pass(&mut person, 50);
    assert_eq!(told(&person).last(), Some(&What::Missed), "said, and not answered");
    let sat: f64 = person.client.state().tracking.sat.values().sum();
    assert!((90.0..=130.0).contains(&sat), "{sat} minutes sat");
}

#[test]
fn getting_up_is_the_break_and_counts_as_one() {
    let mut person = with_reminders();
    person.press("I am sitting now");
    pass(&mut person, 31);
    assert!(reminder(&mut person).is_some());
    person.press("I am up");
    assert!(reminder(&mut person).is_none());
    assert_eq!(told(&person), [What::NaturalBreak]);
    pass(&mut person, 120);
    assert!(reminder(&mut person).is_none());
    person.press("I am sitting now");
    pass(&mut person, 29);
    assert!(reminder(&mut person).is_none(), "it counts anew");
    pass(&mut person, 2);
    assert!(reminder(&mut person).is_some());
}

#[test]
fn a_night_of_sleep_a_reload_and_a_clock_set_back_bring_nothing_twice() {
    let mut person = with_reminders();
    person.press("I am sitting now");
    pass(&mut person, 31);
    person.reload();
    let shown = reminder(&mut person);
    assert!(shown.is_some(), "a reload forgets nothing");
    person.press("Done");
    // The machine sleeps for eight hours.
    person.now_ms += 8 * 60 * MINUTE_MS;
    person.act(Action::Tick);
    assert!(reminder(&mut person).is_none());
    pass(&mut person, 40);
    assert!(reminder(&mut person).is_none(), "who slept does not sit");
    // An hour back.
    person.now_ms -= 60 * MINUTE_MS;
    person.act(Action::Tick);
    person.act(Action::Go(Route::Today));
    person.press("I am sitting now");
    pass(&mut person, 31);
    person.press("Done");
    assert_eq!(told(&person), [What::Done, What::Done]);
}

#[test]
fn quiet_by_hand_holds_one_back_and_says_it_once_at_the_end() {
    let mut person = with_reminders();
    person.press("I am sitting now");
    person.act(Action::Set(Setting::Reminders(ReminderSetting::QuietMinutes(Some(60)))));
    pass(&mut person, 59);
    assert!(reminder(&mut person).is_none());
    pass(&mut person, 2);
    assert!(reminder(&mut person).is_some());
    person.press("Done");
    pass(&mut person, 25);
    assert!(reminder(&mut person).is_none(), "what was held came once");
}

#[test]
fn the_browser_shows_a_notice_only_in_the_background_and_every_switch_is_off_with_one_tap() {
    let mut person = with_reminders();
    let shown = |person: &Person| {
        person.effects.iter().filter(|effect| matches!(effect, Effect::Notify { .. })).count()
    };
    person
        .act(Action::Abilities(Abilities { notifications: Notifications::Granted, ..Abilities::default() }));
    person.press("I am sitting now");
    pass(&mut person, 31);
    assert_eq!(shown(&person), 0, "the page is seen");
    person.press("Done");
    person.act(Action::Visible(false));
    pass(&mut person, 31);
    assert_eq!(shown(&person), 1);
    person.act(Action::Go(Route::Reminders));
    person.press("Switch all reminders off");
    pass(&mut person, 60);
    assert!(reminder(&mut person).is_none());
    assert_eq!(shown(&person), 1);
}

#[test]
fn settings_change_what_comes_and_a_stop_silences_everything() {
    let mut person = with_reminders();
    person.act(Action::Go(Route::Reminders));
    person.press("Every 15 minutes");
    person.press("13:00");
    person.press("22:00 to 7:00");
    let Page::Reminders(page) = person.page() else { panic!("not reminders") };
    let picked: Vec<String> = page
        .fields
        .iter()
        .flat_map(|field| {
            field.choices.iter().filter(|choice| choice.picked).map(|choice| choice.label.clone())
        })
        .collect();
    let expected =
        ["Every 15 minutes", "8", "13:00", "Not at all", "Not at all", "22:00 to 7:00"].map(str::to_owned);
    assert_eq!(picked, expected);
    person.press("I am sitting now");
    pass(&mut person, 16);
    assert!(reminder(&mut person).is_some());
    let due = match &reminder(&mut person).unwrap().buttons[0].action {
        Action::AnswerReminder { rule, due_ms, .. } => (rule.clone(), *due_ms),
        other => panic!("{other:?}"),
    };
    // An answer to something else changes nothing.
    person.act(Action::AnswerReminder { rule: due.0, due_ms: due.1 + 1, answer: ReminderAnswer::Done });
    assert!(told(&person).is_empty());
    person.act(Action::SomethingNew);
    person.press("8");
    person.press("Weakness");
    person.press("Continue");
    while person.route() != Route::Result {
        if crate::person::questions(&person.view()).iter().any(|question| question.id == "E1") {
            person.toggle("E1");
            person.press("Only what I tapped");
        } else {
            person.press("None of these");
        }
    }
    pass(&mut person, 60);
    assert!(reminder(&mut person).is_none(), "an emergency answer silences every reminder");
}
