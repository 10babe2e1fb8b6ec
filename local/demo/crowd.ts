/**
 * Many people of one agency, so that pages, filters and search have something to show: invented names from all regions, all
 * kinds and statuses, some contracts that have ended or end soon, and a few texts of the greatest length.
 */
import { golonganOf } from "#shared/employee/golongan.ts";
import { kedudukanHukumOf } from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import type { Sketch } from "./cast.ts";

export const crowdSize = 130;

const women = [
  "Ayu",
  "Citra",
  "Dewi",
  "Fitri",
  "Intan",
  "Kartika",
  "Lestari",
  "Nurul",
  "Putri",
  "Ratna",
  "Sari",
  "Wulan",
];
const men = [
  "Agus",
  "Bambang",
  "Bayu",
  "Dimas",
  "Fajar",
  "Hendra",
  "Imam",
  "Joko",
  "Rizky",
  "Slamet",
  "Taufik",
  "Yusuf",
];
const middle = ["", "Nur", "", "Al-Khayal", "", "Kusuma", "", "D’Umpama", "", "Puji", ""];
const families = [
  "Contohsari",
  "Khayalwan",
  "Percobaan",
  "Teladanto",
  "Fiktifani",
  "Umpamawati",
  "Misalnyawan",
  "Rekaanto",
  "Andaikata",
  "Ibaratsyah",
  "Permisalan",
  "Seolaholah",
  "Contohputra",
];
const units = [
  "Sekretariat Daerah",
  "Dinas Pendidikan",
  "Dinas Kesehatan",
  "Dinas Pekerjaan Umum dan Penataan Ruang",
  "Kecamatan Contoh Timur",
  "RSUD Contoh Sehat, Instalasi Rawat Jalan",
  "SMP Negeri 3 Contoh",
];
const jobs: Readonly<Record<EmployeeKind, readonly string[]>> = {
  PNS: [
    "Pengadministrasi Perkantoran",
    "Penelaah Teknis Kebijakan",
    "Guru Ahli Madya",
    "Bidan Mahir",
    "Arsiparis Ahli Muda",
    "Kepala Subbagian Umum dan Kepegawaian",
  ],
  PPPK: [
    "Guru Ahli Pertama",
    "Perawat Terampil",
    "Penyuluh Pertanian Pemula",
    "Operator Layanan Operasional",
  ],
  "PPPK-PW": [
    "Pengelola Umum Operasional",
    "Operator Layanan Operasional",
    "Penata Layanan Operasional",
    "Guru Ahli Pertama",
  ],
};
const degrees = ["", "S.Pd.", "", "A.Md.Keb.", "S.E., M.M.", "", "S.Tr.Kom."];

/** People with the longest texts. */
const extremes: Readonly<Record<number, Partial<Sketch>>> = {
  17: { name: "Y", gelarDepan: "Dr.", gelarBelakang: "S.H." },
  42: {
    name: "Raden Roro Ayu Kusumaningrum Sulistyowati Widyastuti Rahmaningtyas Purbaningrum Contohdiningrat Khayaldiningrat",
    gelarDepan: "Prof. Dr. dr. Hj.",
    gelarBelakang: "Sp.OG., Subsp.Obginsos., M.Kes., Ph.D., FICS.",
    jabatan:
      "Analis Pengelolaan Keuangan Anggaran Pendapatan dan Belanja Negara Ahli Madya pada Subdirektorat Pembinaan, Pengawasan, dan Evaluasi",
  },
  77: {
    name: "Ngurah Agung D’Contoh-Khayalan bin Umpama",
    unitKerja: "UPTD Puskesmas Contoh Hulu",
  },
  99: { name: "Želimir Đurić-Contohsson Łukasz", gelarBelakang: "B.Sc. (Hons)" },
};

function kindOf(i: number): EmployeeKind {
  if (i % 5 < 3) return "PNS";
  return i % 25 === 24 ? "PPPK-PW" : "PPPK";
}

/** One of the crowd, the same on every machine. */
export function townsperson(i: number): Sketch {
  const isWoman = i % 2 === 0;
  const kind = kindOf(i);
  const words = [
    pick(isWoman ? women : men, Math.floor(i / 2)),
    pick(middle, i * 3),
    pick(families, i * 5 + Math.floor(i / 13)),
  ];
  const gelarBelakang = pick(degrees, i);
  return {
    isWoman,
    name: words.filter((word) => word !== "").join(" "),
    ...(i % 16 === 5 ? { gelarDepan: isWoman ? "Dra." : "Drs." } : {}),
    ...(gelarBelakang ? { gelarBelakang } : {}),
    kind,
    ...(kind !== "PPPK-PW" && { golongan: pick(golonganOf(kind), i * 7) }),
    jabatan: pick(jobs[kind], i),
    unitKerja: pick(units, i + Math.floor(i / 7)),
    ...(i % 8 === 3
      ? { kedudukanHukum: pick(kedudukanHukumOf(kind), Math.floor(i / 8) * 3 + 1) }
      : {}),
    // It ended last year, ends soon, or ends much later.
    ...(kind !== "PNS"
      ? {
          contractEnd: pick(
            ["2028-09-30", "2025-12-31", "2029-01-31", "2026-12-31"],
            Math.floor(i / 5),
          ),
        }
      : {}),
    ...extremes[i],
  };
}

function pick<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}
