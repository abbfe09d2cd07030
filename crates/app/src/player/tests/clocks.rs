//! Single stories: sleeps, clocks moved, pauses, pain, sides.

use counterpose_coach::timeline::StepKind;
use counterpose_quantity::Side;

use super::sample::timeline;
use crate::player::*;

/// Any instant will do.
const START_MS: i64 = 1_795_305_600_000;

/// A player and the clock it looks at.
struct Desk {
    player: Player,
    now_ms: i64,
    heard: Vec<Signal>,
}

impl Desk {
    fn new(ids: &[&str]) -> Self {
        let (player, heard) = Player::start(&timeline(ids), START_MS);
        Self { player, now_ms: START_MS, heard }
    }

    /// Lets time pass, looking at the clock four times a second.
    fn wait_s(&mut self, seconds: i64) -> &mut Self {
        for _ in 0..seconds * 4 {
            self.now_ms += 250;
            let heard = self.player.observe(self.now_ms);
            self.heard.extend(heard);
        }
        self
    }

    fn tap(&mut self, command: Command) -> &mut Self {
        let heard = self.player.update(command, self.now_ms);
        self.heard.extend(heard);
        self
    }

    fn shown(&self) -> Shown {
        self.player.shown(self.now_ms).unwrap()
    }

    /// Waits until a step of this kind begins, and half a second more.
    fn until(&mut self, kind: StepKind) -> &mut Self {
        while self.shown().step.kind != kind {
            self.wait_s(1);
        }
        self
    }

    fn finish(&mut self) -> SessionResult {
        while self.player.is_running() {
            self.wait_s(1);
        }
        self.player.result()
    }
}

fn done(result: &SessionResult, exercise: &str, side: Option<Side>) -> (SideResults, bool) {
    let item = result.items.iter().find(|item| item.exercise == exercise).unwrap();
    let results = match side {
        Some(Side::Left) => item.left,
        Some(Side::Right) => item.right,
        None => item.both,
    };
    (results.unwrap(), item.left_out)
}

#[test]
fn a_device_that_slept_pauses_at_the_last_second_shown_and_asks() {
    let mut desk = Desk::new(&["bridge"]);
    desk.until(StepKind::Hold).wait_s(4);
    let before = desk.shown();
    desk.now_ms += 3_600_000;
    assert_eq!(desk.shown().seconds_left, before.seconds_left, "shown before anybody looked at the clock");
    desk.wait_s(1);
    assert_eq!(desk.player.question(), Some(Question::Gap));
    assert_eq!((desk.shown().serial, desk.shown().seconds_left), (before.serial, before.seconds_left));
    desk.wait_s(600).tap(Command::Resume).wait_s(5).wait_s(1);
    assert_eq!(desk.shown().seconds_left, before.seconds_left - 1, "five seconds to get back, then on");
    let result = desk.finish();
    assert_eq!((result.outcome, result.gaps), (Some(Outcome::Finished), 1));
    let (bridge, _) = done(&result, "bridge", None);
    assert_eq!(bridge.done, bridge.planned, "the sleep is no exercise");
}

#[test]
fn a_clock_set_back_an_hour_asks_and_one_set_back_two_seconds_does_not() {
    let mut desk = Desk::new(&["bridge"]);
    desk.until(StepKind::Hold).wait_s(4);
    let before = desk.shown();
    desk.now_ms -= 2_000;
    desk.player.observe(desk.now_ms);
    assert_eq!((desk.player.question(), desk.shown().seconds_left), (None, before.seconds_left));
    desk.now_ms -= 3_600_000;
    desk.player.observe(desk.now_ms);
    assert_eq!(
        (desk.player.question(), desk.shown().seconds_left),
        (Some(Question::Gap), before.seconds_left)
    );
}

