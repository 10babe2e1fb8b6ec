import { foldDigits } from "#shared/employee/folding.ts";
import { type Nip, parseNip } from "#shared/employee/nip.ts";
import { isScientific } from "./clean-cell.ts";
import type { ImportCode } from "./import-codes.ts";

/**
 * The number of a row. A spreadsheet keeps fifteen digits of a number: one that it has counted with is refused, even when it looks
 * whole, because nobody can see which digits are right. Nothing is guessed.
 * @param isNumber whether the file keeps the cell as a number
 */
export function judgeNip(
  text: string,
  isNumber: boolean,
): { readonly nip: Nip; readonly code?: undefined } | { readonly code: ImportCode } {
  if (text === "") return { code: "required" };
  if (isScientific(text)) return { code: isNumber ? "nip-as-number" : "nip-scientific" };
  if (isNumber) return { code: "nip-as-number" };
  const nip = parseNip(foldDigits(text));
  if (nip) return { nip };
  return {
    code: /\d{15}000\D*$/.test(text.replaceAll(/[\s.]/g, ""))
      ? "nip-last-digits-zero"
      : "nip-malformed",
  };
}

/** The digits of a telephone number as people dial it; a spreadsheet drops the first 0 of "0812…". */
export function readPhone(text: string): string {
  const plain = foldDigits(text).replace(/^['`]/, "");
  return /^8\d{7,12}$/.test(plain) ? `0${plain}` : plain;
}
