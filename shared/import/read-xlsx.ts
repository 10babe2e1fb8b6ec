import { turnedDay } from "#shared/runtime/turned-day.ts";
import { FileRefused } from "./import-problem.ts";
import { dayOfSerial } from "./read-day.ts";
import type { SharedTexts } from "./shared-texts.ts";
import { demandWidth, filledRows, type Spreadsheet, type TableRow } from "./table.ts";
import { readDayStyles, readSharedTexts, readWorkbook } from "./xlsx-parts.ts";
import { unescapedText } from "./xlsx-text.ts";
import { type Attributes, xmlPieces } from "./xlsx-xml.ts";
import { type ZipPart, zipParts } from "./zip-file.ts";

/** 200,000 rows of 46 cells are 350 MB of XML. */
const sheetPart = 512_000_000;

/**
 * Opens the first visible sheet of an Excel workbook. Numbers stay as the file writes them; days become "31-12-2026".
 * @throws FileRefused
 */
export async function openXlsx(file: Blob): Promise<Spreadsheet> {
  const parts = await zipParts(file);
  const names = [...parts.keys()];
  if (names.some((name) => /vbaProject|^xl\/macrosheets\//i.test(name)))
    throw new FileRefused("file-macros");
  const { sheets, isFrom1904 } = await readWorkbook(parts);
  const [first, ...others] = sheets;
  const sheet = parts.get(first?.part ?? "");
  if (!sheet) throw new FileRefused("file-damaged");
  const texts = await readSharedTexts(parts);
  const days = await readDayStyles(parts);
  return {
    news: {
      hasLinks: names.some((name) => name.startsWith("xl/externalLinks/")),
      otherSheets: others.map(({ name }) => name),
    },
    rows: () => filledRows(rowsOf(sheet, { texts, days, isFrom1904 })),
  };
}

async function* rowsOf(sheet: ZipPart, context: SheetContext): AsyncGenerator<readonly TableRow[]> {
  const rows = new SheetRows(context);
  try {
    for await (const _ of xmlPieces(sheet, sheetPart, rows)) yield rows.taken();
  } catch (error) {
    // Whoever reads the rows before may find another fault first.
    yield rows.taken();
    throw error;
  }
  yield rows.taken();
}

interface SheetContext {
  readonly texts: SharedTexts;
  readonly days: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

/** Rows of a sheet ("Excel specifications and limits", Microsoft). Numbers that do not grow are not believed. */
const mostNumber = 1_048_576;

/** Days between the first of 1900 and of 1904, as Excel counts them. */
const daysTo1904 = 1462;

/** Puts rows together from the tags of a sheet. */
class SheetRows {
  readonly #context: SheetContext;
  #rows: TableRow[] = [];
  #row = 0;
  #cells: string[] = [];
  #numbers = new Set<number>();
  #column = -1;
  #cell: Attributes = {};
  #value = "";
  /** undefined when the cell has none. */
  #formula: string | undefined;
  #reads: "value" | "formula" | undefined;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The rows that are over, each once. */
  taken(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open = (name: string, attributes: Attributes): void => {
    if (name === "row") this.#beginRow(Number(attributes.r));
    if (name === "c") this.#beginCell(attributes);
    if (name === "f") this.#formula = "";
    this.#reads = name === "v" || name === "t" ? "value" : name === "f" ? "formula" : undefined;
  };

  text = (said: string): void => {
    if (this.#reads === "value") this.#value += said;
    if (this.#reads === "formula") this.#formula = `${this.#formula ?? ""}${said}`;
  };

  close = (name: string): void => {
    this.#reads = undefined;
    if (name === "c") this.#endCell();
    if (name === "row")
      this.#rows.push({ row: this.#row, cells: this.#cells, numbers: this.#numbers });
  };

  #beginRow(number: number): void {
    const isNext = Number.isInteger(number) && number > this.#row && number <= mostNumber;
    this.#row = isNext ? number : this.#row + 1;
    this.#cells = [];
    this.#numbers = new Set();
    this.#column = -1;
  }

  #beginCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    this.#value = "";
    this.#formula = undefined;
  }

  #endCell(): void {
    const text = this.#text();
    if (text === "") return;
    demandWidth(this.#column + 1);
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
  }

  #text(): string {
    if (this.#formula !== undefined) return `=${this.#formula}`;
    const { t: type = "n", s: style } = this.#cell;
    if (type === "s") return this.#context.texts.at(Number(this.#value));
    if (type === "b") return this.#value === "1" ? "TRUE" : "FALSE";
    if (type !== "n" || this.#value === "") return unescapedText(this.#value);
    const { days, isFrom1904 } = this.#context;
    const serial = Number(this.#value) + (isFrom1904 ? daysTo1904 : 0);
    const day = days.has(Number(style)) ? dayOfSerial(serial) : undefined;
    if (day) return turnedDay(day);
    this.#numbers.add(this.#column);
    return this.#value;
  }
}

/** 27 of "AB12": columns count from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}
