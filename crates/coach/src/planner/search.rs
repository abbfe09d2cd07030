//! The best set of exercises, found exactly: branch and bound over every set that is allowed.
//!
//! A set is worth what its exercises are worth, and above all that it has what every week holds. The answer is the set
//! of the greatest worth; among equals the shortest session; among those the one whose exercises come first in the
//! order of worth, then of the alphabet. The same input always gives the same set. What this module does not do: say
//! what an exercise is worth.

use crate::library::{Exercise, Purpose, Role};
use crate::routine::{Which, in_order};
use crate::timeline::session_ms;

use super::candidate::same_job;

/// What the search sees of a candidate.
#[derive(Clone, Debug)]
pub struct Entry<'l> {
    /// The exercise.
    pub exercise: &'l Exercise,
    /// The way of doing it.
    pub way: Option<&'l str>,
    /// What it adds to a set.
    pub worth: i32,
    /// Whether it must come before anything else.
    pub leads: bool,
    /// Milliseconds of its work in one session.
    pub work_ms: u64,
}

/// The rules of one search.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Entries that are in the set already, by position.
    pub fixed: Vec<usize>,
    /// The most entries of a set, those fixed included.
    pub most: usize,
    /// The longest session.
    pub limit_ms: u64,
}

/// Worth of having the direction that leads, strength, walking, a trunk exercise that also works the hip where no
/// strength exercise is, and a trunk exercise; each more than all exercises of a set together.
const LEADS: i64 = 160_000;
const STRENGTH: i64 = 80_000;
const HIP_BY_TRUNK: i64 = 70_000;
const WALKING: i64 = 40_000;
const TRUNK: i64 = 20_000;

/// At most so many exercises of one purpose in a set.
const fn most_of(purpose: Purpose) -> usize {
    match purpose {
        Purpose::Walking | Purpose::NerveGlide | Purpose::Breathing => 1,
        Purpose::Strength | Purpose::Trunk | Purpose::Lengthening | Purpose::Mobility => 2,
    }
}

/// Whether a trunk exercise also loads the hip.
fn loads_hip(exercise: &Exercise) -> bool {
    let hip = |structure: &str| structure.starts_with("gluteus");
    exercise.targets.iter().any(|target| target.role == Role::Strengthens && hip(&target.structure))
}

