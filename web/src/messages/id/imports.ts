/** The pages on which an officer brings in a file of an agency's people. */
export const id = {
  lead: "Masukkan pegawai dari berkas Excel atau CSV, misalnya ekspor SIASN. Berkas diperiksa dulu di perangkat ini; belum ada yang dikirim.",
  choose: "Pilih berkas",
  chooseAnother: "Pilih berkas lain",
  chooseHint:
    "Excel (.xlsx) atau CSV, paling besar 64 MB. Berkas juga dapat diseret ke halaman ini.",
  reading: "Memeriksa berkas",
  read: (rows: string) => `${rows} baris sudah dibaca.`,
  unreadable:
    "Perangkat tidak memberikan isi berkas ini. Tutup program yang sedang membukanya, lalu pilih lagi.",
  broken:
    "Berkas ini tidak dapat diperiksa di perangkat ini. Simpan ulang di Excel, lalu pilih lagi.",
  unsupported:
    "Peramban ini terlalu lama untuk membuka .xlsx. Berkas tetap diperiksa di server setelah diunggah.",
  result: "Hasil pemeriksaan",
  refused: (sentence: string) => `Berkas ini tidak dapat dibaca: ${sentence}`,
  facts: {
    rows: "Baris",
    people: "Dapat diterima",
    rowsWithErrors: "Baris dengan kesalahan",
    warnings: "Peringatan",
  },
  clean: "Tidak ada kesalahan. Belum ada yang dikirim atau ditulis.",
  faulty: (rows: string) =>
    `${rows} baris belum dapat diterima. Perbaiki di berkasnya lalu pilih lagi, atau lanjutkan: nanti Anda memilih semua atau hanya baris yang baik.`,
  nothingUsable:
    "Tidak ada satu pun baris yang dapat diterima. Perbaiki berkasnya, lalu pilih lagi.",
  problems: "Yang perlu diperbaiki atau dilihat",
  columns: {
    row: "Baris",
    column: "Kolom",
    problem: "Masalah",
    value: "Isi sel",
    example: "Contoh yang benar",
  },
  rowName: (row: number) => (row === 0 ? "Berkas" : `Baris ${row}`),
  severities: { error: "Kesalahan", warning: "Peringatan" },
  filter: "Tampilkan",
  everyCode: (count: string) => `Semua (${count})`,
  oneCode: (code: string, count: string) => `${code} (${count})`,
  shown: (first: string, last: string, total: string) => `${first} sampai ${last} dari ${total}`,
  blank: "(kosong)",
};

export type Imports = typeof id;
