//! The client: one value that holds the state, takes actions and answers with effects.
//!
//! `update` sorts actions to the parts below; each part is one file. What it does not do: know the browser.
//! Everything it wants done leaves as an [`Effect`].

mod accounting;
mod answering;
mod asking;
mod day;
mod decided;
mod diary;
mod driving;
mod forms;
mod going;
mod history;
mod in_session;
mod keeping;
mod knowing;
mod language;
mod pages_of_forms;
mod place;
mod progress;
mod reminder_page;
mod reminding;
mod session_page;
mod showing;
mod syncing;
mod test_keeping;
mod test_page;
mod testing;
mod training;
mod trying;
mod wishing;

use core::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use counterpose_coach::library::Library;
use counterpose_content::{Locale, Texts};
use counterpose_journal::port::StoreError;
use counterpose_journal::{Entry, Moment, State, Writer};
use jiff::civil::Date;
use serde_json::Value;
use uuid::Uuid;

use crate::account::Accounts;
use crate::action::{Abilities, Action, NoticeId, StorageStatus};
use crate::effect::Effect;
use crate::flow::draft::Draft;
use crate::keeper::Keeper;
use crate::pages::library::Narrowed;
use crate::route::Route;
use crate::sync::{Progress, Sync};
use crate::view::View;
use decided::Decided;
use driving::TrackWish;
use progress::Told;
use reminding::Reminding;
use syncing::Arriving;
use testing::Testing;
use training::Training;

/// What the shell knows before the first action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// This device; made once and kept by the shell.
    pub device: Uuid,
    /// The language chosen last in this browser, then those the browser asks for, best first.
    pub languages: Vec<String>,
    /// Whether a server of ours may stand behind the page; a host for plain files has none, and none is asked.
    pub has_server: bool,
    /// The language the address itself asks for: it goes before any choice.
    pub asked_language: Option<String>,
}

impl Setup {
    /// The language to start in.
    #[must_use]
    pub fn locale(&self) -> Locale {
        let asked = self.asked_language.as_deref().and_then(Locale::known);
        asked.unwrap_or_else(|| Locale::first_known(self.languages.iter().map(String::as_str)))
    }
}

/// Whether the journal is there.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    /// Being read.
    Reading,
    /// Read.
    Ready,
    /// Could not be read.
    Unreadable(StoreError),
}

/// The client.
#[derive(Debug)]
pub struct Client {
    setup: Setup,
    texts: Texts,
    /// The language whose texts are on their way.
    fetching: Option<Locale>,
    /// The language whose texts could not be had.
    unfetched: Option<Locale>,
    library: &'static Library,
    phase: Phase,
    /// What the address bar asked for before the journal was there.
    wanted: Option<Route>,
    route: Route,
    /// Where the person was before the safety net, to go back to.
    before_safety: Option<Route>,
    /// Counts pages shown, so that a shell knows when to move the focus.
    pages_shown: u64,

    entries: Vec<Entry>,
    known: BTreeSet<Uuid>,
    state: State,
    writer: Writer,
    keeper: Keeper,
    /// The day the decisions below are of.
    day: Date,
    /// The intake of that day as JSON.
    saved: Value,
    decided: Decided,
    /// The verdict of that day, worked out when it is first asked for.
    verdict: OnceCell<Option<Told>>,

    draft: Draft,
    /// Safety screens answered since the whole list was last begun.
    asked: BTreeSet<u8>,
    open: BTreeSet<String>,
    narrowed: Narrowed,
    training: Training,
    /// Where an earlier client of this tab stood in a session.
    kept_place: Option<String>,
    testing: Testing,
    reminding: Reminding,
    /// The track that was made on the page for drivers.
    track: Option<TrackWish>,

    may_write: bool,
    /// Whether the shell has said yet which tab writes.
    told_whether_writer: bool,
    /// An action that a following tab could not carry out was tried.
    refused: bool,
    sync: Sync,
    accounts: Accounts,
    /// The page of accounts that has asked the server what it needs to know.
    account_asked: Option<Route>,
    led_to_log_in: bool,
    /// Entries from the server on their way into the journal, by the ticket of their append.
    arriving: BTreeMap<u64, Arriving>,
    /// Spreads the delays of many devices; fresh with every action.
    chance: u64,
    online: bool,
    storage: StorageStatus,
    abilities: Option<Abilities>,
    wake_lock_lost: bool,
    dismissed: BTreeSet<NoticeId>,
}

