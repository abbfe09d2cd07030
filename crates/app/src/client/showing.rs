//! From state to view: the frame around every page, and which page builder draws the present route.
//!
//! What this module does not do: change anything.

use counterpose_content::Arg;
use counterpose_journal::Moment;

use super::{Client, Phase};
use crate::action::{Action, NoticeId};
use crate::pages::result::Told;
use crate::pages::{about, exercise, handout, library, pattern, plan, result, safety};
use crate::route::Route;
use crate::view::{Button, Emphasis, Frame, InfoCard, LoadingPage, NavigationItem, Notice, Page, Weight};
use crate::words::{button, card, link};

/// A storage this full is told of.
const NEARLY_FULL: f64 = 0.9;

impl Client {
    pub(super) fn frame(&self) -> Frame {
        let texts = &self.texts;
        let brand = texts.get("brand");
        let title = self.title();
        Frame {
            title: texts.format("title-page", &[("page", title.into()), ("brand", Arg::from(&brand))]),
            brand,
            route: self.route.clone(),
            navigation: self.navigation(),
            navigation_label: texts.get("navigation"),
            safety: link(texts, "go-safety", Emphasis::Quiet, Route::Safety),
            notices: self.notices(),
            notices_label: texts.get("notices"),
            skip: texts.get("skip-to-content"),
            theme: self.theme(),
            text_size: self.text_size(),
            language: texts.locale().tag().to_owned(),
            direction: texts.locale().direction(),
            full_screen: self.route == Route::Session,
            mirrored: self.setting_chosen("mirror"),
            page_number: self.pages_shown,
        }
    }

    fn title(&self) -> String {
        let key = match &self.route {
            Route::Exercise(id) if self.library.exercise(id).is_some() => {
                return exercise::name(&self.texts, id);
            }
            Route::Welcome => "title-welcome",
            Route::Start(screen) => super::pages_of_forms::title_key(*screen),
            Route::Result => "title-result",
            Route::Safety => "title-safety",
            Route::Today => "title-today",
            Route::CheckIn => "title-check-in",
            Route::Care => "title-care",
            Route::Clearance => "title-cleared",
            Route::Ready => "title-ready",
            Route::Session => "title-session",
            Route::Feedback => "title-feedback",
            Route::DriveCard => "title-drive",
            Route::Plan => "title-plan",
            Route::Handout => "handout-title",
            Route::Library | Route::Exercise(_) => "title-library",
            Route::Test(id) if super::testing::known_test(id).is_some() => {
                return self.texts.get(&format!("test-{id}-name"));
            }
            Route::Diary(asking) => return self.asking_title(*asking),
            Route::Progress => "title-progress",
            Route::Know => "title-know",
            Route::Tests | Route::Test(_) => "title-tests",
            Route::Reminders => "title-reminders",
            Route::Account | Route::Invitation(_) => "title-account",
            Route::Settings => "title-settings",
            Route::About => "title-about",
        };
        self.texts.get(key)
    }

    fn navigation(&self) -> Vec<NavigationItem> {
        let asking = matches!(self.route, Route::Start(_) | Route::Session | Route::CheckIn);
        if self.phase != Phase::Ready || !self.is_visited() || asking {
            return Vec::new();
        }
        let mut pages = vec![("nav-today", Route::Today)];
        if self.may_move() {
            pages.push(("nav-plan", Route::Plan));
        }
        if self.may_keep_diary() {
            pages.push(("nav-progress", Route::Progress));
        }
        if self.may_move() {
            pages.push(("nav-library", Route::Library));
        }
        // What this is about is read once: from the settings there is a way to it.
        pages.push(("nav-settings", Route::Settings));
        pages
            .into_iter()
            .map(|(key, route)| NavigationItem {
                label: self.texts.get(key),
                current: self.route == route
                    || (route == Route::Settings && matches!(self.route, Route::About | Route::Reminders))
                    || (route == Route::Progress && matches!(self.route, Route::Diary(_) | Route::Know))
                    || (route == Route::Plan && self.route == Route::Handout)
                    || (route == Route::Library && matches!(self.route, Route::Exercise(_))),
                route,
            })
            .collect()
    }

