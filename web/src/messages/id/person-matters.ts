import type { ApprovalKind } from "#shared/access/approval.ts";

/** On the page of a record: what waits about the person, and the last photo. */
export const id = {
  title: "Pengajuan dan foto",
  loading: "Memuat…",
  noRequests: "Tidak ada pengajuan yang menunggu keputusan.",
  kinds: {
    roles: "Perubahan peran",
    "account-freeze": "Pembekuan akun",
    "mfa-reset": "Reset autentikator",
    "email-correction": "Pembetulan alamat surel",
    "account-unfreeze": "Pembukaan akun yang dibekukan",
    "nip-change": "Penggantian NIP",
    "unit-change": "Perubahan unit kerja",
    export: "Ekspor daftar",
    import: "Impor berkas",
    "agency-change": "Perubahan instansi",
    "new-person": "Pegawai baru",
    "record-change": "Perubahan data",
    decree: "Keputusan (SK)",
    "transfer-out": "Pelepasan ke instansi lain",
    "transfer-in": "Penerimaan dari instansi lain",
    "record-join": "Penggabungan dua rekaman",
    "bulk-change": "Perubahan bagi banyak pegawai",
  } satisfies Record<ApprovalKind, string>,
  asked: (name: string, at: string) => `diajukan ${name}, ${at}.`,
  nameless: "petugas yang datanya tidak terbaca",
  until: (at: string) => `Dapat diputuskan sampai ${at}.`,
  toApprovals: "Buka halaman persetujuan",
  decree: (kind: string, day: string) => `Keputusan yang menunggu: ${kind}, TMT ${day}`,
  released: (agency: string) => `Dilepas ke ${agency}`,
  releasedUntil: (at: string) => `Dapat diterima di sana sampai ${at}.`,
  photo: "Foto terakhir",
  noPhoto: "Dalam 30 hari terakhir tidak ada foto yang diperiksa.",
  photoStates: {
    onCard: "Diterima dan dipakai di kartu.",
    accepted: "Diterima, tidak dipakai di kartu.",
    refused: "Ditolak.",
  },
  sent: (at: string) => `Dikirim ${at}.`,
};
export type PersonMatters = typeof id;
