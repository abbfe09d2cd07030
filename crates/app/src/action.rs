//! Everything that can happen to the client: what the person does and what the shell reports.
//!
//! View models carry the actions of their buttons, so a shell never makes up what a tap means. What this module
//! does not do: carry them out; `client` does.

use counterpose_content::{Locale, Pack};
use counterpose_journal::entry::Entry;
use counterpose_journal::payload::PlanChoice;
use counterpose_journal::port::StoreError;
use counterpose_quantity::Side;
use serde_json::Value;

use crate::route::{Asking, Route};

pub use crate::player::Command as SessionCommand;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The shell is up; the address bar holds this path. The first action of all.
    Opened {
        /// The path below the root, for example `/library/clamshell`.
        path: String,
    },
    /// The address bar changed (back, forward, a typed address).
    WentTo {
        /// The path below the root.
        path: String,
    },
    /// The person chose a page.
    Go(Route),
    /// The journal was read, or could not be.
    JournalRead(Result<Vec<Entry>, StoreError>),
    /// An append came back.
    Appended {
        /// The ticket of [`crate::effect::Effect::Append`].
        ticket: u64,
        /// What became of it.
        result: Result<(), StoreError>,
    },
    /// Try again what could not be kept.
    RetryKeeping,
    /// This tab may write (true), or another tab does and this one follows (false).
    Writer(bool),
    /// Another tab wrote: what it wrote is in the journal now.
    OtherTabWrote,
    /// The person wants this tab to be the one that writes.
    TakeOver,
    /// The browser says whether there is a network.
    Online(bool),
    /// An order of the sync was carried out, answered, or is due.
    Sync(crate::sync::Event),
    /// The texts of a language came, or could not be had.
    TextsFetched {
        /// The language of [`crate::effect::Effect::FetchTexts`].
        locale: Locale,
        /// Its texts.
        pack: Option<Pack>,
    },
    /// Try again to fetch the texts of the chosen language.
    RetryTexts,
    /// Something about accounts: a form was sent, a button pressed, or the server answered.
    Account(crate::account::Event),
    /// What the browser says about its storage.
    StorageStatus(StorageStatus),
    /// What the browser can do here.
    Abilities(Abilities),
    /// The wake lock was taken away by the browser, or speech failed: said in a notice, nothing else happens.
    WakeLockLost,
    /// Time passed. Sent as often as [`crate::effect::Effect::Wake`] asked for, or oftener.
    Tick,
    /// The page was hidden (false) or shown again (true).
    Visible(bool),
    /// Close a notice.
    Dismiss(NoticeId),
    /// Let the newer version in that waits.
    LetUpdateIn,

    /// Begin the first visit.
    Begin,
    /// Text was typed into a field. Kept as typed until the screen is left.
    Type {
        /// Which field.
        field: Field,
        /// What stands in it now.
        text: String,
    },
    /// One of several was chosen, or taken back when it was chosen already.
    Choose {
        /// Which field.
        field: Field,
        /// The value, as it will stand in the answers.
        value: Value,
    },
    /// One of any number was switched on or off.
    Toggle {
        /// Which field.
        field: Field,
        /// The member.
        value: String,
    },
    /// "None of these": the rest of this screen's questions are answered no, and on to the next.
    NoneOfThese,
    /// On to the next screen.
    Continue,
    /// To the screen before; loses nothing.
    Back,
    /// Show the whole library again.
    ClearFilters,
    /// Open or close something on the page (a reason, a list of sources).
    Unfold(String),

    /// Start today's session.
    StartSession,
    /// What the person does inside a session.
    InSession(SessionCommand),
    /// The answers after a session are given.
    FinishFeedback,
    /// "Nothing new": the one-line check-in.
    NothingNew,
    /// "Something is new": to the whole list.
    SomethingNew,
    /// A habit was done or a drive prepared.
    DidHabit(String),

    /// Measure this side of the test on the page with the phone.
    Measure {
        /// Which side, where the test has sides.
        side: Option<Side>,
    },
    /// What the browser says about its tilt sensor.
    Sensor(SensorStatus),
    /// What the tilt sensor says: which way is up, seen from the phone (X right, Y to the top, Z out of the screen).
    Tilted([f64; 3]),
    /// Set the zero and measure from it.
    SetZero,
    /// Start the watch for this side of the test on the page.
    StartWatch {
        /// Which side, where the test has sides.
        side: Option<Side>,
    },
    /// Stop the watch, or the measurement.
    StopMeasuring,
    /// Keep what the test on the page gave.
    KeepTest,
    /// The test hurts: stop it and leave it alone for a while.
    TestHurts,
    /// Not now: what the diary asks is left for its time, or for this once.
    NotNow(Asking),
    /// What was done with a reminder.
    AnswerReminder {
        /// Its rule.
        rule: String,
        /// When it was due; with the rule its name.
        due_ms: i64,
        /// What was done.
        answer: ReminderAnswer,
    },
    /// The person sits down (true) or gets up.
    Sit(bool),
    /// Yes or no to the offer of reminders.
    AnswerOffer(bool),
    /// Ask the browser whether it shows small notices; this comes inside a tap.
    AskToNotify,
    /// Keep a try of this exercise: a movement before and after it.
    KeepTry(String),
    /// Make the track for a drive as picked.
    MakeTrack,
    /// Read the check before a drive aloud.
    ReadDriveCheck,
    /// Draw a design; it cannot be changed afterwards.
    DrawDesign(Drawing),
    /// A week of diary before the plan (true), or the plan now after all.
    StartInAWeek(bool),
    /// Disagree with something shown (`pattern:front-of-hip`), or take that back.
    Disagree {
        /// With what.
        about: String,
        /// Whether an earlier disagreement is taken back.
        withdrawn: bool,
    },
    /// Change an item of the plan.
    ChangeItem(PlanChoice),

    /// A setting.
    Set(Setting),
    /// Print the page.
    Print,
    /// Save everything this browser holds as a file.
    Export,
    /// Forget everything, here and on every device and server this one syncs with.
    EraseEverything,
    /// Ask the browser not to throw the journal away.
    AskToKeep,
    /// Try the voice or a tone.
    TrySound,
}

