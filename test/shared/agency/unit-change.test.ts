import { expect, test } from "vitest";
import type { UnitChange } from "#shared/agency/unit-change.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import {
  factsOf,
  finish,
  instansiId,
  newUnit,
  penyetuju,
  petugas,
  type UnitWorld,
  unitWorld,
} from "./unit-world.ts";

const rename = async (world: UnitWorld, from: string, name: string): Promise<UnitChange> => ({
  action: "rename",
  unit: await world.seen(from),
  name,
});
const merge = async (world: UnitWorld, from: string, into: string): Promise<UnitChange> => ({
  action: "merge",
  unit: await world.seen(from),
  into: await world.seen(into),
});
const moveBelow = async (
  world: UnitWorld,
  names: readonly string[],
  parent?: string,
): Promise<UnitChange> => ({
  action: "move",
  units: await Promise.all(names.map(world.seen)),
  ...(parent !== undefined && { parent: await world.seen(parent) }),
});

test("a unit is added below another one when a second person approves it", async () => {
  const world = await unitWorld("Dinas");
  const parent = await world.seen("Dinas");
  const asked = await world.ask({ action: "add", id: newUnit(), name: " Bidang  A ", parent });
  expect(await world.tree()).toEqual({ Dinas: "" });
  await expect(world.decide(asked, petugas)).rejects.toMatchObject({
    code: "approval-own-request",
  });
  await world.decide(asked);

  expect(await world.tree()).toEqual({ Dinas: "", "Bidang A": "Dinas" });
  expect(world.bulks.all).toEqual([]);
});

test("a renamed unit keeps both names until its people have the new one, and the history names both who decided", async () => {
  const world = await unitWorld("Dinas A", "Dinas A", "Dinas B");
  const asked = await world.ask(await rename(world, "Dinas A", "Badan A"));
  expect(factsOf(asked)).toMatchObject({ people: 2 });
  await world.decide(asked);
  expect(await world.unit("Dinas A")).toMatchObject({ name: "Badan A", otherNames: ["Dinas A"] });

  expect(await finish(world)).toEqual({ done: 2, unchanged: 0, refused: 0 });
  expect(await world.people()).toEqual(["Badan A", "Badan A", "Dinas B"]);
  expect(await world.unit("Badan A")).toEqual(
    expect.not.objectContaining({ workId: expect.anything() }),
  );
  expect(await world.units.findByName(instansiId, "Dinas A")).toBeUndefined();
  expect(world.employees.history[0]).toMatchObject({
    action: "changed",
    actor: { role: "officer", id: petugas },
    approvedBy: penyetuju,
    reason: "Perda 4/2026",
    changes: [{ field: "unitKerja", from: "Dinas A", to: "Badan A" }],
  });
});

test("roles for a renamed unit follow, with their last day", async () => {
  const world = await unitWorld("Dinas A");
  const given = aGrant("petugas", { unitKerja: "Dinas A", until: "2027-01-31" });
  world.roles.set("emp_wati", aGrant("auditor"), given);
  await world.change(await rename(world, "Dinas A", "Badan A"));
  await finish(world);

  expect((await world.roles.find("emp_wati")).grants).toEqual([
    aGrant("auditor"),
    { ...given, unitKerja: "Badan A" },
  ]);
  expect(world.roles.history.at(-1)).toMatchObject({
    actor: { role: "officer", id: petugas },
    approvedBy: penyetuju,
  });
});

test("a merge takes people and children along; roles for the unit that is gone end", async () => {
  const world = await unitWorld("Dinas A", "Dinas B", "Seksi");
  await world.change(await moveBelow(world, ["Seksi"], "Dinas A"));
  world.roles.set("emp_wati", aGrant("petugas", { unitKerja: "Dinas A" }));
  world.roles.set("emp_made", aGrant("petugas", { unitKerja: "Dinas B" }));
  await world.change(await merge(world, "Dinas A", "Dinas B"));
  await finish(world);

  expect(await world.tree()).toEqual({ "Dinas B": "", Seksi: "Dinas B" });
  expect(await world.people()).toEqual(["Dinas B", "Dinas B", "Seksi"]);
  expect((await world.roles.find("emp_wati")).grants).toEqual([]);
  expect((await world.roles.find("emp_made")).grants).toHaveLength(1);
});

test("two spellings of a unit become one when it is renamed to one of them; a role for the other one ends", async () => {
  const world = await unitWorld("Dinas A", "DINAS A");
  world.roles.set("emp_wati", aGrant("petugas", { unitKerja: "DINAS A" }));
  await world.change(await rename(world, "Dinas A", "Dinas A"));
  await finish(world);

  expect(await world.people()).toEqual(["Dinas A", "Dinas A"]);
  expect(await world.unit("dinas a")).toMatchObject({ name: "Dinas A", otherNames: [] });
  expect((await world.roles.find("emp_wati")).grants).toEqual([]);
});

test("who moved to another unit meanwhile is left alone, and who came in under the old name follows", async () => {
  const world = await unitWorld("Dinas A", "Dinas A", "Dinas B");
  await world.change(await rename(world, "Dinas A", "Badan A"));
  const [first, , third] = await Promise.all(
    (["emp_0", "emp_1", "emp_2"] as const).map((id) => world.employees.find(id)),
  );
  if (!(first && third)) throw new Error("Nobody is there.");
  await change(world.employees, first, { unitKerja: "Dinas B" }, world.clock);
  await change(world.employees, third, { unitKerja: "Dinas A" }, world.clock);
  await finish(world);

  expect(await world.people()).toEqual(["Dinas B", "Badan A", "Badan A"]);
});

