import { createHash, randomBytes } from "node:crypto";

/** A new cookie's value: 256 random bits. Only the browser has it. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the server stores of it: SHA-256, hex. Who reads our tables cannot make the cookie from it. */
export function secretId(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Encrypts what must be stored but not be readable. A text can only be opened for the owner for whom it was sealed. */
export interface Seals {
  /** @param text at most 4 KiB, the limit of KMS Encrypt */
  seal(ownerId: string, text: string): Promise<string>;
  /** @throws when it was sealed for another owner, or by another key */
  open(ownerId: string, sealed: string): Promise<string>;
}
