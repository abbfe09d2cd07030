//! The page of one home test as it stands, and what changes on it from moment to moment.
//!
//! What this module does not do: take answers; `testing` does.

use counterpose_coach::precaution::Gate;
use counterpose_coach::selftest::{Phase, SelfTest, SidesOf, Stillness, repeats};
use counterpose_content::Arg;
use counterpose_journal::Moment;
use counterpose_quantity::Side;
use serde_json::{Value, json};

use super::Client;
use super::testing::{Measuring, Sensor, known_test, sides_of};
use crate::action::{Action, Field};
use crate::flow::draft::Given;
use crate::pages::selftest::{self, Way};
use crate::route::Route;
use crate::view::{
    Block, Button, CardPage, Choice, ChoiceField, Emphasis, FoundCard, GaugeNow, InfoCard, NumberField, Page,
    Problem, Still, TestPage, TestSide, TestsPage, TiltPart, WatchPart,
};
use crate::words::{button, card, link, plain};

impl Client {
    pub(super) fn tests_page(&self) -> TestsPage {
        let asks_care = self.saved.get("precautions").is_none();
        let noted = self.noted_values();
        let tests = counterpose_content::selftests();
        let findings = &self.decided.findings;
        selftest::tests(&self.texts, self.library, tests, &self.offered(), findings, &noted, asks_care)
    }

    /// Today's test in short, once somebody has trained; absent where none is offered.
    pub(super) fn test_card(&self) -> Option<InfoCard> {
        if self.state.sessions_done().is_empty() {
            return None;
        }
        let texts = &self.texts;
        let test = known_test(self.offered().next.ok()?.as_str())?;
        let to = Route::Test(test.id.as_str().to_owned());
        let mut open = link(texts, "tests-open", Emphasis::Secondary, to);
        open.detail = Some(texts.get(&test.key("name")));
        Some(InfoCard {
            paragraphs: vec![texts.get("today-test-text")],
            buttons: vec![open, link(texts, "tests-see-all", Emphasis::Quiet, Route::Tests)],
            ..card(texts.get("today-test"))
        })
    }

    pub(super) fn test_page(&self, id: &str) -> Page {
        let texts = &self.texts;
        let back = link(texts, "tests-see-all", Emphasis::Quiet, Route::Tests);
        let Some(test) = known_test(id) else {
            return Page::Card(CardPage {
                heading: texts.get("test-unknown"),
                lead: None,
                cards: Vec::new(),
                claims_heading: None,
                claims: Vec::new(),
                buttons: vec![back],
            });
        };
        let may = self.test_now().is_some();
        let way = self.way(test);
        let (steps, stop) = selftest::steps_and_stop(texts, test);
        let (error, sources) = selftest::error_card(texts, self.library, test);
        Page::Test(Box::new(TestPage {
            id: id.to_owned(),
            heading: texts.get(&test.key("name")),
            lead: texts.get(&test.key("about")),
            facts: selftest::facts(texts, test),
            not_now: (!may).then(|| self.why_not_now(test)),
            steps,
            stop,
            way: selftest::way_field(texts, test, way).filter(|_| may),
            sides: if may { self.test_sides(test, way) } else { Vec::new() },
            tilt: self.tilt_part(test).filter(|_| may && way == Way::Phone),
            watch: self.watch_part().filter(|_| may),
            problem: self.draft.tried.then(|| Problem { text: texts.get("test-problem"), field: None }),
            keep: may.then(|| button(texts, "test-keep", Emphasis::Primary, Action::KeepTest)),
            hurts: may.then(|| button(texts, "test-hurts", Emphasis::Stop, Action::TestHurts)),
            error,
            sources,
            found: self.found_card(test),
            back,
        }))
    }

    fn why_not_now(&self, test: &SelfTest) -> InfoCard {
        use counterpose_coach::selftest::{NoneToday, Standing};
        let texts = &self.texts;
        if !self.is_checked_in() {
            let ask = link(texts, "go-today", Emphasis::Secondary, Route::Today);
            let paragraphs = vec![texts.get("today-session-check-first")];
            return InfoCard { paragraphs, buttons: vec![ask], ..card(texts.get("test-not-now")) };
        }
        let offer = self.offered();
        let standing = offer.all.iter().find(|listed| listed.test == test.id).map(|listed| listed.standing);
        let text = match standing {
            Some(Standing::Open | Standing::Done(_) | Standing::Begun) | None => match offer.next {
                Err(NoneToday::Irritable) => texts.get("tests-none-irritable"),
                _ => texts.get("tests-none-enough"),
            },
            Some(other) => selftest::standing(texts, other),
        };
        InfoCard { paragraphs: vec![text], ..card(texts.get("test-not-now")) }
    }