#[test]
fn five_seconds_without_a_look_are_no_gap() {
    let mut desk = Desk::new(&["bridge"]);
    desk.now_ms += 5_000;
    desk.player.observe(desk.now_ms);
    assert!(desk.player.is_running());
    desk.now_ms += 5_001;
    desk.player.observe(desk.now_ms);
    assert_eq!(desk.player.question(), Some(Question::Gap));
}

#[test]
fn a_pause_stands_still_however_long_and_then_leaves_time_to_lie_down_again() {
    let mut desk = Desk::new(&["bridge"]);
    desk.until(StepKind::Hold).wait_s(3).tap(Command::Pause);
    let before = desk.shown();
    desk.now_ms += 7 * 60_000;
    desk.wait_s(2);
    assert_eq!((desk.shown().stands, desk.shown().seconds_left), (true, before.seconds_left));
    desk.tap(Command::Resume);
    assert!(desk.shown().counting_in);
    assert_eq!(desk.shown().seconds_left, 5);
    desk.wait_s(5);
    assert_eq!((desk.shown().counting_in, desk.shown().seconds_left), (false, before.seconds_left));
    desk.tap(Command::Pause).wait_s(1).tap(Command::Resume);
    assert!(!desk.shown().counting_in, "a short pause needs none");
    let (bridge, _) = done(&desk.finish(), "bridge", None);
    assert_eq!(bridge.done, bridge.planned);
}

#[test]
fn a_repetition_broken_off_by_a_pause_is_done_again() {
    let mut desk = Desk::new(&["clam"]);
    desk.until(StepKind::Repetition).wait_s(2).tap(Command::Pause).wait_s(10).tap(Command::Resume).wait_s(5);
    assert_eq!((desk.shown().step.repetition, desk.shown().seconds_left), (Some(1), 5));
    let (left, _) = done(&desk.finish(), "clam", Some(Side::Left));
    assert_eq!(left.done.repetitions, left.planned.repetitions);
    assert!(left.done.work_ms > left.planned.work_ms, "the broken one was work too");
}

#[test]
fn back_goes_to_the_start_then_to_what_was_before_and_skip_to_what_is_next() {
    let mut desk = Desk::new(&["clam"]);
    desk.until(StepKind::Repetition).wait_s(13);
    assert_eq!(desk.shown().step.repetition, Some(3));
    desk.tap(Command::Back);
    assert_eq!((desk.shown().step.repetition, desk.shown().seconds_left), (Some(1), 5));
    desk.tap(Command::Back);
    assert_eq!(desk.shown().step.kind, StepKind::GetReady);
    desk.tap(Command::Skip);
    assert_eq!(desk.shown().step.repetition, Some(1));
    assert_eq!(desk.shown().next, Next::Rest);
    desk.tap(Command::Skip);
    assert_eq!(desk.shown().step.kind, StepKind::Rest);
    let result = desk.finish();
    let item = &result.items[0];
    assert_eq!((item.skipped, item.left_out), (6, false));
    // Two whole ones before going back, none of the first set after, six of the second.
    assert_eq!(item.left.unwrap().done.repetitions, 8);
    assert_eq!(item.right.unwrap().done.repetitions, 12);
}

#[test]
fn more_and_less_change_this_step_alone_and_are_bounded() {
    let mut desk = Desk::new(&["bridge"]);
    desk.until(StepKind::Hold).wait_s(2);
    let left_s = desk.shown().seconds_left;
    desk.tap(Command::More);
    assert_eq!((desk.shown().seconds_left, desk.shown().adjustment), (left_s + 5, Adjustment::Seconds(5)));
    for _ in 0..100 {
        desk.tap(Command::More);
    }
    assert_eq!((desk.shown().seconds_left, desk.shown().can_more), (left_s + 60, false));
    for _ in 0..100 {
        desk.tap(Command::Less);
    }
    assert!(!desk.shown().can_less && desk.shown().seconds_left >= 1);
    let short_s = 15 + 60 - 14 * 5;
    let (bridge, _) = done(&desk.finish(), "bridge", None);
    assert_eq!(bridge.done.work_ms, bridge.planned.work_ms - (15 - short_s) * 1_000);
    assert_eq!(bridge.done.repetitions, 6);
}

