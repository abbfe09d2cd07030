//! From answers to a total.
//!
//! What was not answered is not guessed: where a published rule says how blanks count, it is followed; elsewhere a
//! total needs its answers.

use counterpose_quantity::RatingScore;
use serde::{Deserialize, Serialize};

use super::instrument::{Instrument, InstrumentId, Words};

/// Statements of the Roland-Morris questionnaire.
pub const ROLAND_MORRIS_STATEMENTS: u8 = 24;
/// How many activities of their own a person rates.
pub const MOST_ACTIVITIES: usize = 5;

/// What is wrong with answers or a typed total.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoreError {
    /// A statement that does not exist.
    #[error("statement {0} does not exist: there are 1 to 24")]
    Statement(u8),
    /// No activity, or too many.
    #[error("rate 1 to 5 activities, not {0}")]
    Activities(usize),
    /// A total outside the range of its instrument.
    #[error("{id} goes from {min} to {max}, not {given}")]
    Range {
        /// The instrument.
        id: InstrumentId,
        /// Its lowest total, as text.
        min: String,
        /// Its highest.
        max: String,
        /// What was typed.
        given: String,
    },
    /// Totals of this instrument come from its own questions.
    #[error("{0} is asked here, question by question; a total is not typed in")]
    AskedHere(InstrumentId),
}

/// A total from a clinic, checked: licensed instruments are never asked here.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Typed", into = "Typed")]
pub struct ClinicTotal {
    id: InstrumentId,
    total: f64,
}

/// As it stands in files.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Typed {
    instrument: InstrumentId,
    total: f64,
}

impl ClinicTotal {
    /// Keeps a total that somebody else counted.
    ///
    /// # Errors
    /// Where it lies outside the instrument's range, or the instrument is asked here.
    pub fn new(id: InstrumentId, total: f64) -> Result<Self, ScoreError> {
        let row = id.row();
        if row.words != Words::Licensed && id != InstrumentId::RolandMorris {
            return Err(ScoreError::AskedHere(id));
        }
        in_range(row, total)?;
        Ok(Self { id, total })
    }

    /// Which instrument.
    #[must_use]
    pub const fn instrument(&self) -> InstrumentId {
        self.id
    }

    /// The total.
    #[must_use]
    pub const fn total(&self) -> f64 {
        self.total
    }
}

impl TryFrom<Typed> for ClinicTotal {
    type Error = ScoreError;

    fn try_from(typed: Typed) -> Result<Self, ScoreError> {
        Self::new(typed.instrument, typed.total)
    }
}

impl From<ClinicTotal> for Typed {
    fn from(total: ClinicTotal) -> Self {
        Self { instrument: total.id, total: total.total }
    }
}

/// Whether a total lies in the range of its instrument.
///
/// # Errors
/// Names the instrument and its range.
pub fn in_range(row: &Instrument, total: f64) -> Result<(), ScoreError> {
    if total.is_finite() && (row.min..=row.max).contains(&total) {
        return Ok(());
    }
    Err(ScoreError::Range {
        id: row.id,
        min: row.min.to_string(),
        max: row.max.to_string(),
        given: total.to_string(),
    })
}

/// The Roland-Morris total: the number of different statements ticked; a blank counts as none, as published.
///
/// # Errors
/// A statement that does not exist.
pub fn roland_morris(ticked: &[u8]) -> Result<f64, ScoreError> {
    let mut seen = [false; ROLAND_MORRIS_STATEMENTS as usize];
    for &statement in ticked {
        let place = usize::from(statement).checked_sub(1).and_then(|index| seen.get_mut(index));
        *place.ok_or(ScoreError::Statement(statement))? = true;
    }
    Ok(seen.iter().map(|&ticked| f64::from(u8::from(ticked))).sum())
}

/// The mean over the person's own activities, each 0 (unable) to 10 (as before).
///
/// # Errors
/// No activity, or more than five.
pub fn own_activities(ratings: &[RatingScore]) -> Result<f64, ScoreError> {
    mean(ratings).filter(|_| ratings.len() <= MOST_ACTIVITIES).ok_or(ScoreError::Activities(ratings.len()))
}

/// The mean of how much pain got in the way of general activity, enjoyment and sleep; `None` without an answer.
#[must_use]
pub fn interference(ratings: &[RatingScore]) -> Option<f64> {
    mean(ratings)
}

fn mean(ratings: &[RatingScore]) -> Option<f64> {
    let sum: f64 = ratings.iter().map(|rating| f64::from(rating.get())).sum();
    (!ratings.is_empty()).then(|| sum / ratings.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roland_morris_counts_each_statement_once() {
        assert_eq!(roland_morris(&[]), Ok(0.0));
        assert_eq!(roland_morris(&[1, 24, 24, 7]), Ok(3.0));
        assert_eq!(roland_morris(&(1..=24).collect::<Vec<u8>>()), Ok(24.0));
        assert_eq!(roland_morris(&[0]), Err(ScoreError::Statement(0)));
        assert_eq!(roland_morris(&[25]), Err(ScoreError::Statement(25)));
    }

    #[test]
    fn activities_are_averaged_and_none_is_none() {
        let rating = |value| RatingScore::new(value).unwrap();
        assert_eq!(own_activities(&[rating(4), rating(7), rating(10)]), Ok(7.0));
        assert_eq!(own_activities(&[]), Err(ScoreError::Activities(0)));
        assert_eq!(own_activities(&[rating(1); 6]), Err(ScoreError::Activities(6)));
        assert_eq!(interference(&[]), None);
    }

    #[test]
    fn totals_from_a_clinic_are_held_to_their_range() {
        assert_eq!(ClinicTotal::new(InstrumentId::Oswestry, 42.0).map(|it| it.total()), Ok(42.0));
        let error = ClinicTotal::new(InstrumentId::Oswestry, 101.0).unwrap_err();
        assert_eq!(error.to_string(), "oswestry goes from 0 to 100, not 101");
        assert!(ClinicTotal::new(InstrumentId::PromisPhysicalFunction, f64::NAN).is_err());
        assert_eq!(
            ClinicTotal::new(InstrumentId::PainAverage, 3.0),
            Err(ScoreError::AskedHere(InstrumentId::PainAverage))
        );
        let text = r#"{"instrument":"eq-5d","total":1.5}"#;
        assert!(serde_json::from_str::<ClinicTotal>(text).is_err());
        let fine: ClinicTotal = serde_json::from_str(r#"{"instrument":"eq-5d","total":0.7}"#).unwrap();
        assert_eq!(serde_json::to_string(&fine).unwrap(), r#"{"instrument":"eq-5d","total":0.7}"#);
    }
}
