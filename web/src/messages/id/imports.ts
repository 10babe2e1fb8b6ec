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
    name: "Nama",
    nip: "NIP",
  },
  rowName: (row: number) => (row === 0 ? "Berkas" : `Baris ${row}`),
  severities: { error: "Kesalahan", warning: "Peringatan" },
  filter: "Tampilkan",
  everyCode: (count: string) => `Semua (${count})`,
  oneCode: (gist: string, code: string, count: string) => `${gist} (${code}): ${count}`,
  shown: (first: string, last: string, total: string) => `${first} sampai ${last} dari ${total}`,
  blank: "(kosong)",
  templates: "Belum punya berkasnya?",
  template: { xlsx: "Unduh templat Excel", csv: "Unduh templat CSV" },
  templateFile: "templat-impor-pegawai",
  marked: "Unduh berkas ini dengan kolom MASALAH",
  markedSuffix: " (masalah)",
  notWritten: "Berkas tidak dapat dibuat di perangkat ini. Muat ulang halaman, lalu coba lagi.",
  send: "Unggah dan bandingkan",
  sendHint:
    "Berkas dikirim, diperiksa ulang, dan dibandingkan dengan data yang ada. Data belum berubah sebelum disetujui orang kedua.",
  sending: (percent: number) => `Mengunggah… ${percent}%`,
  sendingTitle: "Mengunggah berkas",
  waitingToSend: "Sambungan terputus. Dicoba lagi sebentar lagi; berkas Anda tidak hilang.",
  stalled: "Sambungan tersendat. Dicoba lagi sebentar lagi; berkas Anda tidak hilang.",
  list: "Impor terbaru",
  listHint: "Dua puluh terakhir di instansi Anda. Berkas dan hasilnya disimpan 30 hari.",
  none: "Belum ada impor.",
  people: (added: string, changed: string) => `${added} baru, ${changed} berubah`,
  broughtBy: (name: string, time: string) => `Diunggah ${name}, ${time}.`,
  broughtByOperator: (time: string) => `Dari baris perintah operator, ${time}.`,
  states: {
    uploading: "Menunggu berkas",
    judging: "Diperiksa ulang",
    refused: "Tidak dapat dibaca",
    judged: "Siap diajukan",
    waiting: "Menunggu persetujuan",
    applying: "Sedang diterapkan",
    done: "Selesai",
    stopped: "Dihentikan",
    ended: "Tidak disetujui",
  },
};

export type Imports = typeof id;
