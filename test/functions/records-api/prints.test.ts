import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { PrintProgress } from "#shared/print/print.ts";
import type { PrintListAnswer } from "#shared/print/print-answers.ts";
import type { PrintId } from "#shared/print/print-id.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aUnit } from "../../support/print-world.ts";
import { budi, recordsApiUnderTest, siti } from "./records-api-under-test.ts";

const prints = "/api/officer/prints";
const unitKerja = siti.unitKerja;

const aRequest = (change: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  unitKerja,
  shape: "landscape",
  sheet: "card",
  ...change,
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** The API, and an officer who asks. */
async function setUp(...others: Employee[]) {
  const api = await recordsApiUnderTest(...others);
  const ask = (body: unknown) => api.officer(prints, { method: "POST", body });
  const asked = async () => String((await ask(aRequest())).body.printId) as PrintId;
  const isAt = (id: PrintId, progress: Partial<PrintProgress>) =>
    api.prints.advance(id, progress, api.clock.now());
  return { ...api, ask, asked, isAt };
}

test.each([
  ["", ["Bagian Umum", "Dinas Kesehatan", "RSUD Contoh"]],
  ["dinas k", ["Dinas Kesehatan"]],
  ["rsud", ["RSUD Contoh"]],
  ["Bagian Umum", ["Bagian Umum"]],
  ["umum", []],
])("the units that begin with %j are the own agency's %j", async (q, items) => {
  const units = ["Dinas Kesehatan", "RSUD Contoh", "Dinas Kehutanan"];
  const { get } = await setUp(
    ...aUnit(3).map((employee, i) => ({
      ...employee,
      unitKerja: units[i] ?? "",
      instansiId: i === 2 ? "ins_other" : employee.instansiId,
    })),
  );

  expect((await get("/api/officer/units", { q })).body).toEqual({ items });
});

test("at most ten units are named", async () => {
  const many = aUnit(12).map((employee, i) => ({ ...employee, unitKerja: `SD Negeri ${10 + i}` }));
  const { get } = await setUp(...many);

  expect((await get("/api/officer/units", { q: "SD" })).body.items).toHaveLength(10);
});

test("an officer asks for the cards of a unit: it is written down, queued, and waits", async () => {
  const { ask, get, prints: table, queued } = await setUp();
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
    lacking: [],
  });
});

test("an officer's own prints of the last 24 hours are listed, with who lacks a photo, and nobody else's", async () => {
  const [ayu, joko] = aUnit(2, { photoId: undefined });
  if (!ayu || !joko) throw new Error("no unit");
  const gone = { ...joko, instansiId: "ins_other" };
  const { get, ask, asked, isAt, clock, colleague } = await setUp(ayu, gone);
  const first = await asked();
  clock.advance({ minutes: 10 });
  const second = await asked();
  await ask(aRequest({ unitKerja: "nowhere" }));
  await isAt(first, { withoutPhoto: 2, lackingIds: [ayu.id, joko.id, siti.id] });

  const { items } = (await get(prints)).body as unknown as PrintListAnswer;
  expect(items.map(({ printId }) => printId)).toEqual([second, first]);
  expect(items[1]).toEqual({
    printId: first,
    unitKerja,
    shape: "landscape",
    sheet: "card",
    requestedAt: "2026-11-21T03:00:00.000Z",
    endsAt: "2026-11-22T03:00:00.000Z",
    state: "waiting",
    drawn: 0,
    total: 2,
    withoutPhoto: 2,
    withoutCard: 0,
    lacking: [{ id: ayu.id, name: "Orang 000, S.Kom." }],
  });
  expect((await get(`${prints}/${first}`)).body.lacking).toEqual(items[1]?.lacking);
  expect((await colleague(prints, { method: "GET" })).body).toEqual({ items: [] });
});

test("a file that is ready is a download whose name says nothing of anybody", async () => {
  const { asked, isAt, get } = await setUp();
  const id = await asked();
  expect((await get(`${prints}/${id}/pdf`)).status).toBe(404);

  await isAt(id, { state: "ready", drawn: 2 });
  const { status, headers } = await get(`${prints}/${id}/pdf`);
  const link = new URL(headers.location ?? "");
  expect(status).toBe(302);
  expect(link.pathname).toBe(`/prints/${id}.pdf`);
  expect(link.searchParams.get("response-content-disposition")).toBe(
    'attachment; filename="kartu-asn_bagian-umum_lanskap_2026-11-21_1000.pdf"',
  );
  expect(headers["cache-control"]).toBe("no-store");
});

test("a request that is sent twice is one print, and its message is sent again in case it was lost", async () => {
  const { ask, printQueue, prints: table, queued } = await setUp();
  const request = aRequest();
  const lost = vi.spyOn(printQueue, "send").mockRejectedValueOnce(new Error("no queue"));
  vi.spyOn(logger, "error").mockReturnValue();
  expect((await ask(request)).status).toBe(500);
  lost.mockRestore();

  const { status, body } = await ask(request);
  expect([status, table.all.length, queued]).toEqual([202, 1, [body.printId]]);
});

test("what was asked for with another wish is another print", async () => {
  const { ask, prints: table } = await setUp();
  const request = aRequest();
  await ask(request);
  await ask({ ...request, shape: "portrait" });

  expect(table.all).toHaveLength(2);
});

