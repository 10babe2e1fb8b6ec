import { expect, test } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import { reconcile } from "#shared/card/reconcile.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoName } from "#shared/photo/photo-digest.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardsInMemory } from "../../support/cards-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";

/** Five minutes after the change of Siti's card. */
const now = "2026-11-21T03:05:00.000Z";
const siti = anEmployee({ cardChangedAt: "2026-11-21T03:00:00.000Z" });

function setUp(employee: Employee = siti, at = now) {
  const clock = new FakeClock(at);
  const redraws: EmployeeId[] = [];
  const validated: PhotoName[] = [];
  const world = {
    employees: new EmployeesInMemory(employee),
    cards: new CardsInMemory(),
    uploads: new PhotoObjectsInMemory(clock),
    photoQueue: { send: async (name: PhotoName) => void validated.push(name) },
    redrawQueue: { send: async (id: EmployeeId) => void redraws.push(id) },
    clock,
  };
  return { world, redraws, validated, clock };
}

async function point({ cards }: { cards: CardsInMemory }, hash: string): Promise<void> {
  await cards.issue(siti.id, "A2010", "2026-11-21");
  await cards.point(siti.id, {
    revision: 1,
    contentHash: hash,
    templateVersion: "t1",
    backs: "backs/t1/b",
    files: ["front-portrait.webp"],
    checkCode: "7K2Q9MXB",
    shortened: [],
  });
}

test("a card that was never drawn is asked for", async () => {
  const { world, redraws } = setUp();

  expect(await reconcile(world)).toEqual({ redraws: 1, uploads: 0 });
  expect(redraws).toEqual([siti.id]);
});

test("a card that shows an older record is asked for", async () => {
  const { world, redraws } = setUp();
  await point(world, contentHash({ ...siti, golongan: "II/d" }));
  await reconcile(world);

  expect(redraws).toEqual([siti.id]);
});

test("a card that has a number and was not drawn is asked for", async () => {
  const { world, redraws } = setUp();
  await world.cards.issue(siti.id, "A2010", "2026-11-21");
  await reconcile(world);

  expect(redraws).toEqual([siti.id]);
});

test("a card that shows its record is left alone", async () => {
  const { world, redraws } = setUp();
  await point(world, contentHash(siti));

  expect(await reconcile(world)).toEqual({ redraws: 0, uploads: 0 });
  expect(redraws).toEqual([]);
});

test.each([
  ["is younger than two minutes", "2026-11-21T03:01:59.000Z", 0],
  ["is as old as two minutes", "2026-11-21T03:02:01.000Z", 1],
  ["is of yesterday (UTC)", "2026-11-22T23:05:00.000Z", 1],
  ["is of the day before yesterday", "2026-11-23T00:01:00.000Z", 0],
])("a change that %s", async (_, at, expected) => {
  const { world } = setUp(siti, at);

  expect((await reconcile(world)).redraws).toBe(expected);
});

test.each<[string, Partial<Employee>]>([
  ["who retired", { kedudukanHukum: "99" }],
  ["whose contract is over", { contractEnd: "2026-11-20" }],
  ["without a photo", { photoId: undefined }],
])("for an employee %s nothing is asked", async (_, change) => {
  const { world } = setUp({ ...siti, ...change });

  expect((await reconcile(world)).redraws).toBe(0);
});

test("an upload that nobody validated is put back into the queue, a young one is not", async () => {
  const { world, validated, clock } = setUp();
  world.uploads.put("incoming/emp_siti/pho_old", Buffer.from("a PNG"));
  clock.advance({ minutes: 3 });
  world.uploads.put("incoming/emp_siti/pho_young", Buffer.from("a PNG"));

  expect((await reconcile(world)).uploads).toBe(1);
  expect(validated).toMatchObject([{ employeeId: "emp_siti", photoId: "pho_old" }]);
});

test("what fails at every try is asked for ever more seldom, and never forgotten for longer than an hour", async () => {
  const { world, redraws, validated, clock } = setUp(siti, siti.cardChangedAt);
  world.uploads.put("incoming/emp_siti/pho_1", Buffer.from("a PNG"));
  const asked: number[] = [];
  for (let minutes = 5; minutes < 46 * 60; minutes += 5) {
    clock.advance({ minutes: 5 });
    await reconcile(world);
    if (redraws.length > 0) asked.push(minutes);
    redraws.length = 0;
  }
  const pauses = asked.map((at, i) => at - (asked[i - 1] ?? 0));

  expect(asked.slice(0, 8)).toEqual([5, 10, 20, 35, 65, 125, 185, 245]);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(60);
  expect(asked.length).toBeLessThanOrEqual(56);
  expect(validated.length).toBeLessThanOrEqual(56);
});
