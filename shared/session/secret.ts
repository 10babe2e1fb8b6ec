import { createHash, randomBytes } from "node:crypto";

/** A new cookie's value: 256 random bits. Only the browser has it. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the server keeps of it: SHA-256, hex. Whoever reads our tables cannot make the cookie. */
export function secretId(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
