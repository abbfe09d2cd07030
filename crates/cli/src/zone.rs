//! The rules of time zones as the system keeps them: files, read here because the core reads nothing.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

/// Where systems keep the rules.
const FOLDERS: [&str; 4] =
    ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/var/db/timezone/zoneinfo"];

/// The zone of this machine.
pub struct Here {
    /// Its rules.
    pub zone: TimeZone,
    /// Its name where the system tells one.
    pub name: String,
    /// Whether the rules could be read; without them everything goes by UTC.
    pub known: bool,
}

/// The rules of the zone with this name, where the system has them.
pub fn named(name: &str) -> Option<TimeZone> {
    let plain = !name.is_empty()
        && name.len() <= 64
        && name.split('/').all(|part| {
            !part.is_empty()
                && part != ".."
                && part != "."
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-+".contains(&byte))
        });
    if !plain {
        return None;
    }
    FOLDERS.iter().find_map(|folder| from_file(name, &Path::new(folder).join(name)))
}

/// The zone this machine is set to: `TZ`, or the file of the system.
pub fn here() -> Here {
    let wish = std::env::var("TZ").ok().map(|wish| wish.trim_start_matches(':').to_owned());
    if let Some(wish) = wish.filter(|wish| !wish.is_empty()) {
        let zone = named(&wish).or_else(|| TimeZone::posix(&wish).ok());
        if let Some(zone) = zone {
            return Here { zone, name: wish, known: true };
        }
    }
    let file = PathBuf::from("/etc/localtime");
    let name = fs::canonicalize(&file)
        .ok()
        .and_then(|path| path.to_string_lossy().split_once("zoneinfo/").map(|(_, name)| name.to_owned()))
        .unwrap_or_default();
    match from_file(&name, &file) {
        Some(zone) => Here { zone, name, known: true },
        None => Here { zone: TimeZone::UTC, name: "UTC".to_owned(), known: false },
    }
}

fn from_file(name: &str, path: &Path) -> Option<TimeZone> {
    TimeZone::tzif(name, &fs::read(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_the_folder() {
        for name in ["", "../passwd", "/etc/passwd", "a/../../b", "Europe/", "C:\\x", "Europe/Lon don"] {
            assert!(named(name).is_none(), "{name}");
        }
    }

    #[test]
    fn the_rules_of_a_named_zone_are_read_where_the_system_has_them() {
        let Some(zone) = named("Europe/London") else {
            assert!(FOLDERS.iter().all(|folder| !Path::new(folder).join("Europe/London").exists()));
            return;
        };
        let summer: jiff::Timestamp = "2026-07-01T12:00:00Z".parse().unwrap();
        assert_eq!(zone.to_datetime(summer).hour(), 13);
    }
}
