import type { Officer } from "#shared/access/scope.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { mostLevels, namesOf, type OrgUnit } from "./org-unit.ts";
import type { OrgUnits } from "./org-units.ts";

/** Units that one query of the tree tells at most. */
const pageSize = 1000;

/**
 * An officer, as far as a unit with all units below it goes, by every name under which people of them stand. One query for each unit:
 * its cost does not depend on how many units the agency has.
 * @param unit its name in any spelling; one that is in no tree is the text of records
 */
export async function withinUnit(
  { units }: { readonly units: Pick<OrgUnits, "findByName" | "children"> },
  { unit, by }: { readonly unit: string; readonly by: Officer },
): Promise<Officer> {
  const top = await units.findByName(by.instansiId, unit);
  const names = new Set(top ? namesOf(top) : [unit]);
  let level = top ? [top] : [];
  // A tree has no more levels; a circle, which nothing can write, would end here too.
  for (let depth = 0; level.length > 0 && depth < mostLevels; depth++) {
    const below = await sideBySide(level, (each) => childrenOf(units, each));
    level = below.flat();
    for (const each of level) for (const name of namesOf(each)) names.add(name);
  }
  return { ...by, units: [...names].filter((name) => by.units?.includes(name) ?? true) };
}

async function childrenOf(
  units: Pick<OrgUnits, "children">,
  { instansiId, id: parent }: OrgUnit,
): Promise<OrgUnit[]> {
  const all: OrgUnit[] = [];
  let from: string | undefined;
  do {
    const { items, next } = await units.children({ instansiId, parent }, { limit: pageSize, from });
    all.push(...items);
    from = next;
  } while (from !== undefined);
  return all;
}
