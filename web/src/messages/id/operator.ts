import type { RefusalCode } from "#shared/runtime/codes.ts";

/** Refusals that only the page of roles can meet. */
type ApprovalCode = Extract<RefusalCode, `approval-${string}` | "roles-changed">;

export const id = {
  lead: "Dua belas kartu khayalan dengan nama, jabatan, dan instansi yang paling sulit ditata. Semuanya bertanda pratinjau, dan kode QR-nya tidak membuka kartu siapa pun.",
  version: (version: string) => `Versi templat: ${version}`,
  agency: "Instansi",
  agencyHint: "Instansi yang tidak disebut di sini memakai tampilan umum.",
  usual: "Tampilan umum",
  faces: {
    "front-landscape": "depan, lanskap",
    "back-landscape": "belakang, lanskap",
    "front-portrait": "depan, potret",
    "back-portrait": "belakang, potret",
  },
  faceAlt: (title: string, face: string) => `${title}: ${face}`,
  /** By the id of the extreme card. */
  cards: {
    "pns-usual": "PNS biasa",
    "pppk-usual": "PPPK biasa",
    "many-degrees": "Banyak gelar",
    "one-letter": "Nama satu huruf",
    "one-word": "Nama satu kata",
    "one-long-word": "Nama satu kata yang panjang",
    apostrophes: "Apostrof",
    hyphens: "Tanda hubung",
    diacritics: "Huruf bertanda",
    capitals: "Huruf besar semua",
    longest: "Semua bidang sepanjang mungkin",
    preview: "Belum bernomor seri",
  },
  failures: {
    "roles-changed":
      "Peran orang ini baru saja berubah. Periksa perannya yang sekarang, lalu ajukan lagi.",
    "approval-own-request":
      "Anda sendiri yang mengajukan ini, jadi operator lain yang memutuskan. Anda dapat menariknya kembali.",
    "approval-decided": "Operator lain sudah lebih dulu memutuskan pengajuan ini.",
    "approval-decided-by-you": "Anda sudah memutuskan pengajuan ini. Keputusannya tidak berubah.",
    "approval-withdrawn": "Pengajuan ini sudah ditarik kembali oleh pengajunya.",
    "approval-expired":
      "Batas waktu pengajuan ini sudah lewat. Bila masih perlu, perubahan diajukan lagi.",
    "approval-subject-changed":
      "Sejak diajukan, peran atau instansi orang ini sudah berubah. Tolak pengajuan ini; bila masih perlu, perubahan diajukan lagi.",
    "approval-asker-changed":
      "Pengaju tidak lagi berperan sebagai operator, jadi pengajuannya tidak dapat disetujui. Tolak pengajuan ini.",
  } satisfies Record<ApprovalCode, string>,
};

export type Operator = typeof id;
