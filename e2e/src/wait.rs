//! Waiting for something to become true, instead of sleeping and hoping.

use std::future::Future;
use std::time::{Duration, Instant};

use crate::{Failure, Outcome};

/// How long anything may take before the journey gives up on it. Generous: a loaded machine is not a fault.
pub const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until there is an answer; `what` continues "waited in vain for ".
pub async fn until<T, F, Fut>(what: &str, ask: F) -> Outcome<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Outcome<Option<T>>>,
{
    until_within(PATIENCE, what, ask).await
}

/// The same with a patience of its own.
pub async fn until_within<T, F, Fut>(patience: Duration, what: &str, mut ask: F) -> Outcome<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Outcome<Option<T>>>,
{
    let started = Instant::now();
    loop {
        // A page in the middle of a change may answer with an error once; only the last one counts.
        let error = match ask().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        if started.elapsed() > patience {
            let why = error.map(|error| format!(" ({error})")).unwrap_or_default();
            return Err(Failure::new(format!("waited {} s in vain for {what}{why}", patience.as_secs())));
        }
        tokio::time::sleep(PAUSE).await;
    }
}