impl Client {
    /// A client that has read nothing yet, speaking these texts. Send it [`Action::Opened`] first.
    #[must_use]
    pub fn new(setup: Setup, texts: Texts) -> Self {
        let device = setup.device;
        Self {
            setup,
            texts,
            fetching: None,
            unfetched: None,
            library: counterpose_content::library(),
            phase: Phase::Reading,
            wanted: None,
            route: Route::Today,
            before_safety: None,
            pages_shown: 0,
            entries: Vec::new(),
            known: BTreeSet::new(),
            state: State::default(),
            writer: Writer::new(device, 0),
            keeper: Keeper::default(),
            day: Date::ZERO,
            saved: Value::Null,
            decided: Decided::default(),
            verdict: OnceCell::new(),
            draft: Draft::new(),
            asked: BTreeSet::new(),
            open: BTreeSet::new(),
            narrowed: Narrowed::default(),
            training: Training::default(),
            kept_place: None,
            testing: Testing::default(),
            reminding: Reminding::default(),
            track: None,
            may_write: true,
            told_whether_writer: false,
            refused: false,
            sync: Sync::new(None),
            accounts: Accounts::default(),
            account_asked: None,
            led_to_log_in: false,
            arriving: BTreeMap::new(),
            chance: 0,
            online: true,
            storage: StorageStatus::default(),
            abilities: None,
            wake_lock_lost: false,
            dismissed: BTreeSet::new(),
        }
    }

    /// The same client, going on where an earlier one left off with the server.
    #[must_use]
    pub fn with_progress(mut self, saved: Option<Progress>) -> Self {
        self.sync = Sync::new(saved);
        self
    }

    /// Takes one action at its moment; answers with what the shell should do, in order.
    pub fn update(&mut self, action: Action, now: &Moment) -> Vec<Effect> {
        self.chance = (now.entropy >> 64) as u64;
        if self.day != now.day() {
            self.day = now.day();
            self.decide();
        }
        if self.phase != Phase::Ready && writes(&action) {
            return Vec::new();
        }
        if !self.may_write && writes(&action) {
            self.refused = true;
            self.dismissed.remove(&NoticeId::Follower);
            return Vec::new();
        }
        let mut effects = self.sort(action, now);
        effects.extend(self.leave_what_is_closed(now));
        effects.extend(self.leave_test());
        effects.extend(self.remind(now));
        effects.extend(self.follow_language());
        effects.extend(self.lead_to_log_in());
        effects.extend(self.account_due());
        effects
    }

