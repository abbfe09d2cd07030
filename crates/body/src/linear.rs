//! Solving a small symmetric positive definite system.
//!
//! Cholesky in plain loops with a fixed order of sums, so that every target gets the same bits.

/// Solves `matrix * x = right` in place of `right`; false where the matrix is not positive definite.
pub(crate) fn solve(matrix: &mut [f64], right: &mut [f64]) -> bool {
    let n = right.len();
    for j in 0..n {
        for i in j..n {
            let mut sum = matrix[i * n + j];
            for k in 0..j {
                sum -= matrix[i * n + k] * matrix[j * n + k];
            }
            if i == j {
                if sum.is_nan() || sum <= 0.0 {
                    return false;
                }
                matrix[j * n + j] = sum.sqrt();
            } else {
                matrix[i * n + j] = sum / matrix[j * n + j];
            }
        }
    }
    for i in 0..n {
        let known: f64 = (0..i).map(|k| matrix[i * n + k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i * n + i];
    }
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|k| matrix[k * n + i] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i * n + i];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solved_system_holds_and_an_indefinite_one_is_refused() {
        let matrix = [4.0, 2.0, 0.6, 2.0, 5.0, 1.0, 0.6, 1.0, 3.0];
        let truth = [1.0, -2.0, 0.5];
        let mut right: Vec<f64> =
            (0..3).map(|i| (0..3).map(|j| matrix[i * 3 + j] * truth[j]).sum()).collect();
        assert!(solve(&mut matrix.clone(), &mut right));
        assert!(right.iter().zip(truth).all(|(a, b)| (a - b).abs() < 1e-14));
        assert!(!solve(&mut [1.0, 2.0, 2.0, 1.0], &mut [1.0, 1.0]));
    }
}
