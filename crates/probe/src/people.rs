//! The fixed answers the digest is taken over: different people, so that most rules have something to say.

use counterpose_coach::intake::{self, Answer, Intake};
use counterpose_coach::screening::QuestionId;

/// Answers as a person's file would hold them.
const ANSWERS: &[&str] = &[
    r#"{"format":1,"as_of":"2026-11-22","screening":{}}"#,
    r#"{"format":1,"as_of":"2026-11-22","person":{"age":42,"sex":"female","country":"GB"},"screening":{"E1":false,"E5":"no"},
        "complaint":{"side":"left","sites":["low-back","buttock"],"pain_now":4,"pain_average_week":5,"duration_weeks":20,
        "worse_with":["sitting","driving"],"better_with":["walking"],"leg_symptoms":"none","morning_stiffness_minutes":20,
        "one_sided_tasks":["mouse"],"eased_by_leaving_the_car":true,"old_injury_side":"none"},
        "irritability":{"brought_on_by":"moderate","settles":"hours"},
        "life":{"sitting_hours_per_day":9,"driving_hours_per_day":1.5,"active_minutes_per_week":60,"pedal_foot":"right","gearbox":"automatic"},
        "means":{"minutes_per_session":15,"sessions_per_day":2,"equipment":["band","block","chair","wall"],"can_kneel":true,"can_lie_on_floor":true,"can_lie_on_bed":true}}"#,
    r#"{"format":1,"as_of":"2026-11-22","person":{"age":71,"sex":"male","country":"DE"},"screening":{"E1":false},
        "precautions":[{"id":"osteoporosis"},{"id":"poor-balance"}],
        "complaint":{"side":"right","sites":["groin"],"pain_now":3,"pain_average_week":3,"duration_weeks":60}}"#,
    r#"{"format":1,"as_of":"2026-11-22","person":{"age":35,"sex":"unspecified"},"screening":{"E1":true}}"#,
    r#"{"format":1,"as_of":"2026-11-22","person":{"age":16},"screening":{}}"#,
    r#"{"format":1,"as_of":"2026-11-22","person":{"age":51,"sex":"male"},"screening":{"C2":{"started_before_45":true,"months":6,"features":["better-with-movement","wakes-second-half-of-night"]}},
        "precautions":[{"id":"spinal-fusion","weeks_since":60,"cleared_by_clinician":true,"symptom_free":true}],
        "life":{"driving_hours_per_day":6}}"#,
];

/// The same people, read; where something of the screening is answered, the rest of it is answered no. One that
/// cannot be read is given back as the reason, which then changes the digest.
pub fn people() -> Vec<Result<Intake, String>> {
    ANSWERS.iter().map(|text| intake::parse(text).map(answered).map_err(|error| error.to_string())).collect()
}

fn answered(mut intake: Intake) -> Intake {
    if intake.screening.iter().next().is_some() {
        for &question in QuestionId::ALL {
            if !intake.screening.has(question) {
                intake.screening.set(question, Answer::Level(0));
            }
        }
    }
    intake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_get_a_plan_and_some_do_not() {
        let plans = people().into_iter().filter(|person| {
            let person = person.as_ref().unwrap();
            counterpose_coach::check::check(person, counterpose_content::library()).plan.is_some()
        });
        assert_eq!(plans.count(), 3);
    }

    #[test]
    fn everybody_can_be_read() {
        for person in people() {
            person.unwrap();
        }
    }
}