/// A field of a form. Its texts and its place in the answers follow from it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Years.
    Age,
    /// Female, male or rather not say.
    Sex,
    /// Where it hurts.
    Sites,
    /// Which side.
    Side,
    /// What the legs feel.
    LegSymptoms,
    /// 0 to 10 now.
    PainNow,
    /// How long it has been there.
    Duration,
    /// A safety question, by its identifier.
    Question(String),
    /// A part of a safety question that has parts, by question and part.
    QuestionPart(String, String),
    /// Hours of sitting a day.
    Sitting,
    /// Hours of driving a day.
    Driving,
    /// What to take care with.
    Precautions,
    /// A detail of a precaution, by its identifier and the detail.
    PrecautionDetail(String, String),
    /// 0 to 10 before a session.
    PainBefore,
    /// A fall, or legs that feel different: asked at the check-in.
    Changed,
    /// How hard the session was.
    Effort,
    /// How it felt afterwards.
    AfterPain,
    /// The country, for its emergency number.
    Country,
    /// Which setting, by name.
    Setting(&'static str),
    /// What a clinician looked at, by the rule's identifier.
    Cleared,
    /// Who looked.
    ClearedBy,
    /// When they looked.
    ClearedWhen,
    /// Words to search the library with.
    Search,
    /// A filter of the library, by name.
    Filter(String),
    /// The way a test is answered: by feel, by number, with the phone.
    TestWay,
    /// An answer to a question of a test, for one side.
    TestAnswer {
        /// The value it gives.
        key: String,
        /// The side, where the test has sides.
        side: Option<Side>,
    },
    /// One take of a test's number.
    TestTake {
        /// The side, where the test has sides.
        side: Option<Side>,
        /// Which take, from 0.
        nth: u8,
    },
    /// What a number was measured with.
    TestMethod,
    /// The side that stands out.
    TestSide,
    /// Something asked, shown and not counted, by its name.
    Noted(String),
    /// The day a line of the diary is about.
    DiaryDay,
    /// Pain of that day on average.
    DayAverage,
    /// Pain of that day at its worst.
    DayWorst,
    /// Whether it was a flare.
    DayFlare,
    /// What the person wants back, by kind.
    GoalKinds,
    /// The same in their own words, from 0.
    GoalWords(u8),
    /// How well a goal goes now, from 0.
    GoalNow(u8),
    /// How well it should go, from 0.
    GoalTarget(u8),
    /// For how long it is bearable, from 0.
    GoalMinutes(u8),
    /// How much pain got in the way of something, by its name.
    Interference(&'static str),
    /// The statements that describe today.
    Statements,
    /// How it is compared with the start.
    GlobalChange,
    /// What a total from a clinic is of.
    ClinicInstrument,
    /// The total.
    ClinicTotal,
    /// Minutes between the tones of a track.
    TrackTone,
    /// Minutes to its call to stop.
    TrackStop,
    /// The movement of a try.
    TryMovement,
    /// How it was before.
    TryBefore,
    /// How it was after.
    TryAfter,
}

impl Field {
    /// An identifier fit for the page (`id` attribute, tests).
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Age => "age".into(),
            Self::Sex => "sex".into(),
            Self::Sites => "sites".into(),
            Self::Side => "side".into(),
            Self::LegSymptoms => "leg-symptoms".into(),
            Self::PainNow => "pain-now".into(),
            Self::Duration => "duration".into(),
            Self::Question(id) => format!("question-{id}"),
            Self::QuestionPart(id, part) => format!("question-{id}-{part}"),
            Self::Sitting => "sitting".into(),
            Self::Driving => "driving".into(),
            Self::Precautions => "precautions".into(),
            Self::PrecautionDetail(id, detail) => format!("precaution-{id}-{detail}"),
            Self::PainBefore => "pain-before".into(),
            Self::Changed => "changed".into(),
            Self::Effort => "effort".into(),
            Self::AfterPain => "after-pain".into(),
            Self::Country => "country".into(),
            Self::Setting(name) => format!("setting-{name}"),
            Self::Cleared => "cleared".into(),
            Self::ClearedBy => "cleared-by".into(),
            Self::ClearedWhen => "cleared-when".into(),
            Self::Search => "search".into(),
            Self::Filter(name) => format!("filter-{name}"),
            Self::TestWay => "test-way".into(),
            Self::TestAnswer { key, side } => format!("test-{}{}", key.replace('_', "-"), of_side(*side)),
            Self::TestTake { side, nth } => format!("test-take-{nth}{}", of_side(*side)),
            Self::TestMethod => "test-method".into(),
            Self::TestSide => "test-side".into(),
            Self::Noted(name) => format!("noted-{name}"),
            Self::DiaryDay => "diary-day".into(),
            Self::DayAverage => "day-average".into(),
            Self::DayWorst => "day-worst".into(),
            Self::DayFlare => "day-flare".into(),
            Self::GoalKinds => "goal-kinds".into(),
            Self::GoalWords(n) => format!("goal-words-{n}"),
            Self::GoalNow(n) => format!("goal-now-{n}"),
            Self::GoalTarget(n) => format!("goal-target-{n}"),
            Self::GoalMinutes(n) => format!("goal-minutes-{n}"),
            Self::Interference(name) => format!("interference-{name}"),
            Self::Statements => "statements".into(),
            Self::GlobalChange => "global-change".into(),
            Self::ClinicInstrument => "clinic-instrument".into(),
            Self::ClinicTotal => "clinic-total".into(),
            Self::TrackTone => "track-tone".into(),
            Self::TrackStop => "track-stop".into(),
            Self::TryMovement => "try-movement".into(),
            Self::TryBefore => "try-before".into(),
            Self::TryAfter => "try-after".into(),
        }
    }

    /// Whether words are typed into it, not a number.
    #[must_use]
    pub const fn takes_words(&self) -> bool {
        matches!(self, Self::Search | Self::GoalWords(_))
    }
}

