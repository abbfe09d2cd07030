//! The scalar functions of mathematics that give the same bits on native and WASM.
//!
//! The standard library hands these to the platform, whose last bits differ; `libm` computes them in plain
//! arithmetic. This is the only place that calls it, and a lint forbids the standard ones.

/// Sine of an angle in radians.
#[must_use]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of an angle in radians.
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Sine and cosine of an angle in radians.
#[must_use]
pub fn sin_cos(x: f64) -> (f64, f64) {
    libm::sincos(x)
}

/// Tangent of an angle in radians.
#[must_use]
pub fn tan(x: f64) -> f64 {
    libm::tan(x)
}

/// The angle in radians whose sine is `x`; NaN outside -1 to 1, so clamp first.
#[must_use]
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// The angle in radians whose cosine is `x`; NaN outside -1 to 1, so clamp first.
#[must_use]
pub fn acos(x: f64) -> f64 {
    libm::acos(x)
}

/// The angle in radians of the point (`x`, `y`).
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// e to the power `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `x` to the power `y`.
#[must_use]
pub fn powf(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Length of the vector (`x`, `y`).
#[must_use]
pub fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}

/// The error function.
#[must_use]
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_lie_on_the_circle() {
        for step in -50..50 {
            let x = f64::from(step) * 0.37;
            let (sine, cosine) = sin_cos(x);
            assert!((sine * sine + cosine * cosine - 1.0).abs() < 1e-15);
            assert_eq!((sine, cosine), (sin(x), cos(x)));
        }
    }
}
