//! The pages of the home tests: the list with today's test, and one test with its ways of answering.
//!
//! What this module does not do: decide which test may be done, or what a result means; it is told.

use counterpose_coach::finding::{Finding, Origin};
use counterpose_coach::library::Library;
use counterpose_coach::selftest::{
    Ask, Listed, NoneToday, NumberAsked, Offer, SelfTest, SidesOf, Standing, Watch, method_name,
};
use counterpose_content::{Arg, Texts};
use counterpose_quantity::Side;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::about::cite_all;
use crate::action::{Action, Field};
use crate::route::Route;
use crate::view::{
    Button, Choice, ChoiceField, Emphasis, InfoCard, NotedCard, ResultLine, TestLine, TestsPage,
};
use crate::words::{button, card, count, link, numbered, plain, side as side_word};

/// What is asked, shown and not counted: the key and its choices.
pub const NOTED_ASKED: &[(&str, &[&str])] =
    &[("deep-arch", &["yes", "no"]), ("higher-hip", &["left", "right", "neither"])];
/// Who says that standing posture does not separate people.
const NOTED_SOURCES: &[&str] = &["herrington-2011", "preece-2008", "krawiec-2003", "laird-2014"];

/// A way of answering a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By feel.
    Feel,
    /// With a number measured by other means.
    Number,
    /// With this phone.
    Phone,
}

impl Way {
    /// The ways a test offers, feel first.
    pub fn of(test: &SelfTest) -> Vec<Self> {
        let mut ways = vec![Self::Feel];
        if test.number.is_some() {
            ways.push(Self::Number);
        }
        if test.phone.is_some() {
            ways.push(Self::Phone);
        }
        ways
    }

    /// The way with this name, where the test offers it; else by feel.
    pub fn parse(name: &str, test: &SelfTest) -> Self {
        Self::of(test).into_iter().find(|way| way.as_str() == name).unwrap_or(Self::Feel)
    }

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Feel => "feel",
            Self::Number => "number",
            Self::Phone => "phone",
        }
    }
}

/// The page of all tests.
pub fn tests(
    texts: &Texts,
    library: &Library,
    tests: &[SelfTest],
    offer: &Offer,
    findings: &[Finding],
    noted: &Map<String, Value>,
    asks_care: bool,
) -> TestsPage {
    let lines = offer.all.iter().filter_map(|listed| {
        let test = tests.iter().find(|test| test.id == listed.test)?;
        Some(line(texts, test, listed, findings))
    });
    TestsPage {
        heading: texts.get("title-tests"),
        lead: texts.get("tests-lead"),
        today: today(texts, tests, offer, asks_care),
        list_heading: texts.get("tests-all"),
        list: lines.collect(),
        noted: noted_card(texts, library, noted),
        buttons: vec![
            link(texts, "tests-to-result", Emphasis::Secondary, Route::Result),
            link(texts, "go-today", Emphasis::Quiet, Route::Today),
        ],
    }
}

fn today(texts: &Texts, tests: &[SelfTest], offer: &Offer, asks_care: bool) -> InfoCard {
    let care = || link(texts, "today-ask-care-button", Emphasis::Secondary, Route::Care);
    match offer.next {
        Ok(id) => {
            let mut shown = card(texts.get("tests-today"));
            if let Some(test) = tests.iter().find(|test| test.id == id) {
                shown.heading = texts.get(&test.key("name"));
                shown.paragraphs = vec![texts.get(&test.key("about")), facts(texts, test).join(" · ")];
                let to = Route::Test(test.id.as_str().to_owned());
                shown.buttons = vec![link(texts, "tests-open", Emphasis::Primary, to)];
            }
            if asks_care {
                shown.paragraphs.push(texts.get("tests-care-opens"));
                shown.buttons.push(care());
            }
            shown
        }
        Err(why) => {
            let key = match why {
                NoneToday::Enough => "tests-none-enough",
                NoneToday::Irritable => "tests-none-irritable",
                NoneToday::AllDone => "tests-none-all-done",
                NoneToday::AllShut => "tests-none-all-shut",
            };
            let mut shown = InfoCard { paragraphs: vec![texts.get(key)], ..card(texts.get("tests-none")) };
            if asks_care {
                shown.buttons.push(care());
            }
            shown
        }
    }
}

/// How long a test takes and where it is done.
pub fn facts(texts: &Texts, test: &SelfTest) -> Vec<String> {
    vec![
        count(texts, "fact-minutes", test.minutes),
        texts.get(&format!("position-{}", test.position)),
        texts.get(if test.sides == SidesOf::Each { "test-both-sides" } else { "test-no-sides" }),
    ]
}

