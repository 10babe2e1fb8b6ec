import { createHmac } from "node:crypto";

/** The uses of derived keys. Each use has its own key. */
export type KeyUse =
  | "log"
  | "challenge"
  | "device"
  | "document"
  | "mailed-code"
  | "evidence"
  | "evidence-grant"
  | "attachment"
  | "photo-report";

/**
 * A name for something that must not be stored itself (a NIP, a network). It is always the same, and without the key nobody can
 * find the original by trying all NIPs.
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
