import Papa from "papaparse";
import { decodedText, encodingOf } from "./decode-text.ts";
import { FileRefused } from "./import-problem.ts";
import { activeText } from "./inert-text.ts";
import { demandWidth, filledRows, type Spreadsheet, type TableRow } from "./table.ts";

const none: ReadonlySet<number> = new Set();
/** How much of a file tells its separator and its line ends, characters. */
const beginningLength = 20_000;
/** No cell of Excel is longer than 32,767 characters; of a row that never ends not more than this is kept. */
const longestRow = 1_000_000;

/**
 * Opens a CSV file: `;`, `,` or tab. A cell with line breaks in it is one row, as in a spreadsheet.
 * @throws FileRefused
 */
export async function openCsv(file: Blob): Promise<Spreadsheet> {
  const encoding = await encodingOf(file);
  const beginning = await beginningOf(decodedText(file, encoding));
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(beginning.slice(0, 1000)))
    throw new FileRefused("file-unknown");
  const delimiter = delimiterOf(beginning);
  const { linebreak } = Papa.parse(beginning, { delimiter, preview: 1 }).meta;
  const newline = linebreak === "\r" ? "\r" : "\n";
  return {
    news: { hasLinks: false, otherSheets: [] },
    rows: () => {
      const text = decodedText(file, encoding);
      const lines = newline === "\n" ? withPlainLineEnds(text) : text;
      return filledRows(rowsOf(lines, { delimiter, newline }));
    },
  };
}

/** A heading from another program often has other line ends than the rows that were pasted below it: the parser knows only one kind. */
async function* withPlainLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  // The other half of a line end may stand in the next piece.
  let half = "";
  for await (const piece of pieces) {
    const text = `${half}${piece}`;
    half = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - half.length).replaceAll("\r\n", "\n");
  }
}

async function beginningOf(pieces: AsyncIterable<string>): Promise<string> {
  let beginning = "";
  for await (const piece of pieces) {
    beginning += piece;
    if (beginning.length >= beginningLength) break;
  }
  return beginning.slice(0, beginningLength);
}

interface Format {
  readonly delimiter: string;
  readonly newline: "\n" | "\r";
}

/** What the parser itself hands to its streams: the rows of a text, and where the last one that is over ends. */
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

async function* rowsOf(
  pieces: AsyncIterable<string>,
  format: Format,
): AsyncGenerator<readonly TableRow[]> {
  const width = new WidthCount(format.delimiter);
  let [rest, count] = ["", 0];
  async function* parsed(text: string, isPart: boolean): AsyncGenerator<readonly TableRow[]> {
    const { data, errors, meta }: Parsed = new Papa.Parser(format).parse(text, 0, isPart);
    // A quote out of place swallows whatever comes up to the next one, perhaps other people. Behind the last row it is not yet certain.
    const wrong = errors.find(({ type, row }) => type === "Quotes" && row < data.length);
    const read = data.slice(0, wrong?.row);
    yield read.map((cells, i) => ({
      ...{ row: count + i + 1, cells: cells.map(activeText), numbers: none },
    }));
    count += read.length;
    if (wrong) throw new FileRefused("file-quotes", { row: count + 1 });
    rest = text.slice(meta.cursor);
  }
  for await (const piece of pieces) {
    if (piece.includes("\0")) throw new FileRefused("file-unknown");
    width.add(piece);
    yield* parsed(`${rest}${piece}`, true);
    if (rest.length > longestRow) throw new FileRefused("file-quotes", { row: count + 1 });
  }
  yield* parsed(rest, false);
}

/** The separator that the beginning of the file has most of, outside of quotes. */
function delimiterOf(beginning: string): string {
  const plain = beginning.replaceAll(/"[^"]*"/g, "");
  const count = (delimiter: string) => plain.split(delimiter).length;
  return [";", "\t", ","].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** How many separators a line has: counted before it is parsed, because the parser makes an object of each cell. */
class WidthCount {
  readonly #delimiter: number;
  #count = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** @throws FileRefused when a line is too wide */
  add(text: string): void {
    let most = 0;
    for (let i = 0; i < text.length; i++) {
      const each = text.charCodeAt(i);
      if (each === this.#delimiter) this.#count += 1;
      else if (each === 10 || each === 13) this.#count = 0;
      if (this.#count > most) most = this.#count;
    }
    demandWidth(most + 1);
  }
}
