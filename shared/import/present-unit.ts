/** Files say what a unit was called before it was renamed or went into another one: it is read as the unit of today. */
import { presentNames } from "#shared/agency/former-names.ts";
import { keyOf } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { headingOf } from "./import-columns.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { ImportedPerson } from "./judge-row.ts";
import type { Headings } from "./judge-with-record.ts";

/** What units are called now, by their folded names of before. */
export type PresentNames = ReadonlyMap<string, string>;

export async function presentNamesOf(
  units: Pick<OrgUnits, "all">,
  instansiId: string,
): Promise<PresentNames> {
  return presentNames(await Array.fromAsync(units.all(instansiId)));
}

/** @returns the person in the unit of today, and a warning where the file says another name of it */
export function withPresentUnit(
  person: ImportedPerson,
  { headings, present }: { readonly headings: Headings; readonly present: PresentNames },
): { readonly person: ImportedPerson; readonly warnings: readonly ImportProblem[] } {
  const { row, said } = person;
  const { unitKerja: value = "" } = said;
  const unitKerja = present.get(keyOf(value));
  if (unitKerja === undefined) return { person, warnings: [] };
  const column = headings.get("unitKerja") ?? headingOf("unitKerja");
  const warning = importProblem({ row, column, value, example: unitKerja, code: "unit-former" });
  return { person: { ...person, said: { ...said, unitKerja } }, warnings: [warning] };
}
