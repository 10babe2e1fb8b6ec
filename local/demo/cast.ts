import type { GrantedRole } from "#shared/access/role.ts";
import type { EmployeeKind } from "#shared/employee/nip.ts";

/** The state of an account when the demo begins. */
export type Readiness = "imported" | "activated" | "enrolled";

/** What is given for a person; the rest follows from the person's place in the list. */
export interface Sketch {
  readonly name: string;
  readonly gelarDepan?: string;
  readonly gelarBelakang?: string;
  readonly isWoman?: boolean;
  readonly kind?: EmployeeKind;
  readonly golongan?: string;
  readonly jabatan?: string;
  readonly unitKerja?: string;
  readonly instansi?: number;
  readonly kedudukanHukum?: string;
  readonly contractEnd?: string;
  readonly account?: Readiness;
  readonly roles?: readonly GrantedRole[];
  readonly hasPhoto?: boolean;
  readonly role?: string;
}

/** The accounts that the start page names, and those whose names are hard to set. */
export const cast: readonly Sketch[] = [
  {
    name: "Siti Contohwati",
    isWoman: true,
    gelarBelakang: "S.Kom., M.T.",
    golongan: "III/c",
    jabatan: "Pranata Komputer Ahli Muda",
    unitKerja: "Dinas Komunikasi dan Informatika",
    account: "enrolled",
    hasPhoto: true,
    role: "Pemegang kartu, PNS",
  },
  {
    name: "Made Percobaan",
    gelarBelakang: "A.Md.Kep.",
    kind: "PPPK",
    golongan: "VII",
    jabatan: "Perawat Terampil",
    unitKerja: "RSUD Contoh Sehat, Instalasi Gawat Darurat",
    account: "enrolled",
    hasPhoto: true,
    role: "Pemegang kartu, PPPK",
  },
  {
    name: "Budi Petugasanto",
    gelarBelakang: "S.Sos.",
    golongan: "III/d",
    jabatan: "Analis Sumber Daya Manusia Aparatur Ahli Muda",
    unitKerja: "Badan Kepegawaian dan Pengembangan SDM",
    account: "enrolled",
    roles: ["petugas"],
    role: "Petugas BKPSDM",
  },
  {
    name: "Rahayu Verifikasari",
    isWoman: true,
    gelarDepan: "Dra.",
    golongan: "IV/a",
    jabatan: "Kepala Bidang Mutasi dan Kepangkatan",
    unitKerja: "Badan Kepegawaian dan Pengembangan SDM",
    account: "enrolled",
    roles: ["petugas", "penyetuju"],
    role: "Petugas BKPSDM kedua",
  },
  {
    name: "Oka Operatorawan",
    gelarBelakang: "S.T.",
    golongan: "III/b",
    jabatan: "Pranata Komputer Ahli Pertama",
    unitKerja: "Dinas Komunikasi dan Informatika",
    account: "enrolled",
    roles: ["operator"],
    role: "Operator",
  },
  {
    name: "Ayu Barudatang",
    isWoman: true,
    gelarBelakang: "S.Pd.",
    kind: "PPPK",
    golongan: "IX",
    jabatan: "Guru Ahli Pertama",
    unitKerja: "SD Negeri 1 Contoh",
    account: "imported",
    role: "Baru diimpor, belum aktivasi",
  },
  {
    name: "Raden Mas Suryo Hadiningrat Kusumonegoro Contohdiningrat",
    gelarDepan: "Prof. Dr. Ir.",
    gelarBelakang: "S.T., M.Eng., Ph.D., IPU., ASEAN Eng.",
    golongan: "IV/e",
    jabatan:
      "Analis Kebijakan Ahli Utama pada Kedeputian Pengembangan Kinerja dan Penghargaan Aparatur",
    unitKerja:
      "Direktorat Pengembangan Kinerja, Penghargaan, dan Kesejahteraan Aparatur Sipil Negara Wilayah Percobaan",
    instansi: 2,
    account: "activated",
    hasPhoto: true,
  },
  {
    name: "Sumarno",
    golongan: "I/c",
    jabatan: "Pramu Kebersihan",
    unitKerja: "Kecamatan Contoh Barat",
    account: "activated",
    hasPhoto: true,
  },
  {
    name: "Ni'matullah Al-Ghifari Daeng Contohpasessu",
    isWoman: true,
    kind: "PPPK",
    golongan: "XI",
    jabatan: "Perawat Ahli Muda",
    unitKerja: "RSUD Khayalan Timur",
    instansi: 1,
    account: "activated",
    hasPhoto: true,
  },
  {
    name: "Anak Agung Gede Ngurah Contohputra-Khayalwan",
    gelarDepan: "dr.",
    gelarBelakang: "Sp.PD-KHOM",
    golongan: "IV/c",
    jabatan: "Dokter Ahli Madya",
    unitKerja: "RSUD Khayalan Timur",
    instansi: 1,
    hasPhoto: true,
  },
  {
    name: "Jean-François Contohë Nainggolan",
    gelarBelakang: "M.Si.",
    golongan: "II/d",
    jabatan: "Pengelola Layanan Operasional",
    unitKerja: "Biro Umum",
    instansi: 2,
    hasPhoto: true,
  },
  { name: "I", golongan: "I/a", jabatan: "Penjaga", unitKerja: "Kelurahan Contoh", hasPhoto: true },
  {
    name: "Wayan Pemeriksawan",
    gelarBelakang: "S.E., M.Ak.",
    golongan: "III/d",
    jabatan: "Auditor Ahli Muda",
    unitKerja: "Inspektorat",
    account: "enrolled",
    roles: ["auditor"],
    role: "Auditor",
  },
];

/** Whoever joined after the first edition: behind everybody else, so that nobody of a kept state becomes somebody else. */
export const latecomers: readonly Sketch[] = [
  {
    name: "Putu Operatorwati",
    isWoman: true,
    gelarBelakang: "S.T.",
    golongan: "III/b",
    jabatan: "Pranata Komputer Ahli Pertama",
    unitKerja: "Dinas Komunikasi dan Informatika",
    account: "enrolled",
    roles: ["operator"],
    role: "Operator kedua",
  },
];
