//! What was measured in one pose, and where it must not be believed.

use super::builder::{MuscleId, Musculature};
use crate::{CoordinateId, Transform};

/// A path that is no anatomy in this pose.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("not valid: {why} (`{coordinate}` is {value:.4}, the path is anatomy from {min:.4} to {max:.4})")]
pub struct NotValid {
    /// What happens there, in plain words.
    pub why: String,
    /// The coordinate that leads out of the interval.
    pub coordinate: String,
    /// Its value; radians or metres.
    pub value: f64,
    /// The least valid value.
    pub min: f64,
    /// The greatest valid value.
    pub max: f64,
}

/// Lengths, moment arms and bones of one pose.
#[derive(Clone, Debug)]
pub struct Measured<'m> {
    pub(super) muscles: &'m Musculature,
    pub(super) pose: Vec<f64>,
    pub(super) lengths: Vec<f64>,
    pub(super) arms: Vec<f64>,
    pub(super) frames: Vec<Transform>,
}

impl Measured<'_> {
    /// Every muscle that was measured.
    pub fn muscles(&self) -> impl Iterator<Item = MuscleId> + use<> {
        (0..self.lengths.len()).map(MuscleId)
    }

    /// Whether the path of a muscle is anatomy in this pose.
    ///
    /// # Errors
    /// [`NotValid`] with the reason where it is not.
    pub fn check(&self, muscle: MuscleId) -> Result<(), NotValid> {
        for limit in &self.muscles.muscles()[muscle.0].limits {
            let value = self.pose[limit.coordinate.0];
            if !(limit.min..=limit.max).contains(&value) {
                let coordinate = self.muscles.coordinate_name(limit.coordinate).to_owned();
                return Err(NotValid {
                    why: limit.why.clone(),
                    coordinate,
                    value,
                    min: limit.min,
                    max: limit.max,
                });
            }
        }
        Ok(())
    }

    /// The length of a muscle from bone to bone, in metres.
    ///
    /// # Errors
    /// [`NotValid`] where the path is no anatomy.
    pub fn length(&self, muscle: MuscleId) -> Result<f64, NotValid> {
        self.check(muscle)?;
        Ok(self.lengths[muscle.0])
    }

    /// How a muscle pulls on an independent coordinate: minus the change of its length with it, in metres a radian.
    /// Zero where it does not cross it, and where only lengths were wanted.
    ///
    /// # Errors
    /// [`NotValid`] where the path is no anatomy.
    pub fn moment_arm(&self, muscle: MuscleId, coordinate: CoordinateId) -> Result<f64, NotValid> {
        let crossed = self.moment_arms(muscle)?.find(|(other, _)| *other == coordinate);
        Ok(crossed.map_or(0.0, |(_, arm)| arm))
    }

    /// The moment arms of a muscle about the coordinates it crosses.
    ///
    /// # Errors
    /// [`NotValid`] where the path is no anatomy.
    pub fn moment_arms(
        &self,
        muscle: MuscleId,
    ) -> Result<impl Iterator<Item = (CoordinateId, f64)>, NotValid> {
        self.check(muscle)?;
        let compiled = &self.muscles.program.muscles[muscle.0];
        let arms = self.arms.get(compiled.arms_at..).unwrap_or_default();
        Ok(compiled.columns.iter().copied().zip(arms.iter().copied()))
    }

    /// The optimal fibre length of a muscle, in metres.
    #[must_use]
    pub fn fibre(&self, muscle: MuscleId) -> f64 {
        self.muscles.muscles()[muscle.0].optimal_fibre_m
    }

    /// Where every body stands in the ground, in the model's order.
    #[must_use]
    pub fn frames(&self) -> &[Transform] {
        &self.frames
    }

    /// The length without a look at validity, for tests of the geometry itself.
    #[doc(hidden)]
    #[must_use]
    pub fn bare_length(&self, muscle: MuscleId) -> f64 {
        self.lengths[muscle.0]
    }

    /// The moment arms without a look at validity, for tests of the geometry itself.
    #[doc(hidden)]
    #[must_use]
    pub fn bare_moment_arms(&self, muscle: MuscleId) -> Vec<(CoordinateId, f64)> {
        let compiled = &self.muscles.program.muscles[muscle.0];
        let arms = self.arms.get(compiled.arms_at..).unwrap_or_default();
        compiled.columns.iter().copied().zip(arms.iter().copied()).collect()
    }
}
