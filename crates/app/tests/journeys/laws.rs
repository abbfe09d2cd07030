//! What holds after any sequence of actions: no movement past a stop, nothing lost, no panic.

use counterpose_app::Route;
use counterpose_app::action::{
    Action, Drawing, Field, ReminderAnswer, ReminderSetting, SensorStatus, SessionCommand, Setting, Theme,
};
use counterpose_app::route::Asking;
use counterpose_app::view::{Page, View};
use counterpose_coach::check::check;
use counterpose_journal::fold;
use counterpose_journal::payload::PlanChoice;
use counterpose_journal::port::StoreError;
use counterpose_quantity::Side;
use proptest::prelude::*;

use crate::first_visit::visited;
use crate::person::{DAY_MS, Person, actions};

/// One thing that happens; numbers pick among what there is.
#[derive(Clone, Debug)]
enum Step {
    /// Press one of the things on the screen.
    Press(usize),
    /// Go on: the last button of a form and the like.
    Forward,
    /// Do something that no button offers here.
    Force(usize),
    /// Type something.
    Type(String),
    /// Time passes.
    Wait(i64),
    /// Another page by its address.
    Visit(usize),
    /// The tab is closed and opened again.
    Reload,
    /// The storage fails from now on, or works again.
    Storage(bool),
}

const PATHS: &[&str] = &[
    "/",
    "/welcome",
    "/start/you",
    "/start/where",
    "/start/pain",
    "/start/safety-1",
    "/start/safety-9",
    "/start/days",
    "/result",
    "/safety",
    "/check-in",
    "/take-care",
    "/cleared",
    "/ready",
    "/session",
    "/feedback",
    "/drive",
    "/plan",
    "/library",
    "/library/glute-bridge",
    "/library/none",
    "/tests",
    "/tests/thomas",
    "/tests/sit-to-stand-30s",
    "/tests/none",
    "/progress",
    "/diary",
    "/diary/goals",
    "/diary/goal-1",
    "/diary/week",
    "/diary/statements",
    "/diary/change",
    "/diary/clinic",
    "/reminders",
    "/progress/know",
    "/settings",
    "/about",
    "/strange",
];

