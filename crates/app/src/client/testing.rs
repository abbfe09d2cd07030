//! A home test being done: what was given so far, the phone as a measure of angles, the watch, and what is kept.
//!
//! The run of a measurement lives in `coach`; this part feeds it with what the sensor says, turns its cues into
//! voice, tones and captions, and puts its takes into the same fields that a typed number goes to. What this module
//! does not do: keep anything, draw the page, or reach a sensor.

use counterpose_coach::intake::TestId;
use counterpose_coach::precaution::Gate;
use counterpose_coach::selftest::{Cue, Offer, Protocol, Run, SelfTest, SidesOf, Up, Watch, offer};
use counterpose_journal::Moment;
use counterpose_journal::payload::{Answers as AnswersEntry, Payload};
use counterpose_quantity::Side;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Client;
use crate::action::{Field, SensorStatus};
use crate::effect::{Effect, Tone};
use crate::flow::draft::Given;
use crate::pages::selftest::Way;
use crate::route::Route;

/// How often a measurement looks at the clock.
const TICK_MS: u32 = 100;
/// The section of the journal for what is noted and not counted, and for tests that hurt. It is no part of the
/// intake: nothing is decided on it but what to leave alone.
pub(super) const NOTED: &str = "noted";
/// Where the day of a test that hurt stands in it.
pub(super) const HURT: &str = "hurt-";

/// A test being done.
#[derive(Debug, Default)]
pub(super) struct Testing {
    pub(super) sensor: Sensor,
    pub(super) measuring: Option<Measuring>,
    pub(super) watching: Option<Watching>,
    /// What was said last, for the screen.
    pub(super) caption: Option<String>,
}

/// The tilt sensor as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sensor {
    /// Not asked for.
    #[default]
    Off,
    /// The browser is being asked.
    Asking,
    /// It speaks.
    On,
    /// It cannot be had.
    Refused(SensorStatus),
}

/// One side under the phone.
#[derive(Debug)]
pub(super) struct Measuring {
    pub(super) side: Option<Side>,
    /// Absent until the zero is asked for.
    pub(super) run: Option<Run>,
}

/// The watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Watching {
    pub(super) side: Option<Side>,
    pub(super) watch: Watch,
    pub(super) started_ms: i64,
    /// Whole seconds, once it stands.
    pub(super) stopped_s: Option<i64>,
}

impl Watching {
    /// Whole seconds shown now.
    pub(super) fn seconds(&self, now_ms: i64) -> i64 {
        let gone = self.stopped_s.unwrap_or_else(|| (now_ms - self.started_ms).max(0) / 1_000);
        match self.watch {
            Watch::Up { most_s } => gone.min(i64::from(most_s)),
            Watch::Down { from_s } => (i64::from(from_s) - gone).max(0),
        }
    }

    fn over(&self, now_ms: i64) -> bool {
        let (Watch::Up { most_s: whole_s } | Watch::Down { from_s: whole_s }) = self.watch;
        now_ms - self.started_ms >= i64::from(whole_s) * 1_000
    }
}

/// The test with this identifier.
pub(super) fn known_test(id: &str) -> Option<&'static SelfTest> {
    counterpose_content::selftests().iter().find(|test| test.id.as_str() == id)
}

/// The sides of a test, in the order asked.
pub(super) fn sides_of(test: &SelfTest) -> &'static [Option<Side>] {
    match test.sides {
        SidesOf::Each => &[Some(Side::Left), Some(Side::Right)],
        SidesOf::None | SidesOf::One => &[None],
    }
}

impl Client {
    /// What is offered today.
    pub(super) fn offered(&self) -> Offer {
        let intake = &self.decided.intake;
        let screening = counterpose_coach::screening::assess(intake);
        let gate = Gate::of(intake, &screening);
        offer(counterpose_content::selftests(), intake, &gate, &self.hurt_tests(), self.day)
    }

    /// Tests that were stopped for pain, with the day.
    fn hurt_tests(&self) -> Vec<(TestId, Date)> {
        let noted = self.noted_values();
        let days = noted.iter().filter_map(|(key, value)| {
            let test = TestId::parse(key.strip_prefix(HURT)?)?;
            Some((test, value.as_str()?.parse().ok()?))
        });
        days.collect()
    }

    /// What was noted and is not counted.
    pub(super) fn noted_values(&self) -> serde_json::Map<String, Value> {
        match self.state.sections.get(NOTED).map(|known| &known.value) {
            Some(Value::Object(values)) => values.clone(),
            _ => serde_json::Map::new(),
        }
    }

    pub(super) fn note_down(&mut self, key: &str, value: Value, now: &Moment) -> Vec<Effect> {
        let value = json!({ key: value });
        let entry = AnswersEntry { section: NOTED.to_owned(), value, part: true };
        self.record(vec![Payload::Answers(entry)], now)
    }

