//! Chairs, blocks, walls, mats and bands, drawn as plain boxes and lines.
//!
//! A thing knows whether it lies behind the body or over it; nothing here is hit by the body, which rests on the
//! surfaces of the same things in `counterpose_body::settle`.

use counterpose_body::contact::pad;
use counterpose_body::envelope::Ball;
use counterpose_body::spec::{Prop, PropKind};
use counterpose_body::{Placement, Rotation, Vector};
use counterpose_quantity::{Mirror, order};

use crate::camera::Camera;
use crate::outline::wrap;
use crate::path::Path;
use crate::solid::{Ellipse, Solid};
use crate::style::Paint;

/// A box in the ground: its middle and its three half edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Block {
    centre: Vector,
    edges: [Vector; 3],
}

/// A thing where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlacedProp {
    kind: PropKind,
    blocks: Vec<Block>,
    /// What it goes round or joins.
    solids: Vec<Solid>,
}

/// One shape of a thing.
pub(crate) struct PropShape {
    pub paint: Paint,
    pub path: Path,
    /// Whether it is painted over the body.
    pub over: bool,
}

/// Puts things in their places; those that hang on the body go where the body is.
pub(crate) fn place_props(props: &[Prop], placement: &Placement) -> Vec<PlacedProp> {
    props.iter().map(|prop| PlacedProp::of(prop, placement)).collect()
}

impl PlacedProp {
    fn of(prop: &Prop, placement: &Placement) -> Self {
        let held = |ball: &Ball| Solid::of(ball, placement);
        let solids = match (prop.kind, prop.between.as_slice()) {
            // Pressed against one part by a wall or the floor: it lies where it was put.
            (PropKind::Ball, [_]) => {
                let [forward, up, right] = prop.at_cm.map(|cm| cm * 0.01);
                let radius = prop.size()[1] * 0.005;
                let centre = Vector::new(forward, up + radius, right);
                vec![Solid { centre, axes: spread(Vector::new(0.0, 0.0, 1.0), radius, radius) }]
            }
            (_, parts) => parts.iter().filter_map(|part| pad(part)?.balls.first().map(held)).collect(),
        };
        Self { kind: prop.kind, blocks: blocks_of(prop), solids }
    }

    /// The corners of its boxes.
    pub(crate) fn corners(&self) -> impl Iterator<Item = Vector> {
        // A wall is cut off by the picture and a mat may be, so neither makes the picture larger.
        let counted = !matches!(self.kind, PropKind::Wall);
        self.blocks.iter().filter(move |_| counted).flat_map(|block| {
            let [a, b, c] = block.edges;
            let signs = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)];
            signs
                .into_iter()
                .flat_map(move |(s, t)| [block.centre + a * s + b * t + c, block.centre + a * s + b * t - c])
        })
    }

    /// Its shapes, farthest first.
    pub(crate) fn shapes(&self, camera: &Camera, body_nearness: f64) -> Vec<PropShape> {
        match self.kind {
            PropKind::Band | PropKind::Strap => self.gear(camera),
            PropKind::Ball => self.soft(camera, body_nearness),
            PropKind::Cushion if self.blocks.is_empty() => self.soft(camera, body_nearness),
            _ => {
                let mut blocks = self.blocks.clone();
                order::sort_by(&mut blocks, |a, b| {
                    camera.nearness(a.centre).total_cmp(&camera.nearness(b.centre))
                });
                let shapes = blocks.iter().flat_map(|block| {
                    // A backrest seen from behind hides the back of whoever sits before it.
                    let over = self.kind == PropKind::Chair
                        && block.centre.y - block.edges[1].y > 0.5
                        && camera.nearness(block.centre) > body_nearness + 10.0;
                    block.faces(camera, self.kind).into_iter().map(move |(paint, path)| PropShape {
                        paint,
                        path,
                        over,
                    })
                });
                shapes.collect()
            }
        }
    }

    fn gear(&self, camera: &Camera) -> Vec<PropShape> {
        let seen: Vec<Ellipse> = self.solids.iter().map(|solid| solid.scaled(1.06).seen(camera)).collect();
        let mut path = Path::default();
        if self.kind == PropKind::Band {
            wrap(&mut path, &seen);
        } else {
            for (i, ellipse) in seen.iter().enumerate() {
                if i == 0 { path.move_to(ellipse.centre) } else { path.line_to(ellipse.centre) }
            }
        }
        vec![PropShape { paint: Paint::Gear, path, over: true }]
    }

    /// A ball or cushion between two parts of the body, as thick as the gap, or where it was put.
    fn soft(&self, camera: &Camera, body_nearness: f64) -> Vec<PropShape> {
        let (Some(a), Some(b)) = (self.solids.first(), self.solids.last()) else { return Vec::new() };
        let (solid, over) = if self.solids.len() == 1 {
            (*a, camera.nearness(a.centre) > body_nearness)
        } else {
            let between = a.lerp(b, 0.5);
            let gap = (a.centre - b.centre).norm() * 0.5;
            let across = (b.centre - a.centre).unit().unwrap_or(Vector::new(0.0, 0.0, 1.0));
            let thick = (gap - between.reach(across)).max(0.04);
            let wide = if self.kind == PropKind::Ball { thick } else { thick.max(0.14) };
            (Solid { centre: between.centre, axes: spread(across, thick, wide) }, true)
        };
        let mut path = Path::default();
        wrap(&mut path, &[solid.seen(camera)]);
        vec![PropShape { paint: Paint::Prop, path, over }]
    }
}

