//! JSON read into a tree that keeps what a plain parser drops: the path to every value, and keys given twice.
//!
//! An answer read twice, a misspelt key or a number out of range must never pass in silence, and the message must
//! say where. This module reads; what a value means is the business of whoever asks the reader.

use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::nearest::nearest;

/// Why an intake could not be read: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[error("{}{message}", if path.is_empty() { String::new() } else { format!("{path}: ") })]
pub struct IntakeError {
    /// What is wrong and what would be right.
    pub message: String,
    /// Where, as in `precautions[0].weeks_since`; empty for the whole.
    pub path: String,
}

/// A JSON value with its keys in the order given.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing: the same as leaving the key out.
    Null,
    /// True or false.
    Bool(bool),
    /// A number; always finite.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, repeated keys and all.
    Map(Vec<(String, Node)>),
}

impl Node {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodeVisitor;

        impl<'de> Visitor<'de> for NodeVisitor {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON value")
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }

            fn visit_none<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
                Node::deserialize(deserializer)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
                Ok(Node::Bool(value))
            }

            #[allow(clippy::cast_precision_loss, reason = "every bound lies far inside the exact range")]
            fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
                Ok(Node::Number(value as f64))
            }

            #[allow(clippy::cast_precision_loss, reason = "every bound lies far inside the exact range")]
            fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
                Ok(Node::Number(value as f64))
            }

            fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Node, E> {
                if value.is_finite() {
                    Ok(Node::Number(value))
                } else {
                    Err(E::custom("a number must be finite"))
                }
            }

            fn visit_str<E>(self, value: &str) -> Result<Node, E> {
                Ok(Node::Text(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Node::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
                let mut map = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    map.push(entry);
                }
                Ok(Node::Map(map))
            }
        }

        deserializer.deserialize_any(NodeVisitor)
    }
}

/// What to do with a key nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// An error that names the nearest known key: files and command lines.
    Refused,
    /// Passed over: journal entries of a newer version.
    Ignored,
}

#[derive(Clone, Copy, Debug)]
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => f.write_str(key),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A place in the tree, with the way to it.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    node: &'a Node,
    path: Path<'a>,
    unknown: Unknown,
}

impl<'a> Reader<'a> {
    /// The top of a tree.
    #[must_use]
    pub const fn root(node: &'a Node, unknown: Unknown) -> Self {
        Self { node, path: Path::Root, unknown }
    }

