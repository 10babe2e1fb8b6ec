import type { RefusalCode } from "#shared/runtime/codes.ts";

/** Two records of one person: where they are joined, and what was. */
export const id = {
  lead: "Satu orang tercatat dua kali, dengan dua NIP? Petugas mengajukan penggabungan, penyetuju memutuskannya. Riwayat keduanya tetap terbaca di rekaman yang dipakai terus.",
  ofPerson: (name: string) => `Rekaman ganda: ${name}`,
  none: "Belum ada rekaman lain yang digabung ke sini.",
  joinedTitle: "Riwayat rekaman yang digabung",
  joinedOf: (nip: string, day: string) => `NIP ${nip}, digabung ${day}`,
  showHistory: "Tampilkan riwayatnya",
  toRecord: "Data pegawai",
  find: "Cari rekaman lain",
  findTitle: "Rekaman lain dari orang yang sama",
  findHint: "Keduanya ditampilkan berdampingan. Belum ada yang berubah.",
  nip: "NIP rekaman lain",
  nipHint: "18 angka; harus dari instansi yang sama.",
  compare: "Bandingkan",
  compareTitle: "Gabungkan dua rekaman",
  warning:
    "Penggabungan tidak dapat dipisahkan lagi dengan tombol. Pastikan keduanya benar satu orang: cocokkan dengan SK dan tanyakan kepada orangnya.",
  effect:
    "Rekaman yang tidak dipakai terus berakhir: kartunya tidak berlaku, akunnya tidak dapat dipakai masuk, dan NIP-nya menjadi NIP lama rekaman yang dipakai terus.",
  survivor: "Rekaman yang dipakai terus",
  survivorHint: "NIP, kartu, foto, dan akunnya tetap.",
  here: "Rekaman ini",
  other: "Rekaman lain",
  sideFacts: {
    record: "Rekaman",
    unit: "Unit kerja",
    account: "Akun",
    photo: "Foto",
    changed: "Diubah terakhir",
  },
  activated: "sudah diaktifkan",
  notActivated: "belum diaktifkan",
  hasPhoto: "ada",
  noPhoto: "belum ada",
  fieldsTitle: "Isian yang berbeda",
  fieldsHint: "Pilih nilai yang dipakai terus. Terpilih: nilai dari rekaman yang terakhir diubah.",
  same: "Semua isian keduanya sama.",
  onlyOwn: "Nilai rekaman lain tidak dapat dipakai di sini",
  source: "SK",
  reasonHint: "Misalnya bagaimana diketahui bahwa keduanya satu orang",
  submit: "Ajukan ke penyetuju",
  asked: "Sudah diajukan. Penyetuju memutuskannya dalam 7 hari, di halaman «Persetujuan».",
  question: (name: string) => `Setujui menggabung rekaman ${name}?`,
  survives: "Dipakai terus",
  ends: "Berakhir",
  kept: "Nilai yang dipakai terus",
  gone: "Nilai yang tidak dipakai",
  accountEnds: "Akunnya sudah diaktifkan, dan tidak dapat dipakai lagi.",
  failures: {
    "join-same": "Nomor ini milik rekaman yang sama.",
    "join-elsewhere":
      "Rekaman itu di luar wewenang Anda. Jika di instansi lain, orangnya pindah instansi dulu.",
    "join-other-kind":
      "Yang satu PNS, yang lain PPPK: itu dua pengangkatan, jadi dua rekaman yang memang terpisah.",
    "join-ended":
      "Salah satunya sudah digabung, meninggal, atau dihapus datanya; atau yang dipakai terus bukan pegawai aktif.",
    "join-asked": "Penggabungan salah satu rekaman ini sudah menunggu penyetuju.",
    "join-too-long":
      "Keduanya terlalu besar untuk digabung sekaligus. Selesaikan keputusan yang menunggu TMT, atau pendekkan gelar, lalu ajukan lagi.",
    "transfer-open": "Salah satunya sedang dilepas ke instansi lain. Tarik kembali dulu.",
    "request-open": "Putuskan dulu pengajuan yang berjalan pada rekaman yang akan berakhir.",
    "not-found": "Tidak ada pegawai dengan NIP itu.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type Joins = typeof id;
