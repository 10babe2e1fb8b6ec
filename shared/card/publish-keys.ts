/** The list of keys by which anybody checks a card offline: made of what the cloud has, signed by the root key (decision 0072). */
import { type KeyObject, sign } from "node:crypto";
import type { Agencies } from "#shared/agency/agencies.ts";
import { yearsAfter } from "#shared/employee/retirement.ts";
import {
  type KeyList,
  type ListedKey,
  listToBeSigned,
  openKeyList,
  publishedList,
} from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import type { PublicKey } from "#shared/signed-qr/p256.ts";
import type { RevokedKeys } from "./revoked-keys.ts";
import type { Signatures } from "./signature.ts";

/** The list that lies beside the pages. */
export interface FoundList {
  readonly json: string;
  /** Its entity tag: another one lies there once it has another tag. */
  readonly tag: string;
}

export interface PublishedKeys {
  /** @returns undefined before the first one */
  read(): Promise<FoundList | undefined>;
  /** @param found what the new one takes the place of. @returns false when something else lies there by now */
  put(json: string, found: FoundList | undefined): Promise<boolean>;
}

/** The newest list once more, where no deployment and nobody who changes pages comes by: what lies there may be lost, or an older one. */
export interface KeptKeys {
  /** (Strongly consistent read.) */
  read(): Promise<string | undefined>;
  /** @returns false when one of this version, or of a later one, is kept already */
  keep(json: string, version: number): Promise<boolean>;
}

/** A key that signs cards or the status list, now or later. */
export interface ListableKey {
  kid(): Promise<string>;
  publicKey(): Promise<PublicKey>;
  /** "YYYY-MM-DD" in UTC: nothing that it signed says an earlier day. */
  madeOn(): Promise<string>;
}

export interface PublishKeys {
  readonly keys: readonly ListableKey[];
  readonly statusKeys: readonly ListableKey[];
  readonly signatures: Pick<Signatures, "numberOf" | "numbered">;
  readonly agencies: Pick<Agencies, "list">;
  readonly published: PublishedKeys;
  readonly kept: KeptKeys;
  /** Both halves of the root key. No cloud has the private one. */
  readonly root: { readonly privateKey: KeyObject; readonly publicKey: PublicKey };
  /** Of the addresses in the cards' codes. */
  readonly host: string;
  /** What was revoked before: it is so in each list, whatever the one says that lies there now. */
  readonly revokedKeys: Pick<RevokedKeys, "all">;
  /** The name of the key that nobody may trust any more. */
  readonly revoke?: string | undefined;
  readonly now: Date;
}

/** How long a listed key may sign. Each new list puts it off. */
const yearsToSign = 2;

/**
 * Publishes the next list. Keys and numbers of the list before stay in it: signatures of years ago rest on them. Every agency gets its
 * number now, so that no card names one that the list does not have. It is kept first, so that no version is ever published twice.
 * @returns why nothing was published: the newest list is not of this root key, or has no key of that name, or another one is published now
 */
export async function publishKeys(
  publish: PublishKeys,
): Promise<KeyList | { readonly refusal: "another-root" | "no-such-key" | "raced" }> {
  const { published, kept, root, revoke, host, now } = publish;
  const found = await published.read();
  const before = await newestOf(found?.json, await kept.read(), root.publicKey);
  if (before === "another-root") return { refusal: before };
  const keys = await listedKeys(publish.keys, before?.keys, now);
  const statusKeys = await listedKeys(publish.statusKeys, before?.statusKeys, now);
  if (revoke !== undefined && ![...keys, ...statusKeys].some(({ kid }) => kid === revoke))
    return { refusal: "no-such-key" };
  const revoked = new Set([...(await publish.revokedKeys.all()), ...(revoke ? [revoke] : [])]);
  const withRevoked = (listed: readonly ListedKey[]) =>
    listed.map((key) => (revoked.has(key.kid) ? { revoked: dayOf(now), ...key } : key));
  const list: KeyList = {
    ...{ version: (before?.version ?? 0) + 1, issued: now.toISOString(), host },
    keys: withRevoked(keys),
    statusKeys: withRevoked(statusKeys),
    instansi: await namesByNumber(publish),
  };
  const json = await signed(list, root);
  const isNext = (await kept.keep(json, list.version)) && (await published.put(json, found));
  return isNext ? list : { refusal: "raced" };
}

/** The list that the next one goes on from, whichever of the two is ahead. What lies beside the pages without the root's signature is nobody's word, once one with it is kept. */
async function newestOf(
  found: string | undefined,
  kept: string | undefined,
  root: PublicKey,
): Promise<KeyList | "another-root" | undefined> {
  const [ofSite, ofOurs] = await Promise.all(
    [found, kept].map((json) => (json === undefined ? undefined : openKeyList(json, root))),
  );
  if (ofOurs && "refusal" in ofOurs) return "another-root";
  if (ofSite && "refusal" in ofSite) return ofOurs ?? "another-root";
  return ofOurs && ofOurs.version >= (ofSite?.version ?? 0) ? ofOurs : ofSite;
}

async function signed(list: KeyList, root: PublishKeys["root"]): Promise<string> {
  const how = { key: root.privateKey, dsaEncoding: "ieee-p1363" } as const;
  const json = publishedList(list, lowS(sign("sha256", listToBeSigned(list), how)));
  // As verifiers will: two keys of one name, say, which happens once in 65,536 times, make no list.
  if ("refusal" in (await openKeyList(json, root.publicKey)))
    throw new Error("The list is none that verifiers would take.");
  return json;
}

/** The cloud's keys, after those of the list before that it has no more. */
async function listedKeys(
  keys: readonly ListableKey[],
  before: readonly ListedKey[] = [],
  now: Date,
): Promise<ListedKey[]> {
  const until = yearsAfter(dayOf(now), yearsToSign);
  const own = await Promise.all(
    keys.map(async (key): Promise<ListedKey> => {
      const [kid, { x, y }, from] = await Promise.all([key.kid(), key.publicKey(), key.madeOn()]);
      return { kid, x, y, alg: "ES256", from, until };
    }),
  );
  return [
    ...before.filter(({ kid }) => !own.some((each) => each.kid === kid)),
    ...own.map((key) => ({ ...before.find(({ kid }) => kid === key.kid), ...key })),
  ];
}

async function namesByNumber({ agencies, signatures }: PublishKeys): Promise<string[]> {
  const all = await agencies.list();
  for (const { id } of all) await signatures.numberOf(id);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  // Records may name an agency that nobody looks after; its id says more than nothing.
  return (await signatures.numbered()).map((id) => names.get(id) ?? id);
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