    fn notices(&self) -> Vec<Notice> {
        let all = [
            self.notice_not_read(),
            self.notice_newer(),
            self.notice_not_kept(),
            self.notice_follower(),
            self.notice_storage(),
            self.notice_insecure(),
            self.notice_wake_lock(),
            self.notice_log_in(),
            self.notice_sync(),
            self.notice_language(),
            self.notice_update(),
            self.notice_reminder(),
        ];
        all.into_iter().flatten().filter(|notice| !self.dismissed.contains(&notice.id)).collect()
    }

    pub(super) fn notice(&self, id: NoticeId, weight: Weight, key: &str, buttons: Vec<Button>) -> Notice {
        Notice {
            id,
            weight,
            text: self.texts.get(key),
            advice: self.texts.find(&format!("{key}-advice")),
            buttons,
        }
    }

    pub(super) fn closing(&self, id: NoticeId) -> Button {
        button(&self.texts, "close", Emphasis::Quiet, Action::Dismiss(id))
    }

    fn exporting(&self) -> Button {
        button(&self.texts, "notice-export", Emphasis::Secondary, Action::Export)
    }

    fn with_cause(&self, notice: Notice, cause: &str) -> Notice {
        let cause = self.texts.format("notice-cause", &[("cause", cause.into())]);
        let advice = notice.advice.map_or_else(|| cause.clone(), |advice| format!("{advice} {cause}"));
        Notice { advice: Some(advice), ..notice }
    }

    fn notice_not_read(&self) -> Option<Notice> {
        let Phase::Unreadable(error) = &self.phase else { return None };
        let retry = button(&self.texts, "notice-not-read-retry", Emphasis::Primary, Action::RetryKeeping);
        let notice = self.notice(NoticeId::NotRead, Weight::Urgent, "notice-not-read", vec![retry]);
        Some(self.with_cause(notice, &error.to_string()))
    }

    fn notice_newer(&self) -> Option<Notice> {
        let cause = self.decided.unreadable.as_ref().filter(|_| self.phase == Phase::Ready)?;
        let notice = self.notice(NoticeId::Newer, Weight::Urgent, "notice-newer", vec![self.exporting()]);
        Some(self.with_cause(notice, cause))
    }

    fn notice_not_kept(&self) -> Option<Notice> {
        let failure = self.keeper.failure()?;
        let retry = button(&self.texts, "notice-not-kept-retry", Emphasis::Primary, Action::RetryKeeping);
        let buttons = vec![retry, self.exporting()];
        let notice = self.notice(NoticeId::NotKept, Weight::Urgent, "notice-not-kept", buttons);
        Some(self.with_cause(notice, &failure.to_string()))
    }

    fn notice_follower(&self) -> Option<Notice> {
        if self.may_write {
            return None;
        }
        let take = button(&self.texts, "notice-follower-take", Emphasis::Primary, Action::TakeOver);
        let weight = if self.refused { Weight::Urgent } else { Weight::Attention };
        let notice = self.notice(NoticeId::Follower, weight, "notice-follower", vec![take]);
        let brand = self.texts.get("brand");
        Some(Notice { text: self.texts.format("notice-follower", &[("brand", brand.into())]), ..notice })
    }

    #[allow(clippy::cast_precision_loss, reason = "a share of the quota needs no exact bytes")]
    fn notice_storage(&self) -> Option<Notice> {
        let full = match (self.storage.used_bytes, self.storage.quota_bytes) {
            (Some(used), Some(quota)) if quota > 0 => used as f64 / quota as f64 > NEARLY_FULL,
            _ => false,
        };
        if full {
            let buttons = vec![self.exporting(), self.closing(NoticeId::Storage)];
            return Some(self.notice(NoticeId::Storage, Weight::Attention, "notice-room", buttons));
        }
        // Only once there is something to lose, and never in the middle of something else.
        let worth_it = !self.state.sessions_done().is_empty() && self.route == Route::Today;
        (worth_it && self.storage.persistent == Some(false)).then(|| {
            let keep = button(&self.texts, "notice-storage-keep", Emphasis::Secondary, Action::AskToKeep);
            let buttons = vec![keep, self.exporting(), self.closing(NoticeId::Storage)];
            self.notice(NoticeId::Storage, Weight::Calm, "notice-storage", buttons)
        })
    }