    /// What lies here.
    #[must_use]
    pub const fn node(&self) -> &'a Node {
        self.node
    }

    /// An error about this place.
    #[must_use]
    pub fn error(&self, message: impl Into<String>) -> IntakeError {
        IntakeError { message: message.into(), path: self.path.to_string() }
    }

    /// The error of finding something else than was wanted.
    #[must_use]
    pub fn mismatch(&self, wanted: &str) -> IntakeError {
        self.error(format!("expected {wanted}, found {}", self.node.kind()))
    }

    /// The error of a word that is none of those known.
    #[must_use]
    pub fn unknown_word(&self, word: &str, known: &[&str]) -> IntakeError {
        let near = nearest(word, known).map_or_else(String::new, |near| format!(", nearest is \"{near}\""));
        self.error(format!("\"{word}\" is not known here{near}; known are {}", known.join(", ")))
    }

    /// The text here.
    ///
    /// # Errors
    /// Where it is no text.
    pub fn text(&self) -> Result<&'a str, IntakeError> {
        match self.node {
            Node::Text(text) => Ok(text),
            _ => Err(self.mismatch("a text")),
        }
    }

    /// The number here.
    ///
    /// # Errors
    /// Where it is no number.
    pub fn number(&self) -> Result<f64, IntakeError> {
        match self.node {
            Node::Number(number) => Ok(*number),
            _ => Err(self.mismatch("a number")),
        }
    }

    /// The whole number here.
    ///
    /// # Errors
    /// Where it is no number, or has a fraction.
    pub fn whole(&self) -> Result<i64, IntakeError> {
        let number = self.number()?;
        #[allow(clippy::cast_possible_truncation, reason = "compared with what it came from")]
        let whole = number as i64;
        #[allow(clippy::cast_precision_loss, reason = "compared with what it came from")]
        if whole as f64 == number {
            Ok(whole)
        } else {
            Err(self.error(format!("{number} is not a whole number")))
        }
    }

    /// True or false.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn truth(&self) -> Result<bool, IntakeError> {
        match self.node {
            Node::Bool(truth) => Ok(*truth),
            _ => Err(self.mismatch("true or false")),
        }
    }

    /// Each member of the list here, turned into something.
    ///
    /// # Errors
    /// Where it is no list, or a member cannot be turned.
    pub fn list<T>(
        &self,
        mut each: impl FnMut(&Reader<'_>) -> Result<T, IntakeError>,
    ) -> Result<Vec<T>, IntakeError> {
        let Node::List(items) = self.node else { return Err(self.mismatch("a list")) };
        items
            .iter()
            .enumerate()
            .map(|(index, node)| {
                each(&Reader { node, path: Path::Index(&self.path, index), unknown: self.unknown })
            })
            .collect()
    }

    /// Makes sure that this is an object whose keys are all known and given once.
    ///
    /// # Errors
    /// Names the first key that is not, the nearest known one and the place.
    pub fn object(&self, known: &[&str]) -> Result<(), IntakeError> {
        let Node::Map(entries) = self.node else { return Err(self.mismatch("an object")) };
        for (index, (key, node)) in entries.iter().enumerate() {
            let here = Reader { node, path: Path::Key(&self.path, key), unknown: self.unknown };
            if self.unknown == Unknown::Refused && !known.contains(&key.as_str()) {
                let near = nearest(key, known)
                    .map_or_else(String::new, |near| format!("; the nearest known key is \"{near}\""));
                return Err(here.error(format!("unknown key \"{key}\"{near}")));
            }
            if entries.iter().take(index).any(|(earlier, _)| earlier == key) {
                return Err(here.error(format!("the key \"{key}\" is given twice; keep one of them")));
            }
        }
        Ok(())
    }

    /// The keys here, in the order given; empty where this is no object.
    pub fn keys(&self) -> impl Iterator<Item = &'a str> {
        let entries: &[(String, Node)] = if let Node::Map(entries) = self.node { entries } else { &[] };
        entries.iter().map(|(key, _)| key.as_str())
    }

    /// What lies under a key; a missing key and `null` are the same: nothing.
    ///
    /// # Errors
    /// Where this is no object.
    pub fn under<'b>(&'b self, key: &'b str) -> Result<Option<Reader<'b>>, IntakeError> {
        let Node::Map(entries) = self.node else { return Err(self.mismatch("an object")) };
        Ok(match entries.iter().find(|(name, _)| name == key) {
            None | Some((_, Node::Null)) => None,
            Some((_, node)) => Some(Reader { node, path: Path::Key(&self.path, key), unknown: self.unknown }),
        })
    }

    /// Reads what lies under a key; a missing key and `null` are the same: nothing.
    ///
    /// # Errors
    /// Whatever `read` makes of it.
    pub fn field<T>(
        &self,
        key: &str,
        read: impl FnOnce(Option<&Reader<'_>>) -> Result<T, IntakeError>,
    ) -> Result<T, IntakeError> {
        read(self.under(key)?.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(text: &str) -> Node {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_key_given_twice_is_refused_with_its_place() {
        let tree = node(r#"{"outer": [{"a": 1, "b": 2, "a": 3}]}"#);
        let root = Reader::root(&tree, Unknown::Refused);
        let error = root
            .field("outer", |outer| outer.map_or(Ok(Vec::new()), |o| o.list(|item| item.object(&["a", "b"]))))
            .unwrap_err();
        assert_eq!(error.path, "outer[0].a");
        assert!(error.message.contains("twice"));
    }

    #[test]
    fn an_unknown_key_names_its_nearest_and_may_be_passed_over() {
        let tree = node(r#"{"presure": 1}"#);
        let error = Reader::root(&tree, Unknown::Refused).object(&["age", "pressure"]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "presure: unknown key \"presure\"; the nearest known key is \"pressure\""
        );
        assert_eq!(Reader::root(&tree, Unknown::Ignored).object(&["age"]), Ok(()));
    }
}
