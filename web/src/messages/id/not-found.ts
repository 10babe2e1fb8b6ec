export const id = {
  text: "Alamat ini tidak ada. Mungkin ada salah ketik, atau halamannya sudah dipindahkan.",
  home: "Ke halaman depan",
};

export type NotFound = typeof id;
