//! The body as shapes: which part wears what, and where one grows into the next.
//!
//! Each part is a group of shapes with a line round it. Where a part grows out of one that is already painted, its
//! line stays open at the joint, so that a bent knee is one leg and yet crosses the other leg with a clear edge.

use counterpose_body::Vector;
use counterpose_body::envelope::Skin;
use counterpose_quantity::Side;

use crate::camera::Camera;
use crate::order::{Layered, paint_order};
use crate::outline::{outline, soft_outline};
use crate::path::Path;
use crate::scene::Scene;
use crate::solid::{PartSolid, Solid};
use crate::style::Paint;

/// A shape and what it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shape {
    pub paint: Paint,
    pub path: Path,
    /// Without the line its kind usually has.
    pub seam: bool,
}

impl Shape {
    pub(crate) const fn new(paint: Paint, path: Path) -> Self {
        Self { paint, path, seam: false }
    }

    const fn seam(paint: Paint, path: Path) -> Self {
        Self { paint, path, seam: true }
    }
}

/// Which part grows out of which: the first ball of one sits at the last of the other.
const GROWS: [(&str, &str); 6] = [
    ("shank", "thigh"),
    ("foot", "shank"),
    ("forearm", "upper-arm"),
    ("hand", "forearm"),
    ("thigh", "trunk"),
    ("upper-arm", "trunk"),
];

/// Parts that are painted with another.
const WITHIN: [&str; 5] = ["face", "nose", "ear", "thumb", "glute"];

/// Units by which a part lies on top of another where depth hardly differs.
fn on_top(name: &str) -> f64 {
    match name {
        "hand" => 9.0,
        "forearm" => 7.0,
        "upper-arm" => 4.0,
        "head" | "foot" => 3.0,
        "shank" => 2.0,
        _ => 0.0,
    }
}

/// Every shape of the body, farthest first.
pub(crate) fn shapes(scene: &Scene, camera: &Camera) -> Vec<Shape> {
    let worn = Worn { scene, camera };
    let parts: Vec<&PartSolid> = scene.parts.iter().filter(|part| !WITHIN.contains(&part.name)).collect();
    let layered: Vec<Layered> = parts.iter().map(|part| worn.layered(part)).collect();
    let order = paint_order(&layered);
    let mut shapes = Vec::new();
    for (position, &i) in order.iter().enumerate() {
        let part = parts[i];
        let done = |name: &str| {
            order[..position]
                .iter()
                .any(|&j| parts[j].name == name && (parts[j].side.is_none() || parts[j].side == part.side))
        };
        let open = Open {
            start: GROWS.iter().any(|(child, parent)| *child == part.name && done(parent)),
            end: GROWS
                .iter()
                .any(|(child, parent)| *parent == part.name && *parent != "trunk" && done(child)),
        };
        worn.paint_part(part, open, &mut shapes);
    }
    shapes
}

/// At which ends the line of a part stays open.
#[derive(Clone, Copy)]
struct Open {
    start: bool,
    end: bool,
}

/// What the body of a scene wears, seen by a camera.
struct Worn<'a> {
    scene: &'a Scene,
    camera: &'a Camera,
}

