//! Steps easier and harder: they lead somewhere, and back.

use counterpose_coach::library::{Exercise, Link};

use super::{Catalogue, Report, Rule};

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    for exercise in &catalogue.library.exercises {
        for (name, links, back_name) in [
            ("regressions", &exercise.regressions, "progressions"),
            ("progressions", &exercise.progressions, "regressions"),
        ] {
            for link in links {
                if let Err(message) = resolve(catalogue, exercise, link) {
                    report.add(Rule::BrokenLink, &exercise.id, format!("in {name}: {message}"));
                }
                if let Some(message) = one_way(catalogue, exercise, link, name, back_name) {
                    report.add(Rule::OneWayLink, &exercise.id, message);
                }
            }
        }
    }
    for habit in &catalogue.library.habits {
        if let Some(id) = &habit.exercise
            && catalogue.library.exercise(id).is_none()
        {
            let message =
                format!("borrows the exercise `{id}`, which does not exist; add it or name another");
            report.add(Rule::BrokenLink, &habit.id, message);
        }
    }
}

fn resolve(catalogue: &Catalogue<'_>, exercise: &Exercise, link: &Link) -> Result<(), String> {
    let target = match &link.exercise {
        None if link.variant.is_none() => {
            return Err("an empty link; name an exercise or a variant".to_owned());
        }
        None => exercise,
        Some(id) if *id == exercise.id => {
            return Err("it links to itself; name only the variant".to_owned());
        }
        Some(id) => catalogue
            .library
            .exercise(id)
            .ok_or_else(|| format!("there is no exercise `{id}`; add it or remove the link"))?,
    };
    match &link.variant {
        Some(variant) if !target.variants.iter().any(|known| known.id == *variant) => {
            Err(format!("`{}` has no variant `{variant}`; add it or remove the link", target.id))
        }
        _ => Ok(()),
    }
}

/// Whether the exercise at the other end names this one on the other list.
fn one_way(
    catalogue: &Catalogue<'_>,
    exercise: &Exercise,
    link: &Link,
    name: &str,
    back_name: &str,
) -> Option<String> {
    let other = catalogue.library.exercise(link.exercise.as_deref()?)?;
    let names = |links: &[Link]| links.iter().any(|back| back.exercise.as_deref() == Some(&exercise.id));
    let (back, same) = match name {
        "regressions" => (names(&other.progressions), names(&other.regressions)),
        _ => (names(&other.regressions), names(&other.progressions)),
    };
    let id = &other.id;
    if same {
        return Some(format!("`{id}` and this one each name the other in {name}; one of them is the easier"));
    }
    (!back)
        .then(|| format!("in {name} stands `{id}`, but its {back_name} do not name this one; add it there"))
}
