/** How the number of a letter is written: a pattern of the agency, whose placeholders are checked before it is kept. */
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { romanMonth } from "#shared/runtime/roman-month.ts";
import { type LetterKind, letterKindRules, type Secrecy } from "./letter-kinds.ts";

/** Where a letter stands in its register: 5, or 5.01 for one that was inserted after it. */
export interface Place {
  readonly urut: number;
  /** From 1 to 99. */
  readonly inserted?: number;
}

/** What a number is written of. */
export interface NumberParts extends Place {
  readonly kind: LetterKind;
  readonly secrecy: Secrecy;
  /** Kode klasifikasi arsip: «800.1.11.1». */
  readonly classification: string;
  /** Of the unit that issues it: «BKPSDM». */
  readonly unit: string;
  /** Of the letter: its month and year are written. */
  readonly day: string;
}

/** How an agency writes its numbers. */
export interface NumberPattern {
  readonly pattern: string;
  /** The running number has at least so many digits. */
  readonly digits: number;
}

const placeholders: Readonly<Record<string, (parts: NumberParts, digits: number) => string>> = {
  urut: (parts, digits) => placeText(parts, digits),
  keamanan: ({ secrecy }) => secrecy,
  klasifikasi: ({ classification }) => classification,
  unit: ({ unit }) => unit,
  jenis: ({ kind }) => letterKindRules[kind].code,
  bulan: ({ day }) => romanMonth(day),
  tahun: ({ day }) => day.slice(0, 4),
};
export const placeholderNames: readonly string[] = Object.keys(placeholders);

/** «{urut}», or a brace that belongs to none. */
const token = /\{([^{}]*)\}|[{}]/g;
const longestPattern = 80;
/** Of what stands between placeholders. */
const plainSigns = /^[A-Za-z0-9 ./\-–]*$/;
/** Without them two letters could have one number, or nobody would know the register. */
const needed = ["urut", "tahun"];

/** «005», «005.01» */
function placeText({ urut, inserted }: Place, digits: number): string {
  const own = String(urut).padStart(digits, "0");
  return inserted === undefined ? own : `${own}.${String(inserted).padStart(2, "0")}`;
}

/** Everything that is wrong with a pattern. */
export function patternFindings(field: string, pattern: string): FieldProblem[] {
  const names: string[] = [];
  const findings: FieldProblem[] = [];
  const rest = pattern.replace(token, (_, name: string | undefined) => {
    if (name === undefined) findings.push({ field, code: "pattern-brace" });
    else if (!Object.hasOwn(placeholders, name))
      findings.push({ field, code: "placeholder-unknown", params: { name: name.slice(0, 20) } });
    else names.push(name);
    return "";
  });
  if (pattern.length > longestPattern)
    findings.push({ field, code: "too-long", params: { max: longestPattern } });
  if (!plainSigns.test(rest)) findings.push({ field, code: "characters-unsupported" });
  for (const name of needed)
    if (!names.includes(name))
      findings.push({ field, code: "placeholder-missing", params: { name } });
  if (names.filter((name) => name === "urut").length > 1)
    findings.push({ field, code: "placeholder-twice", params: { name: "urut" } });
  return findings;
}

/** @param pattern without findings */
export function numberText({ pattern, digits }: NumberPattern, parts: NumberParts): string {
  return pattern.replace(token, (_, name: string) => placeholders[name]?.(parts, digits) ?? "");
}

/** Digits in groups: «800.1.11.1», «KP.05.02». */
export const classificationShape = /^[A-Z0-9]{1,6}(\.[0-9]{1,4}){0,6}$/;
