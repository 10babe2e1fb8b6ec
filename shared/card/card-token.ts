import { createHash } from "node:crypto";
import type { CardNumbers } from "./printed-numbers.ts";

/** The token's shape: 26 base32 symbols, 128 bits. In a QR it is in upper case. */
const shape = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** @returns the token as it is hashed (lower case); undefined when the text cannot be one */
export function parseToken(text: string): string | undefined {
  const token = text.toLowerCase();
  return shape.test(token) ? token : undefined;
}

/** What is stored of a token: 64 hex digits. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** What is stored of a card's two numbers, to find it without its QR: 64 hex digits. */
export function numbersHash({ serial, checkCode }: CardNumbers): string {
  return createHash("sha256").update(`numbers:${serial}:${checkCode}`).digest("hex");
}

/**
 * What a card of nobody has instead of a token. It is as long as a token, so that the QR has as many modules. It has hyphens,
 * which no token has.
 */
export const specimenToken = "contoh-bukan-kartu-sungguh";

/** Whether the text of an address is a specimen's. */
export function isSpecimen(text: string): boolean {
  return text.toLowerCase() === specimenToken;
}

/**
 * What the QR holds: the address of the verification page. It is in upper case, because that needs fewer modules. Only the
 * scheme is in lower case: cameras look for a link that begins with "https://".
 */
export function qrText(siteUrl: string, token: string): string {
  const { protocol, host } = new URL(siteUrl);
  return `${protocol}//${`${host}/v/${token}`.toUpperCase()}`;
}
