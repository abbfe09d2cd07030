//! A pose: one value for each independent coordinate of a model.
//!
//! Values are checked when they are set: a name that does not exist, a number outside its range or not finite, and
//! a coordinate that follows another are refused with the reason. Coordinates that are not named are zero.

use crate::nearest::hint;
use crate::{CoordinateId, CoordinateKind, Model};

/// Coordinate values for one model; radians and metres.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    values: Vec<f64>,
}

/// Why a value was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PoseError {
    /// No such coordinate.
    #[error("there is no coordinate `{name}`{hint}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The nearest known one, as words.
        hint: String,
    },
    /// Out of its range.
    #[error("`{name}` is {value} {unit}, outside its range {min} to {max} {unit}")]
    OutOfRange {
        /// The coordinate.
        name: String,
        /// What was asked for.
        value: f64,
        /// Least allowed.
        min: f64,
        /// Most allowed.
        max: f64,
        /// rad or m.
        unit: &'static str,
    },
    /// Not a number one can stand at.
    #[error("`{0}` must be a finite number")]
    NotFinite(String),
    /// It follows another.
    #[error("`{name}` follows `{follows}`: set that one")]
    Coupled {
        /// The coordinate.
        name: String,
        /// The one it follows.
        follows: String,
    },
}

impl Pose {
    /// Every coordinate zero.
    #[must_use]
    pub fn zero(model: &Model) -> Self {
        Self { values: vec![0.0; model.coordinates().len()] }
    }

    /// The named coordinates set, the others zero.
    ///
    /// # Errors
    /// As [`Pose::set`].
    pub fn of<'a>(model: &Model, named: impl IntoIterator<Item = (&'a str, f64)>) -> Result<Self, PoseError> {
        let mut pose = Self::zero(model);
        for (name, value) in named {
            pose.set(model, name, value)?;
        }
        Ok(pose)
    }

    /// Sets one coordinate by name.
    ///
    /// # Errors
    /// Where the name is unknown or coupled, or the value not finite or out of range.
    pub fn set(&mut self, model: &Model, name: &str, value: f64) -> Result<(), PoseError> {
        let Some(id) = model.coordinate(name) else {
            let known = model.coordinates().iter().filter(|c| c.coupling.is_none()).map(|c| c.name.as_str());
            return Err(PoseError::Unknown { name: name.to_owned(), hint: hint(name, known) });
        };
        let coordinate = &model.coordinates()[id.0];
        if let Some(coupling) = coordinate.coupling {
            let follows = model.coordinates()[coupling.follows.0].name.clone();
            return Err(PoseError::Coupled { name: name.to_owned(), follows });
        }
        if !value.is_finite() {
            return Err(PoseError::NotFinite(name.to_owned()));
        }
        if !(coordinate.min..=coordinate.max).contains(&value) {
            let unit = match coordinate.kind {
                CoordinateKind::Rotation => "rad",
                CoordinateKind::Translation => "m",
            };
            let (min, max) = (coordinate.min, coordinate.max);
            return Err(PoseError::OutOfRange { name: name.to_owned(), value, min, max, unit });
        }
        self.values[id.0] = value;
        Ok(())
    }

    /// Sets an independent coordinate to the nearest value its range allows; a coupled one is left as it is.
    pub(crate) fn clamp_set(&mut self, model: &Model, id: CoordinateId, value: f64) {
        let coordinate = &model.coordinates()[id.0];
        if coordinate.coupling.is_none() && value.is_finite() {
            self.values[id.0] = value.clamp(coordinate.min, coordinate.max);
        }
    }

    /// The value of a coordinate; a coupled one is worked out.
    #[must_use]
    pub fn value(&self, model: &Model, id: CoordinateId) -> f64 {
        match model.coordinates()[id.0].coupling {
            Some(coupling) => coupling.slope * self.values[coupling.follows.0] + coupling.offset,
            None => self.values[id.0],
        }
    }

    /// The value of a coordinate by name.
    #[must_use]
    pub fn get(&self, model: &Model, name: &str) -> Option<f64> {
        model.coordinate(name).map(|id| self.value(model, id))
    }

    /// The values as placing reads them: independent coordinates only, in the model's order.
    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }

    /// The pose a fraction `t` of the way to `other`, coordinate by coordinate.
    #[must_use]
    pub fn lerp(&self, other: &Self, t: f64) -> Self {
        let between = |(a, b): (&f64, &f64)| a + (b - a) * t;
        Self { values: self.values.iter().zip(&other.values).map(between).collect() }
    }

    pub(crate) fn from_values(values: Vec<f64>) -> Self {
        Self { values }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::human;

    #[test]
    fn a_refused_value_says_why() {
        let model = human();
        let mut pose = Pose::zero(model);
        let say = |error: PoseError| error.to_string();
        let unknown = say(pose.set(model, "hip_flexon_r", 0.1).unwrap_err());
        assert_eq!(unknown, "there is no coordinate `hip_flexon_r`, did you mean `hip_flexion_r`?");
        let range = say(pose.set(model, "knee_angle_r", -0.1).unwrap_err());
        assert!(range.contains("outside its range 0 to 2.7"), "{range}");
        assert!(say(pose.set(model, "L4_L5_Flex_Ext", 0.0).unwrap_err()).contains("L5_S1_Flex_Ext"));
        assert!(say(pose.set(model, "knee_angle_r", f64::NAN).unwrap_err()).contains("finite"));
        assert_eq!(pose, Pose::zero(model));
        pose.set(model, "knee_angle_r", 1.5).unwrap();
        assert_eq!(pose.get(model, "knee_angle_r_beta"), Some(1.5));
    }
}
