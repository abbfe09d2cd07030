//! What to do first: whom to see and how soon, why, and what may be done meanwhile.

use counterpose_app::view::{ReasonView, ResultPage, Weight};
use leptos::prelude::*;

use super::heading;
use crate::part::button::buttons;
use crate::part::card::{call, card, tint};
use crate::part::pattern::start_here;
use crate::part::source::sources;
use crate::shell::Act;

pub fn page(page: &ResultPage, act: Act) -> AnyView {
    let cards = page.cards.iter().map(|each| card(each, "", act)).collect_view();
    // Urgent or not is said by the words; the ground only repeats it.
    let ground = if page.weight == Weight::Calm { "card calm" } else { tint_card(page.weight) };
    view! {
        <div class="page" data-tier=page.tier.map(|tier| tier.as_str())>
            <div class=ground>{heading(&page.heading, Some(&page.lead))}</div>
            {page.call.as_ref().map(call)}
            {reasons(page)}
            {page.start.as_ref().map(|start| start_here(start, act))}
            {cards}
            {page.unanswered.as_ref().map(|missing| card(missing, tint(Weight::Attention), act))}
            {buttons(&page.buttons, act)}
        </div>
    }
    .into_any()
}

const fn tint_card(weight: Weight) -> &'static str {
    match weight {
        Weight::Calm => "card calm",
        Weight::Attention => "card attention",
        Weight::Urgent => "card urgent",
    }
}

fn reasons(page: &ResultPage) -> Option<AnyView> {
    (!page.reasons.is_empty()).then(|| {
        let reasons = page.reasons.iter().map(reason).collect_view();
        view! {
            <section class="card">
                <h2>{page.reasons_heading.clone()}</h2>
                <ul class="plain stack">{reasons}</ul>
            </section>
        }
        .into_any()
    })
}

fn reason(reason: &ReasonView) -> AnyView {
    view! { <li><p>{reason.text.clone()}</p>{sources(&reason.sources)}</li> }.into_any()
}
