//! Sync, accounts, the client's files, reminders and health over HTTP, for one person's machine or a household's.
//!
//! Takes a listener, a keeper of journals and the client's files; knows neither the database nor where files come
//! from. On loopback it answers its own pages and programs on the same machine; anywhere else only those who logged
//! in, over an encrypted line. What this crate does not do: decide what entries mean, or log what they say.

mod access;
pub mod account;
mod assets;
mod guard;
mod headers;
mod metrics;
mod openapi;
mod problem;
pub mod reminders;
mod sync;
mod tls;

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

use account::{Gate, Peer};
use tls::TlsListener;

pub use access::{Access, Clock, Names, NotPublic, PublicUrl};
pub use assets::{Asset, Assets};
pub use headers::CONTENT_SECURITY_POLICY;
pub use reminders::Reminders;
pub use tls::{Tls, TlsError};

/// What the server says about the journal it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The database and its line of cursors.
    pub keeper: Uuid,
    /// The person whose machine it is; on loopback nobody else is asked to log in.
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
    /// Who may reach it.
    pub access: Access,
}

pub(crate) type Shared<S, A> = Arc<Parts<S, A>>;

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Others can reach it, and nobody would have to log in.
    #[error("{0} can be reached from other machines, so accounts are needed there")]
    Open(SocketAddr),
    /// Others can reach it, and could read along.
    #[error(
        "{0} can be reached from other machines, and passwords must not cross the network for everybody to read: \
         give --tls-cert and --tls-key; or put a proxy that encrypts in front, and say --behind-proxy and the \
         address people open as --public-url https://NAME; or listen on 127.0.0.1. docs/phone-at-home.md shows how"
    )]
    NotEncrypted(SocketAddr),
    /// It does not know its own name.
    #[error(
        "the server at {0} must know the address people open, so that it answers to no other name: \
         say --public-url https://NAME"
    )]
    Nameless(SocketAddr),
    /// The network failed.
    #[error("the server stopped: {0}")]
    Io(#[from] io::Error),
}

/// Serves until the shutdown future ends, then lets what is under way finish.
///
/// # Errors
/// When the listener can be reached by more than [`Access`] is fit for, or fails.
pub async fn serve<S, A>(
    listener: TcpListener,
    parts: Parts<S, A>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError>
where
    S: SharedJournalStore + 'static,
    A: Assets,
{
    parts.access.check(listener.local_addr()?)?;
    let tls = parts.access.tls.clone();
    let routes = router(parts).into_make_service_with_connect_info::<Peer>();
    match tls {
        None => axum::serve(listener, routes).with_graceful_shutdown(shutdown).await?,
        Some(tls) => {
            let listener = TlsListener::new(listener, &tls)?;
            axum::serve(listener, routes).with_graceful_shutdown(shutdown).await?;
        }
    }
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
    let access = Arc::new(parts.access.clone());
    let gate = Gate::new(Arc::clone(&access), parts.about.person);
    let shared = Arc::new(parts);
    // Whatever hangs below a person is reached by that person alone.
    let people = Router::new()
        .route("/{person}/entries", get(sync::pull).post(sync::push))
        .nest("/{person}/reminders", reminders::routes())
        .layer(middleware::from_fn(account::own_journal));
    let api = Router::new()
        .route("/hello", get(sync::hello))
        .route("/metrics", get(|| async move { ([(header::CONTENT_TYPE, METRICS_TYPE)], counts.text()) }))
        .nest("/people", people)
        .route_layer(middleware::from_fn_with_state(Arc::clone(&gate), account::known))
        .route("/health", get(sync::health))
        .route("/openapi.json", get(|| async move { Json(Arc::unwrap_or_clone(document)) }))
        .nest("/account", account::routes(&gate))
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
        .layer(middleware::from_fn_with_state(access, guard::own_name))
        .layer(middleware::map_response(headers::secure))
        .layer(middleware::from_fn_with_state(metrics, metrics::count))
        .with_state(shared)
}
