import { createHash } from "node:crypto";
import type { EvidenceId } from "#shared/audit/source.ts";
import { base32 } from "#shared/runtime/ids.ts";
import type { StoredEvidence } from "./evidence.ts";

/**
 * The id of a file: 192 bits of a salted digest of its content, so that the history which names the id names the content too. The salt is
 * kept with the file and goes with it: then nobody can tell any more which file it was, as with values of the history (0046).
 */
export function evidenceIdOf({ salt, bytes }: Pick<StoredEvidence, "salt" | "bytes">): EvidenceId {
  const digest = createHash("sha256").update(salt).update("\n").update(bytes).digest();
  return `evd_${base32(digest.subarray(0, 24))}`;
}
