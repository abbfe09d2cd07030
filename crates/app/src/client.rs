//! The client: one value that holds the state, takes actions and answers with effects.
//!
//! What it does not do: know the browser. Everything it wants done leaves as an [`Effect`].

use uuid::Uuid;

use crate::action::{Action, TextSize, Theme};
use crate::effect::Effect;
use crate::moment::Moment;
use crate::route::Route;
use crate::view::{Button, Emphasis, Frame, LoadingPage, Page, View};

/// What the shell knows before the first action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Whose journal this is; made once per browser profile and kept by the shell.
    pub person: Uuid,
    /// This device; made once and kept by the shell.
    pub device: Uuid,
    /// The languages the person's browser asks for, best first.
    pub languages: Vec<String>,
}

/// The client.
#[derive(Debug)]
pub struct Client {
    setup: Setup,
    route: Route,
}

impl Client {
    /// A client that has read nothing yet. Send it [`Action::Opened`] first.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self { setup, route: Route::Today }
    }

    /// Takes one action at its moment; answers with what the shell should do, in order.
    pub fn update(&mut self, action: Action, _now: &Moment) -> Vec<Effect> {
        match action {
            Action::Opened { path } => {
                self.route = Route::parse(&path).unwrap_or_default();
                vec![Effect::ReadJournal]
            }
            Action::Go(route) => {
                self.route = route.clone();
                vec![Effect::Navigate { route, replace: false }]
            }
            _ => Vec::new(),
        }
    }

    /// What the screen shows at this moment.
    #[must_use]
    pub fn view(&self, _now: &Moment) -> View {
        View {
            frame: Frame {
                title: "Counterpose".into(),
                brand: "Counterpose".into(),
                route: self.route.clone(),
                navigation: Vec::new(),
                navigation_label: String::new(),
                safety: Button {
                    label: "Safety".into(),
                    detail: None,
                    action: Action::Go(Route::Safety),
                    emphasis: Emphasis::Quiet,
                },
                notices: Vec::new(),
                notices_label: String::new(),
                skip: String::new(),
                theme: Theme::System,
                text_size: TextSize::Normal,
                language: "en".into(),
                full_screen: false,
            },
            page: Page::Loading(LoadingPage { text: String::new() }),
        }
    }

    /// The part of the session page that changes from second to second; `None` outside a session. A shell calls
    /// this once per drawn frame.
    #[must_use]
    pub fn session_now(&self, _now: &Moment) -> Option<crate::view::SessionNow> {
        None
    }

    /// Whose client this is.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }
}