fn of_side(side: Option<Side>) -> String {
    side.map(|side| format!("-{}", side.as_str())).unwrap_or_default()
}

/// What the browser says about its tilt sensor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SensorStatus {
    /// It speaks.
    Speaks,
    /// The page was not loaded over https.
    Insecure,
    /// There is none, or it says nothing.
    Missing,
    /// The person or the browser said no.
    Denied,
}

impl SensorStatus {
    /// The identifier; what is wrong is the text `tilt-off-<id>`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Speaks => "speaks",
            Self::Insecure => "insecure",
            Self::Missing => "missing",
            Self::Denied => "denied",
        }
    }
}

/// A setting, as the person picks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The language of the texts.
    Language(Locale),
    /// Light, dark or like the system.
    Theme(Theme),
    /// Spoken cues.
    Voice(bool),
    /// Tones.
    Tones(bool),
    /// Figures as in a mirror.
    Mirror(bool),
    /// How large the text is.
    TextSize(TextSize),
    /// The country, for its emergency number; `None` is "rather not say".
    Country(Option<String>),
    /// What to be reminded of.
    Reminders(ReminderSetting),
}

/// What was done with a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderAnswer {
    /// Done.
    Done,
    /// Not this time.
    Skip,
    /// In a few minutes.
    Later,
}

