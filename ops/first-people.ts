/** What `kartu init` is told: an agency, and the people who run the system from its first minute. */
import * as z from "zod";
import { type GrantedRole, grantedRoles } from "#shared/access/role.ts";
import { problemsOfRecord, type WholeRecord } from "#shared/employee/employee-rules.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import type { FieldKey } from "#shared/employee/fields.ts";
import { kindOfNip, maskNip, type Nip, parseNip } from "#shared/employee/nip.ts";
import type { NewEmployee } from "#shared/employee/register-employee.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { saidZone } from "#shared/runtime/zone.ts";
import { id as problemTexts } from "../web/src/messages/id/fields.ts";
import { id as fieldNames } from "../web/src/messages/id/record-fields.ts";
import { saidAgency } from "./agencies.ts";

/** The fields of a record that somebody says; the others follow from the NIP and the agency. */
export const saidFields = [
  "nip",
  "name",
  "gelarDepan",
  "gelarBelakang",
  "email",
  "golongan",
  "jabatan",
  "unitKerja",
  "tmt",
  "contractEnd",
] as const satisfies readonly FieldKey[];
export type SaidField = (typeof saidFields)[number];

const said = z.string().optional();
export const firstPerson = z.strictObject({
  nip: z.string(),
  name: z.string(),
  gelarDepan: said,
  gelarBelakang: said,
  email: z.string(),
  golongan: z.string(),
  jabatan: z.string(),
  unitKerja: z.string(),
  tmt: z.string(),
  contractEnd: said,
  peran: z
    .array(z.enum(grantedRoles, `pilih dari ${grantedRoles.join(", ")}`))
    .min(1, "wajib diisi"),
});
export type FirstPerson = z.infer<typeof firstPerson>;

/** The file of `kartu init --file`. */
export const beginning = z.strictObject({
  instansi: saidAgency,
  orang: z.array(firstPerson).min(2, "paling sedikit dua orang"),
  alasan: z.string("wajib diisi").trim().min(1, "wajib diisi"),
});
export type Beginning = z.infer<typeof beginning>;

export interface Newcomer {
  readonly employee: NewEmployee;
  readonly roles: readonly GrantedRole[];
}

/** What is known before anybody is entered. */
export interface Circumstances {
  /** In Jakarta. */
  readonly today: string;
  /** Whether an operator who is there already decides: an agency that comes later needs no operators of its own. */
  readonly hasOperator: boolean;
}

/**
 * @returns the records and roles to make; or everything that is wrong, one sentence each
 */
export function newcomersOf(
  { instansi, orang }: Beginning,
  { today, hasOperator }: Circumstances,
): { readonly newcomers: readonly Newcomer[]; readonly problems: readonly string[] } {
  const read = orang.map((person) => readPerson(person, { instansi, today }));
  const problems = [
    ...read.flatMap(({ problems }, i) => problems.map((text) => `Orang ke-${i + 1}: ${text}`)),
    ...twins(orang),
    ...missingRoles(orang, hasOperator),
  ];
  return { newcomers: read.flatMap(({ newcomer }) => newcomer ?? []), problems };
}

function readPerson(
  person: FirstPerson,
  { instansi, today }: { readonly instansi: Beginning["instansi"]; readonly today: string },
): { readonly newcomer?: Newcomer; readonly problems: readonly string[] } {
  const nip = parseNip(person.nip);
  if (!nip) return { problems: [fieldSentence("nip", person.nip)] };
  const { peran: roles, ...fields } = person;
  const employee = recordOf({ ...fields, nip }, instansi);
  const ahead = aheadSentence(employee.tmt, today);
  const problems = [...problemsOfRecord(employee).map(sentence), ...(ahead ? [ahead] : [])];
  return problems.length > 0 ? { problems } : { newcomer: { employee, roles }, problems };
}

function recordOf(
  fields: Omit<FirstPerson, "peran" | "nip"> & { readonly nip: Nip },
  { id: instansiId, nama: instansi, zona }: Beginning["instansi"],
): NewEmployee {
  const kind = kindOfNip(fields.nip);
  const kedudukanHukum = kind === "PNS" ? "01" : "71";
  return { ...fields, kind, kedudukanHukum, instansiId, instansi, zone: zona && saidZone(zona) };
}

/** What is wrong with one field, by the rules of every record; "" when nothing is. */
export function fieldSentence(
  field: SaidField,
  text: string,
  { nip = "", tmt = "" }: { readonly nip?: string; readonly tmt?: string } = {},
): string {
  const own = parseNip(field === "nip" ? text : nip);
  const record: WholeRecord = { kind: own ? kindOfNip(own) : "PNS", nip, tmt, [field]: text };
  const problem = problemsOfRecord(field === "nip" && own ? { ...record, nip: own } : record).find(
    (each) => each.field === field,
  );
  return problem ? sentence(problem) : "";
}

/**
 * What is wrong with the TMT of one of the first people; "" when nothing is. A record may have one that lies ahead (K-32), but these
 * people run the system from today on.
 */
export function aheadSentence(tmt: string, today: string): string {
  if (!isDay(tmt) || tmt <= today) return "";
  return `${names.tmt}: sesudah hari ini, padahal orang-orang pertama harus sudah bekerja.`;
}

type Params = NonNullable<FieldProblem["params"]>;
// The file is written for a program: its days are as the service keeps them.
const texts: Readonly<Record<string, string | ((params: Params) => string)>> = {
  ...problemTexts,
  "day-malformed": "tanggal kalender, ditulis YYYY-MM-DD.",
};
const names: Readonly<Record<string, string>> = fieldNames;

/** In the words of the officer's form. */
function sentence({ field, code, params = {} }: FieldProblem): string {
  const text = texts[code] ?? code;
  return `${names[field] ?? field}: ${typeof text === "string" ? text : text(params)}`;
}

/** People with the same number or address: the second one would be refused half way. */
function twins(people: readonly FirstPerson[]): string[] {
  const isTwice = (key: (person: FirstPerson) => string) =>
    new Set(people.map(key)).size < people.length;
  return [
    ...(isTwice(({ nip }) => parseNip(nip) ?? nip) ? ["Satu NIP ditulis untuk dua orang."] : []),
    ...(isTwice(({ email }) => email.trim().toLowerCase())
      ? ["Satu alamat surel ditulis untuk dua orang."]
      : []),
  ];
}

/** Two people decide a change of roles, and of some records: a role that nobody else can answer stops all work. */
export function missingRoles(people: readonly FirstPerson[], hasOperator: boolean): string[] {
  const having = (role: GrantedRole) => people.filter(({ peran }) => peran.includes(role));
  const approvers = having("penyetuju");
  const alone = having("petugas").filter((one) => !approvers.some((other) => other !== one));
  return [
    ...(!hasOperator && having("operator").length < 2
      ? [
          "Perlu dua operator: peran diminta oleh yang satu dan disetujui oleh yang lain. Kalau instansi lain sudah ada, sebut operatornya dengan --oleh.",
        ]
      : []),
    ...(having("petugas").length === 0 ? ["Perlu seorang petugas."] : []),
    ...alone.map(
      ({ nip }) =>
        `Petugas ${maskNip(parseNip(nip) ?? nip)} perlu penyetuju, orang lain daripada dirinya.`,
    ),
  ];
}
