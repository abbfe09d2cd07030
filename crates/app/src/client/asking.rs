//! The screens of the diary: a line of the day, goals in small portions, the week, the statements, the change, a total.
//!
//! What this module does not do: keep the answers; `answering` does.

use counterpose_coach::dates;
use counterpose_coach::intake::Activity;
use counterpose_coach::outcome::instrument::{INSTRUMENTS, Words};
use counterpose_coach::outcome::score::ROLAND_MORRIS_STATEMENTS;
use counterpose_coach::outcome::{Instrument, InstrumentId};
use counterpose_quantity::{PainScore, RatingScore};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Client;
use super::diary::MOST_GOALS;
use crate::action::{Action, Field};
use crate::flow::draft::{Answers, Draft, Given};
use crate::flow::fields;
use crate::route::Asking;
use crate::view::{
    Block, Choice, ChoiceField, Emphasis, FormPage, NumberField, Problem, Progress, ScaleEnds,
};
use crate::words::{button, plain};

/// What people want back most, as offered; own words stand below.
pub(super) const GOALS_OFFERED: [Activity; 9] = [
    Activity::Sitting,
    Activity::Driving,
    Activity::Walking,
    Activity::Standing,
    Activity::BendingForward,
    Activity::Lifting,
    Activity::Stairs,
    Activity::RisingFromSitting,
    Activity::Running,
];
/// Lines for own words.
pub(super) const OWN_WORDS: u8 = 2;
/// How long something is bearable, as offered, in minutes; the last means "or more".
const MINUTES_OFFERED: [u16; 9] = [5, 10, 15, 20, 30, 45, 60, 90, 120];
/// What pain can get in the way of.
pub(super) const IN_THE_WAY: [&str; 3] = ["days", "joys", "sleep"];

/// Whether it has a length: then for how long it is bearable says something.
pub(super) fn has_length(kind: Option<Activity>) -> bool {
    use Activity::{Driving, Running, Sitting, Standing, Walking};
    kind.is_none_or(|kind| matches!(kind, Sitting | Driving | Standing | Walking | Running))
}

impl Client {
    pub(super) fn asking_page(&self, asking: Asking) -> FormPage {
        match asking {
            Asking::Day => self.day_form(),
            Asking::Goals => self.goals_form(),
            Asking::Goal(n) => self.goal_form(n),
            Asking::Week => self.week_form(),
            Asking::Statements => self.statements_form(),
            Asking::Change => self.change_form(),
            Asking::Clinic => self.clinic_form(),
        }
    }

    /// The title of a screen.
    pub(super) fn asking_title(&self, asking: Asking) -> String {
        match asking {
            Asking::Goal(n) => self
                .goals()
                .get(usize::from(n).saturating_sub(1))
                .map_or_else(|| self.texts.get("title-diary-goals"), |goal| self.goal_name(goal)),
            other => self.texts.get(&format!("title-diary-{}", other.slug())),
        }
    }

    fn diary_form(&self, asking: Asking, problem: &str) -> FormPage {
        let texts = &self.texts;
        FormPage {
            progress: None,
            heading: self.asking_title(asking),
            lead: None,
            blocks: Vec::new(),
            problem: self.draft.tried.then(|| Problem { text: texts.get(problem), field: None }),
            back: Some(button(texts, "go-back", Emphasis::Quiet, Action::Back)),
            next: button(texts, "diary-keep", Emphasis::Primary, Action::Continue),
            others: Vec::new(),
        }
    }

    /// The draft with what is known laid under it.
    fn over(&self, known: Vec<(Field, Option<Value>)>) -> Draft {
        let mut shown = self.draft.clone();
        // What is missing is said once, at the top.
        shown.tried = false;
        for (field, value) in known {
            if let (None, Some(value)) = (shown.get(&field), value) {
                shown.set(field, Given::Value(value));
            }
        }
        shown
    }

