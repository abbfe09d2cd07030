//! Finds the pose nearest to what was written in which the contacts hold.
//!
//! A bounded, damped least-squares search: every coordinate is drawn to its written value, more firmly where it was
//! named; every contact is a goal of about a millimetre; no ball of the body may go through the floor, and no limb
//! through another; ranges are kept. The answer reports how far it got. It does not know forces: a pose that would tip over is as good as any.

use std::collections::BTreeMap;

use crate::apart;
use crate::contact::{Target, palm, target, touching};
use crate::envelope::{Ball, parts};
use crate::goal::{Goal, Pull};
use crate::spec::{ExercisePoses, SpecError};
use crate::{
    CLINICAL, ClinicalName, CoordinateId, KeyPose, Model, Placement, Pose, Screws, Vector, linear, place,
};

/// How far a ball may sink into the floor, likewise.
const FLOOR_M: f64 = 0.002;
/// How firmly a named angle holds, in degrees; a named shift, in centimetres.
const NAMED: f64 = 2.5;
/// How firmly every coordinate holds between two key poses.
const BETWEEN: f64 = 4.0;
/// After so many steps in a row that hardly gained anything a search has arrived.
const CREEPS: u32 = 12;
/// How much less, of the whole, is hardly anything.
const CREEP_GAIN: f64 = 3e-4;

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The last step no longer mattered.
    Settled,
    /// It was still moving when its steps were used up.
    StillMoving,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Settled {
    /// The pose.
    pub pose: Pose,
    /// How it ended.
    pub status: Status,
    /// The worst contact, in metres; zero where there is none.
    pub residual_m: f64,
    /// The steps it took.
    pub iterations: u32,
    /// Coordinates that ended on a limit of their range.
    pub active_limits: Vec<CoordinateId>,
}

/// A contact of a key pose, ready to be held.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Contact {
    pub part: String,
    pub on: String,
    pub goals: Vec<Goal>,
    /// The balls whose places say where the contact is.
    pub balls: Vec<Ball>,
    /// Whether it is with a surface of the room rather than with the body.
    pub surface: bool,
}

/// A key pose put in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPose {
    /// What was written, with its bases.
    pub key: KeyPose,
    /// What was found.
    pub found: Settled,
    pub(crate) contacts: Vec<Contact>,
}

/// The search: where every coordinate is drawn to and how firmly, and what must hold.
pub(crate) struct Problem<'a> {
    model: &'a Model,
    free: Vec<usize>,
    mean: Vec<f64>,
    sigma: Vec<f64>,
    /// The range of each coordinate: the model's, and within it what a key pose may be written in.
    range: Vec<(f64, f64)>,
    goals: Vec<Goal>,
    /// How many times softer than usual contacts are.
    softness: f64,
}

/// Puts every key pose of an exercise in its place.
///
/// # Errors
/// Where a name is unknown; see [`ExercisePoses::check`].
pub fn settle(model: &Model, poses: &ExercisePoses) -> Result<BTreeMap<String, PlacedPose>, SpecError> {
    let mut placed: BTreeMap<String, PlacedPose> = BTreeMap::new();
    for name in poses.poses.keys() {
        settle_one(model, poses, name, &mut placed)?;
    }
    Ok(placed)
}

