import type { ReasonCode, RequestState } from "#shared/request/request.ts";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";

/** One's own requests: where each lies, and what its holder does with it. */
export const id = {
  lead: "Ajukan atau laporkan di sini, dan lihat siapa yang sedang memegang tiap pengajuan.",
  begin: "Buat pengajuan",
  none: "Belum ada pengajuan.",
  list: "Daftar pengajuan",
  back: "Kembali ke daftar pengajuan",
  changes: "Yang diajukan",
  holder: "Dipegang oleh",
  holders: {
    asker: "Anda",
    petugas: "Petugas instansi Anda",
    penyetuju: "Penyetuju instansi Anda",
    superior: "Atasan langsung Anda",
    authority: "Pejabat yang berwenang",
  } satisfies Record<Exclude<OwnRequest["turn"], "nobody">, string>,
  taken: "sedang diperiksa",
  widened: "Batas waktunya terlewat, jadi dibuka untuk semua petugas di instansi Anda.",
  due: "Langkah ini paling lambat",
  next: "Berikutnya",
  nexts: {
    draft: "Anda melengkapi dan mengirimnya",
    verify: "Petugas memverifikasi, lalu penyetuju memutuskan",
    decide: "Petugas memutuskan",
    approve: "Penyetuju memutuskan",
    advise: "Atasan memberi pertimbangan, lalu pejabat yang berwenang memutuskan",
    grant: "Pejabat yang berwenang memutuskan",
    clarifying: "Anda menjawab pertanyaan petugas",
    approved: "Data sudah diubah",
    drawn: "Data sudah diubah; kartu mengikuti sendiri",
    rejected: "Perbaiki sesuai alasannya, lalu ajukan lagi",
    withdrawn: "Tidak ada",
    expired: "Ajukan lagi bila masih perlu",
  } satisfies Record<
    | Exclude<RequestState, "submitted" | "verifying" | "revised">
    | "verify"
    | "decide"
    | "approve"
    | "advise"
    | "grant"
    | "drawn",
    string
  >,
  by: { asker: "Anda", officer: "petugas instansi", nobody: "sistem" },
  mend: {
    bts: "Unggah berkas yang benar, lengkap, dan terbaca, lalu kirim lagi.",
    tms: "Baca keterangan petugas. Ajukan lagi setelah syaratnya terpenuhi.",
    duplicate: "Lihat pengajuan Anda yang lain untuk bagian yang sama.",
    other: "Ikuti keterangan petugas.",
  } satisfies Record<ReasonCode, string>,
  /** Of a question. */
  asked: {
    bts: "Unggah berkas yang benar, lengkap, dan terbaca, lalu kirim jawaban.",
    tms: "Jelaskan bagaimana syaratnya terpenuhi, lalu kirim jawaban.",
    duplicate: "Jelaskan bedanya dengan pengajuan Anda yang lain, lalu kirim jawaban.",
    other: "Jawab pertanyaan petugas; ubah isian atau berkas bila diminta.",
  } satisfies Record<ReasonCode, string>,
  answer: "Jawab pertanyaan ini",
  again: "Ajukan lagi",
  resume: "Lanjutkan mengisi",
  proof: "Unduh bukti pengajuan (PDF)",
  withdraw: "Tarik pengajuan",
  discard: "Buang draf",
  withdrawSure: "Pengajuan yang ditarik tidak diputuskan lagi. Anda dapat mengajukan yang baru.",
  withdrawn: "Pengajuan ditarik.",
  discarded: "Draf dibuang.",
  choose: "Apa yang Anda ajukan?",
  oneAtATime: "Satu pengajuan untuk tiap bagian.",
  open: "sedang diajukan",
  needsFile: "perlu berkas bukti, diputuskan dua orang",
  fieldsHint:
    "Isian di bawah berisi data Anda sekarang. Ubah yang salah saja. Tanda * wajib diisi.",
  answerHint:
    "Isian di bawah berisi yang Anda ajukan. Ubah bila diminta, lalu jawab. Tanda * wajib diisi.",
  replyHint: "Tulis jawaban, atau ubah isian. Bila berkas saja yang diganti, tulis itu.",
  replyNeeded: "tulis jawaban, atau ubah isian.",
  nothingChanged: "Belum ada yang diubah. Ubah isian yang salah.",
  noteHint: "Tidak wajib, misalnya nomor ijazah atau SK.",
  toFiles: "Lanjut ke berkas bukti",
  filesTitle: "Berkas bukti",
  filesHint:
    "PDF atau JPG, paling besar 2 MB, paling banyak 3. Berkas tersimpan di perangkat ini sampai tiba utuh.",
  filesNeeded: "Perubahan ini perlu sedikitnya satu berkas bukti.",
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
    kept: "Bagian ini sedang diajukan. Yang Anda ketik di sini tetap ada, dan dapat dikirim setelah pengajuan itu selesai atau ditarik.",
  },
  question: "Pertanyaan petugas",
};

export type OwnRequests = typeof id;
