//! The browser client: compiled, given its JavaScript glue, named by content, compressed, measured.
//!
//! Everything ends in `target/client`, which `crates/cli/build.rs` carries inside the binary. The same source gives
//! the same bytes. A second call with nothing changed costs a second.

pub mod assemble;
mod bindgen;
mod sizes;
mod slim;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use crate::packages::Install;
use crate::shell::{self, During, Outcome, failure};
use crate::{hash, place, wasm_std};

/// What the whole client may weigh over the wire, compressed, in bytes. The aim is 600,000; the way there is to leave
/// out what is only read (evidence, sources) until a page asks for it. Raised from 700,000 when the diary, the verdict,
/// charts and reminders came in (96,000 more); it comes down with the work on that.
pub const BUDGET_BYTES: u64 = 850_000;

/// How to compile it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// The one that is shipped.
    Full,
    /// Quick to build, slow and large: for trying things.
    Fast,
}

impl Profile {
    /// The name of the cargo profile.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "client",
            Self::Fast => "client-fast",
        }
    }
}

/// The sources that decide what becomes of the compiled module: a change in them makes a finished client stale.
const RECIPE: [&str; 5] = [
    include_str!("mod.rs"),
    include_str!("assemble.rs"),
    include_str!("bindgen.rs"),
    include_str!("texts.rs"),
    include_str!("slim.rs"),
];

/// Builds the client; the folder it lies in.
pub fn build(profile: Profile, install: Install) -> Outcome<PathBuf> {
    let way = wasm_std::ensure(install)?;
    shell::run(
        way.cargo_build()?
            .args(["--locked", "--package", "counterpose-web", "--bin", "counterpose-web"])
            .args(["--profile", profile.name()]),
    )?;
    let module = way.products(profile.name()).join("counterpose-web.wasm");
    let wasm = fs::read(&module).during(|| format!("read {}", module.display()))?;
    let statics = assemble::read_folder(&place::root().join("crates/web/static"))?;
    let packs = texts::packs(&place::root().join("content/text"))?;
    for (language, pack) in &packs {
        if carries(&wasm, pack) {
            return Err(failure(format!(
                "the client carries the texts of `{language}` inside; it fetches them"
            )));
        }
    }

    let stamp_file = place::own().join("client.stamp");
    let stamp = stamp(&wasm, &statics, &packs);
    let folder = place::client();
    if fs::read_to_string(&stamp_file).ok().as_deref() != Some(&stamp) || !folder.is_dir() {
        fs::remove_file(&stamp_file).ok();
        let glued = bindgen::glue(&module)?;
        let files = assemble::assemble(glued, statics, packs)?;
        assemble::write_folder(&folder, &files)?;
        fs::create_dir_all(place::own()).during(|| "create the folder of this tool".to_owned())?;
        fs::write(&stamp_file, &stamp).during(|| format!("write {}", stamp_file.display()))?;
    }
    let weight = report(&folder)?;
    if profile == Profile::Full && weight > BUDGET_BYTES {
        return Err(failure(format!(
            "the client weighs {weight} bytes compressed; the budget is {BUDGET_BYTES}"
        )));
    }
    Ok(folder)
}

/// Prints where the bytes of the built module are.
pub fn sizes(profile: Profile, install: Install, name: Option<&str>) -> Outcome<()> {
    let way = wasm_std::ensure(install)?;
    sizes::print(&way.products(profile.name()).join("counterpose-web.wasm"), name)
}

/// Builds the probe (the core and the keeper for a page of their own); the folder it lies in.
pub fn probe(install: Install) -> Outcome<PathBuf> {
    let way = wasm_std::ensure(install)?;
    shell::run(
        way.cargo_build()?
            .args(["--locked", "--package", "counterpose-probe", "--lib"])
            .args(["--profile", Profile::Full.name()]),
    )?;
    let module = way.products(Profile::Full.name()).join("counterpose_probe.wasm");
    let folder = place::target().join("probe");
    let mut files = bindgen::glue_into(&module, "probe", &place::own().join("bindgen-probe"))?;
    files.insert("index.html".to_owned(), b"<!doctype html><title>Probe</title>\n".to_vec());
    assemble::write_folder(&folder, &files)?;
    Ok(folder)
}

/// Whether a module holds a pack: its first bytes are like no others.
fn carries(wasm: &[u8], pack: &[u8]) -> bool {
    let head = pack.get(..200.min(pack.len())).unwrap_or_default();
    wasm.windows(head.len().max(1)).any(|window| window == head)
}

fn stamp(wasm: &[u8], statics: &assemble::Files, packs: &assemble::Files) -> String {
    let recipe = RECIPE.iter().map(|text| text.as_bytes());
    let files = statics.iter().chain(packs).flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
    hash::of(recipe.chain([wasm]).chain(files))
}

/// Prints what each file weighs and returns the weight of all that one person loads, compressed where it is
/// compressed: of the language packs that is one, and the heaviest is counted.
fn report(folder: &Path) -> Outcome<u64> {
    let files = assemble::read_folder(folder)?;
    let (mut total, mut heaviest_pack) = (0, 0);
    println!("{:>10} {:>10}  file", "bytes", "sent");
    let is_packed = |name: &str| name.ends_with(".gz") || name.ends_with(".br");
    for (name, bytes) in files.iter().filter(|(name, _)| !is_packed(name)) {
        let sent = files.get(&format!("{name}.br")).unwrap_or(bytes).len() as u64;
        if name.starts_with(texts::STEM) {
            heaviest_pack = sent.max(heaviest_pack);
        } else {
            total += sent;
        }
        println!("{:>10} {sent:>10}  {name}", bytes.len());
    }
    total += heaviest_pack;
    println!("{:>10} {total:>10}  in one language; {} of the budget of {BUDGET_BYTES}", "", percent(total));
    Ok(total)
}

fn percent(total: u64) -> String {
    format!("{} %", total * 100 / BUDGET_BYTES)
}
