//! The screens of the first visit: which there are for this person, and which comes next.
//!
//! The order follows from the answers, so that a reload, another device or an undone answer all lead to the first
//! screen that is still open. What this module does not do: draw a screen.

use counterpose_coach::screening::{Asked, Group, Question, questions};
use counterpose_coach::vocabulary::Tier;
use serde_json::Value;

use super::draft::Answers;
use super::fields::{NOWHERE, nowhere};
use crate::action::Field;
use crate::route::Screen;

/// The safety questions of this person, screen by screen.
#[must_use]
pub fn safety_screens(asked: &Asked) -> Vec<(Group, Vec<Question>)> {
    let mut screens: Vec<(Group, Vec<Question>)> = Vec::new();
    for question in questions(asked) {
        match screens.last_mut() {
            Some((group, list)) if *group == question.group => list.push(question),
            _ => screens.push((question.group, vec![question])),
        }
    }
    screens
}

/// The screens of this person, in order.
#[must_use]
pub fn screens(answers: &Answers<'_>, asked: &Asked) -> Vec<Screen> {
    let mut screens = vec![Screen::You, Screen::Where];
    if !nowhere(answers) {
        screens.push(Screen::Pain);
    }
    let count = u8::try_from(safety_screens(asked).len()).unwrap_or(u8::MAX);
    screens.extend((1..=count).map(Screen::Safety));
    screens.push(Screen::Days);
    screens
}

/// Whether everything a screen asks is answered.
#[must_use]
pub fn is_answered(screen: Screen, answers: &Answers<'_>, asked: &Asked) -> bool {
    missing(screen, answers, asked).is_none()
}

/// The first field of a screen that is still to be answered.
#[must_use]
pub fn missing(screen: Screen, answers: &Answers<'_>, asked: &Asked) -> Option<Field> {
    let open = |field: &Field| match answers.value(field) {
        None => true,
        Some(value) => !super::draft::in_range(field, &value) && matches!(field, Field::Age),
    };
    let fields: Vec<Field> = match screen {
        Screen::You => vec![Field::Age, Field::Sex],
        Screen::Where if nowhere(answers) => vec![Field::LegSymptoms],
        Screen::Where => vec![Field::Sites, Field::Side, Field::LegSymptoms],
        Screen::Pain => vec![Field::PainNow, Field::Duration],
        Screen::Days => vec![Field::Sitting, Field::Driving],
        Screen::Safety(n) => {
            let screens = safety_screens(asked);
            let (_, list) = screens.get(usize::from(n).saturating_sub(1))?;
            list.iter().map(|question| Field::Question(question.id.as_str().to_owned())).collect()
        }
    };
    fields
        .into_iter()
        .find(|field| if *field == Field::Sites { answers.members(field).is_empty() } else { open(field) })
}

/// Whether nothing more needs to be asked: the answers so far say that somebody else comes first. An emergency and
/// not being made for somebody end the questions at once, the other stops after the last safety question.
#[must_use]
pub fn is_cut_short(tier: Option<Tier>, eligible: bool, next_open: Option<Screen>) -> bool {
    let all_safety_asked = matches!(next_open, None | Some(Screen::Days));
    let stops = tier.is_some_and(|tier| tier <= Tier::ClinicianFirst);
    !eligible || tier == Some(Tier::Emergency) || (stops && all_safety_asked)
}

/// The first screen that is still open; `None` when all are answered.
#[must_use]
pub fn first_open(answers: &Answers<'_>, asked: &Asked) -> Option<Screen> {
    screens(answers, asked).into_iter().find(|screen| !is_answered(*screen, answers, asked))
}

/// The places with one switched on or off; "nowhere" and the places shut each other out.
#[must_use]
pub fn with_site(answers: &Answers<'_>, site: &str) -> (Vec<String>, Option<Value>) {
    if site == NOWHERE {
        let side = if nowhere(answers) { Value::Null } else { Value::from("none") };
        return (Vec::new(), Some(side));
    }
    let mut sites = answers.members(&Field::Sites);
    match sites.iter().position(|known| known == site) {
        Some(at) => {
            sites.remove(at);
        }
        None => sites.push(site.to_owned()),
    }
    let side = answers.value(&Field::Side).filter(|side| side.as_str() == Some("none")).map(|_| Value::Null);
    (sites, side)
}
