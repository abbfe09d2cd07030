//! The blocks of a form in reading order, safety questions, and how far one is.

use counterpose_app::view::{Block, Problem, Progress, QuestionList, QuestionView};
use leptos::prelude::*;

use super::choice::{choice_field, number_field};
use crate::platform::screen;
use crate::shell::Act;

/// Blocks in reading order.
pub fn blocks(list: &[Block], act: Act) -> AnyView {
    list.iter()
        .map(|block| match block {
            Block::Text(text) => view! { <p>{text.clone()}</p> }.into_any(),
            Block::Number(field) => number_field(field, act),
            Block::Choice(field) => choice_field(field, act),
            Block::Questions(list) => questions(list, act),
        })
        .collect_view()
        .into_any()
}

fn questions(list: &QuestionList, act: Act) -> AnyView {
    let questions = list.questions.iter().map(|each| question(each, act)).collect_view();
    match &list.heading {
        Some(heading) => view! {
            <fieldset class="field"><legend>{heading.clone()}</legend><div class="questions">{questions}</div></fieldset>
        }
        .into_any(),
        None => view! { <div class="questions">{questions}</div> }.into_any(),
    }
}

/// One safety question: a large switch, and what opens below it.
fn question(question: &QuestionView, act: Act) -> AnyView {
    let id = format!("question-{}-on", question.id);
    let action = question.toggle.clone();
    let help_id = format!("{id}-help");
    let described = question.help.is_some().then(|| help_id.clone());
    let shown = question.about.as_ref().is_none_or(|about| about.open);
    let help = question
        .help
        .clone()
        .map(|help| view! { <p class="help" id=help_id.clone() hidden=!shown>{help}</p> });
    let about = question.about.as_ref().map(|about| {
        let action = about.button.action.clone();
        let expanded = if about.open { "true" } else { "false" };
        // A question that applies keeps its explanation open.
        view! {
            <button type="button" class="about" aria-label=about.button.label.clone() aria-expanded=expanded
                aria-controls=help_id disabled=question.picked on:click=move |_| act.send(action.clone())>"?"</button>
        }
    });
    let inside = (question.picked && !question.inside.is_empty())
        .then(|| view! { <div class="inside">{blocks(&question.inside, act)}</div> });
    view! {
        <div class="question" data-question=question.id.clone() data-no=question.answered_no.then_some("yes")>
            <label class="choice" for=id.clone()>
                <input type="checkbox" id=id.clone() aria-describedby=described prop:checked=question.picked
                    on:change=move |_| act.send(action.clone())/>
                <span>{question.text.clone()}</span>
            </label>
            {about}
            {help}
            {inside}
        </div>
    }
    .into_any()
}

/// "Step 3 of 9", in words and as a row of marks.
pub fn progress(progress: &Progress) -> AnyView {
    let marks = (1..=progress.of)
        .map(|step| {
            let class = if step <= progress.step { "past" } else { "" };
            view! { <li class=class></li> }
        })
        .collect_view();
    view! { <div class="progress"><p>{progress.label.clone()}</p><ol aria-hidden="true">{marks}</ol></div> }
        .into_any()
}

/// What is wrong, in one place, with the way to the field.
pub fn problem(problem: &Problem) -> AnyView {
    let text = problem.text.clone();
    let inside = match problem.field.as_ref().map(counterpose_app::action::Field::id) {
        Some(id) => view! {
            <button type="button" class="button quiet" on:click=move |_| screen::to_element(&id)>{text}</button>
        }
        .into_any(),
        None => view! { <span>{text}</span> }.into_any(),
    };
    view! { <div class="card urgent" id="problem" role="alert" tabindex="-1">{inside}</div> }.into_any()
}
