//! Pictures of poses, as the figure crate draws them.
//!
//! Standing an exercise in place takes milliseconds, so stages are kept; a still picture is kept whole. What this
//! module does not do: animate; the session page does, with [`moment`].

use core::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use counterpose_app::view::FigureNow;
use counterpose_figure::{Labels, Stage, pose_svg};
use leptos::prelude::*;

thread_local! {
    static STAGES: RefCell<HashMap<String, Option<Rc<Stage>>>> = RefCell::default();
    static STILLS: RefCell<HashMap<String, String>> = RefCell::default();
}

/// The stage of an exercise; `None` where it has no poses.
#[must_use]
pub fn stage(exercise: &str) -> Option<Rc<Stage>> {
    STAGES.with_borrow_mut(|known| {
        let find = || Stage::of_exercise(exercise).map(Rc::new);
        known.entry(exercise.to_owned()).or_insert_with(find).clone()
    })
}

/// The picture of a moment, as SVG text. `id` is unique on the page.
#[must_use]
pub fn moment(figure: &FigureNow, id: &str) -> Option<String> {
    let stage = stage(&figure.exercise)?;
    let scene = stage.scene(&figure.from, &figure.to, figure.fraction, figure.side)?;
    Some(pose_svg(&scene, &Labels { id, title: &figure.description, description: "" }))
}

/// A picture beside words that say the same: screen readers pass it by.
pub fn small(figure: &FigureNow) -> Option<AnyView> {
    let picture = still(figure)?;
    Some(view! { <div class="figure" aria-hidden="true" inner_html=picture></div> }.into_any())
}

/// Pictures that stand for themselves, each description once below the first it belongs to.
pub fn row(figures: &[FigureNow]) -> AnyView {
    let mut said = "";
    let mut pictures = Vec::new();
    for figure in figures {
        let Some(picture) = still(figure) else { continue };
        let caption = (figure.description != said)
            .then(|| view! { <figcaption class="small">{figure.description.clone()}</figcaption> });
        said = &figure.description;
        pictures.push(view! {
            <figure><div class="figure" aria-hidden="true" inner_html=picture></div>{caption}</figure>
        });
    }
    view! { <div class="figures">{pictures}</div> }.into_any()
}

fn still(figure: &FigureNow) -> Option<String> {
    let side = figure.side.map_or("none", counterpose_quantity::Side::as_str);
    let id = format!("fig-{}-{}-{}-{side}", figure.exercise, figure.from, figure.to);
    if let Some(known) = STILLS.with_borrow(|stills| stills.get(&id).cloned()) {
        return Some(known);
    }
    let picture = moment(figure, &id)?;
    STILLS.with_borrow_mut(|stills| stills.insert(id, picture.clone()));
    Some(picture)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// What follows a prefix, up to what ends a name.
    fn names<'a>(sheet: &'a str, prefix: &str) -> BTreeSet<&'a str> {
        let end =
            |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        sheet.split(prefix).skip(1).map(|rest| &rest[..end(rest)]).filter(|name| !name.is_empty()).collect()
    }

    /// The sheet of the app has the figures' classes and colours in its own scheme, which the person can override.
    #[test]
    fn the_style_sheet_colours_every_class_of_a_figure() {
        let sheet = include_str!("../../static/app.css");
        for prefix in [".cp-fig-", "--cp-fig-"] {
            let (drawn, styled) = (names(counterpose_figure::CSS, prefix), names(sheet, prefix));
            assert!(drawn.len() > 5);
            let missing: Vec<_> = drawn.difference(&styled).collect();
            assert!(missing.is_empty(), "app.css lacks {prefix}{missing:?}");
        }
    }
}
