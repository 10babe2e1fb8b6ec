/** What is wrong today with an agency's posts, and with whom they decide for. */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { keyOf, namesOf, type OrgUnit, type OrgUnitId } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { checkDeciders, type DeciderGap } from "./check-deciders.ts";
import { checkPosts } from "./check-posts.ts";
import type { DeciderRules } from "./decider-rules.ts";
import { namedIn, type Post, type PostId, withoutLeavers, worksIn } from "./post.ts";
import type { PostCheckAnswer } from "./post-answers.ts";
import { type TellPosts, zoneFor } from "./tell-posts.ts";
import { unitsOf } from "./tell-rules.ts";

export interface TellCheck extends TellPosts {
  readonly rules: Pick<DeciderRules, "all">;
  readonly units: Pick<OrgUnits, "all">;
}

/** It reads all posts: keys of titles are short. */
const readAtOnce = 500;
const mostFindings = 100;

/** It reads all posts, rules and units of the agency, and the records of all whom posts name. @throws NotFound */
export async function tellCheck(api: TellCheck, by: Officer): Promise<PostCheckAnswer> {
  const instansiId = wholeAgencyOf(by);
  const [posts, rules, units, zone] = await Promise.all([
    allPosts(api, instansiId),
    api.rules.all(instansiId),
    unitsOf(api, instansiId),
    zoneFor(api, instansiId),
  ]);
  const people = await api.employees.findAll([...posts.values()].flatMap(namedIn));
  const now = api.clock.now();
  const day = dayIn(zone, now);
  const found = checkPosts(posts, { people, day, now });
  const present = new Map(
    [...posts].map(([id, post]) => [id, withoutLeavers(post, people, now)] as const),
  );
  const working = [...people.values()].filter((each) => worksIn(each, instansiId, now));
  // Before the first post is entered, that nobody decides is no news.
  const gaps =
    posts.size === 0
      ? []
      : checkDeciders(
          { rules, posts: present, day },
          { units, people: unitsOfPeople(units, working) },
        );
  return {
    posts: posts.size,
    findings: found.slice(0, mostFindings).map(({ code, post: { id, title } }) => ({
      code,
      post: { id, title },
    })),
    gaps: gaps.slice(0, mostFindings).map((gap) => named(gap, units, people)),
    isCut: found.length > mostFindings || gaps.length > mostFindings,
  };
}

async function allPosts(
  { posts }: Pick<TellPosts, "posts">,
  instansiId: string,
): Promise<Map<PostId, Post>> {
  const all = new Map<PostId, Post>();
  let from: string | undefined;
  do {
    const page = await posts.list(instansiId, { limit: readAtOnce, from });
    for (const each of page.items) all.set(each.id, each);
    from = page.next;
  } while (from !== undefined);
  return all;
}

function unitsOfPeople(
  units: ReadonlyMap<OrgUnitId, OrgUnit>,
  people: readonly Employee[],
): ReadonlyMap<EmployeeId, OrgUnitId | undefined> {
  const byName = new Map(
    [...units.values()].flatMap((unit) => namesOf(unit).map((name) => [keyOf(name), unit.id])),
  );
  return new Map(people.map(({ id, unitKerja }) => [id, byName.get(keyOf(unitKerja))]));
}

function named(
  { of, finding, unit, person }: DeciderGap,
  units: ReadonlyMap<OrgUnitId, OrgUnit>,
  people: ReadonlyMap<EmployeeId, Employee>,
): PostCheckAnswer["gaps"][number] {
  const record = person && people.get(person);
  const name = unit ? units.get(unit)?.name : record && fullName(record);
  return { of, finding, ...(name !== undefined && { name }) };
}