    fn notice_insecure(&self) -> Option<Notice> {
        let insecure = self.abilities.is_some_and(|abilities| !abilities.secure);
        insecure.then(|| {
            let buttons = vec![self.closing(NoticeId::Insecure)];
            self.notice(NoticeId::Insecure, Weight::Calm, "notice-insecure", buttons)
        })
    }

    fn notice_wake_lock(&self) -> Option<Notice> {
        (self.wake_lock_lost && self.route == Route::Session).then(|| {
            let buttons = vec![self.closing(NoticeId::WakeLock)];
            self.notice(NoticeId::WakeLock, Weight::Calm, "notice-wake-lock", buttons)
        })
    }

    /// Asked for, never forced, and never while something is being answered or done.
    fn notice_update(&self) -> Option<Notice> {
        let waits = self.abilities.is_some_and(|abilities| abilities.update_waits);
        let busy = matches!(self.route, Route::Start(_) | Route::Session | Route::Feedback | Route::CheckIn);
        (waits && !busy && !self.is_training()).then(|| {
            let take = button(&self.texts, "notice-update-take", Emphasis::Secondary, Action::LetUpdateIn);
            let buttons = vec![take, self.closing(NoticeId::Update)];
            self.notice(NoticeId::Update, Weight::Calm, "notice-update", buttons)
        })
    }

    /// Lets the newer version in, unless a session runs: that would be lost.
    pub(super) fn let_update_in(&self) -> Vec<crate::Effect> {
        if self.is_training() { Vec::new() } else { vec![crate::Effect::LetUpdateIn] }
    }

    pub(super) fn page(&self, now: &Moment) -> Page {
        let texts = &self.texts;
        if self.phase != Phase::Ready {
            return Page::Loading(LoadingPage { text: texts.get("loading") });
        }
        match &self.route {
            Route::Welcome => Page::Welcome(about::welcome(texts, self.has_begun(), self.language_choices())),
            Route::Start(screen) => Page::Form(Box::new(self.screen_page(*screen))),
            Route::CheckIn => Page::Form(Box::new(self.check_in_page())),
            Route::Care => Page::Form(Box::new(self.care_page())),
            Route::Clearance => Page::Form(Box::new(self.clearance_page())),
            Route::Result => self.result_page(),
            Route::Safety => {
                let may_report = self.is_visited();
                let country = self.country();
                Page::Safety(Box::new(safety::safety(texts, &self.decided.asked, country, may_report)))
            }
            Route::Today => Page::Today(Box::new(self.today_page(now))),
            Route::Ready => Page::Ready(Box::new(self.ready_page())),
            Route::Session => self.session_page(now),
            Route::Feedback => Page::Finished(self.finished_page()),
            Route::DriveCard => Page::Drive(Box::new(self.drive_page())),
            Route::Plan => self.plan_page(),
            Route::Handout => self.handout_page(),
            Route::Library => {
                Page::Library(library::library(texts, self.library, &self.narrowed, &self.open))
            }
            Route::Exercise(id) => self.exercise_page(id),
            Route::Diary(asking) => Page::Form(Box::new(self.asking_page(*asking))),
            Route::Know => Page::Card(self.know_page()),
            Route::Progress => Page::Progress(Box::new(self.progress_page())),
            Route::Tests => Page::Tests(Box::new(self.tests_page())),
            Route::Test(id) => self.test_page(id),
            Route::Reminders => Page::Reminders(Box::new(self.reminders_page(now))),
            Route::Account => Page::Account(Box::new(self.account_page())),
            Route::Invitation(token) => Page::Account(Box::new(self.invitation_page(token))),
            Route::Settings => Page::Settings(self.settings_page()),
            Route::About => Page::About(about::about(texts, self.library)),
        }
    }

    pub(super) fn country(&self) -> Option<counterpose_coach::intake::Country> {
        let code = self.saved.pointer("/person/country")?.as_str()?;
        counterpose_coach::intake::Country::new(code)
    }

