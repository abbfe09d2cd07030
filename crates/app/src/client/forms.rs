//! Forms: what typing, picking and going on do.
//!
//! A draft lives until the screen is left; leaving it in any direction writes what was given, going on also writes
//! an explicit no for every safety question that was shown and not picked. What this module does not do: draw.

use counterpose_coach::intake::Answers;
use counterpose_coach::screening::{NotFor, Question, new_symptoms};
use counterpose_coach::vocabulary::Tier;
use counterpose_journal::payload::{CheckIn, Payload};
use counterpose_journal::{Moment, Section};
use counterpose_quantity::PainScore;
use serde_json::{Value, json};

use super::Client;
use super::decided::Due;
use crate::action::Field;
use crate::effect::Effect;
use crate::flow::draft::{Draft, Given};
use crate::flow::{care, cleared, questions, visit};
use crate::route::{Route, Screen};

/// The longest text a field takes, in letters.
const LONGEST_TEXT: usize = 80;

impl Client {
    pub(super) fn typed(&mut self, field: Field, text: String) -> Vec<Effect> {
        let text: String = text.chars().take(LONGEST_TEXT).collect();
        if field == Field::Search {
            self.narrowed.words = text;
        } else {
            self.draft.set(field, Given::Text(text));
        }
        Vec::new()
    }

    pub(super) fn chose(&mut self, field: Field, value: Value, now: &Moment) -> Vec<Effect> {
        match &field {
            Field::Filter(name) => {
                match value.as_str() {
                    Some(value) => self.narrowed.filters.insert(name.clone(), value.to_owned()),
                    None => self.narrowed.filters.remove(name),
                };
            }
            Field::QuestionPart(id, part) => {
                let record = questions::with_part(&self.answers(), id, part, value);
                self.draft.set(Field::Question(id.clone()), Given::Value(record));
            }
            Field::Effort | Field::AfterPain => return self.gave_feedback(&field, &value, now),
            Field::Noted(name) => {
                let name = name.clone();
                return self.noted(&name, value, now);
            }
            _ => self.draft.set(field, Given::Value(value)),
        }
        Vec::new()
    }

    pub(super) fn toggled(&mut self, field: Field, value: &str) -> Vec<Effect> {
        match &field {
            Field::Sites => {
                let (sites, side) = visit::with_site(&self.answers(), value);
                self.draft.set(Field::Sites, Given::Value(json!(sites)));
                if let Some(side) = side {
                    self.draft.set(Field::Side, Given::Value(side));
                }
            }
            Field::Question(id) => {
                if let Some(question) = self.shown_question(id) {
                    let given = questions::toggled(&self.answers(), &question);
                    self.draft.set(field, given);
                }
            }
            Field::QuestionPart(id, _) => {
                let record = questions::with_feature(&self.answers(), id, value);
                self.draft.set(Field::Question(id.clone()), Given::Value(record));
            }
            Field::Precautions => care::toggle(&mut self.draft, &self.saved, value),
            Field::GoalKinds => {
                let mut kinds = self.goal_kinds();
                match kinds.iter().position(|known| known == value) {
                    Some(at) => {
                        kinds.remove(at);
                    }
                    None => kinds.push(value.to_owned()),
                }
                self.draft.set(field, Given::Value(json!(kinds)));
            }
            Field::DayFlare => {
                let before = self.day_flare();
                let now: &[&str] = if before { &[] } else { &["flare"] };
                self.draft.set(field, Given::Value(json!(now)));
            }
            Field::Changed | Field::Cleared | Field::Statements => {
                let mut changed = self.answers().members(&field);
                match changed.iter().position(|known| known == value) {
                    Some(at) => {
                        changed.remove(at);
                    }
                    None => changed.push(value.to_owned()),
                }
                self.draft.set(field, Given::Value(json!(changed)));
            }
            _ => {}
        }
        Vec::new()
    }

    fn shown_question(&self, id: &str) -> Option<Question> {
        let screens = visit::safety_screens(&self.decided.asked);
        screens.into_iter().flat_map(|(_, list)| list).find(|question| question.id.as_str() == id)
    }

    /// From the welcome page into the first screen that is open.
    pub(super) fn begin(&mut self, _now: &Moment) -> Vec<Effect> {
        if self.is_cut_short() {
            return self.move_to(Route::Result, false);
        }
        let to = self.next_open_screen().map_or(Route::Result, Route::Start);
        self.move_to(to, false)
    }

