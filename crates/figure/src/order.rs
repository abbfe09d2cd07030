//! Which part is painted over which.
//!
//! Every two parts that overlap in the picture are compared where they overlap; the farther is painted first. Where
//! that goes round in a ring (a hand between two legs), the ring is cut at its farthest part.

use crate::solid::Ellipse;

/// A thing to be painted, as seen: circles along it, and how readily it lies on top where depth does not decide.
pub(crate) struct Layered {
    pub seen: Vec<Ellipse>,
    /// Units added to its nearness.
    pub on_top: f64,
}

/// The order of painting, farthest first.
pub(crate) fn paint_order(things: &[Layered]) -> Vec<usize> {
    let n = things.len();
    let mut behind = vec![vec![false; n]; n];
    for a in 0..n {
        for b in a + 1..n {
            let votes = compare(&things[a], &things[b]);
            behind[a][b] = votes < 0.0;
            behind[b][a] = votes > 0.0;
        }
    }
    let mut left: Vec<usize> = (0..n).collect();
    let mut order = Vec::with_capacity(n);
    while !left.is_empty() {
        let free = left.iter().position(|&i| !left.iter().any(|&j| j != i && behind[j][i]));
        let next = free.unwrap_or_else(|| farthest(things, &left));
        order.push(left.remove(next));
    }
    order
}

/// Negative where `a` is behind `b`, positive where it is in front, zero where they do not meet.
fn compare(a: &Layered, b: &Layered) -> f64 {
    let mut votes = 0.0;
    for here in &a.seen {
        for there in &b.seen {
            let (dx, dy) = (here.centre.x - there.centre.x, here.centre.y - there.centre.y);
            let reach = here.size() + there.size();
            let apart = dx * dx + dy * dy;
            if apart < reach * reach {
                let overlap = reach - apart.sqrt();
                votes += overlap * (here.nearness + a.on_top - there.nearness - b.on_top);
            }
        }
    }
    votes
}

fn farthest(things: &[Layered], left: &[usize]) -> usize {
    let mean = |i: usize| {
        let seen = &things[i].seen;
        seen.iter().map(|ellipse| ellipse.nearness).sum::<f64>() / seen.len().max(1) as f64
    };
    let mut best = 0;
    for (position, &i) in left.iter().enumerate() {
        if mean(i) < mean(left[best]) {
            best = position;
        }
    }
    best
}
