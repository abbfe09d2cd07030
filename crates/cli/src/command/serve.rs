//! `counterpose serve`: the app with its data, for this machine.

use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use counterpose_server::{About, Parts, ServeError};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::{client, runtime};

const DEFAULT_PORT: u16 = 7878;
/// How long what is under way may take once the end was asked for.
const END_WITHIN: Duration = Duration::from_secs(10);

/// Run the app on this machine and keep its data here.
#[derive(clap::Args)]
pub struct Arguments {
    /// Where to listen; only addresses of this machine, as in 127.0.0.1:7878 [default: 127.0.0.1:7878, or a free
    /// port where that one is taken]
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    #[command(flatten)]
    place: Place,
}

/// Runs it until it is told to stop.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    if let Some(address) = arguments.listen.filter(|address| !address.ip().is_loopback()) {
        return Err(Failure::BadInput(ServeError::NotLoopback(address).to_string()));
    }
    runtime::log();
    runtime::block_on(serve(arguments))?
}

async fn serve(arguments: &Arguments) -> Result<Outcome, Failure> {
    // A folder is served by one; a database is served by as many as like.
    let (_lock, place) = match arguments.place.database()? {
        Some(_) => (None, "the PostgreSQL database you named".to_owned()),
        None => {
            let folder = arguments.place.folder()?;
            (Some(folder.lock()?), folder.path().display().to_string())
        }
    };
    let listener = listen(arguments.listen).await?;
    let address = listener.local_addr().map_err(|error| Failure::Serve(error.to_string()))?;
    let store = Arc::new(arguments.place.journal_or_new().await?);
    greet(address, &place)?;
    let about = About {
        keeper: store.keeper(),
        person: store.person(),
        schema: store.schema(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let parts = Parts { store: Arc::clone(&store), assets: client::file, about };
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
    store.close().await;
    done.map_err(|error| Failure::Serve(error.to_string()))?;
    writeln!(std::io::stdout(), "Stopped; everything is kept.")?;
    Ok(Outcome::Done)
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

fn greet(address: SocketAddr, data: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Counterpose is at http://{address}/")?;
    writeln!(out, "Your data are in {data}")?;
    if !client::is_inside() {
        writeln!(out, "This binary holds no pages of the app; `cargo xtask run` puts them in.")?;
    }
    writeln!(out, "Stop it with Ctrl+C.")?;
    Ok(out.flush()?)
}