test("an empty unit is closed, and its name is free", async () => {
  const world = await unitWorld("Dinas");
  await world.change({ action: "add", id: newUnit(), name: "Kosong" });
  await world.change({ action: "close", unit: await world.seen("Kosong") });
  await world.change({ action: "add", id: newUnit(), name: "KOSONG" });

  expect(await world.tree()).toEqual({ Dinas: "", KOSONG: "" });
});

test.each<[string, (world: UnitWorld) => Promise<UnitChange>, unknown]>([
  [
    "a name that another unit has",
    (world) => rename(world, "Dinas A", "dinas b"),
    "unit-name-taken",
  ],
  [
    "an added name that another unit has",
    async () => ({ action: "add", id: newUnit(), name: "Dinas  A." }),
    "unit-name-taken",
  ],
  ["the name it has", (world) => rename(world, "Dinas A", "Dinas A"), "invalid-input"],
  ["a name without a letter", (world) => rename(world, "Dinas A", " - "), "invalid-input"],
  ["a character no card has", (world) => rename(world, "Dinas A", "李 A"), "invalid-input"],
  ["a unit into itself", (world) => merge(world, "Dinas A", "Dinas A"), "unit-below-itself"],
  ["a unit into one below it", (world) => merge(world, "Dinas A", "Seksi"), "unit-below-itself"],
  ["a unit below itself", (world) => moveBelow(world, ["Dinas A"], "Seksi"), "unit-below-itself"],
  ["a unit twice", (world) => moveBelow(world, ["Dinas B", "Dinas B"], "Dinas A"), "unit-changed"],
  ["where it stands", (world) => moveBelow(world, ["Seksi"], "Dinas A"), "invalid-input"],
  [
    "closing one with people",
    async (world) => ({ action: "close", unit: await world.seen("Dinas B") }),
    "unit-not-empty",
  ],
  [
    "closing one with children",
    async (world) => ({ action: "close", unit: await world.seen("Atas") }),
    "unit-not-empty",
  ],
  [
    "a unit that is gone",
    async () => ({ action: "close", unit: { id: newUnit(), name: "Dinas" } }),
    "unit-changed",
  ],
  [
    "a unit that has another name by now",
    async (world) => ({
      action: "close",
      unit: { ...(await world.seen("Dinas A")), name: "Dinas Z" },
    }),
    "unit-changed",
  ],
])("%s is not even asked for", async (_, make, code) => {
  const world = await unitWorld("Dinas A", "Dinas B", "Seksi");
  await world.change({ action: "add", id: newUnit(), name: "Atas" });
  await world.change(await moveBelow(world, ["Dinas B"], "Atas"));
  await world.change(await moveBelow(world, ["Seksi"], "Dinas A"));
  const before = await world.tree();

  await expect(make(world).then(world.ask)).rejects.toMatchObject({ code });
  expect(await world.tree()).toEqual(before);
});

test("a tree has ten levels at most", async () => {
  const world = await unitWorld("L1");
  for (let level = 2; level <= 10; level++)
    await world.change({
      ...{ action: "add", id: newUnit(), name: `L${level}` },
      parent: await world.seen(`L${level - 1}`),
    });

  await expect(
    world.ask({ action: "add", id: newUnit(), name: "L11", parent: await world.seen("L10") }),
  ).rejects.toMatchObject({ code: "unit-too-deep" });
});

test("while people follow, nobody changes the unit, nor what they go into", async () => {
  const world = await unitWorld("Dinas A", "Dinas B", "Dinas C");
  await world.change(await merge(world, "Dinas A", "Dinas B"));

  await expect(world.ask(await rename(world, "Dinas A", "X"))).rejects.toMatchObject({
    code: "unit-busy",
  });
  await expect(world.ask(await merge(world, "Dinas B", "Dinas C"))).rejects.toMatchObject({
    code: "unit-busy",
  });
});

test("a change that was asked for before can be approved once the people of its unit are there", async () => {
  const world = await unitWorld("Dinas A", "Dinas B", "Dinas C");
  const asked = await world.ask({
    ...{ action: "move", units: [await world.seen("Dinas C")] },
    parent: await world.seen("Dinas B"),
  });
  await world.change(await merge(world, "Dinas A", "Dinas B"));

  expect(await world.kinds["unit-change"].isOutdated(asked)).toBe(false);
  await expect(world.decide(asked)).rejects.toMatchObject({ code: "unit-busy" });
  await finish(world);
  await world.decide(asked);
  expect(await world.unit("Dinas C")).toMatchObject({ parent: (await world.seen("Dinas B")).id });
});

test("what moved on since it was asked for is outdated, and not carried out", async () => {
  const world = await unitWorld("Dinas A", "Dinas B");
  const first = await world.ask(await rename(world, "Dinas A", "Badan"));
  const second = await world.ask(await rename(world, "Dinas B", "Badan"));
  expect(await world.kinds["unit-change"].isOutdated(second)).toBe(false);
  await world.decide(first);

  expect(await world.kinds["unit-change"].isOutdated(second)).toBe(true);
  await expect(world.decide(second)).rejects.toMatchObject({ code: "approval-subject-changed" });
  expect(await world.unit("Dinas B")).toMatchObject({ name: "Dinas B" });
});

test("who enters records of one unit asks for no change of the tree", async () => {
  const world = await unitWorld("Dinas A");
  const asking = world.ask(await rename(world, "Dinas A", "X"), { units: ["Dinas A"] });

  await expect(asking).rejects.toMatchObject({ code: "forbidden" });
});
