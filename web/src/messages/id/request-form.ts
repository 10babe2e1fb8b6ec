/** The form of a request: it comes with the form alone. */
export const id = {
  choose: "Apa yang Anda ajukan?",
  oneAtATime: "Satu pengajuan untuk tiap bagian.",
  open: "sedang diajukan",
  needsFile: "perlu berkas bukti, diputuskan dua orang",
  ofOne: "diputuskan satu orang, petugas",
  fieldsHint:
    "Isian di bawah berisi data Anda sekarang. Ubah yang salah saja. Tanda * wajib diisi.",
  answerHint:
    "Isian di bawah berisi yang Anda ajukan. Ubah bila diminta, lalu jawab. Tanda * wajib diisi.",
  againHint:
    "Isian di bawah berisi yang Anda ajukan sebelumnya. Perbaiki, lalu kirim lagi. Tanda * wajib diisi.",
  turnedDown: "Alasan penolakan",
  replyHint: "Tulis jawaban, atau ubah isian. Bila berkas saja yang diganti, tulis itu.",
  replyNeeded: "tulis jawaban, atau ubah isian.",
  nothingChanged: "Belum ada yang diubah. Ubah isian yang salah.",
  noteHint: "Tidak wajib, misalnya nomor ijazah atau SK.",
  toFiles: "Lanjut ke berkas bukti",
  filesTitle: "Berkas bukti",
  filesHint:
    "PDF atau JPG, paling besar 2 MB, paling banyak 3. Berkas tersimpan di perangkat ini sampai tiba utuh.",
  filesNeeded: "Pengajuan ini perlu sedikitnya satu berkas bukti.",
  fileLabel: (needed: boolean): string =>
    needed ? "Pilih berkas *" : "Pilih berkas (tidak wajib)",
  file: (place: number) => `Berkas ${place}`,
  arrived: "sudah sampai",
  stopped: "belum sampai",
  sendAgain: "Kirim lagi berkas yang belum sampai",
  remove: (name: string) => `Lepas ${name}`,
  notKept: "Peramban ini tidak menyimpan berkas. Jangan tutup halaman sebelum sampai.",
  toCheck: "Periksa jawaban Anda",
  stillSending: "Tunggu sampai berkasnya tiba, atau lepas berkasnya.",
  checkTitle: "Periksa jawaban Anda",
  checkHint: "Ini yang dikirim ke instansi Anda.",
  decidedByOne: "Diputuskan satu orang, petugas instansi Anda, paling lambat 3×24 jam.",
  decidedByTwo:
    "Diputuskan dua orang: petugas memverifikasi, lalu penyetuju memutuskan, bersama paling lambat 3×24 jam.",
  mendFields: "Ubah isian",
  mendFiles: "Ubah berkas bukti",
  reply: "Jawaban untuk petugas",
  send: "Kirim",
  sent: (number: string) => `Terkirim. Nomor pengajuan Anda: ${number}.`,
  savedHere: "Draf tersimpan di perangkat ini.",
  savedThere: "Draf tersimpan.",
  /** What was begun here went on, or ended, on another device. */
  elsewhere: {
    told: "Draf ini sudah dilanjutkan, dikirim, atau dibuang di perangkat lain. Yang Anda ketik di sini tetap ada.",
    refused: "Belum terkirim. Pilih lebih dulu bagaimana melanjutkannya.",
    asOwn: "Lanjutkan yang di sini sebagai pengajuan baru",
    openOther: "Buka pengajuan yang lain",
    discard: "Hapus yang di sini",
    kept: "Bagian ini sedang diajukan. Yang Anda ketik di sini tetap ada, dan dapat dikirim setelah pengajuan itu selesai atau ditarik.",
  },
};

export type RequestForm = typeof id;
