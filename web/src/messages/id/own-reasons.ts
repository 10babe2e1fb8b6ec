import type { ReasonCode } from "#shared/request/reason-codes.ts";

/** What the holder does about the reason of a rejection, and about a question: they come with the first of them. */
export const id = {
  mend: {
    bts: "Unggah berkas yang benar, lengkap, dan terbaca, lalu kirim lagi.",
    tms: "Baca keterangan petugas. Ajukan lagi setelah syaratnya terpenuhi.",
    duplicate: "Lihat pengajuan Anda yang lain untuk bagian yang sama.",
    unproven: "Baca keterangan petugas. Ajukan lagi dengan bukti yang menunjukkannya.",
    other: "Ikuti keterangan petugas.",
  } satisfies Record<ReasonCode, string>,
  /** Of a question. */
  asked: {
    bts: "Unggah berkas yang benar, lengkap, dan terbaca, lalu kirim jawaban.",
    tms: "Jelaskan bagaimana syaratnya terpenuhi, lalu kirim jawaban.",
    duplicate: "Jelaskan bedanya dengan pengajuan Anda yang lain, lalu kirim jawaban.",
    unproven: "Jelaskan, dan unggah bukti yang menunjukkannya, lalu kirim jawaban.",
    other: "Jawab pertanyaan petugas; ubah isian atau berkas bila diminta.",
  } satisfies Record<ReasonCode, string>,
};

export type OwnReasons = typeof id;
