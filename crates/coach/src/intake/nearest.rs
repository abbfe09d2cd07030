//! Which known word a misspelt one was probably meant to be.

/// The known word that takes the fewest edits to reach; the earlier one where two are as near.
#[must_use]
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    known.iter().copied().min_by_key(|candidate| edits(word, candidate))
}

/// How many letters must be put in, taken out or changed (case aside) to turn one word into the other.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, letter) in from.to_lowercase().chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (&wanted, &above) in to.iter().zip(row.iter().skip(1)) {
            let here = (diagonal + usize::from(wanted != letter)).min(above + 1).min(left + 1);
            diagonal = above;
            left = here;
            next.push(here);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_as_by_hand() {
        for (from, to, count) in
            [("", "abc", 3), ("kitten", "sitting", 3), ("same", "SAME", 0), ("ab", "", 2)]
        {
            assert_eq!(edits(from, to), count, "{from} to {to}");
        }
        assert_eq!(nearest("precaution", &["person", "precautions", "means"]), Some("precautions"));
        assert_eq!(nearest("x", &[]), None);
    }
}
