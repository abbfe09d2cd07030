//! What an exercise lengthens, in one sentence.

use counterpose_coach::library::Exercise;
use counterpose_quantity::order;

use super::{Claim, Measure, Verdict, lengthens};
use crate::Texts;

/// One plain sentence: what lengthens most, and of what the entry names, what only a little.
#[must_use]
pub fn sentence(exercise: &Exercise, claims: &[Claim<'_>], texts: &Texts) -> String {
    let of_fibre = |measure: &Measure| measure.change.as_ref().map_or(0.0, |change| change.mean.of_fibre);
    let borne_out = claims.iter().filter(|claim| claim.verdict == Verdict::Supported);
    let mut named: Vec<Measure> = borne_out.filter_map(|claim| claim.measure.clone()).collect();
    if named.is_empty() {
        named = lengthens(exercise).into_iter().take(1).collect();
    }
    order::sort_by(&mut named, |a, b| of_fibre(b).total_cmp(&of_fibre(a)));
    let Some(most) = named.first() else { return texts.get("stretch-sentence-nothing") };
    let structure = |measure: &Measure| texts.get(&format!("structure-{}", measure.structure));
    let (first, last) = (structure(most), named.last().map(structure).unwrap_or_default());
    match named.last() {
        Some(least) if of_fibre(least) < 0.25 && of_fibre(least) < 0.5 * of_fibre(most) => {
            let arguments = [("most", first.as_str().into()), ("least", last.as_str().into())];
            texts.format("stretch-sentence-most-and-little", &arguments)
        }
        _ => texts.format("stretch-sentence-most", &[("most", first.as_str().into())]),
    }
}
