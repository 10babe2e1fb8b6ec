/**
 * Keeps one page on the device, so that it opens without a network: the page itself and the files that it names, each under an address
 * that has a hash of its content. Nothing else is answered here, and never an answer of the API.
 *
 * A new version is kept beside the old one, and answers once no page of the old one is open any more: so an open page finds all its
 * files, also when the site no longer has them.
 */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** Of a service worker's global object, which TypeScript has in a library that knows no pages. */
interface Scope {
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: "install" | "activate", act: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", act: (event: FetchEvent) => void): void;
}
declare const self: Scope;

const kept = import.meta.env.KEPT_PAGE;
if (!kept) throw new Error("The build names no page.");
const { page, version, named, files, later } = kept;
const family = `kartu-page ${page} `;
const name = family + version;
const whatever = { ignoreVary: true };

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  const isOurs = mode === "navigate" ? pathname === page : files.includes(pathname);
  if (isOurs) event.respondWith(answered(event.request, pathname));
  else if (later.includes(pathname)) event.respondWith(keptFromNowOn(pathname));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(name);
  await Promise.all([
    keepPage(cache),
    ...files.map(async (file) => cache.put(file, (await keptOf(file)) ?? (await fetched(file)))),
    // What somebody has used is not loaded again for a new version.
    ...later.map(async (file) => {
      const known = await keptOf(file);
      if (known) await cache.put(file, known);
    }),
  ]);
}

/** During a deployment the page may still be, or already be, another release's: then this version waits for its own. */
async function keepPage(cache: Cache): Promise<void> {
  const answer = await fetched(page, "reload");
  const html = await answer.clone().text();
  if (!named.every((file) => html.includes(file)))
    throw new Error("The page is another release's.");
  await cache.put(page, answer);
}

/** Only now are no pages of older versions open. The very first version takes the page that brought it. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((each) => each.startsWith(family) && each !== name);
  await Promise.all(older.map((each) => caches.delete(each)));
  await self.clients.claim();
}

/** A browser may take away what was kept: then the network answers. */
async function answered(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(name);
  return (await cache.match(address, whatever)) ?? (await fetch(request));
}

async function keptFromNowOn(address: string): Promise<Response> {
  const known = await keptOf(address);
  if (known) return known;
  const answer = await fetched(address);
  const cache = await caches.open(name);
  await cache.put(address, answer.clone());
  return answer;
}

/** From any version: what has this address never changes. */
function keptOf(file: string): Promise<Response | undefined> {
  return caches.match(file, whatever);
}

async function fetched(address: string, cache: RequestCache = "default"): Promise<Response> {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address} was not answered.`);
  return answer;
}
