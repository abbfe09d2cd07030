//! Which questions to ask, in which order and groups, and when the whole block is due again.

use counterpose_quantity as quantity;
use quantity::PainScore;

use super::QuestionId::{
    self, C1, C2, C3, C4, C5, C6, C7, C8, C10, E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12, P1, S1, S2,
    S3, S4, S5, S6, S7, S8, S9,
};
use crate::intake::{Intake, LegSymptoms, Sex};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A group of questions that fits one phone screen, with one button "none of these".
    Group {
        /// Bladder, bowels, both legs, weakness: always asked first.
        Nerves = "nerves",
        /// What came suddenly.
        Sudden = "sudden",
        /// What goes with the pain lately.
        Lately = "lately",
        /// Health in general.
        Health = "health",
        /// The story of the pain.
        Story = "story",
    }
}

/// The groups and their questions, in the order of asking.
const GROUPS: &[(Group, &[QuestionId])] = &[
    (Group::Nerves, &[E1, E2, E3, E4, E5, E12]),
    (Group::Sudden, &[E6, E7, E8, E9, E10, E11, S8]),
    (Group::Lately, &[S2, S3, S4, S5, S6, S7, S9]),
    (Group::Health, &[S1, C1, C10, C3, C7, C8, P1]),
    (Group::Story, &[C2, C4, C5, C6]),
];

/// From this age on nobody is asked about pregnancy.
const PREGNANCY_UNTIL_AGE: u8 = 60;
/// Back pain of an inflamed spine begins before this age.
const EARLY_ONSET_AGE: f64 = 45.0;
/// And lasts longer than this.
const LASTING_WEEKS: f64 = 13.0;
const WEEKS_PER_YEAR: f64 = 52.0;
/// A first back pain later than this is asked about.
const LATE_FIRST_PAIN_AGE: u8 = 65;

/// What is known before asking; what is not known leaves a question in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// Age in years.
    pub age: Option<u8>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Weeks it has hurt.
    pub duration_weeks: Option<f64>,
    /// What goes down the leg.
    pub leg_symptoms: Option<LegSymptoms>,
}

impl Asked {
    /// What an intake tells.
    #[must_use]
    pub fn of(intake: &Intake) -> Self {
        let person = intake.person.as_ref();
        let complaint = intake.complaint.as_ref();
        Self {
            age: person.and_then(|person| person.age).map(quantity::AgeYears::get),
            sex: person.and_then(|person| person.sex),
            duration_weeks: complaint.and_then(|c| c.duration_weeks).map(quantity::WeekCount::get),
            leg_symptoms: complaint.and_then(|complaint| complaint.leg_symptoms),
        }
    }

    /// Whether a question can apply to this person; where it cannot it counts as no.
    #[must_use]
    pub fn applies(&self, question: QuestionId) -> bool {
        let may_be_pregnant =
            self.sex != Some(Sex::Male) && self.age.is_none_or(|age| age < PREGNANCY_UNTIL_AGE);
        match question {
            E11 => self.sex != Some(Sex::Female) || may_be_pregnant,
            C8 => may_be_pregnant,
            C2 => self.may_have_begun_early(),
            C4 => self.leg_symptoms.is_none_or(LegSymptoms::below_knee),
            C5 => self.leg_symptoms != Some(LegSymptoms::None),
            C6 => self.age.is_none_or(|age| age > LATE_FIRST_PAIN_AGE),
            QuestionId::C9 => false,
            _ => true,
        }
    }

    fn may_have_begun_early(&self) -> bool {
        if self.duration_weeks.is_some_and(|weeks| weeks <= LASTING_WEEKS) {
            return false;
        }
        match (self.age, self.duration_weeks) {
            (Some(age), Some(weeks)) => f64::from(age) - weeks / WEEKS_PER_YEAR < EARLY_ONSET_AGE,
            _ => true,
        }
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes, no or not sure.
    YesNo,
    /// One of several values, in order of caution, or not sure. Their texts are `question-E5-value-<value>`.
    Choice(&'static [&'static str]),
    /// The record of C2: since when, how long, and a list of features (`question-C2-feature-<feature>`).
    EarlyBackPain,
}

/// A question to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which one.
    pub id: QuestionId,
    /// The screen it belongs to; its title is the text `group-<group>`.
    pub group: Group,
    /// How it is answered.
    pub kind: Kind,
    /// Whether there is no plan without an answer.
    pub required: bool,
    /// The text of the question.
    pub text: String,
    /// The text that explains it.
    pub help: String,
}

fn question(id: QuestionId, group: Group, asked: &Asked) -> Question {
    let kind = match id {
        C2 => Kind::EarlyBackPain,
        _ if id.is_yes_no() => Kind::YesNo,
        _ => Kind::Choice(id.values()),
    };
    let text = match (id, asked.sex) {
        (E11, Some(Sex::Male)) => "question-E11-male".to_owned(),
        (E11, Some(Sex::Female)) => "question-E11-female".to_owned(),
        _ => format!("question-{id}"),
    };
    Question { id, group, kind, required: id.is_required(), text, help: format!("question-{id}-help") }
}

/// The questions that can apply, in the order of asking, group after group.
#[must_use]
pub fn questions(asked: &Asked) -> Vec<Question> {
    let all = GROUPS.iter().flat_map(|(group, ids)| ids.iter().map(move |id| (*group, *id)));
    all.filter(|(_, id)| asked.applies(*id)).map(|(group, id)| question(id, group, asked)).collect()
}

