//! The steps still ahead and behind, and the changes a person may make to them.
//!
//! Begins as the timeline; from then on it is the person's. A *group* is what the screen shows as one thing: all
//! repetitions (or repeated holds with their letting go) of one phase, set and side, or any other step by itself.
//! What this module does not do: know where the session stands.

use core::ops::Range;

use counterpose_coach::timeline::{Step, StepKind, Timeline};
use counterpose_quantity::{Mirror, Side};
use serde::{Deserialize, Serialize};

/// A hold is not made shorter than this by lightening it (unless it was).
const SHORTEST_HOLD_MS: u64 = 3_000;
/// Walking and the like is not made shorter than this.
const SHORTEST_CONTINUE_MS: u64 = 30_000;

/// A step with the item it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Planned {
    pub step: Step,
    /// The item of the routine, from 0; the coming up at the end is an item by itself.
    pub item: usize,
    /// What the timeline or a change made it last.
    pub for_ms: u64,
    /// What it lasted before any "more" or "less".
    pub usual_ms: u64,
}

impl Planned {
    pub const fn is_work(&self) -> bool {
        matches!(
            self.step.kind,
            StepKind::Hold | StepKind::Repetition | StepKind::Breaths | StepKind::Continue
        )
    }

    pub const fn is_lead_in(&self) -> bool {
        matches!(self.step.kind, StepKind::GetReady | StepKind::Transition)
    }

    /// Whether it belongs to the same thing on the screen.
    fn same_group(&self, other: &Self) -> bool {
        let countable = |planned: &Self| {
            planned.step.phase.is_some()
                && matches!(planned.step.kind, StepKind::Hold | StepKind::Repetition | StepKind::Rest)
        };
        self.item == other.item
            && countable(self)
            && countable(other)
            && self.step.phase == other.step.phase
            && self.step.set == other.step.set
            && self.step.side == other.step.side
    }

    /// One breath of a step of breaths.
    pub fn breath_ms(&self) -> u64 {
        self.step.tempo.map_or(1, |tempo| (tempo.out_ms + tempo.hold_ms + tempo.back_ms).max(1))
    }
}

/// All steps, done and to come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Schedule {
    pub steps: Vec<Planned>,
}

impl Schedule {
    pub fn new(timeline: &Timeline) -> Self {
        let mut item = 0;
        let mut steps = Vec::with_capacity(timeline.steps.len());
        for step in timeline.steps.iter().filter(|step| step.for_ms > 0) {
            let leads_in = matches!(step.kind, StepKind::GetReady | StepKind::Transition);
            if leads_in && !steps.is_empty() {
                item += 1;
            }
            steps.push(Planned { step: step.clone(), item, for_ms: step.for_ms, usual_ms: step.for_ms });
        }
        Self { steps }
    }

    pub fn get(&self, index: usize) -> Option<&Planned> {
        self.steps.get(index)
    }

    /// The steps of the group around `index`.
    pub fn group(&self, index: usize) -> Range<usize> {
        let Some(here) = self.steps.get(index) else { return index..index };
        let same = |planned: &&Planned| planned.same_group(here);
        let before = self.steps[..index].iter().rev().take_while(same).count();
        let after = self.steps[index + 1..].iter().take_while(same).count();
        index - before..index + 1 + after
    }

    /// The first step of the next item; the end where there is none.
    pub fn next_item(&self, index: usize) -> usize {
        let item = self.steps.get(index).map(|planned| planned.item);
        let rest = self.steps.iter().skip(index).take_while(|planned| Some(planned.item) == item).count();
        index + rest
    }

    /// Whether the last work of a set is done with this step.
    pub fn ends_set(&self, index: usize) -> bool {
        let Some(here) =
            self.steps.get(index).filter(|planned| planned.is_work() && planned.step.set.is_some())
        else {
            return false;
        };
        let same_set = |planned: &Planned| {
            planned.is_work()
                && planned.item == here.item
                && planned.step.side == here.step.side
                && planned.step.set == here.step.set
        };
        !self.steps.iter().skip(index + 1).any(same_set)
    }

    /// Milliseconds from the start of one step to the start of another.
    pub fn length_ms(&self, steps: Range<usize>) -> u64 {
        self.steps.get(steps).map_or(0, |steps| steps.iter().map(|planned| planned.for_ms).sum())
    }

