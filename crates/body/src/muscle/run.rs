//! Measuring: one pose, or many, four at a time.

use super::answer::Measured;
use super::builder::Musculature;
use super::calf::{Round, leave};
use super::chain::{Frame, Placed};
use super::program::{End, Program, Step, Work};
use super::wrap::{around, length};
use crate::lane::{Four, Lane, Triple};
use crate::{Pose, Transform, Vector};

/// What is to be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Where the bones stand, and how long the muscles are.
    Lengths,
    /// That and every moment arm.
    MomentArms,
}

/// Measures one pose.
#[must_use]
pub fn measure<'m>(muscles: &'m Musculature, pose: &Pose, wanted: Wanted) -> Measured<'m> {
    let mut found = Measured::room(muscles);
    let mut bench = Bench::<f64>::new(&muscles.program);
    bench.run(&muscles.program, core::slice::from_ref(pose), wanted);
    bench.hand_out(0, pose, wanted, &mut found);
    found
}

/// Measures many poses, four at a time, and shows each to `each` in turn. The bits are those of [`measure`].
pub fn measure_all<'m>(
    muscles: &'m Musculature,
    poses: &[Pose],
    wanted: Wanted,
    mut each: impl FnMut(usize, &Measured<'m>),
) {
    by_four(muscles, poses, wanted, &mut each);
}

/// As [`measure_all`], one pose at a time: for comparing.
pub fn measure_one_by_one<'m>(
    muscles: &'m Musculature,
    poses: &[Pose],
    wanted: Wanted,
    mut each: impl FnMut(usize, &Measured<'m>),
) {
    by_one(muscles, poses, wanted, &mut each);
}

type Each<'a, 'm> = &'a mut dyn FnMut(usize, &Measured<'m>);

// Not generic, so that the arithmetic is compiled in this crate, which is optimised even where its users are not.

fn by_four<'m>(muscles: &'m Musculature, poses: &[Pose], wanted: Wanted, each: Each<'_, 'm>) {
    sweep::<Four>(muscles, poses, wanted, each);
}

fn by_one<'m>(muscles: &'m Musculature, poses: &[Pose], wanted: Wanted, each: Each<'_, 'm>) {
    sweep::<f64>(muscles, poses, wanted, each);
}

fn sweep<'m, L: Lane>(muscles: &'m Musculature, poses: &[Pose], wanted: Wanted, each: Each<'_, 'm>) {
    let mut bench = Bench::<L>::new(&muscles.program);
    let mut found = Measured::room(muscles);
    for (block, poses) in poses.chunks(L::WIDTH).enumerate() {
        bench.run(&muscles.program, poses, wanted);
        for (lane, pose) in poses.iter().enumerate() {
            bench.hand_out(lane, pose, wanted, &mut found);
            each(block * L::WIDTH + lane, &found);
        }
    }
}

/// Room for the numbers of one block of poses.
pub(super) struct Bench<L: Lane> {
    values: Vec<L>,
    placed: Placed<L>,
    points: Vec<Triple<L>>,
    cylinders: Vec<Frame<L>>,
    turns: Vec<Triple<L>>,
    shifts: Vec<Triple<L>>,
    ground: Vec<Frame<L>>,
    lengths: Vec<L>,
    arms: Vec<L>,
}

impl<L: Lane> Bench<L> {
    pub(super) fn new(program: &Program) -> Self {
        let zero = L::splat(0.0);
        let placed = program.chain.room();
        Self {
            values: vec![zero; program.coordinates],
            ground: placed.frames.clone(),
            placed,
            points: program.points.iter().map(|(_, at)| Triple::splat(*at)).collect(),
            cylinders: vec![Frame::identity(); program.cylinders.len()],
            turns: vec![Triple::zero(); program.movements],
            shifts: vec![Triple::zero(); program.movements],
            lengths: vec![zero; program.muscles.len()],
            arms: vec![zero; program.arms],
        }
    }

    /// Measures up to as many poses as there are lanes; a lane without its own pose repeats the last.
    pub(super) fn run(&mut self, program: &Program, poses: &[Pose], wanted: Wanted) {
        let Some(last) = poses.last() else { return };
        for (i, value) in self.values.iter_mut().enumerate() {
            *value =
                L::from_lanes(|lane| poses.get(lane).unwrap_or(last).values().get(i).copied().unwrap_or(0.0));
        }
        match wanted {
            Wanted::Lengths => self.compute::<false>(program),
            Wanted::MomentArms => self.compute::<true>(program),
        }
    }

    fn compute<const ARMS: bool>(&mut self, program: &Program) {
        let values = &self.values;
        program.chain.place::<L, ARMS>(|i| values[i], &mut self.placed);
        let root = self.placed.ground_from_root;
        for (ground, frame) in self.ground.iter_mut().zip(&self.placed.frames) {
            *ground = root.times(frame);
        }
        for ((body, at), point) in program.points.iter().zip(&mut self.points) {
            if *body != program.chain.root {
                *point = self.placed.frames[*body].apply(Triple::splat(*at));
            }
        }
        for (cylinder, frame) in program.cylinders.iter().zip(&mut self.cylinders) {
            *frame = self.placed.frames[cylinder.body].then(&cylinder.body_from_cylinder);
        }
        if ARMS {
            self.relate(program);
            self.arms.fill(L::splat(0.0));
        }
        let Self { points, cylinders, turns, shifts, lengths, arms, .. } = self;
        let place = Stand { program, points, cylinders, turns, shifts };
        for (length, muscle) in lengths.iter_mut().zip(&program.muscles) {
            let arms = &mut arms[muscle.arms_at..muscle.arms_at + muscle.columns.len()];
            *length = L::splat(muscle.constant);
            for step in &muscle.steps {
                *length = *length + place.step::<ARMS>(step, arms);
            }
        }
    }

