//! Patterns: where to start, as a working guess with its reasons, never a diagnosis.
//!
//! Points come from one table; a pattern is named only on two independent signs, one of them measured. The general
//! programme is always there, leads wherever nothing else is clear, and leads where pain is easily stirred up or
//! younger than six weeks.

mod table;

use counterpose_quantity::{Mirror, Side, order};
use serde::Serialize;

pub use table::{AGAINST, FOR, Sign};

use crate::finding::{Finding, is_irritable};
use crate::intake::Intake;
use crate::vocabulary::Pattern;

/// How sure one may be; never more than moderate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// No pattern to speak of.
    None,
    /// A hint.
    Weak,
    /// Two measured signs and four points.
    Moderate,
}

/// A sign that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The finding behind it.
    pub finding: &'static str,
    /// Its points.
    pub points: u8,
    /// On whose authority.
    pub sources: &'static [&'static str],
}

/// A pattern with what speaks for and against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoredPattern {
    /// Which one.
    pub id: Pattern,
    /// Points, signs of one group counted once.
    pub points: u8,
    /// How sure.
    pub confidence: Confidence,
    /// The side, where every sign that has one agrees.
    pub side: Option<Side>,
    /// What speaks for it.
    pub because: Vec<Held>,
    /// What speaks against it.
    pub against: Vec<Held>,
}

impl Mirror for ScoredPattern {
    fn mirror(self) -> Self {
        Self { side: self.side.mirror(), ..self }
    }
}

/// Weeks of pain before a pattern is named.
const NAMED_FROM_WEEKS: f64 = 6.0;

/// Every pattern, the one to start with first. Those the person does not see themselves in, and those set aside
/// because four weeks of them changed nothing, are listed with their points and never lead.
#[must_use]
pub fn patterns(intake: &Intake, findings: &[Finding], set_aside: &[Pattern]) -> Vec<ScoredPattern> {
    let aside = |pattern: Pattern| {
        pattern != Pattern::General && (intake.disagree.contains(&pattern) || set_aside.contains(&pattern))
    };
    let counted: Vec<&Finding> = findings.iter().filter(|f| f.meaningful && f.counted).collect();
    let named = may_be_named(intake);
    let mut scored: Vec<ScoredPattern> = Pattern::ALL
        .iter()
        .map(|&pattern| {
            let mut one = score(pattern, &counted);
            if !named {
                one.confidence = Confidence::None;
            }
            one
        })
        .collect();
    // `general` is declared last; a stable sort keeps the declared order among equals.
    order::sort_by_key(&mut scored, |one| (aside(one.id), core::cmp::Reverse((one.confidence, one.points))));
    let standing: Vec<&ScoredPattern> = scored.iter().filter(|one| !aside(one.id)).collect();
    if !leads(&standing) {
        order::sort_by_key(&mut scored, |one| one.id != Pattern::General);
    }
    scored
}

/// The pattern that the plan follows: the first of [`patterns`].
#[must_use]
pub fn leading(scored: &[ScoredPattern]) -> Pattern {
    scored.first().map_or(Pattern::General, |one| one.id)
}

/// A list of every pattern that says nothing, `general` first, for answers that end in a stop.
#[must_use]
pub fn silent() -> Vec<ScoredPattern> {
    let mut scored: Vec<ScoredPattern> = Pattern::ALL.iter().map(|&pattern| score(pattern, &[])).collect();
    order::sort_by_key(&mut scored, |one| one.id != Pattern::General);
    scored
}

/// Not while pain is easily stirred up, and not in its first six weeks.
fn may_be_named(intake: &Intake) -> bool {
    let young = intake
        .complaint
        .as_ref()
        .and_then(|complaint| complaint.duration_weeks)
        .is_some_and(|weeks| weeks.get() < NAMED_FROM_WEEKS);
    !young && !is_irritable(intake)
}

/// Whether the first pattern stands clear of the second: a tie is mixed, and mixed is general.
fn leads(sorted: &[&ScoredPattern]) -> bool {
    match sorted {
        [first, second, ..] => {
            first.confidence > Confidence::None
                && (first.confidence, first.points) > (second.confidence, second.points)
        }
        _ => false,
    }
}

fn score(pattern: Pattern, counted: &[&Finding]) -> ScoredPattern {
    let holding: Vec<&Sign> =
        FOR.iter().filter(|sign| sign.pattern == pattern && holds(sign, counted)).collect();
    let against: Vec<&Sign> =
        AGAINST.iter().filter(|sign| sign.pattern == pattern && holds(sign, counted)).collect();

    // Of each group the strongest sign counts.
    let mut groups: Vec<(&str, u8, bool)> = Vec::new();
    for sign in &holding {
        match groups.iter_mut().find(|(group, ..)| *group == sign.group) {
            Some((_, points, physical)) => {
                *points = (*points).max(sign.points);
                *physical |= sign.physical;
            }
            None => groups.push((sign.group, sign.points, sign.physical)),
        }
    }
    let points = groups.iter().map(|(_, points, _)| points).sum();
    let physical = groups.iter().filter(|(.., physical)| *physical).count();
    ScoredPattern {
        id: pattern,
        points,
        confidence: confidence(pattern, groups.len(), points, physical, !against.is_empty()),
        side: side_of(&holding, counted),
        because: holding.into_iter().map(held).collect(),
        against: against.into_iter().map(held).collect(),
    }
}

fn confidence(pattern: Pattern, signs: usize, points: u8, physical: usize, against: bool) -> Confidence {
    let history_is_enough = matches!(pattern, Pattern::UnevenSitting | Pattern::SedentaryStiffness);
    if signs < 2 || points < 2 || (physical == 0 && !history_is_enough) {
        Confidence::None
    } else if points >= 4 && physical >= 2 && !against {
        Confidence::Moderate
    } else {
        Confidence::Weak
    }
}

fn holds(sign: &Sign, counted: &[&Finding]) -> bool {
    counted.iter().any(|finding| finding.id == sign.finding)
}

const fn held(sign: &Sign) -> Held {
    Held { finding: sign.finding, points: sign.points, sources: sign.sources }
}

fn side_of(holding: &[&Sign], counted: &[&Finding]) -> Option<Side> {
    let mut sides = holding.iter().flat_map(|sign| {
        counted.iter().filter(|finding| finding.id == sign.finding).filter_map(|finding| finding.side)
    });
    let first = sides.next()?;
    sides.all(|side| side == first).then_some(first)
}
