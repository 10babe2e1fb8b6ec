/** What a change rests on: a decree (SK), or another letter. */
import * as z from "zod";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { idRest } from "#shared/runtime/ids.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";
import { latestDay } from "#shared/runtime/zone.ts";

/** The id of a file: a salted digest of its content; see shared/evidence (decision 0060). */
export const evidenceId = z.templateLiteral(["evd_", idRest]);
export type EvidenceId = z.infer<typeof evidenceId>;

/** As it is stored with the change that it stands behind. */
export const source = z.object({
  number: z.string(),
  /** The day on which it was signed, "YYYY-MM-DD". */
  day: z.string().exactOptional(),
  file: evidenceId.exactOptional(),
});
export type Source = Readonly<z.infer<typeof source>>;

/** Characters of a number. */
const longest = 100;
/** No paper of the republic is older: a year of two digits is a slip of the finger. */
const earliest = "1945-01-01";

/** As an officer's page sends it, and as it is told. Of a number that is too long `keptSource` tells, by the name of the form's field. */
export const toldSource = z.strictObject({
  number: z.string().min(1),
  day: z.iso.date({ error: "day-malformed" }).exactOptional(),
});

/** As it is told where it may have a file. */
export const filedSource = toldSource.extend({ file: evidenceId.exactOptional() });

/** As it is sent with a file: what the judging of the file answered proves that this officer brought it for this record. */
export const givenSource = filedSource.extend({ fileProof: z.string().max(64).exactOptional() });
export type GivenSource = Readonly<z.infer<typeof givenSource>>;

/**
 * The source in the form that is kept: its number is one line, as it can be read. A letter of tomorrow is a slip of the finger.
 * @throws InvalidInput on `sourceNumber` (also `too-long`), `sourceDay`
 */
export function keptSource(given: Source, now: Date): Source;
export function keptSource(given: Source | undefined, now: Date): Source | undefined;
export function keptSource(given: Source | undefined, now: Date): Source | undefined {
  if (!given) return undefined;
  const number = visibleLine(given.number);
  if (number === "") throw new InvalidInput({ field: "sourceNumber", code: "required" });
  if (hasHidden(number))
    throw new InvalidInput({ field: "sourceNumber", code: "characters-hidden" });
  if (number.length > longest) {
    const params = { max: longest };
    throw new InvalidInput({ field: "sourceNumber", code: "too-long", params });
  }
  const last = latestDay(now);
  if (given.day && given.day < earliest) {
    const params = { min: turnedDay(earliest) };
    throw new InvalidInput({ field: "sourceDay", code: "day-too-early", params });
  }
  if (given.day && given.day > last) {
    const max = turnedDay(last);
    throw new InvalidInput({ field: "sourceDay", code: "day-too-far", params: { max } });
  }
  return { ...given, number };
}