fn forced() -> Vec<Action> {
    let mut all = vec![
        Action::StartSession,
        Action::NothingNew,
        Action::SomethingNew,
        Action::Continue,
        Action::NoneOfThese,
        Action::Back,
        Action::Begin,
        Action::FinishFeedback,
        Action::Export,
        Action::RetryKeeping,
        Action::Measure { side: Some(Side::Left) },
        Action::Sensor(SensorStatus::Speaks),
        Action::Sensor(SensorStatus::Missing),
        Action::Tilted([0.1, 0.2, 0.9]),
        Action::SetZero,
        Action::StartWatch { side: None },
        Action::StopMeasuring,
        Action::KeepTest,
        Action::TestHurts,
        Action::NotNow(Asking::Week),
        Action::Sit(true),
        Action::KeepTry("glute-bridge".into()),
        Action::Choose { field: Field::TryBefore, value: serde_json::json!(3) },
        Action::Choose { field: Field::TryMovement, value: serde_json::json!("walk") },
        Action::MakeTrack,
        Action::ReadDriveCheck,
        Action::DrawDesign(Drawing::Start),
        Action::DrawDesign(Drawing::Blocks),
        Action::StartInAWeek(true),
        Action::Sit(false),
        Action::AnswerOffer(true),
        Action::AnswerReminder { rule: "squeeze".into(), due_ms: 7, answer: ReminderAnswer::Done },
        Action::Set(Setting::Reminders(ReminderSetting::Every(Some(15)))),
        Action::Set(Setting::Reminders(ReminderSetting::Off)),
        Action::AskToNotify,
        Action::NotNow(Asking::Statements),
        Action::Choose { field: Field::DayAverage, value: serde_json::json!(7) },
        Action::Choose { field: Field::GoalNow(0), value: serde_json::json!(12) },
        Action::Toggle { field: Field::GoalKinds, value: "sitting".into() },
        Action::Toggle { field: Field::Statements, value: "99".into() },
        Action::Disagree { about: "pattern:front-of-hip".into(), withdrawn: false },
        Action::Disagree { about: "pattern:general".into(), withdrawn: false },
        Action::ChangeItem(PlanChoice {
            exercise: "sit-to-stand".into(),
            choice: counterpose_journal::payload::Choice::Remove,
            to: None,
        }),
        Action::ChangeItem(PlanChoice {
            exercise: "seated-glute-squeeze".into(),
            choice: counterpose_journal::payload::Choice::Swap,
            to: Some("pigeon".into()),
        }),
        Action::Choose {
            field: Field::TestAnswer { key: "count".into(), side: None },
            value: "hands".into(),
        },
        Action::Choose { field: Field::Noted("deep-arch".into()), value: "yes".into() },
        Action::OtherTabWrote,
        Action::Tick,
        Action::Visible(false),
        Action::Visible(true),
        Action::Online(false),
        Action::Online(true),
        Action::Writer(false),
        Action::Writer(true),
        Action::TrySound,
        Action::ClearFilters,
        Action::DidHabit("drive-setup".into()),
        Action::DidHabit("nonsense".into()),
        Action::Set(Setting::Theme(Theme::Dark)),
        Action::Set(Setting::Country(Some("GB".into()))),
        Action::Set(Setting::Country(Some("nowhere".into()))),
        Action::Appended { ticket: 77, result: Ok(()) },
        Action::JournalRead(Err(StoreError::Other { detail: "late".into() })),
        Action::Choose { field: Field::Effort, value: serde_json::json!(99) },
        Action::Choose { field: Field::PainNow, value: serde_json::json!("much") },
        Action::Choose { field: Field::Question("E5".into()), value: serde_json::json!("severe") },
        Action::Choose {
            field: Field::QuestionPart("C2".into(), "months".into()),
            value: serde_json::json!(-4),
        },
        Action::Toggle { field: Field::Question("E1".into()), value: String::new() },
        Action::Toggle { field: Field::Question("Z9".into()), value: String::new() },
        Action::Toggle { field: Field::Precautions, value: "osteoporosis".into() },
        Action::Toggle { field: Field::Sites, value: "tail".into() },
    ];
    use SessionCommand as C;
    let commands = [
        C::Pause,
        C::Resume,
        C::Back,
        C::Skip,
        C::LeaveOut,
        C::More,
        C::Less,
        C::SwitchSide,
        C::Hurts,
        C::Green,
        C::Amber,
        C::Red,
        C::Leave,
        C::LeaveNow,
        C::Mute,
        C::Unmute,
    ];
    all.extend(commands.map(Action::InSession));
    all
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => any::<usize>().prop_map(Step::Press),
        4 => Just(Step::Forward),
        3 => any::<usize>().prop_map(Step::Force),
        1 => "[0-9a-z.,-]{0,4}".prop_map(Step::Type),
        2 => prop_oneof![0..20_000_i64, Just(DAY_MS), Just(20 * DAY_MS), Just(-DAY_MS)].prop_map(Step::Wait),
        2 => any::<usize>().prop_map(Step::Visit),
        1 => Just(Step::Reload),
        1 => any::<bool>().prop_map(Step::Storage),
    ]
}

fn take(person: &mut Person, step: Step) {
    match step {
        Step::Press(n) => {
            let offered = actions(&person.view());
            if let Some(action) = offered.get(n % offered.len().max(1)) {
                person.act(action.clone());
            }
        }
        Step::Forward => {
            let forward = actions(&person.view()).into_iter().rfind(|action| {
                matches!(
                    action,
                    Action::Begin
                        | Action::Continue
                        | Action::NoneOfThese
                        | Action::StartSession
                        | Action::NothingNew
                        | Action::Go(Route::Ready)
                )
            });
            if let Some(action) = forward {
                person.act(action);
            }
        }
        Step::Force(n) => {
            let all = forced();
            person.act(all[n % all.len()].clone());
        }
        Step::Type(text) => person.act(Action::Type { field: Field::Age, text }),
        Step::Wait(ms) => {
            person.now_ms += ms;
            person.act(Action::Tick);
        }
        Step::Visit(n) => person.act(Action::WentTo { path: PATHS[n % PATHS.len()].into() }),
        Step::Reload => person.reload(),
        Step::Storage(works) => {
            person.failing = (!works).then(|| StoreError::Full { detail: "quota".into() });
        }
    }
}

