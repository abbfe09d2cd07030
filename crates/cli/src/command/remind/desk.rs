//! What this desktop can do: show a note with answers, and tell whether somebody is there.
//!
//! Both go through programs the desktop has (no library is linked for it). What is not there is said plainly and never
//! pretended: without a signal the activity is unknown.

use std::process::{Command, Stdio};

use counterpose_coach::reminder::Activity;

/// A way to tell how long nobody touched anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// GNOME's idle monitor, over the session bus; works on Wayland.
    Gnome,
    /// X11.
    XPrintIdle,
    /// macOS.
    IoReg,
    /// Nothing there.
    None,
}

/// A way to show a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The desktop's notifications (freedesktop).
    NotifySend,
    /// macOS.
    OsaScript,
    /// Only lines in this terminal.
    Terminal,
}

/// What there is.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// Notes.
    pub note: Note,
    /// Idle detection.
    pub watch: Watch,
}

impl Desk {
    /// Looks around.
    pub fn look() -> Self {
        let note = if has("notify-send") {
            Note::NotifySend
        } else if cfg!(target_os = "macos") && has("osascript") {
            Note::OsaScript
        } else {
            Note::Terminal
        };
        let watch = [Watch::Gnome, Watch::XPrintIdle, Watch::IoReg]
            .into_iter()
            .find(|watch| watch.idle_ms().is_some())
            .unwrap_or(Watch::None);
        Self { note, watch }
    }

    /// In words, one line each.
    pub fn in_words(self) -> [&'static str; 2] {
        let note = match self.note {
            Note::NotifySend => "Notes: the desktop's notifications (notify-send).",
            Note::OsaScript => {
                "Notes: macOS notifications; answers are not possible there, each counts as missed."
            }
            Note::Terminal => {
                "Notes: only lines here. For notifications install notify-send (package libnotify-bin)."
            }
        };
        let watch = match self.watch {
            Watch::Gnome => "Being away: seen through GNOME's idle monitor.",
            Watch::XPrintIdle => "Being away: seen through xprintidle.",
            Watch::IoReg => "Being away: seen through ioreg.",
            Watch::None => {
                "Being away: this desktop does not tell programs. Getting up by yourself cannot be seen, so \
                 reminders come as if you sat the whole time. On X11 the package xprintidle mends that."
            }
        };
        [note, watch]
    }

    /// What is known of the person now.
    pub fn activity(self, now_ms: i64) -> Activity {
        match self.watch.idle_ms() {
            None => Activity::Unknown,
            // Nobody types without a pause; half a minute is still being there.
            Some(idle) if idle < 30_000 => Activity::Active,
            Some(idle) => Activity::Idle { since_ms: now_ms.saturating_sub(idle) },
        }
    }
}

impl Watch {
    /// For how long nobody touched anything.
    fn idle_ms(self) -> Option<i64> {
        match self {
            Self::Gnome => {
                let name = "org.gnome.Mutter.IdleMonitor";
                let words = ["call", "--session", "--timeout", "2", "--dest", name, "--object-path"];
                let path = "/org/gnome/Mutter/IdleMonitor/Core";
                let method = "org.gnome.Mutter.IdleMonitor.GetIdletime";
                let text = said(Command::new("gdbus").args(words).arg(path).args(["--method", method]))?;
                gnome(&text)
            }
            Self::XPrintIdle => said(&mut Command::new("xprintidle"))?.trim().parse().ok(),
            Self::IoReg if cfg!(target_os = "macos") => {
                ioreg(&said(Command::new("ioreg").args(["-c", "IOHIDSystem", "-d", "4"]))?)
            }
            Self::IoReg | Self::None => None,
        }
    }
}

/// `(uint64 1234,)`.
fn gnome(text: &str) -> Option<i64> {
    text.trim().strip_prefix("(uint64 ")?.strip_suffix(",)")?.parse().ok()
}

/// `"HIDIdleTime" = 1234567890` in nanoseconds.
fn ioreg(text: &str) -> Option<i64> {
    let line = text.lines().find(|line| line.contains("\"HIDIdleTime\""))?;
    let nanoseconds: i64 = line.rsplit_once('=')?.1.trim().parse().ok()?;
    Some(nanoseconds / 1_000_000)
}

fn said(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn has(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// A note to show: its words and those of its answers.
#[derive(Clone, Debug)]
pub struct Words {
    /// One line.
    pub title: String,
    /// What to do.
    pub body: String,
    /// The answers: done, later, not now.
    pub answers: [String; 3],
    /// Without a sound, and gone by itself.
    pub silent: bool,
}

/// Shows a note and waits for the answer; `None` where none came or the desktop cannot take one. Blocks.
pub fn show(note: Note, words: &Words) -> Option<usize> {
    match note {
        Note::NotifySend => {
            let urgency = if words.silent { "low" } else { "normal" };
            let mut command = Command::new("notify-send");
            command.args(["--app-name=Counterpose", "--urgency", urgency]);
            let keys = ["done", "snooze", "skip"];
            let mut asking = Command::new("notify-send");
            asking.args(["--app-name=Counterpose", "--urgency", urgency, "--wait"]);
            for (key, answer) in keys.iter().zip(&words.answers) {
                asking.arg(format!("--action={key}={answer}"));
            }
            if let Some(said) = said(asking.args(["--", &words.title, &words.body])) {
                return keys.iter().position(|key| *key == said.trim());
            }
            // An older notify-send knows no answers.
            said(command.args(["--", &words.title, &words.body]));
            None
        }
        Note::OsaScript => {
            let script =
                "on run words\ndisplay notification (item 2 of words) with title (item 1 of words)\nend run";
            said(Command::new("osascript").args(["-e", script, &words.title, &words.body]));
            None
        }
        Note::Terminal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_desktops_say_is_read() {
        assert_eq!(gnome("(uint64 12345,)\n"), Some(12_345));
        assert_eq!(gnome("Error"), None);
        assert_eq!(ioreg("  |   \"HIDIdleTime\" = 2500000000\n"), Some(2500));
        assert_eq!(ioreg("nothing"), None);
    }

    #[test]
    fn a_desk_without_signals_says_so() {
        let bare = Desk { note: Note::Terminal, watch: Watch::None };
        let [note, watch] = bare.in_words();
        assert!(note.contains("only lines here") && watch.contains("does not tell"));
        assert_eq!(bare.activity(5), Activity::Unknown);
    }
}
