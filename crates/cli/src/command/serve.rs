//! `counterpose serve`: the app with its data, for this machine, or for a household whose people log in.

use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use counterpose_content::{Arg, Locale, Texts};
use counterpose_journal::account::AccountStore;
use counterpose_server::account::{invitation, invitation_path};
use counterpose_server::reminders::{Means, PrivateFile, Services, Titles};
use counterpose_server::{About, Access, Names, Parts, PublicUrl, Reminders, Tls};
use counterpose_store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;
use uuid::Uuid;

use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::{client, runtime, zone};

const DEFAULT_PORT: u16 = 7878;
/// What the reminders keep, beside the journal.
const REMINDERS_FILE: &str = "reminders.json";
/// Push services want to know whom to write to about a server that misbehaves; this one reaches nobody.
const NOBODY: &str = "mailto:self-hosted@example.org";
/// How long what is under way may take once the end was asked for.
const END_WITHIN: Duration = Duration::from_secs(10);

/// How long the link for the first account is good.
const FIRST_LINK_MS: i64 = 86_400_000;

/// Run the app and keep its data here: on this machine without a log-in, or for a household whose people log in.
#[derive(clap::Args)]
pub struct Arguments {
    /// Where to listen, as in 127.0.0.1:7878. Any address that other machines can reach needs encryption, and then
    /// everybody logs in [default: 127.0.0.1:7878, or a free port where that one is taken]
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// Send reminders also through a push service of your own, as in https://push.example (those of the browsers
    /// are known)
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    push_service: Vec<String>,
    /// How a push service can reach you if this server misbehaves: a mailto: or https: address
    #[arg(long, value_name = "ADDRESS", default_value = NOBODY, value_parser = contact)]
    push_contact: String,
    /// The server's certificate with what it hangs from (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The key of the certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// The address people open, as in https://nuc.local:7878; the server answers to no other
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// A proxy in front encrypts, and names the caller's address in X-Forwarded-For
    #[arg(long, requires = "public_url")]
    behind_proxy: bool,
    /// Let everybody log in on this machine too
    #[arg(long)]
    accounts: bool,
    #[command(flatten)]
    place: Place,
}

impl Arguments {
    fn address(&self) -> SocketAddr {
        self.listen.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT)))
    }

    /// Who may reach the server, checked against where it will listen.
    fn access(&self, books: Arc<dyn AccountStore>) -> Result<Access, Failure> {
        let bad = |error: &dyn std::fmt::Display| Failure::BadInput(error.to_string());
        let tls = match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => Some(Tls::read(certificate, key).map_err(|error| bad(&error))?),
            _ => None,
        };
        let names = match &self.public_url {
            Some(text) => Names::Public(PublicUrl::parse(text).map_err(|error| bad(&error))?),
            None if tls.is_some() => Names::Certificate,
            None => Names::Loopback,
        };
        let beyond = !self.address().ip().is_loopback();
        let demanded = self.accounts || beyond || self.behind_proxy || self.public_url.is_some();
        let clock = Arc::new(runtime::now_ms);
        let access = Access {
            names,
            demanded,
            behind_proxy: self.behind_proxy,
            tls,
            ..Access::loopback(books, clock)
        };
        access.check(self.address()).map_err(|error| bad(&error))?;
        Ok(access)
    }
}

/// Runs it until it is told to stop.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    // What is wrong with the arguments is told before anything is made.
    arguments.access(Arc::new(counterpose_journal::account::MemoryAccounts::default()))?;
    runtime::log();
    runtime::block_on(serve(arguments))?
}

