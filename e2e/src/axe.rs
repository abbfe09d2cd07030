//! axe-core over the page as it stands: every finding of its rules for WCAG 2.2 A and AA, and its good practices.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::{Failure, Outcome};

const AXE: &str = include_str!("../vendor/axe-core/axe.min.js");
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  result => done(result.violations.map(v => v.id + ' (' + v.help + '): '
    + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any.concat(n.all, n.none).map(c => c.message).join('; '))).join(' | '))),
  error => done(['axe failed: ' + error]));
"#;

/// What it finds on the page that is open; empty is good.
pub async fn findings(browser: &Browser) -> Outcome<Vec<String>> {
    let loaded = browser.script("return typeof axe === 'object'", vec![]).await?;
    if loaded != json!(true) {
        browser.script(&format!("{AXE}\nwindow.axe = axe;"), vec![]).await?;
    }
    let result = browser.web().execute_async(RUN, vec![]).await?;
    match result.json() {
        Value::Array(list) => {
            Ok(list.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
        }
        other => Err(Failure::new(format!("axe answered {other}"))),
    }
}
