//! Carries out what the client asks for, and answers.

use std::rc::Rc;

use counterpose_app::effect::Effect;
use counterpose_app::sync::{ANSWER_WITHIN_MS, Event, Failure, Order, Request};
use counterpose_app::{Action, account};
use counterpose_journal::{Cursor, Entry, JournalStore, StoreError};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::platform::js::{self, Interval, Timeout};
use crate::platform::tilt::Said;
use crate::platform::{address, language, network, notify, offline, save, storage, voice};
use crate::shell::Shell;

/// The named value that remembers how far the sync got.
pub(crate) const SYNC_PROGRESS: &str = "sync-progress";

/// The named value that remembers where a running session stands.
pub(crate) const SESSION_PLACE: &str = "session-place";

/// The named value that holds what reminders remember.
pub(crate) const REMINDERS: &str = "reminders";

/// Entries read at a time.
const PAGE: usize = 500;

impl Shell {
    pub(crate) fn carry_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::ReadJournal => {
                self.answer(|shell| async move { Action::JournalRead(shell.read_all().await) })
            }
            Effect::Append { ticket, entries } => self.answer(move |shell| async move {
                let result = shell.store.append(shell.person, &entries).await.map(|_| ());
                Action::Appended { ticket, result }
            }),
            Effect::Sync(order) => self.obey(order),
            Effect::FetchTexts(locale) => {
                let shell = Rc::clone(self);
                spawn_local(async move {
                    let pack = language::texts(locale).await;
                    shell.act(Action::TextsFetched { locale, pack });
                    // Another language, another voice.
                    crate::root::tell_abilities(&shell);
                });
            }
            Effect::RememberLanguage(locale) => language::remember(locale),
            Effect::Account(question) => self.answer(|_| async move {
                let body = question.body();
                let asked =
                    network::ask(question.method(), &question.path(), body.as_deref(), ANSWER_WITHIN_MS);
                let reply = asked.await.map(|answer| (answer.status, answer.body));
                Action::Account(account::Event::Replied { question, reply, origin: address::base() })
            }),
            Effect::TellOtherTabs => {
                if let Some(broadcast) = self.broadcast.borrow().as_ref() {
                    broadcast.tell();
                }
            }
            Effect::TakeOver => {
                let line = self.line.borrow().clone();
                if let Some(line) = line {
                    line.take_over();
                }
            }
            Effect::Speak { text, interrupt } => voice::speak(&text, &self.language(), interrupt),
            Effect::Hush => voice::hush(),
            Effect::Tone(tone) => self.tones.play(tone),
            Effect::KeepAwake(wanted) => {
                let shell = Rc::clone(self);
                self.awake.want(wanted, move || shell.act(Action::WakeLockLost));
            }
            Effect::Sensor(true) => {
                let shell = Rc::downgrade(self);
                self.tilt.start(move |said| {
                    if let Some(shell) = shell.upgrade() {
                        shell.act(match said {
                            Said::Status(status) => Action::Sensor(status),
                            Said::Up(up) => Action::Tilted(up),
                        });
                    }
                });
            }
            Effect::Sensor(false) => self.tilt.stop(),
            Effect::Navigate { route, replace } => address::show(&route, replace),
            Effect::Announce { text, urgent } => self.announce(text, urgent),
            Effect::SaveFile { name, media_type, text } => {
                if let Err(why) = save::file(&name, media_type, &text) {
                    self.announce(why, true);
                }
            }
            Effect::Print => crate::platform::screen::print(),
            Effect::KeepPlace(place) => {
                let shell = Rc::clone(self);
                spawn_local(async move {
                    let _kept =
                        shell.store.set_value(SESSION_PLACE, place.as_deref().unwrap_or_default()).await;
                });
            }
            Effect::KeepReminders(kept) => {
                let shell = Rc::clone(self);
                spawn_local(async move {
                    let _kept = shell.store.set_value(REMINDERS, &kept).await;
                });
            }
            Effect::RemindWithin { ms } => {
                let shell = Rc::downgrade(self);
                let wait = ms.and_then(|ms| {
                    Timeout::new(ms, move || {
                        if let Some(shell) = shell.upgrade() {
                            shell.act(Action::Tick);
                        }
                    })
                });
                let old = self.remind_wait.replace(wait);
                // It may be the old one's own turn that brought this.
                spawn_local(async move { drop(old) });
            }
            Effect::Notify { title, text } => notify::show(&title, &text),
            Effect::AskToNotify => {
                let shell = Rc::clone(self);
                spawn_local(async move {
                    let _answer = notify::ask().await;
                    crate::root::tell_abilities(&shell);
                });
            }
            Effect::LetUpdateIn => offline::restart(),
            Effect::RequestPersistence => {
                self.answer(|_| async { Action::StorageStatus(storage::ask_to_keep().await) });
            }
            Effect::Wake { every_ms } => self.wake(every_ms),
        }
    }

    /// Does something that takes its time and answers with an action.
    fn answer<Work, Answer>(self: &Rc<Self>, work: Work)
    where
        Work: FnOnce(Rc<Self>) -> Answer + 'static,
        Answer: Future<Output = Action> + 'static,
    {
        let shell = Rc::clone(self);
        spawn_local(async move {
            let action = work(Rc::clone(&shell)).await;
            shell.act(action);
        });
    }

    fn obey(self: &Rc<Self>, order: Order) {
        match order {
            Order::Ask { ticket, request } => self.answer(move |_| async move {
                Action::Sync(Event::Replied { ticket, reply: ask(&request).await })
            }),
            Order::Wait { ticket, delay_ms } => {
                let shell = Rc::downgrade(self);
                let wait = Timeout::new(delay_ms, move || {
                    if let Some(shell) = shell.upgrade() {
                        shell.act(Action::Sync(Event::TimeUp { ticket }));
                    }
                });
                let old = self.sync_wait.replace(wait);
                // It may be the old one's own turn that brought this.
                spawn_local(async move { drop(old) });
            }
            Order::Save(progress) => {
                let shell = Rc::clone(self);
                spawn_local(async move {
                    if let Ok(text) = serde_json::to_string(&progress) {
                        // Losing it costs time, never entries.
                        let _saved = shell.store.set_value(SYNC_PROGRESS, &text).await;
                    }
                });
            }
            // Comes as an append.
            Order::Keep { .. } => {}
        }
    }

    async fn read_all(&self) -> Result<Vec<Entry>, StoreError> {
        let (mut entries, mut cursor) = (Vec::new(), Cursor::default());
        loop {
            let page = self.store.read(self.person, cursor, PAGE).await?;
            entries.extend(page.entries);
            cursor = page.cursor;
            if !page.more {
                return Ok(entries);
            }
        }
    }

    fn wake(self: &Rc<Self>, every_ms: Option<u32>) {
        let shell = Rc::downgrade(self);
        let ticks = every_ms.and_then(|every_ms| {
            Interval::new(every_ms, move || {
                if let Some(shell) = shell.upgrade() {
                    shell.act(Action::Tick);
                }
            })
        });
        let old = self.ticks.replace(ticks);
        // It may be the old one's own turn that brought this.
        spawn_local(async move { drop(old) });
    }

    /// Tells screen readers. The same words twice would go unheard, so the region is emptied first.
    fn announce(self: &Rc<Self>, text: String, urgent: bool) {
        const EMPTIED_MS: u32 = 60;
        let region = if urgent { self.shown.urgent } else { self.shown.polite };
        region.set(String::new());
        spawn_local(async move {
            js::pause(EMPTIED_MS).await;
            region.set(text);
        });
    }

    pub(crate) fn language(&self) -> String {
        self.shown.frame.with_untracked(|frame| frame.language.clone())
    }
}

async fn ask(request: &Request) -> counterpose_app::sync::Reply {
    let body = request.body();
    match network::ask(request.method(), &request.path(), body.as_deref(), ANSWER_WITHIN_MS).await {
        // Nobody here speaks this protocol: the files are served by something else, and that is fine.
        Some(network::Answer { status: 404, .. }) if request == &Request::Hello => Err(Failure::Unreachable),
        Some(answer) => request.read(answer.status, &answer.body),
        None => Err(Failure::Unreachable),
    }
}
