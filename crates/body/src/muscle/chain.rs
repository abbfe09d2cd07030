//! The model's joints, prepared for placing one pose or four without a branch on their values.
//!
//! Everything is placed in the frame of the body that carries all others (the pelvis), so that moving the whole body
//! cannot change a length, not even by a bit. On the way each joint leaves its screws behind: how what it carries
//! moves with each coordinate, summed from the pelvis outwards.

use crate::lane::{Lane, Triple};
use crate::model::{Axis, Curve, Joint};
use crate::trig::sin_cos;
use crate::{CoordinateId, Model, Rotation, Transform, Vector};

/// A frame in lanes: rotation and shift.
#[derive(Clone, Copy, Debug)]
pub struct Frame<L> {
    pub r: [[L; 3]; 3],
    pub t: Triple<L>,
}

impl<L: Lane> Frame<L> {
    pub fn identity() -> Self {
        Self { r: Rotation::IDENTITY.rows.map(|row| row.map(L::splat)), t: Triple::zero() }
    }

    #[inline(always)]
    pub fn turn(&self, v: Triple<L>) -> Triple<L> {
        let r = &self.r;
        Triple {
            x: r[0][0] * v.x + r[0][1] * v.y + r[0][2] * v.z,
            y: r[1][0] * v.x + r[1][1] * v.y + r[1][2] * v.z,
            z: r[2][0] * v.x + r[2][1] * v.y + r[2][2] * v.z,
        }
    }

    #[inline(always)]
    pub fn apply(&self, v: Triple<L>) -> Triple<L> {
        self.turn(v).plus(self.t)
    }

    #[inline(always)]
    pub fn apply_inverse(&self, v: Triple<L>) -> Triple<L> {
        let (r, d) = (&self.r, v.minus(self.t));
        Triple {
            x: r[0][0] * d.x + r[1][0] * d.y + r[2][0] * d.z,
            y: r[0][1] * d.x + r[1][1] * d.y + r[2][1] * d.z,
            z: r[0][2] * d.x + r[1][2] * d.y + r[2][2] * d.z,
        }
    }

    #[inline(always)]
    fn column(&self, i: usize) -> Triple<L> {
        Triple { x: self.r[0][i], y: self.r[1][i], z: self.r[2][i] }
    }

    /// Followed by a fixed frame.
    #[inline(always)]
    pub fn then(&self, fixed: &Fixed) -> Self {
        let mut next = *self;
        if fixed.shifts {
            next.t = self.apply(Triple::splat(fixed.frame.translation));
        }
        if fixed.turns {
            let [a, b, c] = &fixed.frame.rotation.rows;
            let row = |row: &[f64; 3]| [L::splat(row[0]), L::splat(row[1]), L::splat(row[2])];
            next.r = self.turned_by(&[row(a), row(b), row(c)]);
        }
        next
    }

    #[inline(always)]
    fn turned_by(&self, b: &[[L; 3]; 3]) -> [[L; 3]; 3] {
        let row = |a: &[L; 3]| {
            [
                a[0] * b[0][0] + a[1] * b[1][0] + a[2] * b[2][0],
                a[0] * b[0][1] + a[1] * b[1][1] + a[2] * b[2][1],
                a[0] * b[0][2] + a[1] * b[1][2] + a[2] * b[2][2],
            ]
        };
        [row(&self.r[0]), row(&self.r[1]), row(&self.r[2])]
    }

    #[inline(always)]
    pub fn times(&self, other: &Self) -> Self {
        Self { r: self.turned_by(&other.r), t: self.apply(other.t) }
    }

    /// Turned about one of its own axes.
    #[inline(always)]
    fn turn_about(&mut self, axis: Axis, angle: L) {
        let (s, c) = sin_cos(angle);
        let plane = |r: &mut [[L; 3]; 3], i: usize, j: usize| {
            for row in r {
                let (a, b) = (row[i], row[j]);
                row[i] = a * c + b * s;
                row[j] = b * c - a * s;
            }
        };
        match axis {
            Axis::X => plane(&mut self.r, 1, 2),
            Axis::Y => plane(&mut self.r, 2, 0),
            Axis::Z => plane(&mut self.r, 0, 1),
            Axis::Other(Vector { x, y, z }) => {
                let v = L::splat(1.0) - c;
                let (x, y, z) = (L::splat(x), L::splat(y), L::splat(z));
                let turn = [
                    [c + v * x * x, v * x * y - s * z, v * x * z + s * y],
                    [v * x * y + s * z, c + v * y * y, v * y * z - s * x],
                    [v * x * z - s * y, v * y * z + s * x, c + v * z * z],
                ];
                self.r = self.turned_by(&turn);
            }
        }
    }