/// A change of what to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderSetting {
    /// Everything off.
    Off,
    /// The squeeze after so many minutes of sitting; `None` is not at all.
    Every(Option<u16>),
    /// At most so many squeezes a day.
    Most(u8),
    /// Quiet hours, by their name.
    Night(&'static str),
    /// Walks, by the name of their times.
    Walks(&'static str),
    /// The hour of a drive.
    Departure(Option<i8>),
    /// After waking.
    Waking(bool),
    /// Quiet for so many minutes from now; `None` ends it.
    QuietMinutes(Option<u32>),
}

/// Whether the browser shows small notices of this page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notifications {
    /// It cannot, or not here.
    #[default]
    Missing,
    /// It can be asked.
    Ask,
    /// It does.
    Granted,
    /// The person or the browser said no.
    Denied,
}

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// The first day of the plan.
    Start,
    /// Blocks with and without.
    Blocks,
    /// Days with squeezes often and less often.
    Days,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How large text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the browser has it.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Larger,
}

/// What the browser says about its storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageStatus {
    /// Whether it promised to keep the journal; `None`: it did not say.
    pub persistent: Option<bool>,
    /// Bytes used; `None`: it did not say.
    pub used_bytes: Option<u64>,
    /// Bytes there may be; `None`: it did not say.
    pub quota_bytes: Option<u64>,
}

/// What the browser can do here; `false` is shown to the person with the reason where it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// The page was loaded over https or from this machine.
    pub secure: bool,
    /// There is a voice that runs on the device.
    pub local_voice: bool,
    /// The screen can be kept awake.
    pub wake_lock: bool,
    /// The app starts without a network from now on.
    pub offline_ready: bool,
    /// A newer version of the app is stored and waits to be let in.
    pub update_waits: bool,
    /// Small notices while the page is in the background.
    pub notifications: Notifications,
}

/// A notice that can be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeId {
    /// Something could not be kept.
    NotKept,
    /// The journal could not be read.
    NotRead,
    /// A later program wrote answers that this one cannot read.
    Newer,
    /// Another tab writes.
    Follower,
    /// The browser may throw the journal away.
    Storage,
    /// Not loaded over https.
    Insecure,
    /// The screen may go dark.
    WakeLock,
    /// The server wants a log-in.
    LogIn,
    /// This device's journal belongs to another account.
    OtherAccount,
    /// The server refused something.
    SyncProblem,
    /// The texts of the chosen language could not be had.
    Language,
    /// A newer version waits.
    Update,
    /// A reminder.
    Reminder,
}
