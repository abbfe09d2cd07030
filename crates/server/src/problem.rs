//! What went wrong, as `application/problem+json` (RFC 9457): what it is, whose fault, and what to do.
//!
//! 4xx is the caller's fault and repeating it is useless; 5xx is ours. Details of the machine go to the log, never
//! into an answer.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterpose_journal::StoreError;
use counterpose_journal::sync::Problem;
use uuid::Uuid;

/// A problem on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    problem: Problem,
    /// When trying again helps.
    retry_after_s: Option<u32>,
}

impl Refusal {
    /// A problem with its stable name, its title and what to do.
    pub fn new(status: StatusCode, name: &str, title: &str, detail: impl Into<String>) -> Self {
        let problem = Problem {
            kind: format!("/problems/{name}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            entry: None,
        };
        Self { problem, retry_after_s: (status == StatusCode::SERVICE_UNAVAILABLE).then_some(5) }
    }

    /// Says when trying again helps.
    pub fn retry_after(self, seconds: u32) -> Self {
        Self { retry_after_s: Some(seconds), ..self }
    }

    /// Its status.
    pub const fn status(&self) -> u16 {
        self.problem.status
    }

    fn about(mut self, entry: Uuid) -> Self {
        self.problem.entry = Some(entry);
        self
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.problem).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let said = |status, name, title, advice: &str| {
            tracing::error!(kind = name, error = %error, "the storage failed");
            Self::new(status, name, title, advice)
        };
        match &error {
            StoreError::Full { .. } => said(
                StatusCode::INSUFFICIENT_STORAGE,
                "storage-full",
                "The server's disk is full",
                "Nothing was lost and nothing was taken in. Free some space on the machine that runs the server.",
            ),
            StoreError::Locked { .. } => said(
                StatusCode::SERVICE_UNAVAILABLE,
                "storage-busy",
                "The server's database is in use",
                "Another program holds it. Try again in a few seconds.",
            ),
            StoreError::Permission { .. } => said(
                StatusCode::SERVICE_UNAVAILABLE,
                "storage-not-writable",
                "The server may not write its database",
                "Check who owns the data folder on the machine that runs the server.",
            ),
            StoreError::Corrupt { .. } => said(
                StatusCode::INTERNAL_SERVER_ERROR,
                "storage-damaged",
                "The server's database is damaged",
                "Keep this device's copy, and restore a backup on the server.",
            ),
            StoreError::Later { .. } => said(
                StatusCode::SERVICE_UNAVAILABLE,
                "storage-later",
                "The server's database belongs to a later version",
                "Update the program on the server.",
            ),
            StoreError::Conflict { id } => Self::new(
                StatusCode::CONFLICT,
                "entry-conflict",
                "The entry exists with other content",
                "Neither was changed and nothing of this batch was taken in. Send the batch without it.",
            )
            .about(*id),
            StoreError::Refused { id, detail } => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "entry-refused",
                "The entry breaks a limit",
                format!("{detail}. Nothing of this batch was taken in. Send the batch without it."),
            )
            .about(*id),
            StoreError::Other { .. } => said(
                StatusCode::INTERNAL_SERVER_ERROR,
                "storage-failed",
                "The server's storage failed",
                "The server's log says more. Try again later.",
            ),
        }
    }
}

/// For bodies that cannot be read as what the path takes.
#[allow(clippy::needless_pass_by_value, reason = "as an error is mapped")]
pub fn not_json(error: serde_json::Error) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, "bad-body", "The body cannot be read", format!("{error}."))
}

/// For paths below `/api` that do not exist.
pub async fn no_such_path() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "no-such-path",
        "No such path",
        "See docs/journal.md for what there is.",
    )
}

/// For paths that exist, asked in another way.
pub async fn wrong_method() -> Refusal {
    Refusal::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "wrong-method",
        "This path takes another method",
        "The header Allow says which.",
    )
}
