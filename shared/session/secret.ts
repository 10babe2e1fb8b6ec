import { createHash, randomBytes } from "node:crypto";

/** A new cookie's value: 256 random bits. Only the browser has it. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the server stores of it: SHA-256, hex. Who reads our tables cannot make the cookie from it. */
export function secretId(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
