/** People follow a renamed or merged unit while workers die at any write and others change records and roles. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { reachOf, standing } from "#shared/access/role.ts";
import { reaches } from "#shared/access/scope.ts";
import { followUnitRoles } from "#shared/agency/follow-unit-roles.ts";
import { unitMoves } from "#shared/agency/unit-moves.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { instansiId, newUnit, type UnitWorld, unitWorld } from "./unit-world.ts";

/** Officers, and the unit that each has a role for. */
const officers = { emp_a: "Dinas A", emp_b: "Dinas B", emp_c: "Dinas C" } as const;
const placed = ["Dinas A", "Dinas A", "DINAS A", "Dinas A", "Dinas B", "Dinas C"] as const;

/** What happens before a write: nothing, somebody else's change, or the worker's death before or after it. */
const event = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ act: "nothing" } as const) },
  { weight: 2, arbitrary: fc.constantFrom({ act: "dies" }, { act: "dies-after" } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant("moves" as const),
      who: fc.nat({ max: placed.length - 1 }),
      to: fc.constantFrom("Dinas A", "Dinas B", "Dinas C"),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

type Reach = Readonly<Record<string, readonly EmployeeId[]>>;

/** Whom each officer reaches now. */
async function reachNow(world: UnitWorld): Promise<Reach> {
  const people = await Promise.all(placed.map((_, i) => world.employees.find(`emp_${i}`)));
  const all = people.filter((person) => person !== undefined);
  const reach: Record<string, EmployeeId[]> = {};
  for (const id of keysOf(officers)) {
    const { grants } = await world.roles.find(id);
    const units = reachOf(standing(grants, instansiId, world.clock.now()), ["petugas"]);
    reach[id] = all.filter((each) => reaches({ instansiId, units }, each)).map((each) => each.id);
  }
  return reach;
}

async function beginning(action: "rename" | "merge") {
  const world = await unitWorld(...placed);
  for (const id of keysOf(officers))
    world.roles.set(id, aGrant("petugas", { unitKerja: officers[id] }));
  await world.change({
    action: "add",
    id: newUnit(),
    name: "Seksi",
    parent: await world.seen("Dinas A"),
  });
  const unit = await world.seen("Dinas A");
  await world.change(
    action === "rename"
      ? { action, unit, name: "Badan A" }
      : { action, unit, into: await world.seen("Dinas B") },
  );
  return world;
}

/** Runs the work to its end, with events before its writes. @returns who was moved by somebody else */
async function run(world: UnitWorld, events: readonly Event[], look: () => Promise<void>) {
  const moved = new Set<number>();
  let i = 0;
  const mortal =
    <Args extends unknown[], Answer>(write: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      const next = events[i++];
      if (next?.act === "dies") throw new Error("died");
      if (next?.act === "moves") {
        const person = await world.employees.find(`emp_${next.who}`);
        if (person && person.unitKerja !== next.to) {
          await world.units.join({ instansiId, unitKerja: next.to });
          await change(world.employees, person, { unitKerja: next.to }, world.clock);
          moved.add(next.who);
        }
      }
      const answer = await write(...args);
      await look();
      if (next?.act === "dies-after") throw new Error("died");
      return answer;
    };
  const { employees, units, roles, bulks, clock, approvals } = world;
  const dying = {
    clock,
    employees: {
      findAll: employees.findAll.bind(employees),
      idsInUnit: employees.idsInUnit.bind(employees),
      save: mortal(employees.save.bind(employees)),
    },
    units: {
      find: units.find.bind(units),
      ownerOf: units.ownerOf.bind(units),
      children: units.children.bind(units),
      treeRevision: units.treeRevision.bind(units),
      write: mortal(units.write.bind(units)),
    },
  };
  const writingRoles = {
    find: roles.find.bind(roles),
    ofUnits: roles.ofUnits.bind(roles),
    save: mortal(roles.save.bind(roles)),
  };
  const moves = unitMoves({
    ...dying,
    roles: { follow: (each) => followUnitRoles({ approvals, clock, roles: writingRoles }, each) },
  });
  const move = mortal(bulks.move.bind(bulks));
  for (let step = 0; step < 200; step++) {
    const bulk = bulks.all.at(-1);
    if (bulk?.state !== "running") return moved;
    try {
      await move(bulk, await moves.step(bulk), clock.now());
    } catch (error) {
      const isOurs = error instanceof Error && error.message === "died";
      if (!isOurs && !(error instanceof Conflict)) throw error;
    }
  }
  throw new Error("It does not end.");
}

type Action = "rename" | "merge";

/** Whom an officer reaches by now because people came into the unit: as with anybody who is moved there. */
function mayCome(action: Action, officer: string, id: string): boolean {
  if (action === "merge") return officer === "emp_b";
  // The other spelling of the unit that is renamed.
  return officer === "emp_a" && id === "emp_2";
}

/** Nobody is reached by an officer who did not reach them before, but whom a colleague moved or who may come. */
async function expectNoMore(
  world: UnitWorld,
  { action, before, touched }: { action: Action; before: Reach; touched: ReadonlySet<string> },
): Promise<void> {
  for (const [officer, reached] of Object.entries(await reachNow(world))) {
    const more = reached
      .filter((id) => !before[officer]?.includes(id) && !touched.has(id))
      .filter((id) => !mayCome(action, officer, id));
    expect([officer, more]).toEqual([officer, []]);
  }
}

/** Whom nobody else moved is in the new unit, nothing is left of the work, and roles are for units that there are. */
async function expectEnded(world: UnitWorld, action: Action, moved: ReadonlySet<number>) {
  const to = action === "rename" ? "Badan A" : "Dinas B";
  const people = await world.people();
  const [is, shouldBe] = [people, placed].map((units) => units.filter((_, i) => !moved.has(i)));
  const isOld = (unit: string | undefined) => unit?.toUpperCase() === "DINAS A";
  expect(is).toEqual(shouldBe?.map((unit) => (isOld(unit) ? to : unit)));
  const units = await Array.fromAsync(world.units.all(instansiId));
  expect(units.filter(({ workId, into }) => workId ?? into)).toEqual([]);
  expect((await world.tree()).Seksi).toBe(to);
  // Who came in under the old name at the last moment keeps it, and so does the role.
  if (people.some(isOld)) return;
  const { grants } = await world.roles.find("emp_a");
  expect(grants.map(({ unitKerja }) => unitKerja)).toEqual(action === "rename" ? [to] : []);
}

test.each([
  ["rename", 20261126],
  ["merge", 20261127],
] as const)(
  "a %s ends right wherever workers die, nobody is in two units, and no role reaches more (seed %i)",
  async (action, seed) => {
    const property = fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const world = await beginning(action);
      const before = await reachNow(world);
      const touched = new Set(
        events.flatMap((each) => (each.act === "moves" ? [`emp_${each.who}`] : [])),
      );
      const look = () => expectNoMore(world, { action, before, touched });
      await expectEnded(world, action, await run(world, events, look));
    });
    await fc.assert(property, { numRuns: 200, seed });
  },
);
