import { createHash, randomBytes } from "node:crypto";

/** A new cookie's value: 256 random bits. Only the browser has it. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the server keeps of it: SHA-256, hex. Whoever reads our tables cannot make the cookie. */
export function secretId(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Seals what must be kept and may be read by nobody. What is sealed for one opens only for the same. */
export interface Seals {
  /** @param text at most 4 KiB, the limit of KMS Encrypt */
  seal(ownerId: string, text: string): Promise<string>;
  /** @throws when it was sealed for another owner, or by another key */
  open(ownerId: string, sealed: string): Promise<string>;
}