    fn scale(&self, shown: &Draft, field: Field, label: String, ends: &str) -> ChoiceField {
        let answers = Answers { saved: &Value::Null, draft: shown };
        let offered = (0..=10).map(|n: u32| (n.to_string(), n.to_string(), json!(n))).collect();
        let made = fields::one_of(&self.texts, &answers, field, "one-of-these", offered);
        let ends = ScaleEnds {
            low: self.texts.get(&format!("{ends}-low")),
            high: self.texts.get(&format!("{ends}-high")),
        };
        ChoiceField { label, help: None, scale: Some(ends), ..made }
    }

    /// The day the form is about.
    pub(super) fn diary_day(&self) -> Date {
        let given = match self.draft.get(&Field::DiaryDay) {
            Some(Given::Value(value)) => value.as_str().and_then(dates::read),
            _ => None,
        };
        given.filter(|date| self.days_to_tell().contains(date)).unwrap_or(self.day)
    }

    fn day_form(&self) -> FormPage {
        let texts = &self.texts;
        let date = self.diary_day();
        let known = self.state.tracking.pain.get(&date).copied().unwrap_or_default();
        let score = |pain: Option<PainScore>| pain.map(|pain| json!(pain.get()));
        let shown = self.over(vec![
            (Field::DiaryDay, Some(json!(dates::written(date)))),
            (Field::DayAverage, score(known.average)),
            (Field::DayWorst, score(known.worst)),
        ]);
        let answers = Answers { saved: &Value::Null, draft: &shown };
        let mut page = self.diary_form(Asking::Day, "diary-day-problem");
        let average = self.scale(&shown, Field::DayAverage, texts.get("field-day-average"), "field-pain");
        let worst = self.scale(&shown, Field::DayWorst, texts.get("field-day-worst"), "field-pain");
        let flare = Choice {
            id: "flare".to_owned(),
            label: texts.get("field-day-flare-yes"),
            help: texts.find("field-day-flare-help"),
            picked: self.day_flare(),
            action: Action::Toggle { field: Field::DayFlare, value: "flare".to_owned() },
            inside: Vec::new(),
        };
        let days = self
            .days_to_tell()
            .into_iter()
            .map(|day| (dates::written(day), self.day_name(day), json!(dates::written(day))))
            .collect();
        let minutes = self.minutes_on(date);
        page.lead = Some(texts.format("diary-day-minutes", &[("n", minutes.into())]));
        page.blocks = vec![
            Block::Choice(average),
            Block::Choice(worst),
            Block::Choice(ChoiceField {
                field: Field::DayFlare,
                label: texts.get("field-day-flare"),
                help: None,
                many: true,
                scale: None,
                choices: vec![flare],
                problem: None,
            }),
            Block::Choice(fields::one_of(texts, &answers, Field::DiaryDay, "field-diary-day", days)),
        ];
        page
    }

    /// Whether the day of the form stands as a flare: in the draft, else as told.
    pub(super) fn day_flare(&self) -> bool {
        if self.draft.get(&Field::DayFlare).is_some() {
            let answers = Answers { saved: &Value::Null, draft: &self.draft };
            return answers.has_member(&Field::DayFlare, "flare");
        }
        self.state.tracking.pain.get(&self.diary_day()).and_then(|pain| pain.flare) == Some(true)
    }

    /// The kinds of goals picked now: from the draft, else as saved.
    pub(super) fn goal_kinds(&self) -> Vec<String> {
        match self.draft.get(&Field::GoalKinds) {
            Some(Given::Value(Value::Array(list))) => {
                list.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
            }
            _ => self.goals().iter().filter_map(|goal| Some(goal.kind?.as_str().to_owned())).collect(),
        }
    }

    /// Own words as they stand: from the draft, else as saved.
    pub(super) fn goal_words(&self, n: u8) -> String {
        match self.draft.get(&Field::GoalWords(n)) {
            Some(Given::Text(text)) => text.clone(),
            _ => {
                let mut own = self.goals().iter().filter(|goal| goal.kind.is_none());
                own.nth(usize::from(n)).map(|goal| goal.activity.clone()).unwrap_or_default()
            }
        }
    }