    fn found_card(&self, test: &SelfTest) -> Option<FoundCard> {
        let measured = self.decided.intake.measures.iter().any(|measure| measure.reading.test() == test.id);
        measured.then(|| FoundCard {
            heading: self.texts.get("test-found"),
            lines: selftest::results(&self.texts, test, &self.decided.findings),
            buttons: vec![link(&self.texts, "tests-to-result", Emphasis::Secondary, Route::Result)],
        })
    }

    fn test_sides(&self, test: &SelfTest, way: Way) -> Vec<TestSide> {
        let mut sides: Vec<TestSide> =
            sides_of(test).iter().map(|side| self.test_side(test, way, *side)).collect();
        if let (SidesOf::One, Some(first)) = (test.sides, sides.first_mut()) {
            first.blocks.insert(0, Block::Choice(self.which_side(test)));
        }
        if let (Way::Number, Some(asked), Some(last)) = (way, &test.number, sides.last_mut())
            && let Some(usual) = asked.methods.first()
        {
            let picked = self.method(*usual);
            last.blocks.extend(selftest::method_field(&self.texts, asked, picked).map(Block::Choice));
        }
        sides
    }

    fn test_side(&self, test: &SelfTest, way: Way, side: Option<Side>) -> TestSide {
        let texts = &self.texts;
        let tried = self.draft.tried;
        let mut blocks = Vec::new();
        let mut buttons = Vec::new();
        if way != Way::Feel {
            blocks.extend(self.takes(test, way, side));
            if let (Way::Number, Some(watch)) = (way, test.watch) {
                buttons.push(selftest::watch_button(texts, watch, side));
            }
            if way == Way::Phone {
                let mut measure = button(texts, "tilt-begin", Emphasis::Secondary, Action::Measure { side });
                measure.detail = side.map(|side| crate::words::side(texts, side));
                buttons.push(measure);
            }
        }
        let gate = self.gate();
        let asks = if way == Way::Feel { &test.feel } else { &test.besides };
        for ask in asks {
            let field = Field::TestAnswer { key: ask.key.clone(), side };
            let picked = match self.draft.get(&field) {
                Some(Given::Value(Value::String(id))) => Some(id.as_str()),
                _ => None,
            };
            let open = |tags: &[_]| tags.is_empty() || gate.shuts(tags).is_none();
            blocks.push(Block::Choice(selftest::ask(texts, test, ask, side, picked, open, tried)));
        }
        TestSide { heading: side.map(|side| self.side_heading(side)), blocks, buttons }
    }

    fn side_heading(&self, side: Side) -> String {
        self.texts.get(match side {
            Side::Left => "test-side-left",
            Side::Right => "test-side-right",
        })
    }

    fn gate(&self) -> Gate {
        let intake = &self.decided.intake;
        Gate::of(intake, &counterpose_coach::screening::assess(intake))
    }

    /// The takes to type; with the phone they fill themselves and only what is there is shown.
    fn takes(&self, test: &SelfTest, way: Way, side: Option<Side>) -> Vec<Block> {
        let Some(asked) = &test.number else { return Vec::new() };
        let texts = &self.texts;
        let unit = texts.get(&format!("unit-{}", asked.unit.as_str()));
        if way == Way::Phone {
            let there: Vec<f64> = (0..asked.repeats).filter_map(|nth| self.take(side, nth)).collect();
            return repeats(&there)
                .map(|found| {
                    let args = [("n", plain(found.median)), ("unit", unit.clone().into())];
                    Block::Text(texts.format("test-median", &args))
                })
                .into_iter()
                .collect();
        }
        (0..asked.repeats)
            .map(|nth| {
                let field = Field::TestTake { side, nth };
                let text = match self.draft.get(&field) {
                    Some(Given::Text(text)) => text.clone(),
                    _ => String::new(),
                };
                let fine = text.trim().is_empty()
                    || self.take(side, nth).is_some_and(|value| (asked.min..=asked.max).contains(&value));
                let range = [("min", plain(asked.min)), ("max", plain(asked.max))];
                let label = texts.get(&test.key("number"));
                let take = [("label", label.clone().into()), ("n", Arg::from(i64::from(nth) + 1))];
                Block::Number(NumberField {
                    field,
                    label: if asked.repeats > 1 { texts.format("test-take", &take) } else { label },
                    help: None,
                    text,
                    unit: Some(unit.clone()),
                    problem: (!fine).then(|| texts.format("test-take-problem", &range)),
                })
            })
            .collect()
    }

    fn which_side(&self, test: &SelfTest) -> ChoiceField {
        let texts = &self.texts;
        let named = self.named_side();
        let choices = ["left", "right", "neither"].map(|id| Choice {
            id: id.to_owned(),
            label: texts.get(&format!("noted-higher-hip-{id}")),
            help: None,
            picked: named.is_some_and(|side| side.map_or("neither", Side::as_str) == id),
            action: Action::Choose { field: Field::TestSide, value: json!(id) },
            inside: Vec::new(),
        });
        ChoiceField {
            field: Field::TestSide,
            label: texts.get(&test.key("side")),
            help: None,
            many: false,
            scale: None,
            choices: choices.into(),
            problem: (self.draft.tried && named.is_none()).then(|| texts.get("one-of-these")),
        }
    }

