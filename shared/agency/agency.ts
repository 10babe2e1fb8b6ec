/** An agency (instansi) whose people have cards: its name, its clock, and what it changes of their cards. */
import * as z from "zod";
import { bulkId } from "#shared/bulk/bulk.ts";
import { drawingProblem } from "#shared/employee/field-checks.ts";
import { type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";
import { saidZone, usualZone, type Zone, zones } from "#shared/runtime/zone.ts";
import { agencyIdPattern, agencyTextFields, longestOfAgency } from "./agency-rules.ts";

/** As `instansiId` of its records; it never changes. */
export const agencyId = z
  .string()
  .regex(agencyIdPattern, "huruf kecil, angka, - dan _, paling banyak 40");

export const agencyTexts = z.strictObject({
  /** Below the card's title. */
  subtitle: z.string().exactOptional(),
  /** Whom the finder of a card can reach, and how. */
  contact: z.string().exactOptional(),
  /** What the finder is told beside it. */
  finder: z.string().exactOptional(),
  /** Above the agency's name. */
  issuerHeading: z.string().exactOptional(),
});

/** What is changed of it, by an operator, or by a petugas with a penyetuju. */
const said = {
  name: z.string(),
  /** By which its people read the clock. It is not printed. */
  zone: z.enum(zones),
  /** Of its office, in the head of its letters, as one line: street, town, postcode, telephone. No card has it. */
  address: z.string().exactOptional(),
  /** One of the template's emblems; absent: the usual one. */
  emblem: z.string().max(40).exactOptional(),
  /** One of the template's palettes; absent: the usual one. */
  palette: z.string().max(40).exactOptional(),
  /** Absent ones are the template's. */
  texts: agencyTexts,
};

export const agencyDetails = z.strictObject(said);
export type AgencyDetails = Readonly<z.infer<typeof agencyDetails>>;

export const agency = z.object({
  ...said,
  id: agencyId,
  /** Counts the changes from 1. */
  revision: z.int(),
  /** The newest work by which its records get its name. */
  nameWork: bulkId.optional(),
});
export type Agency = Readonly<z.infer<typeof agency>>;

/** What the records of an agency say of it. */
export interface SaidOfAgency {
  readonly instansi: string;
  /** See `saidZone`. */
  readonly zone?: Zone | undefined;
}

/** A new one is carried into the records (`namedAnew`). */
export function saidOfAgency({ name, zone }: Pick<Agency, "name" | "zone">): SaidOfAgency {
  return { instansi: name, zone: saidZone(zone) };
}

/** Whether the records of an agency say of it what they said before. */
export function isSaidAlike(
  before: Pick<Agency, "name" | "zone">,
  after: Pick<Agency, "name" | "zone">,
): boolean {
  return before.name === after.name && before.zone === after.zone;
}

/** By which zone people read the clock, whose agency may not be known. */
export function zoneOf(known: Pick<Agency, "zone"> | undefined): Zone {
  return known?.zone ?? usualZone;
}

/**
 * The details in the form that is saved: single lines, and no empty texts.
 * @throws InvalidInput on `name`, `address` and the fields of the texts: `required`, `too-long`, `characters-hidden`,
 * `characters-unsupported`
 */
export function keptDetails({ name, address, texts, ...others }: AgencyDetails): AgencyDetails {
  const kept = agencyTexts.parse(
    Object.fromEntries(
      agencyTextFields.flatMap((field) => {
        const text = visibleLine(texts[field] ?? "");
        return text === "" ? [] : [[field, text]];
      }),
    ),
  );
  const own = visibleLine(name);
  const office = visibleLine(address ?? "");
  const problems = [
    ...(own === "" ? [{ field: "name", code: "required" } as const] : problemsOf("name", own)),
    ...problemsOf("address", office),
    ...agencyTextFields.flatMap((field) => problemsOf(field, kept[field] ?? "")),
  ];
  if (problems.length > 0) throw new InvalidInput(...problems);
  return { ...others, name: own, ...(office !== "" && { address: office }), texts: kept };
}

/** Signs that no name of a record has, and the card's fonts have: of addresses and sentences. */
const alsoDrawn = /[@?!_%«»"“”]/g;

function problemsOf(field: keyof typeof longestOfAgency, text: string): FieldProblem[] {
  const max = longestOfAgency[field];
  if (text.length > max) return [{ field, code: "too-long", params: { max } }];
  if (hasHidden(text)) return [{ field, code: "characters-hidden" }];
  const problem = drawingProblem(field === "name" ? text : text.replaceAll(alsoDrawn, "-"));
  return problem ? [{ field, ...problem }] : [];
}

/** What an agency says of itself, without its id and revision. */
export function detailsOf({
  id: _,
  revision: __,
  nameWork: ___,
  ...details
}: Agency): AgencyDetails {
  return details;
}
