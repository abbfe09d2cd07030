//! Counts of what the server does, in the text that Prometheus reads: sums over everybody, never about anybody.
//!
//! No path, no identifier, no kind of entry and no address is ever a label. What this module does not do: keep counts
//! over a restart, or say who may read them.

use core::sync::atomic::{AtomicU64, Ordering};
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

/// Upper ends of the classes of durations, in milliseconds.
const CLASSES_MS: [u64; 10] = [1, 2, 5, 10, 25, 50, 100, 250, 1000, 10_000];
const KINDS: [&str; 2] = ["api", "file"];
const STATUSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// What a push did, on its way to the counts.
#[derive(Clone, Copy, Debug)]
pub struct TakenIn {
    /// Entries that were new.
    pub added: usize,
    /// Entries that were known.
    pub known: usize,
}

/// The counts of one process.
#[derive(Debug)]
pub struct Metrics {
    program: String,
    schema: u32,
    started_s: u64,
    requests: [[AtomicU64; STATUSES.len()]; KINDS.len()],
    under_way: AtomicU64,
    classes: [AtomicU64; CLASSES_MS.len()],
    answered: AtomicU64,
    micros: AtomicU64,
    added: AtomicU64,
    known: AtomicU64,
    storage_failures: AtomicU64,
}

impl Metrics {
    /// Nothing counted yet.
    pub fn new(program: &str, schema: u32) -> Self {
        let started = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            program: program.to_owned(),
            schema,
            started_s: started.as_secs(),
            requests: Default::default(),
            under_way: AtomicU64::new(0),
            classes: Default::default(),
            answered: AtomicU64::new(0),
            micros: AtomicU64::new(0),
            added: AtomicU64::new(0),
            known: AtomicU64::new(0),
            storage_failures: AtomicU64::new(0),
        }
    }

    fn note(&self, api: bool, response: &Response, micros: u64) {
        let status = response.status();
        let class = usize::from(status.as_u16() / 100).saturating_sub(1).min(STATUSES.len() - 1);
        more(&self.requests[usize::from(!api)][class], 1);
        if !api {
            return;
        }
        more(&self.answered, 1);
        more(&self.micros, micros);
        if let Some(at) = CLASSES_MS.iter().position(|end| micros <= end * 1000) {
            more(&self.classes[at], 1);
        }
        if matches!(
            status,
            StatusCode::INTERNAL_SERVER_ERROR
                | StatusCode::SERVICE_UNAVAILABLE
                | StatusCode::INSUFFICIENT_STORAGE
        ) {
            more(&self.storage_failures, 1);
        }
        if let Some(taken) = response.extensions().get::<TakenIn>() {
            more(&self.added, taken.added as u64);
            more(&self.known, taken.known as u64);
        }
    }

    /// The counts as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let program: String =
            self.program.chars().filter(|sign| !matches!(sign, '"' | '\\' | '\n')).collect();
        head(&mut text, "counterpose_info", "gauge", "The running program.");
        let _ = writeln!(text, "counterpose_info{{version=\"{program}\",tables=\"{}\"}} 1", self.schema);
        one(&mut text, "counterpose_start_time_seconds", "gauge", "When it started.", self.started_s);
        head(&mut text, "counterpose_requests_total", "counter", "Requests answered.");
        for (kind, statuses) in KINDS.iter().zip(&self.requests) {
            for (status, count) in STATUSES.iter().zip(statuses) {
                let count = read(count);
                let _ = writeln!(
                    text,
                    "counterpose_requests_total{{kind=\"{kind}\",status=\"{status}\"}} {count}"
                );
            }
        }
        let under_way = read(&self.under_way);
        one(&mut text, "counterpose_requests_under_way", "gauge", "Requests not answered yet.", under_way);
        self.durations(&mut text);
        let added = read(&self.added);
        one(
            &mut text,
            "counterpose_entries_added_total",
            "counter",
            "Entries taken in that were new.",
            added,
        );
        let known = read(&self.known);
        one(&mut text, "counterpose_entries_known_total", "counter", "Entries sent that were known.", known);
        let failures = read(&self.storage_failures);
        let what = "Answers that the storage failed.";
        one(&mut text, "counterpose_storage_failures_total", "counter", what, failures);
        text
    }

    fn durations(&self, text: &mut String) {
        const NAME: &str = "counterpose_api_seconds";
        head(text, NAME, "histogram", "How long requests to the API took.");
        let mut below = 0;
        for (end_ms, count) in CLASSES_MS.iter().zip(&self.classes) {
            below += read(count);
            let _ = writeln!(text, "{NAME}_bucket{{le=\"{}\"}} {below}", decimal(*end_ms, 1000));
        }
        let answered = read(&self.answered).max(below);
        let _ = writeln!(text, "{NAME}_bucket{{le=\"+Inf\"}} {answered}");
        let _ = writeln!(text, "{NAME}_sum {}", decimal(read(&self.micros), 1_000_000));
        let _ = writeln!(text, "{NAME}_count {answered}");
    }
}