    /// How the bones of every pair move against each other.
    fn relate(&mut self, program: &Program) {
        let screws = &self.placed.screws;
        for pair in &program.pairs {
            for (i, (_, add, take)) in pair.columns.iter().enumerate() {
                let (turn, shift) = match (add, take) {
                    (Some(add), Some(take)) => {
                        let (a, b) = (&screws[*add], &screws[*take]);
                        (a.turn.minus(b.turn), a.shift.minus(b.shift))
                    }
                    (Some(add), None) => (screws[*add].turn, screws[*add].shift),
                    (None, Some(take)) => {
                        let minus = L::splat(-1.0);
                        (screws[*take].turn.times(minus), screws[*take].shift.times(minus))
                    }
                    (None, None) => (Triple::zero(), Triple::zero()),
                };
                self.turns[pair.at + i] = turn;
                self.shifts[pair.at + i] = shift;
            }
        }
    }

    fn hand_out(&self, lane: usize, pose: &Pose, wanted: Wanted, into: &mut Measured<'_>) {
        into.pose.clear();
        into.pose.extend_from_slice(pose.values());
        for (to, from) in into.lengths.iter_mut().zip(&self.lengths) {
            *to = from.lane(lane);
        }
        for (to, from) in into.frames.iter_mut().zip(&self.ground) {
            *to = from.transform(lane);
        }
        into.arms.clear();
        if wanted == Wanted::MomentArms {
            into.arms.extend(self.arms.iter().map(|arm| arm.lane(lane)));
        }
    }
}

/// Where everything stands in one block of poses, and how it moves.
struct Stand<'a, L: Lane> {
    program: &'a Program,
    points: &'a [Triple<L>],
    cylinders: &'a [Frame<L>],
    turns: &'a [Triple<L>],
    shifts: &'a [Triple<L>],
}

impl<L: Lane> Stand<'_, L> {
    #[inline(always)]
    fn step<const ARMS: bool>(&self, step: &Step, arms: &mut [L]) -> L {
        match step {
            Step::Line { from, to, work } => {
                let (a, b) = (self.points[*from], self.points[*to]);
                let between = b.minus(a);
                let length = between.dot(between).sqrt();
                if ARMS {
                    let direction = between.times(L::splat(1.0) / length.max(L::splat(1e-300)));
                    self.pull(work, b, direction, arms);
                }
                length
            }
            Step::Around { ends, cylinder, side, works } => {
                let frame = &self.cylinders[*cylinder];
                let radius = L::splat(self.program.cylinders[*cylinder].radius);
                let [first, second] = [&ends[0], &ends[1]].map(|end| match end {
                    End::Fixed(at) => Triple::splat(*at),
                    End::Placed(point) => frame.apply_inverse(self.points[*point]),
                });
                if !ARMS {
                    return length(first, second, radius, *side);
                }
                let way = around(first, second, radius, *side);
                for ((work, end), gradient) in works.iter().zip(ends).zip([way.by_first, way.by_second]) {
                    if let (Some(work), End::Placed(point)) = (work, end) {
                        let at = self.points[*point];
                        self.pull(work, at, frame.turn(gradient), arms);
                    }
                }
                way.length
            }
            Step::Calf { first, second, cylinders, sides, works } => {
                let round = |i: usize| Round {
                    frame: &self.cylinders[cylinders[i]],
                    radius: L::splat(self.program.cylinders[cylinders[i]].radius),
                    side: sides[i],
                };
                let (one, two) = (round(0), round(1));
                let end = self.points[*second];
                let left = leave(Triple::splat(*first), end, &one, &two);
                let [from, to] = [left.point, end].map(|point| two.frame.apply_inverse(point));
                if !ARMS {
                    return left.length + length(from, to, two.radius, two.side);
                }
                let way = around(from, to, two.radius, two.side);
                let pulls = [(left.point, way.by_first), (end, way.by_second)];
                for (work, (at, gradient)) in works.iter().zip(pulls) {
                    if let Some(work) = work {
                        self.pull(work, at, two.frame.turn(gradient), arms);
                    }
                }
                left.length + way.length
            }
        }
    }

    /// Virtual work: what moving the second bone of a pair does to a length that changes by `gradient` with a point.
    #[inline(always)]
    fn pull(&self, work: &Work, at: Triple<L>, gradient: Triple<L>, arms: &mut [L]) {
        let about = at.cross(gradient);
        let first = self.program.pairs[work.pair].at;
        let (turns, shifts) = (&self.turns[first..], &self.shifts[first..]);
        for ((column, turn), shift) in work.columns.iter().zip(turns).zip(shifts) {
            let arm = &mut arms[*column];
            *arm = *arm - (gradient.dot(*shift) + about.dot(*turn));
        }
    }
}

impl<'m> Measured<'m> {
    fn room(muscles: &'m Musculature) -> Self {
        let program = &muscles.program;
        let nowhere = Transform { translation: Vector::ZERO, ..Transform::default() };
        Self {
            muscles,
            pose: Vec::with_capacity(program.coordinates),
            lengths: vec![0.0; program.muscles.len()],
            arms: Vec::with_capacity(program.arms),
            frames: vec![nowhere; program.chain.carried.len()],
        }
    }
}