/// Milliseconds of a session of some entries.
#[must_use]
pub fn length_ms(entries: &[Entry<'_>], set: &[usize]) -> u64 {
    let chosen: Vec<&Entry<'_>> = set.iter().filter_map(|&index| entries.get(index)).collect();
    let ordered = in_order(chosen, Which::Morning, |entry| (entry.exercise, entry.way));
    session_ms(ordered.into_iter().map(|entry| (entry.exercise, entry.way, entry.work_ms)))
}

/// What a set is worth.
#[must_use]
pub fn worth(entries: &[Entry<'_>], set: &[usize]) -> i64 {
    let mut sum = 0;
    let (mut leads, mut strength, mut walking, mut trunk, mut hip) = (false, false, false, false, false);
    for entry in set.iter().filter_map(|&index| entries.get(index)) {
        sum += i64::from(entry.worth);
        leads |= entry.leads;
        strength |= entry.exercise.purpose == Purpose::Strength;
        walking |= entry.exercise.purpose == Purpose::Walking;
        trunk |= entry.exercise.purpose == Purpose::Trunk;
        hip |= entry.exercise.purpose == Purpose::Trunk && loads_hip(entry.exercise);
    }
    let held = |has: bool, value: i64| if has { value } else { 0 };
    sum + held(leads, LEADS)
        + held(strength, STRENGTH)
        + held(hip && !strength, HIP_BY_TRUNK)
        + held(walking, WALKING)
        + held(trunk, TRUNK)
}

/// Whether two entries may stand in one set.
#[must_use]
pub fn compatible(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    !same_job(one.exercise, other.exercise)
}

/// Whether a set keeps the rules, said the plain way; the search is held to it.
#[cfg(test)]
fn allowed(entries: &[Entry<'_>], set: &[usize], rules: &Rules) -> bool {
    let chosen: Vec<&Entry<'_>> = set.iter().filter_map(|&index| entries.get(index)).collect();
    let fits = |entry: &&Entry<'_>| {
        let purpose = entry.exercise.purpose;
        chosen.iter().filter(|other| other.exercise.purpose == purpose).count() <= most_of(purpose)
    };
    let alone = |(position, entry): (usize, &&Entry<'_>)| {
        chosen.iter().skip(position + 1).all(|other| compatible(entry, other))
    };
    chosen.len() <= rules.most
        && chosen.iter().all(fits)
        && chosen.iter().enumerate().all(alone)
        && length_ms(entries, set) <= rules.limit_ms
}

/// The best set, in the order of the entries. Those fixed are always in it, even where they alone break a rule.
#[must_use]
pub fn best(entries: &[Entry<'_>], rules: &Rules) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).filter(|index| !rules.fixed.contains(index)).collect();
    // The order of worth, then of the library, which is that of the alphabet.
    order.sort_by_key(|&index| {
        let entry = entries.get(index);
        (core::cmp::Reverse(entry.map(|e| (e.leads, e.worth))), index)
    });
    let clashes: Vec<Vec<bool>> =
        entries.iter().map(|one| entries.iter().map(|other| !compatible(one, other)).collect()).collect();
    let mut search = Search {
        entries,
        rules,
        order: &order,
        clashes: &clashes,
        set: rules.fixed.clone(),
        found: rules.fixed.clone(),
        value: worth(entries, &rules.fixed),
        length: length_ms(entries, &rules.fixed),
    };
    search.go(0);
    let mut found = search.found;
    found.sort_unstable();
    found
}

struct Search<'a, 'l> {
    entries: &'a [Entry<'l>],
    rules: &'a Rules,
    order: &'a [usize],
    clashes: &'a [Vec<bool>],
    set: Vec<usize>,
    found: Vec<usize>,
    value: i64,
    length: u64,
}

impl Search<'_, '_> {
    fn go(&mut self, from: usize) {
        if self.set.len() >= self.rules.most || self.bound(from) < self.value {
            return;
        }
        for position in from..self.order.len() {
            let Some(&index) = self.order.get(position) else { return };
            if self.bound(position) < self.value {
                return;
            }
            if !self.may_join(index) {
                continue;
            }
            self.set.push(index);
            let length = length_ms(self.entries, &self.set);
            // Another exercise never makes a session shorter, so a set that is too long has no allowed superset.
            if length <= self.rules.limit_ms {
                let value = worth(self.entries, &self.set);
                if value > self.value || (value == self.value && length < self.length) {
                    self.value = value;
                    self.length = length;
                    self.found.clone_from(&self.set);
                }
                self.go(position + 1);
            }
            self.set.pop();
        }
    }

    fn may_join(&self, index: usize) -> bool {
        let Some(entry) = self.entries.get(index) else { return false };
        let purpose = entry.exercise.purpose;
        let same = self
            .set
            .iter()
            .filter(|&&other| self.entries.get(other).is_some_and(|e| e.exercise.purpose == purpose))
            .count();
        let clash = |&other: &usize| self.clashes.get(index).and_then(|row| row.get(other)) == Some(&true);
        same < most_of(purpose) && !self.set.iter().any(clash)
    }

    /// No set that continues this one from a position on is worth more: the best of what is left, each place filled
    /// with the dearest, and everything a week holds that is still to be had.
    fn bound(&self, from: usize) -> i64 {
        let places = self.rules.most - self.set.len().min(self.rules.most);
        let left = self.order.get(from..).unwrap_or_default();
        let entry = |&index: &usize| self.entries.get(index);
        // The order has those that lead first, so the dearest are not simply the first ones.
        let mut dearest: [i64; 5] = [0; 5];
        let places = places.min(dearest.len());
        for worth in left.iter().filter_map(entry).map(|e| i64::from(e.worth)) {
            if let Some(least) = dearest.iter_mut().take(places).min()
                && worth > *least
            {
                *least = worth;
            }
        }
        let now = worth(self.entries, &self.set);
        let set = || self.set.iter().filter_map(entry);
        let rest = || left.iter().filter_map(entry);
        let is = |wanted: Purpose| move |e: &Entry<'_>| e.exercise.purpose == wanted;
        let gain = |has: bool, may: bool, value: i64| if may && !has { value } else { 0 };
        let hip = |e: &Entry<'_>| e.exercise.purpose == Purpose::Trunk && loads_hip(e.exercise);
        // A trunk exercise stands in for strength at a little less.
        let stands_in = if set().any(hip) { HIP_BY_TRUNK } else { 0 };
        let strength = match (set().any(is(Purpose::Strength)), rest().any(is(Purpose::Strength))) {
            (true, _) => 0,
            (false, true) => STRENGTH - stands_in,
            (false, false) => gain(stands_in > 0, rest().any(hip), HIP_BY_TRUNK),
        };
        now + dearest.iter().sum::<i64>()
            + strength
            + gain(set().any(|e| e.leads), rest().any(|e| e.leads), LEADS)
            + gain(set().any(is(Purpose::Walking)), rest().any(is(Purpose::Walking)), WALKING)
            + gain(set().any(is(Purpose::Trunk)), rest().any(is(Purpose::Trunk)), TRUNK)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::library::{Library, Target};
    use crate::routine::samples;
    use crate::routine::usual_sides;
    use crate::timeline::work_ms;

    /// Exercises of every purpose, some of which do the same job.
    fn library() -> impl Strategy<Value = Library> {
        let one = (0_usize..7, 0_usize..9, 0_usize..4, any::<bool>());
        vec(one, 1..9).prop_map(|all| {
            let known = samples::library();
            let exercises = all.into_iter().enumerate().map(|(index, (purpose, position, target, hip))| {
                let mut exercise = known.exercises[index % known.exercises.len()].clone();
                exercise.id = format!("exercise-{index}");
                exercise.purpose = Purpose::ALL[purpose];
                exercise.position = crate::library::Position::ALL[position];
                let role = if hip { Role::Strengthens } else { Role::Lengthens };
                let structure = if hip { "gluteus-medius".to_owned() } else { format!("structure-{target}") };
                exercise.targets = vec![Target { structure, role, of: None }];
                exercise
            });
            Library { exercises: exercises.collect(), ..Library::default() }
        })
    }

    /// Every set there is, tried one by one.
    fn by_trying_all(entries: &[Entry<'_>], rules: &Rules) -> (i64, u64) {
        let mut best = (worth(entries, &rules.fixed), length_ms(entries, &rules.fixed));
        for bits in 0..1_u32 << entries.len() {
            let set: Vec<usize> = (0..entries.len()).filter(|index| bits >> index & 1 == 1).collect();
            if !rules.fixed.iter().all(|fixed| set.contains(fixed)) || !allowed(entries, &set, rules) {
                continue;
            }
            let (value, length) = (worth(entries, &set), length_ms(entries, &set));
            if value > best.0 || (value == best.0 && length < best.1) {
                best = (value, length);
            }
        }
        best
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn the_search_finds_what_trying_every_set_finds(
            library in library(),
            worths in vec((1_i32..9, any::<bool>()), 9),
            most in 1_usize..=5,
            minutes in 1_u64..20,
        ) {
            let entries: Vec<Entry<'_>> = library.exercises.iter().zip(worths).map(|(exercise, (worth, leads))| {
                let work_ms = work_ms(exercise, None, &usual_sides(exercise));
                Entry { exercise, way: None, worth, leads, work_ms }
            }).collect();
            let rules = Rules { fixed: Vec::new(), most, limit_ms: minutes * 60_000 };
            let found = best(&entries, &rules);
            prop_assert!(allowed(&entries, &found, &rules));
            let value = (worth(&entries, &found), length_ms(&entries, &found));
            prop_assert_eq!(value, by_trying_all(&entries, &rules));
            // A second search with the first as given keeps it and finds nothing worse.
            let more = Rules { fixed: found.clone(), most: 5, limit_ms: 3_600_000 };
            let extended = best(&entries, &more);
            prop_assert!(found.iter().all(|index| extended.contains(index)));
            let value = (worth(&entries, &extended), length_ms(&entries, &extended));
            prop_assert_eq!(value, by_trying_all(&entries, &more));
        }

        #[test]
        fn another_exercise_never_makes_a_session_shorter(library in library(), bits in any::<u16>()) {
            let entries: Vec<Entry<'_>> = library.exercises.iter().map(|exercise| {
                let work_ms = work_ms(exercise, None, &usual_sides(exercise));
                Entry { exercise, way: None, worth: 1, leads: false, work_ms }
            }).collect();
            let set: Vec<usize> = (0..entries.len()).filter(|index| bits >> index & 1 == 1).collect();
            for index in (0..entries.len()).filter(|index| !set.contains(index)) {
                let mut more = set.clone();
                more.push(index);
                prop_assert!(length_ms(&entries, &more) >= length_ms(&entries, &set));
            }
        }
    }
}
