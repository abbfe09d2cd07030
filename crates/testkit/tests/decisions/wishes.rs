//! What a person says to an item of their plan is respected, and never goes past a gate.

use counterpose_coach::check::check;
use counterpose_coach::plan::Plan;
use counterpose_coach::planner::Possible;
use counterpose_coach::precaution::Gate;
use counterpose_coach::screening::assess;
use counterpose_coach::vocabulary::Pattern;
use counterpose_coach::wishes::{ItemWish, Wish, Wishes, swaps};
use counterpose_content::library;
use counterpose_quantity::Mirror;
use counterpose_testkit::people::{clear_with, intake};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;

const MINUTES_SLACK: f64 = 1e-9;

/// Wishes about items that are really in a plan, with any exercise of the library in the place of a swapped one.
fn about(plan: &Plan, drawn: &[(Index, bool, Index)]) -> Wishes {
    let mut items: Vec<ItemWish> = Vec::new();
    for (which, lighten, to) in drawn.iter().filter(|_| !plan.items.is_empty()) {
        let exercise = plan.items[which.index(plan.items.len())].exercise.clone();
        let other = || library().exercises[to.index(library().exercises.len())].id.clone();
        let wish = if *lighten { Wish::Lighten } else { Wish::Swap(other()) };
        if items.iter().all(|known| known.exercise != exercise) {
            items.push(ItemWish { exercise, wish });
        }
    }
    Wishes { items }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever is wished, the laws of a plan stand: no shut way, no missing thing, whole chains, the person's time.
    #[test]
    fn no_wish_goes_past_a_gate(
        person in intake(),
        drawn in vec((any::<Index>(), any::<bool>(), any::<Index>()), 0..5),
    ) {
        let Some(old) = check(&person, library()).plan else { return Ok(()) };
        let (gate, possible) = (Gate::of(&person, &assess(&person)), Possible::of(&person));
        let wishes = about(&old, &drawn);
        let plan = wishes.applied(old.clone(), &gate, &possible, library());
        prop_assert_eq!(plan.items.len(), old.items.len());
        for item in &plan.items {
            let exercise = library().exercise(&item.exercise).unwrap();
            prop_assert_eq!(gate.shuts(exercise.tags_of(item.variant.as_deref())), None, "{}", exercise.id);
            prop_assert_eq!(possible.lacks(exercise, item.variant.as_deref()), None, "{}", exercise.id);
            prop_assert!(!item.because.is_empty());
            prop_assert!(item.because.iter().all(|b| !b.sources_for.is_empty() && !b.against.is_empty()));
            let here = plan.items.iter().filter(|other| other.exercise == item.exercise).count();
            prop_assert_eq!(here, 1, "{}", item.exercise);
        }
        let most = possible.minutes.max(old.minutes_per_session);
        prop_assert!(plan.minutes_per_session <= most + MINUTES_SLACK);
        // Wishes have no sides: the mirrored plan with the same wishes is the mirrored result.
        let mirrored = wishes.applied(old.mirror(), &gate, &possible, library());
        prop_assert_eq!(plan.mirror(), mirrored);
    }

    /// A pattern disagreed with is never the one to start with, and loses none of its reasons.
    #[test]
    fn a_pattern_disagreed_with_is_never_led_with(
        mut person in intake(),
        disagreed in vec(select(Pattern::ALL), 0..4),
    ) {
        person.disagree.clear();
        let before = check(&person, library()).patterns;
        person.disagree.clone_from(&disagreed);
        let after = check(&person, library()).patterns;
        let first = after.first().unwrap().id;
        prop_assert!(first == Pattern::General || !disagreed.contains(&first));
        prop_assert_eq!(after.len(), before.len());
        prop_assert!(before.iter().all(|one| after.contains(one)));
    }
}

/// What can come in the place of a stretch is offered by the body model: after the steps of the item itself, what
/// lengthens the same muscle, the most first.
#[test]
fn swaps_of_a_stretch_are_offered_by_how_much_they_lengthen_it() {
    let person = clear_with(&json!({"means": {"minutes_per_session": 20, "can_kneel": true}}));
    let plan = check(&person, library()).plan.unwrap();
    let (gate, possible) = (Gate::of(&person, &assess(&person)), Possible::of(&person));
    let own = "seated-figure-four";
    let swap = ItemWish { exercise: plan.items[0].exercise.clone(), wish: Wish::Swap(own.to_owned()) };
    let plan = Wishes { items: vec![swap] }.applied(plan, &gate, &possible, library());
    let offered = swaps(&plan, own, &gate, &possible, library());
    let linked = |id: &String| {
        let own = library().exercise(own).unwrap();
        own.regressions.iter().chain(&own.progressions).any(|link| link.exercise.as_ref() == Some(id))
    };
    let by_model: Vec<Option<i32>> = offered
        .iter()
        .filter(|id| !linked(id))
        .map(|id| {
            let all = ["gluteus-maximus", "piriformis"];
            all.iter().filter_map(|structure| library().lengthens(id, None, structure)).max()
        })
        .collect();
    assert!(
        by_model.len() > 1 && by_model.windows(2).all(|pair| pair[0] >= pair[1]),
        "{offered:?} {by_model:?}"
    );
}
