//! The one client of this page and what it shows: takes actions in, carries effects out, tells the view.
//!
//! Actions queue: one that arises while another is being handled waits for its turn, so the client never sees
//! itself half done. What this module does not do: draw, or touch the browser; `root`, `page` and `platform` do.

use core::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use counterpose_app::view::{Frame, GaugeNow, Page, SessionNow, View};
use counterpose_app::{Action, Client};
use leptos::prelude::*;
use uuid::Uuid;

use crate::platform::clock::Clock;
use crate::platform::js::{Frames, Interval, Timeout};
use crate::platform::screen::{self, Awake};
use crate::platform::store::BrowserStore;
use crate::platform::tabs::{Broadcast, Line};
use crate::platform::tilt::Tilt;
use crate::platform::tones::Tones;

/// What the page shows, as signals.
#[derive(Clone, Copy)]
pub struct Shown {
    /// What surrounds the page.
    pub frame: RwSignal<Frame>,
    /// The page.
    pub page: RwSignal<Page>,
    /// What changes from frame to frame in a session.
    pub now: RwSignal<Option<SessionNow>>,
    /// What changes from moment to moment while a home test is measured.
    pub gauge: RwSignal<Option<GaugeNow>>,
    /// What screen readers are told when they have time.
    pub polite: RwSignal<String>,
    /// What screen readers are told at once.
    pub urgent: RwSignal<String>,
}

/// The client and everything it drives.
pub struct Shell {
    pub(crate) client: RefCell<Client>,
    pub(crate) person: Uuid,
    pub(crate) store: BrowserStore,
    pub(crate) shown: Shown,
    pub(crate) clock: Clock,
    pub(crate) tones: Tones,
    pub(crate) awake: Awake,
    pub(crate) tilt: Tilt,
    pub(crate) ticks: RefCell<Option<Interval>>,
    pub(crate) sync_wait: RefCell<Option<Timeout>>,
    pub(crate) remind_wait: RefCell<Option<Timeout>>,
    pub(crate) line: RefCell<Option<Line>>,
    pub(crate) broadcast: RefCell<Option<Broadcast>>,
    frames: RefCell<Option<Frames>>,
    queue: RefCell<VecDeque<Action>>,
    busy: Cell<bool>,
}

/// A handle that components keep: sends actions.
#[derive(Clone, Copy)]
pub struct Act(StoredValue<Rc<Shell>, LocalStorage>);

impl Act {
    /// A handle to this shell, for as long as the present owner lives.
    #[must_use]
    pub fn new(shell: &Rc<Shell>) -> Self {
        Self(StoredValue::new_local(Rc::clone(shell)))
    }

    /// Something happened.
    pub fn send(self, action: Action) {
        if let Some(shell) = self.0.try_get_value() {
            shell.act(action);
        }
    }

    /// What the page shows.
    #[must_use]
    pub fn shown(self) -> Option<Shown> {
        self.0.try_get_value().map(|shell| shell.shown)
    }
}

impl Shell {
    /// A shell around a client that has seen nothing yet. Needs a reactive owner.
    #[must_use]
    pub fn new(client: Client, person: Uuid, store: BrowserStore) -> Rc<Self> {
        let clock = Clock::default();
        let View { frame, page } = client.view(&clock.now());
        let shown = Shown {
            frame: RwSignal::new(frame),
            page: RwSignal::new(page),
            now: RwSignal::new(None),
            gauge: RwSignal::new(None),
            polite: RwSignal::new(String::new()),
            urgent: RwSignal::new(String::new()),
        };
        Rc::new(Self {
            client: RefCell::new(client),
            person,
            store,
            shown,
            clock,
            tones: Tones::default(),
            awake: Awake::default(),
            tilt: Tilt::default(),
            ticks: RefCell::default(),
            sync_wait: RefCell::default(),
            remind_wait: RefCell::default(),
            line: RefCell::default(),
            broadcast: RefCell::default(),
            frames: RefCell::default(),
            queue: RefCell::default(),
            busy: Cell::new(false),
        })
    }

    /// Something happened: the client decides, its effects are carried out, the screen follows.
    pub fn act(self: &Rc<Self>, action: Action) {
        // Browsers let sound begin only inside a tap.
        if matches!(
            action,
            Action::StartSession
                | Action::InSession(_)
                | Action::TrySound
                | Action::SetZero
                | Action::StartWatch { .. }
        ) {
            self.tones.wake();
        }
        self.queue.borrow_mut().push_back(action);
        if self.busy.replace(true) {
            return;
        }
        loop {
            let Some(action) = self.queue.borrow_mut().pop_front() else { break };
            let effects = self.client.borrow_mut().update(action, &self.clock.now());
            for effect in effects {
                self.carry_out(effect);
            }
        }
        self.busy.set(false);
        self.show();
    }

    /// Brings the signals up to the client, touching only what changed.
    fn show(self: &Rc<Self>) {
        let moment = self.clock.now();
        let (view, now, gauge) = {
            let client = self.client.borrow();
            (client.view(&moment), client.session_now(&moment), client.gauge_now(&moment))
        };
        let in_session = matches!(view.page, Page::Session(_));
        let moved = self.shown.frame.with_untracked(|old| old.page_number != view.frame.page_number);
        let trouble = !moved && !self.shown.page.with_untracked(has_problem) && has_problem(&view.page);
        update(self.shown.now, now);
        update(self.shown.gauge, gauge);
        update(self.shown.page, view.page);
        update(self.shown.frame, view.frame);
        self.animate(in_session);
        if moved || trouble {
            wasm_bindgen_futures::spawn_local(async move {
                // After the page has been drawn.
                crate::platform::js::pause(0).await;
                if moved { screen::to_heading() } else { screen::to_element("problem") }
            });
        }
    }

    /// While a session runs, what changes from second to second is asked for before every drawn frame.
    fn animate(self: &Rc<Self>, in_session: bool) {
        let runs = self.frames.borrow().is_some();
        if in_session == runs {
            return;
        }
        let shell = Rc::downgrade(self);
        let frames = in_session.then(|| {
            Frames::new(move || {
                let Some(shell) = shell.upgrade() else { return };
                let now = shell.client.borrow().session_now(&shell.clock.now());
                update(shell.shown.now, now);
            })
        });
        drop(self.frames.replace(frames));
    }
}

fn has_problem(page: &Page) -> bool {
    match page {
        Page::Form(form) => form.problem.is_some(),
        Page::Test(test) => test.problem.is_some(),
        _ => false,
    }
}

fn update<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|old| *old != value) {
        signal.set(value);
    }
}
