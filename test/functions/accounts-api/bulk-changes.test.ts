/** One change for many people, which two decide and bulk work carries out (decision 0052). */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { bulkId } from "#shared/bulk/bulk.ts";
import { bulkChanges } from "#shared/bulk-change/apply-bulk-change.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aDecree } from "../../support/decree-table-contract.ts";
import { change } from "../../support/employees-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";
import {
  accountsApiUnderTest,
  budi,
  rahayu,
  rini,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const to = "Dinas Arsip";
let world: World;
let requestId: string;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  requestId = randomUUID();
  world = await accountsApiUnderTest();
  await world.units.join({ instansiId: budi.instansiId, unitKerja: to });
});

const assign = { action: "assign", unitKerja: to };
const suspend = { action: "suspend", kedudukanHukum: "04", source: { number: "888/7/2026" } };
const look = (
  change: object = assign,
  people: readonly Pick<Employee, "id">[] = [siti, rini, budi],
) => world.post(budi, "bulk-changes", { requestId, change, ids: people.map(({ id }) => id) });
const newest = async ({ id }: Pick<Employee, "id"> = siti) => await world.employees.find(id);

async function asked(change: object = assign, people?: readonly Employee[]) {
  const { body } = await look(change, people);
  const id = bulkId.parse(body.bulkId);
  return { id, asked: await world.post(budi, `bulk-changes/${id}/ask`, { reason: "SK 12/2026" }) };
}

/** What the worker does with one message. */
async function work(id: ReturnType<typeof bulkId.parse>) {
  const bulk = await world.bulks.find(id);
  if (!bulk) throw new Error("There is no work.");
  const stepped = await bulkChanges(world).step(bulk);
  await world.bulks.move(bulk, stepped, world.clock.now());
  return { bulk, stepped };
}

test("decrees that the change would set aside are named: those that wait, and of the same field", async () => {
  const decree = { ...aDecree, employeeId: siti.id, kind: "placement", tmt: "2027-04-01" } as const;
  writeInMemory([world.decrees.adding({ ...decree, id: "dec_1" })]);
  writeInMemory([world.decrees.adding({ ...decree, id: "dec_2", tmt: "2027-02-01" })]);
  writeInMemory([world.decrees.adding({ ...decree, id: "dec_3", state: "acted" })]);
  writeInMemory([world.decrees.adding({ ...decree, id: "dec_4", kind: "promotion" })]);
  const { people } = (await look()).body;

  expect(people).toMatchObject([{ decrees: ["2027-02-01", "2027-04-01"] }, { id: rini.id }]);
  expect(people).not.toMatchObject([{}, { decrees: expect.anything() }]);
  requestId = randomUUID();
  expect((await look(suspend)).body.people).not.toMatchObject([{ decrees: expect.anything() }, {}]);
});

test("the list names who is meant and who is not and why, and changes nothing", async () => {
  const { status, body } = await look();

  expect(status).toBe(200);
  const people = [siti, rini].map(({ id }) => expect.objectContaining({ id }));
  expect(body).toMatchObject({ people, isOwn: true, change: assign });
  expect(body.leftOut).toEqual([expect.objectContaining({ why: "own-record" })]);
  expect(await newest()).toEqual(siti);
  expect(world.history.noted).toContainEqual(expect.objectContaining({ purpose: "list-read" }));
  // The same request is the same list.
  expect((await look()).body).toEqual(body);
});

test("a unit that is not in the tree is refused, and somebody unknown is named to nobody", async () => {
  expect(await look({ ...assign, unitKerja: "Dinas Asrip" })).toMatchObject({ status: 422 });
  const { body } = await look(assign, [{ id: "emp_unknown" }]);
  expect(body).toMatchObject({ people: [], leftOut: [{ why: "out-of-scope" }] });
  expect(
    await world.post(budi, `bulk-changes/${String(body.bulkId)}/ask`, { reason: "x y z" }),
  ).toMatchObject({
    status: 409,
    body: { code: "nobody-to-change" },
  });
});

