//! Screening: from safety answers to what to do first.
//!
//! The rules stand in one table (`rules`), the questions in another (`question`, `ask`); this module applies the
//! first to an intake and reports every rule that holds. It gives a tier, its reasons and what follows from them;
//! it never names a disease and never plans.

mod ask;
mod care;
mod clearance;
mod condition;
mod question;
mod rule_set;
mod rules;

pub use ask::{Asked, DueBecause, Group, Kind, Question, SinceLastScreening, due, emergency_list, questions};
pub use care::{Care, Meanwhile, care, crisis_line, emergency_number, meanwhile};
pub use clearance::new_symptoms;
pub use condition::{Facts, When};
pub use question::{Block, QuestionId};
pub use rule_set::{Mutation, RuleSet};
pub use rules::{Lift, OUR_CAUTION, RULES, Rule, Subject};

use counterpose_quantity::order;
use serde::Serialize;

use crate::intake::{Intake, Site};
use crate::vocabulary::{MovementTag, Precaution, Tier};
use clearance::Clearances;

/// Below this age the program is not made for somebody.
const ADULT_AGE: u8 = 18;

/// One rule that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What it is about: a question, a precaution, or a name of its own.
    pub rule: String,
    /// The text that says it.
    pub text: String,
    /// On whose authority.
    pub sources: Vec<String>,
    /// How urgent it is.
    #[serde(skip)]
    pub tier: Tier,
}

/// Why this program is not made for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotFor {
    /// Under 18.
    Age,
    /// Only a neck, shoulder or arm hurts.
    Site,
}

/// What the screening says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screening {
    /// Why it is not made for this person, if it is not.
    pub not_for: Option<NotFor>,
    /// The most urgent tier established so far; `None` where nothing can be said yet.
    pub tier: Option<Tier>,
    /// Every rule that holds, the most urgent first, one for each subject.
    pub reasons: Vec<Reason>,
    /// Questions that apply and have no answer, or none that says anything.
    pub unanswered: Vec<QuestionId>,
    /// Those of them without which there is no plan.
    pub missing: Vec<QuestionId>,
    /// Precautions that follow from answers, listed by the person or not.
    pub implied: Vec<Precaution>,
    /// Whether a visit should be booked for one of the reasons.
    pub book_visit: bool,
    /// Whether comfortable walking may be advised.
    pub walking: bool,
    /// Movements a clinician has ruled out.
    pub limits: Vec<MovementTag>,
    /// Movements a clinician has expressly allowed.
    pub opens: Vec<MovementTag>,
}

impl Screening {
    /// Whether the laws allow a plan: made for this person, every required answer there, and no stop.
    #[must_use]
    pub fn allows_plan(&self) -> bool {
        self.not_for.is_none()
            && self.missing.is_empty()
            && matches!(self.tier, Some(Tier::Adapted | Tier::Ok))
    }
}

/// Applies the rules to an intake.
#[must_use]
pub fn assess(intake: &Intake) -> Screening {
    assess_with(intake, &RuleSet::standard())
}

/// Applies a given set of rules to an intake; anything but [`assess`] is for tests of the rules.
#[must_use]
pub fn assess_with(intake: &Intake, rules: &RuleSet) -> Screening {
    let facts = Facts::new(intake);
    let holding: Vec<&Rule> = rules.holding(&facts).collect();
    let current = holding.iter().any(|rule| is_symptom_now(rule.subject));
    let clearances = Clearances::of(intake, current);
    let limits = clearance::limits(intake);

    let mut reasons = Vec::new();
    let mut walking = true;
    for rule in &holding {
        let lifted = clearances.lift(&rule.lift, &facts);
        walking &= !rule.no_walking || lifted;
        reasons.push(if lifted { cleared(rule) } else { reason(rule) });
    }
    reasons.extend(facts.precautions().iter().map(|entry| with_precaution(entry.id)));
    if !limits.is_empty() {
        reasons.push(own_reason("limits", "reason-limits", Tier::Adapted));
    }
    let not_for = not_for(intake, &facts);
    if let Some(why) = not_for {
        reasons.push(match why {
            NotFor::Age => own_reason("age", "reason-not-for-age", Tier::ClinicianFirst),
            NotFor::Site => own_reason("site", "reason-not-for-site", Tier::ClinicianFirst),
        });
    }
    let reasons = one_for_each_rule(reasons);

    let asked = Asked::of(intake);
    let unanswered = unanswered(&facts, intake, &asked);
    let missing: Vec<QuestionId> = unanswered
        .iter()
        .copied()
        .filter(|&question| question.is_required() && !intake.screening.has(question))
        .collect();
    let most_urgent = reasons.first().map(|reason| reason.tier);
    let nothing_more = missing.is_empty().then_some(Tier::Ok);
    Screening {
        not_for,
        tier: most_urgent.or(nothing_more),
        reasons,
        unanswered,
        missing,
        implied: implied(&holding, &facts),
        book_visit: holding.iter().any(|rule| rule.book_visit),
        walking,
        limits,
        opens: clearances.opens(),
    }
}

