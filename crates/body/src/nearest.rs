//! The known word nearest to an unknown one, for messages that help.
//!
//! Plain edit distance; it does not guess when nothing is near.

/// The candidate that needs the fewest edits, if it needs fewer than half the word's letters.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (distance, found) = candidates
        .into_iter()
        .map(|candidate| (edits(word, candidate), candidate))
        .min_by_key(|(d, _)| *d)?;
    (distance * 2 <= word.chars().count().max(4)).then_some(found)
}

/// ", did you mean x?" or nothing.
pub(crate) fn hint<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, candidates).map_or_else(String::new, |found| format!(", did you mean `{found}`?"))
}

fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_and_nonsense_is_not() {
        let names = ["hip_flexion_r", "hip_flexion_l", "knee_angle_r"];
        assert_eq!(nearest("hip_flexon_r", names), Some("hip_flexion_r"));
        assert_eq!(nearest("banana", names), None);
        assert_eq!(edits("kitten", "sitting"), 3);
    }
}