fn settle_one(
    model: &Model,
    poses: &ExercisePoses,
    name: &str,
    placed: &mut BTreeMap<String, PlacedPose>,
) -> Result<(), SpecError> {
    if placed.contains_key(name) {
        return Ok(());
    }
    let fail = |problem: String| SpecError { pose: name.to_owned(), problem };
    let chain = poses.chain(name)?;
    let key = poses.whole(name)?;
    let mut contacts = contacts_of(model, &key).map_err(fail)?;
    let mut start = key.written(model);
    let base = chain.first().and_then(|spec| spec.base.clone().map(|base| (base, spec.mirrored)));
    if let Some((base, mirrored)) = base {
        settle_one(model, poses, &base, placed)?;
        if let Some(base) = placed.get(&base) {
            let stood = if mirrored { base.found.pose.mirrored(model) } else { base.found.pose.clone() };
            let placement = place(model, &stood);
            for part in &key.keep {
                let pad = touching(part).map_err(fail)?;
                let goals =
                    pad.balls.iter().map(|ball| Goal::At(*ball, ball.centre_in(&placement))).collect();
                let (part, on) = (part.clone(), "kept".to_owned());
                contacts.push(Contact { part, on, goals, balls: pad.balls, surface: true });
            }
            start = inherit(model, &key, &stood, start);
        }
    }
    let mut problem = Problem::of_key(model, &key, &start, &contacts);
    let mut pose = problem.grounded(start);
    // From soft to firm, so that a contact far away does not wrench the body on its way.
    for softness in [40.0, 8.0, 2.0] {
        problem.softness = softness;
        pose = problem.search(pose, 60).pose;
    }
    problem.softness = 1.0;
    let found = problem.search(pose, 200);
    placed.insert(name.to_owned(), PlacedPose { key, found, contacts });
    Ok(())
}

/// Where a pose builds on another, what it does not name is drawn to where the other ended.
fn inherit(model: &Model, key: &KeyPose, base: &Pose, written: Pose) -> Pose {
    let mut pose = base.clone();
    for name in key.angles.keys() {
        if let Some(id) = ClinicalName::find(name).and_then(|(_, coordinate)| model.coordinate(&coordinate)) {
            pose.clamp_set(model, id, written.value(model, id));
        }
    }
    pose
}

fn contacts_of(model: &Model, key: &KeyPose) -> Result<Vec<Contact>, String> {
    let mut contacts = Vec::new();
    for (part, on) in &key.contacts {
        let pad = touching(part)?;
        let target = target(on, &key.props)?;
        let surface = matches!(target, Target::Surface(_));
        let palm = palm(model, &pad);
        let lead = palm.map(|(ball, _)| ball).or_else(|| pad.balls.first().copied());
        let (goals, balls) = match (target, lead) {
            (Target::Surface(plane), _) => {
                (pad.balls.iter().map(|ball| Goal::OnPlane(*ball, plane)).collect(), pad.balls)
            }
            (Target::Part(other), Some(lead)) => (vec![Goal::Touch(lead, other)], vec![lead]),
            (Target::Face(other, face), Some(lead)) => {
                let mut goals = vec![Goal::Meet(lead, other, face)];
                goals.extend(palm.map(|(ball, looks)| Goal::Look(ball, looks, other, face)));
                (goals, vec![lead])
            }
            (_, None) => (Vec::new(), Vec::new()),
        };
        contacts.push(Contact { part: part.clone(), on: on.clone(), goals, balls, surface });
    }
    Ok(contacts)
}

impl<'a> Problem<'a> {
    fn of_key(model: &'a Model, key: &KeyPose, start: &Pose, contacts: &[Contact]) -> Self {
        let mut problem = Self::between(model, start.values().to_vec(), Vec::new());
        for entry in &CLINICAL {
            for name in entry.full_names() {
                let Some((_, coordinate)) = ClinicalName::find(&name) else { continue };
                let Some(id) = model.coordinate(&coordinate) else { continue };
                let named = key.angles.contains_key(&name);
                problem.sigma[id.index()] = entry.in_model(model, if named { NAMED } else { entry.give });
            }
        }
        problem.goals = contacts.iter().flat_map(|contact| contact.goals.iter().cloned()).collect();
        problem
    }

