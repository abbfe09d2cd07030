//! Walking round a scene: the same moment from elsewhere.
//!
//! The view that explains a pose stays the first; a turn is counted from it, in steps, so that every picture can be
//! drawn once and kept. A turned picture has room for the whole stage from every side, so nothing grows or jumps on
//! the way round. What this module does not do: listen to hands; the page does.

use counterpose_body::Vector;

use crate::camera::{Camera, UNITS_PER_METRE};
use crate::scene::Frame;

/// Steps in a whole turn.
pub const STEPS: i32 = 24;

/// How far somebody has walked round, in steps; positive towards the person's right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Turn(i32);

impl Turn {
    /// Where the view explains the pose.
    pub const FRONT: Self = Self(0);

    /// So many steps; whole turns change nothing.
    #[must_use]
    pub const fn steps(steps: i32) -> Self {
        Self((steps + STEPS / 2).rem_euclid(STEPS) - STEPS / 2)
    }

    /// Further by so many steps.
    #[must_use]
    pub const fn by(self, steps: i32) -> Self {
        Self::steps(self.0.wrapping_add(steps))
    }

    /// Steps from the first view, from minus half a turn to just under half a turn.
    #[must_use]
    pub const fn count(self) -> i32 {
        self.0
    }

    pub(crate) fn degrees(self) -> f64 {
        f64::from(self.0) * 360.0 / f64::from(STEPS)
    }
}

/// The upright cylinder round everything on a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reach {
    axis: Vector,
    radius_m: f64,
    low_m: f64,
    high_m: f64,
}

impl Reach {
    /// Round a box of the ground, given by its least and greatest corner.
    pub(crate) fn around(least: Vector, greatest: Vector) -> Self {
        let half = (greatest - least) * 0.5;
        let axis = Vector::new(least.x + half.x, 0.0, least.z + half.z);
        Self {
            axis,
            radius_m: (half.x * half.x + half.z * half.z).sqrt(),
            low_m: least.y,
            high_m: greatest.y,
        }
    }

    /// What of the picture holds it, from any side.
    pub(crate) fn frame(&self, camera: &Camera) -> Frame {
        let middle = camera.point(self.axis);
        let wide = self.radius_m * UNITS_PER_METRE;
        let deep = wide * (1.0 - camera.up.y * camera.up.y).max(0.0).sqrt();
        let height = |y: f64| -y * camera.up.y * UNITS_PER_METRE;
        Frame {
            left: middle.x - wide,
            right: middle.x + wide,
            top: middle.y + height(self.high_m) - deep,
            bottom: middle.y + height(self.low_m) + deep,
        }
    }

    /// The same stage mirrored.
    pub(crate) fn mirrored(self) -> Self {
        Self { axis: self.axis.mirrored(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use counterpose_quantity::{Mirror, Side};

    use super::*;
    use crate::Stage;

    #[test]
    fn whole_turns_lead_back() {
        for steps in -60..60 {
            assert_eq!(Turn::steps(steps), Turn::steps(steps + STEPS));
            assert_eq!(Turn::steps(steps).by(-steps), Turn::FRONT);
            assert!((-STEPS / 2..STEPS / 2).contains(&Turn::steps(steps).count()));
        }
        assert_eq!(Turn::steps(6).degrees(), 90.0);
    }

    #[test]
    fn on_the_way_round_the_whole_body_stays_in_a_picture_of_one_size() {
        for (exercise, from, to) in [("clamshell", "closed", "open"), ("glute-bridge", "down", "up")] {
            let stage = Stage::of_exercise(exercise).unwrap();
            let mut size = None;
            for (steps, side) in (1..STEPS).flat_map(|steps| [(steps, Side::Left), (steps, Side::Right)]) {
                let scene = stage.scene(from, to, 0.5, Some(side)).unwrap().turned(Turn::steps(steps));
                let (camera, Frame { left, top, right, bottom }) = (scene.camera(), scene.frame);
                for solid in scene.parts.iter().flat_map(|part| &part.solids) {
                    let seen = solid.seen(&camera);
                    let inside = seen.farthest(1.0, 0.0).1 <= right + 1.0
                        && -seen.farthest(-1.0, 0.0).1 >= left - 1.0
                        && seen.farthest(0.0, 1.0).1 <= bottom + 1.0
                        && -seen.farthest(0.0, -1.0).1 >= top - 1.0;
                    assert!(inside, "{exercise} turned by {steps}");
                }
                let known = *size.get_or_insert([right - left, bottom - top]);
                assert!((known[0] - right + left).abs() + (known[1] - bottom + top).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_left_side_turned_is_the_mirror_of_the_right_side_turned_the_other_way() {
        let stage = Stage::of_exercise("clamshell").unwrap();
        let seen =
            |side, steps| stage.scene("closed", "open", 1.0, Some(side)).unwrap().turned(Turn::steps(steps));
        assert_eq!(seen(Side::Left, 5).mirror(), seen(Side::Right, -5));
    }
}
