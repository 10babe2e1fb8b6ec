import { createHash } from "node:crypto";

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

/**
 * In a token's place where a card is nobody's, as long as a token so that the QR is as fine. Tokens have no hyphens, so it
 * can never be one.
 */
export const specimenToken = "contoh-bukan-kartu-sungguh";

/** Whether the text of an address is a specimen's. */
export function isSpecimen(text: string): boolean {
  return text.toLowerCase() === specimenToken;
}

/**
 * What the QR holds: the verification page's address. In upper case, which keeps its modules few, but for the scheme:
 * cameras that look for a link look for "https://" as it is usually written.
 */
export function qrText(siteUrl: string, token: string): string {
  const { protocol, host } = new URL(siteUrl);
  return `${protocol}//${`${host}/v/${token}`.toUpperCase()}`;
}
