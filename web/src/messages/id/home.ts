export const id = {
  lead: "Kartu identitas PNS dan PPPK yang diperbarui otomatis setiap kali data kepegawaian berubah.",
  points: [
    "Isi kartu selalu sesuai dengan data terakhir di instansi Anda. Tidak perlu mengusulkan kartu baru.",
    "Unduh atau cetak bagian depan dan belakang, potret maupun lanskap.",
    "Siapa pun dapat memeriksa keaslian kartu dengan memindai kode QR-nya.",
  ],
  login: "Login",
  onward: "Buka layanan",
  signedIn: "Anda sudah masuk.",
  firstTime: "Belum pernah masuk? Aktifkan akun Anda",
  checkTitle: "Memeriksa kartu orang lain?",
  check: "Pindai kode QR pada kartu dengan kamera ponsel. Anda tidak perlu punya akun.",
  scan: "Pindai kartu di halaman ini, juga tanpa jaringan",
  byHand: "QR tidak terbaca? Periksa dengan Nomor Seri",
  contact: "Instansi Anda meminta surel dan nomor ponsel? Isi tanpa masuk",
};

export type Home = typeof id;
