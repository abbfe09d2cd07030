//! What the answers come to on a day: the screening, the plan, what is due.
//!
//! Worked out anew whenever the journal grows or the day changes, never stored. What this module does not do:
//! decide anything itself; `coach` does, and an answer it cannot read counts as not given.

use counterpose_coach::finding::Finding;
use counterpose_coach::intake::Intake;
use counterpose_coach::pattern::ScoredPattern;
use counterpose_coach::plan::Plan;
use counterpose_coach::planner::Possible;
use counterpose_coach::precaution::Gate;
use counterpose_coach::screening::{
    self, Asked, DueBecause, Meanwhile, NotFor, Screening, SinceLastScreening,
};
use counterpose_coach::vocabulary::Tier;
use counterpose_journal::day::days_between;
use counterpose_journal::payload::Ended;
use counterpose_quantity::{PainScore, order};
use jiff::civil::Date;

use super::{Client, history};

/// What the answers come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Decided {
    pub(super) intake: Intake,
    pub(super) asked: Asked,
    pub(super) screening: Option<Screening>,
    pub(super) meanwhile: Option<Meanwhile>,
    pub(super) findings: Vec<Finding>,
    pub(super) patterns: Vec<ScoredPattern>,
    plan: Option<Plan>,
    /// Why the answers cannot be read, where a later program wrote them.
    pub(super) unreadable: Option<String>,
}

impl Decided {
    pub(super) fn tier(&self) -> Option<Tier> {
        self.screening.as_ref().and_then(|screening| screening.tier)
    }

    pub(super) fn not_for(&self) -> Option<NotFor> {
        self.screening.as_ref().and_then(|screening| screening.not_for)
    }

    pub(super) fn eligible(&self) -> bool {
        self.not_for().is_none()
    }

    /// The plan, where the laws allow one.
    pub(super) fn plan(&self) -> Option<&Plan> {
        let allowed = self.screening.as_ref().is_some_and(Screening::allows_plan);
        self.plan.as_ref().filter(|_| allowed)
    }
}

/// While the diary says "getting worse", the whole list comes back after so many days.
const WORSE_AGAIN_DAYS: i64 = 7;

/// Why the whole list is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// It has never been gone through.
    Never,
    /// The last session was stopped after it.
    Stopped,
    /// Something was reported new and the list not gone through since.
    Reported,
    /// The diary says that it is getting worse.
    Worse,
    /// A reason of the screening's own.
    Because(DueBecause),
}

impl Client {
    /// Works everything out for the present day.
    pub(super) fn decide(&mut self) {
        self.verdict = core::cell::OnceCell::new();
        self.saved = self.state.intake_json(self.day);
        let (intake, unreadable) = match self.state.intake(self.day) {
            Ok(intake) => (history::with_choices(intake, &self.state), None),
            Err(error) => (Intake::default(), Some(error.to_string())),
        };
        let outcome = history::checked(&intake, self.library, &self.state, self.day);
        // Answers that cannot be read are not answers that say "fine": nothing is allowed on them.
        let screening = screening::assess(&intake);
        let country = intake.person.as_ref().and_then(|person| person.country);
        let wishes = super::wishing::wishes(&self.state);
        let plan = outcome.plan.map(|plan| {
            let gate = Gate::of(&intake, &screening);
            wishes.applied(plan, &gate, &Possible::of(&intake), self.library)
        });
        self.decided = Decided {
            asked: Asked::of(&intake),
            meanwhile: screening::meanwhile(&screening, country),
            findings: outcome.findings,
            patterns: outcome.patterns,
            plan,
            screening: Some(screening),
            unreadable,
            intake,
        };
    }

    /// Why the whole list is due; empty while it is not.
    pub(super) fn due(&self) -> Vec<Due> {
        let Some(whole) = self.state.check_ins.iter().rfind(|line| line.value.whole) else {
            return vec![Due::Never];
        };
        let mut due: Vec<Due> =
            screening::due(&self.since(whole.date)).into_iter().map(Due::Because).collect();
        let later = |at_ms: i64| at_ms >= whole.at_ms;
        let stopped = self.state.sessions_done().iter().any(|(_, session)| {
            session.finished.as_ref().is_some_and(|end| end.value.ended == Ended::Stopped && later(end.at_ms))
        });
        let reported = self.state.check_ins.iter().skip_while(|line| *line != whole).skip(1);
        if reported.filter(|line| !line.value.whole).any(|line| line.value.anything_new == Some(true)) {
            due.push(Due::Reported);
        }
        if stopped {
            due.push(Due::Stopped);
        }
        if days_between(whole.date, self.day) >= WORSE_AGAIN_DAYS && self.is_getting_worse() {
            due.push(Due::Worse);
        }
        due
    }

    fn since(&self, whole: Date) -> SinceLastScreening {
        let (pain_before, pain_now) = steeper_rise(self.last_pains(), self.diary_pains(whole));
        SinceLastScreening {
            days: u32::try_from(days_between(whole, self.day).max(0)).unwrap_or(u32::MAX),
            pain_before,
            pain_now,
            flare: history::flare_began_after(&self.state, whole, self.day),
            ..SinceLastScreening::default()
        }
    }

    /// The last two days of the diary, as far as both lie after a day.
    fn diary_pains(&self, after: Date) -> (Option<PainScore>, Option<PainScore>) {
        let mut newest = self.state.tracking.pain.range(after..).rev().filter(|(date, _)| **date != after);
        let now = newest.next().and_then(|(_, pain)| pain.average);
        (newest.next().and_then(|(_, pain)| pain.average), now)
    }

    /// The last pain told and the one before it, as far as they were told since the whole list was gone through.
    fn last_pains(&self) -> (Option<PainScore>, Option<PainScore>) {
        let from = self.state.check_ins.iter().rposition(|line| line.value.whole).unwrap_or(0);
        let mut told: Vec<(i64, PainScore)> = self
            .state
            .check_ins
            .iter()
            .skip(from)
            .filter_map(|line| line.value.pain.map(|pain| (line.at_ms, pain)))
            .collect();
        let since_ms = self.state.check_ins.get(from).map_or(i64::MIN, |line| line.at_ms);
        for (_, session) in self.state.sessions_done() {
            let before = session.started.as_ref().and_then(|s| s.value.pain_before.map(|p| (s.at_ms, p)));
            let after = session.feedback.as_ref().and_then(|f| f.value.pain_after.map(|p| (f.at_ms, p)));
            told.extend(before.into_iter().chain(after).filter(|(at_ms, _)| *at_ms >= since_ms));
        }
        order::sort_by_key(&mut told, |(at_ms, _)| *at_ms);
        let mut newest = told.into_iter().rev().map(|(_, pain)| pain);
        let now = newest.next();
        match newest.next() {
            Some(before) => (Some(before), now),
            None => (None, now),
        }
    }

    /// Whether today's check-in has been answered, and nothing is due.
    pub(super) fn is_checked_in(&self) -> bool {
        let today = self.state.check_ins.iter().any(|line| {
            line.date == self.day && (line.value.whole || line.value.anything_new == Some(false))
        });
        today && self.due().is_empty()
    }
}

/// Of two pairs of before and now the one that rose more.
fn steeper_rise(
    one: (Option<PainScore>, Option<PainScore>),
    two: (Option<PainScore>, Option<PainScore>),
) -> (Option<PainScore>, Option<PainScore>) {
    let rise = |(before, now): (Option<PainScore>, Option<PainScore>)| {
        before.zip(now).map(|(before, now)| i16::from(now.get()) - i16::from(before.get()))
    };
    if rise(two) > rise(one) { two } else { one }
}
