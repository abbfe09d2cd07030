//! What the numbers are called, and in which order the question is asked.
//!
//! Getting worse comes first, then whether there is enough to go on, then the kinds of good news from the strongest
//! to the weakest, then "no clear change", then "unclear yet". Thresholds: a change of 2 points and of 30 % of the own
//! baseline is the smallest that matters to people (Ostelo 2008, Spine 33:90).

use serde::{Deserialize, Serialize};

use super::diary::{DesignKind, Diary};
use super::grid::{NO_RAMP_DAYS, RULE_RAMP_DAYS};
use super::model::{self, Posterior, exposure};
use super::randomisation;

/// The smallest change of pain that matters, in points of 0 to 10 (Ostelo 2008).
pub const IMPORTANT_POINTS: f64 = 2.0;
/// The smallest change that matters as a share of the own baseline (Ostelo 2008).
pub const IMPORTANT_SHARE: f64 = 0.3;
/// Fewer scored days than this before the plan: too early.
pub const LEAST_BASELINE_DAYS: usize = 7;
/// Days' worth of the full effect that must have gone by (three weeks from the start, with a build-up of two).
pub const LEAST_DAYS_AFTER_RAMP: f64 = 14.0;
/// Fewer scored days than this with the plan: too early.
pub const LEAST_PLAN_DAYS: usize = 14;
/// Usual pain below this has little room to fall: then another measure should lead.
pub const LEAST_BASELINE_MEAN: f64 = 3.0;
/// The least share of the plan that must have been done for the question to make sense.
pub const LEAST_ADHERENCE: f64 = 0.6;
/// "Working" must not be what more than this share of all draws would have shown as clearly.
pub const MOST_BY_THE_DRAW: f64 = 0.5;
/// Pain younger than this gets better by itself so often that nothing is said.
pub const LEAST_PAIN_WEEKS: f64 = 6.0;

/// The statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictKind {
    /// A change that matters, very likely.
    Working,
    /// Better, and more likely than not by enough to matter.
    ProbablyHelping,
    /// Better, but probably by less than matters.
    SmallChange,
    /// No change to speak of.
    NoClearChange,
    /// Could be either: go on and look again.
    UnclearYet,
    /// Too little to say; what is missing is named.
    NotEnoughData,
    /// Worse: the safety questions come again.
    GettingWorse,
}

impl VerdictKind {
    /// The identifier, as in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::ProbablyHelping => "probably-helping",
            Self::SmallChange => "small-change",
            Self::NoClearChange => "no-clear-change",
            Self::UnclearYet => "unclear-yet",
            Self::NotEnoughData => "not-enough-data",
            Self::GettingWorse => "getting-worse",
        }
    }
}

/// What is missing for a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The pain is younger than six weeks, or its age is not known to be more.
    PainUnderSixWeeks,
    /// Fewer than seven scored days before the plan.
    BaselineDays,
    /// Less than fourteen days' worth of full effect gone by, or fewer than fourteen scored days with the plan.
    DaysAfterRamp,
    /// How much was done is not known.
    AdherenceUnknown,
    /// Less than 60 % was done.
    Adherence,
    /// The interval is wider than one and a half points either way.
    NarrowerInterval,
    /// Pain before the plan was so low that activities or another measure should lead; says nothing against the
    /// verdict.
    AnotherMeasure,
}

/// The effect in points; negative where pain fell.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    /// Expected.
    pub mean: f64,
    /// Lower end of the 95 % interval.
    pub low_95: f64,
    /// Upper end of the 95 % interval.
    pub high_95: f64,
    /// Lower end of the 80 % interval.
    pub low_80: f64,
    /// Upper end of the 80 % interval.
    pub high_80: f64,
}