    pub(super) fn continue_on(&mut self, now: &Moment) -> Vec<Effect> {
        match self.route.clone() {
            Route::Start(screen) => self.continue_screen(screen, now),
            Route::CheckIn => self.continue_check_in(now),
            Route::Care => self.continue_care(now),
            Route::Clearance => self.continue_clearance(now),
            Route::Diary(asking) => self.continue_asking(asking, now),
            _ => Vec::new(),
        }
    }

    fn continue_screen(&mut self, screen: Screen, now: &Moment) -> Vec<Effect> {
        if let Screen::Safety(n) = screen {
            if let Some(effects) = self.give_noes(n) {
                return effects;
            }
        } else if visit::missing(screen, &self.answers(), &self.decided.asked).is_some() {
            self.draft.tried = true;
            return self.say_problem(screen);
        }
        let before = self.decided.intake.screening.clone();
        let mut effects = self.leave_form(now);
        if let Screen::Safety(n) = screen {
            self.asked.insert(n);
            effects.extend(self.lapse_clearances(&before, now));
        }
        effects.extend(self.after_screen(screen, now));
        effects
    }

    /// A new symptom ends what a clinician said before it.
    fn lapse_clearances(&mut self, before: &Answers, now: &Moment) -> Vec<Effect> {
        if new_symptoms(before, &self.decided.intake.screening).is_empty() {
            return Vec::new();
        }
        match cleared::lapsed(&self.saved) {
            Some(entries) => self.record(vec![Section::Clearances.answers(entries, now.day())], now),
            None => Vec::new(),
        }
    }

    /// Answers no for every question of the screen that is not picked. `Some` when one is open without a value.
    fn give_noes(&mut self, n: u8) -> Option<Vec<Effect>> {
        let screens = visit::safety_screens(&self.decided.asked);
        let (_, list) = screens.get(usize::from(n).saturating_sub(1))?;
        for question in list {
            let field = Field::Question(question.id.as_str().to_owned());
            if self.draft.get(&field) == Some(&Given::Opened) {
                self.draft.tried = true;
                return Some(self.announce("question-problem"));
            }
        }
        for question in list {
            if !self.answers().question_on(question.id.as_str()) {
                let field = Field::Question(question.id.as_str().to_owned());
                self.draft.set(field, Given::Value(questions::plain_no(question)));
            }
        }
        None
    }

    fn say_problem(&self, screen: Screen) -> Vec<Effect> {
        match visit::missing(screen, &self.answers(), &self.decided.asked) {
            Some(field) => self.announce(&format!("field-{}-problem", field.id())),
            None => Vec::new(),
        }
    }

    pub(super) fn announce(&self, key: &str) -> Vec<Effect> {
        vec![Effect::Announce { text: self.texts.get(key), urgent: true }]
    }

    /// Where a finished screen leads.
    fn after_screen(&mut self, screen: Screen, now: &Moment) -> Vec<Effect> {
        if self.stops_at(screen) {
            // The rest of the list is not asked now, so it still stands out.
            self.asked.clear();
            let pain = self.saved_pain();
            let line = CheckIn { pain, anything_new: Some(true), new: Vec::new(), whole: false };
            let mut effects = self.record(vec![Payload::CheckIn(line)], now);
            effects.extend(self.move_to(Route::Result, false));
            return effects;
        }
        let screens = visit::screens(&self.answers(), &self.decided.asked);
        let safety: Vec<u8> = screens
            .iter()
            .filter_map(|known| match known {
                Screen::Safety(n) => Some(*n),
                _ => None,
            })
            .collect();
        if let (Screen::Safety(n), Some(last)) = (screen, safety.last()) {
            if n >= *last {
                // The first time the answers themselves show that all was asked; later each screen has to be seen.
                let first = self.due().contains(&Due::Never);
                if let Some(skipped) = safety.iter().find(|n| !first && !self.asked.contains(n)) {
                    return self.move_to(Route::Start(Screen::Safety(*skipped)), false);
                }
                let mut effects = self.whole_list_answered(now);
                let next = self.next_open_screen().filter(|_| !self.is_cut_short());
                effects.extend(self.move_to(next.map_or(Route::Result, Route::Start), false));
                return effects;
            }
            return self.move_to(Route::Start(Screen::Safety(n + 1)), false);
        }
        let after = screens.iter().position(|known| *known == screen).map_or(0, |at| at + 1);
        let next = match screens.get(after) {
            Some(next) => Route::Start(*next),
            None => self.next_open_screen().map_or(Route::Result, Route::Start),
        };
        self.move_to(next, false)
    }

