/** Who is away in which unit, month by month, for whoever decides their leave or has them in an officer's reach (services.md 1.5). */
import type { Standing } from "#shared/access/decide-approval.ts";
import { reachOf } from "#shared/access/role.ts";
import { reaches } from "#shared/access/scope.ts";
import {
  keyOf,
  mostLevels,
  namesOf,
  type OrgUnit,
  type OrgUnitId,
} from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { postsActedBy } from "#shared/post/acts-in.ts";
import type { DeciderRule, RuleTarget } from "#shared/post/decider-rule.ts";
import type { DeciderRules } from "#shared/post/decider-rules.ts";
import type { PostId } from "#shared/post/post.ts";
import type { Posts } from "#shared/post/posts.ts";
import { postsIn } from "#shared/post/read-deciders.ts";
import { officerRoles } from "#shared/request/request.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AwayAnswer } from "./leave-answers.ts";
import type { LeaveLedgers } from "./leave-ledgers.ts";
import { lastDayOf } from "./leave-span.ts";

export interface AwayCalendar {
  readonly ledgers: Pick<LeaveLedgers, "awayIn">;
  readonly employees: Pick<Employees, "findAll">;
  readonly posts: Pick<Posts, "actedBy">;
  readonly rules: Pick<DeciderRules, "all">;
  readonly units: Pick<OrgUnits, "all">;
  readonly standingOf: (id: EmployeeId) => Promise<Pick<Standing, "roles">>;
  readonly clock: Clock;
}

/**
 * Names and days, never kinds or reasons, as where one leave is decided (decision 0105).
 * @param month "2026-12" @returns without units for whom has neither a post nor a role
 */
export async function awayIn(
  api: AwayCalendar,
  reader: Employee,
  month: string,
): Promise<AwayAnswer> {
  const from = `${month}-01`;
  const sees = await reachOfReader(api, reader);
  if (!sees) return { month, items: [] };
  const { instansiId } = reader;
  const found = await api.ledgers.awayIn(instansiId, { from, to: lastDayOf(from, { months: 1 }) });
  const seen = found.filter(({ unitKerja, person }) => sees(unitKerja, person));
  const people = await api.employees.findAll([...new Set(seen.map(({ person }) => person))]);
  const items = seen.flatMap(({ person, from: first, to, isGiven, unitKerja, request }) => {
    const who = people.get(person);
    if (!who) return [];
    return [{ request, name: fullName(who), unitKerja, from: first, to, isGiven }];
  });
  const orderOf = (each: (typeof items)[number]) => `${each.unitKerja} ${each.from} ${each.name}`;
  return {
    ...{ month, reads: true },
    items: items.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  };
}

type Sees = (unitKerja: string, person: EmployeeId) => boolean;

/** By a role of officers, or by a post that a rule names for the unit or the person. */
async function reachOfReader(api: AwayCalendar, reader: Employee): Promise<Sees | undefined> {
  const { instansiId } = reader;
  const [{ roles }, acted] = await Promise.all([
    api.standingOf(reader.id),
    postsActedBy(api, reader),
  ]);
  const own = roles.filter(({ role }) => officerRoles.some((each) => each === role));
  const scope = { instansiId, units: reachOf(own, officerRoles) };
  const byRole: Sees = (unitKerja) => own.length > 0 && reaches(scope, { instansiId, unitKerja });
  if (acted.length === 0) return own.length > 0 ? byRole : undefined;
  const posts = new Set(acted.map(({ id }) => id));
  const [rules, path] = await Promise.all([api.rules.all(instansiId), pathsIn(api, instansiId)]);
  const decides = (target: RuleTarget) => isNamed(rules.get(target), posts);
  return (unitKerja, person) =>
    byRole(unitKerja, person) ||
    [person, ...path(unitKerja), "agency" as const].some((target) => decides(target));
}

function isNamed(rule: DeciderRule | undefined, posts: ReadonlySet<PostId>): boolean {
  return rule !== undefined && postsIn(rule).some((post) => posts.has(post));
}

/** The unit of a name, and those above it. */
async function pathsIn({ units }: AwayCalendar, instansiId: string) {
  const [byId, byName] = [new Map<OrgUnitId, OrgUnit>(), new Map<string, OrgUnit>()];
  for await (const unit of units.all(instansiId)) {
    byId.set(unit.id, unit);
    for (const name of namesOf(unit)) byName.set(keyOf(name), unit);
  }
  return (unitKerja: string): readonly OrgUnitId[] => {
    const path: OrgUnitId[] = [];
    let unit = byName.get(keyOf(unitKerja));
    while (unit && path.length < mostLevels) {
      path.push(unit.id);
      unit = unit.parent && byId.get(unit.parent);
    }
    return path;
  };
}
