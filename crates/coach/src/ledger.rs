//! Chains of reasons: from an answer or measure over a rule to a mechanism, the sources for and against it, and
//! what would change our mind.
//!
//! A chain is only made where the library holds a source for *and* a source against the claim; without a chain no
//! item of a plan can be made. What this module does not do: decide which items to make.

use crate::library::{Evidence, Stance};
use crate::plan::Because;

/// Where a chain starts and which rule led on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start<'a> {
    /// The answer or measure, for example `measure:thomas:left`.
    pub from: String,
    /// The rule; its text is `rule-<id>`.
    pub rule: &'a str,
}

/// The claim a chain would go over: the first of `preferred`, then of the entry's own, that has sources on both
/// sides; `None` where no claim has, and then no item may be made of the entry.
#[must_use]
pub fn claim<'e>(evidence: &'e [Evidence], preferred: &[&'e str]) -> Option<&'e str> {
    let has = |claim: &str, stance| evidence.iter().any(|e| e.stance == stance && e.claim == claim);
    let named = preferred.iter().copied();
    let mut claims = named.chain(evidence.iter().map(|evidence| evidence.claim.as_str()));
    claims.find(|claim| has(claim, Stance::For) && has(claim, Stance::Against))
}

/// The chain from a start over the claim of [`claim`].
#[must_use]
pub fn chain<'e>(start: &Start<'_>, evidence: &'e [Evidence], preferred: &[&'e str]) -> Option<Because> {
    let claim = claim(evidence, preferred)?;
    let of = |stance: Stance| -> Vec<String> {
        let same = evidence.iter().filter(|e| e.claim == claim && e.stance == stance);
        same.map(|evidence| evidence.source.clone()).collect()
    };
    Some(Because {
        from: start.from.clone(),
        rule: start.rule.to_owned(),
        mechanism: claim.to_owned(),
        sources_for: of(Stance::For),
        against: of(Stance::Against),
        would_change: claim.to_owned(),
        instead: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Grade;

    fn evidence(claim: &str, source: &str, stance: Stance) -> Evidence {
        Evidence { source: source.to_owned(), stance, grade: Grade::Low, claim: claim.to_owned() }
    }

    #[test]
    fn a_claim_without_a_source_against_it_makes_no_chain() {
        let start = Start { from: "answer:screening".to_owned(), rule: "starter" };
        let one_sided = [evidence("a", "s1", Stance::For)];
        assert_eq!(chain(&start, &one_sided, &[]), None);
        let both = [
            evidence("a", "s1", Stance::For),
            evidence("b", "s2", Stance::For),
            evidence("b", "s3", Stance::Against),
        ];
        let because = chain(&start, &both, &["a"]).unwrap();
        assert_eq!(because.mechanism, "b");
        assert_eq!((because.sources_for, because.against), (vec!["s2".to_owned()], vec!["s3".to_owned()]));
    }
}
