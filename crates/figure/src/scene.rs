//! A stage holds the key poses of one exercise in their places; a scene is one moment on it.
//!
//! Key poses are written with the right side working. Asked for the left side, the whole scene is mirrored, body,
//! things and view alike, so the picture of one side is exactly the mirror of the other.

use std::collections::BTreeMap;

use counterpose_body::envelope::parts;
use counterpose_body::spec::{ExercisePoses, Prop, SpecError, View};
use counterpose_body::{PlacedPose, Placement, Pose, Vector, Way, human, place, settle, settle_between};
use counterpose_content::stretch;
use counterpose_quantity::{Mirror, Side};

use crate::arrow;
use crate::camera::Camera;
use crate::muscles::{self, Belly};
use crate::props::{PlacedProp, place_props};
use crate::solid::PartSolid;
use crate::turn::{Reach, Turn};
use crate::words::{self, Phrase};

/// The part of the picture that is shown, in SVG units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// One moment, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub(crate) view: View,
    pub(crate) parts: Vec<PartSolid>,
    pub(crate) props: Vec<PlacedProp>,
    pub(crate) working: Option<Side>,
    pub(crate) arrow: Vec<Vector>,
    pub(crate) bellies: Vec<Belly>,
    pub(crate) frame: Frame,
    turn: Turn,
    reach: Reach,
}

impl Scene {
    /// The same moment after walking round; the whole stage has room in the picture.
    #[must_use]
    pub fn turned(mut self, turn: Turn) -> Self {
        self.turn = turn;
        if turn != Turn::FRONT {
            self.frame = self.reach.frame(&self.camera());
        }
        self
    }

    pub(crate) fn camera(&self) -> Camera {
        Camera::from(self.view, self.turn)
    }
}

/// The key poses of one exercise, each in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    exercise: Option<String>,
    placed: BTreeMap<String, PlacedPose>,
    frames: Vec<(View, Frame)>,
    reach: Reach,
}

impl Stage {
    /// Puts the key poses of an exercise in their places. Some milliseconds of work; keep the result.
    ///
    /// # Errors
    /// Where a pose names what does not exist.
    pub fn of(poses: &ExercisePoses) -> Result<Self, SpecError> {
        let placed = settle(human(), poses)?;
        let frames = find_frames(&placed);
        let reach = find_reach(&placed);
        Ok(Self { exercise: None, placed, frames, reach })
    }

    /// The stage of an exercise of the library.
    #[must_use]
    pub fn of_exercise(id: &str) -> Option<Self> {
        let stage = Self::of(counterpose_content::poses(id)?).ok()?;
        Some(Self { exercise: Some(id.to_owned()), ..stage })
    }

    /// The key poses by name.
    pub fn poses(&self) -> impl Iterator<Item = (&str, &PlacedPose)> {
        self.placed.iter().map(|(name, placed)| (name.as_str(), placed))
    }

    /// A key pose standing still.
    #[must_use]
    pub fn still(&self, pose: &str, side: Option<Side>) -> Option<Scene> {
        self.scene(pose, pose, 0.0, side)
    }

    /// A key pose in words: pieces for [`crate::sentence`]. Empty where there is no such pose.
    #[must_use]
    pub fn words(&self, pose: &str, side: Option<Side>) -> Vec<Phrase> {
        let phrases = self.placed.get(pose).map(words::phrases).unwrap_or_default();
        if side == Some(Side::Left) { phrases.mirror() } else { phrases }
    }

    /// A moment between two key poses: 0 is `from`, 1 is `to`. `side` is the working side; without one no side is
    /// marked and the pose is drawn as it was written. `None` where a pose does not exist.
    #[must_use]
    pub fn scene(&self, from: &str, to: &str, t: f64, side: Option<Side>) -> Option<Scene> {
        self.moment(from, to, t, side, false)
    }

    /// The same scene with the muscles that lengthen drawn on the body, coloured by how much longer they are than in
    /// standing; none for poses that belong to no exercise of the library.
    #[must_use]
    pub fn scene_with_muscles(&self, from: &str, to: &str, t: f64, side: Option<Side>) -> Option<Scene> {
        self.moment(from, to, t, side, true)
    }

    fn moment(&self, from: &str, to: &str, t: f64, side: Option<Side>, muscles: bool) -> Option<Scene> {
        let (start, end) = (self.placed.get(from)?, self.placed.get(to)?);
        let pose = self.pose_between(start, end, t);
        let view = start.key.view;
        let frame = self.frames.iter().find(|(seen, _)| *seen == view)?.1;
        let placement = place(human(), &pose);
        let exercise = self.exercise.as_deref().filter(|_| muscles);
        let bellies = exercise.map(|id| muscles::bellies(&stretch::seen(id, &pose), &placement));
        let bellies = bellies.unwrap_or_default();
        let scene = Scene {
            view,
            parts: parts().iter().map(|part| PartSolid::of(part, &placement)).collect(),
            props: place_props(&self.props_of(start, end), &placement),
            working: side.map(|_| Side::Right),
            arrow: Vec::new(),
            bellies,
            frame,
            turn: Turn::FRONT,
            reach: self.reach,
        };
        Some(if side == Some(Side::Left) { scene.mirror() } else { scene })
    }

