//! From nothing to a running app: opens the storage, makes the client, mounts the page, listens to the browser.

use std::rc::Rc;

use counterpose_app::action::{Abilities, Action};
use counterpose_app::sync::Progress;
use counterpose_app::{Client, Setup};
use counterpose_content::{Locale, Texts};
use counterpose_journal::StoreError;
use leptos::mount::mount_to;
use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::effects::{REMINDERS, SESSION_PLACE, SYNC_PROGRESS};
use crate::part::frame;
use crate::platform::js::Listener;
use crate::platform::screen::{self, Awake};
use crate::platform::store::{BrowserStore, DATABASE};
use crate::platform::tabs::{Broadcast, Line};
use crate::platform::{address, clock, closed, language, notify, offline, storage, voice};
use crate::shell::{Act, Shell};

/// Runs until the page goes away.
pub async fn run() {
    let Known { store, person, device, progress, place: session_place, reminders } = match known().await {
        Ok(known) => known,
        // The client starts all the same and says what is wrong; nothing can be lost that was never kept.
        Err(_) => Known {
            store: BrowserStore::unopened(DATABASE),
            person: fresh(),
            device: fresh(),
            progress: None,
            place: None,
            reminders: None,
        },
    };
    let setup = Setup {
        device,
        languages: language::preferred(),
        has_server: screen::has_server(),
        asked_language: language::asked(),
    };
    let Some(texts) = first_texts(setup.locale()).await else {
        // `boot.js` says so in words of its own.
        return offline::panicked("the texts of the app could not be loaded");
    };
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    place.set_text_content(None);
    let mounted = mount_to(place, move || {
        let client = Client::new(setup, texts)
            .with_progress(progress)
            .with_place(session_place)
            .with_reminders(reminders);
        let shell = Shell::new(client, person, store);
        let listeners = listen(&shell);
        on_cleanup_local(listeners);
        begin(&shell);
        frame::whole(Act::new(&shell), shell.shown)
    });
    mounted.forget();
}

/// The texts of this language, or else of any other that can be had: the client asks for the right ones again.
async fn first_texts(wanted: Locale) -> Option<Texts> {
    for locale in [wanted].into_iter().chain(Locale::OFFERED) {
        if let Some(pack) = language::texts(locale).await {
            return Some(Texts::of(locale, pack));
        }
    }
    None
}

/// What earlier starts left behind.
struct Known {
    store: BrowserStore,
    /// Names the journal in this browser; servers have a name of their own for it.
    person: Uuid,
    device: Uuid,
    progress: Option<Progress>,
    /// Where a session stood that was cut short.
    place: Option<String>,
    /// What reminders remember.
    reminders: Option<String>,
}

async fn known() -> Result<Known, StoreError> {
    let store = BrowserStore::open(DATABASE).await?;
    let person = named(&store, "person").await?;
    let device = named(&store, "device").await?;
    let progress = store.value(SYNC_PROGRESS).await?.and_then(|text| serde_json::from_str(&text).ok());
    let place = store.value(SESSION_PLACE).await?.filter(|text| !text.is_empty());
    let reminders = store.value(REMINDERS).await?.filter(|text| !text.is_empty());
    Ok(Known { store, person, device, progress, place, reminders })
}

async fn named(store: &BrowserStore, name: &str) -> Result<Uuid, StoreError> {
    let text = store.value_or_set(name, &fresh().to_string()).await?;
    Uuid::parse_str(&text).map_err(|error| StoreError::Corrupt { detail: format!("{name}: {error}") })
}

fn fresh() -> Uuid {
    clock::Clock::default().now().identifier(0)
}

/// The first things the client hears.
fn begin(shell: &Rc<Shell>) {
    shell.act(Action::Opened { path: address::path() });
    shell.act(Action::Online(screen::online()));
    tell_abilities(shell);
    let (for_line, for_others) = (Rc::downgrade(shell), Rc::downgrade(shell));
    *shell.broadcast.borrow_mut() = Some(Broadcast::new(move || {
        if let Some(shell) = for_others.upgrade() {
            shell.act(Action::OtherTabWrote);
        }
    }));
    *shell.line.borrow_mut() = Some(Line::join(move |writes| {
        if let Some(shell) = for_line.upgrade() {
            shell.act(Action::Writer(writes));
        }
    }));
    let shell = Rc::clone(shell);
    spawn_local(async move { shell.act(Action::StorageStatus(storage::status().await)) });
}

pub(crate) fn tell_abilities(shell: &Rc<Shell>) {
    let offline = offline::now();
    shell.act(Action::Abilities(Abilities {
        secure: screen::secure(),
        local_voice: voice::available(&shell.language()),
        wake_lock: Awake::available(),
        offline_ready: offline.ready,
        update_waits: offline.update_waits,
        notifications: notify::state(),
    }));
}

/// Everything the browser may say from now on.
fn listen(shell: &Rc<Shell>) -> Vec<Listener> {
    let mut all = Vec::new();
    let own = Rc::clone(shell);
    all.extend(address::watch(move |path| own.act(Action::WentTo { path })));
    let own = Rc::clone(shell);
    all.extend(screen::watch_online(move |online| own.act(Action::Online(online))).into_iter().flatten());
    let own = Rc::clone(shell);
    all.extend(screen::watch_visible(move |visible| {
        own.act(Action::Visible(visible));
        if visible {
            let shell = Rc::clone(&own);
            own.awake.shown(move || shell.act(Action::WakeLockLost));
        }
    }));
    let own = Rc::clone(shell);
    all.extend(voice::watch(move || tell_abilities(&own)));
    let own = Rc::clone(shell);
    all.extend(offline::watch(move |_| tell_abilities(&own)));
    let own = Rc::clone(shell);
    all.extend(closed::watch(move |how| own.act(Action::ClosedStands(how))));
    all
}

/// Keeps listeners until the page is taken down.
fn on_cleanup_local(listeners: Vec<Listener>) {
    let _kept = StoredValue::new_local(listeners);
}
