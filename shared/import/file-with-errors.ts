import { cleanCell, unquotedFormula } from "./clean-cell.ts";
import { columnsOf, problemsHeading } from "./import-columns.ts";
import type { ImportProblem } from "./import-problem.ts";
import { openSpreadsheet } from "./read-spreadsheet.ts";
import { type Cell, isZip, type SheetLook, type TableRow } from "./table.ts";
import { fileOf, rowWriter, type SpreadsheetFormat } from "./write-spreadsheet.ts";

/** A problem with its sentence, in the language of who reads the file. */
export type ToldProblem = ImportProblem & { readonly message: string };

const look: SheetLook = { name: "Data", widths: [60], headingRow: 0 };

/** Workbooks stay workbooks, CSV files stay CSV files. */
async function formatOfFile(file: Blob): Promise<SpreadsheetFormat> {
  return (await isZip(file)) ? "xlsx" : "csv";
}

/**
 * The same file with a first column MASALAH: what is wrong with each row, and an example of what would be right. What concerns the whole
 * file stands in its first row of data. Rows keep their numbers and cells their texts, so that it is judged as before; only further
 * sheets are left out. A file that has the column already gets new texts in it.
 * @param problems in the order of the rows
 * @yields the bytes, as they are taken; of the file some rows are in memory
 * @throws FileRefused
 */
export async function* withErrors(
  file: Blob,
  problems: AsyncIterable<ToldProblem> | Iterable<ToldProblem>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const format = await formatOfFile(file);
  yield* fileOf(format, markedRows(file, format, problems), look);
}

async function* markedRows(
  file: Blob,
  format: SpreadsheetFormat,
  problems: AsyncIterable<ToldProblem> | Iterable<ToldProblem>,
): AsyncGenerator<string> {
  const { add } = rowWriter(format, look);
  const notes = new Notes(problems);
  const sheet = await openSpreadsheet(file);
  for await (const rows of sheet.rows())
    for (const row of rows) yield add(row.row, await notes.cellsWithNote(row));
}

class Notes {
  readonly #problems: AsyncIterator<ToldProblem>;
  #next: ToldProblem | undefined;
  /** What is wrong with the file and its headings, until it is told. */
  #ofFile = "";
  #headingRow: number | undefined;
  /** Where the file has the column already. */
  #place: number | undefined;

  constructor(problems: AsyncIterable<ToldProblem> | Iterable<ToldProblem>) {
    this.#problems = inTurn(problems);
  }

  async cellsWithNote({ row, cells, numbers }: TableRow): Promise<readonly Cell[]> {
    const kept = cells.map((cell, i) =>
      numbers.has(i) ? { number: cell } : unquotedFormula(cell),
    );
    const note =
      this.#headingRow === undefined ? await this.#noteAbove(row, cells) : await this.#noteOf(row);
    if (this.#place === undefined) return [note, ...kept];
    while (kept.length < this.#place) kept.push("");
    return kept.with(this.#place, note);
  }

  async #noteAbove(row: number, cells: readonly string[]): Promise<string> {
    const headings = cells.map(cleanCell);
    if (!columnsOf(row, headings)) return "";
    this.#headingRow = row;
    const place = headings.indexOf(problemsHeading);
    if (place >= 0) this.#place = place;
    this.#ofFile = await this.#until(row);
    return problemsHeading;
  }

  async #noteOf(row: number): Promise<string> {
    const note = [this.#ofFile, await this.#until(row)].filter(Boolean).join(" ");
    this.#ofFile = "";
    return note;
  }

  /** The texts of all problems up to a row that have not been told. */
  async #until(row: number): Promise<string> {
    const texts: string[] = [];
    this.#next ??= await this.#following();
    while (this.#next && this.#next.row <= row) {
      texts.push(textOfProblem(this.#next));
      this.#next = await this.#following();
    }
    return texts.join(" ");
  }

  async #following(): Promise<ToldProblem | undefined> {
    const { done, value } = await this.#problems.next();
    return done ? undefined : value;
  }
}

async function* inTurn<T>(all: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, undefined> {
  yield* all;
  return undefined;
}

/** "Peringatan, TMT PNS: TMT biasanya tanggal 1 … Contoh: 01-01-2011." It ends with a full stop, so no reader takes it for a name. */
function textOfProblem({ severity, column, message, example }: ToldProblem): string {
  const warning = severity === "warning" ? "Peringatan, " : "";
  const place = column === "" ? "" : `${column}: `;
  const sentence = /[.?!]$/.test(message) ? message : `${message}.`;
  return `${warning}${place}${sentence}${example === "" ? "" : ` Contoh: ${example}.`}`;
}