/// The list behind the check-in's one line "anything new from this list?": what may be an emergency.
#[must_use]
pub fn emergency_list(asked: &Asked) -> Vec<Question> {
    let mut list = questions(asked);
    list.retain(|question| question.id.block() == super::Block::Emergency || question.id == S8);
    list
}

/// What has happened since the whole block was last answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SinceLastScreening {
    /// Days since.
    pub days: u32,
    /// Whether the person fell.
    pub fall: bool,
    /// Pain at the last check-in.
    pub pain_before: Option<PainScore>,
    /// Pain now.
    pub pain_now: Option<PainScore>,
    /// What went down the leg at the last check-in.
    pub leg_before: Option<LegSymptoms>,
    /// What goes down the leg now.
    pub leg_now: Option<LegSymptoms>,
    /// Whether a flare began since.
    pub flare: bool,
}

vocabulary! {
    /// Why the whole block is due again. The text is `due-<reason>`.
    DueBecause {
        /// Two weeks have passed.
        TwoWeeks = "two-weeks",
        /// A fall.
        Fall = "fall",
        /// Pain three or more above the last.
        MorePain = "more-pain",
        /// New symptoms in the leg.
        LegSymptoms = "leg-symptoms",
        /// A flare.
        Flare = "flare",
    }
}

/// Days after which the whole block is asked again.
const BLOCK_EVERY_DAYS: u32 = 14;
/// Points of pain above the last that bring the whole block back.
const PAIN_RISE: u8 = 3;

/// Why the whole block is due again; empty while it is not.
#[must_use]
pub fn due(since: &SinceLastScreening) -> Vec<DueBecause> {
    let more_pain = match (since.pain_before, since.pain_now) {
        (Some(before), Some(now)) => now.get() >= before.get().saturating_add(PAIN_RISE),
        _ => false,
    };
    let new_leg = since.leg_now.is_some_and(|now| now > since.leg_before.unwrap_or(LegSymptoms::None));
    [
        (since.days >= BLOCK_EVERY_DAYS, DueBecause::TwoWeeks),
        (since.fall, DueBecause::Fall),
        (more_pain, DueBecause::MorePain),
        (new_leg, DueBecause::LegSymptoms),
        (since.flare, DueBecause::Flare),
    ]
    .into_iter()
    .filter_map(|(holds, because)| holds.then_some(because))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_but_the_derived_one_stands_in_exactly_one_group_of_at_most_seven() {
        for &id in QuestionId::ALL {
            let times = GROUPS.iter().flat_map(|(_, ids)| ids.iter()).filter(|&&listed| listed == id).count();
            assert_eq!(times, usize::from(id != QuestionId::C9), "{id}");
        }
        assert!(GROUPS.iter().all(|(_, ids)| ids.len() <= 7));
        assert!((4..=6).contains(&GROUPS.len()));
    }

    #[test]
    fn what_cannot_apply_is_not_asked_and_what_is_unknown_is() {
        let man = Asked { age: Some(40), sex: Some(Sex::Male), ..Asked::default() };
        assert!(man.applies(E11) && !man.applies(C8) && !man.applies(C6));
        let woman = Asked { age: Some(70), sex: Some(Sex::Female), ..Asked::default() };
        assert!(!woman.applies(E11) && !woman.applies(C8) && woman.applies(C6));
        let young = Asked { age: Some(59), sex: Some(Sex::Female), ..Asked::default() };
        assert!(young.applies(E11) && young.applies(C8));
        let legs = |leg_symptoms| Asked { leg_symptoms: Some(leg_symptoms), ..Asked::default() };
        assert!(!legs(LegSymptoms::None).applies(C4) && !legs(LegSymptoms::None).applies(C5));
        assert!(!legs(LegSymptoms::AboveKnee).applies(C4) && legs(LegSymptoms::AboveKnee).applies(C5));
        assert!(legs(LegSymptoms::BelowKneePain).applies(C4));
        let lasting = |age, weeks| Asked { age: Some(age), duration_weeks: Some(weeks), ..Asked::default() };
        assert!(!lasting(30, 13.0).applies(C2) && lasting(30, 14.0).applies(C2));
        assert!(!lasting(60, 52.0).applies(C2) && lasting(60, 52.0 * 16.0).applies(C2));
        let unknown = Asked::default();
        assert!(QuestionId::ALL.iter().all(|&id| unknown.applies(id) || id == QuestionId::C9));
    }

    #[test]
    fn the_block_is_due_at_two_weeks_a_fall_more_pain_or_a_new_leg() {
        let calm = SinceLastScreening {
            days: 13,
            pain_before: PainScore::new(4).ok(),
            pain_now: PainScore::new(6).ok(),
            leg_before: Some(LegSymptoms::AboveKnee),
            leg_now: Some(LegSymptoms::AboveKnee),
            ..SinceLastScreening::default()
        };
        assert_eq!(due(&calm), []);
        assert_eq!(due(&SinceLastScreening { days: 14, ..calm }), [DueBecause::TwoWeeks]);
        assert_eq!(due(&SinceLastScreening { fall: true, ..calm }), [DueBecause::Fall]);
        assert_eq!(due(&SinceLastScreening { flare: true, ..calm }), [DueBecause::Flare]);
        let worse = SinceLastScreening { pain_now: PainScore::new(7).ok(), ..calm };
        assert_eq!(due(&worse), [DueBecause::MorePain]);
        let lower = SinceLastScreening { leg_now: Some(LegSymptoms::BelowKneePain), ..calm };
        assert_eq!(due(&lower), [DueBecause::LegSymptoms]);
        let first_time = SinceLastScreening { leg_before: None, ..lower };
        assert_eq!(due(&first_time), [DueBecause::LegSymptoms]);
    }
}
