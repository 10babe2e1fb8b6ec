/**
 * Texts that a spreadsheet would carry out when it opens a CSV file ("CSV Injection", OWASP). An apostrophe before them keeps them
 * texts (ASVS 5.0, 1.2.10). A workbook says of each cell that it is a text, so it needs this only for its own look.
 */

/** Signs with which formulas begin, also in full width. */
const sign = "=+\\-@\uff1d\uff0b\uff0d\uff20";
const startsFormula = new RegExp(`^[\\s\\p{C}]*[${sign}]|^[\\t\\r\\n]`, "u");
/** A separator ends the cell for a program that expects it instead of ours. */
const insideFormula = new RegExp(`([,;|\\t\\r\\n]["'\\s\\p{C}]*)(?=[${sign}])`, "gu");
/** Numbers that a spreadsheet would round, or shorten by their first 0. */
const longNumber = /^(0\d+|\d{12,}|\d+([.,]\d+)?e[+-]?\d+)$/i;

/** Whether a spreadsheet would compute something from a text that somebody types or a CSV file has. */
export function isActive(text: string): boolean {
  // A dash alone says that there is nothing.
  return text.trim() !== "-" && startsFormula.test(text);
}

/** What stands in a CSV file for a text, so that it stays one and keeps all its digits. */
export function inertText(text: string): string {
  const inside = text.replace(insideFormula, "$1'");
  return isActive(text) || longNumber.test(text) ? `'${inside}` : inside;
}

const apostrophe = new RegExp(`^'(?=[\\t\\r\\n]|[\\s\\p{C}]*[${sign}\\d])`, "u");
const insideApostrophe = new RegExp(`([,;|\\t\\r\\n]["'\\s\\p{C}]*)'(?=[${sign}])`, "gu");

/** The text that `inertText`, or a person who knows spreadsheets, made inert, as it was. */
export function activeText(text: string): string {
  if (!text.includes("'")) return text;
  // The apostrophes inside go first, because the first one is told by the sign behind it.
  return text.replace(insideApostrophe, "$1").replace(apostrophe, "");
}
