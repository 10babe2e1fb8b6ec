/** How officers withdraw the proofs of a request. */
export const id = {
  title: "Cabut bukti pengajuan",
  hint: "Siapa pun yang memeriksa kode QR pada bukti pengajuan ini akan membaca «Dokumen dicabut» dengan tanggalnya, tanpa alasan Anda. Tidak dapat dibatalkan, dan tidak ada bukti baru untuk pengajuan ini. Pegawai diberi tahu.",
  reason: "Alasan",
  reasonHint: "Tercatat di riwayat akun pegawai.",
  submit: "Ya, cabut buktinya",
  since: "Bukti pengajuan ini dicabut",
};

export type ProofRevocation = typeof id;
