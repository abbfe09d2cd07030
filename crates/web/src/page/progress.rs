//! Progress: goals, the verdict, charts with their sentences and tables.

use counterpose_app::view::{ChartCard, GoalsCard, ProgressPage, TableView, VerdictCard};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{buttons, fold};
use crate::part::card::{card, tint};
use crate::shell::Act;

pub fn page(page: &ProgressPage, act: Act) -> AnyView {
    let charts = page.charts.iter().map(|each| chart(each, act)).collect_view();
    view! {
        <div class="page wide progress-page">
            {heading(&page.heading, Some(&page.lead))}
            <div class="today-main">
                {goals(&page.goals, act)}
                {page.verdict.as_ref().map(|each| verdict(each, act))}
                {page.look_back.as_ref().map(|each| card(each, "soft", act))}
                {buttons(&page.buttons, act)}
            </div>
            <div class="today-side">
                {charts}
                {page.single.as_ref().map(|each| card(each, "soft", act))}
            </div>
        </div>
    }
    .into_any()
}

fn goals(goals: &GoalsCard, act: Act) -> AnyView {
    let lines = goals
        .goals
        .iter()
        .map(|goal| {
            let lines = goal.lines.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
            view! { <li><h3>{goal.name.clone()}</h3>{lines}</li> }
        })
        .collect_view();
    view! {
        <section class="card main">
            <h2>{goals.heading.clone()}</h2>
            {goals.empty.clone().map(|why| view! { <p>{why}</p> })}
            <ul class="plain stack">{lines}</ul>
            {buttons(&goals.buttons, act)}
        </section>
    }
    .into_any()
}

fn verdict(verdict: &VerdictCard, act: Act) -> AnyView {
    let notes = verdict.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view();
    let rows = verdict
        .rows
        .iter()
        .map(|(label, value)| view! { <dt>{label.clone()}</dt><dd>{value.clone()}</dd> })
        .collect_view();
    view! {
        <section class=format!("card {}", tint(verdict.weight))>
            <h2>{verdict.heading.clone()}</h2>
            <p class="answer">{verdict.title.clone()}</p>
            <p>{verdict.sentence.clone()}</p>
            {notes}
            <dl class="pairs even">{rows}</dl>
            {buttons(&verdict.buttons, act)}
        </section>
    }
    .into_any()
}

fn chart(chart: &ChartCard, act: Act) -> AnyView {
    let sentences = chart.sentences.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    let id = format!("{}-table", chart.id);
    view! {
        <section class="card" data-chart=chart.id.clone()>
            <h2>{chart.heading.clone()}</h2>
            {sentences}
            <div class="chart" inner_html=chart.svg.clone()></div>
            {fold(&chart.fold, id.clone(), act)}
            <div id=id class="table" hidden=!chart.fold.open tabindex="0" role="region" aria-label=chart.table.caption.clone()>
                {table(&chart.table)}
            </div>
        </section>
    }
    .into_any()
}

fn table(table: &TableView) -> AnyView {
    let head = table.head.iter().map(|cell| view! { <th scope="col">{cell.clone()}</th> }).collect_view();
    let rows = table.rows.iter().map(|row| self::row(row)).collect_view();
    view! {
        <table>
            <caption class="unseen">{table.caption.clone()}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(cells: &[String]) -> AnyView {
    let cells = cells
        .iter()
        .enumerate()
        .map(|(nth, cell)| {
            let cell = cell.clone();
            if nth == 0 {
                view! { <th scope="row">{cell}</th> }.into_any()
            } else {
                view! { <td>{cell}</td> }.into_any()
            }
        })
        .collect_view();
    view! { <tr>{cells}</tr> }.into_any()
}
