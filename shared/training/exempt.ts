/** Who has no target of JP: on CLTN or on a tugas belajar (services.md 4, traps). Pure. */
import type { TrainingTerms } from "./training-terms.ts";

/** The position of a CLTN, and of its extension, which last until the reactivation. */
export function isOnCltn(kedudukanHukum: string): boolean {
  return ["02", "13"].includes(kedudukanHukum);
}

export function isStudying(kedudukanHukum: string): boolean {
  return kedudukanHukum === "03";
}

export type Exemption = "cltn" | "tugas-belajar";

/** Days of one; both count, and one without an end still lasts. */
export interface ExemptSpan {
  readonly why: Exemption;
  readonly from: string;
  readonly until?: string;
}

/** Why somebody has no target in a year; undefined of who has one. */
export function exemptionIn(
  year: number,
  spans: readonly ExemptSpan[],
  { exemptWhen }: Pick<TrainingTerms, "exemptWhen">,
): Exemption | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const covers = ({ from, until = "9999-12-31" }: ExemptSpan) =>
    exemptWhen === "any-day" ? from <= last && until >= first : from <= first && until >= last;
  return spans.find(covers)?.why;
}
