import type { RefusalCode } from "#shared/runtime/codes.ts";

/** Decrees (surat keputusan): where they are planned, listed and decided. */
export const id = {
  lead: "Keputusan yang berlaku sendiri pada pukul 00.00 TMT-nya, menurut zona waktu instansi. Dua orang memutuskannya: yang mengajukan dan penyetuju.",
  agencyLead:
    "Yang menunggu TMT-nya, yang tidak dapat berlaku dan perlu dilihat, dan cuti di luar tanggungan negara yang akan atau sudah habis tanpa keputusan baru.",
  ofPerson: (name: string) => `Keputusan ${name}`,
  plan: "Catat keputusan",
  planHint: "Seperti tertulis pada SK-nya.",
  none: "Belum ada keputusan yang disetujui.",
  othersWait: "Yang masih menunggu ada di «Persetujuan».",
  noneToWatch: "Tidak ada keputusan yang menunggu atau perlu dilihat.",
  more: "Tampilkan berikutnya",
  toRecord: "Data pegawai",
  toAgency: "Semua keputusan mendatang",
  open: "Lihat keputusannya",
  toArriving: "Pegawai yang akan masuk dari instansi lain",
  kind: "Jenis keputusan",
  kinds: {
    promotion: "Kenaikan golongan",
    placement: "Pindah unit atau jabatan",
    position: "Kedudukan hukum",
    extension: "Akhir perjanjian kerja",
  },
  skNumber: "Nomor SK",
  skDate: "Tanggal SK",
  tmt: "TMT",
  tmtHint: "Hari yang sudah lewat berlaku begitu disetujui",
  until: "Hari terakhir cuti",
  untilHint: "Tidak ada yang ditulis sendiri pada hari itu: daftar keputusan mengingatkan petugas",
  reasonHint: "Misalnya dasar keputusannya",
  submit: "Ajukan ke penyetuju",
  asked: "Sudah diajukan. Penyetuju memutuskannya dalam 7 hari, di halaman «Persetujuan».",
  states: {
    waiting: "menunggu TMT",
    acted: "sudah berlaku",
    withdrawn: "dibatalkan",
    stuck: "perlu dilihat",
  },
  obstacles: {
    "record-changed":
      "Pada TMT-nya data sudah lain dari waktu diputuskan, jadi keputusan ini tidak ditulis. Pindahkan TMT-nya agar diputuskan lagi dengan data sekarang, atau batalkan.",
    refused:
      "Pada TMT-nya aturan data menolak isinya, jadi keputusan ini tidak ditulis. Pindahkan TMT-nya atau batalkan.",
    transferred: "Berakhir karena pegawai ini pindah instansi sebelum TMT-nya.",
    joined: "Berakhir karena rekaman ini digabung ke rekaman lain dari orang yang sama.",
    role: "Pada TMT-nya orang ini memegang peran, jadi keputusan ini tidak ditulis. Dua operator mencabut perannya dulu; sesudah itu pindahkan TMT-nya.",
  },
  leaveEnds: (day: string) => `Cuti sampai ${day}, belum ada keputusan sesudahnya.`,
  by: (asker: string, approver: string) => `Diajukan ${asker}, disetujui ${approver}.`,
  move: "Pindahkan TMT",
  moveHint: "Penyetuju memutuskannya. Sampai itu keputusan tetap berlaku pada TMT yang lama.",
  moveStuckHint:
    "Penyetuju memutuskannya lagi dengan data sekarang. Sampai itu keputusan ini tidak berlaku.",
  newTmt: "TMT baru",
  withdraw: "Batalkan keputusan",
  withdrawHint:
    "Penyetuju memutuskannya. Sampai itu keputusan tetap berlaku pada TMT-nya; sesudah berlaku ia tidak dapat dibatalkan.",
  /** What waits for a penyetuju. */
  waits: {
    move: (day: string) => `Pemindahan TMT ke ${day} sudah diajukan dan menunggu penyetuju.`,
    withdraw: () => "Pembatalannya sudah diajukan dan menunggu penyetuju.",
  },
  withdrawal: "Pembatalannya:",
  movedFrom: (day: string) => `Dipindahkan dari TMT ${day}:`,
  isOutdated:
    "Datanya sudah lain dari waktu keputusan ini disetujui. Bila tetap begini, pada TMT-nya keputusan ini tidak ditulis: batalkan, lalu catat lagi dengan data sekarang.",
  failures: {
    "decree-over": "Keputusan ini sudah berlaku atau sudah dibatalkan.",
    "decree-stands":
      "Datanya sudah berisi yang diputuskan, jadi tidak ada yang akan berubah. Batalkan keputusan ini.",
  } satisfies Partial<Record<RefusalCode, string>>,
  approval: {
    plan: {
      question: (name: string) => `Setujui keputusan untuk ${name}?`,
      effect:
        "Pada pukul 00.00 TMT-nya datanya berubah dengan sendirinya; bila TMT-nya hari ini atau sudah lewat, sekarang juga.",
    },
    move: {
      question: (name: string) => `Setujui TMT baru keputusan ${name}?`,
      effect: "Keputusan ini berlaku pada TMT yang baru; bila sudah lewat, sekarang juga.",
    },
    withdraw: {
      question: (name: string) => `Setujui pembatalan keputusan ${name}?`,
      effect: "Keputusan ini tidak akan berlaku.",
    },
  },
};

export type Decrees = typeof id;
