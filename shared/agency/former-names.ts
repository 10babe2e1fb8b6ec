/** Names that units had before a rename or a merge. Files and people use them for years; nobody stands under them any more. */
import { keyOf, namesOf, type OrgUnit, type OrgUnitId } from "./org-unit.ts";
import type { OrgUnits } from "./org-units.ts";

/** The newest ones of a unit that are kept. */
const mostFormerNames = 40;

/** The unit, to which these names lead as well. Names that it has now are no former ones. */
export function withFormerNames(unit: OrgUnit, names: readonly string[]): OrgUnit {
  const present = new Set(namesOf(unit).map(keyOf));
  const byKey = new Map([...(unit.formerNames ?? []), ...names].map((name) => [keyOf(name), name]));
  const formerNames = [...byKey].filter(([key]) => !present.has(key)).map(([, name]) => name);
  return { ...unit, formerNames: formerNames.slice(-mostFormerNames) };
}

/** The unit's former names that still lead to it: another unit may have one of them now. */
export async function ownFormerNames(
  units: Pick<OrgUnits, "ownerOf">,
  { instansiId, id, formerNames = [] }: OrgUnit,
): Promise<string[]> {
  const owners = await Promise.all(formerNames.map((name) => units.ownerOf(instansiId, name)));
  return formerNames.filter((_, i) => owners[i] === id);
}

/**
 * What units are called now, by the folded names (`keyOf`) that they had. While people follow a rename or a merge, the names that they
 * leave count already. A name that some unit has now is nobody's former one.
 * @param units all of an agency
 */
export function presentNames(units: readonly OrgUnit[]): ReadonlyMap<string, string> {
  const nameOf = new Map<OrgUnitId, string>(units.map(({ id, name }) => [id, name]));
  const targets = new Set(units.flatMap(({ into }) => into ?? []));
  const former = new Map<string, string>();
  for (const unit of units) {
    const name = (unit.into && nameOf.get(unit.into)) ?? unit.name;
    for (const each of [...(unit.formerNames ?? []), ...leftNames(unit, targets)])
      former.set(keyOf(each), name);
  }
  for (const unit of units) {
    const left = leftNames(unit, targets);
    for (const name of namesOf(unit)) if (!left.includes(name)) former.delete(keyOf(name));
  }
  return former;
}

/** The names that people of the unit are leaving: of one that goes into another one all, of one that is renamed all but the new one. */
function leftNames(unit: OrgUnit, targets: ReadonlySet<OrgUnitId>): readonly string[] {
  if (unit.into) return namesOf(unit);
  const isRenamed = unit.workId !== undefined && !targets.has(unit.id);
  return isRenamed ? unit.otherNames : [];
}
