//! The form pages: the screens of the first visit, the check-in, what to take care with, a clearance.
//!
//! What this module does not do: take answers; `forms` does.

use counterpose_coach::screening::{Group, OUR_CAUTION};
use counterpose_coach::vocabulary::Tier;
use counterpose_content::Arg;

use super::Client;
use crate::action::{Action, Field};
use crate::flow::{care, cleared, fields, questions, visit};
use crate::route::{Route, Screen};
use crate::view::{Block, Button, Choice, ChoiceField, Emphasis, FormPage, Problem, Progress};
use crate::words::button;

/// The key of a screen's title.
pub(super) const fn title_key(screen: Screen) -> &'static str {
    match screen {
        Screen::You => "title-you",
        Screen::Where => "title-where",
        Screen::Pain => "title-pain",
        Screen::Safety(_) => "title-safety-questions",
        Screen::Days => "title-days",
    }
}

impl Client {
    pub(super) fn screen_page(&self, screen: Screen) -> FormPage {
        let texts = &self.texts;
        let answers = self.answers();
        let mut page = self.form(title_key(screen));
        page.progress = self.progress(screen);
        page.back = Some(button(texts, "go-back", Emphasis::Quiet, Action::Back));
        match screen {
            Screen::You => {
                page.lead = Some(texts.get("you-lead"));
                page.blocks = vec![
                    Block::Number(fields::typed(texts, &answers, Field::Age, "field-age")),
                    Block::Choice(fields::sex(texts, &answers)),
                ];
            }
            Screen::Where => {
                page.blocks.push(Block::Choice(fields::sites(texts, &answers)));
                if !answers.members(&Field::Sites).is_empty() {
                    page.blocks.push(Block::Choice(fields::side(texts, &answers)));
                }
                page.blocks.push(Block::Choice(fields::leg_symptoms(texts, &answers)));
            }
            Screen::Pain => {
                let pain = fields::zero_to_ten(texts, &answers, Field::PainNow, "field-pain-now");
                page.blocks = vec![Block::Choice(pain), Block::Choice(fields::duration(texts, &answers))];
            }
            Screen::Safety(n) => self.safety_questions(n, &mut page),
            Screen::Days => {
                page.lead = Some(texts.get("days-lead"));
                page.blocks = vec![
                    Block::Choice(fields::sitting(texts, &answers)),
                    Block::Choice(fields::driving(texts, &answers)),
                ];
            }
        }
        if answers.draft.tried
            && let Some(field) = visit::missing(screen, &answers, &self.decided.asked)
        {
            page.problem = Some(self.problem(field));
        }
        page
    }

    /// What is wrong, in the words of the field itself.
    pub(super) fn problem(&self, field: Field) -> Problem {
        let key = match &field {
            Field::Question(_) => "question-problem".to_owned(),
            Field::Sitting | Field::Driving => "field-hours-problem".to_owned(),
            other => format!("field-{}-problem", other.id()),
        };
        Problem { text: self.texts.get(&key), field: Some(field) }
    }

    fn safety_questions(&self, n: u8, page: &mut FormPage) {
        let texts = &self.texts;
        let answers = self.answers();
        let screens = visit::safety_screens(&self.decided.asked);
        let Some((group, list)) = screens.get(usize::from(n).saturating_sub(1)) else { return };
        page.heading = texts.get(&format!("group-{group}"));
        page.lead = Some(texts.get(&format!("group-{group}-help")));
        if *group == Group::Nerves {
            page.blocks.push(Block::Text(texts.get("screening-opening")));
        }
        page.blocks.push(Block::Questions(questions::list(texts, &answers, list, &self.open)));
        let any = list.iter().any(|question| answers.question_on(question.id.as_str()));
        let label = if any { "these-only" } else { "screening-none-of-these" };
        page.next = button(texts, label, Emphasis::Primary, Action::NoneOfThese);
        let opened = list.iter().find(|question| {
            let field = Field::Question(question.id.as_str().to_owned());
            answers.draft.get(&field) == Some(&crate::flow::draft::Given::Opened)
        });
        if let (true, Some(question)) = (answers.draft.tried, opened) {
            let field = Field::Question(question.id.as_str().to_owned());
            page.problem = Some(Problem { text: texts.get("question-problem"), field: Some(field) });
        }
    }

