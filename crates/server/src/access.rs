//! How a server may be reached: under which names, by whom, and in whose sight.
//!
//! On this machine alone, nobody logs in. Everywhere else accounts are demanded and the line is encrypted, by the
//! server itself or by a proxy in front of it; [`Access::check`] refuses anything less.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use counterpose_journal::account::AccountStore;

use crate::ServeError;
use crate::tls::Tls;

/// The time, in milliseconds since 1970 UTC.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Who may reach the server, and how.
#[derive(Clone)]
pub struct Access {
    /// The books of accounts.
    pub books: Arc<dyn AccountStore>,
    /// What it is called.
    pub names: Names,
    /// Whether somebody without an account gets nothing. Without this, whoever reaches the server is the person
    /// whose machine it is.
    pub demanded: bool,
    /// Whether a proxy in front names the caller's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Encryption by the server itself.
    pub tls: Option<Tls>,
    /// What time it is.
    pub clock: Clock,
}

/// The names a server answers to. Any other is refused before any route runs (DNS rebinding).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Names {
    /// `localhost` and addresses of this machine.
    Loopback,
    /// Whatever its certificate is good for.
    Certificate,
    /// The address people open.
    Public(PublicUrl),
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access")
            .field("names", &self.names)
            .field("demanded", &self.demanded)
            .finish_non_exhaustive()
    }
}

impl Access {
    /// For this machine alone, without a log-in.
    #[must_use]
    pub fn loopback(books: Arc<dyn AccountStore>, clock: Clock) -> Self {
        Self { books, names: Names::Loopback, demanded: false, behind_proxy: false, tls: None, clock }
    }

    /// Whether a server may listen there like this.
    ///
    /// # Errors
    /// What is missing.
    pub fn check(&self, address: SocketAddr) -> Result<(), ServeError> {
        let beyond = !address.ip().is_loopback();
        let open_names = matches!(self.names, Names::Loopback);
        if !self.demanded && (beyond || self.behind_proxy || matches!(self.names, Names::Public(_))) {
            return Err(ServeError::Open(address));
        }
        if beyond && self.tls.is_none() && !self.behind_proxy {
            return Err(ServeError::NotEncrypted(address));
        }
        if (beyond || self.behind_proxy) && open_names {
            return Err(ServeError::Nameless(address));
        }
        if matches!(self.names, Names::Certificate) && self.tls.is_none() {
            return Err(ServeError::Nameless(address));
        }
        Ok(())
    }

    /// Whether this name, with or without a port, is one of the server's own.
    #[must_use]
    pub(crate) fn is_own_name(&self, host: &str) -> bool {
        match &self.names {
            Names::Loopback => is_loopback_name(host),
            Names::Certificate => split_port(host)
                .is_some_and(|(name, _)| self.tls.as_ref().is_some_and(|tls| tls.is_for(name))),
            Names::Public(url) => PublicUrl::parse(&format!("https://{host}")).as_ref() == Ok(url),
        }
    }

    /// `http` or `https`, as the browser sees it.
    pub(crate) const fn scheme(&self) -> &'static str {
        if self.tls.is_some() || matches!(self.names, Names::Public(_)) { "https" } else { "http" }
    }
}

/// The address people open: `https`, a name and perhaps a port; nothing after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    authority: String,
}

/// Why an address cannot be the one people open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` cannot be the address people open: write it as https://counterpose.example or https://nuc.local:7878"
)]
pub struct NotPublic(String);

impl PublicUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// When it is no such address.
    pub fn parse(text: &str) -> Result<Self, NotPublic> {
        let no = || NotPublic(text.to_owned());
        let rest = text.trim().to_ascii_lowercase();
        let rest = rest.strip_prefix("https://").ok_or_else(no)?;
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let authority = authority.strip_suffix(":443").unwrap_or(authority);
        let (name, _) = split_port(authority).ok_or_else(no)?;
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let is_name = !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
        if is_name || bare.parse::<std::net::Ipv6Addr>().is_ok() {
            Ok(Self { authority: authority.to_owned() })
        } else {
            Err(no())
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "https://{}", self.authority)
    }
}

/// A name, brackets included, and its port where there is one. `None`: that is no name with a port.
pub fn split_port(host: &str) -> Option<(&str, &str)> {
    let end = if host.starts_with('[') { host.find(']')? + 1 } else { host.find(':').unwrap_or(host.len()) };
    let (name, rest) = host.split_at(end);
    match rest.strip_prefix(':') {
        None if rest.is_empty() => Some((name, "")),
        Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some((name, port)),
        _ => None,
    }
}

