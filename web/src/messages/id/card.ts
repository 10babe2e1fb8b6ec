export const id = {
  imageLost: "Gambar kartu belum sampai.",
  status: {
    active: "Aktif",
    upcoming: "Belum berlaku",
    suspended: "Ditangguhkan",
    ended: "Berakhir",
    none: "Tidak aktif",
  },
  statusText: {
    suspended: "Kartu Anda ditangguhkan. Jika keliru, hubungi bagian kepegawaian instansi Anda.",
    ended:
      "Kartu Anda berakhir bersama hubungan kerja Anda. Jika keliru, hubungi bagian kepegawaian instansi Anda.",
  },
  startsOn: (day: string) => `Kartu berlaku mulai TMT Anda, ${day}.`,
  asOf: (time: string) => `Data per ${time}`,
  drawing: "Kartu terbaru sedang dibuat dan tampil otomatis.",
  updated: "Kartu terbaru sudah tampil.",
  offline: "Belum dapat memperbarui. Ini data terakhir.",
  noPhoto: "Tidak ada foto",
  noPhotoText: "Kartu dibuat setelah Anda memilih foto.",
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
  full: "Layar penuh",
  enlarge: "Ketuk untuk layar penuh.",
};

export type Card = typeof id;
