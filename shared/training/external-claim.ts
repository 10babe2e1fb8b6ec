/** Certificates of others: what somebody claims to have learnt elsewhere, until an officer accepts it (services.md 4). Pure. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { evidenceId } from "#shared/audit/source.ts";
import { type LearningEntry, numberKeyOf } from "./learning-ledger.ts";
import { trainingForms } from "./training-forms.ts";

const claimStates = ["claimed", "accepted", "refused"] as const;

export const externalClaim = z.object({
  person: personId,
  form: z.enum(trainingForms),
  name: z.string().min(1).max(200),
  organiser: z.string().min(1).max(200),
  number: z.string().min(1).max(100),
  /** Last day of what it is about. */
  endedOn: z.iso.date(),
  jp: z.int().min(1).max(2000),
  file: evidenceId,
  state: z.enum(claimStates),
  reason: z.string().exactOptional(),
});
export type ExternalClaim = Readonly<z.infer<typeof externalClaim>>;

const claimCodes = [
  "ends-in-future",
  "number-without-letters-or-digits",
  "number-counted",
  "number-of-other",
] as const;

export interface ClaimFinding {
  readonly field: "endedOn" | "number";
  readonly code: (typeof claimCodes)[number];
  readonly stops: "claim" | "nothing";
}

/**
 * @param counted the person's entries of all years: a number counts once, whatever its spelling
 * @param heldByOther whether somebody else has the number, which the officer is told: two people may have been given one by mistake
 */
export function claimFindings(
  { endedOn, number }: Pick<ExternalClaim, "endedOn" | "number">,
  { today, counted, heldByOther }: ClaimCase,
): readonly ClaimFinding[] {
  const key = numberKeyOf(number);
  const isCounted = key !== "" && counted.some((each) => numberKeyOf(each.number) === key);
  const all: readonly (ClaimFinding & { readonly is: boolean })[] = [
    { is: endedOn > today, field: "endedOn", code: "ends-in-future", stops: "claim" },
    {
      ...{ is: key === "", field: "number", stops: "claim" },
      code: "number-without-letters-or-digits",
    },
    { is: isCounted, field: "number", code: "number-counted", stops: "claim" },
    { is: heldByOther, field: "number", code: "number-of-other", stops: "nothing" },
  ];
  return all.filter(({ is }) => is).map(({ is: _, ...finding }) => finding);
}

interface ClaimCase {
  readonly today: string;
  readonly counted: readonly Pick<LearningEntry, "number">[];
  readonly heldByOther: boolean;
}
