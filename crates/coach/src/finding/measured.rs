//! Findings from home tests.

use counterpose_quantity::{Method, Side, Sided};

use super::errors::error_of;
use super::{Finding, Origin};
use crate::intake::{
    BendsIn, BodySide, Felt, Intake, MeasureEntry, Reading, RotationPosition, Sex, Shared, TestId, Thomas,
};

const DEG: &str = "deg";
const CM: &str = "cm";
const SECONDS: &str = "s";
const TIMES: &str = "times";
const POINTS: &str = "points";

/// A value with the mark it has to pass and what is ordinary; both in its own unit.
#[derive(Clone, Copy)]
struct Mark {
    id: &'static str,
    value: f64,
    unit: &'static str,
    /// Findings lie beyond this.
    mark: f64,
    /// What is ordinary; the value must differ from it by more than the error.
    ordinary: f64,
    counted: bool,
}

impl Mark {
    fn finding(self, test: TestId, shared: &Shared) -> Finding {
        let error = error_of(test, shared.method);
        let beyond = if self.mark < self.ordinary { self.value < self.mark } else { self.value > self.mark };
        Finding {
            id: self.id,
            side: shared.side,
            value: Some(self.value),
            unit: Some(self.unit),
            error: Some(error),
            meaningful: beyond && (self.value - self.ordinary).abs() > error,
            counted: self.counted,
            from: Origin::Measure(test.as_str(), shared.side),
        }
    }
}

/// Something seen or felt, without a number.
fn seen(id: &'static str, test: TestId, shared: &Shared, counted: bool) -> Finding {
    Finding {
        id,
        side: shared.side,
        value: None,
        unit: None,
        error: None,
        meaningful: true,
        counted,
        from: Origin::Measure(test.as_str(), shared.side),
    }
}

/// The measure that counts: the latest by date, the last listed among those without.
fn latest(intake: &Intake, test: TestId, side: Option<Side>) -> Option<&MeasureEntry> {
    let same =
        intake.measures.iter().filter(|entry| entry.reading.test() == test && entry.shared.side == side);
    same.max_by_key(|entry| entry.shared.on)
}

/// Every measured finding, tests in declared order, the side listed first before the other, side differences
/// after the sides.
pub fn findings(intake: &Intake) -> Vec<Finding> {
    let mut found = Vec::new();
    for &test in TestId::ALL {
        let first = intake.measures.iter().filter(|entry| entry.reading.test() == test);
        let first = first.filter_map(|entry| entry.shared.side).next().unwrap_or(Side::Left);
        for side in [None, Some(first), Some(first.other())] {
            found.extend(latest(intake, test, side).into_iter().flat_map(|entry| of_one(intake, entry)));
        }
        let sides = Sided::from_fn(|side| latest(intake, test, Some(side)));
        if let (Some(left), Some(right)) = (sides.left, sides.right) {
            found.extend(of_both(intake, left, right));
        }
    }
    found.extend(total_rotation(intake));
    found
}

fn sex(intake: &Intake) -> Option<Sex> {
    intake.person.as_ref().and_then(|person| person.sex)
}