/// A number of thousandths or millionths as a decimal, without rounding.
fn decimal(number: u64, parts: u64) -> String {
    let digits = if parts == 1000 { 3 } else { 6 };
    format!("{}.{:0digits$}", number / parts, number % parts)
}

fn more(count: &AtomicU64, by: u64) {
    count.fetch_add(by, Ordering::Relaxed);
}

fn read(count: &AtomicU64) -> u64 {
    count.load(Ordering::Relaxed)
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn one(text: &mut String, name: &str, kind: &str, help: &str, value: u64) {
    head(text, name, kind, help);
    let _ = writeln!(text, "{name} {value}");
}

/// Takes one off when a request ends, also one that was given up.
struct UnderWay<'a>(&'a AtomicU64);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Counts, and logs one line a request, without a path: paths name people.
pub async fn count(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let api = request.uri().path().starts_with("/api/");
    more(&metrics.under_way, 1);
    let under_way = UnderWay(&metrics.under_way);
    let response = next.run(request).await;
    drop(under_way);
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    metrics.note(api, &response, micros);
    let what = if api { "api" } else { "file" };
    tracing::debug!(%method, what, status = response.status().as_u16(), micros, "answered");
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn the_text_is_what_prometheus_reads() {
        let metrics = Metrics::new("1.2\"3", 4);
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(TakenIn { added: 3, known: 2 });
        metrics.note(true, &response, 1_500);
        metrics.note(true, &Response::new(Body::empty()), 20_000_000);
        *response.status_mut() = StatusCode::INSUFFICIENT_STORAGE;
        metrics.note(true, &response, 700);
        metrics.note(false, &Response::new(Body::empty()), 10);
        let text = metrics.text();
        for line in [
            "counterpose_info{version=\"1.23\",tables=\"4\"} 1",
            "counterpose_requests_total{kind=\"api\",status=\"2xx\"} 2",
            "counterpose_requests_total{kind=\"api\",status=\"5xx\"} 1",
            "counterpose_requests_total{kind=\"file\",status=\"2xx\"} 1",
            "counterpose_api_seconds_bucket{le=\"0.001\"} 1",
            "counterpose_api_seconds_bucket{le=\"0.002\"} 2",
            "counterpose_api_seconds_bucket{le=\"10.000\"} 2",
            "counterpose_api_seconds_bucket{le=\"+Inf\"} 3",
            "counterpose_api_seconds_sum 20.002200",
            "counterpose_entries_added_total 6",
            "counterpose_storage_failures_total 1",
            "counterpose_requests_under_way 0",
        ] {
            assert!(text.lines().any(|have| have == line), "{line} is missing:\n{text}");
        }
        let named = |line: &str| line.starts_with("# ") || line.starts_with("counterpose_");
        assert!(text.ends_with('\n') && text.lines().all(named));
    }
}
