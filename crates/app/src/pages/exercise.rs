//! The page of one exercise: what, how, why, with the sources on both sides.
//!
//! What this module does not do: decide whether the exercise is for this person; it is told.

use counterpose_coach::library::{Exercise, Laterality, Library, Link, Motion, Need, Stance};
use counterpose_coach::plan::{Dose, Sides};
use counterpose_coach::routine::usual_sides;
use counterpose_content::{Arg, Texts, stretch};
use counterpose_quantity::Side;

use super::about::cited;
use crate::route::Route;
use crate::view::{
    Button, ClaimView, Emphasis, ExercisePage, FigureNow, InfoCard, ItemCard, Movement, Pass, TryCard,
    TurnWords,
};
use crate::words::{card, count, link, numbered, plain};

/// The page; `not_now` is why it is not for this person now, in words.
pub fn exercise(
    texts: &Texts,
    library: &Library,
    exercise: &Exercise,
    not_now: Option<String>,
    try_it: Option<TryCard>,
) -> ExercisePage {
    let id = &exercise.id;
    ExercisePage {
        id: id.clone(),
        name: name(texts, id),
        synonyms: texts
            .find(&format!("{id}-synonyms"))
            .map(|names| texts.format("exercise-also", &[("names", names.into())])),
        summary: texts.get(&format!("{id}-summary")),
        not_now: not_now.map(|why| texts.format("exercise-not-now", &[("why", why.into())])),
        movement: movement(texts, exercise, None),
        figures: key_poses(texts, exercise),
        facts: facts(texts, exercise),
        steps_heading: texts.get("exercise-steps"),
        steps: numbered(texts, &format!("{id}-step")),
        cards: stretched(texts, exercise).into_iter().chain(cards(texts, exercise)).collect(),
        try_it,
        claims_heading: texts.get("exercise-why"),
        claims: claims(texts, library, exercise),
        related: related(texts, library, exercise),
        back: link(texts, "exercise-back", Emphasis::Secondary, Route::Library),
    }
}

/// The name of an exercise or habit.
pub fn name(texts: &Texts, id: &str) -> String {
    texts.get(&format!("{id}-name"))
}

/// An exercise in a list.
pub fn item_card(texts: &Texts, exercise: &Exercise, dose: Option<String>) -> ItemCard {
    let id = &exercise.id;
    ItemCard {
        id: id.clone(),
        name: name(texts, id),
        summary: texts.get(&format!("{id}-summary")),
        dose,
        figure: key_poses(texts, exercise).into_iter().last(),
        open: Button {
            label: name(texts, id),
            detail: None,
            action: crate::action::Action::Go(Route::Exercise(id.clone())),
            emphasis: Emphasis::Quiet,
        },
    }
}

/// One picture for every key pose the phases name, in order, each once.
pub fn key_poses(texts: &Texts, exercise: &Exercise) -> Vec<FigureNow> {
    let description = texts.get(&format!("{}-summary", exercise.id));
    let mut poses: Vec<&str> = Vec::new();
    for phase in &exercise.phases {
        for pose in [phase.from.as_str(), phase.to.as_str()] {
            if !poses.contains(&pose) {
                poses.push(pose);
            }
        }
    }
    poses
        .into_iter()
        .map(|pose| FigureNow {
            exercise: exercise.id.clone(),
            from: pose.to_owned(),
            to: pose.to_owned(),
            fraction: 0.0,
            side: None,
            description: description.clone(),
        })
        .collect()
}

