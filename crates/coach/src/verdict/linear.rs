//! Just enough dense linear algebra: a small symmetric positive definite system, solved in place.

/// How many coefficients the model has.
pub(super) const P: usize = 11;
/// A vector of coefficients.
pub(super) type Vector = [f64; P];
/// A symmetric matrix of coefficients; only the lower triangle is read.
pub(super) type Matrix = [[f64; P]; P];

/// The Cholesky factor L of a symmetric positive definite matrix, `None` where it is not one.
pub(super) struct Cholesky {
    lower: Matrix,
}

impl Cholesky {
    pub(super) fn new(matrix: &Matrix) -> Option<Self> {
        let mut lower = [[0.0; P]; P];
        for i in 0..P {
            for j in 0..=i {
                let known: f64 = lower[i].iter().zip(&lower[j]).take(j).map(|(a, b)| a * b).sum();
                let sum = matrix[i][j] - known;
                if i == j {
                    if sum.is_nan() || sum <= 0.0 {
                        return None;
                    }
                    lower[i][i] = sum.sqrt();
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        Some(Self { lower })
    }

    /// The solution x of A x = b.
    pub(super) fn solve(&self, b: &Vector) -> Vector {
        let mut x = *b;
        for i in 0..P {
            for k in 0..i {
                x[i] -= self.lower[i][k] * x[k];
            }
            x[i] /= self.lower[i][i];
        }
        for i in (0..P).rev() {
            for k in i + 1..P {
                x[i] -= self.lower[k][i] * x[k];
            }
            x[i] /= self.lower[i][i];
        }
        x
    }

    /// The product of the diagonal of L, so that the determinant is its square.
    pub(super) fn root_determinant(&self) -> f64 {
        (0..P).map(|i| self.lower[i][i]).product()
    }

    /// Diagonal element `i` of the inverse.
    pub(super) fn inverse_diagonal(&self, i: usize) -> f64 {
        let mut unit = [0.0; P];
        unit[i] = 1.0;
        self.solve(&unit)[i]
    }
}

pub(super) fn dot(a: &Vector, b: &Vector) -> f64 {
    (0..P).map(|i| a[i] * b[i]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_solved_multiplies_back() {
        let mut matrix = [[0.0; P]; P];
        for (i, row) in matrix.iter_mut().enumerate() {
            for (j, cell) in row.iter_mut().enumerate() {
                *cell = 1.0 / (1.0 + (i as f64 - j as f64).abs()) + if i == j { 3.0 } else { 0.0 };
            }
        }
        let b: Vector = core::array::from_fn(|i| i as f64 - 4.0);
        let factor = Cholesky::new(&matrix).unwrap();
        let x = factor.solve(&b);
        for i in 0..P {
            assert!((dot(&matrix[i], &x) - b[i]).abs() < 1e-12);
        }
        let mut unit = [0.0; P];
        unit[2] = 1.0;
        assert!((factor.inverse_diagonal(2) - factor.solve(&unit)[2]).abs() < 1e-15);
    }

    #[test]
    fn what_is_not_positive_definite_is_refused() {
        assert!(Cholesky::new(&[[0.0; P]; P]).is_none());
        assert!(Cholesky::new(&[[f64::NAN; P]; P]).is_none());
    }
}
