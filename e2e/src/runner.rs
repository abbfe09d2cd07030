//! Runs named journeys, two at a time, and reports them the way `cargo test` does.
//!
//! Its last line has the form of the standard harness, so that one reader understands both.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::Outcome;

/// What a journey comes to.
pub type Journey = Pin<Box<dyn Future<Output = Outcome<()>> + Send>>;

type Start = Box<dyn FnOnce() -> Journey + Send>;

/// Journeys by name, each started when its turn comes.
#[derive(Default)]
pub struct Runner {
    journeys: Vec<(&'static str, Start)>,
}

impl Runner {
    /// Adds one.
    #[must_use]
    pub fn with<F, Fut>(mut self, name: &'static str, journey: F) -> Self
    where
        F: FnOnce() -> Fut + Send + 'static,
        Fut: Future<Output = Outcome<()>> + Send + 'static,
    {
        self.journeys.push((name, Box::new(move || Box::pin(journey()))));
        self
    }

    /// Runs those whose name contains one of the words on the command line (all without words); whether all passed.
    pub async fn run(self, at_once: usize) -> bool {
        let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
        let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
        let all = self.journeys.len();
        let journeys: Vec<_> = self.journeys.into_iter().filter(|(name, _)| chosen(name)).collect();
        let filtered = all - journeys.len();
        println!("\nrunning {} tests", journeys.len());
        let turns = Arc::new(Semaphore::new(at_once.max(1)));
        let started = Instant::now();
        let mut running = JoinSet::new();
        for (name, journey) in journeys {
            let turns = Arc::clone(&turns);
            running.spawn(async move {
                let _turn = turns.acquire_owned().await;
                let started = Instant::now();
                // A journey of its own task: a panic inside ends that journey only.
                let outcome = match tokio::spawn(journey()).await {
                    Ok(outcome) => outcome.map_err(|failure| failure.to_string()),
                    Err(panic) => Err(panic.to_string()),
                };
                (name, outcome, started.elapsed())
            });
        }
        let (mut passed, mut failed) = (0, Vec::new());
        while let Some(Ok((name, outcome, took))) = running.join_next().await {
            match outcome {
                Ok(()) => {
                    passed += 1;
                    println!("test {name} ... ok ({:.1} s)", took.as_secs_f64());
                }
                Err(why) => {
                    println!("test {name} ... FAILED ({:.1} s)\n    {why}", took.as_secs_f64());
                    failed.push(name);
                }
            }
        }
        let word = if failed.is_empty() { "ok" } else { "FAILED" };
        println!(
            "\ntest result: {word}. {passed} passed; {} failed; 0 ignored; 0 measured; {filtered} filtered out; finished in {:.2}s\n",
            failed.len(),
            started.elapsed().as_secs_f64()
        );
        failed.is_empty()
    }
}

/// Reports that none of so many could run, and why.
pub fn skip(count: usize, why: &str) {
    println!("\nskipped: {why}");
    println!(
        "test result: ok. 0 passed; 0 failed; {count} ignored; 0 measured; 0 filtered out; finished in 0.00s\n"
    );
}
