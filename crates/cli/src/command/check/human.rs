//! The answer for people: what to do first, where to start, how much, and what is not for now.

use std::io;

use counterpose_coach::check::CheckOutcome;
use counterpose_coach::intake::Intake;
use counterpose_coach::pattern::Confidence;
use counterpose_coach::plan::{Because, Dose, LeftOutKind, Plan, Prescription, Sides};
use counterpose_coach::screening::{self, Meanwhile};
use counterpose_coach::vocabulary::Tier;
use counterpose_content::{Arg, Locale, Texts, cite, library};

use crate::page::Page;

/// Prints the answer.
pub fn print(intake: &Intake, outcome: &CheckOutcome, explain: bool) -> io::Result<()> {
    let mut page = Page::new();
    write(&mut page, intake, outcome, explain);
    page.print()
}

fn write(page: &mut Page, intake: &Intake, outcome: &CheckOutcome, explain: bool) {
    let texts = Texts::new(Locale::English);
    first(page, &texts, intake, outcome, explain);
    if let Some(meanwhile) = &outcome.meanwhile {
        until_then(page, &texts, meanwhile);
    }
    if let Some(plan) = &outcome.plan {
        where_to_start(page, &texts, outcome);
        how_much(page, &texts, plan, explain);
        not_now(page, &texts, plan);
    }
    safety_net(page, &texts, intake);
}

fn first(page: &mut Page, texts: &Texts, intake: &Intake, outcome: &CheckOutcome, explain: bool) {
    let triage = &outcome.triage;
    page.title(&texts.get("check-title-first"));
    let tier = triage.tier.map_or("none", Tier::as_str);
    page.paragraph(&format!("{}.", texts.get(&format!("tier-{tier}-title"))));
    let country = intake.person.as_ref().and_then(|person| person.country);
    let assessed = screening::assess(intake);
    if let Some(care) = screening::care(&assessed, country).filter(|_| outcome.meanwhile.is_none()) {
        page.pair(&texts.get("check-who"), &texts.get(&care.who));
        page.pair(&texts.get("check-when"), &texts.get(&care.when));
        page.pair(&texts.get("check-how"), &texts.get(&care.reach));
        page.paragraph(&texts.get(&format!("care-say-{tier}")));
    }
    // At a stop only what led to it; precautions matter again once there is a plan.
    let stop = outcome.plan.is_none() && triage.tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    for reason in triage.reasons.iter().filter(|reason| !stop || reason.tier <= Tier::ClinicianFirst) {
        let subject = texts.find(&format!("precaution-{}", reason.rule));
        let label = subject.unwrap_or_else(|| reason.rule.clone());
        page.point(&format!("{label}: {}", texts.get(&reason.text)));
        if explain {
            reason.sources.iter().for_each(|source| page.under(&citation(source)));
        }
    }
    if assessed.book_visit {
        page.paragraph(&texts.get("book-visit"));
    }
    if !triage.unanswered.is_empty() {
        page.title(&texts.get("unanswered-title"));
        if !assessed.missing.is_empty() {
            page.paragraph(&texts.get("unanswered-required"));
        }
        for question in &triage.unanswered {
            page.point(&format!("{question}: {}", texts.get(&format!("question-{question}"))));
        }
    }
}

fn until_then(page: &mut Page, texts: &Texts, meanwhile: &Meanwhile) {
    page.title(&texts.get("meanwhile-title"));
    page.pair(&texts.get("check-who"), &texts.get(&meanwhile.who));
    page.pair(&texts.get("check-when"), &texts.get(&meanwhile.when));
    page.pair(&texts.get("check-how"), &texts.get(&meanwhile.reach));
    page.point(&texts.get("care-say-clinician-first"));
    page.point(&texts.get(if meanwhile.walking { "meanwhile-walking" } else { "meanwhile-no-walking" }));
    page.point(&texts.get("meanwhile-diary"));
    page.point(&texts.get("meanwhile-clearance"));
}

fn where_to_start(page: &mut Page, texts: &Texts, outcome: &CheckOutcome) {
    page.title(&texts.get("check-title-start"));
    let Some(leading) = outcome.patterns.first() else { return };
    let side = leading.side.map(|side| texts.get(&format!("check-side-{}", side.as_str())));
    let name = texts.get(&format!("pattern-{}", leading.id));
    page.paragraph(&side.map_or_else(|| format!("{name}."), |side| format!("{name}, {side}.")));
    for pattern in outcome.patterns.iter().filter(|pattern| pattern.points > 0) {
        let sure = match pattern.confidence {
            Confidence::None => "confidence-none",
            Confidence::Weak => "confidence-weak",
            Confidence::Moderate => "confidence-moderate",
        };
        let points = ("points", Arg::Whole(i64::from(pattern.points)));
        let score = format!("{} ({})", texts.get(sure), texts.format("check-points", &[points]));
        page.pair(&texts.get(&format!("pattern-{}", pattern.id)), &score);
        let words = |finding: &str| texts.get(&format!("finding-{finding}"));
        pattern.because.iter().for_each(|held| page.under(&format!("+ {}", words(held.finding))));
        pattern.against.iter().for_each(|held| page.under(&format!("- {}", words(held.finding))));
    }
}

