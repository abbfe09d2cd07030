//! Going from page to page, and which pages are closed.
//!
//! A page that shows or starts movement is open only while the answers allow it; asking for it otherwise leads to
//! what to do first. What this module does not do: draw the pages.

use counterpose_journal::Moment;

use super::{Client, Phase};
use crate::effect::Effect;
use crate::flow::draft::{Answers, Draft};
use crate::flow::visit;
use crate::route::{Asking, Route, Screen};

impl Client {
    pub(super) fn opened(&mut self, path: &str) -> Vec<Effect> {
        self.wanted = Some(Route::parse(path).unwrap_or_default());
        vec![Effect::ReadJournal]
    }

    /// Once the journal is there: to the page asked for, or the one that is open.
    pub(super) fn arrive(&mut self) -> Vec<Effect> {
        let Some(wanted) = self.wanted.take() else { return Vec::new() };
        self.show(wanted.clone());
        let here = self.open_page_for(&wanted);
        if here == wanted { Vec::new() } else { self.move_to(here, true) }
    }

    pub(super) fn went_to(&mut self, path: &str, now: &Moment) -> Vec<Effect> {
        let route = Route::parse(path).unwrap_or_default();
        if self.phase != Phase::Ready {
            self.wanted = Some(route);
            return Vec::new();
        }
        let mut effects = self.leave_form(now);
        let here = self.open_page_for(&route);
        effects.extend(self.pause_unless_at(&here, now));
        self.show(here.clone());
        if here != route {
            effects.push(Effect::Navigate { route: here, replace: true });
        }
        effects
    }

    pub(super) fn go(&mut self, route: Route, now: &Moment) -> Vec<Effect> {
        if self.phase != Phase::Ready {
            self.wanted = Some(route);
            return Vec::new();
        }
        let mut effects = self.leave_form(now);
        let here = self.open_page_for(&route);
        effects.extend(self.pause_unless_at(&here, now));
        effects.extend(self.move_to(here, false));
        effects
    }

    pub(super) fn back(&mut self, now: &Moment) -> Vec<Effect> {
        let to = match &self.route {
            Route::Start(screen) => self.screen_before(*screen).map_or(Route::Welcome, Route::Start),
            Route::Test(_) => Route::Tests,
            Route::Diary(Asking::Goal(n)) => {
                Route::Diary(if *n > 1 { Asking::Goal(n - 1) } else { Asking::Goals })
            }
            Route::Diary(Asking::Clinic) => Route::Progress,
            Route::Safety => self.before_safety.clone().unwrap_or_default(),
            Route::Exercise(_) => Route::Library,
            Route::Reminders => Route::Settings,
            Route::Know => Route::Progress,
            Route::Result if self.next_open_screen().is_some() => Route::Welcome,
            _ => Route::Today,
        };
        self.go(to, now)
    }

    fn screen_before(&self, screen: Screen) -> Option<Screen> {
        let screens = visit::screens(&self.answers(), &self.decided.asked);
        let at = screens.iter().position(|known| *known == screen)?;
        screens.get(at.checked_sub(1)?).copied()
    }

    /// Shows a page and puts its address in the bar.
    pub(super) fn move_to(&mut self, route: Route, replace: bool) -> Vec<Effect> {
        if self.route == route && !replace {
            return Vec::new();
        }
        self.show(route.clone());
        vec![Effect::Navigate { route, replace }]
    }

    fn show(&mut self, route: Route) {
        if route == self.route && self.pages_shown > 0 {
            return;
        }
        if route == Route::Safety {
            self.before_safety = Some(self.route.clone());
        }
        self.draft = Draft::new();
        self.open.clear();
        self.pages_shown += 1;
        self.route = route;
    }

    /// After every action: leaves a page that has been closed by it.
    pub(super) fn leave_what_is_closed(&mut self, now: &Moment) -> Vec<Effect> {
        if self.phase != Phase::Ready || self.wanted.is_some() {
            return Vec::new();
        }
        let mut effects = if self.may_move() { Vec::new() } else { self.abandon_training(now) };
        let here = self.open_page_for(&self.route);
        if here != self.route {
            effects.extend(self.move_to(here, true));
        }
        effects
    }

    /// The page itself if it is open, else the one to show in its place.
    pub(super) fn open_page_for(&self, route: &Route) -> Route {
        let open = match route {
            Route::Safety | Route::Settings | Route::About | Route::Account | Route::Invitation(_) => true,
            Route::Welcome => !self.is_visited(),
            Route::Start(screen) => self.may_show_screen(*screen),
            Route::Result => self.is_visited(),
            Route::Today | Route::CheckIn => self.is_visited(),
            Route::Care
            | Route::DriveCard
            | Route::Reminders
            | Route::Know
            | Route::Plan
            | Route::Handout
            | Route::Library
            | Route::Exercise(_)
            | Route::Tests
            | Route::Test(_) => self.may_move(),
            Route::Progress | Route::Diary(Asking::Day) => self.may_keep_diary(),
            Route::Diary(Asking::Goal(n)) => {
                self.may_move() && (1..=self.goals().len()).contains(&usize::from(*n))
            }
            Route::Diary(_) => self.may_move(),
            Route::Clearance => self.is_visited() && !self.clearable().is_empty(),
            Route::Ready => self.may_move() && self.is_checked_in() && !self.is_training(),
            Route::Session => self.is_training(),
            Route::Feedback => self.last_session().is_some(),
        };
        if open {
            return route.clone();
        }
        match route {
            Route::Start(_) => self.next_open_screen().map_or(Route::Result, Route::Start),
            Route::Welcome => Route::Today,
            Route::Ready if self.is_training() => Route::Session,
            _ if !self.is_visited() => Route::Welcome,
            Route::Session | Route::Feedback | Route::Ready if self.may_move() => Route::Today,
            _ => Route::Result,
        }
    }

    /// Whether the first visit is behind, or was cut short by an answer that sends the person elsewhere.
    pub(super) fn is_visited(&self) -> bool {
        self.is_cut_short() || self.next_open_screen().is_none()
    }

    pub(super) fn is_cut_short(&self) -> bool {
        visit::is_cut_short(self.decided.tier(), self.decided.eligible(), self.next_open_screen())
    }

    /// Whether the answers allow movement now: a plan exists, and no tier stands in its way.
    pub(super) fn may_move(&self) -> bool {
        self.is_visited() && self.decided.plan().is_some()
    }

    /// The first screen with something still to be answered in the journal.
    pub(super) fn next_open_screen(&self) -> Option<Screen> {
        let nothing = Draft::new();
        let saved = Answers { saved: &self.saved, draft: &nothing };
        visit::first_open(&saved, &self.decided.asked)
    }

    /// A screen is shown when every screen before it is answered.
    fn may_show_screen(&self, screen: Screen) -> bool {
        let nothing = Draft::new();
        let saved = Answers { saved: &self.saved, draft: &nothing };
        let screens = visit::screens(&saved, &self.decided.asked);
        let Some(at) = screens.iter().position(|known| *known == screen) else { return false };
        screens.iter().take(at).all(|before| visit::is_answered(*before, &saved, &self.decided.asked))
    }

    /// The answers with the present draft over them.
    pub(super) fn answers(&self) -> Answers<'_> {
        Answers { saved: &self.saved, draft: &self.draft }
    }
}