    fn progress(&self, screen: Screen) -> Option<Progress> {
        let screens = visit::screens(&self.answers(), &self.decided.asked);
        let step = screens.iter().position(|known| *known == screen)? + 1;
        let of = screens.len();
        let number = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
        let label = self.texts.format("start-progress", &[("step", number(step)), ("of", number(of))]);
        Some(Progress { label, step, of })
    }

    /// A form with a heading, a way on, and nothing else yet.
    fn form(&self, heading: &str) -> FormPage {
        FormPage {
            progress: None,
            heading: self.texts.get(heading),
            lead: None,
            blocks: Vec::new(),
            problem: None,
            back: None,
            next: button(&self.texts, "go-on", Emphasis::Primary, Action::Continue),
            others: Vec::new(),
        }
    }

    pub(super) fn check_in_page(&self) -> FormPage {
        let texts = &self.texts;
        let answers = self.answers();
        let mut page = self.form("title-check-in");
        page.lead = Some(texts.get("check-in-lead"));
        // What is asked here is how it is now: an earlier answer is not shown as if it were today's.
        let today = serde_json::Value::Null;
        let fresh = crate::flow::draft::Answers { saved: &today, draft: answers.draft };
        let mut legs = fields::leg_symptoms(texts, &fresh);
        legs.label = texts.get("field-check-in-legs");
        let fall = Choice {
            id: "fall".to_owned(),
            label: texts.get("check-in-fall"),
            help: texts.find("check-in-fall-help"),
            picked: fresh.has_member(&Field::Changed, "fall"),
            action: Action::Toggle { field: Field::Changed, value: "fall".to_owned() },
            inside: Vec::new(),
        };
        page.blocks = vec![
            Block::Choice(fields::zero_to_ten(texts, &fresh, Field::PainNow, "field-pain-now")),
            Block::Choice(legs),
            Block::Choice(ChoiceField {
                field: Field::Changed,
                label: texts.get("check-in-changed"),
                help: None,
                many: true,
                scale: None,
                choices: vec![fall],
                problem: None,
            }),
        ];
        page.problem =
            answers.draft.tried.then(|| Problem { text: texts.get("check-in-problem"), field: None });
        page.back = Some(button(texts, "go-back", Emphasis::Quiet, Action::Back));
        page
    }

    pub(super) fn care_page(&self) -> FormPage {
        let texts = &self.texts;
        let answers = self.answers();
        let mut page = self.form("title-care");
        page.lead = Some(texts.get("care-lead"));
        page.blocks = care::blocks(texts, &answers);
        let label = if care::any(answers.draft, answers.saved) { "care-some" } else { "care-none" };
        page.next = button(texts, label, Emphasis::Primary, Action::Continue);
        page.back = Some(button(texts, "go-back", Emphasis::Quiet, Action::Back));
        page.problem =
            answers.draft.tried.then(|| Problem { text: texts.get("care-detail-problem"), field: None });
        page
    }

    /// What can be cleared now: the reasons that stop, each once.
    pub(super) fn clearable(&self) -> Vec<(String, String)> {
        let Some(screening) = &self.decided.screening else { return Vec::new() };
        screening
            .reasons
            .iter()
            .filter(|reason| reason.tier == Tier::ClinicianFirst && reason.rule != OUR_CAUTION)
            .map(|reason| (reason.rule.clone(), crate::pages::result::in_words(&self.texts, reason)))
            .collect()
    }

    pub(super) fn clearance_page(&self) -> FormPage {
        let texts = &self.texts;
        let answers = self.answers();
        let mut page = self.form("title-cleared");
        page.lead = Some(texts.get("cleared-lead"));
        page.blocks = cleared::blocks(texts, &answers, &self.clearable());
        page.back = Some(Button {
            label: texts.get("go-back"),
            detail: None,
            action: Action::Go(Route::Result),
            emphasis: Emphasis::Quiet,
        });
        page.problem =
            answers.draft.tried.then(|| Problem { text: texts.get("cleared-problem"), field: None });
        page
    }
}
