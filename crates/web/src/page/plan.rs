//! The plan: each item with its whole chain of reasons one tap away, and what is not for this person now.

use counterpose_app::view::{ChangesCard, ItemChange, LeftOutList, PlanItem, PlanPage, Watch};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{button, buttons, fold};
use crate::part::card::card;
use crate::part::chain::chain;
use crate::part::item::{Under, item};
use crate::part::turnable::playing;
use crate::shell::Act;

pub fn page(page: &PlanPage, act: Act) -> AnyView {
    view! {
        <div class="page">
            {heading(&page.heading, Some(&page.lead))}
            {group(&page.items_heading, &page.items, act)}
            {group(&page.ladders_heading, &page.ladders, act)}
            {page.talk.as_ref().map(|talk| card(talk, "soft", act))}
            {page.reading.as_ref().map(|list| folded_list(list, "reading", act))}
            {group(&page.habits_heading, &page.habits, act)}
            {page.changes.as_ref().map(|card| changes(card, act))}
            {page.left_out.as_ref().map(|list| folded_list(list, "left-out", act))}
            {buttons(&page.buttons, act)}
        </div>
    }
    .into_any()
}

fn group(heading: &str, items: &[PlanItem], act: Act) -> Option<AnyView> {
    (!items.is_empty()).then(|| {
        let cards = items.iter().map(|each| plan_item(each, act)).collect_view();
        view! { <section class="stack"><h2>{heading.to_owned()}</h2><ul class="items">{cards}</ul></section> }
            .into_any()
    })
}

fn plan_item(planned: &PlanItem, act: Act) -> AnyView {
    let id = format!("why-{}", planned.card.id);
    let chains = planned.reasons.iter().map(chain).collect_view();
    let open = planned.fold.open;
    let below = view! {
        <div class="why">
            {planned.watch.as_ref().map(|each| watch(&planned.card.id, each, act))}
            {fold(&planned.fold, id.clone(), act)}
            <div id=id hidden=!open>{chains}</div>
            {planned.change.as_ref().map(|ways| change(&planned.card.id, ways, act))}
        </div>
    };
    item(&planned.card, Under::Section, Some(below.into_any()), act)
}

/// The movement, folded away until it is asked for.
fn watch(id: &str, watch: &Watch, act: Act) -> AnyView {
    let id = format!("watch-{id}");
    view! {
        {fold(&watch.fold, id.clone(), act)}
        <div id=id hidden=!watch.fold.open>{watch.movement.as_ref().map(|movement| playing(movement, true))}</div>
    }
    .into_any()
}

/// Ways to change an item, folded away until they are asked for.
fn change(id: &str, change: &ItemChange, act: Act) -> AnyView {
    let id = format!("change-{id}");
    let swaps = (!change.swaps.is_empty()).then(|| {
        let each = change.swaps.iter().map(|one| button(one, act)).collect_view();
        view! { <p class="small">{change.swap_heading.clone()}</p> <div class="stack swaps">{each}</div> }
    });
    view! {
        {fold(&change.fold, id.clone(), act)}
        <div id=id class="change" hidden=!change.fold.open>{buttons(&change.buttons, act)} {swaps}</div>
    }
    .into_any()
}

fn changes(card: &ChangesCard, act: Act) -> AnyView {
    let lines = card
        .lines
        .iter()
        .map(|line| {
            let undo = line.undo.as_ref().map(|undo| button(undo, act));
            view! { <li class="change-line"><span>{line.text.clone()}</span> {undo}</li> }
        })
        .collect_view();
    view! { <section class="card"><h2>{card.heading.clone()}</h2><ul class="plain">{lines}</ul></section> }
        .into_any()
}

/// Names with a few words each, folded away.
pub(super) fn folded_list(list: &LeftOutList, id: &'static str, act: Act) -> AnyView {
    let items = list
        .items
        .iter()
        .map(|(name, why)| view! { <li><strong>{name.clone()}</strong> <span class="small">{why.clone()}</span></li> })
        .collect_view();
    view! {
        <section class="card soft">
            {fold(&list.fold, id.to_owned(), act)}
            <ul id=id hidden=!list.fold.open>{items}</ul>
        </section>
    }
    .into_any()
}
