//! What a verdict rests on: the days of a diary and the design they were lived under.

use counterpose_quantity::order;
use serde::{Deserialize, Serialize};

/// How it was decided when to do what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DesignKind {
    /// Started when it suited; cannot tell recovery from effect.
    BeforeAfter,
    /// The first day of the plan was drawn from a window of days.
    RandomisedStart,
    /// Several blocks, each with a drawn start.
    StaggeredStarts,
    /// Blocks with and without, in drawn order.
    AlternatingBlocks,
    /// Days with and without, drawn day by day (reminders).
    AlternatingDays,
}

impl DesignKind {
    /// Whether a draw decided, so that a test can rest on it.
    #[must_use]
    pub const fn randomised(self) -> bool {
        !matches!(self, Self::BeforeAfter)
    }
}

/// The design and what was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// The kind.
    pub kind: DesignKind,
    /// The earliest day the draw could have chosen as the first of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_possible_start_day: Option<i32>,
    /// The latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_possible_start_day: Option<i32>,
    /// The seed of the draw, kept for whoever checks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// For alternating designs: every assignment the draw could have given, each as treated or not (0 or 1), either
    /// one for each diary day as listed or one for each day from day 0 on.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        alias = "candidates",
        alias = "candidate_assignments"
    )]
    pub assignments: Option<Vec<Vec<u8>>>,
}

impl Design {
    /// Start when it suits.
    #[must_use]
    pub const fn before_after() -> Self {
        Self::of(DesignKind::BeforeAfter)
    }

    /// A design of a kind with nothing drawn yet.
    #[must_use]
    pub const fn of(kind: DesignKind) -> Self {
        Self {
            kind,
            first_possible_start_day: None,
            last_possible_start_day: None,
            seed: None,
            assignments: None,
        }
    }
}

/// One day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Days since the diary began.
    pub day: i32,
    /// Average pain of the day, 0 to 10; absent where it was not written down.
    #[serde(default)]
    pub pain: Option<f64>,
    /// `baseline`, `plan`, or the name of a block.
    pub phase: String,
    /// Whether the plan (or the thing tried) was on; where absent, days of the phase `plan` are.
    #[serde(default)]
    pub treated: Option<bool>,
    /// How much of the day's plan was done, 0 to 1; absent where unknown.
    #[serde(default)]
    pub done_fraction: Option<f64>,
    /// Whether the day was marked as a flare.
    #[serde(default)]
    pub flare: bool,
}

impl Day {
    /// Whether the thing tried was on.
    #[must_use]
    pub fn is_treated(&self) -> bool {
        self.treated.unwrap_or(self.phase == "plan")
    }
}

/// A diary, checked: days in order, each once, every number in its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Diary {
    design: Design,
    pain_weeks: Option<f64>,
    days: Vec<Day>,
}

/// What is wrong with a diary.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{message}")]
pub struct DiaryError {
    /// What is wrong and what to do.
    pub message: String,
    /// Where, for example `days[3].pain`.
    pub path: String,
}

fn wrong(path: String, message: String) -> DiaryError {
    DiaryError { message: format!("{path}: {message}"), path }
}

impl Diary {
    /// The longest diary that is read, in days: ten years.
    pub const MOST_DAYS: i32 = 3660;

    /// Checks and keeps a diary. The days may come in any order.
    ///
    /// # Errors
    /// A day twice, a number outside its range, or a design whose window is missing or upside down.
    pub fn new(design: Design, pain_weeks: Option<f64>, mut days: Vec<Day>) -> Result<Self, DiaryError> {
        if let Some(weeks) = pain_weeks
            && !(weeks.is_finite() && weeks >= 0.0)
        {
            return Err(wrong("pain_weeks".into(), format!("must be 0 or more, not {weeks}")));
        }
        for (index, day) in days.iter().enumerate() {
            check_day(index, day)?;
        }
        order::sort_by_key(&mut days, |day| day.day);
        for pair in days.windows(2) {
            if let [a, b] = pair
                && a.day == b.day
            {
                return Err(wrong("days".into(), format!("day {} stands twice: keep one of them", a.day)));
            }
        }
        check_design(&design, &days)?;
        Ok(Self { design, pain_weeks, days })
    }

    /// The design.
    #[must_use]
    pub const fn design(&self) -> &Design {
        &self.design
    }

    /// How long the person had the pain when the diary began, in weeks, where known.
    #[must_use]
    pub const fn pain_weeks(&self) -> Option<f64> {
        self.pain_weeks
    }

    /// The days in order.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The first treated day.
    #[must_use]
    pub fn start_day(&self) -> Option<i32> {
        self.days.iter().find(|day| day.is_treated()).map(|day| day.day)
    }
}

fn check_day(index: usize, day: &Day) -> Result<(), DiaryError> {
    let at = |field: &str| format!("days[{index}].{field}");
    if !(0..=Diary::MOST_DAYS).contains(&day.day) {
        return Err(wrong(at("day"), format!("must be 0 to {}, not {}", Diary::MOST_DAYS, day.day)));
    }
    if let Some(pain) = day.pain
        && !(0.0..=10.0).contains(&pain)
    {
        return Err(wrong(at("pain"), format!("must be 0 to 10, not {pain}")));
    }
    if let Some(done) = day.done_fraction
        && !(0.0..=1.0).contains(&done)
    {
        return Err(wrong(at("done_fraction"), format!("must be 0 to 1, not {done}")));
    }
    if day.phase.is_empty() {
        return Err(wrong(at("phase"), "must name the phase: baseline, plan, or a block".into()));
    }
    Ok(())
}

fn check_design(design: &Design, days: &[Day]) -> Result<(), DiaryError> {
    check_window(design)?;
    let until = days.last().and_then(|day| usize::try_from(day.day).ok()).map_or(0, |day| day + 1);
    for (index, assignment) in design.assignments.iter().flatten().enumerate() {
        let fits = assignment.len() == days.len() || assignment.len() >= until;
        if !fits || assignment.iter().any(|&on| on > 1) {
            return Err(wrong(
                format!("design.assignments[{index}]"),
                format!(
                    "must hold a 0 or a 1 for each of the {} days of the diary, or for each day up to day {}",
                    days.len(),
                    until.saturating_sub(1)
                ),
            ));
        }
    }
    Ok(())
}

fn check_window(design: &Design) -> Result<(), DiaryError> {
    let needed = design.kind == DesignKind::RandomisedStart;
    let refuse = |message: String| Err(wrong("design".into(), message));
    match (design.first_possible_start_day, design.last_possible_start_day) {
        (Some(first), Some(last)) if first < 0 || last > Diary::MOST_DAYS => {
            refuse(format!("the window of start days must lie within 0 to {}", Diary::MOST_DAYS))
        }
        (Some(first), Some(last)) if last < first => {
            refuse(format!("the window of start days {first} to {last} is empty"))
        }
        (Some(_), Some(_)) => Ok(()),
        (None, None) if !needed => Ok(()),
        _ if needed => {
            refuse("a randomised start needs first_possible_start_day and last_possible_start_day".into())
        }
        _ => refuse("give both first_possible_start_day and last_possible_start_day, or neither".into()),
    }
}
