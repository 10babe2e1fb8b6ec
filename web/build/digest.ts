import { createHash } from "node:crypto";

/** Eight hex digits of SHA-256, as they stand in the names of files: other content has another name. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
