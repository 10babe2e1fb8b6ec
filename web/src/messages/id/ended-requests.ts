import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";

/** What has ended, as officers read it: no first view needs it. */
export const id = {
  lead: "Yang paling baru selesai lebih dulu. Hanya pegawai dalam wewenang Anda.",
  outcome: "Hasil",
  kind: "Jenis",
  every: "Semua",
  kinds: {
    "data-change": "Perubahan data",
    contact: "Pemutakhiran kontak",
    "new-photo": "Foto kartu",
    "wrong-data": "Laporan data yang salah",
    "suspect-card": "Kartu dilaporkan mencurigakan",
    leave: "Cuti",
    letter: "Surat keterangan",
    attendance: "Koreksi presensi",
    "training-claim": "Sertifikat luar",
  } satisfies Record<OfficerRequest["kind"], string>,
  /** Of a kind. */
  found: (shown: number, all: number): string => `${shown} dari ${all} pengajuan.`,
  /** …while older ones are still to be read. */
  foundSoFar: (shown: number, read: number): string =>
    `${shown} dari ${read} pengajuan yang sudah dimuat. Yang lebih lama belum dimuat.`,
  none: "Tidak ada pengajuan yang sudah selesai.",
};

export type EndedRequestsText = typeof id;
