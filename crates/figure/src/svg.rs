//! The document: floor, shadow, things, body, arrow, with title and description.
//!
//! Nothing is positioned by style; every shape has a class and presentation attributes. Identifiers inside the
//! picture carry the given prefix, so that several pictures can stand on one page.

use counterpose_body::Vector;

use crate::body::{self, Shape};
use crate::camera::{Camera, UNITS_PER_METRE};
use crate::outline::{outline, soft_outline};
use crate::path::{Path, number};
use crate::scene::Scene;
use crate::solid::Solid;
use crate::style::Paint;
use crate::{arrow, muscles, scene};

/// The words of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labels<'a> {
    /// Unique on the page; letters, digits and dashes.
    pub id: &'a str,
    /// A short name: the exercise and the moment.
    pub title: &'a str,
    /// The pose in words.
    pub description: &'a str,
}

/// Units of air around the figure.
const MARGIN: f64 = 14.0;

/// Draws a scene as one SVG element.
#[must_use]
pub fn pose_svg(scene: &Scene, labels: &Labels<'_>) -> String {
    let camera = scene.camera();
    let mut out = String::with_capacity(24_000);
    open(&mut out, scene, labels);
    for shape in everything(scene, &camera) {
        if shape.path.d.is_empty() {
            continue;
        }
        out.push_str("<path");
        shape.paint.attributes(shape.seam, &mut out);
        out.push_str(" d=\"");
        out.push_str(&shape.path.d);
        out.push_str("\"/>");
    }
    out.push_str("</svg>");
    out
}

fn everything(scene: &Scene, camera: &Camera) -> Vec<Shape> {
    let mut shapes = floor(scene, camera);
    let trunk = scene.parts.iter().find(|part| part.name == "trunk").and_then(|part| part.solids.first());
    let nearness = trunk.map_or(0.0, |solid| camera.nearness(solid.centre));
    let things: Vec<_> = scene.props.iter().flat_map(|prop| prop.shapes(camera, nearness)).collect();
    let behind = things.iter().filter(|thing| !thing.over && thing.paint == Paint::Mat);
    shapes.extend(behind.map(|thing| Shape::new(thing.paint, thing.path.clone())));
    shapes.extend(shadow(scene, camera));
    let behind = things.iter().filter(|thing| !thing.over && thing.paint != Paint::Mat);
    shapes.extend(behind.map(|thing| Shape::new(thing.paint, thing.path.clone())));
    shapes.extend(body::shapes(scene, camera));
    shapes.extend(muscles::shapes(&scene.bellies, camera));
    shapes.extend(
        things.into_iter().filter(|thing| thing.over).map(|thing| Shape::new(thing.paint, thing.path)),
    );
    shapes.extend(arrow::draw(&scene.arrow, camera).map(|path| Shape::new(Paint::Arrow, path)));
    shapes
}

/// A soft patch of floor under everything.
fn floor(scene: &Scene, camera: &Camera) -> Vec<Shape> {
    let scene::Frame { left, right, .. } = scene.frame;
    let half = (right - left) * 0.5 / UNITS_PER_METRE + 0.04;
    let low = scene.parts.iter().flat_map(|part| &part.solids).filter(|solid| solid.centre.y < 0.45);
    let (mut sum, mut count) = (Vector::ZERO, 0.0);
    for solid in low {
        sum = sum + solid.centre;
        count += 1.0;
    }
    let middle = if count > 0.0 { sum * (1.0 / count) } else { sum };
    // The middle of the patch is in the middle of the picture, at the depth of what stands on it.
    let shown = (left + right) * 0.5 / UNITS_PER_METRE;
    let along = Vector::new(camera.right.x, 0.0, camera.right.z);
    let centre = Vector::new(middle.x, 0.0, middle.z);
    let centre = centre + along * (shown - camera.right.dot(centre));
    let depth = Vector::new(camera.near.x, 0.0, camera.near.z).unit().unwrap_or(Vector::ZERO);
    let patch = Solid { centre, axes: [along * half, depth * (half * 0.8).min(0.75), Vector::ZERO] };
    let mut path = Path::default();
    outline(&mut path, &[patch], counterpose_body::envelope::Skin::Wrap, camera);
    vec![Shape::new(Paint::Floor, path)]
}

/// What the body darkens below it.
fn shadow(scene: &Scene, camera: &Camera) -> Vec<Shape> {
    let mut path = Path::default();
    for part in &scene.parts {
        let near: Vec<Solid> = part.solids.iter().filter(|solid| solid.centre.y < 0.3).map(flat).collect();
        soft_outline(&mut path, &near, part.skin, camera);
    }
    vec![Shape::new(Paint::Shadow, path)]
}

/// A solid pressed onto the floor.
fn flat(solid: &Solid) -> Solid {
    let down = |v: Vector| Vector::new(v.x, 0.0, v.z);
    Solid { centre: down(solid.centre), axes: solid.axes.map(down) }
}

fn open(out: &mut String, scene: &Scene, labels: &Labels<'_>) {
    let scene::Frame { left, top, right, bottom } = scene.frame;
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cp-fig\" role=\"img\" viewBox=\"");
    let box_of = [left - MARGIN, top - MARGIN, right - left + 2.0 * MARGIN, bottom - top + 2.0 * MARGIN];
    for (i, value) in box_of.into_iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        number(out, value);
    }
    out.push_str("\" aria-labelledby=\"");
    escape(out, labels.id);
    out.push_str("-t ");
    escape(out, labels.id);
    out.push_str("-d\"><title id=\"");
    escape(out, labels.id);
    out.push_str("-t\">");
    escape(out, labels.title);
    out.push_str("</title><desc id=\"");
    escape(out, labels.id);
    out.push_str("-d\">");
    escape(out, labels.description);
    out.push_str("</desc>");
}

/// Text made safe for SVG.
pub(crate) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}
