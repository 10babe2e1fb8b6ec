/** An officer of one unit: records of other units look as if they did not exist. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { employeeListAnswer, historyAnswer } from "#shared/employee/record-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { drawFirst } from "./prints-under-test.ts";
import { aChange, budi, recordsApiUnderTest, siti } from "./records-api-under-test.ts";

const health = "Dinas Kesehatan";
const hospital = "RSUD Contoh";
const employees = "/api/officer/employees";
const prints = "/api/officer/prints";

const dewi = anEmployee({
  id: "emp_dewi",
  nip: aNip("199001012015031003"),
  name: "Dewi Lestari",
  email: "dewi@contoh.example",
  unitKerja: health,
});
const joko = anEmployee({
  id: "emp_joko",
  nip: aNip("199001012015031004"),
  name: "Joko Susilo",
  email: "joko@contoh.example",
  unitKerja: hospital,
  photoId: undefined,
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** The API, with Budi as petugas of these units only. */
async function setUp(...units: string[]) {
  const api = await recordsApiUnderTest(dewi, joko);
  const isPetugasOf = (...each: string[]) =>
    api.roles.set(budi.id, ...each.map((unitKerja) => aGrant("petugas", { unitKerja })));
  isPetugasOf(...units);
  const names = async (query: Record<string, string> = {}) =>
    employeeListAnswer.parse((await api.search(query)).body).items.map(({ name }) => name);
  for (const { instansiId, unitKerja } of [siti, dewi, joko])
    await api.units.join({ instansiId, unitKerja });
  const ask = (unitKerja: string) =>
    api.officer(prints, {
      method: "POST",
      body: {
        requestId: randomUUID(),
        unitKerja,
        kind: "cards",
        shape: "landscape",
        sheet: "card",
      },
    });
  return { ...api, isPetugasOf, names, ask };
}

test("only the own units are listed and found", async () => {
  const { names, isPetugasOf } = await setUp(health);

  expect(await names()).toEqual(["Dewi Lestari, S.Kom."]);
  expect(await names({ status: "active" })).toEqual(["Dewi Lestari, S.Kom."]);
  expect(await names({ q: "siti" })).toEqual([]);
  expect(await names({ q: siti.nip })).toEqual([]);
  isPetugasOf(health, hospital);
  expect(await names()).toEqual(["Dewi Lestari, S.Kom.", "Joko Susilo, S.Kom."]);
});

test("a record is moved within the own units only", async () => {
  const { patch, employees: records } = await setUp(health, hospital);

  expect(await patch(dewi.id, aChange({ changes: { unitKerja: siti.unitKerja } }))).toMatchObject({
    status: 422,
    body: { problems: [{ field: "unitKerja", code: "unit-not-yours" }] },
  });
  expect(records.saves).toEqual([]);
  expect(await patch(dewi.id, aChange({ changes: { unitKerja: hospital } }))).toMatchObject({
    status: 200,
    body: { unitKerja: hospital },
  });
});

test("the history names people of the own units and the reader, and nobody else", async () => {
  const { get, employees: records } = await setUp(health);
  const actors = [joko.id, dewi.id, budi.id, "emp_rahayu"];
  for (const [i, id] of actors.entries())
    records.history.push(
      anEntry({ subjectId: dewi.id, revision: i + 1, actor: { role: "officer", id } }),
    );
  await get(`${employees}/${dewi.id}`);
  const history = async (kind: string) =>
    historyAnswer.parse((await get(`${employees}/${dewi.id}/history`, { kind })).body);

  expect((await history("changes")).items.map(({ by }) => by.name)).toEqual([
    undefined,
    "Budi Santoso, S.Kom.",
    "Dewi Lestari, S.Kom.",
    undefined,
  ]);
  expect((await history("reads")).items.map(({ by }) => by.name)).toEqual(["Budi Santoso, S.Kom."]);
});

test.each([
  ["", [health, hospital]],
  ["dinas", [health]],
  ["bagian", []],
])("of the units that begin with %j only the own are named: %j", async (q, items) => {
  const { get } = await setUp(hospital, health);

  expect((await get("/api/officer/units", { q })).body).toEqual({ items });
});

test("another unit is printed as little as one that does not exist", async () => {
  const { ask, prints: table } = await setUp(health);
  const [another, none] = [await ask(siti.unitKerja), await ask("Nowhere")];

  expect(another).toMatchObject({
    status: 422,
    body: { problems: [{ field: "unitKerja", code: "unit-unknown" }] },
  });
  expect(another.body.problems).toEqual(none.body.problems);
  expect(table.all).toEqual([]);
  expect((await ask(health)).status).toBe(202);
});

test("a print is gone with the unit it was asked for", async () => {
  const { ask, get, isPetugasOf, prints: table, clock } = await setUp(health, hospital);
  const { printId } = (await ask(health)).body;
  await drawFirst({ prints: table, clock }, { id: table.all[0]?.id ?? "prt_", drawn: 1 });
  const paths = [`${prints}/${printId}`, `${prints}/${printId}/pdf`];
  for (const path of paths) expect((await get(path)).status).toBeLessThan(400);
  isPetugasOf(hospital);

  for (const path of paths) expect((await get(path)).status).toBe(404);
  expect((await get(prints)).body).toEqual({ items: [] });
});

test("a print names nobody who works in another unit by now", async () => {
  const { ask, get, prints: table, clock } = await setUp(health);
  await ask(health);
  const id = table.all[0]?.id ?? "prt_";
  await table.advance(id, { withoutPhoto: 1, lackingIds: [joko.id] }, clock.now());

  expect((await get(`${prints}/${id}`)).body).toMatchObject({ withoutPhoto: 1, lacking: [] });
});
