/** A payload with its signature: COSE_Sign1 (RFC 9052 §4.2) with ES256 (RFC 9053 §2.1), in exactly one form. */
import { dayIn, latestDay } from "#shared/runtime/zone.ts";
import { type Bytes, fromHex, sameBytes, toHex } from "./bytes.ts";
import { decodeCbor, encodeCbor } from "./cbor.ts";
import type { KeyList, ListedKey } from "./key-list.ts";
import { isLowS, signatureBytes } from "./low-s.ts";
import { verifies } from "./p256.ts";
import { decodePayload, type SignedPayload } from "./payload.ts";

/** Why a code proves nothing, in the order in which it is asked. */
export const refusals = [
  /** A card's address with nothing behind it: it can only be asked online. */
  "unsigned",
  /** Something else than a card's code, or one with headers that no card's code has. */
  "not-ours",
  /** Truncated, with bytes behind it, or not in the one form that it is made in. */
  "damaged",
  /** Its algorithm is not ES256, whatever the key. */
  "wrong-alg",
  /** The list has no such key, or none that signed on the day that it says. */
  "unknown-key",
  "revoked-key",
  /** The signature has the upper s: somebody made it of a right one. */
  "malleable",
  "bad-signature",
  "not-yet-valid",
  "expired",
] as const;
export type Refusal = (typeof refusals)[number];

export type Opened =
  | { readonly ok: true; readonly payload: SignedPayload; readonly kid: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Header parameters (RFC 9052 §3.1) and the algorithm (RFC 9053 §2.1). */
const [algLabel, kidLabel, es256] = [1, 4, -7];
/** The tag of COSE_Sign1, 18, as CBOR writes it (RFC 9052 §2). */
const tag = 0xd2;

/** What is signed (Sig_structure, RFC 9052 §4.4): with SHA-256. @param kid 4 hex digits, see `kidOf` */
export function toBeSigned(payload: Uint8Array, kid: string): Bytes {
  return signedText(headerOf(kid), payload);
}

/**
 * What the QR holds, as digits.
 * @param signature r and s, of 32 bytes each, with the lower s: see `lowS`
 * @throws RangeError when it is another
 */
export function sealed({
  payload,
  kid,
  signature,
}: {
  readonly payload: Uint8Array;
  readonly kid: string;
  readonly signature: Uint8Array;
}): Bytes {
  if (signature.length !== signatureBytes || !isLowS(signature))
    throw new RangeError("The signature is not in the form of COSE, or has the upper s.");
  const message = [headerOf(kid), new Map(), payload, signature];
  return Uint8Array.from([tag, ...encodeCbor(message)]);
}

/** Checks a code by the published keys, with no network. The payload is looked at only after its signature. */
export async function openSigned(bytes: Uint8Array, list: KeyList, now: Date): Promise<Opened> {
  const message = readMessage(bytes);
  if (typeof message === "string") return refused(message);
  const key = list.keys.find(({ kid }) => kid === message.kid);
  if (!key) return refused("unknown-key");
  if (key.revoked !== undefined) return refused("revoked-key");
  const { header, payload: text, signature } = message;
  if (signature.length !== signatureBytes) return refused("bad-signature");
  if (!isLowS(signature)) return refused("malleable");
  if (!(await verifies(key, signature, signedText(header, text)))) return refused("bad-signature");
  const payload = decodePayload(text);
  if (payload === "damaged") return refused(payload);
  const late = refusalOfDays(payload, key, now);
  return late ? refused(late) : { ok: true, payload, kid: key.kid };
}

/** A day lasts from its first moment to its last one anywhere in the country. */
function refusalOfDays(
  { issued, expires }: SignedPayload,
  { from, until }: ListedKey,
  now: Date,
): Refusal | undefined {
  if (issued < from || issued > until) return "unknown-key";
  if (issued > latestDay(now)) return "not-yet-valid";
  return expires < dayIn("WIB", now) ? "expired" : undefined;
}

interface Message {
  readonly header: Uint8Array;
  readonly kid: string;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

function readMessage(bytes: Uint8Array): Message | Refusal {
  if (bytes[0] !== tag) return "not-ours";
  const parts = decodedOnce(bytes.subarray(1));
  if (parts === undefined) return "damaged";
  if (!Array.isArray(parts) || parts.length !== 4) return "not-ours";
  const [header, unprotected, payload, signature] = parts;
  if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return "not-ours";
  const items = decodedOnce(header);
  if (items === undefined) return "damaged";
  const isBare = unprotected instanceof Map && unprotected.size === 0;
  if (!isBare || !(items instanceof Map)) return "not-ours";
  if (items.get(algLabel) !== es256) return "wrong-alg";
  const kid: unknown = items.get(kidLabel);
  if (items.size !== 2 || !isBytes(kid)) return "not-ours";
  return { header, kid: toHex(kid), payload, signature };
}

/** @returns undefined unless the bytes are the one encoding of a value */
function decodedOnce(bytes: Uint8Array): unknown {
  try {
    const value = decodeCbor(bytes);
    return sameBytes(encodeCbor(value), bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

function signedText(header: Uint8Array, payload: Uint8Array): Bytes {
  return encodeCbor(["Signature1", header, new Uint8Array(), payload]);
}

function headerOf(kid: string): Bytes {
  return encodeCbor(
    new Map<number, unknown>([
      [algLabel, es256],
      [kidLabel, fromHex(kid)],
    ]),
  );
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function refused(refusal: Refusal): Opened {
  return { ok: false, refusal };
}
