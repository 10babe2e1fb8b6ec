import { beforeEach, expect, test, vi } from "vitest";
import { fullName } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import {
  changed,
  details,
  elsewhere,
  ofUnit,
  operator,
  penyetuju,
  petugas,
  reason,
  setUp,
} from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("who looks after an agency sees how far its new name is, and begins that again when it was stopped", async () => {
  const { call, bulks, clock } = await setUp();
  const at = "operator/agencies/ins_contoh";
  expect((await call(operator, "GET", `${at}/names`)).body).toEqual({});
  const named = { revision: 1, details: { ...details, name: "Kabupaten Baru" }, reason };
  const { body: saved } = await call(operator, "PATCH", at, named);
  expect(saved).not.toHaveProperty("nameWork");

  const running = { work: { state: "running", done: 0, unchanged: 0, refused: 0 } };
  for (const [by, path] of [
    [operator, `${at}/names`],
    [petugas, "officer/agency/names"],
    [penyetuju, "officer/agency/names"],
  ] as const)
    expect(await call(by, "GET", path)).toMatchObject({ status: 200, body: running });
  expect((await call(ofUnit, "GET", "officer/agency/names")).status).toBe(404);

  const [work] = bulks.all;
  if (!work) throw new Error("Nothing has begun.");
  await bulks.stop(work.id, { why: "given-up", at: clock.now() });
  expect(await call(operator, "POST", `${at}/names`, { reason: "" })).toMatchObject({
    status: 422,
    body: { problems: [{ field: "reason", code: "required" }] },
  });
  expect((await call(operator, "POST", `${at}/names`, { reason })).body).toEqual(running);
  expect(bulks.all.map(({ state }) => state)).toEqual(["stopped", "running"]);
  expect((await call(petugas, "POST", `${at}/names`, { reason })).status).toBe(403);
});

test("the history of an agency tells who changed what and who approved it, by names that the reader may know", async () => {
  const { call, agencies } = await setUp();
  await call(operator, "PATCH", "operator/agencies/ins_contoh", {
    ...{ revision: 1, details: { ...details, zone: "WIT" }, reason },
  });
  const asked = anAgency({ ...changed, revision: 3 });
  await agencies.save(asked, {
    ...{ subjectId: "agency#ins_contoh", revision: 3, at: "2026-11-27T02:00:00.000Z" },
    ...{ actor: { role: "officer", id: petugas.id }, approvedBy: elsewhere.id },
    ...{ action: "changed", reason: "Perda 2", changes: [{ field: "contact", to: "Baru" }] },
  });

  const told = await call(operator, "GET", "operator/agencies/ins_contoh/history");
  expect(told.body).toMatchObject({
    items: [
      {
        ...{ revision: 3, by: { role: "officer", name: fullName(petugas) }, reason: "Perda 2" },
        ...{ approvedBy: { name: fullName(elsewhere) }, isAdded: false },
        changes: [{ field: "contact", to: "Baru" }],
      },
      { by: { role: "operator" }, reason, changes: [{ field: "zone", from: "WITA", to: "WIT" }] },
    ],
  });
  expect(told.body).not.toHaveProperty("cursor");
  const own = await call(penyetuju, "GET", "officer/agency/history");
  expect(own.body).toMatchObject({ items: [{ approvedBy: {} }, {}] });
  expect(JSON.stringify(own.body)).not.toContain("emp_");
  expect(own.body).not.toMatchObject({ items: [{ approvedBy: { name: expect.any(String) } }, {}] });
  expect((await call(ofUnit, "GET", "officer/agency/history")).status).toBe(404);
  const other = await call(elsewhere, "GET", "officer/agency/history");
  expect(other.body).toEqual({ items: [] });
});
