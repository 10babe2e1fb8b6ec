/**
 * The widest texts that a card's exact fields can have, by the widths of the font's letters: if these fit, all others fit.
 * Digits differ in width by three quarters.
 */
import { fieldOf } from "#shared/employee/fields.ts";
import { golonganOf, pangkatOf } from "#shared/employee/golongan.ts";
import { type EmployeeKind, numberKindOf } from "#shared/employee/nip.ts";
import type { Measure } from "#shared/render/fit-text.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import { type CardText, optionalFieldsOf, type PrintedIssue } from "../card-content.ts";

/** From the birth of the oldest holder to the end of the last contract. */
const years = numbers(1940, 2099, 4);

/** A card of nobody with the widest numbers, days and golongan. */
export function widestCard(
  kind: EmployeeKind,
  measure: Measure,
): { readonly text: CardText; readonly issue: PrintedIssue } {
  const widest = (texts: readonly string[]) => widestOf(texts, measure);
  const year = widest(years);
  const [month, day] = [widest(numbers(1, 12, 2)), widest(numbers(1, 31, 2))];
  const part = numberKindOf(kind) === "PNS" ? month : widest(numbers(21, 99, 2));
  const ranks = golonganOf(kind).map((golongan) => `${pangkatOf(golongan) ?? ""} (${golongan})`);
  const golongan = golonganOf(kind)[ranks.indexOf(widest(ranks))] ?? "";
  const pangkat = pangkatOf(golongan);
  const longest = widestDay(measure);
  return {
    text: {
      kind,
      nip: `${year}${month}${day} ${year}${part} ${widest(["1", "2"])} ${widest(numbers(1, 999, 3))}`,
      ...keyedWhere(optionalFieldsOf(kind), (field) => {
        const { type, options } = fieldOf(field);
        return type === "date" ? longest : options && widest(options(kind));
      }),
      golongan,
      ...(pangkat ? { pangkat } : {}),
      name: "",
      jabatan: "",
      unitKerja: "",
      instansi: "",
    },
    issue: {
      serial: `${widest(["A", "B"])}${year}${widest([..."0123456789"]).repeat(7)}`,
      issuedOn: longest,
      checkCode: widest([..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"]).repeat(8),
    },
  };
}

/** "2000-09-28": the day whose words are the widest. */
function widestDay(measure: Measure): string {
  const byWords = (days: readonly string[]) => {
    const words = days.map(longDay);
    return days[words.indexOf(widestOf(words, measure))] ?? "";
  };
  const year = byWords(years.map((each) => `${each}-01-01`)).slice(0, 4);
  // February has no 30th, and its name is shorter than most.
  const months = numbers(1, 12, 2).filter((each) => each !== "02");
  const month = byWords(months.map((each) => `${year}-${each}-01`)).slice(0, 7);
  return byWords(numbers(1, 30, 2).map((each) => `${month}-${each}`));
}

function widestOf(texts: readonly string[], measure: Measure): string {
  let [widest, width] = ["", -1];
  for (const text of texts) {
    const own = measure(text, 700);
    if (own > width) [widest, width] = [text, own];
  }
  return widest;
}

function numbers(first: number, last: number, digits: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) =>
    String(first + index).padStart(digits, "0"),
  );
}