    pub(crate) fn between(model: &'a Model, mean: Vec<f64>, goals: Vec<Goal>) -> Self {
        let moves = |c: &crate::Coordinate| c.coupling.is_none() && c.min < c.max;
        let all = model.coordinates();
        let free = (0..all.len()).filter(|&i| moves(&all[i])).collect();
        let mut sigma = vec![1.0; all.len()];
        let mut range: Vec<(f64, f64)> = all.iter().map(|c| (c.min, c.max)).collect();
        for entry in &CLINICAL {
            for name in entry.full_names() {
                let id = ClinicalName::find(&name).and_then(|(_, coordinate)| model.coordinate(&coordinate));
                if let Some(id) = id {
                    sigma[id.index()] = entry.in_model(model, BETWEEN);
                    let unit = entry.in_model(model, 1.0) * entry.per_unit.signum();
                    let (a, b) = (entry.min * unit, entry.max * unit);
                    let (min, max) = range[id.index()];
                    range[id.index()] = (min.max(a.min(b)), max.min(a.max(b)));
                }
            }
        }
        Self { model, free, mean, sigma, range, goals, softness: 1.0 }
    }

    /// A coordinate set to the nearest value its range allows.
    fn set(&self, pose: &mut Pose, i: usize, value: f64) {
        let (min, max) = self.range[i];
        pose.clamp_set(self.model, CoordinateId(i), value.max(min).min(max));
    }

    /// The pose lifted or lowered as a whole until its contacts with level surfaces are right on average.
    fn grounded(&self, mut pose: Pose) -> Pose {
        let placement = place(self.model, &pose);
        let (mut sum, mut count) = (0.0, 0.0);
        for goal in &self.goals {
            if let Goal::OnPlane(ball, plane) = goal
                && plane.normal.y > 0.99
            {
                sum += ball.centre_in(&placement).y - ball.reach(&placement, plane.normal) - plane.offset;
                count += 1.0;
            }
        }
        if let (true, Some(height)) = (count > 0.0, self.model.coordinate("pelvis_ty")) {
            let now = pose.values()[height.index()];
            pose.clamp_set(self.model, height, now - sum / count);
        }
        pose
    }

    /// The sum of squares at a pose.
    fn cost(&self, pose: &Pose, placement: &Placement) -> f64 {
        let mut sum = 0.0;
        for &i in &self.free {
            let off = (pose.values()[i] - self.mean[i]) / self.sigma[i];
            sum += off * off;
        }
        self.each_row(placement, |residual, weight, _| sum += residual * residual * weight * weight);
        sum
    }

    /// Calls back with every scalar residual, its weight and how it moves: pairs of a ball's bone and of the
    /// direction whose product with the movement of a point is the residual's change.
    fn each_row(&self, placement: &Placement, mut row: impl FnMut(f64, f64, &[Pull])) {
        let firm = 1.0 / self.softness;
        for goal in &self.goals {
            goal.rows(placement, &mut |residual, weight, pulls| row(residual, weight * firm, pulls));
        }
        apart::rows(placement, &mut |residual, weight, pulls| row(residual, weight * firm, pulls));
        let up = Vector::new(0.0, 1.0, 0.0);
        // A neck on the floor is pressed flat by the head beside it; its round ball would prop up the shoulders.
        for ball in parts().iter().filter(|part| part.name != "neck").flat_map(|part| &part.balls) {
            let lowest = ball.centre_in(placement).y - ball.reach(placement, up);
            if lowest < 0.0 {
                let point = ball.farthest(placement, -up);
                row(lowest, firm / FLOOR_M, &[Pull { ball: *ball, point, along: up, turns: false }]);
            }
        }
    }

    /// Damped Gauss-Newton steps within the ranges.
    pub(crate) fn search(&self, start: Pose, most: u32) -> Settled {
        let mut pose = start;
        for &i in &self.free {
            let value = pose.values()[i];
            self.set(&mut pose, i, value);
        }
        let mut placement = place(self.model, &pose);
        let mut cost = self.cost(&pose, &placement);
        let mut damping = 1e-3;
        let mut status = Status::StillMoving;
        let mut iterations = 0;
        let mut creeps = 0;
        while iterations < most {
            iterations += 1;
            let Some(step) = self.step(&pose, &placement, damping) else {
                damping *= 10.0;
                continue;
            };
            let mut next = pose.clone();
            for (&i, by) in self.free.iter().zip(&step) {
                self.set(&mut next, i, pose.values()[i] + by);
            }
            let next_placement = place(self.model, &next);
            let next_cost = self.cost(&next, &next_placement);
            if next_cost < cost {
                let gain = cost - next_cost;
                (pose, placement, cost) = (next, next_placement, next_cost);
                // A short step only means that the end is near where nothing held it back.
                let free = damping <= 1e-3;
                damping = (damping * 0.2).max(1e-9);
                let whole = self.softness * (1.0 + cost);
                creeps = if gain <= CREEP_GAIN * whole { creeps + 1 } else { 0 };
                if (free && gain <= 1e-5 * whole) || creeps >= CREEPS {
                    status = Status::Settled;
                    break;
                }
            } else {
                damping *= 8.0;
                if damping > 1e9 {
                    status = Status::Settled;
                    break;
                }
            }
        }
        self.report(pose, &placement, status, iterations)
    }