/// The movement of one way of doing an exercise, each part once at its own pace; long stays are cut short. `None` where
/// nothing moves.
pub fn movement(texts: &Texts, exercise: &Exercise, way: Option<&str>) -> Option<Movement> {
    const STAY_MOST_S: f64 = 2.0;
    const WALK_S: f64 = 1.2;
    const INTO_S: f64 = 1.5;
    let start = &exercise.phases.first()?.from;
    let passes: Vec<Pass> = exercise
        .phases
        .iter()
        .filter(|phase| phase.from != phase.to || phase.to != *start)
        .map(|phase| {
            let (out_s, stay_s, back_s) = match &phase.motion {
                Motion::Repetition { out_s, hold_s, back_s } => (*out_s, hold_s.min(STAY_MOST_S), *back_s),
                Motion::Breaths { in_s, out_s } => (*in_s, 0.0, *out_s),
                Motion::Hold { hold_s } => (INTO_S, hold_s.default.min(STAY_MOST_S), INTO_S),
                Motion::Continue { .. } => (WALK_S, 0.0, WALK_S),
            };
            // A pose that is only held is come into from where everything starts.
            let from = if phase.from == phase.to { start } else { &phase.from };
            Pass {
                from: exercise.pose_of(way, from).to_owned(),
                to: exercise.pose_of(way, &phase.to).to_owned(),
                out_ms: ms(out_s),
                stay_ms: ms(stay_s),
                back_ms: ms(back_s),
            }
        })
        .collect();
    let side = matches!(exercise.laterality, Laterality::Each).then_some(Side::Right);
    (!passes.is_empty()).then(|| Movement {
        exercise: exercise.id.clone(),
        side,
        passes,
        description: texts.get(&format!("{}-summary", exercise.id)),
        play: texts.get("figure-play"),
        stop: texts.get("figure-stop"),
        turn: turn_words(texts),
    })
}

/// What the body model says of the muscles the entry names; nothing where it names none.
fn stretched(texts: &Texts, exercise: &Exercise) -> Option<InfoCard> {
    let claims = stretch::claims(&exercise.id);
    if claims.is_empty() {
        return None;
    }
    let points = claims.iter().map(|claim| {
        let structure = texts.get(&format!("structure-{}", claim.target.structure));
        let verdict = texts.get(&format!("stretch-verdict-{}", claim.verdict.as_str()));
        let numbers = claim.measure.as_ref().and_then(|measure| numbers(texts, measure));
        let key = if numbers.is_some() { "stretch-point" } else { "stretch-point-without" };
        let numbers = numbers.unwrap_or_default();
        let arguments =
            [("structure", structure.into()), ("verdict", verdict.into()), ("numbers", numbers.into())];
        texts.format(key, &arguments)
    });
    Some(InfoCard {
        points: points.collect(),
        paragraphs: vec![
            stretch::sentence(exercise, claims, texts),
            texts.get("stretch-legend"),
            texts.get("stretch-geometry"),
        ],
        ..card(texts.get("stretch-card"))
    })
}

/// The three measures of a change, and how far four models are apart.
fn numbers(texts: &Texts, measure: &stretch::Measure) -> Option<String> {
    let change = measure.change.as_ref().ok()?;
    let whole = |number: f64| plain(number.round());
    let mut arguments = vec![
        ("mm", whole(1e3 * change.mean.change_m)),
        ("length", plain(100.0 * change.mean.of_length)),
        ("fibre", whole(100.0 * change.mean.of_fibre)),
    ];
    let Some(models) = &measure.models else { return Some(texts.format("stretch-numbers", &arguments)) };
    let (least, most) = models.spread();
    arguments.extend([("least", whole(100.0 * least)), ("most", whole(100.0 * most))]);
    Some(texts.format("stretch-numbers-models", &arguments))
}

/// What the controls of a turning picture are called.
pub fn turn_words(texts: &Texts) -> TurnWords {
    TurnWords {
        group: texts.get("figure-group"),
        left: texts.get("figure-turn-left"),
        right: texts.get("figure-turn-right"),
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "seconds of a movement, never negative"
)]
fn ms(seconds: f64) -> u64 {
    (seconds.clamp(0.0, 60.0) * 1000.0).round() as u64
}

fn facts(texts: &Texts, exercise: &Exercise) -> Vec<(String, String)> {
    let mut facts = vec![
        (texts.get("fact-position"), texts.get(&format!("position-{}", exercise.position))),
        (texts.get("fact-equipment"), needs(texts, &exercise.needs)),
        (texts.get("fact-sides"), texts.get(&format!("laterality-{}", exercise.laterality))),
        (texts.get("fact-dose"), dose_of_sides(texts, &usual_sides(exercise))),
    ];
    let targets: Vec<String> = exercise
        .targets
        .iter()
        .map(|target| {
            let role = texts.get(&format!("role-{}", target.role));
            let structure = texts.get(&format!("structure-{}", target.structure));
            texts.format("fact-target", &[("role", role.into()), ("structure", structure.into())])
        })
        .collect();
    if !targets.is_empty() {
        facts.push((texts.get("fact-targets"), targets.join("; ")));
    }
    facts
}

