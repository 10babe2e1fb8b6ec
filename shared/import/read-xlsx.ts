import { FileRefused } from "./import-problem.ts";
import { dayOfSerial } from "./read-day.ts";
import { countedRows, demandWidth, type OnRow, type TableNews } from "./table.ts";
import { readDayStyles, readSharedTexts, readWorkbook } from "./xlsx-parts.ts";
import { unescapedText } from "./xlsx-text.ts";
import { type Attributes, readXml } from "./xlsx-xml.ts";
import { zipParts } from "./zip-file.ts";

/** 200,000 rows of 46 cells are 350 MB of XML. */
const sheetPart = 512_000_000;

/**
 * Reads the first visible sheet of an Excel workbook. Numbers stay as the file writes them; days become "31-12-2026".
 * @throws FileRefused
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>, onRow: OnRow): Promise<TableNews> {
  const parts = zipParts(bytes);
  const names = [...parts.keys()];
  if (names.some((name) => /vbaProject|^xl\/macrosheets\//i.test(name)))
    throw new FileRefused("file-macros");
  const { sheets, isFrom1904 } = await readWorkbook(parts);
  const [first, ...others] = sheets;
  const sheet = parts.get(first?.part ?? "");
  if (!sheet) throw new FileRefused("file-damaged");
  const texts = await readSharedTexts(parts);
  const days = await readDayStyles(parts);
  const rows = new SheetRows({ texts, days, isFrom1904, onRow: countedRows(onRow) });
  await readXml(sheet, sheetPart, rows);
  return {
    hasLinks: names.some((name) => name.startsWith("xl/externalLinks/")),
    otherSheets: others.map(({ name }) => name),
  };
}

interface SheetContext {
  readonly texts: readonly string[];
  readonly days: ReadonlySet<number>;
  readonly isFrom1904: boolean;
  readonly onRow: OnRow;
}

/** Days between the first of 1900 and of 1904, as Excel counts them. */
const daysTo1904 = 1462;

/** Puts rows together from the tags of a sheet. */
class SheetRows {
  readonly #context: SheetContext;
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
      this.#context.onRow({ row: this.#row, cells: this.#cells, numbers: this.#numbers });
  };

  #beginRow(number: number): void {
    this.#row = Number.isInteger(number) && number > 0 ? number : this.#row + 1;
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
    if (type === "s") return this.#context.texts[Number(this.#value)] ?? "";
    if (type === "b") return this.#value === "1" ? "TRUE" : "FALSE";
    if (type !== "n" || this.#value === "") return unescapedText(this.#value);
    const { days, isFrom1904 } = this.#context;
    const serial = Number(this.#value) + (isFrom1904 ? daysTo1904 : 0);
    const day = days.has(Number(style)) ? dayOfSerial(serial) : undefined;
    if (day) return day.split("-").reverse().join("-");
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
