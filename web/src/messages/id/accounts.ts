import type { AccountAnswer } from "#shared/account/account-answers.ts";

/** What officers read of somebody's account, and do about it. */
export const id = {
  title: "Akun",
  state: "Keadaan",
  states: {
    "not-activated": "belum diaktifkan",
    "no-authenticator": "sudah diaktifkan, belum ada autentikator",
    ready: "aktif",
    missing: "tidak tercatat; laporkan ke operator",
  } satisfies Record<AccountAnswer["state"], string>,
  registered: "Autentikator sejak",
  codesLeft: "Kode pemulihan tersisa",
  lastLogin: "Terakhir masuk",
  noLogin: "tidak ada dalam catatan terbaru",
  locked: (minutes: number) => `Terkunci karena salah sandi atau kode, ${minutes} menit lagi.`,
  counted: "Ada percobaan atau kode surel yang masih dihitung.",
  frozen: (time: string) => `Dibekukan sejak ${time}. Tidak ada yang bisa masuk.`,
  pending: {
    asked: "Reset autentikator menunggu keputusan penyetuju. Pengajuan baru menggantikannya.",
    unmailed:
      "Reset autentikator disetujui. Masa tunggu 24 jam mulai setelah surel kepada pemegang terkirim. Bila tetap begini, batalkan reset, betulkan alamat surelnya, lalu ajukan lagi.",
    waits: (time: string) => `Reset autentikator disetujui dan berlaku mulai ${time}.`,
    due: "Reset autentikator sudah berlaku: saat masuk berikutnya pemegang memasang autentikator baru.",
  },
  emailChange: (to: string, since: string, from: string) =>
    `Pemegang mengganti surel ke ${to} pada ${since}; berlaku mulai ${from}.`,
  history: "Riwayat akun",
  phoneChange: (to: string, since: string, from: string) =>
    `Pemegang mengganti nomor telepon ke ${to} pada ${since}; berlaku mulai ${from}.`,
  unavailable: "Keadaan akun belum dapat dibaca. Muat ulang halaman ini.",
  firstEmail: "Catat alamat surel",
  /** What can be done, by its part of the address. */
  steps: {
    "buka-kunci": "Buka kunci",
    bekukan: "Bekukan akun",
    cairkan: "Cairkan akun",
    "kirim-aktivasi": "Kirim petunjuk aktivasi",
    "batalkan-reset": "Batalkan reset autentikator",
    "hentikan-surel": "Hentikan penggantian surel",
    "hentikan-telepon": "Hentikan penggantian telepon",
    "reset-autentikator": "Reset autentikator",
    "betulkan-surel": "Betulkan alamat surel",
    "ganti-nip": "Ganti NIP",
  },
};

export type Accounts = typeof id;
