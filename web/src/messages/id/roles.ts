import type { RoleHolderAnswer } from "#shared/access/approval-answers.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

type GrantedRole = RoleHolderAnswer["roles"][number]["role"];

/** The page of roles, and of what waits for a second operator. */
export const id = {
  lead: "Peran diberikan dan dicabut oleh dua operator: yang satu mengajukan, yang lain menyetujui. Perubahan langsung berlaku begitu disetujui.",
  lists: {
    waiting: {
      title: "Menunggu keputusan",
      hint: "Diajukan oleh operator lain. Periksa alasannya sebelum memutuskan.",
      none: "Tidak ada yang menunggu keputusan Anda.",
    },
    own: {
      title: "Pengajuan saya",
      hint: "Dua puluh pengajuan terakhir Anda.",
      none: "Anda belum mengajukan apa pun.",
    },
  },
  failures: {
    "roles-changed":
      "Peran orang ini baru saja berubah. Periksa perannya yang sekarang, lalu ajukan lagi.",
  } satisfies Partial<Record<RefusalCode, string>>,
  askTitle: "Ajukan perubahan peran atau pembekuan",
  nipHint: "NIP pegawai yang perannya diubah atau akunnya dibekukan.",
  search: "Cari",
  searchAgain: "Cari orang lain",
  self: "Ini Anda sendiri. Peran Anda diajukan dan diputuskan oleh operator lain.",
  name: "Nama",
  rolesNow: "Peran sekarang",
  noRoles: "belum ada peran",
  action: "Perubahan",
  actions: { grant: "Beri peran", revoke: "Cabut peran", freeze: "Bekukan akun" },
  freezeHint:
    "Untuk akun pemegang peran yang sedang diserang. Setelah operator lain setuju, semua perangkatnya keluar dan tidak ada yang bisa masuk.",
  role: "Peran",
  roleHint:
    "Petugas memasukkan dan mengubah data. Penyetuju menyetujui. Auditor membaca semua data instansi tanpa mengubahnya. Operator mengelola seluruh sistem.",
  roles: {
    petugas: "Petugas",
    penyetuju: "Penyetuju",
    auditor: "Auditor",
    operator: "Operator",
  } satisfies Record<GrantedRole, string>,
  unitHint:
    "Kosongkan untuk seluruh instansi. Untuk satu unit saja, tulis namanya persis seperti pada data pegawai.",
  unit: "Hanya untuk unit kerja",
  until: "Berlaku sampai",
  untilHint: "Kosongkan bila berlaku sampai dicabut. Tidak dipakai untuk pencabutan.",
  reason: "Alasan",
  reasonHint: "Misalnya nomor dan tanggal SK. Operator lain membacanya, dan tercatat di riwayat.",
  submit: "Ajukan",
  restored: "Isian yang sudah Anda mulai dipulihkan.",
  discard: "Buang isian ini",
  asked: (name: string) =>
    `Perubahan peran ${name} sudah diajukan. Operator lain memutuskannya dalam 7 hari.`,
  freezeAsked: (name: string) =>
    `Pembekuan akun ${name} sudah diajukan. Operator lain memutuskannya: beri tahu ia sekarang.`,
  accountBefore: "Akun dapat dipakai masuk",
  accountAfter: "Akun dibekukan: semua perangkat keluar, tidak ada yang bisa masuk",
  wholeAgency: "seluruh instansi",
  wholeSystem: "seluruh sistem",
  oneUnit: (unit: string) => `hanya unit «${unit}»`,
  through: (day: string) => `sampai ${day}`,
  elsewhere: "di instansi lain, tidak berlaku",
  given: "Diberikan",
  taken: "Dicabut",
  kept: "Tetap",
  aboutYou: "Ini tentang Anda sendiri, jadi operator lain yang memutuskan.",
  decisions: {
    freeze: {
      question: (name: string) => `Bekukan akun ${name}?`,
      effect: "Semua perangkat orang ini langsung keluar, dan tidak ada yang bisa masuk.",
      done: (name: string) => `Akun ${name} dibekukan.`,
    },
    approve: {
      question: (name: string) => `Setujui perubahan peran ${name}?`,
      effect: "Perubahan ini langsung berlaku pada permintaan berikutnya dari orang tersebut.",
      done: (name: string) => `Perubahan peran ${name} disetujui dan sudah berlaku.`,
    },
    refuse: {
      question: (name: string) => `Tolak pengajuan tentang ${name}?`,
      effect: "Semua tetap seperti sekarang. Pengaju membaca alasan Anda.",
      done: (name: string) => `Pengajuan tentang ${name} ditolak.`,
    },
    withdraw: {
      question: (name: string) => `Tarik kembali pengajuan tentang ${name}?`,
      effect: "Semua tetap seperti sekarang.",
      done: (name: string) => `Pengajuan tentang ${name} ditarik kembali.`,
    },
  },
};

export type Roles = typeof id;
