export const id = {
  otherPerson: {
    title: "Akun lain sedang masuk",
    now: (name: string) => `Di peramban ini sekarang masuk: ${name}`,
    nowUnnamed: "Di peramban ini sekarang masuk akun lain.",
    text: "Halaman ini dibuka dengan akun sebelumnya, jadi tidak ada yang disimpan dari sini.",
    reload: "Muat ulang halaman",
  },
};

export type Member = typeof id;
