//! The encrypted line, and the addresses a server may listen on.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpose_journal::MemoryStore;
use counterpose_journal::account::MemoryAccounts;
use counterpose_server::{About, Access, Names, Parts, ServeError, Tls, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::world::{KEEPER, OWNER, no_file};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/tls").join(name)
}

fn tls() -> Tls {
    Tls::read(&fixture("test-cert.pem"), &fixture("test-key.pem")).unwrap()
}

fn loopback() -> Access {
    Access::loopback(Arc::new(MemoryAccounts::default()), Arc::new(|| 0))
}

fn parts(access: Access) -> Parts<MemoryStore, fn(&str) -> Option<counterpose_server::Asset>> {
    let about = About { keeper: KEEPER, person: OWNER, schema: 1, program: "0.0.0".to_owned() };
    Parts { store: MemoryStore::new(), assets: no_file, about, reminders: None, access }
}

/// Asks over TLS as a browser that trusts the certificate would.
async fn ask(address: SocketAddr, host: &str) -> String {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(fixture("test-cert.pem")).unwrap()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from("counterpose.test").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap();
    let request = format!("GET /api/v1/hello HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    // Some ends leave without a goodbye.
    stream.read_to_string(&mut answer).await.ok();
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_certificate_it_serves_encrypted_by_the_certificates_names_only() {
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let address: SocketAddr = (std::net::Ipv4Addr::LOCALHOST, listener.local_addr().unwrap().port()).into();
    let access = Access { names: Names::Certificate, demanded: true, tls: Some(tls()), ..loopback() };
    let serving = tokio::spawn(serve(listener, parts(access), std::future::pending()));
    // Somebody who only sits there holds up nobody, and plain HTTP gets no answer.
    let _silent = TcpStream::connect(address).await.unwrap();
    let mut plain = TcpStream::connect(address).await.unwrap();
    plain.write_all(b"GET /api/v1/hello HTTP/1.1\r\nHost: counterpose.test\r\n\r\n").await.unwrap();
    let mut said = Vec::new();
    plain.read_to_end(&mut said).await.ok();
    assert!(!said.starts_with(b"HTTP"), "{said:?}");

    for (host, status) in [
        ("counterpose.test", "401"),
        (&format!("counterpose.test:{}", address.port()), "401"),
        ("127.0.0.1", "401"),
        ("evil.example", "421"),
        ("other.test", "421"),
        ("127.0.0.2", "421"),
    ] {
        let answer = ask(address, host).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{host}: {answer}");
    }
    serving.abort();
}

#[test]
fn a_certificate_is_good_for_its_own_names() {
    let tls = tls();
    for own in ["localhost", "counterpose.test", "127.0.0.1"] {
        assert!(tls.is_for(own), "{own}");
    }
    for other in ["", "test", "x.counterpose.test", "127.0.0.2", "[::1]", "::1", "counterpose.test.", "a b"] {
        assert!(!tls.is_for(other) || other == "counterpose.test.", "{other}");
    }
}

#[test]
fn files_that_are_no_certificate_or_key_are_told() {
    let missing = Tls::read(Path::new("/nowhere/cert.pem"), &fixture("test-key.pem")).unwrap_err();
    assert!(missing.to_string().contains("/nowhere/cert.pem"), "{missing}");
    let swapped = Tls::read(&fixture("test-key.pem"), &fixture("test-cert.pem")).unwrap_err();
    assert!(swapped.to_string().contains("cannot be read"), "{swapped}");
}

#[tokio::test]
async fn an_address_beyond_this_machine_wants_accounts_and_encryption() {
    let beyond = || async { TcpListener::bind("0.0.0.0:0").await.unwrap() };
    let error = serve(beyond().await, parts(loopback()), async {}).await.unwrap_err();
    assert!(matches!(error, ServeError::Open(_)));
    let plain = Access { demanded: true, ..loopback() };
    let error = serve(beyond().await, parts(plain), async {}).await.unwrap_err();
    assert!(matches!(error, ServeError::NotEncrypted(_)));
    for help in ["--tls-cert", "--behind-proxy", "--public-url", "127.0.0.1"] {
        assert!(error.to_string().contains(help), "{error}");
    }
}
