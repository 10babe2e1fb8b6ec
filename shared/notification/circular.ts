/** A circular («surat edaran»): what its letter says besides the announcement's own title and text (requirement C-R9). */
import * as z from "zod";
import { paragraphsOf } from "#shared/document/letter-parts.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { hasHidden } from "#shared/runtime/visible-text.ts";

/** Characters of each line, and how many are addressed. */
const longest = { short: 60, long: 160 };
const mostAddressed = 20;

/** One line of text, nothing of it hidden. @param most characters */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\r\n]/.test(text) && !hasHidden(text));

/** As an officer fills it in. */
export const circularBody = z.strictObject({
  /** «800/123/BKPSDM/2026» */
  number: line(longest.short),
  /** «Penting» */
  nature: line(longest.short),
  /** «1 eksemplar» */
  enclosure: line(longest.short).exactOptional(),
  place: line(longest.short),
  day: z.string().refine(isDay),
  to: z.array(line(longest.long)).min(1).max(mostAddressed).readonly(),
  signerPost: line(longest.long),
  signerName: line(longest.long),
  /** Below the agency's name in the head of the letter; absent: the address of its settings, when the letter is kept. */
  office: line(longest.long).exactOptional(),
});
export type CircularBody = Readonly<z.infer<typeof circularBody>>;

/** As it is kept: a letter that was sent stays as it was when its agency gets another name. */
export const circular = z.object({
  ...circularBody.shape,
  /** The agency's name in its head. */
  sender: z.string(),
  /** By its name in the template, "" the usual one; letters from before agencies' emblems stood on them have none. */
  emblem: z.string().exactOptional(),
});
export type Circular = Readonly<z.infer<typeof circular>>;

/** Characters of a paragraph in a letter: the widest ones have room on a page, also as a numbered step. */
const longestParagraph = 1200;

/** @throws InvalidInput on `text` when a paragraph is too long for a letter */
export function requireShortParagraphs(text: string): void {
  if (paragraphsOf(text).some((each) => each.length > longestParagraph))
    throw new InvalidInput({
      ...{ field: "text", code: "too-long" },
      params: { max: longestParagraph },
    });
}
