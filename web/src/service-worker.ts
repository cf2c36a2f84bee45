// Keeps the whole app on the device, so that it opens without a network. What the server
// answers is never kept here: the history is the app's own.
export {};

declare const self: ServiceWorkerGlobalScope;

const CACHE = `koalens-${BUILD}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      // Past the browser's own cache, which may hold what is older.
      cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))),
    ),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") {
    void self.skipWaiting();
  }
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === self.location.origin) {
    const page = request.mode === "navigate" && new URL(request.url).pathname === scopePath();
    const known = page
      ? caches.match("./", { cacheName: CACHE, ignoreVary: true })
      : knownFile(request);
    if (known !== null) {
      event.respondWith(known.then((found) => found ?? fetch(request)));
    }
  }
});

function scopePath(): string {
  return new URL(self.registration.scope).pathname;
}

function knownFile(request: Request): Promise<Response | undefined> | null {
  const file = request.url.slice(self.registration.scope.length);
  return FILES.includes(file)
    ? caches.match(request, { cacheName: CACHE, ignoreVary: true })
    : null;
}
