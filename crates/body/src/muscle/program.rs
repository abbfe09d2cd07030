//! A musculature compiled to a list of small steps.
//!
//! Points that several muscles share are placed once, stretches between points of one bone are summed beforehand,
//! and each step knows between which bones it runs, and therefore which coordinates change it.

use super::builder::{Muscle, MuscleError, Wrap};
use super::chain::{Chain, Fixed};
use crate::{BodyId, CoordinateId, Model, Vector};

/// An end of a step: fixed in the cylinder's frame, or one of the placed points.
#[derive(Clone, Debug)]
pub enum End {
    Fixed(Vector),
    Placed(usize),
}

/// How the movement of one bone against another changes the moment arms of a muscle.
#[derive(Clone, Debug)]
pub struct Work {
    pub pair: usize,
    /// For each coordinate of the pair the column of the muscle.
    pub columns: Vec<usize>,
}

/// One stretch of a path that can change.
#[derive(Clone, Debug)]
pub enum Step {
    /// A straight line between two bones.
    Line { from: usize, to: usize, work: Work },
    /// Around one cylinder. `works` are those of the two ends against the cylinder's bone, where they differ.
    Around { ends: [End; 2], cylinder: usize, side: f64, works: [Option<Work>; 2] },
    /// Around two cylinders, the first on the bone of the first end.
    Calf { first: Vector, second: usize, cylinders: [usize; 2], sides: [f64; 2], works: [Option<Work>; 2] },
}

/// A cylinder with the bone it is fixed to.
#[derive(Clone, Debug)]
pub struct Cylinder {
    pub body: usize,
    pub body_from_cylinder: Fixed,
    pub radius: f64,
}

/// A muscle in steps.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// What never changes, in metres.
    pub constant: f64,
    pub steps: Vec<Step>,
    pub columns: Vec<CoordinateId>,
    /// Where its moment arms begin.
    pub arms_at: usize,
}

/// Two bones and the coordinates that move the second against the first: screws to add and to take away.
#[derive(Clone, Debug)]
pub struct Pair {
    bodies: [usize; 2],
    pub columns: Vec<(CoordinateId, Option<usize>, Option<usize>)>,
    /// Where its movements begin.
    pub at: usize,
}

/// Everything compiled.
#[derive(Clone, Debug)]
pub struct Program {
    pub chain: Chain,
    pub points: Vec<(usize, Vector)>,
    pub cylinders: Vec<Cylinder>,
    pub pairs: Vec<Pair>,
    pub muscles: Vec<Compiled>,
    pub movements: usize,
    pub arms: usize,
    pub coordinates: usize,
}

impl Program {
    pub fn compile(model: &Model, muscles: &[Muscle]) -> Result<Self, MuscleError> {
        let Some(chain) = Chain::compile(model) else {
            return Err(MuscleError::Impossible {
                muscle: "the model".to_owned(),
                problem: "needs exactly one body on the ground, which carries all others".to_owned(),
            });
        };
        let (points, cylinders, pairs) = (Vec::new(), Vec::new(), Vec::new());
        let coordinates = model.coordinates().len();
        let compiled = Vec::with_capacity(muscles.len());
        let mut program =
            Self { chain, points, cylinders, pairs, muscles: compiled, movements: 0, arms: 0, coordinates };
        for muscle in muscles {
            let compiled = program.muscle(muscle)?;
            program.muscles.push(compiled);
        }
        Ok(program)
    }