test("two decide, and each record gets the unit with both names in its history, once", async () => {
  const { id, asked: approval } = await asked();
  expect(approval).toMatchObject({
    status: 201,
    body: { change: { kind: "bulk-change", bulkId: id, change: assign, people: 2, leftOut: 1 } },
  });
  expect((await world.get(budi, `bulk-changes/${id}`)).body).toMatchObject({ isAsked: true });
  const again = await world.post(budi, `bulk-changes/${id}/ask`, { reason: "SK 13/2026" });
  expect(again).toMatchObject({ status: 409, body: { code: "change-asked" } });
  expect((await world.decide(rahayu, approval)).status).toBe(200);
  expect(await newest()).toEqual(siti);

  const { bulk, stepped } = await work(id);
  expect(stepped).toEqual({ done: 2, unchanged: 0, refused: 0, next: undefined });
  expect(await bulkChanges(world).step(bulk)).toEqual(stepped);
  expect(await newest()).toMatchObject({ unitKerja: to, revision: siti.revision + 1 });
  expect(await newest(rini)).toMatchObject({ unitKerja: to });
  expect(
    world.employees.history.filter(({ subjectId }) => subjectId === siti.id).at(-1),
  ).toMatchObject({
    ...{ actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id, reason: "SK 12/2026" },
    ...{ action: "changed", changes: [{ field: "unitKerja", from: siti.unitKerja, to }] },
  });
  const told = (await world.get(rahayu, `bulk-changes/${id}`)).body;
  expect(told).toMatchObject({ isOwn: false, progress: { state: "done", done: 2 } });
});

test("who changed meanwhile, and who decides, is refused and reported", async () => {
  const { id, asked: approval } = await asked(assign, [siti, rini, rahayu]);
  await change(world.employees, siti, { unitKerja: "Dinas Lain" }, world.clock);
  expect((await world.decide(rahayu, approval)).status).toBe(200);

  expect((await work(id)).stepped).toMatchObject({ done: 1, refused: 2 });
  const { people } = (await world.get(budi, `bulk-changes/${id}`)).body;
  expect(people).toMatchObject([
    { id: siti.id, why: "record-changed" },
    { id: rini.id },
    { id: rahayu.id, why: "own-record" },
  ]);
  expect(await newest()).toMatchObject({ unitKerja: "Dinas Lain" });
});

test.each([
  { what: "moved to another unit", since: { unitKerja: to }, why: "record-changed" },
  { what: "joined into another record", since: { joinedInto: rini.id }, why: "out-of-scope" },
])("who was $what meanwhile is not suspended", async ({ since, why }) => {
  const { id, asked: approval } = await asked(suspend, [siti]);
  await change(world.employees, siti, since, world.clock);
  expect((await world.decide(rahayu, approval)).status).toBe(200);

  expect((await work(id)).stepped).toMatchObject({ done: 0, refused: 1 });
  expect((await world.get(budi, `bulk-changes/${id}`)).body.people).toMatchObject([{ why }]);
});

test("a mark of a record that was joined since means nobody", async () => {
  await change(world.employees, siti, { joinedInto: rini.id }, world.clock);
  const { body } = await look(assign, [siti]);
  expect(body).toMatchObject({ people: [], leftOut: [{ why: "out-of-scope" }] });
});

test("a suspension keeps its decree, and leaves out who has a role", async () => {
  const { body } = await look(suspend, [siti, rahayu]);
  expect(body.leftOut).toMatchObject([{ why: "change-needs-operators" }]);
  const { id, asked: approval } = await asked(suspend, [siti]);
  expect((await world.decide(rahayu, approval)).status).toBe(200);
  await work(id);

  expect(await newest()).toMatchObject({ kedudukanHukum: "04" });
  expect(
    world.employees.history.filter(({ subjectId }) => subjectId === siti.id).at(-1),
  ).toMatchObject({
    ...{ action: "status-changed", source: suspend.source, approvedBy: rahayu.id },
  });
  expect(await look({ ...suspend, kedudukanHukum: "99" }, [rini])).toMatchObject({ status: 422 });
});

test("it stops within a step, and the list is another officer's secret", async () => {
  const { id, asked: approval } = await asked();
  expect(await world.post(budi, `bulk-changes/${id}/stop`)).toMatchObject({ status: 404 });
  expect((await world.decide(rahayu, approval)).status).toBe(200);
  expect((await world.post(budi, `bulk-changes/${id}/stop`)).status).toBe(204);
  expect((await world.get(budi, `bulk-changes/${id}`)).body).toMatchObject({
    progress: { state: "stopped", done: 0 },
    people: [siti, rini].map(({ id: who }) => ({ id: who, why: "not-reached" })),
  });
  expect((await world.get(siti, `bulk-changes/${id}`)).status).toBe(403);
});
