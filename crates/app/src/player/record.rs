//! What was really done: seconds and repetitions of each side, what was skipped, lightened or stopped, and why.
//!
//! Counts running time only, as it passes; a step done again counts again. What this module does not do: judge
//! it, or write it down.

use counterpose_coach::timeline::StepKind;
use counterpose_quantity::Side;
use serde::{Deserialize, Serialize};

use super::Outcome;
use super::schedule::{Planned, Schedule};

/// How much was done, or was to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Milliseconds of work: holds, repetitions, breaths, going on.
    pub work_ms: u64,
    /// Whole repetitions (holds and breaths count as such).
    pub repetitions: u32,
    /// Sets done to their end.
    pub sets: u32,
}

/// What one side (or both at once) was to do and did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideResults {
    /// What the timeline asked for.
    pub planned: Amount,
    /// What was done.
    pub done: Amount,
}

/// One exercise of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemResult {
    /// The exercise.
    pub exercise: String,
    /// The way of doing it.
    pub variant: Option<String>,
    /// The left, where it was worked by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<SideResults>,
    /// The right, where it was worked by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<SideResults>,
    /// Both at once, or neither named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub both: Option<SideResults>,
    /// How many steps of work were skipped.
    pub skipped: u32,
    /// Whether the rest of it was left out.
    pub left_out: bool,
    /// Whether it was made lighter.
    pub lightened: bool,
}

impl ItemResult {
    const fn side(&mut self, side: Option<Side>) -> &mut Option<SideResults> {
        match side {
            Some(Side::Left) => &mut self.left,
            Some(Side::Right) => &mut self.right,
            None => &mut self.both,
        }
    }

    /// Everything done, all sides together.
    #[must_use]
    pub fn done(&self) -> Amount {
        [self.left, self.right, self.both].into_iter().flatten().fold(Amount::default(), |sum, side| Amount {
            work_ms: sum.work_ms + side.done.work_ms,
            repetitions: sum.repetitions + side.done.repetitions,
            sets: sum.sets + side.done.sets,
        })
    }
}

/// How it felt, by the traffic light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// At most a little more than at the start.
    Green,
    /// Clearly more.
    Amber,
    /// Much more, or something new.
    Red,
}

/// A report of pain during the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PainReport {
    /// Milliseconds of running time into the session.
    pub at_ms: u64,
    /// During which exercise.
    pub exercise: String,
    /// On which side, where one was worked.
    pub side: Option<Side>,
    /// How it was.
    pub light: Light,
}

/// A session as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionResult {
    /// When it began, by the device's clock.
    pub began_ms: i64,
    /// When it was last looked at or ended, by the device's clock.
    pub ended_ms: i64,
    /// How it ended; absent while it goes on.
    pub outcome: Option<Outcome>,
    /// Milliseconds that the session's clock ran.
    pub running_ms: u64,
    /// Gaps that nobody explained.
    pub gaps: u32,
    /// The exercises in the order planned.
    pub items: Vec<ItemResult>,
    /// Reports of pain, in order.
    pub reports: Vec<PainReport>,
}

impl SessionResult {
    /// The exercise and side that red, or else amber, was reported at: why it was stopped or lightened.
    #[must_use]
    pub fn worst_report(&self) -> Option<&PainReport> {
        self.reports.iter().filter(|report| report.light > Light::Green).max_by_key(|report| report.light)
    }
}

/// The running account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    began_ms: i64,
    running_ms: u64,
    gaps: u32,
    items: Vec<ItemResult>,
    reports: Vec<PainReport>,
}

impl Record {
    pub fn new(schedule: &Schedule, began_ms: i64) -> Self {
        let mut items: Vec<ItemResult> = Vec::new();
        for (index, planned) in schedule.steps.iter().enumerate() {
            if items.len() <= planned.item {
                items.push(ItemResult {
                    exercise: planned.step.exercise.clone(),
                    variant: planned.step.variant.clone(),
                    left: None,
                    right: None,
                    both: None,
                    skipped: 0,
                    left_out: false,
                    lightened: false,
                });
            }
            if planned.is_work()
                && let Some(item) = items.get_mut(planned.item)
            {
                let side = item.side(planned.step.side).get_or_insert_default();
                side.planned.work_ms += planned.for_ms;
                side.planned.repetitions += repetitions_of(planned);
                side.planned.sets += u32::from(schedule.ends_set(index));
            }
        }
        Self { began_ms, running_ms: 0, gaps: 0, items, reports: Vec::new() }
    }

    /// Time passed in a step, from `into_ms` on.
    pub fn spend(&mut self, planned: &Planned, into_ms: u64, ms: u64) {
        self.running_ms += ms;
        if !planned.is_work() {
            return;
        }
        let breaths = if planned.step.kind == StepKind::Breaths {
            let whole = |at_ms: u64| at_ms / planned.breath_ms();
            whole(into_ms + ms) - whole(into_ms)
        } else {
            0
        };
        if let Some(side) = self.side(planned) {
            side.done.work_ms += ms;
            side.done.repetitions += u32::try_from(breaths).unwrap_or(u32::MAX);
        }
    }

    /// Time passed that belongs to no step.
    pub const fn idle(&mut self, ms: u64) {
        self.running_ms += ms;
    }

    /// A step was done to its end, and perhaps a set with it.
    pub fn complete(&mut self, planned: &Planned, ends_set: bool) {
        if !planned.is_work() {
            return;
        }
        if let Some(side) = self.side(planned) {
            let counted = matches!(planned.step.kind, StepKind::Hold | StepKind::Repetition);
            side.done.repetitions += u32::from(counted);
            side.done.sets += u32::from(ends_set);
        }
    }

    pub fn skip(&mut self, planned: &Planned) {
        if planned.is_work()
            && let Some(item) = self.items.get_mut(planned.item)
        {
            item.skipped += 1;
        }
    }

    pub fn left_out(&mut self, item: usize) {
        if let Some(item) = self.items.get_mut(item) {
            item.left_out = true;
        }
    }

    pub fn lightened(&mut self, item: usize) {
        if let Some(item) = self.items.get_mut(item) {
            item.lightened = true;
        }
    }

    pub const fn gap(&mut self) {
        self.gaps += 1;
    }

    pub fn report(&mut self, planned: &Planned, light: Light) {
        self.reports.push(PainReport {
            at_ms: self.running_ms,
            exercise: planned.step.exercise.clone(),
            side: planned.step.side,
            light,
        });
    }

    /// Whether the session was lightened before.
    pub fn was_amber(&self) -> bool {
        self.reports.iter().any(|report| report.light == Light::Amber)
    }

    pub fn result(&self, outcome: Option<Outcome>, ended_ms: i64) -> SessionResult {
        let does_something = |item: &&ItemResult| item.left.or(item.right).or(item.both).is_some();
        SessionResult {
            began_ms: self.began_ms,
            ended_ms,
            outcome,
            running_ms: self.running_ms,
            gaps: self.gaps,
            items: self.items.iter().filter(does_something).cloned().collect(),
            reports: self.reports.clone(),
        }
    }

    fn side(&mut self, planned: &Planned) -> Option<&mut SideResults> {
        let item = self.items.get_mut(planned.item)?;
        Some(item.side(planned.step.side).get_or_insert_default())
    }
}

fn repetitions_of(planned: &Planned) -> u32 {
    match planned.step.kind {
        StepKind::Hold | StepKind::Repetition => 1,
        StepKind::Breaths => u32::from(planned.step.of_repetitions.unwrap_or(0)),
        _ => 0,
    }
}
