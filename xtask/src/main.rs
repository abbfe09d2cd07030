//! The build and check tool: everything that is done to this repository is one command here.
//!
//! It exists so that building, running and testing need nothing but a Rust toolchain and are the same everywhere.
//! It knows the repository and never links the crates of the product, so a broken crate cannot break the tool
//! that says so.

mod bench;
mod browser;
mod calibrate;
mod check;
mod client;
mod dist;
mod hash;
mod packages;
mod place;
mod postgres;
mod run;
mod sheet;
mod shell;
mod table;
mod test;
mod wasm_std;

use std::process::ExitCode;

use shell::Outcome;

const HELP: &str = "cargo xtask COMMAND

  run [-- WORDS]       build everything, start the app, open a browser where there is one;
                       the words go to `counterpose serve`
  test [STAGE...] [-- WORDS]
                       every check and test in stages (all without names); the words choose journeys by name
  check [--write] [--quick]
                       the rules of the repository: format, lints, layers, dependencies, code map, licences
                       (--write: bring the generated parts of ARCHITECTURE.md up to date first;
                       --quick: leave out the lints, which have to compile)
  bench [NAME]         speeds in a release build, all of them without a name
                       (body --peers: beside OpenSim and MuJoCo, installed from PyPI into an own environment)
  calibrate [--people N] [--write]
                       simulate people whose truth is known and print how often the verdict is right
                       (--write: into docs/calibration.md)
  screenshots          the pictures of the documents (docs/screenshots), taken by the journeys
  sheet [EXERCISE...]  the contact sheet: every key pose as a picture, light and dark, into target/sheet
  client [--fast] [--sizes [NAME]]
                       build the browser client into target/client
                       (--fast: an own quick profile for trying things, no size budget;
                       --sizes: what its code weighs by crate and by function, or the functions of this name)
  dist [--twice]       what somebody needs to offer Counterpose, with checksums, in target/dist: the app as plain
                       files for any web host, and the single binary
                       (--twice: build everything again in an own folder and compare every byte)

Each command takes --no-install: never install a system package, print the commands instead.
COUNTERPOSE_WASM_STD=auto|rustup|debian says where the standard library for WASM comes from.
";

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let install = packages::Install::from_words(&mut words);
    let outcome = match words.first().map(String::as_str) {
        Some("run") => run_command(&words[1..], install),
        Some("test") => test_command(&words[1..], install),
        Some("calibrate") => calibrate::run(&words[1..]),
        Some("check") => check_command(&words[1..]),
        Some("bench") => bench::run(&words[1..]),
        Some("screenshots") => test::screenshots(install),
        Some("sheet") => sheet::run(&words[1..]),
        Some("dist") => dist::run(&words[1..], install),
        Some("client") => client_command(&words[1..], install),
        Some("help" | "--help" | "-h") | None => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(shell::failure(format!("there is no command `{other}`\n\n{HELP}"))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn client_command(words: &[String], install: packages::Install) -> Outcome<()> {
    let (profile, words) = match words {
        [first, rest @ ..] if first == "--fast" => (client::Profile::Fast, rest),
        all => (client::Profile::Full, all),
    };
    let wanted = match words {
        [] => None,
        [word] if word == "--sizes" => Some(None),
        [word, name] if word == "--sizes" => Some(Some(name.as_str())),
        _ => return Err(shell::failure("cargo xtask client [--fast] [--sizes [NAME]]")),
    };
    client::build(profile, install)?;
    wanted.map_or(Ok(()), |name| client::sizes(profile, install, name))
}

fn run_command(words: &[String], install: packages::Install) -> Outcome<()> {
    match words.split_first() {
        None => run::run(&[], install),
        Some((first, rest)) if first == "--" => run::run(rest, install),
        Some(_) => Err(shell::failure("cargo xtask run [-- WORDS FOR SERVE]")),
    }
}

fn test_command(words: &[String], install: packages::Install) -> Outcome<()> {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    test::run(&words[..end], words.get(end + 1..).unwrap_or_default(), install)
}

fn check_command(words: &[String]) -> Outcome<()> {
    let mut wish = check::Wish::default();
    for word in words {
        match word.as_str() {
            "--write" => wish.write = true,
            "--quick" => wish.quick = true,
            _ => return Err(shell::failure("cargo xtask check [--write] [--quick]")),
        }
    }
    match check::run(wish)?.failed {
        0 => Ok(()),
        failed => Err(shell::failure(format!("{failed} rules of the repository do not hold"))),
    }
}
