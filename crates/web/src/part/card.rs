//! Cards of text, the card with the number to call, and notices.

use counterpose_app::view::{CallCard, InfoCard, Notice, Weight};
use leptos::prelude::*;

use super::button::buttons;
use super::icon::{Icon, icon};
use crate::shell::Act;

/// How a weight looks.
#[must_use]
pub const fn tint(weight: Weight) -> &'static str {
    match weight {
        Weight::Calm => "calm",
        Weight::Attention => "attention",
        Weight::Urgent => "urgent",
    }
}

/// A card of text. `look` is empty or one of the tints of the style sheet.
pub fn card(card: &InfoCard, look: &str, act: Act) -> AnyView {
    view! {
        <section class=format!("card {look}")>
            <h2>{card.heading.clone()}</h2>
            {inside(card, act)}
        </section>
    }
    .into_any()
}

/// What stands in a card below its heading.
pub fn inside(card: &InfoCard, act: Act) -> AnyView {
    let paragraphs = card.paragraphs.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    let points = points(&card.points, card.numbered);
    view! { {paragraphs} {points} {buttons(&card.buttons, act)} }.into_any()
}

/// Points, or steps in order; nothing where there are none.
pub fn points(list: &[String], numbered: bool) -> Option<AnyView> {
    let items = list.iter().map(|text| view! { <li><span>{text.clone()}</span></li> }).collect_view();
    if list.is_empty() {
        None
    } else if numbered {
        Some(view! { <ol class="steps">{items}</ol> }.into_any())
    } else {
        Some(view! { <ul>{items}</ul> }.into_any())
    }
}

/// Whom to call.
pub fn call(card: &CallCard) -> AnyView {
    let number = match &card.telephone {
        Some(address) => view! { <a href=address.clone()>{card.number.clone()}</a> }.into_any(),
        None => view! { <strong class="words">{card.number.clone()}</strong> }.into_any(),
    };
    view! {
        <section class="call">
            <h2>{card.label.clone()}</h2>
            {number}
            {card.detail.clone().map(|detail| view! { <p>{detail}</p> })}
        </section>
    }
    .into_any()
}

/// One notice.
pub fn notice(notice: &Notice, act: Act) -> AnyView {
    view! {
        <li class=format!("notice {}", tint(notice.weight))>
            <p>
                <span class="mark">{icon(Icon::of_weight(notice.weight))}</span>
                <strong>{notice.text.clone()}</strong>
            </p>
            {notice.advice.clone().map(|advice| view! { <p>{advice}</p> })}
            {buttons(&notice.buttons, act)}
        </li>
    }
    .into_any()
}