async fn serve(arguments: &Arguments) -> Result<Outcome, Failure> {
    // A folder is served by one; a database is served by as many as like.
    // What the reminders keep lies in the folder, so where there is none they are off.
    let (_lock, place, reminders) = match arguments.place.database()? {
        Some(_) => (None, "the PostgreSQL database you named".to_owned(), None),
        None => {
            let folder = arguments.place.folder()?;
            let reminders = Arc::new(reminders(arguments, folder.path())?);
            (Some(folder.lock()?), folder.path().display().to_string(), Some(reminders))
        }
    };
    let listener = listen(arguments.listen).await?;
    let address = listener.local_addr().map_err(|error| Failure::Serve(error.to_string()))?;
    let store = Arc::new(arguments.place.journal_or_new().await?);
    let access = arguments.access(Arc::<Store>::clone(&store))?;
    let base = base(&access, address);
    greet(&base, address, &place)?;
    if access.demanded && store.accounts().await?.is_empty() {
        first_link(&*store, store.person(), &base).await?;
    }
    let about = About {
        keeper: store.keeper(),
        person: store.person(),
        schema: store.schema(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let reminding =
        reminders.as_ref().map(|reminders| tokio::spawn(Arc::clone(reminders).run(Arc::clone(&store))));
    let parts = Parts { store: Arc::clone(&store), assets: client::file, about, reminders, access };
    let (asked, asked_to_end) = watch::channel(false);
    let serving = counterpose_server::serve(listener, parts, ended(asked_to_end.clone()));
    let done = tokio::select! {
        done = serving => done,
        () = async {
            runtime::end_asked().await;
            asked.send_replace(true);
            tokio::time::sleep(END_WITHIN).await;
        } => Ok(()),
    };
    if let Some(reminding) = reminding {
        reminding.abort();
    }
    store.close().await;
    done.map_err(|error| Failure::Serve(error.to_string()))?;
    writeln!(std::io::stdout(), "Stopped; everything is kept.")?;
    Ok(Outcome::Done)
}

/// The reminders with the app closed.
fn reminders(arguments: &Arguments, folder: &Path) -> Result<Reminders, Failure> {
    let means = Means {
        keep: Arc::new(PrivateFile(folder.join(REMINDERS_FILE))),
        now: Arc::new(runtime::now_ms),
        zone: zone::named,
        titles,
        services: Services { besides: arguments.push_service.clone() },
        contact: arguments.push_contact.clone(),
    };
    Reminders::open(means)
        .map_err(|error| Failure::Serve(format!("{}: {error}", folder.join(REMINDERS_FILE).display())))
}

/// The neutral words of a calendar.
fn titles(language: &str, minutes: u16) -> Titles {
    let texts = Texts::new(Locale::known(language).unwrap_or(Locale::English));
    let minutes = [("minutes", Arg::from(i64::from(minutes)))];
    Titles { name: texts.get("reminder-calendar-name"), entry: texts.format("reminder-feed-title", &minutes) }
}

/// A scheme and an authority, nothing after them.
fn origin(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    match rest.map(|rest| rest.trim_end_matches('/')) {
        Some(host) if !host.is_empty() && !host.contains(['/', '@', '?', '#', ' ']) => Ok(text.to_owned()),
        _ => Err(format!("an origin looks like https://push.example:8443, not {text:?}")),
    }
}

fn contact(text: &str) -> Result<String, String> {
    if text.starts_with("mailto:") || text.starts_with("https://") {
        return Ok(text.to_owned());
    }
    Err(format!("an address looks like mailto:you@example.org or https://example.org, not {text:?}"))
}

/// Where people open it.
fn base(access: &Access, address: SocketAddr) -> String {
    match (&access.names, &access.tls) {
        (Names::Public(url), _) => url.to_string(),
        (_, Some(tls)) if tls.is_for("localhost") => format!("https://localhost:{}", address.port()),
        (_, Some(_)) => format!("https://{address}"),
        (_, None) => format!("http://{address}"),
    }
}

/// The first account is made by whoever can read what the server prints.
async fn first_link(books: &dyn AccountStore, owner: Uuid, base: &str) -> Result<(), Failure> {
    let made = invitation(owner, true, runtime::now_ms() + FIRST_LINK_MS);
    let (token, invitation) = made.map_err(|error| Failure::Serve(format!("no randomness: {error}")))?;
    books.invite(&invitation).await?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "Nobody has an account yet. Open this once, within a day, to make the first:")?;
    writeln!(out, "  {base}{}", invitation_path(&token))?;
    Ok(out.flush()?)
}

async fn ended(mut asked: watch::Receiver<bool>) {
    // Where the other end is gone the end has come too.
    asked.wait_for(|end| *end).await.ok();
}

async fn listen(wanted: Option<SocketAddr>) -> Result<TcpListener, Failure> {
    let address = wanted.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT)));
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(error) if wanted.is_none() && error.kind() == ErrorKind::AddrInUse => {
            writeln!(
                std::io::stdout(),
                "Port {DEFAULT_PORT} is taken by another program; taking a free one."
            )?;
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
            free.map_err(|error| Failure::Serve(format!("no port is free: {error}")))
        }
        Err(error) => Err(Failure::BadInput(format!("cannot listen on {address}: {error}"))),
    }
}

fn greet(base: &str, address: SocketAddr, data: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Counterpose is at {base}/")?;
    if !base.ends_with(&address.to_string()) {
        writeln!(out, "It listens on {address}")?;
    }
    writeln!(out, "Your data are in {data}")?;
    if !client::is_inside() {
        writeln!(out, "This binary holds no pages of the app; `cargo xtask run` puts them in.")?;
    }
    writeln!(out, "Stop it with Ctrl+C.")?;
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_and_contacts_are_read() {
        for good in ["https://push.example", "http://127.0.0.1:9000", "https://push.example/"] {
            assert!(origin(good).is_ok(), "{good}");
        }
        for bad in ["push.example", "https://", "https://a/b", "ftp://a", "https://a@b", "https://a b"] {
            assert!(origin(bad).is_err(), "{bad}");
        }
        assert!(contact(NOBODY).is_ok() && contact("https://example.org").is_ok() && contact("you").is_err());
    }

    #[test]
    fn titles_of_a_calendar_are_neutral() {
        let titles = titles("en", 5);
        assert_eq!((titles.name.as_str(), titles.entry.as_str()), ("Move", "Move for 5 minutes"));
    }
}
