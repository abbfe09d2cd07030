//! The table of the planner: which reason calls for which exercises, how strongly, and over which claims.
//!
//! To change what a plan is made of, change this table (or an exercise's tags, targets and evidence in `content/`) and
//! nothing else. Points order exercises within one person's plan; they are not probabilities. An exercise that is not
//! named by any reason a person has is left out as not called for.

use crate::intake::{Activity, Direction};
use crate::vocabulary::{Pattern, Precaution};

/// One exercise a reason calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The exercise.
    pub exercise: &'static str,
    /// How strongly.
    pub points: i32,
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The rule's identifier; its text is `rule-<id>`.
    pub rule: &'static str,
    /// What it calls for.
    pub uses: &'static [Use],
    /// The claims to give as the mechanism, where the exercise has them.
    pub claims: &'static [&'static str],
}

const fn u(exercise: &'static str, points: i32) -> Use {
    Use { exercise, points }
}

const fn row(rule: &'static str, uses: &'static [Use], claims: &'static [&'static str]) -> Row {
    Row { rule, uses, claims }
}

const STRONGER: &[&str] = &["stronger-hips-help", "exercise-eases-back-pain"];
const EASIER: &[&str] = &["easy-movement-eases-stiffness"];

/// What every week holds, the usual choice first. These points fill the three places and add nothing beyond them.
#[rustfmt::skip]
pub const EACH_WEEK: [Row; 3] = [
    row("each-week-walking", &[u("walking-programme", 10), u("cued-walking", 7)],
        &["walking-delays-next-episode", "walking-eases-pain-now"]),
    row("each-week-strength", &[u("glute-bridge", 10), u("sit-to-stand", 9), u("clamshell", 8), u("hip-hinge", 7),
        u("side-lying-hip-abduction", 7), u("adductor-squeeze", 4), u("seated-glute-squeeze", 6)], STRONGER),
    row("each-week-trunk", &[u("bird-dog", 10), u("dead-bug", 9), u("side-plank", 6), u("curl-up", 2)],
        &["trunk-work-eases-back"]),
];

/// What a leading pattern calls for.
#[rustfmt::skip]
pub const LEAD: [(Pattern, Row); 7] = [
    (Pattern::OneHipHigher, row("lead-one-hip-higher",
            &[u("side-lying-hip-abduction", 9), u("clamshell", 7), u("side-plank", 6), u("seated-weight-shift", 4),
                u("single-leg-balance", 4), u("hip-hitch", 3)],
            &["side-hip-weaker-with-pain", "loads-hip-side"])),
    (Pattern::FrontOfHip, row("lead-front-of-hip",
            &[u("supine-heel-slide", 10), u("half-kneeling-hip-flexor-stretch", 9), u("side-lying-quad-stretch", 6),
                u("standing-tfl-stretch", 3), u("glute-bridge", 4), u("dead-bug", 4), u("couch-stretch", 2)],
            &["front-of-hip-eases-back"])),
    (Pattern::BackOfHip, row("lead-back-of-hip",
            &[u("active-knee-extension", 10), u("hamstring-strap-stretch", 9), u("hip-hinge", 7),
                u("seated-forward-fold", 1)],
            &["hamstring-length-eases-back"])),
    (Pattern::HipRotation, row("lead-hip-rotation",
            &[u("supine-internal-rotation-drop", 10), u("ninety-ninety-forward-lean", 7), u("quadruped-rock-back", 5),
                u("ninety-ninety-lean-back", 6), u("ninety-ninety-switch", 4), u("supine-figure-four", 6),
                u("seated-figure-four", 6), u("clamshell", 5), u("side-lying-hip-abduction", 5)],
            &["hip-rotation-eases-back"])),
    (Pattern::UnevenSitting, row("lead-uneven-sitting",
            &[u("seated-weight-shift", 9), u("seated-glute-squeeze", 7), u("open-book", 6), u("clamshell", 5),
                u("side-bend-stretch", 2)],
            &["shifting-prevents", "squeeze-wakes-seat", "opposite-movement-eases"])),
    (Pattern::SedentaryStiffness, row("lead-sedentary-stiffness",
            &[u("sit-to-stand", 8), u("cat-camel", 7), u("open-book", 5), u("pelvic-tilt", 5), u("glute-bridge", 4)],
            &["easy-movement-eases-stiffness", "standing-up-strengthens-legs"])),
    (Pattern::General, row("lead-general", &[u("pelvic-tilt", 6), u("cat-camel", 5), u("seated-weight-shift", 4)],
            EASIER)),
];

