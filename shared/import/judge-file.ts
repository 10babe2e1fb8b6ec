import type { Nip } from "#shared/employee/nip.ts";
import { folded } from "#shared/employee/spellings.ts";
import { FileSurvey } from "./file-survey.ts";
import { type Columns, headingOf } from "./import-columns.ts";
import { FileRefused, type ImportProblem, importProblem } from "./import-problem.ts";
import { type ImportedPerson, type JudgedRow, judgeRow } from "./judge-row.ts";
import type { Headings } from "./judge-with-record.ts";
import { openSpreadsheet } from "./read-spreadsheet.ts";
import { digestOf } from "./row-index.ts";
import type { RowReading } from "./row-reading.ts";
import type { Spreadsheet, TableNews } from "./table.ts";

/** What a file says, judged. Nothing has been compared with the records that are there. */
export interface JudgedFile {
  /** Nothing of it is read; its one problem says why. */
  readonly isRefused: boolean;
  /** Rows below the headings that have something in them. */
  readonly rows: number;
  /** How many people have a number that can be read, also those who cannot be taken. */
  readonly numbers: number;
  /** Whether a number stands in it, also of somebody who cannot be taken. */
  readonly has: (nip: Nip) => boolean;
  /** The agency's name, as its first row has it; empty when the file does not say it. */
  readonly instansi: string;
  /** The file's own headings. */
  readonly headings: Headings;
  /** What was found, some rows at a time and in their order. It judges them as they are asked for. */
  readonly pages: () => AsyncIterable<JudgedPage>;
}

export interface JudgedPage {
  /** Until here, below the headings. */
  readonly rows: number;
  /** Who can be taken. */
  readonly people: readonly ImportedPerson[];
  readonly problems: readonly ImportProblem[];
}

/** Rows of a page: as many people are looked up at once. */
const pageRows = 200;

/**
 * Reads a file of an agency's people, to judge it. It is read twice, because the first row may be the same person as the last one:
 * once here, for that and for all that makes the whole file unreadable, and once page by page. Only a page is in memory, and some
 * words of each person. It writes nothing, and needs neither a cloud nor a browser's page.
 * @param year this year
 * @returns the judgement; for a file that cannot be read one without rows, which says why
 */
export async function judgeFile(
  file: Blob,
  { year }: { readonly year: number },
): Promise<JudgedFile> {
  try {
    const sheet = await openSpreadsheet(file);
    const survey = new FileSurvey(year);
    for await (const rows of sheet.rows()) for (const row of rows) survey.take(row);
    const { columns, rows, numbers, instansi } = survey;
    if (!columns) throw new FileRefused("file-no-header", { example: headingOf("nip") });
    return {
      ...{ isRefused: false, rows, numbers, instansi, headings: columns.headings },
      has: (nip) => numbers > 0 && survey.firstRowOf(nip) !== undefined,
      pages: () => judgedPages(sheet, new RowJudge(columns, survey, year)),
    };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refusedFile(error);
  }
}

/** The judgement on a file of which nothing is read. */
export function refusedFile({ code, params }: FileRefused): JudgedFile {
  const problems = [importProblem({ row: 0, code, params })];
  return {
    ...{ isRefused: true, rows: 0, numbers: 0, instansi: "", headings: new Map() },
    has: () => false,
    async *pages() {
      yield { rows: 0, people: [], problems };
    },
  };
}

async function* judgedPages(sheet: Spreadsheet, judge: RowJudge): AsyncGenerator<JudgedPage> {
  let count = 0;
  let people: ImportedPerson[] = [];
  let problems = judge.fileProblems(sheet.news);
  for await (const rows of sheet.rows())
    for (const row of rows) {
      if (row.row <= judge.headingRow) continue;
      count += 1;
      const judged = judge.judge(row);
      problems.push(...judged.problems);
      if (judged.person) people.push(judged.person);
      if (count % pageRows > 0) continue;
      yield { rows: count, people, problems };
      [people, problems] = [[], []];
    }
  yield { rows: count, people, problems };
}

