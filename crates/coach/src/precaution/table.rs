//! The table of what each condition closes. To change what is shut, change this table or an exercise's tags.
//!
//! Most lines rest on protocols and expert consensus; a surgeon's or therapist's written limits stand above them.

use crate::vocabulary::MovementTag::{
    self, AsymmetricLoad, BreathHold, DeepPressure, HipAbductionEnd, HipErEnd, HipErExtended,
    HipExtensionEnd, HipFlexionAdductionIr, HipFlexionGt90, HipIrEnd, Impact, KneeFlexionEnd, KneeTorsion,
    Kneeling, LumbarExtensionEnd, LumbarFlexionEnd, LumbarFlexionLoaded, LumbarRotationEnd, NerveTension,
    PassiveEndRange, Prone, SingleLegBalance, SpinalLoad, SupineFlatProlonged,
};
use crate::vocabulary::Precaution::{self, *};

/// When a line counts. What is not known of a condition counts as the more careful case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Always.
    Always,
    /// From week 20 of a pregnancy.
    FromWeek20,
    /// In the first twelve weeks after birth or surgery.
    FirstTwelveWeeks,
    /// Until half a year has passed, a clinician has cleared it and it causes no symptoms.
    UntilSettled,
    /// While anything goes down the leg.
    WithLegSymptoms,
}

/// One line: a condition, when, and the movements it closes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closes {
    /// The condition.
    pub precaution: Precaution,
    /// When the line counts.
    pub only: Only,
    /// The movements it closes.
    pub tags: &'static [MovementTag],
    /// On whose authority; identifiers of sources.
    pub sources: &'static [&'static str],
}

const fn closes(precaution: Precaution, only: Only, tags: &'static [MovementTag]) -> Closes {
    Closes { precaution, only, tags, sources: &["our-caution"] }
}

impl Closes {
    const fn by(mut self, sources: &'static [&'static str]) -> Self {
        self.sources = sources;
        self
    }
}

/// What is closed while symptoms go below the knee or a leg is weak, whatever the cause.
pub const NERVE_TAGS: &[MovementTag] = &[LumbarFlexionEnd, LumbarFlexionLoaded, NerveTension, HipErEnd];

/// The table, in the order of the precautions.
#[rustfmt::skip]
pub const CLOSES: &[Closes] = &[
    closes(SpinalFusion, Only::Always, &[LumbarFlexionLoaded, Impact]),
    closes(SpinalFusion, Only::UntilSettled,
        &[LumbarFlexionEnd, LumbarExtensionEnd, LumbarRotationEnd, SpinalLoad]),
    closes(DiscRadiculopathy, Only::Always, &[LumbarFlexionLoaded, BreathHold]),
    closes(DiscRadiculopathy, Only::WithLegSymptoms, &[LumbarFlexionEnd, NerveTension, HipErEnd]),
    closes(SpinalStenosis, Only::Always, &[LumbarExtensionEnd]).by(&["matsuwaka-2018"]),
    closes(Spondylolisthesis, Only::Always, &[LumbarExtensionEnd, Impact]).by(&["nava-bringas-2021", "vanti-2021"]),
    closes(HipReplacementPosterior, Only::Always,
        &[HipFlexionGt90, HipFlexionAdductionIr, HipIrEnd, HipErEnd, Impact]),
    closes(HipReplacementAnterior, Only::Always, &[HipExtensionEnd, HipErExtended, Impact]),
    closes(FaiLabral, Only::Always, &[HipFlexionGt90, HipFlexionAdductionIr, HipIrEnd]),
    closes(HipOsteoarthritis, Only::Always, &[HipIrEnd, HipErEnd, PassiveEndRange, Impact]),
    closes(Osteoporosis, Only::Always, &[LumbarFlexionEnd, LumbarFlexionLoaded, LumbarRotationEnd, Impact])
        .by(&["brooke-wavell-2022"]),
    closes(Pregnancy, Only::Always, &[BreathHold, Impact]).by(&["acog-804"]),
    closes(Pregnancy, Only::FromWeek20, &[SupineFlatProlonged, Prone, LumbarFlexionLoaded]).by(&["acog-804"]),
    closes(Postpartum, Only::FirstTwelveWeeks, &[LumbarFlexionLoaded, BreathHold, Impact]),
    closes(PelvicGirdlePain, Only::Always, &[AsymmetricLoad, SingleLegBalance, HipAbductionEnd, Impact]),
    closes(Hypermobility, Only::Always, &[PassiveEndRange]),
    closes(KneeProblem, Only::Always, &[KneeTorsion, KneeFlexionEnd, Kneeling, Impact]),
    closes(RecentSurgery, Only::Always, &[BreathHold, Impact]),
    closes(RecentSurgery, Only::UntilSettled, &[LumbarFlexionLoaded, SpinalLoad]),
    closes(Anticoagulants, Only::Always, &[DeepPressure, Impact]),
    closes(PoorBalance, Only::Always, &[SingleLegBalance, Impact]),
];
