/** What a card is that is not valid, and what to do then: said by a check with the network and without it. */
export const id = {
  upcoming: {
    code: "V7",
    word: "Belum berlaku",
    next: "Kartu ini berlaku mulai TMT pemegangnya. Jangan terima sebagai identitas sebelum itu.",
  },
  suspended: {
    code: "V2",
    word: "Ditangguhkan",
    next: "Kartu ini sedang tidak dapat digunakan. Jangan terima sebagai identitas; minta identitas lain.",
  },
  ended: {
    code: "V3",
    word: "Berakhir",
    next: "Pemegang kartu tidak lagi berstatus ASN pada kartu ini. Jangan terima kartu ini.",
  },
  replaced: {
    code: "V4",
    word: "Diganti",
    next: "Kartu ini sudah diganti dengan yang lebih baru. Minta pemegangnya membuka kartu terbaru, lalu pindai lagi.",
  },
};

export type CardStates = typeof id;
