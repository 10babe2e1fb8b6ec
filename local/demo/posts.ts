/** The posts of the demo's first agency: one for each unit, with a Plh., a Plt., and one in which nobody acts, so that the check has something to say. */

import type { OrgUnits } from "#shared/agency/org-units.ts";
import { cardStatus, type EmployeeId } from "#shared/employee/employee.ts";
import type { DeciderRule } from "#shared/post/decider-rule.ts";
import type { WritableDeciderRules } from "#shared/post/decider-rules.ts";
import type { Post, PostId } from "#shared/post/post.ts";
import type { WritablePosts } from "#shared/post/posts.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { demoAgencies } from "./agencies.ts";
import type { DemoPerson } from "./people.ts";

type Candidate = DemoPerson & { readonly id: EmployeeId };

const [{ id: instansiId, zone }] = demoAgencies;
const sekda = "Sekretariat Daerah";
/** By what stands in them today; every other one has its holder. */
const vacant = "Kecamatan Contoh Timur";
const withPlt = "Dinas Pertanian";
const withPlh = "Dinas Kesehatan";
const plhDays = 3;

interface PostWorld {
  readonly posts: WritablePosts;
  readonly rules: WritableDeciderRules;
  readonly units: Pick<OrgUnits, "findByName">;
  readonly clock: Clock;
}

/** Enters those that are not there yet, and that each unit's head is the superior there. */
export async function seedPosts(
  { posts, rules, units, clock }: PostWorld,
  people: readonly Candidate[],
): Promise<void> {
  const now = clock.now();
  const line = { revision: 1, at: now.toISOString(), changes: [] };
  const entered = { ...line, actor: { role: "import" }, action: "registered" } as const;
  const all = demoPosts(people, now);
  for (const { unit: _, ...post } of all)
    if (!(await posts.find(post.id)))
      await posts.save(post, undefined, { ...entered, subjectId: `post#${post.id}` });
  for (const rule of await demoRules(units, all))
    if (!(await rules.of(instansiId, [rule.target])).has(rule.target)) {
      const subjectId = `decider-rule#${instansiId}#${rule.target}`;
      await rules.save(rule, { ...entered, subjectId });
    }
}

async function demoRules(
  units: PostWorld["units"],
  all: readonly UnitPost[],
): Promise<DeciderRule[]> {
  const [top] = all;
  if (!top) return [];
  const of = { instansiId, revision: 1 };
  const ofUnits = await Promise.all(
    all.map(async ({ id: superior, unit: name }): Promise<DeciderRule[]> => {
      const unit = await units.findByName(instansiId, name);
      const grants = [{ place: "home" as const, kinds: ["sakit" as const], post: superior }];
      return unit ? [{ ...of, target: unit.id, superior, grants }] : [];
    }),
  );
  const { id: ppk } = top;
  return [{ ...of, target: "agency", ppk, superior: ppk, grants: [] }, ...ofUnits.flat()];
}

type UnitPost = Post & { readonly unit: string };

/** @param now the first day of the stand-ins */
function demoPosts(people: readonly Candidate[], now: Date): readonly UnitPost[] {
  const present = people.filter(
    ({ employee, role }) =>
      employee.instansiId === instansiId && !role && cardStatus(employee, now) === "active",
  );
  const units = Map.groupBy(present, ({ employee }) => employee.unitKerja);
  // The one above all comes first.
  const names = [...units.keys()].sort((a, b) => Number(b === sekda) - Number(a === sekda));
  const [top] = names;
  return names.map((unit, i) => {
    const [first, second] = units.get(unit)?.map(({ id }) => id) ?? [];
    return {
      ...{ unit, instansiId, id: idOf(i), title: titleOf(unit), revision: 1 },
      ...actingIn(unit, { first, second }, now),
      ...(unit !== top && { above: idOf(0) }),
    };
  });
}

function idOf(i: number): PostId {
  return `pst_demo${String(i + 1).padStart(2, "0")}`;
}

function titleOf(unit: string): string {
  return unit === sekda ? "Sekretaris Daerah Kabupaten Contoh" : `Kepala ${unit}`;
}

function actingIn(
  unit: string,
  {
    first,
    second,
  }: { readonly first?: EmployeeId | undefined; readonly second?: EmployeeId | undefined },
  now: Date,
): Pick<Post, "holder" | "standIns"> {
  const from = dayIn(zone, now);
  if (unit === vacant || first === undefined) return { standIns: [] };
  if (unit === withPlt) return { standIns: [{ person: first, form: "plt", from }] };
  if (unit !== withPlh || second === undefined) return { holder: first, standIns: [] };
  const until = dayIn(zone, new Date(now.getTime() + plhDays * 86_400_000));
  return { holder: first, standIns: [{ person: second, form: "plh", from, until }] };
}
