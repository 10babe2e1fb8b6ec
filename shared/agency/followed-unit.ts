/** What is written of units once their people have followed a change. */
import { ownFormerNames, withFormerNames } from "./former-names.ts";
import { namesOf, type OrgUnit } from "./org-unit.ts";
import type { OrgUnits, TreeChange } from "./org-units.ts";
import { lostNames } from "./unit-change.ts";

/** One unit is gone, and the other one has its names as former ones. */
export async function mergedUnit(
  units: Pick<OrgUnits, "ownerOf">,
  unit: OrgUnit,
  into: OrgUnit,
): Promise<Partial<TreeChange>> {
  const names = [...(await ownFormerNames(units, unit)), ...namesOf(unit)];
  const target = withFormerNames(released(into), names);
  const claimed = names.map((name) => ({ unit: target, name, from: unit.id }));
  return { saved: [target], removed: [unit], claimed };
}

/** A renamed unit, whose old names are former ones now; or one of which somebody is left, who could not be moved. */
export function changedUnit(
  unit: OrgUnit,
  into: OrgUnit | undefined | "",
  { left, from }: { readonly left: readonly string[]; readonly from: readonly string[] },
): Partial<TreeChange> {
  const otherNames = into
    ? unit.otherNames
    : unit.otherNames.filter((name) => left.includes(name) || !from.includes(name));
  const kept = { ...released(unit), otherNames, into: undefined };
  const after = withFormerNames(kept, lostNames(unit, kept));
  const names = [...namesOf(after), ...lostNames(unit, kept)];
  return {
    saved: [after, ...(into ? [released(into)] : [])],
    claimed: names.map((name) => ({ unit: after, name })),
  };
}

function released(unit: OrgUnit): OrgUnit {
  return { ...unit, workId: undefined, revision: unit.revision + 1 };
}