    fn muscle(&mut self, muscle: &Muscle) -> Result<Compiled, MuscleError> {
        let mut compiled =
            Compiled { constant: 0.0, steps: Vec::new(), columns: Vec::new(), arms_at: self.arms };
        for (gap, ends) in muscle.points.windows(2).enumerate() {
            let [(body_1, at_1), (body_2, at_2)] = [ends[0], ends[1]];
            let wraps: Vec<&Wrap> = muscle.wraps.iter().filter(|wrap| wrap.after == gap).collect();
            let step = match wraps[..] {
                [] if body_1 == body_2 => {
                    compiled.constant += (at_2 - at_1).norm();
                    continue;
                }
                [] => {
                    let (from, to) = (self.point(body_1, at_1), self.point(body_2, at_2));
                    Step::Line { from, to, work: self.work(body_1, body_2, &mut compiled.columns) }
                }
                [wrap] => {
                    let cylinder = self.cylinder(wrap);
                    let ends = [(body_1, at_1), (body_2, at_2)].map(|(body, at)| {
                        if body == wrap.body {
                            End::Fixed(wrap.body_from_cylinder.apply_inverse(at))
                        } else {
                            End::Placed(self.point(body, at))
                        }
                    });
                    let works = [body_1, body_2].map(|body| {
                        (body != wrap.body).then(|| self.work(wrap.body, body, &mut compiled.columns))
                    });
                    Step::Around { ends, cylinder, side: wrap.side, works }
                }
                [one, two] if one.body == body_1 && two.body != body_2 => {
                    let cylinders = [self.cylinder(one), self.cylinder(two)];
                    let works = [body_1, body_2].map(|body| {
                        (body != two.body).then(|| self.work(two.body, body, &mut compiled.columns))
                    });
                    let first = one.body_from_cylinder.apply_inverse(at_1);
                    let second = self.point(body_2, at_2);
                    Step::Calf { first, second, cylinders, sides: [one.side, two.side], works }
                }
                _ => {
                    return Err(MuscleError::Impossible {
                        muscle: muscle.name.clone(),
                        problem:
                            "goes around two cylinders of which the first is not on the bone of the point \
                                  before, or the second is on the bone of the point after"
                                .to_owned(),
                    });
                }
            };
            compiled.steps.push(step);
        }
        self.arms += compiled.columns.len();
        Ok(compiled)
    }

    fn point(&mut self, body: BodyId, at: Vector) -> usize {
        let wanted = (body.0, at);
        self.points.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            self.points.push(wanted);
            self.points.len() - 1
        })
    }

    fn cylinder(&mut self, wrap: &Wrap) -> usize {
        let (body, radius) = (wrap.body.0, wrap.radius);
        let same = |known: &Cylinder| {
            known.body == body
                && known.radius.to_bits() == radius.to_bits()
                && known.body_from_cylinder.frame == wrap.body_from_cylinder
        };
        self.cylinders.iter().position(same).unwrap_or_else(|| {
            let body_from_cylinder = Fixed::new(wrap.body_from_cylinder);
            self.cylinders.push(Cylinder { body, body_from_cylinder, radius });
            self.cylinders.len() - 1
        })
    }

    /// How the second bone moves against the first, in the columns of a muscle.
    fn work(&mut self, first: BodyId, second: BodyId, columns: &mut Vec<CoordinateId>) -> Work {
        let pair = self.pair(first.0, second.0);
        let column = |(coordinate, _, _): &(CoordinateId, Option<usize>, Option<usize>)| {
            columns.iter().position(|known| known == coordinate).unwrap_or_else(|| {
                columns.push(*coordinate);
                columns.len() - 1
            })
        };
        Work { pair, columns: self.pairs[pair].columns.iter().map(column).collect() }
    }

    fn pair(&mut self, first: usize, second: usize) -> usize {
        if let Some(known) = self.pairs.iter().position(|pair| pair.bodies == [first, second]) {
            return known;
        }
        let (from, to) = (&self.chain.carried[first], &self.chain.carried[second]);
        let slot = |list: &[(CoordinateId, usize)], wanted: CoordinateId| {
            list.iter().find(|(coordinate, _)| *coordinate == wanted).map(|(_, slot)| *slot)
        };
        let only_first = from.iter().filter(|(coordinate, _)| slot(to, *coordinate).is_none());
        let columns: Vec<_> = to
            .iter()
            .chain(only_first)
            .map(|(coordinate, _)| (*coordinate, slot(to, *coordinate), slot(from, *coordinate)))
            .filter(|(_, add, take)| add != take)
            .collect();
        let at = self.movements;
        self.movements += columns.len();
        self.pairs.push(Pair { bodies: [first, second], columns, at });
        self.pairs.len() - 1
    }
}
