//! How a command ends: the exit codes people and scripts rely on, and the failures behind them.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done, nothing to complain about: exit code 0.
    Done,
    /// Done, and something was found that the caller wants to know of (an invalid catalogue): exit code 1.
    Finding,
    /// The input or the arguments could not be read: exit code 2.
    BadInput,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::from(0),
            Outcome::Finding => Self::from(1),
            Outcome::BadInput => Self::from(2),
        }
    }
}

/// Why a command could not do its work; printed once, by `main`.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or stream could not be read.
    #[error("cannot read {what}: {source}")]
    Read {
        /// The file, or "standard input".
        what: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Standard output could not be written.
    #[error("cannot write the answer: {0}")]
    Write(#[from] std::io::Error),
    /// The data could not be read or kept; the message says what to do.
    #[error(transparent)]
    Store(#[from] counterpose_journal::StoreError),
    /// The server stopped by itself.
    #[error("{0}")]
    Serve(String),
    /// What was given makes no sense; the message says what, where and what to do.
    #[error("{0}")]
    BadInput(String),
}

impl Failure {
    /// What kind of failure, in words that hold nothing of the person's machine.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        use counterpose_journal::StoreError;
        match self {
            Self::Store(StoreError::Full { .. }) => "the storage is full",
            Self::Store(StoreError::Locked { .. }) => "the storage is in use",
            Self::Store(StoreError::Permission { .. }) => "no permission",
            Self::Store(StoreError::Corrupt { .. }) => "it is damaged",
            Self::Store(StoreError::Later { .. }) => "a later version wrote it",
            _ => "another failure",
        }
    }

    /// The exit code's meaning for this failure.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::Read { .. } | Self::BadInput(_) => Outcome::BadInput,
            Self::Write(_) | Self::Store(_) | Self::Serve(_) => Outcome::Finding,
        }
    }
}