/// What one side, or a test without sides, says.
fn of_one(intake: &Intake, entry: &MeasureEntry) -> Vec<Finding> {
    let shared = &entry.shared;
    let test = entry.reading.test();
    let mark = |id, value: f64, unit, mark: f64, ordinary: f64| Mark {
        id,
        value,
        unit,
        mark,
        ordinary,
        counted: true,
    };
    let mut found = Vec::new();
    let mut push = |candidate: Mark| found.push(candidate.finding(test, shared));
    match &entry.reading {
        Reading::Thomas(Thomas { thigh_deg: Some(thigh), pelvis_held, .. }) => {
            // Without a held pelvis the test says nothing about the hip.
            let counted = *pelvis_held == Some(true);
            push(Mark { counted, ..mark("thomas-thigh", thigh.get(), DEG, 0.0, -10.0) });
        }
        Reading::KneeExtension90(knee) => {
            if let Some(short) = knee.short_of_straight_deg {
                let (limit, ordinary) =
                    if sex(intake) == Some(Sex::Female) { (23.4, 13.4) } else { (33.0, 17.8) };
                let counted = knee.felt != Some(Felt::BelowKnee);
                push(Mark { counted, ..mark("knee-extension-short", short.get(), DEG, limit, ordinary) });
            }
            if knee.felt == Some(Felt::BelowKnee) {
                found.push(seen("stretch-felt-below-knee", test, shared, true));
            }
        }
        Reading::StraightLegRaise(raise) if raise.felt == Some(Felt::BelowKnee) => {
            found.push(seen("stretch-felt-below-knee", test, shared, true));
        }
        Reading::HipInternalRotation(rotation) => {
            if let Some(deg) = rotation.deg {
                push(mark("hip-internal-rotation-low", deg.get(), DEG, 25.0, 32.0));
                push(mark("hip-internal-rotation-very-low", deg.get(), DEG, 15.0, 32.0));
            }
        }
        Reading::PelvicObliquity(pelvis) => {
            if let Some(deg) = pelvis.deg {
                let repeated = pelvis.days.is_some_and(|days| days.get() >= 3);
                let counted = repeated && pelvis.markers_taped == Some(true);
                // From 5 degrees on; a level pelvis is zero, and smaller tilts are noise.
                push(Mark { counted, ..mark("pelvic-obliquity", deg.get(), DEG, 4.999, -0.001) });
            }
        }
        Reading::FingerFloor(bend) => {
            if let Some(distance) = bend.distance_cm {
                let counted = bend.bends_in == Some(BendsIn::LowBack);
                push(Mark { counted, ..mark("forward-bend-short", distance.get(), CM, 10.0, 10.0) });
            }
        }
        Reading::SitToStand30s(stands) => {
            if let (Some(count), Some((low, ordinary))) = (stands.count, stand_count(intake)) {
                let value = f64::from(count.get());
                push(mark("sit-to-stand-low", value, TIMES, low, ordinary));
            }
        }
        Reading::NinetyNinety(sit) if sit.sits_tall == Some(false) => {
            found.push(seen("ninety-ninety-not-tall", test, shared, true));
        }
        _ => {}
    }
    found
}

/// Below how many stands in half a minute somebody counts as low, and what is ordinary. Up to 35 years two standard
/// deviations below the mean of young adults (Lein 2022: 33.0, 5.4); above that no norm for the age was found, so the
/// median of one sample of older adults stands (15 men, 14 women): below it by more than the error is low at any age.
fn stand_count(intake: &Intake) -> Option<(f64, f64)> {
    let age = intake.person.as_ref()?.age?.get();
    if age <= 35 {
        return Some((22.2, 33.0));
    }
    let median = if sex(intake) == Some(Sex::Male) { 15.0 } else { 14.0 };
    Some((median - 0.001, median))
}

/// A difference between the sides; the finding is on the worse one.
struct Difference {
    id: &'static str,
    /// How much worse, so that larger is worse.
    worse: Sided<f64>,
    unit: &'static str,
    /// From this difference on it matters.
    from: f64,
    counted: bool,
}

impl Difference {
    fn finding(self, test: TestId, method: Option<Method>) -> Option<Finding> {
        let difference = (self.worse.left - self.worse.right).abs();
        let error = error_of(test, method);
        let side = if self.worse.left > self.worse.right { Side::Left } else { Side::Right };
        (difference > 0.0).then(|| Finding {
            id: self.id,
            side: Some(side),
            value: Some(difference),
            unit: Some(self.unit),
            error: Some(error),
            meaningful: difference >= self.from && difference > error,
            counted: self.counted,
            from: Origin::Measure(test.as_str(), Some(side)),
        })
    }
}

