//! The plan on paper: it prints on A4 and on Letter, fits their width, and needs no colour.

use e2e::browser::Look;
use e2e::page::first_visit::{self, Visitor};
use e2e::world::{Given, World};
use e2e::{Failure, Outcome, expect};
use serde_json::json;

/// Inches, as the browser counts paper.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];
/// What the page sets as its margins left and right, in CSS pixels.
const MARGINS_PX: f64 = 2.0 * 15.0 / 25.4 * 96.0;
/// More sheets than this nobody hangs on a wall.
const MOST_SHEETS: usize = 4;

pub async fn the_plan_prints_on_a4_and_on_letter(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::DESKTOP.dark()).await?;
    let mut person = world.person();
    first_visit::complete(&mut person, Visitor::DRIVER).await?;
    person.open("/plan/paper").await?;
    for (name, width, height) in PAPERS {
        let wanted = json!({
            "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false, "printBackground": false,
            "transferMode": "ReturnAsBase64",
        });
        let printed = world.browser.devtools("Page.printToPDF", wanted).await?;
        let data = printed.get("data").and_then(|data| data.as_str()).unwrap_or_default();
        let pdf =
            unpacked(data).ok_or_else(|| Failure::new(format!("{name}: what was printed is no base64")))?;
        expect!(pdf.starts_with(b"%PDF"), "{name}: what was printed is no PDF");
        std::fs::create_dir_all(&given.pictures)?;
        std::fs::write(given.pictures.join(format!("plan-on-paper-{name}.pdf")), &pdf)?;
        let sheets = sheets(&pdf);
        expect!((2..=MOST_SHEETS).contains(&sheets), "{name}: {sheets} sheets");
        // The same page as the printer sees it.
        world.browser.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
        let across = (width * 96.0 - MARGINS_PX).floor();
        let metrics = json!({"width": across, "height": 1000, "deviceScaleFactor": 2, "mobile": false});
        world.browser.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        let script = "return document.documentElement.scrollWidth - innerWidth";
        let over = world.browser.script(script, vec![]).await?.as_f64().unwrap_or(f64::INFINITY);
        expect!(over <= 0.0, "{name}: {over} pixels do not fit the width of the paper");
        let colours = "const paper = document.querySelector('.paper'); const style = getComputedStyle(paper); \
            return style.color + ' on ' + style.backgroundColor";
        let seen = world.browser.script(colours, vec![]).await?.as_str().unwrap_or_default().to_owned();
        expect!(seen == "rgb(0, 0, 0) on rgb(255, 255, 255)", "{name}: {seen}");
        let picture = world.browser.web().screenshot_as_png().await?;
        std::fs::write(given.pictures.join(format!("plan-on-paper-{name}.png")), picture)?;
        world.browser.look(Look::DESKTOP.dark()).await?;
        world.browser.devtools("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
    }
    world.end().await
}

/// How many sheets a PDF has.
fn sheets(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type /Page").filter(|(at, word)| !text[at + word.len()..].starts_with('s')).count()
}

/// Base64 without any crate for it.
fn unpacked(text: &str) -> Option<Vec<u8>> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| !matches!(letter, b'=' | b'\n')) {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        held = (held << 6) | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
        }
    }
    Some(bytes)
}
