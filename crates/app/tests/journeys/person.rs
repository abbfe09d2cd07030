//! A person with a device: taps what the screen shows, keeps a journal in memory, and counts taps and screens.
//!
//! Everything goes through the view models, so a journey cannot press a button that is not there.

use counterpose_app::action::{Action, Field};
use counterpose_app::view::{
    Block, Button, Choice, ChoiceField, InfoCard, Page, QuestionView, SessionNow, View,
};
use counterpose_app::{Client, Effect, Moment, Route, Setup};
use counterpose_content::Texts;
use counterpose_journal::Entry;
use counterpose_journal::port::StoreError;
use uuid::Uuid;

/// 2026-11-23, a Monday, nine in the morning.
pub const START_MS: i64 = 1_795_424_400_000;
pub const DAY_MS: i64 = 86_400_000;

pub struct Person {
    pub client: Client,
    /// What the device has kept.
    pub kept: Vec<Entry>,
    /// What the next appends answer.
    pub failing: Option<StoreError>,
    /// Appends that were asked for and not answered, when the device holds its breath.
    pub holding: bool,
    pub held: Vec<(u64, Vec<Entry>)>,
    /// Where a session stands, as the device keeps it beside the journal.
    pub place: Option<String>,
    /// What reminders remember, kept beside it too.
    pub reminders: Option<String>,
    /// Whether the texts of other languages are out of reach.
    pub without_texts: bool,
    pub now_ms: i64,
    entropy: u128,
    pub taps: usize,
    pub typed: usize,
    pub screens: usize,
    /// Everything asked of the shell, in order.
    pub effects: Vec<Effect>,
}

impl Person {
    pub fn new() -> Self {
        Self::at("/")
    }

    /// Somebody's other device.
    pub fn with_device(device: u128) -> Self {
        Self::start(Setup { device: Uuid::from_u128(device), ..setup() }, "/", device)
    }

    /// Somebody whose app lies on a host for plain files.
    pub fn without_server() -> Self {
        Self::start(Setup { has_server: false, ..setup() }, "/", 1)
    }

    pub fn at(path: &str) -> Self {
        Self::start(setup(), path, 1)
    }

    pub fn start(setup: Setup, path: &str, entropy: u128) -> Self {
        let mut person = Self {
            client: client(setup),
            kept: Vec::new(),
            failing: None,
            holding: false,
            held: Vec::new(),
            place: None,
            reminders: None,
            without_texts: false,
            now_ms: START_MS,
            entropy,
            taps: 0,
            typed: 0,
            screens: 1,
            effects: Vec::new(),
        };
        person.act(Action::Opened { path: path.into() });
        person
    }

    /// The same device after a reload: only what was kept is left.
    pub fn reload(&mut self) {
        let path = self.client.route().path();
        self.reload_at(&path);
    }

    pub fn reload_at(&mut self, path: &str) {
        self.client = client(setup()).with_place(self.place.clone()).with_reminders(self.reminders.clone());
        self.held.clear();
        self.act(Action::Opened { path: path.into() });
        self.quietly(Action::Writer(true));
    }

    pub fn moment(&mut self) -> Moment {
        self.entropy = self.entropy.wrapping_add(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
        Moment { now_ms: self.now_ms, offset_minutes: 0, zone: "UTC".into(), entropy: self.entropy }
    }

    pub fn act(&mut self, action: Action) {
        let page = self.client.pages_shown();
        let moment = self.moment();
        let effects = self.client.update(action, &moment);
        self.carry_out(effects);
        if self.client.pages_shown() != page {
            self.screens += 1;
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.effects.push(effect.clone());
            match effect {
                Effect::ReadJournal => {
                    let entries = self.kept.clone();
                    self.quietly(Action::JournalRead(Ok(entries)));
                }
                Effect::Append { ticket, entries } if self.holding => self.held.push((ticket, entries)),
                Effect::Append { ticket, entries } => {
                    let result = match &self.failing {
                        Some(error) => Err(error.clone()),
                        None => Ok(()),
                    };
                    if result.is_ok() {
                        self.keep(entries);
                    }
                    self.quietly(Action::Appended { ticket, result });
                }
                Effect::KeepPlace(place) => self.place = place,
                Effect::KeepReminders(kept) => self.reminders = Some(kept),
                Effect::FetchTexts(locale) => {
                    let pack = (!self.without_texts).then(|| counterpose_content::carried_pack(locale));
                    self.quietly(Action::TextsFetched { locale, pack });
                }
                _ => {}
            }
        }
    }

    fn keep(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            entry.check().expect("an entry that may be kept");
            assert!(self.kept.iter().all(|known| known.id != entry.id), "two entries share an identifier");
            self.kept.push(entry);
        }
    }

    /// An answer of the shell, which is no tap.
    pub fn quietly(&mut self, action: Action) {
        let moment = self.moment();
        let effects = self.client.update(action, &moment);
        self.carry_out(effects);
    }

    pub fn view(&mut self) -> View {
        let moment = self.moment();
        let view = self.client.view(&moment);
        let words = format!("{view:?}");
        assert!(!words.contains('⟦') && !words.contains("{$"), "words are missing: {words}");
        view
    }

