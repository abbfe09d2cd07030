//! Knowing for sure: what may be drawn, the draw itself, and the plan that obeys it.
//!
//! The default is to start, labelled before-after. A draw is offered to those who ask, in honest words; its seed is
//! the moment's chance, it is written down before it takes effect, and nothing later changes it. The starter set, walking
//! and habits are never held back. What this module does not do: read a verdict off it.

use counterpose_coach::verdict::DesignKind;
use counterpose_coach::verdict::draw::Plan;
use counterpose_coach::verdict::rules::LEAST_PAIN_WEEKS;
use counterpose_journal::day::{days_between, plus_days};
use counterpose_journal::payload::{Payload, Setting};
use counterpose_journal::tracking::DesignDrawn;
use counterpose_journal::{Dated, Moment};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Client;
use super::reminding::is_of_sitting;
use crate::action::{Action, Drawing};
use crate::effect::Effect;
use crate::pages::selftest::date as day_and_month;
use crate::route::Route;
use crate::view::{CardPage, Emphasis, InfoCard};
use crate::words::{button, card, link};

/// The setting that holds the day from which the plan is on, where the person chose a later one.
const PLAN_START: &str = "plan-start";
/// A drawn start lies between these days.
const FIRST_DAY: i32 = 7;
const LAST_DAY: i32 = 26;
/// A drawn start is followed for eight weeks after the latest day.
const FOLLOWED_DAYS: i64 = 56;
/// Days of diary before the plan, for those who want that.
const WEEK_DAYS: i64 = 7;
/// A start can be drawn as long as the plan is this young.
const YOUNG_PLAN_DAYS: i64 = 2;
/// Blocks with and without are for pain that is at least this old, in weeks.
const STEADY_WEEKS: f64 = 12.0;
const BLOCKS: u32 = 4;
const BLOCK_DAYS: u32 = 14;
/// Days on which the squeeze alternates.
const SQUEEZE_DAYS: u32 = 28;

impl Client {
    /// The draw that stands on a day.
    fn standing_on(&self, date: Date) -> Option<&Dated<DesignDrawn>> {
        let mut draws = self.state.tracking.draws.iter().rev();
        draws.find(|it| it.value.first_day <= date && date <= it.value.until)
    }

    /// Whether a drawn design of a kind says "with" on a day; `None` where none stands.
    pub(super) fn drawn_on(&self, date: Date, kind: DesignKind) -> Option<bool> {
        let drawn = &self.standing_on(date)?.value;
        let draw = drawn.draw().ok()?;
        let day = i32::try_from(days_between(drawn.first_day, date)).ok()?;
        (draw.design.kind == kind).then(|| draw.is_treated(day))
    }

    /// The day from which the plan is on by what the person chose, for a diary without a draw.
    pub(super) fn plan_began(&self) -> Option<Date> {
        let began = self.began()?;
        Some(self.setting_date(PLAN_START).map_or(began, |start| start.max(began)))
    }

    /// Whether the exercises of the plan wait on a day: for a drawn start, in a block without, or by choice.
    pub(super) fn is_plan_held(&self, date: Date) -> bool {
        let without = |kind| self.drawn_on(date, kind) == Some(false);
        without(DesignKind::RandomisedStart)
            || without(DesignKind::AlternatingBlocks)
            || self.setting_date(PLAN_START).is_some_and(|start| date < start)
    }

    /// Whether the plan was on, on a day.
    pub(super) fn plan_was_on(&self, date: Date) -> bool {
        self.plan_began().is_some_and(|began| date >= began) && !self.is_plan_held(date)
    }

    /// The day the plan's weeks count from: the first session, or a later start that was drawn or chosen.
    pub(super) fn plan_counts_from(&self) -> Option<Date> {
        let began = self.plan_began()?;
        Some(self.drawn_start().map_or(began, |start| start.max(began)))
    }

    /// The drawn start that stands.
    fn drawn_start(&self) -> Option<Date> {
        let drawn = &self.standing_on(self.day)?.value;
        let draw = drawn.draw().ok()?;
        let start = draw.starts.first().filter(|_| draw.design.kind == DesignKind::RandomisedStart)?;
        Some(plus_days(drawn.first_day, i64::from(*start)))
    }

