//! What the body model says about every claim of the library, as the rows the library carries.
//!
//! The decisions rank by these rows and know no body, and the client does not have to work them out: they lie in
//! `content/lengthening.toml`, and a test holds them to what is computed. What this module does not do: decide.

use counterpose_coach::library::{Exercise, Lengthened};

use super::claims_of_way;

/// The rows as they must be, computed anew: for every exercise and every way of doing it, the muscles its entry says it
/// lengthens and the model has.
#[must_use]
pub fn table(exercises: &[Exercise]) -> Vec<Lengthened> {
    let mut rows = Vec::new();
    for exercise in exercises {
        let ways = exercise.variants.iter().map(|variant| Some(variant.id.as_str()));
        for way in core::iter::once(None).chain(ways) {
            rows.extend(claims_of_way(exercise, way).into_iter().filter_map(|claim| {
                let change = claim.measure?.change.ok()?;
                Some(Lengthened {
                    exercise: exercise.id.clone(),
                    variant: way.map(str::to_owned),
                    structure: claim.target.structure.clone(),
                    verdict: claim.verdict,
                    permille_of_fibre: permille(change.mean.of_fibre),
                })
            }));
        }
    }
    rows.sort_by(|a, b| key(a).cmp(&key(b)));
    rows
}

/// The order of the rows: by exercise, way and muscle.
pub(crate) fn key(row: &Lengthened) -> (&str, Option<&str>, &str) {
    (&row.exercise, row.variant.as_deref(), &row.structure)
}

fn permille(share: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a length, rounded and within bounds")]
    let whole = (share * 1000.0).round().clamp(-10_000.0, 10_000.0) as i32;
    whole
}
