/** A file of rows, whichever program wrote it. */
import { FileRefused } from "./import-problem.ts";

export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  /** Texts as they stand there. A formula is its own text, with "=" before it: nothing is ever computed. */
  readonly cells: readonly string[];
  /** Which cells a spreadsheet keeps as numbers: it rounds them after fifteen digits. */
  readonly numbers: ReadonlySet<number>;
}

/** What is known of a file beside its rows. */
export interface TableNews {
  /** It names other files. They are not opened. */
  readonly hasLinks: boolean;
  /** Sheets that have not been read. */
  readonly otherSheets: readonly string[];
}

/** A file of rows, opened. Only some of its rows are in memory at a time. */
export interface Spreadsheet {
  readonly news: TableNews;
  /**
   * The rows that have something in them, from the first, some at a time. It can be read again.
   * @throws FileRefused
   */
  rows(): AsyncIterable<readonly TableRow[]>;
}

/**
 * Files above it are refused before anything is read. A hundred thousand people in SIASN's layout are 55 MB of CSV, so a larger
 * file is no list of an agency's people.
 */
export const mostFileBytes = 64_000_000;
const mostColumns = 500;
const mostRows = 200_000;

/** The rows that have something in them. @throws FileRefused when a row is too wide, or there are too many */
export async function* filledRows(
  pieces: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  let count = 0;
  for await (const rows of pieces) {
    const filled: TableRow[] = [];
    for (const row of rows) {
      if (row.cells.every((cell) => cell.trim() === "")) continue;
      const refusal = refusalOf(row, ++count);
      if (refusal) {
        // Whoever reads them may find something wrong with an earlier one.
        yield filled;
        throw refusal;
      }
      filled.push(row);
    }
    yield filled;
  }
}

function refusalOf({ cells }: TableRow, count: number): FileRefused | undefined {
  if (cells.length > mostColumns) return tooWide();
  return count > mostRows ? new FileRefused("file-too-many-rows", { max: mostRows }) : undefined;
}

/** @param bytes of a file. @throws FileRefused */
export function demandSize(bytes: number): void {
  const megabytes = 1_000_000;
  if (bytes > mostFileBytes)
    throw new FileRefused("file-too-large", { max: mostFileBytes / megabytes });
}

/** @throws FileRefused */
export function demandWidth(columns: number): void {
  if (columns > mostColumns) throw tooWide();
}

const tooWide = () => new FileRefused("file-too-many-columns", { max: mostColumns });

/** Its first four bytes, by which its kind is told. */
export async function beginningOf(file: Blob): Promise<string> {
  return String.fromCharCode(...new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

/** Whether it is a ZIP file, as workbooks are. */
export async function isZip(file: Blob): Promise<boolean> {
  return (await beginningOf(file)).startsWith("PK");
}

/** A text, or a number as a file wrote it: "1.98502122010012E+17". */
export type Cell = string | { readonly number: string };

export interface SheetLook {
  /** Of the sheet: at most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Of the columns, in characters; may be empty. */
  readonly widths: readonly number[];
  /** The row that has the headings, from 1: it is bold, and stays in sight. 0 for none. */
  readonly headingRow: number;
}

/** Whether a cell is written as a number. What only claims to be one is written as a text. */
export function isNumber(cell: Cell): cell is { readonly number: string } {
  return typeof cell !== "string" && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell.number);
}

export function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.number;
}
