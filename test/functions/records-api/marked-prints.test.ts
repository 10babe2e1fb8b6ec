/** What is printed of people who were marked one by one in the list, and who may ask for it. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { drawPrint } from "#shared/print/draw-print.ts";
import { printListAnswer } from "#shared/print/print-answers.ts";
import { printId } from "#shared/print/print-id.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip } from "../../support/builders.ts";
import { aUnit, drawing, PrintWorld } from "../../support/print-world.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { drawFirst, prints, printsUnderTest } from "./prints-under-test.ts";
import { budi, siti, stranger } from "./records-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const people = aUnit(3, { unitKerja: "Inspektorat" });
const [one, two, three] = people;
if (!one || !two || !three) throw new Error("three were asked for");
const faceless = { ...two, photoId: undefined };
const retired = { ...three, kedudukanHukum: "99" };
/** Of another unit, and not marked. */
const unmarked = { ...one, id: "emp_other", nip: aNip("198501012010011999") } as const;

const cards = (ids: readonly string[]) => ({
  ...{ requestId: randomUUID(), ids },
  ...{ kind: "cards", shape: "landscape", sheet: "card" },
});

async function underTest(...others: Parameters<typeof printsUnderTest>) {
  const api = await printsUnderTest(...others, unmarked);
  const post = (path: string, body: object) => api.officer(path, { method: "POST", body });
  return {
    ...api,
    preview: (body: object) => post(`${prints}/preview`, body),
    print: (body: object) => post(`${prints}/marked`, body),
  };
}

test("the preview names exactly who, and who not and why; whom the officer does not reach it does not name", async () => {
  const { preview, prints: table, queued, noted } = await underTest(one, faceless, retired);
  const ids = [one.id, faceless.id, retired.id, stranger.id, "emp_nobody", one.id];
  const { status, body } = await preview({ kind: "cards", ids });

  expect(status).toBe(200);
  expect(body.people).toEqual([
    { id: one.id, name: "Orang 000, S.Kom.", nip: expect.any(String), unitKerja: "Inspektorat" },
  ]);
  expect(body.leftOut).toEqual([
    expect.objectContaining({ name: "Orang 001, S.Kom.", why: "no-photo" }),
    expect.objectContaining({ name: "Orang 002, S.Kom.", why: "not-active" }),
    { why: "out-of-scope" },
    { why: "out-of-scope" },
  ]);
  expect([table.all, queued]).toEqual([[], []]);
  // A list of names was read.
  expect(noted).toMatchObject([{ subjectId: siti.instansiId, purpose: "list-read" }]);
});

test("a mark of a record that was joined into another one prints nobody, and names nobody", async () => {
  const { preview, print } = await underTest({ ...two, joinedInto: one.id });

  for (const kind of ["cards", "letters"])
    expect((await preview({ kind, ids: [two.id] })).body).toMatchObject({
      ...{ people: [], leftOut: [{ why: "out-of-scope" }] },
    });
  expect(await print(cards([two.id]))).toMatchObject({ body: { code: "nobody-to-print" } });
});

test("letters go to whoever has not activated, with a photo or without", async () => {
  const { preview, accountRecords, clock } = await underTest(one, faceless);
  await accountRecords.activate(one, clock.now());
  const { body } = await preview({ kind: "letters", ids: [one.id, faceless.id] });

  expect(body.people).toMatchObject([{ id: faceless.id }]);
  expect(body.leftOut).toMatchObject([{ name: "Orang 000, S.Kom.", why: "activated" }]);
});

test("a print is of exactly them, planned at once, and once for a request that comes twice", async () => {
  const { print, get, prints: table, queued } = await underTest(one, two, retired);
  const request = cards([two.id, one.id, retired.id, stranger.id]);
  const first = await print(request);
  await print(request);

  expect(first.status).toBe(202);
  const id = printId.parse(first.body.printId);
  expect(queued).toEqual([id, id]);
  expect(table.all).toMatchObject([
    { total: 2, units: ["Inspektorat"], parts: [{ people: 2, from: "ORA", to: "ORA" }] },
  ]);
  const [kept] = table.all;
  expect(kept && (await table.peopleOf(kept, 0))).toEqual([one.id, two.id]);
  const { items } = printListAnswer.parse((await get(prints)).body);
  expect(items).toMatchObject([{ printId: id, total: 2 }]);
  expect(items[0]).not.toHaveProperty("unitKerja");
});

test("it is drawn of them alone, not of their unit, and its file is called after the choice", async () => {
  const { print, get, prints: table } = await underTest(one, two);
  const id = printId.parse((await print(cards([one.id]))).body.printId);
  const world = await PrintWorld.of(one, two, unmarked);
  const printed = await drawPrint({ ...world, ...drawing(world), prints: table }, id);

  expect(printed).toBe("drawn");
  expect(world.files.files.get(id)?.toString()).toMatch(/^Orang 000, .*\n$/);
  const { status, headers } = await get(`${prints}/${id}/pdf`);
  expect(status).toBe(302);
  expect(decodeURIComponent(headers.location ?? "")).toContain("kartu-asn_pilihan_lanskap_");
});

test("whoever reaches the units of some of them alone prints those, and reads no print of the others", async () => {
  const inUnit = { ...two, unitKerja: siti.unitKerja };
  const { print, get, roles, prints: table, clock } = await underTest(one, inUnit);
  const all = printId.parse((await print(cards([one.id, inUnit.id]))).body.printId);
  await drawFirst({ prints: table, clock }, { id: all, drawn: 2 });
  roles.set(budi.id, aGrant("petugas", { unitKerja: siti.unitKerja }));

  expect((await get(`${prints}/${all}`)).status).toBe(404);
  expect((await get(`${prints}/${all}/pdf`)).status).toBe(404);
  expect((await get(prints)).body.items).toEqual([]);
  const own = printId.parse((await print(cards([one.id, inUnit.id]))).body.printId);
  expect(await table.find(own)).toMatchObject({ total: 1, units: [siti.unitKerja] });
});

test("nobody to print, too many, or none marked: refused, and nothing waits", async () => {
  const { print, preview, queued } = await underTest(faceless);

  expect(await print(cards([faceless.id, stranger.id]))).toMatchObject({
    status: 409,
    body: { code: "nobody-to-print" },
  });
  const many = Array.from({ length: 501 }, (_, i) => `emp_${i}`);
  for (const ids of [[], many]) {
    expect((await print(cards(ids))).status).toBe(422);
    expect((await preview({ kind: "cards", ids })).status).toBe(422);
  }
  expect(queued).toEqual([]);
});

test("previews are counted, and printing apart from them", async () => {
  const { print, preview } = await underTest(one);
  for (let i = 0; i < 60; i++)
    expect((await preview({ kind: "cards", ids: [one.id] })).status).toBe(200);

  expect((await preview({ kind: "cards", ids: [one.id] })).status).toBe(429);
  expect((await print(cards([one.id]))).status).toBe(202);
});
