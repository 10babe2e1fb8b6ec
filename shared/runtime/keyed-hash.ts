import { createHmac } from "node:crypto";

/** What keys are derived for. One never opens or explains what another has made. */
export type KeyUse = "log" | "challenge" | "device";

/**
 * A name for something that must not be written down itself (a NIP, a network): the same each time, and without the key nobody
 * can find out by trying what it stands for, although all NIPs could be tried.
 * @returns 96 bits as 24 hex digits
 */
export function keyedHash(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex").slice(0, 24);
}

/** Keys for keyed hashes, one for each use. */
export interface DerivedKeys {
  /** @returns 32 bytes; a failure of KMS is thrown, and the next call asks again */
  derive(use: KeyUse): Promise<Buffer>;
}
