//! A push service of our own on loopback, and a device that can read what it gets: written from the RFCs, apart from
//! the code under test.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Nonce};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use p256::SecretKey;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use serde_json::{Value, json};
use sha2::Sha256;

/// One push as it came.
#[derive(Clone, Debug)]
pub struct Push {
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Push {
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

/// The service: answers with the statuses it was told to, then with 201.
#[derive(Clone)]
pub struct Receiver {
    pub address: SocketAddr,
    got: Arc<Mutex<Vec<Push>>>,
    answers: Arc<Mutex<VecDeque<&'static str>>>,
}

impl Receiver {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let receiver = Self { address, got: Arc::default(), answers: Arc::default() };
        let here = receiver.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut reader = BufReader::new(stream.unwrap());
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
                let mut headers = Vec::new();
                loop {
                    line.clear();
                    reader.read_line(&mut line).unwrap();
                    let Some((name, value)) = line.trim_end().split_once(':') else { break };
                    headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
                }
                let length = headers.iter().find(|(name, _)| name == "content-length");
                let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().unwrap())];
                reader.read_exact(&mut body).unwrap();
                let answer = here.answers.lock().unwrap().pop_front().unwrap_or("201 Created\r\n");
                here.got.lock().unwrap().push(Push { path, headers, body });
                let text = format!("HTTP/1.1 {answer}Connection: close\r\nContent-Length: 0\r\n\r\n");
                reader.get_mut().write_all(text.as_bytes()).unwrap();
            }
        });
        receiver
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What the next pushes are answered with, each with its line ends.
    pub fn answer(&self, answers: &[&'static str]) {
        self.answers.lock().unwrap().extend(answers);
    }

    /// From now on everything is answered with 201 again.
    pub fn forget_answers(&self) {
        self.answers.lock().unwrap().clear();
    }

    /// What came since the last call.
    pub fn take(&self) -> Vec<Push> {
        std::mem::take(&mut *self.got.lock().unwrap())
    }
}

/// A device with its secrets.
pub struct Device {
    secret: SecretKey,
    auth: [u8; 16],
    pub endpoint: String,
}

impl Device {
    pub fn new(seed: u8, service: &str) -> Self {
        let secret = SecretKey::from_slice(&[seed; 32]).unwrap();
        Self { secret, auth: [seed; 16], endpoint: format!("{service}/push/device-{seed}") }
    }

    fn point(&self) -> Vec<u8> {
        self.secret.public_key().to_sec1_point(false).as_bytes().to_vec()
    }

    /// As `PushSubscription.toJSON()` gives it.
    pub fn subscription(&self) -> Value {
        let (key, auth) = (URL_SAFE_NO_PAD.encode(self.point()), URL_SAFE_NO_PAD.encode(self.auth));
        json!({"endpoint": self.endpoint, "expirationTime": null, "keys": {"p256dh": key, "auth": auth}})
    }

    /// RFC 8188 and 8291, read backwards.
    pub fn read(&self, body: &[u8]) -> Vec<u8> {
        let (salt, rest) = body.split_at(16);
        let record_bytes = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let (sender, record) = rest[5..].split_at(usize::from(rest[4]));
        assert!(record.len() <= record_bytes, "more than one record");
        let public = p256::PublicKey::from_sec1_bytes(sender).unwrap();
        let shared = p256::ecdh::diffie_hellman(self.secret.to_nonzero_scalar(), public.as_affine());
        let mut input = [0; 32];
        let info = [b"WebPush: info\0".as_slice(), &self.point(), sender].concat();
        Hkdf::<Sha256>::new(Some(&self.auth), shared.raw_secret_bytes()).expand(&info, &mut input).unwrap();
        let from = Hkdf::<Sha256>::new(Some(salt), &input);
        let (mut key, mut nonce) = ([0; 16], [0; 12]);
        from.expand(b"Content-Encoding: aes128gcm\0", &mut key).unwrap();
        from.expand(b"Content-Encoding: nonce\0", &mut nonce).unwrap();
        let opened = Aes128Gcm::new(&key.into()).decrypt(&Nonce::from(nonce), record).unwrap();
        let end = opened.iter().rposition(|byte| *byte != 0).unwrap();
        assert_eq!(opened[end], 2, "the last record ends with a 2");
        opened[..end].to_vec()
    }
}

/// Checks who sent a push (RFC 8292) and gives back what the token claims.
pub fn verify(push: &Push, server_key: &str) -> Value {
    let header = push.header("authorization").strip_prefix("vapid ").unwrap();
    let (token, key) = header.split_once(", ").unwrap();
    assert_eq!(key.strip_prefix("k=").unwrap(), server_key);
    let (signed, signature) = token.strip_prefix("t=").unwrap().rsplit_once('.').unwrap();
    let (head, claims) = signed.split_once('.').unwrap();
    let json =
        |text: &str| -> Value { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap() };
    assert_eq!(json(head)["alg"], "ES256");
    let verifying = VerifyingKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(server_key).unwrap()).unwrap();
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
    verifying.verify(signed.as_bytes(), &signature).expect("the signature is the server's");
    json(claims)
}
