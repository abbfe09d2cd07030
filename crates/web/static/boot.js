// Starts the client, keeps it available offline, and stands in for it when it fails.
//
// Plain JavaScript, because it must still work when the rest does not. The words between double underscores are
// filled in by the build (see xtask/src/client/assemble.rs). With the Rust side it shares:
//   html[data-server="none"]                  nothing answers behind this page: it lies on a host for plain files
//   event "counterpose-panic" (detail: text)  the client stopped for good: show the recovery page
//   event "counterpose-restart"               the person wants the new version now
//   html[data-offline="ready"]                everything needed offline is stored and this page is served from it
//   html[data-update="ready"]                 a newer version is stored and waits
//   event "counterpose-worker"                one of the two marks above has just been set
//   counterposeTexts(language)                the texts of a language as bytes, from this device or from the server
//   localStorage "counterpose-language"       the language chosen last, written by the Rust side
//   events "counterpose-remind", "-reminded"  reminders with the page closed: see push.js
//   html[data-offline-failed]                 why the page will not start offline, in English

const GLUE = new URL("." + "__GLUE__", import.meta.url).href;
const WASM = new URL("." + "__WASM__", import.meta.url).href;
const TEXTS = __TEXTS__;
// Where the texts of the languages in use are kept; the service worker brings them up to date.
const SHELF = "texts-of-counterpose";
const DATABASE = "counterpose";
const page = document.documentElement;
let stopped = false;

function mark(name, value) {
  page.dataset[name] = value;
  window.dispatchEvent(new CustomEvent("counterpose-worker"));
}

// The language the app will most likely start in: fetched while the module is on its way. The client decides itself,
// by the same order; a wrong guess costs one request.
function likelyLanguage() {
  let chosen;
  try {
    chosen = localStorage.getItem("counterpose-language");
  } catch {
    // Storing is forbidden here.
  }
  const asked = new URLSearchParams(location.search).get("lang");
  const kinds = [asked, chosen, ...navigator.languages].map((tag) => tag?.toLowerCase().split(/[-_.]/)[0]);
  return kinds.find((kind) => Object.hasOwn(TEXTS, kind)) ?? "en";
}

const shelved = [];

async function fetchTexts(language) {
  const url = new URL("." + TEXTS[language], import.meta.url).href;
  const shelf = await globalThis.caches?.open(SHELF).catch(() => undefined);
  const kept = await shelf?.match(url);
  const answer = kept ?? (await fetch(url));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  // Where there is no room the app works all the same, as long as there is a network.
  if (!kept && shelf) shelved.push(shelf.put(url, answer.clone()).catch(() => {}));
  return new Uint8Array(await answer.arrayBuffer());
}

const fetched = new Map();

globalThis.counterposeTexts = (language) => {
  if (!fetched.has(language)) {
    const texts = fetchTexts(language);
    texts.catch(() => fetched.delete(language));
    fetched.set(language, texts);
  }
  return fetched.get(language);
};

async function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  await Promise.all(shelved);
  const workers = navigator.serviceWorker;
  let asked = false;
  const served = () => workers.controller && mark("offline", "ready");
  workers.addEventListener("controllerchange", () => (asked ? location.reload() : served()));
  served();
  try {
    const registration = await workers.register(new URL("./sw.js", import.meta.url), { updateViaCache: "none" });
    const waiting = () => {
      if (registration.waiting && workers.controller) mark("update", "ready");
    };
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", waiting);
    });
    waiting();
    window.addEventListener("counterpose-restart", () => {
      asked = true;
      if (registration.waiting) registration.waiting.postMessage("take-over");
      else location.reload();
    });
    document.addEventListener("visibilitychange", () => {
      // Without a network this fails, and that is fine.
      if (document.visibilityState === "visible") registration.update().catch(() => {});
    });
  } catch (error) {
    page.dataset.offlineFailed = String(error);
  }
}

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    // There was no database: leave none behind.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another tab holds the database: close it and try again"));
  });
}

function stored(database, store, ask) {
  return new Promise((resolve, reject) => {
    const request = ask(database.transaction(store, "readonly").objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// The same file that the app itself saves: every entry stands in it exactly as it was stored.
async function exportData() {
  const database = await openDatabase();
  try {
    const rows = await stored(database, "entries", (entries) => entries.getAll());
    const device = await stored(database, "values", (values) => values.get("device"));
    const head = { format: "counterpose-journal", version: 1, exported_at_ms: Date.now(), device };
    const entries = rows.map((row) => row.text).join(",\n");
    const text = `${JSON.stringify(head).slice(0, -1)},"entries":[\n${entries}\n]}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `counterpose-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return rows.length;
  } finally {
    database.close();
  }
}

function recover(error) {
  if (stopped) return;
  stopped = true;
  const language = page.lang.split("-")[0];
  const template = document.getElementById(`recovery-${language}`) ?? document.getElementById("recovery-en");
  const shown = template.content.cloneNode(true);
  const said = shown.querySelector("[data-show=said]");
  shown.querySelector("[data-show=error]").textContent = String(error?.stack ?? error);
  shown.querySelector("[data-do=reload]").addEventListener("click", async () => {
    // If a newer version is waiting, it may be the one that works.
    const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
    registration?.waiting?.postMessage("take-over");
    location.reload();
  });
  shown.querySelector("[data-do=export]").addEventListener("click", async () => {
    try {
      said.textContent = said.dataset.saved.replace("…", await exportData());
    } catch (problem) {
      said.textContent = `${said.dataset.unread} ${problem?.message ?? problem}`;
    }
  });
  document.body.replaceChildren(shown);
  page.dataset.stopped = "yes";
  document.querySelector("h1").focus();
}

window.addEventListener("counterpose-remind", async (event) => {
  const { remind } = await import(new URL("./push.js", import.meta.url).href);
  remind(JSON.parse(event.detail));
});
window.addEventListener("counterpose-panic", (event) => recover(event.detail));
window.addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) recover(event.error);
});
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) recover(event.reason);
});

const language = likelyLanguage();
page.lang = language;
const waits = document.querySelector(".start-wait");
if (waits?.dataset[language]) waits.textContent = waits.dataset[language];
globalThis.counterposeTexts(language).catch(() => {});

try {
  const glue = await import(GLUE);
  await glue.default({ module_or_path: WASM });
} catch (error) {
  recover(error);
}
keepOffline();
