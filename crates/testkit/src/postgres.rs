//! A throw-away PostgreSQL for tests: started in a folder of its own, reached by a socket there, gone with the test.
//!
//! It needs the server's programs (Debian's package `postgresql`; `cargo xtask test` installs it) and no running
//! cluster. PostgreSQL refuses to run as root, so there the user `postgres` runs it. For tests it never syncs to the
//! disk; a bench of what syncing costs asks for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A running server.
#[derive(Debug)]
pub struct Postgres {
    folder: PathBuf,
    server: Child,
}

impl Postgres {
    /// Starts one. `None`, with a line that says so, where PostgreSQL is not installed, except in continuous
    /// integration.
    ///
    /// # Panics
    /// When it is installed and does not start, or is missing where nothing may be skipped.
    #[must_use]
    pub fn start() -> Option<Self> {
        Self::start_with(false)
    }

    /// The same; with `syncing` what is committed is on the disk.
    ///
    /// # Panics
    /// As [`Postgres::start`].
    #[must_use]
    #[expect(clippy::panic, reason = "a test that cannot start what it needs has failed")]
    pub fn start_with(syncing: bool) -> Option<Self> {
        let Some(programs) = programs() else {
            let ci = std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
            assert!(!ci, "PostgreSQL is not installed, and continuous integration takes no skips");
            eprintln!("skipped: PostgreSQL is not installed (`cargo xtask test packages` does it)");
            return None;
        };
        match Self::try_start(&programs, syncing) {
            Ok(running) => Some(running),
            Err(error) => panic!("PostgreSQL of {} did not start: {error}", programs.display()),
        }
    }

    fn try_start(programs: &Path, syncing: bool) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        // Short: the path of a socket has some hundred bytes.
        let name = format!("cpg-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let user = own_user(&folder)?;
        let data = folder.join("data");
        let mut init = Command::new(programs.join("initdb"));
        init.arg("-D").arg(&data).args([
            "-A",
            "trust",
            "-U",
            "counterpose",
            "-N",
            "-E",
            "UTF8",
            "--locale=C",
        ]);
        let made =
            become_user(&mut init, user).stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        if !made.status.success() {
            return Err(String::from_utf8_lossy(&made.stderr).into_owned());
        }
        let mut serve = Command::new(programs.join("postgres"));
        serve.arg("-D").arg(&data).arg("-k").arg(&folder);
        serve.args(["-h", "", "-c", "max_connections=60"]);
        serve.args(if syncing { ["-c", "shared_buffers=256MB"] } else { ["-c", "shared_buffers=16MB"] });
        serve.args(if syncing { ["-c", "fsync=on"] } else { ["-c", "fsync=off"] });
        let log = fs::File::create(folder.join("log")).map_err(|error| error.to_string())?;
        let server = become_user(&mut serve, user)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut running = Self { folder, server };
        running.wait_until_ready(&programs.join("pg_isready"))?;
        Ok(running)
    }

    fn wait_until_ready(&mut self, ready: &Path) -> Result<(), String> {
        let began = Instant::now();
        loop {
            let asked = Command::new(ready).arg("-q").arg("-h").arg(&self.folder).status();
            if asked.is_ok_and(|status| status.success()) {
                return Ok(());
            }
            let ended = self.server.try_wait().is_ok_and(|status| status.is_some());
            if ended || began.elapsed() > Duration::from_secs(60) {
                return Err(fs::read_to_string(self.folder.join("log")).unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The address of its database.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// The address of a database of this name in it.
    #[must_use]
    pub fn url_of(&self, database: &str) -> String {
        format!("postgres://counterpose@localhost/{database}?host={}", self.folder.display())
    }

    /// Makes an empty database and gives its address.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn database(&self, name: &str) -> String {
        let created = programs().and_then(|programs| {
            let mut create = Command::new(programs.join("createdb"));
            create.arg("-h").arg(&self.folder).args(["-U", "counterpose", name]).status().ok()
        });
        assert!(created.is_some_and(|status| status.success()), "the database {name} could not be made");
        self.url_of(name)
    }

    /// The folder with its files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT ends its children and frees its shared memory; SIGKILL would not.
        let asked = Command::new("kill").args(["-INT", &self.server.id().to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            self.server.kill().ok();
        }
        self.server.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// Where the server's programs are: Debian keeps them out of the path.
fn programs() -> Option<PathBuf> {
    let has = |folder: &Path| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|version| version.ok().map(|version| version.path().join("bin")))
        .filter(|folder| has(folder))
        .collect();
    found.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    found.pop().or_else(|| std::env::split_paths(&path).find(|folder| has(folder)))
}

/// As root: the user `postgres`, who then owns the folder.
#[cfg(unix)]
fn own_user(folder: &Path) -> Result<Option<(u32, u32)>, String> {
    use std::os::unix::fs::{MetadataExt, chown};
    let root = fs::metadata(folder).map_err(|error| error.to_string())?.uid() == 0;
    if !root {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|error| error.to_string())?;
    let line = users.lines().find(|line| line.starts_with("postgres:")).ok_or("there is no user postgres")?;
    let mut numbers = line.split(':').skip(2).map(str::parse::<u32>);
    let (Some(Ok(user)), Some(Ok(group))) = (numbers.next(), numbers.next()) else {
        return Err(format!("the line of the user postgres cannot be read: {line}"));
    };
    chown(folder, Some(user), Some(group)).map_err(|error| error.to_string())?;
    Ok(Some((user, group)))
}

#[cfg(not(unix))]
fn own_user(_: &Path) -> Result<Option<(u32, u32)>, String> {
    Ok(None)
}

fn become_user(command: &mut Command, user: Option<(u32, u32)>) -> &mut Command {
    #[cfg(unix)]
    if let Some((user, group)) = user {
        use std::os::unix::process::CommandExt;
        command.uid(user).gid(group).current_dir("/");
    }
    #[cfg(not(unix))]
    let _ = user;
    command
}
