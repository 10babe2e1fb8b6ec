/** What comes after the number in the form of a campaign (P-06 to P-11). */
export const id = {
  fill: "Alamat surel dan nomor ponsel",
  email: "Alamat surel",
  emailHint: "Alamat milik Anda sendiri yang masih aktif; satu alamat untuk satu pegawai.",
  phone: "No. ponsel",
  phoneHint: "Misalnya 0812 3456 7890.",
  required: "Semua isian wajib diisi.",
  onward: "Lanjut",
  review: "Periksa isian Anda",
  save: "SIMPAN DATA",
  code: "Kode dari surel",
  codeSent: "Kode 8 angka dikirim ke",
  codeHint:
    "8 angka, berlaku 15 menit. Tidak ada surel? Periksa folder spam, atau kembali dan periksa alamatnya.",
  confirm: "Kirim kode",
  restart: "Mulai lagi",
  doneTitle: "Data tersimpan",
  done: "Selamat email Anda telah berhasil disimpan. Terima Kasih.",
  doneNext:
    "Petugas instansi Anda memeriksanya lebih dahulu dan dapat menghubungi Anda. Data kepegawaian berubah setelah disetujui; kabarnya dikirim ke alamat surel yang tercatat. Bila NIP yang diketik bukan milik pegawai yang dituju, isian ini tidak diproses.",
  guide: "Cara membuat akun surel",
  guideSteps: [
    "Di ponsel, buka aplikasi surel yang sudah terpasang (di Android: Gmail), lalu pilih «Tambahkan akun» atau «Buat akun».",
    "Pilih akun untuk keperluan pribadi, lalu isi nama Anda dan tanggal lahir.",
    "Pilih alamat yang mudah dieja, misalnya nama depan, titik, nama belakang.",
    "Buat kata sandi sedikitnya 12 karakter yang tidak dipakai di tempat lain. Jangan berikan kepada siapa pun, termasuk petugas.",
    "Tambahkan nomor ponsel Anda untuk pemulihan, lalu setujui syaratnya.",
    "Kirim satu surel ke alamat sendiri. Bila sampai, akun siap: isikan alamat itu di sini.",
  ],
  failures: {
    "campaign-ended": "Pemutakhiran data ini sudah ditutup. Hubungi BKPSDM instansi Anda.",
    "campaign-full":
      "Jatah kode untuk hari ini sudah habis, jadi kode tidak dikirim dan isian ini belum tersimpan. Coba lagi setelah pukul 07.00 WIB, atau hubungi BKPSDM instansi Anda.",
  },
};

export type CampaignSteps = typeof id;
