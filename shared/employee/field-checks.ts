/** Checks of single fields of a record. The catalogue (fields.ts) says which check each field has. */

import type { FieldProblem } from "#shared/runtime/errors.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { nameOf } from "#shared/runtime/visible-text.ts";
import type { EmployeeKind } from "./nip.ts";

/** What a check of one field needs to know of its record; the number may be written in groups. */
export interface RecordContext {
  readonly kind: EmployeeKind;
  readonly nip: string;
  readonly tmt: string;
  /** What the record has of the fields that it never loses. */
  readonly email?: string | undefined;
  readonly contractEnd?: string | undefined;
  /** What is compared with the number. */
  readonly birthDate?: string | undefined;
  readonly sex?: string | undefined;
  readonly tmtCpns?: string | undefined;
}

/** What is wrong with a field's text. */
export type Problem = Omit<FieldProblem, "field">;

/**
 * The characters that the card's fonts have, in composed form: European and Vietnamese Latin, digits, and the punctuation
 * of names and titles. A test compares the list with the fonts.
 */
const drawable =
  /^[A-Za-z0-9 .,'’‘`()/&:;+\-–—À-ÖØ-öø-ňŊ-žƏƒƠơƯưǦǧǪǫǺ-ǿȀ-țȪ-ȭȰ-ȳəḌ-ḏḠḡḤḥḪḫḶḷḺḻṂṃṄ-ṉṚṛṞ-ṣṬ-ṯẀ-ẅẎẏẒẓẞẠ-ỹ]*$/u;

/** Whether a text can be drawn on a card. Others are refused, so that no card has empty boxes for letters. */
export function canDraw(text: string): boolean {
  return drawable.test(text.normalize("NFC"));
}

/** Which character cannot be printed, and its place from 1; undefined when all can. */
export function drawingProblem(text: string): Problem | undefined {
  if (canDraw(text)) return undefined;
  const characters = Array.from(text.normalize("NFC"));
  const at = characters.findIndex((each) => !canDraw(each));
  const params = { character: nameOf(characters[at] ?? ""), place: at + 1 };
  return { code: "characters-unsupported", params };
}

/** Whether it has a letter that a search can begin with: without one, the index by name has no line for the record. */
export function hasLetter(text: string): boolean {
  return /[a-z]/i.test(text.normalize("NFKD"));
}

/** A telephone number with digits in any groups; no country's number has more than 15 (ITU-T E.164). */
export function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return /^\+?[0-9 ()-]+$/.test(text) && digits >= 8 && digits <= 15;
}

/** Whether it is a day of the calendar, "2026-12-31". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Without a Date: an import asks it some ten times of each row. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The highest age at which anybody retires: a professor's (UU 14/2005, article 67). No contract lasts longer. */
const oldestAge = 70;

/** A contract ends after its first day, and not after its holder's last working day. */
export function contractEndProblem(text: string, context: RecordContext): Problem | undefined {
  return text <= context.tmt && isDay(text)
    ? { code: "not-after-tmt" }
    : workingDayProblem(text, context);
}

/**
 * A day on which its holder works, or will. A TMT may lie ahead: a new appointee is entered in the month of the decision, and
 * the card is valid from the TMT on (K-32).
 */
export function workingDayProblem(text: string, { nip }: RecordContext): Problem | undefined {
  if (text === "") return { code: "required" };
  if (!isDay(text)) return { code: "day-malformed" };
  const birth = nip.slice(0, 8);
  const max = `${Number(birth.slice(0, 4)) + oldestAge}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  return text > max ? { code: "day-too-late", params: { max: turnedDay(max) } } : undefined;
}
