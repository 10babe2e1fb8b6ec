/** Rows whose values stand under a neighbour's heading: somebody inserted a cell, or a separator stands in a text. */
import { hasLetter } from "#shared/employee/field-checks.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { readKind, readSex } from "#shared/employee/spellings.ts";
import { cleanCell, isCellError, isFormula } from "./clean-cell.ts";
import type { ImportField } from "./import-columns.ts";
import { readDay } from "./read-day.ts";
import type { RowReading } from "./row-reading.ts";

/** Whether a value belongs under a heading, for headings whose values cannot be mistaken. */
const belongs: readonly (readonly [ImportField, (text: string) => boolean])[] = [
  ["nip", (text) => parseNip(text) !== undefined],
  ["name", (text) => hasLetter(text) && /^[^\d.,=#]+$/.test(text) && text.length > 2],
  ["birthDate", (text) => readDay(text) !== undefined],
  ["sex", (text) => readSex(text) !== undefined],
  ["kind", (text) => readKind(text) !== undefined],
];

/**
 * The first heading under which a value stands that belongs to the next one; undefined when the row is in order. One misplaced value
 * alone may be a fault of its own, so two must be wrong; but a value beyond the headings has pushed others aside, or stands where
 * nobody reads it.
 */
export function shiftedFrom(row: RowReading): ImportField | undefined {
  const wrong = belongs.filter(([field, fits]) => isMisplaced(row, field, fits));
  const [first] = wrong[0] ?? [];
  if (row.cells.slice(row.width).some((cell) => cell.trim() !== "")) return first ?? "nip";
  if (first === undefined) return undefined;
  const isBeside = wrong.some(([field, fits]) => fitsBeside(row, field, fits));
  return wrong.length > 1 && isBeside ? first : undefined;
}

type Fits = (text: string) => boolean;

function isMisplaced(row: RowReading, field: ImportField, fits: Fits): boolean {
  if (!row.has(field)) return false;
  const text = row.text(field);
  if (text === "") return field === "nip" || field === "name";
  // Words where a day belongs are another column's; a day written wrongly is not.
  if (field === "birthDate") return !/\d/.test(text) && !isFormula(text) && !isCellError(text);
  return field !== "name" && !fits(text);
}

function fitsBeside(row: RowReading, field: ImportField, fits: Fits): boolean {
  const place = row.place(field);
  return [place - 1, place + 1].some((beside) => fits(cleanCell(row.cells[beside] ?? "")));
}
