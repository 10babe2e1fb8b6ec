/** Twelve invented cards that are hard to lay out. Operators look at them before a template is released; the tests draw them. */
import type { CardContent, CardText } from "./card-content.ts";

export interface ExtremeCard extends Pick<CardContent, "text" | "issue" | "seed"> {
  /** What is extreme about it: "many-degrees". */
  readonly id: string;
}

/** A card that breaks nothing. */
export const usualPns: CardText = {
  kind: "PNS",
  name: "Siti Contohwati, S.Kom., M.T.",
  nip: "19850212 201001 2 004",
  golongan: "III/c",
  pangkat: "Penata",
  jabatan: "Pranata Komputer Ahli Muda",
  unitKerja: "Dinas Komunikasi dan Informatika",
  instansi: "Pemerintah Kabupaten Contoh",
};

const pppk: CardText = {
  kind: "PPPK",
  name: "Made Percobaan, A.Md.Kep.",
  nip: "19910517 202421 1 003",
  golongan: "VII",
  jabatan: "Perawat Terampil",
  unitKerja: "RSUD Contoh Sehat, Instalasi Gawat Darurat",
  instansi: "Pemerintah Kabupaten Contoh",
  contractEnd: "2029-02-28",
};

const pppkPw: CardText = {
  kind: "PPPK-PW",
  name: "Ketut Contohpartha",
  nip: "19920814 202521 1 007",
  jabatan: "Operator Layanan Operasional",
  unitKerja: "SD Negeri 1 Contoh",
  instansi: "Pemerintah Kabupaten Contoh",
  contractEnd: "2026-09-30",
};

const texts: Readonly<Record<string, CardText>> = {
  "pns-usual": usualPns,
  "pppk-usual": pppk,
  "many-degrees": {
    ...usualPns,
    nip: "19690517 199403 1 002",
    name: "Prof. Dr. Ir. Raden Mas Suryo Hadiningrat Kusumonegoro Contohdiningrat, S.T., M.Eng., Ph.D., IPU., ASEAN Eng.",
    golongan: "IV/e",
    pangkat: "Pembina Utama",
    jabatan:
      "Analis Kebijakan Ahli Utama pada Kedeputian Pengembangan Kinerja dan Penghargaan Aparatur",
    unitKerja:
      "Direktorat Pengembangan Kinerja, Penghargaan, dan Kesejahteraan Aparatur Sipil Negara Wilayah Percobaan",
    instansi: "Kementerian Teladan Nusantara dan Pendayagunaan Aparatur Khayalan",
  },
  "one-letter": {
    ...usualPns,
    nip: "19690517 199403 1 002",
    name: "I",
    golongan: "I/a",
    pangkat: "Juru Muda",
    jabatan: "Penjaga",
    unitKerja: "Kelurahan Contoh",
  },
  "one-word": {
    ...usualPns,
    nip: "19690517 199403 1 002",
    name: "Sumarno",
    golongan: "I/d",
    pangkat: "Juru Tingkat I",
    jabatan: "Pramu Kebersihan",
    unitKerja: "Kecamatan Contoh Barat",
  },
  "one-long-word": {
    ...pppkPw,
    name: "Contohkusumaningratwardhanisetyodiningrathadikusumowijayantoprawirodirdjo",
  },
  apostrophes: {
    ...pppk,
    nip: "19910517 202421 2 003",
    name: "Ni’matullah Al-Ghifari Daeng Contohpasessu, S.Kep., Ns.",
    golongan: "IX",
    jabatan: "Perawat Ahli Pertama",
    instansi: "Pemerintah Provinsi Khayalan",
  },
  hyphens: {
    ...usualPns,
    nip: "19690517 199403 1 002",
    name: "dr. Anak Agung Gede Ngurah Contohputra-Khayalwan, Sp.PD-KHOM",
    golongan: "IV/c",
    pangkat: "Pembina Utama Muda",
    jabatan: "Dokter Ahli Madya / Kepala Instalasi Rawat Jalan & Rawat Inap",
  },
  diacritics: {
    ...usualPns,
    nip: "19690517 199403 1 002",
    name: "Jean-François Contohë Žižić-Ågren Nguyễn Ḥaḍi, M.Si.",
    golongan: "II/d",
    pangkat: "Pengatur Tingkat I",
  },
  capitals: {
    ...pppk,
    name: "MUHAMMAD WAHYUDDIN MWAWWALLAH MAMUJUWATIMENAWANGWE, S.PD., M.PD., GR.",
    jabatan: "GURU AHLI PERTAMA PENDIDIKAN JASMANI, OLAHRAGA, DAN KESEHATAN",
    unitKerja: "UPTD SATUAN PENDIDIKAN SEKOLAH MENENGAH PERTAMA NEGERI SATU ATAP 12 CONTOH HULU",
    instansi: "PEMERINTAH KABUPATEN KEPULAUAN CONTOH MWAMBAWWA TENGGARA BARAT",
  },
  longest: {
    ...usualPns,
    nip: "19690517 199403 1 002",
    name: `Prof. Dr. dr. H. ${"Wwangmmuw Contohdiningrat ".repeat(5)}Akhir, ${"Sp.WM(K)., ".repeat(7)}FINASIM`,
    golongan: "II/b",
    pangkat: "Pengatur Muda Tingkat I",
    jabatan: "Kepala Seksi Wewenang Mutasi dan Pengembangan ".repeat(4).slice(0, 160),
    unitKerja: "Balai Besar Wilayah Sungai dan Mitigasi Bencana ".repeat(5).slice(0, 200),
    instansi: "Badan Nasional Pengelolaan Percontohan Wilayah Mamuju ".repeat(3).slice(0, 120),
  },
  preview: { ...pppk, nip: "19910517 202421 2 003", name: "Ayu Barudatang, S.Pd." },
};

/** The second has only the widest letter. */
const codes = ["7K2Q9MXB", "WWWWWWWW", "4TZD8RFW"];

export const extremeCards: readonly ExtremeCard[] = Object.entries(texts).map(
  ([id, text], index) => ({
    id,
    text,
    seed: (0x3fa9c0d2 + index * 0x1234567).toString(16).padStart(8, "0").repeat(8),
    issue:
      id === "preview"
        ? undefined
        : {
            serial: `${text.kind === "PNS" ? "A2010" : "B2024"}${String(index * 397 + 1).padStart(7, "0")}`,
            issuedOn: "2026-11-21",
            checkCode: codes[index % codes.length] ?? "",
          },
  }),
);
