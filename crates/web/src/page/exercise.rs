//! One exercise: how, what it should feel like, when to stop, and what speaks for and against it.

use counterpose_app::view::{ExercisePage, TryCard};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{button, buttons};
use crate::part::card::{card, inside, points};
use crate::part::figure::row;
use crate::part::form::blocks;
use crate::part::source::claims;
use crate::part::turnable::playing;
use crate::shell::Act;

pub fn page(page: &ExercisePage, act: Act) -> AnyView {
    let facts = page
        .facts
        .iter()
        .map(|(label, value)| view! { <dt>{label.clone()}</dt><dd>{value.clone()}</dd> })
        .collect_view();
    let cards = page.cards.iter().map(|each| card(each, "", act)).collect_view();
    view! {
        <article class="page" data-exercise=page.id.clone()>
            <div>{button(&page.back, act)}</div>
            {heading(&page.name, Some(&page.summary))}
            {page.synonyms.clone().map(|names| view! { <p class="small">{names}</p> })}
            {page.not_now.clone().map(|why| view! { <p class="card attention">{why}</p> })}
            {page.movement.as_ref().map(|movement| playing(movement, false))}
            {row(&page.figures)}
            <section class="card"><h2>{page.steps_heading.clone()}</h2>{points(&page.steps, true)}</section>
            <dl class="pairs">{facts}</dl>
            {cards}
            {page.try_it.as_ref().map(|part| try_card(part, act))}
            {buttons(&page.related, act)}
            <section class="card soft"><h2>{page.claims_heading.clone()}</h2>{claims(&page.claims)}</section>
        </article>
    }
    .into_any()
}

fn try_card(part: &TryCard, act: Act) -> AnyView {
    view! {
        <section class="card">
            <h2>{part.card.heading.clone()}</h2>
            {inside(&part.card, act)}
            <div class="stack fields">{blocks(&part.fields, act)}</div>
            {part.keep.as_ref().map(|keep| view! { <div class="buttons">{button(keep, act)}</div> })}
        </section>
    }
    .into_any()
}
