//! Where a path stops being anatomy there is a reason and no number.

use counterpose_body::muscle::{Measured, MuscleId, Wanted, lengthening, measure, muscles};
use counterpose_body::{Pose, human};
use counterpose_quantity::Side;

fn with(name: &str, value: f64) -> Measured<'static> {
    let mut pose = Pose::zero(human());
    pose.set(human(), name, value).unwrap();
    measure(muscles(), &pose, Wanted::MomentArms)
}

fn ids() -> impl Iterator<Item = MuscleId> {
    muscles().muscles().iter().filter_map(|muscle| muscles().muscle(&muscle.name))
}

/// Every interval of every muscle: just inside there are a length and arms, just outside neither, and the answer names
/// the coordinate, the interval and why.
#[test]
fn outside_its_interval_a_muscle_has_a_reason_and_no_number() {
    const STEP: f64 = 1e-6;
    let mut edges = 0;
    for (muscle, id) in muscles().muscles().iter().zip(ids()) {
        for limit in &muscle.limits {
            let coordinate = &human().coordinates()[limit.coordinate.index()];
            for (edge, outwards) in [(limit.min, -STEP), (limit.max, STEP)] {
                let range = coordinate.min..=coordinate.max;
                if !range.contains(&(edge + outwards)) {
                    continue;
                }
                edges += 1;
                let inside = with(&coordinate.name, edge - outwards);
                assert!(inside.length(id).unwrap().is_finite() && inside.moment_arms(id).is_ok());
                let outside = with(&coordinate.name, edge + outwards);
                let refused = outside.length(id).unwrap_err();
                assert_eq!((&refused.coordinate, &refused.why), (&coordinate.name, &limit.why));
                assert!(refused.why.len() > 10 && !(refused.min..=refused.max).contains(&refused.value));
                assert!(outside.moment_arms(id).is_err(), "{}", muscle.name);
            }
        }
    }
    assert!(edges > 100, "{edges}");
}

/// A muscle of several bundles is told from those whose path is anatomy, and says what was left out; with none left it
/// is refused.
#[test]
fn a_muscle_none_of_whose_bundles_is_anatomy_is_refused() {
    let standing = measure(muscles(), &Pose::zero(human()), Wanted::Lengths);
    let iliacus = muscles().structure("iliacus").unwrap();
    let deep = with("hip_flexion_r", 1.9);
    let refused = lengthening(iliacus, Side::Right, &deep, &standing).unwrap_err();
    assert_eq!(refused.coordinate, "hip_flexion_r");
    assert!(lengthening(iliacus, Side::Left, &deep, &standing).unwrap().is_some());
}
