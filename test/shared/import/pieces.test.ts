/** Files are read in pieces: where one ends must make no difference. */
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { FileRefused } from "#shared/import/import-problem.ts";
import { openSpreadsheet } from "#shared/import/read-spreadsheet.ts";
import { judgeWhole, rowsOf } from "../../support/whole-file.ts";
import { workbookOf } from "../../support/workbook.ts";
import { csvOf, siasnCsv, siasnRows } from "./siasn-files.ts";

/** Of `piecesOf`. */
const pieceBytes = 65_536;

test("a CSV file is read as its parser reads the whole of it, wherever its pieces end", async () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."AB é;"), maxLength: 6 }),
    fc.constantFrom('"A;B"', '"A\r\nB"', '"""A"""', '""', '"A" ', 'A"B', '"A"B', '"A'),
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(";"));
  const file = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 8 }),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    /** How far into them the first piece reaches. */
    into: fc.nat(60),
  });
  const seen = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, newline, into }) => {
      const before = `A;B${newline}${"x".repeat(pieceBytes - into - 3 - 2 * newline.length)}${newline}`;
      // Both kinds in one file, beside a stray quote: what ends a row is a guess there, of the parser's too.
      const own = newline === "\r" ? rows.map((each) => each.replaceAll("\r\n", "\r")) : rows;
      const text = `${before}${own.join(newline)}`;
      // Line ends of a whole file are made the same, those within a cell as well.
      const plain = (each: string) => (newline === "\r" ? each : each.replaceAll("\r\n", "\n"));
      const whole = Papa.parse<string[]>(text, { delimiter: ";" });
      const isWrong = whole.errors.some(({ type }) => type === "Quotes");
      const sheet = await openSpreadsheet(new Blob([text]));
      const read = Array.fromAsync(sheet.rows());
      seen[isWrong ? "refused" : "read"] += 1;
      if (isWrong) await expect(read).rejects.toBeInstanceOf(FileRefused);
      else {
        const filled = whole.data.flatMap((cells, i) =>
          cells.some((each) => each.trim() !== "") ? [{ row: i + 1, cells: cells.map(plain) }] : [],
        );
        const found = (await read).flat();
        expect(found.map(({ row: number, cells }) => ({ row: number, cells }))).toEqual(filled);
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(30);
});

test("a row that never ends is refused before it fills the memory", async () => {
  const endless = new Blob(['NIP;NAMA\n1;"', "A".repeat(3_000_000)]);
  const sheet = await openSpreadsheet(endless);

  await expect(Array.fromAsync(sheet.rows())).rejects.toMatchObject({
    code: "file-quotes",
    params: { row: 2 },
  });
});

test("people who stand in a file twice are found across its pages, and addresses too", async () => {
  const [headings = [], , clean = []] = siasnRows("siasn-faults.csv");
  const place = (heading: string) => headings.indexOf(heading);
  const person = (i: number, change: Readonly<Record<string, string>> = {}) =>
    clean.map((cell, c) => {
      const order = String((i % 900) + 1).padStart(3, "0");
      if (c === place("NIP BARU")) return `198411072007031${order}`;
      if (c === place("EMAIL")) return change.EMAIL ?? `pegawai.${i}@contoh.example`;
      return change[headings[c] ?? ""] ?? cell;
    });
  const rows = Array.from({ length: 600 }, (_, i) => person(i));
  const file = csvOf([
    headings,
    ...rows,
    ...[person(0), person(1, { "GOL AKHIR": "III/d" }), person(1, { "GOL AKHIR": "IV/a" })],
    person(700, { EMAIL: "PEGAWAI.2@contoh.example" }),
  ]);
  const { people, problems } = await judgeWhole(file);

  expect(
    problems.flatMap(({ row, code, params }) => (row === 0 ? [] : [{ row, code, params }])),
  ).toEqual([
    // Of row 3 it is known before row 603 is judged.
    { row: 3, code: "person-differs-in-file", params: { row: 603 } },
    { row: 602, code: "person-twice-in-file", params: { row: 2 } },
    { row: 603, code: "person-differs-in-file", params: { row: 3 } },
    { row: 604, code: "person-differs-in-file", params: { row: 3 } },
    { row: 605, code: "email-taken-in-file", params: { row: 4 } },
  ]);
  expect(people.map(({ row }) => row)).toEqual(
    Array.from({ length: 600 }, (_, i) => i + 2).filter((row) => row !== 3),
  );
});

test("a workbook's shared texts are those that were written, however many", async () => {
  const table = Array.from({ length: 3000 }, (_, i) => [
    `${i}`,
    `Pegawai ${"é".repeat(i % 90)} ${i}`,
  ]);
  const { rows } = await rowsOf(workbookOf(table));

  expect(rows.map(({ cells }) => cells)).toEqual(table);
});

test("a workbook whose row numbers do not grow has each row once", async () => {
  const numbers = [1, 2, 2, 1, 99_999_999, 7];
  const sheet = numbers
    .map((number, i) => `<row r="${number}"><c t="str"><v>${i}</v></c></row>`)
    .join("");
  const part = `<worksheet><sheetData>${sheet}</sheetData></worksheet>`;
  const { rows } = await rowsOf(workbookOf([["NIP"]], { "xl/worksheets/sheet1.xml": part }));

  expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 7]);
});

test("of several faults the first one is told, in one piece with the others or not", async () => {
  const rows = (count: number, row: string) => `${row}\n`.repeat(count);
  const told = async (text: string) => (await judgeWhole(new TextEncoder().encode(text))).problems;

  expect(await told(`${rows(25, "x;y")}"a"b;c\n`)).toMatchObject([{ code: "file-no-header" }]);
  expect(await told(rows(200_001, "x;y"))).toMatchObject([{ code: "file-no-header" }]);
  expect(await told(`NIP;NAMA\n${rows(200_001, "1;Siti")}`)).toMatchObject([
    { code: "file-too-many-rows", params: { max: 200_000 } },
  ]);
});

test("the same file twice is judged equally", async () => {
  const file = siasnCsv({}, { NAMA: "" });
  expect(await judgeWhole(file)).toEqual(await judgeWhole(file));
});
