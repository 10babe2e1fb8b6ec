/** Rows of a file, and records as they say it: numbered people. */
import type { Employee } from "#shared/employee/employee.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { siasnCsv } from "./siasn-files.ts";

export const nipOf = (i: number) => `1984110720070310${String(i + 10).padStart(2, "0")}`;
export const rowOf = (i: number, change: Readonly<Record<string, string>> = {}) => ({
  ...{ "NIP BARU": nipOf(i), NAMA: `AYU KHAYALAN ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i % 26]}` },
  ...{ NIK: "", EMAIL: `orang.${i}@contoh.example`, ...change },
});
export const fileOf = (count: number) =>
  siasnCsv(...Array.from({ length: count }, (_, i) => rowOf(i)));

/** A record as row i of the file says it, but for what is changed. */
export const personOf = (i: number, change: Partial<Employee> = {}) =>
  anEmployee({
    ...{ id: `emp_${i}`, nip: aNip(nipOf(i)), name: rowOf(i).NAMA, gelarBelakang: "A.Md.Kep." },
    ...{ email: rowOf(i).EMAIL, phone: "081230000074", golongan: "III/c", tmt: "2008-03-01" },
    ...{ jabatan: "Guru Ahli Pertama", unitKerja: "SD Negeri 1 Contoh" },
    ...{ birthPlace: "CONTOH", birthDate: "1984-11-07", sex: "M" },
    ...{ tmtCpns: "2007-03-01", jabatanKind: "2" },
    ...change,
  });