/// `localhost` or a loopback address, with or without a port.
fn is_loopback_name(host: &str) -> bool {
    let Some((name, _)) = split_port(host) else { return false };
    let inside = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    match inside.unwrap_or(name).parse::<IpAddr>() {
        Ok(address) => address.is_loopback() && address.is_ipv6() == inside.is_some(),
        Err(_) => inside.is_none() && name.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterpose_journal::account::MemoryAccounts;

    #[test]
    fn only_this_machine_is_an_own_name() {
        for own in
            ["localhost", "LOCALHOST:7878", "127.0.0.1", "127.0.0.1:80", "127.9.9.9:1", "[::1]", "[::1]:7878"]
        {
            assert!(is_loopback_name(own), "{own}");
        }
        let foreign = [
            "",
            ":",
            "evil.example",
            "evil.example:7878",
            "localhost.evil.example",
            "127.0.0.1.nip.io",
            "127.0.0.1:80:80",
            "127.0.0.1@evil.example",
            "192.168.1.2",
            "0.0.0.0",
            "[::]",
            "[::1",
            "::1",
            "[::1]x",
            "[127.0.0.1]",
            "localhost:x",
            "[localhost]",
            "2130706433",
            "127.1",
            "localhost.",
            "[::ffff:127.0.0.1]",
        ];
        for name in foreign {
            assert!(!is_loopback_name(name), "{name}");
        }
    }

    #[test]
    fn the_address_people_open_is_read_strictly() {
        for (text, shown) in [
            ("https://nuc.local:7878", "https://nuc.local:7878"),
            ("https://Counterpose.Example/", "https://counterpose.example"),
            ("https://counterpose.example:443", "https://counterpose.example"),
            ("https://192.168.1.9:8443", "https://192.168.1.9:8443"),
            ("https://[fd00::9]:8443", "https://[fd00::9]:8443"),
        ] {
            assert_eq!(PublicUrl::parse(text).map(|url| url.to_string()), Ok(shown.to_owned()));
        }
        for text in [
            "http://nuc.local",
            "nuc.local",
            "https://",
            "https://a b",
            "https://a/path",
            "https://a@b",
            "https://a?b",
            "https://a:b",
            "https://a:1:2",
            "https://[fd00",
            "https://:7878",
        ] {
            assert!(PublicUrl::parse(text).is_err(), "{text}");
        }
    }

    fn access(names: Names, demanded: bool, behind_proxy: bool) -> Access {
        let books = Arc::new(MemoryAccounts::default());
        Access { names, demanded, behind_proxy, ..Access::loopback(books, Arc::new(|| 0)) }
    }

    #[test]
    fn nothing_listens_beyond_this_machine_without_accounts_and_encryption() {
        let public = || Names::Public(PublicUrl::parse("https://nuc.local").unwrap());
        let home: SocketAddr = "127.0.0.1:1".parse().unwrap();
        for beyond in ["0.0.0.0:1", "192.168.1.2:1", "[::]:1", "[::ffff:127.0.0.1]:1"] {
            let beyond: SocketAddr = beyond.parse().unwrap();
            let refused = |access: Access| access.check(beyond).unwrap_err();
            assert!(matches!(refused(access(Names::Loopback, false, false)), ServeError::Open(_)));
            assert!(matches!(refused(access(public(), false, true)), ServeError::Open(_)));
            assert!(matches!(refused(access(public(), true, false)), ServeError::NotEncrypted(_)));
            assert!(matches!(refused(access(Names::Loopback, true, true)), ServeError::Nameless(_)));
            assert!(access(public(), true, true).check(beyond).is_ok());
        }
        assert!(access(Names::Loopback, false, false).check(home).is_ok());
        assert!(access(Names::Loopback, true, false).check(home).is_ok());
        assert!(access(public(), true, true).check(home).is_ok());
        // A proxy on this machine lets the world in, so accounts are demanded there too.
        assert!(matches!(access(public(), false, false).check(home), Err(ServeError::Open(_))));
        assert!(matches!(access(Names::Loopback, true, true).check(home), Err(ServeError::Nameless(_))));
    }

    #[test]
    fn behind_a_proxy_only_the_public_name_is_an_own_one() {
        let own = access(Names::Public(PublicUrl::parse("https://nuc.local").unwrap()), true, true);
        assert!(own.is_own_name("nuc.local") && own.is_own_name("NUC.local:443"));
        for foreign in
            ["localhost", "127.0.0.1:7878", "nuc.local:80", "nuc.local.evil.example", "", "nuc.local/x"]
        {
            assert!(!own.is_own_name(foreign), "{foreign}");
        }
    }
}
