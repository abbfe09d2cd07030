//! The world of one journey: a server on an empty folder, a proxy, a browser.

use std::path::{Path, PathBuf};

use crate::browser::{Browser, Look, Programs};
use crate::folder::Folder;
use crate::person::Person;
use crate::proxy::Proxy;
use crate::server::Server;
use crate::{Failure, Outcome};

/// What every journey of a run shares.
#[derive(Clone, Debug)]
pub struct Given {
    /// The shipped binary.
    pub binary: PathBuf,
    /// The app laid out for a host of plain files.
    pub static_host: Option<PathBuf>,
    /// Browser and driver.
    pub programs: Programs,
    /// Where pictures of pages go.
    pub pictures: PathBuf,
    /// Where the few pictures for the documents go, if they are wanted.
    pub documents: Option<PathBuf>,
}

impl Given {
    /// From the environment: `COUNTERPOSE_BIN`, `COUNTERPOSE_STATIC_HOST`, `COUNTERPOSE_PICTURES`,
    /// `COUNTERPOSE_DOCUMENTS`.
    /// `Err` says what is missing.
    pub fn from_environment() -> Outcome<Self> {
        let path = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let binary = path("COUNTERPOSE_BIN")
            .ok_or_else(|| Failure::new("COUNTERPOSE_BIN does not name the binary"))?;
        let programs =
            Programs::find().ok_or_else(|| Failure::new("no Chromium with its driver was found"))?;
        let pictures =
            path("COUNTERPOSE_PICTURES").unwrap_or_else(|| std::env::temp_dir().join("counterpose-pictures"));
        Ok(Self {
            binary,
            static_host: path("COUNTERPOSE_STATIC_HOST"),
            programs,
            pictures,
            documents: path("COUNTERPOSE_DOCUMENTS"),
        })
    }
}

/// One journey's own server, proxy and browser.
#[derive(Debug)]
pub struct World {
    /// The server.
    pub server: Server,
    /// Between browser and server.
    pub proxy: Proxy,
    /// The browser.
    pub browser: Browser,
    /// What all journeys share.
    pub given: Given,
    _data: Folder,
}

impl World {
    /// Makes one with a browser of this look.
    pub async fn new(given: &Given, look: Look) -> Outcome<Self> {
        Self::with(given, look, &[]).await
    }

    /// The same with a server where everybody has to log in.
    pub async fn household(given: &Given, look: Look) -> Outcome<Self> {
        Self::with(given, look, &["--accounts"]).await
    }

    async fn with(given: &Given, look: Look, words: &[&'static str]) -> Outcome<Self> {
        let data = Folder::new("data")?;
        let server = Server::start_with(&given.binary, data.path(), words).await?;
        let proxy = Proxy::start(server.port()).await?;
        let browser = Browser::start(&given.programs, Some(proxy.port())).await?;
        browser.look(look).await?;
        Ok(Self { server, proxy, browser, given: given.clone(), _data: data })
    }

    /// Makes one whose server holds a history already: an export, taken in before it starts.
    pub async fn with_history(given: &Given, look: Look, export: &Path) -> Outcome<Self> {
        let data = Folder::new("data")?;
        Server::import(&given.binary, data.path(), export).await?;
        let server = Server::start(&given.binary, data.path()).await?;
        let proxy = Proxy::start(server.port()).await?;
        let browser = Browser::start(&given.programs, Some(proxy.port())).await?;
        browser.look(look).await?;
        Ok(Self { server, proxy, browser, given: given.clone(), _data: data })
    }

    /// Another device of this world: a browser of its own behind the same proxy.
    pub async fn another_browser(&self, look: Look) -> Outcome<Browser> {
        let browser = Browser::start(&self.given.programs, Some(self.proxy.port())).await?;
        browser.look(look).await?;
        Ok(browser)
    }

    /// Somebody at the browser.
    #[must_use]
    pub fn person(&self) -> Person<'_> {
        Person::new(&self.browser, self.server.origin())
    }

    /// Ends everything; what the page complained about and any request to a stranger is a failure.
    pub async fn end(mut self) -> Outcome<()> {
        let complaints = self.browser.complaints().await?;
        let strangers = self.proxy.strangers();
        self.browser.quit().await?;
        self.server.kill().await?;
        if let Some(first) = complaints.first() {
            return Err(Failure::new(format!("the page complained: {first}")));
        }
        if let Some(first) = strangers.first() {
            return Err(Failure::new(format!(
                "{} {}{} was asked for",
                first.method, first.authority, first.path
            )));
        }
        Ok(())
    }
}
