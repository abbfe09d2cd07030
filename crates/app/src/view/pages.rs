//! What each page other than the session shows.

use counterpose_coach::vocabulary::Tier;

use super::decisions::{ChangesCard, ItemChange, StartHere};
use super::form::{Block, ChoiceField, Fold, NumberField, Problem};
use super::session::FigureNow;
use super::{Button, Movement, Weight};

/// While the journal is read.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadingPage {
    /// One line.
    pub text: String,
}

/// What this is, and the way in.
#[derive(Clone, Debug, PartialEq)]
pub struct WelcomePage {
    /// The name and what it is.
    pub heading: String,
    /// One sentence.
    pub lead: String,
    /// What to expect, in a few short lines.
    pub points: Vec<String>,
    /// The intended use.
    pub intended_use: String,
    /// Begin, or go on where one stopped.
    pub begin: Button,
    /// More about it.
    pub more: Button,
    /// The languages there are; empty where there is one.
    pub languages: Vec<LanguageChoice>,
}

/// A language to choose, by its own name.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageChoice {
    /// As in `lang`.
    pub tag: String,
    /// Whether it is the present one.
    pub picked: bool,
    /// Chooses it.
    pub button: Button,
}

/// Anything asked.
#[derive(Clone, Debug, PartialEq)]
pub struct FormPage {
    /// "Step 3 of 9" and how far, where the form is one of several.
    pub progress: Option<Progress>,
    /// What it is about.
    pub heading: String,
    /// A sentence or two.
    pub lead: Option<String>,
    /// The questions.
    pub blocks: Vec<Block>,
    /// What is wrong, after trying to go on.
    pub problem: Option<Problem>,
    /// To the screen before.
    pub back: Option<Button>,
    /// On to the next; its label says what it will write ("None of these").
    pub next: Button,
    /// Other ways out.
    pub others: Vec<Button>,
}

/// How far through several screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// In words.
    pub label: String,
    /// This screen, from 1.
    pub step: usize,
    /// How many there are.
    pub of: usize,
}

/// What to do first.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultPage {
    /// How urgent; `None` where nothing could be said yet.
    pub tier: Option<Tier>,
    /// How it weighs on the page.
    pub weight: Weight,
    /// What to do first.
    pub heading: String,
    /// Why and how soon.
    pub lead: String,
    /// Whom to call, for emergency and same-day.
    pub call: Option<CallCard>,
    /// The reasons.
    pub reasons: Vec<ReasonView>,
    /// The heading above them.
    pub reasons_heading: String,
    /// Where to start; absent past a stop.
    pub start: Option<Box<StartHere>>,
    /// Whom to see and what to say.
    pub cards: Vec<InfoCard>,
    /// What is still to be answered.
    pub unanswered: Option<InfoCard>,
    /// What to do now.
    pub buttons: Vec<Button>,
}

/// Whom to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallCard {
    /// What it says above the number.
    pub label: String,
    /// The number, or several in words where the country is unknown.
    pub number: String,
    /// The same as a `tel:` address, where there is one number.
    pub telephone: Option<String>,
    /// A line below.
    pub detail: Option<String>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasonView {
    /// In words.
    pub text: String,
    /// Who says so.
    pub sources: Vec<SourceView>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceView {
    /// As one would cite it.
    pub citation: String,
    /// Its address, where it has one.
    pub address: Option<String>,
    /// Its kind in words ("trial", "our caution").
    pub kind: String,
}

/// A card of text: a heading, paragraphs, points.
#[derive(Clone, Debug, PartialEq)]
pub struct InfoCard {
    /// Its heading.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Points or steps.
    pub points: Vec<String>,
    /// Whether the points are steps in order.
    pub numbered: bool,
    /// What one can do about it.
    pub buttons: Vec<Button>,
}

/// The safety net.
#[derive(Clone, Debug, PartialEq)]
pub struct SafetyPage {
    /// Its heading.
    pub heading: String,
    /// One sentence.
    pub lead: String,
    /// Whom to call.
    pub call: CallCard,
    /// The country behind the number.
    pub country: ChoiceField,
    /// What to look out for: the emergency list, then the same-day list.
    pub lists: Vec<InfoCard>,
    /// Stop, report, back.
    pub buttons: Vec<Button>,
}

/// The day.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayPage {
    /// The day in words.
    pub heading: String,
    /// One line under it.
    pub lead: Option<String>,
    /// Where a stop stands: what to do first, instead of a session.
    pub stop: Option<InfoCard>,
    /// Anything new from this list? Absent when asked already today.
    pub check_in: Option<CheckInCard>,
    /// The session.
    pub session: Option<SessionCard>,
    /// The line of the day, from the afternoon on.
    pub evening: Option<InfoCard>,
    /// A small thing to answer.
    pub ask: Option<InfoCard>,
    /// The longer question of the day.
    pub asking: Option<InfoCard>,
    /// Today's home test.
    pub test: Option<InfoCard>,
    /// The offer of reminders, then the switch for sitting.
    pub remind: Option<InfoCard>,
    /// For drivers.
    pub drive: Option<InfoCard>,
    /// The habit of the day.
    pub habit: Option<InfoCard>,
    /// What was done.
    pub done: Option<InfoCard>,
    /// Tomorrow, once today is done.
    pub tomorrow: Option<InfoCard>,
}

