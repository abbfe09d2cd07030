//! The makings of a musculature, checked, and the musculature itself.
//!
//! The builder refuses what cannot be a muscle of the model: an unknown bone, a path that crosses no joint, a
//! cylinder without radius, a limit on a coordinate that follows another.

use super::program::Program;
use crate::nearest::hint;
use crate::{BodyId, CoordinateId, Model, Placement, Transform, Vector};

/// A muscle of one musculature, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MuscleId(pub(crate) usize);

impl MuscleId {
    /// Its place in [`Musculature::muscles`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// Where a path is anatomy.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The coordinate it is about.
    pub coordinate: CoordinateId,
    /// The least value.
    pub min: f64,
    /// The greatest value.
    pub max: f64,
    /// What happens outside, in plain words.
    pub why: String,
}

/// A way around a cylinder within a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrap {
    pub body: BodyId,
    pub body_from_cylinder: Transform,
    pub radius: f64,
    /// Between this point and the next, from 0.
    pub after: usize,
    pub side: f64,
}

/// One muscle, or one bundle of a muscle.
#[derive(Clone, Debug, PartialEq)]
pub struct Muscle {
    /// Its name, as in the reference data.
    pub name: String,
    /// The length at which its fibres are strongest, in metres.
    pub optimal_fibre_m: f64,
    /// Where its path is anatomy.
    pub limits: Vec<Limit>,
    pub(crate) points: Vec<(BodyId, Vector)>,
    pub(crate) wraps: Vec<Wrap>,
}

impl Muscle {
    /// The points its path is led through, in the ground; around a cylinder it may bend more than the line between
    /// them. For drawing.
    #[must_use]
    pub fn line(&self, placement: &Placement) -> Vec<Vector> {
        self.points.iter().map(|(body, point)| placement.ground_from(*body).apply(*point)).collect()
    }

    /// Around how many cylinders its path may go.
    #[must_use]
    pub const fn cylinders(&self) -> usize {
        self.wraps.len()
    }
}

/// A muscle as people name it: one bundle or several a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// As the library names it.
    pub name: String,
    /// The bundles of the right side, then those of the left.
    pub bundles: [Vec<MuscleId>; 2],
    /// Whether every other bundle goes on in the first: only their sum is the muscle people have.
    pub series: bool,
}

/// All muscles of one model. Immutable.
#[derive(Clone, Debug)]
pub struct Musculature {
    notice: Vec<String>,
    left_out: Vec<(String, String)>,
    structures: Vec<Structure>,
    muscles: Vec<Muscle>,
    coordinates: Vec<String>,
    pub(crate) program: Program,
}

impl Musculature {
    /// Source, licence, citations and changes, a line each.
    #[must_use]
    pub fn notice(&self) -> &[String] {
        &self.notice
    }

    /// Muscles of the source that are not here, each with the reason.
    #[must_use]
    pub fn left_out(&self) -> &[(String, String)] {
        &self.left_out
    }

    /// The muscles.
    #[must_use]
    pub fn muscles(&self) -> &[Muscle] {
        &self.muscles
    }

    /// The muscle at this place.
    #[must_use]
    pub fn bundle(&self, muscle: MuscleId) -> &Muscle {
        &self.muscles[muscle.0]
    }

    /// The muscle with this name.
    #[must_use]
    pub fn muscle(&self, name: &str) -> Option<MuscleId> {
        self.muscles.iter().position(|muscle| muscle.name == name).map(MuscleId)
    }

    /// Muscles as people name them.
    #[must_use]
    pub fn structures(&self) -> &[Structure] {
        &self.structures
    }

    /// The structure with this name.
    #[must_use]
    pub fn structure(&self, name: &str) -> Option<&Structure> {
        self.structures.iter().find(|structure| structure.name == name)
    }

    /// The coordinates a muscle crosses, in the order of its moment arms.
    #[must_use]
    pub fn crossed(&self, muscle: MuscleId) -> &[CoordinateId] {
        &self.program.muscles[muscle.0].columns
    }

    /// The name of a coordinate of the model these muscles belong to.
    pub(crate) fn coordinate_name(&self, coordinate: CoordinateId) -> &str {
        &self.coordinates[coordinate.0]
    }
}

