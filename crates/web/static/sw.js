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