/// The one-line check-in with the list in sight.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckInCard {
    /// The question.
    pub heading: String,
    /// Why the whole list is asked today, where it is.
    pub why: Option<String>,
    /// The list.
    pub list: Vec<String>,
    /// Nothing new; something is new; or, when the whole list is due, to it.
    pub buttons: Vec<Button>,
}

/// Today's session in short.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionCard {
    /// Its name.
    pub heading: String,
    /// "5 minutes, on a chair".
    pub facts: Vec<String>,
    /// The exercises by name.
    pub exercises: Vec<String>,
    /// A picture of the first.
    pub figure: Option<FigureNow>,
    /// What has to be answered first, where something has.
    pub hint: Option<String>,
    /// To the page before the session; absent while something has to be answered first.
    pub button: Option<Button>,
}

/// What the next session holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyPage {
    /// Its heading.
    pub heading: String,
    /// One sentence.
    pub lead: String,
    /// How long, what it needs.
    pub facts: Vec<String>,
    /// The exercises.
    pub items: Vec<ItemCard>,
    /// When to stop.
    pub stop: InfoCard,
    /// Pain before starting, where it is asked.
    pub asked: Vec<Block>,
    /// Begin; absent where nothing is due.
    pub start: Option<Button>,
    /// Not now.
    pub back: Button,
}

/// An exercise in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemCard {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One plain sentence.
    pub summary: String,
    /// How much.
    pub dose: Option<String>,
    /// A picture.
    pub figure: Option<FigureNow>,
    /// To its page.
    pub open: Button,
}

/// After a session.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishedPage {
    /// Its heading.
    pub heading: String,
    /// A sentence, where one is needed.
    pub lead: Option<String>,
    /// What was done.
    pub done: Vec<String>,
    /// Two questions of one tap each.
    pub questions: Vec<ChoiceField>,
    /// Tomorrow's plan, once they are answered.
    pub tomorrow: Option<InfoCard>,
    /// What to do now.
    pub buttons: Vec<Button>,
}

/// A card of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct CardPage {
    /// Its heading.
    pub heading: String,
    /// One sentence.
    pub lead: Option<String>,
    /// The cards.
    pub cards: Vec<InfoCard>,
    /// The heading above the claims.
    pub claims_heading: Option<String>,
    /// Claims with sources.
    pub claims: Vec<ClaimView>,
    /// What to do now.
    pub buttons: Vec<Button>,
}

/// The plan with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    /// Its heading.
    pub heading: String,
    /// How long a session, when it is looked at again.
    pub lead: String,
    /// The heading above the exercises.
    pub items_heading: String,
    /// The exercises with reasons.
    pub items: Vec<PlanItem>,
    /// The heading above the ways up.
    pub ladders_heading: String,
    /// The ways up to what the person wants to do again.
    pub ladders: Vec<PlanItem>,
    /// That talking to somebody may help.
    pub talk: Option<InfoCard>,
    /// What is worth reading.
    pub reading: Option<LeftOutList>,
    /// The heading above the habits.
    pub habits_heading: String,
    /// The habits with reasons.
    pub habits: Vec<PlanItem>,
    /// Not for you now.
    pub left_out: Option<LeftOutList>,
    /// What the person changed, with ways back.
    pub changes: Option<ChangesCard>,
    /// What to do now.
    pub buttons: Vec<Button>,
}

