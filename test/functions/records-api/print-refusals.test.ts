/** What is not printed, and for whom. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aUnit } from "../../support/print-world.ts";
import { aRequest, prints, printsUnderTest } from "./prints-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each<[string, Partial<Employee>[], string]>([
  ["that the agency does not have", [], "unit-unknown"],
  ["in which nobody has a photo", [{ photoId: undefined }], "unit-without-cards"],
  ["in which all are retired", [{ kedudukanHukum: "99" }], "unit-without-cards"],
])("a unit %s is refused at its field", async (_, [change = {}], code) => {
  const people = code === "unit-unknown" ? [] : aUnit(2, { unitKerja: "Inspektorat", ...change });
  const { ask, prints: table, queued } = await printsUnderTest(...people);
  const { status, body } = await ask(aRequest({ unitKerja: "Inspektorat" }));

  expect(status).toBe(422);
  expect(body.problems).toEqual([{ field: "unitKerja", code }]);
  expect([table.all, queued]).toEqual([[], []]);
});

test("no unit is too large: what is more than one part is known when it is planned", async () => {
  const unit = { unitKerja: "Inspektorat" };
  const { ask, prints: table } = await printsUnderTest(...aUnit(700, unit));

  expect((await ask(aRequest(unit))).status).toBe(202);
  expect(table.all).toMatchObject([{ state: "waiting", total: 200, parts: [] }]);
});

test("of a large unit in which few have a photo, a request reads no more people than one part looks up", async () => {
  const { ask, employees } = await printsUnderTest();
  let read = 0;
  vi.spyOn(employees, "inUnit").mockImplementation(async function* () {
    for (const person of aUnit(900, { photoId: undefined })) {
      read++;
      yield person;
    }
  });

  expect((await ask(aRequest({ unitKerja: "Inspektorat" }))).status).toBe(202);
  expect(read).toBe(600);
});

describe("letters", () => {
  const unit = { unitKerja: "Inspektorat" };
  const letters = { requestId: "0d9f4a3e-5a0e-4d53-9a51-3f0f6c2f1c7a", kind: "letters", ...unit };

  test("go to a unit in which nobody has a photo, too", async () => {
    const { ask, prints: table } = await printsUnderTest(
      ...aUnit(201, { ...unit, photoId: undefined }),
    );

    expect((await ask(letters)).status).toBe(202);
    expect(table.all).toMatchObject([{ kind: "letters", total: 201 }]);
  });

  test("go to no unknown unit", async () => {
    const { ask } = await printsUnderTest();

    expect((await ask(letters)).body.problems).toEqual([
      { field: "unitKerja", code: "unit-unknown" },
    ]);
  });

  test("have no shape", async () => {
    const { ask } = await printsUnderTest(...aUnit(2, unit));

    expect((await ask({ ...letters, shape: "landscape", sheet: "a4" })).status).toBe(422);
  });
});

test("a unit of another agency is unknown", async () => {
  const people = aUnit(2, { unitKerja: "Inspektorat", instansiId: "ins_other" });
  const { ask } = await printsUnderTest(...people);

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
  const { ask, queued } = await printsUnderTest();

  expect(await ask(aRequest(change))).toMatchObject({
    status: 422,
    body: { code: "invalid-input" },
  });
  expect(queued).toEqual([]);
});

test("an officer asks twenty times an hour, and hinders no other", async () => {
  const { ask, colleague } = await printsUnderTest();
  for (let i = 0; i < 20; i++) expect((await ask(aRequest())).status).toBe(202);

  expect(await ask(aRequest())).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
  expect((await colleague(prints, { method: "POST", body: aRequest() })).status).toBe(202);
});

test.each([
  { method: "GET", path: "/api/officer/units" },
  { method: "POST", path: prints },
  { method: "GET", path: `${prints}/prt_00000000000000000000000000` },
  { method: "GET", path: `${prints}/prt_00000000000000000000000000/pdf` },
  { method: "POST", path: `${prints}/prt_00000000000000000000000000/stop` },
  { method: "POST", path: `${prints}/prt_00000000000000000000000000/resume` },
])("$method $path is neither a stranger's nor a holder's to ask", async ({ method, path }) => {
  const { anonymous, holder, operator, queued } = await printsUnderTest();
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
  const { officer, queued } = await printsUnderTest();
  const headers = { origin: "https://evil.example" };

  expect(await officer(prints, { method: "POST", body: aRequest(), headers })).toMatchObject({
    status: 403,
    body: { code: "cross-site-request" },
  });
  expect(queued).toEqual([]);
});
