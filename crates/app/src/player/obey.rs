//! What each command does.
//!
//! Commands that make no sense where the session stands do nothing, so a tap that comes a moment late does no
//! harm. What this module does not do: move time on; the clock was looked at before.

use counterpose_coach::timeline::StepKind;

use super::advance::began;
use super::record::Light;
use super::shown::{Adjustment, adjustment};
use super::{BACK_WITHIN_MS, COUNT_IN_MS, Command, Outcome, Player, Question, SHORT_PAUSE_MS, Signal, State};

impl Player {
    pub(super) fn obey(&mut self, command: Command) -> Vec<Signal> {
        use Command as C;
        use Question as Q;
        use State::{Asking, Ended, Paused, Running};
        match (command, self.state) {
            (_, Ended(_)) => Vec::new(),
            (C::Pause, Running) => self.stand(Paused),
            (C::Resume, Paused | Asking(Q::Gap | Q::Hurts | Q::Lightened | Q::LeftOut | Q::Leaving)) => {
                self.resume()
            }
            (C::Hurts, Running | Paused | Asking(Q::Gap)) => self.stand(Asking(Q::Hurts)),
            (C::Green, Asking(Q::Hurts)) => {
                self.report(Light::Green);
                self.resume()
            }
            (C::Amber, Asking(Q::Hurts)) => self.amber(),
            (C::Red, _) => {
                self.report(Light::Red);
                self.end(Outcome::Stopped)
            }
            (C::Leave, Running | Paused) => self.stand(Asking(Q::Leaving)),
            (C::LeaveNow, Asking(_)) => self.end(Outcome::Left),
            (C::Mute | C::Unmute, _) => {
                self.muted = command == C::Mute;
                Vec::new()
            }
            (C::LeaveOut, Running | Paused | Asking(Q::Lightened)) => self.leave_out(),
            (C::Back, Running | Paused) => self.back(),
            (C::Skip, Running | Paused) => self.skip_to(self.schedule.group(self.index).end),
            (C::More, Running | Paused) => self.adjust(true),
            (C::Less, Running | Paused) => self.adjust(false),
            (C::SwitchSide, Running | Paused) => self.switch_side(),
            _ => Vec::new(),
        }
    }

    fn resume(&mut self) -> Vec<Signal> {
        let stood_ms = self.last_ms.saturating_sub(self.stood_since_ms).unsigned_abs();
        let was_gap = self.question() == Some(Question::Gap);
        self.state = State::Running;
        let works = self.schedule.get(self.index).is_some_and(|planned| planned.is_work());
        if !works || (stood_ms < SHORT_PAUSE_MS && !was_gap) {
            return Vec::new();
        }
        if self.schedule.get(self.index).is_some_and(|planned| planned.step.kind == StepKind::Repetition) {
            // Half a repetition is no repetition.
            self.into_ms = 0;
        }
        self.count_in_ms = COUNT_IN_MS;
        vec![Signal::CountIn]
    }

    fn report(&mut self, light: Light) {
        if let Some(planned) = self.schedule.get(self.index) {
            self.record.report(planned, light);
        }
    }

    /// The first time the rest becomes lighter; the second time this exercise is left out.
    fn amber(&mut self) -> Vec<Signal> {
        let again = self.record.was_amber();
        self.report(Light::Amber);
        if again {
            let mut signals = self.leave_out();
            if self.outcome().is_none() {
                signals.extend(self.stand(State::Asking(Question::LeftOut)));
            }
            return signals;
        }
        for item in self.schedule.lighten(self.index, self.into_ms) {
            self.record.lightened(item);
        }
        self.stand(State::Asking(Question::Lightened))
    }

    fn leave_out(&mut self) -> Vec<Signal> {
        if let Some(planned) = self.schedule.get(self.index) {
            let item = planned.item;
            self.record.left_out(item);
        }
        if matches!(self.state, State::Asking(_)) {
            self.state = State::Running;
        }
        self.skip_to(self.schedule.next_item(self.index))
    }

    fn skip_to(&mut self, index: usize) -> Vec<Signal> {
        for skipped in self.index..index {
            if let Some(planned) = self.schedule.get(skipped) {
                self.record.skip(planned);
            }
        }
        self.enter(index)
    }

    fn back(&mut self) -> Vec<Signal> {
        let group = self.schedule.group(self.index);
        let since_ms = self.schedule.length_ms(group.start..self.index) + self.into_ms;
        let to = if since_ms > BACK_WITHIN_MS || group.start == 0 {
            group.start
        } else {
            self.schedule.group(group.start - 1).start
        };
        self.enter(to)
    }

    fn adjust(&mut self, more: bool) -> Vec<Signal> {
        let Some(planned) = self.schedule.get(self.index) else { return Vec::new() };
        let change = adjustment(&self.schedule, self.index, self.into_ms);
        if !(if more { change.can_more } else { change.can_less }) {
            return Vec::new();
        }
        let breath_ms = planned.breath_ms();
        match change.by {
            Adjustment::Repetition => {
                let group = self.schedule.group(self.index);
                if more {
                    self.schedule.add_repetition(group);
                } else {
                    let of = planned.step.of_repetitions.unwrap_or(1);
                    self.schedule.keep_repetitions(group, of.saturating_sub(1), Some(self.index));
                }
            }
            Adjustment::Breath => {
                let planned = &mut self.schedule.steps[self.index];
                let of = planned.step.of_repetitions.unwrap_or(1);
                planned.step.of_repetitions = Some(if more { of + 1 } else { of - 1 });
                planned.for_ms = if more { planned.for_ms + breath_ms } else { planned.for_ms - breath_ms };
            }
            Adjustment::Seconds(seconds) => {
                let planned = &mut self.schedule.steps[self.index];
                let by_ms = u64::from(seconds) * 1_000;
                planned.for_ms = if more { planned.for_ms + by_ms } else { planned.for_ms - by_ms };
            }
        }
        Vec::new()
    }

    fn switch_side(&mut self) -> Vec<Signal> {
        match self.schedule.switch_side(self.index, self.into_ms) {
            Some(index) => match self.schedule.get(index) {
                // Still getting ready: it only says the other side now.
                Some(planned) if planned.is_lead_in() => vec![began(planned)],
                _ => self.enter(index),
            },
            None => Vec::new(),
        }
    }
}