fn line(texts: &Texts, test: &SelfTest, listed: &Listed, findings: &[Finding]) -> TestLine {
    let done = matches!(listed.standing, Standing::Done(_) | Standing::Begun);
    TestLine {
        id: test.id.as_str().to_owned(),
        open: Button {
            label: texts.get(&test.key("name")),
            detail: None,
            action: Action::Go(Route::Test(test.id.as_str().to_owned())),
            emphasis: Emphasis::Quiet,
        },
        about: texts.get(&test.key("about")),
        standing: standing(texts, listed.standing),
        results: if done { results(texts, test, findings) } else { Vec::new() },
    }
}

/// How a test stands, in words.
pub fn standing(texts: &Texts, standing: Standing) -> String {
    match standing {
        Standing::Open => texts.get("test-standing-open"),
        Standing::Begun => texts.get("test-standing-begun"),
        Standing::Done(on) => texts.format("test-standing-done", &[("day", date(texts, on).into())]),
        Standing::Hurt(on) => texts.format("test-standing-hurt", &[("day", date(texts, on).into())]),
        Standing::NoPlace => texts.get("left-out-lying"),
        Standing::Shut(by) => texts.get(&format!("left-out-{}", by.as_str())),
    }
}

/// A day in words, without its year.
pub fn date(texts: &Texts, date: Date) -> String {
    let month = texts.get(&format!("month-{}", date.month()));
    texts.format("day-and-month", &[("day", Arg::from(i64::from(date.day()))), ("month", month.into())])
}

/// What the findings say about one test; one line that nothing stands out where they say nothing.
pub fn results(texts: &Texts, test: &SelfTest, findings: &[Finding]) -> Vec<ResultLine> {
    let own = findings
        .iter()
        .filter(|found| matches!(found.from, Origin::Measure(id, _) if id == test.id.as_str()))
        .map(|found| finding(texts, found));
    let mut lines: Vec<ResultLine> = own.collect();
    if lines.is_empty() {
        let text = texts.get("finding-nothing");
        lines.push(ResultLine { text, weight: String::new(), counts: false });
    }
    lines
}

/// A finding in words, with its side, its number and whether it counts.
pub fn finding(texts: &Texts, found: &Finding) -> ResultLine {
    let mut text = texts.get(&format!("finding-{}", found.id));
    if let Some(side) = found.side {
        text = texts
            .format("finding-side", &[("finding", text.into()), ("side", side_word(texts, side).into())]);
    }
    if let (Some(value), Some(unit)) = (found.value, found.unit) {
        let number = texts.format(&format!("value-{unit}"), &[("n", plain(value))]);
        let error = texts.format(&format!("value-{unit}"), &[("n", plain(found.error.unwrap_or(0.0)))]);
        let args = [("finding", text.into()), ("value", number.into()), ("error", error.into())];
        text = texts.format("finding-value", &args);
    }
    let counts = found.meaningful && found.counted;
    let weight = if counts {
        texts.get("finding-counts")
    } else if found.counted {
        texts.get("finding-in-error")
    } else {
        texts.get("finding-noted")
    };
    ResultLine { text, weight, counts }
}

fn noted_card(texts: &Texts, library: &Library, noted: &Map<String, Value>) -> NotedCard {
    let fields = NOTED_ASKED.iter().map(|(key, choices)| {
        let field = Field::Noted((*key).to_owned());
        let choices = choices
            .iter()
            .map(|id| Choice {
                id: (*id).to_owned(),
                label: texts.get(&format!("noted-{key}-{id}")),
                help: None,
                picked: noted.get(*key) == Some(&json!(id)),
                action: Action::Choose { field: field.clone(), value: json!(id) },
                inside: Vec::new(),
            })
            .collect();
        ChoiceField {
            field,
            label: texts.get(&format!("noted-{key}")),
            help: None,
            many: false,
            scale: None,
            choices,
            problem: None,
        }
    });
    let sources: Vec<String> = NOTED_SOURCES.iter().map(|id| (*id).to_owned()).collect();
    NotedCard {
        heading: texts.get("noted-heading"),
        text: texts.get("finding-noted"),
        fields: fields.collect(),
        sources: cite_all(texts, library, &sources),
    }
}

/// What was noted and is not counted, in words.
pub fn noted_lines(texts: &Texts, noted: &Map<String, Value>) -> Vec<String> {
    NOTED_ASKED
        .iter()
        .filter_map(|(key, choices)| {
            let given = noted.get(*key)?.as_str()?;
            let known = choices.contains(&given).then(|| texts.get(&format!("noted-{key}-{given}")))?;
            let question = texts.get(&format!("noted-{key}"));
            Some(texts.format("noted-line", &[("question", question.into()), ("answer", known.into())]))
        })
        .collect()
}

