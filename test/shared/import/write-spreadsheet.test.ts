import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { activeText, inertText } from "#shared/import/inert-text.ts";
import type { Cell } from "#shared/import/table.ts";
import {
  type SpreadsheetFormat,
  spreadsheetFormats,
  writeSpreadsheet,
} from "#shared/import/write-spreadsheet.ts";
import { textOf, zipParts } from "#shared/import/zip-file.ts";
import { bytesOf, readByOthers } from "../../support/spreadsheets.ts";
import { rowsOf } from "../../support/whole-file.ts";

const look = { name: "Pegawai", widths: [20, 30], headingRow: 1 };
const written = (format: SpreadsheetFormat, rows: readonly (readonly Cell[])[]) =>
  bytesOf(writeSpreadsheet(format, rows, look));

async function readAgain(bytes: Uint8Array<ArrayBuffer>): Promise<(readonly string[])[]> {
  return (await rowsOf(bytes)).rows.map(({ cells }) => cells);
}

/** What of the sheet's XML stands between its rows' tags. */
async function sheetOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const part = (await zipParts(new Blob([bytes]))).get("xl/worksheets/sheet1.xml");
  let xml = "";
  if (part) for await (const piece of textOf(part, 1_000_000)) xml += piece;
  return xml;
}

const nip = "198502122010012004";
const table = [
  ["NIP", "NAMA", "NIK", "TMT"],
  [nip, "Siti «Ayu» & Rahma <b>", "0001015202850004", "01-03-2024"],
  ["", 'Dua\nbaris; "petik", koma', "", "31-12-2026"],
];

/** Each would be carried out by one of Excel, LibreOffice, and Google Sheets. */
const attacks = [
  ...["=1+1", "+62812", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", " \n=1", "\u200b=1"],
  ...["\uff1d1+1", "\uff0b1", "\uff0d1", "\uff201", '=HYPERLINK("http://contoh.example";"x")'],
  ...["=cmd|' /C calc'!A0", "a;=1", "a,=1", "a\t=1", "a\n=1", 'x","=1', "a| =1"],
];

test.each(spreadsheetFormats)("a table written as %s is read as it was", async (format) => {
  expect(await readAgain(await written(format, table))).toEqual(table);
});

test("another reader finds the same texts in a workbook, and no number", async () => {
  const rows = await readByOthers(
    await written("xlsx", [...table, ...attacks.map((a) => ["x", a])]),
  );
  expect(rows.slice(0, 2)).toEqual(table.slice(0, 2));
  expect(rows[2]).toEqual([null, table[2]?.[1], null, "31-12-2026"]);
  expect(rows.slice(3).map(([, text]) => text)).toHaveLength(attacks.length);
  expect(rows.flat().filter((cell) => cell !== null && typeof cell !== "string")).toEqual([]);
});

test("a workbook has no formula, and keeps a text one that somebody edits", async () => {
  const xml = await sheetOf(await written("xlsx", [["JUDUL"], ...attacks.map((text) => [text])]));

  expect(xml).not.toMatch(/<f[ >]|t="str"|<v>/);
  expect(xml.match(/t="inlineStr"/g)).toHaveLength(attacks.length + 1);
  // quotePrefix: as if it had been typed with an apostrophe.
  const quoted = xml.match(/ s="2"/g) ?? [];
  expect(quoted).toHaveLength(attacks.filter((text) => !/^[ax]/.test(text)).length);
});

test.each(attacks)("%j does nothing when a CSV file is opened with any separator", (attack) => {
  for (const separator of [";", ",", "\t", "|", "\n", "\r"])
    for (const cell of inertText(attack).split(separator))
      expect(cell.replace(/^["'\s]*?(?=['=+@-])/, "")).not.toMatch(
        /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u,
      );
  expect(activeText(inertText(attack))).toBe(attack);
});

test("a cell that is filled in later is a text from the start: a NIP keeps its last digits", async () => {
  const columns = (await sheetOf(await written("xlsx", [["NIP", "NAMA"]]))).match(/<col [^>]+>/g);
  expect(columns).toHaveLength(look.widths.length);
  for (const column of columns ?? []) expect(column).toContain(' style="1"');
});

test("an apostrophe stands before what a spreadsheet changes, and nowhere else", () => {
  expect([nip, "0812", "1E5", "III/a", "31-12-2026", "12", "-", "'Aisyah"].map(inertText)).toEqual([
    ...[`'${nip}`, "'0812", "'1E5", "III/a", "31-12-2026", "12", "-", "'Aisyah"],
  ]);
});

test("any texts come back from both formats", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'=+-@;,\t\n"09Ea _x000D'), maxLength: 12 }),
  );
  // A row without any text is no row. A CSV file has no zero byte, and whose an apostrophe before a sign is cannot be told.
  const row = fc.array(text, { minLength: 1, maxLength: 3 }).map((cells) => ["x", ...cells]);
  const rows = fc.array(row, { minLength: 1, maxLength: 3 });
  let read = 0;
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const trimmed = (cells: readonly string[]) =>
        cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
      const workbook = await readAgain(await written("xlsx", table));
      expect(workbook.map(trimmed)).toEqual(table.map(trimmed));
      const plain = table.map((cells) =>
        cells.map((cell) => cell.replaceAll(/[\0']/g, "").toWellFormed()),
      );
      const csv = await readAgain(await written("csv", plain));
      expect(csv).toEqual(plain);
      read += 1;
    }),
    { numRuns: 100 },
  );
  expect(read).toBe(100);
});

test("a CSV file begins with a byte order mark and has `;` and CRLF", async () => {
  const text = Buffer.from(
    await written("csv", [
      ["A", "b;c"],
      ["é", nip],
    ]),
  ).toString("utf8");
  expect(text).toBe(`\ufeff"A";"b;c"\r\n"é";"'${nip}"\r\n`);
});

test("the same rows make the same bytes: nothing tells when", async () => {
  const digest = async () =>
    createHash("sha256")
      .update(await written("xlsx", table))
      .digest("hex");
  expect(await digest()).toBe(await digest());
});

test("a number stays one; what only claims to be one is a text", async () => {
  const numbers = ["1.98502122010012E+17", "=1+1", '1"><f>1</f>'].map((number) => ({ number }));
  const xml = await sheetOf(await written("xlsx", [["NIP"], numbers]));
  expect(xml).toContain('<c r="A2"><v>1.98502122010012E+17</v></c>');
  expect(xml.match(/<v>/g)).toHaveLength(1);
  expect(await readAgain(await written("csv", [numbers.slice(0, 2)]))).toEqual([
    ["1.98502122010012E+17", "=1+1"],
  ]);
});

test("rows that fail end the file with their error", async () => {
  async function* rows() {
    yield ["NIP"];
    throw new Error("table throttled");
  }
  for (const format of spreadsheetFormats)
    await expect(bytesOf(writeSpreadsheet(format, rows(), look))).rejects.toThrow(
      "table throttled",
    );
});

test("a hundred thousand rows need little memory", async () => {
  function* rows() {
    for (let i = 0; i < 100_000; i++)
      yield [nip, `Pegawai Rekaan ${i}`, "Dinas Kesehatan", "III/a"];
  }
  let [length, most] = [0, 0];
  const before = process.memoryUsage().rss;
  for await (const piece of writeSpreadsheet("xlsx", rows(), look)) {
    length += piece.length;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(length).toBeGreaterThan(500_000);
  expect(most).toBeLessThan(150_000_000);
});
