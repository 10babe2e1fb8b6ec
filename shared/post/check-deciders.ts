/** Whom an agency's rules leave without somebody who decides. Pure. */
import { mostLevels, type OrgUnit, type OrgUnitId } from "#shared/agency/org-unit.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import {
  type Configured,
  type DeciderFinding,
  type Deciders,
  decidersFor,
} from "./deciders-for.ts";
import { matters } from "./leave-kinds.ts";

const parts = ["superior", "authority"] as const satisfies readonly (keyof Deciders)[];

/** For a unit with all below it, for everybody, or for one person. */
export interface DeciderGap {
  readonly of: (typeof parts)[number];
  readonly finding: DeciderFinding;
  readonly unit?: OrgUnitId;
  readonly person?: EmployeeId;
}

/**
 * @param people those whom posts name, with the unit in which each works: only for them a way can lead to themselves
 * @returns for everybody first; a unit is told where the one above it lacks nothing alike
 */
export function checkDeciders(
  configured: Configured,
  {
    units,
    people,
  }: {
    readonly units: ReadonlyMap<OrgUnitId, OrgUnit>;
    readonly people: ReadonlyMap<EmployeeId, OrgUnitId | undefined>;
  },
): DeciderGap[] {
  const lacksOf = (path: readonly OrgUnitId[], person?: EmployeeId) =>
    lacks(configured, path, person);
  const ofAll = lacksOf([]);
  const ofUnits = [...units.values()].flatMap(({ id }) => {
    const path = pathIn(units, id);
    const above = new Set(lacksOf(path.slice(1)).map(({ name }) => name));
    return lacksOf(path)
      .filter(({ name }) => !above.has(name))
      .map(({ name: _, ...gap }) => ({ ...gap, unit: id }));
  });
  const ofPeople = [...people].flatMap(([person, unit]) =>
    lacksOf(pathIn(units, unit), person)
      .filter(({ finding }) => finding === "own")
      .map(({ name: _, ...gap }) => ({ ...gap, person })),
  );
  return [...ofAll.map(({ name: _, ...gap }) => gap), ...ofUnits, ...ofPeople];
}

/** Each kind of lack once, whatever is asked for. */
function lacks(
  configured: Configured,
  units: readonly OrgUnitId[],
  person: EmployeeId | undefined,
) {
  const found = matters.flatMap((matter) => {
    const deciders = decidersFor(configured, {
      ...{ units, matter },
      ...(person !== undefined && { person }),
    });
    return parts.flatMap((of) => {
      const decider = deciders[of];
      if (!("finding" in decider)) return [];
      const { finding } = decider;
      return [{ of, finding, name: `${of} ${finding}` }];
    });
  });
  return [...new Map(found.map((each) => [each.name, each])).values()];
}

function pathIn(units: ReadonlyMap<OrgUnitId, OrgUnit>, id: OrgUnitId | undefined): OrgUnitId[] {
  const path: OrgUnitId[] = [];
  let unit = id && units.get(id);
  while (unit && path.length < mostLevels) {
    path.push(unit.id);
    unit = unit.parent && units.get(unit.parent);
  }
  return path;
}