/// What both sides say together. Different methods or positions are never compared.
fn of_both(intake: &Intake, left: &MeasureEntry, right: &MeasureEntry) -> Vec<Finding> {
    let test = left.reading.test();
    if left.shared.method != right.shared.method {
        return Vec::new();
    }
    let difference = |id, left: f64, right: f64, unit, from| Difference {
        id,
        worse: Sided { left, right },
        unit,
        from,
        counted: true,
    };
    let mut differences = Vec::new();
    match (&left.reading, &right.reading) {
        (Reading::Thomas(l), Reading::Thomas(r)) => {
            let counted = l.pelvis_held == Some(true) && r.pelvis_held == Some(true);
            if let (Some(a), Some(b)) = (l.thigh_deg, r.thigh_deg) {
                let found = difference("thomas-thigh-difference", a.get(), b.get(), DEG, 10.0);
                differences.push(Difference { counted, ..found });
            }
            if let (Some(a), Some(b)) = (l.knee_deg, r.knee_deg) {
                // The knee that hangs straighter is the shorter one.
                let found = difference("thomas-knee-difference", -a.get(), -b.get(), DEG, 20.0);
                differences.push(Difference { counted, ..found });
            }
        }
        (Reading::StraightLegRaise(l), Reading::StraightLegRaise(r)) => {
            if let (Some(a), Some(b)) = (l.hip_deg, r.hip_deg) {
                let nerve = [l.felt, r.felt].contains(&Some(Felt::BelowKnee));
                let found = difference("straight-leg-raise-difference", -a.get(), -b.get(), DEG, 10.0);
                differences.push(Difference { counted: !nerve, ..found });
            }
        }
        (Reading::KneeExtension90(l), Reading::KneeExtension90(r)) => {
            if let (Some(a), Some(b)) = (l.short_of_straight_deg, r.short_of_straight_deg) {
                let nerve = [l.felt, r.felt].contains(&Some(Felt::BelowKnee));
                let found = difference("knee-extension-difference", a.get(), b.get(), DEG, 10.0);
                differences.push(Difference { counted: !nerve, ..found });
            }
        }
        (Reading::HipInternalRotation(l), Reading::HipInternalRotation(r)) if l.position == r.position => {
            if let (Some(a), Some(b)) = (l.deg, r.deg) {
                let id = "hip-internal-rotation-difference";
                differences.push(difference(id, -a.get(), -b.get(), DEG, 10.0));
            }
        }
        (Reading::FigureFourHeight(l), Reading::FigureFourHeight(r)) => {
            if let (Some(a), Some(b)) = (l.height_cm, r.height_cm) {
                // The error is four centimetres, so a difference must exceed it.
                differences.push(difference("figure-four-difference", a.get(), b.get(), CM, 4.0));
            }
        }
        (Reading::SingleLegStance(l), Reading::SingleLegStance(r)) => {
            if let (Some(a), Some(b)) = (l.seconds, r.seconds) {
                differences.push(difference(
                    "single-leg-stance-difference",
                    -a.get(),
                    -b.get(),
                    SECONDS,
                    10.0,
                ));
            }
        }
        (Reading::SideLyingAbduction(l), Reading::SideLyingAbduction(r)) => {
            if let (Some(a), Some(b)) = (l.score, r.score) {
                let (a, b) = (f64::from(a.get()), f64::from(b.get()));
                differences.push(difference("side-lying-abduction-difference", a, b, POINTS, 2.0));
            }
        }
        _ => {}
    }
    let mut found: Vec<Finding> =
        differences.into_iter().filter_map(|d| d.finding(test, left.shared.method)).collect();
    found.extend(one_sided_drop(intake, left, right));
    found
}

/// The pelvis drops, or the trunk leans, on one leg and not on the other. It counts unless the pain is on the other
/// side.
fn one_sided_drop(intake: &Intake, left: &MeasureEntry, right: &MeasureEntry) -> Option<Finding> {
    let drops = |entry: &MeasureEntry| match &entry.reading {
        Reading::SingleLegStance(stance) => {
            let error = error_of(TestId::SingleLegStance, entry.shared.method);
            let drop = stance.pelvic_drop_deg.is_some_and(|deg| deg.get() > error);
            Some(drop || stance.trunk_lean == Some(true))
        }
        _ => None,
    };
    let (side, shared) = match (drops(left)?, drops(right)?) {
        (true, false) => (Side::Left, &left.shared),
        (false, true) => (Side::Right, &right.shared),
        _ => return None,
    };
    let painful = intake.complaint.as_ref().and_then(|complaint| complaint.side).and_then(BodySide::one);
    let counted = painful.is_none_or(|painful| painful == side);
    Some(seen("pelvis-drops-one-side", TestId::SingleLegStance, shared, counted))
}

/// Turning in and out together, compared between the sides.
fn total_rotation(intake: &Intake) -> Option<Finding> {
    type Turned = (f64, Option<RotationPosition>, Option<Method>);
    let turned = |test, side| -> Option<Turned> {
        let entry = latest(intake, test, Some(side))?;
        match &entry.reading {
            Reading::HipInternalRotation(r) | Reading::HipExternalRotation(r) => {
                Some((r.deg?.get(), r.position, entry.shared.method))
            }
            _ => None,
        }
    };
    let total = |side| -> Option<Turned> {
        let (inward, position, method) = turned(TestId::HipInternalRotation, side)?;
        let (outward, other_position, other_method) = turned(TestId::HipExternalRotation, side)?;
        (position == other_position && method == other_method).then_some((inward + outward, position, method))
    };
    let (left, position, method) = total(Side::Left)?;
    let (right, other_position, other_method) = total(Side::Right)?;
    if position != other_position || method != other_method {
        return None;
    }
    let worse = Sided { left: -left, right: -right };
    let difference =
        Difference { id: "hip-rotation-difference", worse, unit: DEG, from: 10.0, counted: true };
    difference.finding(TestId::HipInternalRotation, method)
}
