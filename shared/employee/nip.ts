/**
 * NIP and NI PPPK: the 18-digit numbers of Indonesian civil servants (Perka BKN 22/2007).
 *
 *   PNS   19850212 201001 1 004    birth date, appointment (year, month), sex, order
 *   PPPK  19850212 2024 21 1 004   birth date, appointment (year), number of the contract from 21, sex, order
 *
 * There is no check digit: a well-formed NIP proves nothing. A NIP can change, so it is never a key.
 * A `Nip` can only come from `parseNip`, so code that holds one need not check it again.
 */
declare const nipBrand: unique symbol;
export type Nip = string & { readonly [nipBrand]: true };

/** "PPPK-PW" is a PPPK Paruh Waktu (KepmenPANRB 16/2025), who has a number like any other PPPK. */
export const employeeKinds = ["PNS", "PPPK", "PPPK-PW"] as const;
export type EmployeeKind = (typeof employeeKinds)[number];
/** What a number can tell of the kind. */
export type NumberKind = Exclude<EmployeeKind, "PPPK-PW">;

const shape = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/;

/** What people and spreadsheets put around and between the digits: blanks, invisible marks, dashes, Excel's `="…"`. */
const decoration = /[\s\p{Cf}\p{Pd}.`'"=]/gu;

/**
 * @returns the number in plain digits, whatever stood between them ("NIP: 19680101–200503–2–901"); undefined when it is
 * not a NIP
 */
export function parseNip(text: string): Nip | undefined {
  const digits = text.replace(decoration, "").replace(/^nip:?/i, "");
  return isNip(digits) ? digits : undefined;
}

function isNip(digits: string): digits is Nip {
  const match = shape.exec(digits);
  if (!match) return false;
  const [, year = "", month = "", day = "", , code = "", , order] = match;
  return (
    isCalendarDate(year, month, day) && order !== "000" && kindOfCode(Number(code)) !== undefined
  );
}

/** PNS when digits 13-14 are a month, PPPK when they number a contract (21 to 99). */
export function kindOfNip(nip: Nip): NumberKind {
  return kindOfCode(Number(nip.slice(12, 14))) ?? "PNS";
}

/** What kind of number somebody of this kind has: a PPPK Paruh Waktu has an NI PPPK. */
export function numberKindOf(kind: EmployeeKind): NumberKind {
  return kind === "PNS" ? "PNS" : "PPPK";
}

/** As printed on the card: 8-6-1-3 groups. */
export function groupNip(nip: string): string {
  return `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
}

/** For the public page: only the birth year and the last digits of the order remain. "1985•••• •••••• • •04". */
export function maskNip(nip: string): string {
  return groupNip(`${nip.slice(0, 4)}${"•".repeat(12)}${nip.slice(16)}`);
}

function kindOfCode(code: number): NumberKind | undefined {
  if (code >= 1 && code <= 12) return "PNS";
  return code >= 21 ? "PPPK" : undefined;
}

function isCalendarDate(year: string, month: string, day: string): boolean {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day) && date.getUTCMonth() + 1 === Number(month);
}
