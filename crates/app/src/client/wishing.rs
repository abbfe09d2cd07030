//! What the person says to what is shown: a disagreement, a change of an item, and the way back from either.
//!
//! Everything goes into the journal and is read from there again when the plan is made. What this module does not
//! do: decide what a wish can do; `coach` does.

use counterpose_coach::planner::Possible;
use counterpose_coach::precaution::Gate;
use counterpose_coach::vocabulary::Pattern;
use counterpose_coach::wishes::{ItemWish, Wish, Wishes, swaps};
use counterpose_journal::payload::{Choice, Disagree, Payload, PlanChoice};
use counterpose_journal::{Moment, State, merge};
use counterpose_quantity::order;

use super::Client;
use crate::action::Action;
use crate::effect::Effect;
use crate::pages::{exercise, pattern, selftest};
use crate::view::{ChangeLine, ChangesCard, Emphasis};
use crate::words::button;

/// So many changes are shown.
const MOST_SHOWN: usize = 8;

/// What the journal says the person wants of items in the plan.
pub(super) fn wishes(state: &State) -> Wishes {
    let mut choices: Vec<_> = state.plan_choices.values().collect();
    // In the order said: what came in by a swap can be changed in its turn.
    order::sort_by_key(&mut choices, |choice| choice.at_ms);
    let items = choices.into_iter().filter_map(|choice| {
        let PlanChoice { exercise, choice, to } = &choice.value;
        let wish = match (choice, to) {
            (Choice::Lighten, _) => Wish::Lighten,
            (Choice::Swap, Some(to)) => Wish::Swap(to.clone()),
            // Taking out is a preference: the plan is made without it.
            (Choice::Keep | Choice::Remove, _) | (Choice::Swap, None) => return None,
        };
        Some(ItemWish { exercise: exercise.clone(), wish })
    });
    Wishes { items: items.collect() }
}

/// The patterns the person disagrees with.
pub(super) fn disagreed(state: &State) -> Vec<Pattern> {
    state.disagreements.keys().filter_map(|about| pattern::of_about(about)).collect()
}

impl Client {
    pub(super) fn disagree(&mut self, about: String, withdrawn: bool, now: &Moment) -> Vec<Effect> {
        let known = pattern::of_about(&about).is_some_and(|pattern| pattern != Pattern::General);
        if !known || !self.may_move() || self.state.disagreements.contains_key(&about) != withdrawn {
            return Vec::new();
        }
        let mut effects =
            self.record(vec![Payload::Disagree(Disagree { about, words: None, withdrawn })], now);
        let said = if withdrawn { "pattern-agreed-said" } else { "pattern-disagreed-said" };
        effects.push(Effect::Announce { text: self.texts.get(said), urgent: false });
        effects
    }

    pub(super) fn change_item(&mut self, choice: PlanChoice, now: &Moment) -> Vec<Effect> {
        let planned = self
            .decided
            .plan()
            .is_some_and(|plan| plan.items.iter().any(|item| item.exercise == choice.exercise));
        let possible = match choice.choice {
            Choice::Keep => self.state.plan_choices.contains_key(&choice.exercise),
            Choice::Swap => {
                planned && choice.to.as_ref().is_some_and(|to| self.swaps_of(&choice.exercise).contains(to))
            }
            Choice::Remove | Choice::Lighten => planned,
        };
        if !possible || !self.may_move() {
            return Vec::new();
        }
        self.open.remove(&crate::pages::plan::change_key(&choice.exercise));
        let mut effects = self.record(vec![Payload::PlanChoice(choice)], now);
        effects.push(Effect::Announce { text: self.texts.get("plan-changed-said"), urgent: false });
        effects
    }

    /// What can come in the place of an item.
    pub(super) fn swaps_of(&self, exercise: &str) -> Vec<String> {
        let Some(plan) = self.decided.plan() else { return Vec::new() };
        let intake = &self.decided.intake;
        let gate = Gate::of(intake, &counterpose_coach::screening::assess(intake));
        swaps(plan, exercise, &gate, &Possible::of(intake), self.library)
    }

    /// Every change, the newest first; one that still holds can be undone.
    pub(super) fn changes_card(&self) -> Option<ChangesCard> {
        let texts = &self.texts;
        let mut lines: Vec<ChangeLine> = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for entry in merge::in_order(&self.entries).into_iter().rev() {
            let Ok(Some(Payload::PlanChoice(PlanChoice { exercise, choice, to }))) = Payload::decode(entry)
            else {
                continue;
            };
            if self.library.exercise(&exercise).is_none() {
                continue;
            }
            let holds = !seen.contains(&exercise) && choice != Choice::Keep;
            seen.push(exercise.clone());
            let key = match choice {
                Choice::Keep => "plan-change-keep",
                Choice::Remove => "plan-change-remove",
                Choice::Lighten => "plan-change-lighten",
                Choice::Swap => "plan-change-swap",
            };
            let other = to.filter(|to| self.library.exercise(to).is_some());
            let args = [
                ("day", selftest::date(texts, entry.date).into()),
                ("name", exercise::name(texts, &exercise).into()),
                ("other", other.map(|to| exercise::name(texts, &to)).unwrap_or_default().into()),
            ];
            let back = PlanChoice { exercise, choice: Choice::Keep, to: None };
            let undo =
                holds.then(|| button(texts, "plan-change-undo", Emphasis::Quiet, Action::ChangeItem(back)));
            lines.push(ChangeLine { text: texts.format(key, &args), undo });
        }
        // What still holds is never cut off.
        let mut older = 0;
        lines.retain(|line| {
            older += usize::from(line.undo.is_none());
            line.undo.is_some() || older <= MOST_SHOWN
        });
        (!lines.is_empty()).then(|| ChangesCard { heading: texts.get("plan-changes"), lines })
    }
}
