//! The table of screening rules: one line says when, how urgent, and on whose authority.
//!
//! To change what the screening does, change this table and nothing else. Where several rules hold, all of them are
//! reported and the most urgent one decides. The sentence a person reads is the text `reason-<id>`.

use super::QuestionId::{
    self, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12, P1, S1,
    S2, S3, S4, S5, S6, S7, S8, S9,
};
use super::condition::When::{
    self, All, Any, ApproachUnknown, AtLeast, Has, Hurts, InternalRotationUnder, NotNo, OlderThan, Unsettled,
    Unsure, WorseWith,
};
use crate::intake::{Activity, Site};
use crate::vocabulary::Precaution::{
    self, HipReplacementAnterior, HipReplacementPosterior, RecentSurgery, SpinalFusion,
};
use crate::vocabulary::Tier::{self, Adapted, ClinicianFirst, Emergency, SameDay};

/// What a rule is about; its name is what reports and clearances call the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The answer to a question.
    Question(QuestionId),
    /// A precaution.
    Precaution(Precaution),
    /// Pain in the groin later in life.
    GroinLaterInLife,
    /// Spinal fusion together with a hip replacement.
    FusionAndHipReplacement,
}

impl Subject {
    /// The identifier.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Question(question) => question.as_str(),
            Self::Precaution(precaution) => precaution.as_str(),
            Self::GroinLaterInLife => "groin-later-in-life",
            Self::FusionAndHipReplacement => "spinal-fusion-with-hip-replacement",
        }
    }
}

/// Whose clearance turns a stop into an adapted start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lift {
    /// Nobody's: a current E or S answer, or nothing to lift.
    Never,
    /// A clearance of any of these questions.
    Questions(&'static [QuestionId]),
    /// A clearance of this precaution.
    Precaution(Precaution),
    /// Clearances of all of these precautions that the person has.
    EveryPresent(&'static [Precaution]),
}

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Unique; its text is `reason-<id>`.
    pub id: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// When it holds.
    pub when: When,
    /// How urgent it is.
    pub tier: Tier,
    /// On whose authority; identifiers of sources.
    pub sources: &'static [&'static str],
    /// Whose clearance lifts it to an adapted start.
    pub lift: Lift,
    /// Not even comfortable walking is advised.
    pub no_walking: bool,
    /// Worth mentioning at a visit that is booked for it.
    pub book_visit: bool,
    /// A precaution that goes with it, listed or not.
    pub implies: Option<Precaution>,
}

/// A rule about a question that holds from a value on.
const fn from(id: &'static str, question: QuestionId, value: &'static str, tier: Tier) -> Rule {
    rule(id, Subject::Question(question), AtLeast(question, value), tier)
}

/// A rule about an answer nobody is sure of; reported with the words for all such.
const fn unsure(question: QuestionId, tier: Tier) -> Rule {
    rule("unsure", Subject::Question(question), Unsure(question), tier).lift_own(question)
}

const fn rule(id: &'static str, subject: Subject, when: When, tier: Tier) -> Rule {
    Rule {
        id,
        subject,
        when,
        tier,
        sources: &[OUR_CAUTION],
        lift: Lift::Never,
        no_walking: false,
        book_visit: false,
        implies: None,
    }
}

impl Rule {
    const fn by(mut self, sources: &'static [&'static str]) -> Self {
        self.sources = sources;
        self
    }

    /// A clearance of any of these questions lifts it.
    const fn lifted_by(mut self, questions: &'static [QuestionId]) -> Self {
        self.lift = Lift::Questions(questions);
        self
    }

    /// A clearance of the question itself lifts it, where the question is of block C or P.
    const fn lift_own(mut self, question: QuestionId) -> Self {
        self.lift = match question {
            C7 => Lift::Questions(&[C7]),
            C10 => Lift::Questions(&[C10]),
            P1 => Lift::Questions(&[P1]),
            _ => Lift::Never,
        };
        self
    }

    const fn cleared_with(mut self, precaution: Precaution) -> Self {
        self.lift = Lift::Precaution(precaution);
        self
    }

    const fn no_walking(mut self) -> Self {
        self.no_walking = true;
        self
    }

    const fn book_visit(mut self) -> Self {
        self.book_visit = true;
        self
    }

    const fn implies(mut self, precaution: Precaution) -> Self {
        self.implies = Some(precaution);
        self
    }
}

