//! Goals and the plan of today as Goal, ServiceRequest and CarePlan.

use counterpose_coach::check::check;
use counterpose_coach::plan::{Plan, Prescription};
use counterpose_content::Texts;
use counterpose_journal::{Section, State};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::fhir::{Bundle, coded, day_or_instant, known, reference};
use crate::command::check::words::{dose_words, exercise_name};

/// Adds the goals and, where there is a plan today, its requests and the plan.
pub fn goals_and_plan(state: &State, today: Date, texts: &Texts, bundle: &mut Bundle) {
    let goals = goals(state, bundle);
    let Ok(intake) = state.intake(today) else { return };
    let Some(plan) = check(&intake, counterpose_content::library()).plan else { return };
    let requests: Vec<String> = plan
        .items
        .iter()
        .enumerate()
        .map(|(number, item)| request(number, item, today, texts, bundle))
        .collect();
    let care = care(&plan, &goals, &requests, today, texts, bundle.subject());
    bundle.add("plan", care);
}

fn goals(state: &State, bundle: &mut Bundle) -> Vec<String> {
    let Some(section) = state.section(Section::Goals) else { return Vec::new() };
    let mut names = Vec::new();
    for (number, goal) in section.value.as_array().into_iter().flatten().enumerate() {
        let Some(activity) =
            goal.get("activity").and_then(Value::as_str).filter(|words| !words.trim().is_empty())
        else {
            continue;
        };
        let mut resource = json!({
            "resourceType": "Goal",
            "lifecycleStatus": "active",
            "description": {"text": activity.trim()},
            "subject": bundle.subject(),
            "startDate": section.date.to_string(),
        });
        let mut target =
            json!({"measure": coded("goal", "activity-0-10", "How well the activity goes, 0 to 10")});
        if let Some(wanted) = goal.get("target_0_10").and_then(Value::as_f64) {
            target["detailQuantity"] = json!({"value": wanted, "unit": "of 10"});
        }
        if let Some(by) = goal.get("by_on").and_then(Value::as_str) {
            target["dueDate"] = json!(by);
        }
        if target.get("detailQuantity").is_some() {
            resource["target"] = json!([target]);
        }
        if let Some(now) = goal.get("now_0_10").and_then(Value::as_f64) {
            resource["note"] = json!([{"text": format!("At the start: {now} of 10.")}]);
        }
        names.push(bundle.add(&format!("goal {number}"), resource));
    }
    names
}

fn request(number: usize, item: &Prescription, today: Date, texts: &Texts, bundle: &mut Bundle) -> String {
    let name = exercise_name(texts, &item.exercise, item.variant.as_deref());
    let code = match &item.variant {
        Some(variant) => format!("{}:{variant}", item.exercise),
        None => item.exercise.clone(),
    };
    let (frequency, unit) = match item.days_per_week {
        7 => (u32::from(item.per_day), "d"),
        days => (u32::from(item.per_day) * u32::from(days), "wk"),
    };
    let reasons: Vec<Value> = item
        .because
        .iter()
        .map(|because| {
            json!({"coding": [{"system": super::fhir::local("rule", ""), "code": because.rule}],
                   "text": texts.get(&format!("rule-{}", because.rule))})
        })
        .collect();
    let resource = json!({
        "resourceType": "ServiceRequest",
        "status": "active",
        "intent": "plan",
        "category": [known("http://snomed.info/sct", "229065009", "Exercise therapy")],
        "code": coded("exercise", &code, &name),
        "subject": bundle.subject(),
        "authoredOn": today.to_string(),
        "occurrenceTiming": {"repeat": {
            "frequency": frequency, "period": 1, "periodUnit": unit,
            "duration": item.minutes, "durationUnit": "min",
        }},
        "reasonCode": reasons,
        "patientInstruction": dose_words(texts, &item.sides),
    });
    bundle.add(&format!("request {number} {code}"), resource)
}

fn care(
    plan: &Plan,
    goals: &[String],
    requests: &[String],
    today: Date,
    texts: &Texts,
    subject: Value,
) -> Value {
    let mut activities: Vec<Value> =
        requests.iter().map(|request| json!({"reference": reference(request)})).collect();
    for habit in &plan.habits {
        let mut detail = json!({
            "status": "in-progress",
            "code": coded("habit", &habit.id, &texts.get(&format!("{}-name", habit.id))),
        });
        if let Some(every) = habit.every_minutes {
            detail["scheduledTiming"] =
                json!({"repeat": {"frequency": 1, "period": every, "periodUnit": "min"}});
        }
        activities.push(json!({"detail": detail}));
    }
    let mut care = json!({
        "resourceType": "CarePlan",
        "status": "active",
        "intent": "plan",
        "category": [known("http://snomed.info/sct", "229065009", "Exercise therapy")],
        "title": "Movement plan made with Counterpose",
        "description": "Chosen by rules from the person's own answers; not a diagnosis and not written by a clinician.",
        "subject": subject,
        "period": {"start": day_or_instant(Some(today), None)},
        "created": today.to_string(),
    });
    if !goals.is_empty() {
        care["goal"] = goals.iter().map(|goal| reference(goal)).collect();
    }
    if !activities.is_empty() {
        care["activity"] = activities.into();
    }
    care
}
