/**
 * The service worker of a page that works without the network. It keeps the page's own files, of one release together, and no answer of an
 * API. All else goes its way.
 */

const name = import.meta.env.OFFLINE_NAME ?? "";
const isFirst = Boolean(import.meta.env.OFFLINE_FIRST);
const files = listed(import.meta.env.OFFLINE_FILES);
/** Large ones, which are kept once somebody needed them; a release that has the same ones keeps them. */
const laterFiles = listed(import.meta.env.OFFLINE_LATER);
const page = import.meta.env.OFFLINE_PAGE ?? "";
/** What the page's HTML names. */
const ofPage = listed(import.meta.env.OFFLINE_OF_PAGE);
/** Another release has another page, or the same one with other files. */
const ofRelease = `${name} ${import.meta.env.OFFLINE_VERSION}`;
/** Of all languages: they have the same ones. */
const later = `${import.meta.env.OFFLINE_LATER_NAME} later`;
/** A link that hangs is as good as none; whoever stands at a counter does not wait a minute. */
const patienceMs = 10_000;

addEventListener("install", (event) => event.waitUntil(keepFiles()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(isFirst ? keptPage(event) : answer(event));
  else if (laterFiles.includes(pathname)) event.respondWith(keptLater(request));
  else if (files.includes(pathname)) event.respondWith(keptFile(request));
});

/** @throws when the page is of another release, as in the middle of a deployment: the browser tries again at the next visit */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(ofRelease);
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
  const html = (await (await cache.match(page))?.text()) ?? "";
  if (!ofPage.every((file) => html.includes(file))) {
    await caches.delete(ofRelease);
    throw new Error("The page is of another release.");
  }
}

async function takeOver(): Promise<void> {
  for (const each of await caches.keys())
    if (each.startsWith(`${name} `) && ![ofRelease, later].includes(each))
      await caches.delete(each);
  const cache = await caches.open(later);
  for (const request of await cache.keys())
    if (!laterFiles.includes(new URL(request.url).pathname)) await cache.delete(request);
  // The request need not wait until this worker has started.
  if (!isFirst) await registration.navigationPreload?.enable();
  // What somebody prepares on the first visit goes through this worker, and stays.
  else await clients.claim();
}

/** The site's page, or ours if that does not come. */
async function answer({ request, preloadResponse }: FetchEvent): Promise<Response> {
  const asked = Promise.resolve(preloadResponse).then((early) => early ?? fetch(request));
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answered = await Promise.race([asked.catch(() => undefined), late]);
  return answered ?? (await kept(ofRelease, page)) ?? asked;
}

/** At once, with the files of the same release; the browser looks for a newer worker meanwhile. */
async function keptPage({ request }: FetchEvent): Promise<Response> {
  return (await kept(ofRelease, page)) ?? fetch(request);
}

async function keptFile(request: Request): Promise<Response> {
  return (await kept(ofRelease, request)) ?? fetch(request);
}

async function keptLater(request: Request): Promise<Response> {
  const before = await kept(later, request);
  if (before) return before;
  const answered = await fetch(request);
  const cache = await caches.open(later);
  // A browser without room works as long as there is a network.
  if (answered.ok) await cache.put(request, answered.clone()).catch(() => {});
  return answered;
}

async function kept(cacheName: string, asked: Request | string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(asked, { ignoreVary: true });
}

function listed(text: string | undefined): readonly string[] {
  return text ? text.split(" ") : [];
}
