/** The pages behind the list of people, in their order, by who reads it: a link that leads to a refusal is none. */
import type { EmployeeListAnswer } from "#shared/employee/record-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";

export const listPages = {
  requests: "/petugas/pengajuan",
  campaigns: "/petugas/pengajuan?bagian=pemutakhiran",
  accountLists: "/petugas/akun",
  photos: "/petugas/foto",
  decrees: "/petugas/sk",
  units: "/petugas/unit",
  unitPrint: "/petugas/cetak",
  agency: "/petugas/instansi",
  posts: "/petugas/pejabat",
  calendar: "/petugas/instansi?bagian=kalender",
  letters: "/petugas/instansi?bagian=surat",
  attendance: "/petugas/instansi?bagian=presensi",
  trainings: "/petugas/instansi?bagian=pelatihan",
  exports: "/petugas/ekspor",
  newPerson: "/petugas/pegawai/baru",
  imports: "/petugas/impor",
} as const;
type ListPage = keyof typeof listPages;

/** Of whoever changes something; and of these, those of a whole agency. */
const changing: readonly ListPage[] = ["unitPrint", "agency", "exports", "newPerson", "imports"];
const ofAgency: readonly ListPage[] = [
  "units",
  "agency",
  "posts",
  "calendar",
  "letters",
  "trainings",
  "imports",
];

export function pagesOf({
  readOnly,
  wholeAgency,
}: Pick<EmployeeListAnswer, "readOnly" | "wholeAgency">): readonly ListPage[] {
  return keysOf(listPages).filter(
    (page) => (!readOnly || !changing.includes(page)) && (wholeAgency || !ofAgency.includes(page)),
  );
}
