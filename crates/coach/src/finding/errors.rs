//! The smallest difference that is more than noise, by test and method. Published where there is a number, else
//! the project's own cautious value.

use counterpose_quantity::Method;

use crate::intake::TestId;

/// The least error of an angle taken from a picture.
const CAMERA_DEG: f64 = 10.0;
/// The least error of an angle guessed by looking or feeling, or taken nobody knows how.
const BY_EYE_DEG: f64 = 15.0;

/// The error of a test's main value, in the unit of that value.
#[must_use]
pub fn error_of(test: TestId, method: Option<Method>) -> f64 {
    let own = match test {
        TestId::Thomas => 7.0,
        TestId::StraightLegRaise => 5.7,
        TestId::KneeExtension90 => 10.0,
        TestId::HipInternalRotation | TestId::HipExternalRotation => 5.4,
        TestId::FigureFourHeight => 4.0,
        TestId::PelvicObliquity | TestId::SingleLegStance => 5.0,
        TestId::FingerFloor => 4.5,
        TestId::BridgeHold => 15.0,
        TestId::SitToStand30s => 3.0,
        TestId::SideLyingAbduction | TestId::ActiveSlr => 1.0,
        TestId::NinetyNinety | TestId::RepeatedMovement => 0.0,
    };
    let is_angle = matches!(
        test,
        TestId::Thomas
            | TestId::StraightLegRaise
            | TestId::KneeExtension90
            | TestId::HipInternalRotation
            | TestId::HipExternalRotation
            | TestId::PelvicObliquity
            | TestId::SingleLegStance
    );
    match method {
        _ if !is_angle => own,
        Some(Method::PhoneInclinometer | Method::Goniometer | Method::Tape | Method::Stopwatch) => own,
        Some(Method::Camera) => own.max(CAMERA_DEG),
        Some(Method::ByEye) | None => own.max(BY_EYE_DEG),
    }
}
