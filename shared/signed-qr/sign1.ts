/** A signed message: COSE_Sign1 (RFC 9052 §4.2) with ES256 (RFC 9053 §2.1), in exactly one form. */
import { type Bytes, fromHex, toHex } from "./bytes.ts";
import { decodedOnce, encodeCbor } from "./cbor.ts";
import type { ListedKey } from "./key-list.ts";
import { isLowS, signatureBytes } from "./low-s.ts";
import { verifies } from "./p256.ts";

/** Why nobody's word stands behind a message, in the order in which it is asked. */
export const sealRefusals = [
  /** Something else than a message of this kind, or one with headers that none of ours has. */
  "not-ours",
  /** It ends before it is whole. */
  "truncated",
  /** Whole, and not in the one form that it is made in; or with bytes behind it: somebody wrote it anew. */
  "re-encoded",
  /** No message at all, or one that is signed and says something else than ours do. */
  "damaged",
  /** Its algorithm is not ES256, whatever the key. */
  "wrong-alg",
  /** The list has no such key, or none that signed on the day that it says. */
  "unknown-key",
  "revoked-key",
  /** The signature has the upper s: somebody made it of a right one. */
  "malleable",
  "bad-signature",
] as const;
export type SealRefusal = (typeof sealRefusals)[number];

/** What the protected header says besides the algorithm. */
export interface Header {
  /** 4 hex digits, see `kidOf`. */
  readonly kid: string;
  /** What kind of message it is (RFC 9596); a card's code says none, for its bytes. */
  readonly typ?: string;
}

/** Header parameters (RFC 9052 §3.1, RFC 9596 §2) and the algorithm (RFC 9053 §2.1). */
const [algLabel, kidLabel, typLabel, es256] = [1, 4, 16, -7];
/** The tag of COSE_Sign1, 18, as CBOR writes it (RFC 9052 §2). */
const tag = 0xd2;
/** The same tag in the longer forms that RFC 8949 §3 lets a number have, as hex. */
const longTag = /^(d812|d90012|da00000012|db0{14}12)/;

/** What is signed (Sig_structure, RFC 9052 §4.4): with SHA-256. */
export function textOf(header: Header, payload: Uint8Array): Bytes {
  return signedText(encoded(header), payload);
}

/**
 * @param signature r and s, of 32 bytes each, with the lower s: see `lowS`
 * @throws RangeError when it is another
 */
export function sealedAs(header: Header, payload: Uint8Array, signature: Uint8Array): Bytes {
  if (signature.length !== signatureBytes || !isLowS(signature))
    throw new RangeError("The signature is not in the form of COSE, or has the upper s.");
  return Uint8Array.from([tag, ...encodeCbor([encoded(header), new Map(), payload, signature])]);
}

/**
 * Checks a message by published keys. What it says is to be looked at only now, and whether its key signed on that day as well.
 * @param typ the kind that it has to be of; none that says its kind is taken for one that does not
 */
export async function openSealed(
  bytes: Uint8Array,
  keys: readonly ListedKey[],
  typ?: string,
): Promise<{ readonly key: ListedKey; readonly payload: Uint8Array } | SealRefusal> {
  const message = readMessage(bytes, typ);
  if (typeof message === "string") return message;
  const { header, payload, signature } = message;
  const key = keys.find(({ kid }) => kid === message.kid);
  if (!key) return "unknown-key";
  if (key.revoked !== undefined) return "revoked-key";
  if (signature.length !== signatureBytes) return "bad-signature";
  if (!isLowS(signature)) return "malleable";
  const isRight = await verifies(key, signature, signedText(header, payload));
  return isRight ? { key, payload } : "bad-signature";
}

interface Message {
  readonly header: Uint8Array;
  readonly kid: string;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

/** Header, unprotected header, payload and signature, of whatever type. */
function partsIn(bytes: Uint8Array): readonly unknown[] | SealRefusal {
  if (bytes[0] !== tag)
    return longTag.test(toHex(bytes.subarray(0, 9))) ? "re-encoded" : "not-ours";
  const whole = decodedOnce(bytes.subarray(1));
  if ("refusal" in whole) return whole.refusal;
  return Array.isArray(whole.value) && whole.value.length === 4 ? whole.value : "not-ours";
}

function readMessage(bytes: Uint8Array, typ: string | undefined): Message | SealRefusal {
  const parts = partsIn(bytes);
  if (typeof parts === "string") return parts;
  const [header, unprotected, payload, signature] = parts;
  if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return "not-ours";
  const named = decodedOnce(header);
  if ("refusal" in named) return named.refusal;
  const items = named.value;
  const isBare = unprotected instanceof Map && unprotected.size === 0;
  if (!isBare || !(items instanceof Map)) return "not-ours";
  if (items.get(algLabel) !== es256) return "wrong-alg";
  const kid: unknown = items.get(kidLabel);
  const isOfKind = items.get(typLabel) === typ && items.size === (typ === undefined ? 2 : 3);
  if (!isOfKind || !isBytes(kid)) return "not-ours";
  return { header, kid: toHex(kid), payload, signature };
}

function signedText(header: Uint8Array, payload: Uint8Array): Bytes {
  return encodeCbor(["Signature1", header, new Uint8Array(), payload]);
}

function encoded({ kid, typ }: Header): Bytes {
  return encodeCbor(
    new Map<number, unknown>([
      [algLabel, es256],
      [kidLabel, fromHex(kid)],
      ...(typ === undefined ? [] : [[typLabel, typ] as const]),
    ]),
  );
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
