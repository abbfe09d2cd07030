//! The parts of an intake: person, precautions, complaint, life, goals, means, clearances.

use counterpose_quantity as quantity;
use quantity::{AgeYears, HoursPerDay, MinutesPerDay, MinutesPerWeek, Mirror, PainScore, Side, WeekCount};
use serde::Serialize;
use serde_json::{Value, json};

use super::format::{Format, records, word};
use super::node::{IntakeError, Reader};
use crate::screening::QuestionId;
use crate::vocabulary::{MovementTag, Precaution, vocabulary, words};

vocabulary! {
    /// Sex, as far as it decides which questions can apply.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Neither, or not said: every question is shown.
        Unspecified = "unspecified",
    }

    /// A part of the body that hurts.
    Site {
        /// Low back.
        LowBack = "low-back",
        /// Middle of the back.
        MidBack = "mid-back",
        /// Buttock.
        Buttock = "buttock",
        /// Groin.
        Groin = "groin",
        /// Outside of the hip.
        OuterHip = "outer-hip",
        /// Thigh.
        Thigh = "thigh",
        /// Knee.
        Knee = "knee",
        /// Lower leg.
        BelowKnee = "below-knee",
        /// Foot.
        Foot = "foot",
        /// Neck.
        Neck = "neck",
        /// Shoulder.
        Shoulder = "shoulder",
        /// Arm.
        Arm = "arm",
    }

    /// What makes it worse or better.
    Activity {
        /// Sitting.
        Sitting = "sitting",
        /// Getting up from sitting.
        RisingFromSitting = "rising-from-sitting",
        /// Driving.
        Driving = "driving",
        /// Standing.
        Standing = "standing",
        /// Walking.
        Walking = "walking",
        /// Running.
        Running = "running",
        /// Stairs.
        Stairs = "stairs",
        /// Bending forward.
        BendingForward = "bending-forward",
        /// Bending back.
        BendingBack = "bending-back",
        /// Turning.
        Twisting = "twisting",
        /// Lifting.
        Lifting = "lifting",
        /// Lying.
        Lying = "lying",
        /// Coughing or sneezing.
        Coughing = "coughing",
        /// Moving at all.
        Moving = "moving",
        /// Changing position.
        ChangingPosition = "changing-position",
    }

    /// What goes down the leg, from least to most worrying.
    LegSymptoms {
        /// Nothing.
        None = "none",
        /// Pain above the knee.
        AboveKnee = "above-knee",
        /// Pain below the knee.
        BelowKneePain = "below-knee-pain",
        /// Tingling or numbness below the knee.
        BelowKneeTingling = "below-knee-tingling",
        /// Weakness.
        Weakness = "weakness",
    }

    /// Work or play that loads one side.
    OneSidedTask {
        /// Computer mouse.
        Mouse = "mouse",
        /// Writing.
        Writing = "writing",
        /// Carrying a bag.
        Carrying = "carrying",
        /// A child on the hip.
        ChildOnHip = "child-on-hip",
        /// Phone.
        Phone = "phone",
        /// A one-sided sport.
        Sport = "sport",
        /// Standing on one leg.
        StandingOnOneLeg = "standing-on-one-leg",
        /// Sitting on one side.
        SittingOnOneSide = "sitting-on-one-side",
    }

    /// How much it takes to bring the pain on.
    BroughtOnBy {
        /// Very little.
        Little = "little",
        /// A fair amount.
        Moderate = "moderate",
        /// A lot.
        Much = "much",
    }

    /// How long stirred-up pain takes to settle.
    Settles {
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// By the next day.
        NextDay = "next-day",
        /// Longer.
        Longer = "longer",
    }

    /// The gearbox of the car, which says how busy the other foot is.
    Gearbox {
        /// Two pedals.
        Automatic = "automatic",
        /// Three pedals.
        Manual = "manual",
    }
}
words! {
    /// Where something sits on the body.
    BodySide {
        /// The person's left.
        Left = "left",
        /// The person's right.
        Right = "right",
        /// Both sides.
        Both = "both",
        /// In the middle.
        Central = "central",
        /// Nowhere.
        None = "none",
    }
}

word! { Sex BodySide Site Activity LegSymptoms OneSidedTask BroughtOnBy Settles Gearbox }

impl LegSymptoms {
    /// Whether something reaches below the knee or weakens the leg.
    #[must_use]
    pub fn below_knee(self) -> bool {
        self >= Self::BelowKneePain
    }
}

impl BodySide {
    /// The one side it names, if it names one.
    #[must_use]
    pub const fn one(self) -> Option<Side> {
        match self {
            Self::Left => Some(Side::Left),
            Self::Right => Some(Side::Right),
            _ => None,
        }
    }
}

impl Mirror for BodySide {
    fn mirror(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            other => other,
        }
    }
}

