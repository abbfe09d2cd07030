//! Laws of the inclinometer: roll, mirror, crooked straps, turned signs, noise.

use proptest::prelude::*;

use super::*;

/// Up seen from a phone strapped along a limb. The limb is raised by `raised` from level in one plane; the phone's
/// length leans off the bone by `lean` in that plane, and is rolled about its own length by `roll`. All in degrees.
fn strapped(raised: f64, lean: f64, roll: f64) -> Up {
    let (sin_e, cos_e) = num::sin_cos((raised + lean).to_radians());
    let (sin_r, cos_r) = num::sin_cos(roll.to_radians());
    // Before the roll gravity lies in the plane of length (Y) and screen normal (Z).
    Up::new([cos_e * sin_r, sin_e, cos_e * cos_r]).unwrap()
}

/// Up seen from a phone along a shin that hangs and is swung sideways by `swing`; the phone leans off the bone by
/// `lean` forward and is rolled about its length.
fn hanging(swing: f64, lean: f64, roll: f64) -> Up {
    let (sin_s, cos_s) = num::sin_cos(swing.to_radians());
    let (sin_l, cos_l) = num::sin_cos(lean.to_radians());
    // In the frame of the bone (x sideways, y along it upward, z forward) up is (sin s, cos s, 0).
    let (x, y, z) = (sin_s, cos_s, 0.0);
    let (y, z) = (y * cos_l + z * sin_l, z * cos_l - y * sin_l);
    let (sin_r, cos_r) = num::sin_cos(roll.to_radians());
    Up::new([x * cos_r + z * sin_r, y, z * cos_r - x * sin_r]).unwrap()
}

fn turned_over(Up([x, y, z]): Up) -> Up {
    Up([-x, -y, -z])
}

/// The phone strapped with its other end to the foot: half a turn about the normal of its screen.
fn end_for_end(Up([x, y, z]): Up) -> Up {
    Up([-x, -y, z])
}

fn mirrored(Up([x, y, z]): Up) -> Up {
    Up([-x, y, z])
}

fn level(up: Up) -> Zero {
    Zero::set(ZeroAt::Level, up).unwrap()
}

fn hang(up: Up) -> Zero {
    Zero::set(ZeroAt::Hanging, up).unwrap()
}

#[test]
fn orientation_events_give_the_direction_of_the_standard() {
    let close = |up: Up, [x, y, z]: [f64; 3]| {
        up.0.iter().zip([x, y, z]).all(|(is, should)| (is - should).abs() < 1e-12)
    };
    let of = |beta, gamma| Up::from_orientation(beta, gamma).unwrap();
    assert!(close(of(0.0, 0.0), [0.0, 0.0, 1.0]), "flat on a table, the screen is up");
    assert!(close(of(90.0, 0.0), [0.0, 1.0, 0.0]), "upright, the top is up");
    assert!(close(of(0.0, 90.0), [-1.0, 0.0, 0.0]), "on its right edge, the left side is up");
    assert!(close(of(180.0, 0.0), [0.0, 0.0, -1.0]), "face down");
    assert_eq!(Up::from_orientation(f64::NAN, 0.0), None);
    assert_eq!(Up::new([0.0; 3]), None);
}

#[test]
fn a_zero_across_the_limb_is_refused() {
    assert_eq!(Zero::set(ZeroAt::Level, strapped(80.0, 0.0, 0.0)), Err(ZeroError::NotLevel));
    assert_eq!(Zero::set(ZeroAt::Hanging, strapped(10.0, 0.0, 0.0)), Err(ZeroError::NotHanging));
    assert!(Zero::set(ZeroAt::Hanging, strapped(-80.0, 0.0, 0.0)).is_ok(), "either end may be up");
}

#[test]
fn the_median_is_the_middle_and_nothing_is_made_of_nothing() {
    assert_eq!(repeats(&[]), None);
    assert_eq!(repeats(&[1.0, f64::NAN]), None);
    let Repeats { median, spread, count } = repeats(&[7.0, 1.0, 3.0]).unwrap();
    assert_eq!((median, spread, count), (3.0, 6.0, 3));
    assert_eq!(repeats(&[4.0, 1.0]).unwrap().median, 2.5);
}

fn held(up: impl Fn(i64) -> Up) -> Vec<Sample> {
    (0..=40).map(|n| Sample { at_ms: n * 50, up: up(n) }).collect()
}

#[test]
fn still_is_still_moving_is_moving_and_silence_is_neither() {
    let still = held(|_| strapped(20.0, 0.0, 30.0));
    assert!(matches!(stillness(&still, 2_000), Stillness::Still(_)));
    let swinging = held(|n| strapped(20.0 + 6.0 * num::sin(n as f64 * 0.4), 0.0, 0.0));
    assert!(matches!(stillness(&swinging, 2_000), Stillness::Moving(deg) if deg > STEADY_DEG));
    assert_eq!(stillness(&still, 9_000), Stillness::Unknown, "the sensor fell silent");
    assert_eq!(stillness(&still[..3], 200), Stillness::Unknown);
    assert_eq!(stillness(&[], 0), Stillness::Unknown);
    // Samples of the last moment alone do not cover the window.
    assert_eq!(stillness(&still[35..], 2_000), Stillness::Unknown);
}

