import { createHmac } from "node:crypto";

/**
 * A name for something that must not be written down itself (a NIP, a network): the same each time, and without the key nobody
 * can find out by trying what it stands for, although all NIPs could be tried.
 * @returns 96 bits as 24 hex digits
 */
export function keyedHash(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex").slice(0, 24);
}
