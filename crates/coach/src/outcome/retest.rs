//! "Try it and see": the same movement or self-test before and after one exercise.
//!
//! One difference is a difference only outside the measurement error. Repeated ones are read by their mean, whose
//! error shrinks with the root of their number; three are the least. What this module does not do: change a plan; it
//! says which exercises the person's own responses speak for.

use std::collections::BTreeMap;

use counterpose_quantity as quantity;
use serde::{Deserialize, Serialize};

use crate::vocabulary::vocabulary;

/// Fewer repetitions than this say nothing about an exercise.
pub const LEAST_RETESTS: usize = 3;

vocabulary! {
    /// What repeated responses to an exercise say.
    Tendency {
        /// Better after it, beyond the error.
        Helps = "helps",
        /// No difference that can be told from the error.
        NoDifference = "no-difference",
        /// Worse after it, beyond the error.
        Worsens = "worsens",
        /// Too few.
        TooFew = "too-few",
    }
}

/// One response: a test before and after one exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The exercise.
    pub exercise: String,
    /// What was tested: an identifier of a self-test, or of a movement rated 0 to 10.
    pub test: String,
    /// How much better it was after than before, in units of the test: positive is better.
    pub better_by: f64,
    /// The test's measurement error in the same units.
    pub error: f64,
}

impl Response {
    /// What this one response says.
    #[must_use]
    pub fn tendency(&self) -> Tendency {
        read(self.better_by, self.error)
    }
}

/// What the responses say, by exercise and test.
#[must_use]
pub fn tendencies(responses: &[Response]) -> BTreeMap<(String, String), Tendency> {
    let mut by: BTreeMap<(String, String), Vec<&Response>> = BTreeMap::new();
    for response in responses.iter().filter(|it| it.better_by.is_finite() && it.error.is_finite()) {
        by.entry((response.exercise.clone(), response.test.clone())).or_default().push(response);
    }
    by.into_iter().map(|(key, responses)| (key, together(&responses))).collect()
}

fn together(responses: &[&Response]) -> Tendency {
    if responses.len() < LEAST_RETESTS {
        return Tendency::TooFew;
    }
    let count = responses.len() as f64;
    let mean = responses.iter().map(|it| it.better_by).sum::<f64>() / count;
    let error = responses.iter().map(|it| it.error).fold(0.0, f64::max) / count.sqrt();
    read(mean, error)
}

fn read(better_by: f64, error: f64) -> Tendency {
    if better_by >= error && better_by > 0.0 {
        Tendency::Helps
    } else if -better_by >= error && better_by < 0.0 {
        Tendency::Worsens
    } else {
        Tendency::NoDifference
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(better_by: f64) -> Response {
        Response { exercise: "glute-bridge".into(), test: "finger-floor".into(), better_by, error: 4.5 }
    }

    fn of(values: &[f64]) -> Tendency {
        let responses: Vec<Response> = values.iter().map(|value| response(*value)).collect();
        tendencies(&responses).into_values().next().unwrap()
    }

    #[test]
    fn one_is_read_against_the_error_and_many_against_a_smaller_one() {
        assert_eq!(response(4.0).tendency(), Tendency::NoDifference);
        assert_eq!(response(5.0).tendency(), Tendency::Helps);
        assert_eq!(response(-5.0).tendency(), Tendency::Worsens);
        assert_eq!(of(&[5.0, 5.0]), Tendency::TooFew);
        assert_eq!(of(&[3.0, 3.0, 3.0]), Tendency::Helps, "4.5 by the root of three is 2.6");
        assert_eq!(of(&[3.0, -3.0, 3.0]), Tendency::NoDifference);
        assert_eq!(of(&[-3.0, -3.0, -2.0]), Tendency::Worsens);
    }
}
