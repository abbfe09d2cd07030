//! People one can imagine, and what they are told. `UPDATE=1 cargo test` writes the answers anew; read them before
//! they are committed, as a physiotherapist would.
//!
//! The answer is kept in short: what is shut is kept as who shuts it, so that a new exercise changes nothing here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use counterpose_coach::check::{CheckOutcome, check};
use counterpose_coach::intake::parse;
use counterpose_coach::plan::{LeftOutKind, Plan};
use counterpose_content::library;
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/intakes")
}

fn short(outcome: &CheckOutcome) -> Value {
    json!({
        "id": outcome.id,
        "eligible": outcome.eligible,
        "why": outcome.why,
        "tier": outcome.triage.tier,
        "reasons": outcome.triage.reasons.iter().map(|r| format!("{}: {}", r.rule, r.text)).collect::<Vec<_>>(),
        "unanswered": outcome.triage.unanswered,
        "meanwhile": outcome.meanwhile,
        "findings": outcome.findings.iter().filter(|f| f.meaningful && f.counted).map(|f| f.id).collect::<Vec<_>>(),
        "where_to_start": outcome.patterns.first().map(|p| json!([p.id, p.points, p.confidence, p.side])),
        "plan": outcome.plan.as_ref().map(short_plan),
    })
}

fn short_plan(plan: &Plan) -> Value {
    let items: Vec<Value> = plan
        .items
        .iter()
        .map(|item| {
            let because: Vec<String> = item
                .because
                .iter()
                .map(|because| format!("{} from {}", because.rule, because.from))
                .collect();
            json!({"exercise": item.exercise, "variant": item.variant, "sides": item.sides,
                "starts_in_week": item.starts_in_week, "because": because})
        })
        .collect();
    let shut_by: BTreeSet<&str> = plan
        .left_out
        .iter()
        .filter(|out| out.kind == LeftOutKind::Precaution)
        .map(|out| out.because.as_str())
        .collect();
    json!({
        "items": items,
        "habits": plan.habits.iter().map(|habit| habit.id.as_str()).collect::<Vec<_>>(),
        "shut_by": shut_by,
        "minutes_per_session": plan.minutes_per_session,
        "review_after_days": plan.review_after_days,
    })
}

#[test]
fn people_are_told_what_was_reviewed() {
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| {
        path.extension().is_some_and(|e| e == "json") && !path.to_string_lossy().contains(".expected.")
    });
    names.sort();
    assert!(names.len() >= 20);
    let mut differing = Vec::new();
    for path in names {
        let intake =
            parse(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let fresh = format!("{:#}\n", short(&check(&intake, library())));
        let kept_in = path.with_extension("expected.json");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&kept_in, &fresh).unwrap();
        }
        if fs::read_to_string(&kept_in).unwrap_or_default() != fresh {
            differing.push(format!("{}:\n{fresh}", path.display()));
        }
    }
    assert!(differing.is_empty(), "not as reviewed:\n{}", differing.join("\n"));
}
