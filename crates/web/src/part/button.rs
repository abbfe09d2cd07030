//! Buttons, and links that look like them where they only lead to another page.

use counterpose_app::view::{Button, Emphasis, Fold};
use counterpose_app::{Action, Route};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::platform::address;
use crate::shell::Act;

const fn class(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Primary => "button primary",
        Emphasis::Secondary => "button",
        Emphasis::Quiet => "button quiet",
        Emphasis::Stop => "button stop",
    }
}

/// A button, or a link where it leads somewhere.
pub fn button(button: &Button, act: Act) -> AnyView {
    let label = button.label.clone();
    let detail = button.detail.clone().map(|detail| view! { <small>{detail}</small> });
    let class = class(button.emphasis);
    match button.leads_to() {
        Some(route) => view! {
            <a class=class href=address::href(route) on:click=follow(route, act)>{label}{detail}</a>
        }
        .into_any(),
        None => {
            let action = button.action.clone();
            view! {
                <button type="button" class=class on:click=move |_| act.send(action.clone())>{label}{detail}</button>
            }
            .into_any()
        }
    }
}

/// A row of buttons; nothing where there are none.
pub fn buttons(list: &[Button], act: Act) -> Option<AnyView> {
    (!list.is_empty()).then(|| {
        let buttons = list.iter().map(|each| button(each, act)).collect_view();
        view! { <div class="buttons">{buttons}</div> }.into_any()
    })
}

/// The button that sends a form. The form itself acts, so that Enter in a field does the same.
pub fn submit(button: &Button) -> AnyView {
    let label = button.label.clone();
    let detail = button.detail.clone().map(|detail| view! { <small>{detail}</small> });
    view! { <button type="submit" class=class(button.emphasis)>{label}{detail}</button> }.into_any()
}

/// The button that folds something open; `controls` is the identifier of what it opens.
pub fn fold(fold: &Fold, controls: String, act: Act) -> AnyView {
    let action = fold.button.action.clone();
    let expanded = if fold.open { "true" } else { "false" };
    view! {
        <button type="button" class="fold" aria-expanded=expanded aria-controls=controls
            on:click=move |_| act.send(action.clone())>
            {fold.button.label.clone()}
        </button>
    }
    .into_any()
}

/// What a click on a link does: the client goes there. A click that asks for a new tab stays the browser's.
pub fn follow(route: &Route, act: Act) -> impl Fn(MouseEvent) + Clone + 'static {
    let route = route.clone();
    move |event| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        act.send(Action::Go(route.clone()));
    }
}