#[test]
fn more_of_a_repetition_is_one_more_and_the_last_is_called_the_last() {
    let mut desk = Desk::new(&["clam"]);
    desk.until(StepKind::Repetition).tap(Command::More).tap(Command::More);
    assert_eq!(
        (desk.shown().step.of_repetitions, desk.shown().adjustment),
        (Some(8), Adjustment::Repetition)
    );
    desk.tap(Command::Less);
    assert_eq!(desk.shown().step.of_repetitions, Some(7));
    let result = desk.finish();
    let (left, _) = done(&result, "clam", Some(Side::Left));
    assert_eq!((left.planned.repetitions, left.done.repetitions), (12, 13));
    let lasts = |number: &str| {
        desk.heard
            .iter()
            .filter(|signal| match signal {
                Signal::Began { cue, .. } => {
                    cue.key == "session-last-repetition"
                        && cue.arguments.iter().any(|(name, value)| name == "repetition" && value == number)
                }
                _ => false,
            })
            .count()
    };
    assert_eq!((lasts("7"), lasts("6"), lasts("8")), (1, 3, 0));
}

#[test]
fn switching_sides_lets_the_other_come_first_and_loses_nothing() {
    let mut desk = Desk::new(&["four"]);
    desk.until(StepKind::Hold).wait_s(10);
    assert_eq!((desk.shown().step.side, desk.shown().can_switch), (Some(Side::Left), true));
    desk.tap(Command::SwitchSide);
    assert_eq!((desk.shown().step.kind, desk.shown().step.side), (StepKind::ChangeSides, Some(Side::Right)));
    desk.until(StepKind::Hold);
    assert_eq!((desk.shown().step.side, desk.shown().step.for_ms), (Some(Side::Right), 30_000));
    let result = desk.finish();
    for side in Side::ALL {
        let (it, _) = done(&result, "four", Some(side));
        assert_eq!(it.done.work_ms, it.planned.work_ms, "{side:?}");
    }
    let sides: Vec<&str> = desk
        .heard
        .iter()
        .filter_map(|signal| match signal {
            Signal::Began { kind: StepKind::ChangeSides, cue, .. } => Some(cue.arguments[0].1.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(sides, ["right", "left"]);
}

#[test]
fn switching_sides_while_getting_ready_only_turns_the_start() {
    let mut desk = Desk::new(&["clam"]);
    desk.wait_s(3).tap(Command::SwitchSide);
    let shown = desk.shown();
    assert_eq!((shown.step.kind, shown.step.side), (StepKind::GetReady, Some(Side::Right)));
    let result = desk.finish();
    for side in Side::ALL {
        let (it, _) = done(&result, "clam", Some(side));
        assert_eq!(it.done, it.planned, "{side:?}");
    }
    assert!(
        matches!(&desk.heard[1], Signal::Began { cue, .. } if cue.arguments.contains(&("side".into(), "right".into())))
    );
}

#[test]
fn there_is_no_other_side_to_switch_to_once_it_is_done_or_named() {
    let mut desk = Desk::new(&["four"]);
    desk.until(StepKind::ChangeSides).until(StepKind::Hold);
    assert!(!desk.shown().can_switch);
    let before = desk.shown();
    desk.tap(Command::SwitchSide);
    assert_eq!(desk.shown(), before);
    assert!(!Desk::new(&["bridge"]).shown().can_switch);
}

#[test]
fn amber_halves_the_rest_and_amber_again_leaves_the_exercise_out() {
    let mut desk = Desk::new(&["clam", "four"]);
    desk.until(StepKind::Repetition).wait_s(1).tap(Command::Hurts);
    assert_eq!(desk.player.question(), Some(Question::Hurts));
    desk.wait_s(20).tap(Command::Amber);
    assert_eq!(desk.player.question(), Some(Question::Lightened));
    assert_eq!(desk.shown().step.of_repetitions, Some(3));
    desk.tap(Command::Resume).until(StepKind::ChangeSides).until(StepKind::Repetition);
    desk.tap(Command::Hurts).tap(Command::Amber);
    assert_eq!(desk.player.question(), Some(Question::LeftOut));
    assert_eq!(desk.shown().step.exercise, "four");
    desk.tap(Command::Resume);
    let result = desk.finish();
    let (left, left_out) = done(&result, "clam", Some(Side::Left));
    assert_eq!((left.done.repetitions, left.done.sets, left.planned.sets, left_out), (6, 2, 2, true));
    let (four, _) = done(&result, "four", Some(Side::Left));
    assert_eq!((four.done.work_ms, four.done.repetitions), (25_000, 2));
    assert!(result.items.iter().all(|item| item.lightened));
    assert_eq!(result.worst_report().unwrap().exercise, "clam");
    assert_eq!(result.outcome, Some(Outcome::Finished));
}

#[test]
fn green_goes_on_and_red_stops_for_today() {
    let mut desk = Desk::new(&["four"]);
    desk.until(StepKind::Hold).wait_s(5).tap(Command::Hurts).wait_s(1).tap(Command::Green);
    assert!(desk.player.is_running());
    desk.wait_s(3).tap(Command::Hurts).tap(Command::Red);
    assert_eq!(desk.player.outcome(), Some(Outcome::Stopped));
    assert_eq!(desk.heard.last(), Some(&Signal::Over(Outcome::Stopped)));
    let result = desk.player.result();
    assert_eq!(
        result.reports.iter().map(|report| report.light).collect::<Vec<_>>(),
        [Light::Green, Light::Red]
    );
    assert_eq!(result.worst_report().unwrap().side, Some(Side::Left));
    let after = desk.player.clone();
    desk.wait_s(30).tap(Command::Resume).tap(Command::Skip);
    assert_eq!(desk.player.result().items, after.result().items, "nothing counts after the end");
}

#[test]
fn leaving_asks_first_and_what_was_done_counts() {
    let mut desk = Desk::new(&["squeeze", "walk"]);
    desk.until(StepKind::Continue).wait_s(61).tap(Command::LeaveNow);
    assert!(desk.player.is_running(), "only after the question");
    desk.tap(Command::Leave);
    assert_eq!(desk.player.question(), Some(Question::Leaving));
    desk.tap(Command::LeaveNow);
    let result = desk.player.result();
    assert_eq!(result.outcome, Some(Outcome::Left));
    assert_eq!(done(&result, "squeeze", None).0.done.repetitions, 5);
    assert!((60_000..=63_000).contains(&done(&result, "walk", None).0.done.work_ms));
}

#[test]
fn breaths_are_counted_whole() {
    let mut desk = Desk::new(&["slide"]);
    desk.until(StepKind::Breaths).wait_s(25).tap(Command::Leave).tap(Command::LeaveNow);
    let (closing, _) = done(&desk.player.result(), "slide", None);
    assert_eq!((closing.planned.repetitions, closing.done.repetitions), (3, 2));
}

#[test]
fn the_voice_counts_three_two_one_and_says_half_way_once() {
    let mut desk = Desk::new(&["four"]);
    desk.finish();
    let holds_of_30 = 2;
    let half_ways = desk.heard.iter().filter(|signal| **signal == Signal::HalfWay).count();
    assert_eq!(half_ways, holds_of_30);
    let counted: Vec<u8> = desk
        .heard
        .iter()
        .filter_map(|signal| match signal {
            Signal::CountDown(number) => Some(*number),
            _ => None,
        })
        .collect();
    assert!(counted.chunks(3).all(|three| three == [3, 2, 1]), "{counted:?}");
    let long = timeline(&["four"]).steps.iter().filter(|step| step.for_ms >= 6_000).count();
    assert_eq!(counted.len(), 3 * long);
}
