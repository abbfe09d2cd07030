//! Every home test: today's first, then the list, then what is only noted.

use counterpose_app::view::{NotedCard, ResultLine, TestLine, TestsPage};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{buttons, follow};
use crate::part::card::card;
use crate::part::choice::choice_field;
use crate::part::source::sources;
use crate::platform::address;
use crate::shell::Act;

pub fn page(page: &TestsPage, act: Act) -> AnyView {
    let list = page.list.iter().map(|each| line(each, act)).collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, Some(&page.lead))}
            {card(&page.today, "main", act)}
            <section class="stack">
                <h2>{page.list_heading.clone()}</h2>
                <ul class="items">{list}</ul>
            </section>
            {noted(&page.noted, act)}
            {buttons(&page.buttons, act)}
        </div>
    }
    .into_any()
}

fn line(line: &TestLine, act: Act) -> AnyView {
    let name = match line.open.leads_to() {
        Some(route) => view! {
            <a class="cover" href=address::href(route) on:click=follow(route, act)>{line.open.label.clone()}</a>
        }
        .into_any(),
        None => view! { <span>{line.open.label.clone()}</span> }.into_any(),
    };
    view! {
        <li data-test=line.id.clone()>
            <div class="item bare">
                <div>
                    <h3 class="name">{name}</h3>
                    <p class="small">{line.about.clone()}</p>
                    <p class="dose">{line.standing.clone()}</p>
                    {results(&line.results)}
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// What came of a test, line by line; whether it counts is said in words.
pub fn results(lines: &[ResultLine]) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let lines = lines
            .iter()
            .map(|line| {
                let class = if line.counts { "tag for" } else { "tag" };
                let weight = (!line.weight.is_empty())
                    .then(|| view! { " " <span class=class>{line.weight.clone()}</span> });
                view! { <li>{line.text.clone()} {weight}</li> }
            })
            .collect_view();
        view! { <ul class="plain results">{lines}</ul> }.into_any()
    })
}

fn noted(noted: &NotedCard, act: Act) -> AnyView {
    let fields = noted.fields.iter().map(|field| choice_field(field, act)).collect_view();
    view! {
        <section class="card soft">
            <h2>{noted.heading.clone()}</h2>
            <p>{noted.text.clone()}</p>
            <div class="stack fields">{fields}</div>
            {sources(&noted.sources)}
        </section>
    }
    .into_any()
}
