/**
 * The tree of unit kerja of an agency (decision 0042). A record keeps its unit as a text, because it is printed and looked for; the tree
 * says which units there are, which stands below which, and under which other names people of a unit still stand.
 */
import * as z from "zod";
import { problemsOf } from "#shared/employee/employee-rules.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { visibleText } from "#shared/runtime/visible-text.ts";

export type OrgUnitId = Id<"unt">;
/** As it comes from outside. */
export const orgUnitId: z.ZodType<OrgUnitId, string> = z.templateLiteral(["unt_", idRest]);

export const orgUnit = z.object({
  instansiId: z.string(),
  id: orgUnitId,
  /** Exactly as it stands in the records. */
  name: z.string(),
  /** The unit that it is a part of; absent: it stands at the root. */
  parent: orgUnitId.optional(),
  /** Under which records stand as well: other spellings, and the name of before while its people follow. */
  otherNames: z.array(z.string()).readonly(),
  /** Names that it, or a unit that went into it, had before: nobody stands under them. Files still say them (former-names.ts). */
  formerNames: z.array(z.string()).readonly().optional(),
  /** The unit that its people and children go to; afterwards it is gone. */
  into: orgUnitId.optional(),
  /** The bulk work that moves people out of it or into it now: until then nobody changes it. */
  workId: z.string().optional(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type OrgUnit = Readonly<z.infer<typeof orgUnit>>;

/** Levels of a tree. Permenpan's deepest agencies have six; more would be a mistake, and no walk up may be endless. */
export const mostLevels = 10;

/** Spellings that a unit is known by. Records with more of them are found by their text alone. */
export const mostOtherNames = 20;

/** All names under which people of the unit stand. */
export function namesOf({ name, otherNames }: Pick<OrgUnit, "name" | "otherNames">): string[] {
  return [name, ...otherNames];
}

/** What two names of one unit have in common: no case, accents, dots or double blanks. Empty for a text without letters and digits. */
export function keyOf(name: string): string {
  return foldWords(name).join(" ");
}

/** Whether no table has such a key: a sort key has 1,024 bytes («Constraints in Amazon DynamoDB»), with what stands before this one. */
export function isKeyTooLong(key: string): boolean {
  return key.length > 1000;
}

/**
 * A unit's name by the rules of the record's field, as it is stored.
 * @throws InvalidInput on `name`
 */
export function keptName(text: string): string {
  const context = { kind: "PNS", nip: "", tmt: "" } as const;
  const problems = problemsOf({ unitKerja: text }, context);
  if (problems.length > 0)
    throw new InvalidInput(...problems.map((problem) => ({ ...problem, field: "name" })));
  const name = visibleText(text);
  if (keyOf(name) === "") throw new InvalidInput({ field: "name", code: "malformed" });
  return name;
}
