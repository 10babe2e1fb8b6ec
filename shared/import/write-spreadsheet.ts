import { byteOrderMark, csvLine, newline } from "./csv-line.ts";
import type { Cell, SheetLook } from "./table.ts";
import { workbookOf, xlsxRow } from "./write-xlsx.ts";

/** CSV is what an Indonesian Excel opens: UTF-8 with a byte order mark, `;`, CRLF. */
export const spreadsheetFormats = ["csv", "xlsx"] as const;
export type SpreadsheetFormat = (typeof spreadsheetFormats)[number];

/** Turns rows into the text of a file, in the order in which they are added. */
export interface RowWriter {
  /** @param row as a spreadsheet numbers it, from 1; numbers that are left out are empty rows */
  readonly add: (row: number, cells: readonly Cell[]) => string;
}

/**
 * Writes a CSV file or an Excel workbook, row by row. No cell is one that a spreadsheet carries out, and each text keeps all its
 * digits; `openSpreadsheet` reads the same texts again (docs/decisions/0045). Needs neither Node nor a page.
 * @yields the bytes of the file; rows are taken as they are needed, and a workbook is kept compressed until its end
 */
export async function* writeSpreadsheet(
  format: SpreadsheetFormat,
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  look: SheetLook,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield* fileOf(format, textsOf(format, rows, look), look);
}

async function* textsOf(
  format: SpreadsheetFormat,
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  look: SheetLook,
): AsyncGenerator<string> {
  const writer = rowWriter(format, look);
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    yield writer.add(row, cells);
  }
}

export function rowWriter(format: SpreadsheetFormat, { headingRow }: SheetLook): RowWriter {
  if (format === "xlsx") return { add: (row, cells) => xlsxRow(row, cells, row === headingRow) };
  let last = 0;
  return {
    add(row, cells) {
      const empty = newline.repeat(Math.max(0, row - last - 1));
      last = row;
      return `${empty}${csvLine(cells)}`;
    },
  };
}

/** @param rows the text of each, from a `RowWriter`. @yields the bytes of the file */
export function fileOf(
  format: SpreadsheetFormat,
  rows: AsyncIterable<string>,
  look: SheetLook,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return format === "xlsx" ? workbookOf(rows, look) : csvOf(rows);
}

async function* csvOf(rows: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark);
  for await (const row of rows) yield encoder.encode(row);
}
