//! A length, held in metres; centimetres and millimetres only at the edge.

use serde::{Deserialize, Serialize};

use crate::Mirror;

/// A length in metres. Finite by construction; may be negative where it is a difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "f64")]
pub struct Length(f64);

/// The error of a length that is not a finite number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a length must be a finite number")]
pub struct NotFinite;

impl Length {
    /// From metres; `None` where the number is not finite.
    #[must_use]
    pub fn from_metres(metres: f64) -> Option<Self> {
        metres.is_finite().then_some(Self(metres))
    }

    /// From centimetres, the unit of a tape; `None` where the number is not finite.
    #[must_use]
    pub fn from_centimetres(centimetres: f64) -> Option<Self> {
        Self::from_metres(centimetres / 100.0)
    }

    /// In metres.
    #[must_use]
    pub const fn metres(self) -> f64 {
        self.0
    }

    /// In centimetres, for people.
    #[must_use]
    pub fn centimetres(self) -> f64 {
        self.0 * 100.0
    }
}

impl From<Length> for f64 {
    fn from(length: Length) -> Self {
        length.0
    }
}

impl TryFrom<f64> for Length {
    type Error = NotFinite;

    fn try_from(metres: f64) -> Result<Self, NotFinite> {
        Self::from_metres(metres).ok_or(NotFinite)
    }
}

impl Mirror for Length {
    fn mirror(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centimetres_and_metres_agree() {
        let hand = Length::from_centimetres(8.5).unwrap();
        assert!((hand.metres() - 0.085).abs() < 1e-15);
        assert!((hand.centimetres() - 8.5).abs() < 1e-12);
        assert_eq!(Length::from_metres(f64::NAN), None);
    }
}
