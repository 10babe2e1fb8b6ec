import type { Nip } from "#shared/employee/nip.ts";
import { folded } from "#shared/employee/spellings.ts";
import { cleanCell } from "./clean-cell.ts";
import { type Columns, columnsOf, headingOf } from "./import-columns.ts";
import { FileRefused, type ImportProblem, importProblem } from "./import-problem.ts";
import { type ImportedPerson, judgeRow } from "./judge-row.ts";
import type { Headings } from "./judge-with-record.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { RowBook } from "./row-book.ts";
import type { RowReading } from "./row-reading.ts";
import type { TableNews, TableRow } from "./table.ts";

/** What a file says, judged. Nothing has been compared with the records that are there. */
export interface JudgedFile {
  /** Rows below the headings that have something in them. */
  readonly rows: number;
  /** Who can be taken, in the order of the file. */
  readonly people: readonly ImportedPerson[];
  /** Everybody whose number can be read, also those who cannot be taken. */
  readonly nips: ReadonlySet<Nip>;
  /** The agency's name, as its first row has it; empty when the file does not say it. */
  readonly instansi: string;
  readonly problems: readonly ImportProblem[];
  /** The file's own headings. */
  readonly headings: Headings;
}

/** Above the headings agencies write titles. */
const mostTitleRows = 20;

/**
 * Reads and judges a file of an agency's people. It writes nothing, and needs neither a cloud nor a browser's page.
 * @param year this year
 * @param onRow hears how many rows are read
 * @returns the judgement; for a file that cannot be read one without rows, which says why
 */
export async function judgeFile(
  bytes: Uint8Array<ArrayBuffer>,
  { year, onRow }: { readonly year: number; readonly onRow?: (rows: number) => void },
): Promise<JudgedFile> {
  const judge = new FileJudge(year);
  try {
    const news = await readSpreadsheet(bytes, (row) => {
      judge.take(row);
      onRow?.(judge.rows);
    });
    return judge.end(news);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refusedFile(error);
  }
}

/** The judgement on a file of which nothing is read. */
export function refusedFile({ code, params }: FileRefused): JudgedFile {
  const problems = [importProblem({ row: 0, code, params })];
  return { rows: 0, people: [], nips: new Set(), instansi: "", problems, headings: new Map() };
}

class FileJudge {
  readonly #year: number;
  readonly #problems: ImportProblem[] = [];
  #columns: Columns | undefined;
  #book = new RowBook("");
  #titles = 0;
  #rows = 0;
  #instansi = "";
  /** Somebody of the file has a contract whose end has no column. */
  #hasOpenContract = false;

  constructor(year: number) {
    this.#year = year;
  }

  /** Below the headings, until now. */
  get rows(): number {
    return this.#rows;
  }

  take(row: TableRow): void {
    if (!this.#columns) {
      this.#findHeadings(row);
      return;
    }
    this.#rows += 1;
    // Without a required column every row would be refused for the same reason.
    if (this.#columns.missing.length > 0) return;
    const judged = judgeRow(this.#columns, row, this.#year);
    const { lacksColumn } = judged.reading;
    if (lacksColumn) {
      this.#miss(this.#columns, headingOf(lacksColumn));
      return;
    }
    this.#compareAgency(judged.reading);
    const { kind } = judged.reading;
    this.#hasOpenContract ||= kind !== "PNS" && !judged.reading.has("contractEnd");
    for (const problem of this.#book.add(judged)) this.#problems.push(problem);
  }

  /** A column that somebody of the file needs, though not everybody: it is said once, as of any other. */
  #miss(columns: Columns, column: string): void {
    const { row, missing } = columns;
    this.#columns = { ...columns, missing: [...missing, column] };
    this.#problems.push(importProblem({ row, column, code: "column-missing", example: column }));
  }

  #compareAgency(row: RowReading): void {
    const said = row.text("instansi");
    this.#instansi ||= said;
    if (said !== "" && folded(said) !== folded(this.#instansi))
      row.add("instansi", "instansi-differs", { params: { right: this.#instansi } });
  }

  #findHeadings({ row, cells }: TableRow): void {
    const columns = columnsOf(row, cells.map(cleanCell));
    if (!columns) {
      this.#titles += 1;
      if (this.#titles > mostTitleRows) throw new FileRefused("file-no-header");
      return;
    }
    this.#columns = columns;
    this.#book = new RowBook(columns.headings.get("nip") ?? "");
    const { missing, repeated, spare, unknown } = columns;
    for (const column of missing)
      this.#problems.push(importProblem({ row, column, code: "column-missing", example: column }));
    for (const column of repeated)
      this.#problems.push(importProblem({ row, column, value: column, code: "column-twice" }));
    for (const { heading: column, used } of spare)
      this.#problems.push(
        importProblem({
          ...{ row, column, value: column, code: "column-spare" },
          params: { column: used },
        }),
      );
    for (const column of unknown)
      this.#problems.push(importProblem({ row, column, value: column, code: "column-unknown" }));
  }

  /** @throws FileRefused when there are no headings */
  end({ hasLinks, otherSheets }: TableNews): JudgedFile {
    if (!this.#columns) throw new FileRefused("file-no-header", { example: headingOf("nip") });
    const news = [
      ...(hasLinks ? [importProblem({ row: 0, code: "file-links" })] : []),
      // SIASN's export does not have it: it is said once, not of everybody.
      ...(this.#hasOpenContract
        ? [
            importProblem({
              row: 0,
              column: headingOf("contractEnd"),
              code: "contract-end-missing",
            }),
          ]
        : []),
      ...(otherSheets.length > 0
        ? [importProblem({ row: 0, code: "file-sheets", value: otherSheets.join(", ") })]
        : []),
    ];
    const found = [...news, ...this.#problems].sort((a, b) => a.row - b.row);
    const isJudged = this.#columns.missing.length === 0;
    // Of a column that stands there twice nobody knows which one is right.
    const isUsable = isJudged && this.#columns.repeated.length === 0;
    return {
      rows: this.#rows,
      people: isUsable ? this.#book.people : [],
      nips: isJudged ? this.#book.nips : new Set(),
      instansi: this.#instansi,
      problems: found,
      headings: this.#columns.headings,
    };
  }
}
