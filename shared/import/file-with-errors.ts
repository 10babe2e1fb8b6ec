import { cleanCell, unquotedFormula } from "./clean-cell.ts";
import { columnsOf, problemsHeading } from "./import-columns.ts";
import type { ImportProblem } from "./import-problem.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import type { Cell, SheetLook, TableRow } from "./table.ts";
import { fileOf, rowWriter, type SpreadsheetFormat } from "./write-spreadsheet.ts";

/** A problem with its sentence, in the language of who reads the file. */
export type ToldProblem = ImportProblem & { readonly message: string };

const look: SheetLook = { name: "Data", widths: [60], headingRow: 0 };

/** Workbooks stay workbooks, CSV files stay CSV files. */
export function formatOfFile(bytes: Uint8Array): SpreadsheetFormat {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? "xlsx" : "csv";
}

/**
 * The same file with a first column MASALAH: what is wrong with each row, and an example of what would be right. What concerns the whole
 * file stands in its first row of data. Rows keep their numbers and cells their texts, so that it is judged as before; only further
 * sheets are left out. A file that has the column already gets new texts in it.
 * @yields the bytes; memory is bounded by what `readSpreadsheet` lets pass
 * @throws FileRefused
 */
export async function* withErrors(
  bytes: Uint8Array<ArrayBuffer>,
  problems: readonly ToldProblem[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const format = formatOfFile(bytes);
  const { add } = rowWriter(format, look);
  const notes = new Notes(problems);
  const rows = new ReadableStream<string>({
    async start(controller) {
      await readSpreadsheet(bytes, (row) =>
        controller.enqueue(add(row.row, notes.cellsWithNote(row))),
      );
      controller.close();
    },
  });
  yield* fileOf(format, taken(rows), look);
}

async function* taken(rows: ReadableStream<string>): AsyncGenerator<string> {
  const reader = rows.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

class Notes {
  readonly #texts = new Map<number, string>();
  /** What is wrong with the file and its headings, until it is told. */
  #ofFile = "";
  #headingRow: number | undefined;
  /** Where the file has the column already. */
  #place: number | undefined;

  constructor(problems: readonly ToldProblem[]) {
    for (const problem of problems) {
      const before = this.#texts.get(problem.row);
      const text = textOfProblem(problem);
      this.#texts.set(problem.row, before === undefined ? text : `${before} ${text}`);
    }
  }

  cellsWithNote({ row, cells, numbers }: TableRow): readonly Cell[] {
    const kept = cells.map((cell, i) =>
      numbers.has(i) ? { number: cell } : unquotedFormula(cell),
    );
    const note = this.#headingRow === undefined ? this.#noteAbove(row, cells) : this.#noteOf(row);
    if (this.#place === undefined) return [note, ...kept];
    while (kept.length < this.#place) kept.push("");
    return kept.with(this.#place, note);
  }

  #noteAbove(row: number, cells: readonly string[]): string {
    const headings = cells.map(cleanCell);
    if (!columnsOf(row, headings)) return "";
    this.#headingRow = row;
    const place = headings.indexOf(problemsHeading);
    if (place >= 0) this.#place = place;
    this.#ofFile = [this.#texts.get(0), this.#texts.get(row)].filter(Boolean).join(" ");
    return problemsHeading;
  }

  #noteOf(row: number): string {
    const note = [this.#ofFile, this.#texts.get(row)].filter(Boolean).join(" ");
    this.#ofFile = "";
    return note;
  }
}

/** "Peringatan, TMT PNS: TMT biasanya tanggal 1 … Contoh: 01-01-2011." It ends with a full stop, so no reader takes it for a name. */
function textOfProblem({ severity, column, message, example }: ToldProblem): string {
  const warning = severity === "warning" ? "Peringatan, " : "";
  const place = column === "" ? "" : `${column}: `;
  const sentence = /[.?!]$/.test(message) ? message : `${message}.`;
  return `${warning}${place}${sentence}${example === "" ? "" : ` Contoh: ${example}.`}`;
}