    /// Adds a repetition to the end of a group; every member learns the new count.
    pub fn add_repetition(&mut self, group: Range<usize>) {
        let Some(last) = self.steps.get(group.end.wrapping_sub(1)).cloned() else { return };
        let of = last.step.of_repetitions.unwrap_or(1).saturating_add(1);
        let mut copy = last;
        copy.step.repetition = Some(of);
        copy.step.cue.key = "session-last-repetition".to_owned();
        copy.step.cue.arguments.retain(|(name, _)| name == "side");
        copy.step.cue.arguments.push(("repetition".to_owned(), of.to_string()));
        self.steps.insert(group.end, copy);
        self.recount(group.start..group.end + 1, of);
    }

    /// Keeps only the first repetitions of a group. What is at or before `keep_through` stays in any case.
    pub fn keep_repetitions(&mut self, group: Range<usize>, most: u16, keep_through: Option<usize>) {
        let current = keep_through.and_then(|index| self.steps.get(index)).and_then(|planned| {
            planned.step.repetition.or_else(|| self.repetition_before(&group, keep_through))
        });
        let keep = most.max(current.unwrap_or(0)).max(1);
        // What is kept: repetitions up to `keep` and the letting go before them, never one after the last.
        let mut kept_to = group.start;
        for index in group.clone() {
            if self.steps[index].step.repetition.is_some_and(|repetition| repetition <= keep) {
                kept_to = index + 1;
            }
        }
        if let Some(through) = keep_through.filter(|through| group.contains(through)) {
            kept_to = kept_to.max(through + 1);
        }
        self.steps.drain(kept_to..group.end);
        self.recount(group.start..kept_to, keep);
    }

    fn repetition_before(&self, group: &Range<usize>, index: Option<usize>) -> Option<u16> {
        let end = index?.min(group.end);
        self.steps.get(group.start..end)?.iter().rev().find_map(|planned| planned.step.repetition)
    }

    /// Tells the members of a group how many they are now.
    fn recount(&mut self, group: Range<usize>, of: u16) {
        for planned in self.steps.get_mut(group).unwrap_or_default() {
            if planned.step.of_repetitions.is_some() {
                planned.step.of_repetitions = Some(of);
            }
            let is_last = planned.step.repetition == Some(of);
            let key = &mut planned.step.cue.key;
            if is_last && key == "session-repetition" {
                *key = "session-last-repetition".to_owned();
            } else if !is_last && key == "session-last-repetition" {
                *key = "session-repetition".to_owned();
            }
        }
    }

    /// About half from here on: half the repetitions where there are several, else half the time. Breathing stays.
    /// `into_ms` is how far the present step is. Says which items became lighter.
    pub fn lighten(&mut self, index: usize, into_ms: u64) -> Vec<usize> {
        let mut lightened = Vec::new();
        let mut at = self.group(index).start;
        while at < self.steps.len() {
            let group = self.group(at);
            let before = (group.len(), self.length_ms(group.clone()));
            let repetitions = self.steps[at].step.of_repetitions.unwrap_or(1);
            match self.steps[at].step.kind {
                StepKind::Hold | StepKind::Repetition if repetitions > 1 => {
                    self.keep_repetitions(
                        group.clone(),
                        repetitions.div_ceil(2),
                        Some(index).filter(|i| group.contains(i)),
                    );
                }
                StepKind::Hold => self.halve(at, SHORTEST_HOLD_MS),
                StepKind::Continue => self.halve(at, SHORTEST_CONTINUE_MS),
                _ => {}
            }
            if at == index {
                self.steps[at].for_ms = self.steps[at].for_ms.max(into_ms + 1);
            }
            let group = self.group(at);
            if (group.len(), self.length_ms(group.clone())) != before {
                let item = self.steps[at].item;
                if lightened.last() != Some(&item) {
                    lightened.push(item);
                }
            }
            at = group.end.max(at + 1);
        }
        lightened
    }

    fn halve(&mut self, index: usize, shortest_ms: u64) {
        let planned = &mut self.steps[index];
        planned.for_ms = planned.for_ms.min((planned.for_ms / 2).max(shortest_ms));
        planned.usual_ms = planned.for_ms;
    }

