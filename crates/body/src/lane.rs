//! One number or four at a time, with the same bits.
//!
//! Code that is generic over [`Lane`] runs on one pose (`f64`) or on four ([`Four`]). Every operation is plain IEEE
//! arithmetic lane by lane in one order, without fused multiply-add and without a library call, so a pose gives the
//! same bits alone, in company, natively and in WASM. The compiler turns [`Four`] into vector instructions; nothing
//! here names one. Branches are choices between two computed values.

use core::ops::{Add, Div, Mul, Neg, Sub};

/// Which lanes hold: all bits or none, lane by lane.
pub trait Mask: Copy {
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn not(self) -> Self;
}

/// A number of one pose or of several.
pub trait Lane:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// How many poses at a time.
    const WIDTH: usize;
    type Mask: Mask;

    fn splat(value: f64) -> Self;
    fn from_lanes(of: impl FnMut(usize) -> f64) -> Self;
    fn lane(self, index: usize) -> f64;
    fn sqrt(self) -> Self;
    fn less(self, other: Self) -> Self::Mask;
    /// The first where the mask holds, the second elsewhere.
    fn choose(mask: Self::Mask, yes: Self, no: Self) -> Self;
    /// The same bits with the sign changed where the mask holds.
    fn negate_where(self, mask: Self::Mask) -> Self;
    /// Where the two lowest bits of a number that was rounded by adding [`ROUND`] hold this bit.
    fn rounded_bit(self, bit: u64) -> Self::Mask;

    fn abs(self) -> Self {
        Self::choose(self.less(Self::splat(0.0)), -self, self)
    }

    fn min(self, other: Self) -> Self {
        Self::choose(self.less(other), self, other)
    }

    fn max(self, other: Self) -> Self {
        Self::choose(self.less(other), other, self)
    }
}

/// 1.5 * 2^52: adding it rounds a small number to a whole one, which stands in the lowest bits.
pub const ROUND: f64 = 6_755_399_441_055_744.0;

impl Mask for u64 {
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self & other
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        self | other
    }

    #[inline(always)]
    fn not(self) -> Self {
        !self
    }
}

#[inline(always)]
const fn all(holds: bool) -> u64 {
    if holds { u64::MAX } else { 0 }
}

#[inline(always)]
const fn pick(mask: u64, yes: f64, no: f64) -> f64 {
    f64::from_bits((yes.to_bits() & mask) | (no.to_bits() & !mask))
}

#[inline(always)]
const fn flip(value: f64, mask: u64) -> f64 {
    f64::from_bits(value.to_bits() ^ (mask & (1 << 63)))
}

impl Lane for f64 {
    const WIDTH: usize = 1;
    type Mask = u64;

    #[inline(always)]
    fn splat(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn from_lanes(mut of: impl FnMut(usize) -> f64) -> Self {
        of(0)
    }

    #[inline(always)]
    fn lane(self, _: usize) -> f64 {
        self
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        Self::sqrt(self)
    }

    #[inline(always)]
    fn less(self, other: Self) -> u64 {
        all(self < other)
    }

    #[inline(always)]
    fn choose(mask: u64, yes: Self, no: Self) -> Self {
        pick(mask, yes, no)
    }

    #[inline(always)]
    fn negate_where(self, mask: u64) -> Self {
        flip(self, mask)
    }

    #[inline(always)]
    fn rounded_bit(self, bit: u64) -> u64 {
        all(self.to_bits() & bit != 0)
    }
}

/// Four numbers, one a pose.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(32))]
pub struct Four(pub [f64; 4]);

/// Four masks.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub struct FourMask([u64; 4]);

macro_rules! lane_by_lane {
    ($trait:ident, $method:ident, $sign:tt) => {
        impl $trait for Four {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                let (a, b) = (self.0, other.0);
                Self([a[0] $sign b[0], a[1] $sign b[1], a[2] $sign b[2], a[3] $sign b[3]])
            }
        }
    };
}

lane_by_lane!(Add, add, +);
lane_by_lane!(Sub, sub, -);
lane_by_lane!(Mul, mul, *);
lane_by_lane!(Div, div, /);

impl Neg for Four {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        let a = self.0;
        Self([-a[0], -a[1], -a[2], -a[3]])
    }
}

impl Mask for FourMask {
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        Self([a[0] & b[0], a[1] & b[1], a[2] & b[2], a[3] & b[3]])
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        Self([a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]])
    }

    #[inline(always)]
    fn not(self) -> Self {
        let a = self.0;
        Self([!a[0], !a[1], !a[2], !a[3]])
    }
}

impl Lane for Four {
    const WIDTH: usize = 4;
    type Mask = FourMask;

    #[inline(always)]
    fn splat(value: f64) -> Self {
        Self([value; 4])
    }

    #[inline(always)]
    fn from_lanes(mut of: impl FnMut(usize) -> f64) -> Self {
        Self([of(0), of(1), of(2), of(3)])
    }

    #[inline(always)]
    fn lane(self, index: usize) -> f64 {
        self.0[index]
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        let a = self.0;
        Self([a[0].sqrt(), a[1].sqrt(), a[2].sqrt(), a[3].sqrt()])
    }

    #[inline(always)]
    fn less(self, other: Self) -> FourMask {
        let (a, b) = (self.0, other.0);
        FourMask([all(a[0] < b[0]), all(a[1] < b[1]), all(a[2] < b[2]), all(a[3] < b[3])])
    }

    #[inline(always)]
    fn choose(mask: FourMask, yes: Self, no: Self) -> Self {
        let (m, y, n) = (mask.0, yes.0, no.0);
        Self([pick(m[0], y[0], n[0]), pick(m[1], y[1], n[1]), pick(m[2], y[2], n[2]), pick(m[3], y[3], n[3])])
    }

    #[inline(always)]
    fn negate_where(self, mask: FourMask) -> Self {
        let (a, m) = (self.0, mask.0);
        Self([flip(a[0], m[0]), flip(a[1], m[1]), flip(a[2], m[2]), flip(a[3], m[3])])
    }

    #[inline(always)]
    fn rounded_bit(self, bit: u64) -> FourMask {
        let a = self.0;
        FourMask([
            all(a[0].to_bits() & bit != 0),
            all(a[1].to_bits() & bit != 0),
            all(a[2].to_bits() & bit != 0),
            all(a[3].to_bits() & bit != 0),
        ])
    }
}

/// A point or direction in lanes.
#[derive(Clone, Copy, Debug)]
pub struct Triple<L> {
    pub x: L,
    pub y: L,
    pub z: L,
}

impl<L: Lane> Triple<L> {
    #[inline(always)]
    pub fn splat(v: crate::Vector) -> Self {
        Self { x: L::splat(v.x), y: L::splat(v.y), z: L::splat(v.z) }
    }

    #[inline(always)]
    pub fn zero() -> Self {
        Self::splat(crate::Vector::ZERO)
    }

    #[inline(always)]
    pub fn dot(self, other: Self) -> L {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    #[inline(always)]
    pub fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    #[inline(always)]
    pub fn times(self, factor: L) -> Self {
        Self { x: self.x * factor, y: self.y * factor, z: self.z * factor }
    }

    #[inline(always)]
    pub fn plus(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }

    #[inline(always)]
    pub fn minus(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y, z: self.z - other.z }
    }

    #[inline(always)]
    pub fn choose(mask: L::Mask, yes: Self, no: Self) -> Self {
        Self {
            x: L::choose(mask, yes.x, no.x),
            y: L::choose(mask, yes.y, no.y),
            z: L::choose(mask, yes.z, no.z),
        }
    }
}
