/** What a device believes of the lists that the site gives it: the root key that it was told first, and never an older list. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type KeyList, listToBeSigned, publishedList } from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { statusPath } from "#shared/signed-qr/status-list.ts";
import { CachesInMemory } from "../../support/caches-in-memory.ts";
import { aList, aSigner, type CardSigner, rawSignature } from "../../support/card-signer.ts";
import { someClaims, statusAt, statusFile } from "../../support/status-list.ts";

const hourMs = 3_600_000;
const keysPath = "/.well-known/kartu-asn/kunci.json";
const settingsPath = "/pindai/setelan.json";

const [root, otherRoot, card, status] = await Promise.all([
  aSigner(),
  aSigner(),
  aSigner(),
  aSigner(),
]);

/** What the site has at each path; nothing of a path that is missing arrives. */
let site: Map<string, string | Uint8Array>;
beforeEach(() => {
  site = new Map();
  vi.stubGlobal("caches", new CachesInMemory("https://kartu-asn.example"));
  vi.stubGlobal("fetch", async (path: string) => {
    const file = site.get(path);
    if (file === undefined) throw new TypeError("Failed to fetch");
    return new Response(new Uint8Array(Buffer.from(file)));
  });
  vi.useFakeTimers({ toFake: ["Date"], now: statusAt });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The page, opened anew: what it has asked before is forgotten, what the device keeps is not. */
async function opened() {
  vi.resetModules();
  return await import("../../../web/src/scan/known-lists.ts");
}

function gives({ rootKey = root, statusHours = 36 } = {}): void {
  const { x, y } = rootKey.key;
  site.set(settingsPath, JSON.stringify({ rootKey: { x, y }, statusHours }));
}

const listOf = (version: number, different: Partial<KeyList> = {}): KeyList => ({
  ...aList(card.key),
  ...{ version, statusKeys: [status.key], ...different },
});

async function publish(list: KeyList, signer: CardSigner = root): Promise<void> {
  const signature = lowS(await rawSignature(signer.privateKey, listToBeSigned(list)));
  site.set(keysPath, publishedList(list, signature));
}

async function believed(): Promise<string | Pick<KeyList, "version" | "host">> {
  const told = await (await opened()).known();
  return typeof told === "string" ? told : { version: told.list.version, host: told.list.host };
}

test("a list of the root key is believed, and stays when the site is out of reach", async () => {
  gives();
  await publish(listOf(3));
  expect(await believed()).toMatchObject({ version: 3 });

  site.clear();
  expect(await believed()).toMatchObject({ version: 3 });
});

test("a list under another root is none, also to a device that has none yet", async () => {
  gives();
  await publish(listOf(3), otherRoot);

  expect(await believed()).toBe("notKnown");
});

test("whoever changes the site's settings and its list together moves no device that has seen the root before", async () => {
  gives();
  await publish(listOf(3));
  expect(await believed()).toMatchObject({ version: 3, host: "kartu-asn.example" });

  gives({ rootKey: otherRoot });
  await publish(listOf(9, { host: "kartu-palsu.example" }), otherRoot);
  expect(await believed()).toMatchObject({ version: 3, host: "kartu-asn.example" });

  // The right one is taken again, so nothing of the false root was kept.
  await publish(listOf(4));
  expect(await believed()).toMatchObject({ version: 4 });
});

test("a list of a lower version is not taken in place of a higher one", async () => {
  gives();
  await publish(listOf(5));
  expect(await believed()).toMatchObject({ version: 5 });

  await publish(listOf(4, { keys: [] }));
  expect(await believed()).toMatchObject({ version: 5 });
  site.clear();
  expect(await believed()).toMatchObject({ version: 5 });
});

test("a list of the same version with other words is not taken", async () => {
  gives();
  await publish(listOf(5));
  expect(await believed()).toMatchObject({ host: "kartu-asn.example" });

  await publish(listOf(5, { host: "lain.example" }));
  expect(await believed()).toMatchObject({ version: 5, host: "kartu-asn.example" });
});

test("only the site's own word makes what is kept new again: of another list it does not", async () => {
  gives();
  await publish(listOf(5));
  await believed();
  const listAt = async () => {
    const told = await (await opened()).known();
    return typeof told === "string" ? told : told.listAt.getTime() - statusAt.getTime();
  };

  vi.setSystemTime(statusAt.getTime() + 20 * hourMs);
  await publish(listOf(4));
  expect(await listAt()).toBe(0);
  await publish(listOf(5));
  expect(await listAt()).toBe(0);
  site.delete(keysPath);
  expect(await listAt()).toBe(0);
});

test("the deployment says for how many hours lists are believed, also without the network", async () => {
  const hours = async () => {
    const told = await (await opened()).known();
    return typeof told === "string" ? told : told.statusHours;
  };
  gives({ statusHours: 12 });
  await publish(listOf(1));
  expect(await hours()).toBe(12);
  site.clear();
  expect(await hours()).toBe(12);
  gives({ statusHours: 100_000 });
  expect(await hours()).toBe(12);
});

test("a part of the status list that is older than the kept one is not taken", async () => {
  gives();
  await publish(listOf(1));
  const path = `/${statusPath(1)}`;
  const partOf = async (at: Date) => {
    site.set(path, await statusFile(status, someClaims({ issuedAt: at })));
    const { known, statusPart } = await opened();
    const told = await known();
    if (typeof told === "string") throw new Error(told);
    const part = await statusPart(1, told.list, { patience: 1000, fresh: 0 });
    return typeof part === "object" ? part.issuedAt : part;
  };

  expect(await partOf(statusAt)).toEqual(statusAt);
  expect(await partOf(new Date(statusAt.getTime() - hourMs))).toEqual(statusAt);
});
