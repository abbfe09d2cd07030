//! Findings from answers about the pain and the day.

use super::{Finding, Origin};
use crate::intake::{Activity, Complaint, Intake, Life, OneSidedTask, Site};
use crate::vocabulary::Precaution;

/// From this many hours on a day counts as one of long sitting.
const LONG_SITTING_HOURS: f64 = 6.0;
/// From this many hours on driving counts.
const LONG_DRIVING_HOURS: f64 = 1.0;
/// Below this many minutes of brisk movement a week counts as low.
const LITTLE_ACTIVITY_MINUTES: f64 = 75.0;
/// Stiffness up to this long is ordinary after a night or a long sit.
const ORDINARY_STIFFNESS_MINUTES: f64 = 60.0;

/// Every finding from answers, in a fixed order.
pub fn findings(intake: &Intake) -> Vec<Finding> {
    let no_complaint = Complaint::default();
    let no_life = Life::default();
    let complaint = intake.complaint.as_ref().unwrap_or(&no_complaint);
    let life = intake.life.as_ref().unwrap_or(&no_life);
    let side = complaint.side.and_then(crate::intake::BodySide::one);
    let worse = |activity| complaint.worse_with.contains(&activity);
    let better = |activity| complaint.better_with.contains(&activity);
    let upright = worse(Activity::Standing) || worse(Activity::Walking) || worse(Activity::BendingBack);
    let folded = worse(Activity::Sitting) || worse(Activity::BendingForward) || worse(Activity::Driving);
    let leans = complaint.one_sided_tasks.contains(&OneSidedTask::SittingOnOneSide)
        || complaint.one_sided_tasks.contains(&OneSidedTask::StandingOnOneLeg);
    let stiff = complaint.morning_stiffness_minutes.map(|minutes| minutes.get());
    let fused = intake.precautions.iter().flatten().any(|entry| entry.id == Precaution::SpinalFusion);

    let all = [
        ("pain-upright-eased-by-sitting", upright && better(Activity::Sitting), "complaint.worse_with"),
        ("pain-only-folded", folded && !upright, "complaint.worse_with"),
        (
            "pain-bending-or-sitting-long",
            worse(Activity::Sitting) || worse(Activity::BendingForward),
            "complaint.worse_with",
        ),
        ("worse-on-drives", worse(Activity::Driving), "complaint.worse_with"),
        (
            "eased-by-leaving-the-car",
            complaint.eased_by_leaving_the_car == Some(true),
            "complaint.eased_by_leaving_the_car",
        ),
        ("eased-by-sitting", better(Activity::Sitting) && !folded, "complaint.better_with"),
        ("one-sided", side.is_some(), "complaint.side"),
        ("leans-to-one-side", leans, "complaint.one_sided_tasks"),
        ("groin-pain", complaint.sites.contains(&Site::Groin), "complaint.sites"),
        ("stairs-hurt", worse(Activity::Stairs), "complaint.worse_with"),
        (
            "nerve-signs-in-the-leg",
            complaint.leg_symptoms.is_some_and(crate::intake::LegSymptoms::below_knee),
            "complaint.leg_symptoms",
        ),
        (
            "stiff-after-rest",
            stiff.is_some_and(|minutes| minutes > 0.0 && minutes <= ORDINARY_STIFFNESS_MINUTES)
                || worse(Activity::RisingFromSitting),
            "complaint.morning_stiffness_minutes",
        ),
        (
            "stiff-for-long",
            stiff.is_some_and(|minutes| minutes > ORDINARY_STIFFNESS_MINUTES),
            "complaint.morning_stiffness_minutes",
        ),
        (
            "long-sitting",
            life.sitting_hours_per_day.is_some_and(|hours| hours.get() >= LONG_SITTING_HOURS),
            "life.sitting_hours_per_day",
        ),
        (
            "long-driving",
            life.driving_hours_per_day.is_some_and(|hours| hours.get() >= LONG_DRIVING_HOURS),
            "life.driving_hours_per_day",
        ),
        (
            "little-activity",
            life.active_minutes_per_week.is_some_and(|minutes| minutes.get() < LITTLE_ACTIVITY_MINUTES),
            "life.active_minutes_per_week",
        ),
        ("fused-spine", fused, "precautions"),
    ];
    let said = all.into_iter().filter(|(_, holds, _)| *holds);
    said.map(|(id, _, place)| Finding {
        id,
        side: if matches!(id, "one-sided" | "leans-to-one-side" | "worse-on-drives") { side } else { None },
        value: None,
        unit: None,
        error: None,
        meaningful: true,
        counted: true,
        from: Origin::Answer(place),
    })
    .collect()
}
