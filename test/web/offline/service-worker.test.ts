/** The service worker as it is built, in a browser's place: with caches, a network, and the events that a browser sends. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bundleServiceWorker } from "../../../web/build/bundle-service-worker.ts";

const origin = "https://kartu-asn.example";
const [script, part, large] = ["/assets/a-11111111.js", "/assets/b-22222222.js", "/assets/c.wasm"];
const html = `<script src="${script}"></script>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kartu-sw-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a browser keeps for an origin. */
class Caches {
  readonly all = new Map<string, Map<string, Response>>();
  readonly keys = async () => [...this.all.keys()];
  readonly delete = async (name: string) => this.all.delete(name);
  readonly open = async (name: string) => {
    const files = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, files);
    return {
      put: async (address: string, answer: Response) => void files.set(address, answer),
      match: async (address: string) => files.get(address)?.clone(),
    };
  };
  readonly match = async (address: string) =>
    [...this.all.values()]
      .find((files) => files.has(address))
      ?.get(address)
      ?.clone();
}

/** The site; an address that it lacks is answered with 404, and while it is away none. */
let site: Record<string, string>;
let isAway: boolean;
let asked: string[];
let caches: Caches;
beforeEach(() => {
  site = { "/pindai/": html, [script]: "1", [part]: "2", [large]: "3" };
  [isAway, asked, caches] = [false, [], new Caches()];
});

async function aWorker(page: string = html, files: readonly string[] = [script, part]) {
  await bundleServiceWorker({ page: "/pindai/", html: page, files, later: [large] }, folder);
  const code = await readFile(join(folder, "pindai", "sw.js"), "utf8");
  const acts = new Map<string, (event: object) => void>();
  const fetch = async (address: string | { url: string }) => {
    const path = typeof address === "string" ? address : new URL(address.url).pathname;
    asked.push(path);
    if (isAway) throw new TypeError("No network.");
    const found = site[path];
    return new Response(found ?? "", { status: found === undefined ? 404 : 200 });
  };
  const self = {
    clients: { claim: async () => undefined },
    addEventListener: (type: string, act: (event: object) => void) => acts.set(type, act),
  };
  runInContext(code, createContext({ self, caches, fetch, URL, location: { origin } }));
  const send = async (type: string, event: object = {}) => {
    const works: unknown[] = [];
    const take = (work: unknown) => void works.push(work);
    acts.get(type)?.({ ...event, waitUntil: take, respondWith: take });
    return (await Promise.all(works))[0];
  };
  return {
    install: () => send("install"),
    activate: () => send("activate"),
    /** @returns undefined when the browser asks the network itself */
    async get(path: string, mode = "cors", method = "GET") {
      const answer = await send("fetch", { request: { method, mode, url: origin + path } });
      return answer instanceof Response ? answer.text() : undefined;
    },
  };
}

test("after its first visit the page opens without a network, with its files; what is large only if it was used", async () => {
  const worker = await aWorker();
  await worker.install();
  await worker.activate();
  expect(asked).not.toContain(large);
  isAway = true;

  expect(await worker.get("/pindai/", "navigate")).toBe(html);
  expect(await worker.get(part)).toBe("2");
  await expect(worker.get(large)).rejects.toThrow("No network.");
  isAway = false;
  await worker.get(large);
  isAway = true;
  expect(await worker.get(large)).toBe("3");
});

test("nothing else is answered: no other page, no API, nothing that is sent", async () => {
  const worker = await aWorker();
  await worker.install();

  expect(await worker.get("/kartu/", "navigate")).toBeUndefined();
  expect(await worker.get("/api/verify/captcha")).toBeUndefined();
  expect(await worker.get("/.well-known/kartu-asn/kunci.json")).toBeUndefined();
  expect(await worker.get(script, "cors", "POST")).toBeUndefined();
});

test("a page of another release is not kept, nor one of which a file is missing", async () => {
  const worker = await aWorker();
  site["/pindai/"] = html.replace("11111111", "33333333");
  await expect(worker.install()).rejects.toThrow("another release");
  caches.all.clear();
  site = { "/pindai/": html, [script]: "1" };
  await expect(worker.install()).rejects.toThrow("not answered");
});

test("a new version takes over what has not changed, and takes the old one away only when it begins to answer", async () => {
  const old = await aWorker();
  await old.install();
  await old.activate();
  await old.get(large);
  const next = html.replace("11111111", "44444444");
  const newScript = script.replace("11111111", "44444444");
  site = { "/pindai/": next, [newScript]: "4" };
  asked = [];
  const worker = await aWorker(next, [newScript, part]);
  await worker.install();
  expect(asked).toEqual(["/pindai/", newScript]);
  // A page of the old version is open, and the site has its files no more.
  expect(await old.get("/pindai/", "navigate")).toBe(html);
  expect(await old.get(script)).toBe("1");

  await worker.activate();
  isAway = true;
  expect(caches.all.size).toBe(1);
  expect(await worker.get("/pindai/", "navigate")).toBe(next);
  expect(await worker.get(large)).toBe("3");
});

test("what a browser has taken away comes from the network again", async () => {
  const worker = await aWorker();
  await worker.install();
  caches.all.clear();

  expect(await worker.get("/pindai/", "navigate")).toBe(html);
});
