import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FileRefused } from "#shared/import/import-problem.ts";
import { rowsOf } from "../../support/whole-file.ts";
import { workbookOf } from "../../support/workbook.ts";
import { unreadableFiles, zipBomb } from "./unreadable-files.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

async function cellsOf(bytes: Uint8Array<ArrayBuffer>): Promise<(readonly string[])[]> {
  return (await rowsOf(bytes)).rows.map(({ cells }) => cells);
}

async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    await rowsOf(bytes);
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
  return "";
}

const table = [
  ["NIP", "NAMA"],
  ["198502122010012004", "JOSÉ"],
];
const bigEndian = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ["UTF-8", bytesOf("NIP;NAMA\r\n198502122010012004;JOSÉ\r\n")],
  ["UTF-8 with BOM", bytesOf("\ufeffNIP,NAMA\n198502122010012004,JOSÉ")],
  [
    "UTF-16 LE",
    new Uint8Array(Buffer.from("\ufeffNIP\tNAMA\n198502122010012004\tJOSÉ", "utf16le")),
  ],
  [
    "UTF-16 LE without BOM",
    new Uint8Array(Buffer.from("NIP;NAMA\n198502122010012004;JOSÉ", "utf16le")),
  ],
  ["UTF-16 BE", bigEndian("\ufeffNIP;NAMA\n198502122010012004;JOSÉ")],
  ["UTF-16 BE without BOM", bigEndian("NIP;NAMA\n198502122010012004;JOSÉ")],
  ["CR LF, then LF", bytesOf('"NIP";"NAMA"\r\n198502122010012004;JOSÉ\n')],
  ["LF, then CR LF", bytesOf('NIP;NAMA\n198502122010012004;"JOSÉ"\r\n')],
  ["CR", bytesOf("NIP;NAMA\r198502122010012004;JOSÉ\r")],
  ["Windows-1252", latin1("NIP;NAMA\r\n198502122010012004;JOSÉ")],
  ["quoted cells", bytesOf('"NIP";"NAMA"\n"198502122010012004";"JOSÉ"\n')],
  ["a workbook", workbookOf(table)],
])("a table in %s is read", async (_, bytes) => {
  expect(await cellsOf(bytes)).toEqual(table);
});

test("rows have the numbers of a spreadsheet: empty ones count, line breaks in a cell do not", async () => {
  const numbers = async (bytes: Uint8Array<ArrayBuffer>) =>
    (await rowsOf(bytes)).rows.map(({ row }) => row);

  expect(await numbers(bytesOf('NIP;NAMA\n\n1;"A\nB"\n2;C\n'))).toEqual([1, 3, 4]);
  expect(await numbers(workbookOf([["NIP"], [], ["1"]]))).toEqual([1, 3]);
});

test("a formula is its own text, and nothing is computed", async () => {
  const formula = { formula: 'HYPERLINK("http://contoh.example","klik")', value: "klik" };

  expect(await cellsOf(workbookOf([["NAMA"], [formula]]))).toEqual([
    ["NAMA"],
    ['=HYPERLINK("http://contoh.example","klik")'],
  ]);
});

test("numbers stay as the file writes them, and are told from texts", async () => {
  const { rows } = await rowsOf(workbookOf([["9", { number: "1.98502122010012E+17" }]]));

  expect(rows).toEqual([{ row: 1, cells: ["9", "1.98502122010012E+17"], numbers: new Set([1]) }]);
});

test.each(unreadableFiles)("%s", async (code, bytes) => {
  expect(await refusalOf(bytes())).toBe(code);
});

/** In a process of its own: in this one the tests beside it use memory as well. */
async function readingBombs(): Promise<{ codes: string[]; grown: number }> {
  const script = `
    import { openSpreadsheet } from "#shared/import/read-spreadsheet.ts";
    import { workbookOf } from "./test/support/workbook.ts";
    import { zipBomb } from "./test/shared/import/unreadable-files.ts";
    const blanks = workbookOf([["NIP"]], { "xl/styles.xml": " ".repeat(40_000_000) });
    const files = [zipBomb(), blanks].map((bytes) => new Blob([bytes]));
    globalThis.gc();
    const before = process.memoryUsage().rss;
    const read = async (file) => { for await (const _ of (await openSpreadsheet(file)).rows()); };
    const codes = [];
    for (const file of files) codes.push(await read(file).then(() => "", ({ code }) => code));
    console.log(JSON.stringify({ codes, grown: process.memoryUsage().rss - before }));
  `;
  const module = ["--expose-gc", "--input-type", "module-typescript", "--eval", script];
  return JSON.parse((await promisify(execFile)(process.execPath, module)).stdout);
}

test("a ZIP bomb is stopped in the middle, with little memory", async () => {
  const { codes, grown } = await readingBombs();

  expect(zipBomb().length).toBeLessThan(400_000);
  expect(codes).toEqual(["file-expands", "file-expands"]);
  expect(grown).toBeLessThan(150_000_000);
}, 60_000);

test("links to other files and further sheets are told, and not opened", async () => {
  const sheets =
    '<sheet name="Data" r:id="rId1"/><sheet name="Lama" r:id="rId1"/><sheet name="Kode" state="hidden" r:id="rId1"/>';
  const workbook = `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`;
  const bytes = workbookOf(table, {
    "xl/workbook.xml": workbook,
    "xl/externalLinks/externalLink1.xml": "<externalLink/>",
  });

  expect((await rowsOf(bytes)).news).toEqual({
    hasLinks: true,
    otherSheets: ["Lama"],
  });
});

test("whatever bytes come, the file is read or refused", async () => {
  const workbook = workbookOf(table);
  const spoiled = fc
    .tuple(fc.nat(workbook.length - 1), fc.nat(255))
    .map(([at, byte]) => workbook.with(at, byte));
  const any = fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes));
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiled, any), async (bytes) => {
      expect(typeof (await refusalOf(bytes))).toBe("string");
      read += 1;
    }),
    { numRuns: 1000 },
  );
  expect(read).toBe(1000);
});