/// A verdict with everything it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The statement.
    pub verdict: VerdictKind,
    /// The effect; absent where the diary has no score before or none after the start.
    pub effect: Option<Effect>,
    /// Probability that pain fell at all.
    pub p_improved: Option<f64>,
    /// Probability that it fell by 2 points and by 30 % of the own baseline.
    pub p_important: Option<f64>,
    /// The randomisation test, where something was drawn.
    pub p_randomisation: Option<f64>,
    /// Days with a score.
    pub days_used: usize,
    /// The share of the plan that was done on the days it was on; absent where unknown.
    pub adherence: Option<f64>,
    /// What is missing, if anything.
    pub missing: Vec<Missing>,
    /// The effect a model without trend finds: where it differs much, a general drift is in play.
    pub effect_without_trend: Option<f64>,
    /// The share of (before, after) pairs of days in which the later one was lower (non-overlap, 0.5 is chance).
    pub non_overlap: Option<f64>,
    /// Mean score before the plan.
    pub baseline_mean: Option<f64>,
}

/// The counts a verdict is allowed on.
struct Counts {
    baseline: Vec<f64>,
    treated: Vec<f64>,
    days_after_ramp: f64,
    adherence: Option<f64>,
}

fn count(diary: &Diary) -> Counts {
    let mut counts = Counts {
        baseline: vec![],
        treated: vec![],
        days_after_ramp: full_effect_days(diary),
        adherence: None,
    };
    let (mut on_days, mut known, mut done) = (0_usize, 0_usize, 0.0);
    for day in diary.days() {
        if day.is_treated() {
            on_days += 1;
            if let Some(fraction) = day.done_fraction {
                known += 1;
                done += fraction;
            }
            if let Some(pain) = day.pain {
                counts.treated.push(pain);
            }
        } else if let Some(pain) = day.pain {
            counts.baseline.push(pain);
        }
    }
    if known > 0 && 2 * known >= on_days {
        counts.adherence = Some(done / known as f64);
    }
    counts
}

/// The days' worth of full effect that have gone by, written down or not: a day between two diary days went on as
/// the earlier one.
fn full_effect_days(diary: &Diary) -> f64 {
    let (mut calendar, mut on): (Vec<i32>, Vec<bool>) = (vec![], vec![]);
    for day in diary.days() {
        while let (Some(&last), Some(&was)) = (calendar.last(), on.last())
            && last + 1 < day.day
        {
            calendar.push(last + 1);
            on.push(was);
        }
        calendar.push(day.day);
        on.push(day.is_treated());
    }
    let is_on = |index: usize| on.get(index).is_some_and(|&on| on);
    let ramp_days = ramp_of_rule(diary.design().kind);
    let built_up = exposure(&calendar, is_on, ramp_days);
    built_up.iter().zip(&on).filter(|(_, on)| **on).map(|(built_up, _)| built_up).sum()
}