    fn goals_form(&self) -> FormPage {
        let texts = &self.texts;
        let picked = self.goal_kinds();
        let many = picked.len() > MOST_GOALS;
        let mut page = self.diary_form(Asking::Goals, if many { "goals-too-many" } else { "goals-problem" });
        page.lead = Some(texts.get("goals-lead"));
        let choices = GOALS_OFFERED
            .iter()
            .map(|kind| Choice {
                id: kind.as_str().to_owned(),
                label: texts.get(&format!("goal-{kind}")),
                help: None,
                picked: picked.iter().any(|id| id == kind.as_str()),
                action: Action::Toggle { field: Field::GoalKinds, value: kind.as_str().to_owned() },
                inside: Vec::new(),
            })
            .collect();
        page.blocks.push(Block::Choice(ChoiceField {
            field: Field::GoalKinds,
            label: texts.get("field-goal-kinds"),
            help: None,
            many: true,
            scale: None,
            choices,
            problem: None,
        }));
        for n in 0..OWN_WORDS {
            page.blocks.push(Block::Number(NumberField {
                field: Field::GoalWords(n),
                label: texts.format("field-goal-words", &[("n", (n + 1).into())]),
                help: (n == 0).then(|| texts.get("field-goal-words-help")),
                text: self.goal_words(n),
                unit: None,
                problem: None,
            }));
        }
        page.next = button(texts, "go-on", Emphasis::Primary, Action::Continue);
        page.others = vec![button(texts, "not-now", Emphasis::Quiet, Action::NotNow(Asking::Goals))];
        page
    }

    fn goal_form(&self, n: u8) -> FormPage {
        let texts = &self.texts;
        let mut page = self.diary_form(Asking::Goal(n), "goal-problem");
        let at = n.saturating_sub(1);
        let Some(goal) = self.goals().get(usize::from(at)) else { return page };
        let rating = |score: Option<RatingScore>| score.map(|score| json!(score.get()));
        let shown = self.over(vec![
            (Field::GoalNow(at), rating(goal.now_0_10)),
            (Field::GoalTarget(at), rating(goal.target_0_10)),
            (Field::GoalMinutes(at), goal.tolerance_minutes.map(|minutes| json!(minutes.get()))),
        ]);
        let of = self.goals().len();
        let words = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        page.progress = Some(Progress {
            label: texts.format("goal-progress", &[("n", i64::from(n).into()), ("of", words(of).into())]),
            step: usize::from(n),
            of,
        });
        page.blocks.push(Block::Choice(self.scale(
            &shown,
            Field::GoalNow(at),
            texts.get("field-goal-now"),
            "field-activity",
        )));
        if has_length(goal.kind) {
            page.blocks.push(Block::Choice(self.minutes_field(&shown, at, texts.get("field-goal-minutes"))));
        }
        page.blocks.push(Block::Choice(self.scale(
            &shown,
            Field::GoalTarget(at),
            texts.get("field-goal-target"),
            "field-activity",
        )));
        page
    }

    fn minutes_field(&self, shown: &Draft, at: u8, label: String) -> ChoiceField {
        let answers = Answers { saved: &Value::Null, draft: shown };
        let offered = MINUTES_OFFERED.iter().map(|n| (format!("m{n}"), n.to_string(), json!(n))).collect();
        let made = fields::one_of(&self.texts, &answers, Field::GoalMinutes(at), "one-of-these", offered);
        let ends = ScaleEnds {
            low: self.texts.get("field-minutes-low"),
            high: self.texts.get("field-minutes-high"),
        };
        ChoiceField { label, help: None, scale: Some(ends), ..made }
    }

    fn week_form(&self) -> FormPage {
        let texts = &self.texts;
        let mut page = self.diary_form(Asking::Week, "week-problem");
        page.lead = Some(texts.get("week-lead"));
        let shown = self.over(Vec::new());
        for (at, goal) in (0_u8..).zip(self.goals()) {
            let name = self.goal_name(goal);
            let label = texts.format("field-week-activity", &[("name", name.as_str().into())]);
            page.blocks.push(Block::Choice(self.scale(&shown, Field::GoalNow(at), label, "field-activity")));
            if goal.tolerance_minutes.is_some() {
                let label = texts.format("field-week-minutes", &[("name", name.into())]);
                page.blocks.push(Block::Choice(self.minutes_field(&shown, at, label)));
            }
        }
        for name in IN_THE_WAY {
            let label = texts.get(&format!("field-interference-{name}"));
            let field = self.scale(&shown, Field::Interference(name), label, "field-interference");
            page.blocks.push(Block::Choice(field));
        }
        page.others = vec![button(texts, "skip-this-time", Emphasis::Quiet, Action::NotNow(Asking::Week))];
        page
    }