impl Worn<'_> {
    fn part(&self, name: &str, side: Option<Side>) -> Option<&PartSolid> {
        self.scene.parts.iter().find(|part| part.name == name && part.side == side)
    }

    /// Whether a side is turned away from whoever looks.
    fn far(&self, side: Option<Side>) -> bool {
        let hip = |side: Side| {
            let solid = self.part("thigh", Some(side)).and_then(|part| part.solids.first());
            solid.map_or(0.0, |solid| self.camera.nearness(solid.centre))
        };
        side.is_some_and(|side| hip(side) < hip(side.other()) - 8.0)
    }

    fn works(&self, side: Option<Side>) -> bool {
        side.is_some() && side == self.scene.working
    }

    fn colour(&self, part: &PartSolid) -> Paint {
        let far = self.far(part.side);
        let pick = |near: Paint, away: Paint| if far { away } else { near };
        match part.name {
            "thigh" | "shank" if self.works(part.side) => pick(Paint::Work, Paint::WorkFar),
            "thigh" | "shank" => pick(Paint::Leg, Paint::LegFar),
            _ => pick(Paint::Skin, Paint::SkinFar),
        }
    }

    fn paint_part(&self, part: &PartSolid, open: Open, shapes: &mut Vec<Shape>) {
        match part.name {
            "trunk" => self.trunk(part, shapes),
            "head" => self.head(part, shapes),
            "hand" => self.hand(part, open, shapes),
            "upper-arm" => {
                self.limb(&part.solids, self.colour(part), open, shapes);
                let sleeve = if self.far(part.side) { Paint::ShirtFar } else { Paint::Shirt };
                let mut short: Vec<Solid> =
                    part.solids.iter().take(2).map(|solid| solid.scaled(1.05)).collect();
                if let [_, a, b, ..] = part.solids.as_slice() {
                    short.push(a.lerp(b, 0.35).scaled(1.06));
                }
                self.limb(&short, sleeve, Open { end: false, ..open }, shapes);
                self.light(&short, part.skin, shapes);
            }
            "foot" => {
                shapes.push(Shape::new(self.colour(part), self.row(&part.solids, part.skin)));
                if let (true, Some(shank)) = (open.start, self.part("shank", part.side)) {
                    self.cover(shank, part, shapes);
                }
            }
            "neck" => shapes.push(Shape::new(self.colour(part), self.row(&part.solids, part.skin))),
            _ => {
                self.limb(&part.solids, self.colour(part), open, shapes);
                self.light(&part.solids, part.skin, shapes);
            }
        }
    }

    fn row(&self, solids: &[Solid], skin: Skin) -> Path {
        let mut path = Path::default();
        outline(&mut path, solids, skin, self.camera);
        path
    }

    /// A row of balls whose line is open at the joints that are already painted.
    fn limb(&self, solids: &[Solid], paint: Paint, open: Open, shapes: &mut Vec<Shape>) {
        let whole = self.row(solids, Skin::Row);
        if !(open.start || open.end) {
            return shapes.push(Shape::new(paint, whole));
        }
        let mut lined = solids.to_vec();
        if let (true, [first, second, ..]) = (open.start, solids) {
            lined[0] = first.lerp(second, 0.3);
        }
        if let (true, [.., before, last], Some(end)) = (open.end, solids, lined.last_mut()) {
            *end = last.lerp(before, 0.3);
        }
        shapes.push(Shape::new(paint, self.row(&lined, Skin::Row)));
        shapes.push(Shape::seam(paint, whole));
    }

    /// Covers the line between the end of a part and a bundle painted over it, unless the bundle hides that end.
    fn cover(&self, part: &PartSolid, bundle: &PartSolid, shapes: &mut Vec<Shape>) {
        if let [.., before, last] = part.solids.as_slice() {
            let end = self.camera.nearness(last.centre);
            let over = bundle.solids.iter().map(|solid| self.camera.nearness(solid.centre) - end);
            if over.fold(0.0, f64::max) > 14.0 {
                return;
            }
            let piece = [last.scaled(0.97), last.lerp(before, 0.25).scaled(0.97)];
            shapes.push(Shape::seam(self.colour(part), self.row(&piece, Skin::Row)));
        }
    }

    /// A soft light from above along a part.
    fn light(&self, solids: &[Solid], skin: Skin, shapes: &mut Vec<Shape>) {
        for (size, lift) in [(0.62, 0.26), (0.36, 0.36)] {
            let lifted: Vec<Solid> = solids
                .iter()
                .map(|solid| {
                    let by = self.camera.up * (solid.reach(self.camera.up) * lift);
                    Solid { centre: solid.centre + by, ..solid.scaled(size) }
                })
                .collect();
            let mut path = Path::default();
            soft_outline(&mut path, &lifted, skin, self.camera);
            shapes.push(Shape::new(Paint::Light, path));
        }
    }

    /// Hips with the seat below, the shirt above.
    fn trunk(&self, part: &PartSolid, shapes: &mut Vec<Shape>) {
        let solids = &part.solids;
        let mut hips = self.row(solids.get(..2).unwrap_or_default(), part.skin);
        for side in Side::ALL {
            if let Some(glute) = self.part("glute", Some(side)) {
                outline(&mut hips, &glute.solids, glute.skin, self.camera);
            }
        }
        shapes.push(Shape::new(Paint::Leg, hips));
        let glute = self.scene.working.and_then(|side| self.part("glute", Some(side)));
        if let (Some(glute), Some(pelvis)) = (glute, solids.first()) {
            let nearer = |solid: &Solid| {
                self.camera.nearness(solid.centre) > self.camera.nearness(pelvis.centre) + 4.0
            };
            if glute.solids.iter().any(nearer) {
                shapes.push(Shape::seam(Paint::Work, self.row(&glute.solids, glute.skin)));
            }
        }
        if let [_, a, b, rest @ ..] = solids.as_slice() {
            let hem = a.lerp(b, 0.15).scaled(1.03);
            let above: Vec<Solid> = [hem, *b].into_iter().chain(rest.iter().copied()).collect();
            shapes.push(Shape::new(Paint::Shirt, self.row(&above, part.skin)));
            self.light(&above, part.skin, shapes);
        }
    }

    fn hand(&self, part: &PartSolid, open: Open, shapes: &mut Vec<Shape>) {
        let mut path = self.row(&part.solids, part.skin);
        if let Some(thumb) = self.part("thumb", part.side) {
            outline(&mut path, &thumb.solids, thumb.skin, self.camera);
        }
        shapes.push(Shape::new(self.colour(part), path));
        if let (true, Some(forearm)) = (open.start, self.part("forearm", part.side)) {
            self.cover(forearm, part, shapes);
        }
    }

    /// Hair, face, eyes and the nearer ear, in the order in which they hide each other.
    fn head(&self, head: &PartSolid, shapes: &mut Vec<Shape>) {
        let hair = Shape::new(Paint::Hair, self.row(&head.solids, head.skin));
        let mut face = Path::default();
        for name in ["face", "nose"] {
            if let Some(part) = self.part(name, None) {
                outline(&mut face, &part.solids, part.skin, self.camera);
            }
        }
        let nose = self.part("nose", None).and_then(|nose| nose.solids.first());
        let (Some(skull), Some(nose)) = (head.solids.first(), nose) else { return shapes.push(hair) };
        let looks = (nose.centre - skull.centre).unit().unwrap_or(Vector::ZERO).dot(self.camera.near);
        let face = Shape::new(Paint::Skin, face);
        shapes.extend(if looks > -0.35 { [hair, face] } else { [face, hair] });
        let middle = self.camera.nearness(skull.centre);
        if looks > 0.12 {
            // The nose's bridge is a small ball on the axes of the head: the mouth lies under it.
            let [ahead, up, right] = nose.axes;
            let centre = nose.centre + ahead * 0.9 - up * 6.4;
            let mouth = Solid { centre, axes: [ahead * 0.4, up * 0.2, right * 1.5] };
            shapes.push(Shape::new(Paint::Lip, self.row(&[mouth], Skin::Wrap)));
        }
        for side in Side::ALL {
            let Some(ear) = self.part("ear", Some(side)) else { continue };
            let Some(solid) = ear.solids.first() else { continue };
            if self.camera.nearness(solid.centre) > middle + 4.0 {
                shapes.push(Shape::new(Paint::Skin, self.row(&ear.solids, ear.skin)));
            }
            if looks > 0.12 {
                let outwards = (solid.centre - skull.centre) * 0.4;
                let eye = Solid { centre: nose.centre + outwards, axes: nose.axes.map(|axis| axis * 0.75) };
                if self.camera.nearness(eye.centre) > middle + 12.0 {
                    shapes.push(Shape::new(Paint::Eye, self.row(&[eye], Skin::Wrap)));
                }
            }
        }
    }

    fn layered(&self, part: &PartSolid) -> Layered {
        let mut seen = Vec::new();
        for (i, solid) in part.solids.iter().enumerate() {
            seen.push(solid.seen(self.camera));
            if let (Skin::Row, Some(next)) = (part.skin, part.solids.get(i + 1)) {
                seen.push(solid.lerp(next, 1.0 / 3.0).seen(self.camera));
                seen.push(solid.lerp(next, 2.0 / 3.0).seen(self.camera));
            }
        }
        Layered { seen, on_top: on_top(part.name) }
    }
}
