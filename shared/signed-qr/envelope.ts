/** A card's code: a payload with its signature. */
import { dayIn, latestDay } from "#shared/runtime/zone.ts";
import type { Bytes } from "./bytes.ts";
import type { KeyList, ListedKey } from "./key-list.ts";
import { decodePayload, type SignedPayload } from "./payload.ts";
import { openSealed, sealedAs, sealRefusals, textOf } from "./sign1.ts";

/** Why a code proves nothing, in the order in which it is asked. */
export const refusals = [
  /** A card's address with nothing behind it: it can only be asked online. */
  "unsigned",
  ...sealRefusals,
  "not-yet-valid",
  "expired",
] as const;
export type Refusal = (typeof refusals)[number];

export type Opened =
  | { readonly ok: true; readonly payload: SignedPayload; readonly kid: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** What is signed. @param kid 4 hex digits, see `kidOf` */
export function toBeSigned(payload: Uint8Array, kid: string): Bytes {
  return textOf({ kid }, payload);
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
  return sealedAs({ kid }, payload, signature);
}

/** Checks a code by the published keys, with no network. The payload is looked at only after its signature. */
export async function openSigned(bytes: Uint8Array, list: KeyList, now: Date): Promise<Opened> {
  const opened = await openSealed(bytes, list.keys);
  if (typeof opened === "string") return refused(opened);
  const payload = decodePayload(opened.payload);
  if (payload === "damaged") return refused(payload);
  const late = refusalOfDays(payload, opened.key, now);
  return late ? refused(late) : { ok: true, payload, kid: opened.key.kid };
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

function refused(refusal: Refusal): Opened {
  return { ok: false, refusal };
}
