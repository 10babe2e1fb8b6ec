export const id = {
  title: "Periksa Kartu ASN",
  checking: "Memeriksa…",
  working: (percent: number) => `Ponsel Anda sedang menghitung: ${percent}%`,
  errorPrefix: "Galat: ",
  empty: "Ketik tulisan pada gambar.",
  wrong: "Isian captcha tidak cocok atau kedaluwarsa. Isi sesuai gambar baru.",
  bringing: "Memuat…",
  stop: "Hentikan",
  notHeard: "Suaranya belum dapat diputar. Coba lagi, atau pilih «Tanpa gambar».",
  wrongSerial: "Nomor Seri terdiri atas satu huruf dan 11 angka, misalnya A2010 0000123.",
  wrongCode: "Kode Periksa terdiri atas 8 huruf dan angka, misalnya 7K2Q-9MXB.",
  over: "Sudah lebih dari sepuluh menit sejak captcha terakhir. Isi captcha sekali lagi.",
  toReport: "Untuk melaporkan, isi captcha; kartunya diperiksa sekali lagi.",
  /** Also what shows this as an answer did not come. */
  noAnswer:
    "Belum bisa dicek (V0): tidak ada jawaban dari server. Periksa sambungan internet, lalu coba lagi.",
};

export type Verify = typeof id;