/// Whether a rule speaks of something that is there now: any rule of block E or S.
fn is_symptom_now(subject: Subject) -> bool {
    matches!(subject, Subject::Question(question) if matches!(question.block(), Block::Emergency | Block::SameDay))
}

fn reason(rule: &Rule) -> Reason {
    Reason {
        rule: rule.subject.as_str().to_owned(),
        text: format!("reason-{}", rule.id),
        sources: rule.sources.iter().map(|source| (*source).to_owned()).collect(),
        tier: rule.tier,
    }
}

fn cleared(rule: &Rule) -> Reason {
    Reason { text: "reason-cleared".to_owned(), tier: rule.tier.max(Tier::Adapted), ..reason(rule) }
}

fn with_precaution(precaution: Precaution) -> Reason {
    own_reason(precaution.as_str(), "reason-precaution", Tier::Adapted)
}

fn own_reason(rule: &str, text: &str, tier: Tier) -> Reason {
    Reason { rule: rule.to_owned(), text: text.to_owned(), sources: vec![OUR_CAUTION.to_owned()], tier }
}

/// Keeps the most urgent reason of each rule, the most urgent rules first, otherwise in the order given.
fn one_for_each_rule(mut reasons: Vec<Reason>) -> Vec<Reason> {
    order::sort_by_key(&mut reasons, |reason| reason.tier);
    let mut kept: Vec<Reason> = Vec::with_capacity(reasons.len());
    for reason in reasons {
        if kept.iter().all(|earlier| earlier.rule != reason.rule) {
            kept.push(reason);
        }
    }
    kept
}

fn not_for(intake: &Intake, facts: &Facts<'_>) -> Option<NotFor> {
    if facts.age().is_some_and(|age| age < ADULT_AGE) {
        return Some(NotFor::Age);
    }
    let sites = intake.complaint.as_ref().map_or(&[][..], |complaint| &complaint.sites);
    let elsewhere = |site: &Site| matches!(site, Site::Neck | Site::Shoulder | Site::Arm);
    (!sites.is_empty() && sites.iter().all(elsewhere)).then_some(NotFor::Site)
}

/// Questions that apply and have no answer, an answer that is not sure where that counts as unknown, or one that
/// the rest of the intake contradicts.
fn unanswered(facts: &Facts<'_>, intake: &Intake, asked: &Asked) -> Vec<QuestionId> {
    let below_knee = asked.leg_symptoms.is_some_and(crate::intake::LegSymptoms::below_knee);
    let says_nothing = |question: QuestionId| {
        let unsure_counts = question.is_required() && question != QuestionId::C8;
        let known = facts.level(question).is_some() || (facts.unsure(question) && unsure_counts);
        let asks_again = question == QuestionId::C4 && below_knee && facts.level(question) == Some(0);
        !known || asks_again
    };
    let open = |question: &QuestionId| {
        (asked.applies(*question) || intake.screening.has(*question)) && says_nothing(*question)
    };
    QuestionId::ALL.iter().copied().filter(open).collect()
}

/// Precautions that follow from answers.
fn implied(holding: &[&Rule], facts: &Facts<'_>) -> Vec<Precaution> {
    let mut implied: Vec<Precaution> = holding.iter().filter_map(|rule| rule.implies).collect();
    let lists = |precaution| facts.precautions().iter().any(|entry| entry.id == precaution);
    let expecting = holding.iter().any(|rule| rule.subject == Subject::Question(QuestionId::C8));
    if expecting && !lists(Precaution::Pregnancy) && !lists(Precaution::Postpartum) {
        implied.extend([Precaution::Pregnancy, Precaution::Postpartum]);
    }
    order::sort(&mut implied);
    implied.dedup();
    implied
}
