export const id = {
  imageLost: "Gambar kartu belum sampai. Periksa jaringan Anda.",
  status: {
    active: "Aktif",
    suspended: "Ditangguhkan",
    ended: "Berakhir",
  },
  statusText: {
    active: "Kartu Anda berlaku.",
    suspended:
      "Kartu Anda sedang ditangguhkan dan tidak dapat digunakan. Tanyakan bagian kepegawaian instansi Anda.",
    ended:
      "Kartu Anda sudah berakhir karena hubungan kerja sebagai ASN berakhir. Bila ini keliru, hubungi bagian kepegawaian instansi Anda.",
  },
  asOf: (time: string) => `Data per ${time}`,
  drawing: "Kartu terbaru sedang dibuat. Halaman ini akan menampilkannya secara otomatis.",
  updated: "Kartu terbaru sudah tampil.",
  offline: "Belum dapat memperbarui. Yang tampil adalah data terakhir.",
  noPhoto: "Belum ada foto",
  noPhotoText:
    "Kartu dibuat setelah Anda memilih foto. Siapkan foto PNG 450 × 575 piksel berlatar transparan.",
  choosePhoto: "Pilih foto",
  changePhoto: "Ubah Foto",
  shape: "Bentuk kartu",
  portrait: "Potret",
  landscape: "Lanskap",
  side: "Sisi kartu",
  front: "Depan",
  back: "Belakang",
  faceAlt: (side: string, shape: string) =>
    `Kartu ASN Virtual, sisi ${side.toLowerCase()}, ${shape.toLowerCase()}. Isinya tertulis di bawah.`,
  words: "Isi kartu dan pemberitahuan",
  full: "Layar penuh",
  enlarge: "Ketuk untuk layar penuh.",
  fullCard: "Kartu di layar penuh",
  closeFull: "Tutup",
};

export type Card = typeof id;
