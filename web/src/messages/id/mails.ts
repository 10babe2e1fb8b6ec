export const id = {
  title: "Surel pemberitahuan",
  hint: "Surel tentang keamanan akun selalu dikirim segera. Pemberitahuan lain paling banyak tiga surel sehari; sisanya menjadi satu ringkasan pukul 07.00 WIB. Dua puluh yang terbaru selalu ada di halaman kartu.",
  legend: "Pemberitahuan lain",
  wishes: {
    "at-once": "Kirim segera",
    daily: "Satu ringkasan sehari",
    "inbox-only": "Tidak lewat surel, hanya di halaman kartu",
  },
  save: "Simpan pilihan",
  saved: "Pilihan tersimpan.",
};

export type Mails = typeof id;
