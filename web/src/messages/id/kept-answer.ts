/** What stands on the page of a request that another device has answered meanwhile. */
export const id = {
  sent: "Jawaban dari perangkat lain sudah sampai lebih dulu. Yang diketik di perangkat ini tidak terkirim:",
  forget: "Hapus yang di sini",
};

export type KeptAnswer = typeof id;
