/** What may stand in a record. Pure, so that the officer's form checks with the same rules as the API. */
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { isEmail } from "./email.ts";
import { golonganOf } from "./golongan.ts";
import type { EmployeeKind } from "./nip.ts";

/** The fields an officer may change; all but the reason are optional. */
export const editableFields = [
  "name",
  "gelarDepan",
  "gelarBelakang",
  "golongan",
  "jabatan",
  "unitKerja",
  "email",
  "phone",
  "contractEnd",
] as const;
export type EditableField = (typeof editableFields)[number];
export type EmployeeChange = Readonly<Partial<Record<EditableField, string>>>;

/** Longest texts in characters: what two lines of the card hold at its smallest size, with room for real outliers. */
const maxLength: Readonly<Record<EditableField, number>> = {
  name: 140,
  gelarDepan: 60,
  gelarBelakang: 80,
  golongan: 5,
  jabatan: 160,
  unitKerja: 200,
  email: 254,
  phone: 20,
  contractEnd: 10,
};

const required: ReadonlySet<EditableField> = new Set([
  "name",
  "golongan",
  "jabatan",
  "unitKerja",
  "email",
]);

/**
 * What the card's fonts have a glyph for, in composed form: European and Vietnamese Latin, digits, and the punctuation
 * of names and titles. A test holds the list to the fonts' own tables.
 */
const drawable =
  /^[A-Za-z0-9 .,'’‘`()/&:;+\-–—À-ÖØ-öø-ňŊ-žƏƒƠơƯưǦǧǪǫǺ-ǿȀ-țȪ-ȭȰ-ȳəḌ-ḏḠḡḤḥḪḫḶḷḺḻṂṃṄ-ṉṚṛṞ-ṣṬ-ṯẀ-ẅẎẏẒẓẞẠ-ỹ]*$/u;

/** Whether a text can stand on a card: what cannot is refused, never drawn as boxes. */
export function canDraw(text: string): boolean {
  return drawable.test(text.normalize("NFC"));
}

const drawn: ReadonlySet<EditableField> = new Set([
  "name",
  "gelarDepan",
  "gelarBelakang",
  "jabatan",
  "unitKerja",
]);

/** A letter that a search can begin with: without one, the index by name has no place for the record. */
const hasLetter = (text: string) => /[a-z]/i.test(text.normalize("NFKD"));

/** Everything that is wrong with a change for this kind of employee; empty when it may be saved. */
export function problemsOf(change: EmployeeChange, kind: EmployeeKind): FieldProblem[] {
  return editableFields.flatMap((field) => {
    const text = change[field];
    return text === undefined ? [] : (problemOf(field, text.trim(), kind) ?? []);
  });
}

function problemOf(
  field: EditableField,
  text: string,
  kind: EmployeeKind,
): FieldProblem | undefined {
  if (text === "") return required.has(field) ? { field, code: "required" } : undefined;
  if (text.length > maxLength[field])
    return { field, code: "too-long", params: { max: maxLength[field] } };
  if (drawn.has(field) && !canDraw(text)) return { field, code: "characters-unsupported" };
  if (field === "name" && !hasLetter(text)) return { field, code: "characters-unsupported" };
  const code = shapeProblem(field, text, kind);
  return code ? { field, code } : undefined;
}

function shapeProblem(field: EditableField, text: string, kind: EmployeeKind): string | undefined {
  switch (field) {
    case "golongan":
      return golonganOf(kind).includes(text) ? undefined : "golongan-unknown";
    case "email":
      return isEmail(text) ? undefined : "email-malformed";
    case "phone":
      return /^\+?[0-9 ()-]{8,}$/.test(text) ? undefined : "phone-malformed";
    case "contractEnd":
      if (kind === "PNS") return "not-for-pns";
      return isDay(text) ? undefined : "day-malformed";
    default:
      return undefined;
  }
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  );
}
