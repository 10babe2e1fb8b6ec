import type { OwnLetter } from "#shared/letter/own-letters.ts";

/** «Surat saya»: the letters about oneself. */
export const id = {
  lead: "Surat keterangan tentang Anda, dengan kode QR yang dapat diperiksa siapa saja. Surat tugas untuk banyak orang dibagikan oleh petugas.",
  begin: "Minta surat keterangan",
  list: "Surat tentang saya",
  none: "Belum ada surat tentang Anda.",
  older: "Hanya 50 surat terbaru yang ditampilkan. Tanyakan surat yang lebih lama kepada petugas.",
  states: {
    draft: "Sedang ditulis petugas",
    returned: "Sedang ditulis petugas",
    waiting: "Menunggu tanda tangan",
    signed: "Ditandatangani",
    withdrawn: "Dicabut: tidak berlaku lagi",
    cancelled: "Tidak diterbitkan",
  } satisfies Record<OwnLetter["state"], string>,
  number: "Nomor",
  reason: "Alasan",
  file: (number: string) => `Unduh PDF, nomor ${number}`,
};

export type OwnLettersText = typeof id;
