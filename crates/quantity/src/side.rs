//! Left and right, and what it means to swap them.

use serde::{Deserialize, Serialize};

/// One side of the body, always the person's own left or right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

impl Side {
    /// Both sides, left first.
    pub const ALL: [Self; 2] = [Self::Left, Self::Right];

    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// The identifier, as in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// What swaps with the body's left and right. `mirror` undoes itself.
pub trait Mirror {
    /// The same thing as seen in a mirror: left and right swapped, nothing else.
    #[must_use]
    fn mirror(self) -> Self;
}

impl Mirror for Side {
    fn mirror(self) -> Self {
        self.other()
    }
}

impl<T: Mirror> Mirror for Option<T> {
    fn mirror(self) -> Self {
        self.map(T::mirror)
    }
}

impl<T: Mirror> Mirror for Vec<T> {
    fn mirror(self) -> Self {
        self.into_iter().map(T::mirror).collect()
    }
}

/// One value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sided<T> {
    /// The person's left.
    pub left: T,
    /// The person's right.
    pub right: T,
}

impl<T> Sided<T> {
    /// The value of one side.
    pub const fn get(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The value of one side, to change.
    pub const fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }

    /// A value made for each side in turn, left first.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self { left: make(Side::Left), right: make(Side::Right) }
    }
}

impl<T> Mirror for Sided<T> {
    fn mirror(self) -> Self {
        Self { left: self.right, right: self.left }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mirror_undoes_itself() {
        for side in Side::ALL {
            assert_eq!(side.mirror().mirror(), side);
            assert_ne!(side.mirror(), side);
        }
        let pair = Sided { left: 1, right: 2 };
        assert_eq!(pair.mirror(), Sided { left: 2, right: 1 });
        assert_eq!(pair.mirror().mirror(), pair);
        assert_eq!(*pair.get(Side::Right), 2);
    }
}
