/** Of recovery codes: shown once, and used where the phone is lost. */
export const id = {
  failures: {
    "recovery-code-refused":
      "Kode pemulihan tidak cocok atau sudah pernah dipakai. Setiap kode hanya berlaku sekali.",
  },
  title: "Simpan kode pemulihan",
  keep: "Autentikator terpasang. Bila ponsel hilang, kata sandi dan salah satu kode ini membuka jalan untuk memasang autentikator baru. Setiap kode berlaku sekali.",
  list: "Kode pemulihan",
  print: "Cetak",
  save: "Simpan sebagai teks",
  where:
    "Kode ini hanya ditampilkan sekarang. Simpan di tempat yang terpisah dari ponsel, misalnya tercetak di rumah. Jangan difoto dengan ponsel yang sama.",
  next: "Sudah saya simpan, lanjut masuk",
  nextText:
    "Masuk lagi dengan kode berikutnya. Kode yang baru saja dipakai tidak dapat dipakai lagi.",
  file: "kode-pemulihan-kartu-asn.txt",
  fileTitle: "Kode pemulihan Kartu ASN Virtual",
  fileText:
    "Tiap kode berlaku sekali. Dipakai di halaman kode setelah kata sandi: «Ponsel hilang? Pakai kode pemulihan».",
  useText:
    "Kode ini mencabut autentikator lama dan mengakhiri semua sesi. Setelah itu Anda masuk sekali lagi dengan kata sandi, lalu memasang autentikator baru. Kode ini tidak dapat dipakai untuk masuk.",
  code: "Kode pemulihan",
  codeHint: "12 huruf dan angka. Huruf kecil, spasi, dan tanda hubung tidak berpengaruh.",
  submit: "Cabut autentikator lama",
};

export type Recovery = typeof id;
