//! The phone as an inclinometer: from what its sensor says to the angle a limb has moved from a zero.
//!
//! Only gravity is used, so no compass can disturb it. A phone is strapped along a limb, screen outward, in whatever
//! roll about its own length: with the limb about *level* at zero only the length of the phone counts, so the roll
//! changes nothing; with the limb *hanging* at zero the whole turn of gravity counts, which is exact for a swing in
//! one plane, however crookedly the phone is strapped. Turning the sensor's signs round (some systems do) changes no
//! result. Time comes with every sample. What this module does not do: know tests.

use counterpose_quantity::num;
use serde::{Deserialize, Serialize};

/// The most a limb may stray in the window and still count as held still.
pub const STEADY_DEG: f64 = 2.5;
/// How long the window is in which it must be held still.
pub const WINDOW_MS: i64 = 1_500;
/// A window with fewer samples says nothing.
const LEAST_SAMPLES: usize = 5;
/// How far the limb may be from level, or from hanging, when the zero is set: more means the phone lies across.
const ZERO_WITHIN_DEG: f64 = 35.0;
/// Above this elevation a limb may have gone past the vertical, and the side of gravity tells.
const FOLD_FROM_DEG: f64 = 60.0;

/// Which way is up, seen from the phone: a direction of length one. X to the right of the screen, Y to its top, Z
/// out of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Up([f64; 3]);

impl Up {
    /// From a direction of any length; `None` where it has none, or is no number.
    #[must_use]
    pub fn new(direction: [f64; 3]) -> Option<Self> {
        let [x, y, z] = direction;
        let length = num::hypot(num::hypot(x, y), z);
        (length.is_finite() && length > 1e-6).then(|| Self([x / length, y / length, z / length]))
    }

    /// From the angles of a device orientation event, in degrees: `beta` about X, then `gamma` about Y. The compass
    /// angle does not matter.
    #[must_use]
    pub fn from_orientation(beta_deg: f64, gamma_deg: f64) -> Option<Self> {
        if !beta_deg.is_finite() || !gamma_deg.is_finite() {
            return None;
        }
        let (sin_beta, cos_beta) = num::sin_cos(beta_deg.to_radians());
        let (sin_gamma, cos_gamma) = num::sin_cos(gamma_deg.to_radians());
        Self::new([-cos_beta * sin_gamma, sin_beta, cos_beta * cos_gamma])
    }

    /// The direction, of length one.
    #[must_use]
    pub const fn direction(self) -> [f64; 3] {
        self.0
    }

    /// How far the length of the phone points up from level, in radians.
    fn elevation(self) -> f64 {
        num::asin(self.0[1].clamp(-1.0, 1.0))
    }

    /// The part of up across the length of the phone.
    const fn across(self) -> [f64; 2] {
        [self.0[0], self.0[2]]
    }

    /// The angle between two directions, in radians. By the arc tangent, so that small angles keep their digits.
    fn angle_to(self, other: Self) -> f64 {
        let ([ax, ay, az], [bx, by, bz]) = (self.0, other.0);
        let cross = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
        let dot = ax * bx + ay * by + az * bz;
        num::atan2(num::hypot(num::hypot(cross[0], cross[1]), cross[2]), dot)
    }
}

/// How the limb lies when the zero is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZeroAt {
    /// About level: a leg lying, a thigh while sitting.
    Level,
    /// Hanging down: a shin while sitting.
    Hanging,
}

/// Why a zero could not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZeroError {
    /// The phone does not lie along a limb that is level.
    #[error("the phone is not level: lay the leg flat and the phone along it")]
    NotLevel,
    /// The phone does not hang along a limb that hangs.
    #[error("the phone does not hang: let the shin hang and strap the phone along it")]
    NotHanging,
}

/// A zero to measure from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zero {
    at: ZeroAt,
    up: Up,
}

