/**
 * The service worker of the card's page: without the network it answers with the page that shows the last card. All else goes its way, and
 * no answer of ours is kept here.
 */
import { language } from "../language.ts";

const files = (import.meta.env.OFFLINE_FILES ?? "").split(" ");
const [page = ""] = files;
const ofThisLanguage = `kartu-luring ${language} `;
/** Another release has another page, or the same one with other files. */
const cacheName = `${ofThisLanguage}${import.meta.env.OFFLINE_VERSION}`;
/** A link that hangs is as good as none; whoever stands at a counter does not wait a minute. */
const patienceMs = 10_000;

addEventListener("install", (event) => event.waitUntil(keepFiles()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") event.respondWith(answer(event));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(ofThisLanguage) && name !== cacheName) await caches.delete(name);
  // The request need not wait until this worker has started.
  await registration.navigationPreload?.enable();
}

async function answer({ request, preloadResponse }: FetchEvent): Promise<Response> {
  const asked = Promise.resolve(preloadResponse).then((early) => early ?? fetch(request));
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answered = await Promise.race([asked.catch(() => undefined), late]);
  if (answered) return answered;
  return (await keptFile(page)) ?? asked;
}

async function keptFile(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(address);
}
