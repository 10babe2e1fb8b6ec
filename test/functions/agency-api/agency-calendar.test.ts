/** The own agency's calendar: who reads it, who changes it, and what is refused. */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { calendarFor } from "#shared/workday/work-calendars.ts";
import { calendarRoutes } from "../../../functions/agency-api/calendar-routes.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { signIn } from "../../support/signed-in.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";
import { aYear } from "../../support/work-calendar-table-contract.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";
import { elsewhere, ofUnit, operator, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const source = "SE Bupati 800/12/2026";
const problemList = z.array(z.object({ field: z.string(), code: z.string() }));
const unit = { name: "RSUD Contoh", otherNames: ["R.S.U.D. Contoh"] };
const instansiId = petugas.instansiId;

async function world() {
  const { call: _, ...tables } = await setUp();
  const calendars = new WorkCalendarsInMemory({ national: [aYear()] });
  const units = new UnitsInMemory();
  const saved = { id: "unt_rsud", instansiId, revision: 1, ...unit } as const;
  const claimed = [unit.name, ...unit.otherNames].map((name) => ({ unit: saved, name }));
  await units.write({ instansiId, seen: 0, saved: [saved], removed: [], claimed, freed: [] });
  const handler = apiHandler(calendarRoutes({ ...tables, calendars, units }), handlerOptions);
  const call = async (by: Employee, method: "GET" | "PATCH", body?: object, query = {}) =>
    callApi(handler, {
      ...{ method, path: "/api/officer/agency/calendar", query, ...(body && { body }) },
      ...(await signIn(tables, by)),
    });
  const change = (revision: number, said: object, by = petugas) =>
    call(by, "PATCH", { revision, source, change: said });
  return { ...tables, calendars, units, call, change };
}

const festival = { action: "add-holiday", name: " Galungan ", from: "2026-06-17" } as const;
const sixDays = { action: "add-pattern", from: "2026-07-01", daysPerWeek: 6 } as const;

test("days off of several dates are added with their decree, count at once, and the history says who did it", async () => {
  const { call, change, calendars } = await world();
  const kept = { name: "Galungan", kind: "libur-daerah", source };
  const days = ["2026-06-16", "2026-06-17", "2026-06-18"].map((day) => ({ day, ...kept }));

  const saved = await change(0, { ...festival, from: "2026-06-16", until: "2026-06-18" });

  expect(saved).toMatchObject({ status: 200, body: { revision: 1, holidays: days, patterns: [] } });
  const worker = { instansiId, unitKerja: "Sekretariat" };
  const span = { from: "2026-06-15", until: "2026-06-19" };
  const counted = await calendarFor(calendars, worker, span);
  expect(counted.count("2026-06-15", "2026-06-19")).toBe(2);
  expect(calendars.history).toEqual([
    {
      ...{ subjectId: `calendar#${instansiId}`, revision: 1, action: "registered" },
      ...{ actor: { role: "officer", id: petugas.id }, at: expect.any(String), reason: source },
      changes: [{ field: "holiday", to: "2026-06-16 – 2026-06-18 Galungan" }],
    },
  ]);

  const removed = await change(1, {
    action: "remove-holiday",
    name: "Galungan",
    day: "2026-06-17",
  });
  expect(removed.body).toEqual({ revision: 2, holidays: [days[0], days[2]], patterns: [] });
  expect(calendars.history.at(-1)).toMatchObject({
    ...{ revision: 2, action: "changed", reason: source },
    changes: [{ field: "holiday", from: "2026-06-17 Galungan" }],
  });
  const { national, ...own } = (await call(penyetuju, "GET", undefined, { year: "2026" })).body;
  const { holidays, ramadan } = aYear();
  expect(national).toEqual({ year: 2026, isKnown: true, holidays, ramadan });
  expect(own).toEqual({ ...removed.body, readOnly: true });
});

test("patterns of the agency, a unit in any spelling and a person are added, told with names, and taken away", async () => {
  const { call, change, calendars, units } = await world();
  await change(0, { ...sixDays, target: "agency", until: "2026-12-31" });
  await change(1, { ...sixDays, target: { unit: "rsud contoh" } });
  const ofPerson = { ...sixDays, target: { person: ofUnit.id }, daysPerWeek: 5 };
  const told = await change(2, ofPerson);

  const said = { from: "2026-07-01", daysPerWeek: 6, source };
  expect(told.body.patterns).toEqual([
    { ...said, until: "2026-12-31" },
    { ...said, unitKerja: "RSUD Contoh" },
    { ...said, daysPerWeek: 5, person: { id: ofUnit.id, name: expect.stringContaining(" ") } },
  ]);
  expect(calendars.history.at(-1)).toMatchObject({ about: ofUnit.id });
  const own = await calendars.agency(instansiId);
  expect(own?.patterns.map(({ person, unitKerja }) => person ?? unitKerja)).toEqual([
    ...[undefined, "RSUD Contoh", ofUnit.id],
  ]);

  const removed = await change(3, { ...ofPerson, action: "remove-pattern" });
  expect(removed.body.patterns).toHaveLength(2);
  const again = await change(4, { ...ofPerson, action: "remove-pattern" });
  expect(again).toMatchObject({ status: 404 });

  // The unit is gone: its pattern is nobody's, and says so.
  const gone = await units.findByName(instansiId, unit.name);
  const freed = [unit.name, ...unit.otherNames];
  const at = { instansiId, seen: await units.treeRevision(instansiId), saved: [], claimed: [] };
  await units.write({ ...at, removed: gone ? [gone] : [], freed });
  const left = (await call(petugas, "GET")).body.patterns;
  expect(left).toContainEqual({ ...said, unitKerja: "RSUD Contoh", isUnitUnknown: true });
});

test.each([
  [{ ...festival, name: " ", from: "2019-12-31" }, ["from day-outside-calendar", "name required"]],
  [{ ...festival, name: "Ga\u202elungan" }, ["name characters-hidden"]],
  [{ ...festival, until: "2026-06-16" }, ["until span-backwards"]],
  [{ ...festival, until: "2027-06-16" }, ["until calendar-full"]],
  [{ ...festival, until: "9999-06-16" }, ["until day-outside-calendar", "until calendar-full"]],
  [
    { ...sixDays, target: { unit: "Tiada" }, until: "2026-06-01" },
    ["unit unit-unknown", "until span-backwards"],
  ],
])("%j is refused with all that is wrong: %j", async (said, problems) => {
  const { change, calendars } = await world();

  const { status, body } = await change(0, said);

  expect(status).toBe(422);
  const found = problemList.parse(body.problems).map(({ field, code }) => `${field} ${code}`);
  expect(found.toSorted()).toEqual(problems.toSorted());
  expect(calendars.history).toEqual([]);
});

test("what is there already is not added twice, and a change without its decree is none", async () => {
  const { call, change } = await world();
  await change(0, festival);
  await change(1, { ...sixDays, target: "agency" });

  const otherDays = { ...sixDays, target: "agency", daysPerWeek: 5 };
  for (const said of [festival, { ...sixDays, target: "agency" }, otherDays])
    expect(await change(2, said)).toMatchObject({
      ...{ status: 422, body: { problems: [{ field: "from", code: "nothing-changed" }] } },
    });
  const removal = { action: "remove-holiday", name: "Galungan", day: "2026-06-17" };
  const undecreed = { revision: 2, source: " ", change: removal };
  expect(await call(petugas, "PATCH", undecreed)).toMatchObject({
    ...{ status: 422, body: { problems: [{ field: "source", code: "required" }] } },
  });
});

test("of two officers who saw the same calendar one saves, and nobody says a pattern of their own days", async () => {
  const { change, calendars } = await world();
  await change(0, festival);

  expect(await change(0, { ...festival, name: "Kuningan" })).toMatchObject({
    ...{ status: 409, body: { code: "calendar-changed" } },
  });
  const own = { ...sixDays, target: { person: petugas.id } };
  for (const action of ["add-pattern", "remove-pattern"])
    expect(await change(1, { ...own, action })).toMatchObject({
      ...{ status: 403, body: { code: "own-record" } },
    });
  expect(calendars.history).toHaveLength(1);
});

test("only those who work for the whole agency read its calendar, and only its petugas change it", async () => {
  const { call, change } = await world();
  await change(0, festival);

  expect((await call(petugas, "GET")).body).not.toHaveProperty("readOnly");
  expect((await call(elsewhere, "GET")).body).toMatchObject({ revision: 0, holidays: [] });
  expect(await call(ofUnit, "GET")).toMatchObject({ status: 404 });
  expect(await call(operator, "GET")).toMatchObject({ status: 403 });
  expect(await change(1, { ...festival, name: "Lain" }, penyetuju)).toMatchObject({ status: 403 });
  expect(await change(1, { ...festival, name: "Lain" }, ofUnit)).toMatchObject({ status: 404 });
  const ofAnother = { ...sixDays, target: { person: elsewhere.id } };
  expect(await change(1, ofAnother)).toMatchObject({ status: 404 });
});
