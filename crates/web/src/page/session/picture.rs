//! The picture of the pose, moving with the repetition.
//!
//! Drawn anew only when it would look different: a pose in some twenty steps between its ends. Where motion is not
//! wanted it shows the two key poses side by side and marks the one that is now. What this module does not do: draw; the figure crate does.

use counterpose_app::view::FigureNow;
use counterpose_figure::Turn;
use leptos::prelude::*;

use super::{part_of_now, part_of_page};
use crate::part::figure;
use crate::part::turnable::{FRAMES, turnable};
use crate::platform::screen;
use crate::shell::Shown;

/// The picture, hidden from screen readers: the caption says what it shows.
pub fn picture(shown: Shown) -> impl IntoView {
    let turn = RwSignal::new(Turn::FRONT);
    let still = screen::wants_no_motion();
    let figure = part_of_now(shown, |now| now.figure.clone());
    let drawn = Memo::new(move |_| {
        let now = figure.get().flatten()?;
        let fraction = in_steps(now.fraction, if still { 1.0 } else { FRAMES });
        Some(FigureNow { fraction, ..now })
    });
    // Another exercise is seen from its own side again.
    let exercise =
        Memo::new(move |_| figure.with(|figure| figure.as_ref()?.as_ref().map(|now| now.exercise.clone())));
    Effect::new(move |before: Option<Option<String>>| {
        let now = exercise.get();
        if before.is_some_and(|before| before != now) {
            turn.set(Turn::FRONT);
        }
        now
    });
    let svg = move || {
        let now = drawn.get()?;
        if still { both_ends(&now, turn.get()) } else { figure::kept(&now, "session-figure", turn.get()) }
    };
    let words = part_of_page(shown, |page| page.turn.clone()).get_untracked();
    words.map(|words| turnable("session-figure figure", &words, turn, move || svg().unwrap_or_default()))
}

/// The two key poses side by side, the one that is now marked; one where nothing moves.
fn both_ends(now: &FigureNow, turn: Turn) -> Option<String> {
    let end = |pose: &str, id: &'static str, is_now: bool| {
        let pose = FigureNow { from: pose.to_owned(), to: pose.to_owned(), fraction: 0.0, ..now.clone() };
        let class = if is_now { "pose now" } else { "pose" };
        Some(format!("<div class=\"{class}\">{}</div>", figure::kept(&pose, id, turn)?))
    };
    let there = now.fraction >= 0.5;
    let first = end(&now.from, "session-figure", !there)?;
    if now.from == now.to {
        return Some(first);
    }
    Some(first + &end(&now.to, "session-figure-to", there)?)
}

fn in_steps(fraction: f64, steps: f64) -> f64 {
    (fraction.clamp(0.0, 1.0) * steps).round() / steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_motion_only_the_two_ends_are_shown() {
        for tenth in 0..=10 {
            let shown = in_steps(f64::from(tenth) / 10.0, 1.0);
            assert!(shown == 0.0 || shown == 1.0);
        }
        assert_eq!(in_steps(0.26, FRAMES), 0.25);
        assert_eq!(in_steps(7.0, FRAMES), 1.0);
    }
}
