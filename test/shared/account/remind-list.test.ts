/** Reminders to a list: looked at, started, mailed in steps that may be done twice, stopped. */
import { expect, test } from "vitest";
import type { AccountList } from "#shared/account/account-lists.ts";
import { placeAt, placeOf } from "#shared/account/list-accounts.ts";
import { previewReminders, startReminders } from "#shared/account/preview-reminders.ts";
import { mostReminded } from "#shared/account/reminders.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import { doStep } from "#shared/bulk/do-step.ts";
import { aNip, anEmployee, withoutEmail } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { aWorld, by, requestId } from "./reminders-under-test.ts";

const { unitKerja } = anEmployee();

test("a preview tells exactly who gets one, and how many not and why", async () => {
  const world = await aWorld(6, (i) => {
    return i === 2 ? { emailFailedAt: "2026-11-20T03:00:00.000Z" } : {};
  });
  const [, , , activated, reminded, left] = world.people;
  if (!activated || !reminded || !left) throw new Error("Six were made.");
  await world.accountRecords.activate(activated, world.clock.now());
  await world.reminders.remind({
    ...{ id: reminded.id, runId: "blk_before", at: world.clock.now() },
    entry: {
      ...{ subjectId: "x", revision: 1, at: "", changes: [] },
      action: "activation-resent",
      actor: { role: "officer" },
    },
  });
  const nowhere = world.people.map((person, i) => (i === 1 ? withoutEmail(person) : person));
  const employees = new EmployeesInMemory(...nowhere);
  const { people, leftOut, isCut } = await previewReminders(
    { ...world, employees },
    { list: "not-activated", by },
  );

  expect(people.map(({ employee }) => employee.id)).toEqual(["emp_000", "emp_005"]);
  expect(leftOut).toEqual({ "no-address": 2, recently: 1, "not-activated": 0, unreadable: 0 });
  expect(isCut).toBe(false);
});

test("all of a preview are reminded once, in steps, and are told by the history's notice", async () => {
  const world = await aWorld(60);
  const id = await world.start();
  await world.runAll();

  expect(world.remindedIds()).toEqual(world.people.map((person) => person.id));
  expect(world.history[0]).toMatchObject({
    ...{ action: "activation-resent", holderTold: true },
    actor: { role: "officer", id: "emp_budi" },
  });
  expect(await world.bulks.find(id)).toMatchObject({
    ...{ state: "done", done: 60, unchanged: 0, refused: 0 },
    parameters: { total: 60 },
  });
});

test("a step that is done again, also by two workers, reminds nobody twice and counts the same", async () => {
  const world = await aWorld(30);
  const id = await world.start();
  const died = { ...world.bulks, find: (each: BulkId) => world.bulks.find(each) };
  await expect(
    doStep(
      {
        ...world.work,
        bulks: {
          ...died,
          move: () => Promise.reject(new Error("died")),
          stop: async () => true,
        },
      },
      id,
    ),
  ).rejects.toThrow("died");
  await Promise.all([doStep(world.work, id), doStep(world.work, id)]);
  await world.runAll();

  expect(world.history).toHaveLength(30);
  expect(await world.bulks.find(id)).toMatchObject({ state: "done", done: 30 });
});

test("who came into the list after the preview is not reminded; nor who left it, or lost the address meanwhile", async () => {
  const world = await aWorld(3);
  const id = await world.start();
  const [first, second] = world.people;
  if (!first || !second) throw new Error("Three were made.");
  await world.accountRecords.activate(first, world.clock.now());
  const late = anEmployee({
    id: "emp_late",
    nip: aNip("198502121999012999"),
    email: "l@contoh.example",
  });
  world.clock.advance({ seconds: 1 });
  await world.accountRecords.add(late, world.clock.now());
  await world.runAll();

  expect(world.remindedIds()).toEqual(["emp_001", "emp_002"]);
  expect(await world.bulks.find(id)).toMatchObject({ state: "done", done: 2 });
});

test("stopped, nobody more is reminded", async () => {
  const world = await aWorld(60);
  const id = await world.start();
  await doStep(world.work, id);
  await world.bulks.stop(id, { why: "asked", at: world.clock.now() });
  await world.runAll();

  expect(world.history).toHaveLength(25);
  expect(await world.bulks.find(id)).toMatchObject({ state: "stopped", done: 25 });
});

test("the same request starts one run, and a second one within the week finds nobody", async () => {
  const world = await aWorld(2);
  const id = await world.start();
  expect(await world.start()).toBe(id);
  await world.runAll();

  await expect(world.start()).rejects.toMatchObject({ code: "nobody-to-remind" });
  expect(world.history).toHaveLength(2);
  world.clock.advance({ days: 7 });
  expect((await previewReminders(world, { list: "not-activated", by })).people).toHaveLength(2);
});

