//! The sections of the answers, as the journal names them.

use crate::payload::{Answers, Payload};
use serde_json::Value;

/// A section of the answers. The journal's names are the intake's, but `profile` is the intake's `person`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Birth year, sex, country.
    Profile,
    /// Safety questions.
    Screening,
    /// What a clinician cleared.
    Clearances,
    /// Conditions to take care with.
    Precautions,
    /// Where it hurts and how.
    Complaint,
    /// How easily it is stirred up.
    Irritability,
    /// Sitting, driving, activity.
    Life,
    /// Measured values.
    Measures,
    /// What the person wants back.
    Goals,
    /// Time, things and places at hand.
    Means,
}

impl Section {
    /// Every section, in the intake's order.
    pub const ALL: [Self; 10] = [
        Self::Profile,
        Self::Screening,
        Self::Clearances,
        Self::Precautions,
        Self::Complaint,
        Self::Irritability,
        Self::Life,
        Self::Measures,
        Self::Goals,
        Self::Means,
    ];

    /// The journal's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            other => other.intake_key(),
        }
    }

    /// The key of the intake that shows it.
    #[must_use]
    pub const fn intake_key(self) -> &'static str {
        match self {
            Self::Profile => "person",
            Self::Screening => "screening",
            Self::Clearances => "clearances",
            Self::Precautions => "precautions",
            Self::Complaint => "complaint",
            Self::Irritability => "irritability",
            Self::Life => "life",
            Self::Measures => "measures",
            Self::Goals => "goals",
            Self::Means => "means",
        }
    }

    /// The section with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == name)
    }

    /// Answers to the whole section, given today in the intake's words (ages and weeks become years and dates).
    #[must_use]
    pub fn answers(self, intake_value: Value, today: jiff::civil::Date) -> Payload {
        self.payload(intake_value, today, false)
    }

    /// Answers to a part of the section: only the keys given change (`null` takes one away); items are added to a
    /// list.
    #[must_use]
    pub fn part(self, intake_value: Value, today: jiff::civil::Date) -> Payload {
        self.payload(intake_value, today, true)
    }

    fn payload(self, intake_value: Value, today: jiff::civil::Date, part: bool) -> Payload {
        let value = crate::dated::to_stored(self, intake_value, today);
        Payload::Answers(Answers { section: self.as_str().to_owned(), value, part })
    }
}