    fn tilt_part(&self, test: &SelfTest) -> Option<TiltPart> {
        let texts = &self.texts;
        let phone = test.phone?;
        if let Sensor::Refused(status) = self.testing.sensor {
            let trouble = Some(texts.get(&format!("tilt-off-{}", status.as_str())));
            return Some(TiltPart {
                heading: texts.get("test-way-phone"),
                steps: Vec::new(),
                trouble,
                buttons: Vec::new(),
                takes: Vec::new(),
                note: None,
                runs: false,
            });
        }
        let measuring = self.testing.measuring.as_ref()?;
        let run = measuring.run.as_ref();
        let runs = run.is_some_and(|run| !run.is_over());
        let mut buttons: Vec<Button> = Vec::new();
        if self.testing.sensor == Sensor::On && !runs {
            let key = if run.is_some() { "tilt-over" } else { "tilt-zero" };
            buttons.push(button(texts, key, Emphasis::Primary, Action::SetZero));
        }
        buttons.push(button(texts, "tilt-stop", Emphasis::Secondary, Action::StopMeasuring));
        let steps = vec![
            texts.get(&format!("tilt-strap-{}", phone.limb.as_str())),
            texts.get(&test.key("zero")),
            texts.get("tilt-now-ready"),
        ];
        let takes = run.map_or(&[][..], |run| run.taken());
        Some(TiltPart {
            heading: measuring
                .side
                .map_or_else(|| texts.get("test-way-phone"), |side| self.side_heading(side)),
            steps: if runs { Vec::new() } else { steps },
            trouble: (self.testing.sensor == Sensor::Asking).then(|| texts.get("tilt-asking")),
            buttons,
            takes: takes.iter().map(|take| self.degrees(*take)).collect(),
            note: run.and_then(counterpose_coach::selftest::Run::result).and_then(|found| {
                let apart = [("n", plain(found.spread.round()))];
                (found.spread > test.error.least).then(|| texts.format("tilt-spread", &apart))
            }),
            runs,
        })
    }

    fn degrees(&self, degrees: f64) -> String {
        self.texts.format("tilt-degrees", &[("n", plain(degrees.round() + 0.0))])
    }

    fn watch_part(&self) -> Option<WatchPart> {
        let watching = self.testing.watching?;
        let stop = button(&self.texts, "watch-stop", Emphasis::Primary, Action::StopMeasuring);
        Some(WatchPart {
            heading: watching.side.map(|side| self.side_heading(side)),
            stop: watching.stopped_s.is_none().then_some(stop),
        })
    }

    /// What changes from moment to moment; `None` while nothing is measured.
    #[must_use]
    pub fn gauge_now(&self, now: &Moment) -> Option<GaugeNow> {
        if let Some(watching) = self.testing.watching {
            return Some(GaugeNow {
                number: watching.seconds(now.now_ms).to_string(),
                state: self.texts.get("unit-seconds"),
                seconds: None,
                stillness: None,
                still: Still::Unknown,
                caption: None,
            });
        }
        let Measuring { run, .. } = self.testing.measuring.as_ref()?;
        let texts = &self.texts;
        let Some(run) = run else {
            return Some(GaugeNow {
                number: "–".to_owned(),
                state: texts.get("tilt-now-ready"),
                seconds: None,
                stillness: None,
                still: Still::Unknown,
                caption: self.testing.caption.clone(),
            });
        };
        let state = match run.phase() {
            Phase::Zeroing { .. } => "tilt-now-zeroing",
            Phase::Getting { .. } => "tilt-now-getting",
            Phase::Holding { .. } => "tilt-now-holding",
            Phase::Done | Phase::Stuck(_) => "tilt-now-done",
        };
        let (still, word) = match run.stillness(now.now_ms) {
            Stillness::Unknown => (Still::Unknown, "tilt-waiting"),
            Stillness::Moving(_) => (Still::Moving, "tilt-moving"),
            Stillness::Still(_) => (Still::Still, "tilt-still"),
        };
        let angle = run.result().map(|found| found.median).or_else(|| run.value_now());
        Some(GaugeNow {
            number: angle.map_or_else(|| "–".to_owned(), |angle| self.degrees(angle)),
            state: texts.get(state),
            seconds: run.seconds_left(now.now_ms).map(|seconds| seconds.to_string()),
            stillness: (!run.is_over()).then(|| texts.get(word)),
            still: if run.is_over() { Still::Unknown } else { still },
            caption: self.testing.caption.clone(),
        })
    }
}
