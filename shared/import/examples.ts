import type { EmployeeKind } from "#shared/employee/nip.ts";
import type { ImportField } from "./import-columns.ts";

/** What is right in a column, of people who do not exist. */
const examples: Readonly<Record<ImportField, string>> = {
  nip: "198502122010012004",
  name: "Siti Rahma",
  gelarDepan: "Dr.",
  gelarBelakang: "S.Kom., M.T.",
  birthPlace: "Contoh",
  birthDate: "12-02-1985",
  sex: "F",
  nik: "9901015202850004",
  phone: "081230000001",
  email: "nama@contoh.go.id",
  emailGov: "nama@contoh.go.id",
  kind: "PNS",
  kedudukanHukum: "Aktif",
  tmtCpns: "01-01-2010",
  tmtPns: "01-01-2011",
  tmtPppk: "01-03-2024",
  golongan: "III/a",
  jabatan: "Pranata Komputer Ahli Muda",
  unitKerja: "Dinas Kesehatan",
  contractEnd: "28-02-2029",
  jabatanKind: "Fungsional Tertentu",
  karpeg: "P 123456",
  bup: "58",
  instansi: "Pemerintah Kabupaten Contoh",
};

const ofPppk: Partial<Record<ImportField, string>> = {
  nip: "198502122024212004",
  kind: "PPPK",
  kedudukanHukum: "PPPK Aktif",
  tmtCpns: "01-03-2024",
  tmtPns: "01-03-2024",
  golongan: "IX",
};

/** KepmenPANRB 16/2025: a contract of a year; a golongan is optional. */
const ofPartTime: Partial<Record<ImportField, string>> = {
  ...ofPppk,
  nip: "198502122025212004",
  kind: "PPPK Paruh Waktu",
  ...{ tmtCpns: "01-10-2025", tmtPns: "01-10-2025", tmtPppk: "01-10-2025" },
  contractEnd: "30-09-2026",
};

const ofKind: Readonly<Record<EmployeeKind, Partial<Record<ImportField, string>>>> = {
  PNS: {},
  PPPK: ofPppk,
  "PPPK-PW": ofPartTime,
};

export function exampleOf(field: ImportField, kind: EmployeeKind): string {
  return ofKind[kind][field] ?? examples[field];
}
