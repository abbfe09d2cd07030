//! The session page in words.
//!
//! What changes from second to second is worked out from the player and the clock alone, so that a shell may draw
//! it as often as it likes. What this module does not do: move the session on.

use counterpose_coach::timeline::{Step, StepKind};
use counterpose_content::{Arg, Texts};
use counterpose_journal::Moment;

use super::Client;
use crate::action::{Action, SessionCommand};
use crate::pages::exercise;
use crate::player::{Adjustment, Next, Pacing, PacingPart, Question, Shown};
use crate::view::{
    Beat, Control, Emphasis, FigureNow, LoadingPage, Pace, Page, SessionNow, SessionPage, SessionQuestion,
};
use crate::words::{button, count, side};

/// What is asked, or said when the clock merely stands.
pub(super) const fn question_key(question: Option<Question>) -> &'static str {
    match question {
        None => "player-paused",
        Some(Question::Gap) => "player-ask-gap",
        Some(Question::Hurts) => "player-ask-hurts",
        Some(Question::Lightened) => "player-ask-lightened",
        Some(Question::LeftOut) => "player-ask-left-out",
        Some(Question::Leaving) => "player-ask-leaving",
    }
}

impl Client {
    /// The part of the session page that changes from second to second; `None` outside a session. A shell calls
    /// this once per drawn frame.
    #[must_use]
    pub fn session_now(&self, now: &Moment) -> Option<SessionNow> {
        let running = self.training.running.as_ref()?;
        let shown = running.player.shown(now.now_ms)?;
        Some(now_of(&self.texts, &shown))
    }

    pub(super) fn session_page(&self, now: &Moment) -> Page {
        let player = self.training.running.as_ref().map(|running| &running.player);
        let Some((player, shown)) = player.and_then(|player| Some((player, player.shown(now.now_ms)?)))
        else {
            return Page::Loading(LoadingPage { text: self.texts.get("loading") });
        };
        Page::Session(Box::new(SessionPage {
            heading: self.texts.get("title-session"),
            controls: controls(&self.texts, &shown, player.is_muted()),
            turn: exercise::turn_words(&self.texts),
            question: shown.question.map(|question| asked_now(&self.texts, question)),
        }))
    }
}

fn controls(texts: &Texts, shown: &Shown, muted: bool) -> Vec<Control> {
    use SessionCommand as C;
    let (more, less) = match shown.adjustment {
        Adjustment::Seconds(n) => {
            (count(texts, "player-more-seconds", n), count(texts, "player-less-seconds", n))
        }
        Adjustment::Breath => (texts.get("player-more-breath"), texts.get("player-less-breath")),
        Adjustment::Repetition => (texts.get("player-more-repetition"), texts.get("player-less-repetition")),
    };
    let named = |key: &str, command, enabled| Control { command, label: texts.get(key), enabled };
    let pause = if shown.stands {
        named("player-resume", C::Resume, true)
    } else {
        named("player-pause", C::Pause, true)
    };
    let sound =
        if muted { named("player-unmute", C::Unmute, true) } else { named("player-mute", C::Mute, true) };
    vec![
        named("player-back", C::Back, true),
        pause,
        named("player-skip", C::Skip, true),
        Control { command: C::Less, label: less, enabled: shown.can_less },
        named("player-hurts", C::Hurts, true),
        Control { command: C::More, label: more, enabled: shown.can_more },
        named("player-switch-side", C::SwitchSide, shown.can_switch),
        named("player-leave-out", C::LeaveOut, true),
        sound,
        named("player-leave", C::Leave, true),
    ]
}

fn asked_now(texts: &Texts, question: Question) -> SessionQuestion {
    use Emphasis::{Primary, Quiet, Secondary, Stop};
    use SessionCommand as C;
    let answers: &[(&str, Emphasis, SessionCommand)] = match question {
        Question::Gap => &[
            ("player-go-on", Primary, C::Resume),
            ("player-hurts", Secondary, C::Hurts),
            ("player-end-here", Quiet, C::LeaveNow),
        ],
        Question::Hurts => &[
            ("player-green", Secondary, C::Green),
            ("player-amber", Secondary, C::Amber),
            ("player-red", Stop, C::Red),
            ("player-not-hurting", Quiet, C::Resume),
        ],
        Question::Lightened => &[
            ("player-go-on", Primary, C::Resume),
            ("player-leave-out", Secondary, C::LeaveOut),
            ("player-end-here", Quiet, C::LeaveNow),
        ],
        Question::LeftOut => &[("player-go-on", Primary, C::Resume), ("player-end-here", Quiet, C::LeaveNow)],
        Question::Leaving => {
            &[("player-go-on", Primary, C::Resume), ("player-end-here", Secondary, C::LeaveNow)]
        }
    };
    let key = question_key(Some(question));
    let buttons = answers
        .iter()
        .map(|&(key, emphasis, command)| {
            let mut made = button(texts, key, emphasis, Action::InSession(command));
            made.detail = texts.find(&format!("{key}-help"));
            made
        })
        .collect();
    SessionQuestion {
        text: texts.get(key),
        help: texts.find(&format!("{key}-help")),
        lights: question == Question::Hurts,
        buttons,
    }
}

