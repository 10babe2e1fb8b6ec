/** Of the computer's page of a login by QR. */
export const id = {
  lead: "Komputer ini masuk dengan bantuan ponsel Anda, tanpa mengetik kata sandi di sini.",
  qrAlt: "Kode QR untuk dipindai dengan ponsel Anda",
  left: (seconds: number) => `Berlaku ${seconds} detik lagi`,
  steps: {
    phone: "Di ponsel, buka situs ini dan masuk dulu.",
    scan: "Buka kamera ponsel, arahkan ke kode QR, lalu buka tautannya.",
    type: "Ketik di ponsel angka yang nanti tampil di sini, dan kode dari aplikasi autentikator.",
  },
  typeThis: "Sudah dipindai. Ketik angka ini di ponsel Anda:",
  scanned: (number: number) => `Kode sudah dipindai. Ketik ${number} di ponsel Anda.`,
  never: "Jangan kirim kode atau angka ini kepada siapa pun. Petugas tidak pernah memintanya.",
  renew: "Buat kode baru",
  byPassword: "Masuk dengan kata sandi",
  over: {
    late: "Waktu kode ini habis.",
    refused: "Permintaan ditolak di ponsel.",
    "number-wrong": "Angka yang diketik di ponsel salah, jadi permintaan diakhiri.",
    replaced: "Kode yang lebih baru dibuat di tab lain.",
    done: "Kode ini sudah dipakai, tetapi jawabannya tidak sampai ke halaman ini.",
  },
};

export type QrLogin = typeof id;