    pub fn page(&mut self) -> Page {
        self.view().page
    }

    /// What the session page shows this second.
    pub fn session_now(&mut self) -> SessionNow {
        let moment = self.moment();
        let now = self.client.session_now(&moment).expect("a session");
        let words = format!("{now:?}");
        assert!(!words.contains('⟦') && !words.contains("{$"), "words are missing: {words}");
        now
    }

    pub fn tap(&mut self, action: Action) {
        let offered = actions(&self.view());
        assert!(offered.contains(&action), "no {action:?} on {:?}: {offered:#?}", self.client.route());
        self.taps += 1;
        self.now_ms += 1_500;
        self.act(action);
    }

    /// Taps the button, choice or question that carries this label.
    pub fn press(&mut self, label: &str) {
        let found = pressable(&self.view()).into_iter().find(|(words, _)| words == label);
        let (_, action) = found.unwrap_or_else(|| {
            let all: Vec<String> = pressable(&self.view()).into_iter().map(|(words, _)| words).collect();
            panic!("nothing says \"{label}\" on {:?}; there is {all:#?}", self.client.route())
        });
        self.tap(action);
    }

    pub fn type_in(&mut self, field: Field, text: &str) {
        self.typed += 1;
        self.taps += 1;
        self.now_ms += 2_500;
        self.act(Action::Type { field, text: text.into() });
    }

    /// Toggles a safety question by its identifier.
    pub fn toggle(&mut self, id: &str) {
        let question = questions(&self.view()).into_iter().find(|question| question.id == id);
        let action = question.unwrap_or_else(|| panic!("question {id} is not on the screen")).toggle;
        self.tap(action);
    }

    pub fn route(&self) -> Route {
        self.client.route().clone()
    }

    /// Runs the clock, looking at it often.
    pub fn wait(&mut self, ms: i64) {
        let until = self.now_ms + ms;
        while self.now_ms < until {
            self.now_ms = (self.now_ms + 200).min(until);
            self.act(Action::Tick);
        }
    }

    pub fn next_day(&mut self) {
        self.now_ms += DAY_MS;
        self.act(Action::Tick);
    }
}

/// A client in the language its setup asks for.
pub fn client(setup: Setup) -> Client {
    let texts = Texts::new(setup.locale());
    Client::new(setup, texts)
}

pub fn setup() -> Setup {
    let languages = vec!["en".into()];
    Setup { device: Uuid::from_u128(7), languages, has_server: true, asked_language: None }
}

/// Every action that a view offers.
pub fn actions(view: &View) -> Vec<Action> {
    pressable(view).into_iter().map(|(_, action)| action).collect()
}

/// Everything that can be pressed, with its words.
pub fn pressable(view: &View) -> Vec<(String, Action)> {
    let mut found = Vec::new();
    let frame = &view.frame;
    button(&frame.safety, &mut found);
    for item in &frame.navigation {
        found.push((item.label.clone(), Action::Go(item.route.clone())));
    }
    for notice in &frame.notices {
        buttons(&notice.buttons, &mut found);
    }
    page(&view.page, &mut found);
    found
}

type Found = Vec<(String, Action)>;

fn button(one: &Button, found: &mut Found) {
    found.push((one.label.clone(), one.action.clone()));
}

fn buttons(all: &[Button], found: &mut Found) {
    all.iter().for_each(|one| button(one, found));
}

fn cards<'a>(all: impl IntoIterator<Item = &'a InfoCard>, found: &mut Found) {
    all.into_iter().for_each(|card| buttons(&card.buttons, found));
}

fn choice(one: &Choice, found: &mut Found) {
    found.push((one.label.clone(), one.action.clone()));
    blocks(&one.inside, found);
}

fn field(one: &ChoiceField, found: &mut Found) {
    one.choices.iter().for_each(|one| choice(one, found));
}

fn blocks(all: &[Block], found: &mut Found) {
    for block in all {
        match block {
            Block::Choice(one) => field(one, found),
            Block::Questions(list) => {
                for question in &list.questions {
                    found.push((question.text.clone(), question.toggle.clone()));
                    blocks(&question.inside, found);
                }
            }
            Block::Text(_) | Block::Number(_) => {}
        }
    }
}

