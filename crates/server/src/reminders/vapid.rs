//! Who we are to a push service: a key pair made on the first run, and short-lived signed tokens (RFC 8292).
//!
//! The key names this server, not a person. A device binds its subscription to it, so a lost key means that every
//! device has to turn reminders on again.

use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use serde_json::json;

use super::base64url;

/// How long a token may be used; a push service refuses more than a day.
const TOKEN_S: i64 = 12 * 3600;

/// The server's key pair.
#[derive(Clone)]
pub struct Identity {
    secret: SecretKey,
}

impl core::fmt::Debug for Identity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Identity").field("public", &self.public()).finish_non_exhaustive()
    }
}

impl Identity {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn new() -> Result<Self, getrandom::Error> {
        Ok(Self { secret: fresh_key()? })
    }

    /// The one that was kept; `None` where the text is none.
    pub fn kept(text: &str) -> Option<Self> {
        Some(Self { secret: SecretKey::from_slice(&base64url::decode(text)?).ok()? })
    }

    /// As it is kept: secret.
    pub fn to_keep(&self) -> String {
        base64url::encode(&self.secret.to_bytes())
    }

    /// The public key, as a browser wants it for `applicationServerKey`.
    pub fn public(&self) -> String {
        base64url::encode(self.secret.public_key().to_sec1_point(false).as_bytes())
    }

    /// The `Authorization` header for one push service.
    pub fn authorization(&self, origin: &str, contact: &str, now_ms: i64) -> String {
        let head = base64url::encode(br#"{"typ":"JWT","alg":"ES256"}"#);
        let claims = json!({"aud": origin, "exp": now_ms.div_euclid(1000) + TOKEN_S, "sub": contact});
        let signed = format!("{head}.{}", base64url::encode(claims.to_string().as_bytes()));
        let signature: Signature = SigningKey::from(&self.secret).sign(signed.as_bytes());
        format!("vapid t={signed}.{}, k={}", base64url::encode(&signature.to_bytes()), self.public())
    }
}

/// A key pair for one message or one server.
///
/// # Errors
/// When the system gives no randomness.
pub fn fresh_key() -> Result<SecretKey, getrandom::Error> {
    loop {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        // All but one in 2^32 drawn numbers are below the order of the curve.
        if let Ok(secret) = SecretKey::from_slice(&bytes) {
            return Ok(secret);
        }
    }
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier;

    use super::*;

    #[test]
    fn a_token_is_signed_by_the_key_it_names_for_one_service_and_half_a_day() {
        let identity = Identity::new().unwrap();
        assert_eq!(Identity::kept(&identity.to_keep()).unwrap().public(), identity.public());
        assert!(!format!("{identity:?}").contains(&identity.to_keep()), "the secret is never printed");
        let header =
            identity.authorization("https://push.example", "mailto:a@example.org", 1_800_000_000_123);
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(key, identity.public());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let verifying = VerifyingKey::from_sec1_bytes(&base64url::decode(key).unwrap()).unwrap();
        let signature = Signature::from_slice(&base64url::decode(signature).unwrap()).unwrap();
        verifying.verify(signed.as_bytes(), &signature).unwrap();
        let claims = base64url::decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.example");
        assert_eq!(claims["exp"], 1_800_000_000 + 12 * 3600);
        assert_eq!(claims["sub"], "mailto:a@example.org");
    }
}
