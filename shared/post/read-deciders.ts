/** Who decides for a person, read as it is now. */
import { mostLevels, type OrgUnitId } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DeciderRule, LeaveMatter } from "./decider-rule.ts";
import type { DeciderRules } from "./decider-rules.ts";
import { type Deciders, decidersFor } from "./deciders-for.ts";
import { mostAbove, namedIn, type Post, type PostId, withoutLeavers } from "./post.ts";
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
  const units = await pathOf(api, person);
  const rules = await api.rules.of(person.instansiId, [person.id, ...units, "agency"]);
  const posts = await withPostsAbove(api, [...rules.values()].flatMap(postsIn));
  const people = await api.employees.findAll([...posts.values()].flatMap(namedIn));
  const now = api.clock.now();
  const present = new Map(
    [...posts].map(([id, post]) => [id, withoutLeavers(post, people, now)] as const),
  );
  const configured = { rules, posts: present, day: dayOf(person, now) };
  return decidersFor(configured, { person: person.id, units, matter });
}

/** The posts that a rule names. */
export function postsIn({ superior, ppk, grants }: DeciderRule): PostId[] {
  return [superior, ppk, ...grants.map(({ post }) => post)].filter((each) => each !== undefined);
}

/** The own unit, then those above it; none of a unit that is in no tree. */
async function pathOf(
  { units }: Pick<ReadDeciders, "units">,
  { instansiId, unitKerja }: Employee,
): Promise<OrgUnitId[]> {
  const path: OrgUnitId[] = [];
  let unit = await units.findByName(instansiId, unitKerja);
  while (unit && path.length < mostLevels) {
    path.push(unit.id);
    unit = unit.parent && (await units.find(instansiId, unit.parent));
  }
  return path;
}

/** These posts, and all above them. */
async function withPostsAbove(
  { posts }: Pick<ReadDeciders, "posts">,
  first: readonly PostId[],
): Promise<Map<PostId, Post>> {
  const found = new Map<PostId, Post>();
  let wanted = [...new Set(first)];
  for (let steps = 0; wanted.length > 0 && steps <= mostAbove; steps++) {
    for (const [id, post] of await posts.findAll(wanted)) found.set(id, post);
    const above = [...found.values()].flatMap((each) => each.above ?? []);
    wanted = [...new Set(above)].filter((id) => !found.has(id));
  }
  return found;
}
