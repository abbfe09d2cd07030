//! Laws of a session, whatever the clock and the person do.

use counterpose_coach::timeline::Timeline;
use proptest::collection::vec;
use proptest::prelude::*;

use super::sample::timelines;
use crate::player::*;

const ALL: [Command; 17] = {
    use Command::*;
    [
        Pause, Resume, Back, Skip, LeaveOut, More, Less, SwitchSide, Hurts, Green, Amber, Red, Leave,
        LeaveNow, Resume, Mute, Unmute,
    ]
};

/// Plays to the end with the given rhythm of ticks.
fn play(timeline: &Timeline, ticks_ms: &[i64]) -> (SessionResult, Vec<Signal>) {
    let mut now_ms = 5_000_000;
    let (mut player, mut heard) = Player::start(timeline, now_ms);
    for tick_ms in ticks_ms.iter().cycle() {
        if !player.is_running() {
            break;
        }
        now_ms += tick_ms;
        heard.extend(player.observe(now_ms));
    }
    (player.result(), heard)
}

fn total(result: &SessionResult) -> (u64, u32) {
    result
        .items
        .iter()
        .map(ItemResult::done)
        .fold((0, 0), |sum, done| (sum.0 + done.work_ms, sum.1 + done.repetitions))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undisturbed_it_does_what_was_planned_at_any_rhythm(
        timeline in timelines(), ticks_ms in vec(40_i64..=5_000, 1..20),
    ) {
        let (result, _) = play(&timeline, &ticks_ms);
        prop_assert_eq!(result.outcome, Some(Outcome::Finished));
        prop_assert_eq!(result.running_ms, timeline.duration_ms());
        for item in &result.items {
            for side in [item.left, item.right, item.both].into_iter().flatten() {
                prop_assert_eq!(side.done, side.planned);
            }
        }
    }

    #[test]
    fn with_ticks_of_a_second_or_less_every_step_is_said_once_and_every_countdown_once(
        timeline in timelines(), ticks_ms in vec(40_i64..=1_000, 1..20),
    ) {
        let (_, heard) = play(&timeline, &ticks_ms);
        let said: Vec<_> = heard
            .iter()
            .filter_map(|signal| match signal {
                Signal::Began { cue, .. } => Some(cue.clone()),
                _ => None,
            })
            .collect();
        let steps: Vec<_> = timeline.steps.iter().map(|step| step.cue.clone()).collect();
        prop_assert_eq!(said, steps);
        let counts = |number| heard.iter().filter(|signal| **signal == Signal::CountDown(number)).count();
        let (_, every_quarter) = play(&timeline, &[250]);
        for number in 1..=3 {
            let expected = every_quarter.iter().filter(|signal| **signal == Signal::CountDown(number)).count();
            prop_assert_eq!(counts(number), expected);
        }
        prop_assert_eq!(heard.iter().filter(|signal| matches!(signal, Signal::Over(_))).count(), 1);
    }

    #[test]
    fn nothing_is_said_twice_at_any_rhythm(timeline in timelines(), ticks_ms in vec(40_i64..=5_000, 1..20)) {
        let (_, heard) = play(&timeline, &ticks_ms);
        let (_, all) = play(&timeline, &[250]);
        // What is heard is what would have been heard, with late things left out: a subsequence.
        let mut rest = all.iter();
        for signal in &heard {
            prop_assert!(rest.any(|other| other == signal), "{signal:?} out of place");
        }
    }

    #[test]
    fn what_is_shown_does_not_depend_on_when_the_clock_was_looked_at(
        timeline in timelines(), before_ms in 0_i64..200_000, after_ms in 0_i64..=5_000,
    ) {
        let (mut player, _) = Player::start(&timeline, 0);
        let mut now_ms = 0;
        while now_ms < before_ms {
            now_ms = (now_ms + 1_000).min(before_ms);
            player.observe(now_ms);
        }
        let unseen = player.shown(now_ms + after_ms);
        player.observe(now_ms + after_ms);
        prop_assert_eq!(unseen, player.shown(now_ms + after_ms));
    }

    #[test]
    fn whatever_happens_the_account_adds_up_and_the_screen_makes_sense(
        timeline in timelines(),
        story in vec((0_i64..=9_000, proptest::option::of(0..ALL.len()), 0_u8..40), 1..120),
    ) {
        let mut now_ms = 1_000_000_000_i64;
        let (mut player, _) = Player::start(&timeline, now_ms);
        let mut serial = 0;
        for (wait_ms, command, jump) in story {
            now_ms += match jump {
                0 => -7_200_000,
                1 => 86_400_000,
                2 => -3_000,
                _ => wait_ms,
            };
            let running = player.is_running();
            let before = player.result();
            // Ending commands only now and then, or every story is short.
            let command = command.map(|index| ALL[index]).filter(|command| {
                !matches!(command, Command::Red | Command::LeaveNow) || jump > 35
            });
            match command {
                Some(command) => { player.update(command, now_ms); }
                None => { player.observe(now_ms); }
            }
            let after = player.result();
            let ran_ms = after.running_ms - before.running_ms;
            prop_assert!(running || ran_ms == 0, "time ran while the clock stood");
            prop_assert!(i64::try_from(ran_ms).unwrap() <= wait_ms.max(0), "more time ran than passed");
            prop_assert!(total(&after).0 - total(&before).0 <= ran_ms, "work without time");
            prop_assert!(total(&after).1 >= total(&before).1);
            if let Some(shown) = player.shown(now_ms) {
                prop_assert!(shown.seconds_left >= 1);
                prop_assert!(shown.serial >= serial);
                serial = shown.serial;
                let fractions = [shown.step_fraction, shown.session_fraction, shown.pose_fraction];
                prop_assert!(fractions.iter().all(|fraction| (0.0..=1.0).contains(fraction)), "{:?}", fractions);
                if let Some(pacing) = shown.pacing {
                    prop_assert!((0.0..=1.0).contains(&pacing.fraction));
                }
                if let (Some(nth), Some(of)) = (shown.step.repetition, shown.step.of_repetitions) {
                    prop_assert!(1 <= nth && nth <= of, "{} of {}", nth, of);
                }
                prop_assert_eq!(shown.stands, !player.is_running());
            } else {
                prop_assert!(player.outcome().is_some() || player.is_running());
            }
        }
        let kept = serde_json::to_string(&player).unwrap();
        prop_assert_eq!(serde_json::from_str::<Player>(&kept).unwrap(), player);
    }

    #[test]
    fn switching_sides_at_any_time_still_does_both_sides_dose(
        timeline in timelines(), at_ms in vec(500_i64..60_000, 1..6),
    ) {
        let mut now_ms = 0;
        let (mut player, _) = Player::start(&timeline, now_ms);
        let mut wait = |player: &mut Player, ms: i64| {
            let until_ms = now_ms + ms;
            while now_ms < until_ms && player.is_running() {
                now_ms = (now_ms + 500).min(until_ms);
                player.observe(now_ms);
            }
            now_ms
        };
        for ms in at_ms {
            let now_ms = wait(&mut player, ms);
            player.update(Command::SwitchSide, now_ms);
        }
        wait(&mut player, 4_000_000);
        let result = player.result();
        prop_assert_eq!(result.outcome, Some(Outcome::Finished));
        for item in &result.items {
            for side in [item.left, item.right, item.both].into_iter().flatten() {
                prop_assert!(side.done.work_ms >= side.planned.work_ms, "{item:?}");
                prop_assert!(side.done.repetitions >= side.planned.repetitions.saturating_sub(6), "{item:?}");
            }
        }
    }
}
