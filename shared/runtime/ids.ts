import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";

/** Base32 similar to Crockford's, without I, L, O, U: 32 symbols that can be read out without mistakes. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** An opaque id: what it is an id of, and the rest. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/**
 * What stands behind the prefix of an id that comes from outside. It is bounded, because ids are keys: DynamoDB refuses a key
 * of more than 2,048 bytes («Quotas in Amazon DynamoDB»), which would be a failure of ours and not the caller's mistake.
 */
export const idRest = z.string().regex(/^[0-9a-z]{1,40}$/);

/** A new opaque id: prefix, underscore, 128 random bits as 26 base32 symbols. "emp_7q2m…". */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  return `${prefix}_${base32(randomBytes(16))}`;
}

/** The same id for the same parts, so that what is asked twice is one thing. The parts are told apart as JSON. */
export function digestId<Prefix extends string>(
  prefix: Prefix,
  parts: readonly unknown[],
): Id<Prefix> {
  return `${prefix}_${digestText(parts)}`;
}

/** 128 bits of SHA-256 of the value's JSON, as 26 base32 symbols. */
export function digestText(value: unknown): string {
  return base32(createHash("sha256").update(JSON.stringify(value)).digest().subarray(0, 16));
}

/** Base32 of the bytes, lower case, no padding; 16 bytes give 26 symbols. */
export function base32(bytes: Uint8Array): string {
  let value = 0;
  let bits = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}
