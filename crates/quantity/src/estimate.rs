//! What was measured, how, and how far it can be trusted.

use serde::{Deserialize, Serialize};

use crate::{Mirror, Side};

/// How a number was obtained. Numbers of different methods are never compared as if they were one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The phone's tilt sensor, strapped to thigh or shin.
    PhoneInclinometer,
    /// A goniometer in somebody's hands.
    Goniometer,
    /// Key points found in a picture.
    Camera,
    /// A tape measure.
    Tape,
    /// A stopwatch.
    Stopwatch,
    /// An estimate by looking or feeling.
    ByEye,
}

/// A number with its error: `value` and `error` carry the same unit, named by whoever holds the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The median of the repeats.
    pub value: f64,
    /// The smallest change that is more than noise (minimal detectable change), same unit as `value`.
    pub error: f64,
    /// How many repeats the value rests on.
    pub repeats: u32,
}

impl Estimate {
    /// Whether this estimate and another of the same method differ by more than the larger error.
    #[must_use]
    pub fn differs_from(&self, other: &Self) -> bool {
        (self.value - other.value).abs() > self.error.max(other.error)
    }
}

/// Why there is no number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotObservable {
    /// What stood in the way, in plain words.
    pub why: String,
}

/// One measurement of one side, or of the whole body where `side` is absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The test's identifier.
    pub test: String,
    /// The side measured; absent where the test has none.
    pub side: Option<Side>,
    /// How it was measured.
    pub method: Method,
    /// The version of the method: a change of result is a new version.
    pub method_version: u16,
    /// The number and its error.
    pub estimate: Estimate,
}

impl Mirror for Measure {
    fn mirror(self) -> Self {
        Self { side: self.side.mirror(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_inside_the_error_is_none() {
        let left = Estimate { value: 30.0, error: 5.4, repeats: 3 };
        let right = Estimate { value: 35.0, error: 5.4, repeats: 3 };
        assert!(!left.differs_from(&right));
        assert!(left.differs_from(&Estimate { value: 35.5, ..right }));
    }
}
