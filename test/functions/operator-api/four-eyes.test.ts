/**
 * Random histories of many people against the routes: whatever they do, in whatever order, nobody's roles change unless two
 * operators, neither of them that person, had their part in it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Grant } from "#shared/access/role.ts";
import {
  agus,
  budi,
  oka,
  operatorApiUnderTest,
  putu,
  rahayu,
  siti,
  type World,
} from "./operator-api-under-test.ts";

const everybody = [oka, putu, agus, budi, rahayu, siti];
/** The first three are operators, and who is none gets nowhere: they act more often, so that the histories lead somewhere. */
const anyone = fc.oneof(
  { arbitrary: fc.nat(2), weight: 3 },
  { arbitrary: fc.nat(everybody.length - 1), weight: 1 },
);

const step = fc.oneof(
  fc.record({
    kind: fc.constant("ask" as const),
    by: anyone,
    subject: anyone,
    action: fc.constantFrom("grant" as const, "revoke" as const),
    role: fc.constantFrom("operator" as const, "petugas" as const),
  }),
  // More often than asking, so that what is asked for is also decided.
  { arbitrary: decision("approve"), weight: 3 },
  decision("refuse"),
  decision("withdraw"),
  fc.record({
    kind: fc.constant("wait" as const),
    by: anyone,
    days: fc.integer({ min: 1, max: 4 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function decision<Kind extends "approve" | "refuse" | "withdraw">(kind: Kind) {
  return fc.record({ kind: fc.constant(kind), by: anyone, place: fc.nat(2) });
}

const histories = fc.array(step, { minLength: 10, maxLength: 60, size: "max" });

const personAt = (place: number) => everybody[place] ?? oka;

async function take(world: World, step: Step): Promise<number> {
  const by = personAt(step.by);
  if (step.kind === "wait") {
    await world.wait(step.days);
    return 0;
  }
  if (step.kind === "ask") {
    const { action, role } = step;
    return (await world.ask(by, { id: personAt(step.subject).id, action, role })).status;
  }
  // One of the newest: older ones are mostly decided.
  const approval = world.approvals.all.at(-1 - step.place);
  if (!approval) return 0;
  const body = step.kind === "refuse" ? { reason: "Belum ada SK" } : undefined;
  return (await world.post(by, `approvals/${approval.id}/${step.kind}`, body)).status;
}

async function snapshot({ roles }: World) {
  const all = await Promise.all(
    everybody.map(async ({ id }) => [id, await roles.find(id)] as const),
  );
  return new Map(all.map(([id, { grants }]) => [String(id), grants]));
}
type Snapshot = Awaited<ReturnType<typeof snapshot>>;

const isOperator = (grants: readonly Grant[] | undefined) =>
  grants?.some(({ role }) => role === "operator") === true;
const operatorsOf = (all: Snapshot) => [...all.values()].filter(isOperator).length;

/** What of a step must hold, told by the state before and after it and by the history alone. */
function checkStep(world: World, step: Step, before: Snapshot, after: Snapshot, told: number) {
  const changed = everybody.filter(
    ({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
  );
  const lines = world.roles.history.slice(told);
  expect(lines).toHaveLength(changed.length);
  if (changed.length === 0) return;
  expect([step.kind, changed.length]).toEqual(["approve", 1]);
  const [subject = "", asker = "", approver = ""] = [
    changed[0]?.id,
    lines[0]?.actor.id,
    lines[0]?.approvedBy,
  ];
  expect(new Set([subject, asker, approver]).size).toBe(3);
  expect(approver).toBe(personAt(step.by).id);
  for (const id of [asker, approver]) expect(isOperator(before.get(id))).toBe(true);
  expect(operatorsOf(after)).toBeGreaterThanOrEqual(2);
}

let carriedOut = 0;

async function play(steps: readonly Step[]): Promise<void> {
  const world = await operatorApiUnderTest();
  for (const step of steps) {
    const [before, told] = [await snapshot(world), world.roles.history.length];
    const status = await take(world, step);
    expect(status).toBeLessThan(500);
    checkStep(world, step, before, await snapshot(world), told);
  }
  carriedOut += world.roles.history.length;
}

const runs = { numRuns: 200, seed: 2026 };

test("no history of many people changes roles without two operators beside the one whose roles they are", async () => {
  await fc.assert(fc.asyncProperty(histories, play), runs);

  // The histories do reach what they are about.
  expect(carriedOut).toBeGreaterThan(50);
});

test.each(everybody)("whatever $name does alone, nobody's roles change", async ({ id }) => {
  const by = everybody.findIndex((each) => each.id === id);
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const world = await operatorApiUnderTest();
      const before = await snapshot(world);
      for (const each of steps) await take(world, { ...each, by });

      expect(await snapshot(world)).toEqual(before);
      expect(world.roles.history).toEqual([]);
    }),
    { ...runs, numRuns: 50 },
  );
});
