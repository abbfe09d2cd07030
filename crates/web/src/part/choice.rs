//! Fields to answer: pick one, pick any, a row of numbers, a number to type.
//!
//! Native radio buttons and checkboxes, so that keyboards and screen readers know them; the whole row is the
//! target.

use counterpose_app::Action;
use counterpose_app::action::{Field, Setting};
use counterpose_app::view::{Choice, ChoiceField, NumberField};
use leptos::prelude::*;

use super::form::blocks;
use crate::shell::Act;

/// So many choices that a list to open is kinder than rows to scroll past.
const MANY: usize = 12;

/// A field with choices.
pub fn choice_field(field: &ChoiceField, act: Act) -> AnyView {
    let plain = field.choices.iter().all(|choice| choice.inside.is_empty());
    if field.choices.len() > MANY && !field.many && plain { list(field, act) } else { rows(field, act) }
}

/// A field with choices as a list to open, however few they are.
pub fn list(field: &ChoiceField, act: Act) -> AnyView {
    let id = field.field.id();
    let (help, described) = help(&id, field.help.as_ref(), field.problem.as_ref());
    let options = field
        .choices
        .iter()
        .map(|choice| {
            view! { <option value=choice.id.clone() prop:selected=choice.picked>{choice.label.clone()}</option> }
        })
        .collect_view();
    let actions: Vec<(String, Action)> =
        field.choices.iter().map(|choice| (choice.id.clone(), choice.action.clone())).collect();
    let chosen = move |event| {
        let value = event_target_value(&event);
        if let Some((_, action)) = actions.iter().find(|(id, _)| *id == value) {
            act.send(action.clone());
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{field.label.clone()}</label>
            {help}
            <select id=id.clone() aria-describedby=described on:change=chosen>{options}</select>
            {problem(&id, field.problem.as_ref())}
        </div>
    }
    .into_any()
}

fn rows(field: &ChoiceField, act: Act) -> AnyView {
    let id = field.field.id();
    let (help, described) = help(&id, field.help.as_ref(), field.problem.as_ref());
    let row = field.scale.is_some();
    let class = match (row, field.choices.len()) {
        (true, 11) => "scale",
        (true, _) => "scale few",
        (false, _) => "choices",
    };
    let choices = field.choices.iter().map(|each| choice(each, &id, field.many, act)).collect_view();
    let ends = field.scale.as_ref().map(|ends| {
        view! { <div class="ends" aria-hidden="true"><span>{ends.low.clone()}</span><span>{ends.high.clone()}</span></div> }
    });
    view! {
        <fieldset class="field" id=id.clone() aria-describedby=described tabindex="-1">
            <legend>{field.label.clone()}</legend>
            {help}
            <div class=class>{choices}</div>
            {ends}
            {problem(&id, field.problem.as_ref())}
        </fieldset>
    }
    .into_any()
}

/// Too long for two beside each other on a phone.
fn is_long(choice: &Choice) -> bool {
    choice.label.chars().count() > 18 || choice.help.is_some() || !choice.inside.is_empty()
}

fn choice(choice: &Choice, field: &str, many: bool, act: Act) -> AnyView {
    let id = format!("{field}-{}", choice.id);
    let action = choice.action.clone();
    let kind = if many { "checkbox" } else { "radio" };
    // A language is called by its own name, so the name is in that language.
    let language = matches!(choice.action, Action::Set(Setting::Language(_))).then(|| choice.id.clone());
    let help_id = format!("{id}-help");
    let described = choice.help.is_some().then(|| help_id.clone());
    let help = choice.help.clone().map(|help| view! { <span class="help" id=help_id>{help}</span> });
    let inside = (choice.picked && !choice.inside.is_empty())
        .then(|| view! { <div class="inside">{blocks(&choice.inside, act)}</div> });
    view! {
        <label class="choice" class:long=is_long(choice) for=id.clone()>
            <input type=kind id=id.clone() name=field.to_owned() value=choice.id.clone() aria-describedby=described
                prop:checked=choice.picked on:change=move |_| act.send(action.clone())/>
            <span lang=language>{choice.label.clone()}</span>
            {help}
        </label>
        {inside}
    }
    .into_any()
}

/// A field to type in.
pub fn number_field(field: &NumberField, act: Act) -> AnyView {
    let id = field.field.id();
    let (help, described) = help(&id, field.help.as_ref(), field.problem.as_ref());
    let (class, kind, mode) = match &field.field {
        Field::Search => ("entry wide", "search", "search"),
        words if words.takes_words() => ("entry wide", "text", "text"),
        // Totals may have a decimal and a sign.
        Field::ClinicTotal => ("entry", "text", "text"),
        _ => ("entry", "text", "numeric"),
    };
    let which = field.field.clone();
    let typed = move |event| {
        act.send(Action::Type { field: which.clone(), text: event_target_value(&event) });
    };
    let invalid = field.problem.is_some().then_some("true");
    view! {
        <div class="field">
            <label for=id.clone()>{field.label.clone()}</label>
            {help}
            <div class=class>
                <input type=kind inputmode=mode id=id.clone() autocomplete="off" aria-describedby=described
                    aria-invalid=invalid prop:value=field.text.clone() on:input=typed/>
                {field.unit.clone().map(|unit| view! { <span>{unit}</span> })}
            </div>
            {problem(&id, field.problem.as_ref())}
        </div>
    }
    .into_any()
}

/// The line of help, and which lines describe the field.
fn help(id: &str, help: Option<&String>, problem: Option<&String>) -> (Option<AnyView>, Option<String>) {
    let mut described = Vec::new();
    let line = help.map(|text| {
        let line = format!("{id}-help");
        described.push(line.clone());
        view! { <p class="help" id=line>{text.clone()}</p> }.into_any()
    });
    if problem.is_some() {
        described.push(format!("{id}-problem"));
    }
    (line, (!described.is_empty()).then(|| described.join(" ")))
}

fn problem(id: &str, problem: Option<&String>) -> Option<AnyView> {
    problem.map(|text| view! { <p class="problem" id=format!("{id}-problem")>{text.clone()}</p> }.into_any())
}
