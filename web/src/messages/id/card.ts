export const id = {
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
  drawing: "Kartu terbaru sedang dibuat. Halaman ini memperbarui dirinya sendiri.",
  updated: "Kartu terbaru sudah tampil.",
  offline: "Belum dapat memperbarui. Yang tampil adalah data terakhir.",
  noPhoto: "Belum ada foto",
  noPhotoText:
    "Kartu dibuat setelah Anda memilih foto. Siapkan foto PNG 450 x 575 piksel tanpa latar belakang.",
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
  download: "Download",
  downloadFront: "Download depan (PNG)",
  downloadBack: "Download belakang (PNG)",
  print: "Print",
  printHint: "Ukuran cetak sebenarnya: 85,60 x 53,98 mm.",
  text: "Isi kartu",
  fields: {
    name: "Nama",
    nip: "NIP",
    nipPppk: "NI PPPK",
    pangkat: "Pangkat / golongan ruang",
    golongan: "Golongan",
    jabatan: "Jabatan",
    unitKerja: "Unit kerja",
    instansi: "Instansi",
    serial: "Nomor seri",
    issuedOn: "Tanggal terbit",
    contractEnd: "Perjanjian kerja sampai",
  },
  notYet: "belum ada",
  notifications: "Pemberitahuan",
  noNotifications: "Belum ada pemberitahuan.",
  notification: {
    "card-changed": "Data Anda berubah. Kartu baru sudah dibuat.",
    "card-suspended": "Kartu Anda ditangguhkan.",
    "card-restored": "Kartu Anda berlaku lagi.",
    "card-ended": "Kartu Anda berakhir.",
    "photo-confirmed": "Foto baru Anda digunakan pada kartu.",
    other: "Ada perubahan pada akun Anda.",
  },
  help: "Ada data yang salah? Laporkan ke bagian kepegawaian instansi Anda; kartu berubah sendiri setelah data diperbaiki.",
};

export type Card = typeof id;