fn now_of(texts: &Texts, shown: &Shown) -> SessionNow {
    let step = &shown.step;
    let kind = match (shown.stands, shown.counting_in) {
        (true, _) => "player-kind-paused".to_owned(),
        (false, true) => "player-kind-count-in".to_owned(),
        (false, false) => format!("player-kind-{}", step.kind),
    };
    let minutes = i64::try_from(shown.session_seconds_left.div_ceil(60)).unwrap_or(i64::MAX);
    let (countdown, unit) = large_number(texts, shown);
    SessionNow {
        step: shown.serial,
        paused: shown.stands,
        exercise: exercise::name(texts, &step.exercise),
        beat: beat(shown),
        kind: texts.get(&kind),
        side: step.side.map(|worked| {
            let name = side(texts, worked);
            texts.format("player-side", &[("side", name.into())])
        }),
        countdown,
        unit: Some(unit),
        seconds_left: shown.seconds_left,
        caption: caption(texts, step),
        round: step.set.filter(|set| *set > 1).map(|set| count(texts, "player-set", set)),
        next: Some(next_words(texts, &shown.next)),
        step_fraction: shown.step_fraction,
        session_fraction: shown.session_fraction,
        time_left: count(texts, "player-time-left", minutes),
        pace: shown.pacing.filter(|_| !shown.stands).map(|pacing| pace(texts, pacing)),
        figure: figure(texts, step, shown.pose_fraction),
    }
}

const fn beat(shown: &Shown) -> Beat {
    match shown.step.kind {
        _ if shown.counting_in => Beat::Ready,
        StepKind::Hold | StepKind::Repetition | StepKind::Breaths | StepKind::Continue => Beat::Work,
        StepKind::Rest => Beat::Rest,
        StepKind::GetReady | StepKind::ChangeSides | StepKind::Transition => Beat::Ready,
    }
}

/// The number to read from afar and what stands below it: in a movement the repetition, else the time left.
fn large_number(texts: &Texts, shown: &Shown) -> (String, String) {
    let step = &shown.step;
    let time = clock(shown.seconds_left);
    let plain = if shown.seconds_left < 60 { "player-unit-seconds" } else { "player-unit-minutes" };
    let several = step.of_repetitions.filter(|of| *of > 1).zip(step.repetition);
    match (step.kind, several) {
        _ if shown.counting_in => (time, texts.get(plain)),
        (StepKind::Repetition, Some((of, n))) => {
            (n.to_string(), texts.format("player-unit-of", &[("of", Arg::from(of))]))
        }
        (StepKind::Hold, Some((of, n))) => {
            (time, texts.format("player-unit-hold", &[("n", Arg::from(n)), ("of", Arg::from(of))]))
        }
        _ => (time, texts.get(plain)),
    }
}

/// What is being said; in later repetitions what was said at the first, which still holds.
fn caption(texts: &Texts, step: &Step) -> String {
    match (&step.phase, step.repetition) {
        (Some(phase), Some(2..)) => texts.get(&format!("{}-cue-{phase}", step.exercise)),
        _ => texts.cue(&step.cue),
    }
}

fn next_words(texts: &Texts, next: &Next) -> String {
    let what = match next {
        Next::Exercise(id) => exercise::name(texts, id),
        Next::ChangeSides(worked) => {
            texts.format("player-next-side", &[("side", side(texts, *worked).into())])
        }
        Next::Rest => texts.get("player-next-rest"),
        Next::Part(cue) => texts.cue(cue),
        Next::ComeUp => texts.get("player-next-come-up"),
        Next::End => texts.get("player-next-end"),
    };
    texts.format("player-next", &[("what", what.into())])
}

fn pace(texts: &Texts, pacing: Pacing) -> Pace {
    let key = match pacing.part {
        PacingPart::In => "player-pace-in",
        PacingPart::Out => "player-pace-out",
        PacingPart::Go => "player-pace-go",
        PacingPart::Stay => "player-pace-stay",
        PacingPart::Return => "player-pace-return",
    };
    Pace { label: texts.get(key), fraction: pacing.fraction }
}

fn figure(texts: &Texts, step: &Step, fraction: f64) -> Option<FigureNow> {
    let from = step.pose_from.clone()?;
    Some(FigureNow {
        exercise: step.exercise.clone(),
        to: step.pose_to.clone().unwrap_or_else(|| from.clone()),
        from,
        fraction,
        side: step.side,
        description: texts.get(&format!("{}-summary", step.exercise)),
    })
}

/// Seconds under a minute as they are, above it as minutes and seconds.
fn clock(seconds: u64) -> String {
    if seconds < 60 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) }
}