    pub fn transform(&self, lane: usize) -> Transform {
        let row = |row: &[L; 3]| [row[0].lane(lane), row[1].lane(lane), row[2].lane(lane)];
        let r = [row(&self.r[0]), row(&self.r[1]), row(&self.r[2])];
        let t = self.t;
        let translation = Vector::new(t.x.lane(lane), t.y.lane(lane), t.z.lane(lane));
        Transform { rotation: Rotation { rows: r }, translation }
    }
}

/// A frame that never moves, and whether it does anything at all.
#[derive(Clone, Debug)]
pub struct Fixed {
    pub frame: Transform,
    shifts: bool,
    turns: bool,
}

impl Fixed {
    pub fn new(frame: Transform) -> Self {
        Self { frame, shifts: frame.translation != Vector::ZERO, turns: frame.rotation != Rotation::IDENTITY }
    }
}

/// How a coordinate moves one axis.
#[derive(Clone, Debug)]
enum Drive {
    Constant(f64),
    Line { input: usize, slope: f64, offset: f64 },
    Bent { bank: usize, table: usize },
}

#[derive(Clone, Debug)]
struct Moving {
    axis: Axis,
    drive: Drive,
    slot: Option<usize>,
}

#[derive(Clone, Debug)]
struct Link {
    parent: Option<usize>,
    before: Fixed,
    shifts: Vec<Moving>,
    turns: Vec<Moving>,
    after: Fixed,
    /// Screws that go on from the parent's.
    starts: Vec<(usize, Option<usize>)>,
}

/// Splines that share coordinate and knots, so that the interval is looked for once.
#[derive(Clone, Debug)]
struct Bank {
    input: usize,
    slope: f64,
    offset: f64,
    knots: Vec<f64>,
    tables: Vec<Vec<[f64; 5]>>,
}

/// What one unit of a coordinate does to a point: `turn x point + shift`.
#[derive(Clone, Copy, Debug)]
pub struct Carried<L> {
    pub turn: Triple<L>,
    pub shift: Triple<L>,
}

/// All joints of a model, prepared.
#[derive(Clone, Debug)]
pub struct Chain {
    links: Vec<Link>,
    banks: Vec<Bank>,
    /// For each bank the place of its first table among all.
    firsts: Vec<usize>,
    tables: usize,
    pub slots: usize,
    pub root: usize,
    /// For each body the coordinates that carry it from the pelvis, with the place of the screw.
    pub carried: Vec<Vec<(CoordinateId, usize)>>,
}

/// Room for placing.
#[derive(Clone, Debug)]
pub struct Placed<L> {
    pub ground_from_root: Frame<L>,
    pub frames: Vec<Frame<L>>,
    pub screws: Vec<Carried<L>>,
    bent: Vec<(L, L)>,
}

impl Chain {
    /// `None` unless exactly one body hangs on the ground.
    pub fn compile(model: &Model) -> Option<Self> {
        let mut on_ground = model.joints().iter().enumerate().filter(|(_, joint)| joint.parent.is_none());
        let (Some((root, _)), None) = (on_ground.next(), on_ground.next()) else { return None };
        let (links, banks, firsts, carried) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut chain = Self { links, banks, firsts, tables: 0, slots: 0, root, carried };
        for (body, joint) in model.joints().iter().enumerate() {
            let link = chain.link(model, body, joint);
            chain.links.push(link);
        }
        for bank in &chain.banks {
            chain.firsts.push(chain.tables);
            chain.tables += bank.tables.len();
        }
        Some(chain)
    }

    fn link(&mut self, model: &Model, body: usize, joint: &Joint) -> Link {
        let parent = joint.parent.map(|parent| parent.0);
        let mut carried = parent.map_or_else(Vec::new, |parent| self.carried[parent].clone());
        let mut starts = Vec::new();
        let mut moving = |chain: &mut Self, (axis, curve): &(Axis, Curve)| {
            let input = match curve {
                Curve::Constant(_) => None,
                Curve::Line { input, .. } | Curve::Bent { input, .. } => Some(*input),
            };
            // What cannot move has no moment arm; what moves the whole body neither.
            let free = input.filter(|id| {
                let coordinate = &model.coordinates()[id.0];
                body != chain.root && coordinate.min < coordinate.max
            });
            let slot = free.map(|coordinate| {
                let known = carried.iter().position(|(other, _)| *other == coordinate);
                match known {
                    Some(at) if starts.iter().any(|(slot, _)| *slot == carried[at].1) => carried[at].1,
                    _ => {
                        let slot = chain.slots;
                        chain.slots += 1;
                        starts.push((slot, known.map(|at| carried[at].1)));
                        match known {
                            Some(at) => carried[at].1 = slot,
                            None => carried.push((coordinate, slot)),
                        }
                        slot
                    }
                }
            });
            Moving { axis: *axis, drive: chain.drive(curve), slot }
        };
        let shifts = joint.shifts.iter().map(|axis| moving(self, axis)).collect();
        let turns = joint.turns.iter().map(|axis| moving(self, axis)).collect();
        self.carried.push(carried);
        let (before, after) = (Fixed::new(joint.parent_from_joint), Fixed::new(joint.joint_from_child));
        Link { parent, before, shifts, turns, after, starts }
    }

