// Serves the client from this device, so that it starts without a network.
//
// A version is stored whole before it serves anything; a newer one is stored beside it and waits until the person
// asks for it, so the program never changes under a running session. It never touches `/api`, nor anything of
// another origin. The words between double underscores are filled in by the build.

const VERSION = "__VERSION__";
const CACHE = `counterpose-${VERSION}`;
const FILES = __PRECACHE__.map((path) => new URL("." + path, self.location).href);
const TEXTS = Object.fromEntries(
  Object.entries(__TEXTS__).map(([language, path]) => [language, new URL("." + path, self.location).href]),
);
// Where pages keep the texts of the languages in use.
const SHELF = "texts-of-counterpose";
const HOME = new URL("./", self.location).href;

// Past the browser's own cache: the files must be those of this version, all of them.
const anew = (url) => new Request(url, { cache: "no-cache" });

// The texts of this version, of every language that is in use here.
async function bringTexts() {
  const shelf = await caches.open(SHELF);
  const kept = (await shelf.keys()).map(({ url }) => url);
  let languages = Object.keys(TEXTS).filter((one) => kept.some((url) => url.includes(`/texts-${one}-`)));
  if (languages.length === 0) {
    const asked = self.navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
    languages = [asked.find((one) => one in TEXTS) ?? "en"];
  }
  await shelf.addAll(languages.map((one) => TEXTS[one]).filter((url) => !kept.includes(url)).map(anew));
}

self.addEventListener("install", (event) => {
  const files = caches.open(CACHE).then((cache) => cache.addAll(FILES.map(anew)));
  event.waitUntil(Promise.all([files, bringTexts()]));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("counterpose-") && name !== CACHE) await caches.delete(name);
      }
      const shelf = await caches.open(SHELF);
      for (const request of await shelf.keys()) {
        if (!Object.values(TEXTS).includes(request.url)) await shelf.delete(request);
      }
      // The page that brought this worker is served by it from now on: offline from the first finished load.
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  // The open page answers a reminder that came as a push: { reminder: { n, due }, answer }.
  if (event.data?.reminder) event.waitUntil(answer(event.data.reminder, event.data.answer));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(HOME)) return;
  if (url.href.slice(HOME.length).startsWith("api/")) return;
  const wanted = request.mode === "navigate" ? HOME : url.href;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(wanted, { ignoreSearch: request.mode === "navigate" }))
      .then((stored) => stored ?? fetch(request)),
  );
});

// Reminders with the page closed (see push.js, which leaves words and addresses here; crates/server/src/reminders).
//
// A push says only which rule of the list is meant and when it was due; the words never leave this device.

const REMINDERS = "reminders";
const KEPT = new URL("./reminders/kept", self.location).href;
const UNSENT = new URL("./reminders/unsent", self.location).href;

async function kept(address) {
  const stored = await (await caches.open(REMINDERS)).match(address);
  return stored ? stored.json() : undefined;
}

async function keep(address, value) {
  await (await caches.open(REMINDERS)).put(address, new Response(JSON.stringify(value)));
}

self.addEventListener("push", (event) => event.waitUntil(remind(event)));

async function remind(event) {
  let said = {};
  try {
    said = event.data.json();
  } catch {
    // Whatever it was: a push must show something, so the plain words come.
  }
  const reminders = await kept(KEPT);
  if (Number.isInteger(said.n) && (await inSight())) return answer(said, "in-app");
  const words = reminders?.words?.[said.n] ?? reminders?.trial ?? { title: "Counterpose", body: "" };
  const actions = (Number.isInteger(said.n) && reminders?.actions) || [];
  await self.registration.showNotification(words.title, {
    body: words.body,
    lang: reminders?.language,
    icon: new URL("./icon-192.png", self.location).href,
    // One at a time: a newer one takes its place, also one that a page in the background shows.
    tag: Number.isInteger(said.n) ? "counterpose-reminder" : "counterpose-trial",
    silent: said.silent === true,
    actions,
    data: said,
  });
  await sendUnsent();
}

// A page that is in sight reminds by itself and writes down what became of it.
async function inSight() {
  const pages = await self.clients.matchAll({ type: "window" });
  return pages.some((page) => page.visibilityState === "visible");
}

self.addEventListener("notificationclick", (event) => {
  const { notification, action } = event;
  notification.close();
  event.waitUntil(action ? answer(notification.data ?? {}, action) : openPage());
});

async function openPage() {
  const pages = await self.clients.matchAll({ type: "window" });
  const page = pages.find((one) => one.url.startsWith(HOME));
  return page ? page.focus() : self.clients.openWindow(HOME);
}

// Tells the server; what cannot be told now is told with the next push or answer, within the day.
async function answer({ n, due }, said) {
  if (!Number.isInteger(n)) return;
  const unsent = (await kept(UNSENT)) ?? [];
  await keep(UNSENT, [...unsent, { n, due, answer: said }].slice(-20));
  await sendUnsent();
}

async function sendUnsent() {
  const reminders = await kept(KEPT);
  if (!reminders) return;
  const left = [];
  for (const one of (await kept(UNSENT)) ?? []) {
    const told = await fetch(`${reminders.address}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(one),
    }).catch(() => undefined);
    // What the server refuses for good it would refuse again.
    if (!told || told.status >= 500) left.push(one);
  }
  await keep(UNSENT, left.filter((one) => Date.now() - one.due < 86400000));
}

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew()));

async function renew() {
  const reminders = await kept(KEPT);
  if (!reminders) return;
  const options = { userVisibleOnly: true, applicationServerKey: reminders.key };
  const subscription = await self.registration.pushManager.subscribe(options);
  await fetch(`${reminders.address}/devices`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(subscription),
  });
}
