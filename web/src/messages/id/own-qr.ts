import type { QrAnswer } from "#shared/card/qr-answers.ts";

/** The QR of the own card: for who has lost a card, or reads of a check that was not theirs. */
export const id = {
  title: "QR kartu Anda",
  hint: "Kartu hilang, disalin, atau ada pemeriksaan yang tidak Anda kenali? Jeda QR selama Anda mencari, atau ganti QR.",
  fromScans: "Ada pemeriksaan yang tidak Anda kenali? Jeda atau ganti QR.",
  states: {
    active: "QR aktif: pemeriksaan kartu dijawab seperti biasa.",
    none: "Kartu Anda sudah berakhir atau belum punya foto, jadi tidak ada QR yang berlaku.",
  } satisfies Record<Exclude<QrAnswer["state"], "paused">, string>,
  paused: (since: string) =>
    `QR dijeda sejak ${since}. Siapa pun yang memeriksa kartu, juga lewat nomornya, membaca «Ditangguhkan»; pemindai luring baru mengetahuinya dari daftar status hari berikutnya.`,
  pause: "Jeda QR",
  resume: "Aktifkan lagi",
  replace: "Ganti QR",
  question: "Ganti QR kartu Anda?",
  effect:
    "Kartu yang sudah dicetak atau dibagikan tidak berlaku lagi, untuk selamanya: siapa pun yang memeriksanya membaca «Diganti», pemindai luring sejak daftar status hari berikutnya. Kartu baru dibuat otomatis, QR-nya langsung aktif, dan Anda diberi tahu lewat surel.",
  confirm: "Ya, ganti QR",
  done: {
    replace: "QR sudah diganti. Kartu yang lama tidak berlaku lagi; kartu baru dibuat otomatis.",
    pause: "QR dijeda. Kartu tetap tampil di ponsel Anda.",
    resume: "QR aktif lagi.",
  },
  failures: {
    "no-qr": "Kartu Anda baru saja berakhir atau fotonya dicabut. Muat ulang halaman ini.",
    "too-many-attempts":
      "Batas untuk hari ini tercapai: tiga kali ganti, sepuluh kali aktifkan lagi. Coba lagi besok; jeda selalu dapat dipakai.",
  },
};

export type OwnQrText = typeof id;
