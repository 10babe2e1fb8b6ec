/** Letters that wait for the signature of whoever acts in a post. */
export const id = {
  waits: "Menunggu tanda tangan Anda",
  since: "Dikirim",
  title: "Tanda tangan Anda",
  uncertified:
    "Tanda tangan di sini dicatat atas jabatan Anda dan diperiksa lewat QR surat. Bukan tanda tangan elektronik tersertifikasi (BSrE).",
  verdict: "Keputusan",
  choose: "Pilih",
  sign: "Tanda tangani",
  signMeans: "Nomor dan tanggal surat tetap; isinya tidak dapat diubah lagi, hanya dicabut.",
  return: "Kembalikan kepada petugas",
  returnMeans: "Petugas mengubahnya lalu mengirim lagi. Nomornya tetap milik surat ini.",
  reason: "Alasan",
  reasonHint: "Dibaca petugas yang menyusunnya. Jangan memuat keadaan pribadi orang.",
  send: "Kirim",
  signed: "Surat ditandatangani.",
  returned: "Surat dikembalikan.",
};

export type LetterSigning = typeof id;
