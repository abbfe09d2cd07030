//! The safety questions: what each may be answered with, in order of caution, and whether it must be answered.
//!
//! The order of the values is a promise: a later value is never less urgent than an earlier one, and every rule
//! asks "at least this value". The words of the questions are texts: `question-E1`, `question-E1-help`,
//! `question-E5-value-severe`.

use counterpose_quantity as quantity;

use crate::intake::format::word;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A safety question. E: is this an emergency? S: is it urgent? C: should a clinician see it first? P: heart
    /// and lungs.
    QuestionId {
        /// Numbness around the saddle.
        E1 = "E1",
        /// Bladder or bowel no longer work as they did.
        E2 = "E2",
        /// Sexual feeling or function newly lost.
        E3 = "E3",
        /// Both legs newly affected.
        E4 = "E4",
        /// A leg or foot getting weaker.
        E5 = "E5",
        /// Sudden severe pain with faintness, or a known aneurysm with new pain.
        E6 = "E6",
        /// A serious fall or crash with severe pain.
        E7 = "E7",
        /// A hip that no longer carries.
        E8 = "E8",
        /// Severe pain with fever and feeling very ill.
        E9 = "E9",
        /// A cold pale leg, chest pain, or a swollen calf.
        E10 = "E10",
        /// Testicle pain, or pelvic pain or bleeding in pregnancy.
        E11 = "E11",
        /// Newly unsteady, heavy or clumsy legs or hands.
        E12 = "E12",
        /// Cancer now or before.
        S1 = "S1",
        /// Band-like, unrelenting pain.
        S2 = "S2",
        /// Signs of, or a risk for, an infection of the spine or hip.
        S3 = "S3",
        /// Pain after a small bump in somebody whose bones may be thin.
        S4 = "S4",
        /// Groin pain that builds with running or hopping.
        S5 = "S5",
        /// Signs of a kidney infection or stone.
        S6 = "S6",
        /// A one-sided rash with the pain.
        S7 = "S7",
        /// Blood thinners with new severe pain or a weak leg.
        S8 = "S8",
        /// An accident in the last six weeks that nobody has examined.
        S9 = "S9",
        /// Weight loss or tiredness without a reason.
        C1 = "C1",
        /// Signs of an inflamed spine.
        C2 = "C2",
        /// Deep groin pain with a risk for the bone of the hip.
        C3 = "C3",
        /// Pain below the knee with numbness or weakness.
        C4 = "C4",
        /// Legs that grow heavy with walking and ease with sitting.
        C5 = "C5",
        /// The first back pain ever, later in life.
        C6 = "C6",
        /// Surgery within twelve weeks, or a surgeon's limits.
        C7 = "C7",
        /// Pregnant, or gave birth lately.
        C8 = "C8",
        /// No better after six weeks of the plan; worked out from the diary, never asked.
        C9 = "C9",
        /// Constant, steadily worse, eased by nothing.
        C10 = "C10",
        /// Chest pain on effort, fainting, heart or lungs not under control.
        P1 = "P1",
    }
}
word! { QuestionId }

/// The blocks of the screening, by what they may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// E: emergencies.
    Emergency,
    /// S: see somebody the same day.
    SameDay,
    /// C: a clinician first, or an adapted start.
    Clinician,
    /// P: heart and lungs.
    Heart,
}

/// The values of a plain yes-or-no question.
const YES_NO: &[&str] = &["no", "yes"];

impl QuestionId {
    /// What it may be answered with, from the least to the most cautious; `no` is always the first.
    ///
    /// C2 is answered with a record; its three levels say what the record amounts to.
    #[must_use]
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Self::E5 => &["no", "new-and-stable", "severe", "worsening"],
            Self::E10 => &["no", "calf", "limb-or-chest"],
            Self::S1 => &["no", "history-only", "history-and-new-pain"],
            Self::S2 => &["no", "pain-only", "with-unsteadiness"],
            Self::S4 => &["no", "mild", "new-or-severe"],
            Self::C2 => &["no", "three-features", "four-features"],
            Self::C4 => &["no", "known-and-stable", "never-examined"],
            Self::C5 => &["no", "known", "first-time"],
            Self::C8 => &["no", "uncomplicated", "complicated"],
            Self::C9 => &["no", "no-better", "worse"],
            _ => YES_NO,
        }
    }

    /// Whether it is answered with plain yes or no (true or false in files).
    #[must_use]
    pub fn is_yes_no(self) -> bool {
        self.values() == YES_NO
    }

    /// Its block.
    #[must_use]
    pub const fn block(self) -> Block {
        match self {
            Self::E1
            | Self::E2
            | Self::E3
            | Self::E4
            | Self::E5
            | Self::E6
            | Self::E7
            | Self::E8
            | Self::E9
            | Self::E10
            | Self::E11
            | Self::E12 => Block::Emergency,
            Self::S1
            | Self::S2
            | Self::S3
            | Self::S4
            | Self::S5
            | Self::S6
            | Self::S7
            | Self::S8
            | Self::S9 => Block::SameDay,
            Self::P1 => Block::Heart,
            _ => Block::Clinician,
        }
    }

    /// Whether there is no plan without an answer: all of E and S, C7, C8, C10 and P1.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self.block(), Block::Emergency | Block::SameDay | Block::Heart)
            || matches!(self, Self::C7 | Self::C8 | Self::C10)
    }

    /// The position of a value in the order of caution.
    #[must_use]
    pub fn level(self, value: &str) -> Option<u8> {
        let position = self.values().iter().position(|known| *known == value)?;
        u8::try_from(position).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_begins_with_no_and_names_its_values_once() {
        for &question in QuestionId::ALL {
            let values = question.values();
            assert_eq!(values.first(), Some(&"no"), "{question}");
            for value in values {
                assert_eq!(values.iter().filter(|other| *other == value).count(), 1, "{question} {value}");
            }
        }
        assert_eq!(QuestionId::ALL.len(), 12 + 9 + 10 + 1);
    }

    #[test]
    fn the_required_answers_are_those_of_the_rules() {
        let required: Vec<&str> =
            QuestionId::ALL.iter().filter(|question| question.is_required()).map(|q| q.as_str()).collect();
        assert_eq!(
            required,
            [
                "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12", "S1", "S2", "S3",
                "S4", "S5", "S6", "S7", "S8", "S9", "C7", "C8", "C10", "P1"
            ]
        );
    }
}
