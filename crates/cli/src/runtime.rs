//! The runtime of the commands that keep or serve data: threads, the log, and the signals that end it.

use std::io;

use tokio::runtime::Builder;

use crate::outcome::Failure;

/// Runs a future to its end.
///
/// # Errors
/// When the system gives no threads.
pub fn block_on<F: Future>(future: F) -> Result<F::Output, Failure> {
    let runtime = Builder::new_multi_thread().worker_threads(4).enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Serve(format!("the system gives no threads: {error}")))?;
    Ok(runtime.block_on(future))
}

/// Writes the log to standard error: warnings, or what `COUNTERPOSE_LOG` asks for (as in `debug`); one JSON object a
/// line where `COUNTERPOSE_LOG_FORMAT` is `json`.
pub fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("COUNTERPOSE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    if std::env::var("COUNTERPOSE_LOG_FORMAT").is_ok_and(|format| format == "json") {
        log.json().try_init().ok();
    } else {
        log.try_init().ok();
    }
}

/// What time it is, in milliseconds since 1970 UTC.
pub fn now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// Ends when somebody asks the process to end.
pub async fn end_asked() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    tokio::signal::ctrl_c().await.ok();
}
