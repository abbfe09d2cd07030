//! The answer for people: what to do first, where to start, how much, and what is not for now.

use std::io;

use counterpose_coach::check::CheckOutcome;
use counterpose_coach::intake::Intake;
use counterpose_coach::pattern::Confidence;
use counterpose_coach::screening::{self, Meanwhile};
use counterpose_coach::vocabulary::Tier;
use counterpose_content::{Arg, Texts};

use super::plan::{self, citation};
use crate::language;
use crate::page::Page;

/// Prints the answer.
pub fn print(intake: &Intake, outcome: &CheckOutcome, explain: bool) -> io::Result<()> {
    let mut page = Page::new();
    write(&mut page, intake, outcome, explain);
    page.print()
}

fn write(page: &mut Page, intake: &Intake, outcome: &CheckOutcome, explain: bool) {
    let texts = language::for_people();
    first(page, &texts, intake, outcome, explain);
    if let Some(meanwhile) = &outcome.meanwhile {
        until_then(page, &texts, meanwhile);
    }
    if let Some(plan) = &outcome.plan {
        where_to_start(page, &texts, outcome);
        plan::how_much(page, &texts, plan, explain);
        plan::ladders(page, &texts, plan);
        plan::besides(page, &texts, plan);
        plan::not_now(page, &texts, plan, explain);
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
    let sure = |confidence: Confidence| {
        texts.get(match confidence {
            Confidence::None => "confidence-none",
            Confidence::Weak => "confidence-weak",
            Confidence::Moderate => "confidence-moderate",
        })
    };
    for (index, pattern) in outcome.patterns.iter().enumerate() {
        // The leading pattern always, the others where anything speaks for them.
        if index > 0 && pattern.points == 0 {
            continue;
        }
        let name = texts.get(&format!("pattern-{}", pattern.id));
        let side = pattern.side.map(|side| texts.get(&format!("check-side-{}", side.as_str())));
        let named = side.map_or_else(|| name.clone(), |side| format!("{name}, {side}"));
        let points = ("points", Arg::Whole(i64::from(pattern.points)));
        let score = texts.format("check-points", &[points]);
        let line = if pattern.points == 0 {
            format!("{named}.")
        } else {
            format!("{named}: {} ({score}).", sure(pattern.confidence).to_lowercase())
        };
        if index == 0 {
            page.paragraph(&line);
        } else {
            page.paragraph(&texts.format("check-also", &[("pattern", Arg::from(line))]));
        }
        let words = |finding: &str| texts.get(&format!("finding-{finding}"));
        pattern.because.iter().for_each(|held| page.under(&format!("+ {}", words(held.finding))));
        pattern.against.iter().for_each(|held| page.under(&format!("- {}", words(held.finding))));
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
