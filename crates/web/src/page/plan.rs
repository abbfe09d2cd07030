//! The plan: each item with its whole chain of reasons one tap away, and what is not for this person now.

use counterpose_app::view::{LeftOutList, PlanItem, PlanPage};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{buttons, fold};
use crate::part::chain::chain;
use crate::part::item::{Under, item};
use crate::shell::Act;

pub fn page(page: &PlanPage, act: Act) -> AnyView {
    view! {
        <div class="page">
            {heading(&page.heading, Some(&page.lead))}
            {group(&page.items_heading, &page.items, act)}
            {group(&page.habits_heading, &page.habits, act)}
            {page.left_out.as_ref().map(|list| left_out(list, act))}
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
            {fold(&planned.fold, id.clone(), act)}
            <div id=id hidden=!open>{chains}</div>
        </div>
    };
    item(&planned.card, Under::Section, Some(below.into_any()), act)
}

fn left_out(list: &LeftOutList, act: Act) -> AnyView {
    let items = list
        .items
        .iter()
        .map(|(name, why)| view! { <li><strong>{name.clone()}</strong> <span class="small">{why.clone()}</span></li> })
        .collect_view();
    view! {
        <section class="card soft">
            {fold(&list.fold, "left-out".to_owned(), act)}
            <ul id="left-out" hidden=!list.fold.open>{items}</ul>
        </section>
    }
    .into_any()
}
