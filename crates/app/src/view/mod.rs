//! View models: what each page shows, in words already, with the action of every button.
//!
//! A shell renders these and nothing else; it needs no rule and no text of its own. What this module does not
//! do: know how anything looks.

mod account;
mod decisions;
mod drive;
mod form;
mod handout;
mod movement;
mod pages;
mod progress;
mod reminders;
mod selftest;
mod session;

pub use account::*;
pub use decisions::*;
pub use drive::*;
pub use form::*;
pub use handout::*;
pub use movement::*;
pub use pages::*;
pub use progress::*;
pub use reminders::*;
pub use selftest::*;
pub use session::*;

use crate::action::{Action, NoticeId, TextSize, Theme};
use crate::route::Route;

/// Everything on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// What surrounds every page.
    pub frame: Frame,
    /// The page.
    pub page: Page,
}

/// What surrounds every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The title of the document.
    pub title: String,
    /// The name of the product.
    pub brand: String,
    /// The address of what is shown.
    pub route: Route,
    /// The main pages; empty during the first visit and a session.
    pub navigation: Vec<NavigationItem>,
    /// The name of the navigation, for screen readers.
    pub navigation_label: String,
    /// The safety net; on every page.
    pub safety: Button,
    /// What the person should know now.
    pub notices: Vec<Notice>,
    /// The name of the list of notices, for screen readers.
    pub notices_label: String,
    /// "Skip to the content".
    pub skip: String,
    /// Light, dark or as the system has it.
    pub theme: Theme,
    /// How large text is.
    pub text_size: TextSize,
    /// The language of the texts, as in `lang`.
    pub language: String,
    /// Which way the lines run, as in `dir`.
    pub direction: &'static str,
    /// Whether the page fills the screen (a session).
    pub full_screen: bool,
    /// Whether figures are shown as in a mirror.
    pub mirrored: bool,
    /// Grows by one with every page shown: when it changes, the focus goes to the page's heading.
    pub page_number: u64,
}

/// A main page in the navigation.
#[derive(Clone, Debug, PartialEq)]
pub struct NavigationItem {
    /// Its name.
    pub label: String,
    /// Where it leads.
    pub route: Route,
    /// Whether it is the present page.
    pub current: bool,
}

/// What the person should know now.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Which one; for closing it.
    pub id: NoticeId,
    /// How bad.
    pub weight: Weight,
    /// What is the matter.
    pub text: String,
    /// What to do about it.
    pub advice: Option<String>,
    /// Ways to do it.
    pub buttons: Vec<Button>,
}

/// How much something weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Good to know.
    Calm,
    /// Worth a look.
    Attention,
    /// Act on it.
    Urgent,
}

/// Something to press. Where its action is [`Action::Go`] it is a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// A line below or beside it.
    pub detail: Option<String>,
    /// What happens.
    pub action: Action,
    /// How it stands among others.
    pub emphasis: Emphasis,
}

impl Button {
    /// The page it leads to, where it only leads somewhere.
    #[must_use]
    pub fn leads_to(&self) -> Option<&Route> {
        match &self.action {
            Action::Go(route) => Some(route),
            _ => None,
        }
    }
}

/// How a button stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// The one thing to do here.
    Primary,
    /// Another thing to do here.
    Secondary,
    /// Small, beside the matter.
    Quiet,
    /// Stops something.
    Stop,
}

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// The journal is being read.
    Loading(LoadingPage),
    /// What this is, and the way in.
    Welcome(WelcomePage),
    /// Anything asked: the first visit, the check-in, what to take care with, feedback.
    Form(Box<FormPage>),
    /// What to do first.
    Result(Box<ResultPage>),
    /// The safety net.
    Safety(Box<SafetyPage>),
    /// The day.
    Today(Box<TodayPage>),
    /// What the next session holds.
    Ready(Box<ReadyPage>),
    /// The session.
    Session(Box<SessionPage>),
    /// After a session.
    Finished(FinishedPage),
    /// Cards of text.
    Card(CardPage),
    /// For drivers.
    Drive(Box<DrivePage>),
    /// The plan with its reasons.
    Plan(Box<PlanPage>),
    /// The plan on paper.
    Handout(Box<HandoutPage>),
    /// Every exercise.
    Library(LibraryPage),
    /// One exercise.
    Exercise(Box<ExercisePage>),
    /// What it comes to.
    Progress(Box<ProgressPage>),
    /// Every home test.
    Tests(Box<TestsPage>),
    /// One home test.
    Test(Box<TestPage>),
    /// Reminders.
    Reminders(Box<RemindersPage>),
    /// Logging in, a link that was opened, who is logged in where.
    Account(Box<AccountPage>),
    /// Settings and data.
    Settings(SettingsPage),
    /// About.
    About(AboutPage),
}
