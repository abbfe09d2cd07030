//! Sync, the client's files, reminders and health over HTTP, for the person's own machine.
//!
//! Takes a listener, a keeper of journals and the client's files; knows neither the database nor where files come
//! from. Until there are accounts it serves loopback addresses only, and answers nobody but its own pages and
//! programs on the same machine. What this crate does not do: decide what entries mean, or log what they say.

mod assets;
mod guard;
mod headers;
mod metrics;
mod openapi;
mod problem;
pub mod reminders;
mod sync;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::http::header;
use axum::middleware;
use axum::routing::get;
use axum::{Json, Router};
use counterpose_journal::SharedJournalStore;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use uuid::Uuid;

pub use assets::{Asset, Assets};
pub use headers::CONTENT_SECURITY_POLICY;
pub use reminders::Reminders;

/// What the server says about the journal it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The database and its line of cursors.
    pub keeper: Uuid,
    /// The person whose journal it is.
    pub person: Uuid,
    /// The version of the tables.
    pub schema: u32,
    /// The version of the program.
    pub program: String,
}

/// All a server needs.
#[derive(Debug)]
pub struct Parts<S, A> {
    /// The keeper.
    pub store: S,
    /// The client's files.
    pub assets: A,
    /// What it says about itself.
    pub about: About,
    /// Reminders with the app closed, where there are any; whoever embeds the server runs them.
    pub reminders: Option<Arc<Reminders>>,
}

pub(crate) type Shared<S, A> = Arc<Parts<S, A>>;

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Not an address of this machine alone.
    #[error(
        "{0} can be reached from other machines, and there are no accounts yet to keep strangers out: \
         listen on 127.0.0.1, or put a tunnel (for example ssh -L) in front"
    )]
    NotLoopback(SocketAddr),
    /// The network failed.
    #[error("the server stopped: {0}")]
    Io(#[from] io::Error),
}

/// Serves until the shutdown future ends, then lets what is under way finish.
///
/// # Errors
/// When the listener can be reached from other machines, or fails.
pub async fn serve<S, A>(
    listener: TcpListener,
    parts: Parts<S, A>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        return Err(ServeError::NotLoopback(address));
    }
    axum::serve(listener, router(parts)).with_graceful_shutdown(shutdown).await?;
    Ok(())
}

/// The text that Prometheus reads.
const METRICS_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The routes.
pub fn router<S, A>(parts: Parts<S, A>) -> Router
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    let metrics = Arc::new(metrics::Metrics::new(&parts.about.program, parts.about.schema));
    let counts = Arc::clone(&metrics);
    let document = Arc::new(openapi::document(&parts.about.program));
    let shared = Arc::new(parts);
    let api = Router::new()
        .route("/hello", get(sync::hello))
        .route("/health", get(sync::health))
        .route("/metrics", get(|| async move { ([(header::CONTENT_TYPE, METRICS_TYPE)], counts.text()) }))
        .route("/openapi.json", get(|| async move { Json(Arc::unwrap_or_clone(document)) }))
        .route("/people/{person}/entries", get(sync::pull).post(sync::push))
        .nest("/people/{person}/reminders", reminders::routes())
        .fallback(problem::no_such_path)
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(guard::same_origin));
    Router::new()
        .nest("/api/v1", api)
        .route("/api", get(problem::no_such_path))
        .route("/api/{*rest}", get(problem::no_such_path))
        .route("/calendar/{name}", get(reminders::feed))
        .fallback(assets::serve)
        .layer(middleware::from_fn(guard::own_name))
        .layer(middleware::map_response(headers::secure))
        .layer(middleware::from_fn_with_state(metrics, metrics::count))
        .with_state(shared)
}
