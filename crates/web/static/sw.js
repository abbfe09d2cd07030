// Serves the client from this device, so that it starts without a network.
//
// A version is stored whole before it serves anything; a newer one is stored beside it and waits until the person
// asks for it, so the program never changes under a running session. It never touches `/api`, nor anything of
// another origin. The words between double underscores are filled in by the build.

const VERSION = "__VERSION__";
const CACHE = `counterpose-${VERSION}`;
const FILES = __PRECACHE__.map((path) => new URL("." + path, self.location).href);
const HOME = new URL("./", self.location).href;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      // Past the browser's own cache: the files must be those of this version, all of them.
      cache.addAll(FILES.map((url) => new Request(url, { cache: "no-cache" }))),
    ),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("counterpose-") && name !== CACHE) await caches.delete(name);
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
