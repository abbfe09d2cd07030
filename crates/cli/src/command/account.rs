//! `counterpose account`: who may log in on this server. Passwords never pass here: people choose them behind a link
//! that is good once.

use std::io::Write;

use counterpose_journal::account::{Account, AccountStore, key_of_name};
use counterpose_server::PublicUrl;
use counterpose_server::account::{INVITATION_MS, invitation, invitation_path, new_person};
use counterpose_store::Store;
use serde_json::json;
use uuid::Uuid;

use crate::home::Place;
use crate::outcome::{Failure, Outcome};
use crate::runtime;

/// Say who may log in: list, invite, give a link for a new password, remove.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Everybody who may log in
    List(Common),
    /// A link for somebody new, good once and for a week; the first is for you
    Invite {
        /// Let them invite others too
        #[arg(long)]
        may_invite: bool,
        /// The account opens the journal this machine keeps without a log-in; so does the very first one
        #[arg(long)]
        owner: bool,
        /// The account opens the journal of this person, as after a move to another database
        #[arg(long, value_name = "ID", conflicts_with = "owner")]
        person: Option<Uuid>,
        #[command(flatten)]
        common: Common,
    },
    /// A link for somebody who forgot their password, good once and for a week
    Reset {
        /// Their name
        name: String,
        #[command(flatten)]
        common: Common,
    },
    /// Take an account away and end its sessions; the journal stays
    Remove {
        /// Their name
        name: String,
        #[command(flatten)]
        common: Common,
    },
}

#[derive(clap::Args)]
struct Common {
    /// The address people open, to print whole links
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// For machines
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    runtime::log();
    runtime::block_on(act(&arguments.what))?
}

async fn act(what: &What) -> Result<Outcome, Failure> {
    let (What::List(common)
    | What::Invite { common, .. }
    | What::Reset { common, .. }
    | What::Remove { common, .. }) = what;
    let base = match &common.public_url {
        Some(url) => PublicUrl::parse(url).map_err(|error| Failure::BadInput(error.to_string()))?.to_string(),
        None => String::new(),
    };
    let store = common.place.journal_or_new().await?;
    let done = match what {
        What::List(_) => list(&store, common).await,
        What::Invite { may_invite, owner, person, .. } => {
            let person = person.or_else(|| owner.then(|| store.person()));
            invite(&store, *may_invite, person, &base, common).await
        }
        What::Reset { name, .. } => reset(&store, name, &base, common).await,
        What::Remove { name, .. } => remove(&store, name, common).await,
    };
    store.close().await;
    done
}

async fn list(store: &Store, common: &Common) -> Result<Outcome, Failure> {
    let mut out = std::io::stdout().lock();
    let accounts = store.accounts().await?;
    let mut shown = Vec::new();
    for account in &accounts {
        let devices = store.sessions(account.person, runtime::now_ms()).await?.len();
        shown.push((account, devices));
    }
    if common.json {
        let all: Vec<_> = shown
            .iter()
            .map(|(account, devices)| {
                json!({ "name": account.name, "person": account.person, "may_invite": account.may_invite,
                        "made_ms": account.made_ms, "devices": devices })
            })
            .collect();
        writeln!(out, "{}", json!({ "accounts": all }))?;
        return Ok(Outcome::Done);
    }
    if shown.is_empty() {
        writeln!(out, "Nobody has an account yet; `counterpose account invite` gives the first link.")?;
    }
    for (account, devices) in shown {
        let may = if account.may_invite { ", may invite" } else { "" };
        writeln!(
            out,
            "{}: logged in on {devices} {}{may}",
            account.name,
            if devices == 1 { "device" } else { "devices" }
        )?;
    }
    Ok(Outcome::Done)
}

async fn invite(
    store: &Store,
    may_invite: bool,
    person: Option<Uuid>,
    base: &str,
    common: &Common,
) -> Result<Outcome, Failure> {
    let first = person.is_none() && store.accounts().await?.is_empty();
    let person = match person {
        Some(person) => person,
        None if first => store.person(),
        None => new_person().map_err(no_chance)?,
    };
    let owner = person == store.person();
    if owner && !common.json {
        writeln!(
            std::io::stdout(),
            "This is for you: the account will open the journal this machine keeps without a log-in."
        )?;
    }
    link(store, person, owner || may_invite, base, common).await
}

async fn reset(store: &Store, name: &str, base: &str, common: &Common) -> Result<Outcome, Failure> {
    let account = find(store, name).await?;
    link(store, account.person, account.may_invite, base, common).await
}

async fn remove(store: &Store, name: &str, common: &Common) -> Result<Outcome, Failure> {
    let account = find(store, name).await?;
    let removed = store.remove_account(account.person).await?;
    let mut out = std::io::stdout().lock();
    if common.json {
        writeln!(out, "{}", json!({ "removed": removed }))?;
    } else {
        writeln!(out, "{} cannot log in any more. The journal is still here.", account.name)?;
    }
    Ok(Outcome::Done)
}

async fn find(store: &Store, name: &str) -> Result<Account, Failure> {
    let found = store.account_named(&key_of_name(name)).await?;
    found.ok_or_else(|| {
        Failure::BadInput(format!("nobody here is called `{name}`: see `counterpose account list`"))
    })
}

async fn link(
    store: &Store,
    person: Uuid,
    may_invite: bool,
    base: &str,
    common: &Common,
) -> Result<Outcome, Failure> {
    let ends_ms = runtime::now_ms() + INVITATION_MS;
    let (token, invitation) = invitation(person, may_invite, ends_ms).map_err(no_chance)?;
    store.invite(&invitation).await?;
    let link = format!("{base}{}", invitation_path(&token));
    let mut out = std::io::stdout().lock();
    if common.json {
        writeln!(out, "{}", json!({ "link": link, "ends_ms": ends_ms }))?;
    } else if base.is_empty() {
        writeln!(out, "Good once, for a week, behind the address of your server:\n  {link}")?;
    } else {
        writeln!(out, "Good once, for a week:\n  {link}")?;
    }
    Ok(Outcome::Done)
}

fn no_chance(error: impl std::fmt::Display) -> Failure {
    Failure::Serve(format!("the system gives no randomness: {error}"))
}
