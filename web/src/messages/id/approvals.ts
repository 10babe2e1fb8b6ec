import type { ToldApproval } from "#shared/access/approval-answers.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** What is said of a pending approval of any kind. */
export const id = {
  reason: "Alasan",
  nameless: "Pegawai yang datanya tidak dapat dibaca",
  before: "Sekarang",
  after: "Setelah disetujui",
  askedBy: (name: string, time: string) => `Diajukan ${name}, ${time}.`,
  decideUntil: (time: string) => `Dapat diputuskan sampai ${time}.`,
  states: {
    pending: "Menunggu keputusan",
    approved: "Disetujui",
    refused: "Ditolak",
    withdrawn: "Ditarik kembali",
    expired: "Kedaluwarsa",
  } satisfies Record<ToldApproval["state"], string>,
  outdated:
    "Sejak diajukan, keadaannya sudah berubah, atau pengajuannya dibatalkan atau diganti pengajuan baru, jadi ini tidak dapat disetujui lagi.",
  refuseOutdated: "Tolak karena sudah usang",
  outdatedReason: "Sudah usang: keadaannya berubah sejak diajukan.",
  endedBy: (name: string, time: string) => `Oleh ${name}, ${time}.`,
  endedAt: (time: string) => `Pada ${time}.`,
  decisions: {
    approve: { open: "Setujui…", submit: "Setujui" },
    refuse: { open: "Tolak…", submit: "Tolak" },
    withdraw: { open: "Tarik kembali…", submit: "Tarik kembali" },
  },
  failures: {
    "approval-own-request":
      "Anda sendiri yang mengajukan ini, jadi orang lain yang memutuskan. Anda dapat menariknya kembali.",
    "approval-decided": "Orang lain sudah lebih dulu memutuskan pengajuan ini.",
    "approval-decided-by-you": "Anda sudah memutuskan pengajuan ini. Keputusannya tidak berubah.",
    "approval-withdrawn": "Pengajuan ini sudah ditarik kembali oleh pengajunya.",
    "approval-expired":
      "Batas waktu pengajuan ini sudah lewat. Bila masih perlu, perubahan diajukan lagi.",
    "approval-subject-changed":
      "Sejak diajukan, keadaannya sudah berubah, atau pengajuannya dibatalkan atau diganti pengajuan baru. Tolak pengajuan ini; bila masih perlu, perubahan diajukan lagi.",
    "unit-busy":
      "Pegawai unit ini masih dipindahkan oleh perubahan sebelumnya. Setujui lagi sebentar kemudian.",
    "approval-asker-changed":
      "Peran pengaju dicabut atau tidak lagi mencakup yang diajukan, jadi pengajuannya tidak dapat disetujui. Tolak pengajuan ini.",
    "email-changed-by-you":
      "Anda yang baru mengganti alamat surel orang ini, sendiri atau lewat impor, jadi orang lain yang memutuskan.",
  } satisfies Record<
    Extract<RefusalCode, `approval-${string}`> | "email-changed-by-you" | "unit-busy",
    string
  >,
};

export type ApprovalsText = typeof id;
