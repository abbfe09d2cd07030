//! Chromium with a profile of its own, driven through its own driver.
//!
//! Nothing is shared between two of them, so journeys can run side by side. What the person sees (size, light or
//! dark, motion) is set here and stays until it is changed.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::folder::Folder;
use crate::{Failure, Outcome, wait};

/// What the screen is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Dark colours wanted.
    pub dark: bool,
    /// A touch screen held in the hand.
    pub phone: bool,
}

impl Look {
    /// The narrowest phone promised to work.
    pub const PHONE: Self = Self { width: 360, height: 740, dark: false, phone: true };
    /// A desk.
    pub const DESKTOP: Self = Self { width: 1280, height: 800, dark: false, phone: false };

    /// The same in dark colours.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// A name fit for a file.
    #[must_use]
    pub fn name(self) -> String {
        let device = if self.phone { "phone" } else { "desktop" };
        format!("{device}-{}", if self.dark { "dark" } else { "light" })
    }
}

/// The programs a browser consists of.
#[derive(Clone, Debug)]
pub struct Programs {
    /// Chromium or Chrome.
    pub browser: PathBuf,
    /// Its driver, of the same version.
    pub driver: PathBuf,
}

impl Programs {
    /// The ones named by the environment, or found in the search path.
    #[must_use]
    pub fn find() -> Option<Self> {
        let named =
            |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
        let in_path = |names: &[&str]| {
            let path = std::env::var_os("PATH")?;
            let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
            names
                .iter()
                .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
                .find(|file| file.is_file())
        };
        let browser = named("COUNTERPOSE_BROWSER")
            .or_else(|| in_path(&["chromium", "chromium-browser", "google-chrome", "chrome"]))?;
        let driver = named("COUNTERPOSE_BROWSER_DRIVER").or_else(|| in_path(&["chromedriver"]))?;
        Some(Self { browser, driver })
    }
}

/// A clock that stands until it is told to go on. It outlives reloads: where it stands is kept in the tab.
const CLOCK: &str = r"(() => {
  const Real = Date;
  const read = () => { try { return Number(sessionStorage.getItem('__now')) || AT_MS } catch { return AT_MS } };
  let now = read();
  class Stopped extends Real {
    constructor(...given) { if (given.length) super(...given); else super(now); }
    static now() { return now; }
  }
  window.Date = Stopped;
  window.__pass = ms => { now += ms; try { sessionStorage.setItem('__now', String(now)) } catch {} };
})();";

/// One running browser.
#[derive(Debug)]
pub struct Browser {
    web: WebDriver,
    driver: Child,
    profile: Folder,
}

impl Browser {
    /// Starts one; with `proxy_port` everything it sends goes through that proxy.
    pub async fn start(programs: &Programs, proxy_port: Option<u16>) -> Outcome<Self> {
        let profile = Folder::new("profile")?;
        let (driver, port) = start_driver(&programs.driver, profile.path()).await?;
        let mut wishes = DesiredCapabilities::chrome();
        wishes.set_binary(&programs.browser.to_string_lossy())?;
        for flag in flags(profile.path(), proxy_port) {
            wishes.add_arg(&flag)?;
        }
        wishes.set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
        let web = WebDriver::builder(format!("http://127.0.0.1:{port}"), wishes)
            .request_timeout(Duration::from_secs(120))
            .connect()
            .await?;
        Ok(Self { web, driver, profile })
    }

