//! How often something may be tried, and from where it seems to come.
//!
//! Kept in the books, so that a restart or a second server forgets nothing. The names of what is counted are hashes:
//! neither names nor addresses lie in the database. A name is limited loosely as a whole and tightly for one address,
//! so that a stranger who guesses does not lock out the person.

use std::net::{IpAddr, Ipv4Addr};

use axum::extract::connect_info::Connected;
use axum::http::{HeaderMap, StatusCode};
use axum::serve::IncomingStream;
use counterpose_journal::account::{Hash, Rate};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use super::Gate;
use crate::problem::Refusal;
use crate::tls::TlsListener;

/// Log-ins and invitations from one address.
pub const ADDRESS: Rate = Rate { burst: 20, every_ms: 30_000 };
/// Log-ins by one name from one address.
pub const NAME_HERE: Rate = Rate { burst: 5, every_ms: 60_000 };
/// Log-ins by one name from anywhere.
pub const NAME: Rate = Rate { burst: 50, every_ms: 120_000 };
/// Passwords changed, and invitations made, by one person.
pub const PERSON: Rate = Rate { burst: 10, every_ms: 120_000 };

/// The other end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Connected<IncomingStream<'_, TcpListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        Self(stream.remote_addr().ip())
    }
}

impl Connected<IncomingStream<'_, TlsListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TlsListener>) -> Self {
        Self(stream.remote_addr().ip())
    }
}

fn too_often(wait_ms: i64) -> Refusal {
    let seconds = u32::try_from(wait_ms.div_euclid(1000) + 1).unwrap_or(u32::MAX);
    let detail = format!("Try again in {seconds} seconds.");
    let status = StatusCode::TOO_MANY_REQUESTS;
    Refusal::new(status, "too-often", "That was tried too often", detail).retry_after(seconds)
}

impl Gate {
    /// Counts one try at each; the first that was tried too often stops it.
    pub async fn try_all(&self, tries: &[(Hash, Rate)]) -> Result<(), Refusal> {
        for (what, rate) in tries {
            if let Some(wait_ms) = self.access.books.try_once(what, *rate, self.now_ms()).await? {
                return Err(too_often(wait_ms));
            }
        }
        Ok(())
    }

    /// Where a request seems to come from: a proxy's word for it where there is one, else the connection.
    pub fn caller_address(&self, peer: Option<Peer>, headers: &HeaderMap) -> String {
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0);
        let address = if self.access.behind_proxy { forwarded(headers).unwrap_or(peer) } else { peer };
        network(address)
    }
}

/// The last address: the one our own proxy saw. Those before it are the caller's own words.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

/// One household has one IPv4 address, and 64 bits of IPv6.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:x}", u128::from(address) >> 64),
    }
}

/// The name of a rate.
pub fn named(parts: &[&str]) -> Hash {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn addresses_of_one_household_count_as_one() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::3"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::3"), of("2001:db8:1:3::3"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }

    #[test]
    fn only_the_last_address_of_a_proxy_counts() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_static("1.1.1.1"));
        headers.append("x-forwarded-for", HeaderValue::from_static("2.2.2.2, 192.0.2.7"));
        assert_eq!(forwarded(&headers), "192.0.2.7".parse().ok());
        headers.append("x-forwarded-for", HeaderValue::from_static("unknown"));
        assert_eq!(forwarded(&headers), None);
    }

    #[test]
    fn names_of_rates_do_not_run_together() {
        assert_ne!(named(&["ab", "c"]), named(&["a", "bc"]));
    }
}
