import { expect, test } from "vitest";
import type { ImportCode } from "#shared/import/import-codes.ts";
import { importProblem } from "#shared/import/import-problem.ts";
import { pageOf, summaryOf } from "../../../web/src/import/judgement.ts";
import { siasnFile } from "../../shared/import/siasn-files.ts";
import { judgeWhole } from "../../support/whole-file.ts";

const judgedOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { people, ...rest } = await judgeWhole(bytes);
  return { ...rest, people: people.length };
};
const problemsOf = (...codes: ImportCode[]) =>
  codes.map((code, i) => importProblem({ row: i + 2, code }));

test("rows, people, and each code with its count in the order of docs/impor.md", async () => {
  const summary = summaryOf(await judgedOf(siasnFile("siasn-faults.csv")));

  expect(summary).toMatchObject({ rows: 30, people: 16, errors: 14, rowsWithErrors: 14 });
  expect(summary.refusal).toBeUndefined();
  const counted = summary.codes.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(summary.errors + summary.warnings);
  expect(summary.codes[0]).toEqual({ code: "CON_1", count: 1 });
  expect(summary.codes).toContainEqual({ code: "nik-scientific", count: 1 });
});

test("a row with two errors is one row with errors; a warning is none", () => {
  const problems = [
    ...problemsOf("required", "nik-malformed"),
    importProblem({ row: 2, code: "day-malformed" }),
  ];
  const file = { rows: 2, people: 0, problems };

  expect(summaryOf(file)).toMatchObject({ errors: 2, warnings: 1, rowsWithErrors: 1 });
});

test("a file that is not read says why; a file with a warning about itself is read", async () => {
  const refusal = summaryOf(await judgedOf(new Uint8Array())).refusal;
  const warned = { rows: 1, people: 0 };

  expect(refusal?.code).toBe("file-empty");
  expect(summaryOf({ ...warned, problems: problemsOf("file-links") }).refusal).toBeUndefined();
});

test("a page of the problems, of all or of one code, with the number of them all", () => {
  const problems = problemsOf("required", "malformed", "required", "required");
  const rows = (query: Partial<Parameters<typeof pageOf>[1]>) => {
    const { items, total } = pageOf(problems, { from: 0, limit: 2, ...query });
    return { rows: items.map(({ row }) => row), total };
  };

  expect(rows({})).toEqual({ rows: [2, 3], total: 4 });
  expect(rows({ from: 2 })).toEqual({ rows: [4, 5], total: 4 });
  expect(rows({ code: "required", from: 2 })).toEqual({ rows: [5], total: 3 });
  expect(rows({ code: "too-long" })).toEqual({ rows: [], total: 0 });
});
