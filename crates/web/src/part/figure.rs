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

/// A picture that stands for itself, with its description below.
pub fn large(figure: &FigureNow) -> Option<AnyView> {
    let picture = still(figure)?;
    Some(
        view! {
            <figure>
                <div class="figure" aria-hidden="true" inner_html=picture></div>
                <figcaption class="small">{figure.description.clone()}</figcaption>
            </figure>
        }
        .into_any(),
    )
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

    use super::*;

    /// The figure crate says which classes it draws with; a page without their colours shows black shapes.
    #[test]
    fn the_style_sheet_colours_every_class_of_a_figure() {
        let sheet = include_str!("../../static/app.css");
        let mut classes = BTreeSet::new();
        for exercise in &counterpose_content::library().exercises {
            let Some(stage) = stage(&exercise.id) else { continue };
            let names: Vec<String> = stage.poses().map(|(name, _)| name.to_owned()).collect();
            for name in names {
                let scene = stage.still(&name, Some(counterpose_quantity::Side::Left)).unwrap();
                let picture = pose_svg(&scene, &Labels::default());
                assert!(!picture.contains("style="), "{} has an inline style", exercise.id);
                let found = picture.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
                classes.extend(found.flat_map(str::split_whitespace).map(str::to_owned));
            }
        }
        assert!(classes.len() > 5, "no figure was drawn");
        for class in classes.iter().filter(|class| *class != "cp-fig") {
            assert!(sheet.contains(&format!(".{class} ")), "app.css has no rule for .{class}");
        }
    }
}
