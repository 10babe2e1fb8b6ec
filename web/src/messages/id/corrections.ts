import type { CorrectionAnswer } from "#shared/correction/correction.ts";

/** Reports of wrong data, as officers read and answer them. */
export const id = {
  lead: "Pegawai melaporkan data yang salah. Perbaiki datanya lebih dahulu, lalu jawab di sini; atau jelaskan mengapa tidak diubah dan apa langkah selanjutnya. Batas waktunya 3×24 jam sejak laporan, termasuk malam dan hari libur (UU 27/2022 pasal 30).",
  list: "Laporan yang menunggu",
  count: (count: number) =>
    count === 0 ? "Tidak ada laporan yang menunggu." : `${count} laporan.`,
  more: "Tampilkan berikutnya",
  stood: "Tertulis saat dilaporkan",
  stands: "Tertulis sekarang",
  right: "Yang benar menurut pegawai",
  note: "Keterangan",
  reported: "Dilaporkan",
  due: "Batas waktu",
  overdue: "Lewat batas waktu",
  empty: "(kosong)",
  open: "Buka data pegawai",
  own: "Laporan Anda sendiri dijawab oleh petugas lain.",
  answer: "Jawab",
  outcome: "Jawaban",
  outcomes: {
    corrected: "Diperbaiki",
    refused: "Tidak diubah",
  } satisfies Record<CorrectionAnswer["outcome"], string>,
  reason: "Keterangan untuk pegawai",
  reasonHint: "Apa yang diubah; atau alasannya dan langkah selanjutnya. Pegawai membacanya.",
  send: "Kirim jawaban",
  sent: "Jawaban terkirim. Pegawai diberi tahu.",
  failures: {
    "correction-answered": "Laporan ini sudah dijawab. Muat ulang daftarnya.",
    "correction-not-made":
      "Datanya masih sama seperti saat dilaporkan. Perbaiki datanya lebih dahulu.",
  },
};

export type Corrections = typeof id;
