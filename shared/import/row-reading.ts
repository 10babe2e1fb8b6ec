import type { EmployeeKind } from "#shared/employee/nip.ts";
import { cleanCell, isCellError, isFormula, isPlaceholder } from "./clean-cell.ts";
import { exampleOf } from "./examples.ts";
import type { ImportCode } from "./import-codes.ts";
import { type Columns, headingOf, type ImportField, importFields } from "./import-columns.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { TableRow } from "./table.ts";

/** A row of a file, by its fields. It collects what is wrong with it. */
export class RowReading {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: ImportProblem[] = [];
  /** Whose rules and examples hold, as soon as that is known. */
  kind: EmployeeKind = "PNS";
  /** What is wrong unless the record is a PPPK Paruh Waktu's. */
  unlessPartTime: ImportProblem | undefined;
  /** A column that people of this kind need, and the file does not have. */
  lacksColumn: ImportField | undefined;
  readonly #columns: Columns;
  readonly #numbers: ReadonlySet<number>;
  readonly #texts = new Map<ImportField, string>();
  readonly #spoiled = new Set<ImportField>();

  constructor(columns: Columns, { row, cells, numbers }: TableRow) {
    this.row = row;
    this.cells = cells;
    this.#columns = columns;
    this.#numbers = numbers;
    for (const [field, place] of columns.places) this.#read(field, cleanCell(cells[place] ?? ""));
  }

  #read(field: ImportField, text: string): void {
    const isError = isCellError(text);
    if (isError || isFormula(text)) {
      this.#spoiled.add(field);
      this.add(field, isError ? "cell-error" : "formula");
    } else if (!isPlaceholder(text)) this.#texts.set(field, text);
  }

  /** How many cells the headings have. */
  get width(): number {
    return this.#columns.width;
  }

  has(field: ImportField): boolean {
    return this.#columns.places.has(field);
  }

  /** Empty where there is no such column, too. */
  text(field: ImportField): string {
    return this.#texts.get(field) ?? "";
  }

  /** Whether a formula stands there, or its failure: it has been said, and the text is empty. */
  isSpoiled(field: ImportField): boolean {
    return this.#spoiled.has(field);
  }

  /** The texts as they are compared with those of another row. */
  get content(): string {
    return importFields.map((field) => this.text(field)).join("\n");
  }

  /** Which column says since when somebody of this kind works. */
  get tmtField(): ImportField {
    if (this.kind === "PNS") return "tmtPns";
    const order: readonly ImportField[] = ["tmtPppk", "tmtCpns", "tmtPns"];
    const said = order.find((field) => this.text(field) !== "");
    return said ?? order.find((field) => this.has(field)) ?? "tmtPns";
  }

  /** Which column has the address: the own one, else the office's. */
  get emailField(): "email" | "emailGov" {
    if (this.text("email") !== "") return "email";
    return this.text("emailGov") !== "" || !this.has("email") ? "emailGov" : "email";
  }

  /** The file's own name of a column. */
  heading(field: ImportField): string {
    return this.#columns.headings.get(field) ?? "";
  }

  place(field: ImportField): number {
    return this.#columns.places.get(field) ?? -1;
  }

  /** Whether the file keeps it as a number, not as a text. */
  isNumber(field: ImportField): boolean {
    return this.#numbers.has(this.place(field));
  }

  add(field: ImportField, code: ImportCode, said: Partial<ImportProblem> = {}): void {
    this.problems.push(this.problem(field, code, said));
  }

  /** A problem that is not added. */
  problem(field: ImportField, code: ImportCode, said: Partial<ImportProblem> = {}): ImportProblem {
    return importProblem({
      row: this.row,
      column: this.heading(field) || headingOf(field),
      value: (this.cells[this.place(field)] ?? "").trim(),
      example: exampleOf(field, this.kind),
      ...said,
      code,
    });
  }
}
