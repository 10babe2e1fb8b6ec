import { expect, test, vi } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { tokenOf } from "../../support/card-world.ts";
import { aPayloadSigner } from "../../support/payload-signer.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aUnit, aWaitingPrint, type PrintWorld } from "../../support/print-world.ts";
import { PrintsInMemory } from "../../support/prints-in-memory.ts";

const print = aPrint();
const siti = anEmployee();

async function change(world: PrintWorld, employee: Employee, what: Partial<Employee>) {
  const next = revise(employee, what, {
    at: world.clock.now(),
    actor: { role: "system" },
    action: "changed",
  });
  if (next) await world.employees.save(next);
}

test("a file has the cards of a unit by name, each with its own photo, number and code", async () => {
  const { world, draw, lines } = await aWaitingPrint(aUnit(3).reverse());
  const code = (employee: Employee) =>
    `https://KARTU.EXAMPLE.GO.ID/V/${tokenOf(contentHash(employee)).toUpperCase()}`;

  expect(await draw()).toBe("drawn");
  const [first, , third] = aUnit(3);
  expect(lines()).toEqual([
    `Orang 000, S.Kom. A20100000003 pho_000 ${code(first ?? siti)}`,
    expect.stringContaining("Orang 001"),
    `Orang 002, S.Kom. A20100000001 pho_002 ${code(third ?? siti)}`,
  ]);
  expect(await world.prints.find(print.id)).toMatchObject({ state: "ready", drawn: 3, total: 3 });
});

test("a print has the signature that the holder's page shows, unless its key was revoked, and makes none", async () => {
  const { world, draw, lines } = await aWaitingPrint(aUnit(3));
  const [signer, stolen] = [await aPayloadSigner(), await aPayloadSigner()];
  for (const { id } of aUnit(3)) await world.cards.noteView(id, "portrait");
  world.signer = stolen;
  await issueCard(world, "emp_002");
  world.signer = signer;
  await issueCard(world, "emp_001");
  const shown = world.drawn.at(-1)?.content.signedDigits;
  await world.revokedKeys.add(await stolen.kid());
  await draw();

  expect(shown).toMatch(/^\d+$/);
  expect(lines().map((line) => line.split("#")[1])).toEqual([undefined, shown, undefined]);
  expect(signer.signed).toBe(1);
});

test("the drawing is told shape and sheet", async () => {
  const { world, draw } = await aWaitingPrint([siti], { shape: "portrait", sheet: "a4" });
  const sheets: unknown[] = [];
  await draw({
    draw(cards, { shape, sheet }) {
      sheets.push(shape, sheet);
      return world.drawLines(cards);
    },
  });

  expect(sheets).toEqual(["portrait", "a4"]);
});

test("who has no photo, or a card that is just being drawn, is left out and counted", async () => {
  const [ready, changing, faceless] = aUnit(3);
  if (!ready || !changing || !faceless) throw new Error("three were asked for");
  const { world, draw, lines } = await aWaitingPrint([
    ready,
    changing,
    { ...faceless, photoId: undefined },
  ]);
  await change(world, changing, { golongan: "III/b" });
  await draw();

  expect(lines()).toEqual([expect.stringContaining("Orang 000")]);
  expect(await world.prints.find(print.id)).toMatchObject({
    state: "ready",
    drawn: 1,
    total: 1,
    withoutPhoto: 1,
    withoutCard: 1,
    lackingIds: [faceless.id],
  });
});

test.each<[string, Partial<Employee>]>([
  ["whose employment ended", { kedudukanHukum: "99" }],
  ["who is suspended", { kedudukanHukum: "04" }],
  ["who moved to another unit", { unitKerja: "Inspektorat" }],
  ["of another agency's unit of the same name", { instansiId: "ins_other" }],
])("someone %s is not in the file, and nobody misses them", async (_, what) => {
  const [stays, goes] = aUnit(2);
  if (!stays || !goes) throw new Error("two were asked for");
  const { world, draw, lines } = await aWaitingPrint([stays, { ...goes, ...what }]);
  await draw();

  expect(lines()).toHaveLength(1);
  expect(await world.prints.find(print.id)).toMatchObject({ withoutPhoto: 0, withoutCard: 0 });
});

