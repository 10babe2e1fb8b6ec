/** What programs put around and into a value, taken off without changing what it says. */

import { visibleLine } from "#shared/runtime/visible-text.ts";

/** A text in a formula, by which people keep a spreadsheet from counting with a number: `="0812"`. */
const quotedFormula = /^="(.*)"$/s;
const fullWidth = /[\uff01-\uff5e]/g;
/** Marks that nobody sees, among them those of the direction of writing. */
const formatMarks = /\p{Cf}/gu;

/** The value of a cell in one line: unwrapped, composed, without invisible marks, wide letters as plain ones. */
export function cleanCell(cell: string): string {
  const plain = unquotedFormula(cell)
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(formatMarks, "");
  return visibleLine(plain).replace(/^`/, "");
}

const onlyMarks = /^[-\u2010-\u2015\u2212._\u2026 ]+$/;

/** Whether nothing but dashes or dots stands there: people's way to say that there is none. */
export function isPlaceholder(value: string): boolean {
  return onlyMarks.test(value);
}

/** Whether it would compute something in a spreadsheet. */
export function isFormula(value: string): boolean {
  return value.startsWith("=");
}

const errorValue = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** Whether a spreadsheet says there that its own formula failed. */
export function isCellError(value: string): boolean {
  return errorValue.test(value);
}

/** A number that a spreadsheet has shortened: "1,98503E+17". Its digits are gone. */
export function isScientific(value: string): boolean {
  return /^\d([.,]\d+)?E\+?\d{1,2}$/i.test(value.trim());
}

/** What `="0812"` says; any other cell is itself. */
export function unquotedFormula(cell: string): string {
  const [, inner = cell] = quotedFormula.exec(cell.trim()) ?? [];
  return inner;
}