interface Verdict {
  readonly person?: ImportedPerson | undefined;
  readonly problems: readonly ImportProblem[];
}

/** Judges row after row by what is known of the whole file. Two rows are never merged. */
class RowJudge {
  readonly #columns: Columns;
  readonly #survey: FileSurvey;
  readonly #year: number;

  constructor(columns: Columns, survey: FileSurvey, year: number) {
    this.#columns = columns;
    this.#survey = survey;
    this.#year = year;
  }

  get headingRow(): number {
    return this.#columns.row;
  }

  /** Of the file and its headings. */
  fileProblems({ hasLinks, otherSheets }: TableNews): ImportProblem[] {
    const { row, missing, repeated, spare, unknown } = this.#columns;
    // SIASN's export does not have it: it is said once, not of everybody.
    const openContract = {
      column: headingOf("contractEnd"),
      code: "contract-end-missing",
    } as const;
    const sheets = { code: "file-sheets", value: otherSheets.join(", ") } as const;
    return [
      ...(hasLinks ? [importProblem({ row: 0, code: "file-links" })] : []),
      ...(this.#survey.hasOpenContract ? [importProblem({ row: 0, ...openContract })] : []),
      ...(otherSheets.length > 0 ? [importProblem({ row: 0, ...sheets })] : []),
      ...missing.map((column) =>
        importProblem({ row, column, code: "column-missing", example: column }),
      ),
      ...repeated.map((column) =>
        importProblem({ row, column, value: column, code: "column-twice" }),
      ),
      ...spare.map(({ heading: column, used }) =>
        importProblem({
          ...{ row, column, value: column, code: "column-spare", params: { column: used } },
        }),
      ),
      ...unknown.map((column) =>
        importProblem({ row, column, value: column, code: "column-unknown" }),
      ),
    ];
  }

  judge(row: Parameters<typeof judgeRow>[1]): Verdict {
    // Without a required column every row would be refused for the same reason.
    if (this.#columns.missing.length > 0) return { problems: [] };
    const judged = judgeRow(this.#columns, row, this.#year);
    this.#compareAgency(judged.reading);
    const verdict = this.#comparedWithOthers(judged);
    // Of a column that stands there twice nobody knows which one is right.
    return this.#columns.repeated.length > 0 ? { problems: verdict.problems } : verdict;
  }

  #compareAgency(row: RowReading): void {
    const [said, right] = [row.text("instansi"), this.#survey.instansi];
    if (said !== "" && said !== right && folded(said) !== folded(right))
      row.add("instansi", "instansi-differs", { params: { right } });
  }

  /** Equal rows count once. Of rows that differ nobody knows which is right, so neither is taken. */
  #comparedWithOthers({ reading, nip, person }: JudgedRow): Verdict {
    const { row, problems } = reading;
    const first = nip && this.#survey.firstRowOf(nip);
    if (first && first.row !== row) {
      const isSame = digestOf(reading.content)[0] === first.digest;
      const code = isSame ? "person-twice-in-file" : "person-differs-in-file";
      return { problems: [...problems, this.#repeated(code, reading, first.row)] };
    }
    const owner = this.#survey.ownerOfAddress(reading);
    if (owner !== undefined && owner !== row) {
      reading.add(reading.emailField, "email-taken-in-file", { params: { row: owner } });
      return { problems };
    }
    const other = this.#survey.differingRow(row);
    if (!person || other === undefined) return { person, problems };
    return { problems: [...problems, this.#repeated("person-differs-in-file", reading, other)] };
  }

  #repeated(
    code: "person-twice-in-file" | "person-differs-in-file",
    reading: RowReading,
    other: number,
  ): ImportProblem {
    const value = (reading.cells[reading.place("nip")] ?? "").trim();
    const column = reading.heading("nip");
    return importProblem({ row: reading.row, column, value, code, params: { row: other } });
  }
}
