/** What is to be known of a whole file before any of its rows can be judged. */
import { isEmail, mailboxOf } from "#shared/employee/email.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { cleanCell } from "./clean-cell.ts";
import { type Columns, columnsOf, headingOf } from "./import-columns.ts";
import { FileRefused } from "./import-problem.ts";
import { judgeRow, readRow } from "./judge-row.ts";
import { digestOf, type Key, RowIndex } from "./row-index.ts";
import type { RowReading } from "./row-reading.ts";
import type { TableRow } from "./table.ts";

/** Above the headings agencies write titles. */
const mostTitleRows = 20;

/** Reads a file's rows once, in their order, and keeps of a person a number and an address, each as two words. */
export class FileSurvey {
  readonly #year: number;
  #columns: Columns | undefined;
  #titles = 0;
  #rows = 0;
  #instansi = "";
  #hasOpenContract = false;
  readonly #people = new RowIndex();
  readonly #mailboxes = new RowIndex();
  /** Of the first row of a person whose later row says something else: that row. */
  readonly #differing = new Map<number, number>();

  /** @param year this year */
  constructor(year: number) {
    this.#year = year;
  }

  /** undefined while the headings have not come. */
  get columns(): Columns | undefined {
    return this.#columns;
  }

  /** Below the headings. */
  get rows(): number {
    return this.#rows;
  }

  /** How many numbers can be read, also of those who cannot be taken; none where a column is missing. */
  get numbers(): number {
    return this.#columns?.missing.length === 0 ? this.#people.size : 0;
  }

  /** The agency's name, as the first row has it that says one. */
  get instansi(): string {
    return this.#instansi;
  }

  /** Somebody of the file has a contract whose end has no column. */
  get hasOpenContract(): boolean {
    return this.#hasOpenContract;
  }

  /** @throws FileRefused `file-no-header` */
  take(row: TableRow): void {
    if (!this.#columns) {
      this.#columns = columnsOf(row.row, row.cells.map(cleanCell));
      this.#titles += 1;
      if (!this.#columns && this.#titles > mostTitleRows) throw new FileRefused("file-no-header");
      return;
    }
    this.#rows += 1;
    // Without a required column every row would be refused for the same reason.
    if (this.#columns.missing.length > 0) return;
    const { reading, nip } = this.#read(this.#columns, row);
    if (reading.lacksColumn) {
      // Somebody of the file needs it, though not everybody: it is missing as any other.
      const missing = [...this.#columns.missing, headingOf(reading.lacksColumn)];
      this.#columns = { ...this.#columns, missing };
      return;
    }
    this.#instansi ||= reading.text("instansi");
    this.#hasOpenContract ||= reading.kind !== "PNS" && !reading.has("contractEnd");
    if (nip && this.#isRepeated(nip, reading)) return;
    const mailbox = mailboxKey(reading);
    if (mailbox) this.#mailboxes.add(mailbox, { row: reading.row, digest: 0 });
  }

  /** Whether a column is missed for which not everybody has a value, only the rules of the record can tell. */
  #read(columns: Columns, row: TableRow) {
    return columns.places.has("golongan")
      ? readRow(columns, row)
      : judgeRow(columns, row, this.#year);
  }

  #isRepeated(nip: Nip, { row, content }: RowReading): boolean {
    const [digest] = digestOf(content);
    const before = this.#people.add(numberKey(nip), { row, digest });
    if (before && before.digest !== digest && !this.#differing.has(before.row))
      this.#differing.set(before.row, row);
    return before !== undefined;
  }

  /** Where somebody stands first, and what that row says, in short. */
  firstRowOf(nip: Nip): { readonly row: number; readonly digest: number } | undefined {
    return this.#people.find(numberKey(nip));
  }

  /** The later row of the same person that says something else. @param row the person's first one */
  differingRow(row: number): number | undefined {
    return this.#differing.get(row);
  }

  /** The first row that has this row's address; undefined when it has none. */
  ownerOfAddress(reading: RowReading): number | undefined {
    const mailbox = mailboxKey(reading);
    return mailbox && this.#mailboxes.find(mailbox)?.row;
  }
}

/** Eighteen digits are two numbers of nine. */
function numberKey(nip: Nip): Key {
  return [Number(nip.slice(0, 9)), Number(nip.slice(9))];
}

function mailboxKey(reading: RowReading): Key | undefined {
  const email = reading.text(reading.emailField);
  return isEmail(email) ? digestOf(mailboxOf(email)) : undefined;
}
