//! An angle, held in radians; degrees only at the edge.

use serde::{Deserialize, Serialize};

use crate::Mirror;

/// A plane angle in radians. Finite by construction.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "f64")]
pub struct Angle(f64);

/// The error of an angle that is not a finite number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an angle must be a finite number")]
pub struct NotFinite;

impl Angle {
    /// No turn at all.
    pub const ZERO: Self = Self(0.0);

    /// From radians; `None` where the number is not finite.
    #[must_use]
    pub fn from_radians(radians: f64) -> Option<Self> {
        radians.is_finite().then_some(Self(radians))
    }

    /// From degrees, the unit of people and files; `None` where the number is not finite.
    #[must_use]
    pub fn from_degrees(degrees: f64) -> Option<Self> {
        Self::from_radians(degrees * (core::f64::consts::PI / 180.0))
    }

    /// In radians.
    #[must_use]
    pub const fn radians(self) -> f64 {
        self.0
    }

    /// In degrees, for people.
    #[must_use]
    pub fn degrees(self) -> f64 {
        self.0 * (180.0 / core::f64::consts::PI)
    }
}

impl From<Angle> for f64 {
    fn from(angle: Angle) -> Self {
        angle.0
    }
}

impl TryFrom<f64> for Angle {
    type Error = NotFinite;

    fn try_from(radians: f64) -> Result<Self, NotFinite> {
        Self::from_radians(radians).ok_or(NotFinite)
    }
}

impl core::ops::Add for Angle {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl core::ops::Sub for Angle {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl core::ops::Neg for Angle {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

/// An angle by itself has no side: mirroring is the business of whoever knows its axis.
impl Mirror for Angle {
    fn mirror(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_and_radians_agree() {
        let right_angle = Angle::from_degrees(90.0).unwrap();
        assert!((right_angle.radians() - core::f64::consts::FRAC_PI_2).abs() < 1e-15);
        assert!((right_angle.degrees() - 90.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_not_finite_is_no_angle() {
        assert_eq!(Angle::from_degrees(f64::NAN), None);
        assert_eq!(Angle::from_radians(f64::INFINITY), None);
        assert_eq!(Angle::try_from(f64::NAN), Err(NotFinite));
    }
}