/// A question of a test for one side.
pub fn ask(
    texts: &Texts,
    test: &SelfTest,
    ask: &Ask,
    side: Option<Side>,
    picked: Option<&str>,
    open: impl Fn(&[counterpose_coach::vocabulary::MovementTag]) -> bool,
    tried: bool,
) -> ChoiceField {
    let field = Field::TestAnswer { key: ask.key.clone(), side };
    let tail = ask.tail();
    let choices = ask
        .choices
        .iter()
        .filter(|choice| open(&choice.tags))
        .map(|choice| Choice {
            id: choice.id.clone(),
            label: texts.get(&test.key(&format!("{tail}-{}", choice.id))),
            help: None,
            picked: picked == Some(choice.id.as_str()),
            action: Action::Choose { field: field.clone(), value: json!(choice.id) },
            inside: Vec::new(),
        })
        .collect();
    ChoiceField {
        field,
        label: texts.get(&test.key(&tail)),
        help: None,
        many: false,
        scale: None,
        choices,
        problem: (tried && picked.is_none()).then(|| texts.get("one-of-these")),
    }
}

/// By feel, by number, with this phone.
pub fn way_field(texts: &Texts, test: &SelfTest, way: Way) -> Option<ChoiceField> {
    let ways = Way::of(test);
    (ways.len() > 1).then(|| ChoiceField {
        field: Field::TestWay,
        label: texts.get("test-way"),
        help: None,
        many: false,
        scale: None,
        choices: ways
            .into_iter()
            .map(|offered| Choice {
                id: offered.as_str().to_owned(),
                label: texts.get(&format!("test-way-{}", offered.as_str())),
                help: None,
                picked: offered == way,
                action: Action::Choose { field: Field::TestWay, value: json!(offered.as_str()) },
                inside: Vec::new(),
            })
            .collect(),
        problem: None,
    })
}

/// What a typed number was measured with, where there is a choice.
pub fn method_field(
    texts: &Texts,
    asked: &NumberAsked,
    picked: counterpose_quantity::Method,
) -> Option<ChoiceField> {
    (asked.methods.len() > 1).then(|| ChoiceField {
        field: Field::TestMethod,
        label: texts.get("test-method"),
        help: None,
        many: false,
        scale: None,
        choices: asked
            .methods
            .iter()
            .map(|&method| Choice {
                id: method_name(method).to_owned(),
                label: texts.get(&format!("method-{}", method_name(method))),
                help: None,
                picked: method == picked,
                action: Action::Choose { field: Field::TestMethod, value: json!(method_name(method)) },
                inside: Vec::new(),
            })
            .collect(),
        problem: None,
    })
}

/// What the test can be trusted to tell.
pub fn error_card(
    texts: &Texts,
    library: &Library,
    test: &SelfTest,
) -> (InfoCard, Vec<crate::view::SourceView>) {
    let paragraph = match &test.number {
        Some(asked) => {
            let unit = texts.get(&format!("unit-{}", asked.unit.as_str()));
            texts.format("test-error", &[("n", plain(test.error.least)), ("unit", unit.into())])
        }
        None => texts.get("test-error-feel"),
    };
    let feel = texts.get("test-error-by-feel");
    let paragraphs = if test.number.is_some() { vec![paragraph, feel] } else { vec![paragraph] };
    let sources = cite_all(texts, library, core::slice::from_ref(&test.error.source));
    (InfoCard { paragraphs, ..card(texts.get("test-error-heading")) }, sources)
}

/// How, step by step, and when to stop.
pub fn steps_and_stop(texts: &Texts, test: &SelfTest) -> (InfoCard, InfoCard) {
    let steps = InfoCard {
        points: numbered(texts, &test.key("step")),
        numbered: true,
        ..card(texts.get("exercise-steps"))
    };
    let points = test.stop.iter().map(|rule| texts.get(&format!("stop-{rule}"))).collect();
    let stop = InfoCard { points, ..card(texts.get("exercise-stop")) };
    (steps, stop)
}

/// The button that starts the watch of a side.
pub fn watch_button(texts: &Texts, watch: Watch, side: Option<Side>) -> Button {
    let key = match watch {
        Watch::Up { .. } => "watch-start",
        Watch::Down { .. } => "watch-start-down",
    };
    button(texts, key, Emphasis::Secondary, Action::StartWatch { side })
}
