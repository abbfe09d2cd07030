//! Pages that are the same for everybody: about, and the way in.
//!
//! What this module does not do: know the person.

use counterpose_coach::library::{Library, Source};
use counterpose_content::Texts;

use crate::action::Action;
use crate::route::Route;
use crate::view::{AboutPage, Emphasis, InfoCard, LanguageChoice, SourceView, WelcomePage};
use crate::words::{button, card, link, numbered};

/// What this is, and the way in; `begun` is whether anything was answered already.
pub fn welcome(texts: &Texts, begun: bool, languages: Vec<LanguageChoice>) -> WelcomePage {
    let begin = if begun { "welcome-go-on" } else { "welcome-begin" };
    let points = ["welcome-point-questions", "welcome-point-session", "welcome-point-private"];
    WelcomePage {
        heading: texts.get("welcome-heading"),
        lead: texts.get("welcome-lead"),
        points: points.iter().map(|key| texts.get(key)).collect(),
        intended_use: texts.get("intended-use"),
        begin: button(texts, begin, Emphasis::Primary, Action::Begin),
        more: link(texts, "welcome-more", Emphasis::Quiet, Route::About),
        languages: languages.into_iter().filter(|choice| !choice.picked).collect(),
    }
}

/// Intended use, limits, what is stored where, licences, sources.
pub fn about(texts: &Texts, library: &Library) -> AboutPage {
    let points =
        |heading: &str, stem: &str| InfoCard { points: numbered(texts, stem), ..card(texts.get(heading)) };
    let intended = InfoCard { paragraphs: vec![texts.get("intended-use")], ..card(texts.get("about-use")) };
    AboutPage {
        heading: texts.get("title-about"),
        cards: vec![
            intended,
            points("about-limits", "about-limits"),
            points("about-data", "about-data"),
            points("about-licences", "about-licences"),
        ],
        sources_heading: texts.get("about-sources"),
        sources_lead: texts.get("about-sources-lead"),
        sources: library.sources.iter().map(|source| cited(texts, source)).collect(),
    }
}

/// A source as shown; one the project could not read itself is called our caution.
pub fn cited(texts: &Texts, source: &Source) -> SourceView {
    let kind = format!("kind-{}", source.kind);
    SourceView {
        citation: source.citation.clone(),
        address: source
            .doi
            .as_ref()
            .map(|doi| if doi.starts_with("http") { doi.clone() } else { format!("https://doi.org/{doi}") }),
        kind: texts.find(&kind).unwrap_or_else(|| source.kind.clone()),
    }
}

/// The sources of these identifiers, each once, in the order given; unknown ones are passed over.
pub fn cite_all(texts: &Texts, library: &Library, ids: &[String]) -> Vec<SourceView> {
    let mut seen: Vec<&str> = Vec::new();
    ids.iter()
        .filter_map(|id| library.source(id))
        .filter(|source| {
            let new = !seen.contains(&source.id.as_str());
            seen.push(&source.id);
            new
        })
        .map(|source| cited(texts, source))
        .collect()
}
