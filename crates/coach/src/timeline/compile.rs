//! From a routine to its steps.
//!
//! Each exercise is: getting there, then for each side its sets (with rests) of phases, a change of sides
//! between, and closing phases once at the end. A session that ends on the floor ends with coming up slowly. What this module does not do: choose words or doses.

use counterpose_quantity::Side;

use crate::library::{Exercise, Library, Motion, Phase, Position, When};
use crate::plan::{Dose, Sides};
use crate::routine::{Level, Routine, RoutineError, RoutineItem, check_item, count, main_phase};

use super::length::{hold_s_of, ms};
use super::transition::{COME_UP_S, Way, change_of_position_s, change_sides_s, lead_in_s, release_s};
use super::{Cue, Step, StepKind, Tempo, Timeline};

/// The steps of a routine, without gap or overlap, from zero to the end.
///
/// # Errors
/// When an item does not fit the library: an unknown exercise, a dose that nobody can do, a phase without time.
pub fn compile(routine: &Routine, library: &Library) -> Result<Timeline, RoutineError> {
    let mut track = Track::default();
    let mut before: Option<Way<'_>> = None;
    for item in &routine.items {
        let exercise = check_item(item, library)?;
        let variant = item.variant.as_deref();
        let mut bench = Bench { track: &mut track, exercise, variant };
        bench.lead_in(before, first_side_of(item, routine.first_side.side));
        bench.work(&item.sides, routine.first_side.side)?;
        before = Some(Way { exercise, variant });
    }
    if let Some(Way { exercise, variant }) = before {
        Bench { track: &mut track, exercise, variant }.come_up();
    }
    Ok(Timeline { steps: track.steps })
}

/// The side an item begins on; `None` where no side is named.
const fn first_side_of(item: &RoutineItem, first: Side) -> Option<Side> {
    match item.sides {
        Sides::Each(_) => Some(first),
        Sides::Both { .. } => None,
    }
}

/// What is laid down so far.
#[derive(Default)]
struct Track {
    steps: Vec<Step>,
    at_ms: u64,
    /// Where the body was left by what came last.
    left_in: Option<Position>,
}

/// One side's work, or that of both at once.
#[derive(Clone, Copy)]
struct Work {
    side: Option<Side>,
    dose: Dose,
}

/// One exercise being laid down.
struct Bench<'a, 'b> {
    track: &'a mut Track,
    exercise: &'b Exercise,
    variant: Option<&'b str>,
}

impl Bench<'_, '_> {
    /// An empty step of this exercise; the caller fills in what it knows.
    fn blank(&self, kind: StepKind, cue: Cue) -> Step {
        Step {
            at_ms: self.track.at_ms,
            for_ms: 0,
            kind,
            exercise: self.exercise.id.clone(),
            variant: self.variant.map(str::to_owned),
            phase: None,
            side: None,
            set: None,
            repetition: None,
            of_repetitions: None,
            tempo: None,
            pose_from: None,
            pose_to: None,
            cue,
        }
    }

    /// Lays a step down; one without time is not laid down at all.
    fn lay(&mut self, mut step: Step, for_ms: u64) {
        if for_ms > 0 {
            step.at_ms = self.track.at_ms;
            step.for_ms = for_ms;
            self.track.at_ms += for_ms;
            self.track.steps.push(step);
        }
    }

    fn position(&self) -> Position {
        self.exercise.position_of(self.variant)
    }

    /// The key pose of this way where a phase names one.
    fn pose(&self, named: &str) -> Option<String> {
        Some(self.exercise.pose_of(self.variant, named).to_owned())
    }

