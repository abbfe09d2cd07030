//! Which activity a goal is about.
//!
//! The person may say it; otherwise plain English words in the goal decide, as far as they say anything. A goal whose
//! activity nobody knows is kept and served by the whole plan.

use crate::intake::{Activity, Goal, Intake};

/// Word beginnings that speak of an activity.
const WORDS: &[(&str, Activity)] = &[
    ("driv", Activity::Driving),
    ("car", Activity::Driving),
    ("commut", Activity::Driving),
    ("sit", Activity::Sitting),
    ("desk", Activity::Sitting),
    ("cinema", Activity::Sitting),
    ("flight", Activity::Sitting),
    ("bend", Activity::BendingForward),
    ("sock", Activity::BendingForward),
    ("shoe", Activity::BendingForward),
    ("garden", Activity::BendingForward),
    ("lift", Activity::Lifting),
    ("carry", Activity::Lifting),
    ("grocer", Activity::Lifting),
    ("grand", Activity::Lifting),
    ("walk", Activity::Walking),
    ("hik", Activity::Walking),
    ("dog", Activity::Walking),
    ("run", Activity::Running),
    ("jog", Activity::Running),
    ("stand", Activity::Standing),
    ("cook", Activity::Standing),
    ("queue", Activity::Standing),
    ("stair", Activity::Stairs),
    ("climb", Activity::Stairs),
    ("turn", Activity::Twisting),
    ("golf", Activity::Twisting),
];

/// Words that begin like one of the above and mean something else.
const NOT: &[&str] = &["care", "careful", "carefully", "card", "cards", "carry", "carrying", "carpet"];

/// The activity of a goal; `None` where neither the person nor the words say.
#[must_use]
pub fn activity(goal: &Goal) -> Option<Activity> {
    goal.kind.or_else(|| {
        let text = goal.activity.to_lowercase();
        text.split(|c: char| !c.is_alphanumeric()).find_map(|word| {
            WORDS
                .iter()
                .filter(|(begins, activity)| {
                    *activity != Activity::Driving || *begins != "car" || !NOT.contains(&word)
                })
                .find(|(begins, _)| word.starts_with(begins))
                .map(|(_, activity)| *activity)
        })
    })
}

/// Every goal whose activity is known, by its position.
pub fn activities(intake: &Intake) -> impl Iterator<Item = (usize, Activity)> {
    intake.goals.iter().enumerate().filter_map(|(index, goal)| activity(goal).map(|found| (index, found)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(words: &str, kind: Option<Activity>) -> Goal {
        Goal {
            activity: words.to_owned(),
            now_0_10: None,
            target_0_10: None,
            by_weeks: None,
            tolerance_minutes: None,
            kind,
        }
    }

    #[test]
    fn words_say_what_a_goal_is_about_and_the_person_stands_above_them() {
        let cases = [
            ("drive 90 minutes", Some(Activity::Driving)),
            ("Sit through a film", Some(Activity::Sitting)),
            ("take care of my mother", None),
            ("carry the shopping", Some(Activity::Lifting)),
            ("put on socks", Some(Activity::BendingForward)),
            ("sleep through", None),
        ];
        for (words, expected) in cases {
            assert_eq!(activity(&goal(words, None)), expected, "{words}");
        }
        assert_eq!(activity(&goal("drive", Some(Activity::Walking))), Some(Activity::Walking));
    }
}
