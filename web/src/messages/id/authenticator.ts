/** Of the own authenticator, on the page «Akun». */
export const id = {
  title: "Autentikator",
  since: "Terpasang sejak",
  left: (n: number) => `Kode pemulihan tersisa: ${n} dari 10.`,
  codes: "Buat kode pemulihan baru",
  codesText: "Sepuluh kode baru menggantikan semua kode lama.",
  replace: "Ganti autentikator",
  replaceText:
    "Autentikator lama dicabut dan semua sesi berakhir, juga sesi ini. Setelah itu Anda masuk sekali lagi dengan kata sandi di peramban ini, lalu memasang yang baru.",
  password: "Kata sandi",
  code: "One-time code",
  codeHint: "6 angka dari autentikator yang sekarang",
};

export type Authenticator = typeof id;
