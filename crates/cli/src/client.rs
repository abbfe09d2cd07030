//! The browser client inside the binary (see `build.rs`), or a page that says how to get it.

use std::borrow::Cow;

use counterpose_server::Asset;

struct File {
    path: &'static str,
    bytes: &'static [u8],
    gzip: Option<&'static [u8]>,
    brotli: Option<&'static [u8]>,
    hash: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/client.rs"));

/// What stands in for the client in a binary that was built without it.
const WITHOUT: &str = "<!doctype html>
<html lang=\"en\">
<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Counterpose</title></head>
<body>
<h1>The app is not in this binary</h1>
<p>The server runs, and your data are safe. This binary was built without the pages of the app.
In a clone of the source, run <code>cargo xtask run</code>: it builds the pages, puts them inside and starts again.</p>
</body>
</html>
";

/// Whether the client is inside.
pub fn is_inside() -> bool {
    !FILES.is_empty()
}

/// The file at a path.
pub fn file(path: &str) -> Option<Asset> {
    if FILES.is_empty() && path == "index.html" {
        return Some(Asset {
            bytes: Cow::Borrowed(WITHOUT.as_bytes()),
            gzip: None,
            brotli: None,
            hash: Cow::Borrowed("without"),
        });
    }
    let at = FILES.binary_search_by(|file| file.path.cmp(path)).ok()?;
    let file = FILES.get(at)?;
    Some(Asset {
        bytes: Cow::Borrowed(file.bytes),
        gzip: file.gzip.map(Cow::Borrowed),
        brotli: file.brotli.map(Cow::Borrowed),
        hash: Cow::Borrowed(file.hash),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_a_start_page_and_it_keeps_to_the_policy() {
        let page = file("index.html").unwrap();
        let text = String::from_utf8_lossy(&page.bytes);
        assert!(!text.contains("style=") && !text.contains("<style") && !text.contains("onload"), "{text}");
        assert!(file("../Cargo.toml").is_none());
        assert!(FILES.is_sorted_by(|one, two| one.path < two.path));
    }
}
