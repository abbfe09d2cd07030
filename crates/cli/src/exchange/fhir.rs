//! A journal as a bundle of FHIR R4 resources (4.0.1): Patient, QuestionnaireResponse, Observation, Goal,
//! ServiceRequest, CarePlan.
//!
//! Codes of LOINC and SNOMED CT stand only where they were looked up and confirmed; everything else carries a code of
//! our own. No name, address or identifier of the person is in it. Identifiers of resources follow from what they are
//! about, so that two exports of the same journal have the same.

use counterpose_content::Texts;
use counterpose_journal::{Section, State};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use uuid::Uuid;

use super::fact::{self, Fact};
use super::{plan, questionnaire};

/// Facts that are observations, with what they are called and their category.
const OBSERVED: [(&str, &str, &str); 18] = [
    ("measure", "Home test", "exam"),
    ("retest-before", "Test before an exercise", "exam"),
    ("retest-after", "Test after an exercise", "exam"),
    ("pain-now", "Pain now, 0 to 10", "survey"),
    ("pain-before-session", "Pain before a session, 0 to 10", "survey"),
    ("pain-after-session", "Pain after a session, 0 to 10", "survey"),
    ("pain-average-of-day", "Average pain of the day, 0 to 10", "survey"),
    ("pain-worst-of-day", "Worst pain of the day, 0 to 10", "survey"),
    ("flare", "Whether the day was a flare", "survey"),
    ("anything-new", "Whether a warning sign is new", "survey"),
    ("outcome", "Outcome measure, total", "survey"),
    ("effort", "Effort of a session, 0 to 10", "survey"),
    ("settled-by-morning", "Whether a session had settled by morning", "survey"),
    ("session", "Minutes of a session", "activity"),
    ("worked", "Minutes of an exercise", "activity"),
    ("repetitions", "Repetitions of an exercise", "activity"),
    ("habit", "Times a habit was done", "activity"),
    ("sat", "Minutes sat", "activity"),
];

/// What is being put together.
pub struct Bundle {
    person: Uuid,
    patient: String,
    entries: Vec<Value>,
}

impl Bundle {
    /// Adds a resource under what it is about and gives its full URL.
    pub fn add(&mut self, about: &str, mut resource: Value) -> String {
        let id = identifier(self.person, about);
        resource["id"] = json!(id.to_string());
        let url = format!("urn:uuid:{id}");
        self.entries.push(json!({"fullUrl": url, "resource": resource}));
        url
    }

    /// A reference to the person.
    pub fn subject(&self) -> Value {
        reference(&self.patient)
    }
}

/// The bundle. `now_ms` is when it was made.
pub fn bundle(state: &State, person: Uuid, today: Date, now_ms: i64, texts: &Texts) -> Value {
    let mut bundle = Bundle { person, patient: String::new(), entries: Vec::new() };
    bundle.patient = bundle.add("patient", patient(state));
    questionnaire::responses(state, &mut bundle);
    for (number, fact) in fact::all(state).iter().enumerate() {
        if let Some(observation) = observation(fact, bundle.subject()) {
            bundle.add(&format!("fact {number} {} {} {:?}", fact.kind, fact.about, fact.date), observation);
        }
    }
    plan::goals_and_plan(state, today, texts, &mut bundle);
    json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": instant(now_ms),
        "entry": bundle.entries,
    })
}

fn patient(state: &State) -> Value {
    let profile = state.section(Section::Profile).map(|section| &section.value);
    let told = |key: &str| profile.and_then(|profile| profile.get(key));
    let gender = match told("sex").and_then(Value::as_str) {
        Some("female") => "female",
        Some("male") => "male",
        _ => "unknown",
    };
    let mut patient = json!({"resourceType": "Patient", "gender": gender});
    if let Some(year) = told("birth_year").and_then(Value::as_i64).filter(|year| (1000..=9999).contains(year))
    {
        patient["birthDate"] = json!(year.to_string());
    }
    patient
}

fn observation(fact: &Fact, subject: Value) -> Option<Value> {
    let (kind, what, category) = OBSERVED.iter().find(|(kind, ..)| *kind == fact.kind)?;
    let mut codings = Vec::new();
    let mut text = (*what).to_owned();
    if let Some((system, code, display)) = confirmed(fact) {
        codings.push(json!({"system": system, "code": code, "display": display}));
    }
    let own = if fact.about.is_empty() { (*kind).to_owned() } else { format!("{kind}:{}", fact.about) };
    codings.push(json!({"system": local("observation", ""), "code": own.replace(' ', "-"), "display": what}));
    if !fact.about.is_empty() {
        text = format!("{what}: {}", fact.about);
    }
    let mut observation = json!({
        "resourceType": "Observation",
        "status": "final",
        "category": [known("http://terminology.hl7.org/CodeSystem/observation-category", category, category)],
        "code": {"coding": codings, "text": text},
        "subject": subject,
        "effectiveDateTime": day_or_instant(fact.date, fact.at_ms)?,
    });
    if !fact.side.is_empty() {
        observation["bodySite"] = coded("side", &fact.side, &fact.side);
    }
    match &fact.value {
        Value::Bool(yes) => observation["valueBoolean"] = json!(yes),
        Value::Number(number) if fact.unit.is_empty() => {
            observation["valueQuantity"] = json!({"value": number})
        }
        Value::Number(number) => observation["valueQuantity"] = json!({"value": number, "unit": fact.unit}),
        Value::String(words) if !words.trim().is_empty() => observation["valueString"] = json!(words.trim()),
        _ => return None,
    }
    Some(observation)
}

/// The codes of others that were looked up and confirmed.
fn confirmed(fact: &Fact) -> Option<(&'static str, &'static str, &'static str)> {
    const LOINC: &str = "http://loinc.org";
    match (fact.kind, fact.about.as_str()) {
        ("pain-now" | "pain-before-session" | "pain-after-session", _) => {
            Some((LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"))
        }
        ("outcome", "oswestry") => Some((LOINC, "97909-6", "Oswestry Disability Index score")),
        _ => None,
    }
}

/// The address of one of our own code systems, or of a thing in it.
pub fn local(system: &str, code: &str) -> String {
    if code.is_empty() {
        format!("urn:counterpose:{system}")
    } else {
        format!("urn:counterpose:{system}:{code}")
    }
}

/// A concept with a code of our own.
pub fn coded(system: &str, code: &str, text: &str) -> Value {
    json!({"coding": [{"system": local(system, ""), "code": code, "display": text}], "text": text})
}

/// A concept with a code of somebody else.
pub fn known(system: &str, code: &str, display: &str) -> Value {
    json!({"coding": [{"system": system, "code": code, "display": display}]})
}

/// A reference to a resource of the bundle.
pub fn reference(url: &str) -> Value {
    json!({"reference": url})
}

/// The instant where one is known, else the day.
pub fn day_or_instant(date: Option<Date>, at_ms: Option<i64>) -> Option<String> {
    at_ms.and_then(instant).or_else(|| date.map(|date| date.to_string()))
}

fn instant(at_ms: i64) -> Option<String> {
    Timestamp::from_millisecond(at_ms).ok().map(|at| at.to_string())
}

/// The same for the same person and the same thing (FNV-1a over both, marked as a UUID of version 8).
fn identifier(person: Uuid, about: &str) -> Uuid {
    let bytes = person.as_bytes().iter().copied().chain(about.bytes());
    let hash = bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    });
    let versioned = (hash & !(0xf << 76)) | (0x8 << 76);
    Uuid::from_u128((versioned & !(0b11 << 62)) | (0b10 << 62))
}