    /// The driver, for what this type has no word for.
    #[must_use]
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// The profile's folder.
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.web.cdp().send_raw(method, parameters).await?)
    }

    /// Makes the screen look like this.
    pub async fn look(&self, look: Look) -> Outcome<()> {
        let metrics = json!({
            "width": look.width, "height": look.height, "deviceScaleFactor": if look.phone { 2 } else { 1 },
            "mobile": look.phone,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": look.phone})).await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Asks for pages in these languages from now on, as in `de-AT,de,en`.
    pub async fn ask_for_language(&self, languages: &str) -> Outcome<()> {
        let agent = self.script("return navigator.userAgent", vec![]).await?;
        let wishes = json!({"userAgent": agent, "acceptLanguage": languages});
        self.devtools("Emulation.setUserAgentOverride", wishes).await?;
        Ok(())
    }

    /// Sets the clock of every page opened from now on: it starts at this moment (milliseconds since 1970 UTC, with
    /// UTC as the zone) and stands, except for what [`Self::pass`] lets go by. For pictures that are the same every
    /// day.
    pub async fn stop_the_clock(&self, at_ms: i64) -> Outcome<()> {
        self.devtools("Emulation.setTimezoneOverride", json!({"timezoneId": "UTC"})).await?;
        let source = CLOCK.replace("AT_MS", &at_ms.to_string());
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        Ok(())
    }

    /// Lets time go by on a stopped clock, a little at a time, as a running session needs it.
    pub async fn pass(&self, ms: u32) -> Outcome<()> {
        const STEP_MS: u32 = 250;
        for _ in 0..ms.div_ceil(STEP_MS) {
            self.script(&format!("window.__pass({STEP_MS})"), vec![]).await?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Runs a piece of JavaScript in the page and gives what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.web.execute(script, arguments).await?.json().clone())
    }

    /// What the page wrote to its console as errors, except for requests that a cut network let fail.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let entries = self.web.browser_log().await?;
        Ok(entries
            .into_iter()
            .filter(|entry| format!("{:?}", entry.level).to_ascii_uppercase().contains("SEVERE"))
            .map(|entry| entry.message)
            .filter(|message| !message.contains("net::ERR_"))
            // A household's server that wants a log-in says so, and the page tells the person.
            .filter(|message| !message.contains("a status of 401"))
            .collect())
    }

    /// Ends it.
    pub async fn quit(mut self) -> Outcome<()> {
        let quit = self.web.clone().quit().await;
        self.driver.start_kill()?;
        self.driver.wait().await?;
        Ok(quit?)
    }
}

/// The flags every browser gets. No sandbox only as root, where there is none to have.
fn flags(profile: &Path, proxy_port: Option<u16>) -> Vec<String> {
    let mut flags: Vec<String> = [
        "--headless=new", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
        "--disable-domain-reliability", "--no-default-browser-check", "--disable-client-side-phishing-detection",
        "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,NetworkTimeServiceQuerying,InterestFeedContentSuggestions",
        "--lang=en-GB", "--hide-scrollbars", "--force-color-profile=srgb", "--font-render-hinting=none",
        "--autoplay-policy=no-user-gesture-required", "--window-size=1280,800",
    ]
    .map(str::to_owned)
    .to_vec();
    flags.push(format!("--user-data-dir={}", profile.display()));
    if let Some(port) = proxy_port {
        flags.push(format!("--proxy-server=http://127.0.0.1:{port}"));
        // Without this Chromium reaches loopback addresses past the proxy.
        flags.push("--proxy-bypass-list=<-loopback>".to_owned());
    }
    if is_root() {
        flags.push("--no-sandbox".to_owned());
    }
    flags
}

fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// Starts the driver on a free port of its choice and reads which.
async fn start_driver(driver: &Path, home: &Path) -> Outcome<(Child, u16)> {
    let mut child = Command::new(driver)
        .arg("--port=0")
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_CACHE_HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| Failure::from(error).during(&format!("start {}", driver.display())))?;
    let stdout = child.stdout.take().ok_or_else(|| Failure::new("the driver has no output"))?;
    let mut lines = BufReader::new(stdout).lines();
    let port = loop {
        let line = tokio::time::timeout(wait::PATIENCE, lines.next_line())
            .await
            .map_err(|_| Failure::new("the driver did not name its port in time"))??
            .ok_or_else(|| Failure::new("the driver ended at once"))?;
        if let Some(port) = port_in(&line) {
            break port;
        }
    };
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok((child, port))
}

/// The port out of `ChromeDriver was started successfully on port 40123.`
fn port_in(line: &str) -> Option<u16> {
    let after = line.split_once("successfully on port ")?.1;
    after.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_out_of_what_the_driver_prints() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver 156 on port 0"), None);
    }
}
