//! A path around two cylinders in one gap: the calf, behind the thigh's condyles and over the bulge of the shank.
//!
//! The two helices are coupled: where the path leaves the first cylinder depends on where it meets the second, and
//! the other way round. Each alone has a closed form, so the two are solved in turn: from the first end around the
//! first cylinder to where the second was met, then from where the first was left around the second to the second
//! end. Each turn shortens the path, and the shortest is the only one that stays. Across the axes this converges
//! quadratically; along them by a steady factor, which is taken out by extrapolating (Aitken) after every second
//! turn. The number of turns is fixed, so that every pose takes the same way and four can go together; a test holds
//! what is left below a micrometre. The reference software stops earlier and mixes points of different turns, which
//! is why its calf differs by up to six millimetres from the sum along its own path.
//!
//! What comes out is the point where the path leaves the first cylinder, fixed to the first bone: the path is the
//! shortest, so moving that point along the surface changes nothing, and virtual work needs no more.

use super::chain::Frame;
use super::wrap::{leaves, meets};
use crate::lane::{Lane, Mask, Triple};

/// How many times two turns and an extrapolation are made.
const ROUNDS: usize = 2;

/// A cylinder with where it stands.
#[derive(Clone, Copy)]
pub struct Round<'a, L: Lane> {
    pub frame: &'a Frame<L>,
    pub radius: L,
    pub side: f64,
}

/// Where the path leaves the first cylinder, and what it measures up to there.
#[derive(Clone, Copy)]
pub struct Left<L: Lane> {
    /// In the frame everything is placed in.
    pub point: Triple<L>,
    /// From the first end along the surface.
    pub length: L,
}

/// `first` in the frame of the first cylinder, `second` in the frame everything is placed in.
#[inline(always)]
pub fn leave<L: Lane>(
    first: Triple<L>,
    second: Triple<L>,
    one: &Round<'_, L>,
    two: &Round<'_, L>,
) -> Left<L> {
    let second_in_two = two.frame.apply_inverse(second);
    let into_one = |in_two: Triple<L>| one.frame.apply_inverse(two.frame.apply(in_two));
    let into_two = |in_one: Triple<L>| two.frame.apply_inverse(one.frame.apply(in_one));
    let mut met = meets(into_two(first), second_in_two, two.radius, two.side);
    let turn = |met: Triple<L>| {
        let (left, _) = leaves(first, into_one(met), one.radius, one.side);
        meets(into_two(left), second_in_two, two.radius, two.side)
    };
    for _ in 0..ROUNDS {
        let once = turn(met);
        let twice = turn(once);
        met = Triple { x: twice.x, y: twice.y, z: extrapolate(met.z, once.z, twice.z) };
    }
    let (left, length) = leaves(first, into_one(met), one.radius, one.side);
    Left { point: one.frame.apply(left), length }
}

/// The limit of a sequence that shrinks by a steady factor; its last member where it does not.
#[inline(always)]
fn extrapolate<L: Lane>(a: L, b: L, c: L) -> L {
    let (first, second) = (b - a, c - b);
    let steady = second.abs().less(first.abs() * L::splat(0.95)).and(L::splat(1e-13).less(first.abs()));
    let bottom = L::choose(steady, first - second, L::splat(1.0));
    L::choose(steady, c + second * second / bottom, c)
}
