//! The table of bounded clinical numbers that may have a fraction: one line gives the type, its range, its unit
//! and, through [`OutOfSpan`], what to tell the person.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number outside the range its meaning allows, or no number at all.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{what} must be a number from {min} to {max}, not {given}")]
pub struct OutOfSpan {
    /// What the number stands for with its unit, in plain words.
    pub what: &'static str,
    /// The smallest number allowed.
    pub min: f64,
    /// The largest number allowed.
    pub max: f64,
    /// What was given.
    pub given: f64,
}

/// Whole numbers are written without a fraction, as people write them.
fn write<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    #[allow(clippy::cast_possible_truncation, reason = "every span lies far inside the whole numbers of i64")]
    let whole = value as i64;
    #[allow(clippy::cast_precision_loss, reason = "compared with what it came from")]
    if whole as f64 == value { serializer.serialize_i64(whole) } else { serializer.serialize_f64(value) }
}

macro_rules! spans {
    ($($(#[$doc:meta])* $name:ident: $what:literal, $min:literal ..= $max:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// What it stands for, with its unit, in plain words.
            pub const WHAT: &'static str = $what;
            /// The smallest value.
            pub const MIN: Self = Self($min);
            /// The largest value.
            pub const MAX: Self = Self($max);

            /// The value, if it lies in the range.
            ///
            /// # Errors
            /// [`OutOfSpan`] names the quantity, its range and what was given; NaN lies in no range.
            pub fn new(value: f64) -> Result<Self, OutOfSpan> {
                if ($min..=$max).contains(&value) {
                    // Adding zero turns minus zero into zero, so that equal values print alike.
                    Ok(Self(value + 0.0))
                } else {
                    Err(OutOfSpan { what: $what, min: $min, max: $max, given: value })
                }
            }

            /// The plain number.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfSpan;

            fn try_from(value: f64) -> Result<Self, OutOfSpan> {
                Self::new(value)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write(self.0, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(f64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
            }
        }
    )*};
}

spans! {
    /// Hours in a day.
    HoursPerDay: "hours a day", 0.0 ..= 24.0;
    /// Minutes in a day.
    MinutesPerDay: "minutes", 0.0 ..= 1440.0;
    /// Minutes in a week.
    MinutesPerWeek: "minutes a week", 0.0 ..= 10_080.0;
    /// Weeks that have passed, or are to come.
    WeekCount: "weeks", 0.0 ..= 6240.0;
    /// Months that have passed.
    MonthCount: "months", 0.0 ..= 1440.0;
    /// An angle as read from an instrument, in degrees.
    DegreesRead: "degrees", -180.0 ..= 180.0;
    /// A distance as read from a tape, in centimetres; negative past the mark.
    CentimetresRead: "centimetres", -60.0 ..= 200.0;
    /// A time as read from a stopwatch, in seconds.
    SecondsRead: "seconds", 0.0 ..= 3600.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_neighbours_and_nonsense_do_not() {
        assert!(HoursPerDay::new(0.0).is_ok() && HoursPerDay::new(24.0).is_ok());
        for value in [-0.1, 24.1, f64::NAN, f64::INFINITY] {
            assert!(HoursPerDay::new(value).is_err());
        }
        assert_eq!(
            HoursPerDay::new(25.0).unwrap_err().to_string(),
            "hours a day must be a number from 0 to 24, not 25"
        );
    }

    #[test]
    fn minus_zero_is_zero() {
        let values = [9.0, 1.5, -0.0].map(|value| HoursPerDay::new(value).unwrap());
        let mut words = Vec::new();
        for hours in values {
            words.push(format!("{}", hours.get()));
        }
        assert_eq!(words, ["9", "1.5", "0"]);
    }
}