/// The project's own caution, where no source was read.
pub const OUR_CAUTION: &str = "our-caution";

const CAUDA_EQUINA: &[&str] = &["bmj-best-practice-ces", "girft-ces-2023", "finucane-2020"];
const CORD: &[&str] = &["scottish-palliative-mscc", "finucane-2020"];
const FRACTURE: &[&str] = &["downie-2013", "henschke-2009", "finucane-2020"];
const INFECTION: &[&str] = &["yusuf-2019", "finucane-2020"];
const CANCER: &[&str] = &["downie-2013", "nice-ng234", "scottish-palliative-mscc"];
const INFLAMED_SPINE: &[&str] = &["nice-ng65"];

/// What makes pain with a history of cancer an emergency: both legs, a weak leg, unsteadiness, band-like pain.
const CORD_SIGNS: When = Any(&[AtLeast(E4, "yes"), NotNo(E5), AtLeast(E12, "yes"), NotNo(S2)]);
/// Either approach of a hip replacement.
const HIP_REPLACED: When = Any(&[Has(HipReplacementPosterior), Has(HipReplacementAnterior)]);

/// Every rule, emergencies first.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    // E: is this an emergency?
    from("E1", E1, "yes", Emergency).by(CAUDA_EQUINA),
    from("E2", E2, "yes", Emergency).by(CAUDA_EQUINA),
    from("E3", E3, "yes", Emergency).by(CAUDA_EQUINA),
    from("E4", E4, "yes", Emergency).by(CAUDA_EQUINA),
    from("E5-new", E5, "new-and-stable", SameDay).by(&["nhs-lothian-ces", "finucane-2020"]),
    from("E5-severe", E5, "severe", Emergency).by(&["nhs-lothian-ces", "finucane-2020"]),
    from("E6", E6, "yes", Emergency).by(&["nice-ng156"]),
    from("E7", E7, "yes", Emergency).by(FRACTURE),
    from("E8", E8, "yes", Emergency).by(&["gloucestershire-hip", "kernow-hip"]),
    from("E9", E9, "yes", Emergency).by(INFECTION),
    from("E10-calf", E10, "calf", SameDay),
    from("E10-limb", E10, "limb-or-chest", Emergency),
    from("E11", E11, "yes", Emergency),
    from("E12", E12, "yes", Emergency).by(CORD),
    // S: should somebody look today?
    from("S1", S1, "history-and-new-pain", SameDay).by(CANCER),
    rule("S1-with-nerves", Subject::Question(S1), All(&[NotNo(S1), CORD_SIGNS]), Emergency).by(CANCER),
    from("S2", S2, "pain-only", SameDay).by(CORD),
    from("S2-unsteady", S2, "with-unsteadiness", Emergency).by(CORD),
    from("S3", S3, "yes", SameDay).by(INFECTION),
    from("S4-mild", S4, "mild", ClinicianFirst).by(FRACTURE),
    from("S4", S4, "new-or-severe", SameDay).by(FRACTURE),
    from("S5", S5, "yes", SameDay).by(&["gloucestershire-hip"]),
    from("S6", S6, "yes", SameDay),
    from("S7", S7, "yes", SameDay),
    from("S8", S8, "yes", Emergency),
    from("S9", S9, "yes", SameDay).by(FRACTURE),
    // C: should a clinician look before starting, or can it start adapted?
    from("C1", C1, "yes", ClinicianFirst).by(&["verhagen-2016"]).lifted_by(&[C1]),
    rule("C1-with-cancer", Subject::Question(C1), All(&[AtLeast(C1, "yes"), NotNo(S1)]), SameDay).by(CANCER),
    // Where four signs hold, so do three, and with them the visit.
    from("C2-four", C2, "four-features", Adapted).by(INFLAMED_SPINE),
    from("C2-three", C2, "three-features", Adapted).by(INFLAMED_SPINE).book_visit(),
    from("C3", C3, "yes", ClinicianFirst).by(&["gloucestershire-hip"]).lifted_by(&[C3]).no_walking(),
    from("C4-known", C4, "known-and-stable", Adapted).by(&["nice-ng59"]).implies(Precaution::DiscRadiculopathy),
    from("C4-new", C4, "never-examined", ClinicianFirst).by(&["nice-ng59"]).lifted_by(&[C4]),
    from("C5-known", C5, "known", Adapted).by(&["matsuwaka-2018"]).implies(Precaution::SpinalStenosis),
    from("C5-new", C5, "first-time", ClinicianFirst).lifted_by(&[C5]),
    rule("C6", Subject::Question(C6), All(&[AtLeast(C6, "yes"), OlderThan(65)]), Adapted),
    rule("C6-with-weight-loss", Subject::Question(C6),
        All(&[AtLeast(C6, "yes"), OlderThan(65), AtLeast(C1, "yes")]), ClinicianFirst).lifted_by(&[C1, C6]),
    rule("C6-with-bump", Subject::Question(C6), All(&[AtLeast(C6, "yes"), OlderThan(65), NotNo(S4)]), ClinicianFirst),
    from("C7", C7, "yes", ClinicianFirst).lifted_by(&[C7]),
    from("C8", C8, "uncomplicated", Adapted).by(&["acog-804"]),
    from("C8-complicated", C8, "complicated", ClinicianFirst).by(&["acog-804"]).lifted_by(&[C8]),
    rule("C8-unsure", Subject::Question(C8), Unsure(C8), Adapted),
    from("C9-no-better", C9, "no-better", Adapted).book_visit(),
    from("C9-worse", C9, "worse", ClinicianFirst).lifted_by(&[C9]),
    from("C10", C10, "yes", ClinicianFirst).lifted_by(&[C10]),
    from("P1", P1, "yes", ClinicianFirst).lifted_by(&[P1]).no_walking(),
    rule("groin-later-in-life", Subject::GroinLaterInLife,
        All(&[Hurts(Site::Groin), OlderThan(50), Any(&[InternalRotationUnder(15.0), WorseWith(Activity::Stairs)])]),
        Adapted).by(&["metcalfe-2019"]).book_visit().implies(Precaution::HipOsteoarthritis),
    // Operations: without their date, their approach and a clearance nothing is started.
    settled("spinal-fusion-unsettled", SpinalFusion),
    settled("hip-replacement-posterior-unsettled", HipReplacementPosterior),
    settled("hip-replacement-anterior-unsettled", HipReplacementAnterior),
    settled("recent-surgery-unsettled", RecentSurgery),
    Rule { lift: Lift::EveryPresent(&[HipReplacementPosterior, HipReplacementAnterior]),
        ..rule("hip-replacement-approach", Subject::Precaution(HipReplacementPosterior), ApproachUnknown, ClinicianFirst) },
    Rule { lift: Lift::EveryPresent(&[SpinalFusion, HipReplacementPosterior, HipReplacementAnterior]),
        ..rule("spinal-fusion-with-hip-replacement", Subject::FusionAndHipReplacement,
            All(&[Has(SpinalFusion), HIP_REPLACED]), ClinicianFirst) }
        .by(&["fusion-hip-2024"]),
    // Not sure.
    unsure(E1, SameDay), unsure(E2, SameDay), unsure(E3, SameDay), unsure(E4, SameDay), unsure(E5, SameDay),
    unsure(E6, SameDay), unsure(E7, SameDay), unsure(E8, SameDay), unsure(E9, SameDay), unsure(E10, SameDay),
    unsure(E11, SameDay), unsure(E12, SameDay),
    unsure(S1, ClinicianFirst), unsure(S2, ClinicianFirst), unsure(S3, ClinicianFirst), unsure(S4, ClinicianFirst),
    unsure(S5, ClinicianFirst), unsure(S6, ClinicianFirst), unsure(S7, ClinicianFirst), unsure(S8, ClinicianFirst),
    unsure(S9, ClinicianFirst),
    unsure(C7, ClinicianFirst), unsure(C10, ClinicianFirst), unsure(P1, ClinicianFirst).no_walking(),
];

/// An operation that must have its date, a clearance, and twelve weeks behind it.
const fn settled(id: &'static str, precaution: Precaution) -> Rule {
    rule(id, Subject::Precaution(precaution), Unsettled(precaution), ClinicianFirst).cleared_with(precaution)
}
