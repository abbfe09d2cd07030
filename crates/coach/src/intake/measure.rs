//! What a home test measured: each test with its own values, and what all of them share.

use counterpose_quantity as quantity;
use quantity::{
    AbductionScore, CentimetresRead, DayCount, DegreesRead, DifficultyScore, Method, MinutesPerDay, Mirror,
    SecondsRead, Side, TestCount,
};
use serde::Serialize;
use serde_json::{Value, json};

use super::format::{Format, described, object_schema, readable, records, word};
use super::node::{IntakeError, Reader};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a stretch is felt.
    Felt {
        /// At the back of the thigh.
        Thigh = "thigh",
        /// Below the knee, or as tingling: a nerve.
        BelowKnee = "below-knee",
        /// In the back.
        Back = "back",
    }

    /// How the person sat or lay while a hip was turned.
    RotationPosition {
        /// Sitting.
        Seated = "seated",
        /// Face down.
        Prone = "prone",
        /// On the back.
        Supine = "supine",
    }

    /// Where the figure-four hurts.
    FigureFourPain {
        /// Nowhere.
        None = "none",
        /// In the groin.
        Groin = "groin",
        /// At the back of the pelvis.
        BackOfPelvis = "back-of-pelvis",
    }

    /// Where a forward bend happens.
    BendsIn {
        /// In the hips.
        Hips = "hips",
        /// In the low back.
        LowBack = "low-back",
    }

    /// Which way a movement was repeated.
    Direction {
        /// Bending.
        Flexion = "flexion",
        /// Arching.
        Extension = "extension",
    }

    /// What repeating a movement did, from good to bad.
    Effect {
        /// The pain drew back toward the spine.
        Centralised = "centralised",
        /// Better.
        Better = "better",
        /// As before.
        NoChange = "no-change",
        /// Worse.
        Worse = "worse",
        /// The pain spread further down.
        Peripheralised = "peripheralised",
    }
}
word! { Felt RotationPosition FigureFourPain BendsIn Direction Effect }