fn how_much(page: &mut Page, texts: &Texts, plan: &Plan, explain: bool) {
    page.title(&texts.get("check-title-dose"));
    for item in &plan.items {
        page.pair(&exercise_name(texts, item), &dose_words(texts, item));
        if explain {
            item.because.iter().for_each(|because| chain(page, texts, because));
        }
    }
    for habit in &plan.habits {
        let every = habit
            .every_minutes
            .map(i64::from)
            .map(|minutes| texts.format("check-every-minutes", &[("minutes", Arg::Whole(minutes))]));
        page.pair(
            &texts.get(&format!("{}-name", habit.id)),
            &every.unwrap_or_else(|| texts.get("check-habit")),
        );
        if explain {
            habit.because.iter().for_each(|because| chain(page, texts, because));
        }
    }
    let minutes = ("minutes", Arg::Number(round(plan.minutes_per_session)));
    let days = ("days", Arg::Whole(i64::from(plan.review_after_days)));
    page.paragraph(&texts.format("check-session", &[minutes, days]));
}

/// To half a minute.
fn round(minutes: f64) -> f64 {
    (minutes * 2.0).round() / 2.0
}

fn chain(page: &mut Page, texts: &Texts, because: &Because) {
    page.under(&texts.get(&format!("claim-{}", because.mechanism)));
    because.sources_for.iter().for_each(|source| page.under(&format!("+ {}", citation(source))));
    because.against.iter().for_each(|source| page.under(&format!("- {}", citation(source))));
    page.under(&texts.get(&format!("change-{}", because.would_change)));
}

fn citation(source: &str) -> String {
    library().source(source).map_or_else(|| source.to_owned(), cite)
}

fn exercise_name(texts: &Texts, item: &Prescription) -> String {
    let name = texts.get(&format!("{}-name", item.exercise));
    match &item.variant {
        Some(variant) => format!("{name}, {}", texts.get(&format!("{}-variant-{variant}", item.exercise))),
        None => name,
    }
}

fn dose_words(texts: &Texts, item: &Prescription) -> String {
    let amount = match &item.sides {
        Sides::Both { both } => dose(texts, both),
        Sides::Each(doses) if doses.left == doses.right => {
            texts.format("check-each-side", &[("dose", Arg::from(dose(texts, &doses.left)))])
        }
        Sides::Each(doses) => {
            let left = ("left", Arg::from(dose(texts, &doses.left)));
            texts.format("check-two-sides", &[left, ("right", Arg::from(dose(texts, &doses.right)))])
        }
    };
    let week = ("week", Arg::Whole(i64::from(item.starts_in_week)));
    if item.starts_in_week > 1 {
        format!("{amount}, {}", texts.format("check-from-week", &[week]))
    } else {
        amount
    }
}

fn dose(texts: &Texts, dose: &Dose) -> String {
    let mut parts = Vec::new();
    let mut part = |key: &str, number: Option<f64>| {
        if let Some(number) = number {
            parts.push(texts.format(key, &[("n", Arg::Number(number))]));
        }
    };
    part("check-sets", dose.sets.map(f64::from));
    part("check-repetitions", dose.repetitions.map(f64::from));
    part("check-hold", dose.hold_s);
    part("check-duration", dose.duration_s.map(|seconds| round(seconds / 60.0)));
    parts.join(", ")
}

fn not_now(page: &mut Page, texts: &Texts, plan: &Plan) {
    if plan.left_out.is_empty() {
        return;
    }
    page.title(&texts.get("left-out-title"));
    for kind in [LeftOutKind::Precaution, LeftOutKind::Means, LeftOutKind::Choice] {
        let mut reasons: Vec<&str> =
            plan.left_out.iter().filter(|out| out.kind == kind).map(|out| out.because.as_str()).collect();
        reasons.sort_unstable();
        reasons.dedup();
        for reason in reasons {
            let mut names: Vec<String> = plan
                .left_out
                .iter()
                .filter(|out| out.kind == kind && out.because == reason)
                .map(|out| texts.get(&format!("{}-name", out.exercise)))
                .collect();
            names.dedup();
            page.point(&texts.get(&format!("left-out-{reason}")));
            page.under(&names.join("; "));
        }
    }
}

fn safety_net(page: &mut Page, texts: &Texts, intake: &Intake) {
    page.title(&texts.get("safety-net-title"));
    let country = intake.person.as_ref().and_then(|person| person.country);
    for line in 1..=5 {
        page.point(&texts.get(&format!("safety-net-{line}")));
    }
    page.paragraph(&match screening::emergency_number(country) {
        Some(number) => texts.format("emergency-number-known", &[("number", Arg::from(number))]),
        None => texts.get("emergency-number-unknown"),
    });
}