test("the record decides, not what the index remembers of it", async () => {
  const { world, draw, lines } = await aWaitingPrint(aUnit(2));
  const remembered = aUnit(2);
  for (const employee of remembered.slice(1))
    await change(world, employee, { kedudukanHukum: "99" });
  const { employees } = world;
  await draw({
    employees: {
      find: (id) => employees.find(id),
      async *inUnit() {
        yield* remembered;
      },
    },
  });

  expect(lines()).toEqual([expect.stringContaining("Orang 000")]);
});

test("a photo is read when its card is drawn, not before", async () => {
  const { world, draw } = await aWaitingPrint(aUnit(5));
  let read = 0;
  const ahead: number[] = [];
  await draw({
    photos: {
      read(name) {
        read++;
        return world.photos.read(name);
      },
    },
    async *draw(cards) {
      let taken = 0;
      for await (const card of cards) {
        ahead.push(read - ++taken);
        yield card.photo;
      }
    },
  });

  expect(ahead).toEqual([0, 0, 0, 0, 0]);
});

test("progress is noted now and then, and at last that the file is ready", async () => {
  const { world, draw } = await aWaitingPrint(aUnit(25));
  await draw();

  expect(world.prints.notes).toEqual([
    { state: "drawing" },
    { drawn: 10 },
    { drawn: 20 },
    {
      ...{ state: "ready", drawn: 25, total: 25 },
      ...{ withoutPhoto: 0, withoutCard: 0, activated: 0, lackingIds: [] },
    },
  ]);
});

test("it is ready only after its file is stored", async () => {
  const { world, draw } = await aWaitingPrint([siti]);
  const files = {
    async put(...file: Parameters<PrintWorld["files"]["put"]>) {
      await world.files.put(...file);
      expect((await world.prints.find(print.id))?.state).toBe("drawing");
    },
  };

  await draw({ files });
  expect((await world.prints.find(print.id))?.state).toBe("ready");
});

test("a print that was drawn is not drawn again", async () => {
  const { world, draw } = await aWaitingPrint([siti]);
  await draw();
  world.files.files.clear();

  expect(await draw()).toBe("unchanged");
  expect(world.files.files.size).toBe(0);
});

test("a print that fails says so, fails its message, and is drawn when it is tried again", async () => {
  const { world, draw } = await aWaitingPrint([siti]);
  const outage = new Error("socket hang up");

  await expect(draw({ photos: { read: () => Promise.reject(outage) } })).rejects.toBe(outage);
  expect(await world.prints.find(print.id)).toMatchObject({ state: "failed" });
  expect(await draw()).toBe("drawn");
  expect(await world.prints.find(print.id)).toMatchObject({ state: "ready", drawn: 1 });
});

test("a failure that cannot be written down is still told", async () => {
  const { world, draw } = await aWaitingPrint([siti]);
  const outage = new Error("socket hang up");
  vi.spyOn(world.prints, "advance").mockRejectedValue(outage);

  await expect(draw()).rejects.toBe(outage);
});

test("a unit in which nobody has a card any more has failed, without a file", async () => {
  const { world, draw } = await aWaitingPrint([{ ...siti, photoId: undefined }]);

  expect(await draw()).toBe("none");
  expect(world.files.files.size).toBe(0);
  expect(await world.prints.find(print.id)).toMatchObject({
    state: "failed",
    total: 0,
    withoutPhoto: 1,
  });
});

test("a print that is over, or gone, is not drawn", async () => {
  const { world, draw } = await aWaitingPrint([siti], { endsAt: "2026-11-21T03:00:00.000Z" });

  expect(await draw()).toBe("none");
  expect(await draw({ prints: new PrintsInMemory() })).toBe("none");
  expect(world.files.files.size).toBe(0);
});

test("whose cards are in the file is noted as read by the officer who asked", async () => {
  const [ready, faceless] = aUnit(2);
  if (!ready || !faceless) throw new Error("two were asked for");
  const { world, draw } = await aWaitingPrint([ready, { ...faceless, photoId: undefined }]);
  await draw();

  expect(world.history.noted).toEqual([
    {
      subjectId: ready.id,
      at: world.clock.now().toISOString(),
      actor: { role: "officer", id: print.officerId },
      purpose: "card-printed",
    },
  ]);
});

test("a card whose reading cannot be noted is in no file", async () => {
  const { world, draw, lines } = await aWaitingPrint(aUnit(1));
  const history = { noteReading: () => Promise.reject(new Error("no capacity")) };

  await expect(draw({ history })).rejects.toThrow("no capacity");
  expect(lines()).toEqual([]);
  expect(await world.prints.find(print.id)).toMatchObject({ state: "failed" });
});
