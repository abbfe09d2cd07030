//! What tilting the pelvis between fixed trunk and thighs does.

use counterpose_body::muscle::{Wanted, by_pelvic_tilt, measure, muscles, psoas_change};
use counterpose_body::{Pose, human};

fn by_tilt(name: &str) -> f64 {
    let found = measure(muscles(), &Pose::zero(human()), Wanted::MomentArms);
    1e3 * by_pelvic_tilt(human(), &found, muscles().muscle(name).unwrap()).unwrap()
}

/// Tipping the pelvis backwards lengthens what bends the hip and what straightens the back; the figures are those of
/// the reference, in millimetres a radian, minus the change of the length.
#[test]
fn tilting_the_pelvis_does_to_muscles_what_anatomy_says() {
    for (name, expected) in [
        ("psoas_r", 39.3),
        ("iliacus_r", 49.9),
        ("recfem_r", 47.2),
        ("tfl_r", 34.6),
        ("glmax1_r", -43.8),
        ("bflh_r", -33.0),
        ("rect_abd_r", -71.0),
        ("IL_L1_r", 48.0),
    ] {
        assert!((by_tilt(name) - expected).abs() < 1.0, "{name}: {}", by_tilt(name));
    }
}

/// The derived arm is minus the change of the length when hips and low back follow the pelvis.
#[test]
fn tilting_is_bending_both_hips_and_extending_the_back() {
    let (step, model) = (1e-6, human());
    let tilted = |by: f64| {
        let pose = Pose::of(
            model,
            [("hip_flexion_r", 0.3 + by), ("hip_flexion_l", 0.3 + by), ("L5_S1_Flex_Ext", by / 7.1428)],
        );
        measure(muscles(), &pose.unwrap(), Wanted::MomentArms)
    };
    let (before, here, after) = (tilted(-step), tilted(0.0), tilted(step));
    for name in ["recfem_r", "glmed2_l", "rect_abd_r", "MF_m1s_r"] {
        let id = muscles().muscle(name).unwrap();
        let change = (after.length(id).unwrap() - before.length(id).unwrap()) / (2.0 * step);
        let arm = by_pelvic_tilt(model, &here, id).unwrap();
        assert!((arm + change).abs() < 1e-5, "{name}: {arm} {change}");
    }
}

#[test]
fn the_whole_psoas_is_the_sum_of_its_two_parts() {
    let model = human();
    let pose = Pose::of(model, [("hip_flexion_r", -0.35), ("L5_S1_Flex_Ext", -0.024)]).unwrap();
    let here = measure(muscles(), &pose, Wanted::Lengths);
    let there = measure(muscles(), &Pose::zero(model), Wanted::Lengths);
    let [upper, lower] = ["Ps_L1_VB_r", "psoas_r"].map(|name| muscles().muscle(name).unwrap());
    let change = psoas_change(&here, &there, upper, lower).unwrap();
    let parts = [upper, lower].map(|id| here.length(id).unwrap() - there.length(id).unwrap());
    assert!((change - parts[0] - parts[1]).abs() < 1e-15);
    // Extending the hip lengthens the lower part more than rounding the low back slackens the upper one.
    assert!(parts[0] < 0.0 && parts[1] > 0.0 && change > 0.0);
    let bent = Pose::of(model, [("hip_flexion_r", 2.0)]).unwrap();
    let error = psoas_change(&measure(muscles(), &bent, Wanted::Lengths), &there, upper, lower).unwrap_err();
    assert_eq!(error.coordinate, "hip_flexion_r");
}