test.each(["", "/pdf"])("{printId}%s of a colleague, or of nobody, is like none", async (path) => {
  const { asked, isAt, colleague, get } = await setUp();
  const id = await asked();
  await isAt(id, { state: "ready", drawn: 2 });

  for (const answer of [
    await colleague(`${prints}/${id}${path}`, { method: "GET" }),
    await get(`${prints}/prt_00000000000000000000000000${path}`),
    await get(`${prints}/emp_siti${path}`),
  ])
    expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test.each(["", "/pdf"])("{printId}%s of an officer's former agency is like none", async (path) => {
  const { prints: table, get } = await setUp();
  const print = aPrint({ officerId: budi.id, instansiId: "ins_other", state: "ready" });
  await table.add(print);

  expect((await get(`${prints}/${print.id}${path}`)).status).toBe(404);
});

test.each(["", "/pdf"])("{printId}%s is over after a day", async (path) => {
  const { prints: table, clock, get } = await setUp();
  const print = aPrint({ state: "ready", endsAt: clock.now().toISOString() });
  await table.add(print);

  expect((await get(`${prints}/${print.id}${path}`)).status).toBe(404);
});

test.each<[string, Partial<Employee>[], string, object]>([
  ["that the agency does not have", [], "unit-unknown", {}],
  ["of two hundred and one cards", [], "unit-too-large", { params: { max: 200 } }],
  ["in which nobody has a photo", [{ photoId: undefined }], "unit-without-cards", {}],
  ["in which all are retired", [{ kedudukanHukum: "99" }], "unit-without-cards", {}],
])("a unit %s is refused at its field", async (_, [change = {}], code, more) => {
  const size = code === "unit-too-large" ? 201 : 2;
  const people =
    code === "unit-unknown" ? [] : aUnit(size, { unitKerja: "Inspektorat", ...change });
  const { ask, prints: table, queued } = await setUp(...people);
  const { status, body } = await ask(aRequest({ unitKerja: "Inspektorat" }));

  expect(status).toBe(422);
  expect(body.problems).toEqual([{ field: "unitKerja", code, ...more }]);
  expect([table.all, queued]).toEqual([[], []]);
});

test("two hundred cards are not too many, however many without a photo are beside them", async () => {
  const unit = { unitKerja: "Inspektorat" };
  const others = aUnit(250, { ...unit, photoId: undefined }).slice(200);
  const { ask } = await setUp(...aUnit(200, unit), ...others);

  expect((await ask(aRequest(unit))).status).toBe(202);
});

test("a unit of another agency is unknown", async () => {
  const people = aUnit(2, { unitKerja: "Inspektorat", instansiId: "ins_other" });
  const { ask } = await setUp(...people);

  expect((await ask(aRequest({ unitKerja: "Inspektorat" }))).body.problems).toEqual([
    { field: "unitKerja", code: "unit-unknown" },
  ]);
});

test.each([
  { requestId: "1" },
  { unitKerja: "" },
  { unitKerja: "a".repeat(201) },
  { shape: "round" },
  { sheet: "a3" },
  { instansiId: "ins_other" },
])("a request with %j is refused", async (change) => {
  const { ask, queued } = await setUp();

  expect(await ask(aRequest(change))).toMatchObject({
    status: 422,
    body: { code: "invalid-input" },
  });
  expect(queued).toEqual([]);
});

test("an officer asks twenty times an hour, and hinders no other", async () => {
  const { ask, colleague } = await setUp();
  for (let i = 0; i < 20; i++) expect((await ask(aRequest())).status).toBe(202);

  expect(await ask(aRequest())).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
  expect((await colleague(prints, { method: "POST", body: aRequest() })).status).toBe(202);
});

test.each([
  { method: "GET", path: "/api/officer/units" },
  { method: "POST", path: prints },
  { method: "GET", path: `${prints}/prt_00000000000000000000000000` },
  { method: "GET", path: `${prints}/prt_00000000000000000000000000/pdf` },
])("$method $path is neither a stranger's nor a holder's to ask", async ({ method, path }) => {
  const { anonymous, holder, operator, queued } = await setUp();
  const request = { method, ...(method === "POST" && { body: aRequest() }) };

  expect((await anonymous(path, request)).status).toBe(401);
  for (const browser of [holder, operator])
    expect(await browser(path, request)).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
  expect(queued).toEqual([]);
});

test("another page cannot ask", async () => {
  const { officer, queued } = await setUp();
  const headers = { origin: "https://evil.example" };

  expect(await officer(prints, { method: "POST", body: aRequest(), headers })).toMatchObject({
    status: 403,
    body: { code: "cross-site-request" },
  });
  expect(queued).toEqual([]);
});

test("the log tells which officer printed which unit, how many cards, and names nobody", async () => {
  const { asked, isAt, get } = await setUp();
  const printId = await asked();
  await isAt(printId, { state: "ready", drawn: 2 });
  await get(`${prints}/${printId}/pdf`);

  const trace = { printId, officerId: budi.id, instansiId: budi.instansiId, unitKerja, cards: 2 };
  const { calls } = vi.mocked(logger.info).mock;
  expect(calls).toContainEqual(["print.requested", trace]);
  expect(calls).toContainEqual(["print.fetched", trace]);
  expect(JSON.stringify(calls)).not.toMatch(/1985|1990|Siti|Budi/);
});
