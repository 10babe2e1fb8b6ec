/** How an agency writes its letters: its numbers, codes and copies. No format is the whole country's (services.md 3.1). */

import * as z from "zod";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { hasHidden } from "#shared/runtime/visible-text.ts";
import { type LetterKind, letterKinds } from "./letter-kinds.ts";
import { classificationShape, type NumberPattern, patternFindings } from "./letter-number.ts";
import { type letterRules, ruleOf } from "./letter-rules.ts";

const text = z.string().max(200);
const perKind = z.strictObject(keyed(letterKinds, () => text.exactOptional()));

export const profileDetails = z.strictObject({
  /** Where its letters are signed: «Mataram, 1 Desember 2026». */
  place: text,
  /** Of the unit that issues them, in their numbers: «BKPSDM». */
  unit: text,
  /** Of all kinds without one of their own. */
  pattern: text,
  patterns: perKind,
  digits: z.int().min(1).max(6),
  /** Kode klasifikasi arsip that a new letter of the kind begins with. */
  classifications: perKind,
  /** Tembusan that a new letter begins with. */
  copies: z.array(text).max(ruleOf("lines")).readonly(),
});
export type ProfileDetails = Readonly<z.infer<typeof profileDetails>>;

export const letterProfile = z.object({
  ...profileDetails.shape,
  instansiId: z.string(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type LetterProfile = Readonly<z.infer<typeof letterProfile>>;

/** How a kind's numbers are written. */
export function patternOf(
  { pattern, patterns, digits }: Pick<ProfileDetails, "pattern" | "patterns" | "digits">,
  kind: LetterKind,
): NumberPattern {
  return { pattern: patterns[kind] ?? pattern, digits };
}

/** Everything that is wrong with a profile. */
export function profileFindings(details: ProfileDetails): FieldProblem[] {
  const { place, unit, pattern, patterns, classifications, copies } = details;
  return [
    ...lineFindings("place", place),
    ...lineFindings("unit", unit),
    ...(/^[A-Za-z0-9./-]*$/.test(unit) ? [] : [{ field: "unit", code: "malformed" } as const]),
    ...patternFindings("pattern", pattern),
    ...letterKinds.flatMap((kind) => {
      const [own, code] = [patterns[kind], classifications[kind]];
      return [
        ...(own === undefined ? [] : patternFindings(`patterns.${kind}`, own)),
        ...(code === undefined || classificationShape.test(code)
          ? []
          : [{ field: `classifications.${kind}`, code: "malformed" } as const]),
      ];
    }),
    ...copies.flatMap((each, i) => lineFindings(`copies.${i}`, each)),
  ];
}

/** Of a line that must be there. */
export function lineFindings(
  field: string,
  said: string,
  rule: keyof typeof letterRules = "line",
): FieldProblem[] {
  const max = ruleOf(rule);
  if (said.trim() === "") return [{ field, code: "required" }];
  if (said.length > max) return [{ field, code: "too-long", params: { max } }];
  return hasHidden(said.replaceAll("\n", " ")) ? [{ field, code: "characters-hidden" }] : [];
}
