//! Carries one encrypted push to a push service and reads what became of it.

use std::time::Duration;

use ureq::Agent;

/// How long a push service may take.
const WITHIN: Duration = Duration::from_secs(20);
/// The longest a push service can make us wait.
const LONGEST_WAIT_S: i64 = 3600;

/// A push, ready to go.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Where to.
    pub address: String,
    /// Who we are.
    pub authorization: String,
    /// How long the service may keep it, in seconds.
    pub ttl_s: i64,
    /// A later one with the same topic takes its place.
    pub topic: String,
    /// Without haste.
    pub quiet: bool,
    /// The encrypted body.
    pub body: Vec<u8>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The service has it.
    Taken,
    /// The device is gone for good.
    Gone,
    /// Not now; perhaps later, not before so many milliseconds where the service said so.
    Later {
        /// What the service asked for.
        wait_ms: Option<i64>,
    },
    /// The service does not want it: repeating it is useless.
    Refused {
        /// Its status.
        status: u16,
    },
}

/// A client for push services: follows nothing, waits for nobody long.
pub fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(WITHIN))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent("counterpose")
        .build()
        .new_agent()
}

/// Sends it. Blocks.
pub fn send(agent: &Agent, letter: &Letter) -> Fate {
    let asked = agent
        .post(&letter.address)
        .header("Authorization", &letter.authorization)
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .header("TTL", letter.ttl_s.to_string())
        .header("Urgency", if letter.quiet { "low" } else { "normal" })
        .header("Topic", &letter.topic)
        .send(letter.body.as_slice());
    match asked {
        Ok(answer) => {
            let wait = answer.headers().get("retry-after").and_then(|wait| wait.to_str().ok());
            fate(answer.status().as_u16(), wait)
        }
        Err(error) => {
            // Never the address: it names a device.
            tracing::debug!(%error, "a push service could not be reached");
            Fate::Later { wait_ms: None }
        }
    }
}

fn fate(status: u16, wait: Option<&str>) -> Fate {
    match status {
        200..=299 => Fate::Taken,
        404 | 410 => Fate::Gone,
        408 | 429 | 500..=599 => {
            let seconds = wait.and_then(|wait| wait.trim().parse::<i64>().ok()).filter(|wait| *wait >= 0);
            Fate::Later { wait_ms: seconds.map(|seconds| seconds.min(LONGEST_WAIT_S) * 1000) }
        }
        status => Fate::Refused { status },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_service_answers_is_read_as_the_rfc_means_it() {
        assert_eq!(fate(201, None), Fate::Taken);
        assert_eq!(fate(410, None), Fate::Gone);
        assert_eq!(fate(404, None), Fate::Gone);
        assert_eq!(fate(429, Some("120")), Fate::Later { wait_ms: Some(120_000) });
        assert_eq!(fate(503, Some("99999999")), Fate::Later { wait_ms: Some(3_600_000) });
        assert_eq!(fate(503, Some("Wed, 21 Oct 2026 07:28:00 GMT")), Fate::Later { wait_ms: None });
        assert_eq!(fate(413, None), Fate::Refused { status: 413 });
        assert_eq!(fate(302, None), Fate::Refused { status: 302 });
    }
}
