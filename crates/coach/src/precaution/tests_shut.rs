//! Which home tests a condition shuts: a list of its own, because a test goes to the end of a range on purpose.

use super::table::Only;
use crate::intake::TestId::{
    self, ActiveSlr, BridgeHold, FigureFourHeight, FingerFloor, HipExternalRotation, HipInternalRotation,
    KneeExtension90, NinetyNinety, PelvicObliquity, RepeatedMovement, SideLyingAbduction, SingleLegStance,
    SitToStand30s, StraightLegRaise, Thomas,
};
use crate::vocabulary::MovementTag::{self, NerveTension, SingleLegBalance, SupineFlatProlonged};
use crate::vocabulary::Precaution::{self, *};

/// One line: a condition, when, and the tests it shuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShutTest {
    /// The condition.
    pub precaution: Precaution,
    /// When the line counts.
    pub only: Only,
    /// The tests it shuts.
    pub tests: &'static [TestId],
}

const fn shut(precaution: Precaution, only: Only, tests: &'static [TestId]) -> ShutTest {
    ShutTest { precaution, only, tests }
}

/// The table. Thomas hugs a knee and hangs the other leg; finger to floor bends to the end.
#[rustfmt::skip]
pub const SHUT_TESTS: &[ShutTest] = &[
    shut(SpinalFusion, Only::Always, &[Thomas, FingerFloor]),
    shut(SpinalFusion, Only::UntilSettled, &[NinetyNinety, RepeatedMovement]),
    shut(DiscRadiculopathy, Only::Always, &[FingerFloor]),
    shut(DiscRadiculopathy, Only::WithLegSymptoms, &[Thomas, StraightLegRaise, KneeExtension90, FigureFourHeight]),
    shut(HipReplacementPosterior, Only::Always,
        &[Thomas, FingerFloor, NinetyNinety, FigureFourHeight, HipInternalRotation]),
    shut(HipReplacementAnterior, Only::Always, &[Thomas, NinetyNinety, HipExternalRotation]),
    shut(FaiLabral, Only::Always, &[NinetyNinety]),
    shut(Osteoporosis, Only::Always, &[Thomas, FingerFloor, RepeatedMovement]),
    shut(Pregnancy, Only::FromWeek20, &[Thomas, RepeatedMovement, BridgeHold]),
    shut(PelvicGirdlePain, Only::Always, &[NinetyNinety, SingleLegStance]),
    shut(KneeProblem, Only::Always, &[NinetyNinety]),
    shut(PoorBalance, Only::Always, &[SingleLegStance]),
];

/// What a test asks of the body besides, for leg symptoms and written limits.
pub const fn asks(test: TestId) -> &'static [MovementTag] {
    match test {
        Thomas => {
            &[NerveTension, SupineFlatProlonged, MovementTag::HipFlexionGt90, MovementTag::HipExtensionEnd]
        }
        StraightLegRaise | KneeExtension90 => &[NerveTension],
        FingerFloor => &[MovementTag::LumbarFlexionEnd],
        HipInternalRotation => &[MovementTag::HipIrEnd],
        HipExternalRotation | FigureFourHeight => &[MovementTag::HipErEnd],
        SingleLegStance => &[SingleLegBalance],
        NinetyNinety => &[MovementTag::KneeTorsion, MovementTag::HipFlexionGt90],
        PelvicObliquity | BridgeHold | SitToStand30s | SideLyingAbduction | ActiveSlr | RepeatedMovement => {
            &[]
        }
    }
}
