//! Puts short lists in order with little code.
//!
//! The standard sorts are copied for every type and every way of comparing, and each copy is a kilobyte in the browser.
//! Here one copy decides the order of places and each type only swaps. Equal ones stay as they were. For lists as long
//! as a journal the standard ones are right: quicker, and worth their code.

use core::cmp::Ordering;

/// Orders a list by a comparison.
pub fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut places = order(list.len(), &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    settle(&mut places, &mut |a, b| list.swap(a, b));
}

/// Orders a list by a key of each.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Orders a list.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Which one comes first, second, and so on: merges runs of one, two, four.
#[inline(never)]
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..length).collect();
    let mut to = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        to.clear();
        for both in from.chunks(2 * run) {
            let (mut left, mut right) = both.split_at(run.min(both.len()));
            while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
                if compare(*b, *a) == Ordering::Less {
                    to.push(*b);
                    right = right_rest;
                } else {
                    to.push(*a);
                    left = left_rest;
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        core::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
}

/// Brings everything to its place along the circles that the places form.
#[inline(never)]
fn settle(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while let Some(place) = places.get_mut(at) {
            let next = core::mem::replace(place, at);
            if next == start || next == at {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_orders_as_the_standard_library_does(list in prop::collection::vec((0_u8..9, any::<u8>()), 0..70)) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            // By the first alone: equal ones stay as they were.
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |one| core::cmp::Reverse(one.0));
            theirs.sort_by_key(|one| core::cmp::Reverse(one.0));
            prop_assert_eq!(ours, theirs);
        }
    }
}