/// The half axes of a body of turning about `across`.
fn spread(across: Vector, thick: f64, wide: f64) -> [Vector; 3] {
    let least = if across.y.abs() < 0.8 { Vector::new(0.0, 1.0, 0.0) } else { Vector::new(1.0, 0.0, 0.0) };
    let first = across.cross(least).unit().unwrap_or(Vector::new(1.0, 0.0, 0.0));
    [across * thick, first * wide, across.cross(first) * wide]
}

impl Mirror for PlacedProp {
    fn mirror(self) -> Self {
        let flip = |block: Block| Block {
            centre: block.centre.mirrored(),
            edges: block.edges.map(Vector::mirrored),
        };
        Self {
            kind: self.kind,
            blocks: self.blocks.into_iter().map(flip).collect(),
            solids: self.solids.into_iter().map(Solid::mirror).collect(),
        }
    }
}

fn blocks_of(prop: &Prop) -> Vec<Block> {
    let [length, height, width] = prop.size().map(|cm| cm * 0.01);
    let [forward, up, right] = prop.at_cm.map(|cm| cm * 0.01);
    let turn = Rotation::about_y(prop.turn_deg * core::f64::consts::PI / 180.0);
    let at = Vector::new(forward, up, right);
    // A box from its lowest middle and its full size, both in the thing's own directions.
    let block = |low: Vector, size: Vector| Block {
        centre: at + turn.apply(low + Vector::new(0.0, size.y * 0.5, 0.0)),
        edges: [
            turn.apply(Vector::new(size.x * 0.5, 0.0, 0.0)),
            Vector::new(0.0, size.y * 0.5, 0.0),
            turn.apply(Vector::new(0.0, 0.0, size.z * 0.5)),
        ],
    };
    let whole = |low: Vector| vec![block(low, Vector::new(length, height, width))];
    match prop.kind {
        PropKind::Chair => {
            let (thick, leg) = (0.04, 0.035);
            let (x, z) = ((length - leg) * 0.5, (width - leg) * 0.5);
            let mut blocks: Vec<Block> = [(x, z), (x, -z), (-x, z), (-x, -z)]
                .into_iter()
                .map(|(x, z)| block(Vector::new(x, 0.0, z), Vector::new(leg, height - thick, leg)))
                .collect();
            blocks.push(block(Vector::new(0.0, height - thick, 0.0), Vector::new(length, thick, width)));
            let back = Vector::new(-length * 0.5 + 0.015, height + 0.14, 0.0);
            blocks.push(block(back, Vector::new(0.03, 0.30, width)));
            for z in [z, -z] {
                blocks.push(block(Vector::new(back.x, height, z), Vector::new(0.025, 0.16, leg)));
            }
            blocks
        }
        PropKind::Mat => vec![block(Vector::new(0.0, -0.012, 0.0), Vector::new(length, 0.012, width))],
        PropKind::Wall => whole(Vector::new(length * 0.5, 0.0, 0.0)),
        PropKind::Cushion if !prop.between.is_empty() => Vec::new(),
        PropKind::Block | PropKind::Step | PropKind::Cushion | PropKind::Stick => whole(Vector::ZERO),
        PropKind::Band | PropKind::Strap | PropKind::Ball => Vec::new(),
    }
}

impl Block {
    /// The faces that look towards the camera; the top is lighter than the sides.
    fn faces(&self, camera: &Camera, kind: PropKind) -> Vec<(Paint, Path)> {
        let mut faces = Vec::new();
        for axis in [0, 2, 1] {
            let (out, a, b) = (self.edges[axis], self.edges[(axis + 1) % 3], self.edges[(axis + 2) % 3]);
            for sign in [1.0, -1.0] {
                if camera.near.dot(out) * sign <= 1e-9 {
                    continue;
                }
                let middle = self.centre + out * sign;
                let corners = [middle + a + b, middle + a - b, middle - a - b, middle - a + b];
                let mut path = Path::default();
                path.polygon(&corners.map(|corner| camera.point(corner)));
                let paint = match (kind, axis) {
                    (PropKind::Mat, _) => Paint::Mat,
                    (PropKind::Wall, _) => Paint::Wall,
                    (_, 1) => Paint::Prop,
                    (_, _) => Paint::PropDark,
                };
                faces.push((paint, path));
            }
        }
        faces
    }
}
