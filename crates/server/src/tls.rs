//! Encryption by the server itself: a certificate, its key, and a listener that shakes hands aside.
//!
//! TLS 1.3 alone; every browser the app runs in speaks it. A few handshakes that dawdle hold up nobody. What this module
//! does not do: get certificates, or look for newer ones while it runs.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::client::verify_server_name;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::server::ParsedCertificate;
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

const HANDSHAKE_WITHIN: Duration = Duration::from_secs(10);
/// How many may shake hands at once; more wait in the system's own queue.
const HANDSHAKES: usize = 64;

/// A certificate with its key.
#[derive(Clone, Debug)]
pub struct Tls {
    config: Arc<ServerConfig>,
    certificate: CertificateDer<'static>,
}

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file is missing or holds something else.
    #[error("{what} {path} cannot be read: {detail}")]
    Unreadable {
        /// The certificate or the key.
        what: &'static str,
        /// Where it should be.
        path: String,
        /// What is wrong.
        detail: String,
    },
    /// The two do not belong together, or the key is of a kind that is not known.
    #[error("the certificate and the key cannot be used together: {0}")]
    Mismatch(String),
}

impl Tls {
    /// Reads a certificate (with what it hangs from) and its key, both PEM.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, TlsError> {
        let chain = read_chain(certificate)?;
        let key = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable("the key", key, &error))?;
        let first = chain.first().cloned();
        let first = first.ok_or_else(|| unreadable("the certificate", certificate, &"it is empty"))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[&rustls::version::TLS13])
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
            .map_err(|error| TlsError::Mismatch(error.to_string()))?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { config: Arc::new(config), certificate: first })
    }

    /// Whether the certificate is good for a name or an address (IPv6 in brackets).
    #[must_use]
    pub fn is_for(&self, name: &str) -> bool {
        let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let (Ok(name), Ok(certificate)) =
            (ServerName::try_from(name), ParsedCertificate::try_from(&self.certificate))
        else {
            return false;
        };
        verify_server_name(&certificate, &name).is_ok()
    }
}

fn read_chain(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let what = "the certificate";
    let read = CertificateDer::pem_file_iter(path).map_err(|error| unreadable(what, path, &error))?;
    read.collect::<Result<_, _>>().map_err(|error| unreadable(what, path, &error))
}

fn unreadable(what: &'static str, path: &Path, detail: &dyn std::fmt::Display) -> TlsError {
    TlsError::Unreadable { what, path: path.display().to_string(), detail: detail.to_string() }
}

/// Gives out connections whose handshake is done.
pub struct TlsListener {
    address: SocketAddr,
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    accepting: JoinHandle<()>,
}

impl TlsListener {
    /// Takes a listener over.
    ///
    /// # Errors
    /// When it has no address.
    pub fn new(listener: TcpListener, tls: &Tls) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let (done, ready) = mpsc::channel(HANDSHAKES);
        let acceptor = TlsAcceptor::from(Arc::clone(&tls.config));
        let accepting = tokio::spawn(accept(listener, acceptor, done));
        Ok(Self { address, ready, accepting })
    }
}

impl Drop for TlsListener {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(
    mut listener: TcpListener,
    acceptor: TlsAcceptor,
    done: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(HANDSHAKES));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        // Axum's own way waits out a system that has no more connections to give.
        let (stream, from) = Listener::accept(&mut listener).await;
        let (acceptor, done) = (acceptor.clone(), done.clone());
        tokio::spawn(async move {
            let shaken = tokio::time::timeout(HANDSHAKE_WITHIN, acceptor.accept(stream)).await;
            drop(place);
            if let Ok(Ok(stream)) = shaken {
                done.send((stream, from)).await.ok();
            }
        });
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}
