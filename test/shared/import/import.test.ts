import { expect, test } from "vitest";
import { isFresh, isJudged, noCounts } from "#shared/import/import.ts";
import {
  askImportRequest,
  differenceAnswer,
  differenceQuery,
  importAnswer,
  importListAnswer,
  newImportAnswer,
  newImportRequest,
  ofImport,
  problemsAnswer,
  problemsQuery,
} from "#shared/import/import-answers.ts";
import { anImport } from "../../support/imports.ts";

const requestId = "0b9f6a52-38f5-4c92-9f7c-6f2f4d2f9c11";

test("a file can be asked for until ten days before it is deleted", () => {
  const uploaded = anImport({ at: "2026-11-01T00:00:00.000Z" });

  expect(isFresh(uploaded, new Date("2026-11-20T23:59:59.000Z"))).toBe(true);
  expect(isFresh(uploaded, new Date("2026-11-21T00:00:00.000Z"))).toBe(false);
});

test("an import is judged as soon as its judgement is there", () => {
  const { judgement: _, ...uploading } = anImport();

  expect([isJudged(anImport()), isJudged(uploading)]).toEqual([true, false]);
});

test.each([
  ["an id of another thing", ofImport, { id: "emp_siti" }],
  ["an id that leads out of its folder", ofImport, { id: "imp_../../x" }],
  ["an empty file", newImportRequest, { requestId, fileName: "a.csv", size: 0 }],
  ["a file of 64 MB and a byte", newImportRequest, { requestId, fileName: "a", size: 64_000_001 }],
  ["a file without a name", newImportRequest, { requestId, fileName: "", size: 1 }],
  ["a mode that is none", askImportRequest, { mode: "some", reason: "x" }],
  ["a part that is none", differenceQuery, { part: "errors" }],
  ["a place with a slash", problemsQuery, { from: "../x" }],
])("%s is refused", (_, schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});

test("what is answered fits", () => {
  const { id, fileName, at } = anImport();
  const told = {
    id,
    state: "judged",
    fileName,
    rows: 3,
    counts: noCounts,
    asker: "",
    at,
    may: [],
    marked: "none",
  };
  const problem = { row: 2, column: "NIP", code: "required", severity: "error" };

  expect(importAnswer.safeParse(told).success).toBe(true);
  expect(importListAnswer.safeParse({ items: [told] }).success).toBe(true);
  const upload = { url: "https://bucket.example/", fields: { key: "files/imp_1" } };
  expect(newImportAnswer.safeParse({ id, upload }).success).toBe(true);
  const items = [{ ...problem, value: "", example: "x" }];
  expect(problemsAnswer.safeParse({ items }).success).toBe(true);
  const gone = { name: "Siti", nip: "19850212 201001 2 004", changes: [] };
  expect(differenceAnswer.safeParse({ items: [gone], next: "1" }).success).toBe(true);
});
