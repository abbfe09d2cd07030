//! The plan on paper: one column that a printer takes, on A4 and on Letter, and that reads without colour.

use counterpose_app::view::{HandoutExercise, HandoutPage, HandoutSummary, TickGrid};
use leptos::prelude::*;

use super::heading;
use crate::part::button::buttons;
use crate::part::figure::small;
use crate::shell::Act;

pub fn page(page: &HandoutPage, act: Act) -> AnyView {
    let exercises = page.exercises.iter().map(exercise).collect_view();
    let habits = page.habits.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    view! {
        <div class="page wide paper">
            {heading(&page.heading, Some(&page.lead))}
            <div class="off-paper">{buttons(&page.buttons, act)}</div>
            <section><h2>{page.exercises_heading.clone()}</h2><ul class="plain sheet">{exercises}</ul></section>
            <section><h2>{page.habits_heading.clone()}</h2><ul>{habits}</ul></section>
            {grid(&page.grid)}
            {summary(&page.summary)}
            <p class="small">{page.closing.clone()}</p>
        </div>
    }
    .into_any()
}

fn exercise(one: &HandoutExercise) -> AnyView {
    let steps = one.steps.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_view();
    view! {
        <li class="on-paper" data-item=one.id.clone()>
            {one.figure.as_ref().and_then(small)}
            <div><h3>{one.name.clone()}</h3> <p class="dose">{one.dose.clone()}</p> <ol class="small">{steps}</ol></div>
        </li>
    }
    .into_any()
}

fn grid(grid: &TickGrid) -> AnyView {
    let days = grid.days.iter().map(|day| view! { <th scope="col">{day.clone()}</th> }).collect_view();
    let rows = grid
        .rows
        .iter()
        .map(|(name, boxes)| {
            let free = grid.free.clone();
            let boxes = boxes
                .iter()
                .map(|due| match due {
                    true => view! { <td><span class="tick-box"></span></td> }.into_any(),
                    false => view! { <td><span class="unseen">{free.clone()}</span></td> }.into_any(),
                })
                .collect_view();
            view! { <tr><th scope="row">{name.clone()}</th>{boxes}</tr> }
        })
        .collect_view();
    view! {
        <section>
            <h2>{grid.heading.clone()}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=grid.heading.clone()>
                <table class="ticks">
                    <thead><tr><th scope="col">{grid.what.clone()}</th>{days}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn summary(summary: &HandoutSummary) -> AnyView {
    let rows = summary
        .rows
        .iter()
        .map(|(what, lines)| {
            let lines = lines.iter().map(|line| view! { <dd>{line.clone()}</dd> }).collect_view();
            view! { <div><dt>{what.clone()}</dt>{lines}</div> }
        })
        .collect_view();
    view! {
        <section class="new-sheet">
            <h2>{summary.heading.clone()}</h2>
            <p class="small">{summary.lead.clone()}</p>
            <dl class="facts-on-paper">{rows}</dl>
        </section>
    }
    .into_any()
}
