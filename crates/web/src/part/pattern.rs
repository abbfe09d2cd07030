//! Where to start: each pattern with its bar, what speaks for and against it one tap away, and "I disagree".
//!
//! A bar is a row of marks, as many as there are points; the same stands beside it in words.

use counterpose_app::view::{PatternView, SignView, StartHere};
use leptos::prelude::*;

use super::button::{button, buttons, fold};
use super::source::sources;
use crate::shell::Act;

/// The whole card.
pub fn start_here(start: &StartHere, act: Act) -> AnyView {
    let patterns = start.patterns.iter().map(|one| pattern(one, act)).collect_view();
    let noted = (!start.noted.is_empty()).then(|| {
        let lines = start.noted.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
        view! { <div class="noted"><p class="small">{start.noted_heading.clone()}</p><ul class="small">{lines}</ul></div> }
    });
    view! {
        <section class="card start-here">
            <h2>{start.heading.clone()}</h2>
            <p>{start.lead.clone()}</p>
            <ul class="plain patterns">{patterns}</ul>
            {noted}
            {buttons(&start.buttons, act)}
        </section>
    }
    .into_any()
}

fn pattern(one: &PatternView, act: Act) -> AnyView {
    let class = match (one.leads, one.disagreed) {
        (true, _) => "pattern leads",
        (_, true) => "pattern aside",
        _ => "pattern",
    };
    let id = format!("pattern-{}", one.id);
    view! {
        <li class=class data-pattern=one.id.clone()>
            <h3>{one.name.clone()} {one.side.clone().map(|side| view! { " " <span class="tag">{side}</span> })}</h3>
            <p class="hint">{one.hint.clone()}</p>
            <p class="sum">{bar(one.points, PatternView::MOST)} <span>{one.sum.clone()}</span></p>
            {fold(&one.fold, id.clone(), act)}
            <div id=id class="signs" hidden=!one.fold.open>
                {signs(&one.for_label, &one.speaks_for, "for")}
                {signs(&one.against_label, &one.against, "against")}
                <p class="small">{one.change_label.clone()}": "{one.change.clone()}</p>
            </div>
            {one.disagree.as_ref().map(|disagree| view! { <div class="buttons">{button(disagree, act)}</div> })}
        </li>
    }
    .into_any()
}

/// A row of marks; the words beside it say the same.
fn bar(points: u8, most: u8) -> AnyView {
    let marks = (0..most)
        .map(|n| {
            let class = if n < points { "on" } else { "" };
            view! { <i class=class></i> }
        })
        .collect_view();
    view! { <span class="bar-marks" aria-hidden="true">{marks}</span> }.into_any()
}

fn signs(label: &str, list: &[SignView], kind: &'static str) -> Option<AnyView> {
    (!list.is_empty()).then(|| {
        let items = list.iter().map(|sign| sign_item(sign, kind)).collect_view();
        view! { <h4>{label.to_owned()}</h4> <ul class="plain stack">{items}</ul> }.into_any()
    })
}

fn sign_item(sign: &SignView, kind: &str) -> AnyView {
    view! {
        <li class=format!("sign {kind}")>
            <p>{bar(sign.points.max(1), sign.points.max(1))} {sign.text.clone()}</p>
            <p class="small">{sign.detail.clone()}</p>
            {sources(&sign.sources)}
        </li>
    }
    .into_any()
}