    fn drive(&mut self, curve: &Curve) -> Drive {
        match curve {
            Curve::Constant(value) => Drive::Constant(*value),
            Curve::Line { input, slope, offset } => {
                Drive::Line { input: input.0, slope: *slope, offset: *offset }
            }
            Curve::Bent { input, slope, offset, spline } => {
                let (knots, rows) = spline.intervals();
                let same = |bank: &Bank| {
                    (bank.input, bank.slope, bank.offset) == (input.0, *slope, *offset) && bank.knots == knots
                };
                let bank = self.banks.iter().position(same).unwrap_or_else(|| {
                    let (input, slope, offset, tables) = (input.0, *slope, *offset, Vec::new());
                    self.banks.push(Bank { input, slope, offset, knots, tables });
                    self.banks.len() - 1
                });
                self.banks[bank].tables.push(rows);
                Drive::Bent { bank, table: self.banks[bank].tables.len() - 1 }
            }
        }
    }

    pub fn room<L: Lane>(&self) -> Placed<L> {
        let none = Carried { turn: Triple::zero(), shift: Triple::zero() };
        Placed {
            ground_from_root: Frame::identity(),
            frames: vec![Frame::identity(); self.links.len()],
            screws: vec![none; self.slots],
            bent: vec![(L::splat(0.0), L::splat(0.0)); self.tables],
        }
    }

    /// Places every body in the frame of the root; `value` gives the coordinates.
    #[inline(always)]
    pub fn place<L: Lane, const SCREWS: bool>(&self, value: impl Fn(usize) -> L, into: &mut Placed<L>) {
        let mut next = 0;
        for bank in &self.banks {
            let x = L::splat(bank.slope) * value(bank.input) + L::splat(bank.offset);
            let after = |lane: usize| {
                let x = x.lane(lane);
                bank.knots.iter().map(|knot| usize::from(*knot <= x)).sum::<usize>()
            };
            let mut places = [0_usize; 4];
            for (lane, place) in places.iter_mut().enumerate().take(L::WIDTH) {
                *place = after(lane);
            }
            for table in &bank.tables {
                let part = |i: usize| L::from_lanes(|lane| table[places[lane]][i]);
                let (knot, y, slope, second, third) = (part(0), part(1), part(2), part(3), part(4));
                let step = x - knot;
                let bent = y + step * (slope + step * (second + step * third));
                let tilt = slope + step * (L::splat(2.0) * second + L::splat(3.0) * step * third);
                into.bent[next] = (bent, L::splat(bank.slope) * tilt);
                next += 1;
            }
        }
        let look = |bent: &[(L, L)], drive: &Drive| match drive {
            Drive::Constant(value) => (L::splat(*value), L::splat(0.0)),
            Drive::Line { input, slope, offset } => {
                (L::splat(*slope) * value(*input) + L::splat(*offset), L::splat(*slope))
            }
            Drive::Bent { bank, table } => bent[self.firsts[*bank] + table],
        };
        for (body, link) in self.links.iter().enumerate() {
            let mut frame =
                link.parent.map_or_else(Frame::identity, |parent| into.frames[parent]).then(&link.before);
            if SCREWS {
                for (slot, from) in &link.starts {
                    into.screws[*slot] = match from {
                        Some(from) => into.screws[*from],
                        None => Carried { turn: Triple::zero(), shift: Triple::zero() },
                    };
                }
            }
            let mut offset = Triple::zero();
            for axis in &link.shifts {
                let (by, slope) = look(&into.bent, &axis.drive);
                let along = Triple::splat(axis.axis.vector());
                offset = offset.plus(along.times(by));
                if let (true, Some(slot)) = (SCREWS, axis.slot) {
                    let screw = &mut into.screws[slot];
                    screw.shift = screw.shift.plus(frame.turn(along).times(slope));
                }
            }
            if !link.shifts.is_empty() {
                frame.t = frame.apply(offset);
            }
            for axis in &link.turns {
                let (by, slope) = look(&into.bent, &axis.drive);
                if let (true, Some(slot)) = (SCREWS, axis.slot) {
                    let along = match axis.axis {
                        Axis::X => frame.column(0),
                        Axis::Y => frame.column(1),
                        Axis::Z => frame.column(2),
                        Axis::Other(vector) => frame.turn(Triple::splat(vector)),
                    };
                    let turn = along.times(slope);
                    let screw = &mut into.screws[slot];
                    screw.turn = screw.turn.plus(turn);
                    screw.shift = screw.shift.plus(frame.t.cross(turn));
                }
                frame.turn_about(axis.axis, by);
            }
            frame = frame.then(&link.after);
            if body == self.root {
                into.ground_from_root = frame;
                frame = Frame::identity();
            }
            into.frames[body] = frame;
        }
    }
}
