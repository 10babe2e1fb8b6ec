/** Two thousand rows with cells that nobody would type: each is taken or told, and what is taken is a record in order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { employeeSchema } from "#shared/employee/employee.ts";
import { problemsOfRecord } from "#shared/employee/employee-rules.ts";
import { headings, personOf } from "../../../bench/import/made-files.ts";
import { ImportWorld } from "../../support/import-world.ts";
import { judgeWhole } from "../../support/whole-file.ts";
import { workbookOf } from "../../support/workbook.ts";
import { csvOf } from "./siasn-files.ts";

const seed = Number(process.env.TEST_SEED ?? 20261127) % 2 ** 31;
const count = 2000;

/** A file with such a sign is no text, and is refused whole (unreadable-files.ts). */
const unwritable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const oddCell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    ...["", " ", "-", "0", "-1", "1e400", "1,98503E+17", "46000", "46000.5", "31-02-1985", "NULL"],
    ...["=1+1", '="198502122010012004"', "@SUM(A1)", "\t=1", "＝1", "`1985", "'1985", "#N/A"],
    ...[
      "\u0000",
      "\ud800",
      "\u202e",
      "\u200b",
      "ﾊﾝｶｸ",
      "🪪",
      "__proto__",
      "constructor",
      "ß".repeat(300),
    ],
    ...["IX", "III/d", "PPPK", "PPPK Paruh Waktu", "Aktif", "PPPK Aktif", "F", "L", "a@b.c", "99"],
    ...["197001011995031001", "budi@contoh.example", "198502122010012000", "01-01-2009"],
  ),
);
const spoiled = fc.array(
  fc.tuple(
    fc.nat(headings.length - 1),
    oddCell.map((cell) => cell.replace(unwritable, "")),
  ),
  { maxLength: 3 },
);

const [spoils = []] = fc.sample(fc.array(spoiled, { minLength: count, maxLength: count }), {
  seed,
  numRuns: 1,
});
const rows = spoils.map((changes, i) => {
  const cells = personOf(i);
  for (const [column, cell] of changes) cells[column] = cell;
  return cells;
});

test(`rows by seed ${seed}: each fault is told in its row, and all else is applied`, async () => {
  const file = csvOf([headings, ...rows]);
  const judged = await judgeWhole(file);
  const numbers = judged.problems.map(({ row }) => row);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(judged.rows + 1);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  const isWrong = new Set(
    judged.problems.filter(({ severity }) => severity === "error").map(({ row }) => row),
  );
  expect(judged.people.filter(({ row }) => isWrong.has(row))).toEqual([]);
  expect(judged.people.length + isWrong.size).toBeGreaterThanOrEqual(judged.rows - 1);

  const world = new ImportWorld();
  const bulk = await world.apply(file, "good-rows");
  expect(bulk.state).toBe("done");
  expect(bulk.done).toBeGreaterThan(count / 4);
  const people = await Array.fromAsync(world.employees.inAgency("ins_contoh"));
  expect(people.length).toBe(bulk.done + 2 - bulk.unchanged);
  for (const person of people) {
    expect(employeeSchema.safeParse(person).error).toBeUndefined();
    expect(problemsOfRecord(person)).toEqual([]);
  }
});

test("a workbook of the same cells is judged without an end of its own", async () => {
  const judged = await judgeWhole(workbookOf([headings, ...rows.slice(0, 500)]));
  expect(judged.problems.length + judged.people.length).toBeGreaterThan(250);
});