/// What the direction that draws the pain back calls for.
#[rustfmt::skip]
pub const DIRECTION: [(Direction, Row); 2] = [
    (Direction::Flexion, row("direction-flexion",
        &[u("single-knee-to-chest", 20), u("cat-camel", 17), u("childs-pose", 12), u("pelvic-tilt", 14)],
        &["bending-eases-narrow-canal", "easy-movement-eases-stiffness"])),
    (Direction::Extension, row("direction-extension", &[u("prone-press-up", 20), u("standing-back-bend", 18)],
        &["direction-eases"])),
];

/// Symptoms below the knee: the nerve is moved, not stretched.
pub const NERVE: Row =
    row("nerve-signs", &[u("sciatic-slider", 15), u("femoral-slider", 2)], &["nerve-glide-eases"]);

/// What goes well with a condition. Conditions without a line call for nothing of their own.
#[rustfmt::skip]
pub const SUITS: &[(Precaution, Row)] = &[
    (Precaution::SpinalFusion, row("suits-spinal-fusion",
        &[u("hip-hinge", 6), u("glute-bridge", 4), u("bird-dog", 3), u("clamshell", 3)], STRONGER)),
    (Precaution::DiscRadiculopathy, row("suits-disc-radiculopathy", &[u("hip-hinge", 5), u("bird-dog", 4)], STRONGER)),
    (Precaution::SpinalStenosis, row("suits-spinal-stenosis",
        &[u("single-knee-to-chest", 9), u("cat-camel", 6), u("pelvic-tilt", 6), u("sit-to-stand", 3)],
        &["bending-eases-narrow-canal"])),
    (Precaution::Spondylolisthesis, row("suits-spondylolisthesis", &[u("dead-bug", 5), u("side-plank", 4)],
        &["trunk-work-eases-back"])),
    (Precaution::HipReplacementPosterior, row("suits-hip-replacement",
        &[u("sit-to-stand", 5), u("glute-bridge", 4), u("side-lying-hip-abduction", 4)], STRONGER)),
    (Precaution::HipReplacementAnterior, row("suits-hip-replacement",
        &[u("sit-to-stand", 5), u("clamshell", 4), u("side-lying-hip-abduction", 4)], STRONGER)),
    (Precaution::FaiLabral, row("suits-fai-labral",
        &[u("side-lying-hip-abduction", 6), u("glute-bridge", 4), u("hip-hinge", 4)], STRONGER)),
    (Precaution::HipOsteoarthritis, row("suits-hip-osteoarthritis",
        &[u("sit-to-stand", 7), u("side-lying-hip-abduction", 5), u("glute-bridge", 4)], STRONGER)),
    (Precaution::Osteoporosis, row("suits-osteoporosis",
        &[u("hip-hinge", 7), u("sit-to-stand", 6), u("bird-dog", 3), u("single-leg-balance", 5),
            u("prone-hip-extension", 3)], &["stronger-hips-help", "exercise-eases-back-pain", "steadier-on-one-leg"])),
    (Precaution::Pregnancy, row("suits-pregnancy",
        &[u("clamshell", 6), u("pelvic-tilt", 5), u("sit-to-stand", 4), u("diaphragmatic-breathing", 4)], EASIER)),
    (Precaution::Postpartum, row("suits-postpartum",
        &[u("diaphragmatic-breathing", 6), u("pelvic-tilt", 5), u("glute-bridge", 5), u("clamshell", 4)], EASIER)),
    (Precaution::PelvicGirdlePain, row("suits-pelvic-girdle-pain",
        &[u("adductor-squeeze", 11), u("glute-bridge", 5), u("sit-to-stand", 5)],
        &["inner-thigh-strength-protects"])),
    (Precaution::Hypermobility, row("suits-hypermobility",
        &[u("dead-bug", 4), u("glute-bridge", 5), u("clamshell", 4), u("hip-hinge", 4)], STRONGER)),
    (Precaution::KneeProblem, row("suits-knee-problem",
        &[u("glute-bridge", 5), u("clamshell", 4), u("side-lying-hip-abduction", 4)], STRONGER)),
    (Precaution::RecentSurgery, row("suits-recent-surgery", &[u("diaphragmatic-breathing", 5)], &["breathing-settles"])),
    (Precaution::PoorBalance, row("suits-poor-balance", &[u("sit-to-stand", 6), u("single-leg-balance", 5)],
        &["standing-up-strengthens-legs", "steadier-on-one-leg"])),
];

