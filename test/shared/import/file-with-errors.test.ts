import { expect, test } from "vitest";
import { employeeKinds } from "#shared/employee/nip.ts";
import { withErrors } from "#shared/import/file-with-errors.ts";
import { headingOf, importFields } from "#shared/import/import-columns.ts";
import { FileRefused, type ImportProblem } from "#shared/import/import-problem.ts";
import { exampleFor, importTemplate } from "#shared/import/import-template.ts";
import { isZip } from "#shared/import/table.ts";
import { spreadsheetFormats, writeSpreadsheet } from "#shared/import/write-spreadsheet.ts";
import { sentenceOf } from "../../../ops/import-report.ts";
import { bytesOf, readByOthers } from "../../support/spreadsheets.ts";
import { judgeWhole, rowsOf } from "../../support/whole-file.ts";
import { type SheetCell, workbookOf } from "../../support/workbook.ts";
import { siasnCsv, siasnFile, siasnRows } from "./siasn-files.ts";

const told = (problems: readonly ImportProblem[]) =>
  problems.map((problem) => ({ ...problem, message: sentenceOf(problem) }));

async function backOf(bytes: Uint8Array<ArrayBuffer>) {
  const { problems } = await judgeWhole(bytes);
  return bytesOf(withErrors(new Blob([bytes]), told(problems)));
}

async function cellsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Map<number, readonly string[]>> {
  return new Map((await rowsOf(bytes)).rows.map(({ row, cells }) => [row, cells]));
}

/** The faults as a workbook, with numbers, days and a formula as Excel keeps them. */
function faultyWorkbook(): Uint8Array<ArrayBuffer> {
  const [headings = [], , ...rows] = siasnRows("siasn-faults.csv");
  const kept: Readonly<Record<string, SheetCell>> = {
    "0 NIP BARU": { number: "1.98502122010012E+17" },
    "1 NIK": { number: "9.90101520285E+15" },
    "2 TANGGAL LAHIR": { day: 31_000 },
    "3 NAMA": { formula: "1+1", value: "2" },
  };
  const change = (i: number, cells: readonly string[]) =>
    cells.map((cell, c) => kept[`${i} ${headings[c]}`] ?? cell);
  return workbookOf([
    ["Daftar pegawai"],
    [],
    headings,
    ...rows.map((cells, i) => change(i, cells)),
  ]);
}

test.each<[string, () => Uint8Array<ArrayBuffer>]>([
  ["the faults of SIASN's layout", () => siasnFile("siasn-faults.csv")],
  ["a workbook", () => siasnFile("siasn-workbook.xlsx")],
  ["a workbook with a title, numbers, days and a formula", faultyWorkbook],
  ["UTF-16", () => siasnFile("siasn-utf16.csv")],
  ["Windows-1252", () => siasnFile("siasn-windows1252.csv")],
  ["a cell that is no formula", () => siasnCsv({ JABATAN: "=1+1" }, { NAMA: "-" })],
  ["rows without anything between", () => new TextEncoder().encode("NIP;NAMA\n\n\n1;Siti\n")],
])("%s, with errors beside each row, is judged as before", async (_, file) => {
  const before = await judgeWhole(file());
  const back = await backOf(file());
  const after = await judgeWhole(back);

  expect(before.rows).toBeGreaterThan(0);
  expect(after).toEqual(before);
  // A workbook stays one.
  expect(await isZip(new Blob([back]))).toBe(await isZip(new Blob([file()])));
  // Once more: the column is not doubled.
  const [, headings = []] = [...(await cellsOf(await backOf(back)))].find(([, cells]) =>
    cells.includes("MASALAH"),
  ) ?? [0, []];
  expect(headings.filter((cell) => cell === "MASALAH")).toHaveLength(1);
});

test("each row says what is wrong with it, and what would be right; clean rows say nothing", async () => {
  const { problems } = await judgeWhole(siasnFile("siasn-faults.csv"));
  const cells = await cellsOf(await backOf(siasnFile("siasn-faults.csv")));
  for (const [row, [note = ""]] of cells) {
    // What concerns the whole file stands in the first row of data.
    const own = problems.filter((problem) => (problem.row || 2) === row);
    if (row === 1) expect(note).toBe("MASALAH");
    else if (own.length === 0) expect(note).toBe("");
    for (const { column } of own) expect(note).toContain(`${column}: `);
    for (const { example } of own) if (example) expect(note).toContain(`Contoh: ${example}.`);
  }
  const shortened = problems.find(({ code }) => code === "nip-scientific");
  expect(cells.get(shortened?.row ?? 0)?.[0]).toMatch(
    /^NIP BARU: .+\. Contoh: 198502122010012004\.$/,
  );
});

test("what is wrong with the headings stands in the first row of data", async () => {
  const bytes = new TextEncoder().encode("Daftar\nNIP;NAMA;Hobi\n198502122010012004;Siti;x\n");
  const [, , first = []] = [...(await cellsOf(await backOf(bytes))).values()];
  expect(first[0]).toContain("KEDUDUKAN HUKUM: kolom wajib");
  expect(first[0]).toContain("Peringatan, Hobi: ");
});

test("a formula goes back as a text that nothing carries out, also to another reader", async () => {
  const rows = await readByOthers(await backOf(faultyWorkbook()));
  expect(rows.flat()).toContain("=1+1");
  expect(rows.flat()).toContain(198502122010012000);
});

test("a file that cannot be read is refused", async () => {
  const broken = new Blob(["PK\u0003\u0004"]);
  await expect(bytesOf(withErrors(broken, []))).rejects.toBeInstanceOf(FileRefused);
});

test.each(spreadsheetFormats)("the template as %s is read once it is filled", async (format) => {
  const empty = await bytesOf(importTemplate(format));
  const rows = [...(await cellsOf(empty)).values()];
  const headings = rows.at(-1) ?? [];
  expect(await judgeWhole(empty)).toMatchObject({ rows: 0, problems: [] });

  const field = (heading: string) => importFields.find((each) => headingOf(each) === heading);
  const people = employeeKinds.map((kind, i) =>
    headings.map((heading) => {
      const name = field(heading);
      if (name === "email") return `pegawai.${i}@contoh.example`;
      return name ? exampleFor(name, kind) : "?";
    }),
  );
  const look = { name: "Pegawai", widths: [], headingRow: rows.length };
  const filled = await bytesOf(writeSpreadsheet(format, [...rows, ...people], look));
  const judged = await judgeWhole(filled);
  expect(judged.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(judged.people.map(({ kind }) => kind)).toEqual(employeeKinds);
  const needs = new Map(headings.map((heading, i) => [heading, rows.at(-5)?.[i]]));
  expect(needs.get("NIP BARU")).toBe("wajib");
  // Who has none is only warned of.
  expect(needs.get("EMAIL")).toMatch(/^kalau ada/);
});