/// How long the effect takes to build up, as the rule counts it: at once where days alternate.
fn ramp_of_rule(kind: DesignKind) -> f64 {
    if kind == DesignKind::AlternatingDays { NO_RAMP_DAYS[0] } else { RULE_RAMP_DAYS }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn non_overlap(before: &[f64], after: &[f64]) -> Option<f64> {
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let mut lower = 0.0;
    for b in before {
        for a in after {
            lower += if a < b {
                1.0
            } else if a > b {
                0.0
            } else {
                0.5
            };
        }
    }
    Some(lower / (before.len() * after.len()) as f64)
}

/// The effect and what else the rules read off a posterior.
struct Reading {
    effect: Effect,
    p_improved: f64,
    p_both: f64,
    p_either: f64,
    p_worse: f64,
}

fn read(posterior: &Posterior, baseline_mean: f64) -> Reading {
    // Pain cannot fall below 0 or rise above 10, whatever a straight line says.
    let cap = |points: f64| points.clamp(-baseline_mean, 10.0 - baseline_mean);
    let share = IMPORTANT_SHARE * baseline_mean;
    Reading {
        effect: Effect {
            mean: cap(posterior.mean()),
            low_95: cap(posterior.quantile(0.025)),
            high_95: cap(posterior.quantile(0.975)),
            low_80: cap(posterior.quantile(0.1)),
            high_80: cap(posterior.quantile(0.9)),
        },
        p_improved: posterior.probability_below(0.0),
        p_both: posterior.probability_below(-IMPORTANT_POINTS.max(share)),
        p_either: posterior.probability_below(-IMPORTANT_POINTS.min(share)),
        p_worse: 1.0 - posterior.probability_below(1.0),
    }
}

/// The verdict on a diary.
#[must_use]
pub fn verdict(diary: &Diary) -> Outcome {
    let counts = count(diary);
    let baseline_mean = mean(&counts.baseline);
    let posterior =
        if counts.baseline.is_empty() || counts.treated.is_empty() { None } else { model::posterior(diary) };
    let reading = posterior.as_ref().zip(baseline_mean).map(|(posterior, mean)| read(posterior, mean));
    let mut missing = missing(diary, &counts, reading.as_ref());
    let p_randomisation = posterior.as_ref().and_then(|posterior| randomisation::p_value(diary, posterior));
    let verdict = match name(&counts, reading.as_ref(), &missing) {
        // The cross-check: where most other draws would have shown as clear a fall, "very likely" is too much.
        VerdictKind::Working if p_randomisation.is_some_and(|p| p > MOST_BY_THE_DRAW) => {
            VerdictKind::ProbablyHelping
        }
        name => name,
    };
    if verdict == VerdictKind::GettingWorse {
        missing.clear();
    } else if baseline_mean.is_some_and(|mean| mean < LEAST_BASELINE_MEAN) {
        missing.push(Missing::AnotherMeasure);
    }
    Outcome {
        verdict,
        effect: reading.as_ref().map(|r| r.effect),
        p_improved: reading.as_ref().map(|r| r.p_improved),
        p_important: reading.as_ref().map(|r| r.p_both),
        p_randomisation,
        days_used: counts.baseline.len() + counts.treated.len(),
        adherence: counts.adherence,
        missing,
        effect_without_trend: posterior.as_ref().and_then(|p| model::effect_without_trend(diary, p)),
        non_overlap: non_overlap(&counts.baseline, &counts.treated),
        baseline_mean,
    }
}

fn missing(diary: &Diary, counts: &Counts, reading: Option<&Reading>) -> Vec<Missing> {
    let mut missing = Vec::new();
    if diary.pain_weeks().is_some_and(|weeks| weeks < LEAST_PAIN_WEEKS) {
        missing.push(Missing::PainUnderSixWeeks);
    }
    if counts.baseline.len() < LEAST_BASELINE_DAYS {
        missing.push(Missing::BaselineDays);
    }
    if counts.days_after_ramp < LEAST_DAYS_AFTER_RAMP || counts.treated.len() < LEAST_PLAN_DAYS {
        missing.push(Missing::DaysAfterRamp);
    }
    match counts.adherence {
        None => missing.push(Missing::AdherenceUnknown),
        Some(done) if done < LEAST_ADHERENCE => missing.push(Missing::Adherence),
        Some(_) => {}
    }
    if missing.is_empty() && reading.is_some_and(|r| r.effect.high_80 - r.effect.low_80 > 3.0) {
        missing.push(Missing::NarrowerInterval);
    }
    missing
}

fn name(counts: &Counts, reading: Option<&Reading>, missing: &[Missing]) -> VerdictKind {
    let Some(reading) = reading else { return VerdictKind::NotEnoughData };
    let seen = counts.baseline.len() >= LEAST_BASELINE_DAYS && counts.treated.len() >= LEAST_BASELINE_DAYS;
    if seen && reading.p_worse >= 0.8 {
        VerdictKind::GettingWorse
    } else if !missing.is_empty() {
        VerdictKind::NotEnoughData
    } else if reading.p_both >= 0.8 {
        VerdictKind::Working
    } else if reading.p_improved >= 0.9 && reading.p_either >= 0.5 {
        VerdictKind::ProbablyHelping
    } else if reading.p_improved >= 0.9 {
        VerdictKind::SmallChange
    } else if reading.effect.low_80 >= -1.0 && reading.effect.high_80 <= 1.0 {
        VerdictKind::NoClearChange
    } else {
        VerdictKind::UnclearYet
    }
}
