import { beforeEach, expect, test, vi } from "vitest";
import { printListAnswer } from "#shared/print/print-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aUnit } from "../../support/print-world.ts";
import { aRequest, prints, printsUnderTest, unitKerja } from "./prints-under-test.ts";
import { budi, siti } from "./records-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each([
  ["", ["Bagian Umum", "Dinas Kesehatan", "RSUD Contoh"]],
  ["dinas k", ["Dinas Kesehatan"]],
  ["rsud", ["RSUD Contoh"]],
  ["Bagian Umum", ["Bagian Umum"]],
  ["umum", []],
])("the units that begin with %j are the own agency's %j", async (q, items) => {
  const units = ["Dinas Kesehatan", "RSUD Contoh", "Dinas Kehutanan"];
  const { get, units: tree } = await printsUnderTest();
  for (const [i, unitKerja] of [siti.unitKerja, ...units].entries())
    await tree.join({ unitKerja, instansiId: i === 3 ? "ins_other" : siti.instansiId });

  expect((await get("/api/officer/units", { q })).body).toEqual({ items });
});

test("at most ten units are named", async () => {
  const { get, units } = await printsUnderTest();
  for (let i = 10; i < 22; i++)
    await units.join({ instansiId: siti.instansiId, unitKerja: `SD Negeri ${i}` });

  expect((await get("/api/officer/units", { q: "SD" })).body.items).toHaveLength(10);
});

test("an officer asks for the cards of a unit: it is written down, queued, and waits", async () => {
  const { ask, get, prints: table, queued } = await printsUnderTest();
  const { status, body } = await ask(aRequest({ unitKerja: ` ${unitKerja} `, sheet: "a4" }));

  expect(status).toBe(202);
  expect(body).toEqual({ printId: expect.stringMatching(/^prt_[0-9a-z]{26}$/) });
  expect(queued).toEqual([body.printId]);
  expect(table.all).toMatchObject([
    { officerId: budi.id, instansiId: budi.instansiId, unitKerja, shape: "landscape", sheet: "a4" },
  ]);
  expect((await get(`${prints}/${body.printId}`)).body).toEqual({
    state: "waiting",
    drawn: 0,
    total: 2,
    withoutPhoto: 0,
    withoutCard: 0,
    activated: 0,
    parts: [],
    lacking: [],
  });
});

test("an officer's own prints of the last 24 hours are listed, with who lacks a photo, and nobody else's", async () => {
  const [ayu, joko] = aUnit(2, { photoId: undefined });
  if (!ayu || !joko) throw new Error("no unit");
  const gone = { ...joko, instansiId: "ins_other" };
  const { get, ask, asked, isAt, clock, colleague } = await printsUnderTest(ayu, gone);
  const first = await asked();
  clock.advance({ minutes: 10 });
  const second = await asked();
  await ask(aRequest({ unitKerja: "nowhere" }));
  await isAt(first, { withoutPhoto: 2, lackingIds: [ayu.id, joko.id, siti.id] });

  const { items } = printListAnswer.parse((await get(prints)).body);
  expect(items.map(({ printId }) => printId)).toEqual([second, first]);
  expect(items[1]).toEqual({
    printId: first,
    unitKerja,
    kind: "cards",
    shape: "landscape",
    sheet: "card",
    requestedAt: "2026-11-21T03:00:00.000Z",
    endsAt: "2026-11-22T03:00:00.000Z",
    state: "waiting",
    drawn: 0,
    total: 2,
    withoutPhoto: 2,
    withoutCard: 0,
    activated: 0,
    parts: [],
    lacking: [{ id: ayu.id, name: "Orang 000, S.Kom." }],
  });
  expect((await get(`${prints}/${first}`)).body.lacking).toEqual(items[1]?.lacking);
  expect((await colleague(prints, { method: "GET" })).body).toEqual({ items: [] });
});

test("a file that is ready is a download whose name says nothing of anybody", async () => {
  const { asked, hasDrawn, get } = await printsUnderTest();
  const id = await asked();
  expect((await get(`${prints}/${id}/pdf`)).status).toBe(404);

  await hasDrawn(id, 2);
  const { status, headers } = await get(`${prints}/${id}/pdf`);
  const link = new URL(headers.location ?? "");
  expect(status).toBe(302);
  expect(link.pathname).toBe(`/prints/${id}.pdf`);
  expect(link.searchParams.get("response-content-disposition")).toBe(
    'attachment; filename="kartu-asn_bagian-umum_lanskap_2026-11-21_1100.pdf"',
  );
  expect(headers["cache-control"]).toBe("no-store");
});

