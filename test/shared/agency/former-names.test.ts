/** What units were called before leads to what they are called now. */
import { expect, test } from "vitest";
import { presentNames } from "#shared/agency/former-names.ts";
import { finish, instansiId, newUnit, type UnitWorld, unitWorld } from "./unit-world.ts";

const begin = async (world: UnitWorld, from: string, name: string) =>
  await world.change({ action: "rename", unit: await world.seen(from), name });
const rename = async (world: UnitWorld, from: string, name: string) => {
  await begin(world, from, name);
  await finish(world);
};
const beginMerge = async (world: UnitWorld, from: string, into: string) => {
  const unit = await world.seen(from);
  await world.change({ action: "merge", unit, into: await world.seen(into) });
};

const formerOf = async (world: UnitWorld) =>
  Object.fromEntries(presentNames(await Array.fromAsync(world.units.all(instansiId))));

test("after renames and a merge every name of before leads to the unit of today", async () => {
  const world = await unitWorld("Dinas A", "DINAS A", "Dinas B");
  expect(await formerOf(world)).toEqual({});
  await rename(world, "Dinas A", "Badan A");
  expect(await formerOf(world)).toEqual({ "dinas a": "Badan A" });
  await rename(world, "Badan A", "Kantor A");
  expect(await formerOf(world)).toEqual({ "dinas a": "Kantor A", "badan a": "Kantor A" });
  await beginMerge(world, "Kantor A", "Dinas B");
  await finish(world);

  const all = { "dinas a": "Dinas B", "badan a": "Dinas B", "kantor a": "Dinas B" };
  expect(await formerOf(world)).toEqual(all);
  expect(await world.tree()).toEqual({ "Dinas B": "" });
  // Whoever is written with an old name stands in the unit of today, not in a new one at the root.
  await world.units.join({ instansiId, unitKerja: "Badan A" });
  expect(await world.tree()).toEqual({ "Dinas B": "" });
});

test("while people follow, the names that they leave count already, and other spellings do not", async () => {
  const world = await unitWorld("Dinas A", "Dinas B", "DINAS  B.");
  await begin(world, "Dinas A", "Badan A");
  expect(await formerOf(world)).toEqual({ "dinas a": "Badan A" });
  await finish(world);
  await beginMerge(world, "Badan A", "Dinas B");

  expect(await formerOf(world)).toEqual({ "dinas a": "Dinas B", "badan a": "Dinas B" });
});

test("a name that a unit has again, or another unit has, is no former one; a merge leaves it there", async () => {
  const world = await unitWorld("Dinas A", "Dinas B");
  await rename(world, "Dinas A", "Badan A");
  await world.change({ action: "add", id: newUnit(), name: "Dinas A" });
  expect(await formerOf(world)).toEqual({});
  await beginMerge(world, "Badan A", "Dinas B");
  await finish(world);

  expect(await formerOf(world)).toEqual({ "badan a": "Dinas B" });
  expect((await world.unit("Dinas A")).name).toBe("Dinas A");
  await rename(world, "Dinas B", "Badan B");
  await rename(world, "Badan B", "Dinas B");
  expect(await formerOf(world)).toEqual({ "badan a": "Dinas B", "badan b": "Dinas B" });
});
