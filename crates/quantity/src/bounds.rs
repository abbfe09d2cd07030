//! The table of bounded clinical whole numbers: one line gives the type, its range, its error text and,
//! through [`OutOfRange`], what to tell the person.

use serde::{Deserialize, Serialize};

/// A number outside the range its meaning allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} must be a whole number from {min} to {max}, not {given}")]
pub struct OutOfRange {
    /// What the number stands for, in plain words.
    pub what: &'static str,
    /// The smallest number allowed.
    pub min: u8,
    /// The largest number allowed.
    pub max: u8,
    /// What was given.
    pub given: i64,
}

macro_rules! bounds {
    ($($(#[$doc:meta])* $name:ident: $what:literal, $min:literal ..= $max:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "u8", try_from = "i64")]
        pub struct $name(u8);

        impl $name {
            /// What it stands for, in plain words.
            pub const WHAT: &'static str = $what;
            /// The smallest value.
            pub const MIN: Self = Self($min);
            /// The largest value.
            pub const MAX: Self = Self($max);

            /// The value, if it lies in the range.
            ///
            /// # Errors
            /// [`OutOfRange`] names the quantity, its range and what was given.
            pub fn new(value: i64) -> Result<Self, OutOfRange> {
                match u8::try_from(value) {
                    Ok(small) if ($min..=$max).contains(&small) => Ok(Self(small)),
                    _ => Err(OutOfRange { what: $what, min: $min, max: $max, given: value }),
                }
            }

            /// The plain number.
            #[must_use]
            pub const fn get(self) -> u8 {
                self.0
            }
        }

        impl From<$name> for u8 {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl TryFrom<i64> for $name {
            type Error = OutOfRange;

            fn try_from(value: i64) -> Result<Self, OutOfRange> {
                Self::new(value)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

bounds! {
    /// Pain on the numeric rating scale: 0 is none, 10 the worst imaginable.
    PainScore: "pain", 0..=10;
    /// Effort: 0 is none, 10 as hard as possible.
    EffortScore: "effort", 0..=10;
    /// A person's own rating of something, 0 to 10.
    RatingScore: "a rating", 0..=10;
    /// Age in completed years.
    AgeYears: "age in years", 0..=120;
    /// The active hip-abduction score: 0 is no loss of control, 3 severe.
    AbductionScore: "the score", 0..=3;
    /// How hard it is to lift a straight leg: 0 not at all, 5 unable.
    DifficultyScore: "the difficulty", 0..=5;
    /// How often something was counted or repeated in a test.
    TestCount: "a count", 0..=200;
    /// How many days something was seen on.
    DayCount: "days", 1..=200;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_belong_and_their_neighbours_do_not() {
        for value in 0..=10 {
            assert_eq!(PainScore::new(value).map(|pain| i64::from(pain.get())), Ok(value));
        }
        for value in [-1, 11, 255, 256, 266, i64::MIN, i64::MAX] {
            let error = PainScore::new(value).unwrap_err();
            assert_eq!((error.min, error.max, error.given), (0, 10, value));
        }
        assert_eq!(
            AgeYears::new(121).unwrap_err().to_string(),
            "age in years must be a whole number from 0 to 120, not 121"
        );
    }
}
