import { inertText } from "./inert-text.ts";
import { type Cell, isNumber, textOf } from "./table.ts";

export const newline = "\r\n";
/** What tells Excel that a file is UTF-8. */
export const byteOrderMark = "\ufeff";

/** A line of a CSV file as an Indonesian Excel opens it. No cell is one that a spreadsheet carries out (docs/decisions/0045). */
export function csvLine(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => (isNumber(cell) ? `${cell.number}` : inertText(textOf(cell))));
  // All in quotes: without, a text with many commas would look like a file that has commas between its cells.
  return `${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(";")}${newline}`;
}
