//! The table of signs: which finding speaks for or against which pattern, with how many points.
//!
//! Points order the exercises and nothing else; they are not probabilities. Signs of one group say the same thing
//! and count once.

use crate::vocabulary::Pattern::{
    self, BackOfHip, FrontOfHip, HipRotation, OneHipHigher, SedentaryStiffness, UnevenSitting,
};

/// One line: a finding, the pattern it speaks for, and how strongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The pattern.
    pub pattern: Pattern,
    /// The finding.
    pub finding: &'static str,
    /// Points; zero for a sign against.
    pub points: u8,
    /// Signs with the same group say the same thing.
    pub group: &'static str,
    /// Whether it was measured, rather than told.
    pub physical: bool,
    /// On whose authority; identifiers of sources.
    pub sources: &'static [&'static str],
}

const fn measured(
    pattern: Pattern,
    finding: &'static str,
    points: u8,
    group: &'static str,
    sources: &'static [&'static str],
) -> Sign {
    Sign { pattern, finding, points, group, physical: true, sources }
}

const fn told(
    pattern: Pattern,
    finding: &'static str,
    points: u8,
    group: &'static str,
    sources: &'static [&'static str],
) -> Sign {
    Sign { pattern, finding, points, group, physical: false, sources }
}

const OURS: &[&str] = &["our-reasoning"];

/// What speaks for each pattern.
#[rustfmt::skip]
pub const FOR: &[Sign] = &[
    measured(OneHipHigher, "pelvic-obliquity", 1, "level", &["krawiec-2003"]),
    measured(OneHipHigher, "pelvis-drops-one-side", 2, "stance", &["cooper-2016"]),
    measured(OneHipHigher, "side-lying-abduction-difference", 2, "abduction", &["cooper-2016", "sadler-2019"]),
    told(OneHipHigher, "leans-to-one-side", 1, "leaning", OURS),

    measured(FrontOfHip, "thomas-thigh", 2, "hip-flexor-length", &["vigotsky-2016", "roach-2015"]),
    measured(FrontOfHip, "thomas-thigh-difference", 2, "hip-flexor-length", &["vigotsky-2016", "roach-2015"]),
    measured(FrontOfHip, "thomas-knee-difference", 1, "rectus-length", OURS),
    told(FrontOfHip, "pain-upright-eased-by-sitting", 2, "pain", OURS),
    told(FrontOfHip, "long-sitting", 1, "sitting", &["dzakpasu-2021"]),

    measured(BackOfHip, "knee-extension-short", 2, "hamstring-length", OURS),
    measured(BackOfHip, "knee-extension-difference", 1, "hamstring-side", OURS),
    measured(BackOfHip, "straight-leg-raise-difference", 1, "hamstring-side", OURS),
    measured(BackOfHip, "forward-bend-short", 1, "bend", OURS),
    told(BackOfHip, "pain-bending-or-sitting-long", 2, "pain", OURS),

    measured(HipRotation, "hip-internal-rotation-low", 2, "rotation", &["abady-avman-2019", "sadeghisani-2015"]),
    measured(HipRotation, "hip-internal-rotation-difference", 2, "rotation", &["abady-avman-2019", "sadeghisani-2015"]),
    measured(HipRotation, "hip-rotation-difference", 2, "rotation", &["sadeghisani-2015"]),
    measured(HipRotation, "figure-four-difference", 1, "figure-four", OURS),
    measured(HipRotation, "ninety-ninety-not-tall", 1, "ninety-ninety", OURS),
    told(HipRotation, "fused-spine", 2, "fusion", &["ukai-2022", "ulusoy-2023"]),

    told(UnevenSitting, "worse-on-drives", 2, "driving", &["occup-med-2006"]),
    told(UnevenSitting, "eased-by-leaving-the-car", 1, "driving", &["occup-med-2006"]),
    told(UnevenSitting, "one-sided", 1, "one-sided", OURS),
    told(UnevenSitting, "long-driving", 1, "driving-hours", &["occup-med-2006"]),
    told(UnevenSitting, "leans-to-one-side", 1, "leaning", OURS),

    told(SedentaryStiffness, "stiff-after-rest", 1, "stiffness", OURS),
    told(SedentaryStiffness, "little-activity", 2, "activity", OURS),
    measured(SedentaryStiffness, "sit-to-stand-low", 2, "stands", OURS),
    measured(SedentaryStiffness, "several-mild-limits", 1, "limits", OURS),
];

/// What speaks against each pattern.
#[rustfmt::skip]
pub const AGAINST: &[Sign] = &[
    told(FrontOfHip, "pain-only-folded", 0, "pain", OURS),
    told(BackOfHip, "nerve-signs-in-the-leg", 0, "nerve", &["van-der-windt-2010"]),
    measured(BackOfHip, "stretch-felt-below-knee", 0, "nerve", &["van-der-windt-2010"]),
    told(HipRotation, "groin-pain", 0, "joint", &["metcalfe-2019"]),
    told(HipRotation, "stairs-hurt", 0, "joint", &["metcalfe-2019"]),
    measured(HipRotation, "hip-internal-rotation-very-low", 0, "joint", &["metcalfe-2019"]),
    told(UnevenSitting, "eased-by-sitting", 0, "sitting", OURS),
    told(SedentaryStiffness, "stiff-for-long", 0, "stiffness", &["nice-ng65"]),
];
