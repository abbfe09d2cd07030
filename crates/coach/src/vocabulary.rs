//! The closed vocabularies of the decisions: tiers, precautions, patterns, movement tags.
//!
//! Identifiers are kebab-case and never change once released. The screen's words for them are texts.

/// A closed list of words that have nothing to do with left and right.
macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($body:tt)* })*) => {
        crate::vocabulary::words! { $($(#[$doc])* $name { $($body)* })* }
        $(impl quantity::Mirror for $name {
            fn mirror(self) -> Self { self }
        })*
    };
}
pub(crate) use vocabulary;

/// A closed list of words; what its mirror image is, the caller says.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $id)] $variant,)* }

        impl $name {
            /// Every member, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The identifier, as in files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The member with this identifier.
            #[must_use]
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.as_str() == id)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )*};
}
pub(crate) use words;

use counterpose_quantity as quantity;

vocabulary! {
    /// How urgent it is to see somebody, most urgent first, so that `a < b` reads "a is more urgent than b".
    Tier {
        /// Call an ambulance or go to an emergency department now.
        Emergency = "emergency",
        /// Speak to a clinician today.
        SameDay = "same-day",
        /// See a clinician before starting.
        ClinicianFirst = "clinician-first",
        /// Start, with restrictions.
        Adapted = "adapted",
        /// Start.
        Ok = "ok",
    }

    /// Where to start: a working guess, never a diagnosis.
    Pattern {
        /// One hip higher or turned.
        OneHipHigher = "one-hip-higher",
        /// A tight front of the hip.
        FrontOfHip = "front-of-hip",
        /// A tight back of the hip.
        BackOfHip = "back-of-hip",
        /// Lost rotation of the hip.
        HipRotation = "hip-rotation",
        /// Uneven sitting and driving.
        UnevenSitting = "uneven-sitting",
        /// Plain stiffness from sitting.
        SedentaryStiffness = "sedentary-stiffness",
        /// No pattern: the general programme.
        General = "general",
    }

    /// A condition that closes movement tags.
    Precaution {
        /// Vertebrae joined by surgery.
        SpinalFusion = "spinal-fusion",
        /// A disc problem with or without nerve signs.
        DiscRadiculopathy = "disc-radiculopathy",
        /// A narrowed spinal canal.
        SpinalStenosis = "spinal-stenosis",
        /// A slipped vertebra or stress fracture of the arch.
        Spondylolisthesis = "spondylolisthesis",
        /// A hip replacement put in from behind.
        HipReplacementPosterior = "hip-replacement-posterior",
        /// A hip replacement put in from the front.
        HipReplacementAnterior = "hip-replacement-anterior",
        /// Hip impingement or a torn labrum.
        FaiLabral = "fai-labral",
        /// Worn hip joint.
        HipOsteoarthritis = "hip-osteoarthritis",
        /// Thin bones or an old fragility fracture.
        Osteoporosis = "osteoporosis",
        /// Pregnant.
        Pregnancy = "pregnancy",
        /// The first months after birth.
        Postpartum = "postpartum",
        /// Pain of the joints of the pelvis.
        PelvicGirdlePain = "pelvic-girdle-pain",
        /// Very mobile joints.
        Hypermobility = "hypermobility",
        /// A painful or injured knee.
        KneeProblem = "knee-problem",
        /// Surgery of spine, hip, pelvis or belly not long ago.
        RecentSurgery = "recent-surgery",
        /// Blood thinners or a bleeding disorder.
        Anticoagulants = "anticoagulants",
        /// Unsure on the feet.
        PoorBalance = "poor-balance",
    }

    /// What a movement asks of the body; precautions close tags, exercises carry them.
    MovementTag {
        /// Bending the low back forward to its end.
        LumbarFlexionEnd = "lumbar-flexion-end",
        /// Bending the low back forward against load.
        LumbarFlexionLoaded = "lumbar-flexion-loaded",
        /// Arching the low back to its end.
        LumbarExtensionEnd = "lumbar-extension-end",
        /// Turning the low back to its end.
        LumbarRotationEnd = "lumbar-rotation-end",
        /// Bending the hip past a right angle.
        HipFlexionGt90 = "hip-flexion-gt90",
        /// Hip bent, drawn across and turned in together.
        HipFlexionAdductionIr = "hip-flexion-adduction-ir",
        /// Hip extended to its end.
        HipExtensionEnd = "hip-extension-end",
        /// Hip turned out to its end.
        HipErEnd = "hip-er-end",
        /// Hip turned out while it is straight.
        HipErExtended = "hip-er-extended",
        /// Hip turned in to its end.
        HipIrEnd = "hip-ir-end",
        /// Hip drawn sideways to its end.
        HipAbductionEnd = "hip-abduction-end",
        /// Knee bent to its end.
        KneeFlexionEnd = "knee-flexion-end",
        /// Knee under a twist.
        KneeTorsion = "knee-torsion",
        /// Flat on the back for long.
        SupineFlatProlonged = "supine-flat-prolonged",
        /// Face down.
        Prone = "prone",
        /// On the knees.
        Kneeling = "kneeling",
        /// Standing on one leg.
        SingleLegBalance = "single-leg-balance",
        /// One side loaded and not the other.
        AsymmetricLoad = "asymmetric-load",
        /// Running, jumping, hopping.
        Impact = "impact",
        /// Holding the breath under strain.
        BreathHold = "breath-hold",
        /// Putting a nerve on stretch.
        NerveTension = "nerve-tension",
        /// Hard pressure on soft tissue.
        DeepPressure = "deep-pressure",
        /// Pulled to the end of range by something other than the muscle itself.
        PassiveEndRange = "passive-end-range",
        /// Load along the spine.
        SpinalLoad = "spinal-load",
        /// Easy movement short of every end: asks for something, but for nothing that a condition closes.
        MidRange = "mid-range",
    }

    /// What lies about the house.
    Equipment {
        /// An elastic band.
        Band = "band",
        /// A firm block or thick book.
        Block = "block",
        /// A towel.
        Towel = "towel",
        /// A strap or belt.
        Strap = "strap",
        /// A firm chair without wheels.
        Chair = "chair",
        /// A free wall.
        Wall = "wall",
        /// A step.
        Step = "step",
        /// A ball.
        Ball = "ball",
        /// A cushion.
        Cushion = "cushion",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_parse_back_and_serialise_alike() {
        for &tag in MovementTag::ALL {
            assert_eq!(MovementTag::parse(tag.as_str()), Some(tag));
            assert_eq!(serde_json::to_string(&tag).unwrap(), format!("\"{tag}\""));
        }
        assert!(Tier::Emergency < Tier::SameDay && Tier::Adapted < Tier::Ok);
    }
}