proptest! {
    /// From level, a phone crooked by any lean and rolled any way about its length reads the angle of the limb, also
    /// past the vertical.
    #[test]
    fn a_level_zero_reads_the_limb_whatever_the_strap(
        raised in -100.0_f64..105.0,
        lean in -14.0_f64..14.0,
        roll in -180.0_f64..180.0,
    ) {
        let zero = level(strapped(0.0, lean, roll));
        prop_assert!((zero.moved_deg(strapped(raised, lean, roll)) - raised).abs() < 1e-6);
    }

    /// Turning the phone about its own long axis between zero and measuring changes nothing below the fold.
    #[test]
    fn rotation_about_the_long_axis_changes_nothing(
        raised in -55.0_f64..55.0,
        roll in -180.0_f64..180.0,
        later in -180.0_f64..180.0,
    ) {
        let zero = level(strapped(0.0, 0.0, roll));
        prop_assert!((zero.moved_deg(strapped(raised, 0.0, later)) - raised).abs() < 1e-6);
    }

    /// Above the fold a roll of less than a quarter turn between zero and measuring changes nothing.
    #[test]
    fn above_the_fold_a_small_roll_changes_nothing(
        raised in 62.0_f64..88.0,
        roll in -180.0_f64..180.0,
        slip in -80.0_f64..80.0,
    ) {
        let zero = level(strapped(0.0, 0.0, roll));
        prop_assert!((zero.moved_deg(strapped(raised, 0.0, roll + slip)) - raised).abs() < 1e-6);
    }

    /// A swing from hanging is read whatever the strap, rolled and crooked.
    #[test]
    fn a_hanging_zero_reads_the_swing_whatever_the_strap(
        swing in 0.0_f64..80.0,
        lean in -25.0_f64..25.0,
        roll in -180.0_f64..180.0,
    ) {
        let zero = hang(hanging(0.0, lean, roll));
        prop_assert!((zero.moved_deg(hanging(swing, lean, roll)) - swing).abs() < 1e-6);
        prop_assert!((zero.moved_deg(hanging(-swing, lean, roll)) - swing).abs() < 1e-6);
    }

    /// The other leg, seen in a mirror, reads the same; a sensor with its signs turned, or the phone end for end,
    /// turns the sign from level and nothing from hanging.
    #[test]
    fn mirror_turned_signs_and_the_other_end(
        raised in -85.0_f64..85.0,
        swing in -60.0_f64..60.0,
        lean in -20.0_f64..20.0,
        roll in -180.0_f64..180.0,
    ) {
        let (start, end) = (strapped(0.0, lean, roll), strapped(raised, lean, roll));
        let is = level(start).moved_deg(end);
        prop_assert!((level(mirrored(start)).moved_deg(mirrored(end)) - is).abs() < 1e-6);
        prop_assert!((level(turned_over(start)).moved_deg(turned_over(end)) + is).abs() < 1e-6);
        prop_assert!((level(end_for_end(start)).moved_deg(end_for_end(end)) + is).abs() < 1e-6);
        let (start, end) = (hanging(0.0, lean, roll), hanging(swing, lean, roll));
        let is = hang(start).moved_deg(end);
        for other in [mirrored, turned_over, end_for_end] {
            prop_assert!((hang(other(start)).moved_deg(other(end)) - is).abs() < 1e-6);
        }
    }

    /// Noise of the sensor stays noise: a held leg with up to a degree of it is still, and reads within a degree.
    #[test]
    fn noise_within_a_degree_reads_within_a_degree(
        raised in -50.0_f64..85.0,
        noise in prop::collection::vec((-0.7_f64..0.7, -0.7_f64..0.7), 41),
    ) {
        let zero = level(strapped(0.0, 0.0, 0.0));
        let samples = held(|n| {
            let (tilt, roll) = noise[usize::try_from(n).unwrap()];
            strapped(raised + tilt, 0.0, roll)
        });
        match stillness(&samples, 2_000) {
            Stillness::Still(up) => prop_assert!((zero.moved_deg(up) - raised).abs() < 1.0),
            other => return Err(TestCaseError::fail(format!("{other:?}"))),
        }
    }

    /// The median lies among the takes and does not hang on their order.
    #[test]
    fn the_median_does_not_hang_on_the_order(mut takes in prop::collection::vec(-90.0_f64..90.0, 1..6)) {
        let forward = repeats(&takes).unwrap();
        takes.reverse();
        prop_assert_eq!(forward, repeats(&takes).unwrap());
        let most = takes.iter().copied().fold(f64::MIN, f64::max);
        let least = takes.iter().copied().fold(f64::MAX, f64::min);
        prop_assert!(least <= forward.median && forward.median <= most);
        prop_assert!((forward.spread - (most - least)).abs() < 1e-12);
    }
}