    /// Whether what was asked up to this screen ends the questions at once. An answer on a later screen does not:
    /// somebody going through the list again has to reach it.
    fn stops_at(&self, screen: Screen) -> bool {
        let not_for = self.decided.not_for();
        match screen {
            Screen::You => not_for == Some(NotFor::Age),
            Screen::Where | Screen::Pain => not_for.is_some(),
            Screen::Days => false,
            Screen::Safety(n) => {
                let screens = visit::safety_screens(&self.decided.asked);
                let shown = screens.iter().take(usize::from(n)).flat_map(|(_, list)| list);
                let ids: Vec<&str> = shown.map(|question| question.id.as_str()).collect();
                self.decided
                    .screening
                    .iter()
                    .flat_map(|screening| &screening.reasons)
                    .any(|reason| reason.tier == Tier::Emergency && ids.contains(&reason.rule.as_str()))
            }
        }
    }

    /// Notes that the whole list was gone through now: it counts as the day's check-in.
    fn whole_list_answered(&mut self, now: &Moment) -> Vec<Effect> {
        self.asked.clear();
        let stops = self.decided.plan().is_none();
        let pain = self.saved_pain();
        let line = CheckIn { pain, anything_new: Some(stops), new: Vec::new(), whole: true };
        self.record(vec![Payload::CheckIn(line)], now)
    }

    fn saved_pain(&self) -> Option<PainScore> {
        let pain = self.saved.get("complaint")?.get("pain_now")?.as_i64()?;
        PainScore::new(pain).ok()
    }

    /// Writes what stands on the form; nothing where nothing changed.
    pub(super) fn leave_form(&mut self, now: &Moment) -> Vec<Effect> {
        let parts = self.answers().parts();
        let mut effects = Vec::new();
        self.draft = Draft::new();
        for (section, value) in parts {
            effects.extend(self.record_part(section, value, now));
        }
        effects
    }

    pub(super) fn nothing_new(&mut self, now: &Moment) -> Vec<Effect> {
        if !self.is_visited() || !self.due().is_empty() {
            return Vec::new();
        }
        let line = CheckIn { pain: None, anything_new: Some(false), new: Vec::new(), whole: false };
        let effects = self.record(vec![Payload::CheckIn(line)], now);
        // A stop stays a stop: "nothing new" only says that nothing came on top of it.
        effects
    }

    /// Something is new: legs, pain and falls first, then the whole list.
    pub(super) fn something_new(&mut self, now: &Moment) -> Vec<Effect> {
        self.asked.clear();
        self.go(Route::CheckIn, now)
    }

    fn continue_check_in(&mut self, now: &Moment) -> Vec<Effect> {
        let answers = self.answers();
        let given = |field: &Field| answers.draft.get(field).is_some();
        if !given(&Field::LegSymptoms) || !given(&Field::PainNow) {
            self.draft.tried = true;
            return self.announce("check-in-problem");
        }
        let new = answers.members(&Field::Changed);
        let pain =
            answers.value(&Field::PainNow).and_then(|v| v.as_i64()).and_then(|n| PainScore::new(n).ok());
        let line = CheckIn { pain, anything_new: Some(true), new, whole: false };
        self.asked.clear();
        let mut effects = self.leave_form(now);
        effects.extend(self.record(vec![Payload::CheckIn(line)], now));
        let next = match self.next_open_screen() {
            Some(Screen::Safety(_) | Screen::Days) | None => Screen::Safety(1),
            Some(earlier) => earlier,
        };
        effects.extend(self.move_to(Route::Start(next), false));
        effects
    }

    fn continue_clearance(&mut self, now: &Moment) -> Vec<Effect> {
        let found = cleared::entries(&self.draft, &self.saved, &self.clearable(), now.day());
        let Some(entries) = found else {
            self.draft.tried = true;
            return self.announce("cleared-problem");
        };
        self.draft = Draft::new();
        let mut effects = self.record(vec![Section::Clearances.answers(entries, now.day())], now);
        let open = self.next_open_screen().filter(|_| !self.is_cut_short());
        effects.extend(self.move_to(open.map_or(Route::Result, Route::Start), false));
        effects
    }

    fn continue_care(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(entries) = care::entries(&self.draft, &self.saved) else {
            self.draft.tried = true;
            return self.announce("care-detail-problem");
        };
        self.draft = Draft::new();
        let payload = Section::Precautions.answers(entries, now.day());
        let mut effects = self.record(vec![payload], now);
        effects.push(Effect::Announce { text: self.texts.get("care-saved"), urgent: false });
        effects.extend(self.move_to(if self.may_move() { Route::Today } else { Route::Result }, false));
        effects
    }
}
