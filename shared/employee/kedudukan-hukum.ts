/** Kedudukan hukum: BKN's codes for the legal position of a civil servant, and what each does to the card. */
import { type EmployeeKind, type NumberKind, numberKindOf } from "./nip.ts";

/** "upcoming" is a card whose holder's TMT has not come (K-32). */
export const cardStatuses = ["active", "upcoming", "suspended", "ended"] as const;
export type CardStatus = (typeof cardStatuses)[number];
/** What a position does to a card. */
type PositionStatus = Exclude<CardStatus, "upcoming">;

interface KedudukanHukum {
  readonly name: string;
  /** Our reading of the code (requirements, «Kedudukan hukum»). */
  readonly status: PositionStatus;
  /** The only kind that can have it, where the law is clear: a PPPK has neither CLTN nor waiting money nor pension. */
  readonly only?: NumberKind;
}

const positions: Readonly<Record<string, KedudukanHukum>> = {
  "01": { name: "Aktif", status: "active", only: "PNS" },
  "02": { name: "Cuti di Luar Tanggungan Negara", status: "suspended", only: "PNS" },
  "03": { name: "Tugas Belajar", status: "active" },
  "04": { name: "Pemberhentian Sementara", status: "suspended" },
  "05": { name: "Penerima Uang Tunggu", status: "suspended", only: "PNS" },
  "06": { name: "Prajurit Wajib", status: "suspended" },
  "07": { name: "Pejabat Negara", status: "active" },
  "08": { name: "Kepala Desa", status: "active" },
  "09": { name: "Proses Banding BAPEK", status: "suspended" },
  "11": { name: "Pegawai Titipan", status: "active" },
  "12": { name: "Pengungsi", status: "suspended" },
  "13": { name: "Perpanjangan CLTN", status: "suspended", only: "PNS" },
  "14": { name: "PNS Dinyatakan Hilang", status: "suspended", only: "PNS" },
  "15": { name: "Hukuman Disiplin", status: "active" },
  "16": { name: "Pemindahan dalam Rangka Penurunan Jabatan", status: "active" },
  "20": { name: "Masa Persiapan Pensiun", status: "active", only: "PNS" },
  "66": { name: "Diberhentikan", status: "ended" },
  "67": { name: "Punah", status: "ended" },
  "69": { name: "Tidak Memenuhi Syarat dari Pengadaan", status: "ended" },
  "70": { name: "Pembatalan NIP", status: "ended" },
  "71": { name: "PPPK Aktif", status: "active", only: "PPPK" },
  "72": { name: "PPPK Aktif (72)", status: "active", only: "PPPK" },
  "77": { name: "Pemberhentian Tanpa Hak Pensiun", status: "ended" },
  "88": { name: "Pemberhentian dengan Hak Pensiun", status: "ended", only: "PNS" },
  "98": { name: "Mencapai Batas Usia Pensiun", status: "ended" },
  "99": { name: "Pensiun", status: "ended", only: "PNS" },
};

export const kedudukanHukumCodes: readonly string[] = Object.keys(positions).sort();

/** All names that a file may say, for whoever wrote another one. */
export const kedudukanHukumNames = kedudukanHukumCodes
  .map((code) => positions[code]?.name)
  .join(", ");

/** The codes that a kind of employee can have (BKN data quality ACC_4 «PPPK wrong kedudukan hukum»; UU 20/2023). */
export function kedudukanHukumOf(kind: EmployeeKind): readonly string[] {
  const own = numberKindOf(kind);
  return kedudukanHukumCodes.filter((code) => (positions[code]?.only ?? own) === own);
}

/** What nearly everybody of a kind is who enters: the active code that no other kind has. */
export function usualKedudukanHukum(kind: EmployeeKind): string | undefined {
  return kedudukanHukumOf(kind).find(
    (code) => positions[code]?.only && statusOf(code) === "active",
  );
}

/**
 * What somebody who has died gets: «meninggal dunia» is an honourable dismissal (UU 20/2023, article 52), with a pension for the family of a
 * PNS (UU 11/1969) and none of a PPPK. «Punah» (67) says that there is nobody left to get one.
 */
export function positionOfDead(kind: EmployeeKind): "88" | "66" {
  return numberKindOf(kind) === "PNS" ? "88" : "66";
}

/** Why an employee of this kind cannot have this code: it is none of BKN's, or the other kind's (ACC_4); undefined when it can. */
export function kedudukanHukumProblem(
  code: string,
  kind: EmployeeKind,
): "kedudukan-hukum-unknown" | "ACC_4" | undefined {
  if (!kedudukanHukumCodes.includes(code)) return "kedudukan-hukum-unknown";
  return kedudukanHukumOf(kind).includes(code) ? undefined : "ACC_4";
}

/** Full name of a code; undefined when BKN has no such code. */
export function kedudukanHukumName(code: string): string | undefined {
  return positionOf(code)?.name;
}

/** What a code does to the card. An unknown code ends it, so that no card is valid by mistake. */
export function statusOf(code: string): PositionStatus {
  return positionOf(code)?.status ?? "ended";
}

/** Looks only at the object's own keys: inherited ones ("constructor") are no codes of BKN. */
function positionOf(code: string): KedudukanHukum | undefined {
  return Object.hasOwn(positions, code) ? positions[code] : undefined;
}
