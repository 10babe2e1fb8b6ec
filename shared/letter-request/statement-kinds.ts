/** What somebody asks for about themselves (services.md 3.2). The pages read this file, so it imports nothing that runs. */
import type { LetterKind } from "#shared/letter/letter-kinds.ts";

/** The other kinds are their agency's. */
export const statementKinds = [
  "keterangan-aktif",
  "keterangan-penghasilan",
  "keterangan",
] as const satisfies readonly LetterKind[];

/** Characters; «Surat keterangan ini dibuat untuk …» has room for it. */
export const longestPurpose = 200;