    fn lead_in(&mut self, before: Option<Way<'_>>, side: Option<Side>) {
        let here = self.position();
        let (kind, key) = match before {
            None => (StepKind::GetReady, format!("session-ready-{here}")),
            Some(last) if self.track.left_in.unwrap_or_else(|| last.position()) == here => {
                (StepKind::Transition, "session-next-same".to_owned())
            }
            Some(_) => (StepKind::Transition, format!("session-next-{here}")),
        };
        let arguments = vec![
            ("exercise".to_owned(), self.exercise.id.clone()),
            ("side".to_owned(), side.map_or("none", Side::as_str).to_owned()),
        ];
        let mut step = self.blank(kind, Cue { key, arguments });
        step.side = side;
        self.at_first_pose(&mut step);
        let next = Way { exercise: self.exercise, variant: self.variant };
        self.lay(step, ms(lead_in_s(before, next)));
        self.track.left_in = Some(here);
    }

    fn at_first_pose(&self, step: &mut Step) {
        if let Some(first) = self.exercise.phases.first() {
            step.pose_from = self.pose(&first.from);
            step.pose_to = self.pose(&first.from);
        }
    }

    fn work(&mut self, sides: &Sides, first: Side) -> Result<(), RoutineError> {
        match sides {
            Sides::Both { both } => self.sets(Work { side: None, dose: *both })?,
            Sides::Each(doses) => {
                self.sets(Work { side: Some(first), dose: *doses.get(first) })?;
                let second = first.other();
                self.change_sides(second);
                self.sets(Work { side: Some(second), dose: *doses.get(second) })?;
            }
        }
        for phase in self.exercise.phases.iter().filter(|phase| phase.when == When::Closing) {
            self.phase(phase, Work { side: None, dose: Dose::default() }, None)?;
        }
        Ok(())
    }

    fn change_sides(&mut self, to: Side) {
        let cue = Cue {
            key: "session-change-sides".to_owned(),
            arguments: vec![("side".to_owned(), to.as_str().to_owned())],
        };
        let mut step = self.blank(StepKind::ChangeSides, cue);
        step.side = Some(to);
        self.at_first_pose(&mut step);
        self.lay(step, ms(change_sides_s(self.position())));
    }

    /// All sets of one side.
    fn sets(&mut self, work: Work) -> Result<(), RoutineError> {
        let sets = work.dose.sets.unwrap_or_else(|| count(self.exercise.sets.default));
        for set in 1..=sets {
            for phase in &self.exercise.phases {
                let now = match phase.when {
                    When::EverySet => true,
                    When::FirstSet => set == 1,
                    When::LastSet => set == sets,
                    When::Closing => false,
                };
                if now {
                    self.phase(phase, work, Some((set, sets)))?;
                }
            }
            if set < sets {
                self.rest("session-rest", self.exercise.rest_s, work.side, set, None);
            }
        }
        Ok(())
    }

    /// A rest between sets, or the short letting go between two holds.
    fn rest(&mut self, key: &str, rest_s: f64, side: Option<Side>, set: u16, phase: Option<&Phase>) {
        let mut step = self.blank(StepKind::Rest, Cue { key: key.to_owned(), arguments: sided(side) });
        step.side = side;
        step.set = Some(set);
        step.phase = phase.map(|phase| phase.id.clone());
        let pose = phase.or_else(|| self.exercise.phases.first()).and_then(|phase| self.pose(&phase.from));
        step.pose_from.clone_from(&pose);
        step.pose_to = pose;
        self.lay(step, ms(rest_s));
    }