records! {
    /// Hanging thigh over the edge of a bed, other knee hugged (modified Thomas test).
    Thomas: Default {
        /// Thigh against the horizontal; above level is positive.
        thigh_deg: Option<DegreesRead>,
        /// Bend of the hanging knee.
        knee_deg: Option<DegreesRead>,
        /// Thigh drawn sideways.
        abduction_deg: Option<DegreesRead>,
        /// Whether the pelvis was held still.
        pelvis_held: Option<bool>,
    }

    /// Straight-leg raise.
    StraightLegRaise: Default {
        /// Leg against the horizontal.
        hip_deg: Option<DegreesRead>,
        /// Where it was felt.
        felt: Option<Felt>,
    }

    /// Straightening the knee with the thigh upright.
    KneeExtension90: Default {
        /// How far the knee stops short of straight.
        short_of_straight_deg: Option<DegreesRead>,
        /// Where it was felt.
        felt: Option<Felt>,
    }

    /// Turning a hip, in or out.
    HipRotation: Default {
        /// How far.
        deg: Option<DegreesRead>,
        /// Sitting or lying.
        position: Option<RotationPosition>,
    }

    /// Figure-four: how high the knee stays.
    FigureFourHeight: Default {
        /// Knee above the bed.
        height_cm: Option<CentimetresRead>,
        /// Where it hurt.
        pain: Option<FigureFourPain>,
    }

    /// One side of the pelvis higher in standing; the side of the measure is the higher one.
    PelvicObliquity: Default {
        /// How far from level.
        deg: Option<DegreesRead>,
        /// Whether markers were taped on.
        markers_taped: Option<bool>,
        /// On how many days it was seen.
        days: Option<DayCount>,
    }

    /// Standing on one leg.
    SingleLegStance: Default {
        /// How long.
        seconds: Option<SecondsRead>,
        /// How far the other side of the pelvis dropped.
        pelvic_drop_deg: Option<DegreesRead>,
        /// Whether the trunk leaned over.
        trunk_lean: Option<bool>,
    }

    /// Bending forward with straight knees.
    FingerFloor: Default {
        /// Fingertips above the floor.
        distance_cm: Option<CentimetresRead>,
        /// Where the bend happens.
        bends_in: Option<BendsIn>,
    }

    /// Holding the bridge.
    BridgeHold: Default {
        /// How long.
        seconds: Option<SecondsRead>,
        /// Whether on one leg.
        single_leg: Option<bool>,
    }

    /// Standing up and sitting down in half a minute.
    SitToStand30s: Default {
        /// How often.
        count: Option<TestCount>,
    }

    /// Lifting the top leg in side-lying.
    SideLyingAbduction: Default {
        /// Loss of control: 0 none, 3 severe.
        score: Option<AbductionScore>,
    }

    /// Sitting with both knees at right angles; the side of the measure is the front leg.
    NinetyNinety: Default {
        /// Whether one can sit tall.
        sits_tall: Option<bool>,
        /// Whether the hands are needed.
        hands_needed: Option<bool>,
        /// Whether it hurts.
        pain: Option<bool>,
    }

    /// Lifting a straight leg by a hand's breadth (active straight-leg raise).
    ActiveSlr: Default {
        /// How hard: 0 not at all, 5 unable.
        difficulty: Option<DifficultyScore>,
    }

    /// Repeating one movement and watching the pain.
    RepeatedMovement {
        /// Which way.
        direction: Direction,
        /// How often.
        repetitions: Option<TestCount>,
        /// What it did.
        effect: Effect,
        /// How long that lasted.
        lasted_minutes: Option<MinutesPerDay>,
    }

    /// What every measure shares.
    Shared {
        /// The test.
        test: TestId,
        /// The side measured; only where the test has one.
        side: Option<Side>,
        /// How it was measured.
        method: Option<Method>,
        /// Of how many repeats the values are the median.
        repeats: Option<TestCount>,
        /// The day.
        on: Option<jiff::civil::Date>,
    }
}

impl Format for Method {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let word = at.text()?;
        let found = METHODS.iter().find(|(name, _)| *name == word).map(|(_, method)| *method);
        found.ok_or_else(|| at.unknown_word(word, &METHODS.map(|(name, _)| name)))
    }

    fn schema() -> Value {
        json!({"enum": METHODS.map(|(name, _)| name)})
    }
}

const METHODS: [(&str, Method); 6] = [
    ("phone-inclinometer", Method::PhoneInclinometer),
    ("goniometer", Method::Goniometer),
    ("camera", Method::Camera),
    ("tape", Method::Tape),
    ("stopwatch", Method::Stopwatch),
    ("by-eye", Method::ByEye),
];

/// Whether a test is done side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HasSide {
    /// Always: the side must be named.
    Yes,
    /// Sometimes.
    Maybe,
    /// Never.
    No,
}

macro_rules! tests {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $values:ident, $side:ident;)*) => {
        vocabulary! {
            /// A home test.
            TestId { $($(#[$doc])* $variant = $id,)* }
        }
        word! { TestId }

        impl TestId {
            /// Whether it is done side by side.
            #[must_use]
            pub const fn has_side(self) -> HasSide {
                match self { $(Self::$variant => HasSide::$side,)* }
            }

            fn keys(self) -> &'static [&'static str] {
                match self { $(Self::$variant => $values::KEYS,)* }
            }

            fn properties(self) -> Vec<(&'static str, Value)> {
                match self { $(Self::$variant => $values::properties(),)* }
            }

            fn required(self) -> Vec<&'static str> {
                match self { $(Self::$variant => $values::required(),)* }
            }
        }

        /// The values of one test.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Reading { $($(#[$doc])* $variant($values),)* }

        impl Reading {
            /// The test it belongs to.
            #[must_use]
            pub const fn test(&self) -> TestId {
                match self { $(Self::$variant(_) => TestId::$variant,)* }
            }

            fn read(test: TestId, at: &Reader<'_>) -> Result<Self, IntakeError> {
                match test { $(TestId::$variant => $values::read_fields(at).map(Self::$variant),)* }
            }
        }
    };
}

