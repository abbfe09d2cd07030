//! What is pushed, encrypted so that only the device can read it: RFC 8291 over RFC 8188 (`aes128gcm`).
//!
//! One record, padded so that its length tells nothing. What this module does not do: draw the ephemeral key and the
//! salt (the caller brings them, so that the RFC's own example can be computed), or send anything.

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Key, Nonce};
use hkdf::Hkdf;
use p256::elliptic_curve::ecdh::diffie_hellman;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

/// Bytes of the salt.
pub const SALT_BYTES: usize = 16;
/// Bytes of a device's authentication secret.
pub const AUTH_BYTES: usize = 16;
/// Bytes of an uncompressed point.
const POINT_BYTES: u8 = 65;
/// The record size we announce; a push service takes at most as much in all.
const RECORD_BYTES: u32 = 4096;

/// What a device gave to be written to.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Its public key, an uncompressed point of P-256.
    pub key: &'a [u8],
    /// Its authentication secret.
    pub auth: &'a [u8; AUTH_BYTES],
}

/// Why nothing was encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The device's key is no point of the curve.
    #[error("the device's key is no point of P-256: turn reminders off and on again on that device")]
    Key,
    /// The text does not fit.
    #[error("the text does not fit into one record")]
    Length,
}

/// The body of a push: header and one record, the text padded to `padded_bytes`.
///
/// # Errors
/// When the device's key is no point of the curve, or the text is longer than the padding or a record allows.
pub fn seal(
    reader: Reader<'_>,
    text: &[u8],
    padded_bytes: usize,
    ephemeral: &SecretKey,
    salt: &[u8; SALT_BYTES],
) -> Result<Vec<u8>, SealError> {
    let device = PublicKey::from_sec1_bytes(reader.key).map_err(|_| SealError::Key)?;
    let device_point = device.to_sec1_point(false);
    let own_point = ephemeral.public_key().to_sec1_point(false);
    // The delimiter is one byte, the tag sixteen, the header before the record 86.
    if text.len() > padded_bytes || padded_bytes + 1 + 16 + 86 > RECORD_BYTES as usize {
        return Err(SealError::Length);
    }
    let shared = diffie_hellman(ephemeral.to_nonzero_scalar(), device.as_affine());
    let mut info = b"WebPush: info\0".to_vec();
    info.extend_from_slice(device_point.as_bytes());
    info.extend_from_slice(own_point.as_bytes());
    let input: [u8; 32] = derived(reader.auth, shared.raw_secret_bytes(), &info)?;
    let key: [u8; 16] = derived(salt, &input, b"Content-Encoding: aes128gcm\0")?;
    let nonce: [u8; 12] = derived(salt, &input, b"Content-Encoding: nonce\0")?;

    let mut record = text.to_vec();
    record.push(2); // the last record
    record.resize(padded_bytes + 1, 0);
    let sealed = Aes128Gcm::new(&Key::<Aes128Gcm>::from(key))
        .encrypt(&Nonce::from(nonce), record.as_slice())
        .map_err(|_| SealError::Length)?;

    let mut body = salt.to_vec();
    body.extend_from_slice(&RECORD_BYTES.to_be_bytes());
    body.push(POINT_BYTES);
    body.extend_from_slice(own_point.as_bytes());
    body.extend(sealed);
    Ok(body)
}

fn derived<const BYTES: usize>(salt: &[u8], input: &[u8], info: &[u8]) -> Result<[u8; BYTES], SealError> {
    let mut out = [0; BYTES];
    Hkdf::<Sha256>::new(Some(salt), input).expand(info, &mut out).map_err(|_| SealError::Length)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reminders::base64url;

    fn bytes(text: &str) -> Vec<u8> {
        base64url::decode(text).unwrap()
    }

    /// Section 5 and appendix A of RFC 8291.
    #[test]
    fn the_example_of_the_rfc_comes_out_byte_for_byte() {
        let key =
            bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let auth: [u8; AUTH_BYTES] = bytes("BTBZMqHH6r4Tts7J_aSIgg").try_into().unwrap();
        let own = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let text = b"When I grow up, I want to be a watermelon";
        let body = seal(Reader { key: &key, auth: &auth }, text, text.len(), &own, &salt).unwrap();
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS\
                        6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4\
                        a-fN";
        assert_eq!(base64url::encode(&body), expected);
    }

    #[test]
    fn what_does_not_fit_and_what_is_no_key_is_refused() {
        let own = SecretKey::from_slice(&[7; 32]).unwrap();
        let auth = [1; AUTH_BYTES];
        let bad = Reader { key: &[4; 65], auth: &auth };
        assert_eq!(seal(bad, b"x", 8, &own, &[0; 16]), Err(SealError::Key));
        let point = own.public_key().to_sec1_point(false);
        let good = Reader { key: point.as_bytes(), auth: &auth };
        assert_eq!(seal(good, b"123456789", 8, &own, &[0; 16]), Err(SealError::Length));
        assert_eq!(seal(good, b"x", 4096, &own, &[0; 16]), Err(SealError::Length));
        let (short, long) = (
            seal(good, b"x", 64, &own, &[0; 16]).unwrap(),
            seal(good, &[b'x'; 60], 64, &own, &[0; 16]).unwrap(),
        );
        assert_eq!(short.len(), long.len(), "the length tells nothing");
    }
}
