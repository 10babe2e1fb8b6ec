import type { RefusalCode } from "#shared/runtime/codes.ts";

/** Transfers to another agency: where they are asked for, taken in and decided. */
export const id = {
  lead: "Dua instansi menyepakatinya: petugas dan penyetuju instansi asal melepas, petugas dan penyetuju instansi tujuan menerima. Sampai yang terakhir menyetujui, tidak ada yang berubah.",
  arrivingTitle: "Pegawai yang akan masuk",
  arrivingLead:
    "Dilepas instansi lain untuk instansi Anda. Terima dengan unit kerja dan jabatannya, atau kembalikan.",
  noneArriving: "Tidak ada pegawai yang dilepas untuk instansi Anda.",
  ofPerson: (name: string) => `Pindah instansi: ${name}`,
  toRecord: "Data pegawai",
  toArriving: "Pegawai yang akan masuk",
  to: "Instansi tujuan",
  from: "Instansi asal",
  choose: "Pilih instansi",
  source: "SK",
  reason: "Alasan",
  until: "Dapat diterima sampai",
  released: "Dilepas pada",
  state: "Keadaan",
  states: {
    released: "menunggu instansi tujuan",
    moved: "sudah pindah",
    returned: "dikembalikan instansi tujuan",
    withdrawn: "ditarik kembali",
    expired: "berakhir tanpa jawaban",
  },
  none: "Belum ada pindah instansi yang disetujui.",
  othersWait: "Yang masih menunggu ada di «Persetujuan».",
  release: "Ajukan pindah instansi",
  releaseHint:
    "Penyetuju Anda memutuskannya, lalu instansi tujuan punya 30 hari untuk menerima. Yang memegang peran: dua operator mencabut perannya dulu.",
  reasonHint: "Misalnya dasar kepindahannya",
  submit: "Ajukan ke penyetuju",
  asked: "Sudah diajukan. Penyetuju memutuskannya dalam 7 hari, di halaman «Persetujuan».",
  withdraw: "Tarik kembali",
  withdrawHint: "Instansi tujuan tidak dapat menerimanya lagi. Data pegawai tidak berubah.",
  withdrawn: "Sudah ditarik kembali.",
  isAsked: "Penerimaannya sudah diajukan. Penyetuju Anda memutuskannya.",
  accept: "Terima",
  acceptTitle: (name: string) => `Terima ${name}`,
  acceptHint: "Unit kerja dan jabatan di instansi Anda. Penyetuju Anda memutuskannya.",
  giveBack: "Kembalikan",
  giveBackTitle: (name: string) => `Kembalikan ${name}`,
  giveBackReasonHint: "Misalnya belum ada formasi",
  giveBackHint: "Instansi asal membaca alasannya. Data pegawai tidak berubah.",
  givenBack: "Sudah dikembalikan ke instansi asal.",
  failures: {
    "transfer-over": "Pelepasan ini sudah berakhir, ditarik kembali, atau sudah selesai.",
    "transfer-open": "Pindah instansi orang ini sudah diajukan atau sudah dilepas.",
    "transfer-ended": "Orang ini bukan pegawai lagi, jadi tidak dapat pindah instansi.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type Transfers = typeof id;
