/**
 * What this browser knows for checks without the network: the deployment's settings with the root key, the list of keys, and parts of the
 * status list. Nothing of a card is kept. A newer one takes the place of an older one, never the other way round.
 */
import { type KeyList, openKeyList } from "#shared/signed-qr/key-list.ts";
import type { PublicKey } from "#shared/signed-qr/p256.ts";
import { openStatusList, type StatusList, statusPath } from "#shared/signed-qr/status-list.ts";
import { scanCache, scanSettingsPath } from "./addresses.ts";

interface ScanSettings {
  /** Null where the deployment has set none: then nothing can be checked without the network. */
  readonly rootKey: PublicKey | null;
  /** How old the status list may be for «sah». */
  readonly statusHours: number;
}

const keysAddress = "/.well-known/kartu-asn/kunci.json";
const partAddress = (part: number) => `/${statusPath(part)}`;
/** Whoever stands at a counter does not wait longer for something newer. */
const patienceMs = 4000;
/** For so long nothing newer is asked for: caches keep lists that long anyway. */
const freshMs = 3_600_000;

/**
 * The root key is the first one that this device was told: whoever could change the site's files later cannot bring another list of keys to
 * who has the page. @throws TypeError when none ever arrived
 */
async function settings(): Promise<ScanSettings> {
  const [came, before] = await Promise.all([fetched(scanSettingsPath), kept(scanSettingsPath)]);
  const ofSite = came === "absent" ? undefined : settingsIn(came);
  const ofDevice = settingsIn(before?.bytes);
  const newest = ofSite ?? ofDevice;
  if (!newest) throw new TypeError("The settings did not arrive.");
  const { statusHours } = newest;
  const both = { rootKey: ofDevice?.rootKey ?? newest.rootKey, statusHours };
  await keep(scanSettingsPath, new TextEncoder().encode(JSON.stringify(both)));
  return both;
}

/** @returns undefined when it is none, whatever else lies there */
function settingsIn(bytes: Bytes | undefined): ScanSettings | undefined {
  try {
    const { rootKey, statusHours } = JSON.parse(bytes ? textOf(bytes) : "null");
    const isKey = (key: PublicKey) => [key.x, key.y].every((part) => /^[\w-]{43}$/.test(part));
    const isRight = Number.isInteger(statusHours) && statusHours > 0 && statusHours <= 168;
    return isRight && (rootKey === null || isKey(rootKey)) ? { rootKey, statusHours } : undefined;
  } catch {
    return undefined;
  }
}

/** Why nothing can be checked here: it says what to do. */
export type Unready = "notSetUp" | "notKnown" | "tooOld";

export interface Knowledge {
  /** For so long keys and states are believed, from when this device last had them of the site. */
  readonly statusHours: number;
  readonly list: KeyList;
  /** When the site last gave this list, or a later one. */
  readonly listAt: Date;
}

let knowledge: { readonly asked: Promise<Knowledge | Unready>; readonly at: number } | undefined;

/** The list of keys and what goes with it. @returns why there is none */
export function known(): Promise<Knowledge | Unready> {
  if (!knowledge || performance.now() - knowledge.at > freshMs)
    knowledge = { asked: ask(), at: performance.now() };
  const { asked } = knowledge;
  // What did not come of the site is asked for anew.
  void asked.then((told) => {
    const isOfSite = typeof told !== "string" && Date.now() - told.listAt.getTime() < freshMs;
    if (!isOfSite && knowledge?.asked === asked) knowledge = undefined;
  });
  return asked;
}

async function ask(): Promise<Knowledge | Unready> {
  // Safari before 16.4, Firefox before 113.
  if (!("DecompressionStream" in globalThis)) return "tooOld";
  // Both at once: each may take as long as anybody is patient.
  const keysCame = fetched(keysAddress);
  const told = await settings().catch(() => undefined);
  if (!told) return "notKnown";
  const { rootKey, statusHours } = told;
  if (!rootKey) return "notSetUp";
  const keys = await keyList(rootKey, await keysCame);
  return keys ? { statusHours, ...keys } : "notKnown";
}