    fn result_page(&self) -> Page {
        let Some(screening) = &self.decided.screening else {
            return Page::Loading(LoadingPage { text: self.texts.get("loading") });
        };
        let has_trained = !self.state.sessions_done().is_empty();
        Page::Result(Box::new(result::result(&Told {
            texts: &self.texts,
            library: self.library,
            screening,
            meanwhile: self.decided.meanwhile.as_ref(),
            country: self.country(),
            may_move: self.may_move(),
            has_trained,
            next_open: self.next_open_screen(),
            // On the first visit somebody wants to begin; where to start is for when they are back.
            start: (has_trained && self.may_move()).then(|| self.start_here()),
        })))
    }

    fn start_here(&self) -> crate::view::StartHere {
        let noted = self.noted_values();
        pattern::start_here(&pattern::Known {
            texts: &self.texts,
            library: self.library,
            patterns: &self.decided.patterns,
            findings: &self.decided.findings,
            disagreed: &super::wishing::disagreed(&self.state),
            noted: crate::pages::selftest::noted_lines(&self.texts, &noted),
            open: &self.open,
            offers_tests: true,
        })
    }

    fn plan_page(&self) -> Page {
        match self.decided.plan() {
            Some(made) => {
                let swaps = |exercise: &str| self.swaps_of(exercise);
                let changes = self.changes_card();
                let made = plan::plan(&self.texts, self.library, made, &self.open, &swaps, changes);
                Page::Plan(Box::new(made))
            }
            None => Page::Loading(LoadingPage { text: self.texts.get("plan-none") }),
        }
    }

    fn handout_page(&self) -> Page {
        let Some(plan) = self.decided.plan() else {
            return Page::Loading(LoadingPage { text: self.texts.get("plan-none") });
        };
        let four_weeks: Vec<i64> =
            (0..28).map(|n| self.minutes_on(counterpose_journal::day::plus_days(self.day, -n))).collect();
        let since = counterpose_journal::day::plus_days(self.day, -27);
        let sessions = self.state.sessions_done();
        let recent = sessions.iter().filter(|(_, one)| one.date().is_some_and(|date| date >= since)).count();
        Page::Handout(Box::new(handout::handout(&handout::Known {
            texts: &self.texts,
            library: self.library,
            plan,
            intake: &self.decided.intake,
            findings: &self.decided.findings,
            patterns: &self.decided.patterns,
            day: self.day,
            plan_day: self.plan_day(),
            done: (recent, four_weeks.iter().sum()),
            diary: self.diary_mean(),
        })))
    }

    /// The mean of the last seven written days of the diary, and how many they are.
    #[allow(clippy::cast_precision_loss, reason = "seven days")]
    fn diary_mean(&self) -> Option<(f64, usize)> {
        let told = self.state.tracking.pain.values().rev().filter_map(|day| day.average).take(7);
        let pains: Vec<f64> = told.map(|pain| f64::from(pain.get())).collect();
        (!pains.is_empty()).then(|| (pains.iter().sum::<f64>() / pains.len() as f64, pains.len()))
    }

    fn exercise_page(&self, id: &str) -> Page {
        let Some(found) = self.library.exercise(id) else {
            let texts = &self.texts;
            let back = link(texts, "exercise-back", Emphasis::Primary, Route::Library);
            return Page::Card(crate::view::CardPage {
                heading: texts.get("exercise-unknown"),
                lead: None,
                cards: Vec::new(),
                claims_heading: None,
                claims: Vec::new(),
                buttons: vec![back],
            });
        };
        let shut = self.decided.plan().and_then(|made| {
            let own =
                |left: &&counterpose_coach::plan::LeftOut| left.exercise == id && left.variant.is_none();
            let careful = counterpose_coach::plan::LeftOutKind::Choice;
            made.left_out.iter().find(|left| own(left) && left.kind != careful)
        });
        let not_now = shut.map(|left| plan::why_left_out(&self.texts, left));
        let try_it = self.try_card(id, not_now.is_some());
        Page::Exercise(Box::new(exercise::exercise(&self.texts, self.library, found, not_now, try_it)))
    }

    /// A card whose points are the numbered steps of a text.
    pub(super) fn steps_card(&self, heading: &str, stem: &str) -> InfoCard {
        let points = crate::words::numbered(&self.texts, stem);
        InfoCard { points, numbered: true, ..card(self.texts.get(heading)) }
    }
}