test("of a unit only its people, and of an officer's units only theirs", async () => {
  const world = await aWorld(4, (i) => (i % 2 === 0 ? { unitKerja: "Inspektorat" } : {}));
  const idsOf = async (how: object) =>
    (await previewReminders(world, { list: "not-activated", by, ...how })).people.map(
      ({ employee }) => employee.id,
    );

  expect(await idsOf({ unitKerja: "Inspektorat" })).toEqual(["emp_000", "emp_002"]);
  expect(await idsOf({ by: { ...by, units: [unitKerja] } })).toEqual(["emp_001", "emp_003"]);
  await world.start({ unitKerja: "Inspektorat" });
  await world.runAll();
  expect(world.remindedIds()).toEqual(["emp_000", "emp_002"]);
});

test.each([
  ["that nobody works in", "Inspektorat Lama", undefined],
  ["that is spelt otherwise", unitKerja.toUpperCase(), undefined],
  ["of another officer", unitKerja, ["Inspektorat"]],
])("of a unit %s neither a preview nor a run is made", async (_, wrong, units) => {
  const world = await aWorld(2);
  const asked = { list: "not-activated", unitKerja: wrong, by: { ...by, units } } as const;
  const unknown = { problems: [{ field: "unitKerja", code: "unit-unknown" }] };

  await expect(previewReminders(world, asked)).rejects.toMatchObject(unknown);
  const start = startReminders(world, { ...asked, requestId, through: "x" });
  await expect(start).rejects.toMatchObject(unknown);
  expect(world.sent).toEqual([]);
});

test.each([
  ["no-photo", "photo-reminded"],
  ["photo-refused", "photo-reminded"],
  ["no-phone", "phone-reminded"],
] as const)(
  "whoever is in %s is reminded of it once the account is activated",
  async (list, action) => {
    const world = await aWorld(2);
    for (const [i, { id: employeeId, instansiId }] of world.people.entries())
      world.photos.put({
        ...{ id: `pho_${i}`, employeeId, instansiId, state: "rejected", rules: [] },
        requestedAt: world.clock.now().toISOString(),
      });
    const [, second] = world.people;
    if (second) await world.accountRecords.activate(second, world.clock.now());
    await world.start({ list });
    await world.runAll();

    expect(world.history).toMatchObject([{ action }]);
    expect(world.remindedIds()).toEqual(["emp_001"]);
  },
);

test("one run takes five hundred people, and says that there are more", async () => {
  const world = await aWorld(mostReminded + 1);
  const list: AccountList = "not-activated";
  const preview = await previewReminders(world, { list, by });

  expect(preview.people).toHaveLength(mostReminded);
  expect(preview.isCut).toBe(true);
  await world.start();
  await world.runAll();
  expect(world.history).toHaveLength(mostReminded);
});

const endOfTime = { since: "9999-12-31T00:00:00.000Z", id: "emp_zzz" } as const;

test("nor more by a place that no preview told: the end of time", async () => {
  const world = await aWorld(mostReminded + 1);
  const through = placeOf(endOfTime);
  await startReminders(world, { list: "not-activated", by, requestId, through });
  await world.runAll();

  expect(world.history).toHaveLength(mostReminded);
});

test("a request that finds nobody to remind uses none of the day's runs", async () => {
  const deaf = { unitKerja: "Unit Tuli", emailFailedAt: "2026-11-20T03:00:00.000Z" };
  const world = await aWorld(2, (i) => (i === 0 ? deaf : {}));
  for (let time = 0; time < 12; time++)
    await expect(world.start({ unitKerja: deaf.unitKerja })).rejects.toMatchObject({
      code: "nobody-to-remind",
    });

  await expect(world.start()).resolves.toMatch(/^blk_/);
});

test("nor does a preview tell the officer of a unit who of another one comes last", async () => {
  const world = await aWorld(3, (i) => ({ unitKerja: i === 2 ? "Dinas Lain" : "Bagian Umum" }));
  const ofUnit = { ...by, units: ["Bagian Umum"] };
  const { through = "" } = await previewReminders(world, { list: "not-activated", by: ofUnit });

  expect(placeAt(through).id).toBe(world.people[1]?.id);
  const none = { list: "not-activated", by: { ...by, units: ["Tidak Ada"] } } as const;
  expect((await previewReminders(world, none)).through).toBeUndefined();
});
