/** A role for a unit's name never reaches the people of another unit that gets that name later (decision 0042). */
import { expect, test } from "vitest";
import { followUnitRoles } from "#shared/agency/follow-unit-roles.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { finish, newUnit, type UnitWorld, unitWorld } from "./unit-world.ts";

const roleOf = (unitKerja: string, until?: string) =>
  aGrant("petugas", { unitKerja, ...(until !== undefined && { until }) });
const grantsOf = async ({ roles }: UnitWorld, id: `emp_${string}`) => (await roles.find(id)).grants;
const renameTo = async (world: UnitWorld, from: string, name: string) =>
  await world.change({ action: "rename", unit: await world.seen(from), name });

test("roles for a unit that is closed end, so that nobody has them when another unit gets the name", async () => {
  const world = await unitWorld("Dinas A");
  await world.change({ action: "add", id: newUnit(), name: "Badan" });
  world.roles.set("emp_wati", roleOf("Badan"), aGrant("auditor"));
  world.roles.set("emp_made", roleOf("Dinas A"));
  await world.change({ action: "close", unit: await world.seen("Badan") });
  expect(await finish(world)).toEqual({ done: 0, unchanged: 0, refused: 0 });

  expect(await grantsOf(world, "emp_wati")).toEqual([aGrant("auditor")]);
  expect(await grantsOf(world, "emp_made")).toEqual([roleOf("Dinas A")]);
  expect(await world.people()).toEqual(["Dinas A"]);
});

test("roles that still stand for the new name end before anybody has it; who had the unit keeps its last day", async () => {
  const world = await unitWorld("Dinas A");
  // Badan is no unit any more: an older closing left these roles.
  world.roles.set("emp_wati", roleOf("Badan"), roleOf("Dinas B"));
  world.roles.set("emp_made", roleOf("Badan"), roleOf("Dinas A", "2027-01-31"));
  const { id: approvalId } = await renameTo(world, "Dinas A", "Badan");
  await followUnitRoles(world, { approvalId, phase: "open" });
  const opened = [roleOf("Dinas A", "2027-01-31"), roleOf("Badan", "2027-01-31")];

  expect(await grantsOf(world, "emp_wati")).toEqual([roleOf("Dinas B")]);
  expect(await grantsOf(world, "emp_made")).toEqual(opened);
  // Done again it changes nothing.
  await followUnitRoles(world, { approvalId, phase: "open" });
  expect(await grantsOf(world, "emp_made")).toEqual(opened);
  await finish(world);
  // A role that operators give for the new name stays when the last step is done again.
  world.roles.set("emp_putu", roleOf("Badan"));
  await followUnitRoles(world, { approvalId, phase: "close" });
  expect(await grantsOf(world, "emp_made")).toEqual([roleOf("Badan", "2027-01-31")]);
  expect(await grantsOf(world, "emp_putu")).toEqual([roleOf("Badan")]);
});
