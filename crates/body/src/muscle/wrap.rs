//! The shortest way around a cylinder, in closed form.
//!
//! A cylinder is developable: unrolled, the shortest way is a straight line, so its length is the hypotenuse of what
//! it covers across the axis and along it. Across, it is a tangent, an arc and a tangent. Each muscle goes around
//! its cylinder on one fixed side, and the radius shrinks to the nearer end where that end comes closer to the axis
//! than the surface. Both keep the length free of jumps: without them a path that meets the bone is dropped or
//! flips to the other side.
//!
//! The gradient with respect to the two ends comes with the length. Where the radius has shrunk, moving the nearer
//! end changes the radius, and the arc grows with it: across the axis the length changes by the angle of the arc
//! times the change of the radius (the tangents' share cancels). Cylinders are as long as they need to be.

use crate::Vector;
use crate::lane::{Lane, Mask, Triple};
use crate::trig::atan2;

/// What a way around a cylinder is, in the cylinder's frame.
#[derive(Clone, Copy, Debug)]
pub struct Around<L: Lane> {
    pub length: L,
    /// How the length changes with the first end.
    pub by_first: Triple<L>,
    /// How the length changes with the second end.
    pub by_second: Triple<L>,
}

/// The part of the way that needs no directions.
#[derive(Clone, Copy)]
struct Flat<L: Lane> {
    radius: L,
    rho_1: L,
    rho_2: L,
    free_1: L,
    free_2: L,
    angle: L,
    across: L,
    along: L,
    length: L,
    touches: L::Mask,
}

#[inline(always)]
fn flat<L: Lane>(first: Triple<L>, second: Triple<L>, radius: L, side: f64) -> Flat<L> {
    let zero = L::splat(0.0);
    let square_1 = first.x * first.x + first.y * first.y;
    let square_2 = second.x * second.x + second.y * second.y;
    let (rho_1, rho_2) = (square_1.sqrt(), square_2.sqrt());
    let radius = radius.min(rho_1).min(rho_2);
    let square = radius * radius;
    let free_1 = (square_1 - square).max(zero).sqrt();
    let free_2 = (square_2 - square).max(zero).sqrt();
    // The turn from the first end to the second in the sense of the side, as a complex number; taking away the
    // turns of the two tangents is a product, so that one arc tangent is enough.
    let cosine = first.x * second.x + first.y * second.y;
    let sine = (first.x * second.y - first.y * second.x) * L::splat(side);
    let (c, s) = (cosine * radius + sine * free_1, sine * radius - cosine * free_1);
    let (c, s) = (c * radius + s * free_2, s * radius - c * free_2);
    let angle = atan2(s, c);
    let beyond_half = sine.less(zero);
    let full = L::splat(2.0 * core::f64::consts::PI);
    let angle = L::choose(beyond_half.and(angle.less(zero)), angle + full, angle);
    // A turn of more than seven eighths of a circle is a path that has come round from the other side.
    let come_round = beyond_half.and((-sine).less(cosine));
    let touches = zero.less(angle).and(come_round.not());
    let across = free_1 + free_2 + radius * angle;
    let along = second.z - first.z;
    let (dx, dy) = (second.x - first.x, second.y - first.y);
    let flat = L::choose(touches, across * across, dx * dx + dy * dy);
    let length = (flat + along * along).sqrt();
    Flat { radius, rho_1, rho_2, free_1, free_2, angle, across, along, length, touches }
}

/// The length alone.
#[inline(always)]
pub fn length<L: Lane>(first: Triple<L>, second: Triple<L>, radius: L, side: f64) -> L {
    flat(first, second, radius, side).length
}

const TINY: f64 = 1e-300;

impl<L: Lane> Flat<L> {
    /// Where the tangent from the first end touches, per unit of radius: the end's direction turned by the tangent's
    /// angle.
    #[inline(always)]
    fn touch_1(&self, first: Triple<L>, s: L) -> (L, L) {
        let over = L::splat(1.0) / (self.rho_1 * self.rho_1).max(L::splat(TINY));
        (
            (first.x * self.radius - s * first.y * self.free_1) * over,
            (first.y * self.radius + s * first.x * self.free_1) * over,
        )
    }