/// What an exercise needs, in words.
pub fn needs(texts: &Texts, needs: &[Need]) -> String {
    if needs.is_empty() {
        return texts.get("fact-equipment-none");
    }
    let things: Vec<String> = needs
        .iter()
        .map(|need| {
            let first = texts.get(&format!("equipment-{}", need.item));
            need.instead.iter().fold(first, |first, other| {
                let second = texts.get(&format!("equipment-{other}"));
                texts.format("fact-or", &[("first", first.into()), ("second", second.into())])
            })
        })
        .collect();
    things.join("; ")
}

/// A dose in words: "2 rounds, 8 times, hold 5 seconds".
pub fn dose(texts: &Texts, dose: &Dose) -> String {
    let mut parts = Vec::new();
    if let Some(sets) = dose.sets.filter(|&sets| sets > 1) {
        parts.push(count(texts, "dose-sets", sets));
    }
    if let Some(repetitions) = dose.repetitions.filter(|&n| n > 1 || dose.hold_s.is_none()) {
        parts.push(count(texts, "dose-repetitions", repetitions));
    }
    if let Some(hold) = dose.hold_s {
        parts.push(texts.format("dose-hold", &[("n", plain(hold))]));
    }
    if let Some(duration) = dose.duration_s {
        let (key, n) =
            if duration < 60.0 { ("dose-seconds", duration) } else { ("dose-minutes", duration / 60.0) };
        parts.push(texts.format(key, &[("n", plain(n))]));
    }
    parts.join(", ")
}

/// The dose of both sides in words.
pub fn dose_of_sides(texts: &Texts, sides: &Sides) -> String {
    match sides {
        Sides::Both { both } => dose(texts, both),
        Sides::Each(each) if each.left == each.right => {
            format!("{}, {}", dose(texts, &each.left), texts.get("dose-each-side"))
        }
        Sides::Each(each) => {
            let left = texts.format("dose-left", &[("dose", dose(texts, &each.left).into())]);
            let right = texts.format("dose-right", &[("dose", dose(texts, &each.right).into())]);
            format!("{left}; {right}")
        }
    }
}

fn cards(texts: &Texts, exercise: &Exercise) -> Vec<InfoCard> {
    let id = &exercise.id;
    let mut cards = Vec::new();
    for (heading, tail) in [("exercise-feel", "feel"), ("exercise-not-feel", "not-feel")] {
        if let Some(text) = texts.find(&format!("{id}-{tail}")) {
            cards.push(InfoCard { paragraphs: vec![text], ..card(texts.get(heading)) });
        }
    }
    let stops: Vec<String> = exercise.stop.iter().map(|rule| texts.get(&format!("stop-{rule}"))).collect();
    if !stops.is_empty() {
        cards.push(InfoCard { points: stops, ..card(texts.get("exercise-stop")) });
    }
    let variants: Vec<String> =
        exercise.variants.iter().map(|variant| texts.get(&format!("{id}-variant-{}", variant.id))).collect();
    if !variants.is_empty() {
        cards.push(InfoCard { points: variants, ..card(texts.get("exercise-variants")) });
    }
    cards
}

fn claims(texts: &Texts, library: &Library, exercise: &Exercise) -> Vec<ClaimView> {
    exercise
        .evidence
        .iter()
        .filter_map(|evidence| {
            let source = library.source(&evidence.source)?;
            let speaks_for = evidence.stance == Stance::For;
            Some(ClaimView {
                text: texts.get(&format!("claim-{}", evidence.claim)),
                stance: texts.get(if speaks_for { "exercise-for" } else { "exercise-against" }),
                speaks_for,
                grade: texts.get(&format!("grade-{}", evidence.grade)),
                source: cited(texts, source),
            })
        })
        .collect()
}

fn related(texts: &Texts, library: &Library, exercise: &Exercise) -> Vec<Button> {
    let of = |key: &'static str, links: &[Link]| {
        links
            .iter()
            .filter_map(|to| to.exercise.as_deref())
            .filter(|id| library.exercise(id).is_some())
            .map(|id| Button {
                label: texts.format(key, &[("name", Arg::from(name(texts, id)))]),
                detail: None,
                action: crate::action::Action::Go(Route::Exercise(id.to_owned())),
                emphasis: Emphasis::Quiet,
            })
            .collect::<Vec<_>>()
    };
    let mut buttons = of("exercise-easier", &exercise.regressions);
    buttons.extend(of("exercise-harder", &exercise.progressions));
    buttons
}
