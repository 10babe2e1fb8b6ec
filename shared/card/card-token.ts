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

/** What the QR holds: the verification page's address in upper case, which keeps its modules few. */
export function qrText(siteUrl: string, token: string): string {
  return `${siteUrl}/v/${token}`.toUpperCase();
}
