import type { ReasonCode } from "#shared/request/reason-codes.ts";
import type { DeciderRole } from "#shared/request/request.ts";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";

/** The queue of requests, as who decides reads it. */
export const id = {
  lead: "Yang sedang Anda periksa lebih dulu, lalu yang paling lama menunggu.",
  /** Of each thing that the reader can do here; nothing else is named. */
  keys: {
    agree: "S setuju",
    reject: "T tolak",
    clarify: "K klarifikasi",
    take: "A ambil",
    view: "B berkas",
    move: "J atau panah kanan berikutnya, panah kiri sebelumnya",
  },
  /** @param named the keys, with commas between */
  keyboard: (named: string) =>
    `Papan tombol: ${named}. Berlaku selama fokus ada di pengajuan ini dan Anda tidak sedang mengetik.`,
  list: "Pengajuan yang menunggu",
  place: (place: number, all: string) => `Pengajuan ${place} dari ${all}`,
  previous: "Sebelumnya",
  next: "Berikutnya",
  nothing: "Tidak ada pengajuan yang menunggu.",
  all: "Lihat semua yang menunggu",
  ended: {
    title: "Pengajuan yang sudah selesai",
    lead: "Yang paling baru selesai lebih dulu. Hanya pegawai dalam wewenang Anda.",
    outcome: "Hasil",
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
    none: "Tidak ada pengajuan yang sudah selesai.",
  },
  open: "Buka data pegawai",
  submitted: "Diajukan",
  late: "Batas waktu lewat, sejak",
  extended: "diperpanjang sampai",
  stands: "Tertulis sekarang",
  evidence: "Berkas bukti",
  together: "Putuskan beberapa sekaligus",
  noEvidence: "Tanpa berkas bukti.",
  evidenceGone: "Berkas bukti sudah dihapus: masa simpannya habis.",
  own: "Pengajuan Anda sendiri diputuskan oleh orang lain.",
  turn: {
    petugas: "Sekarang giliran petugas.",
    penyetuju: "Sekarang giliran penyetuju.",
    superior: "Sekarang giliran atasan langsung.",
    authority: "Sekarang giliran pejabat yang berwenang.",
  } satisfies Record<DeciderRole, string>,
  barred: {
    petugas: "Langkah sebelumnya Anda putuskan. Langkah ini diputuskan petugas lain.",
    penyetuju: "Langkah sebelumnya Anda putuskan. Langkah ini diputuskan penyetuju lain.",
    superior: "Langkah sebelumnya Anda putuskan. Langkah ini diputuskan pejabat lain.",
    authority: "Langkah sebelumnya Anda putuskan. Langkah ini diputuskan pejabat lain.",
  } satisfies Record<DeciderRole, string>,
  barsNext:
    "Anda juga berperan di langkah berikutnya. Bila Anda setuju di sini, langkah berikutnya hanya dapat diputuskan orang lain.",
  mine: "Sedang Anda periksa.",
  taken: (name: string) => `${name} sedang memeriksanya. Anda tetap dapat memutuskannya.`,
  last: (act: string, name: string) => `Terakhir: ${act}, oleh ${name}`,
  heldAsk:
    "Akun pegawai ini dibekukan, jadi ia belum dapat ditanya. Pengajuan ini tetap dapat disetujui atau ditolak.",
  take: "Ambil",
  release: "Kembalikan ke antrean",
  agree: "Setuju",
  clarify: "Klarifikasi",
  reject: "Tolak",
  steps: { clarify: "Minta klarifikasi", reject: "Tolak pengajuan" },
  code: { clarify: "Tentang", reject: "Alasan" },
  about: {
    bts: "Berkas bukti (BTS)",
    tms: "Syarat (TMS)",
    duplicate: "Pengajuan lain yang serupa",
    unproven: "Bukti kejadian",
    other: "Hal lain",
  } satisfies Record<ReasonCode, string>,
  reason: { clarify: "Pertanyaan untuk pegawai", reject: "Keterangan untuk pegawai" },
  reasonHint: {
    clarify: "Apa yang perlu dijelaskan atau dilengkapi. Pegawai membacanya.",
    reject: "Apa yang kurang, dan bagaimana memperbaikinya. Pegawai membacanya.",
  },
  send: { clarify: "Kirim pertanyaan", reject: "Tolak" },
  done: {
    take: "Anda mengambil pengajuan ini.",
    release: "Pengajuan dikembalikan ke antrean.",
    agree: (name: string): string => `Disetujui: ${name}`,
    agreeFirst: (name: string): string => `Diteruskan ke penyetuju: ${name}`,
    clarify: (name: string): string => `Klarifikasi diminta: ${name}`,
    reject: (name: string): string => `Ditolak: ${name}`,
  },
};

export type RequestQueueText = typeof id;
