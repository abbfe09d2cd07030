//! Points, rotations and rigid transforms in three dimensions.
//!
//! Small and written out, because a body pose needs no more than this and a general algebra crate would fuse and
//! reorder sums differently on different targets. It does not normalise: a rotation is as orthogonal as its maker
//! made it.

use counterpose_quantity::num;

/// A point or direction; metres where it is a point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// Forward.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// To the right.
    pub z: f64,
}

impl Vector {
    /// The origin.
    pub const ZERO: Self = Self { x: 0.0, y: 0.0, z: 0.0 };

    /// From its three parts.
    #[must_use]
    pub const fn new(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector product.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    /// Its length.
    #[must_use]
    pub fn norm(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The same direction with length one; `None` where it has no length.
    #[must_use]
    pub fn unit(self) -> Option<Self> {
        let norm = self.norm();
        (norm > 0.0 && norm.is_finite()).then(|| self * (1.0 / norm))
    }

    /// Seen in the mirror that swaps left and right.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { x: self.x, y: self.y, z: -self.z }
    }

    /// The point a fraction `t` of the way to `other`.
    #[must_use]
    pub fn lerp(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }
}

impl core::ops::Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }
}

impl core::ops::Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y, z: self.z - other.z }
    }
}

impl core::ops::Neg for Vector {
    type Output = Self;

    fn neg(self) -> Self {
        Self { x: -self.x, y: -self.y, z: -self.z }
    }
}

impl core::ops::Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self { x: self.x * factor, y: self.y * factor, z: self.z * factor }
    }
}

/// A rotation as the three rows of its matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation {
    /// The rows.
    pub rows: [[f64; 3]; 3],
}

impl Default for Rotation {
    fn default() -> Self {
        Self::IDENTITY
    }
}

impl Rotation {
    /// No turn.
    pub const IDENTITY: Self = Self { rows: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] };

    /// About X by an angle in radians.
    #[must_use]
    pub fn about_x(angle: f64) -> Self {
        let (s, c) = num::sin_cos(angle);
        Self { rows: [[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]] }
    }

    /// About Y by an angle in radians.
    #[must_use]
    pub fn about_y(angle: f64) -> Self {
        let (s, c) = num::sin_cos(angle);
        Self { rows: [[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]] }
    }

    /// About Z by an angle in radians.
    #[must_use]
    pub fn about_z(angle: f64) -> Self {
        let (s, c) = num::sin_cos(angle);
        Self { rows: [[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]] }
    }

    /// About a unit vector by an angle in radians (Rodrigues).
    #[must_use]
    pub fn about(axis: Vector, angle: f64) -> Self {
        let (s, c) = num::sin_cos(angle);
        let (v, Vector { x, y, z }) = (1.0 - c, axis);
        Self {
            rows: [
                [c + v * x * x, v * x * y - s * z, v * x * z + s * y],
                [v * x * y + s * z, c + v * y * y, v * y * z - s * x],
                [v * x * z - s * y, v * y * z + s * x, c + v * z * z],
            ],
        }
    }

    /// About X, then the turned Y, then the turned Z.
    #[must_use]
    pub fn body_fixed_xyz(angles: Vector) -> Self {
        Self::about_x(angles.x) * Self::about_y(angles.y) * Self::about_z(angles.z)
    }

    /// The inverse.
    #[must_use]
    pub const fn transposed(&self) -> Self {
        let r = &self.rows;
        Self { rows: [[r[0][0], r[1][0], r[2][0]], [r[0][1], r[1][1], r[2][1]], [r[0][2], r[1][2], r[2][2]]] }
    }

    /// A direction turned.
    #[must_use]
    pub fn apply(&self, v: Vector) -> Vector {
        let r = &self.rows;
        Vector {
            x: r[0][0] * v.x + r[0][1] * v.y + r[0][2] * v.z,
            y: r[1][0] * v.x + r[1][1] * v.y + r[1][2] * v.z,
            z: r[2][0] * v.x + r[2][1] * v.y + r[2][2] * v.z,
        }
    }

    /// A direction turned back.
    #[must_use]
    pub fn apply_inverse(&self, v: Vector) -> Vector {
        self.transposed().apply(v)
    }
}

impl core::ops::Mul for Rotation {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let (a, b) = (&self.rows, &other.rows);
        let cell = |i: usize, j: usize| a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
        let row = |i: usize| [cell(i, 0), cell(i, 1), cell(i, 2)];
        Self { rows: [row(0), row(1), row(2)] }
    }
}

/// A rotation and then a shift: `target = rotation * source + translation`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Transform {
    /// The turn.
    pub rotation: Rotation,
    /// The shift, in metres.
    pub translation: Vector,
}

impl Transform {
    /// A point taken from the source frame to the target frame.
    #[must_use]
    pub fn apply(&self, point: Vector) -> Vector {
        self.rotation.apply(point) + self.translation
    }

    /// A point taken from the target frame back to the source frame.
    #[must_use]
    pub fn apply_inverse(&self, point: Vector) -> Vector {
        self.rotation.apply_inverse(point - self.translation)
    }

    /// The way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let rotation = self.rotation.transposed();
        Self { rotation, translation: -rotation.apply(self.translation) }
    }
}

impl core::ops::Mul for Transform {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self { rotation: self.rotation * other.rotation, translation: self.apply(other.translation) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_about_a_named_axis_is_turning_about_its_vector() {
        let pairs = [
            (Rotation::about_x(0.7), Vector::new(1.0, 0.0, 0.0)),
            (Rotation::about_y(0.7), Vector::new(0.0, 1.0, 0.0)),
            (Rotation::about_z(0.7), Vector::new(0.0, 0.0, 1.0)),
        ];
        for (named, axis) in pairs {
            let general = Rotation::about(axis, 0.7);
            for i in 0..3 {
                for j in 0..3 {
                    assert!((named.rows[i][j] - general.rows[i][j]).abs() < 1e-15);
                }
            }
        }
    }

    #[test]
    fn a_transform_undoes_its_inverse() {
        let there = Transform {
            rotation: Rotation::body_fixed_xyz(Vector::new(0.3, -0.8, 1.1)),
            translation: Vector::new(0.1, 0.2, -0.4),
        };
        let point = Vector::new(0.5, -0.25, 2.0);
        assert!((there.inverse().apply(there.apply(point)) - point).norm() < 1e-15);
        assert!((there.apply_inverse(there.apply(point)) - point).norm() < 1e-15);
    }
}
