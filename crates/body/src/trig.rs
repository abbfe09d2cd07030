//! Sine, cosine and arc tangent in plain arithmetic, for one number or four.
//!
//! The polynomials are those of the freely available fdlibm (Sun Microsystems, 1993), after a reduction that is
//! exact enough for the angles of joints: below a thousand radians the error is about one unit in the last place.
//! `libm`, behind `counterpose_quantity::num`, has branches and tables that cannot run four at a time.

#![allow(clippy::excessive_precision, reason = "the constants are written as their source has them")]

use crate::lane::{Lane, Mask, ROUND};

/// Pi halves in three parts; the first two have 33 bits, so that small multiples are exact.
const HALF_PI: [f64; 3] =
    [1.570_796_326_734_125_614_17, 6.077_100_506_303_965_976_60e-11, 2.022_266_248_795_950_631_54e-21];

const SIN: [f64; 6] = [
    -1.666_666_666_666_663_243_48e-1,
    8.333_333_333_322_489_461_24e-3,
    -1.984_126_982_985_794_931_34e-4,
    2.755_731_370_707_006_767_89e-6,
    -2.505_076_025_340_686_341_95e-8,
    1.589_690_995_211_550_102_21e-10,
];
const COS: [f64; 6] = [
    4.166_666_666_666_660_190_37e-2,
    -1.388_888_888_887_410_957_49e-3,
    2.480_158_728_947_672_941_78e-5,
    -2.755_731_435_139_066_330_35e-7,
    2.087_572_321_298_174_827_90e-9,
    -1.135_964_755_778_819_482_65e-11,
];
const ATAN: [f64; 11] = [
    3.333_333_333_333_293_180_27e-1,
    -1.999_999_999_987_648_324_76e-1,
    1.428_571_427_250_346_637_11e-1,
    -1.111_111_040_546_235_578_80e-1,
    9.090_887_133_436_506_561_96e-2,
    -7.691_876_205_044_829_994_95e-2,
    6.661_073_137_387_531_206_69e-2,
    -5.833_570_133_790_573_486_45e-2,
    4.976_877_994_615_932_360_17e-2,
    -3.653_157_274_421_691_552_70e-2,
    1.628_582_011_536_578_236_23e-2,
];

#[inline(always)]
fn polynomial<L: Lane, const N: usize>(coefficients: [f64; N], z: L) -> L {
    let mut sum = L::splat(coefficients[N - 1]);
    let mut i = N - 1;
    while i > 0 {
        i -= 1;
        sum = L::splat(coefficients[i]) + z * sum;
    }
    sum
}

/// Sine and cosine.
#[inline(always)]
pub fn sin_cos<L: Lane>(x: L) -> (L, L) {
    let rounded = x * L::splat(core::f64::consts::FRAC_2_PI) + L::splat(ROUND);
    let turns = rounded - L::splat(ROUND);
    let r =
        ((x - turns * L::splat(HALF_PI[0])) - turns * L::splat(HALF_PI[1])) - turns * L::splat(HALF_PI[2]);
    let z = r * r;
    let sine = r + r * z * polynomial(SIN, z);
    let half = z * L::splat(0.5);
    let whole = L::splat(1.0) - half;
    let cosine = whole + (((L::splat(1.0) - whole) - half) + z * z * polynomial(COS, z));
    let swap = rounded.rounded_bit(1);
    let lower = rounded.rounded_bit(2);
    let (s, c) = (L::choose(swap, cosine, sine), L::choose(swap, sine, cosine));
    let left = lower.and(swap.not()).or(swap.and(lower.not()));
    (s.negate_where(lower), c.negate_where(left))
}

/// The angle of the point (`x`, `y`), from -pi to pi; zero at the origin.
#[inline(always)]
pub fn atan2<L: Lane>(y: L, x: L) -> L {
    use core::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};
    let zero = L::splat(0.0);
    let (a, b) = (y.abs(), x.abs());
    let steep = b.less(a);
    let (low, high) = (L::choose(steep, b, a), L::choose(steep, a, b));
    // Near the diagonal the angle is taken from it.
    let diagonal = (high * L::splat(0.414_213_562_373_095_05)).less(low);
    let top = L::choose(diagonal, low - high, low);
    let bottom = L::choose(diagonal, low + high, high).max(L::splat(f64::MIN_POSITIVE));
    let t = top / bottom;
    let z = t * t;
    let small = t - t * z * polynomial(ATAN, z);
    let angle = L::choose(diagonal, L::splat(FRAC_PI_4), zero) + small;
    let angle = L::choose(steep, L::splat(FRAC_PI_2) - angle, angle);
    let angle = L::choose(x.less(zero), L::splat(PI) - angle, angle);
    angle.negate_where(y.less(zero))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lane::Four;
    use counterpose_quantity::num;

    #[test]
    fn they_are_what_the_library_says() {
        for step in -4000..4000 {
            let x = f64::from(step) * 0.003_37;
            let (s, c) = sin_cos(x);
            assert!((s - num::sin(x)).abs() < 2.3e-16, "sine of {x}");
            assert!((c - num::cos(x)).abs() < 2.3e-16, "cosine of {x}");
            for radius in [1e-3, 1.0, 40.0] {
                let (y, x) = (radius * s, radius * c);
                assert!((atan2(y, x) - num::atan2(y, x)).abs() < 9e-16, "angle of ({x}, {y})");
            }
        }
        assert_eq!(atan2(0.0, 0.0), 0.0);
        assert_eq!(atan2(0.0, 1.0), 0.0);
    }

    #[test]
    fn four_at_a_time_gives_the_bits_of_one() {
        for step in -500..500 {
            let x: [f64; 4] = core::array::from_fn(|i| f64::from(step) * 0.017 + i as f64 * 1.3);
            let (s, c) = sin_cos(Four(x));
            let angle = atan2(s, c * Four([0.7; 4]));
            for (i, x) in x.into_iter().enumerate() {
                let one = sin_cos(x);
                assert_eq!((s.0[i].to_bits(), c.0[i].to_bits()), (one.0.to_bits(), one.1.to_bits()));
                assert_eq!(angle.0[i].to_bits(), atan2(one.0, one.1 * 0.7).to_bits());
            }
        }
    }
}
