/** How an agency writes its letters. */
export const id = {
  title: "Tata naskah instansi",
  lead: "Pola nomor, kode, dan tembusan surat instansi Anda. Perubahan berlaku bagi surat yang ditandatangani sesudahnya.",
  kop: "Kop surat memakai nama, alamat, dan lambang dari halaman Instansi; penanda tangan dari halaman Pejabat penentu.",
  place: "Tempat",
  placeHint: "Di depan tanggal surat, misalnya Mataram",
  unit: "Kode unit penerbit",
  unitHint: "Dalam nomor surat, misalnya BKPSDM",
  digits: "Banyaknya angka nomor urut",
  pattern: "Pola nomor",
  patternHint: (names: string) => `Boleh memuat ${names}. {urut} dan {tahun} harus ada.`,
  example: (number: string) => `Contoh: ${number}`,
  patterns: "Pola nomor per jenis",
  patternsHint: "Kosongkan bila sama dengan pola di atas.",
  classifications: "Kode klasifikasi arsip per jenis",
  classificationsHint: "Isi awal surat baru. Boleh dikosongkan.",
  copies: "Tembusan",
  copiesHint: "Isi awal surat baru, satu penerima per baris",
  reason: "Dasar",
  reasonHint: "Nomor dan tanggal keputusan. Tercatat di riwayat.",
  save: "Simpan",
  sample: "Lihat contoh (PDF)",
  sampleKind: "Jenis surat",
  sampleHint:
    "Contoh surat dengan nama dan jabatan yang sangat panjang, menurut tata naskah yang tersimpan.",
  saved: "Tata naskah disimpan.",
  unsaid: "Belum ditetapkan: di bawah ini usul yang lazim.",
  failures: {
    "letter-changed":
      "Tata naskah baru saja diubah orang lain. Muat ulang halaman untuk melihat yang sekarang.",
  },
};

export type LetterProfileText = typeof id;
