import Papa from "papaparse";
import { decodeText } from "./decode-text.ts";
import { FileRefused } from "./import-problem.ts";
import { activeText } from "./inert-text.ts";
import { countedRows, demandWidth, type OnRow } from "./table.ts";

const none: ReadonlySet<number> = new Set();

/**
 * Reads a CSV file: `;`, `,` or tab. A cell with line breaks in it is one row, as in a spreadsheet.
 * @throws FileRefused
 */
export function readCsv(bytes: Uint8Array, onRow: OnRow): void {
  const text = decodeText(bytes);
  if (text.includes("\0") || /^\s*<(!doctype|html|table|\?xml)/i.test(text.slice(0, 1000)))
    throw new FileRefused("file-unknown");
  const delimiter = delimiterOf(text.slice(0, 20_000));
  demandWidth(widestLine(text, delimiter) + 1);
  const take = countedRows(onRow);
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }) => {
      row += 1;
      // A quote out of place swallows whatever comes up to the next one, perhaps other people.
      if (errors.some(({ type }) => type === "Quotes"))
        throw new FileRefused("file-quotes", { row });
      take({ row, cells: data.map(activeText), numbers: none });
    },
  });
}

/** The separator that the beginning of the file has most of, outside of quotes. */
function delimiterOf(beginning: string): string {
  const plain = beginning.replaceAll(/"[^"]*"/g, "");
  const count = (delimiter: string) => plain.split(delimiter).length;
  return [";", "\t", ","].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** How many separators the line with most of them has: counted first, because the parser makes an object of each cell. */
function widestLine(text: string, delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  let [count, most] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const each = text.charCodeAt(i);
    if (each === code) count += 1;
    else if (each === 10 || each === 13) count = 0;
    if (count > most) most = count;
  }
  return most;
}
