/** Files of which nothing is read, whatever was meant by them. */
import type { FileCode } from "#shared/import/import-codes.ts";
import { workbookOf } from "../../support/workbook.ts";
import { zipOf } from "../../support/zip.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const manyRows = (count: number) => bytesOf(`NIP\n${"1\n".repeat(count)}`);

/** «Billion laughs»: entities that name one another. */
const entities = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>';

/** Below 400 KB, and 42 MB once it is open. */
export function zipBomb(): Uint8Array<ArrayBuffer> {
  const rows = "<row/>".repeat(7_000_000);
  return workbookOf([["NIP"]], {
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });
}

export const unreadableFiles: readonly (readonly [FileCode, () => Uint8Array<ArrayBuffer>])[] = [
  ["file-empty", () => new Uint8Array()],
  ["file-too-large", () => new Uint8Array(200_000_000)],
  ["file-unknown", () => latin1("%PDF-1.7\n")],
  ["file-unknown", () => latin1("\x89PNG\r\n")],
  ["file-unknown", () => bytesOf("<html><table><tr><td>NIP</td></tr></table></html>")],
  ["file-unknown", () => zipOf({ "content.xml": "<office/>" })],
  ["file-old-excel", () => latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
  ["file-damaged", () => workbookOf([["NIP"]]).slice(0, -30)],
  ["file-damaged", () => workbookOf([["NIP"]], { "xl/worksheets/sheet1.xml": "<a><b></a>" })],
  ["file-damaged", () => workbookOf([["NIP"]], { "xl/worksheets/sheet1.xml": entities })],
  ["file-locked", () => zipOf({ "xl/workbook.xml": "" }, { flags: 1 })],
  ["file-macros", () => workbookOf([["NIP"]], { "xl/vbaProject.bin": "x" })],
  ["file-macros", () => workbookOf([["NIP"]], { "xl/macrosheets/sheet1.xml": "<a/>" })],
  ["file-quotes", () => bytesOf('NIP;NAMA\n1;"A\n2;B\n')],
  ["file-quotes", () => bytesOf('NIP;NAMA\n1;"A" B\n2;"C"\n')],
  ["file-too-many-columns", () => bytesOf(`${"a;".repeat(1_000_000)}\n`)],
  ["file-too-many-columns", () => workbookOf([Array.from({ length: 600 }, () => "a")])],
  ["file-too-many-rows", () => manyRows(200_001)],
];
