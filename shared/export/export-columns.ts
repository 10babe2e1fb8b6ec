/** What of a record is in an export: the columns that an import reads, so that the file can come back. */
import type { AccountList } from "#shared/account/account-lists.ts";
import { cardStatus, type Employee, fullName } from "#shared/employee/employee.ts";
import { type CardStatus, kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { measuredCodes } from "#shared/employee/quality-indicators.ts";
import type { ListFilter } from "#shared/employee/tag-names.ts";
import { headingOf, type ImportField } from "#shared/import/import-columns.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { turnedDay, writtenDay } from "#shared/runtime/turned-day.ts";
import { clockIn, fileStamp, type Zone } from "#shared/runtime/zone.ts";
import type { Export } from "./export.ts";

const statuses: Readonly<Record<CardStatus, string>> = {
  active: "Aktif",
  upcoming: "Belum berlaku",
  suspended: "Ditangguhkan",
  ended: "Berakhir",
};

const lists: Readonly<Record<AccountList, string>> = {
  "not-activated": "Belum aktivasi",
  "no-authenticator": "Tanpa autentikator",
  frozen: "Dibekukan",
  undeliverable: "Surel tidak sampai",
  "photo-refused": "Foto ditolak",
  "no-photo": "Tanpa foto",
  "no-email": "Tanpa surel",
  "no-phone": "Tanpa nomor ponsel",
};

const tags: Readonly<Record<ListFilter, string>> = {
  ...lists,
  "ends-soon": "Kontrak berakhir dalam 90 hari",
  ...keyed(measuredCodes, (code) => `Indikator mutu data ${code}`),
};

/** "31-12-2026" of "2026-12-31". */
function dayText(day: string | undefined): string {
  return turnedDay(day ?? "");
}

/**
 * By the import's columns, in their order. What officers see of a record and need in a list: no NIK, no birthplace, no picture, because a
 * list that leaves the system has no more than it is for (UU 27/2022, article 28).
 */
const columns: readonly (readonly [ImportField, (employee: Employee) => string | undefined])[] = [
  ["nip", ({ nip }) => nip],
  ["name", ({ name }) => name],
  ["gelarDepan", ({ gelarDepan }) => gelarDepan],
  ["gelarBelakang", ({ gelarBelakang }) => gelarBelakang],
  ["kind", ({ kind }) => kindName(kind)],
  ["kedudukanHukum", ({ kedudukanHukum }) => kedudukanHukumName(kedudukanHukum)],
  ["tmtPns", ({ kind, tmt }) => (kind === "PNS" ? dayText(tmt) : "")],
  ["tmtPppk", ({ kind, tmt }) => (kind === "PNS" ? "" : dayText(tmt))],
  ["contractEnd", ({ contractEnd }) => dayText(contractEnd)],
  ["golongan", ({ golongan }) => golongan],
  ["jabatan", ({ jabatan }) => jabatan],
  ["unitKerja", ({ unitKerja }) => unitKerja],
  ["email", ({ email }) => email],
  ["phone", ({ phone }) => phone],
  ["instansi", ({ instansi }) => instansi],
];

export const exportHeadings: readonly string[] = [
  ...columns.map(([field]) => headingOf(field)),
  "STATUS KARTU",
];

export function exportRow(employee: Employee, now: Date): readonly string[] {
  return [
    ...columns.map(([, textOf]) => textOf(employee) ?? ""),
    statuses[cardStatus(employee, now)],
  ];
}

/** In characters, as the headings and usual values need. */
export const exportWidths: readonly number[] = [
  ...[20, 30, 12, 18, 14, 16, 12, 12, 14, 10, 36, 36, 30, 16, 30, 14],
];

/** Above the headings: whose list it is, when and by whom it was made, and what it holds. An import reads over it. */
export function exportTitle(item: Export, made: Made): readonly (readonly string[])[] {
  const { officer } = made;
  const units = item.unit ? [`${item.unit} dengan semua unit di bawahnya`] : item.units;
  const where = units ? `unit ${units.join(", ")}` : "semua unit kerja";
  return [
    [`Daftar pegawai ${officer.instansi}. Memuat data pribadi: simpan di tempat yang aman.`],
    [madeText(item, made)],
    [`Isi: ${filterText(item)}, ${where}.`],
  ];
}

/** By whom a file was made, and when. */
export interface Made {
  readonly officer: Employee;
  readonly zone: Zone;
  readonly now: Date;
}

export function madeText({ id }: Export, { officer, zone, now }: Made): string {
  return `Diekspor oleh ${fullName(officer)} pada ${timeText(zone, now)}, nomor ${id}.`;
}

function filterText({ q, status, employeeKind, tag, list }: Export): string {
  if (list) return `daftar akun «${lists[list]}», yang paling lama lebih dulu`;
  const words = q.trim() === "" ? "semua nama" : `pencarian «${q.trim()}»`;
  return [
    words,
    status ? `status kartu ${statuses[status]}` : "semua status kartu",
    ...(employeeKind ? [kindName(employeeKind)] : []),
    ...(tag ? [`keadaan «${tags[tag]}»`] : []),
  ].join(", ");
}

/** "26/11/2026 09.14 WITA". */
export function timeText(zone: Zone, at: Date): string {
  const text = clockIn(zone, at);
  return `${writtenDay(text.slice(0, 10))} ${text.slice(11).replace(":", ".")} ${zone}`;
}

/** "daftar-pegawai_2026-11-26_0914.xlsx", or "pemutakhiran_…": when it was asked for, by the agency's clock. Nothing of a person is in it. */
export function exportFileName({ requestedAt, format, campaign }: Export, zone: Zone): string {
  return `${campaign ? "pemutakhiran" : "daftar-pegawai"}_${fileStamp(zone, new Date(requestedAt))}.${format}`;
}
