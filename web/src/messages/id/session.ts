export const id = {
  login: {
    lead: "Masuk dengan akun Anda untuk mengakses Kartu ASN Virtual.",
    nip: "NIP",
    nipHint: "18 angka. Spasi, titik, dan tanda hubung boleh dipakai.",
    password: "Password",
    remember: "Ingat Saya",
    rememberHint: "Hanya NIP yang disimpan, dan hanya di perangkat ini.",
    submit: "Login",
    checking: (percent: number) => `Memeriksa keamanan … ${percent}%`,
    waiting: (seconds: number) => `Menunggu ${seconds} detik, lalu dilanjutkan otomatis …`,
    signedInAs: "Anda sudah masuk sebagai",
    onward: "Lanjutkan",
    another: "Masuk dengan akun lain",
    forgotten: "Lupa Password / Aktivasi",
  },
  password: { show: "Tampilkan", hide: "Sembunyikan" },
  code: {
    lead: "Buka aplikasi autentikator di ponsel Anda, lalu ketik kode untuk akun ini.",
    code: "One-time code",
    codeHint: "6 angka yang berganti setiap 30 detik",
    submit: "Masuk",
    lost: "Ganti ponsel?",
    lostText:
      "Minta BKPSDM instansi Anda mengatur ulang MFA. Bawa kartu identitas; permintaan diperiksa dua petugas. Setelah itu pasang autentikator di ponsel baru.",
    wrong: "Kode selalu ditolak?",
    wrongText:
      "Nyalakan waktu dan zona waktu otomatis di pengaturan ponsel, tutup dan buka lagi aplikasi autentikator, lalu pakai kode berikutnya.",
    restart: "Kembali ke halaman Login",
  },
  /** Refusals that only forms before a session can meet. */
  failures: {
    "login-refused": "NIP atau kata sandi salah. Periksa keduanya, lalu coba lagi.",
    "activation-needed":
      "Akun ini belum punya autentikator. Mulai dari «Lupa Password / Aktivasi» di peramban ini.",
    "code-refused":
      "Kode tidak cocok. Tunggu kode berikutnya di aplikasi, dan pastikan jam ponsel Anda otomatis.",
    "too-many-codes": "Kode sudah salah lima kali. Demi keamanan, mulai lagi dari awal.",
    "reset-code-refused":
      "Kode dari surel tidak cocok atau sudah tidak berlaku. Setelah beberapa kali salah, semua kode ditolak selama satu jam.",
  },
};

export type Session = typeof id;