/// One item of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// The exercise or habit.
    pub card: ItemCard,
    /// Why; opens.
    pub fold: Fold,
    /// Its chains of reasons, filled when open.
    pub reasons: Vec<ChainView>,
    /// The movement to watch; absent for habits and where nothing moves.
    pub watch: Option<Watch>,
    /// How to change it; absent for habits.
    pub change: Option<ItemChange>,
}

/// A movement that opens to be watched.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// Opens it.
    pub fold: Fold,
    /// The movement, once open.
    pub movement: Option<Movement>,
}

/// A chain of reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainView {
    /// "Because of".
    pub from_label: String,
    /// From which answer or measure.
    pub from: String,
    /// "Why this".
    pub rule_label: String,
    /// The rule that led on, and what it stands in for where it does.
    pub rule: String,
    /// "What we expect".
    pub mechanism_label: String,
    /// What we expect it to do.
    pub mechanism: String,
    /// "Speaks for it".
    pub for_label: String,
    /// Who says so.
    pub sources_for: Vec<SourceView>,
    /// "Speaks against it".
    pub against_label: String,
    /// Who says otherwise or found nothing.
    pub sources_against: Vec<SourceView>,
    /// "What would change our mind".
    pub would_change_label: String,
    /// What would change our mind.
    pub would_change: String,
}

/// Not for you now.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOutList {
    /// The button that opens it.
    pub fold: Fold,
    /// Each with its reason, filled when open.
    pub items: Vec<(String, String)>,
}

/// Every exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryPage {
    /// Its heading.
    pub heading: String,
    /// Words to search.
    pub search: NumberField,
    /// Filters.
    pub filters: Vec<ChoiceField>,
    /// "12 exercises".
    pub count: String,
    /// What fits.
    pub items: Vec<ItemCard>,
    /// What is worth reading.
    pub reading: Option<LeftOutList>,
    /// What to do where nothing fits.
    pub empty: Option<InfoCard>,
}

/// One exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct ExercisePage {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub synonyms: Option<String>,
    /// One plain sentence.
    pub summary: String,
    /// A warning where it is not for this person now.
    pub not_now: Option<String>,
    /// The movement, to watch and to walk round.
    pub movement: Option<Movement>,
    /// Its key poses.
    pub figures: Vec<FigureNow>,
    /// Position, equipment, dose, targets as label and value.
    pub facts: Vec<(String, String)>,
    /// The heading above the steps.
    pub steps_heading: String,
    /// How.
    pub steps: Vec<String>,
    /// What it should feel like, what not, when to stop.
    pub cards: Vec<InfoCard>,
    /// A movement before and after it; absent where it is not for this person now.
    pub try_it: Option<TryCard>,
    /// The heading above the claims.
    pub claims_heading: String,
    /// Why, with sources for and against.
    pub claims: Vec<ClaimView>,
    /// Easier and harder.
    pub related: Vec<Button>,
    /// Back to the library.
    pub back: Button,
}

/// A movement before and after an exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct TryCard {
    /// What it is, and what tries came to.
    pub card: InfoCard,
    /// What is asked, one after the other.
    pub fields: Vec<Block>,
    /// Keep it; absent while something is missing.
    pub keep: Option<Button>,
}

/// A claim, for or against, and its source.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimView {
    /// In words.
    pub text: String,
    /// "For" or "Against".
    pub stance: String,
    /// Whether it speaks for it.
    pub speaks_for: bool,
    /// How sure it lets one be.
    pub grade: String,
    /// The source.
    pub source: SourceView,
}

/// Settings and data.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsPage {
    /// Its heading.
    pub heading: String,
    /// What can be set.
    pub fields: Vec<ChoiceField>,
    /// To the page of reminders.
    pub reminders: Option<InfoCard>,
    /// Try the voice or a tone.
    pub try_sound: Button,
    /// Your data: where it is, how much room, the server.
    pub data: InfoCard,
    /// What is off here and why.
    pub off: Vec<String>,
}

/// About.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutPage {
    /// Its heading.
    pub heading: String,
    /// Intended use, limits, what is stored where, licences.
    pub cards: Vec<InfoCard>,
    /// The heading above the sources.
    pub sources_heading: String,
    /// A line below it.
    pub sources_lead: String,
    /// Every source of the library.
    pub sources: Vec<SourceView>,
}
