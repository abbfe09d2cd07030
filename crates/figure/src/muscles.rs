//! The muscles that lengthen, drawn on the body and coloured by how much.
//!
//! A belly lies along the path of each bundle of the body model, thickest in the middle. It is drawn over the body, for
//! most of these muscles lie deep; colour tells how much longer it is than in standing. What this module does not do:
//! measure; `counterpose_content::stretch` does.

use counterpose_body::envelope::Skin;
use counterpose_body::muscle::muscles;
use counterpose_body::{Placement, Vector};
use counterpose_content::stretch::Seen;
use counterpose_quantity::{Mirror, Side, num, order};

use crate::body::Shape;
use crate::camera::Camera;
use crate::outline::outline;
use crate::path::Path;
use crate::solid::Solid;
use crate::style::Paint;

/// Shares of optimal fibre length from which a muscle is drawn as clearly, and as much longer.
const CLEARLY: f64 = 0.15;
const MUCH: f64 = 0.35;
/// Balls along a belly.
const BALLS: u32 = 7;
/// Radii in the middle of a muscle of one bundle, from the thinnest to the thickest, in metres.
const RADIUS_M: (f64, f64) = (0.006, 0.017);

/// How much longer a muscle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Longer {
    Little,
    Clearly,
    Much,
}

/// One bundle of a muscle as a row of balls.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Belly {
    pub side: Side,
    longer: Longer,
    solids: Vec<Solid>,
}

/// The bellies of what lengthens, those that lengthen most last.
pub(crate) fn bellies(seen: &[Seen], placement: &Placement) -> Vec<Belly> {
    let mut all: Vec<Belly> = seen.iter().flat_map(|one| of_muscle(one, placement)).collect();
    order::sort_by_key(&mut all, |belly| belly.longer);
    all
}

fn of_muscle(seen: &Seen, placement: &Placement) -> Vec<Belly> {
    let bundles = &seen.structure.bundles[usize::from(seen.side == Side::Left)];
    let longer = match seen.of_fibre {
        share if share >= MUCH => Longer::Much,
        share if share >= CLEARLY => Longer::Clearly,
        _ => Longer::Little,
    };
    #[allow(clippy::cast_precision_loss, reason = "some bundles")]
    let thinner = 1.0 / (bundles.len().max(1) as f64).sqrt();
    let belly = |line: &[Vector]| {
        let length: f64 = line.windows(2).map(|pair| (pair[1] - pair[0]).norm()).sum();
        let radius = (0.13 * length * thinner).clamp(RADIUS_M.0 * thinner, RADIUS_M.1);
        let balls = (0..BALLS).map(|i| {
            let along = 0.06 + 0.88 * f64::from(i) / f64::from(BALLS - 1);
            let round = num::sin(core::f64::consts::PI * along).max(0.0).sqrt();
            let r = radius * (0.25 + 0.75 * round);
            let axes = [Vector::new(r, 0.0, 0.0), Vector::new(0.0, r, 0.0), Vector::new(0.0, 0.0, r)];
            Solid { centre: along_line(line, along * length), axes }
        });
        Belly { side: seen.side, longer, solids: balls.collect() }
    };
    bundles
        .iter()
        .map(|bundle| muscles().bundle(*bundle).line(placement))
        .filter(|line| line.len() > 1)
        .map(|line| belly(&line))
        .collect()
}

/// The point so far along a line of points.
fn along_line(line: &[Vector], mut way_m: f64) -> Vector {
    for pair in line.windows(2) {
        let length = (pair[1] - pair[0]).norm();
        if way_m <= length && length > 0.0 {
            return pair[0].lerp(pair[1], way_m / length);
        }
        way_m -= length;
    }
    line.last().copied().unwrap_or(Vector::ZERO)
}

/// The shapes of bellies: each colour one shape, so that bundles that overlap make one muscle.
pub(crate) fn shapes(bellies: &[Belly], camera: &Camera) -> Vec<Shape> {
    let paints = [
        (Longer::Little, Paint::StretchLittle),
        (Longer::Clearly, Paint::StretchClearly),
        (Longer::Much, Paint::StretchMuch),
    ];
    let of = |(longer, paint)| {
        let mut path = Path::default();
        for belly in bellies.iter().filter(|belly| belly.longer == longer) {
            outline(&mut path, &belly.solids, Skin::Row, camera);
        }
        (!path.d.is_empty()).then(|| Shape::new(paint, path))
    };
    paints.into_iter().filter_map(of).collect()
}

impl Mirror for Belly {
    fn mirror(self) -> Self {
        let solids = self.solids.into_iter().map(Solid::mirror).collect();
        Self { side: self.side.mirror(), solids, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Labels, Stage, Turn, pose_svg};

    fn picture(exercise: &str, pose: &str, side: Side) -> String {
        let stage = Stage::of_exercise(exercise).unwrap();
        let scene = stage.scene_with_muscles(pose, pose, 0.0, Some(side)).unwrap();
        pose_svg(&scene.turned(Turn::FRONT), &Labels::default())
    }

    #[test]
    fn the_lunge_shows_what_it_lengthens_and_a_bridge_nothing() {
        let stage = Stage::of_exercise("half-kneeling-hip-flexor-stretch").unwrap();
        let (pose, _) = stage.poses().last().unwrap();
        assert!(picture("half-kneeling-hip-flexor-stretch", pose, Side::Right).contains("cp-fig-stretch-"));
        assert!(!picture("glute-bridge", "up", Side::Right).contains("cp-fig-stretch-"));
    }

    #[test]
    fn the_bellies_of_the_left_are_the_mirror_of_the_right() {
        let stage = Stage::of_exercise("supine-figure-four").unwrap();
        let (pose, _) = stage.poses().last().unwrap();
        let of = |side| stage.scene_with_muscles(pose, pose, 0.0, Some(side)).unwrap();
        assert_eq!(of(Side::Left).mirror(), of(Side::Right));
    }

    #[test]
    fn a_point_along_a_line_is_where_it_is_said_to_be() {
        let x = |x| Vector::new(x, 0.0, 0.0);
        assert_eq!(along_line(&[x(0.0), x(1.0), x(3.0)], 2.0), x(2.0));
        assert_eq!(along_line(&[x(0.0), x(1.0)], 9.0), x(1.0));
    }
}
