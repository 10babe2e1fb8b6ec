/** The keys that sign cards, and the names of the instansi, as everybody may fetch them: signed by a root key that is kept offline. */
// The small half of zod: the page that scans carries it over weak links.
import * as z from "zod/mini";
import type { Bytes } from "./bytes.ts";
import { isLowS, signatureBytes } from "./low-s.ts";
import { isPublicKey, kidOf, type PublicKey, verifies } from "./p256.ts";

/** A point of P-256 as a JWK has it (RFC 7518 §6.2.1): 32 bytes each as base64url. */
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const point = { x: coordinate, y: coordinate };
const day = z.iso.date();

const listedKey = z.object({
  /** See `kidOf`. */
  kid: z.string().check(z.regex(/^[0-9a-f]{4}$/)),
  ...point,
  alg: z.literal("ES256"),
  /** The first and the last day on which it signs. What it signed stays right until that expires. */
  from: day,
  until: day,
  /** The day on which it was revoked. Nothing it signed is right any more, because a thief may write any day. */
  revoked: z.optional(day),
});
export type ListedKey = Readonly<z.infer<typeof listedKey>>;

const keyList = z.object({
  /** Rises with each list, so that nobody takes an older one. */
  version: z.int().check(z.gte(1)),
  issued: z.iso.datetime(),
  /** The host of the address that the cards' codes lead to. */
  host: z.string(),
  keys: z.readonly(z.array(listedKey)),
  /** Those that sign the status list, and nothing else: who has one of the others cannot say that a card is valid again. */
  statusKeys: z._default(z.readonly(z.array(listedKey)), []),
  /** By their number in payloads. Only ever longer: a number is never used again. */
  instansi: z.readonly(z.array(z.string())),
});
export type KeyList = Readonly<z.infer<typeof keyList>>;

const published = z.looseObject({ signature: z.string() });

/**
 * What the root key signs of a list: its JSON without the signature and without blanks, the names in each object in order (RFC 8785,
 * which for texts and whole numbers is just that).
 */
export function listToBeSigned(list: object): Bytes {
  return new TextEncoder().encode(inOrder({ ...list, signature: undefined }));
}

/** The list as it is published. @param signature r and s, of 32 bytes each, with the lower s, of `listToBeSigned` */
export function publishedList(list: KeyList, signature: Uint8Array): string {
  return JSON.stringify({ ...list, signature: toBase64Url(signature) });
}

/**
 * Reads a published list. Whoever keeps lists must not take one with a lower version than before.
 * @param json the list's text
 * @param root the root key, which comes with the program and never with the list
 * @returns why it is none that the root key signed
 */
export async function openKeyList(
  json: string,
  root: PublicKey,
): Promise<KeyList | { readonly refusal: "not-a-list" | "bad-signature" }> {
  const read = published.safeParse(parsed(json));
  if (!read.success) return { refusal: "not-a-list" };
  const signature = fromBase64Url(read.data.signature);
  const isSigned =
    signature?.length === signatureBytes &&
    isLowS(signature) &&
    (await verifies(root, signature, listToBeSigned(read.data)));
  if (!isSigned) return { refusal: "bad-signature" };
  const list = keyList.safeParse(read.data);
  if (!list.success) return { refusal: "not-a-list" };
  const { keys, statusKeys } = list.data;
  return (await areKeys([...keys, ...statusKeys])) ? list.data : { refusal: "not-a-list" };
}

/**
 * Reads a list that is believed for the place where it lies. Whoever has it from anywhere else opens it by the root key.
 * @throws ZodError or SyntaxError when it is none
 */
export function readOwnList(json: string): KeyList {
  return keyList.parse(JSON.parse(json));
}

/** Whether each key is one of P-256, is named after itself, and stands there once. */
async function areKeys(keys: readonly ListedKey[]): Promise<boolean> {
  if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) return false;
  const good = await Promise.all(
    keys.map(async (key) => (await kidOf(key)) === key.kid && (await isPublicKey(key))),
  );
  return good.every(Boolean);
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const items = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${items.map(([name, item]) => `${JSON.stringify(name)}:${inOrder(item)}`).join(",")}}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