fn page(page: &Page, found: &mut Found) {
    match page {
        Page::Loading(_) => {}
        Page::Welcome(page) => {
            buttons(&[page.begin.clone(), page.more.clone()], found);
            page.languages.iter().for_each(|one| button(&one.button, found));
        }
        Page::Form(page) => {
            blocks(&page.blocks, found);
            page.back.iter().for_each(|one| button(one, found));
            button(&page.next, found);
            buttons(&page.others, found);
        }
        Page::Result(page) => {
            cards(&page.cards, found);
            cards(&page.unanswered, found);
            if let Some(start) = &page.start {
                for pattern in &start.patterns {
                    button(&pattern.fold.button, found);
                    pattern.disagree.iter().for_each(|one| button(one, found));
                }
                buttons(&start.buttons, found);
            }
            buttons(&page.buttons, found);
        }
        Page::Safety(page) => {
            field(&page.country, found);
            cards(&page.lists, found);
            buttons(&page.buttons, found);
        }
        Page::Today(page) => {
            let all = [
                &page.stop,
                &page.evening,
                &page.ask,
                &page.asking,
                &page.remind,
                &page.test,
                &page.drive,
                &page.habit,
                &page.done,
                &page.tomorrow,
            ];
            cards(all.into_iter().flatten(), found);
            page.check_in.iter().for_each(|card| buttons(&card.buttons, found));
            page.session.iter().flat_map(|card| &card.button).for_each(|one| button(one, found));
        }
        Page::Ready(page) => {
            page.items.iter().for_each(|item| button(&item.open, found));
            cards([&page.stop], found);
            blocks(&page.asked, found);
            page.start.iter().for_each(|one| button(one, found));
            button(&page.back, found);
        }
        Page::Session(page) => {
            // A question takes the place of the controls.
            match &page.question {
                Some(question) => buttons(&question.buttons, found),
                None => page
                    .controls
                    .iter()
                    .filter(|one| one.enabled)
                    .for_each(|one| button(&one.button(), found)),
            }
        }
        Page::Finished(page) => {
            page.questions.iter().for_each(|one| field(one, found));
            cards(&page.tomorrow, found);
            buttons(&page.buttons, found);
        }
        Page::Account(page) => {
            cards(&page.cards, found);
            buttons(&page.buttons, found);
        }
        Page::Card(page) => {
            cards(&page.cards, found);
            buttons(&page.buttons, found);
        }
        Page::Handout(page) => buttons(&page.buttons, found),
        Page::Drive(page) => {
            cards([&page.check, &page.companion], found);
            page.fields.iter().for_each(|one| field(one, found));
            page.make.iter().for_each(|one| button(one, found));
            buttons(&page.buttons, found);
        }
        Page::Plan(page) => {
            page.talk.iter().for_each(|card| buttons(&card.buttons, found));
            page.reading.iter().for_each(|list| button(&list.fold.button, found));
            for item in page.items.iter().chain(&page.ladders).chain(&page.habits) {
                button(&item.card.open, found);
                button(&item.fold.button, found);
                if let Some(change) = &item.change {
                    button(&change.fold.button, found);
                    buttons(&change.buttons, found);
                    buttons(&change.swaps, found);
                }
            }
            let lines = page.changes.iter().flat_map(|card| &card.lines);
            lines.flat_map(|line| &line.undo).for_each(|one| button(one, found));
            page.left_out.iter().for_each(|list| button(&list.fold.button, found));
            buttons(&page.buttons, found);
        }
        Page::Library(page) => {
            page.filters.iter().for_each(|one| field(one, found));
            page.items.iter().for_each(|item| button(&item.open, found));
            cards(&page.empty, found);
        }
        Page::Exercise(page) => {
            cards(&page.cards, found);
            if let Some(part) = &page.try_it {
                blocks(&part.fields, found);
                part.keep.iter().for_each(|one| button(one, found));
            }
            buttons(&page.related, found);
            button(&page.back, found);
        }
        Page::Settings(page) => {
            page.fields.iter().for_each(|one| field(one, found));
            button(&page.try_sound, found);
            cards(&page.reminders, found);
            cards([&page.data], found);
        }
        Page::Reminders(page) => {
            cards(page.sitting.iter().chain(&page.quiet).chain([&page.delivery]), found);
            page.fields.iter().for_each(|one| field(one, found));
            buttons(&page.buttons, found);
        }
        Page::About(page) => cards(&page.cards, found),
        Page::Progress(page) => {
            buttons(&page.goals.buttons, found);
            page.verdict.iter().for_each(|card| buttons(&card.buttons, found));
            cards(&page.look_back, found);
            page.charts.iter().for_each(|chart| button(&chart.fold.button, found));
            buttons(&page.buttons, found);
        }
        Page::Tests(page) => {
            cards([&page.today], found);
            page.list.iter().for_each(|line| button(&line.open, found));
            page.noted.fields.iter().for_each(|one| field(one, found));
            buttons(&page.buttons, found);
        }
        Page::Test(page) => {
            cards(&page.not_now, found);
            page.way.iter().for_each(|one| field(one, found));
            for side in &page.sides {
                blocks(&side.blocks, found);
                buttons(&side.buttons, found);
            }
            page.tilt.iter().for_each(|part| buttons(&part.buttons, found));
            page.watch.iter().flat_map(|part| &part.stop).for_each(|one| button(one, found));
            page.keep.iter().chain(&page.hurts).for_each(|one| button(one, found));
            page.found.iter().for_each(|card| buttons(&card.buttons, found));
            button(&page.back, found);
        }
    }
}

/// The safety questions on the screen.
pub fn questions(view: &View) -> Vec<QuestionView> {
    let Page::Form(form) = &view.page else { return Vec::new() };
    form.blocks
        .iter()
        .flat_map(|block| match block {
            Block::Questions(list) => list.questions.clone(),
            _ => Vec::new(),
        })
        .collect()
}
