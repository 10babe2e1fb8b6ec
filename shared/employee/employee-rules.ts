/** What may stand in a record. Pure, so that the officer's form checks with the same rules as the API. */
import type { FieldCode } from "#shared/runtime/codes.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { isEmail } from "./email.ts";
import { golonganOf } from "./golongan.ts";
import { kedudukanHukumProblem } from "./kedudukan-hukum.ts";
import { type EmployeeKind, kindOfNip, parseNip } from "./nip.ts";
import { nameOf, visibleText } from "./visible-text.ts";

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
/** The same fields of a record, which has not all of them. */
type Fields = Readonly<Partial<Record<EditableField, string | undefined>>>;

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

/** Of whose record a change is judged; the number may be written in groups. */
export interface Judged {
  readonly kind: EmployeeKind;
  readonly nip: string;
  readonly tmt: string;
}

/** Everything that is wrong with a change of such a record; empty when it may be saved. */
export function problemsOf(change: Fields, judged: Judged): FieldProblem[] {
  return editableFields.flatMap((field) => {
    const text = change[field];
    return text === undefined ? [] : (problemOf(field, keptText(field, text), judged) ?? []);
  });
}

/** What a record says besides the fields that can be changed one by one. */
export interface WholeRecord extends Fields, Judged {
  readonly instansiId: string;
  readonly instansi: string;
  readonly kedudukanHukum: string;
}

/** Everything that is wrong with a whole record, before it enters. */
export function problemsOfRecord(record: WholeRecord): FieldProblem[] {
  const { kind, tmt, instansiId, instansi, kedudukanHukum } = record;
  const nip = parseNip(record.nip);
  const position = kedudukanHukumProblem(kedudukanHukum, kind);
  const whole = Object.fromEntries(editableFields.map((field) => [field, record[field] ?? ""]));
  const problems: (FieldProblem | false | undefined)[] = [
    nip !== record.nip && { field: "nip", code: "nip-malformed" },
    nip !== undefined && kindOfNip(nip) !== kind && { field: "kind", code: "kind-differs" },
    !isDay(tmt) && { field: "tmt", code: "day-malformed" },
    visibleText(instansiId) === "" && { field: "instansiId", code: "required" },
    (visibleText(instansi) === "" || !canDraw(instansi)) && { field: "instansi", code: "required" },
    position !== undefined && { field: "kedudukanHukum", code: position },
    ...problemsOf(whole, record),
  ];
  return problems.filter((problem) => typeof problem === "object");
}

/** A change as it is saved: an emptied optional field is a field that is not there. */
export function keptChange(change: Fields): Partial<Record<EditableField, string | undefined>> {
  return Object.fromEntries(
    editableFields.flatMap((field) => {
      const text = change[field];
      return text === undefined ? [] : [[field, keptText(field, text) || undefined]];
    }),
  );
}

/** A degree of "-" is a spreadsheet's way to say that there is none. */
function keptText(field: EditableField, text: string): string {
  const kept = visibleText(text);
  return kept === "-" && (field === "gelarDepan" || field === "gelarBelakang") ? "" : kept;
}

function problemOf(field: EditableField, text: string, judged: Judged): FieldProblem | undefined {
  const isRequired = required.has(field) || (field === "contractEnd" && judged.kind === "PPPK");
  if (text === "") return isRequired ? { field, code: "required" } : undefined;
  if (text.length > maxLength[field])
    return { field, code: "too-long", params: { max: maxLength[field] } };
  if (drawn.has(field) && !canDraw(text))
    return { field, code: "characters-unsupported", params: firstUnsupported(text) };
  if (field === "name" && !hasLetter(text)) return { field, code: "malformed" };
  if (field === "contractEnd") return contractEndProblem(text, judged);
  const code = shapeProblem(field, text, judged.kind);
  return code ? { field, code } : undefined;
}

/** Which character cannot be printed, and its place from 1. */
function firstUnsupported(text: string): { readonly character: string; readonly place: number } {
  const characters = Array.from(text.normalize("NFC"));
  const at = characters.findIndex((each) => !canDraw(each));
  return { character: nameOf(characters[at] ?? ""), place: at + 1 };
}

/** The highest age at which anybody retires: a professor's (UU 14/2005, article 67). No contract lasts longer. */
const oldestAge = 70;

/** A contract ends after its first day, and not after its holder's last working day. */
function contractEndProblem(text: string, { kind, nip, tmt }: Judged): FieldProblem | undefined {
  const field = "contractEnd";
  if (kind === "PNS") return { field, code: "not-for-pns" };
  if (!isDay(text)) return { field, code: "day-malformed" };
  if (text <= tmt) return { field, code: "not-after-tmt" };
  const birth = nip.slice(0, 8);
  const max = `${Number(birth.slice(0, 4)) + oldestAge}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  return text > max ? { field, code: "day-too-late", params: { max } } : undefined;
}

function shapeProblem(
  field: EditableField,
  text: string,
  kind: EmployeeKind,
): FieldCode | undefined {
  switch (field) {
    case "golongan":
      return golonganOf(kind).includes(text) ? undefined : "golongan-unknown";
    case "email":
      return isEmail(text) ? undefined : "email-malformed";
    case "phone":
      return isPhone(text) ? undefined : "phone-malformed";
    default:
      return undefined;
  }
}

/** Digits however grouped; 15 are the most that a number of any country has (ITU-T E.164). */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return /^\+?[0-9 ()-]+$/.test(text) && digits >= 8 && digits <= 15;
}

/** Whether it is a day of the calendar, "2026-12-31". */
function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  );
}
