/** That no single officer gets to decide, whatever they enter one after another (decision 0101). */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { addPost, changePost } from "#shared/post/change-post.ts";
import { changeRule } from "#shared/post/change-rule.ts";
import { decidersFor } from "#shared/post/deciders-for.ts";
import { matters } from "#shared/post/leave-kinds.ts";
import { addStandIn, endStandIn } from "#shared/post/stand-in.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRule, lineOfRule } from "../../support/decider-rule-table-contract.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";
import { aUnit, UnitsInMemory } from "../../support/units-in-memory.ts";

const instansiId = "ins_contoh";
const asking = "emp_petugas";
const people = [asking, "emp_dua", "emp_a", "emp_b"] as const;
const titles = ["A", "B", "C", "D"];
const ids = ["pst_a", "pst_b", "pst_c", "pst_d"] as const;
const dinas = aUnit({ id: "unt_dinas", name: "Dinas" });
const bidang = aUnit({ id: "unt_bidang", name: "Bidang", parent: dinas.id });
const unitOf: Readonly<Record<EmployeeId, string>> = { emp_a: "Dinas", emp_b: "Bidang" };
const pathOf = (person: EmployeeId) =>
  person === "emp_b" ? [bidang.id, dinas.id] : person === "emp_a" ? [dinas.id] : [];
/** Today and those after it, on which stand-ins come and go. */
const days = [0, 1, 2, 3, 4];
const reason = "SK 800/1";