    /// The same for the second end.
    #[inline(always)]
    fn touch_2(&self, second: Triple<L>, s: L) -> (L, L) {
        let over = L::splat(1.0) / (self.rho_2 * self.rho_2).max(L::splat(TINY));
        (
            (second.x * self.radius + s * second.y * self.free_2) * over,
            (second.y * self.radius - s * second.x * self.free_2) * over,
        )
    }
}

/// Where the way coming from the first end meets the surface; the second end where it never touches.
#[inline(always)]
pub fn meets<L: Lane>(first: Triple<L>, second: Triple<L>, radius: L, side: f64) -> Triple<L> {
    let way = flat(first, second, radius, side);
    let (x, y) = way.touch_1(first, L::splat(side));
    let z = first.z + way.along * (way.free_1 / way.across.max(L::splat(TINY)));
    Triple::choose(way.touches, Triple { x: x * way.radius, y: y * way.radius, z }, second)
}

/// Where the way leaves the surface for the second end, and how long it is along the surface up to there; the first
/// end and nothing where it never touches.
#[inline(always)]
pub fn leaves<L: Lane>(first: Triple<L>, second: Triple<L>, radius: L, side: f64) -> (Triple<L>, L) {
    let way = flat(first, second, radius, side);
    let (x, y) = way.touch_2(second, L::splat(side));
    let share = way.free_2 / way.across.max(L::splat(TINY));
    let z = second.z - way.along * share;
    let point = Triple::choose(way.touches, Triple { x: x * way.radius, y: y * way.radius, z }, first);
    (point, L::choose(way.touches, way.length - way.length * share, L::splat(0.0)))
}

/// The whole way around a cylinder about the z axis from one end to the other; `side` is 1 for turning from x to y.
#[inline(always)]
pub fn around<L: Lane>(first: Triple<L>, second: Triple<L>, radius: L, side: f64) -> Around<L> {
    let way = flat(first, second, radius, side);
    let (zero, one, tiny, s) = (L::splat(0.0), L::splat(1.0), L::splat(TINY), L::splat(side));
    let (touch_1x, touch_1y) = way.touch_1(first, s);
    let (touch_2x, touch_2y) = way.touch_2(second, s);
    let over_length = one / way.length.max(tiny);
    let slant = way.across * over_length;
    let rise = way.along * over_length;
    // Directions of travel at the two ends.
    let bent_1 = Triple { x: s * touch_1y * slant, y: -(s * touch_1x) * slant, z: -rise };
    let bent_2 = Triple { x: -(s * touch_2y) * slant, y: s * touch_2x * slant, z: rise };
    // The share of the shrinking radius.
    let grows = way.angle * slant;
    let near_1 = way.rho_1.less(radius).and(way.rho_2.less(way.rho_1).not());
    let near_2 = way.rho_2.less(radius).and(way.rho_2.less(way.rho_1));
    let extra_1 = L::choose(near_1, grows / way.rho_1.max(tiny), zero);
    let extra_2 = L::choose(near_2, grows / way.rho_2.max(tiny), zero);
    let bent_1 = Triple { x: bent_1.x + first.x * extra_1, y: bent_1.y + first.y * extra_1, z: bent_1.z };
    let bent_2 = Triple { x: bent_2.x + second.x * extra_2, y: bent_2.y + second.y * extra_2, z: bent_2.z };
    let plain = second.minus(first).times(over_length);
    let by_first = Triple::choose(way.touches, bent_1, plain.times(-one));
    let by_second = Triple::choose(way.touches, bent_2, plain);
    Around { length: way.length, by_first, by_second }
}

/// The length around one cylinder about the z axis, in metres: for checking against other software.
#[must_use]
pub fn single_wrap(first: Vector, second: Vector, radius: f64, side: f64) -> f64 {
    length(Triple::splat(first), Triple::splat(second), radius, side)
}