    /// Where the other side's steps of this item lie after `index`, change of sides included.
    fn other_side_block(&self, index: usize) -> Option<Range<usize>> {
        let here = self.steps.get(index)?;
        let side = here.step.side?;
        let end = self.next_item(index);
        let start = (index + 1..end).find(|&at| {
            let step = &self.steps[at].step;
            step.kind == StepKind::ChangeSides && step.side == Some(side.other())
        })?;
        let next_change = (start + 1..end).find(|&at| self.steps[at].step.side != Some(side.other()));
        Some(start..next_change.unwrap_or(end))
    }

    /// Whether this item still has work for the other side.
    pub fn can_switch(&self, index: usize) -> bool {
        self.other_side_block(index).is_some_and(|block| self.steps[block].iter().any(Planned::is_work))
    }

    /// Lets the other side come first. What is left of the present side's work, from `into_ms` into this step on,
    /// comes after it. Gives the step to go on with; a lead-in stays where it is and turns to the other side.
    pub fn switch_side(&mut self, index: usize, into_ms: u64) -> Option<usize> {
        if !self.can_switch(index) {
            return None;
        }
        let block = self.other_side_block(index)?;
        let side = self.steps.get(index)?.step.side?;
        let leads_in = self.steps[index].is_lead_in();
        let mut others: Vec<Planned> = self.steps.drain(block.clone()).collect();
        let mut mine: Vec<Planned> = self.steps.drain(index + 1..block.start).collect();
        let mut back = others.first()?.clone();
        turn(&mut back, side);
        let goes_on_at = if leads_in {
            turn(&mut self.steps[index], side.other());
            others.remove(0);
            index + 1
        } else {
            let here = self.steps.remove(index);
            mine.splice(0..0, rest_of(here, into_ms));
            index
        };
        let idle = mine.iter().take_while(|planned| !planned.is_work()).count();
        mine.drain(..idle);
        count_anew(&mut mine);
        if !mine.is_empty() {
            others.push(back);
            others.append(&mut mine);
        }
        self.steps.splice(goes_on_at..goes_on_at, others);
        Some(if leads_in { index } else { goes_on_at })
    }
}

/// What is left of a step of work after `into_ms`.
fn rest_of(mut here: Planned, into_ms: u64) -> Option<Planned> {
    match here.step.kind {
        // Half a repetition is no repetition: it is done again.
        StepKind::Repetition => {}
        StepKind::Breaths => {
            let breaths = into_ms / here.breath_ms();
            here.for_ms = here.for_ms.saturating_sub(breaths * here.breath_ms());
            let left = u64::from(here.step.of_repetitions.unwrap_or(1)).saturating_sub(breaths);
            here.step.of_repetitions = u16::try_from(left).ok();
        }
        StepKind::Hold | StepKind::Continue => here.for_ms = here.for_ms.saturating_sub(into_ms),
        _ => return None,
    }
    here.usual_ms = here.for_ms;
    (here.for_ms > 0).then_some(here)
}

/// What is left of a group counts from 1 again, and its first repetition says what to do.
fn count_anew(rest: &mut [Planned]) {
    let Some(first) = rest.first().cloned() else { return };
    let group = rest.iter().take_while(|planned| planned.same_group(&first)).count();
    let of = rest[..group].iter().filter(|planned| planned.step.repetition.is_some()).count();
    if first.step.kind == StepKind::Breaths || of == 0 {
        return;
    }
    let mut number = 0;
    for planned in &mut rest[..group] {
        let step = &mut planned.step;
        step.of_repetitions = step.of_repetitions.and(u16::try_from(of).ok());
        if step.repetition.is_some() {
            number += 1;
            step.repetition = Some(number);
            for (name, value) in &mut step.cue.arguments {
                match name.as_str() {
                    "repetition" => *value = number.to_string(),
                    "of" => *value = of.to_string(),
                    _ => {}
                }
            }
            if number == 1
                && let Some(phase) = &step.phase
            {
                step.cue.key = format!("{}-cue-{phase}", step.exercise);
            }
        }
    }
}

/// Makes a lead-in or a change of sides one to this side.
fn turn(planned: &mut Planned, to: Side) {
    if planned.step.side != Some(to) {
        planned.step = planned.step.clone().mirror();
    }
}
