//! System packages: named, asked for once, installed with the system's own tool.
//!
//! On a terminal it asks before installing; without one (continuous integration) it installs and says what;
//! `--no-install` forbids it and prints the commands. Only Debian's tool is known here; elsewhere the person is
//! told what is missing.

use std::io::{BufRead, IsTerminal, Write};
use std::process::Command;

use crate::shell::{self, Outcome, failure};

/// What may be done about a missing package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Install {
    /// Ask on a terminal, install without one.
    AskOrInstall,
    /// Print the commands and stop.
    Never,
}

impl Install {
    /// Takes `--no-install` out of the words of a command (those before a `--`).
    pub fn from_words(words: &mut Vec<String>) -> Self {
        let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
        match words[..end].iter().position(|word| word == "--no-install") {
            Some(at) => {
                words.remove(at);
                Self::Never
            }
            None => Self::AskOrInstall,
        }
    }
}

/// Installs packages of Debian. `why` continues "needed ".
pub fn debian(packages: &[&str], why: &str, install: Install) -> Outcome<()> {
    debian_after(&[], packages, why, install)
}

/// The same, after other commands, which then may have put settings in place that the package must not replace.
pub fn debian_after(before: &[&[&str]], packages: &[&str], why: &str, install: Install) -> Outcome<()> {
    const INSTALL: [&str; 6] =
        ["apt-get", "install", "--no-install-recommends", "-y", "-o", "Dpkg::Options::=--force-confold"];
    let mut commands: Vec<Vec<&str>> = before.iter().map(|words| words.to_vec()).collect();
    commands.push(vec!["apt-get", "update"]);
    commands.push([&INSTALL, packages].concat());
    if shell::find("apt-get").is_none() {
        return Err(failure(format!(
            "needed {why}, and this system has no apt-get: install what Debian calls {} by hand",
            packages.join(", ")
        )));
    }
    let sudo = if is_root() { "" } else { "sudo " };
    let listing: String = commands.iter().map(|words| format!("\n  {sudo}{}", words.join(" "))).collect();
    if install == Install::Never {
        return Err(failure(format!("needed {why}; install it with:{listing}")));
    }
    if std::io::stdin().is_terminal() {
        print!("Needed {why}. This will run:{listing}\nInstall now? [Y/n] ");
        std::io::stdout().flush().ok();
        let mut answer = String::new();
        std::io::stdin().lock().read_line(&mut answer).ok();
        if !matches!(answer.trim().to_ascii_lowercase().as_str(), "" | "y" | "yes") {
            return Err(failure(format!("needed {why}; not installed")));
        }
    } else {
        println!("Needed {why}. Installing with:{listing}");
    }
    for words in &commands {
        let mut command = if is_root() { Command::new(words[0]) } else { Command::new("sudo") };
        command.args(if is_root() { &words[1..] } else { &words[..] });
        shell::run(command.env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

/// Whether this runs as root.
pub fn is_root() -> bool {
    shell::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn no_install_is_taken_only_from_this_tools_own_words() {
        let mut own = words("run --no-install -- --listen x");
        assert_eq!(Install::from_words(&mut own), Install::Never);
        assert_eq!(own, words("run -- --listen x"));
        let mut passed = words("run -- --no-install");
        assert_eq!(Install::from_words(&mut passed), Install::AskOrInstall);
        assert_eq!(passed, words("run -- --no-install"));
    }
}