test("a request that is sent twice is one print, and its message is sent again in case it was lost", async () => {
  const { ask, printQueue, prints: table, queued } = await printsUnderTest();
  const request = aRequest();
  const lost = vi.spyOn(printQueue, "send").mockRejectedValueOnce(new Error("no queue"));
  vi.spyOn(logger, "error").mockReturnValue();
  expect((await ask(request)).status).toBe(500);
  lost.mockRestore();

  const { status, body } = await ask(request);
  expect([status, table.all.length, queued]).toEqual([202, 1, [body.printId]]);
});

test("what was asked for with other options is another print", async () => {
  const { ask, prints: table } = await printsUnderTest();
  const request = aRequest();
  await ask(request);
  await ask({ ...request, shape: "portrait" });

  expect(table.all).toHaveLength(2);
});

test.each(["", "/pdf"])("{printId}%s of a colleague, or of nobody, is like none", async (path) => {
  const { asked, hasDrawn, colleague, get } = await printsUnderTest();
  const id = await asked();
  await hasDrawn(id, 2);

  for (const answer of [
    await colleague(`${prints}/${id}${path}`, { method: "GET" }),
    await get(`${prints}/prt_00000000000000000000000000${path}`),
    await get(`${prints}/emp_siti${path}`),
  ])
    expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test.each(["", "/pdf"])("{printId}%s of an officer's former agency is like none", async (path) => {
  const { prints: table, get } = await printsUnderTest();
  const print = aPrint({ officerId: budi.id, instansiId: "ins_other", state: "ready" });
  await table.add(print);

  expect((await get(`${prints}/${print.id}${path}`)).status).toBe(404);
});

test.each(["", "/pdf"])("{printId}%s is over after a day", async (path) => {
  const { prints: table, clock, get } = await printsUnderTest();
  const print = aPrint({ state: "ready", endsAt: clock.now().toISOString() });
  await table.add(print);

  expect((await get(`${prints}/${print.id}${path}`)).status).toBe(404);
});

test("the log tells which officer printed which unit, how many cards, and names nobody", async () => {
  const { asked, hasDrawn, get } = await printsUnderTest();
  const printId = await asked();
  await hasDrawn(printId, 2);
  await get(`${prints}/${printId}/pdf`);

  const trace = {
    ...{ printId, kind: "cards", officerId: budi.id, instansiId: budi.instansiId, unitKerja },
    people: 2,
  };
  const { calls } = vi.mocked(logger.info).mock;
  expect(calls).toContainEqual(["print.requested", trace]);
  expect(calls).toContainEqual(["print.fetched", { ...trace, part: 1 }]);
  expect(JSON.stringify(calls)).not.toMatch(/1985|1990|Siti|Budi/);
});

test("each part that is drawn is a file, also while the others are not", async () => {
  const { asked, hasDrawn, get } = await printsUnderTest();
  const id = await asked();
  await hasDrawn(id, 2, 3);
  const file = async (part: string) => await get(`${prints}/${id}/pdf`, { part });

  expect(new URL((await file("1")).headers.location ?? "").pathname).toBe(`/prints/${id}.pdf`);
  for (const part of ["2", "3", "4"]) expect((await file(part)).status).toBe(404);
  for (const part of ["0", "1.5", "x"]) expect((await file(part)).status).toBe(422);
});

test("a print is stopped, and goes on with another message", async () => {
  const { asked, hasDrawn, officer, prints: table, queued } = await printsUnderTest();
  const id = await asked();
  await hasDrawn(id, 2, 3);
  const send = async (what: string) =>
    (await officer(`${prints}/${id}/${what}`, { method: "POST" })).status;

  expect(await send("stop")).toBe(204);
  expect(await table.find(id)).toMatchObject({ state: "stopped", drawn: 2 });
  expect(await send("resume")).toBe(204);
  expect(await table.find(id)).toMatchObject({ state: "waiting" });
  expect(queued).toEqual([id, id]);
});

test.each(["stop", "resume"])(
  "%s is not a colleague's, and brings nothing back that is ready",
  async (what) => {
    const { asked, hasDrawn, officer, colleague, prints: table } = await printsUnderTest();
    const id = await asked();
    await hasDrawn(id, 2);
    const path = `${prints}/${id}/${what}`;

    expect((await colleague(path, { method: "POST" })).status).toBe(404);
    expect((await officer(path, { method: "POST" })).status).toBe(204);
    expect(await table.find(id)).toMatchObject({ state: "ready" });
  },
);
