import type { Officer } from "#shared/access/scope.ts";
import { keyOf } from "./org-unit.ts";
import type { OrgUnits } from "./org-units.ts";

const most = 10;

/** Units of the officer's scope whose names begin with the typed text, however it is spelt. */
export async function suggestUnits(
  { units }: { readonly units: Pick<OrgUnits, "namesFrom"> },
  { q, by }: { readonly q: string; readonly by: Officer },
): Promise<string[]> {
  const own = by.units?.filter((unit) => keyOf(unit).startsWith(keyOf(q)));
  if (own) return own.sort().slice(0, most);
  return await units.namesFrom({ instansiId: by.instansiId, begin: q, limit: most });
}