    fn phase(&mut self, phase: &Phase, work: Work, set: Option<(u16, u16)>) -> Result<(), RoutineError> {
        let repetitions = self.repetitions(phase, &work.dose);
        let laid_before = self.track.at_ms;
        match &phase.motion {
            Motion::Hold { hold_s } => {
                let each_s = hold_s_of(self.exercise, phase, hold_s, &work.dose);
                for repetition in 1..=repetitions {
                    if repetition > 1 {
                        self.rest(
                            "session-let-go",
                            release_s(each_s),
                            work.side,
                            set.map_or(1, |s| s.0),
                            Some(phase),
                        );
                    }
                    let step = self.step_of(StepKind::Hold, phase, work.side, set, repetition, repetitions);
                    self.lay(step, ms(each_s));
                }
            }
            Motion::Repetition { out_s, hold_s, back_s } => {
                let tempo = Tempo { out_ms: ms(*out_s), hold_ms: ms(*hold_s), back_ms: ms(*back_s) };
                for repetition in 1..=repetitions {
                    let mut step =
                        self.step_of(StepKind::Repetition, phase, work.side, set, repetition, repetitions);
                    step.tempo = Some(tempo);
                    self.lay(step, tempo.out_ms + tempo.hold_ms + tempo.back_ms);
                }
            }
            Motion::Breaths { in_s, out_s } => {
                let tempo = Tempo { out_ms: ms(*in_s), hold_ms: 0, back_ms: ms(*out_s) };
                let mut step = self.step_of(StepKind::Breaths, phase, work.side, set, 1, repetitions);
                step.repetition = None;
                step.tempo = Some(tempo);
                self.lay(step, (tempo.out_ms + tempo.back_ms) * u64::from(repetitions));
            }
            Motion::Continue { duration_s } => {
                let sets = set.map_or(1.0, |(_, sets)| f64::from(sets));
                let asked = work.dose.duration_s.filter(|_| phase.when == When::EverySet);
                let each_s = asked.map_or(duration_s.default, |all_s| all_s / sets);
                let step = self.step_of(StepKind::Continue, phase, work.side, set, 1, 1);
                self.lay(step, ms(each_s));
            }
        }
        if self.track.at_ms == laid_before {
            return Err(RoutineError::EmptyPhase {
                exercise: self.exercise.id.clone(),
                phase: phase.id.clone(),
            });
        }
        self.track.left_in = Some(phase.ends_in.unwrap_or_else(|| self.position()));
        Ok(())
    }

    /// How often a phase is done in a set: the dose speaks of the main phase, the catalogue of the others.
    fn repetitions(&self, phase: &Phase, dose: &Dose) -> u16 {
        let is_main = main_phase(self.exercise).is_some_and(|main| main.id == phase.id);
        dose.repetitions.filter(|_| is_main).unwrap_or_else(|| count(phase.repetitions.default))
    }

    /// A step of a phase; its first repetition says the phase's cue, the others their number.
    fn step_of(
        &self,
        kind: StepKind,
        phase: &Phase,
        side: Option<Side>,
        set: Option<(u16, u16)>,
        repetition: u16,
        of: u16,
    ) -> Step {
        let mut arguments = sided(side);
        let key = if repetition == 1 {
            format!("{}-cue-{}", self.exercise.id, phase.id)
        } else {
            arguments.push(("repetition".to_owned(), repetition.to_string()));
            arguments.push(("of".to_owned(), of.to_string()));
            let last = if repetition == of { "session-last-repetition" } else { "session-repetition" };
            last.to_owned()
        };
        let mut step = self.blank(kind, Cue { key, arguments });
        step.phase = Some(phase.id.clone());
        step.side = side;
        step.set = set.map(|(set, _)| set);
        if kind != StepKind::Continue {
            step.repetition = Some(repetition);
            step.of_repetitions = Some(of);
        }
        let far = phase.to_other.as_ref().filter(|_| repetition.is_multiple_of(2)).unwrap_or(&phase.to);
        step.pose_from = self.pose(&phase.from);
        step.pose_to = self.pose(far);
        step
    }

    /// The end of a session on the floor: come up slowly, from where the body was left.
    fn come_up(&mut self) {
        let from = self.track.left_in.unwrap_or_else(|| self.position());
        if Level::of(from) != Level::Floor {
            return;
        }
        let cue = Cue { key: format!("session-come-up-{from}"), arguments: Vec::new() };
        let step = self.blank(StepKind::Transition, cue);
        let up_s = change_of_position_s(from, Position::Standing);
        self.lay(step, ms(up_s.max(COME_UP_S)));
    }
}

fn sided(side: Option<Side>) -> Vec<(String, String)> {
    vec![("side".to_owned(), side.map_or("none", Side::as_str).to_owned())]
}