/// Why muscles were refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MuscleError {
    /// A name stands for two things.
    #[error("the {kind} `{name}` is there twice: give each its own name")]
    Twice {
        /// Muscle, cylinder or structure.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// A name stands for nothing.
    #[error("`{user}` names the {kind} `{name}`, which is not there{hint}")]
    Unknown {
        /// Body, cylinder, coordinate or muscle.
        kind: &'static str,
        /// What is not there.
        name: String,
        /// Who asked for it.
        user: String,
        /// The nearest known one, as words.
        hint: String,
    },
    /// Something that cannot be.
    #[error("`{muscle}` {problem}")]
    Impossible {
        /// The muscle or cylinder.
        muscle: String,
        /// What is wrong with it.
        problem: String,
    },
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Plans {
    pub notice: Vec<String>,
    pub left_out: Vec<(String, String)>,
    pub structures: Vec<(String, Vec<String>)>,
    pub series: Vec<String>,
    pub cylinders: Vec<CylinderPlan>,
    pub muscles: Vec<MusclePlan>,
}

#[derive(Clone, Debug)]
pub(crate) struct CylinderPlan {
    pub name: String,
    pub body: String,
    pub body_from_cylinder: Transform,
    pub radius: f64,
}

#[derive(Clone, Debug)]
pub(crate) struct WrapPlan {
    pub cylinder: String,
    pub after: usize,
    pub side: f64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct MusclePlan {
    pub name: String,
    pub optimal_fibre_m: f64,
    pub points: Vec<(String, Vector)>,
    pub wraps: Vec<WrapPlan>,
    pub limits: Vec<(String, f64, f64, String)>,
}

impl Plans {
    /// Checks everything and makes the musculature.
    pub(crate) fn finish(self, model: &Model) -> Result<Musculature, MuscleError> {
        for (i, cylinder) in self.cylinders.iter().enumerate() {
            if self.cylinders[..i].iter().any(|other| other.name == cylinder.name) {
                return Err(MuscleError::Twice { kind: "cylinder", name: cylinder.name.clone() });
            }
            if cylinder.radius <= 0.0 {
                return Err(impossible(&cylinder.name, "has no radius: a cylinder is thicker than a line"));
            }
            body(model, &cylinder.body, &cylinder.name)?;
        }
        let mut muscles: Vec<Muscle> = Vec::with_capacity(self.muscles.len());
        for plan in &self.muscles {
            if muscles.iter().any(|other| other.name == plan.name) {
                return Err(MuscleError::Twice { kind: "muscle", name: plan.name.clone() });
            }
            muscles.push(self.muscle(model, plan)?);
        }
        let structures = self.structures(&muscles)?;
        let program = Program::compile(model, &muscles)?;
        Ok(Musculature {
            notice: self.notice,
            left_out: self.left_out,
            structures,
            coordinates: model.coordinates().iter().map(|coordinate| coordinate.name.clone()).collect(),
            muscles,
            program,
        })
    }

    fn muscle(&self, model: &Model, plan: &MusclePlan) -> Result<Muscle, MuscleError> {
        let refuse = |problem: &str| impossible(&plan.name, problem);
        if plan.optimal_fibre_m <= 0.0 {
            return Err(refuse("has no fibre length: it must be more than zero"));
        }
        if plan.points.len() < 2 {
            return Err(refuse("needs at least two points"));
        }
        let points = plan
            .points
            .iter()
            .map(|(name, at)| Ok((body(model, name, &plan.name)?, *at)))
            .collect::<Result<Vec<_>, MuscleError>>()?;
        if points.iter().all(|(body, _)| *body == points[0].0) {
            return Err(refuse("crosses no joint: all its points are on one bone"));
        }
        let wraps =
            plan.wraps.iter().map(|wrap| self.wrap(model, plan, wrap)).collect::<Result<Vec<_>, _>>()?;
        for wrap in &wraps {
            if wraps.iter().filter(|other| other.after == wrap.after).count() > 2 {
                return Err(refuse("goes around more than two cylinders in one gap"));
            }
        }
        let mut limits = Vec::new();
        for (name, min, max, why) in &plan.limits {
            let Some(coordinate) = model.coordinate(name) else {
                let known = model.coordinates().iter().map(|c| c.name.as_str());
                return Err(unknown("coordinate", name, &plan.name, known));
            };
            if model.coordinates()[coordinate.0].coupling.is_some() {
                return Err(refuse(&format!("is limited by `{name}`, which follows another coordinate")));
            }
            if min >= max {
                return Err(refuse(&format!("is limited to {min} to {max} of `{name}`, which is no range")));
            }
            limits.push(Limit { coordinate, min: *min, max: *max, why: why.clone() });
        }
        let (name, optimal_fibre_m) = (plan.name.clone(), plan.optimal_fibre_m);
        Ok(Muscle { name, optimal_fibre_m, limits, points, wraps })
    }

    fn wrap(&self, model: &Model, plan: &MusclePlan, wrap: &WrapPlan) -> Result<Wrap, MuscleError> {
        let Some(cylinder) = self.cylinders.iter().find(|cylinder| cylinder.name == wrap.cylinder) else {
            let known = self.cylinders.iter().map(|cylinder| cylinder.name.as_str());
            return Err(unknown("cylinder", &wrap.cylinder, &plan.name, known));
        };
        if wrap.after == 0 || wrap.after >= plan.points.len() {
            return Err(impossible(&plan.name, &format!("has no gap after point {}", wrap.after)));
        }
        Ok(Wrap {
            body: body(model, &cylinder.body, &cylinder.name)?,
            body_from_cylinder: cylinder.body_from_cylinder,
            radius: cylinder.radius,
            after: wrap.after - 1,
            side: wrap.side,
        })
    }

    fn structures(&self, muscles: &[Muscle]) -> Result<Vec<Structure>, MuscleError> {
        let mut structures: Vec<Structure> = Vec::new();
        for (name, stems) in &self.structures {
            if structures.iter().any(|other| other.name == *name) {
                return Err(MuscleError::Twice { kind: "structure", name: name.clone() });
            }
            let side = |suffix: &str| {
                let bundle = |stem: &String| {
                    let wanted = format!("{stem}{suffix}");
                    let known = || muscles.iter().map(|muscle| muscle.name.as_str());
                    match muscles.iter().position(|muscle| muscle.name == wanted) {
                        Some(at) => Ok(MuscleId(at)),
                        None => Err(unknown("muscle", stem, name, known())),
                    }
                };
                stems.iter().map(bundle).collect::<Result<Vec<_>, _>>()
            };
            let series = self.series.contains(name);
            structures.push(Structure { name: name.clone(), bundles: [side("_r")?, side("_l")?], series });
        }
        Ok(structures)
    }
}

fn body(model: &Model, name: &str, user: &str) -> Result<BodyId, MuscleError> {
    model.body(name).ok_or_else(|| unknown("body", name, user, model.bodies()))
}

fn impossible(name: &str, problem: &str) -> MuscleError {
    MuscleError::Impossible { muscle: name.to_owned(), problem: problem.to_owned() }
}

fn unknown<'a>(
    kind: &'static str,
    name: &str,
    user: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> MuscleError {
    MuscleError::Unknown { kind, name: name.to_owned(), user: user.to_owned(), hint: hint(name, known) }
}
