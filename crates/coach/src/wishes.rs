//! What the person said to an item of the plan: lighter, or something else in its place.
//!
//! The last word is theirs, except against a gate: nothing that a precaution shuts, that needs what they do not
//! have, or that has no whole chain of reasons comes in by a wish. What cannot be fulfilled changes nothing. What
//! this module does not do: keep wishes (the journal does), or leave things out (that is a preference, and planned with).

use crate::ledger::{Start, chain};
use crate::library::{Exercise, Library, Role};
use crate::plan::{LeftOut, LeftOutKind, Plan, Prescription};
use crate::planner::Possible;
use crate::precaution::Gate;
use crate::routine::{lighter_sides, usual_sides};
use crate::timeline::{longest_session_minutes, minutes_of};

/// The most exercises offered in the place of one.
const MOST_SWAPS: usize = 4;
/// Why something that the person swapped is left out, and the rule behind what came in its place.
const SWAPPED: &str = "you-swapped";

/// What the person said to items of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Changes to items of the plan, at most one for each exercise.
    pub items: Vec<ItemWish>,
}

/// A change to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemWish {
    /// The exercise.
    pub exercise: String,
    /// What to do with it.
    pub wish: Wish,
}

/// What to do with an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// About half of it.
    Lighten,
    /// This exercise in its place.
    Swap(String),
}

impl Wishes {
    /// The plan as the person wants it, as far as that is possible.
    #[must_use]
    pub fn applied(&self, mut plan: Plan, gate: &Gate, possible: &Possible, library: &Library) -> Plan {
        if self.items.is_empty() {
            return plan;
        }
        for ItemWish { exercise, wish } in &self.items {
            let Some(at) = plan.items.iter().position(|item| item.exercise == *exercise) else { continue };
            match wish {
                Wish::Lighten => {
                    if let Some(item) = plan.items.get_mut(at) {
                        lighten(item, library);
                    }
                }
                Wish::Swap(to) => {
                    if let Some(item) = in_place_of(&plan, at, to, gate, possible, library) {
                        plan.left_out.retain(|left| left.exercise != *to || left.kind != LeftOutKind::Choice);
                        if let Some(place) = plan.items.get_mut(at) {
                            *place = item;
                        }
                        leave_out(&mut plan, exercise, SWAPPED);
                    }
                }
            }
        }
        if let Ok(minutes) = longest_session_minutes(&plan.items, library) {
            plan.minutes_per_session = minutes;
        }
        plan
    }
}

fn leave_out(plan: &mut Plan, exercise: &str, because: &str) {
    let own = LeftOut {
        exercise: exercise.to_owned(),
        variant: None,
        kind: LeftOutKind::Choice,
        because: because.to_owned(),
    };
    // In the order of the library, which is that of the identifiers.
    let at = plan.left_out.iter().position(|left| *left.exercise > *exercise).unwrap_or(plan.left_out.len());
    plan.left_out.insert(at, own);
}

fn lighten(item: &mut Prescription, library: &Library) {
    let Some(exercise) = library.exercise(&item.exercise) else { return };
    let sides = lighter_sides(item.sides, exercise);
    if let Ok(minutes) = minutes_of(exercise, item.variant.as_deref(), &sides) {
        item.sides = sides;
        item.minutes = minutes;
        // It stays lighter until the person says otherwise.
        item.later.clear();
    }
}

/// What can stand in the place of an item: the same purpose, open, possible, with reasons, and no longer than there
/// is time for. Easier and harder steps of the item itself come first.
#[must_use]
pub fn swaps(
    plan: &Plan,
    exercise: &str,
    gate: &Gate,
    possible: &Possible,
    library: &Library,
) -> Vec<String> {
    let Some(at) = plan.items.iter().position(|item| item.exercise == exercise) else { return Vec::new() };
    let Some(own) = library.exercise(exercise) else { return Vec::new() };
    let linked = own.regressions.iter().chain(&own.progressions).filter_map(|link| link.exercise.clone());
    let mut alike: Vec<&Exercise> =
        library.exercises.iter().filter(|other| other.purpose == own.purpose).collect();
    // Those that lengthen the same muscle come first, the most by the body model first; the rest as the library has it.
    alike.sort_by_key(|other| core::cmp::Reverse(lengthens_alike(own, other, gate, possible, library)));
    let mut offered: Vec<String> = Vec::new();
    for id in linked.chain(alike.into_iter().map(|other| other.id.clone())) {
        if !offered.contains(&id) && in_place_of(plan, at, &id, gate, possible, library).is_some() {
            offered.push(id);
        }
    }
    offered.truncate(MOST_SWAPS);
    offered
}

/// By how much another exercise, in the way that is open, lengthens a muscle that this one lengthens too: the most of
/// them, in thousandths of fibre length.
fn lengthens_alike(
    own: &Exercise,
    other: &Exercise,
    gate: &Gate,
    possible: &Possible,
    library: &Library,
) -> Option<i32> {
    let way = open_way(other, gate, possible)?;
    let targets = |exercise: &'_ Exercise| -> Vec<String> {
        let all = exercise.targets.iter().filter(|target| target.role == Role::Lengthens);
        all.map(|target| target.structure.clone()).collect()
    };
    let known = targets(other);
    let same = targets(own).into_iter().filter(|structure| known.contains(structure));
    same.filter_map(|structure| library.lengthens(&other.id, way, &structure)).max()
}

/// The item that another exercise would be in the place of one; `None` where that cannot be.
fn in_place_of(
    plan: &Plan,
    at: usize,
    to: &str,
    gate: &Gate,
    possible: &Possible,
    library: &Library,
) -> Option<Prescription> {
    let old = plan.items.get(at)?;
    let exercise = library.exercise(to)?;
    if plan.items.iter().any(|item| item.exercise == to) {
        return None;
    }
    let variant = open_way(exercise, gate, possible)?.map(str::to_owned);
    let from = old.because.first().map_or_else(|| "answer:plan".to_owned(), |because| because.from.clone());
    let because = chain(&Start { from, rule: SWAPPED }, &exercise.evidence, &[])?;
    let most_days = exercise.days_per_week.max;
    let usual = usual_sides(exercise);
    [usual, lighter_sides(usual, exercise)].into_iter().find_map(|sides| {
        let item = Prescription {
            exercise: exercise.id.clone(),
            variant: variant.clone(),
            goal: old.goal.clone(),
            minutes: minutes_of(exercise, variant.as_deref(), &sides).ok()?,
            sides,
            per_day: old.per_day,
            days_per_week: if f64::from(old.days_per_week) > most_days {
                u8::try_from(crate::routine::count(most_days)).unwrap_or(old.days_per_week)
            } else {
                old.days_per_week
            },
            first_day: old.first_day,
            starts_in_week: old.starts_in_week,
            later: Vec::new(),
            because: vec![because.clone()],
        };
        let mut items = plan.items.clone();
        *items.get_mut(at)? = item.clone();
        let minutes = longest_session_minutes(&items, library).ok()?;
        // A swap may not make the session longer than there is time for, nor than it was.
        (minutes <= possible.minutes.max(plan.minutes_per_session)).then_some(item)
    })
}

/// The first way of doing it that is open and possible.
fn open_way<'e>(exercise: &'e Exercise, gate: &'e Gate, possible: &Possible) -> Option<Option<&'e str>> {
    gate.ways(exercise)
        .find(|(way, shut)| shut.is_none() && possible.lacks(exercise, *way).is_none())
        .map(|(way, _)| way)
}
