//! The cubic spline of knee and kneecap.
//!
//! Interpolates its knots with continuous second derivative; the end conditions take the third derivative from the
//! divided differences of the four outermost knots (Forsythe, Malcolm, Moler: Computer Methods for Mathematical
//! Computations, 1977, chapter 4), and outside the knots the curve goes on as a straight line. This is what the
//! reference software does, so frames agree to rounding.

/// A curve through knots with rising abscissae.
#[derive(Clone, Debug, PartialEq)]
pub struct Spline {
    knots: Vec<Knot>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Knot {
    x: f64,
    y: f64,
    slope: f64,
    second: f64,
    third: f64,
}

impl Spline {
    /// Through the given knots; `None` unless there are at least four, finite, with rising abscissae.
    #[must_use]
    pub fn through(points: &[(f64, f64)]) -> Option<Self> {
        let rising = points.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let finite = points.iter().all(|(x, y)| x.is_finite() && y.is_finite());
        (points.len() >= 4 && rising && finite).then(|| Self { knots: solve(points) })
    }

    /// The knots, and for every interval (the one before the first knot first, the one after the last knot last)
    /// the knot it is counted from with value, slope, half second and sixth third derivative.
    pub(crate) fn intervals(&self) -> (Vec<f64>, Vec<[f64; 5]>) {
        let row = |knot: &Knot| [knot.x, knot.y, knot.slope, knot.second, knot.third];
        let line = |knot: &Knot| [knot.x, knot.y, knot.slope, 0.0, 0.0];
        let before = self.knots.first().map(line);
        let inner = self.knots.iter().take(self.knots.len().saturating_sub(1)).map(row);
        let rows = before.into_iter().chain(inner).chain(self.knots.last().map(line)).collect();
        (self.knots.iter().map(|knot| knot.x).collect(), rows)
    }

    /// The value and its derivative at `x`.
    #[must_use]
    pub fn at(&self, x: f64) -> (f64, f64) {
        let after = self.knots.partition_point(|knot| knot.x <= x);
        let Some(knot) = self.knots.get(after.saturating_sub(1)) else { return (f64::NAN, f64::NAN) };
        let step = x - knot.x;
        if after == 0 || after == self.knots.len() {
            return (knot.y + step * knot.slope, knot.slope);
        }
        let value = knot.y + step * (knot.slope + step * (knot.second + step * knot.third));
        let derivative = knot.slope + step * (2.0 * knot.second + 3.0 * step * knot.third);
        (value, derivative)
    }
}

/// Solves the tridiagonal system for the second derivatives and derives the polynomial of each interval.
fn solve(points: &[(f64, f64)]) -> Vec<Knot> {
    let n = points.len();
    let x = |i: usize| points[i].0;
    let width: Vec<f64> = points.windows(2).map(|p| p[1].0 - p[0].0).collect();
    let slope: Vec<f64> = points.windows(2).map(|p| (p[1].1 - p[0].1) / (p[1].0 - p[0].0)).collect();

    let mut diagonal = vec![0.0; n];
    let mut right = vec![0.0; n];
    for i in 1..n - 1 {
        diagonal[i] = 2.0 * (width[i - 1] + width[i]);
        right[i] = slope[i] - slope[i - 1];
    }
    diagonal[0] = -width[0];
    diagonal[n - 1] = -width[n - 2];
    let first = right[2] / (x(3) - x(1)) - right[1] / (x(2) - x(0));
    let last = right[n - 2] / (x(n - 1) - x(n - 3)) - right[n - 3] / (x(n - 2) - x(n - 4));
    right[0] = first * width[0] * width[0] / (x(3) - x(0));
    right[n - 1] = -last * width[n - 2] * width[n - 2] / (x(n - 1) - x(n - 4));

    for i in 1..n {
        let factor = width[i - 1] / diagonal[i - 1];
        diagonal[i] -= factor * width[i - 1];
        right[i] -= factor * right[i - 1];
    }
    let mut sigma = right;
    sigma[n - 1] /= diagonal[n - 1];
    for i in (0..n - 1).rev() {
        sigma[i] = (sigma[i] - width[i] * sigma[i + 1]) / diagonal[i];
    }

    (0..n)
        .map(|i| {
            let (x, y) = points[i];
            let (slope, third) = if i + 1 < n {
                let slope = slope[i] - width[i] * (sigma[i + 1] + 2.0 * sigma[i]);
                (slope, (sigma[i + 1] - sigma[i]) / width[i])
            } else {
                let slope = slope[i - 1] + width[i - 1] * (sigma[i - 1] + 2.0 * sigma[i]);
                (slope, (sigma[i] - sigma[i - 1]) / width[i - 1])
            };
            Knot { x, y, slope, second: 3.0 * sigma[i], third }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cubic_is_its_own_spline_and_a_line_beyond() {
        let cubic = |x: f64| 1.0 - 2.0 * x + 0.5 * x * x * x;
        let points: Vec<_> = [0.0, 0.4, 1.0, 1.7, 2.0].into_iter().map(|x| (x, cubic(x))).collect();
        let spline = Spline::through(&points).unwrap();
        for step in 0..=40 {
            let x = f64::from(step) * 0.05;
            let (value, derivative) = spline.at(x);
            assert!((value - cubic(x)).abs() < 1e-13, "at {x}");
            assert!((derivative - (1.5 * x * x - 2.0)).abs() < 1e-12, "at {x}");
        }
        assert!((spline.at(3.0).0 - (cubic(2.0) + 4.0)).abs() < 1e-12);
        assert!((spline.at(-1.0).0 - 3.0).abs() < 1e-12);
    }

    #[test]
    fn knots_that_do_not_rise_make_no_spline() {
        assert_eq!(Spline::through(&[(0.0, 0.0), (1.0, 1.0), (1.0, 2.0), (2.0, 0.0)]), None);
        assert_eq!(Spline::through(&[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]), None);
        assert_eq!(Spline::through(&[(0.0, 0.0), (1.0, f64::NAN), (2.0, 2.0), (3.0, 0.0)]), None);
    }
}
