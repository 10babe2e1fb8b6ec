/** Codes of authenticator apps: RFC 6238 with SHA-1, 30 seconds and 6 digits, as Cognito's keys make them. */
import { createHmac } from "node:crypto";

const stepSeconds = 30;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The number of the time step that is now. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/**
 * The time step whose code this is, the one nearest to now first.
 * @param key base32 @param reach how many steps before and after now are looked at
 * @returns undefined when it is the code of none of them
 */
export function matchingStep(
  key: string,
  code: string,
  now: Date,
  reach: number,
): number | undefined {
  const bytes = decodeBase32(key);
  const present = stepAt(now);
  for (let away = 0; away <= reach; away++)
    for (const step of [present - away, present + away])
      if (codeOf(bytes, step) === code) return step;
  return undefined;
}

function codeOf(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function decodeBase32(text: string): Buffer {
  const bits = [...text.toUpperCase()].flatMap((letter) => {
    const value = alphabet.indexOf(letter);
    return value < 0 ? [] : [value.toString(2).padStart(5, "0")];
  });
  const octets = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
}