/** @returns undefined when this device has none that the root key signed */
async function keyList(
  root: PublicKey,
  came: Bytes | "absent" | undefined,
): Promise<Pick<Knowledge, "list" | "listAt"> | undefined> {
  const before = await kept(keysAddress);
  const newest = came instanceof Uint8Array ? came : undefined;
  const [ofSite, ofDevice] = [await opened(newest, root), await opened(before?.bytes, root)];
  const isSame = newest !== undefined && before && textOf(newest) === textOf(before.bytes);
  // One of the same version that says something else is not the next one.
  if (newest && ofSite && (isSame || ofSite.version > (ofDevice?.version ?? 0))) {
    await keep(keysAddress, newest);
    return { list: ofSite, listAt: new Date() };
  }
  return ofDevice && before && { list: ofDevice, listAt: before.at };
}

async function opened(bytes: Bytes | undefined, root: PublicKey): Promise<KeyList | undefined> {
  const list = bytes && (await openKeyList(textOf(bytes), root));
  return list && "refusal" in list ? undefined : list;
}

/** What is known of a part, also of one that is over its time: `findingOf` believes no «valid» of that. */
export interface KnownPart extends Pick<StatusList, "issuedAt"> {
  readonly stateOf?: StatusList["stateOf"];
}

/** How long an answer is waited for, and how old what is kept may be to ask for none; ms. */
interface Asking {
  readonly patience: number;
  readonly fresh: number;
}

/**
 * A part of the status list: the newer one of the site's and this device's. Only the part is asked for, which is of 65,536 cards.
 * @returns "absent" where the site says that there is none, undefined where neither is one
 */
export async function statusPart(
  part: number,
  list: KeyList,
  { patience, fresh }: Asking = { patience: patienceMs, fresh: freshMs },
): Promise<KnownPart | "absent" | undefined> {
  const address = partAddress(part);
  const now = new Date();
  const read = async (bytes: Bytes | undefined): Promise<KnownPart | undefined> => {
    const status = bytes && (await openStatusList(bytes, list, { part, now }));
    if (!status || !("refusal" in status)) return status;
    const { issuedAt, stateOf } = status;
    return issuedAt && { issuedAt, ...(stateOf && { stateOf }) };
  };
  const before = await kept(address);
  const ofDevice = await read(before?.bytes);
  if (ofDevice && before && now.getTime() - before.at.getTime() < fresh) return ofDevice;
  const came = await fetched(address, patience);
  if (came === "absent") return ofDevice ?? came;
  const ofSite = await read(came);
  if (came && ofSite && ofSite.issuedAt >= (ofDevice?.issuedAt ?? 0)) {
    await keep(address, came);
    return ofSite;
  }
  return ofDevice;
}

/** The parts that are kept here. */
export async function keptParts(): Promise<number[]> {
  const places = (await (await cache())?.keys()) ?? [];
  const prefix = partAddress(0).slice(0, -1);
  return places
    .map(({ url }) => new URL(url).pathname)
    .filter((path) => path.startsWith(prefix))
    .map((path) => Number(path.slice(prefix.length)));
}

type Bytes = Uint8Array<ArrayBuffer>;

/** @returns "absent" when the site has no such file, undefined when nothing came */
async function fetched(
  address: string,
  patience = patienceMs,
): Promise<Bytes | "absent" | undefined> {
  try {
    // Asked of the site each time, which says in a few bytes when nothing is new.
    const answer = await fetch(address, {
      cache: "no-cache",
      signal: AbortSignal.timeout?.(patience) ?? null,
    });
    if (answer.status === 404) return "absent";
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Of our own answers in the cache: when they came. */
const cameAt = "x-came-at";

async function kept(address: string): Promise<{ bytes: Bytes; at: Date } | undefined> {
  const answer = await (await cache())?.match(address);
  if (!answer) return undefined;
  const at = new Date(answer.headers.get(cameAt) ?? 0);
  return { bytes: new Uint8Array(await answer.arrayBuffer()), at };
}

/** A browser without room goes on with what came. */
async function keep(address: string, bytes: Bytes): Promise<void> {
  const headers = { [cameAt]: new Date().toISOString() };
  await (await cache())?.put(address, new Response(bytes, { headers })).catch(() => {});
}

async function cache(): Promise<Cache | undefined> {
  try {
    return await caches.open(scanCache);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Bytes): string {
  return new TextDecoder().decode(bytes);
}
