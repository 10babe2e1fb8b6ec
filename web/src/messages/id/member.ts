export const id = {
  otherPerson: {
    title: "Akun lain sedang masuk",
    now: (name: string) => `Di peramban ini sekarang masuk: ${name}`,
    nowUnnamed: "Di peramban ini sekarang masuk akun lain.",
    text: "Halaman ini dibuka dengan akun sebelumnya, jadi tidak ada yang disimpan dari sini.",
    reload: "Muat ulang halaman",
  },
  session: {
    title: "Sesi Anda hampir berakhir",
    text: (minutes: string) =>
      `Demi keamanan, Anda akan dikeluarkan dalam ${minutes}. Isian Anda tetap tersimpan di tab ini.`,
    lastText: (minutes: string) =>
      `Sesi sehari Anda berakhir dalam ${minutes}. Simpan pekerjaan Anda, lalu masuk lagi.`,
    remaining: (minutes: number, seconds: number) =>
      minutes > 0 ? `${minutes} menit ${seconds} detik` : `${seconds} detik`,
    stay: "Tetap masuk",
    unreachable:
      "Server belum dapat dihubungi, jadi halaman ini ditutup dulu. Dicoba lagi otomatis.",
  },
};

export type Member = typeof id;
