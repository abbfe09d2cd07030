//! What is worth reading, and the ways up to what somebody wants to do again.
//!
//! What this module does not do: choose either; the plan does.

use std::collections::BTreeSet;

use counterpose_coach::library::Library;
use counterpose_coach::plan::{Ladder, Plan, Rung};
use counterpose_content::{Arg, Texts};

use super::exercise::name;
use super::plan::with_reasons;
use crate::route::Route;
use crate::view::{Emphasis, InfoCard, ItemCard, LeftOutList, PlanItem};
use crate::words::{card, fold, link, plain};

/// Every card there is, in the order to read them.
pub const CARDS: [&str; 6] = [
    "education-outlook",
    "education-hurt",
    "education-flares",
    "education-sleep",
    "education-work",
    "education-scans",
];

/// These cards, folded away until they are asked for.
pub fn cards(texts: &Texts, ids: &[&str], open: &BTreeSet<String>) -> Option<LeftOutList> {
    if ids.is_empty() {
        return None;
    }
    let key = "reading".to_owned();
    let is_open = open.contains(&key);
    let text = |id: &&str| (texts.get(&format!("{id}-title")), texts.get(&format!("{id}-body")));
    let items = if is_open { ids.iter().map(text).collect() } else { Vec::new() };
    Some(LeftOutList { fold: fold(texts.get("check-title-besides"), key, is_open), items })
}

/// That talking to somebody may help, where the plan says so.
pub fn talk(texts: &Texts, plan: &Plan) -> Option<InfoCard> {
    plan.talk_to_somebody
        .then(|| InfoCard { paragraphs: vec![texts.get("check-talk")], ..card(texts.get("plan-talk")) })
}

/// One way up, with its reasons.
pub fn ladder(texts: &Texts, library: &Library, ladder: &Ladder, open: &BTreeSet<String>) -> PlanItem {
    let activity = texts.get(&format!("activity-{}", ladder.activity));
    let rungs: Vec<String> = ladder.rungs.iter().map(|rung| rung_words(texts, rung)).collect();
    let card = ItemCard {
        id: format!("ladder-{}", ladder.activity),
        summary: texts.get("rule-ladder"),
        dose: Some(rungs.join(" · ")),
        figure: None,
        open: link(texts, "nav-today", Emphasis::Quiet, Route::Today),
        name: ladder.goal.as_ref().map_or_else(|| activity.clone(), |goal| format!("{activity}: {goal}")),
    };
    with_reasons(texts, library, card, &ladder.because, open)
}

fn rung_words(texts: &Texts, rung: &Rung) -> String {
    let what = match (&rung.exercise, rung.minutes) {
        (Some(exercise), _) => name(texts, exercise),
        (None, Some(minutes)) => texts.format("check-at-a-stretch", &[("n", plain(minutes))]),
        (None, None) => String::new(),
    };
    texts.format("check-rung", &[("week", Arg::from(i64::from(rung.week))), ("what", Arg::from(what))])
}

#[cfg(test)]
mod tests {
    use counterpose_coach::intake::Activity;
    use counterpose_content::Locale;

    use super::*;

    fn texts() -> Texts {
        Texts::new(Locale::English)
    }

    #[test]
    fn a_way_up_names_its_goal_and_every_week() {
        let rung = |week, minutes| Rung { week, minutes: Some(minutes), exercise: None, variant: None };
        let way = Ladder {
            activity: Activity::Driving,
            goal: Some("drive to work".into()),
            rungs: vec![rung(1, 32.0), rung(2, 36.0)],
            because: Vec::new(),
        };
        let item = ladder(&texts(), counterpose_content::library(), &way, &BTreeSet::new());
        assert_eq!(item.card.name, "Driving: drive to work");
        let dose = item.card.dose.unwrap();
        assert_eq!(dose, "Week 1: 32 minutes at a stretch · Week 2: 36 minutes at a stretch");
    }

    #[test]
    fn cards_are_folded_until_they_are_asked_for_and_every_one_has_its_text() {
        assert!(cards(&texts(), &CARDS, &BTreeSet::new()).unwrap().items.is_empty());
        let open = BTreeSet::from(["reading".to_owned()]);
        let shown = cards(&texts(), &CARDS, &open).unwrap().items;
        let all = counterpose_content::cards().iter().filter(|card| card.steps == 0).count();
        assert_eq!(shown.len(), all);
        assert!(shown.iter().all(|(title, body)| !title.is_empty() && body.split_whitespace().count() > 20));
        assert!(cards(&texts(), &[], &open).is_none());
    }
}
