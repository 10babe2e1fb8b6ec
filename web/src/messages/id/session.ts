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
    waiting: (seconds: number) => `Menunggu ${seconds} detik, lalu login dilanjutkan otomatis …`,
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
      "Minta BKPSDM instansi Anda mengatur ulang MFA. Bawa kartu identitas; permintaan diperiksa dua petugas. Setelah itu Anda memasang kode masuk lagi di ponsel baru.",
    wrong: "Kode selalu ditolak?",
    wrongText:
      "Nyalakan waktu dan zona waktu otomatis di pengaturan ponsel, tutup dan buka lagi aplikasi autentikator, lalu pakai kode berikutnya.",
    restart: "Kembali ke login",
  },
};

export type Session = typeof id;
