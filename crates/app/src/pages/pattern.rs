//! Where to start: each pattern with what speaks for and against it, and "I disagree".
//!
//! A working guess and never more; the words say so. What this module does not do: score.

use std::collections::BTreeSet;

use counterpose_coach::finding::Finding;
use counterpose_coach::library::Library;
use counterpose_coach::pattern::{AGAINST, Confidence, FOR, Held, ScoredPattern};
use counterpose_coach::vocabulary::Pattern;
use counterpose_content::{Arg, Texts};

use super::about::cite_all;
use super::selftest;
use crate::action::Action;
use crate::route::Route;
use crate::view::{Emphasis, PatternView, SignView, StartHere};
use crate::words::{button, fold, link, side as side_word};

/// What the card is made from.
pub struct Known<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// The library, for its sources.
    pub library: &'a Library,
    /// Every pattern, the leading one first.
    pub patterns: &'a [ScoredPattern],
    /// Every finding.
    pub findings: &'a [Finding],
    /// Patterns the person disagrees with.
    pub disagreed: &'a [Pattern],
    /// What was noted and is not counted, in words.
    pub noted: Vec<String>,
    /// What is folded open.
    pub open: &'a BTreeSet<String>,
    /// Whether to lead to the home tests.
    pub offers_tests: bool,
}

/// What a disagreement is about, as the journal names it.
pub fn about(pattern: Pattern) -> String {
    format!("pattern:{pattern}")
}

/// The pattern a disagreement is about.
pub fn of_about(about: &str) -> Option<Pattern> {
    Pattern::parse(about.strip_prefix("pattern:")?)
}

/// The text that says how sure one may be.
pub fn confidence(of: Confidence) -> &'static str {
    match of {
        Confidence::None => "confidence-none",
        Confidence::Weak => "confidence-weak",
        Confidence::Moderate => "confidence-moderate",
    }
}

/// The card.
pub fn start_here(known: &Known<'_>) -> StartHere {
    let texts = known.texts;
    let leading = known.patterns.first().map(|first| first.id);
    let says =
        |one: &&ScoredPattern| Some(one.id) == leading || !one.because.is_empty() || !one.against.is_empty();
    let mut noted = known.noted.clone();
    noted.extend(
        known
            .findings
            .iter()
            .filter(|found| !found.counted)
            .map(|found| selftest::finding(texts, found).text),
    );
    let mut buttons = Vec::new();
    if known.offers_tests {
        buttons.push(link(texts, "result-tests", Emphasis::Secondary, Route::Tests));
    }
    StartHere {
        heading: texts.get("start-here"),
        lead: texts.get("start-here-lead"),
        patterns: known
            .patterns
            .iter()
            .filter(says)
            .map(|one| pattern(known, one, Some(one.id) == leading))
            .collect(),
        noted_heading: texts.get("finding-noted"),
        noted,
        buttons,
    }
}

fn pattern(known: &Known<'_>, one: &ScoredPattern, leads: bool) -> PatternView {
    let texts = known.texts;
    let disagreed = known.disagreed.contains(&one.id);
    let key = format!("pattern-{}", one.id);
    let is_open = known.open.contains(&key);
    let hint = match (disagreed, leads, one.id) {
        (true, ..) => texts.get("pattern-disagreed"),
        (_, true, Pattern::General) => texts.get("pattern-leads"),
        (_, true, _) => {
            let sure = texts.get(confidence(one.confidence));
            texts.format("pattern-leads-sure", &[("sure", sure.into())])
        }
        _ => texts.get(confidence(one.confidence)),
    };
    let number = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    let sum = [("for", Arg::from(i64::from(one.points))), ("against", number(one.against.len()))];
    let signs = |list: &[Held], measured: &dyn Fn(&Held) -> bool| -> Vec<SignView> {
        if is_open { list.iter().map(|held| sign(known, held, measured(held))).collect() } else { Vec::new() }
    };
    let disagree = (one.id != Pattern::General).then(|| {
        let key = if disagreed { "pattern-agree-again" } else { "pattern-disagree" };
        let action = Action::Disagree { about: about(one.id), withdrawn: disagreed };
        button(texts, key, Emphasis::Quiet, action)
    });
    PatternView {
        id: one.id.as_str().to_owned(),
        name: texts.get(&format!("pattern-{}", one.id)),
        hint,
        leads,
        disagreed,
        side: one.side.map(|side| {
            let side = side_word(texts, side);
            texts.format("pattern-side", &[("side", side.into())])
        }),
        points: one.points.min(PatternView::MOST),
        sum: texts.format("pattern-sum", &sum),
        fold: fold(texts.get("pattern-why"), key, is_open),
        for_label: texts.get("chain-for"),
        speaks_for: signs(&one.because, &|held| is_measured(FOR, one.id, held)),
        against_label: texts.get("chain-against"),
        against: signs(&one.against, &|held| is_measured(AGAINST, one.id, held)),
        change_label: texts.get("chain-change"),
        change: texts.get(&format!("change-pattern-{}", one.id)),
        disagree,
    }
}

fn is_measured(table: &[counterpose_coach::pattern::Sign], pattern: Pattern, held: &Held) -> bool {
    table.iter().any(|sign| sign.pattern == pattern && sign.finding == held.finding && sign.physical)
}

fn sign(known: &Known<'_>, held: &Held, measured: bool) -> SignView {
    let texts = known.texts;
    let kind = texts.get(if measured { "sign-measured" } else { "sign-told" });
    let detail = if held.points == 0 {
        kind
    } else {
        let points = Arg::from(i64::from(held.points));
        texts.format("sign-points", &[("n", points), ("kind", kind.into())])
    };
    let sides: Vec<String> = known
        .findings
        .iter()
        .filter(|found| found.id == held.finding && found.meaningful && found.counted)
        .filter_map(|found| found.side)
        .map(|side| side_word(texts, side))
        .collect();
    let text = texts.get(&format!("finding-{}", held.finding));
    let text = match sides.as_slice() {
        [side] => texts.format("finding-side", &[("finding", text.into()), ("side", side.as_str().into())]),
        _ => text,
    };
    let sources: Vec<String> = held.sources.iter().map(|id| (*id).to_owned()).collect();
    SignView { text, points: held.points, detail, sources: cite_all(texts, known.library, &sources) }
}