/// Exercises that a condition leaves open and that are no use with it: moving joined vertebrae, for example.
pub const UNSUITED: &[(Precaution, &[&str])] = &[
    (Precaution::SpinalFusion, &["pelvic-tilt", "cat-camel", "open-book"]),
    (Precaution::PelvicGirdlePain, &["clamshell", "side-lying-hip-abduction"]),
];

/// What a goal, or a movement somebody avoids out of worry, calls for. Other activities call for nothing of their own.
#[rustfmt::skip]
pub const GOALS: &[(Activity, Row)] = &[
    (Activity::Sitting, row("goal-sitting",
        &[u("seated-weight-shift", 6), u("open-book", 5), u("seated-glute-squeeze", 3)],
        &["shifting-prevents", "opposite-movement-eases"])),
    (Activity::Driving, row("goal-driving",
        &[u("seated-weight-shift", 5), u("seated-glute-squeeze", 5), u("open-book", 5)],
        &["shifting-prevents", "squeeze-wakes-seat", "opposite-movement-eases"])),
    (Activity::BendingForward, row("goal-bending", &[u("hip-hinge", 8), u("cat-camel", 4)], &["hinge-shares-load"])),
    (Activity::Lifting, row("goal-lifting", &[u("hip-hinge", 8), u("sit-to-stand", 5)], &["hinge-shares-load"])),
    (Activity::Walking, row("goal-walking",
        &[u("walking-programme", 6), u("side-lying-hip-abduction", 4), u("glute-bridge", 4)],
        &["walking-delays-next-episode"])),
    (Activity::Running, row("goal-running",
        &[u("walking-programme", 6), u("single-leg-balance", 5), u("side-lying-hip-abduction", 4)],
        &["walking-delays-next-episode"])),
    (Activity::Standing, row("goal-standing",
        &[u("glute-bridge", 4), u("pelvic-tilt", 5), u("single-leg-balance", 3)], STRONGER)),
    (Activity::Stairs, row("goal-stairs", &[u("sit-to-stand", 6), u("step-up", 5), u("glute-bridge", 3)],
        &["standing-up-strengthens-legs", "stronger-hips-help"])),
    (Activity::RisingFromSitting, row("goal-rising", &[u("sit-to-stand", 8)], &["standing-up-strengthens-legs"])),
    (Activity::Twisting, row("goal-twisting", &[u("open-book", 6)], EASIER)),
];

/// The row of a key in one of the tables above.
#[must_use]
pub fn row_of<K: PartialEq>(rows: &[(K, Row)], key: &K) -> Option<Row> {
    rows.iter().find(|(known, _)| known == key).map(|(_, row)| *row)
}

