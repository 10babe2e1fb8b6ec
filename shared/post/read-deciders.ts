/** Who decides for a person, read as it is now. */
import { mostLevels, type OrgUnit, type OrgUnitId } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DeciderRule, LeaveMatter } from "./decider-rule.ts";
import type { DeciderRules } from "./decider-rules.ts";
import { type Deciders, decidersFor } from "./deciders-for.ts";
import { withPostsAbove } from "./own-say.ts";
import { namedIn, type PostId, withoutLeavers } from "./post.ts";
import type { Posts } from "./posts.ts";

export interface ReadDeciders {
  readonly posts: Pick<Posts, "findAll">;
  readonly rules: Pick<DeciderRules, "of">;
  readonly units: Pick<OrgUnits, "find" | "findByName">;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

/** The direct superior of somebody, and who may grant the leave; strongly consistent, but for a unit that was renamed a moment ago. */
export async function readDeciders(
  api: ReadDeciders,
  person: Employee,
  matter: LeaveMatter,
): Promise<Deciders> {
  const decidersOf = await readDecidersOf(api, person.instansiId, [person]);
  return decidersOf(person, matter);
}

/** The same of several people of one agency: each unit, rule and post is read once. */
export async function readDecidersOf(
  api: ReadDeciders,
  instansiId: string,
  people: readonly Employee[],
): Promise<(person: Employee, matter: LeaveMatter) => Deciders> {
  const names = [...new Set(people.map(({ unitKerja }) => unitKerja))];
  const paths = new Map(
    await Promise.all(
      names.map(
        async (unitKerja) => [unitKerja, await pathOf(api, { instansiId, unitKerja })] as const,
      ),
    ),
  );
  const targets = [...people.map(({ id }) => id), ...[...paths.values()].flat(), "agency" as const];
  const rules = await api.rules.of(instansiId, [...new Set(targets)]);
  const posts = await withPostsAbove(api, [...rules.values()].flatMap(postsIn));
  const named = await api.employees.findAll([...posts.values()].flatMap(namedIn));
  const now = api.clock.now();
  const present = new Map(
    [...posts].map(([id, post]) => [id, withoutLeavers(post, named, now)] as const),
  );
  return (person, matter) => {
    const configured = { rules, posts: present, day: dayOf(person, now) };
    const units = paths.get(person.unitKerja) ?? [];
    return decidersFor(configured, { person: person.id, units, matter });
  };
}

/** The posts that a rule names. */
export function postsIn({ superior, ppk, grants }: DeciderRule): PostId[] {
  return [superior, ppk, ...grants.map(({ post }) => post)].filter((each) => each !== undefined);
}

/** The own unit, then those above it; none of a unit that is in no tree. */
export async function pathOf(
  api: Pick<ReadDeciders, "units">,
  { instansiId, unitKerja }: Pick<Employee, "instansiId" | "unitKerja">,
): Promise<OrgUnitId[]> {
  return await pathFrom(api, await api.units.findByName(instansiId, unitKerja));
}

/** A unit, then those above it. */
export async function pathFrom(
  { units }: { readonly units: Pick<OrgUnits, "find"> },
  first: OrgUnit | undefined,
): Promise<OrgUnitId[]> {
  const path: OrgUnitId[] = [];
  let unit = first;
  while (unit && path.length < mostLevels) {
    path.push(unit.id);
    unit = unit.parent && (await units.find(unit.instansiId, unit.parent));
  }
  return path;
}
