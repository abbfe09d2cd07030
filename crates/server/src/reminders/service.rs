//! Which push services are written to: those of the browsers, and those whoever runs the server names.
//!
//! A device's address comes from a request. Without this list whoever may subscribe could make the server write to
//! anything it can reach (server-side request forgery).

/// The push services of the browsers: whole names, or endings that begin with a dot.
const KNOWN: [&str; 5] = [
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
];
/// The longest address of a device.
const ADDRESS_BYTES: usize = 1024;

/// The push services that are written to.
#[derive(Clone, Debug, Default)]
pub struct Services {
    /// Origins besides those of the browsers, as in `https://push.example:8443`.
    pub besides: Vec<String>,
}

impl Services {
    /// The origin of a device's address, where it may be written to.
    pub fn origin_of(&self, address: &str) -> Option<String> {
        if address.len() > ADDRESS_BYTES || !address.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let (scheme, rest) = address.split_once("://")?;
        let (authority, _path) = rest.split_once('/')?;
        let origin = format!("{scheme}://{authority}").to_ascii_lowercase();
        if authority.contains(['@', '\\', '?', '#', '%']) {
            return None;
        }
        if self.besides.iter().any(|service| service.trim_end_matches('/').eq_ignore_ascii_case(&origin)) {
            return Some(origin);
        }
        let host = origin.strip_prefix("https://")?;
        let known = KNOWN.iter().any(|name| match name.strip_prefix('.') {
            Some(_) => host.ends_with(name) && host.len() > name.len(),
            None => host == *name,
        });
        known.then_some(origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_push_services_are_written_to() {
        let services = Services { besides: vec!["http://127.0.0.1:9/".into()] };
        for (address, origin) in [
            ("https://fcm.googleapis.com/fcm/send/a:b", "https://fcm.googleapis.com"),
            ("https://Web.Push.Apple.com/x", "https://web.push.apple.com"),
            (
                "https://updates.push.services.mozilla.com/wpush/v2/x",
                "https://updates.push.services.mozilla.com",
            ),
            ("https://wns2-par02p.notify.windows.com/w/?token=x", "https://wns2-par02p.notify.windows.com"),
            ("http://127.0.0.1:9/x", "http://127.0.0.1:9"),
        ] {
            assert_eq!(services.origin_of(address).as_deref(), Some(origin), "{address}");
        }
        for address in [
            "",
            "https://fcm.googleapis.com",
            "http://fcm.googleapis.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com@evil.example/x",
            "https://evil.example/fcm.googleapis.com",
            "https://evilpush.apple.com.evil.example/x",
            "https://.push.apple.com/x",
            "https://127.0.0.1:9/x",
            "http://127.0.0.1:90/x",
            "http://127.0.0.1:9@evil.example/x",
            "http://localhost/x",
            "http://[::1]/x",
            "https://fcm.googleapis.com\\@evil/x",
            "file:///etc/passwd",
            "https://fcm.googleapis.com/a b",
        ] {
            assert_eq!(services.origin_of(address), None, "{address}");
        }
        assert_eq!(services.origin_of(&format!("https://fcm.googleapis.com/{}", "x".repeat(1024))), None);
    }
}