/// A country as two capital letters (ISO 3166).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of two letters, either case.
    #[must_use]
    pub fn new(letters: &str) -> Option<Self> {
        match letters.as_bytes() {
            [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                Some(Self([first.to_ascii_uppercase(), second.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Format for Country {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let text = at.text()?;
        Self::new(text)
            .ok_or_else(|| at.error(format!("\"{text}\" is no country code; write two letters, as in GB")))
    }

    fn schema() -> Value {
        json!({"type": "string", "pattern": "^[A-Za-z]{2}$"})
    }
}

/// What a clinician cleared: a question, a precaution, or fusion and hip replacement together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClearedRule {
    /// A safety question.
    Question(QuestionId),
    /// A precaution.
    Precaution(Precaution),
}

impl ClearedRule {
    /// The identifier, as in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Question(question) => question.as_str(),
            Self::Precaution(precaution) => precaution.as_str(),
        }
    }
}

impl Serialize for ClearedRule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl ClearedRule {
    fn names() -> Vec<&'static str> {
        let questions = QuestionId::ALL.iter().map(|question| question.as_str());
        questions.chain(Precaution::ALL.iter().map(|precaution| precaution.as_str())).collect()
    }
}

impl Format for ClearedRule {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let word = at.text()?;
        let question = QuestionId::parse(word).map(Self::Question);
        question
            .or_else(|| Precaution::parse(word).map(Self::Precaution))
            .ok_or_else(|| at.unknown_word(word, &Self::names()))
    }

    fn schema() -> Value {
        json!({"enum": Self::names()})
    }
}

records! {
    /// Who it is.
    Person: Default {
        /// Age in completed years.
        age: Option<AgeYears>,
        /// Sex, as far as it decides which questions can apply.
        sex: Option<Sex>,
        /// Country, for emergency numbers.
        country: Option<Country>,
    }

    /// What a clinician has looked at, and the limits that go with it.
    Clearance {
        /// What was cleared: a C question, P1, or a precaution.
        rule: ClearedRule,
        /// The day; without it the clearance does not count.
        date: Option<jiff::civil::Date>,
        /// Who said so.
        by: Option<String>,
        /// Movements to stay away from.
        limits: Vec<MovementTag>,
        /// Movements expressly allowed although a precaution closes them.
        opens: Vec<MovementTag>,
    }

    /// A known condition.
    PrecautionEntry {
        /// Which one.
        id: Precaution,
        /// The side, for hips and knees.
        side: Option<BodySide>,
        /// Weeks of pregnancy.
        weeks: Option<WeekCount>,
        /// Weeks since the birth or the surgery.
        weeks_since: Option<WeekCount>,
        /// Whether a clinician has cleared it for exercise.
        cleared_by_clinician: Option<bool>,
        /// Whether it causes no symptoms now.
        symptom_free: Option<bool>,
    }

    /// What hurts, and when.
    Complaint: Default {
        /// The side.
        side: Option<BodySide>,
        /// The places.
        sites: Vec<Site>,
        /// Pain now.
        pain_now: Option<PainScore>,
        /// Pain on average over the last week.
        pain_average_week: Option<PainScore>,
        /// For how long.
        duration_weeks: Option<WeekCount>,
        /// What makes it worse.
        worse_with: Vec<Activity>,
        /// What makes it better.
        better_with: Vec<Activity>,
        /// What goes down the leg.
        leg_symptoms: Option<LegSymptoms>,
        /// How long it is stiff in the morning.
        morning_stiffness_minutes: Option<MinutesPerDay>,
        /// What loads one side.
        one_sided_tasks: Vec<OneSidedTask>,
        /// Whether it eases on leaving the car.
        eased_by_leaving_the_car: Option<bool>,
        /// The side of an old injury.
        old_injury_side: Option<BodySide>,
    }

    /// How easily the pain is stirred up.
    Irritability: Default {
        /// What it takes.
        brought_on_by: Option<BroughtOnBy>,
        /// How long it takes to settle.
        settles: Option<Settles>,
    }

    /// How the days look.
    Life: Default {
        /// Hours of sitting in a day.
        sitting_hours_per_day: Option<HoursPerDay>,
        /// Hours of driving in a day.
        driving_hours_per_day: Option<HoursPerDay>,
        /// Minutes of brisk activity in a week.
        active_minutes_per_week: Option<MinutesPerWeek>,
        /// The foot on the pedals.
        pedal_foot: Option<Side>,
        /// The gearbox.
        gearbox: Option<Gearbox>,
        /// Whether training, or work with the body, became clearly more in the last weeks.
        recent_training_jump: Option<bool>,
    }
}

impl Mirror for PrecautionEntry {
    fn mirror(self) -> Self {
        Self { side: self.side.mirror(), ..self }
    }
}

impl Mirror for Complaint {
    fn mirror(self) -> Self {
        Self { side: self.side.mirror(), old_injury_side: self.old_injury_side.mirror(), ..self }
    }
}

impl Mirror for Life {
    fn mirror(self) -> Self {
        Self { pedal_foot: self.pedal_foot.mirror(), ..self }
    }
}