    /// Something is asked because people expect it: kept, shown, never counted.
    pub(super) fn noted(&mut self, key: &str, value: Value, now: &Moment) -> Vec<Effect> {
        if !self.may_move() || !crate::pages::selftest::NOTED_ASKED.iter().any(|(known, _)| *known == key) {
            return Vec::new();
        }
        self.note_down(key, value, now)
    }

    /// The test on the page, where it may be done now: like a session, only once the day's check-in is answered.
    pub(super) fn test_now(&self) -> Option<&'static SelfTest> {
        let Route::Test(id) = &self.route else { return None };
        let test = known_test(id)?;
        (self.is_checked_in() && self.offered().may_do(test.id)).then_some(test)
    }

    pub(super) fn way(&self, test: &SelfTest) -> Way {
        match self.draft.get(&Field::TestWay) {
            Some(Given::Value(Value::String(way))) => Way::parse(way, test),
            _ => Way::Feel,
        }
    }

    /// One side is to be measured with the phone: the browser is asked for the sensor, inside the tap.
    pub(super) fn measure(&mut self, side: Option<Side>) -> Vec<Effect> {
        let Some(test) = self.test_now().filter(|test| test.phone.is_some()) else { return Vec::new() };
        if !sides_of(test).contains(&side) {
            return Vec::new();
        }
        self.testing.measuring = Some(Measuring { side, run: None });
        self.testing.caption = None;
        if matches!(self.testing.sensor, Sensor::On | Sensor::Asking) {
            return Vec::new();
        }
        self.testing.sensor = Sensor::Asking;
        vec![Effect::Sensor(true)]
    }

    pub(super) fn sensor_said(&mut self, status: SensorStatus) -> Vec<Effect> {
        if self.testing.sensor == Sensor::Off {
            return Vec::new();
        }
        match status {
            SensorStatus::Speaks => {
                self.testing.sensor = Sensor::On;
                Vec::new()
            }
            refused => {
                self.testing = Testing { sensor: Sensor::Refused(refused), ..Testing::default() };
                let mut effects = self.announce(&format!("tilt-off-{}", refused.as_str()));
                effects.extend([
                    Effect::Sensor(false),
                    Effect::Wake { every_ms: None },
                    Effect::KeepAwake(false),
                ]);
                effects
            }
        }
    }

    /// The zero is asked for: from here on everything is spoken, the phone is out of sight.
    pub(super) fn set_zero(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(test) = self.test_now() else { return Vec::new() };
        let (Some(phone), Some(number)) = (test.phone, &test.number) else { return Vec::new() };
        let Some(measuring) = self.testing.measuring.as_mut().filter(|_| self.testing.sensor == Sensor::On)
        else {
            return Vec::new();
        };
        let protocol = Protocol { phone, takes: number.repeats };
        measuring.run = Some(Run::begin(protocol, now.now_ms));
        self.testing.caption = None;
        vec![Effect::KeepAwake(true), Effect::Wake { every_ms: Some(TICK_MS) }]
    }

    /// What the sensor says.
    pub(super) fn tilted(&mut self, up: [f64; 3], now: &Moment) -> Vec<Effect> {
        if let Some(run) = self.testing.measuring.as_mut().and_then(|measuring| measuring.run.as_mut())
            && let Some(up) = Up::new(up)
        {
            run.sample(up, now.now_ms);
        }
        Vec::new()
    }

    /// The measurement or the watch is stopped by hand.
    pub(super) fn stop_measuring(&mut self, now: &Moment) -> Vec<Effect> {
        if let Some(watching) = self.testing.watching.filter(|watching| watching.stopped_s.is_none()) {
            return self.watch_stands(watching, now);
        }
        self.put_test_away()
    }

    /// Ends everything a test has running.
    pub(super) fn put_test_away(&mut self) -> Vec<Effect> {
        let was = core::mem::take(&mut self.testing);
        if let Sensor::Refused(_) = was.sensor {
            self.testing.sensor = was.sensor;
        }
        let mut effects = Vec::new();
        if was.measuring.is_some() || matches!(was.sensor, Sensor::On | Sensor::Asking) {
            effects.push(Effect::Sensor(false));
        }
        let runs = was.measuring.is_some_and(|measuring| measuring.run.is_some_and(|run| !run.is_over()));
        if runs || was.watching.is_some_and(|watching| watching.stopped_s.is_none()) {
            effects.extend([Effect::Hush, Effect::Wake { every_ms: None }, Effect::KeepAwake(false)]);
        }
        effects
    }

    /// After every action: a test that is no longer on the page is put away.
    pub(super) fn leave_test(&mut self) -> Vec<Effect> {
        let idle = self.testing.measuring.is_none()
            && self.testing.watching.is_none()
            && self.testing.sensor == Sensor::Off;
        if idle || matches!(self.route, Route::Test(_)) {
            return Vec::new();
        }
        self.testing.sensor = match self.testing.sensor {
            Sensor::Refused(_) => Sensor::Off,
            other => other,
        };
        self.put_test_away()
    }

    /// Time passed on the page of a test.
    pub(super) fn tick_test(&mut self, now: &Moment) -> Vec<Effect> {
        if let Some(watching) = self.testing.watching.filter(|watching| watching.stopped_s.is_none()) {
            return if watching.over(now.now_ms) { self.watch_stands(watching, now) } else { Vec::new() };
        }
        let Some(measuring) = self.testing.measuring.as_mut() else { return Vec::new() };
        let Some(run) = measuring.run.as_mut().filter(|run| !run.is_over()) else { return Vec::new() };
        let cues = run.tick(now.now_ms);
        self.follow_cues(&cues)
    }

    /// The page was hidden: what was being measured is lost.
    pub(super) fn test_hidden(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(measuring) = self.testing.measuring.as_mut() else { return Vec::new() };
        let Some(run) = measuring.run.as_mut() else { return Vec::new() };
        let cues = run.lose(now.now_ms);
        self.follow_cues(&cues)
    }

    fn follow_cues(&mut self, cues: &[Cue]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for cue in cues {
            self.follow(*cue, &mut effects);
        }
        let over = self.testing.measuring.as_ref().and_then(|m| m.run.as_ref()).is_some_and(Run::is_over);
        if over && !cues.is_empty() {
            self.take_over();
            effects.extend([Effect::Wake { every_ms: None }, Effect::KeepAwake(false)]);
        }
        effects
    }

    fn follow(&mut self, cue: Cue, effects: &mut Vec<Effect>) {
        let texts = &self.texts;
        let number = |n: u8| counterpose_content::Arg::from(i64::from(n));
        let (text, tone) = match cue {
            Cue::GetReady { .. } => (texts.get("tilt-say-zero"), Tone::Start),
            Cue::HoldStill => (texts.get("tilt-say-hold"), Tone::Side),
            Cue::Count(n) => (texts.format("tilt-say-count", &[("n", number(n))]), Tone::Count),
            Cue::Taken { nth, of } if nth < of => {
                (texts.format("tilt-say-taken", &[("nth", number(nth)), ("of", number(of))]), Tone::End)
            }
            Cue::Taken { .. } => return,
            Cue::Moved => (texts.get("tilt-say-moved"), Tone::Side),
            Cue::Lost => (texts.get("tilt-say-lost"), Tone::Side),
            Cue::Finished => (texts.get("tilt-say-finished"), Tone::Finished),
            Cue::Stuck(stuck) => (texts.get(&format!("tilt-stuck-{}", stuck.as_str())), Tone::End),
        };
        if self.setting_on("tones") {
            effects.push(Effect::Tone(tone));
        }
        if self.setting_on("voice") {
            effects.push(Effect::Speak { text: text.clone(), interrupt: true });
        }
        effects.push(Effect::Announce { text: text.clone(), urgent: false });
        self.testing.caption = Some(text);
    }

    /// A finished run's takes go where typed numbers go.
    fn take_over(&mut self) {
        let Some(Measuring { side, run: Some(run) }) = &self.testing.measuring else { return };
        if run.result().is_none() {
            return;
        }
        let (side, takes) = (*side, run.taken().to_vec());
        for (nth, take) in (0_u8..).zip(takes) {
            self.draft.set(Field::TestTake { side, nth }, Given::Text(take.to_string()));
        }
    }

    pub(super) fn start_watch(&mut self, side: Option<Side>, now: &Moment) -> Vec<Effect> {
        let Some(test) = self.test_now() else { return Vec::new() };
        let Some(watch) = test.watch.filter(|_| sides_of(test).contains(&side)) else { return Vec::new() };
        self.testing.watching = Some(Watching { side, watch, started_ms: now.now_ms, stopped_s: None });
        let mut effects = vec![Effect::KeepAwake(true), Effect::Wake { every_ms: Some(TICK_MS) }];
        if self.setting_on("tones") {
            effects.push(Effect::Tone(Tone::Start));
        }
        effects
    }

    /// The watch stands; one that ran up fills the first empty take.
    fn watch_stands(&mut self, watching: Watching, now: &Moment) -> Vec<Effect> {
        let whole = (now.now_ms - watching.started_ms).max(0) / 1_000;
        let stopped = Watching { stopped_s: Some(whole), ..watching };
        self.testing.watching = Some(stopped);
        if let (Watch::Up { .. }, Some(number)) =
            (watching.watch, self.test_now().and_then(|test| test.number.as_ref()))
        {
            let seconds = stopped.seconds(now.now_ms).to_string();
            let is_empty = |nth: &u8| self.take(watching.side, *nth).is_none();
            let nth = (0..number.repeats).find(is_empty).unwrap_or(number.repeats.saturating_sub(1));
            self.draft.set(Field::TestTake { side: watching.side, nth }, Given::Text(seconds));
        }
        let mut effects = vec![Effect::KeepAwake(false), Effect::Wake { every_ms: None }];
        if self.setting_on("tones") {
            effects.push(Effect::Tone(Tone::End));
        }
        effects.extend(self.announce("watch-over"));
        effects
    }
}