    fn statements_form(&self) -> FormPage {
        let texts = &self.texts;
        let mut page = self.diary_form(Asking::Statements, "one-of-these");
        page.lead = Some(texts.get("roland-morris-intro"));
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let choices = (1..=ROLAND_MORRIS_STATEMENTS)
            .map(|n| Choice {
                id: n.to_string(),
                label: texts.get(&format!("roland-morris-{n}")),
                help: None,
                picked: answers.has_member(&Field::Statements, &n.to_string()),
                action: Action::Toggle { field: Field::Statements, value: n.to_string() },
                inside: Vec::new(),
            })
            .collect();
        page.blocks = vec![
            Block::Choice(ChoiceField {
                field: Field::Statements,
                label: texts.get("field-statements"),
                help: None,
                many: true,
                scale: None,
                choices,
                problem: None,
            }),
            Block::Text(texts.get("roland-morris-source")),
        ];
        page.others =
            vec![button(texts, "skip-this-time", Emphasis::Quiet, Action::NotNow(Asking::Statements))];
        page
    }

    fn change_form(&self) -> FormPage {
        let texts = &self.texts;
        let mut page = self.diary_form(Asking::Change, "field-global-change-problem");
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let offered = (-5..=5)
            .map(|n: i32| {
                let id = if n < 0 { format!("minus-{}", -n) } else { n.to_string() };
                let label = match n {
                    1.. => format!("+{n}"),
                    // The true sign, as wide as the plus.
                    ..0 => format!("\u{2212}{}", -n),
                    0 => n.to_string(),
                };
                (id, label, json!(n))
            })
            .collect();
        let made = fields::one_of(texts, &answers, Field::GlobalChange, "field-global-change", offered);
        let ends = ScaleEnds { low: texts.get("field-change-low"), high: texts.get("field-change-high") };
        page.blocks = vec![Block::Choice(ChoiceField { scale: Some(ends), problem: None, ..made })];
        page.others = vec![button(texts, "skip-this-time", Emphasis::Quiet, Action::NotNow(Asking::Change))];
        page
    }

    fn clinic_form(&self) -> FormPage {
        let texts = &self.texts;
        let mut page = self.diary_form(Asking::Clinic, "clinic-problem");
        page.lead = Some(texts.get("clinic-lead"));
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let offered = clinic_instruments()
            .map(|row| {
                let id = row.id.as_str();
                (id.to_owned(), texts.get(&format!("instrument-{id}")), json!(id))
            })
            .collect();
        let which =
            fields::one_of(texts, &answers, Field::ClinicInstrument, "field-clinic-instrument", offered);
        let range = self
            .clinic_picked()
            .map(|row| texts.format("clinic-range", &[("low", plain(row.min)), ("high", plain(row.max))]));
        page.blocks = vec![
            Block::Choice(ChoiceField { problem: None, ..which }),
            Block::Number(NumberField {
                field: Field::ClinicTotal,
                label: texts.get("field-clinic-total"),
                help: range,
                text: answers.text(&Field::ClinicTotal),
                unit: None,
                problem: None,
            }),
        ];
        page
    }

    /// The instrument picked for a total.
    pub(super) fn clinic_picked(&self) -> Option<&'static Instrument> {
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let given = answers.value(&Field::ClinicInstrument)?;
        clinic_instruments().find(|row| Some(row.id.as_str()) == given.as_str())
    }
}

/// What a clinic's total can be of.
fn clinic_instruments() -> impl Iterator<Item = &'static Instrument> {
    INSTRUMENTS.iter().filter(|row| row.words == Words::Licensed || row.id == InstrumentId::RolandMorris)
}
