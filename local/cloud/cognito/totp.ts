/** Time-based one-time passwords: RFC 6238 with SHA-1, 30 seconds, 6 digits, as authenticator apps make them. */
import { createHmac, randomBytes } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** How long a code is the one of now. */
export const stepMillis = 30_000;
const secretBytes = 32;

/** A new secret as Cognito gives it: 52 characters of base32. */
export function newTotpSecret(): string {
  const bits = [...randomBytes(secretBytes)].map((byte) => byte.toString(2).padStart(8, "0"));
  const quintets = bits.join("").match(/.{1,5}/g) ?? [];
  return quintets.map((quintet) => alphabet[Number.parseInt(quintet.padEnd(5, "0"), 2)]).join("");
}

/**
 * The code an authenticator app shows.
 * @param millis milliseconds since 1970
 * @returns six digits
 */
export function totpCode(secretBase32: string, millis: number): string {
  return codeOfStep(secretBase32, stepAt(millis));
}

/**
 * The time step a code belongs to, looking one step back and ahead for clocks that differ.
 * @returns undefined when the code is none of the three
 */
export function matchingStep(
  secretBase32: string,
  code: string,
  millis: number,
): number | undefined {
  const now = stepAt(millis);
  return [now, now - 1, now + 1].find((step) => codeOfStep(secretBase32, step) === code);
}

/** The time step that is now. @param millis milliseconds since 1970 */
export function stepAt(millis: number): number {
  return Math.floor(millis / stepMillis);
}

function codeOfStep(secretBase32: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", decodeBase32(secretBase32)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const octets = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
}
