import type { claimFieldCodes } from "#shared/runtime/training-codes.ts";

/** A certificate of others that is to count: its form, and what its officer reads of it. */
export const id = {
  hint: "Untuk sertifikat yang tidak diterbitkan instansi Anda. Petugas memeriksanya bersama berkasnya; setelah disetujui, JP dihitung di tahun pelatihan berakhir. Tanda * wajib diisi.",
  fields: {
    name: "Nama pelatihan",
    organiser: "Penyelenggara",
    number: "Nomor sertifikat",
    form: "Jenis dan jalur",
    from: "Tanggal mulai",
    until: "Tanggal selesai",
    jp: "Jumlah JP",
  },
  numberHint: "Seperti tertulis di sertifikat. Satu nomor dihitung sekali.",
  jpHint: "Jam pelajaran seperti tertulis di sertifikat, misalnya 24",
  note: "Catatan untuk petugas",
  noteHint: "Tidak wajib.",
  span: (from: string, until: string) => (from === until ? from : `${from} sampai ${until}`),
  problems: {
    "number-counted": "nomor ini sudah tercatat di jam pelajaran Anda.",
    "number-malformed": "tulis huruf atau angkanya.",
    "ends-before-it-begins": "lebih awal daripada tanggal mulai.",
    "day-too-late": "belum tiba. Ajukan sesudah pelatihan selesai.",
    "count-malformed": "tulis satu angka bulat, 1 sampai 2000.",
  } satisfies Record<(typeof claimFieldCodes)[number], string> & Record<string, string>,
  /** For the officer. */
  year: (year: number) => `Jam pelajaran ${year}`,
  now: "Sekarang",
  after: "Bila disetujui",
  jp: (count: number) => `${count} JP`,
  outdated:
    "Nomor ini sudah tercatat di jam pelajaran pegawai, atau hubungan kerjanya berakhir. Tolak, atau minta klarifikasi.",
  howTo: "Cocokkan nomor, tanggal dan JP dengan berkasnya. Setuju langsung menambah JP.",
};

export type TrainingClaimText = typeof id;
