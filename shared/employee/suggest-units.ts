import type { Officer } from "#shared/access/scope.ts";
import type { Employees } from "./employees.ts";

const most = 10;

/**
 * Units of the officer's scope whose names begin with the typed text. The index distinguishes small letters and capitals, so
 * it is asked for the usual spellings: as typed, "Dinas Kesehatan", "RSUD".
 */
export async function suggestUnits(
  { employees }: { employees: Pick<Employees, "unitsFrom"> },
  { q, by }: { readonly q: string; readonly by: Officer },
): Promise<string[]> {
  const typed = q.trimStart();
  const capitals = typed.replaceAll(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase());
  const spellings = new Set([typed, capitals, typed.toUpperCase()]);
  const { instansiId, units } = by;
  const found = await Promise.all(
    [...spellings].map(
      (prefix) =>
        units?.filter((unit) => unit.startsWith(prefix)) ??
        employees.unitsFrom({ instansiId, prefix, limit: most }),
    ),
  );
  return [...new Set(found.flat())].sort().slice(0, most);
}