    /// The same scene with a small arrow along the way from one key pose to the other; nothing to point at where
    /// they hardly differ. Costs some moments of the movement: keep it rather than ask for it every frame.
    #[must_use]
    pub fn scene_with_arrow(&self, from: &str, to: &str, t: f64, side: Option<Side>) -> Option<Scene> {
        let mut scene = self.scene(from, to, t, side)?;
        let (start, end) = (self.placed.get(from)?, self.placed.get(to)?);
        let ways: Vec<Placement> =
            (0..=4).map(|i| place(human(), &self.pose_between(start, end, f64::from(i) * 0.25))).collect();
        let way = arrow::longest_way(&ways);
        scene.arrow =
            if side == Some(Side::Left) { way.into_iter().map(Vector::mirrored).collect() } else { way };
        Some(scene)
    }

    fn pose_between(&self, start: &PlacedPose, end: &PlacedPose, t: f64) -> Pose {
        if t <= 0.0 || t.is_nan() || start == end {
            start.found.pose.clone()
        } else if t >= 1.0 {
            end.found.pose.clone()
        } else {
            let via = end.key.via.as_ref().or(start.key.via.as_ref());
            let via = via.and_then(|via| self.placed.get(via));
            settle_between(human(), Way { from: start, via, to: end }, t).pose
        }
    }

    /// The things of both poses, each once.
    fn props_of(&self, start: &PlacedPose, end: &PlacedPose) -> Vec<Prop> {
        let mut props = start.key.props.clone();
        let more = end.key.props.iter().filter(|prop| !start.key.props.contains(prop));
        props.extend(more.cloned());
        props
    }
}

/// One frame for each view, wide enough for every key pose seen in it, so that nothing jumps.
fn find_frames(placed: &BTreeMap<String, PlacedPose>) -> Vec<(View, Frame)> {
    let mut frames: Vec<(View, Frame)> = Vec::new();
    for placed in placed.values() {
        let view = placed.key.view;
        let camera = Camera::of(view);
        let placement = place(human(), &placed.found.pose);
        let solids = parts().iter().flat_map(|part| PartSolid::of(part, &placement).solids);
        let mut frame = Frame { left: 1e9, top: 1e9, right: -1e9, bottom: -1e9 };
        for solid in solids {
            let seen = solid.seen(&camera);
            frame.left = frame.left.min(-seen.farthest(-1.0, 0.0).1);
            frame.right = frame.right.max(seen.farthest(1.0, 0.0).1);
            frame.top = frame.top.min(-seen.farthest(0.0, -1.0).1);
            frame.bottom = frame.bottom.max(seen.farthest(0.0, 1.0).1);
        }
        for corner in place_props(&placed.key.props, &placement).iter().flat_map(PlacedProp::corners) {
            let p = camera.point(corner);
            frame.left = frame.left.min(p.x);
            frame.right = frame.right.max(p.x);
            frame.top = frame.top.min(p.y);
            frame.bottom = frame.bottom.max(p.y);
        }
        match frames.iter_mut().find(|(seen, _)| *seen == view) {
            Some((_, known)) => *known = known.around(&frame),
            None => frames.push((view, frame)),
        }
    }
    frames
}

/// What everything on the stage keeps within.
fn find_reach(placed: &BTreeMap<String, PlacedPose>) -> Reach {
    let (mut least, mut greatest) = (Vector::new(1e9, 1e9, 1e9), Vector::new(-1e9, -1e9, -1e9));
    let mut hold = |p: Vector, r: Vector| {
        least = Vector::new(least.x.min(p.x - r.x), least.y.min(p.y - r.y), least.z.min(p.z - r.z));
        greatest =
            Vector::new(greatest.x.max(p.x + r.x), greatest.y.max(p.y + r.y), greatest.z.max(p.z + r.z));
    };
    let [x, y, z] = [Vector::new(1.0, 0.0, 0.0), Vector::new(0.0, 1.0, 0.0), Vector::new(0.0, 0.0, 1.0)];
    for placed in placed.values() {
        let placement = place(human(), &placed.found.pose);
        for solid in parts().iter().flat_map(|part| PartSolid::of(part, &placement).solids) {
            hold(solid.centre, Vector::new(solid.reach(x), solid.reach(y), solid.reach(z)));
        }
        for corner in place_props(&placed.key.props, &placement).iter().flat_map(PlacedProp::corners) {
            hold(corner, Vector::ZERO);
        }
    }
    Reach::around(least, greatest)
}

impl Frame {
    fn around(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Mirror for Frame {
    fn mirror(self) -> Self {
        Self { left: -self.right, right: -self.left, ..self }
    }
}

impl Mirror for Scene {
    fn mirror(self) -> Self {
        Self {
            view: self.view.mirror(),
            parts: self.parts.mirror(),
            props: self.props.mirror(),
            working: self.working.mirror(),
            arrow: self.arrow.into_iter().map(Vector::mirrored).collect(),
            bellies: self.bellies.mirror(),
            frame: self.frame.mirror(),
            turn: Turn::steps(-self.turn.count()),
            reach: self.reach.mirrored(),
        }
    }
}