    /// What the day says while the plan waits.
    pub(super) fn held_lead(&self) -> Option<String> {
        if !self.is_plan_held(self.day) {
            return None;
        }
        let chosen = self.setting_date(PLAN_START).filter(|start| self.day < *start);
        Some(match self.drawn_start().or(chosen) {
            Some(start) => {
                let day = day_and_month(&self.texts, start);
                self.texts.format("today-lead-held", &[("day", day.into())])
            }
            None => self.texts.get("today-lead-without"),
        })
    }

    /// Whether the pain is old enough for anything to be found out.
    fn is_old_enough(&self) -> Option<bool> {
        self.pain_weeks_on(self.day).map(|weeks| weeks >= LEAST_PAIN_WEEKS)
    }

    /// Whether a later start can still be had.
    pub(super) fn may_start_later(&self) -> bool {
        let young = self.began().is_none_or(|began| days_between(began, self.day) <= YOUNG_PLAN_DAYS);
        self.may_move()
            && young
            && self.standing_on(self.day).is_none()
            && self.setting_date(PLAN_START).is_none()
            && self.is_old_enough() == Some(true)
    }

    fn may_alternate(&self) -> bool {
        let settled = self.plan_began().is_some_and(|began| days_between(began, self.day) >= WEEK_DAYS);
        let steady = self.pain_weeks_on(self.day).is_some_and(|weeks| weeks >= STEADY_WEEKS);
        settled && steady && self.may_move() && self.is_free_tomorrow()
    }

    fn may_alternate_squeezes(&self) -> bool {
        let squeezes =
            self.reminder_settings().is_some_and(|settings| settings.rules.iter().any(is_of_sitting));
        squeezes && self.is_old_enough() == Some(true) && self.may_move() && self.is_free_tomorrow()
    }

    fn is_free_tomorrow(&self) -> bool {
        let tomorrow = plus_days(self.day, 1);
        self.state.tracking.draws.iter().all(|it| it.value.until < tomorrow)
    }

    fn may_draw(&self, drawing: Drawing) -> bool {
        match drawing {
            Drawing::Start => self.may_start_later(),
            Drawing::Blocks => self.may_alternate(),
            Drawing::Days => self.may_alternate_squeezes(),
        }
    }

    /// Draws, and writes it down. Twice is refused, and so is what is not offered.
    pub(super) fn draw_design(&mut self, drawing: Drawing, now: &Moment) -> Vec<Effect> {
        if !self.may_draw(drawing) {
            return Vec::new();
        }
        let tomorrow = plus_days(self.day, 1);
        let (plan, first_day, days) = match drawing {
            Drawing::Start => {
                let plan = Plan::RandomisedStart { first_day: FIRST_DAY, last_day: LAST_DAY };
                (plan, self.day, i64::from(LAST_DAY) + FOLLOWED_DAYS)
            }
            Drawing::Blocks => {
                let plan = Plan::AlternatingBlocks { blocks: BLOCKS, days_per_block: BLOCK_DAYS };
                (plan, tomorrow, i64::from(BLOCKS * BLOCK_DAYS))
            }
            Drawing::Days => {
                (Plan::AlternatingDays { days: SQUEEZE_DAYS }, tomorrow, i64::from(SQUEEZE_DAYS))
            }
        };
        // Half of the moment's chance; the identifiers of its entries hang on both halves mixed.
        let seed = (now.entropy >> 64) as u64 >> 11;
        let drawn = DesignDrawn { plan, seed, first_day, until: plus_days(first_day, days - 1) };
        self.open.clear();
        let mut effects = self.record(vec![Payload::DesignDrawn(drawn)], now);
        effects.push(Effect::Announce { text: self.texts.get("know-drawn-said"), urgent: false });
        effects
    }

    /// A week of diary first, or the plan now after all.
    pub(super) fn start_in_a_week(&mut self, waits: bool, now: &Moment) -> Vec<Effect> {
        let value = match (waits, self.may_start_later(), self.setting_date(PLAN_START)) {
            (true, true, _) => json!(plus_days(self.day, WEEK_DAYS).to_string()),
            (false, _, Some(start)) if self.day < start => Value::Null,
            _ => return Vec::new(),
        };
        self.record(vec![Payload::Setting(Setting { key: PLAN_START.to_owned(), value })], now)
    }

