export const id = {
  otherPerson: {
    title: "Akun lain sedang masuk",
    text: (name: string) =>
      `Di peramban ini sekarang masuk: ${name}. Halaman ini dibuka dengan akun lain, jadi tidak ada yang disimpan dari sini.`,
    textUnnamed:
      "Di peramban ini sekarang masuk akun lain. Halaman ini dibuka dengan akun sebelumnya, jadi tidak ada yang disimpan dari sini.",
    reload: "Muat ulang halaman",
  },
};

export type Member = typeof id;