impl Zero {
    /// Sets the zero.
    ///
    /// # Errors
    /// When the phone does not lie along the limb as it must.
    pub fn set(at: ZeroAt, up: Up) -> Result<Self, ZeroError> {
        let elevation_deg = up.elevation().to_degrees().abs();
        match at {
            ZeroAt::Level if elevation_deg > ZERO_WITHIN_DEG => Err(ZeroError::NotLevel),
            ZeroAt::Hanging if elevation_deg < 90.0 - ZERO_WITHIN_DEG => Err(ZeroError::NotHanging),
            _ => Ok(Self { at, up }),
        }
    }

    /// How far the limb has moved since, in degrees. From level: signed, positive where the top of the phone went up.
    /// From hanging: how far it swung, whichever way.
    #[must_use]
    pub fn moved_deg(&self, now: Up) -> f64 {
        match self.at {
            ZeroAt::Hanging => self.up.angle_to(now).to_degrees(),
            ZeroAt::Level => self.raised(now).to_degrees() - self.up.elevation().to_degrees(),
        }
    }

    /// The elevation now, going on past the vertical.
    fn raised(&self, now: Up) -> f64 {
        let elevation = now.elevation();
        if elevation.abs() < FOLD_FROM_DEG.to_radians() {
            return elevation;
        }
        let ([ax, az], [bx, bz]) = (self.up.across(), now.across());
        let gone_past = ax * bx + az * bz < 0.0;
        let half_turn = core::f64::consts::PI;
        match (gone_past, elevation > 0.0) {
            (false, _) => elevation,
            (true, true) => half_turn - elevation,
            (true, false) => -half_turn - elevation,
        }
    }
}

/// What the sensor said at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// When, in milliseconds.
    pub at_ms: i64,
    /// Which way was up.
    pub up: Up,
}

/// Whether a phone is held still.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stillness {
    /// Too little is known.
    Unknown,
    /// It moves, by so many degrees from its middle.
    Moving(f64),
    /// It is still, at this direction on the average.
    Still(Up),
}

/// Whether the phone was held still in the window that ends now. The samples stand in the order of time and must
/// cover the window.
#[must_use]
pub fn stillness(samples: &[Sample], now_ms: i64) -> Stillness {
    let from_ms = now_ms - WINDOW_MS;
    let inside: Vec<Up> =
        samples.iter().filter(|s| (from_ms..=now_ms).contains(&s.at_ms)).map(|s| s.up).collect();
    let covered = samples.iter().any(|s| s.at_ms <= from_ms + WINDOW_MS / 4)
        && samples.iter().any(|s| (now_ms - WINDOW_MS / 4..=now_ms).contains(&s.at_ms));
    if inside.len() < LEAST_SAMPLES || !covered {
        return Stillness::Unknown;
    }
    let sum = inside.iter().fold([0.0; 3], |[x, y, z], Up([ux, uy, uz])| [x + ux, y + uy, z + uz]);
    let Some(middle) = Up::new(sum) else { return Stillness::Moving(180.0) };
    let furthest = inside.iter().map(|up| middle.angle_to(*up).to_degrees()).fold(0.0, f64::max);
    if furthest <= STEADY_DEG { Stillness::Still(middle) } else { Stillness::Moving(furthest) }
}

/// Several takes of one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repeats {
    /// The middle one; between the two middle ones where they are even in number.
    pub median: f64,
    /// From the least to the most.
    pub spread: f64,
    /// How many.
    pub count: u8,
}

/// The median and spread of some takes; `None` where there are none, or one is no number.
#[must_use]
pub fn repeats(takes: &[f64]) -> Option<Repeats> {
    if takes.iter().any(|take| !take.is_finite()) {
        return None;
    }
    let mut sorted = takes.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (least, most) = (sorted.first()?, sorted.last()?);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get((sorted.len() - 1) / 2)?;
    let count = u8::try_from(sorted.len()).unwrap_or(u8::MAX);
    Some(Repeats { median: f64::midpoint(*lower, *upper), spread: most - least, count })
}

#[cfg(test)]
#[path = "tilt_tests.rs"]
mod tests;
