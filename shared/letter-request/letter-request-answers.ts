/** What a page sends who asks for a letter, and what the API tells of it. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { longestPurpose, statementKinds } from "./statement-kinds.ts";

export const askedLetter = z.strictObject({
  letter: z.enum(statementKinds),
  /** What it is for: «pengajuan KPR». */
  purpose: z.string().max(longestPurpose),
  /** For the officer; of «keperluan lain» what is to be stated. */
  note: z.string().max(longestReason).exactOptional(),
});
export type AskedLetter = z.infer<typeof askedLetter>;

export const letterRequestFacts = { kind: z.literal("letter"), content: askedLetter };