    fn sort(&mut self, action: Action, now: &Moment) -> Vec<Effect> {
        match action {
            Action::Opened { path } => self.opened(&path),
            Action::WentTo { path } => self.went_to(&path, now),
            Action::Go(route) => self.go(route, now),
            Action::Back => self.back(now),
            Action::JournalRead(result) => self.journal_read(result, now),
            Action::Appended { ticket, result } => self.appended(ticket, result),
            Action::RetryKeeping => self.retry_keeping(),
            Action::OtherTabWrote => vec![Effect::ReadJournal],
            Action::Writer(may_write) => self.writer_changed(may_write, now),
            Action::TakeOver => vec![Effect::TakeOver],
            Action::Export => self.export(now),
            Action::Print => vec![Effect::Print],
            Action::EraseEverything => self.erase(now),
            Action::LetUpdateIn => self.let_update_in(),
            Action::AskToKeep => vec![Effect::RequestPersistence],
            Action::Sync(event) => self.sync_event(event),
            Action::TextsFetched { locale, pack } => self.texts_fetched(locale, pack),
            Action::RetryTexts => self.note(|client| client.unfetched = None),
            Action::Account(event) => self.account_event(event),
            Action::Online(online) => self.network_changed(online),
            Action::StorageStatus(status) => self.note(|client| client.storage = status),
            Action::Abilities(abilities) => self.note(|client| client.abilities = Some(abilities)),
            Action::WakeLockLost => self.note(|client| client.wake_lock_lost = true),
            Action::Dismiss(id) => self.note(|client| {
                client.dismissed.insert(id);
            }),
            Action::Unfold(key) => self.note(|client| {
                if !client.open.remove(&key) {
                    if key.starts_with(crate::pages::plan::WATCH) {
                        client.open.retain(|other| !other.starts_with(crate::pages::plan::WATCH));
                    }
                    client.open.insert(key);
                }
            }),
            Action::ClearFilters => self.note(|client| client.narrowed = Narrowed::default()),
            Action::Type { field, text } => self.typed(field, text),
            Action::Choose { field, value } => self.chose(field, value, now),
            Action::Toggle { field, value } => self.toggled(field, &value),
            Action::Begin => self.begin(now),
            Action::Continue | Action::NoneOfThese => self.continue_on(now),
            Action::Set(setting) => self.set(setting, now),
            Action::DidHabit(habit) => self.did_habit(habit, now),
            Action::NothingNew => self.nothing_new(now),
            Action::SomethingNew => self.something_new(now),
            Action::StartSession => self.start_session(now),
            Action::InSession(command) => self.in_session(command, now),
            Action::FinishFeedback => self.finish_feedback(now),
            Action::Tick => {
                let mut effects = self.ticked(now);
                effects.extend(self.tick_test(now));
                effects
            }
            Action::Visible(visible) => {
                self.reminders_see(visible);
                let mut effects = self.visible(visible, now);
                effects.extend(self.test_hidden(now));
                effects
            }
            Action::TrySound => self.try_sound(),
            Action::Measure { side } => self.measure(side),
            Action::Sensor(status) => self.sensor_said(status),
            Action::Tilted(up) => self.tilted(up, now),
            Action::SetZero => self.set_zero(now),
            Action::StartWatch { side } => self.start_watch(side, now),
            Action::StopMeasuring => self.stop_measuring(now),
            Action::KeepTest => self.keep_test(now),
            Action::TestHurts => self.test_hurts(now),
            Action::NotNow(asking) => self.not_now(asking, now),
            Action::AnswerReminder { rule, due_ms, answer } => {
                self.answer_reminder(&rule, due_ms, answer, now)
            }
            Action::Sit(sits) => self.sit(sits, now),
            Action::AnswerOffer(yes) => self.answer_offer(yes, now),
            Action::KeepTry(exercise) => self.keep_try(&exercise, now),
            Action::MakeTrack => self.make_track(),
            Action::ReadDriveCheck => self.read_drive_check(),
            Action::DrawDesign(drawing) => self.draw_design(drawing, now),
            Action::StartInAWeek(waits) => self.start_in_a_week(waits, now),
            Action::AskToNotify => vec![Effect::AskToNotify],
            Action::Disagree { about, withdrawn } => self.disagree(about, withdrawn, now),
            Action::ChangeItem(choice) => self.change_item(choice, now),
        }
    }

    fn note(&mut self, change: impl FnOnce(&mut Self)) -> Vec<Effect> {
        change(self);
        Vec::new()
    }

    /// What the screen shows at this moment.
    #[must_use]
    pub fn view(&self, now: &Moment) -> View {
        View { frame: self.frame(), page: self.page(now) }
    }

    /// Whose device this is and what the shell knew.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The address of what is shown.
    #[must_use]
    pub const fn route(&self) -> &Route {
        &self.route
    }

    /// Grows by one whenever another page or screen is shown: the moment to move the focus to its heading.
    #[must_use]
    pub const fn pages_shown(&self) -> u64 {
        self.pages_shown
    }

    /// The state of the journal as this client knows it.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }
}

/// Whether an action would add to the journal.
const fn writes(action: &Action) -> bool {
    matches!(
        action,
        Action::Continue
            | Action::NoneOfThese
            | Action::Begin
            | Action::NothingNew
            | Action::SomethingNew
            | Action::StartSession
            | Action::InSession(_)
            | Action::FinishFeedback
            | Action::DidHabit(_)
            | Action::KeepTest
            | Action::TestHurts
            | Action::NotNow(_)
            | Action::AnswerReminder { .. }
            | Action::Sit(_)
            | Action::KeepTry(_)
            | Action::DrawDesign(_)
            | Action::StartInAWeek(_)
            | Action::AnswerOffer(_)
            | Action::Disagree { .. }
            | Action::ChangeItem(_)
            | Action::Set(_)
            | Action::EraseEverything
            | Action::Type { .. }
            | Action::Choose { .. }
            | Action::Toggle { .. }
    )
}
