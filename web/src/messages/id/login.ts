/** Of the login and of the code after it. */
export const id = {
  login: {
    lead: "Masuk dengan akun Anda untuk mengakses Kartu ASN Virtual.",
    first: "Langkah itu terbuka setelah Anda masuk.",
    recovered:
      "Autentikator lama sudah dicabut. Masuk dengan kata sandi di peramban ini untuk memasang yang baru.",
    password: "Password",
    remember: "Ingat Saya",
    rememberHint: "Hanya NIP yang disimpan, dan hanya di perangkat ini.",
    submit: "Login",
    forgotten: "Lupa Password / Aktivasi",
    contact: "Pemutakhiran kontak",
  },
  code: {
    lead: "Buka aplikasi autentikator di ponsel Anda, lalu ketik kode untuk akun ini.",
    code: "One-time code",
    codeHint: "6 angka yang berganti setiap 30 detik",
    submit: "Masuk",
    use: "Ponsel hilang? Pakai kode pemulihan",
    lost: "Ponsel dan kode pemulihan hilang?",
    lostText:
      "Minta BKPSDM instansi Anda mereset autentikator. Bawa kartu identitas; permintaan diperiksa dua petugas. Setelah itu pasang autentikator di ponsel baru.",
    wrong: "Kode selalu ditolak?",
    wrongText:
      "Nyalakan waktu otomatis di pengaturan ponsel, tutup dan buka lagi aplikasi autentikator, lalu pakai kode berikutnya.",
    restart: "Kembali ke halaman Login",
  },
};

export type Login = typeof id;
