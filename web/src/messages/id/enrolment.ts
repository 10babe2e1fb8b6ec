export const id = {
  lead: "Setiap kali masuk, Anda memakai NIP, kata sandi, dan kode dari ponsel. Pemasangan cukup sekali.",
  app: "Pasang aplikasi autentikator di ponsel",
  appText:
    "Google Authenticator, Microsoft Authenticator, atau aplikasi TOTP lain. Lewati bila sudah ada.",
  add: "Tambahkan akun ini ke aplikasi",
  open: "Buka di aplikasi autentikator",
  openHint: "Di ponsel ini: ketuk tombol, lalu setujui penambahan akun.",
  scan: "Di aplikasi, pilih tambah akun lalu pindai kode QR ini.",
  qrAlt: "Kode QR untuk aplikasi autentikator. Bila tidak dapat dipindai, salin kuncinya di bawah.",
  otherDevice: "Aplikasinya di ponsel lain? Pindai kode QR",
  thisDevice: "Aplikasinya di perangkat ini? Buka atau salin kunci",
  key: "Kunci untuk diketik",
  copy: "Salin kunci",
  copied: "Kunci tersalin",
  enter: "Ketik kode yang muncul di aplikasi",
  code: "One-time code",
  codeHint: "6 angka",
  device: "Device Name",
  deviceHint: "Nama untuk mengenali ponsel Anda, misalnya HP Pribadi",
  devicePhone: "HP Pribadi",
  submit: "Submit",
  mailText:
    "Kata sandi benar. Karena peramban ini belum memakai kode dari surel, kami mengirim kode 8 angka ke surel Anda yang terdaftar. Kata sandi Anda tidak berubah.",
  mailCode: "Kode dari surel",
  mailHint: "8 angka, berlaku 15 menit. Periksa juga folder spam.",
  mailSubmit: "Lanjut ke autentikator",
  mailAgain: "Kirim kode lagi",
  mailSent: "Kode baru dikirim.",
  twoApps: "Pakai dua aplikasi atau dua ponsel?",
  twoAppsText:
    "Pindai kode QR ini dengan keduanya sebelum menekan Submit: kodenya akan sama. Autentikator yang didaftarkan kemudian menggantikan yang ini.",
  clockRight: "Jam perangkat ini cocok dengan jam server.",
};

export type Enrolment = typeof id;
