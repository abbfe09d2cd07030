//! What the client wants done: plain values that a shell carries out and answers with actions.
//!
//! The client itself touches nothing. What this module does not do: carry anything out.

use counterpose_content::Locale;
use counterpose_journal::entry::Entry;

use crate::route::Route;

/// Something the shell is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the whole journal of this person; answer with [`crate::action::Action::JournalRead`].
    ReadJournal,
    /// Keep these entries, all or none; answer with [`crate::action::Action::Appended`] and the same ticket.
    Append {
        /// Names this append in the answer.
        ticket: u64,
        /// What to keep.
        entries: Vec<Entry>,
    },
    /// An order of the sync: ask the server, remember how far it got, or wait. Answered with
    /// [`crate::action::Action::Sync`]. [`crate::sync::Order::Keep`] never leaves: it comes as an append.
    Sync(crate::sync::Order),
    /// Fetch the texts of this language; answer with [`crate::action::Action::TextsFetched`].
    FetchTexts(Locale),
    /// Start in this language from now on.
    RememberLanguage(Locale),
    /// Ask the server about accounts; answer with [`crate::account::Event::Replied`].
    Account(crate::account::Question),
    /// Tell other tabs of this browser that the journal grew.
    TellOtherTabs,
    /// Make this tab the one that writes; answer with [`crate::action::Action::Writer`].
    TakeOver,
    /// Say this with a voice that runs on the device; silently nothing where there is none.
    Speak {
        /// What to say.
        text: String,
        /// Stop what is being said first.
        interrupt: bool,
    },
    /// Stop speaking.
    Hush,
    /// Play a tone.
    Tone(Tone),
    /// Keep the screen awake, or no longer.
    KeepAwake(bool),
    /// Listen to the tilt sensor, asking for leave where the browser wants it (this comes inside a tap), or no longer.
    /// Answer with [`crate::action::Action::Sensor`], then [`crate::action::Action::Tilted`].
    Sensor(bool),
    /// Show this address; `replace` leaves no step to go back to.
    Navigate {
        /// The page.
        route: Route,
        /// Whether the present page is left out of the way back.
        replace: bool,
    },
    /// Tell screen readers.
    Announce {
        /// What.
        text: String,
        /// Whether it may interrupt.
        urgent: bool,
    },
    /// Offer a file to save.
    SaveFile {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// What stands in it.
        text: String,
    },
    /// Let the person print the page.
    Print,
    /// Keep where the running session stands for [`crate::Client::with_place`], or forget it; losing it costs nothing
    /// that the journal holds.
    KeepPlace(Option<String>),
    /// Keep what reminders remember for [`crate::Client::with_reminders`]; losing it costs a reminder at most.
    KeepReminders(String),
    /// Send one [`crate::action::Action::Tick`] after so many milliseconds, in the place of an earlier wish of this kind;
    /// `None` takes it back. Later is fine: what was due is worked out then.
    RemindWithin {
        /// Milliseconds.
        ms: Option<u32>,
    },
    /// Show a small notice of the browser, where the person allowed it and the page is in the background.
    Notify {
        /// Its title, which others may see.
        title: String,
        /// One action.
        text: String,
    },
    /// Ask the browser for small notices; answer with [`crate::action::Action::Abilities`].
    AskToNotify,
    /// Let the newer version in that waits; the page loads again.
    LetUpdateIn,
    /// Ask the browser not to throw the journal away; answer with [`crate::action::Action::StorageStatus`].
    RequestPersistence,
    /// Send [`crate::action::Action::Tick`] every so many milliseconds; `None` stops it.
    Wake {
        /// Milliseconds between ticks.
        every_ms: Option<u32>,
    },
}

/// A short sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A step begins.
    Start,
    /// 3, 2, 1.
    Count,
    /// A step ends.
    End,
    /// Change sides.
    Side,
    /// The session is over.
    Finished,
}
