/** Reminders to people who were marked one by one: looked at, started, mailed in steps that may be done twice. */
import { expect, test } from "vitest";
import type { MarkedList } from "#shared/account/account-lists.ts";
import {
  previewMarkedReminders,
  startMarkedReminders,
} from "#shared/account/preview-marked-reminders.ts";
import { remindersOf } from "#shared/account/remind-list.ts";
import { bulkKinds } from "#shared/bulk/bulk.ts";
import { doStep } from "#shared/bulk/do-step.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { aWorld, by, requestId } from "./reminders-under-test.ts";

type World = Awaited<ReturnType<typeof aWorld>>;

const wishOf = (ids: readonly EmployeeId[], list: MarkedList = "not-activated") => ({
  ...{ ids, list, by },
});
const idsOf = ({ people }: World) => people.map(({ id }) => id);
const reasonsOf = async (world: World, list: MarkedList, units?: readonly string[]) => {
  const wish = { ...wishOf(idsOf(world), list), by: { ...by, units } };
  return (await previewMarkedReminders(world, wish)).map(({ why }) => why);
};

test("each who was marked gets one, or is told why not", async () => {
  const world = await aWorld(6, (i) => {
    if (i === 1) return { emailFailedAt: "2026-11-20T03:00:00.000Z" };
    if (i === 2) return { kedudukanHukum: "99" };
    if (i === 3) return { unitKerja: "Inspektorat" };
    return i === 4 ? { photoId: "pho_1" } : {};
  });
  const [first, , , , fifth] = world.people;
  if (!first || !fifth) throw new Error("Six were made.");
  for (const person of [first, fifth])
    await world.accountRecords.activate(person, world.clock.now());

  expect(await reasonsOf(world, "not-activated", [first.unitKerja])).toEqual([
    ...["not-needed", "no-address", "not-needed", "out-of-scope", "not-needed", undefined],
  ]);
  expect(await reasonsOf(world, "no-photo")).toEqual([
    ...[undefined, "no-address", "not-needed", "not-activated", "not-needed", "not-activated"],
  ]);
  expect((await previewMarkedReminders(world, wishOf(["emp_nobody"])))[0]).toEqual({
    ...{ id: "emp_nobody", person: undefined, why: "out-of-scope" },
  });
});

test("a mark of a record that was joined into another one means nobody, before and in the run", async () => {
  const world = await aWorld(2);
  const [first, twin] = world.people;
  if (!first || !twin) throw new Error("Two were made.");
  const id = await startMarkedReminders(world, { ...wishOf(idsOf(world)), requestId });
  await change(world.employees, twin, { joinedInto: first.id }, world.clock);

  expect((await previewMarkedReminders(world, wishOf([twin.id])))[0]).toEqual({
    ...{ id: twin.id, person: undefined, why: "out-of-scope" },
  });
  await world.runAll();
  expect(await world.bulks.find(id)).toMatchObject({ done: 1, refused: 1 });
});

test("whom the officer does not reach the preview does not know", async () => {
  const world = await aWorld(1);
  const wish = { ...wishOf(idsOf(world)), by: { ...by, units: ["Inspektorat"] } };

  expect((await previewMarkedReminders(world, wish))[0]?.person).toBeUndefined();
});

test("exactly they are reminded, in steps, also when a step is done twice, and nobody again within a week", async () => {
  const world = await aWorld(62);
  const marked = idsOf(world).slice(0, 60);
  const id = await startMarkedReminders(world, { ...wishOf(marked), requestId });
  expect(await startMarkedReminders(world, { ...wishOf(marked), requestId })).toBe(id);
  await Promise.all([doStep(world.work, id), doStep(world.work, id)]);
  await world.runAll();

  expect(world.remindedIds()).toEqual(marked);
  expect(await world.bulks.find(id)).toMatchObject({
    ...{ state: "done", done: 60, unchanged: 0, refused: 0 },
    parameters: { total: 60 },
  });
  expect(await reasonsOf(world, "not-activated")).toEqual([
    ...Array(60).fill("recently"),
    ...[undefined, undefined],
  ]);
  const again = startMarkedReminders(world, { ...wishOf(marked), requestId });
  await expect(again).rejects.toMatchObject({ code: "nobody-to-remind" });
});

test("who moved out of reach, or activated, after it was started gets none, and is counted", async () => {
  const world = await aWorld(3);
  const [gone, activated, third] = world.people;
  if (!gone || !activated || !third) throw new Error("Three were made.");
  const units = [gone.unitKerja];
  const wish = { ...wishOf(idsOf(world)), by: { ...by, units } };
  const id = await startMarkedReminders(world, { ...wish, requestId });
  const moved = { ...gone, unitKerja: "Inspektorat" };
  const employees = new EmployeesInMemory(moved, activated, third);
  await world.accountRecords.activate(activated, world.clock.now());
  const { step } = remindersOf({ ...world, employees });
  await doStep({ ...world.work, kinds: keyed(bulkKinds, () => ({ step })) }, id);

  expect(world.remindedIds()).toEqual([third.id]);
  expect(await world.bulks.find(id)).toMatchObject({ done: 1, unchanged: 1, refused: 1 });
});

test("a run that is stopped reminds nobody any more", async () => {
  const world = await aWorld(60);
  const id = await startMarkedReminders(world, { ...wishOf(idsOf(world)), requestId });
  await doStep(world.work, id);
  await world.bulks.stop(id, { why: "asked", at: world.clock.now(), by: by.employeeId });
  await world.runAll();

  expect(world.remindedIds()).toHaveLength(25);
});

test("ten runs a day, of lists and of marks together, and sixty previews an hour", async () => {
  const world = await aWorld(12);
  await world.start();
  for (const [i, id] of idsOf(world).slice(0, 9).entries()) {
    const each = requestId.replace(/^.{2}/, `${10 + i}`);
    await startMarkedReminders(world, { ...wishOf([id]), requestId: each });
  }
  const eleventh = startMarkedReminders(world, { ...wishOf(idsOf(world)), requestId });
  await expect(eleventh).rejects.toMatchObject({ code: "too-many-attempts" });
  for (let i = 0; i < 60; i++) await reasonsOf(world, "no-phone");
  await expect(reasonsOf(world, "no-phone")).rejects.toMatchObject({ code: "too-many-attempts" });
});
