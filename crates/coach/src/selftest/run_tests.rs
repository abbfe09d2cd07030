//! A side is measured from the zero to the third take, whatever the phone's end, and never without stillness.

use proptest::prelude::*;

use super::super::data::Limb;
use super::super::tilt::ZeroAt;
use super::*;

const TICK_MS: i64 = 100;

fn up(raised_deg: f64) -> Up {
    Up::from_orientation(raised_deg, 0.0).unwrap()
}

fn thomas() -> Protocol {
    let phone =
        Phone { limb: Limb::Thigh, zero: ZeroAt::Level, reads: Reads::AboveLevel, settle_s: 20, again_s: 8 };
    Protocol { phone, takes: 3 }
}

fn leg_raise() -> Protocol {
    let phone = Phone { reads: Reads::Moved, ..thomas().phone };
    Protocol { phone, takes: 3 }
}

/// Runs until it is over, with the leg where `leg` says at each moment; `None` is silence. Gives what was said.
fn run(protocol: Protocol, mut leg: impl FnMut(&Run, i64) -> Option<Up>) -> (Run, Vec<Cue>) {
    let mut run = Run::begin(protocol, 0);
    let mut said = Vec::new();
    for n in 1..6_000 {
        let now_ms = n * TICK_MS;
        if let Some(up) = leg(&run, now_ms) {
            run.sample(up, now_ms);
        }
        said.extend(run.tick(now_ms));
        if run.is_over() {
            return (run, said);
        }
    }
    panic!("it never ended: {:?}", run.phase());
}

/// The knee is hugged while getting into position, then the leg hangs at `hang`.
fn thomas_leg(run: &Run, now_ms: i64, end: f64, hang: f64) -> Option<Up> {
    Some(match run.phase() {
        Phase::Zeroing { .. } => up(3.0 * end),
        Phase::Getting { until_ms } if run.taken().is_empty() && until_ms - now_ms > 8_000 => up(85.0 * end),
        _ => up((hang + 3.0) * end),
    })
}

#[test]
fn three_takes_are_counted_in_and_their_median_counts() {
    let heights = [-8.0, -5.0, -2.0];
    let (run, said) = run(thomas(), |run, now_ms| {
        let hang = heights.get(run.taken().len()).copied().unwrap_or(0.0);
        thomas_leg(run, now_ms, 1.0, hang)
    });
    let result = run.result().unwrap();
    assert_eq!((result.median, result.spread, result.count), (-5.0, 6.0, 3));
    assert_eq!(said[0], Cue::GetReady { seconds: 20 });
    assert_eq!(
        said[1..6],
        [Cue::HoldStill, Cue::Count(3), Cue::Count(2), Cue::Count(1), Cue::Taken { nth: 1, of: 3 }]
    );
    assert_eq!(said.last(), Some(&Cue::Finished));
}

#[test]
fn the_phone_may_lie_either_way_round() {
    for end in [1.0, -1.0] {
        let (run, _) = run(thomas(), |run, now_ms| thomas_leg(run, now_ms, end, 6.0));
        assert!((run.result().unwrap().median - 6.0).abs() < 0.06, "{:?}", run.taken());
    }
}

#[test]
fn without_a_knee_drawn_up_the_end_is_not_known_and_nothing_is_guessed() {
    let (run, said) = run(thomas(), |_, _| Some(up(3.0)));
    assert_eq!(run.phase(), Phase::Stuck(Stuck::WhichEnd));
    assert_eq!((run.result(), said.last()), (None, Some(&Cue::Stuck(Stuck::WhichEnd))));
}

#[test]
fn a_trembling_leg_is_tried_three_times_and_then_let_be() {
    let (run, said) = run(leg_raise(), |run, now_ms| {
        let shake = if matches!(run.phase(), Phase::Zeroing { .. }) { 0.0 } else { 8.0 };
        Some(up(shake * counterpose_quantity::num::sin(now_ms as f64 / 90.0)))
    });
    assert_eq!(run.phase(), Phase::Stuck(Stuck::NotStill));
    assert_eq!(said.iter().filter(|cue| **cue == Cue::Moved).count(), 2);
    assert!(run.taken().is_empty());
}

#[test]
fn a_silent_sensor_and_a_phone_across_the_leg_are_said() {
    assert_eq!(run(leg_raise(), |_, _| None).0.phase(), Phase::Stuck(Stuck::Silent));
    let (across, _) = run(leg_raise(), |_, _| Some(up(80.0)));
    assert_eq!(across.phase(), Phase::Stuck(Stuck::Zero(ZeroError::NotLevel)));
}

#[test]
fn a_sensor_with_nothing_new_to_say_holds_its_word() {
    let mut before = None;
    let (run, _) = run(leg_raise(), |run, _| {
        let now = if matches!(run.phase(), Phase::Zeroing { .. }) { 0.0 } else { 70.0 };
        // Only changes are told, as some browsers do.
        (before.replace(now) != Some(now)).then(|| up(now))
    });
    assert_eq!(run.result().unwrap().median, 70.0);
}

#[test]
fn a_page_that_slept_loses_the_take_and_keeps_the_ones_before() {
    let mut run = Run::begin(leg_raise(), 0);
    let mut now_ms = 0;
    let mut go = |run: &mut Run, deg: f64, ms: i64| {
        let mut said = Vec::new();
        for _ in 0..ms / TICK_MS {
            now_ms += TICK_MS;
            run.sample(up(deg), now_ms);
            said.extend(run.tick(now_ms));
        }
        (said, now_ms)
    };
    go(&mut run, 0.0, 3_000);
    go(&mut run, 60.0, 26_000);
    assert_eq!(run.taken(), [60.0]);
    let (_, now) = go(&mut run, 60.0, 7_000);
    assert!(matches!(run.phase(), Phase::Holding { .. }));
    assert_eq!(run.tick(now + 60_000), [Cue::Lost]);
    assert!(matches!(run.phase(), Phase::Getting { .. }));
    assert_eq!(run.taken(), [60.0]);
    assert_eq!(run.tick(now - 500), [Cue::Lost], "a clock that jumped back");
}

proptest! {
    /// Whatever the leg does, nothing is taken that was not still, there are never more takes than asked for, and
    /// every value lies within what an angle can be.
    #[test]
    fn nothing_is_made_up(
        angles in prop::collection::vec(prop::option::of(-170.0_f64..170.0), 1..400),
        gaps in prop::collection::vec(prop_oneof![20 => Just(TICK_MS), 1 => -5_000_i64..9_000], 400),
        hold in 1_usize..80,
        above in any::<bool>(),
    ) {
        let protocol = if above { thomas() } else { leg_raise() };
        let mut run = Run::begin(protocol, 0);
        let mut now_ms = 0;
        for (n, gap) in gaps.iter().enumerate() {
            now_ms += gap;
            if let Some(angle) = angles[(n / hold) % angles.len()] {
                run.sample(up(angle), now_ms);
            }
            let still = |run: &Run| matches!(run.stillness(now_ms), Stillness::Still(_));
            let before = run.taken().len();
            let said = run.tick(now_ms);
            if run.taken().len() > before {
                let told = said.iter().any(|cue| matches!(cue, Cue::Taken { .. }));
                prop_assert!(still(&run) && told);
            }
            prop_assert!(run.taken().len() <= 3);
            prop_assert!(run.taken().iter().all(|value| value.abs() <= 360.0));
            prop_assert_eq!(run.result().is_some(), run.phase() == Phase::Done);
        }
    }
}