/// Every row there is, for checks over the whole table.
pub fn every_row() -> impl Iterator<Item = Row> {
    EACH_WEEK
        .into_iter()
        .chain(LEAD.into_iter().map(|(_, row)| row))
        .chain(DIRECTION.into_iter().map(|(_, row)| row))
        .chain([NERVE])
        .chain(SUITS.iter().map(|(_, row)| *row))
        .chain(GOALS.iter().map(|(_, row)| *row))
        .chain(FOUND.iter().map(|(_, row)| *row))
        .chain(NORMAL.iter().map(|(_, row)| *row))
}

/// What a finding calls for whatever pattern leads.
#[rustfmt::skip]
pub const FOUND: &[(&str, Row)] = &[
    ("sit-to-stand-low", row("legs-low", &[u("sit-to-stand", 6)], &["standing-up-strengthens-legs"])),
    ("single-leg-stance-difference", row("steadiness-differs", &[u("single-leg-balance", 5)], &["steadier-on-one-leg"])),
    ("pelvis-drops-one-side", row("side-hip-drops", &[u("side-lying-hip-abduction", 6), u("clamshell", 4)],
        &["side-hip-weaker-with-pain", "loads-hip-side"])),
    ("side-lying-abduction-difference", row("side-hip-differs", &[u("side-lying-hip-abduction", 7), u("clamshell", 4)],
        &["side-hip-weaker-with-pain", "loads-hip-side"])),
];

/// Which structures a finding says are short. Only what is listed here, and found, is ever lengthened.
pub const SHORT: &[(&str, &[&str])] = &[
    ("thomas-thigh", &["psoas-major", "iliacus"]),
    ("thomas-thigh-difference", &["psoas-major", "iliacus"]),
    ("thomas-knee-difference", &["rectus-femoris"]),
    ("knee-extension-short", &["hamstrings"]),
    ("knee-extension-difference", &["hamstrings"]),
    ("straight-leg-raise-difference", &["hamstrings"]),
    ("forward-bend-short", &["hamstrings"]),
    ("hip-internal-rotation-low", &["deep-hip-rotators", "posterior-hip-capsule"]),
    ("hip-internal-rotation-difference", &["deep-hip-rotators", "posterior-hip-capsule"]),
    ("hip-rotation-difference", &["deep-hip-rotators", "posterior-hip-capsule"]),
    ("figure-four-difference", &["piriformis", "deep-hip-rotators"]),
];

/// The rule under which something measured short is lengthened.
pub const MEASURED_SHORT: &str = "measured-short";
/// The rule under which something stands in for an exercise that cannot be done and lengthens the same muscle.
pub const INSTEAD: &str = "lengthens-the-same";
/// Points for lengthening something measured short.
pub const MEASURED_SHORT_POINTS: i32 = 4;
/// Claims of lengthening.
pub const LENGTHENING_CLAIMS: &[&str] = &["stretching-gives-range"];

/// Tests that came out normal, by the finding they would have given, and what is strengthened instead of lengthened.
#[rustfmt::skip]
pub const NORMAL: &[(&str, Row)] = &[
    ("thomas-thigh", row("tests-normal", &[u("dead-bug", 4), u("glute-bridge", 4)], STRONGER)),
    ("knee-extension-short", row("tests-normal", &[u("glute-bridge", 4), u("hip-hinge", 4)], STRONGER)),
    ("hip-internal-rotation-low", row("tests-normal", &[u("clamshell", 4), u("side-lying-hip-abduction", 4)], STRONGER)),
];

/// The rule behind an exercise the person likes, and its points.
pub const PREFERRED: (&str, i32) = ("you-like-it", 6);

/// Points an exercise loses for each thing it asks that makes this person's pain worse.
pub const PROVOKES: i32 = 6;
/// Points an exercise must have, beyond what every week holds, to be added to the first three.
pub const WORTH_ADDING: i32 = 5;
