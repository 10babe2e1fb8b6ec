/**
 * What this browser knows for checks without the network: the deployment's settings with the root key, the list of keys, and parts of the
 * status list. Nothing of a card is kept. A newer one takes the place of an older one, never the other way round.
 */
import { type KeyList, openKeyList } from "#shared/signed-qr/key-list.ts";
import type { PublicKey } from "#shared/signed-qr/p256.ts";
import { openStatusList, type StatusList, statusPath } from "#shared/signed-qr/status-list.ts";
import { scanSettingsPath } from "./addresses.ts";

interface ScanSettings {
  /** Null where the deployment has set none: then nothing can be checked without the network. */
  readonly rootKey: PublicKey | null;
  /** How old the status list may be for «sah». */
  readonly statusHours: number;
}

const name = "kartu-pindai";
const keysAddress = "/.well-known/kartu-asn/kunci.json";
const partAddress = (part: number) => `/${statusPath(part)}`;
/** Whoever stands at a counter does not wait longer for something newer. */
const patienceMs = 4000;

/**
 * The root key is the first one that this device was told: whoever could change the site's files later cannot bring another list of keys to
 * who has the page. @throws TypeError when none ever arrived
 */
async function settings(): Promise<ScanSettings> {
  const [ofSite, ofDevice] = [
    settingsIn(await fetched(scanSettingsPath)),
    settingsIn(await kept(scanSettingsPath)),
  ];
  const newest = ofSite ?? ofDevice;
  if (!newest) throw new TypeError("The settings did not arrive.");
  const { statusHours } = newest;
  const both = { rootKey: ofDevice?.rootKey ?? newest.rootKey, statusHours };
  await keep(scanSettingsPath, new TextEncoder().encode(JSON.stringify(both)));
  return both;
}

function settingsIn(bytes: Bytes | undefined): ScanSettings | undefined {
  return bytes && JSON.parse(textOf(bytes));
}

export interface Knowledge {
  readonly statusHours: number;
  readonly list: KeyList;
}

let knowledge:
  | { readonly asked: Promise<Knowledge | "notSetUp" | "notKnown">; readonly at: number }
  | undefined;
/** For so long nothing newer is asked for: the list of keys is kept that long by caches anyway. */
const freshMs = 3_600_000;

/** The list of keys and what goes with it. @returns why there is none */
export function known(): Promise<Knowledge | "notSetUp" | "notKnown"> {
  if (!knowledge || performance.now() - knowledge.at > freshMs)
    knowledge = { asked: ask(), at: performance.now() };
  const { asked } = knowledge;
  // What did not come is asked for anew.
  void asked.then((told) => {
    if (typeof told === "string" && knowledge?.asked === asked) knowledge = undefined;
  });
  return asked;
}

async function ask(): Promise<Knowledge | "notSetUp" | "notKnown"> {
  const told = await settings().catch(() => undefined);
  if (!told) return "notKnown";
  const { rootKey, statusHours } = told;
  if (!rootKey) return "notSetUp";
  const list = await keyList(rootKey);
  return list ? { statusHours, list } : "notKnown";
}

/** @returns undefined when this device has none that the root key signed */
async function keyList(root: PublicKey): Promise<KeyList | undefined> {
  const [newest, before] = [await fetched(keysAddress), await kept(keysAddress)];
  const [ofSite, ofDevice] = [await opened(newest, root), await opened(before, root)];
  if (newest && ofSite && ofSite.version >= (ofDevice?.version ?? 0)) {
    await keep(keysAddress, newest);
    return ofSite;
  }
  return ofDevice;
}

async function opened(bytes: Bytes | undefined, root: PublicKey): Promise<KeyList | undefined> {
  const list = bytes && (await openKeyList(textOf(bytes), root));
  return list && "refusal" in list ? undefined : list;
}

/** What is known of a part. One that is over its time says no more than of when it is. */
export interface KnownPart extends Pick<StatusList, "issuedAt"> {
  readonly stateOf?: StatusList["stateOf"];
}

/**
 * A part of the status list: the newer one of the site's and this device's. Only the part is asked for, which is of 65,536 cards.
 * @returns undefined where neither is one
 */
export async function statusPart(
  part: number,
  list: KeyList,
  now: Date,
): Promise<KnownPart | undefined> {
  const address = partAddress(part);
  const [newest, before] = [await fetched(address), await kept(address)];
  const read = async (bytes: Bytes | undefined): Promise<KnownPart | undefined> => {
    const status = bytes && (await openStatusList(bytes, list, { part, now }));
    if (!status || !("refusal" in status)) return status;
    return status.issuedAt && { issuedAt: status.issuedAt };
  };
  const [ofSite, ofDevice] = [await read(newest), await read(before)];
  if (newest && ofSite && ofSite.issuedAt >= (ofDevice?.issuedAt ?? 0)) {
    await keep(address, newest);
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

/** @returns undefined when it did not come, or is not there */
async function fetched(address: string): Promise<Bytes | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout?.(patienceMs) ?? null });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

async function kept(address: string): Promise<Bytes | undefined> {
  const answer = await (await cache())?.match(address);
  return answer && new Uint8Array(await answer.arrayBuffer());
}

/** A browser without room goes on with what came. */
async function keep(address: string, bytes: Bytes): Promise<void> {
  await (await cache())?.put(address, new Response(bytes)).catch(() => {});
}

async function cache(): Promise<Cache | undefined> {
  try {
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Bytes): string {
  return new TextDecoder().decode(bytes);
}