    fn report(&self, pose: Pose, placement: &Placement, status: Status, iterations: u32) -> Settled {
        let mut residual_m = 0.0_f64;
        for goal in &self.goals {
            if !matches!(goal, Goal::Look(..)) {
                goal.rows(placement, &mut |residual, _, _| residual_m = residual_m.max(residual.abs()));
            }
        }
        let on_limit = |&i: &usize| {
            let ((min, max), value) = (self.range[i], pose.values()[i]);
            value <= min || value >= max
        };
        let limits = self.free.iter().copied().filter(on_limit).map(CoordinateId);
        let active_limits = limits.filter(|id| self.mean[id.0] != pose.values()[id.0]).collect();
        Settled { status, residual_m, iterations, active_limits, pose }
    }

    /// One damped step; coordinates that would leave their range through it stay.
    fn step(&self, pose: &Pose, placement: &Placement, damping: f64) -> Option<Vec<f64>> {
        let n = self.free.len();
        let mut place_of = vec![usize::MAX; pose.values().len()];
        for (k, &i) in self.free.iter().enumerate() {
            place_of[i] = k;
        }
        let screws = Screws::of(self.model, pose, placement);
        let mut normal = vec![0.0; n * n];
        let mut right = vec![0.0; n];
        for (k, &i) in self.free.iter().enumerate() {
            let weight = 1.0 / (self.sigma[i] * self.sigma[i]);
            normal[k * n + k] += weight * (1.0 + damping);
            right[k] -= weight * (pose.values()[i] - self.mean[i]);
        }
        let mut dense = vec![0.0; n];
        self.each_row(placement, |residual, weight, pulls| {
            dense.fill(0.0);
            for pull in pulls {
                for screw in screws.carrying(pull.ball.body) {
                    if let Some(cell) = dense.get_mut(place_of[screw.coordinate.index()]) {
                        *cell += weight * pull.gain(screw);
                    }
                }
            }
            add_row(&mut normal, &mut right, &dense, residual * weight, damping);
        });
        self.hold_limits(pose, &mut normal, &mut right);
        linear::solve(&mut normal, &mut right).then_some(right)
    }

    /// A coordinate on its limit whose step leads outwards is taken out of the system.
    fn hold_limits(&self, pose: &Pose, normal: &mut [f64], right: &mut [f64]) {
        let n = self.free.len();
        for (k, &i) in self.free.iter().enumerate() {
            let ((min, max), value) = (self.range[i], pose.values()[i]);
            let outwards = (value <= min && right[k] < 0.0) || (value >= max && right[k] > 0.0);
            if outwards {
                for j in 0..n {
                    normal[k * n + j] = 0.0;
                    normal[j * n + k] = 0.0;
                }
                normal[k * n + k] = 1.0;
                right[k] = 0.0;
            }
        }
    }
}

fn add_row(normal: &mut [f64], right: &mut [f64], dense: &[f64], residual: f64, damping: f64) {
    let n = dense.len();
    for (k, &a) in dense.iter().enumerate().filter(|(_, a)| **a != 0.0) {
        right[k] -= a * residual;
        normal[k * n + k] += a * a * damping;
        for (cell, b) in normal[k * n..(k + 1) * n].iter_mut().zip(dense) {
            *cell += a * b;
        }
    }
}
