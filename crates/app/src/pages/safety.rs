//! The safety net: whom to call, and what to look out for. One tap away from everywhere.
//!
//! Emergency numbers follow the country the person picked, never a guess. What this module does not do: record
//! what a person reads here.

use counterpose_coach::intake::Country;
use counterpose_coach::screening::{Asked, Block, Question, crisis_line, emergency_number, questions};
use counterpose_content::Texts;
use counterpose_quantity::order;

use crate::action::{Action, Field, Setting};
use crate::view::{CallCard, Choice, ChoiceField, Emphasis, InfoCard, SafetyPage};
use crate::words::{button, card};

/// Countries a person can pick, by code; their names are the texts `country-<code>`.
pub const COUNTRIES: &[&str] = &[
    "AT", "AU", "BE", "BG", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR",
    "HU", "IE", "IS", "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "US",
];

/// The page.
pub fn safety(texts: &Texts, asked: &Asked, country: Option<Country>, may_report: bool) -> SafetyPage {
    let all = questions(asked);
    let list = |heading: &str, block: Block| InfoCard {
        points: points(texts, &all, block),
        ..card(texts.get(heading))
    };
    let mut lists =
        vec![list("safety-emergency-list", Block::Emergency), list("safety-same-day-list", Block::SameDay)];
    lists.push(talk(texts, country));
    let mut buttons = Vec::new();
    if may_report {
        buttons.push(button(texts, "safety-report", Emphasis::Stop, Action::SomethingNew));
    }
    buttons.push(button(texts, "go-back", Emphasis::Secondary, Action::Back));
    SafetyPage {
        heading: texts.get("title-safety"),
        lead: texts.get("safety-lead"),
        call: call(texts, country, "call-emergency"),
        country: country_field(texts, country, "safety-country"),
        lists,
        buttons,
    }
}

fn points(texts: &Texts, all: &[Question], block: Block) -> Vec<String> {
    all.iter()
        .filter(|question| question.id.block() == block)
        .map(|question| texts.get(&question.text))
        .collect()
}

fn talk(texts: &Texts, country: Option<Country>) -> InfoCard {
    let line = match crisis_line(country) {
        Some(number) => texts.format("safety-net-crisis-line", &[("number", number.into())]),
        None => texts.get("safety-net-crisis-unknown"),
    };
    let paragraphs = vec![texts.get("safety-net-mind"), line];
    InfoCard { paragraphs, ..card(texts.get("safety-talk-heading")) }
}

/// Whom to call, under a label.
pub fn call(texts: &Texts, country: Option<Country>, label: &str) -> CallCard {
    let number = emergency_number(country);
    CallCard {
        label: texts.get(label),
        number: number.map_or_else(|| texts.get("emergency-number-unknown"), str::to_owned),
        telephone: number.map(|number| format!("tel:{number}")),
        detail: texts.find(&format!("{label}-detail")),
    }
}

/// The country, for its emergency number.
pub fn country_field(texts: &Texts, country: Option<Country>, label: &str) -> ChoiceField {
    let choice = |id: &str, label: String, code: Option<&str>, picked: bool| Choice {
        id: id.to_owned(),
        label,
        help: None,
        picked,
        action: Action::Set(Setting::Country(code.map(str::to_owned))),
        inside: Vec::new(),
    };
    let mut choices = vec![choice("none", texts.get("safety-country-none"), None, country.is_none())];
    let mut named: Vec<(String, &str)> =
        COUNTRIES.iter().map(|code| (texts.get(&format!("country-{code}")), *code)).collect();
    order::sort(&mut named);
    choices.extend(named.into_iter().map(|(name, code)| {
        let picked = country.is_some_and(|country| country.as_str() == code);
        choice(code, name, Some(code), picked)
    }));
    ChoiceField {
        field: Field::Country,
        label: texts.get(label),
        help: None,
        many: false,
        scale: None,
        choices,
        problem: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_offered_has_a_number() {
        for code in COUNTRIES {
            assert!(emergency_number(Country::new(code)).is_some(), "{code}");
        }
    }
}