const title = fc.constantFrom("", ...titles);
const person = fc.constantFrom(...people);
const post = fc.record(
  { title: fc.constantFrom(...titles), holder: person, above: title },
  { requiredKeys: ["title"] },
);
const grant = fc.record(
  {
    place: fc.constantFrom("home", "abroad"),
    kinds: fc.constantFrom(["tahunan" as const], ["sakit" as const]),
    post: fc.constantFrom(...titles),
  },
  { requiredKeys: ["place", "post"] },
);
const targets = ["agency", bidang.id, dinas.id, ...people] as const;
/** What other officers have entered: a post stands below later ones, and the last one names the officer who asks, as its holder or Plh. */
const entered = fc.record({
  posts: fc.tuple(
    ...ids.map((id, i) =>
      fc.record({
        holder: i + 1 === ids.length ? fc.constantFrom(asking, "emp_a") : fc.option(person),
        above: fc.constantFrom(...ids.slice(i + 1), undefined),
        id: fc.constant(id),
      }),
    ),
  ),
  rules: fc.uniqueArray(
    fc.record({
      target: fc.constantFrom(...targets),
      superior: fc.option(fc.constantFrom(...ids)),
      ppk: fc.option(fc.constantFrom(...ids)),
    }),
    { minLength: 1, maxLength: 4, selector: ({ target }) => target },
  ),
});
type Entered = typeof entered extends fc.Arbitrary<infer Value> ? Value : never;
const act = fc.oneof(
  fc.record({ does: fc.constant("add"), details: post }),
  fc.record({ does: fc.constant("change"), of: title, details: post }),
  fc.record({
    ...{ does: fc.constant("stand in"), of: title, person },
    ...{ from: fc.constantFrom(...days), until: fc.option(fc.constantFrom(...days)) },
  }),
  fc.record({ does: fc.constant("end"), of: title, at: fc.nat(2) }),
  fc.record({
    does: fc.constant("rule"),
    target: fc.constantFrom(...targets),
    details: fc.record({
      ...{ superior: title, grants: fc.array(grant, { maxLength: 2 }) },
      ppk: title,
    }),
  }),
  fc.record({ does: fc.constant("wait") }),
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

async function world({ posts: all, rules: told }: Entered) {
  const clock = new FakeClock();
  const employees = new EmployeesInMemory(
    ...people.map((id) => anEmployee({ id, unitKerja: unitOf[id] ?? "Bagian Umum" })),
  );
  const units = new UnitsInMemory();
  await units.write({
    ...{ instansiId, seen: 0, removed: [], freed: [], saved: [dinas, bidang] },
    claimed: [dinas, bidang].map((unit) => ({ unit, name: unit.name })),
  });
  const agencies = { find: async () => undefined };
  const [posts, rules] = [new PostsInMemory(), new DeciderRulesInMemory()];
  for (const [i, { id, above, holder }] of all.entries()) {
    const until = daysAfter(jakartaDay(clock.now()), 1);
    const isAway = holder === "emp_a" && i + 1 === all.length;
    const plh = { person: asking, form: "plh", from: "2026-11-01", until } as const;
    const named = {
      ...(isAway && { standIns: [plh] }),
      ...(above && { above }),
      ...(holder && { holder }),
    };
    const saved = aPost({ id, title: titles[i] ?? "", ...named });
    await posts.save(saved, undefined, lineOfPost(saved));
  }
  for (const { target, superior, ppk } of told) {
    const said = { ...(superior && { superior }), ...(ppk && target === "agency" && { ppk }) };
    const rule = aRule({ target, ...said });
    await rules.save(rule, lineOfRule(rule));
  }
  return { api: { clock, employees, units, posts, rules, agencies }, clock };
}
type Api = Awaited<ReturnType<typeof world>>["api"];

/** What is refused changes nothing. */
async function tryTo(api: Api, wanted: Act): Promise<void> {
  try {
    await carryOut(api, { employeeId: asking, instansiId, units: undefined }, wanted);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
  }
}

async function carryOut(api: Api, by: Officer, wanted: Act): Promise<void> {
  if (wanted.does === "wait") api.clock.advance({ days: 1 });
  else if ("target" in wanted) await enterRule(api, by, wanted);
  else if ("of" in wanted) await changeFound(api, by, wanted);
  else await addPost(api, { by, reason, details: wanted.details });
}

async function enterRule(api: Api, by: Officer, wanted: Extract<Act, { target: unknown }>) {
  const { target, details } = wanted;
  const revision = (await api.rules.of(instansiId, [target])).get(target)?.revision ?? 0;
  const ppk = target === "agency" ? details.ppk : "";
  await changeRule(api, { by, target, revision, details: { ...details, ppk }, reason });
}

async function changeFound(api: Api, by: Officer, wanted: Extract<Act, { of: unknown }>) {
  const found = await api.posts.findByTitle(instansiId, wanted.of);
  if (!found) return;
  const said = { by, reason, id: found.id, revision: found.revision };
  if ("details" in wanted) await changePost(api, { ...said, details: wanted.details });
  else if ("person" in wanted) {
    const [from, until] = [wanted.from, wanted.until ?? undefined].map(
      (after) => after !== undefined && daysAfter(jakartaDay(api.clock.now()), after),
    );
    const days = { from: from || "", ...(until && { until }) };
    await addStandIn(api, { ...said, ...days, person: wanted.person });
  } else {
    const stood = found.standIns[wanted.at];
    if (stood) await endStandIn(api, { ...said, person: stood.person, from: stood.from });
  }
}

const asked = days.flatMap((after) =>
  people.flatMap((each) => matters.map((matter) => ({ after, person: each, matter }))),
);

/** In what the officer who asks decides for whom, on which day. */
async function decidedBy({ posts, rules, clock }: Api, first: string): Promise<Set<string>> {
  const { items } = await posts.list(instansiId, { limit: 100 });
  const all = new Map(items.map((each) => [each.id, each]));
  const told = await rules.all(instansiId);
  const today = jakartaDay(clock.now());
  const found = asked.flatMap(({ after, person: of, matter }) => {
    const day = daysAfter(first, after);
    if (day < today) return [];
    const configured = { rules: told, posts: all, day };
    const deciders = decidersFor(configured, { person: of, units: pathOf(of), matter });
    return Object.entries(deciders)
      .filter(([, each]) => "acting" in each && each.acting.person === asking)
      .map(([part]) => JSON.stringify([after, of, part, part === "superior" || matter]));
  });
  return new Set(found);
}

test("whatever one officer enters, they decide nothing that another one has not entered", async () => {
  await fc.assert(
    fc.asyncProperty(
      entered,
      fc.array(act, { minLength: 1, maxLength: 6 }),
      async (before, after) => {
        const { api, clock } = await world(before);
        const first = jakartaDay(clock.now());
        const known = await decidedBy(api, first);
        for (const each of after) {
          await tryTo(api, each);
          const gained = [...(await decidedBy(api, first))].filter((say) => !known.has(say));
          expect(gained[0]).toBeUndefined();
        }
      },
    ),
    { numRuns: 150 },
  );
});
