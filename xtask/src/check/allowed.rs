//! Which dependency may stand in which crate, and why it is there at all: the one table.
//!
//! A new dependency needs a line here, which is where somebody asks whether it is worth it. ARCHITECTURE.md shows
//! the table.

/// One dependency from outside.
pub struct Outside {
    /// The package.
    pub name: &'static str,
    /// What it does for us, in a few words.
    pub why: &'static str,
    /// The crates that may name it, without the prefix; `build:` and `dev:` allow only that kind.
    pub crates: &'static [&'static str],
}

const fn outside(name: &'static str, why: &'static str, crates: &'static [&'static str]) -> Outside {
    Outside { name, why, crates }
}

/// Every dependency from outside.
pub const OUTSIDE: &[Outside] = &[
    outside("aes-gcm", "encrypts what is pushed to a device", &["server"]),
    outside("argon2", "makes guessing passwords slow", &["server"]),
    outside("axum", "routes of the server", &["server"]),
    outside("base64", "keys and tokens as the web writes them", &["server"]),
    outside("cargo_metadata", "the workspace as cargo sees it", &["xtask"]),
    outside("clap", "arguments and help of the command line", &["cli"]),
    outside("brotli", "compresses the client once, at build, a fifth smaller", &["xtask"]),
    outside("flate2", "compresses the client once, at build", &["xtask", "build:cli"]),
    outside("fluent-bundle", "what our own filling in of texts is held to", &["dev:content"]),
    outside("fluent-syntax", "reads the texts, at build", &["build:content", "dev:content", "xtask"]),
    outside("futures", "waiting for several things at once", &["dev:store", "dev:server", "web", "e2e"]),
    outside("getrandom", "the system's randomness for keys, addresses and tokens", &["server"]),
    outside("hkdf", "keys for what is pushed to a device", &["server"]),
    outside("idb", "IndexedDB as futures", &["web"]),
    outside(
        "jiff",
        "civil dates",
        &["coach", "journal", "app", "cli", "dev:store", "server", "testkit", "probe"],
    ),
    outside("js-sys", "JavaScript's own values", &["web", "probe"]),
    outside("leptos", "the pages, rendered in the browser", &["web"]),
    outside("libm", "mathematics with the same bits everywhere", &["quantity"]),
    outside("p256", "the server's key towards push services, and agreement with a device", &["server"]),
    outside("postcard", "the library as compact bytes", &["content", "build:content"]),
    outside("proptest", "laws as properties", &["dev:*", "testkit"]),
    outside(
        "serde",
        "data in and out",
        &[
            "quantity",
            "body",
            "coach",
            "content",
            "build:content",
            "journal",
            "figure",
            "app",
            "web",
            "server",
            "cli",
            "testkit",
            "probe",
            "xtask",
        ],
    ),
    outside(
        "serde_json",
        "JSON at the edges",
        &["coach", "journal", "app", "web", "server", "cli", "testkit", "probe", "xtask", "e2e", "dev:*"],
    ),
    outside("rustc-demangle", "names of functions in the table of sizes", &["xtask"]),
    outside(
        "sha2",
        "content hashes for names; hashes of addresses and tokens",
        &["xtask", "build:cli", "server"],
    ),
    outside("sqlx", "SQLite and PostgreSQL", &["store"]),
    outside("thirtyfour", "drives a real browser", &["e2e"]),
    outside(
        "thiserror",
        "errors with words",
        &[
            "quantity",
            "body",
            "coach",
            "content",
            "build:content",
            "journal",
            "figure",
            "app",
            "web",
            "store",
            "server",
            "cli",
        ],
    ),
    outside("tokio", "the server's runtime", &["store", "server", "cli", "e2e"]),
    outside("tokio-rustls", "the encrypted line, without OpenSSL", &["server"]),
    outside("toml", "reads the library's files", &["build:content", "dev:content", "xtask"]),
    outside("tower-http", "limits, headers and compression of the server", &["server"]),
    outside("tracing", "what the server says about itself", &["store", "server", "cli"]),
    outside("tracing-subscriber", "prints it", &["cli"]),
    outside("unic-langid", "names of languages for the same", &["dev:content"]),
    outside("ureq", "writes to push services over https, without OpenSSL", &["server"]),
    outside(
        "uuid",
        "identifiers that sort by time",
        &["journal", "app", "web", "store", "server", "cli", "testkit", "dev:*", "probe"],
    ),
    outside("wasm-bindgen", "the border to JavaScript", &["web", "probe"]),
    outside("walrus", "the module as that generator hands it over, made smaller", &["xtask"]),
    outside("wasm-bindgen-cli-support", "makes the glue for that border", &["xtask"]),
    outside("wasm-bindgen-futures", "promises as futures", &["web", "probe"]),
    outside("web-sys", "the browser's own functions", &["web", "probe"]),
];

/// Which of our crates may name which (all without the prefix). The layers forbid cycles; this forbids short cuts.
pub const OURS: &[(&str, &[&str])] = &[
    ("quantity", &[]),
    ("body", &["quantity"]),
    ("coach", &["quantity"]),
    ("content", &["quantity", "body", "coach"]),
    ("journal", &["quantity", "coach"]),
    ("figure", &["quantity", "body", "content"]),
    ("app", &["quantity", "body", "coach", "content", "journal", "figure"]),
    ("web", &["quantity", "body", "coach", "content", "journal", "figure", "app"]),
    ("store", &["journal"]),
    ("server", &["coach", "journal"]),
    ("cli", &["quantity", "body", "coach", "content", "journal", "figure", "store", "server"]),
    ("testkit", &["quantity", "coach", "journal"]),
    ("probe", &["quantity", "body", "coach", "content", "journal", "figure", "app", "web", "testkit"]),
    ("xtask", &[]),
    ("e2e", &[]),
];

/// The crates without clock, files, threads or chance.
pub const PURE: &[&str] = &["quantity", "body", "coach", "content", "journal", "figure", "app"];

/// What no pure crate may reach, however far down.
pub const IMPURE: &[&str] =
    &["rand", "getrandom", "tokio", "mio", "wasm-bindgen", "js-sys", "web-sys", "sqlx", "axum"];

/// Licences that a linked crate may carry, by their SPDX identifiers.
pub const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
