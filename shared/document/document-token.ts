/** What the QR of a paper has: unguessable, and stored as a hash alone, as a card's token is. */
import { createHash, createHmac } from "node:crypto";
import { base32 } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";

/**
 * «d» and 20 base32 symbols, 100 bits: shorter than a card's token, because each guess costs a captcha, and of another length, so that one
 * look at it says which of the two is asked about.
 */
const shape = /^d[0-9a-hjkmnp-tv-z]{20}$/;
const symbols = 20;

/** The same for the same paper, so that who prints it again has the same address. @param parts what the paper is, told apart as JSON */
export async function documentToken(
  keys: Pick<DerivedKeys, "derive">,
  parts: readonly string[],
): Promise<string> {
  const mac = createHmac("sha256", await keys.derive("document")).update(JSON.stringify(parts));
  return `d${base32(mac.digest()).slice(0, symbols)}`;
}

/** @returns the token as it is hashed (lower case); undefined when the text cannot be one */
export function parseDocumentToken(text: string): string | undefined {
  const token = text.toLowerCase();
  return shape.test(token) ? token : undefined;
}

/** What is stored of a token: 64 hex digits. */
export function documentHash(token: string): string {
  return createHash("sha256").update(`document:${token}`).digest("hex");
}
