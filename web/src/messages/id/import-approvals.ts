import type { RefusalCode } from "#shared/runtime/codes.ts";

/** What who decides on an import reads, and why one cannot be asked for. */
export const id = {
  subject: (fileName: string) => `Impor «${fileName}»`,
  question: (subject: string) => `Setujui ${subject}?`,
  effect:
    "Data pegawai ditulis di latar belakang, sedikit demi sedikit. Petugas dapat menghentikannya; yang sudah ditulis tetap.",
  title: "Impor data pegawai",
  rows: "Baris berkas",
  people: "Pegawai",
  counts: ({ added, changed, gone }: { added: string; changed: string; gone: string }) =>
    `${added} baru, ${changed} berubah, ${gone} tidak ada lagi di berkas (dibiarkan)`,
  fields: "Isian yang berubah (orang)",
  nip: "Impor tidak pernah mengubah NIP.",
  mode: "Cara",
  modes: {
    all: "semua baris; tidak ada kesalahan",
    "good-rows": (rows: string) => `baris yang benar saja; ${rows} baris dengan kesalahan dilewati`,
  },
  warnings: "Peringatan",
  digest: "Sidik berkas (SHA-256)",
  look: "Lihat isi dan perbedaannya",
  failures: {
    "import-has-errors":
      "Masih ada baris dengan kesalahan. Perbaiki berkasnya, atau pilih baris yang benar saja.",
    "import-nothing-new": "Tidak ada yang baru atau berubah di berkas ini.",
    "import-too-old": "Berkas ini sudah terlalu lama. Unggah lagi.",
    "import-asked": "Impor ini sudah diajukan. Muat ulang halaman ini.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type ImportApprovals = typeof id;