    pub(super) fn know_page(&self) -> CardPage {
        let texts = &self.texts;
        let mut cards = Vec::new();
        cards.extend(self.standing_card());
        cards.extend(self.week_card());
        match self.is_old_enough() {
            Some(true) => {}
            Some(false) => cards.push(InfoCard {
                paragraphs: vec![texts.get("know-young")],
                ..card(texts.get("know-start"))
            }),
            None => cards.push(InfoCard {
                paragraphs: vec![texts.get("know-unknown")],
                ..card(texts.get("know-start"))
            }),
        }
        if self.standing_on(self.day).is_none() {
            let now = vec![texts.get("know-now-text")];
            cards.insert(0, InfoCard { paragraphs: now, ..card(texts.get("know-now")) });
        }
        let all = [(Drawing::Start, "start"), (Drawing::Blocks, "blocks"), (Drawing::Days, "days")];
        for (drawing, name) in all {
            if self.may_draw(drawing) {
                cards.push(self.drawing_card(drawing, name));
            }
        }
        CardPage {
            heading: texts.get("title-know"),
            lead: Some(texts.get("know-lead")),
            cards,
            claims_heading: None,
            claims: Vec::new(),
            buttons: vec![link(texts, "know-back", Emphasis::Secondary, Route::Progress)],
        }
    }

    fn drawing_card(&self, drawing: Drawing, name: &str) -> InfoCard {
        let texts = &self.texts;
        let stem = format!("know-{name}");
        let mut shown = card(texts.get(&stem));
        shown.paragraphs.push(texts.get(&format!("{stem}-text")));
        shown.paragraphs.extend(texts.find(&format!("{stem}-price")));
        let fold = Action::Unfold(stem.clone());
        if self.open.contains(&stem) {
            shown.paragraphs.push(texts.get("know-sure"));
            shown.buttons = vec![
                button(texts, "know-draw", Emphasis::Primary, Action::DrawDesign(drawing)),
                button(texts, "know-not", Emphasis::Quiet, fold),
            ];
        } else {
            shown.buttons = vec![button(texts, "know-want", Emphasis::Secondary, fold)];
        }
        shown
    }

    fn week_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        if let Some(start) = self.setting_date(PLAN_START).filter(|start| self.day < *start) {
            let day = day_and_month(texts, start);
            let undo = Action::StartInAWeek(false);
            return Some(InfoCard {
                paragraphs: vec![texts.format("know-week-set", &[("day", day.into())])],
                buttons: vec![button(texts, "know-week-undo", Emphasis::Secondary, undo)],
                ..card(texts.get("know-week"))
            });
        }
        self.may_start_later().then(|| {
            let choose = Action::StartInAWeek(true);
            InfoCard {
                paragraphs: vec![texts.get("know-week-text")],
                buttons: vec![button(texts, "know-week-choose", Emphasis::Secondary, choose)],
                ..card(texts.get("know-week"))
            }
        })
    }

    fn standing_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        // One drawn today for tomorrow stands already.
        let standing = self.standing_on(self.day).or_else(|| self.standing_on(plus_days(self.day, 1)))?;
        let draw = standing.value.draw().ok()?;
        let day = day_and_month(texts, standing.date);
        let until = day_and_month(texts, standing.value.until);
        let mut paragraphs = Vec::new();
        match draw.design.kind {
            DesignKind::RandomisedStart => {
                let start = plus_days(standing.value.first_day, i64::from(*draw.starts.first()?));
                let key = if self.day < start { "know-standing-start" } else { "know-standing-began" };
                let start = day_and_month(texts, start);
                paragraphs.push(texts.format(key, &[("day", day.into()), ("start", start.into())]));
            }
            DesignKind::AlternatingBlocks => {
                paragraphs.push(
                    texts.format("know-standing-blocks", &[("day", day.into()), ("until", until.into())]),
                );
                if let Some(on) = self.drawn_on(self.day, DesignKind::AlternatingBlocks) {
                    paragraphs.push(texts.get(if on { "know-standing-on" } else { "know-standing-off" }));
                }
            }
            _ => paragraphs
                .push(texts.format("know-standing-days", &[("day", day.into()), ("until", until.into())])),
        }
        paragraphs.push(texts.get("know-diary"));
        Some(InfoCard { paragraphs, ..card(texts.get("know-standing")) })
    }
}