tests! {
    /// Modified Thomas test.
    Thomas = "thomas", Thomas, Yes;
    /// Straight-leg raise.
    StraightLegRaise = "straight-leg-raise", StraightLegRaise, Yes;
    /// Knee extension with the thigh upright.
    KneeExtension90 = "knee-extension-90", KneeExtension90, Yes;
    /// Turning the hip in.
    HipInternalRotation = "hip-internal-rotation", HipRotation, Yes;
    /// Turning the hip out.
    HipExternalRotation = "hip-external-rotation", HipRotation, Yes;
    /// Height of the knee in the figure-four.
    FigureFourHeight = "figure-four-height", FigureFourHeight, Yes;
    /// Pelvis higher on one side.
    PelvicObliquity = "pelvic-obliquity", PelvicObliquity, Yes;
    /// Standing on one leg.
    SingleLegStance = "single-leg-stance", SingleLegStance, Yes;
    /// Fingertips to the floor.
    FingerFloor = "finger-floor", FingerFloor, No;
    /// Holding the bridge.
    BridgeHold = "bridge-hold", BridgeHold, Maybe;
    /// Sit to stand in 30 seconds.
    SitToStand30s = "sit-to-stand-30s", SitToStand30s, No;
    /// Lifting the leg in side-lying.
    SideLyingAbduction = "side-lying-abduction", SideLyingAbduction, Yes;
    /// Sitting with both knees at right angles.
    NinetyNinety = "ninety-ninety", NinetyNinety, Yes;
    /// Active straight-leg raise.
    ActiveSlr = "active-slr", ActiveSlr, Yes;
    /// A movement repeated.
    RepeatedMovement = "repeated-movement", RepeatedMovement, No;
}

/// One measurement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeasureEntry {
    /// What every measure has.
    #[serde(flatten)]
    pub shared: Shared,
    /// The test's own values.
    #[serde(flatten)]
    pub reading: Reading,
}

impl Format for MeasureEntry {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let test = at.field("test", |field| match field {
            Some(field) => TestId::read(field),
            None => Err(at.error("the key \"test\" is missing; say which test was done")),
        })?;
        let known: Vec<&str> = Shared::KEYS.iter().chain(test.keys()).copied().collect();
        at.object(&known)?;
        let shared = Shared::read_fields(at)?;
        match (test.has_side(), shared.side) {
            (HasSide::Yes, None) => {
                return Err(
                    at.error(format!("{test} is done side by side; add \"side\": \"left\" or \"right\""))
                );
            }
            (HasSide::No, Some(_)) => return Err(at.error(format!("{test} has no side; leave \"side\" out"))),
            _ => {}
        }
        Ok(Self { reading: Reading::read(test, at)?, shared })
    }

    fn schema() -> Value {
        let of = |test: TestId| {
            let mut properties = Shared::properties();
            let mut required = vec!["test"];
            properties.retain(|(key, _)| *key != "side" || test.has_side() != HasSide::No);
            for (key, schema) in &mut properties {
                if *key == "test" {
                    *schema = described(json!({"const": test.as_str()}), "The test.");
                }
            }
            properties.extend(test.properties());
            required.extend(test.required());
            if test.has_side() == HasSide::Yes {
                required.push("side");
            }
            object_schema("One measurement.", properties, required)
        };
        json!({"oneOf": TestId::ALL.iter().map(|&test| of(test)).collect::<Vec<_>>()})
    }
}
readable!(MeasureEntry);

impl Mirror for MeasureEntry {
    fn mirror(self) -> Self {
        let side = self.shared.side.mirror();
        Self { shared: Shared { side, ..self.shared }, ..self }
    }
}
