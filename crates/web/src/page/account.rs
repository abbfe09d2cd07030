//! The pages of accounts. What is typed stays in the fields until it is sent, and is read from them then.

use counterpose_app::Action;
use counterpose_app::account::Event;
use counterpose_app::view::{AccountField, AccountForm, AccountPage, Button, Emphasis, FieldKind};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{buttons, submit};
use crate::part::card::card;
use crate::shell::Act;

pub fn page(page: &AccountPage, act: Act) -> AnyView {
    let problem = page.problem.clone().map(|text| view! { <p class="problem" role="alert">{text}</p> });
    let done = page.done.clone().map(|text| view! { <p class="card calm" role="status">{text}</p> });
    let cards = page.cards.iter().map(|each| card(each, "", act)).collect_view();
    let forms = page.forms.iter().map(|each| form(each, act)).collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, page.lead.as_deref())}
            {problem}
            {done}
            {cards}
            {forms}
            {buttons(&page.buttons, act)}
        </div>
    }
    .into_any()
}

fn form(form: &AccountForm, act: Act) -> AnyView {
    let inputs: Vec<NodeRef<leptos::html::Input>> = form.fields.iter().map(|_| NodeRef::new()).collect();
    let fields = form.fields.iter().zip(&inputs).map(|(each, input)| field(each, *input)).collect_view();
    let which = form.form.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let values = inputs
            .iter()
            .map(|input| input.get_untracked().map_or_else(String::new, |input| input.value()))
            .collect();
        act.send(Action::Account(Event::Sent { form: which.clone(), values }));
    };
    let button = Button {
        label: form.submit.clone(),
        detail: None,
        // The form itself acts.
        action: Action::RetryKeeping,
        emphasis: Emphasis::Primary,
    };
    let title = form.heading.clone().map(|text| view! { <h2>{text}</h2> });
    view! {
        <form class="card stack fields" novalidate on:submit=send>
            {title}
            {fields}
            <div class="buttons">{submit(&button)}</div>
        </form>
    }
    .into_any()
}

fn field(field: &AccountField, input: NodeRef<leptos::html::Input>) -> AnyView {
    let (id, kind, complete) = match field.kind {
        FieldKind::Name => ("account-name", "text", "username"),
        FieldKind::Password => ("account-password", "password", "current-password"),
        FieldKind::NewPassword => ("account-new-password", "password", "new-password"),
    };
    let help_id = format!("{id}-help");
    let described = field.help.is_some().then(|| help_id.clone());
    let help = field.help.clone().map(|text| view! { <p class="help" id=help_id>{text}</p> });
    view! {
        <div class="field">
            <label for=id>{field.label.clone()}</label>
            {help}
            <div class="entry wide">
                <input id=id type=kind autocomplete=complete autocapitalize="none" spellcheck="false"
                    aria-describedby=described value=field.text.clone() node_ref=input/>
            </div>
        </div>
    }
    .into_any()
}
