/** Letters to the people of a unit who have not activated their account. */
import { expect, test, vi } from "vitest";
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { type DrawPrint, drawPrint } from "#shared/print/draw-print.ts";
import type { Print } from "#shared/print/print.ts";
import { logger } from "#shared/runtime/logger.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aUnit, drawing, PrintWorld } from "../../support/print-world.ts";

const { shape: _, sheet: __, ...waiting } = aPrint();
const letters: Print = { ...waiting, kind: "letters" };
const at = new Date("2026-11-20T03:00:00.000Z");

/** @param states of the accounts of the first people; of the others nothing is known */
async function aWorld(
  people: readonly Employee[],
  states: readonly ("not-activated" | "activated")[] = [],
) {
  const world = await PrintWorld.of(...people);
  await world.prints.add(letters);
  for (const [i, state] of states.entries()) {
    const person = people[i];
    if (person && state === "activated") await world.accountRecords.activate(person, at);
    else if (person) await world.accountRecords.add(person, at);
  }
  const draw = (more: Partial<DrawPrint> = {}) =>
    drawPrint({ ...world, ...drawing(world), ...more }, letters.id);
  const lines = () =>
    (world.files.files.get(letters.id)?.toString() ?? "").split("\n").slice(0, -1);
  return { world, draw, lines, print: () => world.prints.find(letters.id) };
}

test("whoever has not activated gets one, by name, with a photo or without", async () => {
  const [one, two, three] = aUnit(3, { photoId: undefined });
  if (!one || !two || !three) throw new Error("three were asked for");
  const { draw, lines, print } = await aWorld([three, two, one], ["not-activated", "activated"]);

  expect(await draw()).toBe("drawn");
  expect(lines()).toEqual([
    expect.stringMatching(/^Orang 000, S\.Kom\. 1985\d{4} 201001 \d 001 0•••••0@contoh\.example$/),
    expect.stringContaining("Orang 002"),
  ]);
  expect(await print()).toMatchObject({ state: "ready", drawn: 2, total: 2, activated: 1 });
});

test("who has left, or works elsewhere, gets none", async () => {
  const [stays, left, moved] = aUnit(3);
  if (!stays || !left || !moved) throw new Error("three were asked for");
  const { draw, lines } = await aWorld([
    stays,
    { ...left, kedudukanHukum: "99" },
    { ...moved, unitKerja: "Inspektorat" },
  ]);
  await draw();

  expect(lines()).toEqual([expect.stringContaining("Orang 000")]);
});

test("an account that cannot be read takes nobody else's letter away", async () => {
  const [one, lost] = aUnit(2);
  if (!one || !lost) throw new Error("two were asked for");
  const { draw, lines, world } = await aWorld([one, lost]);
  const item = storedItem({ name: "account-record", schema: z.object({ state: z.string() }) });
  const summary: DrawPrint["accountRecords"]["summary"] = async (id) =>
    id === lost.id ? item.parse({}) && undefined : await world.accountRecords.summary(id);
  const reported = vi.spyOn(logger, "error").mockReturnValue();
  await draw({ accountRecords: { summary } });

  expect(lines()).toEqual([expect.stringContaining("Orang 000")]);
  expect(reported.mock.calls).toEqual([["account-record.unreadable", { employeeId: lost.id }]]);
});

test("where all have activated there is no file, and it says why", async () => {
  const { draw, print, world } = await aWorld(aUnit(2), ["activated", "activated"]);

  expect(await draw()).toBe("none");
  expect(await print()).toMatchObject({ state: "failed", total: 0, activated: 2 });
  expect(world.files.files.size).toBe(0);
});

test("to whom a letter was printed is noted before it is in the file", async () => {
  const { draw, lines, world } = await aWorld(aUnit(1));
  const history = { noteReading: () => Promise.reject(new Error("no capacity")) };
  await expect(draw({ history })).rejects.toThrow("no capacity");
  expect(lines()).toEqual([]);
  await draw();

  expect(world.history.noted).toMatchObject([
    { subjectId: "emp_000", actor: { id: letters.officerId }, purpose: "letter-printed" },
  ]);
});