/// Law 3: where no plan is allowed, nothing on the screen shows or starts an exercise.
fn no_movement_past_a_stop(person: &mut Person, view: &View) -> Result<(), TestCaseError> {
    let day = person.moment().day();
    let state = person.client.state();
    let plan = state.intake(day).ok().and_then(|intake| check(&intake, counterpose_content::library()).plan);
    if plan.is_some() {
        return Ok(());
    }
    let offered = actions(view);
    for closed in [
        Route::Ready,
        Route::Session,
        Route::Plan,
        Route::Handout,
        Route::Library,
        Route::Tests,
        Route::DriveCard,
    ] {
        prop_assert!(!offered.contains(&Action::Go(closed.clone())), "a way to {:?}", closed);
    }
    prop_assert!(!offered.contains(&Action::StartSession));
    prop_assert!(
        !offered.iter().any(|action| matches!(action, Action::Go(Route::Exercise(_) | Route::Test(_))))
    );
    match &view.page {
        Page::Session(_)
        | Page::Ready(_)
        | Page::Plan(_)
        | Page::Handout(_)
        | Page::Library(_)
        | Page::Exercise(_)
        | Page::Tests(_)
        | Page::Test(_)
        | Page::Card(_) => {
            return Err(TestCaseError::fail(format!("{:?} is shown past a stop", view.frame.route)));
        }
        Page::Today(today) => {
            prop_assert!(
                today.session.is_none()
                    && today.habit.is_none()
                    && today.drive.is_none()
                    && today.test.is_none()
            )
        }
        _ => {}
    }
    let moment = person.moment();
    prop_assert!(person.client.session_now(&moment).is_none());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is done in whatever order: no panic, every word there, law 3, and the state is the journal's.
    #[test]
    fn law_3_no_sequence_of_actions_shows_or_starts_movement_past_a_stop(
        begun in any::<bool>(),
        steps in prop::collection::vec(step(), 1..50),
    ) {
        let mut person = if begun { visited("42") } else { Person::new() };
        for step in steps {
            take(&mut person, step);
            let view = person.view();
            no_movement_past_a_stop(&mut person, &view)?;
        }
        // What the client believes is what a fold of the kept and the not yet kept gives.
        person.failing = None;
        person.act(Action::Writer(true));
        person.act(Action::RetryKeeping);
        prop_assert_eq!(&fold(&person.kept), person.client.state());
    }

    /// A reload anywhere shows what was there, drafts aside: every page follows from the journal alone.
    #[test]
    fn replaying_the_journal_gives_the_same_pages(
        begun in any::<bool>(),
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let mut person = if begun { visited("42") } else { Person::new() };
        for step in steps {
            if !matches!(step, Step::Storage(_)) {
                take(&mut person, step);
            }
        }
        person.act(Action::Writer(true));
        person.act(Action::RetryKeeping);
        // Leaving a page writes what stands on it and ends a session.
        person.act(Action::WentTo { path: "/about".into() });
        person.act(Action::InSession(SessionCommand::Red));
        person.act(Action::ClearFilters);
        for path in PATHS {
            person.act(Action::WentTo { path: (*path).into() });
            let (route, page) = (person.route(), person.page());
            person.reload_at(path);
            prop_assert_eq!(person.route(), route, "{}", path);
            if *path != "/settings" {
                prop_assert_eq!(person.page(), page, "{}", path);
            }
        }
    }
}
