//! Pictures of poses, as the figure crate draws them.
//!
//! Standing an exercise in place takes milliseconds, so stages are kept; a still picture is kept whole. What this
//! module does not do: animate; the session page and `turnable` do, with [`kept`].

use core::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use counterpose_app::view::FigureNow;
use counterpose_figure::{Labels, Stage, Turn, pose_svg};
use counterpose_quantity::Side;
use leptos::prelude::*;

use crate::platform::measure::measured;

thread_local! {
    static STAGES: RefCell<HashMap<String, Option<Rc<Stage>>>> = RefCell::default();
    static STILLS: RefCell<HashMap<String, String>> = RefCell::default();
    static MOVES: RefCell<(Option<OfMovement>, HashMap<Moment, String>)> = RefCell::default();
}

/// Place on the page, exercise and side of the pictures that are kept.
type OfMovement = (&'static str, String, Option<Side>);
/// Key poses, how far between them, and from where it is seen.
type Moment = (String, String, u64, Turn);

/// Pictures of one movement that are kept, some fifteen kilobytes each.
const MOST_KEPT: usize = 400;

/// The stage of an exercise; `None` where it has no poses.
#[must_use]
pub fn stage(exercise: &str) -> Option<Rc<Stage>> {
    STAGES.with_borrow_mut(|known| {
        let find = || Stage::of_exercise(exercise).map(Rc::new);
        known.entry(exercise.to_owned()).or_insert_with(find).clone()
    })
}

/// The picture of a moment, as SVG text. `id` is unique on the page.
fn drawn(figure: &FigureNow, id: &str, turn: Turn) -> Option<String> {
    let stage = stage(&figure.exercise)?;
    let scene =
        stage.scene_with_muscles(&figure.from, &figure.to, figure.fraction, figure.side)?.turned(turn);
    Some(pose_svg(&scene, &Labels { id, title: &figure.description, description: "" }))
}

/// The picture of a moment seen from elsewhere, drawn once: a movement comes by the same pictures again and again.
/// Those of other movements are let go.
#[must_use]
pub fn kept(figure: &FigureNow, id: &'static str, turn: Turn) -> Option<String> {
    MOVES.with_borrow_mut(|(of, known)| {
        let movement = (id, figure.exercise.clone(), figure.side);
        if of.as_ref() != Some(&movement) || known.len() > MOST_KEPT {
            known.clear();
            *of = Some(movement);
        }
        let moment = (figure.from.clone(), figure.to.clone(), figure.fraction.to_bits(), turn);
        if let Some(picture) = known.get(&moment) {
            return Some(picture.clone());
        }
        let picture = measured("figure", || drawn(figure, id, turn))?;
        known.insert(moment, picture.clone());
        Some(picture)
    })
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
    let side = figure.side.map_or("none", Side::as_str);
    let id = format!("fig-{}-{}-{}-{side}", figure.exercise, figure.from, figure.to);
    if let Some(known) = STILLS.with_borrow(|stills| stills.get(&id).cloned()) {
        return Some(known);
    }
    let picture = drawn(figure, &id, Turn::FRONT)?;
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
