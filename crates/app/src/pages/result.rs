//! What to do first: the tier in words, the reasons, whom to see and what to say.
//!
//! Past a stop nothing else stands here: an emergency or a same-day answer shows the safety net alone, a clinician
//! first the card for meanwhile. What this module does not do: weigh the answers.

use counterpose_coach::intake::Country;
use counterpose_coach::library::Library;
use counterpose_coach::screening::{self, Meanwhile, NotFor, Reason, Screening};
use counterpose_coach::vocabulary::Tier;
use counterpose_content::Texts;

use super::about::cite_all;
use super::safety::call;
use crate::action::Action;
use crate::route::{Route, Screen};
use crate::view::{Button, Emphasis, InfoCard, ReasonView, ResultPage, StartHere, Weight};
use crate::words::{button, card, link};

/// What the page is made from.
pub struct Told<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// The library, for its sources.
    pub library: &'a Library,
    /// What the screening says.
    pub screening: &'a Screening,
    /// The card for meanwhile.
    pub meanwhile: Option<&'a Meanwhile>,
    /// The person's country.
    pub country: Option<Country>,
    /// Whether a session can be started from here.
    pub may_move: bool,
    /// Whether a session was ever finished.
    pub has_trained: bool,
    /// The first screen with something unanswered.
    pub next_open: Option<Screen>,
    /// Where to start; absent past a stop.
    pub start: Option<StartHere>,
}

/// The page.
pub fn result(told: &Told<'_>) -> ResultPage {
    let texts = told.texts;
    let screening = told.screening;
    let (stem, weight) = weigh(screening);
    ResultPage {
        tier: screening.tier,
        weight,
        heading: heading(texts, screening),
        lead: texts.get(&format!("result-{stem}-lead")),
        call: calls(screening).map(|label| call(texts, told.country, label)),
        reasons: reasons(told),
        reasons_heading: texts.get("result-reasons"),
        start: told.start.clone().map(Box::new),
        cards: cards(told),
        unanswered: unanswered(told),
        buttons: buttons(told),
    }
}

/// The heading of what to do first.
pub fn heading(texts: &Texts, screening: &Screening) -> String {
    texts.get(&format!("result-{}-heading", weigh(screening).0))
}

fn weigh(screening: &Screening) -> (&'static str, Weight) {
    match (screening.not_for, screening.tier) {
        (_, Some(Tier::Emergency)) => ("emergency", Weight::Urgent),
        (_, Some(Tier::SameDay)) => ("same-day", Weight::Urgent),
        (Some(NotFor::Age), _) => ("age", Weight::Attention),
        (Some(NotFor::Site), _) => ("site", Weight::Attention),
        (None, Some(Tier::ClinicianFirst)) => ("clinician-first", Weight::Attention),
        (None, _) if !screening.missing.is_empty() => ("unknown", Weight::Attention),
        (None, Some(Tier::Adapted)) => ("adapted", Weight::Calm),
        (None, Some(Tier::Ok)) => ("ok", Weight::Calm),
        (None, None) => ("unknown", Weight::Attention),
    }
}

fn calls(screening: &Screening) -> Option<&'static str> {
    match screening.tier {
        Some(Tier::Emergency) => Some("call-emergency"),
        Some(Tier::SameDay) => Some("call-same-day"),
        _ => None,
    }
}

/// The reasons that carry the tier first; a stop shows no lesser ones.
fn reasons(told: &Told<'_>) -> Vec<ReasonView> {
    let screening = told.screening;
    let stops = screening.tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    screening
        .reasons
        .iter()
        .filter(|reason| !stops || Some(reason.tier) == screening.tier)
        .map(|reason| ReasonView {
            text: in_words(told.texts, reason),
            sources: cite_all(told.texts, told.library, &reason.sources),
        })
        .collect()
}

/// A reason in words; one about a precaution names it.
pub fn in_words(texts: &Texts, reason: &Reason) -> String {
    let named = texts.find(&format!("precaution-{}", reason.rule)).unwrap_or_default();
    texts.format(&reason.text, &[("precaution", named.into())])
}

fn cards(told: &Told<'_>) -> Vec<InfoCard> {
    let texts = told.texts;
    let mut cards = Vec::new();
    if let Some(care) = screening::care(told.screening, told.country) {
        let paragraphs = vec![texts.get(&care.who), texts.get(&care.when), texts.get(&care.reach)];
        cards.push(InfoCard { paragraphs, ..card(texts.get("care-heading")) });
        let points = care.say.iter().map(|reason| in_words(texts, reason)).collect();
        let tier = told.screening.tier.map_or("clinician-first", Tier::as_str);
        let paragraphs = vec![texts.get(&format!("care-say-{tier}"))];
        cards.push(InfoCard { paragraphs, points, ..card(texts.get("care-say-title")) });
    }
    if told.screening.tier == Some(Tier::Adapted) && told.screening.book_visit {
        cards.push(InfoCard { paragraphs: vec![texts.get("book-visit")], ..card(texts.get("book-visit")) });
    }
    if let Some(meanwhile) = told.meanwhile {
        let mut points = Vec::new();
        points.push(texts.get(if meanwhile.walking { "meanwhile-walking" } else { "meanwhile-no-walking" }));
        if meanwhile.diary {
            points.push(texts.get("meanwhile-diary"));
        }
        points.push(texts.get("meanwhile-clearance"));
        cards.push(InfoCard { points, ..card(texts.get("meanwhile-title")) });
        for id in &meanwhile.education {
            if let (Some(title), Some(body)) =
                (texts.find(&format!("education-{id}-title")), texts.find(&format!("education-{id}-body")))
            {
                cards.push(InfoCard { paragraphs: vec![body], ..card(title) });
            }
        }
    }
    cards
}

fn unanswered(told: &Told<'_>) -> Option<InfoCard> {
    let screening = told.screening;
    let emergency = screening.tier == Some(Tier::Emergency);
    if screening.missing.is_empty() || emergency || screening.not_for.is_some() {
        return None;
    }
    let open = told.next_open.unwrap_or(Screen::Safety(1));
    let answer = link(told.texts, "result-answer-them", Emphasis::Secondary, Route::Start(open));
    let paragraphs = vec![told.texts.get("unanswered-required")];
    Some(InfoCard { paragraphs, buttons: vec![answer], ..card(told.texts.get("unanswered-title")) })
}

fn buttons(told: &Told<'_>) -> Vec<Button> {
    let texts = told.texts;
    let mut buttons = Vec::new();
    if told.may_move && told.has_trained {
        buttons.push(link(texts, "result-to-today", Emphasis::Primary, Route::Today));
    } else if told.may_move {
        buttons.push(link(texts, "result-first-session", Emphasis::Primary, Route::Ready));
        buttons.push(link(texts, "result-to-today", Emphasis::Quiet, Route::Today));
    }
    let age = told.screening.not_for == Some(NotFor::Age);
    let review = if age { Route::Start(Screen::You) } else { Route::Start(Screen::Where) };
    let stops = told.screening.tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    if stops {
        buttons.push(link(texts, "go-safety", Emphasis::Secondary, Route::Safety));
    }
    if stops && told.screening.not_for.is_none() {
        buttons.push(button(texts, "result-review-list", Emphasis::Quiet, Action::SomethingNew));
    } else {
        buttons.push(link(texts, "result-review", Emphasis::Quiet, review));
    }
    if told.screening.tier == Some(Tier::ClinicianFirst) && told.screening.not_for.is_none() {
        buttons.push(link(texts, "result-cleared", Emphasis::Secondary, Route::Clearance));
    }
    buttons
}
