/** The rules of an agency as officers read them, and who decides for one person. */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { type OrgUnit, type OrgUnitId, orgUnitId } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { employeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { DeciderRule, LeaveMatter } from "./decider-rule.ts";
import type { DeciderRules } from "./decider-rules.ts";
import type { Decider } from "./deciders-for.ts";
import { worksIn } from "./post.ts";
import { postsIn, type ReadDeciders, readDeciders } from "./read-deciders.ts";
import type { DecidersAnswer, RuleAnswer, ToldDecider } from "./rule-answers.ts";

export interface TellRules extends ReadDeciders {
  readonly rules: Pick<DeciderRules, "all" | "of">;
  readonly units: Pick<OrgUnits, "all" | "find" | "findByName">;
  readonly employees: Pick<Employees, "find" | "findAll">;
}

/** All of the own agency that say something, the agency's first. @throws NotFound for who reaches only units of it */
export async function listRules(api: TellRules, by: Officer): Promise<RuleAnswer[]> {
  const rules = [...(await api.rules.all(wholeAgencyOf(by))).values()];
  return await tellRules(
    api,
    rules.filter((rule) => postsIn(rule).length > 0),
    by,
  );
}

/** @param told of the officer's agency, by which its units are read */
export async function tellRules(
  api: TellRules,
  rules: readonly DeciderRule[],
  { instansiId }: Pick<Officer, "instansiId">,
): Promise<RuleAnswer[]> {
  const ids = rules.flatMap(({ target }) => employeeId.safeParse(target).data ?? []);
  const [posts, people, units] = await Promise.all([
    api.posts.findAll(rules.flatMap(postsIn)),
    api.employees.findAll(ids),
    unitsOf(api, instansiId),
  ]);
  const nameOf = (target: DeciderRule["target"]) => {
    const [unit, person] = [orgUnitId.safeParse(target), employeeId.safeParse(target)];
    if (unit.success) return units.get(unit.data)?.name;
    const record = person.success ? people.get(person.data) : undefined;
    return record?.instansiId === instansiId ? fullName(record) : undefined;
  };
  const named = (id: DeciderRule["superior"]) => {
    const post = id && posts.get(id);
    return post ? [{ id: post.id, title: post.title }] : [];
  };
  const told = rules.map(({ target, revision, superior, ppk, grants }) => {
    const [name, [above], [top]] = [nameOf(target), named(superior), named(ppk)];
    return {
      ...{ target, revision, ...(name !== undefined && { name }) },
      ...(above && { superior: above }),
      grants: grants.flatMap(({ post, ...grant }) =>
        named(post).map((each) => ({ ...grant, post: each })),
      ),
      ...(top && { ppk: top }),
    };
  });
  return told.toSorted((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "id"));
}

export async function unitsOf(
  { units }: { readonly units: Pick<OrgUnits, "all"> },
  instansiId: string,
): Promise<Map<OrgUnitId, OrgUnit>> {
  const found = new Map<OrgUnitId, OrgUnit>();
  for await (const unit of units.all(instansiId)) found.set(unit.id, unit);
  return found;
}

/** Who decides for somebody of the own agency today. @throws NotFound */
export async function tellDeciders(
  api: TellRules,
  by: Officer,
  { person, ...matter }: LeaveMatter & { readonly person: Officer["employeeId"] },
): Promise<DecidersAnswer> {
  const record = await api.employees.find(person);
  if (!record || !worksIn(record, wholeAgencyOf(by), api.clock.now()))
    throw new NotFound("No such person.");
  const { superior, authority } = await readDeciders(api, record, matter);
  const acting = [superior, authority].flatMap((each) =>
    "acting" in each ? [each.acting.person] : [],
  );
  const people = await api.employees.findAll(acting);
  const told = (decider: Decider): ToldDecider => {
    if ("finding" in decider) return decider;
    const { post, acting: who } = decider;
    const found = people.get(who.person);
    return {
      post: { id: post.id, title: post.title },
      name: found ? fullName(found) : "",
      ...(who.form && { form: who.form }),
    };
  };
  return { superior: told(superior), authority: told(authority) };
}
