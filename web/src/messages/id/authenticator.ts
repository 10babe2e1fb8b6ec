/** Of the own authenticator, on the page «Akun». */
export const id = {
  title: "Autentikator",
  since: "Terpasang sejak",
  left: (n: number) => `Kode pemulihan tersisa: ${n} dari 10.`,
  few: "Buat kode baru. Tanpa kode pemulihan, bila ponsel hilang Anda harus datang ke BKPSDM.",
  codes: "Buat kode pemulihan baru",
  codesText: "Sepuluh kode baru menggantikan semua kode lama.",
  replace: "Ganti autentikator",
  replaceText:
    "Autentikator lama dicabut dan semua sesi berakhir, juga sesi ini. Setelah itu Anda masuk sekali lagi dengan kata sandi di peramban ini, lalu memasang yang baru.",
  reset: {
    asked: "Petugas mengajukan reset autentikator Anda. Bukan permintaan Anda? Batalkan.",
    approved:
      "Reset autentikator Anda sudah disetujui. Bukan permintaan Anda? Batalkan. Berlaku mulai",
    cancel: "Batalkan reset autentikator",
    cancelled: "Reset dibatalkan. Autentikator yang sekarang tetap berlaku.",
  },
};

export type Authenticator = typeof id;
