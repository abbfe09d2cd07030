//! How much arithmetic a pose takes, counted: what docs/body.md reckons the limit of the hardware from.

use core::cell::RefCell;
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::run::{Bench, Wanted};
use crate::lane::{Lane, Mask};
use crate::{Pose, human};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    sums: u32,
    products: u32,
    quotients: u32,
    roots: u32,
    choices: u32,
}

std::thread_local! {
    static COUNTS: RefCell<Counts> = RefCell::default();
}

fn count(add: impl FnOnce(&mut Counts)) {
    COUNTS.with(|counts| add(&mut counts.borrow_mut()));
}

/// A number that counts what is done with it.
#[derive(Clone, Copy)]
struct Counted(f64);

#[derive(Clone, Copy)]
struct Holds(u64);

impl Mask for Holds {
    fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn not(self) -> Self {
        Self(!self.0)
    }
}

macro_rules! counted {
    ($trait:ident, $method:ident, $sign:tt, $kind:ident) => {
        impl $trait for Counted {
            type Output = Self;

            #[allow(clippy::suspicious_arithmetic_impl, reason = "the plus counts")]
            fn $method(self, other: Self) -> Self {
                count(|counts| counts.$kind += 1);
                Self(self.0 $sign other.0)
            }
        }
    };
}

counted!(Add, add, +, sums);
counted!(Sub, sub, -, sums);
counted!(Mul, mul, *, products);
counted!(Div, div, /, quotients);

impl Neg for Counted {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Lane for Counted {
    const WIDTH: usize = 1;
    type Mask = Holds;

    fn splat(value: f64) -> Self {
        Self(value)
    }

    fn from_lanes(mut of: impl FnMut(usize) -> f64) -> Self {
        Self(of(0))
    }

    fn lane(self, _: usize) -> f64 {
        self.0
    }

    fn sqrt(self) -> Self {
        count(|counts| counts.roots += 1);
        Self(self.0.sqrt())
    }

    fn less(self, other: Self) -> Holds {
        count(|counts| counts.choices += 1);
        Holds(Lane::less(self.0, other.0))
    }

    fn choose(mask: Holds, yes: Self, no: Self) -> Self {
        count(|counts| counts.choices += 1);
        Self(<f64 as Lane>::choose(mask.0, yes.0, no.0))
    }

    fn negate_where(self, mask: Holds) -> Self {
        Self(Lane::negate_where(self.0, mask.0))
    }

    fn rounded_bit(self, bit: u64) -> Holds {
        Holds(Lane::rounded_bit(self.0, bit))
    }
}

fn counts(wanted: Wanted) -> Counts {
    let program = &super::muscles().program;
    let mut bench = Bench::<Counted>::new(program);
    let pose = Pose::zero(human());
    COUNTS.with(|counts| *counts.borrow_mut() = Counts::default());
    bench.run(program, core::slice::from_ref(&pose), wanted);
    COUNTS.with(|counts| *counts.borrow())
}

/// The numbers stand in docs/body.md; whoever changes the arithmetic takes them anew. Counted as written: what the
/// compiler leaves out because nothing needs it is in them.
#[test]
fn the_operations_of_a_pose_are_as_written_down() {
    let text = include_str!("../../../../docs/body.md");
    for (row, wanted) in [("lengths", Wanted::Lengths), ("lengths and moment arms", Wanted::MomentArms)] {
        let Counts { sums, products, quotients, roots, choices } = counts(wanted);
        let line = format!("| {row} | {sums} | {products} | {quotients} | {roots} | {choices} |");
        assert!(text.contains(&line), "docs/body.md should say {line}");
    }
}
